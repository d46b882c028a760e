"""The same indicator of the same body across its reports: levels, stated growth, and growth computed from two reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.check.growth import growth, nominal, shift
from pipeline.check.interval import apply, reading
from pipeline.check.verdict import Stated, verdict
from pipeline.document import Document
from pipeline.records import Change, Quantity
from pipeline.track.figures import RATIO, Figure, Measure, figures


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a series. Changes are in ``change_unit``: %, or 百分点 of a rate; ``agreement`` is the status of the check, empty where growth and levels cannot be compared."""

    body: Document
    measure: Measure
    year: int
    figure: Figure | None
    stated: Quantity | None
    computed: Decimal | None
    agreement: str

    @property
    def change_unit(self) -> str:
        return "百分点" if self.measure.unit == RATIO else "%"


def series(documents: Sequence[Document]) -> Iterator[Point]:
    """Points of one body's reports by indicator and year: what has a code, and what more than one report tells."""
    told = [(d, d.review_year, figures(d, d.review_year, "actual")) for d in documents if d.review_year is not None]
    measures = list(dict.fromkeys(_level(m, found) for _, _, found in told for m in found))
    for measure in measures:
        points = [p for p in (_point(measure, d, year, found, _of(told, year - 1)) for d, year, found in told) if p is not None]
        if measure.code or len(points) > 1:
            yield from points


def _level(measure: Measure, found: dict[Measure, Figure]) -> Measure:
    """The level that a growth belongs to, where the report tells one; else the growth itself."""
    return next((m for m in found if m.thing == measure.thing and not m.growth and m.unit != RATIO), measure) if measure.growth else measure


def _of(told: Sequence[tuple[Document, int, dict[Measure, Figure]]], year: int) -> dict[Measure, Figure]:
    return next((found for _, y, found in told if y == year), {})


def _point(measure: Measure, document: Document, year: int, found: dict[Measure, Figure], before: dict[Measure, Figure]) -> Point | None:
    figure = found.get(measure)
    pace = found.get(Measure(measure.thing, measure.code, True, RATIO)) if not measure.growth and measure.unit != RATIO else None
    if figure is None and pace is None:
        return None
    change = pace.quantity if pace else _moved(figure) if not measure.growth else None
    earlier = before.get(measure)
    computed, agreement = None, ""
    if figure is not None and earlier is not None and not measure.growth and earlier.quantity.low:
        formula = shift if measure.unit == RATIO else growth
        computed = formula(earlier.quantity.low, figure.quantity.low)
        ranges = apply(formula, reading(earlier.document.text, earlier.quantity), reading(document.text, figure.quantity))
        if change is not None and nominal(document.text, (pace or figure).indicator, Change(change, "yoy")):
            said = Stated(reading(document.text, change), "", change.span)
            agreement = next((c.status for c in verdict("growth_vs_last_report", [], "", stated=said, computed=ranges, unit="")), "")
    return Point(document, measure, year, figure, change, computed, agreement)


def _moved(figure: Figure | None) -> Quantity | None:
    """The stated change of a rate, in percentage points."""
    return next((c.quantity for c in figure.indicator.changes if c.basis == "yoy" and c.quantity.unit == "百分点"), None) if figure else None
