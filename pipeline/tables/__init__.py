"""tables: grids of cells made out as tables of figures, with title, unit and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.patterns import tables as p
from pipeline.records import Cells, Span, Table, TableCell
from pipeline.tables.captions import captions, corner
from pipeline.tables.figures import kind_of
from pipeline.tables.grid import Grid, grid
from pipeline.tables.layout import Layout, layout
from pipeline.tables.notes import notes, unit_noted
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
from pipeline.tables.stacked import stacked
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
    parts = [part for cells in grids for part in stacked(text, cells)]
    starts = [*(_start(text, part.cells) for part in parts), len(text)]
    heads: list[str] = []  # of the table found last
    for part, after in zip(parts, starts[1:], strict=True):
        laid = grid(text, part.cells)
        plan = layout(laid)
        if plan is not None:
            last = found[-1] if found else None
            made = _table(laid, plan, f"t{len(found) + 1}", last, after)
            before, heads = heads, _heads(laid, plan)
            inside = last is not None and last.span.start >= part.begins
            below = last is not None and not text[last.span.end : made.span.start].strip()
            goes_on = inside or (below and before == heads)
            found.append(_titled(made, part.title, last if goes_on else None))
    return tuple(found)


def _heads(laid: Grid, plan: Layout) -> list[str]:
    """What heads the columns of a table behind the first."""
    rows = range(plan.caption, plan.data)
    return [laid.word(row, column) for row in rows for column in range(1, laid.columns)]


def _titled(table: Table, title: Span | None, above: Table | None) -> Table:
    """A table with the title over the sentences above it, or with title and unit of the table that
    it goes on with."""
    if table.title or not (title or above):
        return table
    if title or above is None:
        return replace(table, title=title)
    return replace(table, title=above.title, unit=table.unit or above.unit)


def _start(text: str, cells: Sequence[TableCell]) -> int:
    """Where the first line of a grid begins."""
    return text.rfind("\n", 0, min(cell.span.start for cell in cells)) + 1


def _table(laid: Grid, plan: Layout, name: str, last: Table | None, after: int) -> Table:
    text = laid.text
    start = _start(text, laid.cells)
    end = text.find("\n", max(cell.span.end for cell in laid.cells))
    span = Span(start, end if end >= 0 else len(text))
    title, unit = captions(laid, plan.caption, last.span.end if last else 0, start)
    names = [column for column, kind in enumerate(plan.columns) if kind == "head"]
    unit = corner(laid, names, range(plan.caption, plan.data)) or unit
    below = tuple(notes(laid, plan.end, span.end, after))
    if last and title and p.GOES_ON.fullmatch(text[slice(*title)].strip("*_# ")):
        title, unit = last.title, unit or last.unit
    return Table(
        name,
        span,
        Cells(laid.cells),
        plan.data,
        plan.blocks,
        title,
        unit or unit_noted(text, below),
        below,
    )
