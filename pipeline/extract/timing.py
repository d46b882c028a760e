"""When the figures of a sentence are about, what their changes are measured against, and the finished record."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract import periods
from pipeline.extract.calendar import Calendar, When
from pipeline.extract.compared import Compared
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import Mention, Sentence
from pipeline.extract.periods import Meant
from pipeline.extract.predicates import RATIOS
from pipeline.extract.row import Row
from pipeline.extract.trust import confidence
from pipeline.patterns import clauses as c
from pipeline.patterns import periods as p
from pipeline.patterns.edges import Starts
from pipeline.periods import Period
from pipeline.records import Basis, Change, Evidence, Indicator, Part, Span

_AIMS = Starts(c.TARGET_BEHIND)
_NEAR = 24  # characters in which a clause without a figure says its time


class Times:
    """The times said in one sentence, resolved against its part and the report's years; ``document`` is where the report says of what period it is."""

    def __init__(
        self,
        sentence: Sentence,
        part: Part,
        review: Period | None,
        plan: Period | None,
        *,
        now: int | None,
        document: Span,
    ) -> None:
        self._document = document
        self._sentence, self._part, self._review = sentence, part, review
        view, span = sentence.view, sentence.span
        calendar = Calendar(
            part, review.last_year if review else None, plan.start if plan else None, now
        )
        self._times = calendar.times(view, span)
        self._shared = self._share_out()  # the times that a list of figures shares with a list of times, by where the figure starts
        self._said: dict[int, When | None] = {}  # the time of a figure, by where it starts
        self._heads: list[
            When | None
        ] = []  # for each cell the time said at its head, else at the head of one before it
        compared = c.COMPARED_WITH.search(view, *span) if view.find("相比", *span) >= 0 else None
        self._compared_from = compared.end() if compared else span.end
        yoy = c.COMPARED_YOY.search(view, *span)
        self.compared_yoy_from = yoy.end() if yoy else span.end
        self.compared_with = Span(*compared.span("reference")) if compared else None
        yearly = view.find("每年", *span)
        self._yearly_from = yearly if yearly >= 0 else span.end

    @property
    def spans_years(self) -> bool:
        """Whether the part looks over several years."""
        return self._part.start != self._part.end

    def basis(self, mention: Mention, before: Compared) -> Basis:
        """Give what a change is measured against; a bare one follows those ``before`` it.

        比2002年增长60.98%，利润|增长2.23倍; 存款比年初增加26亿元，贷款|增加21亿元.
        """
        if mention.said.basis:
            year = self._sentence.view[mention.said.subject.end : mention.figure.numeral.span.start]
            start, end = self._years(mention)
            if (
                mention.said.basis == "base"
                and start == end
                and end is not None
                and f"{end - 1}年" in year
            ):
                return "yoy"  # 比2021年 in a report on 2022
            return mention.said.basis
        unit, time = mention.figure.numeral.unit, self.time_of(mention)
        if before.based and unit == "倍" and time is None:
            return "base"
        if before.drawn and before.drawn.unit == unit and not mention.said.grown:
            return before.drawn.basis
        if before.held and not mention.said.grown and time is None:
            return "base"  # 资产比年初增加31.7亿元，|增幅8.9%
        if self._compared_from <= mention.figure.left.start:
            return "base"
        if unit == "倍" and self._part.start != self._part.end:
            return "base"
        over = time.end > time.start if time else self._part.start != self._part.end
        return "base" if over else "yoy"

    def time_of(self, mention: Mention) -> When | None:
        """The time said in the mention's own words, else at the head of the nearest cell before it."""
        at = mention.figure.numeral.span.start
        if at not in self._said:
            self._said[at] = self._time_of(mention)
        return self._said[at]

    def other_period(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions are said to be of two different periods, neither of which spans years."""
        a, b = self.time_of(one), self.time_of(other)
        if a is None or b is None or a.start != a.end or b.start != b.end:
            return False
        return (a.start, a.months) != (b.start, b.months)

    def _time_of(self, mention: Mention) -> When | None:
        at = mention.figure.numeral.span.start
        if at in self._shared:
            return self._shared[at]
        left = mention.figure.left
        if (
            mention.figure.numeral.unit == "倍" and "time" in mention.said.said
        ):  # 为“十三五”时期的2.2倍: that time is the base
            left = Span(left.start, mention.said.subject.end)
        if own := self._within(left):
            return own
        while len(self._heads) <= mention.cell:
            self._heads.append(self._head_time(len(self._heads)) or self._head_before())
        return self._heads[mention.cell]

    def _within(self, span: Span) -> When | None:
        """The last time said in ``span``; a single month only at the head of its clause, or where it is said to end."""
        said = [time for time in self._times if span.start <= time.at < span.end]
        return next(
            (time for time in reversed(said) if time.kind != "month" or self._opens(time)), None
        )

    def _opens(self, month: When) -> bool:
        return (
            bool(
                c.OPENS_CLAUSE.search(
                    self._sentence.view, max(self._sentence.span.start, month.at - 4), month.at
                )
            )
            or month.at == self._sentence.span.start
        )

    def _head_time(self, index: int) -> When | None:
        """The time that a cell opens with; of a cell without figures, any near its start, a single month only where nothing else is said."""
        cell = self._sentence.cells[index]
        view = self._sentence.view
        near = [time for time in self._times if cell.span.start <= time.at < cell.span.end]
        if not cell.figures and index + 1 < len(self._sentence.cells):
            alone = [
                time
                for time in near
                if time.at < cell.span.start + _NEAR
                and (time.kind != "month" or not view[time.to : cell.span.end].strip())
            ]
            return alone[-1] if alone else None
        for time in near:
            if c.BEFORE_TIME.fullmatch(view, cell.span.start, time.at) or (
                time.end > time.start and c.FROM_TIME.fullmatch(view, cell.span.start, time.at)
            ):
                return time
        return None

    def _head_before(self) -> When | None:
        """The time of the cell before; what a bracket says holds in the bracket."""
        index = len(self._heads) - 1
        while (
            index >= 0
            and self._sentence.cells[index].bracketed
            and not self._sentence.cells[len(self._heads)].bracketed
        ):
            index -= 1
        return self._heads[index] if index >= 0 else None

    def _share_out(self) -> dict[int, When]:
        """2021、2022、2023年税收分别为3亿元、4亿元、5亿元: to every figure behind a list of times, until the next time, one of them in turn."""
        view, shared = self._sentence.view, {}
        figures = [
            figure.numeral.span.start for cell in self._sentence.cells for figure in cell.figures
        ]
        first = 0
        while first < len(self._times):
            last = first
            while last + 1 < len(self._times) and p.TIMES_LINKED.fullmatch(
                view, self._times[last].to, self._times[last + 1].at
            ):
                last += 1
            listed = self._times[first : last + 1]
            end = (
                self._times[last + 1].at if last + 1 < len(self._times) else self._sentence.span.end
            )
            behind = [at for at in figures if listed[-1].to <= at < end]
            if len(listed) > 1 and behind and len(behind) % len(listed) == 0:
                shared.update({at: listed[i % len(listed)] for i, at in enumerate(behind)})
            first = last + 1
        return shared

    def base_year(self, base: Mention, value: Mention) -> str | None:
        """The year of the base in 从A提高到B: as said, else the year before the span."""
        said = self._within(base.figure.left)
        local = self._sentence.view[
            max(base.figure.left.start, base.figure.left.end - 12) : base.figure.left.end
        ]
        if said and str(said.start) in local:
            return periods.written(said.start, said.start)
        start, end = self._years(value)
        if start is None or end is None:
            return None
        return str(start - 1)

    def _years(self, mention: Mention) -> tuple[int | None, int | None]:
        time = self.time_of(mention)
        return (time.start, time.end) if time else (self._part.start, self._part.end)

    def indicator(self, draft: Row, number: int, passage: str) -> Indicator:
        """The finished record, with its period and modality."""
        mention = draft.mention
        time = self._shared.get(_first_number(draft)) or self._of_level(draft)
        time = time or self.time_of(mention)
        own = Span(mention.figure.left.start, mention.figure.end)
        said = self._sentence.view[slice(*own)]
        meant = periods.modality(
            draft.name, time, self._part, self._review, self._sentence.view, own
        )
        view, at, last = self._sentence.view, mention.figure.end, self._sentence.span.end
        aimed = _AIMS[view[at : min(at + 1, last)]]
        if behind := c.TARGET_BEHIND.match(view, at, last) if aimed else None:
            meant = Meant("target", Span(*behind.span()), "behind")
        start, end = (time.start, time.end) if time else (self._part.start, self._part.end)
        if draft.goal and meant.modality == "actual":
            meant = Meant("target", draft.goal, "goal")
        if draft.year_offset and end is not None:
            start = end = end + draft.year_offset
        if start != end and start is not None:
            level = (
                "to" in mention.said.said
                or "level" in mention.said.said
                or bool(mention.said.bound)
                or draft.rank is not None
            )
            only_change = draft.value is None and draft.rank is None and draft.changes
            if (draft.rank is not None and draft.value is None) or (
                not only_change
                and self._yearly_from >= mention.figure.end
                and not periods.over_span(
                    draft.name,
                    said,
                    level=level,
                    action=draft.action,
                    ratio=draft.value is not None and draft.value.unit in RATIOS,
                )
            ):
                start = end
        period = periods.written(
            start, end, "" if draft.year_offset else self._months(time, str(draft.name))
        )
        changes = tuple(
            self._dated(change, move, period)
            for change, move in zip(draft.changes, draft.moves, strict=True)
        )
        return Indicator(
            id=f"i{number}",
            passage=passage,
            name=str(draft.name),
            topic=str(draft.topic) or None,
            scope=str(draft.scope) if draft.scope else None,
            period=period,
            modality=meant.modality,
            value=draft.value,
            base=draft.base,
            changes=changes,
            rank=draft.rank,
            confidence=confidence(draft, self._sentence),
            evidence=(*draft.evidence(), *self._evidence(time, meant)),
        )

    def _of_level(self, draft: Row) -> When | None:
        """The time of a level told behind its growth: 年均增长10%，预计|今年|达到2220亿元."""
        end = draft.mention.figure.end
        if draft.value is None or draft.value.span.start <= end:
            return None
        said = self._within(Span(end, draft.value.span.start))
        return said if said is not None and said.start == said.end else None

    def _evidence(self, time: When | None, meant: Meant) -> Iterator[Evidence]:
        """Where period and modality were read: in the sentence, in the heading that settled the part, else in the title of the document."""
        part = self._part.at or self._document
        if time:
            yield Evidence("period", Span(time.at, time.to), "said")
        elif self._part.start is not None:
            yield Evidence("period", part, "part" if self._part.at else "document")
        rule = meant.rule if meant.at or self._part.at else "document"
        yield Evidence("modality", meant.at or part, rule)

    def _months(self, time: When | None, name: str) -> str:
        """What of the year: as said; 截至10月底 counts from January, but what stands at that time is of October."""
        if time is None:
            return self._part.within
        if time.kind != "until" or (periods.stands(name) and time.months != "-12"):
            return time.months
        return "" if time.months == "-12" else f"-01/{time.start}{time.months}"

    def _dated(self, change: Change, mention: Mention, period: str | None) -> Change:
        """The change with a period of its own where it runs over another one than its indicator: 年均增长6% beside a level of 2025."""
        time = self.time_of(mention)
        start, end = (
            (time.start, time.end)
            if time and time.start != time.end
            else (self._part.start, self._part.end)
        )
        since = change.against and c.SINCE_YEAR.fullmatch(
            change.against
        )  # 比2002年增加1200万人 is of the year that is compared
        if (
            change.basis not in ("base", "annual_average")
            or start == end
            or (change.basis == "base" and since)
        ):
            return change
        over = periods.written(start, end)
        return (
            change
            if over in (period, None)
            else replace(change, quantity=replace(change.quantity, period=over))
        )


def _first_number(draft: Row) -> int:
    """Where the first figure of an indicator stands."""
    quantities = [
        draft.value,
        *(change.quantity for change in draft.changes),
        draft.rank.quantity if draft.rank else None,
    ]
    return next((one.span.start for one in quantities if one), -1)
