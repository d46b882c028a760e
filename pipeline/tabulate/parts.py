"""Which row of a table is a part of which: by 其中, indents, numbering, codes, and what adds up."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.patterns import heads as p
from pipeline.tabulate.of_which import holds, wholes
from pipeline.tabulate.rows import Row


def placed(rows: Sequence[Row]) -> list[Row]:
    """Give the rows with their parents."""
    indents = {row.indent for row in rows}
    marks = any(row.rank >= 0 for row in rows)
    names = Counter(str(row.name) for row in rows)
    coded = any(row.code for row in rows)
    groups = _coded(rows) if coded else wholes(rows)
    by_depth, by_rank, single = _Above(), _Above(), None
    margin = min(indents, default=0)
    done: list[Row] = []
    for at, row in enumerate(rows):
        parent = groups[at]
        if parent is not None and not coded and not row.within and not _may_hold(rows[parent], row):
            parent = None
        above = by_depth.nearest(_depth(row)) if row.indent > margin and not coded else None
        if above is not None and _may_hold(rows[above], row):
            parent = above
        elif parent is None and not row.total and not row.code:
            if marks:
                parent = by_rank.nearest(row.rank if row.rank >= 0 else len(p.MARKER_RANKS))
                if parent is not None and not _is_outline(rows[parent], row):
                    parent = None
                    by_rank = _Above() if row.rank < 0 else by_rank
            elif row.name and names[str(row.name)] > 1:
                parent = single
        done.append(replace(row, parent=parent))
        if row.lead and not row.within:  # 加：其他收益, and what stands below it, is of none above
            by_depth, by_rank = _Above(), _Above()
        if row.name and not row.total:
            by_depth.add(at, _depth(row))
        if row.total or (row.lead and not row.within):
            by_rank = _Above()  # what stands below a total is of none above it
        elif row.rank >= 0 or (marks and row.name and by_rank.is_empty):
            by_rank.add(at, row.rank)
        if row.name and not row.within and names[str(row.name)] == 1:
            single = at
    return done


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
