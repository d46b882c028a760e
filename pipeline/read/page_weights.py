"""What each element of a page holds: how much prose, how many links.

By that the main text is found, and what is dress."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from pipeline.lexicon import words
from pipeline.patterns.page import ARTICLE, DRESS, HIDDEN, PRESERVED, RAISED

CELLS = ("td", "th")
LONGEST_MARK = 500  # characters of a class or a style that are looked at
_DROPPED = frozenset(words("unseen_tags"))
_INLINE = frozenset({"p", "span", "font", "b", "strong", "a"})  # none of them holds a report
_DRESSING = frozenset({"span", "font", "b", "strong"})  # of words inside a paragraph
_LISTS = frozenset({"ul", "ol", "dl", "div", "table"})  # that hold the links of a menu
_MARKED_PROSE = 200  # characters that make a marked container worth taking
_MOST_MARKED = 50  # containers marked as an article: of more, the name says nothing


class _Held(NamedTuple):
    """What an element holds: its own words, those of the paragraphs of words in it, and what stands
    behind each element in it; how many such paragraphs, and which elements weighed themselves."""

    node: etree._Element
    linked: bool
    said: list[str | None]
    paragraphs: int
    inner: list[etree._Element]


@dataclass(slots=True)
class Weight:
    """Of an element and all in it: characters outside links (those of sentences count in full),
    characters and number of links, sentence marks, paragraphs, tables."""

    prose: int = 0
    linked: int = 0
    links: int = 0
    stops: int = 0
    breaks: int = 0
    tables: int = 0

    def add(self, other: Weight) -> None:
        """Count what stands in ``other`` too."""
        self.prose += other.prose
        self.stops += other.stops
        self.breaks += other.breaks
        if other.links or other.linked:
            self.linked += other.linked
            self.links += other.links
        self.tables += other.tables

    def count(self, said: Iterable[str | None], *, linked: bool) -> None:
        """Count words; menus and dates have no marks, and weigh less."""
        whole = []
        for text in filter(None, said):
            if linked or "。" in text or "，" in text or "；" in text:
                whole.append(text)
            else:
                self.prose += _size(text) // 4
        together = "".join(whole)
        self.stops += together.count("。")
        if linked:
            self.linked += _size(together)
        else:
            self.prose += _size(together)


class Weights:
    """The elements of a page that are seen, each weighed once: in a time that grows with its
    length, however deep it nests."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._weights: dict[etree._Element, Weight] = {}
        self._marks: dict[etree._Element, str] = {}
        # most of a page: paragraphs of words and what dresses words, told by no name. They are
        # weighed with what they stand in, and given whole
        self.flat: dict[etree._Element, str] = {}
        self._weigh()

    def __contains__(self, node: etree._Element) -> bool:
        return node in self._weights or node in self.flat or self._in_flat(node)

    def _in_flat(self, node: etree._Element) -> bool:
        while node.tag in _DRESSING:
            node = node.getparent()
            if node in self.flat:
                return True
        return False

    def main(self) -> etree._Element:
        """Find the element that holds the report: a container known by name, else the smallest
        that holds most of the page's prose."""
        dense = self._densest()
        weights, enough = self._weights, min(_MARKED_PROSE, 0.3 * self._weights[self._root].prose)
        marked = [
            node
            for node in weights
            if node in self._marks
            and ARTICLE.search(self._marks[node])
            and weights[node].prose > enough
        ]
        most = max((weights[node].prose for node in marked), default=0)
        if most < 0.4 * weights[dense].prose or len(marked) >= _MOST_MARKED:
            return dense
        full = [node for node in marked if weights[node].prose >= 0.9 * most]
        return max(full, key=lambda node: sum(1 for _ in node.iterancestors()), default=dense)

    def is_layout(self, cell: etree._Element) -> bool:
        """Tell a cell that holds paragraphs or a table of its own, as old pages are laid out: its
        blocks are lines, not a cell of a row."""
        weight = self._weights[cell]
        return weight.tables > 0 or (weight.stops > 1 and weight.breaks > 1) or weight.stops > 8

    def is_dress(self, node: etree._Element) -> bool:
        """Tell what is marked as dress, or a list of links; never what holds half of the page."""
        weight = self._weights.get(node)
        if weight is None:
            return False  # a flat paragraph, or inside one
        if weight.prose > _MARKED_PROSE and weight.prose * 2 > self._weights[self._root].prose:
            return False
        links = weight.links > 2 and weight.linked > weight.prose
        if node.tag in _LISTS and links and weight.stops == 0:
            return True
        marks = self._marks.get(node)
        return marks is not None and DRESS.search(marks) is not None

    def _weigh(self) -> None:
        for node, linked, said, paragraphs, inner in reversed(self._in_order()):
            own = self._weights[node] = Weight(breaks=paragraphs)
            own.count(said, linked=linked)
            for child in inner:
                own.add(self._weights[child])
            if marks := _marks(node):
                self._marks[node] = marks
            tag = node.tag
            if tag in ("p", "br", "div"):
                own.breaks += 1
            elif tag == "a":
                own.links += 1
            elif tag == "table":
                own.tables += 1

    def _in_order(self) -> list[_Held]:
        """The elements that are seen, none before what it stands in."""
        order: list[_Held] = []
        stack = [(self._root, False)]
        while stack:
            node, in_link = stack.pop()
            held = self._held(node, linked=in_link or node.tag == "a")
            stack += [(child, held.linked) for child in held.inner]
            order.append(held)
        return order

    def _held(self, node: etree._Element, *, linked: bool) -> _Held:
        said, inner, flat = [node.text], [], self.flat
        known = len(flat)
        for child in node:
            if child.tag == "p" and (pieces := _flat_pieces(child)) is not None:
                flat[child] = "".join(pieces)
                said += pieces
            elif _is_seen(child):
                inner.append(child)
            else:
                continue
            said.append(child.tail)
        return _Held(node, linked, said, len(flat) - known, inner)

    def _densest(self) -> etree._Element:
        """The smallest element that holds most of the page's prose."""
        weights, none = self._weights, Weight()  # flat paragraphs never are the main text
        most = 0.8 * weights[self._root].prose
        dense = self._root
        while True:
            child = next(
                (
                    node
                    for node in dense
                    if weights.get(node, none).prose >= most
                    and node in self
                    and not self.is_dress(node)
                ),
                None,
            )
            if child is None or child.tag in _INLINE:
                return dense
            if child.tag == "table" and not self._lays_out(child):
                return dense
            dense = child

    def _lays_out(self, table: etree._Element) -> bool:
        """Whether a table lays the page out, and is none of figures."""
        cells = (cell for cell in table.iter(*CELLS) if cell in self)
        return self._weights[table].tables > 1 or any(map(self.is_layout, cells))


