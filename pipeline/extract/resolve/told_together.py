"""Figures told that a later clause speaks of together: 三项|分别下降…, 前两项|分别下降…."""

from __future__ import annotations

import regex

from pipeline.extract.resolve.state import State

# 检查618家次，立案114起，罚款42万元，|三项指标|同比分别增长8%、23%和31%
SUMMED_UP = regex.compile(
    r"(?:以上|上述|这)?(?:[两二三四五六七八]|\d)[项个]"
    r"(?:(?:指标|指数|数据|数字)(?P<growth>增幅|增速|降幅)?)?"
)
# 立案1286起，203人死亡、1397人受伤，损失512万元，|前三项|分别下降6.2%、9.8%、4.1%
FIRST_TOLD = regex.compile(r"前(?:[两二三四五六]|\d)(?:[项类者种个]|大类)(?:指标|\p{Han}{0,4}(?:违法|案件|事故))?")


def grown(state: State, count: int) -> list[int]:
    """Give the last ``count`` rows that have a growth: 两项指标增幅|分别居第5位、第7位; else none."""
    found = [index for index, row in enumerate(state.rows) if row.changes][-count:]
    return found if len(found) == count else []


def first(state: State, text: str, count: int) -> list[int]:
    """Give the first ``count`` of more rows, where a clause says so: 事故…，死亡…，受伤…，|前两项|.

    What brackets tell is none of them.
    """
    if not FIRST_TOLD.fullmatch(text):
        return []
    told = [index for index, row in enumerate(state.rows) if not row.mention.bracketed]
    return told[:count] if len(told) > count else []
