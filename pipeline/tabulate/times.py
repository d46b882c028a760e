"""The period that a head or a title states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pipeline.extract.phrase import Phrase
from pipeline.patterns import head_times as p
from pipeline.patterns.heads import EMPTY
from pipeline.patterns.periods import FIVE_YEAR_PLANS
from pipeline.tabulate.period import Period
from pipeline.tabulate.words import without

_NUMBERS = {"两": 2, "十一": 11, "十二": 12}
_NUMBERS |= {han: number for number, han in enumerate("一二三四五六七八九十", 1)}


def period(head: Phrase, now: Period | None) -> tuple[Period | None, Phrase]:
    """Read the period that a head states; also give the head without it.

    ``now`` is that of the table: 上年 is counted from it, 1-9月 is of its year.
    """
    for pattern, made in _SAID:
        match = pattern.search(head)
        if match is None:
            continue
        found = made(match, now)
        if found is not None:
            said, rest = head[match.start() : match.end()], without(head, *match.span())
            found, said, rest = _said_again(found, said, rest)
            counted = now is not None and str(found.start) not in said  # 上年, 1-9月: from ``now``
            found = replace(
                found, counted=counted, said=now.said + said if counted and now else said
            )
            return _counted_on(found, rest, said)
    return None, head


def _said_again(found: Period, said: Phrase, rest: Phrase) -> tuple[Period, Phrase, Phrase]:
    """A part of a year that a head names twice, by its name where it has one: 第一季度（1—3月）."""
    for pattern, made in _PARTS if found.first else ():
        match = pattern.search(rest)
        other = made(match, found) if match else None
        if match and other and (other.first, other.last) == (found.first, found.last):
            other = replace(other, name=other.name or found.name)
            said = said if str(found.start) in said else said + rest[match.start() : match.end()]
            return other, said, without(rest, *match.span()).without(EMPTY)
    return found, said, rest


def _counted_on(found: Period, rest: Phrase, said: Phrase) -> tuple[Period, Phrase]:
    """A time with what is counted from it: 3月份 | 上年同期 is March of the year before."""
    rest = rest.without(p.AGAIN)
    match = p.SAME_TIME_BEFORE.search(rest)
    if match is None or found.start != found.end or p.LAST_TIME.fullmatch(said):
        return found, rest
    before = replace(
        found.moved(-1), back=True, said=found.said + rest[match.start() : match.end()]
    )
    return before, without(rest, *match.span())


def years(title: Phrase) -> list[Period]:
    """Every single year that a title names, in order."""
    return [
        Period(int(m["year"]), int(m["year"]), said=title[m.start() : m.end()])
        for m in p.YEAR.finditer(title)
    ]


def _year(match: Any, now: Period | None) -> int | None:
    return int(match["year"]) if match["year"] else now.end if now else None


def _months(match: Any, now: Period | None) -> Period | None:
    year = _year(match, now)
    first, last = int(match["first"]), int(match["last"])
    return Period(year, year, first, last) if year and first <= last else None


def _month(match: Any, now: Period | None) -> Period | None:
    year = _year(match, now)
    return Period(year, year, int(match["month"]), int(match["month"])) if year else None


def _quarter(match: Any, now: Period | None) -> Period | None:
    year, number = _year(match, now), _NUMBERS.get(match["n"]) or int(match["n"])
    return Period(year, year, 3 * number - 2, 3 * number, f"Q{number}") if year else None


def _first_months(match: Any, now: Period | None) -> Period | None:
    year, number = _year(match, now), _NUMBERS.get(match["n"]) or int(match["n"])
    return Period(year, year, 1, number) if year else None


def _first_quarters(match: Any, now: Period | None) -> Period | None:
    year, number = _year(match, now), _NUMBERS.get(match["n"]) or int(match["n"])
    return Period(year, year, 1, 3 * number) if year else None


def _half(match: Any, now: Period | None) -> Period | None:
    year = _year(match, now)
    if not year:
        return None
    return (
        Period(year, year, 7, 12, "H2") if match["half"] == "下" else Period(year, year, 1, 6, "H1")
    )


def _plan(match: Any, now: Period | None) -> Period | None:
    start = FIVE_YEAR_PLANS.get(match["name"])
    if start is None:
        return None
    return Period(start + 4, start + 4) if match[0].endswith("末") else Period(start, start + 4)


def _so_many(match: Any, now: Period | None) -> Period | None:
    """The years that are summed, the last of them that of the table."""
    years = _NUMBERS[match["n"]]
    return Period(now.end - years + 1, now.end) if now else None


def _this_month(match: Any, now: Period | None) -> Period | None:
    return Period(now.end, now.end, now.last, now.last) if now and now.last not in (0, 12) else now


def _last_time(match: Any, now: Period | None) -> Period | None:
    if now is None:
        return None
    then = replace(now.moved(-1), back=True)
    return replace(then, first=now.last, name="") if match[0].endswith("同月") else then


def _part_before(match: Any, now: Period | None) -> Period | None:
    """The quarter or the month before that of the table."""
    size = 3 if "季" in match[0] else 1
    return now.part_before if now and now.months == size else None


def _this_part(match: Any, now: Period | None) -> Period | None:
    return now if now and (now.name or "报告期" in match[0]) else None


def _cumulative(match: Any, now: Period | None) -> Period | None:
    if now and now.first == 1:
        return now
    return Period(now.end, now.end, 1, now.last) if now and now.last else now


def _since(match: Any, now: Period | None) -> Period | None:
    """The months of the year of the table until its time; a year before goes on."""
    if now is None or (match["year"] and int(match["year"]) != now.end):
        return None
    return _cumulative(match, now)


def _school_year(match: Any, now: Period | None) -> Period | None:
    start, end = match["start"], match["end"]
    end = start[: 4 - len(end)] + end
    return Period(int(start), int(end)) if int(end) == int(start) + 1 else None


def _date(match: Any, now: Period | None) -> Period:
    year, month = int(match["year"]), int(match["month"])
    return (
        Period(year, year)
        if (month, match["day"]) == (12, "31")
        else Period(year, year, month, month)
    )


_PARTS = (
    (p.MONTHS, _months),
    (p.FIRST_MONTHS, _first_months),
    (p.FIRST_QUARTERS, _first_quarters),
    (p.QUARTER, _quarter),
    (p.HALF, _half),
)
_SAID = (
    (p.SCHOOL_YEARS, _school_year),
    (p.SINCE, _since),
    (p.DATES, _months),
    (p.DATE, _date),
    (
        p.YEARS,
        lambda m, now: (
            Period(int(m["start"]), int(m["end"])) if int(m["start"]) < int(m["end"]) else None
        ),
    ),
    (p.MONTHS, _months),
    (p.FIRST_MONTHS, _first_months),
    (p.FIRST_QUARTERS, _first_quarters),
    (p.QUARTER, _quarter),
    (p.HALF, _half),
    (p.MONTH, _month),
    (p.PLAN_YEARS, _plan),
    (p.YEAR, lambda m, now: Period(int(m["year"]), int(m["year"]))),
    (p.YEARS_SUMMED, _so_many),
    (p.PART_BEFORE, _part_before),
    (p.CUMULATIVE, _cumulative),
    (p.THIS_PART, _this_part),
    (p.THIS_MONTH, _this_month),
    (p.LAST_TIME, _last_time),
    (p.NEXT_TIME, lambda m, now: now.moved(1) if now else None),
    (p.YEAR_END, _this_month),
    (p.THIS_TIME, lambda m, now: now.whole if now and m["whole"] else now),
)
