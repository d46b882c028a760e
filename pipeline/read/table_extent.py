"""Where a table without lines begins and ends.

The lines of names and of words around its figures are part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.read.table_columns import Columns
from pipeline.read.table_lines import (
    TableLine,
    is_below,
    is_beside,
    is_name,
    share_column,
)

_TIGHT = 0.85  # of the distance of rows: nearer, a line belongs to the next
_NEARER = 0.97  # of it: as far apart as rows
_FARTHER = 1.07  # times the distance of lines of one cell: that of rows
_LEAST = 1.1  # sizes from line to line of one cell at least
_LEADING = 1.46  # at most, where no two rows tell: Noto and Source Han have 1.45
_BETWEEN = 3  # lines of other cells between two of one
_HEADS = 4  # lines above the first row, of which one holds several heads
_SAME_EDGE = 0.3  # sizes


def tight_of(lines: Sequence[TableLine | None], reach: Sequence[int], size: float) -> float:
    """Give the distance below which a line goes on with the one above.

    Lines of one cell stand nearer than rows do. The widest distances, one less than there are rows
    of figures, part rows, and so does that of any two such rows next to each other.
    """
    inside = [line for line in lines[reach[0] : reach[-1] + 1] if line]
    stacked = _stacked(inside)
    gaps = sorted(above.row.baseline - line.row.baseline for above, line in pairwise(stacked))
    steps = _steps(lines, reach)
    if len(reach) < 2 or len(gaps) < len(reach) - 1:
        return _LEADING * size
    within = sorted(gap for gap in _within(inside) if gap > _LEAST * size)
    apart = min([gaps[1 - len(reach)], *steps])
    if within and not steps and apart < within[0] / _NEARER:  # halved by a name between two rows
        apart = next((gap for gap in within if gap > within[0] * _FARTHER), apart)
    leading = max((gap for gap in within if gap < _NEARER * apart), default=None)
    if leading is not None:
        return (leading + apart) / 2
    return min(_NEARER * apart, max(_LEADING * size, _TIGHT * apart))


def _steps(lines: Sequence[TableLine | None], reach: Sequence[int]) -> list[float]:
    """The distances of rows of figures that are next to each other."""
    return [
        one.row.baseline - other.row.baseline
        for a, b in pairwise(reach)
        if b == a + 1 and (one := lines[a]) and (other := lines[b])
    ]


def _stacked(lines: Sequence[TableLine]) -> list[TableLine]:
    """The lines without those between two rows, 民生福祉: they share no column with either."""
    return [
        line
        for above, line, below in zip([None, *lines], lines, [*lines[1:], None], strict=False)
        if line.figures
        or (above and share_column(above, line))
        or (below and share_column(line, below))
    ]


def _within(lines: Sequence[TableLine]) -> Iterator[float]:
    """The distances of lines to the next below them that stands in one of their columns."""
    for at, line in enumerate(lines):
        for below in lines[at + 1 : at + 1 + _BETWEEN]:
            if share_column(line, below):
                yield line.row.baseline - below.row.baseline
                break


def names_of(figures: Sequence[TableLine], size: float) -> float:
    """Give the place where the columns of names end.

    That is before the first number of any row, but for the numbers that count the rows.
    """
    low = min(line.row.left for line in figures)
    starts = [
        cell[0].x
        for line in figures
        for cell, kind in zip(line.cells, line.kinds, strict=True)
        if kind == "number" and cell[0].x > low + 2 * size
    ]
    return min(starts, default=low)


def opened(
    lines: Sequence[TableLine | None], first: int, floor: int, tight: float, names: float
) -> int:
    """Find where a table begins whose first name has lines above its figures."""
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


def closed(
    lines: Sequence[TableLine | None],
    last: int,
    tight: float,
    names: float,
    figures: Sequence[TableLine],
) -> int:
    """Find where a table ends whose last row goes on below its figures, with words."""
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


def with_sections(
    lines: Sequence[TableLine | None], first: int, floor: int, columns: Columns
) -> int:
    """Find where a table begins whose first rows are names without figures, 一、收入.

    They begin where names do, on one line or several, a row below the heads.
    """
    at = first
    for start in range(first - 1, floor, -1):
        line, above = lines[start], lines[start - 1]
        if line is None or above is None or not _is_section(line, columns):
            break
        if above.row.baseline - line.row.baseline > columns.tight:
            at = start
    heads = [line for line in lines[max(floor, at - _HEADS) : at] if line is not None]
    return at if any(len(line.cells) > 1 for line in heads) else first


def _is_section(line: TableLine, columns: Columns) -> bool:
    left, right = columns.cores[0]
    return (
        len(line.cells) == 1
        and not line.between
        and abs(line.row.left - left) < _SAME_EDGE * columns.size
        and line.row.right < right + columns.size
    )
