"""The codes of a table's rows: 201 | 20101 | 2010101, 类, 款, 项 in columns of their own, or
before the names: 20101 人大事务."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from pipeline.patterns import heads as p
from pipeline.patterns import row_heads as r
from pipeline.patterns.row_markers import CODED
from pipeline.tables.grid import Grid
from pipeline.tables.heads import above, heads_of
from pipeline.tables.layout import Layout

_MOST_OF = 3  # of four names have a code, where codes stand before names
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
        and any(r.CODE_HEAD.fullmatch(grid.said(head.cell)) for head in above(grid, rows, column))
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


def before_names(names: Mapping[int, str]) -> dict[int, str]:
    """The codes that stand before the names of rows, by row; nothing where numbers that happen to
    begin a few names (3岁以下) make no order.

    >>> before_names({1: "201 一般公共服务支出", 2: "20101人大事务", 3: "合计"})
    {1: '201', 2: '20101'}
    """
    found = {row: match["code"] for row, name in names.items() if (match := CODED.match(name))}
    counted = sum(p.TOTAL.fullmatch(name) is None for name in names.values() if name)
    codes = list(found.values())
    rising = all(a < b for a, b in pairwise(codes))
    nested = any(b.startswith(a) for a, b in pairwise(codes))
    apart = not any(names[row].lstrip("（([")[len(code)].isalpha() for row, code in found.items())
    enough = len(codes) > 1 and len(codes) * 4 >= counted * _MOST_OF
    return found if enough and rising and (nested or apart) else {}
