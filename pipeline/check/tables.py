"""The numbers of a table beside each other.

Parts and totals, growth and the columns of two years, shares, completions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from pipeline.check.growth import growth, nominal, rate
from pipeline.check.interval import Interval, Reading, added_up, apply, reading
from pipeline.check.levels import RATIOS, comparable, value
from pipeline.check.table_ratios import amount, named, ratios, stated
from pipeline.check.verdict import Stated, verdict
from pipeline.patterns.arithmetic import AVERAGE, TOTAL_CELL
from pipeline.records import Check, Indicator

_NEAR = Decimal("0.05")  # a total is held to be of the rows above it where it is off by so little


def tables(indicators: Iterable[Indicator]) -> Iterator[list[Indicator]]:
    """The indicators of each table, in order: those of a table follow each other."""
    tabled = (one for one in indicators if one.cell is not None)
    for _, table in groupby(tabled, key=lambda one: one.cell and one.cell.table):
        yield list(table)


def in_table(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """Every place of a table where its numbers can be held against each other."""
    levels = [one for one in indicators if one.value is not None]
    yield from _parts(text, levels)
    yield from _growths(text, levels)
    yield from ratios(text, levels)


def _parts(text: str, levels: Sequence[Indicator]) -> Iterator[Check]:
    """No part above its whole.

    Parts that add up to it are said to, and so are the rows of a total that nearly do.
    """
    by_id = {one.id: one for one in levels}
    found: dict[str, list[Indicator]] = defaultdict(list)
    for one in levels:
        whole = by_id.get(one.part_of or "")
        if whole is not None and _is_countable_part(whole, one):
            found[whole.id].append(one)
    for whole_id, parts in found.items():
        whole = by_id[whole_id]
        total = reading(text, value(whole))
        for part in parts:
            yield from _part(text, part, whole, total)
        summed = added_up([reading(text, value(part)) for part in parts])
        if len(parts) > 1 and _adds_up(summed, total, whole):
            read = f"表中{len(parts)}行合计，与{whole.name}相比"
            yield from verdict(
                "sum_of_parts",
                [whole, *parts],
                read,
                stated=stated(text, value(whole)),
                computed=summed,
                unit=value(whole).unit,
            )


def _is_countable_part(whole: Indicator, one: Indicator) -> bool:
    """Whether a row can be a summand of another: no rate or average of it."""
    if not comparable(whole, one) or value(one).unit in RATIOS:
        return False
    return not AVERAGE.search(whole.name + one.name)


def _part(text: str, part: Indicator, whole: Indicator, total: Reading) -> Iterator[Check]:
    room = Reading(*(Interval(min(Decimal(0), i.low), i.high) for i in (total.narrow, total.wide)))
    read = f"表中{named(part)}是{named(whole)}的一部分"
    yield from verdict(
        "part_of_whole",
        [part, whole],
        read,
        stated=stated(text, value(part)),
        computed=room,
        unit=value(part).unit,
    )


def _adds_up(summed: Reading, total: Reading, whole: Indicator) -> bool:
    """Whether parts add up to their whole, or nearly to one that is called a total."""
    if summed.narrow.meets(total.narrow):
        return True
    return TOTAL_CELL.search(whole.name) is not None and _is_near(summed, total)


def _is_near(summed: Reading, total: Reading) -> bool:
    size = abs(total.narrow.high)
    return size > 0 and abs(summed.narrow.high - total.narrow.high) <= size * _NEAR


def _growths(text: str, levels: Sequence[Indicator]) -> Iterator[Check]:
    """Growth over the year before, where that year has a column of its own."""
    rows = _rows(levels)
    for one in levels:
        before = rows.get((_row(one), _year_before(one.period)))
        for change in one.changes:
            if (
                before is None
                or change.basis != "yoy"
                or change.form != "rate"
                or change.quantity.unit not in ("%", "倍")
                or before.value is None
            ):
                continue
            if (
                before.value.unit != value(one).unit
                or before.value.low <= 0
                or not nominal(text, one, change)
            ):
                continue
            computed = apply(growth, reading(text, before.value), reading(text, value(one)))
            read = f"表中{named(one)}，上年{amount(before.value)}"
            said = Stated(
                rate(text, change.quantity), amount(change.quantity), change.quantity.span
            )
            yield from verdict(
                "from_to", [one, before], read, stated=said, computed=computed, unit="%"
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
