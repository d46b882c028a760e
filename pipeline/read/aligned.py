"""Tables without lines: rows of figures whose cells stand below each other.

With the heads above them, and names that run over several lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from pipeline.read.glyphs import Glyph
from pipeline.read.head_lines import heads_of
from pipeline.read.labels import with_classes
from pipeline.read.lines import Row, cell_text
from pipeline.read.ruled import CellText, Found, seen_of
from pipeline.read.strips import Cells, Strip, strips_of
from pipeline.read.table_columns import Columns
from pipeline.read.table_extent import closed, names_of, opened, tight_of, with_sections
from pipeline.read.table_lines import TableLine, goes_on, is_like, is_rest
from pipeline.read.table_rows import begin_together, cells_of, grouped, labels_of

_FEWEST = 2  # rows of figures that a table has
_WITHOUT = 5  # rows without figures between two of them
_SAME = 3.0  # points by which a cell may stand beyond its column
_AWAY = 3.0  # times the usual distance of rows: farther, another table begins


def aligned(rows: Sequence[Row], ruled: Sequence[Found]) -> Iterator[Found]:
    """The tables among the rows of a page outside those that are drawn."""
    drawn = {n for table in ruled for n in range(table.first, table.last)}
    lines = [TableLine(row) if n not in drawn else None for n, row in enumerate(rows)]
    for above, line in pairwise(lines):
        if above and line and is_rest(line, above):
            line.figures = False
    at = floor = 0
    while at < len(lines):
        reach = list(_reach(lines, at))
        found = _table(lines, reach, floor) if len(reach) >= _FEWEST else None
        if found is None:
            at = max(at + 1, reach[-1] + 1 if reach else 0)
            continue
        yield found
        at = floor = found.last


def going_on(rows: Sequence[Row], edges: Sequence[float]) -> Found | None:
    """The rows at the top of a page that stand in the columns of the table that ended the page
    before, without heads of their own."""
    inside: list[TableLine] = []
    cells: list[list[CellText]] = []
    for row in rows:
        line = TableLine(row)
        places = [_column_of(run, edges) for run in line.cells] if line.figures else []
        if line.between or line.kinds[:1] != ["text"] or places[:1] != [0] or None in places:
            break
        if len(set(places)) < len(places):
            break
        inside.append(line)
        cells.append(
            [CellText(cell_text(run), at or 0) for run, at in zip(line.cells, places, strict=True)]
        )
    if not inside:
        return None
    baselines = tuple(line.row.baseline for line in inside)
    size = median(line.row.size for line in inside)
    seen = seen_of([line.row for line in inside])
    return Found(0, len(inside), baselines[0], tuple(edges), cells, baselines, size, seen)


def _column_of(run: Sequence[Glyph], edges: Sequence[float]) -> int | None:
    """The column that holds a stretch of characters; None where it stands in no one."""
    fits = (
        column
        for column, (left, right) in enumerate(pairwise(edges))
        if left - _SAME < run[0].x and run[-1].right < right + _SAME
    )
    return next(fits, None)


def _reach(lines: Sequence[TableLine | None], at: int) -> Iterator[int]:
    """The rows of figures of a table that begins with the row ``at``.

    They go as far as no sentence, title or other heads stand between.
    """
    last = lines[at]
    if last is None or not last.figures:
        return
    yield at
    without, steps, above = 0, [0.0], last
    for n in range(at + 1, len(lines)):
        line = lines[n]
        if line is None or _is_apart(line, last, begun=not without):
            return
        step = above.row.baseline - line.row.baseline
        if step > _AWAY * max(median(steps), 2 * line.row.size):
            return
        if line.figures:
            yield n
            steps.append(step)
            last, without = line, 0
        elif not goes_on(line, above):
            without += 1
            if without > _WITHOUT:
                return
        above = line


def _is_apart(line: TableLine, last: TableLine, *, begun: bool) -> bool:
    """Whether a sentence stands between, or a row that holds heads begins another table; marks it
    where it is one of figures."""
    if line.between or not (begun and line.heads):
        return bool(line.between)
    line.figures = is_like(line, last)
    return not line.figures and not goes_on(line, last)


def _table(lines: Sequence[TableLine | None], reach: Sequence[int], floor: int) -> Found | None:
    """The table of the rows of figures at ``reach``, None where it has no columns or no heads."""
    figures = [line for n in reach if (line := lines[n])]
    size = median(line.row.size for line in figures)
    tight, names = tight_of(lines, reach, size), names_of(figures, size)
    first = opened(lines, reach[0], floor, tight, names)
    last = closed(lines, reach[-1] + 1, tight, names, figures)
    inside = _present(lines[first:last])
    words = [line.near for line in inside if not line.figures]
    strips = strips_of([line.near for line in figures], words, size, names)
    if not strips:
        return None
    cores = tuple(_cores([line.cells for line in inside], strips))
    columns = Columns(cores, tuple(strips), size, tight, begin_together(grouped(inside, tight)))
    first = with_sections(lines, first, floor, columns)
    inside = _present(lines[first:last])
    above = [line.row if line and not line.between else None for line in lines[floor:first]]
    heads, count = heads_of(above, inside[0].row.baseline, columns)
    if not heads:
        return None
    groups = grouped(inside, tight)
    labels = [labels_of(group, columns) for group in groups]
    body = with_classes([cells_of(row) for row in labels], labels, columns)
    over = [row for row in above[len(above) - count :] if row]
    top = over[0].baseline
    return Found(
        first - count,
        last,
        top,
        (columns.cores[0][0], *((a + b) / 2 for a, b in strips), columns.cores[-1][1]),
        [*heads, *body],
        (*[top] * len(heads), *(group[0].row.baseline for group in groups)),
        size,
        seen_of([*over, *(line.row for line in inside)]),
    )


def _present(lines: Sequence[TableLine | None]) -> list[TableLine]:
    """The lines that no drawn table holds."""
    return [line for line in lines if line is not None]


def _cores(rows: Sequence[Cells], strips: Sequence[Strip]) -> Iterator[tuple[float, float]]:
    """Where what stands in each column begins and ends."""
    ends = [
        min(cells[0][0].x for cells in rows),
        *(place for strip in strips for place in strip),
        max(cells[-1][-1].right for cells in rows),
    ]
    return zip(ends[::2], ends[1::2], strict=True)
