"""How exactly a number is known.

The interval that rounding and 约, 余, 超 allow, from the number as it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation
from itertools import product

from pipeline.lexicon import units
from pipeline.patterns.arithmetic import COLON, ROUGH, WRITTEN
from pipeline.patterns.numbers import plain
from pipeline.records import Quantity

_TENTH, _HALF, _FIFTH = Decimal("0.1"), Decimal("0.5"), Decimal("0.2")
# 超500亿元 may be any more; so far beyond what is written that arithmetic with it stays finite
_MUCH = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Interval:
    """``low``..``high``, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Reading:
    """What a written number may stand for.

    ``narrow`` where it is rounded as usual, ``wide`` where it is cut off, rounded to its last
    digit that is not 0, or only a bound.
    """

    narrow: Interval
    wide: Interval


def reading(text: str, quantity: Quantity) -> Reading:
    """The reading of a quantity of ``text``.

    A negative one mirrors its size, for the bound of a change speaks of its size.
    """
    step, zeros = _steps(plain(text[quantity.span.start : quantity.span.end]), quantity)
    if quantity.high <= 0 and quantity.low < 0:
        size = _sized(-quantity.high, -quantity.low, quantity.bound, step, zeros)
        return Reading(_mirrored(size.narrow), _mirrored(size.wide))
    return _sized(quantity.low, quantity.high, quantity.bound, step, zeros)


def apply(formula: Callable[..., Decimal], *readings: Reading) -> Reading | None:
    """A formula that rises or falls steadily in each number, over all that these may stand for.

    They are a few. None where it has no value.
    """
    narrow = _corners(formula, [r.narrow for r in readings])
    wide = _corners(formula, [r.wide for r in readings])
    return Reading(narrow, wide or narrow) if narrow else None


def added_up(readings: Sequence[Reading]) -> Reading:
    """The sum of numbers, over all that they may stand for.

    They may be very many, where their corners would be too many.

    Numbers told together are written to one place: beside 52 and 168, 200 is no rounded hundred.
    """
    narrow, wide = [one.narrow for one in readings], [one.wide for one in _alike(readings)]
    return Reading(_sum(narrow), _sum(wide))


def _sum(intervals: Sequence[Interval]) -> Interval:
    low = sum((one.low for one in intervals), Decimal(0))
    return Interval(low, sum((one.high for one in intervals), Decimal(0)))


def _alike(readings: Sequence[Reading]) -> Sequence[Reading]:
    """The readings, each as wide as those of its step that do not end in zeros.

    Two or more must not; else they stay as they are.
    """
    fine = [one for one in readings if one.wide.high - one.narrow.high == _width(one) / 2 > 0]
    if len(fine) < 2 or len({_width(one) for one in fine}) > 1:
        return readings
    step = _width(fine[0])
    return [
        Reading(one.narrow, Interval(one.narrow.low - step / 2, one.narrow.high + step / 2))
        if _width(one) == step and one.wide.low < one.narrow.low and one.wide.high > one.narrow.high
        else one
        for one in readings
    ]


def as_fine(*readings: Reading) -> tuple[Reading, ...]:
    """Numbers told beside each other, each as wide as the finest of them.

    Beside 800万元, 1000万元 is no rounded thousand, nor are 600家 a rounded hundred beside 340家;
    where they are written to two places each stays as it is.
    """
    if len({_width(one) for one in readings} - {Decimal(0)}) > 1:
        return readings
    room = min(max(one.wide.high - one.narrow.high, Decimal(0)) for one in readings)
    return tuple(_within(one, room) for one in readings)


def _within(one: Reading, room: Decimal) -> Reading:
    """A reading no wider than ``room`` on a side where it is wider on both; a bound stays open."""
    low, high = one.narrow.low - room, one.narrow.high + room
    if one.wide.low >= low or one.wide.high <= high or one.wide.high > one.narrow.high * 2:
        return one
    return Reading(one.narrow, Interval(low, high))


def told_with(whole: Reading, parts: Sequence[Reading]) -> Reading:
    """A whole told beside its parts: 200 beside 86 and 114 is no rounded hundred."""
    fine = [_width(one) for one in parts if one.wide.high - one.narrow.high == _width(one) / 2]
    if len(fine) < 2 or len(set(fine)) > 1 or fine[0] > _width(whole):
        return whole
    room = fine[0] / 2
    return Reading(whole.narrow, Interval(whole.narrow.low - room, whole.narrow.high + room))


def _width(one: Reading) -> Decimal:
    return one.narrow.high - one.narrow.low


def _corners(formula: Callable[..., Decimal], intervals: list[Interval]) -> Interval | None:
    try:
        found = [formula(*corner) for corner in product(*((i.low, i.high) for i in intervals))]
    except (DivisionByZero, InvalidOperation):
        return None
    return Interval(min(found), max(found))


def _steps(written: str, quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The place of the last digit written, and of the last that is no closing zero.

    The second is that of the last digit which is not one of two and more closing zeros:
    900万 is (1万, 100万), a count of 398人 (0, 0).
    """
    size = max(abs(quantity.low), abs(quantity.high))
    found = list(WRITTEN.finditer(COLON.split(written)[0]))  # 1.79:1 is written to two places
    rough = ROUGH.search(written) is not None
    if not found or (rough and not found[-1]["decimals"]):
        exponent = int(size.normalize().as_tuple().exponent)
        step = size * _TENTH if rough or not size else Decimal(1).scaleb(exponent)
        return step, step
    last = found[-1]
    digits, decimals = last["whole"].replace(",", ""), last["decimals"] or ""
    number = Decimal(f"{digits}.{decimals}" if decimals else digits)
    factor = size / number if number else Decimal(1)
    if decimals:
        return (factor.scaleb(-len(decimals)),) * 2
    return _whole_steps(digits, factor, quantity.unit)


def _whole_steps(digits: str, factor: Decimal, unit: str) -> tuple[Decimal, Decimal]:
    """The steps of a number without decimals."""
    significant = digits.rstrip("0")
    closing = len(digits) - len(significant) if significant else 0
    if closing >= 2:
        return factor, factor.scaleb(closing)
    exact = factor == 1 and _counted(unit)
    return (Decimal(0) if exact else factor,) * 2


def _counted(unit: str) -> bool:
    """Whether a unit counts whole things, so that 398人 is exactly that."""
    known = units().get(unit)
    return known is not None and known.kind == "count"


def _sized(low: Decimal, high: Decimal, bound: str, step: Decimal, zeros: Decimal) -> Reading:
    coarse = max(step, zeros)
    if bound == "min":
        return Reading(
            Interval(low, high + coarse), Interval(low - step * _HALF, (high + coarse) * _MUCH)
        )
    if bound == "max":
        return Reading(
            Interval(max(low - coarse, Decimal(0)), high), Interval(Decimal(0), high + step * _HALF)
        )
    if bound == "approx":
        loose = max(coarse, high * _TENTH)
        return Reading(Interval(low - coarse, high + coarse), Interval(low - loose, high + loose))
    margin = max(step, coarse * _HALF)
    return Reading(
        Interval(low - step * _HALF, high + step * _HALF), Interval(low - margin, high + margin)
    )


def _mirrored(interval: Interval) -> Interval:
    return Interval(-interval.high, -interval.low)
