"""A number with what belongs to it — sign, currency, unit, 余 — before it is judged."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple


def is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


class Atom(NamedTuple):
    """A number as found.

    ``start``..``number_end`` are its sign and digits, ``end`` is behind the unit; ``han`` for
    Chinese digits. ``unit_kind`` is the kind of the unit (``count``, ``money`` …), or ``fraction``,
    ``fold``, ``half``, ``held`` (持平), ``clock``, ``per`` (2.2∶1), ``structure`` (23:36:40), or ""
    without a unit. ``rough`` is ``min`` for 余, 多 or 几, ``approx`` for 来, else "".
    """

    start: int
    number_end: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    unit_kind: str
    han: bool
    rough: Literal["", "min", "approx"] = ""

    @property
    def bare(self) -> bool:
        """Whether nothing but digits was written."""
        return not self.unit_kind and not self.rough and self.end == self.number_end
