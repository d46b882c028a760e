"""The cells that head a column, also where blanks stand for a merged one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.patterns import tables as p
from pipeline.records import TableCell
from pipeline.tables.grid import Grid

_FARTHEST = 100  # columns that blanks go on to the left


class Above(NamedTuple):
    """A cell above a column.

    ``own``: it covers the column; else it stands to its left, and blanks go on with it.
    """

    cell: TableCell
    own: bool


def above(grid: Grid, rows: Sequence[int], column: int, floor: int = 0) -> Iterator[Above]:
    """The cells that head a column in ``rows``, the outer first, each merged
    one once; none left of ``floor``.

    A blank below a cell goes on with it; a blank with nothing above goes on with what is to its
    left, under the same outer head.
    """
    last, own, floor = None, False, max(floor, column - _FARTHEST)
    for row in rows:
        at = column
        while not own and at > floor and grid.at(row, at) is None:
            at -= 1
        cell = grid.at(row, at)
        if cell is None or cell is last:
            continue
        own, floor, last = own or at == column, max(floor, cell.column), cell
        yield Above(cell, at == column)


def heads_of(grid: Grid, caption: int, data: int) -> list[int]:
    """The rows that hold heads of columns, without those that only number them."""
    return [row for row in range(caption, data) if not is_column_numbers(grid, row)]


def is_column_numbers(grid: Grid, row: int) -> bool:
    """Whether a row only numbers the columns: 甲 | 1 | 2 | 3=2/1."""
    words = [grid.said(cell) for cell in grid.row(row)]
    return (
        len(words) > 1
        and all(p.COLUMN_NUMBER.fullmatch(word) for word in words if word)
        and any(words)
    )
