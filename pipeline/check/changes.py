"""The numbers of one indicator: value, base, and what is said of its change."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from pipeline.check.growth import growth, nominal, rate, shift
from pipeline.check.interval import apply, reading
from pipeline.check.verdict import verdict
from pipeline.check.wording import moved, written
from pipeline.records import Change, Check, Indicator

_RATIOS = frozenset(("%", "‰"))
_SPANNED = frozenset(("yoy", "base", "previous_period"))


def changes(text: str, indicator: Indicator) -> Iterator[Check]:
    """死亡398人，下降33.7%，减少202人; 从A提高到B，增长C."""
    value = indicator.value
    if value is None or indicator.rank is not None or (value.unit in _RATIOS and indicator.base is None):
        return
    rates = [change for change in indicator.changes if change.quantity.unit in ("%", "倍") and value.unit not in _RATIOS]
    steps = [change for change in indicator.changes if change.quantity.unit == value.unit or (change.quantity.unit == "百分点" and value.unit == "%")]
    for first, second in product(rates, steps):
        if first.basis == second.basis and first.basis in _SPANNED and first.quantity.period == second.quantity.period and nominal(text, indicator, first):
            yield from _rate_and_step(text, indicator, first, second)
    if indicator.base is not None:
        for change in (*rates, *steps):
            if _same_span(indicator, change) and (change in steps or nominal(text, indicator, change)):
                yield from _from_to(text, indicator, change)
        for change in rates:
            if change.basis == "annual_average" and change.quantity.unit == "%" and nominal(text, indicator, change):
                yield from _average(text, indicator, change)


def _rate_and_step(text: str, indicator: Indicator, stated: Change, step: Change) -> Iterator[Check]:
    assert indicator.value is not None
    computed = apply(lambda level, moved_by: moved_by / (level - moved_by) * 100, reading(text, indicator.value), reading(text, step.quantity))
    arithmetic = f"{indicator.name}{written(text, indicator.value)}，{moved(text, step.quantity)}"
    kind = "yoy_vs_difference" if stated.basis == "yoy" else "change_vs_difference"
    yield from verdict(kind, [indicator.id], arithmetic, stated=rate(text, stated.quantity), computed=computed, unit="%")


def _from_to(text: str, indicator: Indicator, change: Change) -> Iterator[Check]:
    assert indicator.value is not None
    assert indicator.base is not None
    base, value = reading(text, indicator.base), reading(text, indicator.value)
    arithmetic = f"{indicator.name}从{written(text, indicator.base)}到{written(text, indicator.value)}"
    ratio = change.quantity.unit in ("%", "倍")
    computed = apply(growth if ratio else shift, base, value)
    stated = rate(text, change.quantity) if ratio else reading(text, change.quantity)
    yield from verdict("from_to", [indicator.id], arithmetic, stated=stated, computed=computed, unit="%" if ratio else change.quantity.unit)


def _average(text: str, indicator: Indicator, change: Change) -> Iterator[Check]:
    """从2007年的A上升到2012年的B，年均增长C, over the years between the two."""
    assert indicator.value is not None
    assert indicator.base is not None
    before, now = indicator.base.period, indicator.period
    if not (before and now and before.isdigit() and now.isdigit() and int(now) - int(before) > 1):
        return
    years = int(now) - int(before)
    computed = apply(lambda a, b: ((b / a) ** (1 / Decimal(years)) - 1) * 100, reading(text, indicator.base), reading(text, indicator.value))
    arithmetic = f"{indicator.name}从{before}年{written(text, indicator.base)}到{now}年{written(text, indicator.value)}，{years}年年均增长"
    yield from verdict("annual_average", [indicator.id], arithmetic, stated=reading(text, change.quantity), computed=computed, unit="%")


def _same_span(indicator: Indicator, change: Change) -> bool:
    """Whether a change runs from the base to the value, and not from the year before to a value whose base is older."""
    if change.basis not in _SPANNED or change.quantity.period is not None:
        return False
    assert indicator.base is not None
    before, now = indicator.base.period, indicator.period
    return change.basis != "yoy" or before is None or now is None or (before.isdigit() and now.isdigit() and int(before) == int(now) - 1)
