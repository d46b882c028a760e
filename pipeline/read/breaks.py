"""Line breaks inside sentences: text wrapped at a width, or copied from a page, is joined; headings, lists, verses and rows are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.lexicon import words
from pipeline.patterns import reading as p
from pipeline.patterns.headings import FURNITURE
from pipeline.read.marks import Edit

_NARROWEST = 12  # characters: verses and lists are narrower than any page
_WIDEST = 120
_PROSE = 15  # characters of a line that may be a sentence begun
_LONG = 20
_FULL_LINES = 3  # as wide as the page, to show how wide it is
_OUTLIERS = 20  # one line in so many may be wider than the page
_CELLS = 3  # blanks between words without a mark: a row
_VERB = 4  # the longest word that leads to a number


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that holds something, without the blanks round it.

    Where it stands, how far it is indented, how many blanks end it, how many empty lines stand
    before it.
    """

    start: int
    end: int
    text: str
    indent: int
    trail: int
    gap: int


@dataclass(frozen=True, slots=True)
class _Page:
    """How wide lines are where they are wrapped, in characters or (``narrow``) in columns of half a character; 0: they are not."""

    width: int = 0
    narrow: bool = False
    indent: int = 0

    def measure(self, text: str, indent: int = 0) -> int:
        """How wide ``text`` is; blanks before it are as wide as characters."""
        return indent * (2 if self.narrow else 1) + (_columns(text) if self.narrow else len(text))

    def is_full(self, line: _Line, following: _Line) -> bool:
        """Whether what opens the line behind would not have fitted."""
        if not self.width:
            return False
        size = self.measure(line.text, line.indent) + line.trail
        return size + following.indent % 2 + self.measure(_head(following.text)) > self.width


def breaks(text: str) -> list[Edit]:
    """The line breaks of ``text`` that stand inside a sentence, as edits; page numbers between the halves go with them."""
    lines = _lines(text)
    unended = [i for i, line in enumerate(lines[:-1]) if not _is_ended(line.text)]
    if not unended:
        return []
    page = _page(lines, unended)
    edits: list[Edit] = []
    opened, last = 0, -1  # the line the sentence began on, and the line it goes on in
    for i in unended:
        if i < last:
            continue  # a page number that was passed over
        opened = opened if i == last else i
        after = i + 2 if _is_page_number(lines, i + 1) else i + 1
        if after == i + 2 and lines[after].text[0] in p.UNIT_OPENS:
            edits += [(lines[k].end, lines[k + 1].start, "") for k in (i, i + 1)]  # 布、|80|万吨水泥
            last = after
        elif _goes_on(lines, opened, i, after, page):
            a, b = lines[i], lines[after]
            edits.append((a.end, b.start, _joint(a, b)))
            last = after
    return edits


def _lines(text: str) -> list[_Line]:
    found, at = [], 0
    for match in p.LINE.finditer(text):
        start, line = match.start(), match[0].rstrip()
        blanks = text[at:start]
        gap = max(blanks.count("\n"), blanks.count("\r")) - 1 if at else 0
        indent = len(blanks) - max(blanks.rfind("\n"), blanks.rfind("\r")) - 1
        trail = len(match[0]) - len(line)
        found.append(_Line(start, start + len(line), line, indent, trail, gap))
        at = match.end()
    return found


def _joint(a: _Line, b: _Line) -> str:
    """A blank between Latin words, and where a line parts its words by blanks; between characters nothing."""
    latin = _is_latin(a.text[-1]) and _is_latin(b.text[0])
    parted = a.trail + b.indent == 1 and a.text.count(" ") > 1 and not p.INNER.search(a.text)
    return " " if latin or parted else ""


def _is_ended(text: str) -> bool:
    at = len(text) - 1
    while at > 0 and text[at] in p.CLOSES:
        at -= 1
    return text[at] in p.ENDS


def _page(lines: Sequence[_Line], unended: Sequence[int]) -> _Page:
    """The width at which lines are wrapped: that of most lines that end inside a sentence, and of which hardly any is wider."""
    best, page = 0.0, _Page()
    ends = [lines[i] for i in unended if not _is_row(lines[i].text)]
    for narrow in (False, True):
        trial, unit = _Page(0, narrow), 2 if narrow else 1
        sizes = [trial.measure(line.text.rstrip(p.HANGING), line.indent) for line in ends]
        width = _commonest([size for size in sizes if _NARROWEST * unit <= size <= _WIDEST * unit])
        wider = sum(trial.measure(line.text, line.indent) > width + 2 * unit for line in lines if not _is_row(line.text))
        if not width or wider * _OUTLIERS > len(lines):
            continue
        broad = sum(size * 2 > width for size in sizes)
        full = [line for line, size in zip(ends, sizes, strict=True) if width - _slack(width) <= size <= width]
        exact = sum(size > width - unit for size in sizes if size <= width)
        enough = len(full) >= _FULL_LINES or (len(full) == exact == 2 and width >= _LONG * unit)
        prose = sum(bool(p.INNER.search(line.text)) for line in full)
        if enough and len(full) * 2 >= broad and prose * 2 >= len(full) and (share := (len(full) + exact) / broad) > best:
            best, page = share, _Page(width, narrow, _usual_indent(lines))
    return page


