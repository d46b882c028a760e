"""Shares and completions of a table beside the levels of their row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.check.interval import apply, reading
from pipeline.check.levels import RATIOS, comparable, value
from pipeline.check.verdict import Stated, verdict
from pipeline.check.wording import number
from pipeline.patterns.arithmetic import COMPLETED_CELL, SHARE_CELL
from pipeline.records import Check, Indicator, Quantity


def ratios(text: str, levels: Sequence[Indicator]) -> Iterator[Check]:
    """Shares beside their levels, in a table whose whole stands at 100 %.

    Completions beside what was due and done.
    """
    beside: dict[tuple[str, int], list[Indicator]] = defaultdict(list)
    for one in levels:
        assert one.cell is not None
        beside[one.cell.table, one.cell.row].append(one)
    wholes: dict[tuple[str, int, str], Indicator] = {}
    for one in levels:
        if value(one).unit != "%":
            continue
        if SHARE_CELL.search(one.name):
            yield from _share(text, beside, wholes, one)
        elif COMPLETED_CELL.search(one.name):
            yield from _completion(text, beside, one)


def _share(
    text: str,
    beside: Mapping[tuple[str, int], Sequence[Indicator]],
    wholes: dict[tuple[str, int, str], Indicator],
    one: Indicator,
) -> Iterator[Check]:
    assert one.cell is not None
    level = _level_before(beside, one)
    if level is None:
        return
    of = (one.cell.table, one.cell.column, value(level).unit)
    if value(one).low == 100:
        wholes.setdefault(of, level)
    elif (whole := wholes.get(of)) is not None and comparable(whole, level):
        yield from _quotient("share", text, one, level, whole)


def _completion(
    text: str, beside: Mapping[tuple[str, int], Sequence[Indicator]], one: Indicator
) -> Iterator[Check]:
    assert one.cell is not None
    row = [
        other
        for other in beside[one.cell.table, one.cell.row]
        if one.name.startswith(other.name)
        and value(other).unit not in RATIOS
        and other.period == one.period
    ]
    due = [other for other in row if other.modality == "target"]
    done = [other for other in row if other.modality == "actual"]
    if len(due) == len(done) == 1 and value(due[0]).unit == value(done[0]).unit:
        yield from _quotient("completion", text, one, done[0], due[0])


def _quotient(
    kind: str, text: str, ratio: Indicator, part: Indicator, whole: Indicator
) -> Iterator[Check]:
    computed = apply(
        lambda a, b: a / b * 100, reading(text, value(part)), reading(text, value(whole))
    )
    read = f"表中{named(part)}与{named(whole)}之比"
    yield from verdict(
        kind,
        [ratio, part, whole],
        read,
        stated=stated(text, value(ratio)),
        computed=computed,
        unit="%",
    )


def _level_before(
    beside: Mapping[tuple[str, int], Sequence[Indicator]], share: Indicator
) -> Indicator | None:
    assert share.cell is not None
    row = [
        one
        for one in beside[share.cell.table, share.cell.row]
        if one.cell
        and one.cell.column < share.cell.column
        and value(one).unit not in RATIOS
        and one.period == share.period
    ]
    return row[-1] if row else None


def stated(text: str, quantity: Quantity) -> Stated:
    """A number of a table that is checked."""
    return Stated(reading(text, quantity), amount(quantity), quantity.span)


def named(one: Indicator) -> str:
    """A level with its name, as a finding says it."""
    return f"{one.name}{amount(value(one))}"


def amount(quantity: Quantity) -> str:
    """A number of a table with its unit."""
    return f"{number(quantity.low)}{quantity.unit}"
