"""The draft of a cell: what it measures, of when, and whether that was reached or is planned."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.patterns import heads as p
from pipeline.patterns.head_times import TERM_BEFORE
from pipeline.records import Cell, Modality, Passage, TableCell
from pipeline.tabulate.drafts import Draft
from pipeline.tabulate.growth import is_of_aim
from pipeline.tabulate.head import Head
from pipeline.tabulate.naming import Named, named
from pipeline.tabulate.period import Period
from pipeline.tabulate.reader import Reader
from pipeline.tabulate.rows import Row


class Drafting:
    """Opens a draft for a cell of a block, out of its row, its column, the title and the rows
    above it."""

    def __init__(
        self,
        reader: Reader,
        columns: tuple[int, int],
        heads: Mapping[int, Head],
        rows: Sequence[Row],
        passages: Sequence[Passage],
    ) -> None:
        self._reader, self._rows, self._passages = reader, rows, passages
        measures = {head.measure for head in heads.values() if head.role == "level"}
        self._several = len(measures - {NOTHING}) > 1
        names = _names_above(row.name for row in rows)
        self._name_above = {row.number: name for row, name in zip(rows, names, strict=True)}
        self._indicators = reader.of_indicators(columns)
        self._kinds = reader.of_kinds(columns)
        self._bodies = _are_bodies(rows)
        self._groups = reader.around(columns).groups
        subject = reader.subject(columns)
        self._subject = NOTHING if _lists(subject, heads.values()) else subject

    def draft(self, row: Row, column: int, cell: TableCell, head: Head) -> Draft:
        """Open the draft of a cell, without a figure yet."""
        modality, meant = self._modality(row, head)
        when = self._when(row, head, modality)
        if when and not (head.modality or row.modality):
            modality, meant = self._as_of(when, modality, meant)
        return Draft(
            self.named(row, head),
            row.head if row.head.role == "rank" else head,
            when,
            modality,
            Cell(self._reader.table.id, row.number, column),
            self._passage_at(cell.span.start),
            cell.span,
            meant=meant,
        )

    def named(self, row: Row, head: Head) -> Named:
        """Name what a cell measures."""
        parent = self._rows[row.parent] if row.parent is not None else None
        group = self._group(row, parent)
        if row.head.role == "change":
            row = self._row_of_change(row, head)
        if not row.name and row.number in self._groups:  # 行业 | 年份
            row, group = replace(row, name=group), NOTHING
        return named(
            row,
            head,
            group,
            self._subject,
            several=self._several,
            indicators=self._indicators,
            sized=parent is not None and (parent.size is not None or self._bodies),
            deep=parent is not None and parent.parent is not None,
            kinds=self._kinds,
        )

    def _row_of_change(self, row: Row, head: Head) -> Row:
        """A row of growth with the name above it, where it has none; with the words for growth,
        where its column is none: 增速|得分."""
        if not row.name:
            return replace(row, name=self._name_above[row.number])
        return replace(row, name=row.name + row.head.compared) if is_of_aim(head) else row

    def _group(self, row: Row, parent: Row | None) -> Phrase:
        """What a row stands under: the class beside it, or the row that it is part of, where that
        is not of another class."""
        above = parent.name.by("row_parent") if parent and not parent.total else NOTHING
        above = NOTHING if p.SORTED_BY.fullmatch(above) else above
        group = self._groups.get(row.number, above)
        if parent and above and self._groups.get(parent.number, NOTHING) == group:
            return above
        return group

    def _passage_at(self, start: int) -> str:
        """The id of the passage in which a character stands."""
        at = bisect_right(self._passages, start, key=lambda passage: passage.span.start) - 1
        return self._passages[max(at, 0)].id

    def _is_ahead(self, when: Period, now: Period) -> bool:
        """Whether a time is behind that of the table, or inside one of years that it plans."""
        plans = self._reader.binding and now.start < now.end and not self._reader.title.told
        behind = when.end > now.end and self._reader.dated and not self._reader.title.since
        return behind or (plans and when.end >= now.start)

    def _as_of(self, when: Period, modality: Modality, meant: Phrase) -> tuple[Modality, Phrase]:
        """Planned, what is of a time behind that of the table; reached, what is of one before that
        which its title plans."""
        title = self._reader.title
        if title.modality is None and title.done and self._is_ahead(when, title.done):
            return "target", meant
        return ("actual", NOTHING) if self._is_over(when) else (modality, meant)

    def _is_over(self, when: Period) -> bool:
        """Whether a time ended before that which the title plans: 2024年用水总量 under 2025年…目标."""
        title = self._reader.title
        planned = title.planned if title.stated and title.modality == "target" else None
        return planned is not None and when.end < planned.start

    def _modality(self, row: Row, head: Head) -> tuple[Modality, Phrase]:
        if head.modality:
            return head.modality, head.meant
        if row.modality:
            return row.modality, row.meant
        return self._reader.title.modality or "actual", self._reader.title.meant

    def _when(self, row: Row, head: Head, modality: Modality) -> Period | None:
        """The time of a cell: that of its row and its column, or what the title tells."""
        if TERM_BEFORE.search(head.measure):  # 上届比例: of no year that is said
            return None
        own, over = row.when, head.when
        if own and over and (both := _crossed(own, over)):
            return both
        if row.summed and over and over.first == over.last > 0:
            return replace(over, first=1, name="")
        return own or over or self._of_title(head, modality)

    def _of_title(self, head: Head, modality: Modality) -> Period | None:
        """The time of a cell that the title alone tells."""
        title = self._reader.title
        if modality != "target":
            return title.done
        return title.planned.whole if title.planned and head.modality else title.planned


def _crossed(own: Period, over: Period) -> Period | None:
    """The time that a row and the column it crosses say together: 2023年 | 1—9月; None where
    each says one of its own."""
    if over.first and not own.first:
        return replace(own, first=over.first, last=over.last, name=over.name)
    if over.back and not own.counted:
        return own.moved(-1)
    if own.first and not over.first and own.counted:
        return replace(own, start=over.start, end=over.end, said=over.said + own.said)
    return None


def _names_above(names: Iterable[Phrase]) -> Iterator[Phrase]:
    """For each row the name of the nearest above it that has one."""
    last = NOTHING
    for name in names:
        yield last
        last = name or last


def _are_bodies(rows: Sequence[Row]) -> bool:
    """Whether rows without figures are bodies of which the same is said, and no headings: 机构数
    of 公共图书馆 and of 文化馆."""
    below: dict[str, int] = {}
    named = [
        (str(row.name), row.parent)
        for row in rows
        if row.name and row.parent is not None and rows[row.parent].size is None
    ]
    return any(below.setdefault(name, parent) != parent for name, parent in named)


def _lists(subject: Phrase, heads: Collection[Head]) -> bool:
    """Whether a title only lists what the columns measure: 户数、人口数和性别比."""
    listed = [part for part in p.LIST_MARK.split(subject) if len(part) > 1]
    found = sum(any(part in head.measure for head in heads) for part in listed)
    return len(listed) > 1 and found * 2 > len(listed)
