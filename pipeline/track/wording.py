"""The words of a target or an outcome.

Its clause, its modifier, and the numbers that the modifier leaves open.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.patterns.targets import BEFORE, BEHIND, CLAUSE_START, LEADING
from pipeline.records import Quantity, Span
from pipeline.track.figures import Figure

_BOUND_WORD = {"approx": "左右", "min": "以上", "max": "以内", "range": "range", "exact": "point"}
_FAR = 60


@dataclass(frozen=True, slots=True)
class Goal:
    """What a target asks for.

    ``low``..``high``, None on the open side, and the modifier as worded (控制在…左右, 不低于, point).
    """

    low: Decimal | None
    high: Decimal | None
    modifier: str


def clause(figure: Figure) -> Span:
    """From the name, or else the start of the clause, to the words behind the number."""
    text, at = figure.document.text, figure.quantity.span
    floor = max(0, at.start - _FAR)
    named = text.rfind(figure.indicator.name, floor, at.start)
    opened = CLAUSE_START.search(text, floor, at.start)
    behind = BEHIND.match(text, at.end)
    return Span(
        named if named >= 0 else opened.end() if opened else floor,
        behind.end() if behind else at.end,
    )


def goal(figure: Figure) -> Goal:
    """The numbers of a target.

    控制在4% leaves everything below open, a fall of 3% 以上 everything beyond.
    """
    text, quantity = figure.document.text, figure.quantity
    before = BEFORE.match(text, max(0, quantity.span.start - _FAR), quantity.span.start)
    behind = BEHIND.match(text, quantity.span.end)
    words = [
        before["word"] if before and before["word"] not in LEADING else "",
        behind["word"] if behind else "",
    ]
    modifier = "…".join(word for word in words if word) or _BOUND_WORD[quantity.bound]
    low, high = _open(quantity, capped=words[0] == "控制在")
    return Goal(low, high, modifier)


def _open(quantity: Quantity, *, capped: bool) -> tuple[Decimal | None, Decimal | None]:
    falls = quantity.high <= 0 and quantity.low < 0
    if quantity.bound == "min":
        return (None, quantity.high) if falls else (quantity.low, None)
    if quantity.bound == "max" or (quantity.bound == "exact" and capped):
        return (quantity.low, None) if falls else (None, quantity.high)
    return quantity.low, quantity.high
