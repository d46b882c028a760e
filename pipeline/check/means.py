"""Days of a year and means over time: 优良天数334天，优良率91.5%; 五年累计1200亿元，年均240亿元."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.check.interval import Interval, Reading, apply, reading
from pipeline.check.levels import RATIOS, end, value, words_before
from pipeline.check.silence import silent
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import written
from pipeline.patterns import arithmetic as a
from pipeline.patterns.figures import PERIOD
from pipeline.records import Check, Indicator

_NUMBERS = {
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
# a station may miss a day now and then; shares are of the days that counted
_FEWEST_DAYS = 350
_BACK = 60
_HALF = Decimal("0.5")


def means(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """Each share of days beside its days, and each mean beside the total told before it."""
    for before, now in pairwise(indicators):
        if before.value is None or now.value is None:
            continue
        yield from _days(text, before, now)
        yield from _mean(text, before, now)


def _days(text: str, before: Indicator, now: Indicator) -> Iterator[Check]:
    days, share = (before, now) if value(before).unit == "天" else (now, before)
    if value(days).unit != "天" or value(share).unit != "%" or days.passage != share.passage:
        return
    if not (a.GOOD_DAYS.search(days.name) and a.GOOD_RATE.search(share.name)):
        return
    if not (length := _length(days.period)):
        return
    counted = reading(text, value(days))
    computed = Reading(
        _share(counted.narrow, length, length), _share(counted.wide, length, _FEWEST_DAYS)
    )
    read = f"{days.name}{written(text, value(days))}占全年{length}天"
    yield from verdict(
        "days",
        [share, days],
        read,
        stated=as_stated(text, value(share)),
        computed=computed,
        unit="%",
    )


def _length(period: str | None) -> int:
    """The days of a period that is a year; 0 of others."""
    year = PERIOD.fullmatch(period or "")
    if year is None or any(year[part] for part in ("last", "half", "quarter", "month")):
        return 0
    return 366 if isleap(int(year["year"])) else 365


def _share(days: Interval, most: int, fewest: int) -> Interval:
    return Interval(days.low / most * 100, days.high / fewest * 100)


def _mean(text: str, before: Indicator, now: Indicator) -> Iterator[Check]:
    """A total and its mean in one unit, in one sentence."""
    total, mean = value(before), value(now)
    if total.unit != mean.unit or total.unit in RATIOS or before.passage != now.passage:
        return
    if total.span.start > mean.span.start or before.base or now.base:
        return  # 新登记68户，日均新增2户，|总量|560户
    words = a.LAST_NUMBER.split(words_before(text, now, before))[-1]
    gap = text[end(before) : mean.span.start]
    if a.SENTENCE.search(gap) or silent(text, total.span.start, mean.span.end):
        return
    counts = _times(text, words, before)
    if not counts or not _one_thing(before, now):
        return
    computed = _divided(reading(text, total), counts)
    read = f"{before.name}{written(text, total)}按{counts[0]}{_unit(words)}平均"
    yield from verdict(
        "mean",
        [now, before],
        read,
        stated=as_stated(text, mean, _rounded(reading(text, mean))),
        computed=computed,
        unit=mean.unit,
    )


def _divided(total: Reading, counts: Sequence[Decimal]) -> Reading | None:
    """A total over how many there may be."""
    computed = apply(lambda whole: whole / counts[0], total)
    other = apply(lambda whole: whole / counts[1], total) if len(counts) > 1 else None
    if not computed or not other:
        return computed
    narrow = Interval(other.narrow.low, computed.narrow.high)
    return Reading(narrow, Interval(other.wide.low, computed.wide.high))


def _rounded(mean: Reading) -> Reading:
    """A mean of things that are counted is rounded to whole ones: 日均新增9户."""
    if mean.narrow.low != mean.narrow.high:
        return mean
    narrow, wide = (
        Interval(mean.narrow.low - room, mean.narrow.high + room) for room in (_HALF, Decimal(1))
    )
    return Reading(narrow, Interval(min(wide.low, mean.wide.low), max(wide.high, mean.wide.high)))


def _times(text: str, words: str, total: Indicator) -> tuple[Decimal, ...]:
    """By what a total is divided: days, months, or the years it runs over."""
    year = PERIOD.fullmatch(total.period or "")
    if year is None:
        return ()
    yearly = not (year["last"] or year["half"] or year["quarter"] or year["month"])
    if a.PER_DAY.search(words):
        return (Decimal(365), Decimal(366)) if yearly else ()
    if a.PER_MONTH.search(words):
        return (Decimal(12),) if yearly else ()
    if not a.PER_YEAR.search(words):
        return ()
    return _years(text, total, year["year"], year["last"])


def _years(text: str, total: Indicator, first: str, last: str | None) -> tuple[Decimal, ...]:
    at = value(total).span.start
    said = [*a.YEARS_OF.finditer(text, max(0, at - _BACK), at)]
    if said:
        word = said[-1]["n"]
        return (Decimal(_NUMBERS.get(word) or int(word)),)
    return (Decimal(int(last) - int(first) + 1),) if last else ()


def _one_thing(total: Indicator, mean: Indicator) -> bool:
    """Whether the mean is named as the total is, by a part of its name, or by an act upon it."""
    bare = a.PER_WORDS.sub("", mean.name)
    if not bare or bare in total.name or total.name in bare:
        return True
    of_it = mean.topic is not None and (mean.topic in total.name or total.name in mean.topic)
    return of_it and bool(a.ADDED_NAME.fullmatch(bare) and a.ADDED_NAME.search(total.name))


def _unit(words: str) -> str:
    return "天" if a.PER_DAY.search(words) else "个月" if a.PER_MONTH.search(words) else "年"
