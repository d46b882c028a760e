"""What dates a document whose title leaves it open: headings, the session, opening
words, and the year spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

import regex

from pipeline.patterns import document_periods as d
from pipeline.patterns import periods as p
from pipeline.patterns.digits import arabic
from pipeline.patterns.rule import Rule
from pipeline.periods import Written

LONGEST_HEADING = 44
SPRING = 4  # a report given before this month ends with the year before
_COMMITTEE = 8  # characters behind 大会 in which its committee is named
_BEGUN = 3  # before this month 今年以来 is the year that has just ended
_SESSION_AHEAD = 11  # from this month on a session is held for the year to come
_OF_ALL = 3  # evidence of less weight counts where it is found first


def headings(lines: Iterable[str]) -> Iterator[str]:
    """Lines that look like headings, and what stands in bold at the head of a
    line: **2011年工作回顾** 2011年是…"""
    for line in lines:
        if "《" in line:
            line = d.QUOTED.sub("", line)
        if len(line) > LONGEST_HEADING and line[0] != "*":
            continue  # most of a text: paragraphs
        if line.startswith("**") and (end := line.find("**", 2)) > 0:
            yield arabic(line[2:end].strip())
        elif len(line) <= LONGEST_HEADING and not line.endswith(d.HEADING_ENDS):
            yield arabic(line.strip("*# "))


@lru_cache(4)
def session_of(title: str, opening: str) -> regex.Match[str] | None:
    """The year, and the month where it is said, of the session to which a report was given: in its
    title, else on a line of its head, broken or not."""
    squeezed = "".join(opening[:1500].replace("*", "").split())
    return (
        d.DAY_IN_TITLE.search(arabic(title))
        or d.SESSION.search(arabic(title))
        or d.MEETING_IN_TITLE.search(arabic(title))
        or d.SESSION.search(squeezed)
    )


def votes_of(
    said: Sequence[Written],
    title: str,
    opening: str,
    text: str,
    lines: Sequence[str],
    date: str | None,
) -> tuple[Counter[int], set[int], regex.Match[str] | None]:
    """Give how much speaks for each year that it closes, the years planned, and the session."""
    session = session_of(title, opening)
    standing = session if session and _is_standing(session) else None
    session = None if standing else session
    votes: Counter[int] = Counter()
    _vote_of_title(votes, said)
    if session:
        _vote_of_session(votes, session)
    if standing:
        _vote_of_committee(votes, standing)
    planned = _count(votes, lines, opening)
    if date:
        closed = d.LAST_YEAR_SUMMED.search(opening) is not None or _is_of_last_year(lines)
        _vote_of_date(votes, date, opening, in_session=session is not None, closed=closed)
    begun = date is None or int(date[5:7]) >= _BEGUN
    if year := commonest_year(text, dates=begun):
        votes[year] += 1
    return votes, planned, session


def _is_standing(session: regex.Match[str]) -> bool:
    """Whether those who meet are a committee that meets all year, and no congress."""
    return (
        d.STANDING.search(session.string, session.start(), session.end() + _COMMITTEE) is not None
    )


def _vote_of_title(votes: Counter[int], said: Iterable[Written]) -> None:
    for one in said:
        if one.year and one.kind in ("year", "five") and one.role != "outline":
            votes[one.year - 1 if one.role == "report" else one.year] += 3


def _vote_of_session(votes: Counter[int], session: regex.Match[str]) -> None:
    year, ahead = int(session["year"]), int(session["month"] or 1) >= _SESSION_AHEAD
    votes[year - (0 if ahead else 1)] += 3
    votes[year - 1] += 1


def _vote_of_committee(votes: Counter[int], standing: regex.Match[str]) -> None:
    """Count the meeting of a committee that meets all year: it is told of the year that runs."""
    running = standing["month"] and int(standing["month"]) >= SPRING
    votes[int(standing["year"]) - (0 if running else 1)] += 3


def _is_of_last_year(lines: Sequence[str]) -> bool:
    """Whether numbered headings look back on the year that ended, or plan the one that runs:
    一、过去一年工作回顾, 二、今年工作任务."""
    patterns = (d.LAST_YEAR_HEADING, d.THIS_YEAR_AHEAD)
    numbered = (head for head in headings(lines) if d.NUMBERED.match(head))
    return any(pattern.search(head) for head in numbered for pattern in patterns)


def _vote_of_date(
    votes: Counter[int], date: str, opening: str, *, in_session: bool, closed: bool
) -> None:
    year, month = int(date[:4]), int(date[5:7])
    so_far = not (in_session or closed) and month >= _BEGUN
    running = month >= _SESSION_AHEAD or (so_far and bool(d.THIS_YEAR_SO_FAR.search(opening)))
    votes[year - (0 if running else 1)] += 2 if running else 1
    votes[year - 1] += 2 * closed


def _count(votes: Counter[int], lines: Sequence[str], opening: str) -> set[int]:
    """Count what headings and opening words say of the year that
    closes; the years that they plan."""
    lined = list(headings(line for line in lines if "年" in line or "“" in line))
    paragraphs, dated = list(_dated_paragraphs(opening)), list(filter(_is_of_a_year, lined))
    of_a_plan = [heading for heading in lined if "五”" in heading]
    planned: set[int] = set()
    for weight, rule in d.EVIDENCE:
        of_a_year = dated if "heading" in rule.name else paragraphs
        places = of_a_year if "year" in rule.pattern.groupindex else of_a_plan
        years = _closing_years(rule, places)
        found = list(islice(years, 1) if weight < _OF_ALL and rule.fills != "plan" else years)
        if rule.fills == "plan":
            planned.update(year + 1 for year in found)
        for year in set(found):
            votes[year] += weight
    return planned


def _closing_years(rule: Rule, places: Iterable[str]) -> Iterator[int]:
    """The year that closes by what a rule finds in each of some places."""
    for place in places:
        if (match := rule.pattern.search(place)) and (year := _closing(rule.fills, match)):
            yield year


def _is_of_a_year(heading: str) -> bool:
    """Whether a heading names a year, and not that of a meeting: 在2022年总结会上的讲话."""
    if d.MEETING_IN_TITLE.match(heading):
        return False
    return p.A_YEAR_HINT.search(heading) is not None


def _dated_paragraphs(opening: str) -> Iterator[str]:
    for line in d.QUOTED.sub("", opening).splitlines():
        whole = len(line) > LONGEST_HEADING or line.rstrip().endswith(d.PARAGRAPH_ENDS)
        if whole and p.A_YEAR_HINT.search(line):
            yield line


def _closing(fills: str, match: regex.Match[str]) -> int | None:
    """The year that closes, by what a rule found."""
    groups = match.groupdict()
    if "name" in groups:
        start = p.FIVE_YEAR_PLANS.get(groups["name"])
        return None if start is None else start + 4 if fills == "plan_ended" else start - 1
    return int(groups["year"]) - (fills == "plan")


def elected(votes: Counter[int], near: int | None, date: str | None) -> int | None:
    """The year with the most votes: that of the session or the title, or the one before, else none
    behind the day of the page; the later of two that are equal."""
    allowed = votes
    if near:
        allowed = (
            Counter({year: n for year, n in votes.items() if near - 1 <= year <= near}) or votes
        )
    elif date:
        allowed = Counter({year: n for year, n in votes.items() if year <= int(date[:4])}) or votes
    return max(allowed, key=lambda year: (allowed[year], year), default=None)


def commonest_year(text: str, *, dates: bool = True) -> int | None:
    """The year most spoken of; not one that something is measured against, or that is to be
    reached, nor, without ``dates``, that of a line which says when the document was written."""
    if p.YEAR_IN_WORDS.search(text):
        text = arabic(text)  # seldom, for it takes as long as all else that is read
    counts: Counter[int] = Counter()
    for match in p.END_OF_YEAR.finditer(text):
        start = match.start() - len("2023")
        if not dates and p.DATE_LINE.match(text, max(0, start - 1)):
            continue
        if not _is_measured_against(text, start):
            counts[int(text[start : match.start()])] += 1
    return max(counts, key=lambda year: (counts[year], year), default=None)


def _is_measured_against(text: str, at: int) -> bool:
    """Whether what stands before a year makes it one to compare with, or to reach."""
    if text[at - 1 : at] not in p.BEFORE_OTHER_YEARS:
        return False
    before = max(0, at - 2), at
    return bool(p.COMPARED_YEAR.search(text, *before) or p.GOAL_YEAR.search(text, *before))
