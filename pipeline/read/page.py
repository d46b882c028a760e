"""The tree of a page: what is dress, which element holds the main text, and its lines. Every walk is iterative: pages nest deep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from pipeline.lexicon import words
from pipeline.patterns.page import ARTICLE, ATTACHED, ATTACHMENTS, BLANKS, DRESS, HIDDEN, PRESERVED, RAISED
from pipeline.read.raised import raised
from pipeline.tables import MOST_SPANNED, Piece, row_of

_BLOCKS = frozenset(words("block_tags"))
_DROPPED = frozenset(words("unseen_tags"))
_CELLS = ("td", "th")
_PARAGRAPHS = _BLOCKS & {"p", "div", "li"}
_LINE, _CELL = "\v", "\x1f"  # where preformatted text breaks, where a cell ends
_LONGEST_MARK = 500  # characters of a class that are looked at
_LONGEST_RAISED = 12  # characters of what is raised
_MARKED_PROSE = 200  # characters that make a marked container worth taking


@dataclass(slots=True)
class _Measure:
    """Of an element and all in it: characters outside links (those of sentences count in full), characters and number of links, sentence marks, paragraphs, tables."""

    prose: int = 0
    linked: int = 0
    links: int = 0
    stops: int = 0
    breaks: int = 0
    tables: int = 0

    def add(self, other: _Measure) -> None:
        """Count what stands in ``other`` too."""
        self.prose += other.prose
        self.stops += other.stops
        self.breaks += other.breaks
        if other.links or other.linked:
            self.linked += other.linked
            self.links += other.links
        self.tables += other.tables


class Page:
    """A parsed page, measured once: time and memory grow with its length, however deep it nests."""

    def __init__(self, root: html.HtmlElement) -> None:
        body = root.find("body")
        self.root = root if body is None else body
        self._measures: dict[html.HtmlElement, _Measure] = {}
        self._marks: dict[html.HtmlElement, str] = {}
        self._measure()
        self.main = self._found()

    def _measure(self) -> None:
        order: list[tuple[html.HtmlElement, bool]] = []
        stack = [(self.root, False)]
        while stack:
            node, in_link = stack.pop()
            order.append((node, in_link))
            stack.extend((child, in_link or node.tag == "a") for child in node if _kept(child))
        for node, in_link in reversed(order):
            own = self._measure_of(node)
            tag = node.tag
            if marks := _marks(node):
                self._marks[node] = marks
            if tag in ("p", "br", "div"):
                own.breaks += 1
            elif tag == "a":
                own.links += 1
            elif tag == "table":
                own.tables += 1
            if text := node.text:
                self._count(own, text, in_link or tag == "a")
            if node is not self.root:
                parent = self._measure_of(node.getparent())
                parent.add(own)
                if (tail := node.tail) and tail != "\n":
                    self._count(parent, tail, in_link)

    def _measure_of(self, node: html.HtmlElement) -> _Measure:
        found = self._measures.get(node)
        if found is None:
            found = self._measures[node] = _Measure()
        return found

    @staticmethod
    def _count(measure: _Measure, text: str, linked: bool) -> None:
        size = len(text) - text.count(" ") - text.count("\n")
        stops = text.count("。")
        measure.stops += stops
        if linked:
            measure.linked += size
        else:
            measure.prose += size if stops or "，" in text or "；" in text else size // 4  # menus and dates have no marks

    def _found(self) -> html.HtmlElement:
        """The element that holds the report: a container known by name, else the smallest that holds most of the page's prose."""
        whole = self._measures[self.root].prose
        dense = self.root
        while (child := max((c for c in dense if c in self._measures and not self._is_dress(c)), key=lambda c: self._measures[c].prose, default=None)) is not None:
            if self._measures[child].prose < 0.8 * whole or child.tag in ("p", "span", "font", "b", "strong", "a") or (child.tag == "table" and not self._layout_in(child)):
                break
            dense = child
        marked = [node for node in self._measures if node in self._marks and ARTICLE.search(self._marks[node]) and self._measures[node].prose > min(_MARKED_PROSE, 0.3 * whole)]
        most = max((self._measures[node].prose for node in marked), default=0)
        if most < 0.4 * self._measures[dense].prose:
            return dense
        depth = {node: sum(1 for _ in node.iterancestors()) for node in marked if self._measures[node].prose >= 0.9 * most} if len(marked) < 50 else {}
        return max(depth, key=lambda node: depth[node], default=dense)

    def _layout_in(self, table: html.HtmlElement) -> bool:
        return self._measures[table].tables > 1 or any(self._is_layout(node) for node in table.iter(*_CELLS) if node in self._measures)

    def _is_layout(self, cell: html.HtmlElement) -> bool:
        """A cell that holds paragraphs or a table of its own, as old pages are laid out; its blocks are lines, not a cell of a row."""
        measure = self._measures[cell]
        return measure.tables > 0 or (measure.stops > 1 and measure.breaks > 1) or measure.stops > 8

    def _is_dress(self, node: html.HtmlElement) -> bool:
        """Marked as dress, or a list of links; never what holds half of the page."""
        measure = self._measures[node]
        if measure.prose * 2 > self._measures[self.root].prose and measure.prose > _MARKED_PROSE:
            return False
        if node.tag in ("ul", "ol", "dl", "div", "table") and measure.links > 2 and measure.stops == 0 and measure.linked > measure.prose:
            return True
        marks = self._marks.get(node)
        return marks is not None and DRESS.search(marks) is not None

    def lines(self, start: html.HtmlElement, *, without: html.HtmlElement | None = None, dress: bool = False) -> Iterator[tuple[str, int]]:
        """Lines of text with their heading level (0: none). Blocks are lines, the cells of a row are joined by tabs, attachment lists are left out.

        ``without`` leaves an element out; ``dress`` keeps what is dress, which is where a page states its date.
        """
        line = _Line()
        cells = 0  # data cells that are open: in them a block is no line
        preserved = 0
        fresh = False  # nothing stands on the line yet
        tables = _Tables()
        stack: list[tuple[html.HtmlElement, bool]] = [(start, False)]
        while stack:
            node, leaving = stack.pop()
            tag = node.tag if isinstance(node.tag, str) else ""
            if not leaving and (node is without or node not in self._measures or (not dress and node is not start and self._is_dress(node))):
                line.add(node.tail, preserved > 0)
                fresh = False
                continue
            if tag in _PARAGRAPHS and not leaving and not cells and not preserved and len(node) == 0 and node is not start and not node.get("style"):
                if not fresh:  # most of a page: words between two tags, and nothing else
                    yield from line.text()
                    line = _Line()
                yield from ((flat, 0) for flat in _flat_lines(node.text or ""))
                tail = node.tail
                fresh = not tail or (tail.isascii() and tail.isspace())
                if not fresh:
                    line.add(tail, False)
                continue
            fresh = False
            if not leaving and _is_raised(node):
                line.add_raised("".join(node.itertext()), node.tail, preserved > 0)
                continue
            is_cell = tag in _CELLS and not self._is_layout(node)
            style = node.get("style")
            is_pre = tag == "pre" or (bool(style) and bool(PRESERVED.search(style[:_LONGEST_MARK])))
            if (tag in _BLOCKS or (tag in _CELLS and not is_cell)) and not cells:
                yield from line.text()
                line = _Line()
            elif tag in _BLOCKS:
                line.broken = True
            if tag in ("table", "tr") and not cells:
                line.row = tables.row(tag, leaving=leaving)
            if leaving:
                cells -= is_cell
                preserved -= is_pre
                if is_cell and not cells:
                    line.cell_ended(node)
                if node is not start:
                    line.add(node.tail, preserved > 0)
                continue
            if tag in ("h1", "h2", "h3", "h4", "h5", "h6") and not cells:
                line.level = int(tag[1])
            cells += is_cell
            preserved += is_pre
            stack.append((node, True))
            line.add(node.text, preserved > 0, attached=tag == "a" and bool(ATTACHED.search(node.get("href") or "")))
            if len(node):
                stack.extend((child, False) for child in reversed(node))
        yield from line.text()


