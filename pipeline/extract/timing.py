"""When the figures of a sentence are about, what their changes are measured against, and the finished record."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract import periods
from pipeline.extract.drafts import Draft
from pipeline.extract.mentions import Mention, Sentence
from pipeline.extract.periods import When
from pipeline.extract.predicates import RATIOS
from pipeline.extract.trust import confidence
from pipeline.patterns import clauses as c
from pipeline.records import Basis, Change, Indicator, Part, Span


class Times:
    """The times said in one sentence, resolved against its part and the report's years; ``after`` are those of the sentence that a ； joins it to."""

    def __init__(self, sentence: Sentence, part: Part, review: int | None, plan: int | None, *, after: Times | None = None) -> None:
        self._sentence, self._part, self._review, self._plan = sentence, part, review, plan
        view, span = sentence.view, sentence.span
        self._said: dict[int, When | None] = {}  # the time of a figure, by where it starts
        self._heads: list[When | None] = []  # for each cell the time said at its head, else at the head of one before it
        compared = c.COMPARED_WITH.search(view, *span)
        self._compared_from = compared.end() if compared else span.end
        self.compared_with = Span(*compared.span("reference")) if compared else None
        yearly = view.find("每年", *span)
        self._yearly_from = yearly if yearly >= 0 else span.end
        self._last_basis: Basis | None = None
        self._based: bool = after is not None and after._based  # 生产总值比2002年增长65.5%，年均增长10.6%；财政收入增长1.71倍

    @property
    def spans_years(self) -> bool:
        """Whether the part looks over several years."""
        return self._part.start != self._part.end

    def basis(self, mention: Mention) -> Basis:
        """What a change is measured against, remembered for the bare changes that follow (比2002年增长60.98%，利润增长2.23倍)."""
        self._last_basis = self._basis(mention)
        self._based = self._last_basis == "base" or (self._based and self._last_basis == "annual_average")
        return self._last_basis

    def _basis(self, mention: Mention) -> Basis:
        if mention.said.basis:
            year = self._sentence.view[mention.said.subject.end : mention.figure.numeral.span.start]
            start, end = self._years(mention)
            if mention.said.basis == "base" and start == end and end is not None and f"{end - 1}年" in year:
                return "yoy"  # 比2021年 in a report on 2022
            return mention.said.basis
        if self._based and mention.figure.numeral.unit == "倍" and self.time_of(mention) is None:
            return "base"
        if self._compared_from <= mention.figure.left.start or (self._last_basis == "base" and self._part.start != self._part.end):
            return "base"
        if mention.figure.numeral.unit == "倍" and self._part.start != self._part.end:
            return "base"
        time = self.time_of(mention)
        over = time.end > time.start if time else self._part.start != self._part.end
        return "base" if over else "yoy"

    def time_of(self, mention: Mention) -> When | None:
        """The time said in the mention's own words, else at the head of the nearest cell before it."""
        at = mention.figure.numeral.span.start
        if at not in self._said:
            self._said[at] = self._time_of(mention)
        return self._said[at]

    def other_year(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions are said to be of two different single years."""
        a, b = self.time_of(one), self.time_of(other)
        return a is not None and b is not None and a.start == a.end != b.start == b.end

    def _time_of(self, mention: Mention) -> When | None:
        left = mention.figure.left
        if mention.figure.numeral.unit == "倍" and "time" in mention.said.said:  # 为“十三五”时期的2.2倍: that time is the base
            left = Span(left.start, mention.said.subject.end)
        own = periods.when(self._sentence.view, left, self._part, self._review, self._plan)
        if own:
            return own
        while len(self._heads) <= mention.cell:
            self._heads.append(self._head_time(len(self._heads)) or (self._heads[-1] if self._heads else None))
        return self._heads[mention.cell]

    def _head_time(self, index: int) -> When | None:
        cell = self._sentence.cells[index]
        timed = any(self._sentence.view.find(mark, *cell.span) >= 0 for mark in c.TIME_MARKS)
        match = c.TIME_OPENING.match(self._sentence.view, *cell.span) if timed else None
        span = Span(cell.span.start, match.end()) if match else Span(cell.span.start, cell.span.start)
        if not cell.figures and index + 1 < len(self._sentence.cells):
            span = Span(cell.span.start, min(cell.span.end, cell.span.start + 24))
        return periods.when(self._sentence.view, span, self._part, self._review, self._plan)

    def base_year(self, base: Mention, value: Mention) -> str | None:
        """The year of the base in 从A提高到B: as said, else the year before the span."""
        said = periods.when(self._sentence.view, base.figure.left, self._part, self._review, self._plan)
        local = self._sentence.view[max(base.figure.left.start, base.figure.left.end - 12) : base.figure.left.end]
        if said and str(said.start) in local:
            return periods.written(said.start, said.start)
        start, end = self._years(value)
        if start is None or end is None:
            return None
        return str(start - 1)

    def _years(self, mention: Mention) -> tuple[int | None, int | None]:
        time = self.time_of(mention)
        return (time.start, time.end) if time else (self._part.start, self._part.end)

    def indicator(self, draft: Draft, number: int, passage: str) -> Indicator:
        """The finished record, with its period and modality."""
        mention = draft.mention
        time = self.time_of(mention)
        said = self._sentence.view[mention.figure.left.start : mention.figure.end]
        modality = periods.modality(draft.name, time, self._part, self._review, said)
        if c.TARGET_BEHIND.match(self._sentence.view, mention.figure.end, self._sentence.span.end):
            modality = "target"
        start, end = self._years(mention)
        if draft.year and end is not None:
            start = end = end + draft.year
        if start != end and start is not None:
            level = "to" in mention.said.said or "level" in mention.said.said or bool(mention.said.bound) or draft.rank is not None
            only_change = draft.value is None and draft.rank is None and draft.changes
            if (draft.rank is not None and draft.value is None) or (not only_change and self._yearly_from >= mention.figure.end and not periods.over_span(draft.name, said, level=level, action=draft.action, ratio=draft.value is not None and draft.value.unit in RATIOS)):
                start = end
        period = periods.written(start, end, time.months if time else "")
        changes = tuple(self._dated(change, move, period) for change, move in zip(draft.changes, draft.moves, strict=True))
        return Indicator(
            id=f"i{number}", passage=passage, name=str(draft.name), scope=str(draft.scope) if draft.scope else None, period=period, modality=modality,
            value=draft.value, base=draft.base, changes=changes, rank=draft.rank, confidence=confidence(draft, self._sentence), evidence=tuple(draft.evidence()),
        )

    def _dated(self, change: Change, mention: Mention, period: str | None) -> Change:
        """The change with a period of its own where it runs over another one than its indicator: 年均增长6% beside a level of 2025."""
        time = self.time_of(mention)
        start, end = (time.start, time.end) if time and time.start != time.end else (self._part.start, self._part.end)
        if change.basis not in ("base", "annual_average") or start == end:
            return change
        over = periods.written(start, end)
        return change if over in (period, None) else replace(change, quantity=replace(change.quantity, period=over))
