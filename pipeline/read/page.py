"""The lines of a page, in one walk that is no recursion: pages nest deep."""

from __future__ import annotations

from collections.abc import Iterator

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
    ) -> Iterator[tuple[str, int]]:
        """Give the lines of text with their heading level (0: none).

        Blocks are lines, the cells of a row are joined by tabs, attachment lists are left out.
        ``without`` leaves an element out; ``dress`` keeps what is dress, which is where a page
        states its date.
        """
        line = Line()
        cells = 0  # data cells that are open: in them a block is no line
        preserved = 0
        fresh = False  # nothing stands on the line yet
        tables = OpenTables()
        flat_texts = self._weights.flat
        stack: list[tuple[etree._Element, bool]] = [(start, False)]
        while stack:
            node, leaving = stack.pop()
            plain = not leaving and not cells and not preserved and node is not start
            said = flat_texts.get(node) if plain and node is not without else None
            tag = "" if said is not None else node.tag
            if (
                said is None
                and not leaving
                and (node is without or self._is_left_out(node, start, dress=dress))
            ):
                line.add(node.tail, preserved > 0)
                fresh = False
                continue
            if plain and tag in _PARAGRAPHS and len(node) == 0 and not node.get("style"):
                said = node.text or ""
            if said is not None:  # most of a page: words, and nothing else
                if not fresh:
                    yield from line.text()
                    line = Line()
                for flat in flat_lines(said):
                    yield flat, 0
                tail = node.tail
                fresh = not tail or (tail.isascii() and tail.isspace())
                if not fresh:
                    line.add(tail, False)
                continue
            fresh = False
            if not leaving and _is_raised(node):
                line.add_raised("".join(node.itertext()), node.tail, preserved > 0)
                continue
            is_cell = tag in CELLS and not self._weights.is_layout(node)
            is_preserved = _is_preserved(node)
            if (tag in _BLOCKS or (tag in CELLS and not is_cell)) and not cells:
                yield from line.text()
                line = Line()
            elif tag in _BLOCKS:
                line.broken = True
            if tag in ("table", "tr") and not cells:
                line.row = tables.row(tag, leaving=leaving)
            if leaving:
                cells -= is_cell
                preserved -= is_preserved
                if is_cell and not cells:
                    line.end_cell(node)
                if node is not start:
                    line.add(node.tail, preserved > 0)
                continue
            if tag in _HEADINGS and not cells:
                line.level = int(tag[1])
            cells += is_cell
            preserved += is_preserved
            stack.append((node, True))
            line.add(node.text, preserved > 0, attached=_is_attached(node))
            stack.extend((child, False) for child in reversed(node))
        yield from line.text()

    def _is_left_out(self, node: etree._Element, start: etree._Element, *, dress: bool) -> bool:
        """Whether an element is not seen, or is dress that is not asked for."""
        if node not in self._weights:
            return True
        return not dress and node is not start and self._weights.is_dress(node)


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
