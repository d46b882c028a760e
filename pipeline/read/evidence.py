"""What dates a document whose title leaves it open: headings, the session, opening
words, and the year spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import regex

from pipeline.patterns import document_periods as d
from pipeline.patterns import periods as p
from pipeline.periods import arabic

LONGEST_HEADING = 44


def headings(lines: Iterable[str]) -> Iterator[str]:
    """Lines that look like headings, and what stands in bold at the head of a
    line: **2011年工作回顾** 2011年是…"""
    for line in (d.QUOTED.sub("", line) if "《" in line else line for line in lines):
        if line.startswith("**") and (end := line.find("**", 2)) > 0:
            yield arabic(line[2:end].strip())
        elif len(line) <= LONGEST_HEADING and not d.HEADING_END.search(line):
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


def count(votes: Counter[int], lines: Sequence[str], opening: str) -> set[int]:
    """Count what headings and opening words say of the year that
    closes; the years that they plan."""
    lined = list(headings(line for line in lines if "年" in line or "“" in line))
    paragraphs = [
        line
        for line in d.QUOTED.sub("", opening).splitlines()
        if len(line) > LONGEST_HEADING or d.PARAGRAPH_END.search(line.rstrip())
    ]
    paragraphs = [line for line in paragraphs if p.A_YEAR_HINT.search(line)]
    dated = [
        line
        for line in lined
        if p.A_YEAR_HINT.search(line) and not d.MEETING_IN_TITLE.match(line)  # 在2022年总结会上的讲话
    ]
    planned: set[int] = set()
    for weight, rule in d.EVIDENCE:
        of_a_year = dated if "heading" in rule.name else paragraphs
        places = of_a_year if "year" in rule.pattern.groupindex else lined
        found = [
            year
            for place in places
            if (match := rule.pattern.search(place)) and (year := _closing(rule.fills, match))
        ]
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
        before = max(0, start - 2), start
        if not dates and p.DATE_LINE.match(text, max(0, start - 1)):
            continue
        if not p.COMPARED_YEAR.search(text, *before) and not p.GOAL_YEAR.search(text, *before):
            counts[int(text[start : match.start()])] += 1
    return max(counts, key=lambda year: (counts[year], year), default=None)
