"""Parts with their whole: 其中 and the list behind it, and lists that are summed up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from pipeline.check.interval import Interval, Reading, added_up, reading, told_with
from pipeline.check.levels import RATIOS, gap_before, gaps, start, value, words_before
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import written
from pipeline.patterns import arithmetic as a
from pipeline.records import Check, Indicator

Pair = tuple[Indicator, Indicator]
Groups = Sequence[tuple[Indicator, list[Indicator]]]

_FARTHEST = 12  # figures between 其中 and what it is of
_LONGEST_LIST = 100


def parts(text: str, indicators: Sequence[Indicator], wholes: Groups) -> Iterator[Check]:
    """No part above its whole, and parts that make it up."""
    for whole, found in wholes:
        yield from _within(text, whole, found)
        yield from _whole(text, whole, found)
    yield from _summed_up(text, indicators)


def groups(
    text: str, indicators: Sequence[Indicator]
) -> Iterator[tuple[Indicator, list[Indicator]]]:
    """Each whole with its parts."""
    for _, pairs in groupby(_pairs(text, indicators), key=lambda pair: pair[0].id):
        found = list(pairs)
        yield found[0][0], [part for _, part in found]


def _pairs(text: str, indicators: Sequence[Indicator]) -> Iterator[Pair]:
    """A whole and a part of it, right behind 其中 or in the list that follows, in its unit."""
    whole: Indicator | None = None
    for position, (now, gap) in enumerate(zip(indicators, gaps(text, indicators), strict=True)):
        listed = gap
        if _opens_parts(gap):
            whole = whole or _outside(text, indicators, position)
            listed = a.PARTS.split(gap)[-1]
        elif not a.LISTED_PART.fullmatch(gap):
            whole = None
        if now.value is None or a.WHOLE_AGAIN.search(listed):
            whole = None
        elif whole and _alike(whole, now) and not a.OTHER_TIME.search(listed):
            yield whole, now
        elif now.value.unit not in RATIOS:  # 其中企业12万户、占三成，个体户26万户
            whole = None


def _opens_parts(gap: str) -> bool:
    return a.PARTS.search(gap) is not None and not a.SENTENCE.search(gap)


def _outside(text: str, indicators: Sequence[Indicator], position: int) -> Indicator | None:
    """What 其中 refers to: the level told last before it.

    Past shares, and past a bracket that is closed again (50亿元（含专项债7亿元），其中…).
    """
    part = indicators[position]
    for at in range(position - 1, max(position - 1 - _FARTHEST, -1), -1):
        one = indicators[at]
        gap = text[_end_before(one, part) : start(part)]
        if a.SENTENCE.search(gap):
            return None
        if a.CLOSED.match(gap) or (one.value is not None and one.value.unit in RATIOS):
            continue
        if one.value is None or part.value is None or not _alike(one, part):
            return None
        return one if _has_parts(text, indicators, at) else None
    return None


def _end_before(one: Indicator, behind: Indicator) -> int:
    """Where the last number of one ends before another begins."""
    at = start(behind)
    return max((q.span.end for q in one.quantities if q.span.end <= at), default=at)


def _alike(whole: Indicator, part: Indicator) -> bool:
    """Whether a sentence may set a part beside a whole: one unit, each a level of its own."""
    return value(whole).unit == value(part).unit and part.base is None


def _has_parts(text: str, indicators: Sequence[Indicator], at: int) -> bool:
    """Averages and what merely moved have none, and of a list all items may be meant.

    人均25735元，其中城镇35720元; 甲131个、乙18个，其中亿元以上130个.
    """
    one, previous = indicators[at], indicators[at - 1] if at else None
    if one.base is not None or a.AVERAGE.search(one.name + words_before(text, one, previous)):
        return False
    if previous is None or previous.value is None or not _alike(previous, one):
        return True
    return not a.ITEM.match(gap_before(text, indicators, at))


def _within(text: str, whole: Indicator, found: Sequence[Indicator]) -> Iterator[Check]:
    """Each part may be no more than its whole."""
    total = reading(text, value(whole))
    for part in found:
        size = as_stated(text, value(part))
        ends = (total.narrow, total.wide)
        room = Reading(*(Interval(min(Decimal(0), i.low), i.high) for i in ends))
        read = f"{part.name}{size.said}是{whole.name}{written(text, value(whole))}的一部分"
        yield from verdict(
            "part_of_whole", [part, whole], read,
            stated=size, computed=room, unit=value(part).unit,
        )  # fmt: skip


def _whole(text: str, whole: Indicator, found: Sequence[Indicator]) -> Iterator[Check]:
    """Parts that sum up to their whole are said to; those that must, where they do not."""
    if len(found) < 2:
        return
    summed = _sum(text, found)
    total = reading(text, value(whole))
    if summed and (summed.narrow.meets(total.narrow) or _complete(text, whole, found)):
        yield from _added(text, whole, found, summed)


def _added(
    text: str, whole: Indicator, found: Sequence[Indicator], summed: Reading
) -> Iterator[Check]:
    items = "、".join(f"{part.name}{written(text, value(part))}" for part in found)
    total = value(whole)
    beside = [reading(text, value(part)) for part in found]
    read_total = reading(text, total)
    said = as_stated(
        text, total, told_with(read_total, beside) if total.bound == "exact" else read_total
    )
    read = f"{items}合计，与{whole.name}相比"
    yield from verdict(
        "sum_of_parts", [whole, *found], read,
        stated=said, computed=summed, unit=value(whole).unit,
    )  # fmt: skip


def _sum(text: str, found: Sequence[Indicator]) -> Reading | None:
    return added_up([reading(text, value(part)) for part in found])


def _complete(text: str, whole: Indicator, found: Sequence[Indicator]) -> bool:
    """Whether two parts are all there is: 出口 and 进口, 新开工 and 续建."""
    if len(found) != 2:
        return False
    first, second = (
        part.name + words_before(text, part, before)
        for part, before in zip(found, (whole, found[0]), strict=True)
    )
    return any(
        (one.search(first) and other.search(second)) or (other.search(first) and one.search(second))
        for one, other in a.COMPLEMENTS
    )


def _summed_up(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """城镇120人、农村80人，合计200人: the list right before a sum."""
    for position, now in enumerate(indicators):
        if position < 2 or now.value is None or now.value.unit in RATIOS:
            continue
        if not a.SUM_SAID.search(words_before(text, now, indicators[position - 1])):
            continue
        found = list(_list_before(text, indicators, position))
        summed = _sum(text, found) if len(found) > 1 else None
        if summed:
            yield from _added(text, now, found[::-1], summed)


def _list_before(text: str, indicators: Sequence[Indicator], position: int) -> Iterator[Indicator]:
    """The levels in the unit of a sum that stand before it without another number between."""
    behind = total = indicators[position]
    for one in reversed(indicators[max(0, position - _LONGEST_LIST) : position]):
        gap = text[_end_before(one, behind) : start(behind)]
        if one.value is None or a.SENTENCE.search(gap) or not _alike(total, one):
            return
        if a.PARTS.search(gap):  # 保有量62万辆，其中汽车48万辆、摩托车14万辆，合计62万辆
            return
        if not a.LISTED_PART.fullmatch(gap) or len(one.quantities) > 1:
            return
        yield one
        behind = one
