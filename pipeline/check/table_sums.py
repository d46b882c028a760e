"""Parts and totals of a table: by what is part of what, by the names of both, and by areas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from pipeline.check.identities import SUMS, sector_of
from pipeline.check.interval import Interval, Reading, added_up, reading
from pipeline.check.levels import RATIOS, area, comparable, value
from pipeline.check.table_ratios import named, stated
from pipeline.check.verdict import verdict
from pipeline.patterns.arithmetic import AVERAGE, TOTAL_CELL
from pipeline.records import Check, Indicator

_NEAR = Decimal("0.05")  # a total is held to be of the rows above it where it is off by so little
_SWAPPED = 81  # nine times how far two digits are apart
_FAR = Decimal("0.3")  # by which a slip of one digit may put it off
_Rows = tuple[int, frozenset[int]]  # of a whole and of its parts
_Sum = tuple[Indicator, list[Indicator]]


def sums(text: str, levels: Sequence[Indicator]) -> Iterator[Check]:
    """No part above its whole.

    Parts that add up to it are said to, and so are the rows of a total that nearly do, or would but
    for a slip of the pen; those that add up in one column may slip in another.
    """
    by_part = list(_by_part(levels))
    for whole, parts in by_part:
        yield from _no_larger(text, whole, parts)
    every = [one for one in (*by_part, *_by_area(levels)) if len(one[1]) > 1]
    sure = {_rows(*one) for one in every if _adds_up(text, *one)}
    for whole, parts in every:
        if _is_meant(text, whole, parts, sure=_rows(whole, parts) in sure):
            yield from _held(text, whole, parts, f"{len(parts)}行")
    for whole, parts in _by_name(levels):
        yield from _held(text, whole, parts, "、".join(map(named, parts)))


def _is_meant(text: str, whole: Indicator, parts: list[Indicator], *, sure: bool) -> bool:
    """Whether rows are meant to make their whole: they do, nearly do below a total, or slip where
    it is one or the same rows make it in another column (``sure``)."""
    if _adds_up(text, whole, parts):
        return True
    called = TOTAL_CELL.search(whole.name) is not None
    slip = (called or sure) and _is_slip(text, whole, parts, swaps=sure)
    return bool(slip) or (called and _is_near(text, whole, parts, _NEAR))


def _by_part(levels: Sequence[Indicator]) -> Iterator[_Sum]:
    """Each whole with the rows that are part of it."""
    by_id = {one.id: one for one in levels}
    found: dict[str, list[Indicator]] = defaultdict(list)
    for one in levels:
        whole = by_id.get(one.part_of or "")
        if whole is not None and comparable(whole, one) and _adds(whole, one):
            found[whole.id].append(one)
    for whole_id, parts in found.items():
        yield by_id[whole_id], parts


def _by_area(levels: Sequence[Indicator]) -> Iterator[_Sum]:
    """The row of a whole area (全县) with those of all others that say the same."""
    for group in _grouped((one for one in levels if one.scope), _thing):
        wholes = [one for one in group if not area(one.scope)]
        parts = [one for one in group if area(one.scope)]
        if len(wholes) == 1 and len(parts) > 1 and _adds(wholes[0], parts[0]):
            yield wholes[0], parts


def _by_name(levels: Sequence[Indicator]) -> Iterator[_Sum]:
    """What the lexicon says is made up of others, where a column or a row of a table has all of
    them once, one of them right behind the whole."""
    codes = {one.id: sector_of(one) or one.code for one in levels}
    if not any(code in SUMS for code in codes.values()):
        return
    for line in chain(_grouped(levels, _column), _grouped(levels, _line)):
        said = [codes[one.id] for one in line]
        for whole, parts in SUMS.items():
            if all(said.count(code) == 1 for code in (whole, *parts)):
                at = said.index(whole)
                if said[at + 1 : at + 2] and said[at + 1] in parts and _adds(line[at], line[at]):
                    yield line[at], [line[said.index(part)] for part in parts]


def _grouped(
    levels: Iterable[Indicator], key_of: Callable[[Indicator], tuple[object, ...]]
) -> Iterable[list[Indicator]]:
    found: dict[tuple[object, ...], list[Indicator]] = defaultdict(list)
    for one in levels:
        found[key_of(one)].append(one)
    return found.values()


def _column(one: Indicator) -> tuple[object, ...]:
    """The column of a level, and what its number is of beside what it measures."""
    assert one.cell is not None
    return one.cell.column, one.period, one.modality, one.scope, value(one).unit


def _line(one: Indicator) -> tuple[object, ...]:
    """The row of a level, and of when and where its number is."""
    assert one.cell is not None
    return one.cell.row, one.period, one.modality, one.scope, value(one).unit


def _thing(one: Indicator) -> tuple[object, ...]:
    """The column of a level, and what it measures in any area."""
    assert one.cell is not None
    return one.cell.column, one.name, one.topic, one.period, one.modality, value(one).unit


def _rows(whole: Indicator, parts: Iterable[Indicator]) -> _Rows:
    assert whole.cell is not None
    return whole.cell.row, frozenset(one.cell.row for one in parts if one.cell)


def _adds(whole: Indicator, one: Indicator) -> bool:
    """Whether a row can be a summand of another: no rate or average of it."""
    return value(one).unit not in RATIOS and not AVERAGE.search(whole.name + one.name)


def _no_larger(text: str, whole: Indicator, parts: Sequence[Indicator]) -> Iterator[Check]:
    """No part is larger than its whole, unless another is negative."""
    if any(value(part).low < 0 for part in (whole, *parts)):
        return
    total = reading(text, value(whole))
    room = Reading(*(Interval(min(Decimal(0), i.low), i.high) for i in (total.narrow, total.wide)))
    for part in parts:
        yield from verdict(
            "part_of_whole",
            [part, whole],
            f"表中{named(part)}是{named(whole)}的一部分",
            stated=stated(text, value(part)),
            computed=room,
            unit=value(part).unit,
        )


def _total(text: str, parts: Iterable[Indicator]) -> Reading:
    return added_up([reading(text, value(part)) for part in parts])


def _held(text: str, whole: Indicator, parts: Sequence[Indicator], said: str) -> Iterator[Check]:
    return verdict(
        "sum_of_parts",
        [whole, *parts],
        f"表中{said}合计，与{whole.name}相比",
        stated=stated(text, value(whole)),
        computed=_total(text, parts),
        unit=value(whole).unit,
    )


def _adds_up(text: str, whole: Indicator, parts: Sequence[Indicator]) -> bool:
    return _total(text, parts).narrow.meets(reading(text, value(whole)).narrow)


def _is_near(
    text: str, whole: Indicator, parts: Sequence[Indicator], room: Decimal
) -> bool:
    """Whether parts add up to a whole but for a share of it."""
    summed, total = _total(text, parts).narrow.high, reading(text, value(whole)).narrow.high
    return total != 0 and abs(summed - total) <= abs(total) * room


def _is_slip(text: str, whole: Indicator, parts: Sequence[Indicator], *, swaps: bool) -> bool:
    """Whether parts and whole are apart by one digit, 18,735 and 19,735, or by two that changed
    places, 4,515 and 4,155."""
    if not _is_near(text, whole, parts, _FAR):
        return False
    near = reading(text, value(whole)).narrow
    step = near.high - near.low or Decimal(1)
    summed = sum((value(part).low for part in parts), Decimal(0))
    apart = abs(summed - value(whole).low) / step
    if not apart or apart != apart.to_integral_value():
        return False
    digits = str(int(apart)).rstrip("0")
    return len(digits) == 1 or (swaps and int(digits) % 9 == 0 and int(digits) <= _SWAPPED)
