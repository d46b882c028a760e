"""What several years make together, in brackets among means of each year: 年均/[累计] | [4.9]."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.patterns import heads as p
from pipeline.tables.figures import Figure
from pipeline.tables.units import Unit
from pipeline.tabulate.cell_units import difference_in
from pipeline.tabulate.drafts import Draft
from pipeline.tabulate.head import Head
from pipeline.tabulate.rows import Row

_ROOM = Decimal("0.06")  # of a rate, by which rounding may put it off


def is_summed(found: Figure, moved: Head) -> bool:
    """Tell whether a number is of all years together: 〔4.9〕 below 年均增长, （7） below 年均（累计）."""
    inside = found.summed or (found.bracketed and moved.bracketed)
    return inside and moved.basis == "annual_average"


def of_all_years(
    found: Figure, moved: Head, row: Row, unit: Unit, before: Iterable[Draft]
) -> tuple[Unit, Head]:
    """Give unit and head of a change of all years: what the levels differ by, in their unit,
    unless the row is one of growth, or the numbers say that it is a rate."""
    if not is_summed(found, moved) or found.unit is not None or _moves(row):
        return unit, moved
    levels = [one for one in before if one.head.role == "level" and one.value and one.unit]
    amount = row.unit or (levels[-1].unit if levels else None)
    if amount is None or _is_rate(found, levels[-2:]):
        return unit, moved
    return difference_in(amount), replace(moved, form="difference")


def _moves(row: Row) -> bool:
    return row.head.role == "change" or p.MOVING_ROW.search(row.name) is not None


def _is_rate(found: Figure, levels: Sequence[Draft]) -> bool:
    """Whether two levels are apart by a rate, and not by an amount."""
    if len(levels) < 2:
        return False
    then, now = (one.value.low for one in levels if one.value)
    if not then or levels[-1].unit is None or levels[-1].unit.kind == "ratio":
        return False
    size, apart = abs(found.low), abs(now - then)
    amount = abs(apart / levels[-1].unit.factor - size) <= size * _ROOM
    return not amount and abs(apart / abs(then) * 100 - size) <= size * _ROOM
