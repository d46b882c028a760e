"""Of when the earlier value of a figure is: 由2019年的820公里增加到960公里, 由上半年的5.4%降至4.1%."""

from __future__ import annotations

from pipeline.extract import periods
from pipeline.extract.mentions import Mention
from pipeline.extract.timing import Times
from pipeline.extract.year_parts import When, months_in
from pipeline.patterns.earlier import ORIGIN
from pipeline.records import Span

_FAR = 12  # characters before a base in which it says its time


def base_period(times: Times, base: Mention, value: Mention) -> str | None:
    """Give the period of the base in 从A提高到B: as said, else the year before the span."""
    left = base.figure.left
    if said := _origin(times, left):
        return said
    start, end = times.years(value)
    if start is None or end is None:
        return None
    if times.part.horizon == "planned" and times.part.start is not None:
        start = min(start, times.part.start)  # 到2025年，由18%提高到26%: from before the plan
    within = times.part.within if start == end == times.part.start else ""
    local = times.sentence.view[max(left.start, left.end - _FAR) : left.end].rstrip()
    if within and local.endswith(("同期", "同期的")):  # 从去年同期的19个降至7个
        return f"{start - 1}{months_in(start - 1, within)}"
    return str(start - 1)


def _origin(times: Times, left: Span) -> str | None:
    """Give the time that a base says of itself: 由|上半年|的5.4%, 从|2020年|的18个."""
    view = times.sentence.view
    leads = [view.rfind(word, left.start, left.end) for word in "从由自"]
    local = Span(max(left.start, left.end - _FAR, *leads), left.end)
    said = times.within(local) or _said_before(times, left)
    if said is None or said.start != said.end:
        return None
    year = str(said.start) in view[said.at : said.to]
    return periods.written(said.start, said.end, said.months) if year or said.months else None


def _said_before(times: Times, left: Span) -> When | None:
    """Give the time of the base before one that says none.

    面积从|2020年|的4万亩减到2万亩，株数从|11万株降到5万株.
    """
    view = times.sentence.view
    if view[left.end - 1 : left.end] not in ("从", "由"):
        return None
    said = times.before(left.start)
    return next(
        (t for t in said if view[t.at - 1] in "从由自" and ORIGIN.match(view, t.to)),
        None,
    )
