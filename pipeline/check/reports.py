"""Two reports of one body, of years that follow each other: what the later one says, from the levels of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from pipeline.canonical import canonical, key
from pipeline.check.growth import growth, nominal, rate, shift, times, way
from pipeline.check.interval import Interval, Reading, apply, reading
from pipeline.check.levels import area, end, value, words_before
from pipeline.check.spans import several_years
from pipeline.check.verdict import Stated, verdict
from pipeline.check.wording import moved, written
from pipeline.document import Document
from pipeline.patterns.arithmetic import ADDED_NAME, EXPECTED, SENTENCE, TOTAL_SAID
from pipeline.records import Change, Check, Indicator, Quantity

_RATES = ("%", "‰")
# levels are revised when the next year's are told; one that was only expected may be further off
_REVISED, _EXPECTED = Decimal("0.01"), Decimal("0.05")
_BACK = 200
Levels = Mapping[tuple[object, ...], Sequence[Indicator]]


class Across(NamedTuple):
    """A check over two reports: the indicator of the later one, and that of the earlier."""

    check: Check
    now: Indicator
    before: Indicator


def reports(documents: Iterable[Document]) -> Iterator[Check]:
    """Checks over ``documents`` (in order of body and year); their indicators are named ``document#id``."""
    for earlier, later in pairwise(documents):
        if follows(earlier, later):
            for check, now, before in between(earlier, later):
                names = (f"{later.name}#{now.id}", f"{earlier.name}#{before.id}")
                yield replace(check, indicators=names)


def follows(earlier: Document, later: Document) -> bool:
    """Whether two reports are of one body, and of years that follow each other."""
    if not any(earlier.body) or earlier.body != later.body or later.review_year is None:
        return False
    return earlier.review_year == later.review_year - 1


def between(earlier: Document, later: Document) -> Iterator[Across]:
    """Checks of a report against the one of the year before."""
    levels = _levels(earlier)
    previous: Indicator | None = None
    for now in later.indicators:
        if now.period == str(later.review_year) and now.modality == "actual" and now.value:
            before = _one(levels, _of(now))
            if before is not None:
                for check in _held(earlier, before, later, now):
                    yield Across(check, now, before)
            if previous is not None:
                yield from _added(levels, earlier, later, previous, now)
        previous = now
    yield from _aims(earlier, later)


def _aims(earlier: Document, later: Document) -> Iterator[Across]:
    """增长8.6%，高于年初目标0.6个百分点: the target that the report before set for the year."""
    year = str(later.review_year)
    aims: dict[tuple[str, str], list[tuple[Indicator, Quantity]]] = {}
    for one in earlier.indicators:
        if one.modality == "target" and one.period == year and key(one):
            for quantity in _paces(one, "yoy"):
                aims.setdefault((key(one), area(one.scope)), []).append((one, quantity))
    moved_by: dict[tuple[str, str], list[Quantity]] = {}
    for one in later.indicators:
        points = [c.quantity for c in one.changes if c.basis == "plan" and c.quantity.unit == "百分点"]
        moved_by.setdefault((one.passage, key(one)), []).extend(points)
    for now in later.indicators:
        paces = list(_paces(now, "yoy"))
        moves = moved_by[now.passage, key(now)] if now.modality == "actual" else []
        found = aims.get((key(now), area(now.scope)), [])
        if now.period != year or not len(paces) == len(moves) == len(found) == 1:
            continue
        aim, quantity = found[0]
        read = (
            f"{now.name}增速{year}年{moved(later.text, paces[0])}，"
            f"上一份报告所定目标{moved(earlier.text, quantity)}"
        )
        chosen = Interval(quantity.low, quantity.high)  # a target is set, not rounded
        computed = apply(shift, Reading(chosen, chosen), reading(later.text, paces[0]))
        stated = Stated(reading(later.text, moves[0]), written(later.text, moves[0]), moves[0].span)
        for check in verdict(
            "against_target", [now, aim], read, stated=stated, computed=computed, unit="百分点"
        ):
            yield Across(check, now, aim)


def _paces(one: Indicator, basis: str) -> Iterator[Quantity]:
    return (c.quantity for c in one.changes if c.basis == basis and c.quantity.unit == "%")


def _levels(document: Document) -> Levels:
    """The levels of a report's own year, by what they measure, where, and in which unit."""
    found: dict[tuple[object, ...], list[Indicator]] = {}
    for one in document.indicators:
        if one.value and one.modality == "actual" and one.period == str(document.review_year):
            found.setdefault(_of(one), []).append(one)
    return found


def _of(one: Indicator) -> tuple[object, ...]:
    return key(one), area(one.scope), value(one).unit


def _one(levels: Levels, of: tuple[object, ...]) -> Indicator | None:
    """The level of the same thing in the report before; None without one, or where two differ."""
    found = levels.get(of, ()) if of[0] else ()
    sizes = {(value(i).low, value(i).high, value(i).bound) for i in found}
    return found[0] if len(sizes) == 1 else None


def _held(
    earlier: Document, before: Indicator, later: Document, now: Indicator
) -> Iterator[Check]:
    for change in now.changes:
        if change.basis == "yoy" and change.quantity.period is None:
            yield from _change(earlier, before, later, now, change)
    if now.base is not None and now.base.unit == value(before).unit:
        yield from _base(earlier, before, later, now, now.base)
    yield from _pace(earlier, before, later, now)


