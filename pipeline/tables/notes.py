"""Notes of a table: in the last rows of its grid, and right behind it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.patterns import tables as p
from pipeline.records import Span, TableCell
from pipeline.tables.grid import Grid

_LINES_BEHIND = 6
_MOST_ROWS = 12  # at the foot of a grid that hold notes


def foot(grid: Grid) -> int:
    """The number of rows above the notes in the last rows of a grid."""
    end = grid.rows
    for row in range(grid.rows - 1, max(grid.rows - _MOST_ROWS, 0) - 1, -1):
        cell = _alone(grid, row)
        if cell is None or not (said := grid.said(cell)):
            break
        if p.TABLE_NOTE.fullmatch(said) or p.FORM_NOTE.fullmatch(said):
            end = row
        elif not p.NOTE_GOES_ON.match(said):
            break
    return end


def _alone(grid: Grid, row: int) -> TableCell | None:
    """The one cell of a row that has only one."""
    cells = [cell for cell in grid.row(row) if grid.said(cell)]
    return cells[0] if len(cells) == 1 and cells[0].row == row else None


def notes(grid: Grid, end: int, behind: int) -> Iterator[Span]:
    """The notes of a grid of which ``end`` rows hold the table, ``behind`` its place in the text:
    注：…, 资料来源：…, and what goes on with them, 2. …"""
    for row in range(end, grid.rows):
        for cell in grid.row(row):
            yield cell.span
    text, at, seen = grid.text, behind + 1, end < grid.rows
    for _ in range(_LINES_BEHIND):
        stop = text.find("\n", at)
        stop = stop if stop >= 0 else len(text)
        line = text[at:stop]
        if said := line.strip():
            goes_on = seen and p.NOTE_GOES_ON.match(said)
            if p.TABLE_NOTE.fullmatch(said) is None and not goes_on:
                return
            seen = True
            yield Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
        if stop == len(text):
            return
        at = stop + 1
