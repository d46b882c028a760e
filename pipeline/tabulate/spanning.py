"""Cells of figures that cover several rows or columns: one number, of all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extract.phrase import NOTHING, Phrase, supplied
from pipeline.extract.themes import MOST
from pipeline.records import TableCell
from pipeline.tabulate.head import Head
from pipeline.tabulate.rows import Row


def is_told_here(cell: TableCell, column: int, heads: Mapping[int, Head]) -> bool:
    """Tell whether a cell is read in a column: in the first that it covers, where all that it
    covers are headed alike."""
    if cell.columns < 2:
        return True
    covered = [at for at in range(cell.column, cell.column + cell.columns) if at in heads]
    said = {(heads[at].role, str(heads[at].measure), heads[at].when) for at in covered}
    return covered[0] == column and len(said) == 1


class Spanned:
    """The rows of a block, for cells that cover several of them."""

    def __init__(self, rows: Sequence[Row], groups: Mapping[int, Phrase]) -> None:
        self._rows = {row.number: row for row in rows}
        self._groups = groups

    def row(self, row: Row, cell: TableCell) -> Row:
        """Give the row of a cell; of one that covers several the class that they all are of, else
        a row of all their names."""
        covered = [
            self._rows[number]
            for number in range(cell.row, cell.row + cell.rows)
            if number in self._rows and self._rows[number].name
        ]
        if cell.rows < 2 or len(covered) < 2 or row.total:
            return row
        groups = {str(self._groups.get(one.number, NOTHING)) for one in covered}
        if len(groups) == 1 and "" not in groups:
            return replace(row, name=self._groups[row.number], parent=None)
        name = row.name
        for one in covered[1:]:
            name = name + supplied("、", name.end, "spanned") + one.name
        return replace(row, name=name) if len(name) <= MOST else row
