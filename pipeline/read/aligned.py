"""Tables without lines: rows of figures whose cells stand below each other, the heads above them, and names that run over several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from pipeline.read.glyphs import Glyph
from pipeline.read.head_lines import heads_of
from pipeline.read.head_stacks import Columns
from pipeline.read.labels import Label, with_classes
from pipeline.read.lines import Row, line_of
from pipeline.read.ruled import CellText, Found, seen_of
from pipeline.read.strips import Cells, Strip, parted, strips_of
from pipeline.read.table_lines import TableLine, is_below, is_beside, is_name

_FEWEST = 2  # rows of figures that a table has
_WITHOUT = 5  # lines without figures between two rows of them
_TIGHT = 0.85  # of the usual distance of rows: nearer, a line belongs to the next
_LEADING = 1.4  # sizes from line to line of one cell, where no two rows tell
_FULL_LEADING = 1.6  # sizes from line to line of a name that fills its column, at most
_HEADS = 4  # lines above the first row, of which one holds several heads
_SAME_EDGE = 0.3  # sizes
_AWAY = 3.0  # times the usual distance of rows: farther, another table begins


def aligned(rows: Sequence[Row], ruled: Sequence[Found]) -> Iterator[Found]:
    """The tables among the rows of a page outside those that are drawn."""
    drawn = {n for table in ruled for n in range(table.first, table.last)}
    lines = [TableLine(row) if n not in drawn else None for n, row in enumerate(rows)]
    at = floor = 0
    while at < len(lines):
        reach = list(_reach(lines, at))
        found = _table(lines, reach, floor) if len(reach) >= _FEWEST else None
        if found is None:
            at = max(at + 1, reach[-1] + 1 if reach else 0)
            continue
        yield found
        at = floor = found.last


def _reach(lines: Sequence[TableLine | None], at: int) -> Iterator[int]:
    """The rows of figures of a table that begins with the row ``at``, as far as no sentence, title or other heads stand between."""
    last = lines[at]
    if last is None or not last.figures:
        return
    yield at
    without, steps = 0, [0.0]
    for n in range(at + 1, len(lines)):
        line = lines[n]
        if line is None or line.between or (line.heads and not without):
            return
        if not line.figures:
            without += 1
            if without > _WITHOUT:
                return
            continue
        step = last.row.baseline - line.row.baseline
        if step > _AWAY * max(median(steps), 2 * line.row.size):
            return
        steps.append(step)
        yield n
        last, without = line, 0


def _table(lines: Sequence[TableLine | None], reach: Sequence[int], floor: int) -> Found | None:
    first, last = reach[0], reach[-1] + 1
    inside = [line for line in lines[first:last] if line is not None]
    figures = [line for line in inside if line.figures]
    size = median(line.row.size for line in figures)
    tight = _tight(lines, reach, size)
    names = _names(figures, size)
    first, last = (
        _opened(lines, first, floor, tight, names),
        _closed(lines, last, tight, names, figures),
    )
    inside = [line for line in lines[first:last] if line is not None]
    strips = strips_of(
        [line.near for line in figures],
        [line.near for line in inside if not line.figures],
        size,
        names,
    )
    if not strips:
        return None
    columns = Columns(tuple(_cores([line.cells for line in inside], strips)), tuple(strips), size)
    first = _sections(lines, first, floor, columns)
    inside = [line for line in lines[first:last] if line is not None]
    above = [
        line.row if line is not None and not line.between else None for line in lines[floor:first]
    ]
    heads, count = heads_of(above, inside[0].row.baseline, columns)
    if not heads:
        return None
    start = first - count
    groups = _grouped(inside, tight, columns)
    body = with_classes(
        [_cells(group, columns) for group in groups],
        [_pieces(group, columns) for group in groups],
        columns,
    )
    top = above[len(above) - count]
    assert top is not None
    baselines = [*[top.baseline] * len(heads), *(group[0].row.baseline for group in groups)]
    edges = (
        columns.cores[0][0],
        *((left + right) / 2 for left, right in strips),
        columns.cores[-1][1],
    )
    return Found(
        start,
        last,
        top.baseline,
        edges,
        [*heads, *body],
        tuple(baselines),
        size,
        seen_of(
            [row for row in above[len(above) - count :] if row] + [line.row for line in inside]
        ),
    )


def _tight(lines: Sequence[TableLine | None], reach: Sequence[int], size: float) -> float:
    """The distance below which a line goes on with the one above."""
    steps = [
        one.row.baseline - other.row.baseline
        for a, b in pairwise(reach)
        if b == a + 1 and (one := lines[a]) and (other := lines[b])
    ]
    return _TIGHT * median(steps) if steps else _LEADING * size


def _names(figures: Sequence[TableLine], size: float) -> float:
    """Where the columns of names end: before the first in which most rows have a number, and behind the numbers of the rows."""
    low = min(line.row.left for line in figures)
    starts = [
        cell[0].x
        for line in figures
        for cell, kind in zip(line.cells, line.kinds, strict=True)
        if kind == "number" and cell[0].x > low + 2 * size
    ]
    return min(starts, default=low)


def _opened(
    lines: Sequence[TableLine | None], first: int, floor: int, tight: float, names: float
) -> int:
    """Where a table begins whose first name has lines above its figures."""
    row = lines[first]
    while first > floor and row is not None:
        above = lines[first - 1]
        if (
            above is None
            or not (is_name(above, names) or is_beside(above, row))
            or above.row.baseline - row.row.baseline > tight
        ):
            break
        first, row = first - 1, above
    return first


def _sections(lines: Sequence[TableLine | None], first: int, floor: int, columns: Columns) -> int:
    """Where a table begins whose first rows are names without figures, 一、收入, below its heads: they begin where names do, a row below the heads."""
    left, size, at = columns.cores[0][0], columns.size, first
    while (
        at - 1 > floor
        and (line := lines[at - 1]) is not None
        and (above := lines[at - 2]) is not None
    ):
        names = (
            len(line.cells) == 1
            and not line.between
            and abs(line.row.left - left) < _SAME_EDGE * size
            and line.row.right < columns.cores[0][1] + size
        )
        far = above.row.baseline - line.row.baseline > _LEADING * size
        if not names or not far:
            break
        at -= 1
    heads = [line for line in lines[max(floor, at - _HEADS) : at] if line is not None]
    return at if any(len(line.cells) > 1 for line in heads) else first


def _closed(
    lines: Sequence[TableLine | None],
    last: int,
    tight: float,
    names: float,
    figures: Sequence[TableLine],
) -> int:
    """Where a table ends whose last row goes on below its figures: the name, or a cell with words."""
    while last < len(lines) and (line := lines[last]) and (above := lines[last - 1]):
        goes_on = (
            is_name(line, names)
            or is_beside(line, above)
            or (
                not line.between
                and not line.figures
                and is_below(line, above if above.figures else figures[-1])
            )
        )
        if not goes_on or above.row.baseline - line.row.baseline > tight:
            break
        last += 1
    return last


def _cores(rows: Sequence[Cells], strips: Sequence[Strip]) -> Iterator[tuple[float, float]]:
    """Where what stands in each column begins and ends."""
    ends = [
        min(cells[0][0].x for cells in rows),
        *(place for strip in strips for place in strip),
        max(cells[-1][-1].right for cells in rows),
    ]
    return zip(ends[::2], ends[1::2], strict=True)


def _grouped(
    lines: Sequence[TableLine], tight: float, columns: Columns
) -> list[list[TableLine]]:
    """The lines of each row: one with figures, and those of its name around it."""
    groups: list[list[TableLine]] = []
    for line in lines:
        last = groups[-1] if groups else []
        near = bool(last) and last[-1].row.baseline - line.row.baseline < tight
        near = near or (bool(last) and not line.figures and _is_full(last, line, columns))
        if near and not (line.figures and any(one.figures for one in last)):
            last.append(line)
            continue
        groups.append([line])
        while near and not last[-1].figures and _is_nearer(last, line):
            groups[-1].insert(0, last.pop())
    return groups


def _is_full(group: Sequence[TableLine], line: TableLine, columns: Columns) -> bool:
    """Whether the words of a line go on with those above it, which left no room in their columns."""
    above = group[-1]
    if above.row.baseline - line.row.baseline > _FULL_LEADING * columns.size:
        return False
    ends = {_over(run, columns)[0]: run[-1].right for run in parted(above.cells, columns.strips)}
    own = [_over(run, columns)[0] for run in parted(line.cells, columns.strips)]
    room = 1.2 * columns.size
    return all(n in ends and ends[n] > columns.cores[n][1] - room for n in own)


def _is_nearer(group: Sequence[TableLine], below: TableLine) -> bool:
    """Whether the last line of a row is nearer the figures below than its own."""
    own = next(line.row.baseline for line in group if line.figures)
    at = group[-1].row.baseline
    return at - below.row.baseline < own - at


def _cells(group: Sequence[TableLine], columns: Columns) -> list[CellText]:
    """The cells of a row: what stands in a column on any of its lines."""
    found: dict[int, CellText] = {}
    for line in group:
        for run in parted(line.cells, columns.strips):
            over = _over(run, columns)
            text = line_of(Row(run)).text.replace("\t", " ")
            before = found.get(over[0])
            indent = (
                max(0, round((run[0].x - columns.cores[0][0]) / run[0].size)) if over[0] == 0 else 0
            )
            found[over[0]] = (
                before._replace(text=before.text + text)
                if before
                else CellText(text, over[0], over[-1] - over[0] + 1, 1, indent)
            )
    return _apart([found[column] for column in sorted(found)])


def _pieces(group: Sequence[TableLine], columns: Columns) -> list[Label]:
    """What stands in each column of a row, line by line, with its height."""
    return [
        Label(
            _over(run, columns)[0],
            line_of(Row(run)).text.replace("\t", " "),
            line.row.baseline,
            line.figures,
        )
        for line in group
        for run in parted(line.cells, columns.strips)
    ]


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
    return (
        list(range(over[0], over[-1] + 1))
        if over
        else [sum(left >= (a + b) / 2 for a, b in columns.strips)]
    )
