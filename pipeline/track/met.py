"""Whether a target was met.

By its bounds and those of the outcome, and by what is better, more or less.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pipeline.lexicon.indicators import entry
from pipeline.patterns.targets import ALIKE_BASE
from pipeline.records import Quantity
from pipeline.track.figures import Figure, Measure
from pipeline.track.wording import Goal, clause

Met = Literal["yes", "no", "open"]
# 8%左右 and 7.5%: nearer than this share of the number, 左右 does not decide
_NEARLY = Decimal("0.1")


def met(measure: Measure, goal: Goal, target: Figure, outcome: Figure, gap: Decimal) -> Met:
    """Whether an outcome is as good as its target.

    Open where the two have no one base (可比增长), or where 左右 or the outcome's own bound leaves
    it so.
    """
    if _bases_differ(measure, target, outcome):
        return "open"
    return _met(goal, target, outcome, gap, lower=_lower_is_better(measure, goal))


def _lower_is_better(measure: Measure, goal: Goal) -> bool:
    """控制在 and 以内 cap; a growth aimed at below zero is a fall; else what the lexicon says."""
    if goal.low is None or goal.high is None:
        return goal.low is None
    known = entry(measure.code) if measure.code else None
    return goal.high < 0 or (known is not None and known.better == "lower")


def _bases_differ(measure: Measure, target: Figure, outcome: Figure) -> bool:
    """Whether of two growths one is told on a comparable base (可比增长, 同口径) and one is not.

    What is measured at constant prices is so whether it says so or not.
    """
    known = entry(measure.code) if measure.code else None
    if not measure.growth or (known is not None and known.growth == "real"):
        return False
    said = [
        bool(ALIKE_BASE.search(figure.document.text, *clause(figure)))
        for figure in (target, outcome)
    ]
    return said[0] != said[1]


def _met(goal: Goal, target: Figure, outcome: Figure, gap: Decimal, *, lower: bool) -> Met:
    """Whether an outcome is as good as its target; open where its own bound, or 左右, leaves it so.

    10%左右 is not known to be 10%以上.

    下降4.3%以上 is below -4.3: the bound of a fall speaks of its size.
    """
    quantity = outcome.quantity
    beyond = {"min": 1, "max": -1}.get(quantity.bound, 0) * (-1 if quantity.low < 0 else 1)
    better = beyond != 0 and (beyond < 0) == lower
    if _is_loose(goal, target, quantity):
        return "open"
    if gap == 0:
        return "yes"
    if (gap < 0) == lower:
        return "open" if beyond and not better else "yes"
    return "open" if better or _is_about(goal, target, gap) else "no"


def _is_loose(goal: Goal, target: Figure, outcome: Quantity) -> bool:
    """Whether an outcome is about as much as a target that is exact."""
    if outcome.bound != "approx" or target.quantity.bound == "approx":
        return False
    return outcome.low in (goal.low, goal.high)


def _is_about(goal: Goal, target: Figure, gap: Decimal) -> bool:
    """Whether 左右 leaves open if a target was met."""
    if target.quantity.bound != "approx":
        return False
    aim = goal.high if goal.low is None else goal.low
    return aim is not None and abs(gap) <= abs(aim) * _NEARLY
