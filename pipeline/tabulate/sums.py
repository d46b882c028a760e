"""Columns that add up to one before them have its unit: 地区生产总值（亿元） | 第一产业 | 第二产业 | 第三产业."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.tables.figures import Figure
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
    return found


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
        told = [row for row in rows if whole in row and all(part in row for part in parts)]
        if len(told) >= _FEWEST_ROWS and all(_adds_up(row, whole, parts) for row in told):
            return parts
    return ()


def _adds_up(row: Mapping[int, Figure], whole: int, parts: Sequence[int]) -> bool:
    """Whether the parts of a row make its whole, as all of them are rounded."""
    apart = sum((row[part].low for part in parts), start=-row[whole].low)
    return abs(apart) <= sum((_half(row[column]) for column in (whole, *parts)), start=Decimal(0))


def _half(figure: Figure) -> Decimal:
    """Half of the last place of a number as it is written; nothing of a count."""
    exponent = figure.low.as_tuple().exponent
    return _HALF.scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(0)
