"""The cells of a grid, which may be very many: held as numbers, each made when asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from pipeline.records.span import Span

_WIDE = 7  # numbers of a cell


class TableCell(NamedTuple):
    """A cell of a table: the row and column it starts in, its text, and how many rows and columns
    it covers. ``indent`` is how far its text stands in, in characters."""

    row: int
    column: int
    span: Span
    rows: int = 1
    columns: int = 1
    indent: int = 0


class Cells(Sequence[TableCell]):
    """Cells in order, a tenth as large as their records."""

    __slots__ = ("_numbers",)

    def __init__(self, cells: Iterable[TableCell] = ()) -> None:
        """Hold ``cells``."""
        self._numbers = array("I")
        for cell in cells:
            self.append(cell)

    def append(self, cell: TableCell) -> None:
        """Put a cell behind the others; for whoever makes the grid."""
        row, column, (start, end), rows, columns, indent = cell
        self._numbers.extend((row, column, start, end, rows, columns, indent))

    def put(self, at: int, cell: TableCell) -> None:
        """Put a cell in place of another; for whoever makes the grid."""
        row, column, (start, end), rows, columns, indent = cell
        numbers = array("I", (row, column, start, end, rows, columns, indent))
        self._numbers[at * _WIDE : (at + 1) * _WIDE] = numbers

    def moved(self, counted: Callable[[Span], Span]) -> Cells:
        """Give the cells with their spans counted anew."""
        return Cells(cell._replace(span=counted(cell.span)) for cell in self)

    def __len__(self) -> int:
        return len(self._numbers) // _WIDE

    def __iter__(self) -> Iterator[TableCell]:
        numbers = iter(self._numbers)
        for row, column, start, end, rows, columns, indent in zip(*[numbers] * _WIDE, strict=True):
            yield TableCell(row, column, Span(start, end), rows, columns, indent)

    @overload
    def __getitem__(self, at: int) -> TableCell: ...

    @overload
    def __getitem__(self, at: slice) -> Cells: ...

    def __getitem__(self, at: int | slice) -> TableCell | Cells:
        if isinstance(at, slice):
            return Cells(self[n] for n in range(*at.indices(len(self))))
        place = range(len(self))[at] * _WIDE
        row, column, start, end, rows, columns, indent = self._numbers[place : place + _WIDE]
        return TableCell(row, column, Span(start, end), rows, columns, indent)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cells) and self._numbers == other._numbers

    def __hash__(self) -> int:
        return hash(self._numbers.tobytes())

    def __repr__(self) -> str:
        return f"Cells({list(self)!r})"
