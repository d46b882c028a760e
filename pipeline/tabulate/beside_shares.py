"""Shares in a table of which several columns say no more: each is of the level to its left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.patterns import heads as p
from pipeline.patterns.counted_things import BARE_SHARE
from pipeline.tables.figures import Figure
from pipeline.tabulate.head import Head

_FARTHEST = 6  # columns from a share to its level
_MOST_ROWS = 60  # that are asked
_FEWEST_ROWS = 3  # fewer may agree by chance
_ROOM = Decimal("0.11")  # points that rounding may make


def of_levels(heads: dict[int, Head], rows: Sequence[Mapping[int, Figure]]) -> dict[int, Head]:
    """The heads, of several shares each with the measure and the time of its level: 起数 | 占比 |
    直接财产损失 | 占比; one among several levels with that of which its numbers are shares."""
    bare = dict(_bare(heads))
    if len(bare) < 2 or len({id(level) for level in bare.values()}) < 2:
        bare = dict(_by_numbers(heads, rows))
    return {
        column: _share_of(head, bare[column]) if column in bare else head
        for column, head in heads.items()
    }


def _bare(heads: dict[int, Head]) -> Iterator[tuple[int, Head]]:
    """The columns of shares that say no more, with the level before each."""
    level: Head | None = None
    for column, head in heads.items():
        said = head.role == "share" and p.STRUCTURE.fullmatch(head.measure) and not head.against
        if said and level is not None:
            yield column, level
        level = head if head.role == "level" else level


def _by_numbers(
    heads: dict[int, Head], rows: Sequence[Mapping[int, Figure]]
) -> Iterator[tuple[int, Head]]:
    """The columns of shares that name only the whole or nothing, with the one level of which all
    of their numbers are shares."""
    levels = [column for column, head in heads.items() if _may_be_shared(head)]
    if len({str(heads[level].measure) for level in levels}) < 2:
        return
    for column, head in heads.items():
        if head.role != "share" or head.against or not BARE_SHARE.fullmatch(head.measure):
            continue
        near = [level for level in levels if abs(level - column) <= _FARTHEST]
        of = [level for level in near if _are_shares(rows, level, column)]
        if len(of) == 1:
            yield column, heads[of[0]]


def _may_be_shared(head: Head) -> bool:
    ratio = head.unit is not None and head.unit.kind in ("ratio", "point", "index")
    return head.role == "level" and not ratio


def _are_shares(rows: Sequence[Mapping[int, Figure]], level: int, share: int) -> bool:
    """Whether the numbers of two columns are parts of one whole and their shares of it."""
    pairs = [
        (row[level].low, row[share].low)
        for row in rows[:_MOST_ROWS]
        if {level, share} <= row.keys() and row[share].low
    ]
    if len(pairs) < _FEWEST_ROWS:
        return False
    whole = max(pairs, key=lambda pair: abs(pair[1]))
    return all(_is_share(part, share, whole) for part, share in pairs)


def _is_share(part: Decimal, share: Decimal, of: tuple[Decimal, Decimal]) -> bool:
    """Whether a part has its share of the whole that another has one of, as both are rounded."""
    whole, its = of
    return abs(part * its / whole - share) <= _ROOM if whole else False


def _share_of(head: Head, level: Head) -> Head:
    """A share with what its level measures, and when."""
    named = level.measure and not p.GENERIC.fullmatch(level.measure)
    measure = level.measure + head.measure if named else head.measure
    return replace(head, measure=measure, when=head.when or level.when)
