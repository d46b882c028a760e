"""The heads of rows: which cell names each, and the class and the time that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.phrase import Phrase
from pipeline.patterns import heads as p
from pipeline.patterns import row_heads as r
from pipeline.records import TableCell
from pipeline.tables.figures import no_number
from pipeline.tables.grid import Grid
from pipeline.tables.heads import above, heads_of
from pipeline.tables.layout import Layout
from pipeline.tabulate.period import Period
from pipeline.tabulate.times import period
from pipeline.tabulate.words import cell_words

_ALIKE = 2  # rows that say the same where a column only sorts what others name


def naming(grid: Grid, layout: Layout, columns: Sequence[int]) -> list[int]:
    """Those of the columns of words that name the rows: not what they say besides of what a
    column before them names, by their head (企业名称 | 所属行业) or because they say the same of
    several (断面名称 | 水质目标: Ⅲ类)."""
    rows = heads_of(grid, layout.caption, layout.data)
    kept: list[int] = []
    single: int | None = None
    for column in columns:
        said = [grid.word(row, column) for row in range(layout.data, grid.rows)]
        head = "".join(grid.said(one.cell) for one in above(grid, rows, column))
        filled = [word for word in said if word]
        alike = len(set(filled)) < len(filled)
        if single is not None and single + 1 >= column and (alike or r.TRAIT_HEAD.search(head)):
            single = column
            continue
        kept.append(column)
        names = not alike and len(filled) * 4 >= len(said) * 3
        single = column if names and r.NAME_HEAD.search(head) else None
    return kept


def spec_cells(
    grid: Grid, layout: Layout, names: Sequence[int]
) -> dict[int, tuple[TableCell, TableCell | None]]:
    """What a column behind the names says of what kind each is (品种 | 规格等级), with the name
    that holds for it: blanks go on with that above."""
    column = names[-1] + 1 if names else grid.columns
    if not _is_of_kinds(grid, layout, column, names[-1] if names else 0):
        return {}
    found: dict[int, tuple[TableCell, TableCell | None]] = {}
    name: TableCell | None = None
    for row in range(layout.data, grid.rows):
        cell, own = grid.at(row, column), grid.at(row, names[-1])
        name = own if own is not None or cell is None else name
        if cell is not None and name is not None and not no_number(grid.said(cell)):
            found[row] = cell, name if own is None else None
    return found


def _is_of_kinds(grid: Grid, layout: Layout, column: int, names: int) -> bool:
    """Whether a column says of what kind things are, and not how high what is named by itself
    stands (医院 | 等级)."""
    if column >= grid.columns or layout.columns[column] != "other":
        return False
    rows = heads_of(grid, layout.caption, layout.data)
    head = "".join("".join(grid.said(one.cell).split()) for one in above(grid, rows, column))
    said = [grid.word(row, names) for row in range(layout.data, grid.rows)]
    apart = all(said) and len(set(said)) == len(said) and r.TRAIT_HEAD.search(head)
    return p.SPEC_HEAD.fullmatch(head) is not None and not apart


def name_cells(
    grid: Grid, layout: Layout, names: Sequence[int], start: int
) -> dict[int, TableCell | None]:
    """The cell that names each row of a block, by row; rows without one are left out, but in a
    block without columns of names."""
    named = {row: _name(grid, row, names, start) for row in range(layout.data, grid.rows)}
    return {row: cell for row, cell in named.items() if cell is not None or not names}


def _name(grid: Grid, row: int, names: Sequence[int], start: int) -> TableCell | None:
    """The last cell in the columns of names, else 全市平均 in what numbers rows."""
    for column in (*reversed(names), *range(start, names[0] if names else start)):
        cell = grid.at(row, column)
        if cell is not None and (column in names or p.NAMING.fullmatch(grid.said(cell))):
            return cell
    return None


class Around:
    """What stands in the columns of names before the last: the class of each row, and its time."""

    def __init__(
        self, grid: Grid, layout: Layout, names: Sequence[int], now: Period | None
    ) -> None:
        self.groups: dict[int, Phrase] = {}
        self.times: dict[int, Period] = {}
        self._now = now
        for row, cells in _outer(grid, layout, names):
            for cell in cells:
                self._take(row, cell_words(grid.text, cell, "row_group"))

    def _take(self, row: int, said: Phrase) -> None:
        when, rest = period(said, self._now)
        if when is not None and not rest:
            self.times[row] = when
        else:
            self.groups[row] = said


def _outer(
    grid: Grid, layout: Layout, names: Sequence[int]
) -> Iterator[tuple[int, list[TableCell]]]:
    """For each row the cells of the outer columns that hold for it; blanks go on with what is
    above, until a column further out says something else."""
    outer, last = names[:-1], names[-1] if names else 0
    held: dict[int, TableCell] = {}
    for row in range(layout.data, grid.rows if outer else 0):
        name = grid.at(row, last)
        if name is None and next(grid.row(row), None) is None:
            continue
        for column in outer:
            held = _held_on(held, column, grid.at(row, column), name)
        yield row, [held[column] for column in sorted(held)]


def _held_on(
    held: dict[int, TableCell], column: int, cell: TableCell | None, name: TableCell | None
) -> dict[int, TableCell]:
    """The outer cells that hold for a row, once its ``cell`` in a column is read."""
    if cell is None and name is not None:
        return held
    further_out = {at: one for at, one in held.items() if at < column}
    if cell is None or name is None or cell is name:
        return further_out
    return further_out | {column: cell}
