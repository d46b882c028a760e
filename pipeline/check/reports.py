"""Two reports of one body, of years that follow each other: the growth that the later one states, from the levels of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.check.growth import growth, nominal, rate, shift
from pipeline.check.interval import apply, reading
from pipeline.check.verdict import verdict
from pipeline.check.wording import written
from pipeline.document import Document
from pipeline.patterns.names import WHOLE
from pipeline.records import Change, Check, Indicator, Quantity


def reports(documents: Sequence[Document]) -> Iterator[Check]:
    """Checks over ``documents`` (in order of body and year); their indicators are named ``document#id``."""
    for earlier, later in pairwise(documents):
        if any(earlier.body) and earlier.body == later.body and earlier.review_year is not None and later.review_year == earlier.review_year + 1:
            yield from _between(earlier, later)


def _between(earlier: Document, later: Document) -> Iterator[Check]:
    for now in later.indicators:
        before = level_before(now, earlier)
        if before is None or now.period != str(later.review_year) or now.modality != "actual":
            continue
        for change in now.changes:
            if change.basis == "yoy" and change.quantity.period is None:
                for check in _change(earlier, before, later, now, change):
                    yield replace(check, indicators=(f"{later.name}#{now.id}", f"{earlier.name}#{before.id}"))
        if now.base is not None and now.base.period == str(earlier.review_year) and before.value is not None and before.value.unit == now.base.unit:
            names = (f"{later.name}#{now.id}", f"{earlier.name}#{before.id}")
            arithmetic = f"{now.name}的上年数，上一份报告为{written(earlier.text, before.value)}"
            yield from verdict("base_vs_last_report", names, arithmetic, stated=reading(later.text, now.base), computed=reading(earlier.text, before.value), unit=now.base.unit)


def _change(earlier: Document, before: Indicator, later: Document, now: Indicator, change: Change) -> Iterator[Check]:
    assert before.value is not None
    assert now.value is not None
    if change.quantity.unit in ("%", "倍") and now.value.unit != "%":
        if not nominal(later.text, now, change):
            return
        kind, formula, stated, unit = "growth_vs_last_report", growth, rate(later.text, change.quantity), "%"
    elif change.quantity.unit == now.value.unit or (change.quantity.unit == "百分点" and now.value.unit == "%"):
        kind, formula, stated, unit = "difference_vs_last_report", shift, reading(later.text, change.quantity), change.quantity.unit
    else:
        return
    computed = apply(formula, reading(earlier.text, before.value), reading(later.text, now.value))
    arithmetic = f"{now.name}{later.review_year}年{written(later.text, now.value)}，{earlier.review_year}年{written(earlier.text, before.value)}（上一份报告）"
    yield from verdict(kind, (), arithmetic, stated=stated, computed=computed, unit=unit)


def level_before(now: Indicator, earlier: Document) -> Indicator | None:
    """The level of the same thing in the report before, of that report's own year; None without one, or where two differ."""
    if now.value is None:
        return None
    found = [i for i in earlier.indicators if i.modality == "actual" and i.period == str(earlier.review_year) and i.value and _same(i, now) and i.value.unit == now.value.unit]
    return found[0] if len({_size(i.value) for i in found if i.value}) == 1 else None


def _size(quantity: Quantity) -> tuple[object, ...]:
    return quantity.low, quantity.high, quantity.bound


def _same(a: Indicator, b: Indicator) -> bool:
    return (a.code or a.canonical) == (b.code or b.canonical) and _area(a.scope) == _area(b.scope)


def _area(scope: str | None) -> str:
    """The part of the body's area a figure is limited to; none where it is the whole (全市)."""
    return "" if scope is None or WHOLE.match(f"{scope}一般") or scope in ("全国",) else scope
