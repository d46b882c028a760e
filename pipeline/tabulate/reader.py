"""A table opened for reading: its grid, its title, what its columns
hold and what their heads say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.phrase import Phrase
from pipeline.patterns import heads as p
from pipeline.patterns import row_heads as r
from pipeline.patterns.head_times import MONTHS_HEAD, TIMES_HEAD
from pipeline.patterns.tables import FALLING, RISING, UNIT_NOTE_BESIDE
from pipeline.records import Report, Span, Table, TableCell
from pipeline.tables.figures import Figure, figure
from pipeline.tables.grid import Grid, grid_of
from pipeline.tables.heads import above, heads_of
from pipeline.tables.layout import Layout, layout
from pipeline.tables.units import Unit, unit
from pipeline.tabulate.beside_all import beside
from pipeline.tabulate.columns import head_of
from pipeline.tabulate.head import Head
from pipeline.tabulate.noted import Noted, exceptions, units_stated
from pipeline.tabulate.parts import placed
from pipeline.tabulate.period import Period
from pipeline.tabulate.row_heads import Around, naming
from pipeline.tabulate.row_names import RowNames
from pipeline.tabulate.rows import (
    Row,
    as_their_wholes,
    below_bands,
    in_sections,
    row_of,
    within,
)
from pipeline.tabulate.title import Title, dated_at, title_of
from pipeline.tabulate.trade import are_pairs, traded
from pipeline.tabulate.words import cell_words, words

_NOTHING_NOTED = Noted()


@dataclass(frozen=True, slots=True)
class Reader:
    """What holds for the whole table."""

    table: Table
    grid: Grid
    layout: Layout
    title: Title
    units: tuple[Unit, ...]

    binding: bool = False  # 预期性, 约束性: a plan
    dated: bool = True  # its title or that of the report tells the time
    noted: Noted = _NOTHING_NOTED
    rises: bool = False  # ▲ says that something rose

    @classmethod
    def of(cls, report: Report, table: Table) -> Reader:
        """Open a table of a report."""
        laid = grid_of(report.text, table)
        plan = layout(laid)
        assert plan is not None  # read gives only tables that have a layout
        laid = replace(laid, rows=plan.end)
        names = tuple(filter(None, (report.region.name if report.region else None, report.issuer)))
        dated = dated_at(report.text, table, laid, plan)
        title = title_of(
            words(report.text, table.title, "table_title"),
            names,
            Period.of_report(report.review_period, report.review_year),
            report.plan_year,
            dated,
        )
        note = str(words(report.text, table.unit, "unit_note"))
        stated = units_stated(note)
        binding = any(
            p.BINDING.fullmatch(laid.said(cell))
            for cell in laid.cells
            if plan.columns[cell.column] not in ("head", "figure")
        )
        said = [*table.notes, table.title] if table.title else table.notes
        noted = Noted.of([*(report.text[slice(*span)] for span in said), *exceptions(note)])
        told = title.stated or report.title is not None
        every = stated + ((title.unit,) if title.unit else ()) + noted.of_all
        rises = any(FALLING.match(laid.said(cell)) for cell in laid.cells)
        return cls(table, laid, plan, title, every, binding, told, noted, rises)

    def kinds(self, kind: str, block: tuple[int, int]) -> list[int]:
        """The columns of a block that hold ``kind``."""
        return [column for column in range(*block) if self.layout.columns[column] == kind]

    def heads(self, block: tuple[int, int]) -> dict[int, Head]:
        """The head of each column of figures.

        One without a head of its own goes on with that to its left.
        """
        found: dict[int, Head] = {}
        rows, columns = self._head_rows(), self.kinds("figure", block)
        in_pairs = are_pairs(self._heads_above(columns))
        above = {column: self._above(rows, column, block[0]) for column in columns}
        last = _last_heads(above.values(), self.grid)
        for column, cells in above.items():
            path = [cell_words(self.grid.text, cell, "column_head") for cell in cells]
            if p.RANK_MOVED.search("".join(path)):
                continue
            alike = last[cells[0].span] if cells else ()
            head = self._as_titled(self.noted.with_unit(head_of(path, self.title.done, alike)))
            found[column] = replace(
                traded(head, path, self.title.subject) if in_pairs else head,
                top=cells[0].column if cells else column,
                within=any(map(_opens_parts, path)),
            )
        timed = self.title.stated or TIMES_HEAD.search(self._name_head(block)) is not None
        figures = list(self._figures(found))
        return beside(found, figures, self.units, self.title.done, timed=timed)

    def _figures(self, columns: Iterable[int]) -> Iterator[dict[int, Figure]]:
        """The numbers of each row, by column."""
        for row in range(self.layout.data, self.grid.rows):
            words = ((column, self.grid.word(row, column)) for column in columns)
            numbers = ((column, self.figure(word)) for column, word in words)
            yield {column: number for column, number in numbers if number is not None}

    def figure(self, word: str) -> Figure | None:
        """Read a cell as a number; beside ▼2.3, what points up is no minus."""
        return figure(RISING.sub("", word) if self.rises else word)

    def _as_titled(self, head: Head) -> Head:
        """A head under a title that says what all numbers are: 涨跌幅度, in %."""
        ratio = [
            unit for unit in (head.unit, *self.units) if unit is not None and unit.kind == "ratio"
        ]
        if (
            self.title.change is None
            or head.role != "level"
            or p.RATIO_NAME.search(head.measure)
            or not ratio
            or head.unit not in (None, ratio[0])
            or len(self.units) > 1
        ):
            return head
        return replace(self.title.change, measure=head.measure, unit=ratio[0], when=head.when)

    def of_indicators(self, block: tuple[int, int]) -> bool:
        """Whether the rows of a block are what is measured, and not what it
        is measured of (行业, 地区, 产品)."""
        return r.INDICATOR_ROWS.fullmatch(self._name_head(block)) is not None

    def of_kinds(self, block: tuple[int, int]) -> bool:
        """Whether the rows of a block are kinds of what the title is of (起火原因, 五级分类)."""
        return r.KIND_HEAD.fullmatch(self._name_head(block)) is not None

    def _name_head(self, block: tuple[int, int]) -> str:
        """What stands over the names of the rows, without blanks, and without a unit."""
        column = max(self.names(block), default=block[0])
        rows = range(self.layout.caption, self.layout.data)
        said = UNIT_NOTE_BESIDE.sub("", " ".join(self.grid.word(row, column) for row in rows))
        return "".join(said.split())

    def _heads_above(self, columns: Iterable[int]) -> Iterator[str]:
        """What stands above some columns, without blanks."""
        rows = self._head_rows()
        for column in columns:
            for head in above(self.grid, rows, column):
                yield "".join(self.grid.said(head.cell).split())

    def _above(self, rows: list[int], column: int, floor: int) -> list[TableCell]:
        """The heads above a column, the outer first, without what stands over the names too."""
        heads = [head.cell for head in above(self.grid, rows, column, floor)]
        return [cell for cell in heads if self.layout.columns[cell.column] != "head"]

    def _head_rows(self) -> list[int]:
        return heads_of(self.grid, self.layout.caption, self.layout.data)

    def subject(self, block: tuple[int, int]) -> Phrase:
        """What the rows of a block are of: of the title, with what stands
        over all its columns (收入 | 支出)."""
        names, rows = self.kinds("head", block), self._head_rows()
        over = [
            head.cell for head in above(self.grid, rows, self.kinds("figure", block)[-1], block[0])
        ]
        heads = [head.cell for head in above(self.grid, rows, names[0], block[0])] if names else []
        if not names or not over or len(heads) < 2 or over[0] is not heads[0]:
            return self.title.subject
        side = cell_words(self.grid.text, over[0], "block_head")
        whole = self.title.subject.without(p.BOTH_SIDES)
        return whole if side in whole else whole + side

    def rows(self, block: tuple[int, int], heads: dict[int, Head]) -> list[Row]:
        """The rows below the heads, with their parents."""
        level = next((column for column, head in heads.items() if head.role == "level"), None)
        units, times = self.kinds("unit", block), self.around(block).times
        names, found = self._row_names(block), []
        for number in names.numbers():
            row = row_of(
                number,
                names.name(number),
                names.indent(number),
                self.title.done,
                self._unit_beside(number, units),
                names.codes.get(number, ""),
            )
            size = figure(self.grid.word(number, level)) if level is not None else None
            when = within(row.when, times.get(number))
            found.append(replace(row, when=when, size=size.low if size else None))
        blank = {row.number for row in found if not self._has_figure(row.number, heads)}
        empty = {number for number in blank if not self._has_words(number, heads)}
        found = in_sections(below_bands(found, blank), blank, empty)
        return as_their_wholes(placed(found))

    def _row_names(self, block: tuple[int, int]) -> RowNames:
        """What the rows of a block are called; by months, where the head of their names says so."""
        names = self.names(block)
        monthly = any(MONTHS_HEAD.fullmatch(head) for head in self._heads_above(names[-1:]))
        return RowNames.of(self.grid, self.layout, block, names, monthly=monthly)

    def _unit_beside(self, row: int, columns: Iterable[int]) -> Unit | None:
        """The unit that the first cell says which is not empty in columns of units."""
        words = (self.grid.word(row, column) for column in columns)
        return next((unit(word) for word in words if word), None)

    def _has_words(self, row: int, columns: Iterable[int]) -> bool:
        return any(self.grid.word(row, column) for column in columns)

    def _has_figure(self, row: int, columns: Iterable[int]) -> bool:
        return any(figure(self.grid.word(row, column)) for column in columns)

    def names(self, block: tuple[int, int]) -> list[int]:
        """The columns of a block that name its rows."""
        return naming(self.grid, self.layout, self.kinds("head", block))

    def around(self, block: tuple[int, int]) -> Around:
        """The class and the time that each row of a block stands in."""
        return Around(self.grid, self.layout, self.names(block), self.title.done)


def _last_heads(above: Iterable[Sequence[TableCell]], grid: Grid) -> defaultdict[Span, list[str]]:
    """What stands last in the heads below each outermost one."""
    found: defaultdict[Span, list[str]] = defaultdict(list)
    for cells in above:
        if cells:
            found[cells[0].span].append("".join(grid.said(cells[-1]).split()))
    return found


def _opens_parts(head: Phrase) -> bool:
    """Whether a head says that what stands below it are parts: 其中, 按来源分."""
    sorts = p.SORTED_BY.fullmatch(head) and not p.TOTAL_ALONE.fullmatch(head)
    return p.WITHIN.match(head) is not None or bool(sorts)
