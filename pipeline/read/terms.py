"""Reports on several years: on a term of five, on as many as a heading says, on the first years of
a plan, on a stretch that an opening names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.patterns import document_periods as d
from pipeline.patterns import outlines
from pipeline.patterns import term_periods as t
from pipeline.patterns.digits import number
from pipeline.periods import Period, Written, written_in
from pipeline.read.evidence import headings
from pipeline.read.parts import ended, plan_headings, plan_said, role_of

_YEARS = 5  # of a term
_SPRING = 6  # up to this month a report on the first years of a plan ends with the year before
_STRETCHES = frozenset(("span", "school", "months_over_years", "months", "first_months", "half"))
_NEAR = 16  # characters of an opening in which the stretch is named


def of_a_term(
    title: str, opening: str, lines: Sequence[str], year: int, date: str | None, *, sure: bool
) -> tuple[Period, Period | None] | None:
    """Give the years that a report looks back on, and what it plans, where the first heading that
    looks back is of several and names no single one; ``sure``: such a report plans, said or not."""
    back = _of_several_years(lines)
    if back is None:
        return None
    said = _span_in(back)
    if said and said.start > year:
        return None
    review = said or _years_counted(back, year, date)
    if stated := _named_behind(lines, review):
        return review, stated
    if plans := _own_plans(lines, review):
        plan = _plan_of(plans, review) or review.following()
        met = date if said is None else None
        return _with_the_year_that_runs(review, plan, lines, met)
    plans_unsaid = sure and not _is_left_to_the_next(title, opening, lines)
    return review, review.following() if plans_unsaid else None


def _span_in(head: str) -> Period | None:
    """Give the years that a heading names from the first to the last: 2018—2022年工作回顾."""
    return next((one.period(None) for one in written_in(head) if one.kind == "span"), None)


def _years_counted(head: str, year: int, date: str | None) -> Period:
    """Give the years that a heading counts, to the last ended by a day, else ``year``."""
    last = ended(None, date) if date else year
    return Period(last - _counted(head) + 1, last)


def _own_plans(lines: Sequence[str], review: Period) -> list[str]:
    """Give the headings that plan, but for those that leave it to those elected next."""
    return [head for head in plan_headings(lines, review) if not t.TO_THE_NEXT.search(head)]


def _is_left_to_the_next(title: str, opening: str, lines: Sequence[str]) -> bool:
    """Tell whether a report leaves what is planned to those elected next."""
    heads = "\n".join((opening, *headings(lines)))
    return bool(t.OF_A_TERM.search(title) or t.TO_THE_NEXT.search(heads))


def _with_the_year_that_runs(
    review: Period, plan: Period, lines: Sequence[str], met: str | None
) -> tuple[Period, Period]:
    """Give the two terms of a congress that ``met`` on a day within a year; both end a year later
    where what is planned does: 到2026年, said in September 2021."""
    if met is None or int(met[:4]) != review.end + 1:
        return review, plan
    if plan.end - plan.start + 1 != _YEARS:
        return review, plan
    aims = Counter(int(one["year"]) for line in lines for one in outlines.REACHED_IN.finditer(line))
    if not aims[plan.end + 1] or aims[plan.end] >= aims[plan.end + 1]:
        return review, plan
    return Period(review.start + 1, review.end + 1), Period(plan.start + 1, plan.end + 1)


def _of_several_years(lines: Sequence[str]) -> str | None:
    """The first heading that looks back, where it is of several years and names no single one."""
    back = next(filter(_looks_back, headings(lines)), None)
    if back is None or _looks_back_on_less(back):
        return None
    several = any(one.kind in ("span", "five") for one in written_in(back))
    return back if several or t.FIVE_YEARS_HEADING.search(back) else None


def _counted(head: str) -> int:
    """How many years a heading looks back on: 三年来工作回顾; those of a term where it only says so."""
    counts = (one.match["five"] for one in written_in(head) if one.kind == "five")
    return next((number(count) for count in counts if count), _YEARS)


def _plan_of(heads: Sequence[str], review: Period) -> Period | None:
    """The period that headings plan; the years to come where one counts them, and none names
    less."""
    own = [head for head in heads if not t.NEXT_YEARS_HEADING.search(head)]
    plan = plan_said(own, review) or plan_said(heads, review)
    if plan is None and len(own) < len(heads):
        return Period(review.end + 1, review.end + _YEARS)
    return plan


def _named_behind(lines: Sequence[str], review: Period) -> Period | None:
    """The years behind those looked back on that a numbered heading names:
    三、对第四届理事会工作的建议（2024—2028年）."""
    spans = (
        one.period(None)
        for head in headings(lines)
        if d.NUMBERED.match(head)
        for one in written_in(head)
        if one.kind == "span"
    )
    return next((span for span in spans if span and span.start == review.end + 1), None)


def _looks_back(head: str) -> bool:
    """Whether a heading looks back on a period that it names."""
    if t.FIVE_YEARS_HEADING.search(head):
        return True
    one = next(written_in(head), None)
    if one is None or not (d.NUMBERED.match(head) or (one.kind, one.match.start()) == ("span", 0)):
        return False
    behind = head[one.match.end() :]
    if one.kind == "span" and t.WORK_OF_YEARS.match(behind):
        return True
    return role_of(behind) == "review"


def _looks_back_on_less(head: str) -> bool:
    """Whether a heading names a year or a plan beside the five years."""
    return any(one.kind in ("year", "plan") for one in written_in(head))


def stretch_of(opening: str) -> Period | None:
    """The stretch of several years, the school year or the months that an opening says it is about:
    现将2021年6月至2023年5月的工作总结如下."""
    for said in d.SUMMED_UP.finditer(d.QUOTED.sub("", opening)):
        one = next(written_in(said.string[said.end() : said.end() + 2 * _NEAR]), None)
        if one and one.kind in _STRETCHES and not one.match.start():
            return one.period(None)
    return None


def mid_term(
    plan: Written, title: str, opening: str, lines: Sequence[str], near: int, date: str | None
) -> tuple[Period, Period | None] | None:
    """The years of a plan that a report half-way through it looks back on, and those left; None
    where the plan has ended."""
    whole = plan.period(near)
    stretch = stretch_of(opening) if d.MID_TERM.search(title) else None
    last = stretch.last_year if stretch else _year_reached(lines, date) or near
    if whole is None or not whole.start <= last < whole.end:
        return None
    left = Period(last + 1, whole.end)
    review = Period(whole.start, last)
    ahead = any(d.LATTER_YEARS.search(head) for head in headings(lines))
    return review, left if ahead or _named_behind(lines, review) == left else None


def _year_reached(lines: Sequence[str], date: str | None) -> int | None:
    """The last year of which a report on the first years of a plan can tell: the newest as of whose
    month it tells (截至2023年6月底), else that in whose latter half it was put out."""
    told = (int(one["year"]) for line in lines for one in outlines.AS_OF_YEAR.finditer(line))
    newest = max(told, default=None)
    if date is None:
        return newest
    given = int(date[:4]) - (int(date[5:7]) <= _SPRING)
    return newest if newest and newest <= int(date[:4]) else given
