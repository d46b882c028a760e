"""Each cell of a block with its row and its column: a value, a change or a rank of an indicator."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.patterns import heads as p
from pipeline.records import Cell, Change, Modality, Passage, Quantity, Rank, TableCell
from pipeline.tables.figures import Figure, figure, place
from pipeline.tabulate.columns import Head
from pipeline.tabulate.drafts import Draft, change_unit, level_unit, quantity
from pipeline.tabulate.naming import Named, named
from pipeline.tabulate.reader import Reader
from pipeline.tabulate.rows import Row
from pipeline.tabulate.times import Period

_WIDEST = 100  # columns from a growth to its level


class Block:
    """One of the tables that stand side by side in a grid, read row by row."""

    def __init__(self, reader: Reader, columns: tuple[int, int], passages: Sequence[Passage]) -> None:
        self._reader, self._columns, self._passages = reader, columns, passages
        self._heads = reader.heads(columns)
        self._rows = reader.rows(columns, self._heads)
        measures = {str(head.measure) for head in self._heads.values() if head.role == "level"}
        self._several = len(measures) > 1
        self._name_above = {row.number: name for row, name in zip(self._rows, _last(row.name for row in self._rows), strict=True)}
        self._groups = {row.number: reader.group(row.number, columns) for row in self._rows}
        self._indicators = reader.of_indicators(columns)
        self._above: dict[int, Draft] = {}  # of the row before, by column

    def drafts(self) -> list[Draft]:
        """Every indicator of the block."""
        found: list[Draft] = []
        by_row: dict[int, dict[int, Draft]] = {}
        for row in self._rows:
            here: dict[int, Draft] = {}
            for column, head in self._heads.items():
                cell = self._reader.grid.at(row.number, column)
                if cell is not None and cell.row == row.number:
                    self._take(row, column, cell, head, here)
            found.extend(here.values())
            by_row[row.number] = here
            if row.head.role == "level":
                self._above = here
        self._join(by_row)
        return found

    def _join(self, by_row: dict[int, dict[int, Draft]]) -> None:
        """Tell each part its whole: the row it is part of, else the one total of the column."""
        totals = [row for row in self._rows if row.total]
        for row in self._rows:
            above = self._rows[row.parent] if row.parent is not None else totals[0] if len(totals) == 1 and not row.total else None
            for column, draft in by_row[row.number].items() if above else ():
                whole = by_row[above.number].get(column) if above else None
                if draft.head.role == "level" and draft.value and whole and whole.value:
                    draft.whole = whole

    def _take(self, row: Row, column: int, cell: TableCell, head: Head, here: dict[int, Draft]) -> None:
        word = self._reader.grid.said(cell)
        if head.role == "rank" or row.head.role == "rank":
            rank = place(word)
            if rank is not None:
                draft = self._draft(row, column, cell, head)
                draft.named = self._ranked(draft.named, head, here)
                draft.rank = Rank(Quantity(cell.span, rank, rank, "位", "exact"), str(draft.head.among) or None)
                here[column] = draft
            return
        found = figure(word)
        if found is None:
            return
        moved = head if head.role == "change" else row.head if row.head.role == "change" else None
        if moved is None and found.moved:
            moved = Head("change", basis="yoy", unit=head.unit if head.unit and head.unit.kind in ("ratio", "point") else None)
        if moved is not None:
            self._change(row, column, cell, head, moved, found, here)
            return
        draft = self._draft(row, column, cell, head)
        unit = level_unit(found, head, row, self._reader.units, share=head.role in ("share", "completion"))
        draft.value = quantity(found, unit, cell.span)
        here[column] = draft

    def _ranked(self, own: Named, head: Head, here: dict[int, Draft]) -> Named:
        """What a rank is of: the figure to its left, where its head names nothing or only 增速, 总量."""
        last = next((one for one in reversed(here.values()) if one.rank is None), None)
        if last is None or (head.measure and not p.RANKED.fullmatch(head.measure)):
            return own
        return last.named._replace(name=last.named.name + head.measure)

    def _change(self, row: Row, column: int, cell: TableCell, head: Head, moved: Head, found: Figure, here: dict[int, Draft]) -> None:
        unit = change_unit(found, moved, row, self._reader.units)
        form = "difference" if unit.kind == "point" or (found.moved and unit.kind not in ("ratio", "multiple") and unit.name != "") else moved.form
        change = Change(quantity(found, unit, cell.span), moved.basis or "yoy", str(moved.against) or None, form)
        if row.head.role == "change" and head.role == "level":
            draft = self._above.get(column) if not row.name or (column in self._above and row.name == self._above[column].named.name) else None
        else:
            draft = self._moved(row, column, head, here, points=unit.kind == "point")
        if draft is None:
            draft = here.setdefault(column, self._draft(row, column, cell, head))
        draft.changes.append((change, moved))

    def _moved(self, row: Row, column: int, head: Head, here: dict[int, Draft], *, points: bool) -> Draft | None:
        """The level that a growth belongs to: of one measure and period with it, else the latest to its left."""
        left = [(at, one) for at, one in islice(reversed(here.items()), _WIDEST) if at < column]
        levels = [(at, one) for at, one in reversed(left) if one.value is not None and one.head.role != "completion"]
        levels = [(at, one) for at, one in levels if points or one.head.role == "level"] or levels
        if head.modality:
            levels = [(at, one) for at, one in levels if one.head.modality in (None, head.modality)]
        if head.measure:
            name = self._named(row, head).name
            levels = [(at, one) for at, one in levels if one.named.name == name]
        if head.when:
            levels = [(at, one) for at, one in levels if one.when and one.when.written == head.when.written]
        if not levels:
            return None
        last = levels[-1][1]
        alike = [one for _, one in levels if one.named.name == last.named.name]
        latest = max((one.when.end for one in alike if one.when), default=0)
        return next((one for one in reversed(alike) if not one.when or one.when.end == latest), last)

    def _draft(self, row: Row, column: int, cell: TableCell, head: Head) -> Draft:
        modality, meant = self._modality(head)
        when = self._when(row, head, modality)
        now = self._reader.title.done
        if not head.modality and not self._reader.title.modality and when and now and when.end > now.end:
            modality = "target"
        use = row.head if row.head.role == "rank" else head
        at = bisect_right(self._passages, cell.span.start, key=lambda passage: passage.span.start) - 1
        place = Cell(self._reader.table.id, row.number, column)
        return Draft(self._named(row, head), use, when, modality, place, self._passages[max(at, 0)].id, cell.span, meant=meant)

    def _modality(self, head: Head) -> tuple[Modality, Phrase]:
        if head.modality:
            return head.modality, head.meant
        return self._reader.title.modality or "actual", self._reader.title.meant

    def _when(self, row: Row, head: Head, modality: Modality) -> Period | None:
        title = self._reader.title
        when = row.when or head.when
        if row.when and head.when and head.when.first and not row.when.first:
            when = replace(row.when, first=head.when.first, last=head.when.last, name=head.when.name)
        return when or (title.planned if modality == "target" else title.done)

    def _named(self, row: Row, head: Head) -> Named:
        above = self._rows_by_number(row.parent)
        row_named = row
        if not row.name and row.head.role == "change":
            row_named = replace(row, name=self._name_above[row.number])
        group = self._groups[row.number] or above
        return named(row_named, head, group, self._reader.title.subject, several=self._several, indicators=self._indicators, sized=self._sized(row.parent))

    def _sized(self, parent: int | None) -> bool:
        return parent is not None and self._rows[parent].size is not None

    def _rows_by_number(self, at: int | None) -> Phrase:
        if at is None or self._rows[at].total:
            return NOTHING
        return self._rows[at].name.by("row_parent")


def _last(names: Iterable[Phrase]) -> Iterator[Phrase]:
    """For each row the name of the nearest above that has one."""
    last = NOTHING
    for name in names:
        yield last
        last = name or last
