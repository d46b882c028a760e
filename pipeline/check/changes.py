"""The numbers of one indicator: value, base, and what is said of its change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import product

from pipeline.check.growth import Way, compared, nominal, rate, way
from pipeline.check.interval import Reading, apply, as_fine, reading
from pipeline.check.moves import doubled, named_ratio
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import moved, written
from pipeline.patterns.arithmetic import (
    EACH_YEAR,
    GROWTH_BESIDE,
    YEAR,
    YEAR_BEFORE,
)  # fmt: skip
from pipeline.patterns.figures import PERIOD
from pipeline.records import Change, Check, Indicator, Quantity

_SPANNED = frozenset(("yoy", "base", "previous_period"))
# 年均 without its years: as many as a government has in office or a plan runs, and some more
_YEARS = range(2, 16)
_NEAR = 12  # characters before a number in which its year stands


def changes(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """死亡398人，下降33.7%，减少202人; 从A提高到B，增长C; 由A减少到B，精简比例C."""
    for position, indicator in enumerate(indicators):
        value = indicator.value
        if value is None or indicator.rank is not None:
            continue
        if indicator.base is None:
            yield from _level(text, indicator, value)
        else:
            yield from _from_to(text, indicator, value, indicator.base)
            yield from doubled(text, indicator, value, indicator.base)
            yield from named_ratio(text, indicator, indicators[position + 1 : position + 2])


def _level(text: str, indicator: Indicator, value: Quantity) -> Iterator[Check]:
    """A level with both its growth and its difference."""
    ways = [(change, way(value, change)) for change in indicator.changes]
    rates = [change for change, how in ways if how == "rate"]
    steps = [change for change, how in ways if how == "difference"]
    for stated, step in product(rates, steps):
        if not (_one_base(text, step, stated) and nominal(text, indicator, stated)):
            continue
        level, by = reading(text, value), reading(text, step.quantity)
        computed = apply(lambda b, d: d / (b - d) * 100, level, by)
        read = f"{indicator.name}{written(text, value)}，{moved(text, step.quantity)}"
        kind = "yoy_vs_difference" if step.basis == "yoy" else "change_vs_difference"
        stated_rate = as_stated(text, stated.quantity, rate(text, stated.quantity))
        yield from verdict(kind, [indicator], read, stated=stated_rate, computed=computed, unit="%")


def _one_base(text: str, step: Change, stated: Change) -> bool:
    """Whether a growth and a difference are over one base.

    Both say so, or one leans on the other.
    """
    if step.basis not in _SPANNED or stated.basis not in _SPANNED:
        return False
    if stated.basis == step.basis and stated.quantity.period == step.quantity.period:
        return True
    gap = text[step.quantity.span.end : stated.quantity.span.start]
    return stated.basis == "yoy" and GROWTH_BESIDE.fullmatch(gap) is not None


def _from_to(text: str, indicator: Indicator, value: Quantity, base: Quantity) -> Iterator[Check]:
    """从A到B with a rate, a difference, a multiple, or growth a year."""
    for change in indicator.changes:
        how = way(value, change)
        if how is None or (how != "difference" and not nominal(text, indicator, change)):
            continue
        if change.basis == "annual_average" or _each_year(text, value, change):
            if how == "rate" and change.quantity.unit == "%":
                yield from _average(text, indicator, value, base, change)
        elif change.basis in _SPANNED and _same_span(text, indicator, base, change):
            yield from _moved(text, indicator, value, base, change, how)


def _moved(
    text: str, indicator: Indicator, value: Quantity, base: Quantity, change: Change, how: Way
) -> Iterator[Check]:
    before, now = as_fine(reading(text, base), reading(text, value))
    read = f"{indicator.name}从{written(text, base)}到{written(text, value)}"
    stated = change.quantity
    one, computed, unit = compared(text, stated, how, before, now)
    said = as_stated(text, stated, one)
    yield from verdict("from_to", [indicator], read, stated=said, computed=computed, unit=unit)


def _average(
    text: str, indicator: Indicator, value: Quantity, base: Quantity, change: Change
) -> Iterator[Check]:
    """从2007年的A上升到2012年的B，年均增长C, over the years between, or over any few years."""
    before, now = reading(text, base), reading(text, value)
    stated = as_stated(text, change.quantity)
    said, possible = _years(indicator, base, change)
    found = {n: one for n in possible if (one := apply(_yearly(n), before, now)) is not None}
    if not found:
        return
    agreeing = (n for n, one in found.items() if one.narrow.meets(stated.reading.narrow))
    years = next(agreeing, min(found, key=lambda n: _apart(found[n], stated.reading)))
    start, end = (f"{base.period}年", f"{indicator.period}年") if said else ("", "")
    read = (
        f"{indicator.name}从{start}{written(text, base)}到{end}{written(text, value)}，"
        f"按{years}年计年均增长"
    )
    yield from verdict(
        "annual_average", [indicator], read, stated=stated, computed=found[years], unit="%"
    )


def _years(indicator: Indicator, base: Quantity, change: Change) -> tuple[bool, Sequence[int]]:
    """The years a yearly growth may run over, and whether base and value each say theirs."""
    before, now = base.period or "", indicator.period or ""
    if before.isdigit() and now.isdigit() and int(now) - int(before) > 1:
        return True, (int(now) - int(before),)
    run = PERIOD.fullmatch(change.quantity.period or "")
    if run and run["last"]:
        years = int(run["last"]) - int(run["year"]) + 1
        return False, tuple(n for n in (years, years - 1, years + 1) if n > 1)
    return False, _YEARS


def _yearly(years: int) -> Callable[[Decimal, Decimal], Decimal]:
    return lambda a, b: ((b / a) ** (1 / Decimal(years)) - 1) * 100


def _apart(a: Reading, b: Reading) -> Decimal:
    return abs(a.narrow.low + a.narrow.high - b.narrow.low - b.narrow.high)


def _same_span(text: str, indicator: Indicator, base: Quantity, change: Change) -> bool:
    """Whether a change runs from the base to the value, and not from the year before.

    A change that says 同比 beside an older base is of the last year alone.
    """
    before, now = base.period or "", indicator.period or ""
    if indicator.value is None or not _runs(change.quantity.period, before, now):
        return False
    told = YEAR.search(text, max(0, base.span.start - _NEAR), base.span.start)
    if told and any(year != told.group() for year in YEAR.findall(change.against or "")):
        return False  # 由2018年的20亿元增加到46亿元，是2015年的3.1倍
    older = before.isdigit() and now.isdigit() and int(before) != int(now) - 1
    return not (older and YEAR_BEFORE.search(_between(text, indicator.value, change)))


def _runs(span: str | None, before: str, now: str) -> bool:
    """Whether the years that a change says it runs over are those from base to value, or unsaid."""
    if span is None:
        return True
    run = PERIOD.fullmatch(span)
    if run is None or not run["last"] or not before.isdigit():
        return False
    return run["last"] == now and int(run["year"]) - int(before) in (0, 1)


def _each_year(text: str, value: Quantity, change: Change) -> bool:
    return bool(EACH_YEAR.search(_between(text, value, change)))


def _between(text: str, value: Quantity, change: Change) -> str:
    """The words from the value to its change, in one sentence."""
    return text[value.span.end : change.quantity.span.start]
