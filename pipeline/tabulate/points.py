"""Rates that moved by points, though their column says %: 18.2 | 16.9 | 1.3, as the numbers tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from pipeline.records import Change, Quantity
from pipeline.tables.units import POINT
from pipeline.tabulate.drafts import Draft

_HALF = Decimal("0.5")


def in_points(here: Iterable[Draft]) -> None:
    """Turn changes in % of a rate into points where it stands beside itself of a year before and
    they are what the two differ by."""
    rates = [one for one in here if one.value and one.unit and one.unit.kind == "ratio"]
    for now in rates:
        then = next((one for one in rates if _is_before(one, now)), None)
        if then is None or now.value is None or then.value is None:
            continue
        for at, (change, head) in enumerate(now.changes):
            if _is_difference(change, now.value, then.value):
                moved = replace(change.quantity, unit=POINT.name)
                now.changes[at] = replace(change, quantity=moved, form="difference"), head


def _is_before(then: Draft, now: Draft) -> bool:
    """Whether a level is of the same thing and the same part of the year before."""
    if then.when is None or now.when is None or then.named.name != now.named.name:
        return False
    return then.when.written == now.when.moved(-1).written and then.named.scope == now.named.scope


def _is_difference(change: Change, now: Quantity, then: Quantity) -> bool:
    """Whether a change in % against the year before is by how much two rates differ, as rounded."""
    found = change.quantity
    if (found.unit, change.basis, change.form) != ("%", "yoy", "rate"):
        return False
    room = _half(now.low) + _half(then.low) + _half(found.low)
    return abs(now.low - then.low - found.low) <= room


def _half(number: Decimal) -> Decimal:
    """Half of the last place of a number as it is written."""
    exponent = number.as_tuple().exponent
    return _HALF.scaleb(exponent) if isinstance(exponent, int) else _HALF
