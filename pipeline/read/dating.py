"""What period a document looks back on, and what it plans: from its title, else from
all that dates it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from pipeline.patterns import document_periods as d
from pipeline.patterns import term_periods as t
from pipeline.patterns.digits import arabic
from pipeline.periods import Period, Written
from pipeline.read import title_periods
from pipeline.read.evidence import commonest_year, elected, headings, session_of, votes_of
from pipeline.read.outlines import outlined
from pipeline.read.parts import (
    begun,
    ended,
    is_planned,
    part_spoken_of,
    plan_headings,
    plan_said,
    years_in_heading,
)
from pipeline.read.terms import mid_term, of_a_term, stretch_of

_OPENING = 3000  # characters in which a document says what it is about
_ANY_YEAR = 2000


def opening_of(text: str) -> str:
    """The characters in which a document says what it is about, its times in digits."""
    return arabic(text[:_OPENING])


def periods(
    title: str | None, opening: str, text: str, lines: Sequence[str], date: str | None
) -> tuple[Period | None, Period | None]:
    """The period looked back on and the one planned; None for what the document does not do.

    ``date`` is when it was put out.
    """
    title = title or ""
    review, plan = _named_periods(title, opening, text, lines, date)
    if review and not plan and spoken(title, opening, review, date) == review.last_year + 1:
        plan = review.following() if _plans_this_year(review, lines) else None
    if review and plan == review.following() and d.FIRST_TERM.search(title):
        second = any(map(d.SECOND_TERM.search, headings(lines)))
        plan = review if second else plan  # the second half of the same school year
    return review, plan


def _plans_this_year(review: Period, lines: Sequence[str]) -> bool:
    """Whether a document of spring says what it plans for the year: 今年工作安排."""
    said = any(map(d.THIS_YEAR_AHEAD.search, headings(lines)))
    return not review.within and (said or any(map(d.THIS_YEAR_SAID.match, lines)))


def _named_periods(
    title: str, opening: str, text: str, lines: Sequence[str], date: str | None
) -> tuple[Period | None, Period | None]:
    """The same, by what the document names."""
    said = title_periods.of_a_plan(title_periods.said_in(title, opening, lines), title)
    planned = title_periods.first_of(said, "plan")
    reviewed = title_periods.widest(said, title_periods.first_of(said, "review"), arabic(title))
    if reviewed is None and planned is None:
        if outline := outlined(said, title, lines):
            return outline
        return _from_evidence(said, title, opening, text, lines, date)
    near = _year_of_title(said, reviewed or planned, opening, text, date)
    review = title_periods.since(reviewed, title, opening, date) or _period_reviewed(
        said, reviewed, planned, near, title
    )
    carried_out = _carried_out(reviewed, planned)
    if carried_out and (half := mid_term(carried_out, title, opening, lines, near, date)):
        review = half[0]  # “十四五”规划中期实施情况
        if half[1]:
            return half
    plan = _period_planned(planned, review, near)
    return review, _plan_told(title, lines, review) if review and not plan else plan


def _carried_out(reviewed: Written | None, planned: Written | None) -> Written | None:
    """The five-year plan whose carrying out a title is on."""
    return reviewed if reviewed and reviewed.kind == "plan" and not planned else None


def _period_reviewed(
    said: Sequence[Written],
    reviewed: Written | None,
    planned: Written | None,
    near: int,
    title: str,
) -> Period | None:
    if reviewed is None:
        return None
    # 五年回顾与2021年安排; not 2023年工作要点上半年落实情况, of the year said before the part of it
    apart = (
        planned is not None
        and planned.year
        and (planned.kind not in d.PARTS or reviewed.kind not in d.PARTS)
        and reviewed.year is None
        and not (reviewed.kind in d.PARTS and planned.match.end() <= reviewed.match.start())
    )
    return title_periods.together(said, reviewed, title) or reviewed.period(
        near - 1 if apart else near
    )


def _period_planned(planned: Written | None, review: Period | None, near: int) -> Period | None:
    if planned is None:
        return None
    if planned.kind == "ahead":
        return planned.period(review.last_year if review else near - 1)
    return planned.period(review.start if review and planned.year is None else near)


def _plan_told(title: str, lines: Sequence[str], review: Period) -> Period | None:
    """What is planned where the title names no period for it: 明年工作思路, or what headings say."""
    if d.NEXT_YEAR.search(title):
        return Period(review.last_year + 1, review.last_year + 1)
    plans = list(plan_headings(lines, review))
    return (plan_said(plans, review) or review.following()) if plans else None


def spoken(title: str | None, opening: str, review: Period | None, date: str | None) -> int | None:
    """The year in which a report speaks: that of the session, else of a part of a year it looks
    back on, else the one it was put out in, of the two it can be."""
    if session := session_of(title or "", opening):
        return int(session["year"])
    if review is None:
        return None
    if review.within:
        return review.last_year
    return (
        int(date[:4])
        if date and int(date[:4]) in (review.last_year, review.last_year + 1)
        else None
    )


def _year_of_title(
    said: Sequence[Written], first: Written | None, opening: str, text: str, date: str | None
) -> int:
    """The year that the title names for any of its periods, else the one in which the first of them
    had ended when the document was put out, else what its text gives."""
    if stated := [one.year for one in said if one.year and one.role != "outline"]:
        return stated[0]
    if date:
        return _year_by_date(first, date)
    return commonest_year(opening) or commonest_year(text) or 0


def _year_by_date(first: Written | None, date: str) -> int:
    """Give the year in which a period planned begins, or another had ended, by the day on which
    the document was put out."""
    period = first.period(_ANY_YEAR) if first else None
    if period and first and first.role == "plan":
        return begun(period, date)
    return ended(period, date)


def _from_evidence(
    said: Sequence[Written],
    title: str,
    opening: str,
    text: str,
    lines: Sequence[str],
    date: str | None,
) -> tuple[Period | None, Period | None]:
    """The year that closes and the year that begins, where the title does not say which it is:
    every sign counts, and the most wins."""
    votes, planned, session = votes_of(said, title, opening, text, lines, date)
    stretch = stretch_of(opening)
    year = _year_told(votes, said, session, date) or _last_year(stretch or years_in_heading(lines))
    if not year:
        return None, None
    of_session = d.OF_A_SESSION.search(title) is not None
    reports = any((of_session, session, d.SPOKEN.search(opening)))
    if term := of_a_term(title, opening, lines, year, date, sure=reports):
        return term
    whole = Period(year, year) if of_session else None
    review = stretch or whole or part_spoken_of(lines, year, date)
    sure = (reports and not d.OF_A_MATTER.search(title)) or year + 1 in planned
    return review, _plan_beside(review, lines, opening, sure=sure)


def _year_told(
    votes: Counter[int],
    said: Sequence[Written],
    session: regex.Match[str] | None,
    date: str | None,
) -> int | None:
    named = next((one.year for one in said if one.year and one.role == "report"), None)
    return elected(votes, int(session["year"]) if session else named, date)


def _last_year(period: Period | None) -> int | None:
    """Give the last year of a period, None without one."""
    return period.last_year if period else None


def _plan_beside(
    review: Period, lines: Sequence[str], opening: str, *, sure: bool
) -> Period | None:
    """What a document plans that looks back on ``review``, if it plans: its headings say so, or it
    is ``sure`` and leaves nothing to those elected next."""
    if review.within and (said := list(plan_headings(lines, review))):
        return plan_said(said, review) or review.following()
    planned = not review.within and is_planned(lines, review)
    left = not planned and (not sure or t.TO_THE_NEXT.search(opening))
    return None if left else review.following()
