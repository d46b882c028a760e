"""Each cell of a block with its row and its column: a value, a change or a rank of an indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from pipeline.extract.phrase import NOTHING
from pipeline.patterns import heads as p
from pipeline.records import Indicator, Passage, Quantity, Rank, TableCell
from pipeline.tables.figures import Figure, place
from pipeline.tables.units import Unit
from pipeline.tabulate.beside import grown
from pipeline.tabulate.cell_units import MARKS, change_unit, difference_in, level_unit
from pipeline.tabulate.drafting import Drafting
from pipeline.tabulate.drafts import Draft, Held, quantity
from pipeline.tabulate.finished import Finished
from pipeline.tabulate.growth import change_of, is_as_of, is_of_aim, level_of
from pipeline.tabulate.head import Head
from pipeline.tabulate.naming import Named
from pipeline.tabulate.points import in_points
from pipeline.tabulate.reader import Reader
from pipeline.tabulate.rows import Row
from pipeline.tabulate.spanning import Spanned, is_told_here
from pipeline.tabulate.summed import of_all_years

_WIDEST = 100  # columns from a growth to its level


def _moved(row: Row, head: Head, found: Figure) -> Head | None:
    """The head that says of a figure how it moved; where the cell itself does, one of its own."""
    if head.role == "change":
        return head
    if is_of_aim(head):
        return None
    if row.head.role == "change":
        return row.head
    ratio = head.unit and head.unit.kind in ("ratio", "point")
    return Head("change", basis="yoy", unit=head.unit if ratio else None) if found.moved else None


def _near(here: dict[int, Draft]) -> list[Draft]:
    """The last of what a row says up to a column."""
    return list(islice(reversed(here.values()), _WIDEST))[::-1]


def _rank_now(head: Head, here: Mapping[int, Draft]) -> Draft | None:
    """The rank beside which one of the time before stands: 排名 | 上季度排名."""
    back = head.when is not None and head.when.back and not head.measure
    return next((one for one in here.values() if back and one.rank is not None), None)


def _of_growth(ranked: Sequence[Draft], head: Head) -> Draft | None:
    """The last level that grew, where a rank is of growth: 完成计划% | 增长% | 增速排名."""
    if not head.measure.startswith("增"):
        return None
    return next((one for one in reversed(ranked) if one.changes), None)


def _is_ranked(last: Draft, head: Head) -> bool:
    """Whether a rank that names 增速, 总量 is of the figure before it; 进度, of how far it went."""
    went = last.head.role == "completion" and p.PROGRESS.fullmatch(head.measure)
    return bool(went or p.RANKED.fullmatch(head.measure))


def _of_marks(moved: Head, level: Unit) -> Head:
    """A change, of marks as a difference: 平均分 | 比上届±."""
    marks = level.name == MARKS.name and p.AMOUNT_OR_RATE.search(moved.compared)
    return replace(moved, form="difference") if marks else moved


class Block:
    """One of the tables that stand side by side in a grid, read row by row."""

    def __init__(
        self, reader: Reader, columns: tuple[int, int], passages: Sequence[Passage]
    ) -> None:
        self._reader = reader
        self._heads = reader.heads(columns)
        self._alone = grown(self._heads, reader.title)
        self._rows = reader.rows(columns, self._heads)
        self._drafting = Drafting(reader, columns, self._heads, self._rows, passages)
        self._spanned = Spanned(self._rows, reader.around(columns).groups)
        self._above: dict[int, Draft] = {}  # of the row before, by column
        self._before: dict[int, Draft] = {}  # of a row of the same time of the year before

    def indicators(self, first: int, held: Held) -> list[Indicator]:
        """Every indicator of the block, numbered from ``first``.

        A row is finished when the next level begins, for growth on rows of its own belongs to it.
        """
        finished = Finished(first, held)
        for row in self._rows:
            here = self._row(row)
            if row.head.role == "level" and not (row.when and row.when.back and self._above):
                finished.finish()
                self._above, self._before = here, {}
            elif row.head.role == "level":  # 上年同期, before the change against it
                self._before = here
            finished.open(row.number, here)
        finished.finish()
        found = finished.found
        for part, whole in self._parts(finished.places):
            if part in finished.levels:
                found[part] = replace(found[part], part_of=found[whole].id)
        return found

    def _row(self, row: Row) -> dict[int, Draft]:
        """What the cells of a row say, by column."""
        here: dict[int, Draft] = {}
        for column, head in self._heads.items():
            cell = self._reader.grid.at(row.number, column)
            if cell is None or cell.row != row.number:
                continue
            if is_told_here(cell, column, self._heads):
                self._take(self._spanned.row(row, cell), column, cell, head, here)
        in_points(here.values())
        return here

    def _parts(self, places: Mapping[int, Mapping[int, int]]) -> Iterator[tuple[int, int]]:
        """Each part with its whole: that of the row it is part of, else of the one total."""
        totals = [row for row in self._rows if row.total]
        for row in self._rows:
            above = totals[0] if len(totals) == 1 and not row.total else None
            above = self._rows[row.parent] if row.parent is not None else above
            wholes = places[above.number] if above else {}
            for column, part in places[row.number].items():
                if column in wholes:
                    yield part, wholes[column]

    def _take(
        self, row: Row, column: int, cell: TableCell, head: Head, here: dict[int, Draft]
    ) -> None:
        word = self._reader.grid.said(cell)
        if head.role == "rank" or row.head.role == "rank":
            self._rank(row, column, cell, head, here)
            return
        found = self._reader.figure(word)
        if found is None:
            return
        moved = _moved(row, head, found)
        if moved is not None:
            self._change(row, column, cell, head, moved, found, here)
            return
        draft = self._drafting.draft(row, column, cell, head)
        share = head.role in ("share", "completion")
        unit = level_unit(found, head, row, self._reader.units, share=share)
        draft.value, draft.unit = quantity(found, unit, cell.span), unit
        here[column] = draft

    def _rank(
        self, row: Row, column: int, cell: TableCell, head: Head, here: dict[int, Draft]
    ) -> None:
        rank = place(self._reader.grid.said(cell))
        if rank is None:
            return
        draft = self._drafting.draft(row, column, cell, head)
        draft.named = self._ranked(draft.named, head, here)
        draft.rank = Rank(
            Quantity(cell.span, rank, rank, "位", "exact"), str(draft.head.among) or None
        )
        here[column] = draft

    def _ranked(self, own: Named, head: Head, here: dict[int, Draft]) -> Named:
        """What a rank is of: the figure to its left, where its head
        names nothing or only 增速, 总量."""
        if (now := _rank_now(head, here)) is not None:
            return now.named
        ranked = [one for one in here.values() if one.rank is None]
        own_place = [one for one in ranked if not p.PEER.fullmatch(one.head.measure)]
        last = _of_growth(own_place, head) or next(iter((own_place or ranked)[::-1]), None)
        if last is None or (head.measure and not _is_ranked(last, head)):
            return own
        measure = NOTHING if last.head.role == "completion" else head.measure
        return last.named._replace(name=last.named.name + measure)

    def _change(
        self,
        row: Row,
        column: int,
        cell: TableCell,
        head: Head,
        moved: Head,
        found: Figure,
        here: dict[int, Draft],
    ) -> None:
        points = self._reader.noted.in_points(row)
        unit = change_unit(found, moved, row, self._reader.units, points=points)
        unit, moved = of_all_years(found, moved, row, unit, _near(here))
        if row.head.role == "change" and head.role == "level":
            draft = self._level_above(row, column)
            unit = self._by_numbers(column, found, moved, unit)
        else:
            draft = self._level_beside(row, head, here, points=unit.kind == "point")
            if draft and draft.unit and not any((found.unit, moved.unit, row.unit)):
                moved = _of_marks(moved, draft.unit)
                unit = difference_in(draft.unit) if moved.form == "difference" else unit
        if draft is None:
            alone = self._alone[column]
            if moved.form == "difference" and not any((found.unit, moved.unit, row.unit)):
                units = self._reader.units
                unit = difference_in(level_unit(found, alone, row, units, share=False))
            draft = here.setdefault(column, self._drafting.draft(row, column, cell, alone))
        draft.changes.append((change_of(found, moved, row.head, unit, cell.span), moved))

    def _level_above(self, row: Row, column: int) -> Draft | None:
        """The level in the row above, where a row of changes is of the same thing."""
        last = self._above.get(column)
        return last if last and row.name in ("", last.named.name) else None

    def _level_beside(
        self, row: Row, head: Head, here: dict[int, Draft], *, points: bool
    ) -> Draft | None:
        """The level in the same row that a column of changes is of."""
        of = here.get(head.of)
        if of and not head.measure and (not head.when or is_as_of(of, head)):
            return of
        name = self._drafting.named(row, head).name if head.measure else NOTHING
        return level_of(_near(here), head, name, self._reader.title, points=points)

    def _by_numbers(self, column: int, found: Figure, moved: Head, unit: Unit) -> Unit:
        """The unit of a row of changes: that of the levels, where it is what they differ by."""
        now, then = self._above.get(column), self._before.get(column)
        if found.unit or moved.unit or not (now and then and now.value and then.value and now.unit):
            return unit
        apart = (now.value.low - then.value.low) / now.unit.factor
        return difference_in(now.unit) if apart == found.low else unit
