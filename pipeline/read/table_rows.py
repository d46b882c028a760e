"""The lines of a table without drawn lines as its rows, each with the cells of its columns."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.read.glyphs import Glyph
from pipeline.read.labels import Label
from pipeline.read.lines import cell_text
from pipeline.read.ruled import CellText
from pipeline.read.strips import parted
from pipeline.read.table_columns import Columns
from pipeline.read.table_lines import TableLine


def grouped(lines: Sequence[TableLine], tight: float) -> list[list[TableLine]]:
    """Give the lines of each row: one with figures, and those of its name around it."""
    groups: list[list[TableLine]] = []
    for line in lines:
        last = groups[-1] if groups else []
        near = bool(last) and last[-1].row.baseline - line.row.baseline < tight
        if near and not (line.figures and any(one.figures for one in last)):
            last.append(line)
            continue
        groups.append([line])
        while near and not last[-1].figures and _is_nearer(last, line):
            groups[-1].insert(0, last.pop())
    return groups


def begin_together(groups: Sequence[Sequence[TableLine]]) -> bool:
    """Whether the figures of most rows of several lines stand on the first."""
    several = [group for group in groups if len(group) > 1]
    return sum(group[0].figures for group in several) * 2 > len(several)


def labels_of(group: Sequence[TableLine], columns: Columns) -> list[Label]:
    """Give what stands in each column of a row, line by line."""
    return [
        _label(run, line, columns) for line in group for run in parted(line.cells, columns.strips)
    ]


def _label(run: tuple[Glyph, ...], line: TableLine, columns: Columns) -> Label:
    over = _over(run, columns)
    away = (run[0].x - columns.cores[0][0]) / run[0].size if over[0] == 0 else 0.0
    return Label(
        over[0],
        cell_text(run),
        line.row.baseline,
        line.figures,
        over[-1] - over[0] + 1,
        max(0, round(away)),
    )


def cells_of(labels: Sequence[Label]) -> list[CellText]:
    """Give the cells of a row: what stands in a column on any of its lines."""
    found: dict[int, CellText] = {}
    for label in labels:
        at, before = label.column, found.get(label.column)
        found[at] = (
            before._replace(text=before.text + label.text)
            if before
            else CellText(label.text, at, label.width, 1, label.indent)
        )
    return _apart([found[column] for column in sorted(found)])


def _is_nearer(group: Sequence[TableLine], below: TableLine) -> bool:
    """Whether the last line of a row is nearer the figures below than its own."""
    own = next(line.row.baseline for line in group if line.figures)
    at = group[-1].row.baseline
    return at - below.row.baseline < own - at


def _apart(cells: Sequence[CellText]) -> list[CellText]:
    """The cells, none over another."""
    return [
        cell._replace(width=min(cell.width, after.column - cell.column)) if after else cell
        for cell, after in zip(cells, [*cells[1:], None], strict=True)
    ]


def _over(run: tuple[Glyph, ...], columns: Columns) -> list[int]:
    """The columns that a cell covers."""
    left, right = run[0].x, run[-1].right
    over = [
        n
        for n, (a, b) in enumerate(columns.cores)
        if min(right, b) - max(left, a) > 0.35 * min(right - left, b - a)
    ]
    if over:
        return list(range(over[0], over[-1] + 1))
    return [sum(left >= (a + b) / 2 for a, b in columns.strips)]
