"""What the rows of a block are called: each by its cell, with what stands behind it and what a head
says for all of them, and by its code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.phrase import Phrase, supplied
from pipeline.patterns.head_times import MONTH_ALONE
from pipeline.patterns.row_markers import CODED
from pipeline.records import TableCell
from pipeline.tables.grid import Grid
from pipeline.tables.layout import Layout
from pipeline.tabulate.codes import before_names, codes_of
from pipeline.tabulate.row_heads import name_cells, spec_cells
from pipeline.tabulate.words import cell_words


@dataclass(frozen=True, slots=True)
class RowNames:
    """The cells that name the rows of a block, by the numbers of the rows."""

    text: str
    cells: Mapping[int, TableCell | None]
    specs: Mapping[int, tuple[TableCell, TableCell | None]]  # 规格等级, and the name it is of
    codes: Mapping[int, str]
    leading: Mapping[int, str]  # the codes that stand before the names
    monthly: bool = False  # the rows are months, told by their numbers

    @classmethod
    def of(
        cls,
        grid: Grid,
        layout: Layout,
        block: tuple[int, int],
        names: Sequence[int],
        *,
        monthly: bool,
    ) -> RowNames:
        """Read the columns of a block that name its rows."""
        cells = name_cells(grid, layout, names, block[0])
        said = {number: grid.said(cell) for number, cell in cells.items() if cell}
        leading = before_names(said)
        codes = dict(codes_of(grid, layout, block)) | leading
        return cls(grid.text, cells, spec_cells(grid, layout, names), codes, leading, monthly)

    def numbers(self) -> list[int]:
        """List the rows that have a name."""
        return sorted(self.cells.keys() | self.specs.keys())

    def name(self, number: int) -> Phrase:
        """Say what a row is called, without its code."""
        name = cell_words(self.text, self.cells.get(number), "row_head")
        if number in self.specs:
            name = self._specified(name, *self.specs[number])
        if self.monthly and MONTH_ALONE.fullmatch(name):
            name += supplied("月", name.end, "column_head")
        if number in self.leading and (code := CODED.match(name)):
            name = name[code.end() :]
        return name

    def indent(self, number: int) -> int:
        """Say how far the name of a row is moved in."""
        cell = self.cells.get(number)
        return cell.indent if cell else 0

    def _specified(self, name: Phrase, spec: TableCell, above: TableCell | None) -> Phrase:
        """A name with what stands behind it, 猪肉（五花肉）."""
        said = cell_words(self.text, spec, "row_head")
        name = name or cell_words(self.text, above, "row_head")
        bare = said and said not in name
        opened, closed = supplied("（", said.start, "spec"), supplied("）", said.end, "spec")
        return name + opened + said + closed if bare else name
