"""What the notes of a table say: its units, and those of some of its columns and rows, 死亡数单位为人,
产品销售率同比为百分点."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from regex import Match

from pipeline.patterns import counted_things as c
from pipeline.patterns import heads as p
from pipeline.patterns.tables import CURRENCY, EXCEPTED, IN_BRACKETS, UNIT_OF_ONE
from pipeline.patterns.units import SAVE_FOR, UNIT_STATED
from pipeline.tables.units import Unit, known_unit, units_of
from pipeline.tabulate.cell_units import is_of_kind
from pipeline.tabulate.head import Head
from pipeline.tabulate.rows import Row

_BARE = Unit("", Decimal(1), "other")


@dataclass(frozen=True, slots=True)
class Noted:
    """``points`` are the words said of changes in 百分点, ``units`` the things that have a unit
    of their own."""

    points: tuple[str, ...] = ()
    units: tuple[tuple[str, Unit], ...] = ()

    @classmethod
    def of(cls, notes: Sequence[str]) -> Noted:
        """Read the notes of a table."""
        points = tuple(said for note in notes for said in p.POINTS_NOTE.findall(note))
        said = (match for note in notes for match in UNIT_OF_ONE.finditer(note))
        read = ((match["what"], _unit_said(match)) for match in said)
        return cls(points, tuple((what, unit) for what, unit in read if unit))

    @property
    def of_all(self) -> tuple[Unit, ...]:
        """The units of what names nothing by itself: （金额：亿元）."""
        return tuple(unit for what, unit in self.units if p.GENERIC.fullmatch(what))

    def in_points(self, row: Row) -> bool:
        """Tell whether a share moves by points, though its column says %."""
        return any(row.name in said or p.ALL_RATES.search(said) for said in self.points)

    def with_unit(self, head: Head) -> Head:
        """Give the head of a level the unit that is noted for what it measures."""
        if head.role != "level" or head.unit is not None or not head.measure:
            return head
        measure = head.measure.without(c.TOTAL_LAST)
        noted = (unit for what, unit in self.units if _is_one_of(measure, what, unit))
        return replace(head, unit=next(noted, None))


def _unit_said(match: Match[str]) -> Unit | None:
    """The unit that a note says of one thing; 无量纲 none."""
    if match["alone"]:
        return known_unit(match["alone"])
    return next(iter(units_of(match["unit"])), None) if match["unit"] else _BARE


def _is_one_of(measure: str, what: str, unit: Unit) -> bool:
    """Whether what is measured is a thing, or of its kind: 银牌 is a medal, 教师人数 are persons."""
    return measure.endswith(what) or is_of_kind(measure, what, unit)


def units_stated(note: str) -> tuple[Unit, ...]:
    """Read the units of a note.

    >>> [str(one.factor) for one in units_stated("（除另有说明外，金额单位为人民币千元）")]
    ['1000']
    >>> [one.name for one in units_stated("单位：亿元、%（另有注明的除外）")]
    ['元', '%']
    """
    said = SAVE_FOR.sub("", EXCEPTED.sub("", _opened(note))).strip("（）()")
    if stated := UNIT_STATED.fullmatch(said):
        return units_of(CURRENCY.sub("", stated["unit"]))
    return units_of(CURRENCY.sub("", said).split("：")[-1].split(":")[-1]) if said else ()


def exceptions(note: str) -> list[str]:
    """List what a note says of things that have a unit of their own: （pH值无量纲）."""
    return EXCEPTED.findall(_opened(note))


def _opened(note: str) -> str:
    """A note without the brackets that it stands in."""
    found = IN_BRACKETS.fullmatch(note)
    return found["inside"] if found else note
