"""Tables that stand below each other in one grid, and sentences in rows of their own round them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.patterns import cells as c
from pipeline.patterns import tables as p
from pipeline.records import Span, TableCell
from pipeline.tables.figures import kind_of
from pipeline.tables.grid import Grid, grid

_MOST_HEADS = 4  # rows of heads above the first figures
_MOST_ABOVE = 4  # rows of titles and units above them
_LONG = 40  # characters of a row of one cell that tells something


class Part(NamedTuple):
    """A grid, or one of those below each other in it, its rows counted from 0.

    ``title`` stands above sentences that part it from the grid, which ``begins`` at a place of the
    text.
    """

    cells: Sequence[TableCell]
    begins: int
    title: Span | None = None


def stacked(text: str, cells: Sequence[TableCell]) -> Iterator[Part]:
    """Part a grid where new heads stand below figures, and where a row is a sentence."""
    laid = grid(text, cells)
    rows = _Rows(laid)
    starts, begins = [0, *rows.heads(), laid.rows], min(cell.span.start for cell in cells)
    for start, end in pairwise(starts):
        body, title = rows.without_sentences(start, end)
        if (start, body) == (0, range(laid.rows)):
            yield Part(cells, begins)
        elif body:
            inside = [cell for cell in cells if cell.row in body]
            moved = [cell._replace(row=cell.row - body.start) for cell in inside]
            if moved:
                yield Part(moved, begins, title)


class _Rows:
    """What the cells that begin in each row say."""

    def __init__(self, laid: Grid) -> None:
        self._laid = laid
        self._cells: list[list[TableCell]] = [[] for _ in range(laid.rows)]
        for cell in laid.cells:
            if laid.said(cell):
                self._cells[cell.row].append(cell)

    def heads(self) -> Iterator[int]:
        """The rows in which a table begins below another: its title, its unit, else its heads."""
        figures, heads, last = 0, list[str](), -1
        for row in range(self._laid.rows):
            if self._has_number(row):
                figures, last = figures + 1, row
            elif not figures:
                heads = self._said(row) if len(self._cells[row]) > 1 and not heads else heads
            elif self._may_head(row) and self._said(row) != heads and self._is_above_figures(row):
                heads, figures = self._said(row), 0
                yield self._above(row, last + 1)

    def without_sentences(self, start: int, end: int) -> tuple[range, Span | None]:
        """The rows that are left where those at the top and at the foot are sentences, and the
        title above them."""
        told = [row for row in range(start, end) if self._is_sentence(row)]
        first = next((row for row in range(start, end) if self._has_number(row)), end)
        above = max((row for row in told if row < first), default=None)
        begin, title = start, None
        if above is not None:
            begin = above + 1
            alone = (self._cells[row] for row in range(start, min(told)))
            title = next((cells[0].span for cells in alone if len(cells) == 1), None)
        while end - 1 > begin and end - 1 in told:
            end -= 1
        return range(begin, end), title

    def _above(self, row: int, floor: int) -> int:
        """The first of the rows of one cell right above a row, which are its titles and units."""
        first = row
        while first > max(floor, row - _MOST_ABOVE) and len(self._cells[first - 1]) < 2:
            first -= 1
        while first < row and self._is_note(first):
            first += 1
        return first

    def _is_note(self, row: int) -> bool:
        """Whether a row is empty, or ends the table above it: 注：…."""
        said = self._said(row)
        return not said or p.TABLE_NOTE.fullmatch(said[0]) is not None

    def _is_sentence(self, row: int) -> bool:
        """Whether a row is one cell that tells something, and is neither a title nor a note."""
        if len(said := self._said(row)) != 1 or p.TABLE_NOTE.fullmatch(said[0]):
            return False
        told = len(said[0]) > _LONG and "，" in said[0]
        return told or (len(said[0]) > _LONG // 2 and said[0].endswith("。"))

    def _may_head(self, row: int) -> bool:
        """Whether a row holds nothing but heads: of names, and behind them mostly of figures."""
        if len(self._cells[row]) < 2:
            return False
        first, *others = self._cells[row]
        word = _bare(self._laid.said(first))
        named = first.column > 0 or c.HEADS_NAMES.search(word) or p.UNIT_NOTE.fullmatch(word)
        words = [self._laid.said(cell) for cell in others]
        return bool(named) and sum(map(_heads_figures, words)) * 2 >= len(words)

    def _is_above_figures(self, row: int) -> bool:
        after = range(row + 1, min(row + 1 + _MOST_HEADS, self._laid.rows))
        return any(map(self._has_number, after))

    def _has_number(self, row: int) -> bool:
        return any(kind_of(self._laid.said(cell)) == "number" for cell in self._cells[row])

    def _said(self, row: int) -> list[str]:
        return [self._laid.said(cell) for cell in self._cells[row]]


def _heads_figures(said: str) -> bool:
    """Whether a cell heads a column of figures, or one beside them: 2023年, 学校数（所）, 备注."""
    word = _bare(said)
    if kind_of(word) == "year" or c.HEADS_FIGURES.search(word) or word != "".join(said.split()):
        return True
    beside = (p.UNIT_HEAD, p.SERIAL_HEAD, p.NOTE_HEAD)
    return any(one.fullmatch(word) for one in beside)


def _bare(said: str) -> str:
    return c.BEHIND_FIELD.sub("", "".join(said.split()))
