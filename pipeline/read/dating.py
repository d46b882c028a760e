"""What period a document looks back on, and what it plans: from its title, else from all that dates it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.patterns import document_periods as d
from pipeline.patterns import periods as p
from pipeline.periods import Period, Written, arabic, written_in

_OPENING = 3000  # characters in which a document says what it is about
_LONGEST_HEADING = 44
_OPENS = 12  # characters in which a sentence says its time
_ANY_YEAR, _DECEMBER, _AUTUMN = 2000, 12, 10
_SESSION_AHEAD = 11  # from this month on a session is held for the year to come


def periods(title: str | None, text: str, lines: Sequence[str], date: str | None) -> tuple[Period | None, Period | None]:
    """The period looked back on and the one planned; None for what the document does not do. ``date`` is when it was put out."""
    opening = arabic(text[:_OPENING])
    said = list(_roles(arabic(title or "")))
    if not _session(title or "", opening) and not d.OF_A_SESSION.search(title or ""):
        said = [replace(one, role="review") if one.role == "report" else one for one in said]  # 某会2023年度工作报告
    said = [replace(one, role="review") if one.role == "report" and one.kind != "year" else one for one in said]  # 法院第三季度工作报告
    reviewed, planned = _first(said, "review"), _first(said, "plan")
    if reviewed is None and planned is None:
        return _from_evidence(said, title or "", opening, text, lines, date)
    near = _year_of_title(said, reviewed or planned, opening, text, date)
    closed = near - 1 if planned and planned.year and reviewed and reviewed.year is None else near  # 五年回顾与2021年安排
    review = reviewed.period(closed) if reviewed else None
    if review and reviewed and reviewed.kind == "plan" and review.start <= near < review.end:
        review = Period(review.start, near)  # “十四五”规划中期实施情况
    plan = planned.period(review.start if review and planned.year is None else near) if planned else None
    if review and not plan and (plans := list(_plan_headings(lines))):
        plan = _plan_said(plans, review) or review.following()
    return review, plan


def spoken(title: str | None, text: str, review: Period | None, date: str | None) -> int | None:
    """The year in which a report speaks: that of the session, else of a part of a year it looks back on, else the one it was put out in, of the two it can be."""
    if session := _session(title or "", arabic(text[:_OPENING])):
        return int(session["year"])
    if review is None:
        return None
    if review.within:
        return review.last_year
    return int(date[:4]) if date and int(date[:4]) in (review.last_year, review.last_year + 1) else None


def _roles(title: str) -> Iterator[Written]:
    """The periods of a title, each with the role of the words behind it, up to the next period."""
    found = [w for w in written_in(title) if not _of_day(title, w)]
    for i, one in enumerate(found):
        end = found[i + 1].match.start() if i + 1 < len(found) else len(title)
        yield Written(one.kind, one.year, one.match, _role(title[one.match.end() : end]) or (_role(title[: found[0].match.start()]) if i == 0 else ""))


def _of_day(title: str, written: Written) -> bool:
    """Whether the year is that of a day in the title, not of what it reports on: 市政府工作报告（2022年12月16日 某某）."""
    day = d.DAY_IN_TITLE.search(title)
    session = d.SESSION.search(title)
    return bool((day and day.start() <= written.match.start() < day.end()) or (session and session.start() <= written.match.start() < session.end()))


def _role(words: str) -> str:
    """What the words behind a period make of it; the first that says anything."""
    found = [(match.start(), n, rule.fills) for n, rule in enumerate(d.ROLES) if (match := rule.pattern.search(words))]
    return min(found)[2] if found else ""


def _first(said: Iterable[Written], role: str) -> Written | None:
    return next((w for w in said if w.role == role), None)


def _year_of_title(said: Sequence[Written], first: Written | None, opening: str, text: str, date: str | None) -> int:
    """The year that the title names for any of its periods, else the one in which the first of them had ended when the document was put out, else what its text gives."""
    if stated := [one.year for one in said if one.year]:
        return stated[0]
    period = first.period(_ANY_YEAR) if first else None
    if date:
        return _ended(period, date)
    return _commonest_year(opening) or _commonest_year(arabic(text)) or 0


def _ended(period: Period | None, date: str) -> int:
    """The year in which a period without one had ended, or was about to, when a document of ``date`` was put out."""
    year, month = int(date[:4]), int(date[5:7])
    last = period.last_month if period else _DECEMBER
    return year if last <= month + 1 and (last < _DECEMBER or month >= _AUTUMN) else year - 1


def _headings(lines: Iterable[str]) -> Iterator[str]:
    """Lines that look like headings, and what stands in bold at the head of a line: **2011年工作回顾** 2011年是…"""
    for line in (d.QUOTED.sub("", line) for line in lines):
        if line.startswith("**") and (end := line.find("**", 2)) > 0:
            yield arabic(line[2:end].strip())
        elif len(line) <= _LONGEST_HEADING and not d.HEADING_END.search(line):
            yield arabic(line.strip("*# "))


def _plan_headings(lines: Iterable[str]) -> Iterator[str]:
    """Headings that look ahead: short lines, and what is numbered at the head of a line or inside one."""
    for line in lines:
        head = line.strip("*#\u3000 ")
        heads = [head] if len(head) <= _LONGEST_HEADING else [match["head"] for match in d.INNER_HEADING.finditer(head)]
        yield from (arabic(one) for one in heads if d.PLANS.search(arabic(one).rstrip("。:：")))


def _plan_said(headings: Iterable[str], review: Period) -> Period | None:
    """The period that a heading says is planned, where it begins after the one reviewed."""
    plans = (one.period(review.last_year) for heading in headings for one in written_in(heading))
    return next((plan for plan in plans if plan and plan.begins_behind(review)), None)


def _from_evidence(said: Sequence[Written], title: str, opening: str, text: str, lines: Sequence[str], date: str | None) -> tuple[Period | None, Period | None]:
    """The year that closes and the year that begins, where the title does not say which it is: every sign counts, and the most wins."""
    session = _session(title, opening)
    reports = bool(session) or bool(d.OF_A_SESSION.search(title)) or bool(d.SPOKEN.search(opening))
    votes: Counter[int] = Counter()
    for one in said:
        if one.year and one.kind in ("year", "five") and one.role != "outline":
            votes[one.year - 1 if one.role == "report" else one.year] += 3
    if session:
        ahead = int(session["month"] or 1) >= _SESSION_AHEAD
        votes[int(session["year"]) - (0 if ahead else 1)] += 3
        votes[int(session["year"]) - 1] += 1
    planned = _count_headings(votes, lines, opening)
    if date:
        running = int(date[5:7]) >= _SESSION_AHEAD or (not session and bool(d.THIS_YEAR_SO_FAR.search(opening)))
        votes[int(date[:4]) - (0 if running else 1)] += 2 if running else 1
    if year := _commonest_year(arabic(text)):
        votes[year] += 1
    named = next((one.year for one in said if one.year and one.role == "report"), None)
    year = _elected(votes, int(session["year"]) if session else named, date)
    if not year:
        return None, None
    review = Period(year, year) if d.OF_A_SESSION.search(title) else _part_spoken_of(lines, year, date)
    plans = reports or year + 1 in planned or any(_plan_headings(lines))
    return review, review.following() if plans else None


def _part_spoken_of(lines: Sequence[str], year: int, date: str | None) -> Period:
    """The part of a year with which the first sentence opens (上半年，全县…), else the year."""
    first = next((arabic(line) for line in lines if line.endswith("。") and not d.SPOKEN.search(line)), "")
    one = next(written_in(first[:_OPENS]), None)
    if one is None or one.kind not in ("half", "quarter", "quarters", "months", "first_months") or d.BEFORE_PART.fullmatch(first, 0, one.match.start()) is None:
        return Period(year, year)
    part = one.period(_ended(one.period(_ANY_YEAR), date) if date else year)
    return part or Period(year, year)


def _session(title: str, opening: str) -> regex.Match[str] | None:
    """The year, and the month where it is said, of the session to which a report was given: in its title, else on a line of its head, broken or not."""
    squeezed = "".join(opening[:1500].replace("*", "").split())
    return d.DAY_IN_TITLE.search(arabic(title)) or d.SESSION.search(arabic(title)) or d.SESSION.search(squeezed)


def _count_headings(votes: Counter[int], lines: Sequence[str], opening: str) -> set[int]:
    """Count what headings and opening words say of the year that closes; the years that they plan."""
    headings = list(_headings(lines))
    paragraphs = [line for line in d.QUOTED.sub("", opening).splitlines() if len(line) > _LONGEST_HEADING or d.HEADING_END.search(line.rstrip())]
    planned: set[int] = set()
    for weight, rule in d.EVIDENCE:
        places = headings if "year" not in rule.pattern.groupindex or "heading" in rule.name else paragraphs
        found = [year for place in places if (match := rule.pattern.search(place)) and (year := _closing(rule.fills, match))]
        if rule.fills == "plan":
            planned.update(year + 1 for year in found)
        for year in dict.fromkeys(found[:1] if weight < 3 and rule.fills != "plan" else found):
            votes[year] += weight
    return planned


def _closing(fills: str, match: regex.Match[str]) -> int | None:
    """The year that closes, by what a rule found."""
    groups = match.groupdict()
    if "name" in groups:
        start = p.FIVE_YEAR_PLANS.get(groups["name"])
        return None if start is None else start + 4 if fills == "plan_ended" else start - 1
    return int(groups["year"]) - (fills == "plan")


def _elected(votes: Counter[int], near: int | None, date: str | None) -> int | None:
    """The year with the most votes: that of the session or the title, or the one before, else none behind the day of the page; the later of two that are equal."""
    allowed = votes
    if near:
        allowed = Counter({year: n for year, n in votes.items() if near - 1 <= year <= near}) or votes
    elif date:
        allowed = Counter({year: n for year, n in votes.items() if year <= int(date[:4])}) or votes
    return max(allowed, key=lambda year: (allowed[year], year), default=None)


def _commonest_year(text: str) -> int | None:
    """The year most spoken of; not one that something is measured against, or that is to be reached."""
    counts: Counter[int] = Counter()
    for match in p.ONE_YEAR.finditer(text):
        before = max(0, match.start() - 2), match.start()
        if not p.COMPARED_YEAR.search(text, *before) and not p.GOAL_YEAR.search(text, *before):
            counts[int(match["year"])] += 1
    return max(counts, key=lambda year: (counts[year], year), default=None)
