"""The numbers of a table beside each other.

Parts and totals, growth and the columns of two years, shares, completions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.check.growth import Way, compared, nominal, way
from pipeline.check.interval import reading
from pipeline.check.levels import value
from pipeline.check.table_ratios import amount, named, ratios
from pipeline.check.table_sums import sums
from pipeline.check.verdict import Stated, verdict
from pipeline.records import Change, Check, Indicator


def tables(indicators: Iterable[Indicator]) -> Iterator[list[Indicator]]:
    """The indicators of each table, in order: those of a table follow each other."""
    tabled = (one for one in indicators if one.cell is not None)
    for _, table in groupby(tabled, key=lambda one: one.cell and one.cell.table):
        yield list(table)


def in_table(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """Every place of a table where its numbers can be held against each other."""
    levels = [one for one in indicators if one.value is not None]
    yield from sums(text, levels)
    yield from _growths(text, levels)
    yield from ratios(text, levels)


def _growths(text: str, levels: Sequence[Indicator]) -> Iterator[Check]:
    """Growth over the year before, and by how much, where that year has a column of its own."""
    rows = _rows(levels)
    for one in levels:
        before = rows.get((_row(one), _year_before(one.period)))
        if before is None or not one.period or value(before).unit != value(one).unit:
            continue
        for change in one.changes:
            how = way(value(one), change) if change.basis == "yoy" else None
            if how == "difference" or (how == "rate" and _is_nominal(text, one, before, change)):
                yield from _growth(text, one, before, change, how)


def _is_nominal(text: str, one: Indicator, before: Indicator, change: Change) -> bool:
    return value(before).low > 0 and nominal(text, one, change)


def _growth(
    text: str, one: Indicator, before: Indicator, change: Change, how: Way
) -> Iterator[Check]:
    levels = reading(text, value(before)), reading(text, value(one))
    found, computed, unit = compared(text, change.quantity, how, *levels)
    yield from verdict(
        "from_to",
        [one, before],
        f"表中{named(one)}，上年{amount(value(before))}",
        stated=Stated(found, amount(change.quantity), change.quantity.span),
        computed=computed,
        unit=unit,
    )


def _rows(levels: Iterable[Indicator]) -> dict[tuple[tuple[object, ...], str], Indicator]:
    """The levels by row and period; where two columns say the same, neither."""
    found: dict[tuple[tuple[object, ...], str], Indicator] = {}
    twice = set()
    for one in levels:
        key = _row(one), one.period or ""
        if key in found:
            twice.add(key)
        found[key] = one
    return {key: one for key, one in found.items() if key not in twice}


def _row(one: Indicator) -> tuple[object, ...]:
    assert one.cell is not None
    return one.cell.table, one.cell.row, one.name, one.topic, one.scope


def _year_before(period: str | None) -> str:
    """2023-01/2023-09 → 2022-01/2022-09; empty for spans of years.

    >>> _year_before("2023-01/2023-09"), _year_before("2021/2025"), _year_before("2022")
    ('2022-01/2022-09', '', '2021')
    """
    if not period or (len(period) == len("2021/2025") and period[4] == "/"):
        return ""
    year = period[:4]
    return period.replace(year, str(int(year) - 1))
