"""Plans of many years: which years they plan, and on which they look back.

青禾县“十四五”教育发展规划, 第十四个五年规划和2035年远景目标纲要, 国土空间规划（2021—2035年）.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.patterns import document_periods as d
from pipeline.patterns import outlines as o
from pipeline.patterns import periods as p
from pipeline.patterns.digits import arabic
from pipeline.periods import Period, Written
from pipeline.read.evidence import headings

_YEARS = 5  # of a plan that goes by its number


def outlined(
    said: Sequence[Written], title: str, lines: Iterable[str]
) -> tuple[Period | None, Period] | None:
    """The years before a plan of many years, where a heading looks back on them, and its own;
    None where a title is of no such plan."""
    title = arabic(title)
    if not o.OUTLINE.search(title):
        return None
    spans = (one.period(None) for one in said if (one.kind, one.role) == ("span", "outline"))
    own = next((span for span in spans if span), None) or _by_number(title)
    if own is None:
        return None
    before = own.start - (_YEARS if own.end - own.start + 1 == _YEARS else 1)
    back = any(map(_looks_back, headings(lines)))
    return (Period(before, own.start - 1) if back else None), own


def _by_number(title: str) -> Period | None:
    """The years of the five-year plan that a title names: “十四五”, 第十四个五年规划."""
    named = p.PLAN_NAME.search(title) or o.FIVE_YEAR_PLAN_IN_FULL.search(title)
    start = p.FIVE_YEAR_PLANS.get(named["name"].removesuffix("五") + "五") if named else None
    return Period(start, start + _YEARS - 1) if start else None


def _looks_back(head: str) -> bool:
    """Whether a heading of a plan is of what it starts from: 一、发展基础."""
    return bool(d.NUMBERED.match(head) and o.FOUNDATION.search(head))
