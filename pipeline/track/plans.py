"""Targets of a plan over several years.

Growth a year that is aimed at, and levels for its last year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.canonical import key
from pipeline.check.levels import area
from pipeline.document import Document
from pipeline.patterns.figures import PERIOD
from pipeline.records import Indicator
from pipeline.track.figures import RATIO, Figure, Measure


@dataclass(frozen=True, slots=True)
class Plan:
    """A target and the years it is for: all of a span for growth a year, the last for a level."""

    figure: Figure
    period: str
    years: tuple[int, ...]


def plans(documents: Sequence[Document]) -> Iterator[Plan]:
    """Each target over several years that the documents state; of one told twice the first."""
    seen: set[tuple[Measure, str]] = set()
    for document in documents:
        for indicator in document.indicators:
            if indicator.modality != "target" or area(indicator.scope):
                continue
            for plan in _of(document, indicator):
                if (plan.figure.measure, plan.period) not in seen:
                    seen.add((plan.figure.measure, plan.period))
                    yield plan


def _of(document: Document, indicator: Indicator) -> Iterator[Plan]:
    period = indicator.period or ""
    span = PERIOD.fullmatch(period)
    joined = key(indicator)
    if span is None or not joined or not indicator.code:
        return
    if span["last"]:
        yield from _paces(document, indicator, joined, int(span["year"]), int(span["last"]))
        return
    year = int(span["year"])
    if document.plan_year is not None and year > document.plan_year and indicator.value:
        unit = indicator.value.unit
        measure = Measure(joined, indicator.canonical, indicator.code, False, unit)
        yield Plan(Figure(measure, document, indicator, indicator.value), period, (year,))


def _paces(
    document: Document, indicator: Indicator, joined: str, first: int, last: int
) -> Iterator[Plan]:
    """The growth a year that an indicator is to have over several."""
    for change in indicator.changes:
        if change.basis == "annual_average" and change.quantity.unit == RATIO:
            measure = Measure(joined, indicator.canonical, indicator.code, True, RATIO)
            figure = Figure(measure, document, indicator, change.quantity)
            yield Plan(figure, indicator.period or "", tuple(range(first, last + 1)))