class _Tables:
    """The tables that are open, with their rows so far."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int]] = []
        self._count = 0

    def row(self, tag: str, *, leaving: bool) -> tuple[int, int] | None:
        """The table and the number of the row that begins, None where none does."""
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


class _Line:
    """A line as it grows. ``row`` is the table and the row that it is, where it is one."""

    def __init__(self) -> None:
        self.level = 0
        self.row: tuple[int, int] | None = None
        self._shapes: list[Piece] = []
        self.broken = False  # a block ended inside a cell
        self._pieces: list[str] = []
        self._rest: list[str] = []  # without the links to attachments

    def add(self, text: str | None, preserved: bool, *, attached: bool = False) -> None:
        if not text:
            return
        if (self.broken and not text.strip()) or (not self._pieces and not preserved and text.isascii() and text.isspace()):
            return
        if self.broken and self._pieces and (self._pieces[-1][-1] + text[0]).isalnum() and (self._pieces[-1][-1] + text[0]).isascii():
            self._pieces.append(" ")
        self.broken = False
        if preserved:
            text = text.replace("\n", _LINE)
        self._pieces.append(text)
        if not attached:
            self._rest.append(text)

    def add_raised(self, text: str, tail: str | None, preserved: bool) -> None:
        """Raised characters, and what stands behind them."""
        before = "".join(self._pieces[-3:]).rpartition(_CELL)[2]
        self.add(raised(before, text), preserved)
        self.add(tail, preserved)

    def cell_ended(self, node: html.HtmlElement) -> None:
        self.broken = False
        said = "".join(self._pieces).rpartition(_CELL)[2]
        lead = said[: len(said) - len(said.lstrip())]
        indent = lead.count("\u3000") + (lead.count("\u00a0") + lead.count("\u2002") + 2 * lead.count("\u2003")) // 2
        self._shapes.append(Piece(0, 0, _spanned(node, "rowspan"), _spanned(node, "colspan"), indent))
        self._pieces.append(_CELL)
        self._rest.append(_CELL)

    def text(self) -> Iterator[tuple[str, int]]:
        """The line, or the lines of preformatted text; nothing where only attachments are listed."""
        if not self._pieces:
            return
        text, rest = "".join(self._pieces), "".join(self._rest)
        if self.row is not None and self._shapes:
            row = row_of([_flat(cell) for cell in text.replace(_LINE, "").split(_CELL)], *self.row, self._shapes)
            if row:
                yield row, self.level
        elif text == rest or not ATTACHMENTS.fullmatch(rest):
            yield from ((flat, self.level) for flat in _flat_lines(text))


def _flat_lines(text: str) -> Iterator[str]:
    """The lines of a text, its cells joined by tabs; empty ones are none."""
    for line in text.split(_LINE):
        flat = "\t".join(map(_flat, line.split(_CELL))).strip("\t \u3000")
        if flat:
            yield flat


def _spanned(node: html.HtmlElement, name: str) -> int:
    """The rows or columns that a cell says it covers."""
    said = (node.get(name) or "1").strip()
    return min(max(int(said), 1), MOST_SPANNED) if said.isdecimal() and len(said) < 6 else 1


def _flat(text: str) -> str:
    """Runs of blanks are one blank; a line break of the markup between Chinese characters is nothing.

    >>> _flat("同比\\n增长 5%\\u3000 ")
    '同比增长 5%'
    """
    text = text.strip(" \t\r\n\u00a0\u3000\u200b\ufeff")
    if not BLANKS.search(text):
        return text
    return BLANKS.sub(lambda run: "" if "\n" in run[0] and text[max(run.start() - 1, 0) : run.start()] >= "\u2e80" and text[run.end() : run.end() + 1] >= "\u2e80" else " " if run[0].strip("\u200b\ufeff") else "", text)


def _is_raised(node: html.HtmlElement) -> bool:
    """A <sup>, or what a style raises; nothing longer than a mark."""
    tag = node.tag
    if tag != "sup" and not (tag in ("span", "a", "font") and (style := node.get("style")) and RAISED.search(style[:_LONGEST_MARK])):
        return False
    return sum(map(len, node.itertext())) <= _LONGEST_RAISED


def _kept(node: html.HtmlElement) -> bool:
    tag = node.tag
    if not isinstance(tag, str) or tag in _DROPPED:
        return False
    style = node.get("style")
    return not style or HIDDEN.search(style[:_LONGEST_MARK].lower()) is None


def _marks(node: html.HtmlElement) -> str:
    called, of_class = node.get("id"), node.get("class")
    if not called and not of_class:
        return ""
    return f"{(called or '')[:_LONGEST_MARK]} {(of_class or '')[:_LONGEST_MARK]}".lower()