def _commonest(sizes: Sequence[int]) -> int:
    """The widest of the sizes about the commonest one, 0 where there are none."""
    counts = Counter(sizes)
    mode = max(counts, key=lambda size: (counts[size], size), default=0)
    return max((size for size in counts if size <= mode + _slack(mode)), default=0)


def _slack(width: int) -> int:
    return max(2, width // 8)


def _usual_indent(lines: Sequence[_Line]) -> int:
    indents = sorted(line.indent for line in lines)
    return indents[len(indents) // 2]


def _goes_on(lines: Sequence[_Line], opened: int, i: int, after: int, page: _Page) -> bool:
    """Whether the sentence that line ``i`` leaves open, and that began on line ``opened``, goes on in line ``after``."""
    if after >= len(lines):
        return False
    a, b = lines[i], lines[after]
    if _is_apart(a.text) or _is_apart(b.text):
        return False
    if b.text[0] in p.GOES_ON:
        return b.gap < 2 and not p.NUMBER_ALONE.fullmatch(a.text)
    paged = after > i + 1
    if (b.gap or lines[i + 1].gap) and not paged:
        return False
    if _begins(a.text, b.text) or p.DATED.fullmatch(b.text):
        return False
    if b.indent > 1 + (max(page.indent, a.indent) if page.width or i > opened else b.indent):
        return False
    if page.is_full(a, b):
        return not _is_whole(a.text, b.text)
    if p.ORDINAL.match(b.text):
        return False
    return _leaves_open(lines, opened, a, b, paged=paged)


def _is_whole(a: str, b: str) -> bool:
    """A title over a salutation or a year, a row of words over another or over a sentence: whole, although as wide as the page."""
    if p.TITLE.fullmatch(a):
        return p.YEAR.match(b) is not None or b[-1] in "：:"
    return a.count(" ") >= _CELLS and not p.INNER.search(a) and (b.count(" ") >= _CELLS - 1 or p.INNER.search(b) is not None)


def _leaves_open(lines: Sequence[_Line], opened: int, a: _Line, b: _Line, *, paged: bool) -> bool:
    """Whether words and numbers alone say that a sentence is not at its end."""
    if a.text[-1] in p.OPENS:
        return False  # a link that a page put on a line of its own: passages end at line breaks
    said = "".join(line.text for line in lines[opened : lines.index(a, opened) + 1])
    prose = bool(p.INNER.search(said)) and len(said) >= 10
    if p.NUMBER_ALONE.fullmatch(b.text) or p.NUMBER_ALONE.fullmatch(a.text):
        return False
    if a.text[-1] in "，、":
        return len(said) >= _PROSE
    if a.text[-1].isdigit() and p.COUNT.match(b.text) and not p.YEAR.match(b.text) and p.HAN.search(a.text):
        return True
    if not prose or (opened == 0 and len(lines) > 2 and not p.STOP.search(said)):
        return False
    return _in_number(a.text, b.text) or _before_number(said, b.text) or _in_prose(said, a, b, paged=paged)


def _in_number(a: str, b: str) -> bool:
    """3|26起, 412|人, 1,200余|万元: the break is inside a number, or between it and its unit."""
    return (a[-1].isdigit() or a[-1] in ".,余多%") and (b[0].isdigit() or b[0] in p.UNIT_OPENS) and not p.YEAR.match(b)


def _before_number(said: str, b: str) -> bool:
    """同比下降|8.6%, 硬化公路|61公里: what is behind the break is a number that what stands before it leads to."""
    if not p.COUNT.match(b) or p.YEAR.match(b):
        return False
    if p.BEGINS.match(said) and not p.STOP.search(said):
        return False  # a heading
    return said.endswith(_leads()) or any(character.isdigit() for character in said)


def _in_prose(said: str, a: _Line, b: _Line, *, paged: bool) -> bool:
    """A sentence stands before, whole, and the next is begun; or the line is long, and what is behind it closes it."""
    if a.text[-1] in p.CLOSES or (p.BEGINS.match(said) and not p.STOP.search(said)):
        return False
    if p.STOP.search(said):
        return len(a.text) >= _PROSE or paged
    return paged or (len(a.text) >= _LONG and len(b.text) <= len(a.text) and b.text[-1] in "。；" and p.BEGINS.match(said) is None)


@cache
def _leads() -> tuple[str, ...]:
    return tuple(word for name in ("level", "rise", "fall", "over", "under", "about", "action") for word in words(name) if 1 < len(word) <= _VERB)


def _begins(a: str, b: str) -> bool:
    return p.BEGINS.match(b) is not None and a[-1] not in p.ORDINAL_BEFORE


def _is_apart(text: str) -> bool:
    return _is_row(text) or bool(FURNITURE.fullmatch(text))


def _is_row(text: str) -> bool:
    """Cells, parted by tabs, bars or wide gaps."""
    return bool(p.ROW.search(text))


def _is_page_number(lines: Sequence[_Line], i: int) -> bool:
    """A number alone, parted from the lines round it by an empty one."""
    return i + 1 < len(lines) and lines[i].gap > 0 and lines[i + 1].gap > 0 and bool(p.PAGE.fullmatch(lines[i].text))


def _head(text: str) -> str:
    return p.HEAD.match(text)[0]  # type: ignore[index]


def _columns(text: str) -> int:
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
