"""An indicator of a table under construction, and quantities out of the figures of cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.records import Cell, Change, Evidence, Indicator, Modality, Quantity, Rank, Span
from pipeline.tables.figures import Figure
from pipeline.tables.units import Unit
from pipeline.tabulate.head import Head
from pipeline.tabulate.naming import Named
from pipeline.tabulate.period import Period

_Value = TypeVar("_Value")
_SURE, _NO_UNIT = 0.97, 0.8


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
    unit: Unit | None = None  # of the value, with its factor
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
