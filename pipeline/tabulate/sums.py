"""Columns that add up to one before them have its unit: 地区生产总值（亿元） | 第一产业 | 第二产业 | 第三产业;
one behind others has that of what it adds up: 金牌（枚） | 银牌（枚） | 合计."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.tables.figures import Figure
from pipeline.tables.units import Unit
from pipeline.tabulate.head import Head

_MOST_PARTS = 8
_FEWEST_ROWS = 2  # one row may add up by chance
_HALF = Decimal("0.5")


def added_up(heads: Mapping[int, Head], rows: Sequence[Mapping[int, Figure]]) -> dict[int, Head]:
    """The heads, parts without a unit with that of the whole that they add up to in every row."""
    found = dict(heads)
    columns = list(heads)
    for at, column in enumerate(columns):
        whole = heads[column]
        if whole.role != "level" or whole.unit is None or whole.unit.kind in ("ratio", "index"):
            continue
        for part in _parts(column, columns[at + 1 :], heads, rows):
            found[part] = replace(found[part], unit=whole.unit)
    for at, column in enumerate(columns):
        whole, before = found[column], columns[max(0, at - _MOST_PARTS) : at]
        if whole.role == "level" and whole.unit is None:
            found[column] = replace(whole, unit=_of_parts(column, before, found, rows))
    return found


def _of_parts(
    whole: int,
    before: Sequence[int],
    heads: Mapping[int, Head],
    rows: Sequence[Mapping[int, Figure]],
) -> Unit | None:
    """The unit of the columns right before one that add up to it, two at least."""
    unit = heads[before[-1]].unit if before else None
    if unit is None or unit.kind in ("ratio", "point", "index"):
        return None
    for size in range(2, len(before) + 1):
        parts = before[-size:]
        if heads[parts[0]].role != "level" or heads[parts[0]].unit != unit:
            return None
        if _add_up(rows, whole, parts):
            return unit
    return None


def _parts(
    whole: int,
    behind: Sequence[int],
    heads: Mapping[int, Head],
    rows: Sequence[Mapping[int, Figure]],
) -> Sequence[int]:
    """The columns right behind a whole that add up to it, two at least; none where none do."""
    for size in range(2, min(len(behind), _MOST_PARTS) + 1):
        parts = behind[:size]
        last = heads[parts[-1]]
        if last.role != "level" or last.unit is not None:
            break
        if _add_up(rows, whole, parts):
            return parts
    return ()


def _add_up(rows: Sequence[Mapping[int, Figure]], whole: int, parts: Sequence[int]) -> bool:
    """Whether columns add up to another in every row that has all of them, two rows at least."""
    told = [row for row in rows if whole in row and all(part in row for part in parts)]
    return len(told) >= _FEWEST_ROWS and all(_adds_up(row, whole, parts) for row in told)


def _adds_up(row: Mapping[int, Figure], whole: int, parts: Sequence[int]) -> bool:
    """Whether the parts of a row make its whole, as all of them are rounded."""
    apart = sum((row[part].low for part in parts), start=-row[whole].low)
    return abs(apart) <= sum((_half(row[column]) for column in (whole, *parts)), start=Decimal(0))


def _half(figure: Figure) -> Decimal:
    """Half of the last place of a number as it is written; nothing of a count."""
    exponent = figure.low.as_tuple().exponent
    return _HALF.scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(0)
