"""A finding in words: the arithmetic, with the numbers people read."""

from __future__ import annotations

from decimal import Decimal

from pipeline.check.interval import Interval
from pipeline.records import Quantity

_MAGNITUDES = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_BOUNDS = {"min": "至少", "max": "至多", "approx": "约"}
SAID = {"consistent": "一致", "contradiction": "不符", "cannot tell": "无法判断"}


def number(value: Decimal) -> str:
    """Four significant digits after the magnitude.

    >>> number(Decimal("2760000000000")), number(Decimal("-33.6666")), number(Decimal("600"))
    ('2.76万亿', '-33.67', '600')
    """
    for factor, word in _MAGNITUDES:
        if abs(value) >= factor:
            return f"{value / factor:.6g}{word}"
    return f"{value:.4g}" if value != value.to_integral_value() else f"{value:f}".split(".")[0]


def interval(found: Interval, unit: str) -> str:
    """``33.6%至33.8%``, or one number where both ends read the same."""
    low, high = number(found.low), number(found.high)
    return f"{low}{unit}" if low == high else f"{low}至{high}{unit}"


def written(text: str, quantity: Quantity) -> str:
    """A quantity as it stands in the text, with its bound: 约800万元."""
    return _BOUNDS.get(quantity.bound, "") + text[quantity.span.start : quantity.span.end].replace(
        "\n", ""
    )


def moved(text: str, quantity: Quantity) -> str:
    """A change with its direction: 减少202人."""
    return ("减" if quantity.high < 0 else "增") + written(text, quantity)
