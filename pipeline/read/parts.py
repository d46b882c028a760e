"""The part of a year, or the term, that headings and first sentences look
back on, and what they plan."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from pipeline.patterns import document_periods as d
from pipeline.patterns.digits import arabic
from pipeline.periods import Period, Written, written_in
from pipeline.read.evidence import LONGEST_HEADING, headings

_OPENS_PART = 6  # characters before the part of a year that a heading opens with
_OPENS = 12  # characters in which a sentence says its time
_SENTENCE = 40  # characters of a sentence in which it says what it is about
_ANY_YEAR, _DECEMBER, _AUTUMN = 2000, 12, 10


def role_of(words: str) -> str:
    """What the words behind a period make of it; the first that says anything.

    审计|工作计划, 统计|工作要点: the field of a plan says nothing.
    """
    field = d.FIELD_OF_A_PLAN.match(words)
    at = field.end() if field else 0
    found = [
        (match.start(), n, rule.fills)
        for n, rule in enumerate(d.ROLES)
        if (match := rule.pattern.search(words, at))
    ]
    return min(found)[2] if found else ""


def ended(period: Period | None, date: str) -> int:
    """The year in which a period without one had ended, or was about to, when a
    document of ``date`` was put out."""
    year, month = int(date[:4]), int(date[5:7])
    last = period.last_month if period else _DECEMBER
    return year if last <= month + 1 and (last < _DECEMBER or month >= _AUTUMN) else year - 1


def begun(period: Period, date: str) -> int:
    """The year of a period that a document of ``date`` plans, in which it had not ended."""
    year, month = int(date[:4]), int(date[5:7])
    if not period.within:
        return year + (month >= _AUTUMN)
    return year + (period.last_month < month)


def plan_headings(
    lines: Iterable[str], review: Period | None = None, *, short: bool = True
) -> Iterator[str]:
    """Headings that look ahead, or name a year behind ``review`` and what is to be done in it:
    ``short`` lines, and what is numbered at the head of a line or inside one."""
    heads = _bare(lines)
    starts = list(accumulate((len(head) + 1 for head in heads), initial=1))
    text = "\n" + "\n".join(heads)
    ahead = _places(text, starts, d.AHEAD_OPENS) if review else {}
    inner = _places(text, starts, d.INNER_HINTS)
    for n, head in enumerate(heads):
        if review and n in ahead and (said := _sentence_ahead(head, ahead[n], review)):
            yield said
        elif _is_short(head):
            if short and _looks_ahead(arabic(head), review):
                yield arabic(head)
        elif n in inner:
            yield from (one for one in _inner_headings(head) if _looks_ahead(one, review))


def is_planned(lines: Iterable[str], review: Period) -> bool:
    """Whether there is any such heading; short lines, of which most plans have one, are asked
    first, and the last of them before the others: plans stand at the end."""
    heads = _bare(lines)
    if any(_looks_ahead(arabic(one), review) for one in reversed(heads) if _is_short(one)):
        return True
    return any(plan_headings(heads, review, short=False))


def _bare(lines: Iterable[str]) -> list[str]:
    return [line.strip("*#\u3000 ") for line in lines]


def _is_short(line: str) -> bool:
    """Whether a line is as short as headings are, and no sentence: 下半年，全县雨水偏多。"""
    if len(line) > LONGEST_HEADING:
        return False
    return not (line.endswith(d.SENTENCE_ENDS) and d.A_SENTENCE.search(line))


def _places(
    text: str, starts: Sequence[int], patterns: Iterable[re.Pattern[str]]
) -> dict[int, list[int]]:
    """The lines, by where each of a text starts, in which one of some patterns is found, and where
    in each its matches end: all lines are searched at once."""
    found: dict[int, list[int]] = {}
    for end in sorted(match.end() for pattern in patterns for match in pattern.finditer(text)):
        n = bisect_right(starts, end) - 1
        found.setdefault(n, []).append(end - starts[n])
    return found


def _sentence_ahead(line: str, starts: Iterable[int], review: Period) -> str | None:
    """The first sentence of a paragraph, of those at ``starts``, that says what will be done
    behind ``review``."""
    for start in starts:
        said = d.PLAN_SAID.match(line, start)
        if said and said["year"] in (None, str(review.last_year + 1)):
            return arabic(said[0])
        sentence = line[start : start + _SENTENCE]
        if review.within and (part := _part_ahead(arabic(sentence), review)):
            return part
    return None


def _part_ahead(sentence: str, review: Period) -> str | None:
    """The part of a year behind ``review`` that a sentence opens with: 下半年，要抓好…"""
    one = next(written_in(sentence), None)
    if one is None or one.kind not in d.PARTS | {"month", "school"}:
        return None
    if not d.BEFORE_PART.fullmatch(sentence, 0, one.match.start()):
        return None
    period = one.period(review.last_year)
    ahead = period is not None and period.begins_behind(review)
    return one.match[0] if ahead and d.WILL_DO.match(sentence, one.match.end()) else None


def _inner_headings(line: str) -> Iterator[str]:
    return (arabic(match[0].lstrip("。； \u3000")) for match in d.INNER_HEADING.finditer(line))


def _looks_ahead(heading: str, review: Period | None) -> bool:
    if d.PLANS.search(heading.rstrip("。:：")):
        return True
    if review is None:
        return False
    if "学年" in heading and plan_said([heading], review):
        return True
    return _plans_behind(heading, review) or _names_next(heading, review)


def _names_next(heading: str, review: Period) -> bool:
    """Whether a numbered heading opens with the time behind ``review``, a year or a part of one:
    三、二季度重点工作, 三、做好2024年工作."""
    if not (mark := d.NUMBERED.match(heading)):
        return False
    head = heading[mark.end() :]
    if (one := next(written_in(head), None)) is None or one.match.start() > _OPENS_PART:
        return False
    of_years = one.kind in ("year", "span")
    if one.kind not in d.PARTS | {"year", "span", "month"} or not (review.within or of_years):
        return False
    said = one.period(review.last_year)
    return (
        said is not None
        and said.begins_behind(review)
        and head[one.match.end() :][:1] not in "底末前"
    )


def _plans_behind(heading: str, review: Period) -> bool:
    behind = str(review.last_year + 1)
    said = d.QUOTED.sub("", heading) if "《" in heading else heading
    if f"{behind}年" not in said or heading.endswith(d.HEADING_ENDS):
        return False
    match = d.HEADING_PLANS.search(said)
    return match is not None and match["year"] == behind


def plan_said(heads: Iterable[str], review: Period) -> Period | None:
    """The period that a heading says is planned, where it begins after the one reviewed."""
    heads = list(heads)
    plans = (one.period(review.last_year) for head in heads for one in written_in(head))
    said = next((plan for plan in plans if plan and plan.begins_behind(review)), None)
    if said is None and review.within and any(d.NEXT_YEAR.search(head) for head in heads):
        return Period(review.last_year + 1, review.last_year + 1)
    return said


def part_spoken_of(lines: Sequence[str], year: int, date: str | None) -> Period:
    """The part of a year that the first heading with a period looks back on, or with which the
    first sentence opens (上半年，全县…), else the year."""
    first = arabic(_first_sentence(lines)[:_SENTENCE])
    one = next(written_in(first[:_OPENS]), None)
    opens = one is not None and d.BEFORE_PART.fullmatch(first, 0, one.match.start())
    if one is None or not opens or one.kind == "as_of":
        one = _looked_back_on(lines)
    if (span := _over_years(one)) and span.last_year <= year:
        return span
    if one is None or one.kind not in d.PARTS:
        return Period(year, year)
    part = one.period(ended(one.period(_ANY_YEAR), date) if date else year)
    return part or Period(year, year)


def years_in_heading(lines: Sequence[str]) -> Period | None:
    """The several years, or the school year, that the first heading with a period looks back on."""
    return _over_years(_looked_back_on(lines))


def _over_years(one: Written | None) -> Period | None:
    return one.period(None) if one and one.kind in d.SCHOOL_YEARS | {"span"} else None


def _first_sentence(lines: Sequence[str]) -> str:
    said = (line for line in lines if line.endswith("。") and not d.SPOKEN.search(line))
    return next(said, "")


def _looked_back_on(lines: Sequence[str]) -> Written | None:
    """The period of the first heading that names one and looks back: 一、上半年工作情况."""
    for head in headings(lines):
        if d.NUMBERED.match(head) and (one := next(written_in(head), None)):
            role = role_of(head[one.match.end() :])
            return one if role == "review" or (not role and _is_followed(one, lines)) else None
    return None


def _is_followed(one: Written, lines: Sequence[str]) -> bool:
    """Whether a later heading names the part of a year behind one: 上半年经济形势, 下半年重点工作."""
    part = one.period(_ANY_YEAR) if one.kind in d.PARTS else None
    named = (other.period(_ANY_YEAR) for head in headings(lines) for other in written_in(head))
    return part is not None and any(other == part.following() for other in named)
