"""The year or span a figure is about, resolved against the report's own years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns import periods as p
from pipeline.records import Modality, Part, Span

_NUMBERS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11}


@dataclass(frozen=True, slots=True)
class When:
    """A time as said: where, and the years ``start``..``end``; ``months`` is set for a part of one year (``-H1``, ``-Q3``, ``-01/2022-11``)."""

    at: int
    start: int
    end: int
    months: str = ""


def when(view: str, span: Span, part: Part, review: int | None, plan: int | None) -> When | None:
    """The last time said in ``view[span]`` that is no base of comparison (比2021年)."""
    text = view[span.start : span.end]
    if "年" not in text and "季" not in text and "月" not in text and "“" not in text:
        return None
    said = [*_absolute(view, span, part, review), *_relative(view, span, part, review, plan)]
    found = [w for w in said if not p.BASE_YEAR_BEFORE.search(view, max(span.start, w.at - 3), w.at)]
    return max(found, key=lambda w: (w.at, w.end - w.start, w.months), default=None)


def _absolute(view: str, span: Span, part: Part, review: int | None) -> Iterator[When]:
    """2020年到2025年, 2023年, “十四五”时期."""
    covered: list[int] = []
    for match in p.YEAR_SPAN.finditer(view, *span):
        covered.append(match.end())
        yield When(match.start(), int(match["start"]), int(match["end"]))
    for match in p.ONE_YEAR.finditer(view, *span):
        if not any(match.start() < end <= match.end() for end in covered):
            yield When(match.start(), int(match["year"]), int(match["year"]))
    for match in p.PLAN_SPAN.finditer(view, *span):
        if start := p.FIVE_YEAR_PLANS.get(match["name"]):
            running = review is not None and start <= review < start + 4 and part.horizon == "realised"
            yield When(match.start(), start, review if running and review else start + 4)
    for match in p.PLAN_END.finditer(view, *span):
        if start := p.FIVE_YEAR_PLANS.get(match["name"]):
            yield When(match.start(), start + 4, start + 4)


def _relative(view: str, span: Span, part: Part, review: int | None, plan: int | None) -> Iterator[When]:
    """五年来, 近三年, 去年, 今年, 上半年, 今后五年: counted from the report's own years."""
    if review:
        for pattern, back, last in ((p.FIVE_YEARS, 4, 0), (p.LAST_YEAR, 0, 0), (p.YEAR_BEFORE_LAST, 1, 1)):
            yield from (When(match.start(), review - back, review - last) for match in pattern.finditer(view, *span))
        for match in p.RECENT_YEARS.finditer(view, *span):
            yield When(match.start(), review - _number(match["n"]) + 1, review)
    if plan:
        yield from (When(match.start(), plan, plan + 4) for match in p.NEXT_FIVE_YEARS.finditer(view, *span))
        if part.horizon == "planned":
            yield from (When(match.start(), plan, plan + _number(match["n"]) - 1) for match in p.WITHIN_YEARS.finditer(view, *span))
    this = plan if part.horizon == "planned" else review
    if this:
        yield from (When(match.start(), this, this) for match in p.THIS_YEAR.finditer(view, *span))
        yield from _parts_of_a_year(view, span, this)


def _parts_of_a_year(view: str, span: Span, this: int) -> Iterator[When]:
    """上半年, 前三季度, 三季度, 2022年1—11月; of ``this`` year where no other is said."""
    for pattern in (p.HALF_YEAR, p.QUARTERS, p.QUARTER, p.MONTHS, p.FIRST_MONTHS):
        for match in pattern.finditer(view, *span):
            year = int(match["year"] or this)
            if pattern is p.HALF_YEAR:
                months = "-H1" if match["half"] == "上" else "-H2"
            elif pattern is p.QUARTER:
                months = f"-Q{_NUMBERS[match['n']]}"
            elif pattern in (p.QUARTERS, p.FIRST_MONTHS):
                months = f"-01/{year}-{_number(match['n']) * (3 if pattern is p.QUARTERS else 1):02d}"
            else:
                months = f"-{int(match['first']):02d}/{year}-{int(match['last']):02d}"
            yield When(match.start(), year, year, months)


def _number(written: str) -> int:
    return _NUMBERS.get(written) or int(written)


def written(start: int | None, end: int | None, months: str = "") -> str | None:
    """``2022``, ``2021/2025``, ``2022-H1``; None where the years are unknown.

    >>> written(2021, 2025), written(2022, 2022), written(2022, 2022, "-01/2022-09")
    ('2021/2025', '2022', '2022-01/2022-09')
    """
    if start is None or end is None:
        return None
    return f"{start}{months}" if start == end else f"{start}/{end}"


def over_span(name: str, said: str, *, level: bool, action: str, ratio: bool) -> bool:
    """Whether a value in a look back over several years is about the whole span (新增就业) and not its last year (里程达到).

    ``level``: a verb of level or a bound leads to the number. A bare count (14座水电站建成发电) is of the span, but not one of bodies that stand.
    """
    if p.EVERY_YEAR.search(said):
        return True
    if p.STOCK.search(name) and not p.ADDED.match(name):
        return False
    if p.STEADY.search(said):
        return True
    if p.FLOW.search(said) or p.FLOW.match(name):
        return True
    if action and not p.STANDING.match(action):
        return not (level and action.startswith("建成"))
    return not level and not ratio and not action and not p.BODY.search(name)


def modality(name: str, time: When | None, part: Part, review: int | None, said: str) -> Modality:
    """``target`` in a part that looks ahead, for years to come, and for what is named a target (任务, 目标); else ``actual``."""
    if p.TARGET_NAME.search(name) and not p.SHARE_OF_TARGET.search(name):
        return "target"
    if review and time and time.end > review:
        return "target"
    if part.horizon == "planned":
        past = (review and time and time.end <= review and not time.months) or p.PAST_CUE.search(said)
        return "actual" if past else "target"
    return "target" if p.TARGET_CUE.search(said) else "actual"
