"""tabulate: the figures of tables as indicators, named by the heads of their rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import merge

from pipeline.progress import reach
from pipeline.records import Indicator, Segmented
from pipeline.tabulate.cells import Block
from pipeline.tabulate.drafts import Draft, Held
from pipeline.tabulate.reader import Reader

__all__ = ["in_order", "tabulate"]


def tabulate(segmented: Segmented) -> tuple[Indicator, ...]:
    """The indicators of every table of the report, in order; their ids
    are their places among these."""
    found: list[Indicator] = []
    tables = segmented.report.tables
    for number, table in enumerate(
        tables, 1
    ):  # one after the other: drafts know the place of every character
        reach("table", number, len(tables))
        drafts = list(_drafts(segmented, Reader.of(segmented.report, table)))
        names = {id(draft): f"i{number}" for number, draft in enumerate(drafts, len(found) + 1)}
        held = Held()
        found.extend(
            draft.indicator(names[id(draft)], names.get(id(draft.whole)), held) for draft in drafts
        )
    return tuple(found)


def _drafts(segmented: Segmented, reader: Reader) -> Iterator[Draft]:
    for block in reader.table.blocks:
        yield from Block(reader, block, segmented.passages).drafts()


def in_order(told: Sequence[Indicator], tabulated: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators of the sentences and those of the tables as one list, in order
    of the text, numbered anew."""
    if not tabulated:
        return tuple(told)
    both = [
        *merge(
            ((one, False) for one in told),
            ((one, True) for one in tabulated),
            key=lambda one: int(one[0].passage[1:]),
        )
    ]
    names = {one.id: f"i{number}" for number, (one, tabled) in enumerate(both, 1) if tabled}
    return tuple(
        replace(one, id=f"i{number}", part_of=names.get(one.part_of or "") if tabled else None)
        for number, (one, tabled) in enumerate(both, 1)
    )
