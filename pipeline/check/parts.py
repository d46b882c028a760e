"""Parts with their whole: 其中, and the list behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from pipeline.check.interval import Interval, Reading, apply, reading
from pipeline.check.verdict import verdict
from pipeline.check.wording import written
from pipeline.patterns.arithmetic import CLOSED, LISTED_PART, PARTS, SENTENCE
from pipeline.records import Check, Indicator, Quantity

RATIOS = frozenset(("%", "‰", "百分点", "倍", "", "位"))


def parts(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """No part above its whole, and parts that make it up."""
    for whole, found in groups(text, indicators):
        yield from _within(text, whole, found)


def groups(text: str, indicators: Sequence[Indicator]) -> Iterator[tuple[Indicator, list[Indicator]]]:
    """Each whole with its parts."""
    for _, pairs in groupby(_pairs(text, indicators), key=lambda pair: pair[0].id):
        found = list(pairs)
        yield found[0][0], [part for _, part in found]


def _pairs(text: str, indicators: Sequence[Indicator]) -> Iterator[tuple[Indicator, Indicator]]:
    """A whole and a part of it, which stands right behind 其中 or in the list that follows, in the unit of the whole."""
    whole: Indicator | None = None
    for position, now in enumerate(indicators):
        gap = text[_end(indicators[position - 1]) : _start(now)] if position else ""
        if PARTS.search(gap) and not SENTENCE.search(gap):
            whole = whole or _outside(text, indicators, position)
        elif not LISTED_PART.fullmatch(gap):
            whole = None
        if whole is None or now.value is None:
            whole = None
        elif comparable(whole, now):
            yield whole, now
        elif now.value.unit not in RATIOS:  # 其中企业12万户、占三成，个体户26万户: a share between two parts ends no list
            whole = None


def _outside(text: str, indicators: Sequence[Indicator], position: int) -> Indicator | None:
    """What 其中 refers to: the level told last before it, past shares, and past a bracket that is closed again (50亿元（含专项债7亿元），其中…)."""
    part = indicators[position]
    for at in range(position - 1, -1, -1):
        one = indicators[at]
        gap = text[_end(one) : _start(part)]
        if SENTENCE.search(gap):
            return None
        if CLOSED.match(gap) or (one.value is not None and one.value.unit in RATIOS):
            continue
        return one if one.value is not None and part.value is not None and comparable(one, part) else None
    return None


def _within(text: str, whole: Indicator, found: Sequence[Indicator]) -> Iterator[Check]:
    """Each part may be no more than its whole; parts that sum up to it are said to."""
    total = reading(text, value(whole))
    for part in found:
        size = reading(text, value(part))
        room = Reading(*(Interval(min(Decimal(0), i.low), i.high) for i in (total.narrow, total.wide)))
        arithmetic = f"{part.name}{written(text, value(part))}是{whole.name}{written(text, value(whole))}的一部分"
        yield from verdict("part_of_whole", [part.id, whole.id], arithmetic, stated=size, computed=room, unit=value(part).unit)
    if len(found) > 1:
        summed = apply(lambda *sizes: sum(sizes, Decimal(0)), *(reading(text, value(part)) for part in found))
        if summed and summed.narrow.meets(total.narrow):
            arithmetic = "、".join(f"{part.name}{written(text, value(part))}" for part in found) + f"合计，与{whole.name}相比"
            yield from verdict("sum_of_parts", [whole.id, *(part.id for part in found)], arithmetic, stated=total, computed=summed, unit=value(whole).unit)


def comparable(whole: Indicator, part: Indicator) -> bool:
    """Whether two levels may be set beside each other: one unit, one time, both done or both planned."""
    return value(whole).unit == value(part).unit and timed(whole, part)


def timed(a: Indicator, b: Indicator) -> bool:
    """Whether two indicators are of one time and modality."""
    return a.period == b.period and a.modality == b.modality


def value(indicator: Indicator) -> Quantity:
    """The value of an indicator that has one."""
    assert indicator.value is not None
    return indicator.value


def _start(indicator: Indicator) -> int:
    return min(q.span.start for q in indicator.quantities)


def _end(indicator: Indicator) -> int:
    return max(q.span.end for q in indicator.quantities)


