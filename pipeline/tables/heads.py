"""The cells that head a column, also where blanks stand for a merged one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.patterns import tables as p
from pipeline.records import TableCell
from pipeline.tables.grid import Grid


class Above(NamedTuple):
    """A cell above a column. ``own``: it covers the column; else it stands to its left, and blanks go on with it."""

    cell: TableCell
    own: bool


def above(grid: Grid, rows: range, column: int, floor: int = 0) -> Iterator[Above]:
    """The cells that head a column in ``rows``, the outer first, each merged one once; none left of ``floor``.

    A blank below a cell goes on with it; a blank with nothing above goes on with what is to its left, under the same outer head.
    """
    last, own = None, False
    for row in rows:
        if is_column_numbers(grid, row):
            continue
        at = column
        while not own and at > floor and grid.at(row, at) is None:
            at -= 1
        cell = grid.at(row, at)
        if cell is None or cell is last:
            continue
        own, floor, last = own or at == column, max(floor, cell.column), cell
        yield Above(cell, at == column)


def is_column_numbers(grid: Grid, row: int) -> bool:
    """Whether a row only numbers the columns: 甲 | 1 | 2 | 3=2/1."""
    words = [grid.said(cell) for cell in grid.row(row)]
    return (
        len(words) > 1
        and all(p.COLUMN_NUMBER.fullmatch(word) for word in words if word)
        and any(words)
    )
