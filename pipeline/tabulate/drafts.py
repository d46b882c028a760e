"""An indicator of a table under construction, and quantities out of the figures of cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.patterns import heads as p
from pipeline.records import Cell, Change, Evidence, Indicator, Modality, Quantity, Rank, Span
from pipeline.tables.figures import Figure
from pipeline.tables.units import POINT, Unit
from pipeline.tabulate.columns import Head
from pipeline.tabulate.naming import Named
from pipeline.tabulate.period import Period
from pipeline.tabulate.rows import Row

_Value = TypeVar("_Value")
_SURE, _NO_UNIT = 0.97, 0.8
_PERCENT, _POINT, _BARE = (
    Unit("%", Decimal(1), "ratio"),
    POINT,
    Unit("", Decimal(1), "other"),
)


class Held:
    """What the records of a table share: a name, a stretch of a head, each held once."""

    def __init__(self) -> None:
        self._held: dict[Any, Any] = {}

    def one(self, value: _Value) -> _Value:
        """The value, or its equal that is held already."""
        found: _Value = self._held.setdefault(value, value)
        return found


@dataclass(slots=True)
class Draft:
    """One indicator; it never leaves this stage. ``meant`` are the words for its modality."""

    named: Named
    head: Head
    when: Period | None
    modality: Modality
    cell: Cell
    passage: str
    at: Span
    value: Quantity | None = None
    changes: list[tuple[Change, Head]] = field(default_factory=list)
    rank: Rank | None = None
    meant: Phrase = NOTHING

    def indicator(self, name: str, held: Held) -> Indicator:
        """The finished record."""
        return Indicator(
            id=name,
            passage=self.passage,
            name=held.one(str(self.named.name)),
            scope=held.one(str(self.named.scope)) or None,
            period=held.one(self.when.written) if self.when else None,
            modality=self.modality,
            value=self.value,
            base=None,
            changes=tuple(change for change, _ in self.changes),
            rank=self.rank,
            confidence=_NO_UNIT if self.value is not None and not self.value.unit else _SURE,
            topic=held.one(str(self.named.topic)) or None,
            evidence=held.one(tuple(map(held.one, self._evidence()))),
            cell=self.cell,
        )

    def _evidence(self) -> Iterator[Evidence]:
        yield from self.named.name.evidence("name")
        yield from self.named.topic.evidence("topic")
        yield from self.named.scope.evidence("scope")
        yield from self.head.among.evidence("among")
        for _, head in self.changes:
            yield from head.against.evidence("against")
        for _, head in self.changes:
            yield from head.compared.evidence("basis")
        if self.when and self.when.said:
            yield from self.when.said.evidence("period")
        else:
            yield Evidence("period", Span(self.at.start, self.at.start), "report_year")
        yield from self.meant.evidence("modality")


def quantity(found: Figure, unit: Unit, span: Span) -> Quantity:
    """A figure in full: 2000.0 under 万吨 is 20,000,000 吨."""
    low = found.low * unit.factor
    return Quantity(
        span,
        low,
        low if found.high is found.low else found.high * unit.factor,
        unit.name,
        found.bound,
    )


def level_unit(found: Figure, head: Head, row: Row, notes: Sequence[Unit], *, share: bool) -> Unit:
    """The unit of a level: the cell's own, else that of row, column, column of units,
    or the note above the table."""
    if share:
        return next((u for u in (found.unit, head.unit) if u is not None), _PERCENT)
    aside = head.unit is not None and (head.apart or head.unit.kind in ("ratio", "point"))
    own = None if aside else row.own
    stated = next((u for u in (found.unit, own, head.unit, row.unit) if u is not None), None)
    return _noted(head, row, notes) if stated is None else stated


def _noted(head: Head, row: Row, notes: Sequence[Unit]) -> Unit:
    """The unit of a level that only the note above the table can tell."""
    ratio = bool(p.RATIO_NAME.search(row.name) or p.RATIO_NAME.search(head.measure))
    measured = head.measure if not p.GENERIC.fullmatch(head.measure) else row.name
    if _is_bare(head, measured, notes):
        return _BARE
    fits = [u for u in notes if (u.kind in ("ratio", "point")) == ratio]
    if not fits and len(notes) == 1 and not ratio:
        fits = list(notes)
    if fits:
        return _of_thing(fits, measured, row.name)
    return _PERCENT if ratio and notes else _BARE


def _is_bare(head: Head, measured: Phrase, notes: Sequence[Unit]) -> bool:
    """Whether a number has no unit, though the note above the table has one: 女=100, 生师比."""
    index = p.INDEX.search(head.compared) or p.UNITLESS.search(measured)
    return index is not None and not any(u.kind in ("ratio", "point") for u in notes)


_KINDS: tuple[tuple[Any, Callable[[Unit], bool]], ...] = (
    (p.PERSONS, lambda unit: unit.name[:1] in "人名"),
    (p.HOUSEHOLDS, lambda unit: unit.name == "户"),
    (p.MONEY, lambda unit: unit.kind == "money"),
    (p.AREA, lambda unit: unit.kind == "area"),
)


def _of_thing(units: Sequence[Unit], *things: Phrase) -> Unit:
    """Of the units that a note names (所、人), that of a thing: persons are counted in 人, sums
    in 元. What no word tells is a sum, unless it can be counted."""
    for thing in things:
        for pattern, fits in _KINDS:
            mine = [unit for unit in units if fits(unit)]
            if 0 < len(mine) < len(units) and pattern.search(thing):
                return mine[0]
    money = [unit for unit in units if unit.kind == "money"]
    if money and not any(map(p.THINGS.search, things)):
        return money[0]
    return next((u for u in units if not any(fits(u) for _, fits in _KINDS)), units[0])


def change_unit(
    found: Figure, head: Head, row: Row, notes: Sequence[Unit], *, points: bool
) -> Unit:
    """The unit of a change: of a rate that moved it is points, where the head does not say %,
    or a note says ``points``."""
    ratio = row.unit is not None and row.unit.kind == "ratio"
    stated = found.unit or (_POINT if points and ratio else head.unit)
    if stated is not None:
        return stated
    if head.form == "difference" or (not row.unit and _is_of_amounts(head, notes)):
        return _of_difference(row, notes)
    return _POINT if ratio and _is_rate_itself(head, row) else _PERCENT


def _is_rate_itself(head: Head, row: Row) -> bool:
    """Whether a rate of change is of a row that is no change itself."""
    return head.form == "rate" and not _is_of_moves(row)


def _is_of_amounts(head: Head, notes: Sequence[Unit]) -> bool:
    """Whether 增减 stands in a table of which the note names amounts only."""
    shares = any(unit.kind in ("ratio", "point") for unit in notes)
    return bool(notes) and not shares and p.NEUTRAL.search(head.compared) is not None


def _of_difference(row: Row, notes: Sequence[Unit]) -> Unit:
    amounts = [unit for unit in notes if unit.kind not in ("ratio", "point")]
    amount = row.unit or (_of_thing(amounts, row.name) if amounts else [*notes, _BARE][0])
    return _POINT if amount.kind == "ratio" else amount


def _is_of_moves(row: Row) -> bool:
    return row.head.role == "change" or p.MOVING_ROW.search(row.name) is not None
