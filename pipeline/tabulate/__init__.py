"""tabulate: the figures of tables as indicators, named by the heads of their rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from heapq import merge

from pipeline.records import Indicator, Segmented
from pipeline.tabulate.cells import Block
from pipeline.tabulate.reader import Reader

__all__ = ["in_order", "tabulate"]


def tabulate(segmented: Segmented) -> tuple[Indicator, ...]:
    """The indicators of every table of the report, in order; their ids are their places among these."""
    report = segmented.report
    found: list[Indicator] = []
    for table in report.tables:
        reader = Reader.of(report, table)
        for block in table.blocks:
            for draft in Block(reader, block, segmented.passages).drafts():
                found.append(draft.indicator(f"i{len(found) + 1}"))
    return tuple(found)


def in_order(told: Sequence[Indicator], tabulated: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators of the sentences and those of the tables as one list, in order of the text, numbered anew."""
    if not tabulated:
        return tuple(told)
    both = merge(told, tabulated, key=lambda one: int(one.passage[1:]))
    return tuple(replace(one, id=f"i{number}") for number, one in enumerate(both, 1))
