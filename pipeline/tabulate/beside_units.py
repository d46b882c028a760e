"""The unit of a column that no word tells, of a note that names several: 单位：件、万元、天 lists them
in the order of the columns that have them first."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.patterns import heads as p
from pipeline.tables.units import Unit
from pipeline.tabulate.cell_units import is_ratio, told
from pipeline.tabulate.head import Head


def in_order(heads: dict[int, Head], notes: Sequence[Unit]) -> dict[int, Head]:
    """The heads, one whose words tell no unit with the first of the note that no column before it
    has, where none behind it tells that either, else with that of the column before it; in the
    first column with the first of the note.

    Where no head tells a unit, the rows do.
    """
    units = list(filter(_is_amount, notes))
    words = {column: told(units, head.measure) for column, head in _open(heads, notes)}
    early, first = _before_ratios(heads, notes)
    parted = first if 0 < len(early) < len(units) else 0  # 单位：人、%、万元
    if len(units) < 2 or not (parted or any(words.values())):
        return heads
    found, said = dict(heads), set(words.values())
    seen: set[Unit] = set()
    last: Unit | None = None
    before: Head | None = None
    for column, unit in words.items():
        head = heads[column]
        if unit is None and (column < parted or _is_apart(head, before)):
            new = _next(early if column < first else units, seen, said)
            unit = _listed(head, new, last)
            found[column] = replace(head, noted=unit)
        seen.update(filter(None, [unit]))
        last, before = last if head.within else unit, head
    return found


def _is_amount(unit: Unit) -> bool:
    return unit.kind not in ("ratio", "point")


def _listed(head: Head, new: Unit | None, last: Unit | None) -> Unit | None:
    """The unit of a column by its place: a new one of the note, else that of the column before."""
    return last if head.within else new or _again(last)


def _before_ratios(heads: dict[int, Head], notes: Sequence[Unit]) -> tuple[Sequence[Unit], int]:
    """The units that a note has before those of ratios, and the first column of ratios: in 单位：亩、
    %、台 what is in 台 stands behind it."""
    early = list(takewhile(_is_amount, notes))
    ratios = (column for column, head in heads.items() if _is_of_ratios(head, notes))
    return early, next(ratios, 0) if early else 0


def _is_of_ratios(head: Head, notes: Sequence[Unit]) -> bool:
    rate = head.role == "change" and head.form == "rate" and not head.sure
    return rate or head.role in ("share", "completion") or is_ratio(head.measure, notes)


def _open(heads: dict[int, Head], notes: Sequence[Unit]) -> Iterator[tuple[int, Head]]:
    """The columns of levels of which the unit may be in the note."""
    for column, head in heads.items():
        amount = head.role == "level" and head.unit is None and not head.against
        if amount and not is_ratio(head.measure, notes):
            yield column, head


def _is_apart(head: Head, before: Head | None) -> bool:
    """Whether a column measures something else than the one before: not 80—89周岁 | 人数, 金额."""
    same = before is not None and before.measure.startswith(head.measure)
    return not same and p.GENERIC.fullmatch(head.measure) is None


def _again(last: Unit | None) -> Unit | None:
    """The unit of the column before, unless words always tell it: 人次, 天."""
    always = last is None or last.kind == "time" or last.name.endswith("次")
    return None if always else last


def _next(units: Sequence[Unit], seen: set[Unit], said: Container[Unit | None]) -> Unit | None:
    """The first unit of a note that no column has had, where none says it or none had any."""
    new = next((unit for unit in units if unit not in seen), None)
    return new if new is not None and (new not in said or not seen) else None
