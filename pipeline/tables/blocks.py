"""The tables that stand side by side in a grid, and whether they hold figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pipeline.patterns import tables as p
from pipeline.tables.figures import kind_of
from pipeline.tables.grid import Grid
from pipeline.tables.heads import above, heads_of

ColumnKind = Literal["head", "unit", "figure", "other"]


def blocks_of(columns: Sequence[ColumnKind]) -> Iterator[tuple[int, int]]:
    """Columns ``[start, end)`` of each table: it begins with what names its rows and ends before
    the next such column behind a figure."""
    start, figures, heads = 0, False, False
    for number, kind in enumerate(columns):
        if kind == "head" and figures:
            if heads:
                yield start, number
            start, figures, heads = number, False, False
        heads = heads or kind == "head"
        figures = figures or (kind == "figure" and heads)
    if figures and heads:
        yield start, len(columns)
    elif set(columns) == {"figure"}:
        yield 0, len(columns)


def is_of_figures(grid: Grid, caption: int, data: int, columns: Sequence[ColumnKind]) -> bool:
    """Whether most of what stands in the columns of figures are numbers, in two rows and more, or
    in one below heads that say of what."""
    numbers = others = 0
    rows: set[int] = set()
    below = grid.below(data)
    for column, kind in enumerate(columns):
        if kind == "figure":
            cells = below.get(column, [])
            kinds = [kind_of(grid.said(cell)) for cell in cells]
            rows.update(
                cell.row
                for cell, kind in zip(cells, kinds, strict=True)
                if kind in ("number", "year")
            )
            numbers += kinds.count("number") + kinds.count("year")
            others += kinds.count("text")
    if numbers < 2 or numbers < 2 * others:
        return False
    heads = [
        grid.word(row, column)
        for column, kind in enumerate(columns)
        if kind == "head"
        for row in range(caption, data)
    ]
    if "head" not in columns:  # one row below heads that say all of it
        return len(rows) == 1 and grid.rows == data + 1 and _is_headed(grid, caption, data)
    return len(rows) > 1 or any(map(_names_rows, heads))


def _names_rows(head: str) -> bool:
    return p.ROW_HEAD.search(head) is not None and not p.UNIT_HEAD.fullmatch(head)


def _is_headed(grid: Grid, caption: int, data: int) -> bool:
    """Whether each column has words over it, and no two the same."""
    rows = heads_of(grid, caption, data)
    paths = [
        tuple(grid.said(head.cell) for head in above(grid, rows, column))
        for column in range(grid.columns)
    ]
    words = [word for path in paths for word in path]
    return (
        len(set(paths)) == len(paths) and bool(words) and all(kind_of(w) == "text" for w in words)
    )
