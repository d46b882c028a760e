"""Lines of a page, or of many pages, into paragraphs: a line goes on in the next where it is full
and nothing says that the next begins another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.patterns.pdf import BEGINS, ENDED, ITEM
from pipeline.patterns.tables import NUMBERED_TITLE, UNIT_NOTE
from pipeline.read.columns import Block
from pipeline.read.edges import SIZE, TIGHT, Edges, are_apart, edges_of
from pipeline.read.glyphs import Seen
from pipeline.read.lines import Line
from pipeline.records import Span
from pipeline.tables import TableRow

_INDENT = 1.2  # characters right of the margin: a new paragraph
_SHORT = 0.8  # characters left free although the next word would have fitted: the last line of one
_GAP = 1.45  # times the usual distance of lines
_SAME = 0.6  # characters: left edges that differ less are one
_DEEP = 6.0  # characters: no first line is set so far in or out
_TITLE_ROOM = 4.0  # characters that the title of a table leaves free


@dataclass(frozen=True, slots=True)
class Placed:
    """A line that was read in a picture, with its place in the text and the number of its page,
    from 0.
    """

    span: Span
    page: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The text, the offset at which each page starts, the lines that were read in pictures,
    and the rows of tables with where each starts.
    """

    text: str
    starts: tuple[int, ...]
    placed: tuple[Placed, ...]
    rows: tuple[tuple[int, TableRow], ...] = ()


@dataclass(frozen=True, slots=True)
class _Open:
    """The paragraph being written: the left edge of its first line, whether that opens an item,
    and its last line with the edges of its block.
    """

    left: float
    item: bool
    last: Line
    edges: Edges
    lines: int = 1


