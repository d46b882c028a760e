"""Growth as a percentage, and which growth follows from levels at all."""

from __future__ import annotations

from decimal import Decimal

from pipeline.check.interval import Interval, Reading, reading
from pipeline.lexicon.indicators import indicators
from pipeline.patterns.arithmetic import REAL_NAME
from pipeline.patterns.figures import REAL
from pipeline.records import Change, Indicator, Quantity, Span

# 实际增长|5.2%: how far before the number such a word stands, where no level stands between
_NEAR = 12


def nominal(text: str, indicator: Indicator, change: Change) -> bool:
    """Whether a growth follows from levels as stated: not where the text or the statistics of the indicator take prices out (GDP, 增加值)."""
    if indicator.code and indicators()[indicator.code].growth == "real":
        return False
    start = change.quantity.span.start
    level = indicator.value.span.end if indicator.value else start  # 达到10493元和3255元，扣除价格因素，分别增长9.6%和|6.2%
    said = Span(max(0, min(level, start - _NEAR)), start) if level <= start else Span(max(0, start - _NEAR), start)
    return not REAL.search(text, *said) and not REAL_NAME.search(indicator.name)


def rate(text: str, quantity: Quantity) -> Reading:
    """A growth in %: 增长5.1倍 is 510 %."""
    found = reading(text, quantity)
    return Reading(*(Interval(i.low * 100, i.high * 100) for i in (found.narrow, found.wide))) if quantity.unit == "倍" else found


def growth(before: Decimal, after: Decimal) -> Decimal:
    """Growth in % from one level to the next."""
    return (after - before) / before * 100


def shift(before: Decimal, after: Decimal) -> Decimal:
    """How far a level moved."""
    return after - before
