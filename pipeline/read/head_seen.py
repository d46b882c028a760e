"""What a first look at the heads of a table without lines tells, for a second to put them right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.read.head_shares import Head
from pipeline.read.table_columns import Columns

_EDGE = 0.3  # sizes


class Seen(NamedTuple):
    """What a first look at the heads of a table tells.

    ``top`` and ``bottom`` are the heights of their highest and lowest line, ``middle``: a head that
    is one for all levels stands half-way down; ``moved``: the column of a head that stands beside
    the one nearest to it, by its left edge.
    """

    top: float
    bottom: float
    middle: bool
    moved: dict[float, int]


def seen_of(stacks: Sequence[Sequence[Head]], columns: Columns) -> Seen:
    """Give what the heads of each column, the lowest first, tell."""
    heads = [head for stack in stacks for head in stack]
    top, bottom = max(head.top for head in heads), min(head.lowest for head in heads)
    room = _EDGE * columns.size
    alone = [stack[0] for stack in stacks if len(stack) == 1]
    high = any(head.top > top - room and head.lowest > bottom + room for head in alone)
    return Seen(top, bottom, not (high or columns.high), dict(_beside(stacks, columns)))


def _beside(stacks: Sequence[Sequence[Head]], columns: Columns) -> Iterator[tuple[float, int]]:
    """The lowest heads that stand beside their column, towards one without a head."""
    for column, stack in enumerate(stacks):
        for near in (column - 1, column + 1) if not stack else ():
            if not 0 <= near < len(stacks) or not stacks[near]:
                continue
            head = stacks[near][0]
            left, right = columns.cores[near]
            towards = head.low.left > right if near < column else head.low.right < left
            if head.first == head.last and towards:
                yield head.low.left, column
