"""The cells of a table by row and column, merged cells everywhere they cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.patterns import tables as p
from pipeline.records import Table, TableCell

_WIDEST = 200  # columns; a cell that claims to cover more is cut off
_MOST_COLUMNS = 2_000  # what stands further right, pushed there by cells that claim to cover all, is of no table


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells and the text they stand in."""

    text: str
    cells: tuple[TableCell, ...]
    rows: int = 0
    columns: int = 0
    _at: dict[tuple[int, int], TableCell] = field(default_factory=dict)

    def at(self, row: int, column: int) -> TableCell | None:
        """The cell that covers a place, None where it is empty."""
        return self._at.get((row, column))

    def word(self, row: int, column: int) -> str:
        """What the cell at a place says, without dress and blanks at its ends; empty where there is none."""
        cell = self._at.get((row, column))
        return self.said(cell) if cell else ""

    def said(self, cell: TableCell) -> str:
        """What a cell says, without dress and footnotes."""
        return p.FOOTNOTES.sub("", p.DRESS.sub("", self.text[slice(*cell.span)])).strip()

    def row(self, row: int) -> Iterator[TableCell]:
        """The cells of a row, each once, those that reach down into it too."""
        last = None
        for column in range(self.columns):
            cell = self._at.get((row, column))
            if cell is not None and cell is not last:
                yield cell
            last = cell


def grid(text: str, cells: Sequence[TableCell]) -> Grid:
    """Cells laid out. Linear in the places they cover."""
    at: dict[tuple[int, int], TableCell] = {}
    cells = tuple(cell for cell in cells if cell.column < _MOST_COLUMNS)
    rows = 1 + max((cell.row for cell in cells), default=-1)
    columns = 0
    for cell in cells:
        width = max(1, min(cell.columns, _WIDEST - cell.column))
        columns = max(columns, cell.column + width)
        for row in range(cell.row, min(rows, cell.row + max(1, cell.rows))):
            for column in range(cell.column, cell.column + width):
                at.setdefault((row, column), cell)
    return Grid(text, cells, rows, columns, at)


def grid_of(text: str, table: Table) -> Grid:
    """The grid of a table."""
    return grid(text, table.cells)
