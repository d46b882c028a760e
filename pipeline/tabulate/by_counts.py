"""Changes of what is counted: 增减 is an amount, where no whole number can have grown by so many
per cent to the one beside it (3 死亡人数 | -2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.patterns import heads as p
from pipeline.tables.figures import Figure
from pipeline.tables.units import Unit
from pipeline.tabulate.cell_units import counted
from pipeline.tabulate.head import Head

_HALF = Decimal("0.5")
_FEWEST = 2  # rows that no rate explains; one may be a misprint


def by_counts(heads: Mapping[int, Head], rows: Sequence[Mapping[int, Figure]]) -> dict[int, Head]:
    """The heads, a change that says neither by words nor by its unit what it is as an amount, where
    its whole numbers are no rates of the counts that it is of."""
    pairs = {column: _pairs(rows, level, column) for column, level in _levels(heads)}
    whole = [column for column in pairs if _are_whole(pairs[column])]
    said = {str(heads[column].compared) for column in whole if _are_amounts(pairs[column])}
    return {
        column: replace(head, form="difference", sure=True)
        if column in whole and head.compared in said
        else head
        for column, head in heads.items()
    }


def _levels(heads: Mapping[int, Head]) -> Iterator[tuple[int, int]]:
    """The columns of changes that may be amounts, each with that of the counts it is of."""
    levels: dict[str, int] = {}
    for column, head in heads.items():
        if head.role == "level":
            levels[str(head.measure)] = levels[""] = column
        elif _is_open(head):
            level = levels.get(str(head.measure))
            if level is not None and _is_count(heads[level]):
                yield column, level


def _is_open(head: Head) -> bool:
    """Whether a change says neither that it is an amount nor that it is a rate."""
    open_ = head.role == "change" and head.form == "rate" and not head.unit and not head.sure
    return open_ and p.AMOUNT_OR_RATE.search(head.compared) is not None


def _is_count(head: Head) -> bool:
    """Whether a level counts things, one by one."""
    unit: Unit | None = head.unit or (counted(head.measure) if head.measure else None)
    return unit is not None and unit.kind in ("count", "other") and unit.factor == 1


def _pairs(
    rows: Iterable[Mapping[int, Figure]], level: int, change: int
) -> list[tuple[Decimal, Decimal]]:
    """The numbers of the rows that have both."""
    return [(row[level].low, row[change].low) for row in rows if {level, change} <= row.keys()]


def _are_amounts(pairs: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Whether more of the numbers than may be misprints are no rates."""
    moved = [pair for pair in pairs if pair[1]]
    never = sum(not _may_be_rate(*pair) for pair in moved)
    return never >= _FEWEST and never * 4 >= len(moved)


def _are_whole(pairs: Sequence[tuple[Decimal, Decimal]]) -> bool:
    return all(number == number.to_integral_value() for pair in pairs for number in pair)


def _may_be_rate(now: Decimal, rate: Decimal) -> bool:
    """Whether a count may have grown by a rounded rate from another one."""
    if rate <= -100:
        return not now and rate == -100
    low = now / (1 + (rate + _HALF) / 100)
    high = now / (1 + (rate - _HALF) / 100) if rate - _HALF > -100 else now * 1000
    return bool(now) and high.to_integral_value(rounding="ROUND_FLOOR") >= low