def _base(
    earlier: Document, before: Indicator, later: Document, now: Indicator, base: Quantity
) -> Iterator[Check]:
    """The earlier value of 从A提高到B, where it is of the year before and no span says otherwise."""
    if base.period != str(earlier.review_year) or several_years(later, base.span.start):
        return
    read = f"{now.name}的上年数，上一份报告为{written(earlier.text, value(before))}"
    stated = Stated(reading(later.text, base), written(later.text, base), base.span)
    yield from verdict(
        "base_vs_last_report", [now, before], read,
        stated=stated, computed=revised(earlier, value(before)), unit=base.unit,
    )  # fmt: skip


def _change(
    earlier: Document, before: Indicator, later: Document, now: Indicator, change: Change
) -> Iterator[Check]:
    how = way(value(now), change)
    if how is None or several_years(later, change.quantity.span.start):
        return
    if how != "difference" and not nominal(later.text, now, change):
        return
    was, came = revised(earlier, value(before)), reading(later.text, value(now))
    quantity = change.quantity
    kind, unit = "growth_vs_last_report", "%"
    if how == "rate":
        stated, computed = rate(later.text, quantity), apply(growth, was, came)
    elif how == "multiple":
        stated, computed, unit = reading(later.text, quantity), apply(times, was, came), "倍"
    else:
        kind, unit = "difference_vs_last_report", quantity.unit
        stated, computed = reading(later.text, quantity), apply(shift, was, came)
    yield from verdict(
        kind, [now, before], _levels_read(earlier, before, later, now),
        stated=Stated(stated, written(later.text, quantity), quantity.span),
        computed=computed, unit=unit,
    )  # fmt: skip


def revised(document: Document, quantity: Quantity) -> Reading:
    """A level as an earlier report gave it, with the room that a later revision takes."""
    found = reading(document.text, quantity)
    at = quantity.span.start
    opened = document.text.rfind("\n", max(0, at - _BACK), at)
    expected = EXPECTED.search(document.text, max(opened, at - _BACK), at)
    room = max(abs(found.wide.low), abs(found.wide.high)) * (_EXPECTED if expected else _REVISED)
    if quantity.unit in _RATES or found.wide.low < 0:
        return found
    return Reading(found.narrow, Interval(found.wide.low - room, found.wide.high + room))


def _levels_read(earlier: Document, before: Indicator, later: Document, now: Indicator) -> str:
    return (
        f"{now.name}{later.review_year}年{written(later.text, value(now))}，"
        f"{earlier.review_year}年{written(earlier.text, value(before))}（上一份报告）"
    )


def _pace(
    earlier: Document, before: Indicator, later: Document, now: Indicator
) -> Iterator[Check]:
    """增长8.6%，比上年提高0.5个百分点: the growth of both years, and how far the pace moved."""
    paces = [c for c in now.changes if c.basis == "yoy" and c.quantity.unit == "%"]
    moves = [c for c in now.changes if c.basis == "yoy" and c.quantity.unit == "百分点"]
    old = [c for c in before.changes if c.basis == "yoy" and c.quantity.unit == "%"]
    if not (len(paces) == len(moves) == len(old) == 1) or value(now).unit in _RATES:
        return
    pace, move, was = paces[0].quantity, moves[0].quantity, old[0].quantity
    if several_years(later, move.span.start):
        return
    computed = apply(shift, reading(earlier.text, was), reading(later.text, pace))
    read = (
        f"{now.name}增速{later.review_year}年{moved(later.text, pace)}，"
        f"{earlier.review_year}年{moved(earlier.text, was)}（上一份报告）"
    )
    stated = Stated(reading(later.text, move), written(later.text, move), move.span)
    yield from verdict(
        "rate_vs_last_report", [now, before], read,
        stated=stated, computed=computed, unit="百分点",
    )  # fmt: skip


def _added(
    levels: Levels, earlier: Document, later: Document, new: Indicator, total: Indicator
) -> Iterator[Across]:
    """新增上市企业12家，累计达到82家: what was new, and the total of the report before."""
    if new.value is None or new.value.unit != value(total).unit or not ADDED_NAME.search(new.name):
        return
    gap = later.text[end(new) : value(total).span.start]
    words = words_before(later.text, total, new)
    if SENTENCE.search(gap) or not TOTAL_SAID.search(words) or new.modality != "actual":
        return
    if several_years(later, new.value.span.start) or "年" in words:
        return
    before = _one(levels, _of(_stock(new))) or _one(levels, _of(total))
    if before is None or before.value is None or _is_new(before, earlier):
        return
    computed = apply(
        lambda was, more: was + more,
        revised(earlier, value(before)), reading(later.text, new.value),
    )  # fmt: skip
    read = (
        f"{new.name}{written(later.text, new.value)}，上一份报告的总数"
        f"{written(earlier.text, value(before))}，相加"
    )
    stated = _said(later, total)
    for check in verdict(
        "total_vs_last_report", [total, before], read,
        stated=stated, computed=computed, unit=value(total).unit,
    ):  # fmt: skip
        yield Across(check, total, before)


def _stock(new: Indicator) -> Indicator:
    """What was added to, under its own name: 新增上市企业 adds to 上市企业."""
    name = ADDED_NAME.sub("", new.name)
    return canonical([replace(new, name=name or new.name)])[0]


def _is_new(one: Indicator, document: Document) -> bool:
    """Whether a level is itself of things that were new that year."""
    words = words_before(document.text, one, None, far=8)
    return bool(ADDED_NAME.search(one.name)) and not TOTAL_SAID.search(words)


def _said(document: Document, one: Indicator) -> Stated:
    quantity = value(one)
    return Stated(reading(document.text, quantity), written(document.text, quantity), quantity.span)
