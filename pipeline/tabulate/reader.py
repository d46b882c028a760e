"""A table opened for reading: its grid, its title, what its columns hold and what their heads say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.patterns import heads as p
from pipeline.records import Report, Table
from pipeline.tables.figures import figure
from pipeline.tables.grid import Grid, grid_of
from pipeline.tables.layout import Layout, heads_of, layout
from pipeline.tables.units import Unit, unit, units_of
from pipeline.tabulate.columns import Head, head_of
from pipeline.tabulate.rows import Row, placed, row_of
from pipeline.tabulate.title import Title, title_of
from pipeline.tabulate.words import cell_words, words

_UNIT_NOTE = "unit_note"


@dataclass(frozen=True, slots=True)
class Reader:
    """What holds for the whole table."""

    table: Table
    grid: Grid
    layout: Layout
    title: Title
    units: tuple[Unit, ...]

    @classmethod
    def of(cls, report: Report, table: Table) -> Reader:
        """Open a table of a report."""
        laid = grid_of(report.text, table)
        plan = layout(laid)
        assert plan is not None  # read gives only tables that have a layout
        names = tuple(filter(None, (report.region.name if report.region else None, report.issuer)))
        title = title_of(words(report.text, table.title, "table_title"), names, report.review_year, report.plan_year)
        note = words(report.text, table.unit, _UNIT_NOTE)
        stated = units_of(str(note).split("：")[-1].split(":")[-1].strip("（）()")) if note else ()
        return cls(table, laid, plan, title, stated + ((title.unit,) if title.unit else ()))

    def kinds(self, kind: str, block: tuple[int, int]) -> list[int]:
        """The columns of a block that hold ``kind``."""
        return [column for column in range(*block) if self.layout.columns[column] == kind]

    def heads(self, block: tuple[int, int]) -> dict[int, Head]:
        """The head of each column of figures. One without a head of its own goes on with that to its left."""
        paths = self._paths(block)
        return {column: self._as_titled(head_of(paths[column], self.title.done)) for column in self.kinds("figure", block)}

    def _as_titled(self, head: Head) -> Head:
        """A head under a title that says what all numbers are: 涨跌幅度, in %."""
        ratio = [unit for unit in (head.unit, *self.units) if unit is not None and unit.kind == "ratio"]
        if self.title.change is None or head.role != "level" or not ratio or head.unit not in (None, ratio[0]) or len(self.units) > 1:
            return head
        return replace(self.title.change, measure=head.measure, unit=ratio[0], when=head.when)

    def of_indicators(self, block: tuple[int, int]) -> bool:
        """Whether the rows of a block are what is measured, and not what it is measured of (行业, 地区, 产品)."""
        column = self.kinds("head", block)[-1]
        heads = [self.grid.word(row, column) for row in range(self.layout.caption, self.layout.data)]
        return p.INDICATOR_ROWS.fullmatch("".join("".join(heads).split())) is not None

    def _paths(self, block: tuple[int, int]) -> dict[int, list[Phrase]]:
        """The heads above each column, the outer first. A place left empty goes on with what stands to its left."""
        top, paths = self.layout.caption, {column: list[Phrase]() for column in range(*block)}
        for row in heads_of(self.grid, top, self.layout.data):
            at, before, said = block[0], None, NOTHING
            for column, path in paths.items():
                if self.grid.at(row, column) is not None or self.grid.at(top, column) is not None:
                    at = column
                cell = self.grid.at(row, at) if self.layout.columns[at] != "head" else None
                if cell is not None:
                    said = said if cell is before else cell_words(self.grid.text, cell, "column_head")
                    path.append(said)
                before = cell
        return paths

    def rows(self, block: tuple[int, int], heads: dict[int, Head]) -> list[Row]:
        """The rows below the heads, with their parents."""
        names, unit_columns = self.kinds("head", block), self.kinds("unit", block)
        level = next((column for column, head in heads.items() if head.role == "level"), None)
        found = []
        for number in range(self.layout.data, self.grid.rows):
            cells = [cell for column in names if (cell := self.grid.at(number, column)) is not None]
            if not cells:
                continue
            phrase = cell_words(self.grid.text, cells[-1], "row_head")
            own = next((unit(self.grid.word(number, column)) for column in unit_columns if self.grid.word(number, column)), None)
            row = row_of(number, phrase, cells[-1].indent, self.title.done, own)
            size = figure(self.grid.word(number, level)) if level is not None else None
            found.append(replace(row, size=size.low) if size else row)
        return placed(found)

    def group(self, row: int, block: tuple[int, int]) -> Phrase:
        """What stands in a column of names before the last: the class a row belongs to."""
        names = self.kinds("head", block)
        last = self.grid.at(row, names[-1])
        outer = next((cell for column in reversed(names[:-1]) if (cell := self.grid.at(row, column)) is not None and cell is not last), None)
        return cell_words(self.grid.text, outer, "row_group") if outer else NOTHING
