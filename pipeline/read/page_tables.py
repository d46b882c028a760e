"""The tables of a page of placed characters: by the lines drawn round their cells,
else by the gaps between their columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from pipeline.read.aligned import aligned, going_on
from pipeline.read.broken_lines import whole_lines
from pipeline.read.columns import Block, blocks_of
from pipeline.read.lines import Line, Row
from pipeline.read.ruled import Found, Ruling, ruled
from pipeline.tables import Piece, row_of

_SAME = 3.0  # points by which the columns of a table on the next page may differ


@dataclass(slots=True)
class _Open:
    """The table that ends a page and may go on on the next:
    its number, its rows so far, its columns and the words of its first rows.
    """

    table: int
    rows: int
    edges: tuple[float, ...]
    words: list[list[str]]


class Tables:
    """Finds the tables of one page after the other, so that one that runs on is one."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._open: _Open | None = None

    def blocks(self, rows: Sequence[Row], rulings: Sequence[Ruling]) -> Iterator[Block]:
        """The blocks of a page in reading order, each table one of them."""
        rows = whole_lines(rows)
        found = ruled(rows, rulings)
        at = 0
        ended: _Open | None = None
        tables = sorted([*found, *aligned(rows, found)], key=lambda table: table.first)
        free = tables[0].first if tables else len(rows)
        if self._open and (more := going_on(rows[:free], self._open.edges)):
            tables.insert(0, more)
        for table in tables:
            if table.first < at:
                continue
            if table.first > at:
                self._open = None
                yield from blocks_of(rows[at : table.first])
            yield Block(tuple(self._lines(table)))
            at, ended = table.last, self._open
        if at < len(rows) or not rows:
            ended = None
            yield from blocks_of(rows[at:])
        self._open = ended

    def _lines(self, found: Found) -> Iterator[Line]:
        before = self._open
        words = [[cell.text for cell in row] for row in found.rows]
        if before is not None and _goes_on(before, found):
            skip = 0
            while skip < min(len(words), len(before.words)) and words[skip] == before.words[skip]:
                skip += 1
            table, number = before.table, before.rows
            self._open = _Open(table, number + len(words) - skip, found.edges, before.words)
        else:
            skip, table, number = 0, next(self._numbers), 0
            self._open = _Open(table, len(words), found.edges, words)
        for at, row in enumerate(found.rows[skip:], skip):
            shapes = [
                Piece(0, 0, cell.height, cell.width, cell.indent, cell.column) for cell in row
            ]
            line = row_of([cell.text for cell in row], table, number, shapes)
            number += 1
            if line is not None:
                baseline = found.baselines[at] if at < len(found.baselines) else found.top
                yield Line(
                    line, found.edges[0], found.edges[-1], baseline, found.size, 0.0, found.seen
                )


def _goes_on(before: _Open, found: Found) -> bool:
    """Whether a table at the top of a page has the columns of the one that ended the page before,
    or its heads once more.
    """
    if (
        len(before.edges) == len(found.edges)
        and len(found.rows[0]) > 1
        and [cell.text for cell in found.rows[0]] == before.words[0]
    ):
        return True
    return len(before.edges) == len(found.edges) and all(
        abs(a - b) < _SAME for a, b in zip(before.edges, found.edges, strict=True)
    )
