"""What was stated beside what follows from the other numbers, as a finding in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.check.interval import Interval, Reading, reading
from pipeline.check.kinds import kinds
from pipeline.check.wording import SAID, interval, number, written
from pipeline.records import Check, CheckStatus, Indicator, Quantity, Span

_FAR = Decimal("0.2")  # off by a fifth of the number and more: a slip of a digit, hardly of a base
_SURE_FROM = Decimal("0.7")


class Stated(NamedTuple):
    """The number that is checked: what it may stand for, how it is written, and where."""

    reading: Reading
    said: str
    span: Span


def as_stated(text: str, quantity: Quantity, read: Reading | None = None) -> Stated:
    """A quantity of the text as the number that is checked.

    ``read`` is what it may stand for, where that is not what it says by itself (5.1倍 as 510 %).
    """
    found = reading(text, quantity) if read is None else read
    return Stated(found, written(text, quantity), quantity.span)


def verdict(
    kind: str,
    indicators: Sequence[Indicator],
    read: str,
    *,
    stated: Stated,
    computed: Reading | None,
    unit: str,
    word: str = "文中为",
) -> Iterator[Check]:
    """One finding; nothing where the arithmetic has no value (a fall by more than there was).

    Consistent where rounding as usual lets the two meet, cannot tell where only coarser rounding
    or an open bound does, else a contradiction. ``read`` says what was read, ``word`` leads to
    what is stated.
    """
    if computed is None:
        return
    status = _status(stated.reading, computed)
    says = f"{read}，推算为{interval(computed.narrow, unit)}，{word}{stated.said}"
    if status != "consistent" and stated.reading.narrow.low != stated.reading.narrow.high:
        says += f"（按写法在{interval(stated.reading.narrow, unit)}之间）"
    says += f"：{SAID[status]}"
    if status == "contradiction" and indicators:
        says += f"；若为{number(_middle(computed.narrow))}{unit}则相合"
    trust = kinds()[kind].trust * _names(indicators)
    certainty = round(trust * float(_distance(stated.reading, computed)), 3)
    yield Check(
        kind, status, tuple(indicator.id for indicator in indicators), says,
        (stated.reading.narrow.low, stated.reading.narrow.high),
        (computed.narrow.low, computed.narrow.high), unit, stated.span, certainty,
    )  # fmt: skip


def _status(stated: Reading, computed: Reading) -> CheckStatus:
    if stated.narrow.meets(computed.narrow):
        return "consistent"
    return "cannot tell" if stated.wide.meets(computed.wide) else "contradiction"


def _middle(found: Interval) -> Decimal:
    return (found.low + found.high) / 2


def _names(indicators: Sequence[Indicator]) -> float:
    """How sure the least sure name is; names that read well leave the finding as it is."""
    return min((min(1.0, 0.5 + indicator.confidence / 2) for indicator in indicators), default=1.0)


def _distance(stated: Reading, computed: Reading) -> Decimal:
    """From 0.7 just outside the rounding to 1 where the numbers are a fifth apart."""
    a, b = stated.wide, computed.wide
    gap = max(a.low - b.high, b.low - a.high, Decimal(0))
    size = max(abs(_middle(computed.narrow)), abs(_middle(stated.narrow)))
    apart = min(gap / size / _FAR, Decimal(1)) if size else Decimal(1)
    return _SURE_FROM + (1 - _SURE_FROM) * apart
