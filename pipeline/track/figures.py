"""The figures of one report that can be followed over years: what they measure, and which of several is the report's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.canonical import canonical
from pipeline.document import Document
from pipeline.patterns.clauses import COORDINATION
from pipeline.patterns.names import GROWTH_TAIL, WHOLE
from pipeline.patterns.targets import EACH, STATED
from pipeline.records import Indicator, Modality, Quantity

RATIO = "%"
_NEAR = 12  # how far before its number 均 may stand
# of these a change in % is what is spoken of as the figure itself
_PRICES = frozenset(("cpi",))


@dataclass(frozen=True, slots=True)
class Measure:
    """What a series is of: a thing, as a level in ``unit`` or as growth over the year before."""

    thing: str
    code: str | None
    growth: bool
    unit: str

    @property
    def label(self) -> str:
        """What tables call it: 生产总值增速, 居民消费价格涨幅, 城镇新增就业."""
        return self.thing + ("涨幅" if self.code in _PRICES else "增速") if self.growth else self.thing


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a report, of its own year."""

    measure: Measure
    document: Document
    indicator: Indicator
    quantity: Quantity


def figures(document: Document, year: int | None, modality: Modality) -> dict[Measure, Figure]:
    """For each measure the figure of ``year`` that speaks for the body as a whole; of several the one told among most indicators of the lexicon."""
    told = Counter(i.passage for i in document.indicators if i.code and i.modality == modality)
    found: dict[Measure, Figure] = {}
    best: dict[Measure, tuple[bool, int]] = {}
    for indicator in (one for told_of in document.indicators for one in _shared(document.text, told_of)):
        if year is None or indicator.modality != modality or indicator.period != str(year) or not _whole(indicator.scope):
            continue
        for measure, quantity in _numbers(indicator):
            weight = (modality == "target" and _stated(document, quantity), told[indicator.passage])
            if measure not in found or weight > best[measure]:
                found[measure], best[measure] = Figure(measure, document, indicator, quantity), weight
    return found


def _shared(text: str, indicator: Indicator) -> tuple[Indicator, ...]:
    """广义货币M2和社会融资规模余额增长均为12%: one number of several things, of each."""
    items = [item for item in COORDINATION.split(indicator.name) if item]
    at = min(quantity.span.start for quantity in indicator.quantities)
    if indicator.code or len(items) < 2 or not EACH.search(text, max(0, at - _NEAR), at):
        return (indicator,)
    found = canonical([replace(indicator, name=item) for item in items])
    return found if any(one.code for one in found) else (indicator,)


def _numbers(indicator: Indicator) -> Iterator[tuple[Measure, Quantity]]:
    """The level and the yearly growth of one indicator; a growth told as a level (涨幅2.6%) is growth."""
    value = indicator.value
    if value is not None and indicator.rank is None:
        growth = value.unit == RATIO and (bool(GROWTH_TAIL.search(indicator.name)) or indicator.code in _PRICES)
        yield Measure(indicator.canonical, indicator.code, growth, value.unit), value
    for change in indicator.changes:
        if change.basis == "yoy" and change.quantity.unit == RATIO and change.quantity.period is None:
            yield Measure(indicator.canonical, indicator.code, True, RATIO), change.quantity


def _whole(scope: str | None) -> bool:
    """Whether a figure is of the whole body and not of a part of its area."""
    return scope is None or scope == "全国" or bool(WHOLE.match(f"{scope}一般"))


def _stated(document: Document, quantity: Quantity) -> bool:
    """Whether a target stands where the report says what it aims at."""
    passage = next(p for p in document.passages if quantity.span.start < p.end)
    return bool(STATED.search(document.text, passage.start, quantity.span.start))
