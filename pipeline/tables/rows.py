"""Rows of the tables of a format, on their way from its reader to the text:
lines that know their cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.errors import ReadError
from pipeline.records import Cells, Span, TableCell

MOST_SPANNED = 1000  # rows or columns; what claims to cover more is cut off
# places that the merged cells of a file cover beyond their own; some 100 bytes of memory each
MOST_COVERED = 2_000_000
CONTINUED = 0  # rows of a cell that goes on from the one above


class Piece(NamedTuple):
    """A cell of a row, by offsets into its line.

    ``column`` is None where the cells before and above tell it.
    """

    start: int
    end: int
    rows: int = 1
    columns: int = 1
    indent: int = 0
    column: int | None = None


class TableRow(str):
    """A line that is a row: ``table`` tells its table from others of the document,
    ``number`` counts its rows from 0."""

    __slots__ = ("number", "pieces", "table")
    table: int
    number: int
    pieces: tuple[Piece, ...]

    def __new__(cls, text: str, table: int, number: int, pieces: tuple[Piece, ...]) -> TableRow:
        """Make a row of ``text``."""
        row = super().__new__(cls, text)
        row.table, row.number, row.pieces = table, number, pieces
        return row

    def __reduce__(self) -> tuple[type[TableRow], tuple[str, int, int, tuple[Piece, ...]]]:
        return TableRow, (str(self), self.table, self.number, self.pieces)


def gathered(lines: Iterable[tuple[str, int]], *, place: str) -> tuple[Cells, ...]:
    """The grids of the rows among ``lines``, which are joined by line breaks to the text.

    Raises ``ReadError`` where merged cells cover too much.
    """
    at, rows = 0, []
    for line, _ in lines:
        if isinstance(line, TableRow):
            rows.append((at, line))
        at += len(line) + 1
    return gathered_at(rows, place=place)


def gathered_at(rows: Iterable[tuple[int, TableRow]], *, place: str) -> tuple[Cells, ...]:
    """The grids of rows, each with where it stands in the text.

    Raises ``ReadError`` where merged cells cover too much.
    """
    tables: dict[int, _Table] = {}
    covered = _Covered(place)
    for at, row in rows:
        tables.setdefault(row.table, _Table(covered)).add(row, at)
    for table in tables.values():
        table.ended()
    return tuple(table.cells for table in tables.values() if table.cells)


class _Covered:
    """Counts the places that the merged cells of a file cover, before
    anything is laid out over them."""

    def __init__(self, place: str) -> None:
        self._place, self._count = place, 0

    def add(self, places: int) -> None:
        """So many more."""
        self._count += places
        if self._count > MOST_COVERED:
            raise ReadError(
                f"合并单元格铺开太大（超过 {MOST_COVERED // 10_000} 万格）", place=self._place,
                remedy="请确认这是一份报告；确实是的话，请取消表格里的合并单元格，或拆成几个文件。",
            )  # fmt: skip


class _Table:
    """The cells of a table as it grows."""

    def __init__(self, covered: _Covered) -> None:
        self.cells = Cells()
        self._covered, self._last = covered, 0
        self._taken: dict[
            int, tuple[int, int]
        ] = {}  # by column: the row below the cell that stands there, and its place among the cells

    def add(self, row: TableRow, at: int) -> None:
        column, self._last = 0, row.number
        for piece in row.pieces:
            if piece.column is not None:
                column = piece.column
            elif piece.rows != CONTINUED:
                start = column
                while self._taken.get(column, (0, 0))[0] > row.number:
                    column += 1
                self._covered.add(column - start)
            width, height = min(piece.columns, MOST_SPANNED), min(piece.rows, MOST_SPANNED)
            if height == CONTINUED:
                self._continue(column, row.number)
            else:
                self._put(row, at, piece, column, width, height)
            column += width

    def _put(
        self, row: TableRow, at: int, piece: Piece, column: int, width: int, height: int
    ) -> None:
        place = -1
        if piece.end > piece.start:
            place = len(self.cells)
            self.cells.append(
                TableCell(
                    row.number,
                    column,
                    Span(at + piece.start, at + piece.end),
                    height,
                    width,
                    piece.indent,
                )
            )
        self._covered.add(width - 1)
        for covered in range(column, column + width):
            self._taken[covered] = row.number + height, place

    def ended(self) -> None:
        """Count what the cells cover now that the last row is known."""
        self._covered.add(
            sum(
                (min(cell.rows, self._last + 1 - cell.row) - 1) * cell.columns
                for cell in self.cells
            )
        )

    def _continue(self, column: int, number: int) -> None:
        below, place = self._taken.get(column, (0, -1))
        if place >= 0 and below <= number:
            cell = self.cells[place]
            self.cells.put(place, cell._replace(rows=number + 1 - cell.row))
            self._taken[column] = number + 1, place


def row_of(cells: list[str], table: int, number: int, shapes: list[Piece]) -> TableRow | None:
    """The row whose cells say ``cells``, parted by tabs, without blanks at its ends; None where
    nothing is said. ``shapes`` say all but the offsets."""
    text = "\t".join(cells)
    flat = text.strip("\t \u3000")
    if not flat:
        return None
    at = text.index(flat) * -1
    pieces = []
    for cell, shape in zip(cells, shapes, strict=False):
        start, end = max(at, 0), min(max(at + len(cell), 0), len(flat))
        pieces.append(shape._replace(start=start, end=max(start, end)))
        at += len(cell) + 1
    return TableRow(flat, table, number, tuple(pieces))