def _size(text: str) -> int:
    return len(text) - text.count(" ") - text.count("\n")


def _flat_pieces(node: etree._Element) -> list[str] | None:
    """The words of a paragraph that holds words only, and what dresses them: no break, link or
    picture, nothing raised, hidden or preformatted, nothing known by a name; None where it does."""
    if node.keys() and not _is_dressing(node):
        return None
    if len(node) == 0:
        return [node.text or ""]
    for inner in node.iterdescendants():
        if inner.tag not in _DRESSING or (inner.keys() and not _is_dressing(inner)):
            return None
    return list(node.itertext())


def _is_dressing(node: etree._Element) -> bool:
    """Whether what an element states of itself only says how its words look."""
    style = node.get("style")
    if style and not _is_plain(style):
        return False
    return node.get("class") is None and node.get("id") is None


@lru_cache(4096)
def _is_plain(style: str) -> bool:
    style = style[:LONGEST_MARK]
    return not (RAISED.search(style) or PRESERVED.search(style) or HIDDEN.search(style.lower()))


def _is_seen(node: etree._Element) -> bool:
    tag = node.tag
    if not isinstance(tag, str) or tag in _DROPPED:
        return False
    style = node.get("style")
    return not style or HIDDEN.search(style[:LONGEST_MARK].lower()) is None


def _marks(node: etree._Element) -> str:
    """The id and the class of an element, by which it may be known."""
    called, of_class = node.get("id"), node.get("class")
    if not called and not of_class:
        return ""
    return f"{(called or '')[:LONGEST_MARK]} {(of_class or '')[:LONGEST_MARK]}".lower()
