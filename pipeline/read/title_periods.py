"""The periods that a title names, and what it does with each: 2023年工作总结和2024年工作计划."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from pipeline.patterns import document_periods as d
from pipeline.patterns import outlines
from pipeline.patterns.digits import arabic
from pipeline.periods import Period, Written, written_in
from pipeline.read.evidence import SPRING, session_of
from pipeline.read.parts import role_of

_HEAD_LINES = 12
_SHORT = 24  # characters of a line that is a period
_ROUND = " \t\u3000（()）—-–"  # what may stand round it


def said_in(title: str, opening: str, lines: Sequence[str]) -> list[Written]:
    """The periods of a title, each with what the title does with it."""
    said = list(_roles(arabic(title))) or list(_of_a_line(arabic(title), lines))
    said = said or list(_of_an_action(title, opening))
    # 某会2023年度工作报告 is given to no session; 法院第三季度工作报告
    given = session_of(title, opening) or d.OF_A_SESSION.search(title)
    said = [
        replace(one, role="review")
        if one.role == "report" and not (given and one.kind == "year")
        else one
        for one in said
    ]
    said = [replace(one, role=one.role or _role_of_part(one)) for one in said]
    said = list(_without_what_was_due(said, arabic(title)))
    return list(_plans_of_terms(said))


def _without_what_was_due(said: Sequence[Written], title: str) -> Iterator[Written]:
    """|2023年|国民经济和社会发展计划上半年执行情况: of the year of what was due, of which a part is told, a
    title plans nothing."""
    for one, behind in zip_longest(said, said[1:]):
        due = (
            (one.kind, one.role) == ("year", "plan")
            and behind is not None
            and behind.kind in d.PARTS
            and outlines.WHAT_WAS_DUE.fullmatch(title, one.match.end(), behind.match.start())
            and outlines.CARRIED_OUT_IN_PART.match(title, behind.match.end())
        )
        yield replace(one, role="") if due else one


def _plans_of_terms(said: Sequence[Written]) -> Iterator[Written]:
    """“十三五”工作总结和“十四五”|规划: the plan of a term, beside one that is summed up, is planned."""
    summed_up = any(one.kind == "plan" and one.role == "review" for one in said)
    for one in said:
        plans = summed_up and one.kind == "plan" and one.role == "outline"
        yield replace(one, role="plan") if plans else one


def _roles(title: str) -> Iterator[Written]:
    """The periods of a title, each with the role of the words behind it, up to the next period."""
    found = [one for one in written_in(title) if not _of_day(title, one)]
    for i, one in enumerate(found):
        end = found[i + 1].match.start() if i + 1 < len(found) else len(title)
        yield Written(
            one.kind,
            one.year,
            one.match,
            role_of(title[one.match.end() : end]) or role_of(_before(title, found, i)),
        )


def _before(title: str, found: Sequence[Written], i: int) -> str:
    """The words before a period of a title that are of it: of the first, and of one in brackets,
    “十四五”|教育发展规划|（2021—2025年）."""
    start = found[i].match.start()
    if i and title[start - 1] not in "（(":
        return ""
    return title[found[i - 1].match.end() if i else 0 : start]


def _of_a_line(title: str, lines: Sequence[str]) -> Iterator[Written]:
    """The period that stands alone on a line of the head, where the title names none:
    偿付能力季度报告摘要 | 2023年第三季度."""
    for line in lines[:_HEAD_LINES]:
        bare = arabic(line.strip(_ROUND)) if len(line) <= _SHORT else ""
        one = next(written_in(bare), None)
        if one and one.year and one.match[0] == bare and one.kind in d.PARTS | d.OVER_YEARS:
            yield replace(one, role="plan" if role_of(title) == "plan" else "review")
            return


def _of_an_action(title: str, opening: str) -> Iterator[Written]:
    """The years of an action that a title counts and the opening names: 国企改革三年行动工作总结 |
    三年行动（2020—2022年）."""
    if not d.ACTION_IN_TITLE.search(title) or role_of(title) != "review":
        return
    for said in d.ACTION_YEARS.finditer(opening):
        one = next(written_in(opening[said.end() : said.end() + _SHORT]), None)
        if one and one.kind == "span" and not one.match.start():
            yield replace(one, role="review")
            return


def _role_of_part(written: Written) -> str:
    """What a title does with a part of a year, or with several years, of which it says no more:
    it looks back."""
    return (
        "review" if written.kind in d.PARTS or written.kind in ("span", "school", "month") else ""
    )


def of_a_plan(said: Sequence[Written], title: str) -> list[Written]:
    """The periods of a title; of one on the carrying out of a five-year plan that names no other
    period, the years of the plan are looked back on."""
    named = any(one.role in ("review", "plan") for one in said)
    if named or not d.CARRIED_OUT.search(title):
        return list(said)
    return [replace(one, role="review") if one.kind == "plan" else one for one in said]


def together(said: Sequence[Written], last: Written, title: str) -> Period | None:
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


def widest(said: Sequence[Written], first: Written | None, title: str) -> Written | None:
    """Give the period that says the most of what a title is about: of parts of a year that one word
    speaks of the last, of five years the ones that are named, of a year its months that are told.
    """
    if first is None:
        return None
    return _last_part(said, _months_told(said, _years_named(said, first)), title)


def _years_named(said: Sequence[Written], first: Written) -> Written:
    """Give the years that are named where five are counted: 近五年工作总结（2019—2023年）."""
    if first.kind != "five" or first.year is not None:
        return first
    return next((one for one in said if one.kind == "span"), first)


def _months_told(said: Sequence[Written], first: Written) -> Written:
    """Give the months of a year that are told: 2024年民生实事推进情况（截至10月底）."""
    if first.kind != "year":
        return first
    told = (one for one in said if one.kind == "as_of" and one.year in (None, first.year))
    return next((replace(one, year=first.year) for one in told), first)


def _last_part(said: Sequence[Written], first: Written, title: str) -> Written:
    """Give the last of the parts of a year that one word speaks of: 二季度暨上半年形势分析."""
    last = first
    for one in said:
        parts = one.role == "review" and {one.kind, last.kind} <= d.PARTS
        if parts and d.JOINED.fullmatch(title, last.match.end(), one.match.start()):
            last = one
    return last


def since(last: Written | None, title: str, opening: str, date: str | None) -> Period | None:
    """关于2022年以来执行工作的报告: from that year to the one in which it was given."""
    if last is None or last.kind != "year" or not last.year:
        return None
    if not arabic(title).startswith("以来", last.match.end()):
        return None
    session = session_of(title, opening)
    given = (int(session["year"]), int(session["month"] or 1)) if session else None
    given = given or ((int(date[:4]), int(date[5:7])) if date else (last.year, SPRING))
    end = given[0] - (given[1] < SPRING)
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


def first_of(said: Iterable[Written], role: str) -> Written | None:
    return next((w for w in said if w.role == role), None)
