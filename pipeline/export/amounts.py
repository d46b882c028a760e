"""A quantity as stated: the number that stands in the text, the magnitude it is written with, and
what its bound allows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any

from pipeline.patterns import figures as f
from pipeline.patterns.numbers import plain

_EXACT = Context(prec=400)  # digits: more than any number that is read
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 6}
MODIFIERS = {
    "exact": "exact",
    "approx": "around",
    "min": "at_least",
    "max": "at_most",
    "range": "range",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """``value`` x 10 ** ``power`` is the full number.

    ``value`` is None for a range; ``low`` and ``high`` are what the words allow, None where open.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    power: int

    @property
    def full(self) -> Decimal | None:
        """The number written out: 1.3 万亿 is 1300000000000."""
        return None if self.value is None else self.value.scaleb(self.power, _EXACT)


def amount(quantity: Mapping[str, Any]) -> Amount:
    """The quantity of a document as stated.

    The bound of a change speaks of its size, so 下降10%以上 allows -10 and less.

    >>> amount({"text": "1.3万亿元", "low": 1300000000000, "high": 1300000000000, "bound": "min"})
    Amount(value=Decimal('1.3'), low=Decimal('1.3'), high=None, power=12)
    """
    low, high = Decimal(str(quantity["low"])), Decimal(str(quantity["high"]))
    power = _power(plain(quantity["text"]), abs(low), abs(high))
    low, high = (value.scaleb(-power, _EXACT).normalize(_EXACT) for value in (low, high))
    bound = quantity["bound"]
    if bound == "range":
        return Amount(None, low, high, power)
    if bound == "exact":
        return Amount(low, low, high, power)
    if bound == "approx":
        return Amount(low, None, None, power)
    upwards = (bound == "min") == (low >= 0)
    return Amount(low, low if upwards else None, None if upwards else low, power)


def _shift(number: Decimal, low: Decimal) -> int:
    """The power of ten by which a value is greater than the number written; 0 where it is no such
    power.
    """
    if not number or low <= number:
        return 0
    ratio = (low / number).normalize()
    return int(ratio.adjusted()) if ratio == Decimal(1).scaleb(ratio.adjusted()) else 0


def _power(text: str, low: Decimal, high: Decimal) -> int:
    """The power of ten that the number is written with; 0 where the text is no number times a
    magnitude (5亿1万, 三成).
    """
    if f.MIXED_MAGNITUDES.search(text):
        return 0
    written = list(f.WRITTEN.finditer(text))
    if written:
        power = sum(_POWERS[character] for character in written[-1]["magnitude"])
        if (
            not power
            and len(written) == 1
            and (shift := _shift(Decimal(written[0]["number"].replace(",", "")), low))
        ):
            return shift  # 2719.1 below 万吨: the magnitude stands in a head
        numbers = {Decimal(match["number"].replace(",", "")) for match in written}
        return power if {low.scaleb(-power, _EXACT), high.scaleb(-power, _EXACT)} <= numbers else 0
    spelled = f.SPELLED.search(text)
    return sum(_POWERS[character] for character in spelled["magnitude"]) if spelled else 0
