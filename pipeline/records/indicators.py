"""The numbers of a text, and the indicators that they are figures of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from pipeline.records.span import Span

Bound = Literal["exact", "approx", "min", "max", "range"]
Form = Literal["rate", "difference", "multiple"]
RowPart = Literal[
    "name", "topic", "scope", "among", "against", "bound", "basis", "period", "modality"
]
Basis = Literal["yoy", "previous_period", "annual_average", "base", "peer", "plan"]
Modality = Literal["actual", "target"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number found in the text: ``span`` covers number and unit, ``number`` the digits alone.

    ``kind`` says what it was taken for (``figure``, ``date``, ``ordinal`` …) and ``rule`` by which
    rule.
    ``low`` and ``high`` are fully expanded (301万 is 3010000) and differ for a range only.
    """

    span: Span
    number: Span
    low: Decimal
    high: Decimal
    unit: str
    bound: Bound
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and bound.

    ``period`` is set where it differs from its indicator's (the base of 从A提高到B).
    """

    span: Span
    low: Decimal
    high: Decimal
    unit: str
    bound: Bound
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """How far an indicator moved. The quantity is signed; its bound speaks of its size.

    ``against`` is what it is compared with, in words of the text, where that is not simply the
    year before (全省均值, 2020年). ``form``: 增长8% is a ``rate``, 减少202人 a ``difference``,
    是2015年的2.6倍 a ``multiple`` of the earlier value.
    """

    quantity: Quantity
    basis: Basis
    against: str | None = None
    form: Form = "rate"


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order. ``among`` is the arena (全省, 同类园区), in words of the text."""

    quantity: Quantity
    among: str | None = None


class Evidence(NamedTuple):
    """The characters a part of a row came from, and the rule that took them.

    An empty span marks words that a rule supplied and the text does not say there.
    """

    part: RowPart
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a figure stands in a table: its id, and row and column counted from 0."""

    table: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure measures, and its figures: at least one of value, changes, rank.

    ``name`` is as written; ``canonical`` is the one name of the thing in all reports, ``code`` its
    code in the lexicon, or None. ``topic`` is what the row needs and its own clause does not say,
    ``scope`` the area or body it is limited to. ``evidence`` lists where each part was read and by
    which rule, in the order the rules acted; ``cell`` is set for a figure of a table, ``part_of``
    for one whose row is part of another (the id of that), ``same_as`` where an earlier one says the
    same.
    """

    id: str
    passage: str
    name: str
    scope: str | None
    period: str | None
    modality: Modality
    value: Quantity | None
    base: Quantity | None
    changes: tuple[Change, ...]
    rank: Rank | None
    confidence: float
    topic: str | None = None
    evidence: tuple[Evidence, ...] = ()
    cell: Cell | None = None
    part_of: str | None = None
    same_as: str | None = None
    canonical: str = ""
    code: str | None = None

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures of the indicator: value, base, rank, changes."""
        ranked = self.rank.quantity if self.rank else None
        present = (self.value, self.base, ranked, *(change.quantity for change in self.changes))
        return tuple(quantity for quantity in present if quantity is not None)

    @property
    def rule(self) -> str:
        """The rules that made the name, in order, joined by a plus sign."""
        return "+".join(dict.fromkeys(e.rule for e in self.evidence if e.part == "name"))
