"""tables: grids of cells made out as tables of figures, with title, unit and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.patterns import tables as p
from pipeline.records import Cells, Span, Table, TableCell
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

_LINES_BEFORE = 4  # between which and the grid a title may stand
_LONGEST_TITLE = 80


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
    title, unit = _captions(laid, plan.caption)
    title, unit = _before(text, last.span.end if last else 0, start, title, unit)
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


def _captions(laid: Grid, rows: int) -> tuple[Span | None, Span | None]:
    """Title and unit in the first rows of the grid itself."""
    title = unit = None
    for row in range(rows):
        for cell in laid.row(row):
            word = laid.said(cell)
            if note := p.UNIT_NOTE.fullmatch(word) or (
                p.FORM_NOTE.fullmatch(word) and p.UNIT_NOTE_INSIDE.search(word)
            ):
                unit = unit or _said_at(laid.text, cell.span, note[0])
            elif word and not p.FORM_NOTE.fullmatch(word):
                title = cell.span
    return title, unit


def _before(
    text: str, floor: int, start: int, title: Span | None, unit: Span | None
) -> tuple[Span | None, Span | None]:
    """Title and unit in the lines above the grid."""
    for line in _lines_up(text, floor, start):
        words = text[slice(*line)]
        plain = words.strip("*_# ")
        if found := p.UNIT_NOTE.fullmatch(plain) or (
            p.UNIT_NOTE_INSIDE.search(plain) if len(plain) <= _LONGEST_TITLE else None
        ):
            unit = unit or _said_at(text, line, found[0])
            if found[0] == plain or p.TABLE_TITLE.fullmatch(plain) is None:
                continue
        if p.FORM_NOTE.fullmatch(plain):
            continue
        if title is None and _may_be_title(plain):
            title = line
        break
    return title, unit


def _may_be_title(words: str) -> bool:
    if len(words) > _LONGEST_TITLE or p.SENTENCE_MARK.search(words):
        return False
    return words[-1:] not in "，,：:" and not words.startswith(("!", "|", "http"))


def _said_at(text: str, span: Span, words: str) -> Span:
    """Where in a stretch some words stand."""
    at = text.find(words.strip(), *span)
    return Span(at, at + len(words.strip())) if at >= 0 else span


def _lines_up(text: str, floor: int, start: int) -> Iterator[Span]:
    """The lines with something on them above a place, the nearest first."""
    end, seen = start - 1, 0
    while end > floor and seen < _LINES_BEFORE:
        begin = max(text.rfind("\n", 0, end) + 1, floor)
        line = text[begin:end]
        if line.strip():
            at = begin + len(line) - len(line.lstrip())
            yield Span(at, at + len(line.strip()))
            seen += 1
        end = begin - 1
