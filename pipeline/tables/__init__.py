"""tables: grids of cells made out as tables of figures, with title, unit and notes."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.patterns import tables as p
from pipeline.records import Cells, Span, Table, TableCell
from pipeline.tables.captions import captions
from pipeline.tables.figures import kind_of
from pipeline.tables.grid import Grid, grid
from pipeline.tables.layout import Layout, layout
from pipeline.tables.notes import notes
from pipeline.tables.plain_text import cell_at, text_grids
from pipeline.tables.rows import (
    CONTINUED,
    MOST_SPANNED,
    Piece,
    TableRow,
    gathered,
    gathered_at,
    row_of,
)
from pipeline.tables.units import units_of

__all__ = [
    "CONTINUED",
    "MOST_SPANNED",
    "Piece",
    "TableRow",
    "cell_at",
    "gathered",
    "gathered_at",
    "kind_of",
    "row_of",
    "tables",
    "text_grids",
    "units_of",
]


def tables(text: str, grids: Sequence[Sequence[TableCell]]) -> tuple[Table, ...]:
    """The tables of figures among ``grids``, in order; forms and layouts are left out."""
    found: list[Table] = []
    for cells in grids:
        laid = grid(text, cells)
        plan = layout(laid)
        if plan is not None:
            last = found[-1] if found else None
            found.append(_table(laid, plan, f"t{len(found) + 1}", last))
    return tuple(found)


def _table(laid: Grid, plan: Layout, name: str, last: Table | None) -> Table:
    text = laid.text
    start = text.rfind("\n", 0, min(cell.span.start for cell in laid.cells)) + 1
    end = text.find("\n", max(cell.span.end for cell in laid.cells))
    span = Span(start, end if end >= 0 else len(text))
    title, unit = captions(laid, plan.caption, last.span.end if last else 0, start)
    if last and title and p.GOES_ON.fullmatch(text[slice(*title)].strip("*_# ")):
        title, unit = last.title, unit or last.unit
    return Table(
        name,
        span,
        Cells(laid.cells),
        plan.data,
        plan.blocks,
        title,
        unit,
        tuple(notes(laid, plan.end, span.end)),
    )
