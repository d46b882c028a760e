"""Whether words and numbers alone say that a sentence goes on on the next line."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline.lexicon import words
from pipeline.patterns import reading as p

_BEGUN = 10  # characters
_PROSE = 15  # characters of a line that may be a sentence begun
_LONG = 20
_VERB = 4  # the longest word that leads to a number


class Break(NamedTuple):
    """What stands before and behind a line break that nothing in the layout decides."""

    a: str
    b: str
    said: str  # the sentence as far as it is joined already
    first: bool  # it begins on the first line of the text
    paged: bool  # a page number stands between


def leaves_open(at: Break) -> bool:
    """Whether words and numbers alone say that a sentence is not at its end."""
    return at.b[0] in p.GOES_ON or (_goes_on(at) and not _is_of_its_own(at))


def is_torn(a: str, b: str) -> bool:
    """Whether an empty line stands in a number, or before one: 投资达215.5||亿元, 总量增长||4.8倍."""
    if len(a) < _LONG or not p.STOP.search(a) or not p.INNER.search(b):
        return False
    if a[-1].isdigit() and b[0] in p.UNIT_OPENS:
        return True
    return p.HAN.match(a[-1]) is not None and _counts(b)


def _goes_on(at: Break) -> bool:
    if at.a[-1] in "，、":
        return len(at.said) >= _PROSE
    counts = _counts(at.b)
    if counts and at.a[-1].isdigit() and p.HAN.search(at.a):
        return True
    if not _is_begun(at):
        return False
    if _in_number(at.a, at.b) or _in_word(at.a, at.b):
        return True
    return (counts and _before_number(at.said)) or _in_prose(at)


def _is_of_its_own(at: Break) -> bool:
    """Whether a page put a name on a line of its own, or a cell."""
    if at.a[-1] in p.OPENS or p.ORDINAL.match(at.b):
        return True
    return bool(p.NUMBER_ALONE.fullmatch(at.b) or p.NUMBER_ALONE.fullmatch(at.a))


def _counts(b: str) -> bool:
    return b[0].isdigit() and bool(p.COUNT_OPENS.match(b)) and not p.YEAR.match(b)


def _is_begun(at: Break) -> bool:
    """Whether what was said so far is a sentence begun, and no title at the head of the text."""
    if not p.INNER.search(at.said) or len(at.said) < _BEGUN:
        return False
    return not at.first or p.STOP.search(at.said) is not None


def _in_number(a: str, b: str) -> bool:
    """3|26起, 412|人, 1,200余|万元, 7.2亿|元: the break is inside a number, or between it and its
    unit."""
    return (
        (a[-1].isdigit() or a[-1] in ".,余多%" or p.MAGNITUDE_ENDS.search(a) is not None)
        and (b[0].isdigit() or b[0] in p.UNIT_OPENS)
        and not p.YEAR.match(b)
    )


def _in_word(a: str, b: str) -> bool:
    """同比增|长12.3%: the break is inside a word that leads to a number."""
    rest = p.BEFORE_NUMBER.match(b)
    if rest is None:
        return False
    return any(a[-size:] + rest[0] in _leads() for size in range(1, _VERB) if len(a) >= size)


def _before_number(said: str) -> bool:
    """同比下降|8.6%, 硬化公路|61公里: what stands before the break leads to the number
    behind it, and is no heading."""
    if p.BEGINS.match(said) and not p.STOP.search(said):
        return False
    led = any(said[-size:] in _leads() for size in range(2, _VERB + 1))
    return led or any(character.isdigit() for character in said)


def _in_prose(at: Break) -> bool:
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
