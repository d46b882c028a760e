"""Line breaks inside sentences: text wrapped at a width, or copied from a page, is joined;
headings, lists, verses and rows are not."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate, pairwise

from pipeline.patterns import reading as p
from pipeline.patterns.headings import is_dress
from pipeline.read.left_open import Break, is_torn, leaves_open
from pipeline.read.marks import Edit
from pipeline.read.page_numbers import page_numbers
from pipeline.read.width import Page, page_of

_LONG = 20
_CELLS = 3  # blanks between words without a mark: a row
_FIELD = 20  # characters in which the name of a field ends
_BEFORE = 8  # lines of a sentence looked at


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a text, without the blanks round them too, their width, the first, those without
    an end that are dress, and those that number a page."""

    raw: Sequence[str]
    said: Sequence[str]
    page: Page
    first: int
    dress: frozenset[int]
    pages: frozenset[int]


def breaks(text: str) -> list[Edit]:
    """Give the line breaks of ``text`` that stand inside a sentence, as edits; page numbers
    between the halves go with them."""
    raw = _lines_of(text)
    said = [line.strip() for line in raw]
    unended = _unended(said)
    if not unended:
        return []
    lines = _looked_at(raw, said, unended)
    return _edits(raw, _joined(lines, unended), lines.pages)


def _looked_at(raw: Sequence[str], said: Sequence[str], unended: Sequence[int]) -> _Lines:
    """Tell what the lines of a text are, of which some are ``unended``."""
    pages = page_numbers(said, unended)
    dress = frozenset(i for i in unended if i not in pages and _is_dress(said[i]))
    page = page_of(raw, [i for i in unended if i not in dress and i not in pages])
    first = next(i for i, line in enumerate(said) if line)
    return _Lines(raw, said, page, first, dress, pages)


def _joined(lines: _Lines, unended: Sequence[int]) -> list[tuple[int, int]]:
    """Pair each line that goes on with the line that it goes on in."""
    joined: list[tuple[int, int]] = []
    opened, last = 0, -1  # the line the sentence began on, and the line it goes on in
    for i in unended:
        if i < last or i in lines.pages:
            continue  # a page number that was passed over
        opened = opened if i == last else i
        behind = _behind(lines, i)
        if not behind:
            break
        pairs = _pairs(lines, i, behind, opened)
        joined += pairs
        last = pairs[-1][1] if pairs else last
    return joined


def _lines_of(text: str) -> list[str]:
    for other in p.OTHER_BREAKS:
        text = text.replace(other, "\n")
    return text.split("\n")


def _pairs(lines: _Lines, i: int, behind: Sequence[int], opened: int) -> list[tuple[int, int]]:
    """Line ``i`` and the next, with the page number between them, where they are one."""
    said, j, paged = lines.said, behind[-1], len(behind) > 1
    if paged and behind[0] not in lines.pages and said[j][0] in p.UNIT_OPENS:
        return list(pairwise((i, *behind)))  # 布、|80|万吨水泥: the number is of the sentence
    blank = j > i + 1 and not paged
    if blank and is_torn(said[i], said[j]):
        return [(i, j)]
    return [(i, j)] if _is_one(lines, i, j, opened, blank=blank, paged=paged) else []


def _is_one(lines: _Lines, i: int, j: int, opened: int, *, blank: bool, paged: bool) -> bool:
    """Whether what line ``i`` says goes on in line ``j``."""
    said = lines.said
    if i in lines.dress or _is_apart(said[i], said[j], blank=blank):
        return False
    if _is_indented(lines.raw, i, j, lines.page, going=i > opened):
        return False
    if lines.page.is_full(lines.raw[i], said[j]):
        return not _is_whole(said[i], said[j])
    so_far = "".join(said[max(opened, i - _BEFORE) : i + 1])
    return leaves_open(Break(said[i], said[j], so_far, opened == lines.first, paged))


def _edits(
    raw: Sequence[str], joined: Sequence[tuple[int, int]], pages: AbstractSet[int]
) -> list[Edit]:
    """The stretches between lines that are one, and what stands there instead; and the page numbers
    between others."""
    if not joined and not pages:
        return []
    starts = list(accumulate((len(line) + 1 for line in raw), initial=0))
    passed = {i for before, behind in joined for i in range(before + 1, behind)}
    end = starts[-1] - 1  # of the text, behind which no break stands
    numbers = [(starts[i], min(starts[i + 1], end), "") for i in pages - passed]
    between = [
        (
            starts[before] + len(raw[before].rstrip()),
            starts[behind] + _indent(raw[behind]),
            _joint(raw[before], raw[behind]),
        )
        for before, behind in joined
    ]
    return sorted(between + numbers)


def _behind(lines: _Lines, i: int) -> tuple[int, ...]:
    """The next line that holds something; where that is a page number, it and the line behind it;
    none at the end."""
    said = lines.said
    j = _next(said, i)
    if j in lines.pages:
        behind = [j]
        while behind[-1] in lines.pages:
            behind.append(_next(said, behind[-1]))
        return tuple(behind) if behind[-1] else ()
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


def _unended(said: Sequence[str]) -> list[int]:
    """The lines that hold something, and no end of a sentence behind it."""
    return [
        i for i, line in enumerate(said) if line and line[-1] not in p.ENDS and not _is_ended(line)
    ]


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
    """Lines that nothing joins: what stands before rows and page dress, items and
    headings, what an empty line parts."""
    if b[0] in p.GOES_ON:
        return _is_dress(b) or p.NUMBER_ALONE.fullmatch(a) is not None
    return blank or _begins(a, b) or _is_dress(b)


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


def _begins(a: str, b: str) -> bool:
    """A line that opens something of its own: an item, a heading, a date below the text."""
    if b[0] in p.BEGIN_OPENS and p.BEGINS.match(b) and a[-1] not in p.ORDINAL_BEFORE:
        return True
    if ("：" in b[:_FIELD] or ":" in b[:_FIELD]) and p.FIELD.match(b):
        return True
    return b[-1] in "日月）)" and p.DATED.fullmatch(b) is not None


def _is_dress(text: str) -> bool:
    """A row of cells or of a list of contents, a field of a head, page dress."""
    if p.CONTENTS_ROW.search(text):
        return True
    if "\t" in text or "|" in text or "\u3000\u3000\u3000" in text or "   " in text:
        return True
    return is_dress(text) and (len(text) <= _LONG or not p.DRESS_SIGNS.isdisjoint(text))
