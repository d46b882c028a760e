"""Line breaks inside sentences: text wrapped at a width, or copied from a page, is joined;
headings, lists, verses and rows are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from pipeline.lexicon import words
from pipeline.patterns import reading as p
from pipeline.patterns.headings import is_dress
from pipeline.read.marks import Edit
from pipeline.read.width import Page, page_of

_PROSE = 15  # characters of a line that may be a sentence begun
_LONG = 20
_CELLS = 3  # blanks between words without a mark: a row
_BEFORE = 8  # lines of a sentence looked at
_VERB = 4  # the longest word that leads to a number


@dataclass(frozen=True, slots=True)
class _Break:
    """What stands before and behind a line break that nothing in the layout decides."""

    a: str
    b: str
    said: str  # the sentence as far as it is joined already
    first: bool  # it begins on the first line of the text
    paged: bool  # a page number stands between


def breaks(text: str) -> list[Edit]:
    """The line breaks of ``text`` that stand inside a sentence, as edits; page numbers
    between the halves go with them."""
    for other in p.OTHER_BREAKS:
        text = text.replace(other, "\n")
    raw = text.split("\n")
    said = [line.strip() for line in raw]
    unended = [
        i for i, line in enumerate(said) if line and line[-1] not in p.ENDS and not _is_ended(line)
    ]
    if not unended:
        return []
    page = page_of(raw, [i for i in unended if not _is_dress(said[i])])
    first = next(i for i, line in enumerate(said) if line)
    joined: list[tuple[int, int]] = []
    opened, last = 0, -1  # the line the sentence began on, and the line it goes on in
    for i in unended:
        if i < last:
            continue  # a page number that was passed over
        opened = opened if i == last else i
        lines = _behind(said, i)
        if not lines:
            break
        j, paged, a = lines[-1], len(lines) > 1, said[i]
        pairs: list[tuple[int, int]] = []
        if paged and said[j][0] in p.UNIT_OPENS:
            pairs = list(pairwise((i, *lines)))  # 布、|80|万吨水泥: the number is of the sentence
        elif not (
            _is_apart(a, said[j], blank=j > i + 1 and not paged)
            or _is_indented(raw, i, j, page, going=i > opened)
        ):
            so_far = "".join(said[max(opened, i - _BEFORE) : i + 1])
            full = page.is_full(raw[i], said[j])
            open_ = full or _leaves_open(_Break(a, said[j], so_far, opened == first, paged))
            pairs = [(i, j)] if open_ and not (full and _is_whole(a, said[j])) else []
        joined += pairs
        last = pairs[-1][1] if pairs else last
    return _edits(raw, joined)


def _edits(raw: Sequence[str], joined: Sequence[tuple[int, int]]) -> list[Edit]:
    """The stretches between lines that are one, and what stands there instead."""
    if not joined:
        return []
    starts = list(accumulate((len(line) + 1 for line in raw), initial=0))
    return [
        (
            starts[before] + len(raw[before].rstrip()),
            starts[behind] + _indent(raw[behind]),
            _joint(raw[before], raw[behind]),
        )
        for before, behind in joined
    ]


def _behind(said: Sequence[str], i: int) -> tuple[int, ...]:
    """The next line that holds something; where that is a page number alone, it and the line
    behind it; none at the end."""
    j = _next(said, i)
    if j > i + 1 and p.PAGE.fullmatch(said[j]) and (k := _next(said, j)) > j + 1:
        return j, k
    return (j,) if j else ()


def _next(said: Sequence[str], i: int) -> int:
    """The next line that holds something; 0 where there is none."""
    for j in range(i + 1, len(said)):
        if said[j]:
            return j
    return 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_ended(text: str) -> bool:
    at = len(text) - 1
    while at > 0 and text[at] in p.CLOSES:
        at -= 1
    return text[at] in p.ENDS


def _joint(a: str, b: str) -> str:
    """A blank between Latin words, and where a line parts its words by blanks;
    between characters nothing."""
    if a[-1] > "z" and b[0] > "z":
        return ""
    latin = all(c.isascii() and c.isalpha() for c in (a.rstrip()[-1], b.lstrip()[0]))
    parted = (
        len(a) - len(a.rstrip()) + _indent(b) == 1 and a.count(" ") > 1 and not p.INNER.search(a)
    )
    return " " if latin or parted else ""


def _is_apart(a: str, b: str, *, blank: bool) -> bool:
    """Lines that nothing joins: rows and page dress, items and
    headings, what an empty line parts."""
    if _is_dress(a) or _is_dress(b):
        return True
    if b[0] in p.GOES_ON:
        return p.NUMBER_ALONE.fullmatch(a) is not None
    return blank or _begins(a, b)


def _is_indented(raw: Sequence[str], i: int, j: int, page: Page, *, going: bool) -> bool:
    """Whether line ``j`` is set in, as a paragraph begins."""
    if raw[j][0] > " " and raw[j][0] != "\u3000":
        return False
    before = max(page.indent, _indent(raw[i])) if page.width or going else _indent(raw[j])
    return _indent(raw[j]) > before + 1 and raw[j].lstrip()[0] not in p.GOES_ON


def _is_whole(a: str, b: str) -> bool:
    """A title over a salutation or a year, a row of words over another or over a sentence: whole,
    although as wide as the page."""
    if (b[0].isdigit() and p.YEAR.match(b)) or b[-1] in "：:":
        return p.TITLE.fullmatch(a) is not None
    return (
        a.count(" ") >= _CELLS
        and not p.INNER.search(a)
        and (b.count(" ") >= _CELLS - 1 or p.INNER.search(b) is not None)
    )


def _leaves_open(at: _Break) -> bool:
    """Whether words and numbers alone say that a sentence is not at its end."""
    if at.b[0] in p.GOES_ON:
        return True
    if (
        at.a[-1] in p.OPENS
        or p.ORDINAL.match(at.b)
        or p.NUMBER_ALONE.fullmatch(at.b)
        or p.NUMBER_ALONE.fullmatch(at.a)
    ):
        return False  # a name that a page put on a line of its own, a cell
    if at.a[-1] in "，、":
        return len(at.said) >= _PROSE
    counts = p.COUNT.match(at.b) and not p.YEAR.match(at.b)
    if counts and at.a[-1].isdigit() and p.HAN.search(at.a):
        return True
    if (
        not p.INNER.search(at.said)
        or len(at.said) < 10
        or (at.first and not p.STOP.search(at.said))
    ):
        return False
    return _in_number(at.a, at.b) or (bool(counts) and _before_number(at.said)) or _in_prose(at)


def _in_number(a: str, b: str) -> bool:
    """3|26起, 412|人, 1,200余|万元: the break is inside a number, or between it and its unit."""
    return (
        (a[-1].isdigit() or a[-1] in ".,余多%")
        and (b[0].isdigit() or b[0] in p.UNIT_OPENS)
        and not p.YEAR.match(b)
    )


def _before_number(said: str) -> bool:
    """同比下降|8.6%, 硬化公路|61公里: what stands before the break leads to the number
    behind it, and is no heading."""
    if p.BEGINS.match(said) and not p.STOP.search(said):
        return False
    led = any(said[-size:] in _leads() for size in range(2, _VERB + 1))
    return led or any(character.isdigit() for character in said)


def _in_prose(at: _Break) -> bool:
    """A sentence stands before, whole, and the next is begun; or the line is long, and
    what is behind it closes it."""
    if at.a[-1] in p.CLOSES or not (p.INNER.search(at.b) or at.b[-1] in p.ENDS):
        return False  # a caption, a heading behind it
    if p.STOP.search(at.said):
        return len(at.a) >= _PROSE or at.paged
    if p.BEGINS.match(at.said):
        return False
    return at.paged or (len(at.a) >= _LONG and len(at.b) <= len(at.a) and at.b[-1] in "。；")


@cache
def _leads() -> frozenset[str]:
    return frozenset(
        word
        for name in ("level", "rise", "fall", "over", "under", "about", "action")
        for word in words(name)
        if 1 < len(word) <= _VERB
    )


def _begins(a: str, b: str) -> bool:
    """A line that opens something of its own: an item, a heading, a date below the text."""
    if b[0] in p.BEGIN_OPENS and p.BEGINS.match(b) and a[-1] not in p.ORDINAL_BEFORE:
        return True
    return b[-1] in "日月）)" and p.DATED.fullmatch(b) is not None


def _is_dress(text: str) -> bool:
    """A row of cells, a field of a head, page dress."""
    if "\t" in text or "|" in text or "\u3000\u3000\u3000" in text or "   " in text:
        return True
    return is_dress(text) and (len(text) <= _LONG or not p.DRESS_SIGNS.isdisjoint(text))
