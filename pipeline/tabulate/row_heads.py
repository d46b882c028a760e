"""The heads of rows: which cell names each, and the class that it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.phrase import Phrase
from pipeline.patterns import heads as p
from pipeline.records import TableCell
from pipeline.tables.grid import Grid
from pipeline.tables.layout import Layout
from pipeline.tabulate.words import cell_words


def name_cells(
    grid: Grid, layout: Layout, names: Sequence[int], start: int
) -> dict[int, TableCell | None]:
    """The cell that names each row of a block, by row; rows without one are left out, but in a
    block without columns of names."""
    named = {row: _name(grid, row, names, start) for row in range(layout.data, grid.rows)}
    return {row: cell for row, cell in named.items() if cell is not None or not names}


def _name(grid: Grid, row: int, names: Sequence[int], start: int) -> TableCell | None:
    """The last cell in the columns of names, else 全市平均 in what numbers rows."""
    for column in (*reversed(names), *range(start, names[0] if names else start)):
        cell = grid.at(row, column)
        if cell is not None and (column in names or p.NAMING.fullmatch(grid.said(cell))):
            return cell
    return None


def groups(grid: Grid, layout: Layout, names: Sequence[int]) -> dict[int, Phrase]:
    """What stands in the columns of names before the last, by row: the class it belongs to.

    Blanks go on with what is above.
    """
    outer, last = names[:-1], names[-1] if names else 0
    found: dict[int, Phrase] = {}
    held: TableCell | None = None
    for row in range(layout.data, grid.rows if outer else 0):
        name = grid.at(row, last)
        cells = [cell for column in outer if (cell := grid.at(row, column)) is not None]
        if cells or name is None:
            held = cells[-1] if cells and name is not None and cells[-1] is not name else None
        if held is not None:
            found[row] = cell_words(grid.text, held, "row_group")
    return found
