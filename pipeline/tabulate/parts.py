"""Which row of a table is a part of which: by 其中, indents, numbering, codes, and what adds up."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.patterns.row_markers import MARKER_RANKS
from pipeline.tabulate.of_which import holds, wholes
from pipeline.tabulate.rows import Row


def placed(rows: Sequence[Row]) -> list[Row]:
    """Give the rows with their parents."""
    groups = _coded(rows)
    coded = any(parent is not None for parent in groups)
    groups = groups if coded else wholes(rows)
    placing = _Placing(rows, coded=coded)
    return [
        replace(row, parent=placing.take(at, row, parent))
        for at, (row, parent) in enumerate(zip(rows, groups, strict=True))
    ]


class _Placing:
    """What stands above the row that is next, by indent, by marker, and by name."""

    def __init__(self, rows: Sequence[Row], *, coded: bool) -> None:
        self._rows, self._coded = rows, coded
        self._margin = min((row.indent for row in rows), default=0)
        self._marked = any(row.rank >= 0 for row in rows)
        self._names = Counter(str(row.name) for row in rows)
        self._by_depth, self._by_rank = _Above(), _Above()
        self._single: int | None = None

    def take(self, at: int, row: Row, parent: int | None) -> int | None:
        """Give the parent of the next row, which has ``parent`` by codes or sums."""
        found = self._parent(row, parent)
        led = _is_led(row)
        if led:  # 加：其他收益, and what stands below it, is of none above
            self._by_depth = _Above()
        if row.name and not row.total:
            self._by_depth.add(at, _depth(row))
        if led or row.total:
            self._by_rank = _Above()  # what stands below a total is of none above it
        elif row.rank >= 0 or self._heads_outline(row):
            self._by_rank.add(at, row.rank)
        if row.name and not row.within and self._names[str(row.name)] == 1:
            self._single = at
        return found

    def _heads_outline(self, row: Row) -> bool:
        """Whether a row without a number stands over a numbered list."""
        return self._marked and bool(row.name) and self._by_rank.is_empty

    def _parent(self, row: Row, parent: int | None) -> int | None:
        if not self._coded:
            above = self._by_depth.nearest(_depth(row)) if row.indent > self._margin else None
            if above is not None and _may_hold(self._rows[above], row):
                return above
            parent = self._by_sums(row, parent)
        if parent is not None or row.total or row.code:
            return parent
        if self._marked:
            return self._outline(row)
        return self._single if row.name and self._names[str(row.name)] > 1 else None

    def _by_sums(self, row: Row, parent: int | None) -> int | None:
        if parent is None or row.within or _may_hold(self._rows[parent], row):
            return parent
        return None

    def _outline(self, row: Row) -> int | None:
        """The row above that the numbering makes this one a part of."""
        parent = self._by_rank.nearest(row.rank if row.rank >= 0 else len(MARKER_RANKS))
        if parent is None or _is_outline(self._rows[parent], row):
            return parent
        if row.rank < 0:
            self._by_rank = _Above()
        return None


def _is_led(row: Row) -> bool:
    """Whether a row opens with 加：, 减：."""
    return row.lead > 0 and not row.within


def _may_hold(whole: Row, part: Row) -> bool:
    """Whether the numbering of two rows lets one be part of the other: 六、 is no part of 五、."""
    return part.rank < 0 or whole.rank < part.rank


def _is_outline(whole: Row, part: Row) -> bool:
    """Whether a row in or above a numbered list may hold the other: what has no number may be no
    larger than its whole, and holds （一） and 1. below it, but not 一、."""
    if part.rank < 0:
        return holds(whole, part)
    return whole.rank >= 0 or (part.rank > 0 and holds(whole, part))


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

    @property
    def is_empty(self) -> bool:
        """Whether no row stands above."""
        return not self._rows

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
    return row.indent + row.lead
