"""A level against that of the same thing in the report of the year before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.check.growth import compared, nominal, shift, way
from pipeline.check.interval import Interval, Reading, apply, reading
from pipeline.check.levels import value
from pipeline.check.silence import silent
from pipeline.check.spans import several_years
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import moved, written
from pipeline.document import Document
from pipeline.patterns.arithmetic import EXPECTED
from pipeline.records import Change, Check, Indicator, Quantity

_RATES = ("%", "‰")
# levels are revised when the next year's are told; one that was only expected may be further off
_REVISED, _EXPECTED = Decimal("0.01"), Decimal("0.05")
_BACK = 200


def held(earlier: Document, before: Indicator, later: Document, now: Indicator) -> Iterator[Check]:
    """Growth, difference, earlier value and pace of a level against that of the report before."""
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
    stated = as_stated(later.text, base)
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
    if how == "difference":
        if silent(later.text, value(now).span.start, change.quantity.span.end):
            return
    elif not nominal(later.text, now, change):
        return
    was, came = revised(earlier, value(before)), reading(later.text, value(now))
    quantity = change.quantity
    kind = "difference_vs_last_report" if how == "difference" else "growth_vs_last_report"
    stated, computed, unit = compared(later.text, quantity, how, was, came)
    yield from verdict(
        kind, [now, before], _levels_read(earlier, before, later, now),
        stated=as_stated(later.text, quantity, stated),
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


def _pace(earlier: Document, before: Indicator, later: Document, now: Indicator) -> Iterator[Check]:
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
    stated = as_stated(later.text, move)
    yield from verdict(
        "rate_vs_last_report", [now, before], read,
        stated=stated, computed=computed, unit="百分点",
    )  # fmt: skip
