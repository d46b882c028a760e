"""The unit of a cell: its own, that of its row, its column, the column beside it, or the note of
the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from pipeline.extract.phrase import Phrase
from pipeline.patterns import counted_things as c
from pipeline.patterns import heads as p
from pipeline.tables.figures import Figure
from pipeline.tables.units import POINT, Unit, unit
from pipeline.tabulate.head import Head
from pipeline.tabulate.rows import Row

_PERCENT, _BARE = Unit("%", Decimal(1), "ratio"), Unit("", Decimal(1), "other")
_OF_RATES = ("ratio", "point", "multiple", "index")
MARKS = Unit("分", Decimal(1), "other")
_TIMES = ("人次", "批次", "件次", "户次", "场次", "班次", "台次", "架次", "艘次", "车次", "轮次")


def level_unit(found: Figure, head: Head, row: Row, notes: Sequence[Unit], *, share: bool) -> Unit:
    """The unit of a level: the cell's own, else that of row, column, column of units,
    or the note above the table."""
    if _is_score(found, head, row):
        return MARKS
    if share:
        return next((u for u in (found.unit, head.unit) if u is not None), _PERCENT)
    aside = head.unit is not None and (head.apart or head.unit.kind in ("ratio", "point"))
    own = None if aside else row.own
    stated = next((u for u in (found.unit, own, head.unit) if u is not None), None)
    if stated is None and row.unit is not None:
        stated = _of_column(head, row.unit, notes)
    return _noted(head, row, notes) if stated is None else stated


def _is_score(found: Figure, head: Head, row: Row) -> bool:
    """Whether a number without a unit is, by its column or its row, of marks given."""
    if found.unit is not None or head.unit is not None:
        return False
    row_scored = row.unit is None and c.SCORE.fullmatch(row.name)
    return bool(row_scored or c.SCORE.fullmatch(head.measure))


def _of_column(head: Head, of_row: Unit, notes: Sequence[Unit]) -> Unit:
    """The unit of a row, where its column does not count or weigh something else: 产品 | 单位 |
    企业个数; 能源 | 单位 | 折标系数."""
    if c.WEIGHT.search(head.measure):
        return _BARE
    if c.MONEY.search(head.measure) and of_row.kind not in ("money", "ratio", "point", "rate"):
        return next((unit for unit in notes if unit.kind == "money"), of_row)
    said = counted(head.measure) if head.measure else None
    if said is None or said.name == of_row.name:
        return of_row
    return of_row if said is _BARE and of_row.kind == "count" else said


def _noted(head: Head, row: Row, notes: Sequence[Unit]) -> Unit:
    """The unit of a level that only the note above the table can tell."""
    ratio = is_ratio(row.name, notes) or is_ratio(head.measure, notes)
    measured = row.name if _is_told_by_row(head, row) else head.measure
    if _is_bare(head, measured, notes):
        return _BARE
    if said := _counted_as(measured, head, notes):
        return said
    if fits := _fitting(notes, ratio=ratio):
        return _of_thing(fits, head, measured, row)
    return _PERCENT if ratio and notes else _BARE


def _is_told_by_row(head: Head, row: Row) -> bool:
    """Whether the row says what is measured, and the column nothing, or only whose sum it is:
    农村居民 | 工资性收入."""
    whose = c.PERSONS.search(head.measure) and not c.COUNT_NAME.search(head.measure)
    return bool(p.GENERIC.fullmatch(head.measure) or (whose and c.MONEY.search(row.name)))


def _counted_as(measured: Phrase, head: Head, notes: Sequence[Unit]) -> Unit | None:
    """The unit that a name counts in: as a note has it, else where that has none but of sums."""
    said = counted(measured)
    if said is None:
        return None
    of_sums = all(u.kind in ("money", "ratio", "point") for u in notes)
    alone = said.name in _TIMES or (of_sums and not _is_of_whom(head, notes))
    return _alike(notes, said) or (said if alone else None)


def _alike(notes: Sequence[Unit], said: Unit) -> Unit | None:
    """The unit of a note that is what a name counts, with its magnitude: 万件 for 件数."""
    return next((unit for unit in notes if unit.name == said.name), None)


def _is_of_whom(head: Head, notes: Sequence[Unit]) -> bool:
    """Whether a column of sums says whose they are: 城镇居民 | 绝对额, below 单位：元、%."""
    return bool(notes) and c.COUNT_NAME.search(head.measure) is None


def _fitting(notes: Sequence[Unit], *, ratio: bool) -> Sequence[Unit]:
    """The units of a note that a ratio, or anything else, may have; what is no ratio may also have
    the only one that there is."""
    fits = [u for u in notes if (u.kind in ("ratio", "point")) == ratio]
    return notes if not fits and len(notes) == 1 and not ratio else fits


def is_ratio(name: str, notes: Sequence[Unit]) -> bool:
    """Tell whether a name is of a ratio; what may be one is where the note has a unit of ratios."""
    if p.RATIO_NAME.search(name):
        return True
    noted = any(unit.kind == "ratio" for unit in notes)
    return noted and c.RATIO_LIKE.search(name) is not None


def counted(measured: Phrase) -> Unit | None:
    """Give the unit that the name of a count says: 参保人数, 户数, 结案件数."""
    if said := c.COUNT.search(measured):
        return unit(said["unit"])
    if c.PERSONS.search(measured):
        return unit("人")
    return _BARE if c.COUNT_ALONE.search(measured) else None


def _is_bare(head: Head, measured: Phrase, notes: Sequence[Unit]) -> bool:
    """Whether a number has no unit, though the note above the table has one: 女=100, 生师比."""
    if c.SO_MANY_TO_ONE.search(measured):
        return True
    index = p.INDEX.search(head.compared) or p.UNITLESS.search(measured)
    return index is not None and not any(u.kind in ("ratio", "point") for u in notes)


def _one_of(names: tuple[str, ...]) -> Callable[[Unit], bool]:
    return lambda unit: unit.name in names


_KINDS: tuple[tuple[Any, Callable[[Unit], bool]], ...] = (
    (c.TIME, lambda unit: unit.kind == "time"),
    (c.TIMES, lambda unit: unit.name.endswith("次")),
    (c.PERSONS, lambda unit: unit.name in ("人", "名")),
    (c.HOUSEHOLDS, lambda unit: unit.name == "户"),
    (c.MONEY, lambda unit: unit.kind == "money"),
    (c.AREA, lambda unit: unit.kind == "area"),
    *((things, _one_of(names)) for names, things in c.COUNTED_IN),
)


def is_of_kind(measured: str, thing: str, unit: Unit) -> bool:
    """Tell whether two names are of things of one kind that are counted in a unit."""
    return any(
        fits(unit) and pattern.search(thing) and pattern.search(measured)
        for pattern, fits in _KINDS
    )


def _of_thing(units: Sequence[Unit], head: Head, measured: Phrase, row: Row) -> Unit:
    """Of the units that a note names (所、人), that of a cell, by its column, what that is a part
    of, those beside it, and its row. What no word tells is a sum, unless it can be counted."""
    found = told(units, measured) or told(units, head.whole) or _listed(units, head, row)
    if found is not None:
        return found
    money = [unit for unit in units if unit.kind == "money"]
    if money and not any(map(c.THINGS.search, (measured, head.whole, row.name, row.whole))):
        return money[0]
    return next((u for u in units if not any(fits(u) for _, fits in _KINDS)), units[0])


def _listed(units: Sequence[Unit], head: Head, row: Row) -> Unit | None:
    """Of the units that a note names that of a column by its place, or of its row: by the words of
    the row first, where the column has none of its own."""
    by_row = told(units, row.name) or told(units, row.whole)
    silent = p.GENERIC.fullmatch(head.measure)
    return by_row or head.noted if silent else head.noted or by_row


def told(units: Sequence[Unit], thing: Phrase) -> Unit | None:
    """Give that of several units in which a thing is counted: persons in 人, sums in 元; also by
    what stands behind it in brackets, 支撑能力（月数）."""
    bracket = p.BEHIND_NAME.search(thing)
    for said in (thing[bracket.start("inside") : -1], thing[: bracket.start()]) if bracket else ():
        if found := _told(units, said):
            return found
    return _told(units, thing)


def _told(units: Sequence[Unit], thing: Phrase) -> Unit | None:
    """The unit, of two and more, that a name ends in, or that things of its kind are counted in."""
    if len(units) < 2 or not thing:
        return None
    if named := next((one for one in units if _is_said(one, thing)), None):
        return named
    for pattern, fits in _KINDS:
        mine = [unit for unit in units if fits(unit)]
        if 0 < len(mine) < len(units) and pattern.search(thing):
            return mine[0]
    return None


def _is_said(unit: Unit, thing: Phrase) -> bool:
    """Whether a name ends in the unit that it is counted in: 可支付月数 in 个月, 处理批次 in 批次."""
    word = unit.name.removeprefix("个")
    said = (f"{word}数", f"{word}总数", *([word] if len(word) > 1 else []))
    return bool(word) and thing.endswith(said)


def change_unit(
    found: Figure, head: Head, row: Row, notes: Sequence[Unit], *, points: bool
) -> Unit:
    """The unit of a change: of a rate that moved it is points, where the head does not say %,
    or a note says ``points``."""
    ratio = row.unit is not None and row.unit.kind == "ratio"
    in_points = ratio and (points or _is_of_other(head))
    stated = found.unit or (POINT if in_points else head.unit)
    if stated is not None:
        return stated
    if _is_amount(head, row, notes):
        return _of_difference(row, notes)
    return POINT if ratio and _is_rate_itself(head, row) else _PERCENT


def _is_amount(head: Head, row: Row, notes: Sequence[Unit]) -> bool:
    """Whether a change that states no unit is an amount."""
    return head.form == "difference" or (not row.unit and _is_of_amounts(head, notes))


def _is_of_other(head: Head) -> bool:
    """Whether the head of a change states a unit that no rate has: 不良贷款率 | 增减（亿元）."""
    return head.unit is not None and head.unit.kind not in _OF_RATES


def _is_rate_itself(head: Head, row: Row) -> bool:
    """Whether a rate of change is of a row that is no change itself."""
    return head.form == "rate" and not _is_of_moves(row)


def _is_of_amounts(head: Head, notes: Sequence[Unit]) -> bool:
    """Whether 增减 stands in a table of which the note names amounts only."""
    shares = any(unit.kind in ("ratio", "point") for unit in notes)
    return bool(notes) and not shares and p.NEUTRAL.search(head.compared) is not None


def _of_difference(row: Row, notes: Sequence[Unit]) -> Unit:
    amounts = [unit for unit in notes if unit.kind not in ("ratio", "point")]
    if row.unit is None and amounts:
        return difference_in(_of_thing(amounts, Head(), row.name, row))
    amount = row.unit or [*notes, _BARE][0]
    return difference_in(amount)


def difference_in(amount: Unit) -> Unit:
    """The unit in which levels of a unit differ."""
    return POINT if amount.kind == "ratio" else amount


def _is_of_moves(row: Row) -> bool:
    return row.head.role == "change" or p.MOVING_ROW.search(row.name) is not None
