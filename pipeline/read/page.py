"""The lines of a page, in one walk that is no recursion: pages nest deep."""

from __future__ import annotations

from lxml import etree

from pipeline.lexicon import words
from pipeline.patterns.page import ATTACHED, PRESERVED, RAISED
from pipeline.read.page_line import Line, OpenTables, flat_lines
from pipeline.read.page_weights import CELLS, LONGEST_MARK, Weights

_BLOCKS = frozenset(words("block_tags"))
_PARAGRAPHS = _BLOCKS & {"p", "div", "li"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST_RAISED = 12  # characters of what is raised


class Page:
    """A parsed page, weighed once: time and memory grow with its length, however deep it nests."""

    def __init__(self, root: etree._Element) -> None:
        body = root.find("body")
        self.root = root if body is None else body
        self._weights = Weights(self.root)
        self.main = self._weights.main()

    def lines(
        self,
        start: etree._Element,
        *,
        without: etree._Element | None = None,
        dress: bool = False,
    ) -> list[tuple[str, int]]:
        """Give the lines of text with their heading level (0: none).

        Blocks are lines, the cells of a row are joined by tabs, attachment lists are left out.
        ``without`` leaves an element out; ``dress`` keeps what is dress, which is where a page
        states its date.
        """
        return _Walk(self._weights, start, without, dress=dress).lines()


class _Walk:
    """A walk over elements, and the line that it is on."""

    def __init__(
        self,
        weights: Weights,
        start: etree._Element,
        without: etree._Element | None,
        *,
        dress: bool,
    ) -> None:
        self._weights, self._start, self._without, self._dress = weights, start, without, dress
        self._line = Line()
        self._cells = 0  # data cells that are open: in them a block is no line
        self._preserved = 0
        self._fresh = False  # nothing stands on the line yet
        self._tables = OpenTables()
        self._ended: list[tuple[str, int]] = []
        self._open: list[etree._Element] = []  # the elements that the walk is in
        self._stack: list[etree._Element | None] = [start]  # None: one of these ends

    def lines(self) -> list[tuple[str, int]]:
        """Walk to the end, and give the lines."""
        flat = self._weights.flat
        while self._stack:
            node = self._stack.pop()
            plain = not (self._cells or self._preserved)
            if node is None:
                self._leave(self._open.pop())
            elif plain and (said := flat.get(node)) is not None:
                self._say(said, node.tail)
            elif plain and self._is_bare(node):
                self._say(node.text or "", node.tail)
            elif self._is_left_out(node):
                self._line.add(node.tail, self._preserved > 0)
                self._fresh = False
            else:
                self._enter(node)
        self._end_line()
        return self._ended

    def _is_bare(self, node: etree._Element) -> bool:
        """Whether an element is a paragraph of words, and of nothing else."""
        if node.tag not in _PARAGRAPHS or node is self._start:
            return False
        return len(node) == 0 and not node.get("style") and not self._is_left_out(node)

    def _say(self, said: str, tail: str | None) -> None:
        """Give the lines of a paragraph, and begin a line with what stands behind it."""
        if not self._fresh:
            self._end_line()
        for line in flat_lines(said):
            self._ended.append((line, 0))
        self._fresh = not tail or (tail.isascii() and tail.isspace())
        if not self._fresh:
            self._line.add(tail, False)

    def _enter(self, node: etree._Element) -> None:
        self._fresh = False
        if _is_raised(node):
            self._line.add_raised("".join(node.itertext()), node.tail, self._preserved > 0)
            return
        is_cell = self._is_cell(node)
        self._break(node.tag, is_cell, leaving=False)
        if node.tag in _HEADINGS and not self._cells:
            self._line.level = int(node.tag[1])
        self._cells += is_cell
        self._preserved += _is_preserved(node)
        self._open.append(node)
        self._stack.append(None)
        self._line.add(node.text, self._preserved > 0, attached=_is_attached(node))
        self._stack.extend(reversed(node))

    def _leave(self, node: etree._Element) -> None:
        self._fresh = False
        is_cell = self._is_cell(node)
        self._break(node.tag, is_cell, leaving=True)
        self._cells -= is_cell
        self._preserved -= _is_preserved(node)
        if is_cell and not self._cells:
            self._line.end_cell(node)
        if node is not self._start:
            self._line.add(node.tail, self._preserved > 0)

    def _break(self, tag: str, is_cell: bool, *, leaving: bool) -> None:
        """End the line where a block begins or ends."""
        is_block = tag in _BLOCKS
        if (is_block or (tag in CELLS and not is_cell)) and not self._cells:
            self._end_line()
        elif is_block:
            self._line.broken = True
        if tag in ("table", "tr") and not self._cells:
            self._line.row = self._tables.row(tag, leaving=leaving)

    def _end_line(self) -> None:
        self._ended.extend(self._line.text())
        self._line = Line()

    def _is_cell(self, node: etree._Element) -> bool:
        return node.tag in CELLS and not self._weights.is_layout(node)

    def _is_left_out(self, node: etree._Element) -> bool:
        """Whether an element is not asked for, is not seen, or is dress."""
        if node is self._without or node not in self._weights:
            return True
        return not self._dress and node is not self._start and self._weights.is_dress(node)


def _is_preserved(node: etree._Element) -> bool:
    """Whether the line breaks of an element are lines."""
    if node.tag == "pre":
        return True
    style = node.get("style")
    return bool(style) and PRESERVED.search(style[:LONGEST_MARK]) is not None


def _is_attached(node: etree._Element) -> bool:
    """A link to an attachment."""
    return node.tag == "a" and ATTACHED.search(node.get("href") or "") is not None


def _is_raised(node: etree._Element) -> bool:
    """A <sup>, or what a style raises; nothing longer than a mark."""
    if node.tag != "sup":
        style = node.get("style") if node.tag in ("span", "a", "font") else None
        if not style or not RAISED.search(style[:LONGEST_MARK]):
            return False
    return sum(map(len, node.itertext())) <= _LONGEST_RAISED
