"""An indicator of a self-assessment: its goal, what was reached, how many points it gave.

合格率|指标值|≥95%，|完成值|97%，|得|10分.
"""

from __future__ import annotations

import regex

from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase, stands_for
from pipeline.extract.resolve.state import Setting, State
from pipeline.records import Span

# ，|实际值|91.6%, ，|完成值|100%
REACHED = regex.compile(
    r"\s*(?:实际(?:完成|实现)?|年末?实际|全年实际|完成|实现|自评)值(?:为|是|达到?|：|:)?\s*"
)
# ，|得|10分, ，|自评得分|9.8分
POINTS = regex.compile(r"\s*(?:自评|评价|综合)?得分?(?:为|是|：|:)?\s*")
# 优良路率|目标值, 合格率|年度指标值
AIMED = regex.compile(r"(?<=\p{Han}{2})(?:年度|全年|年初|预期)?(?:目标|指标|计划)值$")


def scored(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Name what was reached, and the points it gave, by the indicator before; else nothing."""
    if state.last is None or lead.position:
        return NOTHING
    left = lead.figure.left
    of = state.last.name.by("inherited")
    if REACHED.fullmatch(setting.view, *left):
        return of
    if lead.unit != "分" or not POINTS.fullmatch(setting.view, *left):
        return NOTHING
    return of + stands_for("得分", Span(left.end - 1, left.end), "inherited")


def without_aim(name: Phrase) -> Phrase:
    """Take off a name that it is told of the goal: 优良路率|目标值."""
    return name.without(AIMED, count=1) if name.endswith("值") else name
