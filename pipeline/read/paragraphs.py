"""Lines of a page, or of many pages, into paragraphs: a line goes on in the next where it is full
and nothing says that the next begins another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from pipeline.patterns.pdf import ITEM
from pipeline.read.columns import Block
from pipeline.read.edges import Edges, are_apart, edges_of
from pipeline.read.glyphs import Seen
from pipeline.read.going_on import Open, goes_on
from pipeline.read.lines import Line
from pipeline.records import Span
from pipeline.tables import TableRow


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


class _Writer:
    """The text so far, and the paragraph being written."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._open: Open | None = None
        self._aside: list[tuple[Block, int]] = []
        self.length = 0
        self.placed: list[Placed] = []
        self.rows: list[tuple[int, TableRow]] = []

    def write(
        self, line: Line, edges: Edges, page: int, behind: Line | None = None, *, same_page: bool
    ) -> int:
        """Add a line, below which ``behind`` stands, and return where it starts."""
        before = self._open
        if before is not None and goes_on(before, line, edges, behind, same_page=same_page):
            left = before.left + (edges.left - before.edges.left)
            self._open = replace(before, left=left, last=line, edges=edges, lines=before.lines + 1)
            self._add(_between(before.last.text, line.text))
        else:
            self.put_aside()
            self._add("\n" if self.length else "")
            self._open = Open(line.left, ITEM.match(line.text) is not None, line, edges)
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
            for line, behind in zip_longest(block.lines, block.lines[1:]):
                at = writer.write(line, edges, number, behind, same_page=start is not None)
                start = at if start is None else start
        starts.append(writer.length if start is None else start)
    return Paragraphs(
        writer.text(), (0, *starts[1:]) if starts else (), tuple(writer.placed), tuple(writer.rows)
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
