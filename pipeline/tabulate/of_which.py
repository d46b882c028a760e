"""Which row a list of parts belongs to that 其中 opens, and how far the list goes.

Units and sizes tell: parts are of the unit of their whole, and add up to no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.patterns import heads as p
from pipeline.tabulate.rows import Row

_ROOM = Decimal("1.002")  # parts may add up to so much of their whole: rounding
_LONGEST_LIST = 40
_LONG_NAME = 8
_LIKE = 4  # characters that two parts of one list share: 第一产业增加值, 第二产业增加值
_DEEPEST = 20  # lists of parts within each other
_FARTHEST = 1000  # rows from a part to its whole


def wholes(rows: Sequence[Row]) -> list[int | None]:
    """Give for each row the one that 其中 makes it a part of, None where there is none."""
    parents: list[int | None] = []
    open_groups: list[tuple[int, Decimal]] = []  # whole, sum of its parts so far
    for at, row in enumerate(rows):
        if row.total:
            open_groups.clear()
        if row.within and at:
            _open(rows, parents, open_groups, at)
        else:
            _go_on(rows, open_groups, at)
        parents.append(open_groups[-1][0] if open_groups else None)
    return parents


def _go_on(rows: Sequence[Row], open_groups: list[tuple[int, Decimal]], at: int) -> None:
    """Close the lists that a row is no part of, and count it to the one it goes on with."""
    row, after = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    opens = after is not None and after.within and holds(row, after)
    following = _sums(rows, at + 1) if opens else None
    while open_groups and not _fits(rows, open_groups[-1], at, following):
        open_groups.pop()
    if open_groups:
        whole, summed = open_groups[-1]
        open_groups[-1] = whole, summed + (row.size or 0)


def _open(
    rows: Sequence[Row],
    parents: Sequence[int | None],
    open_groups: list[tuple[int, Decimal]],
    at: int,
) -> None:
    """Open a list of parts: of the row above that it adds up to, else of the nearest as large."""
    row, chain = rows[at], [at - 1]
    while len(chain) < _DEEPEST and (above := parents[chain[-1]]) is not None:
        chain.append(above)
    large = [i for i in chain if holds(rows[i], row) and not _is_sibling(rows, parents, i, row)]
    whole = _whole(rows, large, at)
    if whole is None:
        higher = range(at - 1, max(at - _FARTHEST, -1), -1)
        whole = next((i for i in higher if not rows[i].within and holds(rows[i], row)), at - 1)
    while open_groups and open_groups[-1][0] >= whole:
        open_groups.pop()
    open_groups.append((whole, row.size or Decimal(0)))


def _is_sibling(rows: Sequence[Row], parents: Sequence[int | None], at: int, row: Row) -> bool:
    """Whether a row is itself a part, of the kind of another."""
    return parents[at] is not None and _alike(rows[at].name, row.name)


def _whole(rows: Sequence[Row], large: Sequence[int], at: int) -> int | None:
    """Which of the rows above that are large enough a list adds up to, else the one it is of."""
    row, above = rows[at], rows[at - 1]
    if not large:  # 固定资产投资增长率 | 其中：技改投资, in other units
        return at - 1 if above.name[-2:] == row.name[-2:] != "" else None
    sums = _sums(rows, at)
    whole = next((i for i in large if _adds_up(rows[i], sums)), None)
    return large[-1 if row.size is None and not above.within else 0] if whole is None else whole


def _alike(one: str, other: str) -> bool:
    """Whether two parts are of one kind, so that the second is no part of the first.

    国有企业, 集体企业 are; 发明专利, 境内发明专利 are not.
    """
    return (
        one[-2:] == other[-2:] and one not in other and not one.endswith(("以上", "以下", "以内"))
    )


def holds(whole: Row, part: Row) -> bool:
    """Whether a row may be part of another: of its unit, and no larger."""
    return _same(whole, part) and (
        part.size is None or whole.size is None or abs(part.size) <= abs(whole.size)
    )


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
    if size is None or size <= 0:
        return False
    return any(abs(total - size) <= size * (_ROOM - 1) for total in sums)


def _fits(
    rows: Sequence[Row], group: tuple[int, Decimal], at: int, following: Sequence[Decimal] | None
) -> bool:
    """Whether a row goes on with a list of parts.

    ``following``: what the list that opens behind it adds up to.
    """
    whole, summed, row, last = rows[group[0]], group[1], rows[at], rows[at - 1]
    if whole.size is None or row.size is None or not _same(whole, row):
        return False
    if _adds_up(whole, [summed + row.size]):
        return True
    if following is not None and not _adds_up(whole, following):
        return False  # it has parts of its own
    if (
        p.MEASURE.search(row.name)
        and (row.name[-2:] != whole.name[-2:] or len(row.name) > _LONG_NAME)
        and row.name[-_LIKE:] != last.name[-_LIKE:]
    ):
        return False
    return summed + row.size <= whole.size * _ROOM


def _same(a: Row, b: Row) -> bool:
    if a.unit is None or b.unit is None:
        stated = a.unit or b.unit
        return stated is None or stated.kind not in ("ratio", "point")
    return a.unit == b.unit
