"""Shares in a table of which several columns say no more: each is of the level to its left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.patterns import heads as p
from pipeline.tabulate.head import Head


def of_levels(heads: dict[int, Head]) -> dict[int, Head]:
    """The heads, of several shares each with the measure and the time of its level: 起数 | 占比 |
    直接财产损失 | 占比."""
    bare = dict(_bare(heads))
    if len(bare) < 2 or len({id(level) for level in bare.values()}) < 2:
        return heads
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


def _share_of(head: Head, level: Head) -> Head:
    """A share with what its level measures, and when."""
    named = level.measure and not p.GENERIC.fullmatch(level.measure)
    measure = level.measure + head.measure if named else head.measure
    return replace(head, measure=measure, when=head.when or level.when)
