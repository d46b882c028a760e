"""The codes of a table's rows: 201 | 20101 | 2010101, or 类, 款, 项 in columns of their own."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.patterns import heads as p
from pipeline.tables.grid import Grid
from pipeline.tables.heads import above, heads_of
from pipeline.tables.layout import Layout

_LONGEST = 20  # digits of a code


def codes_of(grid: Grid, layout: Layout, block: tuple[int, int]) -> Iterator[tuple[int, str]]:
    """The code of each row of a block that has one.

    Where it stands in several columns, the outer ones go on down.
    """
    rows = heads_of(grid, layout.caption, layout.data)
    columns = [
        column
        for column in range(*block)
        if layout.columns[column] == "other"
        and any(p.CODE_HEAD.fullmatch(grid.said(head.cell)) for head in above(grid, rows, column))
    ]
    before: list[str] = []
    for row in range(layout.data, grid.rows if columns else 0):
        parts = [grid.word(row, column) for column in columns]
        last = max((n for n, part in enumerate(parts) if part.isdigit()), default=-1)
        if last >= 0:
            before = [
                part or (before[n] if n < len(before) else "")
                for n, part in enumerate(parts[: last + 1])
            ]
            yield row, "".join(before)[:_LONGEST]
