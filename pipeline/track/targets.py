"""Targets beside their outcomes.

What a report aims at for its year, and what the following report says came of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from pipeline.canonical.normal_form import normal_form
from pipeline.document import Document
from pipeline.lexicon.indicators import indicators
from pipeline.patterns.names import UNPURPOSED
from pipeline.patterns.targets import NONE_SET
from pipeline.track.figures import Figure, Measure, figures
from pipeline.track.met import Met, met
from pipeline.track.plans import plans
from pipeline.track.wording import Goal, goal

Status = Literal["stated", "absent", "not found"]
Match = Literal["code", "row", "similar"]
_ALIKE = 0.6  # of their pairs of characters two names that may be of one thing share

_SAYS_ENOUGH = 7  # characters of a name that is not said of two things by chance

Figures = Mapping[Measure, Figure]


@dataclass(frozen=True, slots=True)
class Target:
    """One indicator of one body in one year.

    What was aimed at (or that nothing was), and what came of it.

    ``match`` says how target and outcome belong together: by ``code``, because the whole ``row`` is
    the same, or only by a ``similar`` name, which is to be looked at and never judged. ``plan`` is
    the span of years that a target is for, where it is not one year's.
    """

    body: Document
    measure: Measure
    year: int
    status: Status
    target: Figure | None
    goal: Goal | None
    outcome: Figure | None
    absent_at: tuple[int, int] | None = None
    match: Match | None = None
    plan: str | None = None

    @property
    def gap(self) -> Decimal | None:
        """Outcome less target: less the bound where there is one, 0 inside a range."""
        if self.goal is None or self.outcome is None or self.match == "similar":
            return None
        came, low, high = self.outcome.quantity.low, self.goal.low, self.goal.high
        if low is not None and high is not None and low <= came <= high:
            return Decimal(0)
        near = low if high is None or (low is not None and came < low) else high
        return None if near is None else came - near

    @property
    def met(self) -> Met | None:
        """Whether the outcome is as good as the target.

        None without both, by name alone, or against several years' target.
        """
        if self.goal is None or self.outcome is None or self.target is None or self.gap is None:
            return None
        if self.plan is not None or self.outcome.standing == "milestone":
            return None
        return met(self.measure, self.goal, self.target, self.outcome, self.gap)


def targets(documents: Sequence[Document]) -> Iterator[Target]:
    """Rows of one body's reports, in order of year.

    Each target stated; for what has an entry and a target in one report, what the others say of it;
    and each year's outcome beside the targets of a plan over several years.
    """
    aims = [figures(d, d.plan_year, "target") for d in documents]
    followed = {m for found in aims for m in found if m.known}
    for document, found in zip(documents, aims, strict=True):
        if document.plan_year is not None:
            outcomes = _outcomes(documents, document.plan_year)
            yield from _of_year(document, document.plan_year, found, followed, outcomes)
    for plan in plans(documents):
        for year in plan.years:
            came = _outcomes(documents, year).get(plan.figure.measure)
            if came is not None:
                yield Target(
                    plan.figure.document, plan.figure.measure, year, "stated", plan.figure,
                    goal(plan.figure), came, match="code", plan=plan.period,
                )  # fmt: skip


def _outcomes(documents: Sequence[Document], year: int) -> Figures:
    later = next((d for d in documents if d.review_year == year), None)
    return figures(later, year, "actual") if later else {}


def _of_year(
    document: Document, year: int, found: Figures, followed: set[Measure], outcomes: Figures
) -> Iterator[Target]:
    none_set = _none_set(document)
    told = {*found, *followed}
    for measure in sorted(told, key=lambda m: (m not in found, _place(found.get(m)), m.label)):
        aim = found.get(measure)
        at = none_set.get(measure.code) if measure.code and aim is None else None
        came, match = _came(measure, aim, outcomes)
        unsure = aim and match in (None, "similar")
        if unsure and (named := _named_alone(measure, found, outcomes)):
            came, match = named, "row"
        yield Target(
            document,
            measure,
            year,
            _status(aim, at),
            aim,
            goal(aim) if aim else None,
            came,
            at,
            match,
        )
    codes = {measure.code for measure in told}
    for code, at in none_set.items():
        if code not in codes:
            known = indicators()[code]
            measure = Measure(code, known.name, code, known.unit != "%" or code == "cpi", "%")
            yield Target(
                document, measure, year, "absent", None, None, outcomes.get(measure), at, "code"
            )


def _status(aim: Figure | None, none_set: tuple[int, int] | None) -> Status:
    if aim:
        return "stated"
    return "absent" if none_set else "not found"


def _came(
    measure: Measure, aim: Figure | None, outcomes: Figures
) -> tuple[Figure | None, Match | None]:
    """What came of a target, and how sure that is: the same code or row, else a name like it."""
    came = outcomes.get(measure)
    if came is not None and (measure.code or "、" not in measure.thing):  # 众志成城、守望相助
        return came, "code" if measure.known else "row"
    if aim is None:
        return None, None
    near = [
        (m, f) for m, f in outcomes.items() if _like(m, measure) and not (m.known and measure.known)
    ]
    likest = max(near, key=lambda one: _alike(one[0].thing, measure.thing), default=None)
    if likest is None or _alike(likest[0].thing, measure.thing) < _ALIKE:
        return None, None
    return likest[1], "similar"


def _named_alone(measure: Measure, found: Figures, outcomes: Figures) -> Figure | None:
    """Find what has the very name of a target, where each report says it of one thing alone.

    It is that thing whatever stands around it: a long name is not said of two by chance. Not one
    that says no more than who gave money, nor what came out at twice the aim or half of it.
    """
    says_little = "、" in measure.thing or UNPURPOSED.fullmatch(normal_form(measure.thing))
    if len(measure.thing) < _SAYS_ENOUGH or says_little:
        return None
    aims, came = (
        [figure for m, figure in those.items() if m.thing == measure.thing and _like(m, measure)]
        for those in (found, outcomes)
    )
    if len(aims) != 1 or len(came) != 1:
        return None
    aimed, reached = aims[0].quantity.low, came[0].quantity.low
    return came[0] if abs(reached - aimed) * 2 <= abs(aimed) else None


def _like(one: Measure, other: Measure) -> bool:
    return (one.growth, one.unit) == (other.growth, other.unit)


def _alike(a: str, b: str) -> float:
    """The share of pairs of characters that two names have in common."""
    first, second = ({name[i : i + 2] for i in range(len(name) - 1)} for name in (a, b))
    return len(first & second) / max(len(first | second), 1)


def _place(figure: Figure | None) -> int:
    return figure.quantity.span.start if figure else 0


def _none_set(document: Document) -> dict[str, tuple[int, int]]:
    """By code, where the report says that it sets no target."""
    said = {
        _codes().get(normal_form(match["what"])): match.span()
        for match in NONE_SET.finditer(document.text)
    }
    return {code: span for code, span in said.items() if code}


@cache
def _codes() -> dict[str, str]:
    """The codes of the lexicon by the normal form of each name."""
    return {
        normal_form(name): known.code
        for known in indicators().values()
        for name in (known.name, *known.aliases)
    }
