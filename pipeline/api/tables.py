"""The tables of a report as Python meets them: frozen records, and the same as a frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.records import Span

if TYPE_CHECKING:
    import pandas as pd

_BETWEEN = " / "  # the heads of a column that stand one above the other


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with something in it: where it starts, counted from 0, what it covers, what it says.
    """

    row: int
    column: int
    rows: int
    columns: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures: its cells row by row, and what stands around them.

    The first ``header_rows`` rows are heads of columns. ``blocks`` are the columns ``(start, end)``
    of tables that stand side by side. Spans count into the text of the document; that of the table
    covers its rows.
    """

    id: str
    span: Span
    title: str | None
    unit: str | None
    notes: tuple[str, ...]
    header_rows: int
    blocks: tuple[tuple[int, int], ...]
    cells: tuple[TableCell, ...]

    def to_frame(self) -> pd.DataFrame:
        """Make a frame of the words in its cells, its heads as columns; a merged cell is repeated.
        """
        import pandas as pd

        rows = self._grid()
        heads = [_head(column) for column in zip(*rows[: self.header_rows], strict=True)]
        return pd.DataFrame(rows[self.header_rows :], columns=heads or None, dtype="string")

    def _grid(self) -> list[list[str | None]]:
        height = max((cell.row + cell.rows for cell in self.cells), default=0)
        width = max((cell.column + cell.columns for cell in self.cells), default=0)
        rows: list[list[str | None]] = [[None] * width for _ in range(height)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    rows[row][column] = cell.text
        return rows


def _head(heads: Iterable[str | None]) -> str:
    return _BETWEEN.join(dict.fromkeys(head for head in heads if head))


def table_of(shape: Mapping[str, Any], text: str) -> Table:
    """Make a table of its JSON and the text that its spans count into."""
    return Table(
        id=shape["id"],
        span=Span(*shape["span"]),
        title=_said(shape["title"], text),
        unit=_said(shape["unit"], text),
        notes=tuple(text[start:end] for start, end in shape["notes"]),
        header_rows=shape["header_rows"],
        blocks=tuple((start, end) for start, end in shape["blocks"]),
        cells=tuple(_cell(one, text) for one in shape["cells"]),
    )


def _said(span: list[int] | None, text: str) -> str | None:
    return text[slice(*span)] if span else None


def _cell(shape: Mapping[str, Any], text: str) -> TableCell:
    span = Span(*shape["span"])
    return TableCell(
        row=shape["row"],
        column=shape["column"],
        rows=shape.get("rows", 1),
        columns=shape.get("columns", 1),
        span=span,
        text=text[span.start : span.end],
    )
