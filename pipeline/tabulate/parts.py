"""Which row of a table is a part of which: by 其中, indents, numbering, codes, and what adds up."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.patterns import heads as p
from pipeline.tabulate.of_which import wholes
from pipeline.tabulate.rows import Row

_WITHIN = 3  # characters of 其中：


def placed(rows: Sequence[Row]) -> list[Row]:
    """Give the rows with their parents."""
    groups = _coded(rows) if any(row.code for row in rows) else wholes(rows)
    placing = _Placing(rows)
    return [
        replace(row, parent=placing.take(at, row, parent))
        for at, (row, parent) in enumerate(zip(rows, groups, strict=True))
    ]


class _Placing:
    """What stands above the row that is next, by indent, by marker, and by name."""

    def __init__(self, rows: Sequence[Row]) -> None:
        indents = {row.indent for row in rows}
        self._indented, self._margin = len(indents) > 1, min(indents, default=0)
        self._marked = any(row.rank >= 0 for row in rows)
        self._names = Counter(str(row.name) for row in rows)
        self._by_depth, self._by_rank = _Above(), _Above()
        self._single: int | None = None

    def take(self, at: int, row: Row, parent: int | None) -> int | None:
        """Give the parent of the next row, which has ``parent`` by codes or sums."""
        found = self._parent(row, parent)
        if row.name and not row.total:
            self._by_depth.add(at, _depth(row))
        if row.total:
            self._by_rank = _Above()  # what stands below a total is of none above it
        elif row.rank >= 0:
            self._by_rank.add(at, row.rank)
        if row.name and not row.within and self._names[str(row.name)] == 1:
            self._single = at
        return found

    def _parent(self, row: Row, parent: int | None) -> int | None:
        if self._indented and row.indent > self._margin:
            above = self._by_depth.nearest(_depth(row))
            return parent if above is None else above
        if parent is not None or row.total:
            return parent
        if self._marked:
            return self._by_rank.nearest(row.rank if row.rank >= 0 else len(p.MARKER_RANKS))
        return self._single if row.name and self._names[str(row.name)] > 1 else None


class _Above:
    """Rows above, by how far they stand in.

    Of those that no later row stands less far in than, the others are never asked for again.
    """

    def __init__(self) -> None:
        self._rows: list[tuple[int, int]] = []  # depth and number, both ascending

    def add(self, number: int, depth: int) -> None:
        """One row more."""
        while self._rows and self._rows[-1][0] >= depth:
            self._rows.pop()
        self._rows.append((depth, number))

    def nearest(self, depth: int) -> int | None:
        """The nearest row that stands less far in than ``depth``."""
        at = bisect_left(self._rows, (depth, -1))
        return self._rows[at - 1][1] if at else None


def _coded(rows: Sequence[Row]) -> list[int | None]:
    """For each row the last one whose code begins its own."""
    last: dict[str, int] = {}
    found: list[int | None] = []
    for at, row in enumerate(rows):
        starts = (row.code[:size] for size in range(len(row.code) - 1, 0, -1))
        found.append(next((last[start] for start in starts if start in last), None))
        if row.code:
            last[row.code] = at
    return found


def _depth(row: Row) -> int:
    """How far the name of a row stands in: behind 其中： it is that of the names below it."""
    return row.indent + (_WITHIN if row.within else 0)
