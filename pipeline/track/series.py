"""The same indicator of the same body across its reports.

Levels, stated growth, and growth computed from two reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.check.growth import growth, nominal, shift
from pipeline.check.held import revised
from pipeline.check.interval import apply, reading
from pipeline.check.verdict import Stated, verdict
from pipeline.document import Document
from pipeline.lexicon.indicators import indicators
from pipeline.patterns.targets import BREAK
from pipeline.records import Change, Quantity
from pipeline.track.figures import RATIO, Figure, Measure, figures

Told = Sequence[tuple[Document, int, dict[Measure, Figure]]]


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a series. Changes are in ``change_unit``: %, or 百分点 of a rate.

    ``agreement`` is the status of the check, empty where growth and levels cannot be compared.
    ``breaks`` are the words that say that the number is counted otherwise than before.
    """

    body: Document
    measure: Measure
    year: int
    figure: Figure | None
    stated: Quantity | None
    computed: Decimal | None
    agreement: str
    breaks: str = ""

    @property
    def change_unit(self) -> str:
        """What the changes of the series are counted in."""
        return "百分点" if self.measure.unit == RATIO else "%"


def series(documents: Sequence[Document]) -> Iterator[Point]:
    """Points of one body's reports by indicator and year.

    What has an entry, and what more than one report tells.
    """
    told = [
        (d, d.review_year, figures(d, d.review_year, "actual"))
        for d in documents
        if d.review_year is not None
    ]
    measures = list(dict.fromkeys(_level(m, found) for _, _, found in told for m in found))
    units = Counter(m for _, _, found in told for m in found if not m.growth)
    for measure in measures:
        shown = replace(measure, thing=_commonest(measure, told))
        usual = not any(m.key == measure.key and units[m] > units[measure] for m in units)
        points = [
            p for d, year, found in told
            if (p := _point(shown, d, year, found, _of(told, year - 1), paced=usual)) is not None
        ]  # fmt: skip
        if measure.known or len(points) > 1:
            yield from points


def _commonest(measure: Measure, told: Told) -> str:
    """Of the names that the reports write for a thing the one they write most often.

    The lexicon's where it has one.
    """
    if measure.code in indicators():
        return measure.thing
    names = Counter(m.thing for _, _, found in told for m in found if m == measure)
    return names.most_common(1)[0][0]


def _level(measure: Measure, found: dict[Measure, Figure]) -> Measure:
    """The level that a growth belongs to, where the report tells one; else the growth itself."""
    return (
        next(
            (m for m in found if m.key == measure.key and not m.growth and m.unit != RATIO), measure
        )
        if measure.growth
        else measure
    )


def _of(told: Told, year: int) -> dict[Measure, Figure]:
    return next((found for _, y, found in told if y == year), {})


def _point(
    measure: Measure,
    document: Document,
    year: int,
    found: dict[Measure, Figure],
    before: dict[Measure, Figure],
    *,
    paced: bool,
) -> Point | None:
    """One year of a series; one of growth alone is in the unit that most years tell (``paced``)."""
    figure, pace = found.get(measure), _pace(measure, found)
    said = figure or pace
    if said is None or not (figure or paced):
        return None
    change = _change(measure, figure, pace)
    computed, agreement = None, ""
    earlier = None if measure.growth else before.get(measure)
    if figure and earlier and _levels(figure, earlier):
        computed, agreement = _computed(figure, earlier, change, pace or figure)
    return Point(document, measure, year, figure, change, computed, agreement, _breaks(said))


def _change(measure: Measure, figure: Figure | None, pace: Figure | None) -> Quantity | None:
    """The growth that is told, by itself or with the level."""
    if pace:
        return pace.quantity
    return None if measure.growth else _moved(figure)


def _pace(measure: Measure, found: dict[Measure, Figure]) -> Figure | None:
    """The growth told by itself of what a series measures."""
    return None if measure.growth or measure.unit == RATIO else found.get(measure.pace())


def _levels(figure: Figure, earlier: Figure) -> bool:
    """Whether two figures are levels that growth follows from: a mark passed (突破) is none."""
    return "milestone" not in (figure.standing, earlier.standing) and bool(earlier.quantity.low)


def _computed(
    figure: Figure, earlier: Figure, change: Quantity | None, said: Figure
) -> tuple[Decimal | None, str]:
    formula = shift if figure.measure.unit == RATIO else growth
    bounds = {earlier.quantity.bound, figure.quantity.bound}
    computed = (
        None if bounds & {"min", "max"} else formula(earlier.quantity.low, figure.quantity.low)
    )
    if change is None or not nominal(figure.document.text, said.indicator, Change(change, "yoy")):
        return computed, ""
    was = revised(earlier.document, earlier.quantity)
    ranges = apply(formula, was, reading(figure.document.text, figure.quantity))
    stated = Stated(reading(said.document.text, change), "", change.span)
    found = verdict("growth_vs_last_report", [], "", stated=stated, computed=ranges, unit="")
    return computed, next((check.status for check in found), "")


def _breaks(figure: Figure) -> str:
    """What the sentence of a number says of how it is counted: 可比口径, 区划调整."""
    start, end = figure.passage
    said = (match.group() for match in BREAK.finditer(figure.document.text, start, end))
    return "、".join(dict.fromkeys(said))


def _moved(figure: Figure | None) -> Quantity | None:
    """The stated change of a rate, in percentage points."""
    return (
        next(
            (
                c.quantity
                for c in figure.indicator.changes
                if c.basis == "yoy" and c.quantity.unit == "百分点"
            ),
            None,
        )
        if figure
        else None
    )
