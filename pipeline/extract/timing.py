"""When the figures of a sentence are about, and what their changes are measured against."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.extract.calendar import Calendar
from pipeline.extract.mentions import LIST_OPENERS, Mention, Sentence
from pipeline.extract.shared_times import shared_out
from pipeline.extract.times_of_others import is_of_another
from pipeline.extract.wishes import first_wish
from pipeline.extract.year_parts import When, months_in
from pipeline.patterns import clauses as c
from pipeline.patterns import periods as p
from pipeline.patterns.causes import CAUSE
from pipeline.periods import Period
from pipeline.records import Part, Span

# 承办|2022年下半年|全省开工活动: when that was for which something was done
HELD = regex.compile(r"(?:承办|举办|召开|参加|编制|印发|出台|公布|下达|筹备)了?$")
# 7月上旬|强降雨期间|，转移群众1218人, 据12月|的路面抽查|，佩戴率93.5%: of what month a clause is that sets the scene
MONTH_SET = regex.compile(
    r"\s*+(?:\p{Han}{0,10}(?:期间|时|过程中)"
    r"|的?\p{Han}{0,8}(?:抽查|检查|监测|普查|测评|调查|统计|数据)(?:显示|表明|来?看)?)?\s*+"
)
# what leads to the time of a cause or of a base
CAUSE_OR_BASE = regex.compile(rf"{CAUSE}|[比较与]")
# the clause, or what opens it, ends here: ，|12月份, 截至|10月底, 其中|9月
OPENS_CLAUSE = regex.compile(
    r"[，。；：、（(,;:\s]$"
    r"|(?:截至|截止到?|到|至|在|于|从|由|其中|全省|全市|全县|全区|全国|今年|去年|当年|[年是])$"
)
# 2005年与2000年相比，…: the base is said once for the sentence
COMPARED_WITH = regex.compile(
    r"[与比较同](?P<reference>(?:20|19)\d\d年(?:底|末|初|同期)?|“[^”]{1,4}五”(?:末|期末)?)(?:的)?相比",
)
# 与上年相比，|事故下降12起, 同比|起数下降12%、伤人减少3人: so are the falls of counts behind it
COMPARED_YOY = regex.compile(
    r"[与比较同和](?:上年|去年)(?:同期)?相比|(?<=[，；：])同比(?=\p{Han}{2,6}?(?:下降|减少|上升|增加|增长|持平))(?!减少|增加|增长|下降"
    r"|上升|持平)",
)

_BESIDE = ("same", "beside")
_NEAR = 24  # characters in which a clause without a figure says its time


class Times:
    """The times said in one sentence, resolved against its part and the report's years.

    ``document`` is where the report says of what period it is. ``shared`` are the times that a list
    of figures shares with a list of times, by where the figure starts. ``framed`` is the time that
    the chain of sentences (；) opened with: 前三季度，接待游客86万人次；|旅游收入6亿元. ``wish`` is the
    first word that makes what stands behind it a target.
    """

    def __init__(
        self,
        sentence: Sentence,
        part: Part,
        review: Period | None,
        plan: Period | None,
        *,
        now: int | None,
        document: Span,
        framed: When | None = None,
    ) -> None:
        self.document, self.framed = document, framed
        self.sentence, self.part, self.review = sentence, part, review
        view, span = sentence.view, sentence.span
        calendar = Calendar(
            part, review.last_year if review else None, plan.start if plan else None, now
        )
        self._times = calendar.times(view, span)
        self.shared = shared_out(sentence, self._times)
        self._said: dict[int, When | None] = {}  # the time of a figure, by where it starts
        # for each cell the time said at its head, else at the head of one before it
        self._heads: list[When | None] = []
        beside = view.find("相比", *span) >= 0
        compared = COMPARED_WITH.search(view, *span) if beside else None
        self.compared_from = compared.end() if compared else span.end
        asked = beside or view.find("同比", *span) >= 0
        yoy = COMPARED_YOY.search(view, *span) if asked else None
        self.compared_yoy_from = yoy.end() if yoy else span.end
        self.compared_with = Span(*compared.span("reference")) if compared else None
        self.wish = first_wish(sentence)
        yearly = view.find("每年", *span)
        self.yearly_from = yearly if yearly >= 0 else span.end

    def frame(self, *, chained: bool) -> When | None:
        """Give the time that holds in the next sentence of the chain, until another one is said.

        The end of a month holds for what stands then (8月末，存款613亿元；|贷款702亿元), the year of
        a thing for nothing (2022年度|审计报告), nor what a later sentence of the chain opens with:
        投资增长5%；三季度末，失业率3.9%；|贷款3亿元.
        """
        head = self._head_time(0)
        if head is None or chained:
            return self.framed if head is None else None
        if head.kind == "month" and self.sentence.view[head.to - 1] in "底末":
            head = head._replace(kind="until")
        dated = head.months and not self._happens(head)
        return head if dated or p.FRAMES.match(self.sentence.view, head.to) else None

    def _happens(self, month: When) -> bool:
        """Tell whether a bare month is that of one event: |4月|召开会议3次；检查企业26家."""
        own = self.sentence.view[month.at : month.to]
        return month.kind == "month" and own.endswith("月") and not own.endswith("当月")

    @property
    def spans_years(self) -> bool:
        """Whether the part looks over several years."""
        return self.part.start != self.part.end

    def time_of(self, mention: Mention) -> When | None:
        """Give the time in a mention's own words, else at the head of the nearest cell before."""
        at = mention.figure.numeral.span.start
        if at not in self._said:
            self._said[at] = self._time_of(mention)
        return self._said[at]

    def other_period(self, one: Mention, other: Mention) -> bool:
        """Tell whether two mentions are of two different periods, neither of which spans years."""
        a, b = self.time_of(one), self.time_of(other)
        if self.beside(one) != self.beside(other):
            return True
        if b is None and a is not None and a.months and a.kind in ("", "month"):
            # 上半年总结: 接待游客520万人次，|一季度|增长5.2%: of less than what the report is of
            return a == self.within(one.figure.left) and a.months != self.part.within
        if a is None or b is None or a.start != a.end or b.start != b.end:
            return False
        return (a.start, a.months) != (b.start, b.months)

    def beside(self, mention: Mention) -> bool:
        """Tell whether a mention says what another was at an earlier time: ，去年同期为96件."""
        time = self.time_of(mention)
        return time is not None and time.kind in _BESIDE

    def _time_of(self, mention: Mention) -> When | None:
        time = self._nearest_time(mention)
        if time is None or time.kind != "same" or time.months:
            return time
        # 一季度接报警情86起，|上年同期|为124起: the same months
        heads = self._heads_until(mention.cell)[: mention.cell]
        told = next((one for one in reversed(heads) if one and not one.kind), self.framed)
        if told is None or told.start != time.start + 1 or told.start != told.end:
            return time
        return time._replace(months=months_in(time.start, told.months))

    def _nearest_time(self, mention: Mention) -> When | None:
        at = mention.figure.numeral.span.start
        if at in self.shared:
            return self.shared[at]
        left = mention.figure.left
        if (
            mention.figure.numeral.unit == "倍" and "time" in mention.said.said
        ):  # 为“十三五”时期的2.2倍: that time is the base
            left = Span(left.start, mention.said.subject.end)
        if own := self._said_last(mention) or self.within(left):
            return own
        return self._heads_until(mention.cell)[mention.cell]

    def _said_last(self, mention: Mention) -> When | None:
        """Give the month right before the verb of a number: 工业用电量|7月份|下降2.4%."""
        cue = mention.said.cue("time")
        if cue is None:
            return None
        own = (time for time in self._times if cue.start <= time.at < cue.end)
        return next((time for time in own if time.kind == "month"), None)

    def within(self, span: Span) -> When | None:
        """Give the last time said in ``span``.

        A single month only at the head of its clause, or where it is said to end.
        """
        view = self.sentence.view
        said = [
            time
            for time in self._times
            if span.start <= time.at < span.end and not is_of_another(view, span.start, time)
        ]
        return next(
            (time for time in reversed(said) if time.kind != "month" or self._opens(time)), None
        )

    def _opens(self, month: When) -> bool:
        start = self.sentence.span.start
        near = max(start, month.at - 4)
        opens = OPENS_CLAUSE.search(self.sentence.view, near, month.at) is not None
        return opens or month.at == start

    def _heads_until(self, cell: int) -> list[When | None]:
        """Give the times that the cells up to ``cell`` open with, read once."""
        while len(self._heads) <= cell:
            self._heads.append(self._head_time(len(self._heads)) or self._head_before())
        return self._heads

    def _head_time(self, index: int) -> When | None:
        """Give the time that a cell opens with.

        Of a cell without figures any near its start, a single month only where it says no more.
        """
        cell = self.sentence.cells[index]
        view = self.sentence.view
        near = [
            time
            for time in self._times
            if cell.span.start <= time.at < cell.span.end
            and not is_of_another(view, cell.span.start, time)
        ]
        if not cell.figures and index + 1 < len(self.sentence.cells):
            alone = [
                time
                for time in near
                if time.at < cell.span.start + _NEAR
                and not CAUSE_OR_BASE.search(view, cell.span.start, time.at)
                and not HELD.search(view, cell.span.start, time.at)
                and (time.kind != "month" or MONTH_SET.fullmatch(view, time.to, cell.span.end))
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
        index, bracketed = len(self._heads) - 1, self.sentence.cells[len(self._heads)].bracketed
        listed = self.sentence.cells[len(self._heads)].opener in LIST_OPENERS
        while index >= 0 and (
            (self.sentence.cells[index].bracketed and not bracketed)
            or (self._aside(index) and not listed)
        ):
            index -= 1
        return self._heads[index] if index >= 0 else self.framed

    def _aside(self, index: int) -> bool:
        """Tell whether a cell has the time of a figure told beside another: 上年为96件."""
        head = self._heads[index]
        return head is not None and head.kind in _BESIDE

    def before(self, at: int) -> Iterator[When]:
        """Yield the times said before a place, the last of them first."""
        return (time for time in reversed(self._times) if time.to <= at)

    def years(self, mention: Mention) -> tuple[int | None, int | None]:
        time = self.time_of(mention)
        return (time.start, time.end) if time else (self.part.start, self.part.end)
