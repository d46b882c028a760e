"""Growth as a percentage, and which growth follows from levels at all."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pipeline.check.interval import Interval, Reading, apply, reading
from pipeline.check.silence import silent
from pipeline.lexicon.indicators import entry
from pipeline.patterns.arithmetic import REAL_NAME
from pipeline.records import Change, Indicator, Quantity

Way = Literal["rate", "difference", "multiple"]
_RATES = ("%", "倍", "番", "‰")


def nominal(text: str, indicator: Indicator, change: Change) -> bool:
    """Whether a growth follows from levels as stated.

    Not where the text or the statistics of the indicator take prices out (GDP, 增加值), and not
    where the text compares on another base (可比口径).
    """
    known = entry(indicator.code) if indicator.code else None
    if known and known.growth == "real":
        return False
    if REAL_NAME.search(indicator.name):
        return False
    at = change.quantity.span
    first = min(q.span.start for q in indicator.quantities)
    return not silent(text, min(first, at.start), at.end)


def way(value: Quantity, change: Change) -> Way | None:
    """How a change is put: a rate of growth, a difference in the unit of the level, a multiple.

    None where its unit fits neither: 增加3个 beside a level in 万元.
    """
    unit = change.quantity.unit
    if unit == value.unit and value.unit not in _RATES:
        return "difference"
    if unit == "百分点":
        return "difference" if value.unit == "%" else None
    if value.unit in _RATES or unit not in _RATES:
        return None
    return "multiple" if unit == "倍" and change.form == "multiple" else "rate"


def rate(text: str, quantity: Quantity) -> Reading:
    """A growth in %: 增长5.1倍 is 510 %."""
    found = reading(text, quantity)
    if quantity.unit != "倍":
        return found
    return Reading(*(Interval(i.low * 100, i.high * 100) for i in (found.narrow, found.wide)))


def growth(before: Decimal, after: Decimal) -> Decimal:
    """Growth in % from one level to the next."""
    return (after - before) / before * 100


def shift(before: Decimal, after: Decimal) -> Decimal:
    """How far a level moved."""
    return after - before


def times(before: Decimal, after: Decimal) -> Decimal:
    """How many times the earlier level the later one is."""
    return after / before


def compared(
    text: str, quantity: Quantity, how: Way, before: Reading, now: Reading
) -> tuple[Reading, Reading | None, str]:
    """What a change may stand for, what follows from the two levels, and the unit of both."""
    if how == "rate":
        return rate(text, quantity), apply(growth, before, now), "%"
    if how == "multiple":
        return reading(text, quantity), apply(times, before, now), "倍"
    return reading(text, quantity), apply(shift, before, now), quantity.unit
