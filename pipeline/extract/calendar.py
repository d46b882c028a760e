"""The times said in a sentence, resolved against the report's own years."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.frozen import replace
from pipeline.extract.year_parts import When, months_in, with_parts
from pipeline.patterns import deadlines, earlier
from pipeline.patterns import periods as p
from pipeline.patterns.digits import number
from pipeline.records import Part, Span

_NEAR = 12  # characters before a year in which a figure may stand that it is told beside


class Calendar:
    """What the words of a sentence mean in a part of a report.

    今年, 去年, 五年来, 上半年 are counted from the report's own years.
    """

    def __init__(self, part: Part, review: int | None, plan: int | None, now: int | None) -> None:
        self._part, self._review, self._plan = part, review, plan
        self._last = review if review is not None else plan - 1 if plan is not None else None
        running = now is not None and now == self._last  # it speaks in the year it looks back on
        self._past = self._last - 1 if running and self._last else self._last  # 去年
        self._next = (
            self._last + 1
            if self._last and (now is None or running or part.horizon == "realised")
            else plan + 1
            if plan
            else None
        )  # 明年
        self._this = plan if part.horizon == "planned" else review

    def times(self, view: str, span: Span) -> tuple[When, ...]:
        """Every time said in ``view[span]``, in order, none inside another.

        Bases of comparison (比2021年) are left out.
        """
        text = view[span.start : span.end]
        if not any(mark in text for mark in ("年", "季", "月", "“", "前")):
            return ()
        found = sorted(
            [*self._absolute(view, span), *self._relative(view, span)],
            key=lambda time: (time.at, -time.to),
        )
        titles = [match.span() for match in p.BOOK.finditer(view, *span)] if "《" in text else []
        said: list[When] = []
        for time in found:
            if said and time.at < said[-1].to:
                continue
            if any(start < time.at < end for start, end in titles):
                continue  # 《国土空间总体规划（2021—2035年）》获批
            by_then = deadlines.BY.fullmatch(view, time.at, time.to + 1)
            based = (
                not (by_then or p.BUILT_ON.match(view, time.to))
                and p.BASE_YEAR_BEFORE.search(view, max(span.start, time.at - 3), time.at)
            )
            due = p.OF_A_PLAN.match(view, time.at)
            if not based and not due and not p.OF_THAT_YEAR.match(view, time.to):
                said.append(time)
        if not any(mark in text for mark in p.PART_MARKS):
            return tuple(said)
        return tuple(self._listed(view, span, list(with_parts(view, span, said, self._this))))

    def _listed(self, view: str, span: Span, said: list[When]) -> Iterator[When]:
        """Give ``said`` with the parts that a list leaves 季度 or 月 out of: 一、二、三、|四季度."""
        lists = {match.end(): match for match in p.LISTED_PARTS.finditer(view, *span)}
        for time in said:
            if match := lists.get(time.at):
                for part in p.LISTED_PART.finditer(view, *match.span()):
                    own = f"-Q{number(part[0])}" if "Q" in time.months else f"-{int(part[0]):02d}"
                    yield replace(time, at=part.start(), to=part.end(), months=own)
            yield time

    def _absolute(self, view: str, span: Span) -> Iterator[When]:
        """2020年到2025年, 2023年, 2021、2022、2023年, “十四五”时期."""
        for match in p.MONTH_SPAN.finditer(view, *span) if view.find("月", *span) >= 0 else ():
            first, last = int(match["start"]), int(match["end"])
            months = f"-{int(match['first']):02d}/{last}-{int(match['last']):02d}"
            if first < last:
                yield When(*match.span(), first, first, months)
        if p.A_YEAR_HINT.search(view, *span):
            yield from self._in_digits(view, span)
        if view.find("五”", *span) >= 0:
            yield from self._of_plans(view, span)

    def _in_digits(self, view: str, span: Span) -> Iterator[When]:
        """2020年到2025年, 2023年, 2021、2022、2023年."""
        for match in p.YEAR_SPAN.finditer(view, *span):
            yield When(*match.span(), int(match["start"]), int(match["end"]))
        for match in p.ONE_YEAR.finditer(view, *span):
            yield When(*match.span(), int(match["year"]), int(match["year"]))
        for match in p.SINCE.finditer(view, *span):
            if self._last and int(match["year"]) < self._last:
                yield When(*match.span(), int(match["year"]), self._last)
        for match in p.LISTED_YEARS.finditer(view, *span):
            for year in p.LISTED_YEAR.finditer(view, *match.span()):
                yield When(*year.span(), int(year.group()), int(year.group()))

    def _of_plans(self, view: str, span: Span) -> Iterator[When]:
        """“十四五”时期, “十四五”末."""
        for match in p.PLAN_SPAN.finditer(view, *span):
            if start := p.FIVE_YEAR_PLANS.get(match["name"]):
                running = (
                    self._review is not None
                    and start <= self._review < start + 4
                    and self._part.horizon == "realised"
                )
                yield When(
                    *match.span(), start, self._review if running and self._review else start + 4
                )
        for match in p.PLAN_END.finditer(view, *span):
            if start := p.FIVE_YEAR_PLANS.get(match["name"]):
                yield When(*match.span(), start + 4, start + 4)

    def _relative(self, view: str, span: Span) -> Iterator[When]:
        """五年来, 近三年, 去年, 今年, 今后五年."""
        last, plan = self._last, self._plan
        if not p.RELATIVE_HINT.search(view, *span):
            return
        if last:
            for match in p.FIVE_YEARS.finditer(view, *span):
                start = self._planned_term(match.group()) or last - 4
                yield When(*match.span(), start, start + 4)
            for match in p.RECENT_YEARS.finditer(view, *span):
                start = self._planned_term(match.group()) or last - number(match["n"]) + 1
                yield When(*match.span(), start, start + number(match["n"]) - 1)
        if ahead := plan or (last + 1 if last else None):
            yield from (
                When(*match.span(), ahead, ahead + number(match["n"]) - 1)
                for match in p.NEXT_YEARS.finditer(view, *span)
            )
            if plan and self._part.horizon == "planned":
                yield from (
                    When(*match.span(), plan, plan + number(match["n"]) - 1)
                    for match in p.WITHIN_YEARS.finditer(view, *span)
                )
        for pattern, year in (
            (p.LAST_YEAR, self._past),
            (p.YEAR_BEFORE_LAST, self._past and self._past - 1),
            (p.NEXT_YEAR, self._next),
        ):
            if year:
                for match in pattern.finditer(view, *span):
                    beside = self._beside(view, match)
                    near = max(span.start, match.start() - _NEAR), match.start()
                    # told beside a figure of this year it is the one before, whenever it is said
                    behind = beside and self._this and p.BEHIND_A_FIGURE.search(view, *near)
                    said = min(year, self._this - 1) if behind and self._this else year
                    yield When(*match.span(), said, said, kind=beside)
        this = self._this
        if this:
            for match in p.TURN_OF_YEAR.finditer(view, *span):
                months = f"-{int(match['first']):02d}/{this}-{int(match['last']):02d}"
                yield When(*match.span(), this - 1, this - 1, months)
            yield from (
                When(*match.span(), this - 1, this - 1, months_in(this - 1, self._so_far()), "same")
                for match in p.SAME_TIME.finditer(view, *span)
            )
            before = last if self._part.horizon == "planned" and last else this - 1
            yield from (
                When(*match.span(), before, before, kind=self._beside(view, match))
                for match in p.YEAR_BEFORE.finditer(view, *span)
            )
            school = self._part.within.startswith("/")  # of a school year 全年 is the whole
            for match in p.THIS_YEAR.finditer(view, *span):
                if school and self._part.start and match.group() == "全年":
                    begun = self._part.start
                    yield When(*match.span(), begun, begun, self._part.within)
                else:
                    yield When(*match.span(), this, this)
            for year, pattern in (
                (this - 1, earlier.END_OF_LAST_YEAR),
                (this, earlier.END_OF_THIS_YEAR),
                (this, deadlines.BY_THEN),
            ):
                yield from (
                    When(*match.span(), year, year) for match in pattern.finditer(view, *span)
                )
            yield from self._last_month(view, span, this)
            yield from (
                When(*match.span(), this, this, self._so_far(), "so_far")
                for match in p.SO_FAR.finditer(view, *span)
            )

    def _last_month(self, view: str, span: Span, this: int) -> Iterator[When]:
        """由|上月|的上涨0.7%: the month before the last one of a report on months of a year."""
        within = self._part.within
        month = int(within[-2:]) if within[-2:].isdecimal() else 0
        if month > 1:
            for match in earlier.LAST_MONTH.finditer(view, *span):
                yield When(*match.span(), this, this, f"-{month - 1:02d}", "month")

    def _planned_term(self, said: str) -> int | None:
        """Give the first year of a plan, where 五年累计, 三年累计 is what is to be reached in it."""
        start, end = self._part.start, self._part.end
        if self._part.horizon != "planned" or start is None or end is None:
            return None
        together = p.YEARS_TOGETHER.match(said)
        years = number(together["n"]) if together else 5
        all_of_them = together or p.FIVE_TOGETHER.fullmatch(said)
        return start if all_of_them and end - start + 1 == years else None

    @staticmethod
    def _beside(view: str, match: p.Match) -> str:
        """Tell a year that is only told beside another figure: 受理73件，|上年|为96件."""
        return "beside" if p.BESIDE.match(view, match.end()) else ""

    def _so_far(self) -> str:
        """Read 今年以来 in a report on a part of the year as that part."""
        one = self._part.start == self._part.end == self._this
        return self._part.within if one and self._part.horizon == "realised" else ""
