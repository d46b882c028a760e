"""Growth over several years, beside the years it is between: 2020年 | 2025年 | 年均增速.

Where no word says that it is a mean of each year, or of all together, the numbers do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.tables.figures import Figure
from pipeline.tabulate.head import Head
from pipeline.tabulate.period import Period
from pipeline.tabulate.reckoned import half

_ROWS = 60  # that are asked
_MOST_YEARS = 30
_LEAST = 2  # numbers that a growth must explain


def over_years(
    heads: Mapping[int, Head], rows: Sequence[Mapping[int, Figure]]
) -> dict[int, Head]:
    """The heads, a growth that says no time with that between the years of two levels before."""
    found: dict[int, Head] = {}
    levels: list[int] = []
    for column, head in heads.items():
        if head.role == "level":
            levels.append(column)
        elif head.role == "change" and head.when is None and not head.against:
            head = _between(column, head, levels[-2:], heads, rows)
        found[column] = head
    return found


def _between(
    column: int,
    head: Head,
    pair: Sequence[int],
    heads: Mapping[int, Head],
    rows: Sequence[Mapping[int, Figure]],
) -> Head:
    """A growth with the time between two levels, where it is of that."""
    times = [when for level in pair if (when := heads[level].when) and not when.first]
    if len(times) < 2 or not 1 < times[1].end - times[0].end <= _MOST_YEARS:
        return head
    first, last = times
    span = Period(first.end + 1, last.end, said=last.said)
    if head.basis == "annual_average":
        return replace(head, when=span, modality=heads[pair[1]].modality)
    told = [row for row in rows[:_ROWS] if {column, *pair} <= row.keys()]
    years = last.end - first.end
    numbers = [(row[pair[0]], row[pair[1]], row[column]) for row in told]
    if _most(_grew(then, now, change, years) for then, now, change in numbers):
        return replace(head, basis="annual_average", when=span, sure=True)
    if _most(_grew(then, now, change, 1) for then, now, change in numbers):
        return replace(head, basis="base", against=first.said, when=last, of=pair[1], sure=True)
    return head


def _most(agreed: Iterable[bool]) -> bool:
    votes = list(agreed)
    return sum(votes) >= _LEAST and sum(votes) * 4 >= len(votes) * 3


def _grew(then: Figure, now: Figure, change: Figure, years: int) -> bool:
    """Whether a level grew to another by a rate, as rounded, in each of some years."""
    if then.low <= 0 or now.low <= 0 or (change.unit and change.unit.kind != "ratio"):
        return False
    low, high = (
        ((now.low + sign * half(now)) / (then.low - sign * half(then))) for sign in (-1, 1)
    )
    root = Decimal(1) / years
    least = (max(low, Decimal(0)) ** root - 1) * 100 - half(change)
    most = (high**root - 1) * 100 + half(change)
    return least <= change.low <= most