class _Writer:
    """The text so far, and the paragraph being written."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._open: _Open | None = None
        self._aside: list[tuple[Block, int]] = []
        self.length = 0
        self.placed: list[Placed] = []
        self.rows: list[tuple[int, TableRow]] = []

    def write(self, line: Line, edges: Edges, page: int, *, same_page: bool) -> int:
        """Add a line and return where it starts."""
        before = self._open
        if before is not None and _goes_on(before, line, edges, same_page=same_page):
            left = before.left + (edges.left - before.edges.left)
            self._open = replace(before, left=left, last=line, edges=edges, lines=before.lines + 1)
            self._add(_between(before.last.text, line.text))
        else:
            self.put_aside()
            self._add("\n" if self.length else "")
            self._open = _Open(line.left, ITEM.match(line.text) is not None, line, edges)
        if isinstance(line.text, TableRow):
            self.rows.append((self.length, line.text))
        self._add(line.text)
        start = self.length - len(line.text)
        if line.seen is not None:
            self.placed.append(Placed(Span(start, self.length), page, line.seen))
        return start

    def aside(self, block: Block, page: int) -> None:
        """Keep a block until the paragraph that is being written ends, be it on the next page."""
        self._aside.append((block, page))

    def put_aside(self) -> None:
        """Write the blocks that were kept."""
        waiting, self._aside = self._aside, []
        for block, page in waiting:
            self._open = None
            for line in block.lines:
                self.write(line, edges_of(block.lines), page, same_page=True)
        if waiting:
            self._open = None

    def text(self) -> str:
        self.put_aside()
        return "".join(self._pieces)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)


def paragraphs(pages: Sequence[Sequence[Block]]) -> Paragraphs:
    """The text, a paragraph a line; Chinese lines join without a blank, Latin words with one."""
    writer = _Writer()
    starts: list[int] = []
    common = edges_of(
        [line for page in pages for block in page if not block.column for line in block.lines]
    )
    common = replace(common, spaced=are_apart([block for page in pages for block in page], common))
    for number, page in enumerate(pages):
        start: int | None = None
        for block in page:
            if block.aside:
                writer.aside(block, number)
                continue
            edges = replace(
                edges_of(block.lines, None if block.column else common), spaced=common.spaced
            )
            for line in block.lines:
                at = writer.write(line, edges, number, same_page=start is not None)
                start = at if start is None else start
        starts.append(writer.length if start is None else start)
    return Paragraphs(
        writer.text(), (0, *starts[1:]) if starts else (), tuple(writer.placed), tuple(writer.rows)
    )


def _goes_on(before: _Open, line: Line, edges: Edges, *, same_page: bool) -> bool:
    """Whether ``line`` goes on with the paragraph before it."""
    last, size = before.last, max(before.last.size, line.size)
    if _apart(last, line, edges) or size > SIZE * min(last.size, line.size):
        return False
    below = same_page and line.baseline <= last.baseline + size
    leading = max(edges.leading * max(1.0, size / edges.size), size)
    if below and (last.baseline - line.baseline) / leading > (TIGHT if edges.spaced else _GAP):
        return False
    tight = below and edges.spaced
    ended = ENDED.fullmatch(last.text) is not None
    if ended and not tight and _is_item_behind(last.text, line.text):
        return False
    return _stands_on(before, line, edges, ended=ended, tight=tight)


def _is_item_behind(above: str, text: str) -> bool:
    """Whether an item begins, with nothing above that leads to it."""
    return above[-1] not in "：:" and BEGINS.match(text) is not None


def _stands_on(before: _Open, line: Line, edges: Edges, *, ended: bool, tight: bool) -> bool:
    """Whether ``line`` begins where a line does that goes on with the paragraph before it."""
    shift, another = edges.left - before.edges.left, ITEM.match(line.text) is not None
    hangs = (line.left - shift - before.left) / line.size
    if before.item and not another and not ended and _SAME < hangs < _DEEP:
        return True
    if hangs < -_DEEP or not _is_full(before, line) or _is_signature(before.last, line, edges):
        return False
    return _stands_below(before, line, edges, hangs, ended=ended, tight=tight, another=another)


def _stands_below(
    before: _Open,
    line: Line,
    edges: Edges,
    hangs: float,
    *,
    ended: bool,
    tight: bool,
    another: bool,
) -> bool:
    if line.left <= edges.left + _INDENT * line.size:  # at the margin
        return tight or not (before.item and another and abs(hangs) < _SAME)
    if another or ended:
        return before.item and not another and hangs > _SAME
    left = line.left - (edges.left - before.edges.left)
    return hangs > _SAME or _is_prose_at(before, left, line.size)


def _is_prose_at(before: _Open, left: float, size: float) -> bool:
    """Whether a paragraph is no heading that fills its line, and its last line begins there."""
    prose = before.lines > 1 or (before.item and "。" in before.last.text)
    return prose and abs(left - before.last.left) < _SAME * size


def _is_full(before: _Open, line: Line) -> bool:
    """Whether what opens ``line`` had no room on the one above."""
    last = before.last
    return last.right + line.head >= before.edges.right - _SHORT * last.size


def _is_signature(last: Line, line: Line, edges: Edges) -> bool:
    """Whether ``line`` stands at the right, where no title is."""
    size = max(last.size, line.size)
    return line.left > edges.left + _DEEP * line.size and size < SIZE * edges.size


def _apart(last: Line, line: Line, edges: Edges) -> bool:
    """Whether one of two lines is a row of cells or the unit of a table,
    or the second the title of one.
    """
    if (
        isinstance(last.text, TableRow)
        or isinstance(line.text, TableRow)
        or "\t" in last.text
        or "\t" in line.text
    ):
        return True
    if UNIT_NOTE.fullmatch(last.text) or UNIT_NOTE.fullmatch(line.text):
        return True
    return (
        bool(NUMBERED_TITLE.match(line.text)) and line.right < edges.right - _TITLE_ROOM * line.size
    )


def _between(before: str, after: str) -> str:
    return (
        " "
        if before[-1].isascii()
        and before[-1].isalnum()
        and after[0].isascii()
        and after[0].isalpha()
        else ""
    )
