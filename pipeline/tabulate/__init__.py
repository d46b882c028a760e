"""tabulate: the figures of tables as indicators, named by the heads of their rows and columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.progress import reach
from pipeline.records import Indicator, Segmented, Table
from pipeline.tabulate.cells import Block
from pipeline.tabulate.drafts import Held
from pipeline.tabulate.reader import Reader

__all__ = ["in_order", "tabulate"]


def tabulate(segmented: Segmented) -> Iterator[tuple[Indicator, ...]]:
    """The indicators of each table of the report, in order, made as they are asked for; their ids
    are their places in the table."""
    tables = segmented.report.tables
    for number, table in enumerate(tables, 1):
        reach("table", number, len(tables))
        yield _of_table(segmented, table)


def _of_table(segmented: Segmented, table: Table) -> tuple[Indicator, ...]:
    reader, held = Reader.of(segmented.report, table), Held()
    found: list[Indicator] = []
    for block in table.blocks:
        columns = Block(reader, block, segmented.passages)
        found.extend(columns.indicators(len(found) + 1, held))
    return tuple(found)


def in_order(
    told: Sequence[Indicator], tabulated: Iterable[Sequence[Indicator]]
) -> Iterator[Indicator]:
    """The indicators of the sentences and those of each table, in order of the text, numbered
    anew."""
    at = number = 0
    for table in tabulated:
        placed: list[tuple[str, Indicator]] = []
        names: dict[str | None, str] = {}
        for one in table:
            start, at = at, _up_to(told, at, _place(one))
            placed += ((f"i{number + n}", before) for n, before in enumerate(told[start:at], 1))
            number += at - start + 1
            names[one.id] = f"i{number}"
            placed.append((names[one.id], one))
        for name, one in placed:
            whole = names.get(one.part_of) if one.cell else one.part_of
            same = (name, whole) == (one.id, one.part_of)
            yield one if same else replace(one, id=name, part_of=whole)
    for behind, one in enumerate(told[at:], number + 1):
        yield replace(one, id=f"i{behind}")


def _up_to(told: Sequence[Indicator], at: int, place: int) -> int:
    """How many of what is told stand no further behind than a passage."""
    while at < len(told) and _place(told[at]) <= place:
        at += 1
    return at


def _place(one: Indicator) -> int:
    return int(one.passage[1:])
