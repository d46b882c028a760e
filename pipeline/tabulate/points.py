"""Rates that moved by points though their column says %, by the numbers: 18.2 | 16.9 | 1.3."""

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
    rates = [one for one in here if one.unit and one.unit.kind == "ratio" and one.when]
    if not any(one.changes for one in rates):
        return
    levels = {_key(one): one.value for one in rates}
    for now in rates:
        then = levels.get(_key(now, back=1)) if now.changes else None
        if then is not None and now.value is not None:
            for at, (change, head) in enumerate(now.changes):
                if _is_difference(change, now.value, then):
                    moved = replace(change.quantity, unit=POINT.name)
                    now.changes[at] = replace(change, quantity=moved, form="difference"), head


def _key(one: Draft, back: int = 0) -> tuple[str, str, str]:
    """What a draft is of, and when, or so many years before."""
    when = one.when.moved(-back).written if one.when else ""
    return str(one.named.name), str(one.named.scope), when


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
