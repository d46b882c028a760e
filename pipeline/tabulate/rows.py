"""The rows of a table: what each is named, and which row it is a part of."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.patterns import heads as p
from pipeline.tables.units import Unit
from pipeline.tabulate.columns import Head, reading
from pipeline.tabulate.times import Period, period
from pipeline.tabulate.words import trimmed, unit_in

_ROOM = Decimal("1.002")  # parts may add up to so much of their whole: rounding
_LONGEST_LIST = 40
_LONG_NAME = 8
_DEEPEST = 20  # lists of parts within each other
_FARTHEST = 1000  # rows from a part to its whole
_WITHIN = 3  # characters of 其中：


@dataclass(frozen=True, slots=True)
class Row:
    """A row as read. ``size`` is its first level in ``unit``, by which a part is told from what follows the parts; ``parent`` the row it is part of."""

    number: int
    name: Phrase
    head: Head
    own: Unit | None  # that its head states
    unit: Unit | None  # else that of its column of units
    when: Period | None
    indent: int
    rank: int  # of its marker: 0 for 一、, 1 for （一）; -1 without
    within: bool
    total: bool
    size: Decimal | None = None
    parent: int | None = None


def row_of(number: int, words: Phrase, indent: int, now: Period | None, unit: Unit | None) -> Row:
    """A row from the words of its head; ``unit`` is that of its column of units."""
    rank, words = _marked(words)
    inside = p.WITHIN.match(words)
    if inside:
        words = words[inside.end() :]
        rank, words = _marked(words) if rank < 0 else (rank, words)
    own, words = unit_in(words)
    when, rest = period(words, now)
    if when is not None and (rest and not p.GENERIC.fullmatch(rest)):
        when = when if when.said == words[: len(when.said)] and p.YEAR.match(words) else None  # 2022年末常住人口; not 年初余额
        words = rest if when else words
    elif when is not None:
        words = NOTHING
    head = _head(words, own or unit, now)
    name = trimmed(head.measure if head.role in ("change", "rank") else words)
    return Row(number, name, head, own, own or unit, when, indent, rank, inside is not None, p.TOTAL.fullmatch(name) is not None)


def _marked(words: Phrase) -> tuple[int, Phrase]:
    marker = p.ROW_MARKER.match(words)
    if marker is None:
        return -1, words
    return p.MARKER_RANKS.index(str(marker.lastgroup)), words[marker.end() :]


def _head(words: Phrase, unit: Unit | None, now: Period | None) -> Head:
    """What a row says of all its numbers: 增速（%） makes them changes. A word for a plan or a share inside a name stays a part of it."""
    found = reading(words, unit, now)
    ratio = unit is not None and unit.kind in ("ratio", "point")
    if found.role == "change" and found.compared and (words.endswith(found.compared) or found.form == "multiple") and (ratio or unit is None):
        return found
    if found.role == "rank":
        return found
    return Head()


def placed(rows: Sequence[Row]) -> list[Row]:
    """The rows with their parents."""
    indents = {row.indent for row in rows}
    marks = any(row.rank >= 0 for row in rows)
    names = Counter(str(row.name) for row in rows)
    groups, margin = _groups(rows), min(indents, default=0)
    by_depth, by_rank, single = _Above(), _Above(), None
    done: list[Row] = []
    for at, row in enumerate(rows):
        parent = groups[at]
        if len(indents) > 1 and row.indent > margin:
            above = by_depth.nearest(_depth(row))
            parent = parent if above is None else above
        elif marks and not row.total and parent is None:
            parent = by_rank.nearest(row.rank if row.rank >= 0 else len(p.MARKER_RANKS))
        elif parent is None and names[str(row.name)] > 1 and not row.total and row.name:
            parent = single
        done.append(replace(row, parent=parent))
        if row.name and not row.total:
            by_depth.add(at, _depth(row))
        if row.rank >= 0:
            by_rank.add(at, row.rank)
        if row.name and not row.within and names[str(row.name)] == 1:
            single = at
    return done


class _Above:
    """Rows above, by how far they stand in: of those that no later row stands less far in than, the others are never asked for again."""

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


def _depth(row: Row) -> int:
    """How far the name of a row stands in: behind 其中： it is that of the names below it."""
    return row.indent + (_WITHIN if row.within else 0)


def _groups(rows: Sequence[Row]) -> list[int | None]:
    """For each row the one that 其中 makes it a part of: as long as unit and size let it be one."""
    parents: list[int | None] = []
    open_groups: list[tuple[int, Decimal]] = []  # whole, sum of its parts so far
    for at, row in enumerate(rows):
        if row.total:
            open_groups.clear()
        if row.within and at:
            _open(rows, parents, open_groups, at)
        else:
            following = _sums(rows, at + 1) if at + 1 < len(rows) and rows[at + 1].within and _holds(row, rows[at + 1]) else None
            while open_groups and not _fits(rows, open_groups[-1], row, following):
                open_groups.pop()
            if open_groups:
                whole, summed = open_groups[-1]
                open_groups[-1] = whole, summed + (row.size or 0)
        parents.append(open_groups[-1][0] if open_groups else None)
    return parents


def _open(rows: Sequence[Row], parents: Sequence[int | None], open_groups: list[tuple[int, Decimal]], at: int) -> None:
    """A new list of parts: of the row above that the list adds up to, else of the nearest that is as large."""
    row, chain = rows[at], [at - 1]
    while len(chain) < _DEEPEST and (above := parents[chain[-1]]) is not None:
        chain.append(above)
    large = [i for i in chain if _holds(rows[i], row) and not (parents[i] is not None and _alike(rows[i].name, row.name))]
    sums = _sums(rows, at)
    whole = next((i for i in large if _adds_up(rows[i], sums)), None)
    if whole is None and large:
        whole = large[-1] if row.size is None and len(large) > 1 and not rows[at - 1].within else large[0]
    if whole is None:
        whole = next((i for i in range(at - 1, max(at - _FARTHEST, -1), -1) if not rows[i].within and _holds(rows[i], row)), at - 1)
    while open_groups and open_groups[-1][0] >= whole:
        open_groups.pop()
    open_groups.append((whole, row.size or Decimal(0)))


def _alike(one: str, other: str) -> bool:
    """Whether two parts are of one kind, so that the second is no part of the first: 国有企业, 集体企业; not 发明专利, 境内发明专利."""
    return one[-2:] == other[-2:] and one not in other and not one.endswith(("以上", "以下", "以内"))


def _holds(whole: Row, part: Row) -> bool:
    """Whether a row may be part of another: of its unit, and no larger."""
    return _same(whole, part) and (part.size is None or whole.size is None or abs(part.size) <= abs(whole.size))


def _sums(rows: Sequence[Row], at: int) -> list[Decimal]:
    """What the list that opens at a row adds up to, after two rows and more."""
    total, sums = rows[at].size or Decimal(0), []
    for row in rows[at + 1 : at + _LONGEST_LIST]:
        if row.within or row.total or row.size is None or not _same(row, rows[at]):
            break
        total += row.size
        sums.append(total)
    return sums


def _adds_up(whole: Row, sums: Sequence[Decimal]) -> bool:
    size = whole.size
    return size is not None and size > 0 and any(abs(total - size) <= size * (_ROOM - 1) for total in sums)


def _fits(rows: Sequence[Row], group: tuple[int, Decimal], row: Row, following: Sequence[Decimal] | None) -> bool:
    """Whether a row goes on with a list of parts. ``following``: what the list that opens behind it adds up to."""
    whole, summed = rows[group[0]], group[1]
    if whole.size is None or row.size is None or not _same(whole, row):
        return False
    if _adds_up(whole, [summed + row.size]):
        return True
    if following is not None and not _adds_up(whole, following):
        return False  # it has parts of its own
    if p.MEASURE.search(row.name) and (row.name[-2:] != whole.name[-2:] or len(row.name) > _LONG_NAME):
        return False
    return summed + row.size <= whole.size * _ROOM


def _same(a: Row, b: Row) -> bool:
    return a.unit is None or b.unit is None or a.unit == b.unit
