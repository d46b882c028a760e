"""The cells of a table by row and column, merged cells everywhere they cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.patterns import tables as p
from pipeline.records import Table, TableCell

_WIDEST = 200  # columns; a cell that claims to cover more is cut off
_EMPTY: dict[int, TableCell] = {}
# what stands further right, pushed there by cells that claim to cover all, is of no table
_MOST_COLUMNS = 2_000


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells and the text they stand in."""

    text: str
    cells: tuple[TableCell, ...]
    rows: int = 0
    columns: int = 0
    _rows: dict[int, dict[int, TableCell]] = field(default_factory=dict)  # from left to right

    def at(self, row: int, column: int) -> TableCell | None:
        """The cell that covers a place, None where it is empty."""
        return self._rows.get(row, _EMPTY).get(column)

    def word(self, row: int, column: int) -> str:
        """What the cell at a place says, without dress and blanks at its
        ends; empty where there is none."""
        cell = self.at(row, column)
        return self.said(cell) if cell else ""

    def said(self, cell: TableCell) -> str:
        """What a cell says, without dress and footnotes."""
        return p.FOOTNOTES.sub("", p.DRESS.sub("", self.text[slice(*cell.span)])).strip()

    def row(self, row: int) -> Iterator[TableCell]:
        """The cells of a row, each once, those that reach down into it too."""
        last, end = None, 0
        for column, cell in self._rows.get(row, _EMPTY).items():
            if cell is not last or column > end:
                yield cell
            last, end = cell, column + 1

    def below(self, row: int) -> dict[int, list[TableCell]]:
        """For each column the cells that begin in ``row`` and below it."""
        found: dict[int, list[TableCell]] = {}
        for number in range(row, self.rows):
            for column, cell in self._rows.get(number, _EMPTY).items():
                if cell.row == number:
                    found.setdefault(column, []).append(cell)
        return found


def grid(text: str, cells: Sequence[TableCell]) -> Grid:
    """Cells laid out. Linear in the places they cover."""
    at: dict[int, dict[int, TableCell]] = {}
    cells = tuple(cell for cell in cells if cell.column < _MOST_COLUMNS)
    rows = 1 + max((cell.row for cell in cells), default=-1)
    columns = 0
    for cell in cells:
        width = max(1, min(cell.columns, _WIDEST - cell.column))
        columns = max(columns, cell.column + width)
        for row in range(cell.row, min(rows, cell.row + max(1, cell.rows))):
            places = at.setdefault(row, {})
            for column in range(cell.column, cell.column + width):
                places.setdefault(column, cell)
    return Grid(
        text,
        cells,
        rows,
        columns,
        {row: dict(sorted(places.items(), key=_column)) for row, places in at.items()},
    )


def _column(place: tuple[int, TableCell]) -> int:
    return place[0]


def grid_of(text: str, table: Table) -> Grid:
    """The grid of a table."""
    return grid(text, table.cells)
