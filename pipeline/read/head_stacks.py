"""Heads over columns, one above the other: a head broken over lines, and a head over
the heads of several columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.patterns.tables import TABLE_TITLE
from pipeline.read.head_seen import Seen, seen_of
from pipeline.read.head_shares import Align, Head, Piece, off, shared
from pipeline.read.ruled import CellText
from pipeline.read.table_columns import Columns

_CENTRED = 0.8  # sizes from the middle of its columns a head stands at most
_COVERED = 0.5  # of a column, a head that is of it covers
_LEVEL = 0.1  # sizes
_EDGE = 0.3  # sizes


class Stacks:
    """The heads of each column, the lowest first; one over several columns
    stands in each of their stacks.

    ``cost`` is by how much those over others stand off their places, where heads are aligned as
    ``align`` says.
    """

    def __init__(self, columns: Columns, align: Align = "middle", seen: Seen | None = None) -> None:
        self._columns, self._size = columns, columns.size
        self._align, self._seen = align, seen
        self.cost = 0.0
        # where what stands in a column, with its heads, begins and ends
        self._ends = list(columns.cores)
        self._stacks: list[list[Head]] = [[] for _ in columns.cores]

    def is_under(self, pieces: Sequence[Piece]) -> bool:
        """Whether characters set apart, 收　入, stand over columns that all have heads, and so are one
        head of theirs; 类 款 项 are heads themselves."""
        own = [self._nearest(piece) for piece in pieces]
        centred = all(
            self._off(piece, n, n) < _CENTRED * self._size
            for piece, n in zip(pieces, own, strict=True)
        )
        return all(self._stacks[n] for n in own) and not (centred and len(set(own)) == len(own))

    def are_round_a_column(self, one: Piece, other: Piece) -> bool:
        """Whether the middle of a column, and not a column for each, is between two characters."""
        both = Piece("", one.left, other.right, one.y)
        if sum(a < both.right and both.left < b for a, b in self._columns.cores) != 1:
            return False
        return self._off(both, *(self._nearest(both),) * 2) < min(
            self._off(piece, *(self._nearest(piece),) * 2) for piece in (one, other)
        )

    @property
    def filled(self) -> bool:
        """Whether any column has a head."""
        return any(self._stacks)

    def seen(self) -> Seen:
        """Give what the heads put here so far tell of all of them."""
        return seen_of(self._stacks, self._columns)

    def takes(self, piece: Piece) -> bool:
        """Whether a piece that stands alone on a line is a head: of one column, or in its
        place over some that have heads."""
        ((first, last),), _ = self._over([piece])
        strips, cores, size = self._columns.strips, self._columns.cores, self._size
        if first == last:
            below = self._stacks[first][-1:]
            if all(self._stacks) and not self._is_broken(below[0], piece):
                return False  # the end of a title
            left = strips[first - 1][0] if first else cores[0][0] - size
            right = strips[last][1] if last < len(strips) else cores[-1][1] + 3 * size
            return left - size < piece.left and piece.right < right + size
        over = all(self._stacks[column] for column in range(first, last + 1))
        room = _CENTRED if self._align == "middle" else _EDGE
        return (
            first > 0
            and over
            and not TABLE_TITLE.fullmatch(piece.text)
            and off(piece, self._ends, first, last, self._align) < room * size
        )

    def add(self, pieces: Sequence[Piece]) -> None:
        """Put a line on top of those below it."""
        places, cost = self._over(pieces)
        self.cost += cost
        for piece, (first, last) in zip(pieces, places, strict=True):
            self._put(piece, first, last)

    def _put(self, piece: Piece, first: int, last: int) -> None:
        below = self._stacks[first][-1] if self._stacks[first] else None
        if (
            below is not None
            and (below.first, below.last) == (first, last)
            and self._is_broken(below, piece)
        ):
            level = abs(piece.y - below.top) < _LEVEL * self._size
            below.text = below.text + piece.text if level else piece.text + below.text
            below.top = max(below.top, piece.y)
            below.left, below.right = min(below.left, piece.left), max(below.right, piece.right)
        else:
            head = Head(piece.text, first, last, piece, piece.y, piece.left, piece.right)
            for column in range(first, last + 1):
                self._stacks[column].append(head)
        if first == last:
            left, right = self._ends[first]
            self._ends[first] = min(left, piece.left), max(right, piece.right)

    def _is_broken(self, below: Head, piece: Piece) -> bool:
        """Whether a piece is so near the head below it that both are of one cell."""
        return piece.y - piece.low - below.top < self._columns.tight

    def _over(self, pieces: Sequence[Piece]) -> tuple[list[tuple[int, int]], float]:
        """The first and last column that each piece of a line stands over, and what that costs."""
        found = {n: place for n, piece in enumerate(pieces) if (place := self._alone(piece))}
        taken = {column for first, last in found.values() for column in range(first, last + 1)}
        upper = [n for n in range(len(pieces)) if n not in found]
        if not upper:
            return [found[n] for n in range(len(pieces))], 0.0
        level = self._level(taken)
        cost, spans = shared([pieces[n] for n in upper], level, self._ends, self._size, self._align)
        for n, span in zip(upper, spans, strict=True):
            found[n] = span or (self._nearest(pieces[n]),) * 2
        return [found[n] for n in range(len(pieces))], cost

    def _alone(self, piece: Piece) -> tuple[int, int] | None:
        """The columns of a piece that is the first line over them, or goes on with the head below;
        None where it stands a level higher."""
        covered = [
            n
            for n, (a, b) in enumerate(self._columns.cores)
            if min(piece.right, b) - max(piece.left, a) > _COVERED * max(b - a, 1.0)
        ]
        room = _EDGE * self._size
        inside = [
            n
            for n, (a, b) in enumerate(self._columns.cores)
            if a - room < piece.left and piece.right < b + room
        ]
        may_be = inside or covered
        own = may_be[0] if len(may_be) == 1 else self._nearest(piece)
        own = self._seen.moved.get(piece.left, own) if self._seen else own
        if not self._stacks[own]:
            return (covered[0], covered[-1]) if len(covered) > 1 else (own, own)
        below = self._stacks[own][-1]
        if not self._is_broken(below, piece):
            return None
        return (below.first, below.last) if self._is_aligned(piece, below) else None

    def _is_aligned(self, piece: Piece, below: Head) -> bool:
        """Whether a piece stands in the middle of a head, or begins or ends where it does."""
        left, right = piece.left - below.left, piece.right - below.right
        return (
            abs(left + right) / 2 < _CENTRED * self._size
            or min(abs(left), abs(right)) < _EDGE * self._size
        )

    def _level(self, taken: set[int]) -> list[Head]:
        """The heads, from left to right, that another may stand over."""
        found: list[Head] = []
        for stack in self._stacks:
            if (
                stack
                and stack[-1] not in found[-1:]
                and taken.isdisjoint(range(stack[-1].first, stack[-1].last + 1))
                and not self._is_whole(stack)
            ):
                found.append(stack[-1])
        return found

    def _is_whole(self, stack: Sequence[Head]) -> bool:
        """Whether a head is one for all levels: it stands half-way down all heads."""
        if self._seen is None or not self._seen.middle or len(stack) > 1:
            return False
        middle = (self._seen.top + self._seen.bottom) / 2
        return abs((stack[0].top + stack[0].lowest) / 2 - middle) < _EDGE * self._size

    def _nearest(self, piece: Piece) -> int:
        return min(range(len(self._ends)), key=lambda n: self._off(piece, n, n))

    def _off(self, piece: Piece, first: int, last: int) -> float:
        """How far from the middle of some columns a piece stands."""
        return abs(piece.left + piece.right - self._ends[first][0] - self._ends[last][1]) / 2

    def rows(self) -> list[list[CellText]]:
        """The heads as rows from the top, each column's lowest down to the last of them."""
        deep = max(map(len, self._stacks))
        return [list(self._row(number, deep)) for number in range(deep)]

    def _row(self, number: int, deep: int) -> Iterator[CellText]:
        for column, stack in enumerate(self._stacks):
            if number >= len(stack):
                continue
            head = stack[len(stack) - 1 - number]
            if head.first == column:
                height = deep - number if number == len(stack) - 1 else 1
                yield CellText(head.text, column, head.last - head.first + 1, height)
