"""Notes of a table: in the last rows of its grid, and right behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.patterns import tables as p
from pipeline.records import Span, TableCell
from pipeline.tables.forms import says_who
from pipeline.tables.grid import Grid
from pipeline.tables.units import units_of

_LINES_BEHIND = 6
_MOST_ROWS = 12  # at the foot of a grid that hold notes


def foot(grid: Grid) -> int:
    """The number of rows above the notes in the last rows of a grid."""
    end = grid.rows
    for row in range(grid.rows - 1, max(grid.rows - _MOST_ROWS, 0) - 1, -1):
        if says_who([said for cell in grid.row(row) if (said := grid.said(cell))]):
            end = row
            continue
        cell = _alone(grid, row)
        if cell is None or not (said := grid.said(cell)):
            break
        if p.TABLE_NOTE.fullmatch(said) or _says_who(said):
            end = row
        elif not p.NOTE_GOES_ON.match(said):
            break
    return end


def _says_who(said: str) -> bool:
    """Whether a cell says who made the table, and what else is said of it: 制表单位：…　联系电话：…."""
    first, *others = [match[0] for match in p.CAPTION_PIECE.finditer(said)]
    return bool(p.FORM_NOTE.fullmatch(first)) and all(map(p.SAID_OF.fullmatch, others))


def _alone(grid: Grid, row: int) -> TableCell | None:
    """The one cell of a row that has only one."""
    cells = [cell for cell in grid.row(row) if grid.said(cell)]
    return cells[0] if len(cells) == 1 and cells[0].row == row else None


def unit_noted(text: str, found: Sequence[Span]) -> Span | None:
    """The unit that the notes of a table state: 万元 in 注：本表金额单位为万元."""
    said = (p.UNIT_IN_NOTE.search(text, *note) for note in found)
    return next((Span(*one.span("unit")) for one in said if one and units_of(one["unit"])), None)


def notes(grid: Grid, end: int, behind: int, after: int) -> Iterator[Span]:
    """The notes of a grid of which ``end`` rows hold the table, ``behind`` its place in the text:
    注：…, 资料来源：…, and what goes on with them, 2. …; 单位：万元, unless the next grid is right
    below it, which is at ``after``."""
    for row in range(end, grid.rows):
        for cell in grid.row(row):
            yield cell.span
    text, seen = grid.text, end < grid.rows
    for line in _lines(text, behind + 1):
        said = text[slice(*line)]
        above_next = after < len(text) and not text[line.end : after].strip()
        opens = p.UNIT_FIRST.match(said) and not above_next
        goes_on = seen and p.NOTE_GOES_ON.match(said)
        if not (p.TABLE_NOTE.fullmatch(said) or goes_on or opens):
            return
        seen = True
        yield line


def _lines(text: str, at: int) -> Iterator[Span]:
    """The lines from a place on that are not blank, without the blanks round them."""
    for _ in range(_LINES_BEHIND):
        stop = text.find("\n", at)
        stop = stop if stop >= 0 else len(text)
        line = text[at:stop]
        if line.strip():
            yield Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
        at = stop + 1
