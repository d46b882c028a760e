"""A line of a page as it grows: its pieces, the cells of a row, and how its blanks are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Match

from lxml import etree

from pipeline.patterns.page import ATTACHMENTS, BLANKS
from pipeline.read.raised import raised
from pipeline.tables import MOST_SPANNED, Piece, row_of

_LINE, _CELL = "\v", "\x1f"  # where preformatted text breaks, where a cell ends
_CHINESE = "\u2e80"  # the first of the characters that are written without blanks
_UNSEEN = "\u200b\ufeff"
_EDGE = "\t \u3000"
_ROUND = " \t\r\n\u00a0\u3000" + _UNSEEN


class OpenTables:
    """The tables that are open, with their rows so far."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int]] = []
        self._count = 0

    def row(self, tag: str, *, leaving: bool) -> tuple[int, int] | None:
        """Give the table and the number of the row that begins, None where none does."""
        if tag == "table":
            if leaving and self._open:
                self._open.pop()
            elif not leaving:
                self._count += 1
                self._open.append((self._count, -1))
            return None
        if leaving or not self._open:
            return None
        table, number = self._open.pop()
        self._open.append((table, number + 1))
        return self._open[-1]


def _are_words(joint: str) -> bool:
    return joint.isalnum() and joint.isascii()


class Line:
    """A line as it grows. ``row`` is the table and the row that it is, where it is one."""

    def __init__(self) -> None:
        self.level = 0
        self.row: tuple[int, int] | None = None
        self.broken = False  # a block ended inside a cell
        self._shapes: list[Piece] = []
        self._pieces: list[str] = []
        self._rest: list[str] = []  # without the links to attachments

    def add(self, text: str | None, preserved: bool, *, attached: bool = False) -> None:
        """Take what stands next; ``attached``: the words of a link to an attachment."""
        if not text or self._is_passed_over(text, preserved):
            return
        if self.broken and self._pieces and _are_words(self._pieces[-1][-1] + text[0]):
            self._pieces.append(" ")
        self.broken = False
        if preserved:
            text = text.replace("\n", _LINE)
        self._pieces.append(text)
        if not attached:
            self._rest.append(text)

    def _is_passed_over(self, text: str, preserved: bool) -> bool:
        """Whether text is the blanks between blocks, or before a line."""
        if self.broken and not text.strip():
            return True
        return not self._pieces and not preserved and text.isascii() and text.isspace()

    def add_raised(self, text: str, tail: str | None, preserved: bool) -> None:
        """Take raised characters, and what stands behind them."""
        before = "".join(self._pieces[-3:]).rpartition(_CELL)[2]
        self.add(raised(before, text), preserved)
        self.add(tail, preserved)

    def end_cell(self, node: etree._Element) -> None:
        """End the cell that is open, with the shape that its element states."""
        self.broken = False
        said = "".join(self._pieces).rpartition(_CELL)[2]
        indent = _indent(said[: len(said) - len(said.lstrip())])
        rows, columns = _spanned(node, "rowspan"), _spanned(node, "colspan")
        self._shapes.append(Piece(0, 0, rows, columns, indent))
        self._pieces.append(_CELL)
        self._rest.append(_CELL)

    def text(self) -> Iterator[tuple[str, int]]:
        """Give the line, or those of preformatted text; none where only attachments are listed."""
        if not self._pieces:
            return
        text, rest = "".join(self._pieces), "".join(self._rest)
        if self.row is not None and self._shapes:
            cells = [_flat(cell) for cell in text.replace(_LINE, "").split(_CELL)]
            row = row_of(cells, *self.row, self._shapes)
            if row:
                yield row, self.level
        elif text == rest or not ATTACHMENTS.fullmatch(rest):
            yield from ((flat, self.level) for flat in flat_lines(text))


def flat_lines(text: str) -> Sequence[str]:
    """The lines of a text, the cells of each joined by tabs; empty ones are none."""
    bare = text.strip(_ROUND)
    if bare.isprintable() and " " not in bare:  # nearly all: no blank or break is in it
        return (bare,) if bare else ()
    lines = ("\t".join(map(_flat, line.split(_CELL))).strip(_EDGE) for line in text.split(_LINE))
    return [line for line in lines if line]


def _flat(text: str) -> str:
    """A run of blanks is one blank; a line break between Chinese characters is nothing.

    >>> _flat("同比\\n增长 5%\\u3000 ")
    '同比增长 5%'
    """
    text = text.strip(_ROUND)

    def written(run: Match[str]) -> str:
        around = text[max(run.start() - 1, 0) : run.start()], text[run.end() : run.end() + 1]
        if "\n" in run[0] and min(around) >= _CHINESE:
            return ""
        return " " if run[0].strip(_UNSEEN) else ""

    return BLANKS.sub(written, text)


def _indent(blanks: str) -> int:
    """How many characters wide the blanks before a name are."""
    halves = blanks.count("\u00a0") + blanks.count("\u2002") + 2 * blanks.count("\u2003")
    return blanks.count("\u3000") + halves // 2


def _spanned(node: etree._Element, name: str) -> int:
    """The rows or columns that a cell says it covers."""
    said = (node.get(name) or "1").strip()
    return min(max(int(said), 1), MOST_SPANNED) if said.isdecimal() and len(said) < 6 else 1
