"""How a number of a report stands: a level, expected, a mark passed, summed over years, gone by."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from pipeline.check.spans import several_years
from pipeline.document import Document
from pipeline.patterns import targets as p
from pipeline.records import Indicator, Quantity, Span

Standing = Literal["level", "expected", "milestone"]
_NEAR = 12  # how far before its number 突破 may stand
_SENTENCE = 200  # how far before it, in one sentence, the part of the year that has gone by
_SAID = 24  # how far before its number 预计 may stand


def passage(document: Document, at: int) -> Span:
    """The passage that ``at`` is in."""
    behind = bisect_right(document.passages, at, key=lambda one: one.start)
    return document.passages[max(behind - 1, 0)]


def summed(document: Document, value: Quantity) -> bool:
    """Whether a level is a sum over the years that its paragraph tells of together."""
    at = value.span.start
    said = p.SUMMED.search(document.text, max(0, at - _SAID), at)
    return bool(said) and several_years(document, at)


def cumulated(document: Document, quantity: Quantity) -> bool:
    """Whether a growth is told of several years together."""
    at = quantity.span.start
    return bool(p.CUMULATED.search(document.text, max(0, at - _SENTENCE), at))


def standing(document: Document, quantity: Quantity) -> Standing:
    """What a number is: passed on the way (突破3000亿元), not yet known (预计), or a level."""
    at = quantity.span.start
    if p.PASSED.search(document.text, max(0, at - _NEAR), at):
        return "milestone"
    start = max(passage(document, at).start, at - 4 * _SAID)
    return "expected" if p.EXPECTED.search(document.text, start, at) else "level"


def gone_by(document: Document, indicator: Indicator) -> bool:
    """Whether a target is told of a part of its year that had gone by, and so is none."""
    if indicator.modality != "target":
        return False
    at = min(quantity.span.start for quantity in indicator.quantities)
    return bool(p.GONE_BY.search(document.text, max(0, at - _SENTENCE), at))


def stated(document: Document, quantity: Quantity) -> bool:
    """Whether a target stands where the report says what it aims at."""
    at = quantity.span.start
    return bool(p.STATED.search(document.text, passage(document, at).start, at))
