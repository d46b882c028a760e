"""The heads of a level shared out among those that stand over several of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple

from pipeline.read.table_columns import Columns

_LEFT_OUT = 0.5  # sizes that a piece would rather stand off its place than leave out a head
_OVER_TWO = 0.4  # sizes that a piece costs over heads of which the first comes again
_UNPLACED = 1000.0
_EDGE = 0.3  # sizes
_NEXT = 1.1  # sizes down to the heads of the next level at least
_MOST_OVER = 40  # heads a piece stands over

Place = tuple[int, int] | None
Ends = Sequence[tuple[float, float]]  # where what stands in each column begins and ends
Align = Literal["middle", "left", "right"]  # where heads stand over their columns
_Way = tuple[float, tuple[Place, ...]]  # what it costs, and the columns of each piece


class Piece(NamedTuple):
    """A stretch of a line of heads: what it says, where it begins and ends, and its height."""

    text: str
    left: float
    right: float
    y: float
    low: float = 0.0  # how far down it goes on below its first line


@dataclass(slots=True)
class Head:
    """A head as it grows upwards line by line: its columns, its lowest line, the height of its
    highest, and where it begins and ends."""

    text: str
    first: int
    last: int
    low: Piece
    top: float
    left: float
    right: float

    @property
    def lowest(self) -> float:
        """The height of its lowest line."""
        return self.low.y - self.low.low


def is_broken(piece: Piece, below: Piece, columns: Columns) -> bool:
    """Whether two pieces are lines of one cell: near, and in the middle of each other or at one
    edge."""
    left, right = piece.left - below.left, piece.right - below.right
    return (
        0 < piece.y - below.y < columns.tight
        and piece.left < below.right
        and below.left < piece.right
        and min(abs(left), abs(right), abs(left + right) / 2) < _EDGE * columns.size
    )


def with_rest(piece: Piece, below: Piece) -> Piece:
    """Give a piece with the rest of its words."""
    return Piece(
        piece.text + below.text,
        min(piece.left, below.left),
        max(piece.right, below.right),
        piece.y,
        piece.y - below.y + below.low,
    )


def off(piece: Piece, ends: Ends, first: int, last: int, align: Align = "middle") -> float:
    """How far a piece stands from its place over some columns: from their middle or an edge.

    What stands over the names of the rows may begin where they do.
    """
    left, right = piece.left - ends[first][0], piece.right - ends[last][1]
    away = {"middle": abs(left + right) / 2, "left": abs(left), "right": abs(right)}[align]
    return min(abs(left), away) if first == 0 else away


def shared(
    pieces: Sequence[Piece], heads: Sequence[Head], ends: Ends, size: float, align: Align
) -> tuple[float, list[Place]]:
    """The columns of each piece, from the first of its heads to the last: each in its place over
    its own, as few as can be left out. First comes by how much they stand off and what is left out.
    """
    left_out, again = _LEFT_OUT * size, _again(heads)
    best: list[list[_Way]] = []  # by heads and pieces so far
    for at in range(len(heads) + 1):
        best.append([(left_out * at, ())])
        for number, piece in enumerate(pieces, 1):
            cost, before = best[at][number - 1]
            ways: list[_Way] = [(cost + _UNPLACED * size, (*before, None))]
            if at:
                cost, before = best[at - 1][number]
                ways.append((cost + left_out, before))
            for start, first, last in _under(piece, heads, at, ends, size):
                cost, before = best[start][number - 1]
                cost += off(piece, ends, first, last, align)
                cost += _OVER_TWO * size * (again[at] > again[start + 1])
                ways.append((cost, (*before, (first, last))))
            best[at].append(min(ways, key=lambda way: way[0]))
    cost, places = best[-1][-1]
    return cost, list(places)


def _under(
    piece: Piece, heads: Sequence[Head], end: int, ends: Ends, size: float
) -> Iterator[tuple[int, int, int]]:
    """The runs of heads before ``end`` that a piece may stand over, all below it: the first
    of them, and their columns."""
    for start in range(end - 1, max(-1, end - 1 - _MOST_OVER), -1):
        several = start < end - 1
        if heads[start].top > piece.y - _NEXT * size or (
            several and heads[start].last + 1 != heads[start + 1].first
        ):
            return
        first, last = heads[start].first, heads[end - 1].last
        if several or (ends[first][0] - size < piece.left and piece.right < ends[last][1] + size):
            yield start, first, last


def _again(heads: Sequence[Head]) -> list[int]:
    """How often the first head has come among so many: 项目 金额 项目 金额."""
    return list(accumulate((head.text == heads[0].text for head in heads), initial=0))
