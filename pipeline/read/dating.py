"""What period a document looks back on, and what it plans: from its title, else from
all that dates it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.patterns import document_periods as d
from pipeline.periods import Period, Written, arabic, written_in
from pipeline.read.evidence import commonest_year, count, elected, headings, session_of
from pipeline.read.parts import ended, part_spoken_of, plan_headings, plan_said, role_of
from pipeline.read.terms import mid_term, of_a_term, stretch_of

_OPENING = 3000  # characters in which a document says what it is about
_ANY_YEAR = 2000
_SPRING = 4  # a report given before this month ends with the year before
_COMMITTEE = 8  # characters behind 大会 in which its committee is named
_BEGUN = 3  # before this month 今年以来 is the year that has just ended
_HEAD_LINES = 12
_SHORT = 24  # characters of a line that is a period
_ROUND = " \t\u3000（()）—-–"  # what may stand round it
_SESSION_AHEAD = 11  # from this month on a session is held for the year to come


def opening_of(text: str) -> str:
    """The characters in which a document says what it is about, its times in digits."""
    return arabic(text[:_OPENING])


def periods(
    title: str | None, opening: str, text: str, lines: Sequence[str], date: str | None
) -> tuple[Period | None, Period | None]:
    """The period looked back on and the one planned; None for what the document does not do.

    ``date`` is when it was put out.
    """
    review, plan = _named_periods(title, opening, text, lines, date)
    if review and not plan and spoken(title, opening, review, date) == review.last_year + 1:
        # 今年工作安排, said in spring
        said = any(map(d.THIS_YEAR_AHEAD.search, headings(lines)))
        ahead = not review.within and (said or any(map(d.THIS_YEAR_SAID.match, lines)))
        plan = review.following() if ahead else None
    if review and plan == review.following() and d.FIRST_TERM.search(title or ""):
        second = any(map(d.SECOND_TERM.search, headings(lines)))
        plan = review if second else plan  # the second half of the same school year
    return review, plan


def _named_periods(
    title: str | None, opening: str, text: str, lines: Sequence[str], date: str | None
) -> tuple[Period | None, Period | None]:
    """The same, by what the document names."""
    said = list(_roles(arabic(title or ""))) or list(_of_a_line(arabic(title or ""), lines))
    if not session_of(title or "", opening) and not d.OF_A_SESSION.search(title or ""):
        # 某会2023年度工作报告
        said = [replace(one, role="review") if one.role == "report" else one for one in said]
    # 法院第三季度工作报告
    said = [
        replace(one, role="review") if one.role == "report" and one.kind != "year" else one
        for one in said
    ]
    said = [replace(one, role=one.role or _role_of_part(one)) for one in said]
    said = _of_a_plan(said, title or "")
    reviewed, planned = _first(said, "review"), _first(said, "plan")
    reviewed = _widest(said, reviewed, arabic(title or ""))
    if reviewed is None and planned is None:
        return _from_evidence(said, title or "", opening, text, lines, date)
    near = _year_of_title(said, reviewed or planned, opening, text, date)
    # 五年回顾与2021年安排
    closed = near - 1 if planned and planned.year and reviewed and reviewed.year is None else near
    review = _since(reviewed, title or "", opening, date) or (
        (_together(said, reviewed, title or "") or reviewed.period(closed)) if reviewed else None
    )
    carried_out = reviewed if reviewed and reviewed.kind == "plan" and not planned else None
    if carried_out and (half := mid_term(carried_out, title or "", opening, lines, near)):
        review = half[0]  # “十四五”规划中期实施情况
        if half[1]:
            return half
    plan = (
        planned.period(review.start if review and planned.year is None else near)
        if planned
        else None
    )
    if review and not plan and d.NEXT_YEAR.search(title or ""):
        return review, Period(review.last_year + 1, review.last_year + 1)
    if review and not plan and (plans := list(plan_headings(lines, review))):
        plan = plan_said(plans, review) or review.following()
    return review, plan


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


def _roles(title: str) -> Iterator[Written]:
    """The periods of a title, each with the role of the words behind it, up to the next period."""
    found = [one for one in written_in(title) if not _of_day(title, one)]
    for i, one in enumerate(found):
        end = found[i + 1].match.start() if i + 1 < len(found) else len(title)
        yield Written(
            one.kind,
            one.year,
            one.match,
            role_of(title[one.match.end() : end])
            or (role_of(title[: found[0].match.start()]) if i == 0 else ""),
        )


def _of_a_line(title: str, lines: Sequence[str]) -> Iterator[Written]:
    """The period that stands alone on a line of the head, where the title names none:
    偿付能力季度报告摘要 | 2023年第三季度."""
    for line in lines[:_HEAD_LINES]:
        bare = arabic(line.strip(_ROUND)) if len(line) <= _SHORT else ""
        one = next(written_in(bare), None)
        if one and one.year and one.match[0] == bare and one.kind in d.PARTS | d.OVER_YEARS:
            yield replace(one, role="plan" if role_of(title) == "plan" else "review")
            return


def _role_of_part(written: Written) -> str:
    """What a title does with a part of a year, or with several years, of which it says no more:
    it looks back."""
    return (
        "review" if written.kind in d.PARTS or written.kind in ("span", "school", "month") else ""
    )


def _of_a_plan(said: Sequence[Written], title: str) -> list[Written]:
    """The periods of a title; of one on the carrying out of a five-year plan that names no other
    period, the years of the plan are looked back on."""
    named = any(one.role in ("review", "plan") for one in said)
    if named or not d.CARRIED_OUT.search(title):
        return list(said)
    return [replace(one, role="review") if one.kind == "plan" else one for one in said]


def _together(said: Sequence[Written], last: Written, title: str) -> Period | None:
    """2022年和2023年工作总结: the years that one word speaks of, as a span."""
    before = [one for one in said if one.match.end() <= last.match.start() and one.kind == "year"]
    title = arabic(title)
    if (
        last.kind != "year"
        or not before
        or not d.JOINED.fullmatch(title, before[-1].match.end(), last.match.start())
    ):
        return None
    first, end = before[0].year, last.year
    return Period(first, end) if first and end and first < end else None


def _widest(said: Sequence[Written], first: Written | None, title: str) -> Written | None:
    """Of parts of a year that one word speaks of, the last: 二季度暨上半年形势分析."""
    for one in said:
        parts = first and one.role == "review" and {one.kind, first.kind} <= d.PARTS
        if parts and first and d.JOINED.fullmatch(title, first.match.end(), one.match.start()):
            first = one
    return first


def _since(last: Written | None, title: str, opening: str, date: str | None) -> Period | None:
    """关于2022年以来执行工作的报告: from that year to the one in which it was given."""
    if last is None or last.kind != "year" or not last.year:
        return None
    if not arabic(title).startswith("以来", last.match.end()):
        return None
    session = session_of(title, opening)
    given = (int(session["year"]), int(session["month"] or 1)) if session else None
    given = given or ((int(date[:4]), int(date[5:7])) if date else (last.year, _SPRING))
    end = given[0] - (given[1] < _SPRING)
    return Period(last.year, end) if end > last.year else None


def _of_day(title: str, written: Written) -> bool:
    """Whether the year is that of a day in the title, not of what it reports
    on: 市政府工作报告（2022年12月16日 某某）."""
    day = d.DAY_IN_TITLE.search(title)
    session = d.SESSION.search(title) or d.MEETING_IN_TITLE.search(title)
    return bool(
        (day and day.start() <= written.match.start() < day.end())
        or (session and session.start() <= written.match.start() < session.end())
    )


def _is_standing(session: regex.Match[str]) -> bool:
    """Whether those who meet are a committee that meets all year, and no congress."""
    return (
        d.STANDING.search(session.string, session.start(), session.end() + _COMMITTEE) is not None
    )


def _first(said: Iterable[Written], role: str) -> Written | None:
    return next((w for w in said if w.role == role), None)


def _year_of_title(
    said: Sequence[Written], first: Written | None, opening: str, text: str, date: str | None
) -> int:
    """The year that the title names for any of its periods, else the one in which the first of them
    had ended when the document was put out, else what its text gives."""
    if stated := [one.year for one in said if one.year and one.role != "outline"]:
        return stated[0]
    period = first.period(_ANY_YEAR) if first else None
    if date:
        return ended(period, date)
    return commonest_year(opening) or commonest_year(text) or 0


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
    session = session_of(title, opening)
    standing = session if session and _is_standing(session) else None
    session = None if standing else session
    reports = bool(session) or bool(d.OF_A_SESSION.search(title)) or bool(d.SPOKEN.search(opening))
    votes: Counter[int] = Counter()
    for one in said:
        if one.year and one.kind in ("year", "five") and one.role != "outline":
            votes[one.year - 1 if one.role == "report" else one.year] += 3
    if session:
        ahead = int(session["month"] or 1) >= _SESSION_AHEAD
        votes[int(session["year"]) - (0 if ahead else 1)] += 3
        votes[int(session["year"]) - 1] += 1
    if standing:  # a committee meets all year, and is told of the year that runs
        given = standing["month"] and int(standing["month"]) >= _SPRING
        votes[int(standing["year"]) - (0 if given else 1)] += 3
    planned = count(votes, lines, opening)
    if date:
        month = int(date[5:7])
        closed = bool(d.LAST_YEAR_SUMMED.search(opening))
        so_far = not (session or closed) and month >= _BEGUN
        so_far = so_far and bool(d.THIS_YEAR_SO_FAR.search(opening))
        running = month >= _SESSION_AHEAD or so_far
        votes[int(date[:4]) - (0 if running else 1)] += 2 if running else 1
        votes[int(date[:4]) - 1] += 2 * closed
    begun = date is None or int(date[5:7]) >= _BEGUN
    if year := commonest_year(text, dates=begun):
        votes[year] += 1
    named = next((one.year for one in said if one.year and one.role == "report"), None)
    stretch = stretch_of(opening)
    year = elected(votes, int(session["year"]) if session else named, date)
    year = year or (stretch.last_year if stretch else None)
    if not year:
        return None, None
    of_several = reports or d.OF_A_TERM.search(title)
    if of_several and (term := of_a_term(title, opening, lines, year, date)):
        return term
    review = stretch or (
        Period(year, year) if d.OF_A_SESSION.search(title) else part_spoken_of(lines, year, date)
    )
    said_ahead = list(plan_headings(lines, review))
    left_to_next = not said_ahead and d.TO_THE_NEXT.search(opening)
    if left_to_next or not (reports or year + 1 in planned or said_ahead):
        return review, None
    said_plan = plan_said(said_ahead, review) if review.within else None
    return review, said_plan or review.following()
