"""The figures of one report that can be followed over years.

What they measure, and which of several is the report's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.canonical import canonical, key
from pipeline.check.levels import area
from pipeline.check.spans import several_years
from pipeline.document import Document
from pipeline.lexicon.families import OF
from pipeline.patterns import targets as p
from pipeline.patterns.clauses import COORDINATION
from pipeline.patterns.names import GROWTH_TAIL
from pipeline.records import Indicator, Modality, Quantity, Span
from pipeline.track.standing import (
    Standing,
    cumulated,
    gone_by,
    passage,
    standing,
    stated,
    summed,
)  # fmt: skip

RATIO = "%"
_NEAR = 12  # how far before its number 均 may stand
# of these a change in % is what is spoken of as the figure itself
_PRICES = frozenset(("cpi",))
_COUNTRY = frozenset(("000000", "100000"))


@dataclass(frozen=True, slots=True)
class Measure:
    """What a series is of: a thing, as a level in ``unit`` or as growth over the year before.

    ``key`` joins, ``thing`` is the name that people read, and two with one key are one.
    """

    key: str
    thing: str = field(compare=False)
    code: str | None = field(compare=False)
    growth: bool
    unit: str

    @property
    def label(self) -> str:
        """What tables call it: 生产总值增速, 居民消费价格涨幅, 城镇新增就业."""
        return (
            self.thing + ("涨幅" if self.code in _PRICES else "增速") if self.growth else self.thing
        )

    @property
    def known(self) -> bool:
        """Whether the lexicon has an entry for the thing."""
        return self.code is not None and OF not in self.code

    def pace(self) -> Measure:
        """The growth of the thing."""
        return replace(self, growth=True, unit=RATIO)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a report, of its own year.

    ``standing``: known, only expected (预计), or a mark that was passed (突破).
    """

    measure: Measure
    document: Document
    indicator: Indicator
    quantity: Quantity
    standing: Standing = "level"

    @property
    def passage(self) -> Span:
        """The sentence that holds the number."""
        return passage(self.document, self.quantity.span.start)


def figures(document: Document, year: int | None, modality: Modality) -> dict[Measure, Figure]:
    """For each measure the figure of ``year`` that speaks for the body as a whole.

    Of several: one where the report states its aims, a level before a mark passed, what is told of
    one year before what is told of several, what stands without a topic of its own, what is told
    once in its sentence, a level with its growth, and the one told among most indicators of the
    lexicon.
    """
    told = Counter(i.passage for i in document.indicators if i.code and i.modality == modality)
    found: dict[Measure, list[Figure]] = {}
    for indicator in (
        one for told_of in document.indicators for one in _shared(document.text, told_of)
    ):
        if year is None or indicator.modality != modality or indicator.period != str(year):
            continue
        if not _whole(indicator.scope, document) or gone_by(document, indicator):
            continue
        for measure, quantity in _numbers(document, indicator):
            how = standing(document, quantity)
            figure = Figure(measure, document, indicator, quantity, how)
            found.setdefault(measure, []).append(figure)
    return {measure: _own(all_, told, modality) for measure, all_ in found.items()}


def _own(beside: Sequence[Figure], told: Counter[str], modality: Modality) -> Figure:
    """Of several figures of one measure the report's own."""
    if len(beside) == 1:
        return beside[0]
    return max(beside, key=lambda figure: _weight(figure, beside, told, modality))


def _weight(
    figure: Figure, beside: Sequence[Figure], told: Counter[str], modality: Modality
) -> tuple[bool, bool, bool, bool, bool, bool, int]:
    indicator = figure.indicator
    aimed = modality == "target" and stated(figure.document, figure.quantity)
    once = sum(one.indicator.passage == indicator.passage for one in beside) == 1
    paired = indicator.value is not None and bool(indicator.changes)
    return (
        aimed,
        figure.standing != "milestone",
        not several_years(figure.document, figure.quantity.span.start),
        indicator.topic is None,
        once,
        paired,
        told[indicator.passage],
    )


def _shared(text: str, indicator: Indicator) -> tuple[Indicator, ...]:
    """广义货币M2和社会融资规模余额增长均为12%: one number of several things, of each."""
    items = [item for item in COORDINATION.split(indicator.name) if item]
    at = min(quantity.span.start for quantity in indicator.quantities)
    entry = indicator.code and OF not in indicator.code
    if entry or len(items) < 2 or not p.EACH.search(text, max(0, at - _NEAR), at):
        return (indicator,)
    found = tuple(canonical(replace(indicator, name=item) for item in items))
    return found if any(one.code for one in found) else (indicator,)


def _numbers(document: Document, indicator: Indicator) -> Iterator[tuple[Measure, Quantity]]:
    """The level and the yearly growth of one indicator.

    A growth told as a level (涨幅2.6%) is growth.
    """
    joined = key(indicator)
    if not joined:
        return
    name, code, value = indicator.canonical, indicator.code, indicator.value
    if value is not None and indicator.rank is None and not summed(document, value):
        yield Measure(joined, name, code, _is_growth(indicator, value), value.unit), value
    for change in indicator.changes:
        yearly = change.basis == "yoy" and change.quantity.period is None
        if yearly and change.quantity.unit == RATIO and not cumulated(document, change.quantity):
            yield Measure(joined, name, code, True, RATIO), change.quantity


def _is_growth(indicator: Indicator, value: Quantity) -> bool:
    if value.unit != RATIO:
        return False
    return GROWTH_TAIL.search(indicator.name) is not None or indicator.code in _PRICES


def _whole(scope: str | None, document: Document) -> bool:
    """Whether a figure is of the whole body.

    What is said of the country is so for the country's report alone.
    """
    if scope == "全国":
        return document.region is None or document.region.code in _COUNTRY
    return not area(scope)
