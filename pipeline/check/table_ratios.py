"""Shares and completions of a table beside the levels of their row."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.check.interval import apply, as_fine, reading
from pipeline.check.levels import RATIOS, comparable, value
from pipeline.check.verdict import Stated, verdict
from pipeline.check.wording import number
from pipeline.patterns.arithmetic import COMPLETED_CELL, SHARE_CELL, TOTAL_CELL
from pipeline.records import Check, Indicator, Quantity

_SEVERAL = 2  # levels of one name, of which none can be meant


class _Rows:
    """The levels of rows that are no ratios, by what is asked of them."""

    def __init__(self, levels: Sequence[Indicator]) -> None:
        self._times: dict[tuple[object, ...], list[Indicator]] = defaultdict(list)
        self._names: dict[tuple[object, ...], list[Indicator]] = defaultdict(list)
        for one in levels:
            if value(one).unit not in RATIOS:
                self._times[_row_and_time(one)].append(one)
                same = self._names[*_row_and_time(one), one.modality, one.name]
                if len(same) < _SEVERAL:
                    same.append(one)
        for row in self._times.values():
            row.sort(key=_column)

    def before(self, share: Indicator) -> Indicator | None:
        """The level to the left of a share, of its time."""
        row = self._times.get(_row_and_time(share), [])
        at = bisect_left(row, _column(share), key=_column)
        return row[at - 1] if at else None

    def opening(self, ratio: Indicator, modality: str) -> list[Indicator]:
        """The levels whose names the name of a ratio opens with; of more of one name some."""
        key = (*_row_and_time(ratio), modality)
        ends = range(len(ratio.name) + 1)
        return [one for end in ends for one in self._names.get((*key, ratio.name[:end]), ())]


def _row_and_time(one: Indicator) -> tuple[object, ...]:
    assert one.cell is not None
    return one.cell.table, one.cell.row, one.period


def _column(one: Indicator) -> int:
    assert one.cell is not None
    return one.cell.column


def ratios(text: str, levels: Sequence[Indicator]) -> Iterator[Check]:
    """Shares beside their levels, in a table whose whole stands at 100 %.

    Completions beside what was due and done.
    """
    rows = _Rows(levels)
    below = _alone_below(rows, levels)
    wholes: dict[tuple[str, int, str], Indicator] = {}
    for one in levels:
        if value(one).unit != "%":
            continue
        if SHARE_CELL.search(one.name):
            yield from _share(text, rows, wholes, below, one)
        elif COMPLETED_CELL.search(one.name):
            yield from _completion(text, rows, one)


def _alone_below(
    rows: _Rows, levels: Sequence[Indicator]
) -> dict[tuple[str, int, str], Indicator]:
    """The total at 100 % below the others of its column, where it alone stands there."""
    found: dict[tuple[str, int, str], list[Indicator]] = defaultdict(list)
    for one in levels:
        if value(one).unit == "%" and value(one).low == 100 and SHARE_CELL.search(one.name):
            level = rows.before(one)
            if level is not None and one.cell is not None and TOTAL_CELL.search(level.name):
                found[one.cell.table, one.cell.column, value(level).unit].append(level)
    return {of: wholes[0] for of, wholes in found.items() if len(wholes) == 1}


def _share(
    text: str,
    rows: _Rows,
    wholes: dict[tuple[str, int, str], Indicator],
    below: dict[tuple[str, int, str], Indicator],
    one: Indicator,
) -> Iterator[Check]:
    assert one.cell is not None
    level = rows.before(one)
    if level is None:
        return
    of = (one.cell.table, one.cell.column, value(level).unit)
    if value(one).low == 100:
        wholes.setdefault(of, level)
    elif (whole := wholes.get(of) or below.get(of)) is not None and comparable(whole, level):
        yield from _quotient("share", text, one, level, whole)


def _completion(text: str, rows: _Rows, one: Indicator) -> Iterator[Check]:
    due, done = rows.opening(one, "target"), rows.opening(one, "actual")
    if len(due) == len(done) == 1 and value(due[0]).unit == value(done[0]).unit:
        yield from _quotient("completion", text, one, done[0], due[0])


def _quotient(
    kind: str, text: str, ratio: Indicator, part: Indicator, whole: Indicator
) -> Iterator[Check]:
    beside = as_fine(reading(text, value(part)), reading(text, value(whole)))
    computed = apply(lambda a, b: a / b * 100, *beside)
    read = f"表中{named(part)}与{named(whole)}之比"
    yield from verdict(
        kind,
        [ratio, part, whole],
        read,
        stated=stated(text, value(ratio)),
        computed=computed,
        unit="%",
    )


def stated(text: str, quantity: Quantity) -> Stated:
    """A number of a table that is checked."""
    return Stated(reading(text, quantity), amount(quantity), quantity.span)


def named(one: Indicator) -> str:
    """A level with its name, as a finding says it."""
    return f"{one.name}{amount(value(one))}"


def amount(quantity: Quantity) -> str:
    """A number of a table with its unit."""
    return f"{number(quantity.low)}{quantity.unit}"
