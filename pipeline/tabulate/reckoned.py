"""Columns of changes by what they were reckoned from: the numbers beside them say whether 增减 is
an amount or a rate, where no word does."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import Literal

from pipeline.patterns.head_times import TERM
from pipeline.tables.figures import Figure
from pipeline.tabulate.head import Head

_MOST_LEVELS = 6  # columns beside a change that it may be reckoned from
_MOST_ROWS = 60  # that are asked
_FEW = 4  # rows that may agree by chance
Reckoned = Literal["difference", "rate"]
_HALF = Decimal("0.5")
_LARGE = 10  # times what rounding may do, or else a difference must be exact
_ROOM = Decimal("1.01")
_TO_NOTHING = -100  # %


def reckoned(heads: Mapping[int, Head], rows: Sequence[Mapping[int, Figure]]) -> dict[int, Head]:
    """The heads, a change that states no unit as an amount or a rate, where most of its numbers
    are the one and not the other."""
    found: dict[int, Head] = {}
    levels = sorted(column for column, head in heads.items() if head.role == "level")
    for column, head in heads.items():
        if head.role == "change" and head.form != "multiple":
            asked = [row for row in rows[:_MOST_ROWS] if not _is_sum(row.get(column), head)]
            form, of = _form(column, _beside(column, levels), heads, asked)
            no_rate = any(_is_no_rate(row.get(column)) for row in asked)
            head = replace(_as_told(head, form, no_rate=no_rate), of=of)
        found[column] = head
    return found


def _as_told(head: Head, form: Reckoned | None, *, no_rate: bool) -> Head:
    """A head of changes in the form that its numbers tell, where no unit does."""
    if form and head.unit is None:
        return replace(head, form=form, sure=True)
    if form == "rate" and head.unit == head.counted:  # 同比 | 件, 人: what it is of
        return replace(head, unit=None, form=form, sure=True)
    if head.unit is None and no_rate:
        return replace(head, form="difference", sure=True)
    return head


def _is_sum(change: Figure | None, head: Head) -> bool:
    """Whether a number is of several years together, among means of each: [4.9]."""
    return change is not None and (change.summed or (head.bracketed and change.bracketed))


def _is_no_rate(change: Figure | None) -> bool:
    """Whether a number is a larger fall than one to nothing: -200."""
    return change is not None and change.unit is None and change.low < _TO_NOTHING


def _beside(column: int, levels: Sequence[int]) -> list[int]:
    """Of columns in order those nearest to one, in order."""
    at = bisect(levels, column)
    near = levels[max(0, at - _MOST_LEVELS) : at + _MOST_LEVELS]
    return sorted(sorted(near, key=lambda level: abs(level - column))[:_MOST_LEVELS])


def _form(
    column: int,
    levels: Sequence[int],
    heads: Mapping[int, Head],
    rows: Sequence[Mapping[int, Figure]],
) -> tuple[Reckoned | None, int]:
    """What a column of changes shows, and the column of what changed; -1 where none tells."""
    for pair in permutations(levels, 2):
        votes: Counter[Reckoned] = Counter(
            form
            for row in rows
            if {column, *pair} <= row.keys()
            for form in _forms(row[pair[1]], row[pair[0]], row[column])
        )
        asked = sum({column, *pair} <= row.keys() for row in rows)
        if asked < _FEW and _thing(heads[pair[0]]) != _thing(heads[pair[1]]):
            continue
        if asked > 1 and (agreed := max(votes.values(), default=0)) * 4 >= asked * 3:
            most = [form for form, count in votes.items() if count == agreed]
            if len(most) == 1:
                return most[0], pair[1]
    return None, -1


def _thing(head: Head) -> str:
    """What a head measures, in this term or the one before."""
    return TERM.sub("", str(head.measure))


def _forms(now: Figure, then: Figure, change: Figure) -> list[Reckoned]:
    """What a change may be of two numbers as they are rounded."""
    found: list[Reckoned] = []
    slack = (half(now) + half(then) + half(change)) * _ROOM
    slack = slack if abs(change.low) > slack * _LARGE else Decimal(0)  # 26 - 18 is not 7
    if change.unit is None and abs(now.low - then.low - change.low) <= slack:
        found.append("difference")
    if then.low and (change.unit is None or change.unit.kind == "ratio"):
        rate = (now.low / then.low - 1) * 100
        blur = 100 * (half(now) + abs(now.low / then.low) * half(then)) / abs(then.low)
        if abs(rate - change.low) <= (blur + half(change)) * _ROOM:
            found.append("rate")
    return found


def half(figure: Figure) -> Decimal:
    """Give half of the last place of a number as it is written."""
    exponent = figure.low.as_tuple().exponent
    return _HALF.scaleb(exponent) if isinstance(exponent, int) else _HALF
