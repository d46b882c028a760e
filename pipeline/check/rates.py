"""Rates beside what was due and what was done: 计划120个，完工114个，完工率95%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.check.interval import apply, as_fine, reading
from pipeline.check.levels import RATIOS, start, value, words_before
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import written
from pipeline.patterns import arithmetic as a
from pipeline.records import Check, Indicator, Quantity

_FAR_OFF = 3
_BACK = 4  # levels before what was done of which one may be what was due


def completion(text: str, rate: Indicator, before: Sequence[Indicator]) -> Iterator[Check]:
    """The rate of a plan: the last two levels of the sentence, of which only the first was due."""
    levels = [i for i in before if i.value is not None and i.value.unit not in RATIOS]
    if len(levels) < 2:
        return
    due, done = levels[-2:]
    gap = text[value(due).span.start : value(rate).span.start]
    if value(due).unit != value(done).unit or a.SENTENCE.search(gap):
        return
    if _planned(due) and not _planned(done):
        yield from quotient("completion", text, rate, done, due, "与")


def bare_rate(text: str, rate: Indicator, before: Sequence[Indicator]) -> Iterator[Check]:
    """受理1200件，办结1140件，办结率95%: what was done, and right behind it its bare rate.

    What was due is the level before it that agrees, else the nearest.
    """
    if not before:
        return
    previous, done = (None, *before)[-2:]
    if done is None or done.value is None or not _is_amount(done):
        return
    match = a.BARE_RATE.fullmatch(text, done.value.span.end, value(rate).span.start)
    words = words_before(text, done, previous)
    if match is None or match["did"] not in words or a.NOT_DONE.search(words):
        return
    found = [
        check
        for one in _due(text, done, before[:-1])
        if _may_be_due(value(one), value(done), value(rate))
        for check in quotient("completion", text, rate, done, one, "与")
    ]
    agreeing = (one for one in found if one.status != "contradiction")
    yield from [next(agreeing, found[0])] if found else ()


def _is_amount(done: Indicator) -> bool:
    return value(done).unit not in RATIOS and done.base is None


def _due(text: str, done: Indicator, before: Sequence[Indicator]) -> Iterator[Indicator]:
    """The levels in the unit of what was done that its sentence tells before it, nearest first.

    What has a rate of its own is not what was due: 签约606座（签约率97%），拆除523座（拆除率84%）.
    """
    for one in reversed(before[-_BACK:]):
        if one.value is not None and one.value.unit in RATIOS:
            return
        if a.SENTENCE.search(text[start(one) : start(done)]):
            return
        if one.value is not None and one.value.unit == value(done).unit and one.base is None:
            yield one


def _may_be_due(due: Quantity, done: Quantity, rate: Quantity) -> bool:
    """Whether a rate may be of these two at all: three times as far off, it is of two others."""
    if not (due.low and rate.low):
        return False
    off = done.low / due.low * 100 / rate.low
    return 1 / _FAR_OFF < off < _FAR_OFF


def _planned(one: Indicator) -> bool:
    return bool(a.PLANNED_NAME.search(one.name)) and not a.DONE_NAME.search(one.name)


def quotient(
    kind: str, text: str, share: Indicator, part: Indicator, whole: Indicator, link: str
) -> Iterator[Check]:
    """A share beside its part and its whole."""
    beside = as_fine(reading(text, value(part)), reading(text, value(whole)))
    computed = apply(lambda p, w: p / w * 100, *beside)
    read = (
        f"{part.name}{written(text, value(part))}{link}"
        f"{whole.name}{written(text, value(whole))}{'之比' if link == '与' else ''}"
    )
    stated = as_stated(text, value(share))
    yield from verdict(kind, [share, part, whole], read, stated=stated, computed=computed, unit="%")
