"""The years that a sentence opens with: told for all behind it, or in passing."""

from __future__ import annotations

from pipeline.patterns import outlook as o
from pipeline.patterns import periods as p
from pipeline.patterns import speeches
from pipeline.segment.turns import Years


def is_aside(text: str) -> bool:
    """Whether what opens with these words speaks of its years in passing."""
    opening = text[:18]
    if p.PAST_YEAR.search(opening):
        return False
    return not p.LAST_FIVE.search(opening) or any(c.isdigit() for c in text[12:])


def opens_with(head: str, span: p.Match) -> bool:
    """Whether a sentence opens with a span of years: 回顾|过去五年|, |五年来|，."""
    opens = p.BEFORE_SPAN.fullmatch(head, 0, span.start())
    return bool(opens) or head.startswith("，", span.end())


def comes_next(head: str, years: Years) -> bool:
    """Tell whether a sentence opens with what is to come: not 下半年 where a whole year is told."""
    if head.startswith("下半年") and not (years.review and years.review.within):
        return False
    return p.NEXT_OPENING.match(head) is not None


def opens_plan(head: str, years: Years, *, settled: bool) -> bool:
    """Tell whether a sentence opens a plan.

    Not by 今年要重点 where a heading above has ``settled`` that the part looks back.
    """
    if years.last and f"{years.last}年" in head:
        return False
    if years.speech and not settled and _says_what_to_do(head, years):
        return True
    opening = p.PLANNED_FIGURE.sub("", head)
    if not p.PLAN_HINT.search(head) or not p.PLAN_OPENING.search(opening):
        return False
    if not settled or o.GOAL_OPENING.search(head):
        return True
    return years.plan is not None and f"{years.plan.start}年" in head


def _says_what_to_do(head: str, years: Years) -> bool:
    """Tell whether a sentence of a speech is of what is to be done in the year it speaks in."""
    whole = years.plan is not None and not years.plan.within
    return bool(speeches.MUST.match(head) or (whole and speeches.THIS_YEAR.match(head)))
