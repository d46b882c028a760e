"""The times said in a sentence, resolved against the report's own years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.extract.frozen import replace
from pipeline.patterns import periods as p
from pipeline.patterns.digits import number
from pipeline.records import Part, Span


class When(NamedTuple):
    """A time as said: where, and the years ``start``..``end``.

    ``months`` is set for a part of one year (``-H1``, ``-Q3``, ``-01/2022-11``).

    ``kind``: ``month`` for a single one, ``until`` where it is counted up to its end (截至10月底),
    ``so_far`` for 今年以来, ``same`` and ``beside`` where it is that of a figure told beside another
    (去年同期为86公里, 上年为31起), else empty.
    """

    at: int
    to: int
    start: int
    end: int
    months: str = ""
    kind: str = ""


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
        if not any(mark in text for mark in ("年", "季", "月", "“")):
            return ()
        found = sorted(
            [*self._absolute(view, span), *self._relative(view, span)],
            key=lambda time: (time.at, -time.to),
        )
        said: list[When] = []
        for time in found:
            if said and time.at < said[-1].to:
                continue
            based = p.BASE_YEAR_BEFORE.search(view, max(span.start, time.at - 3), time.at)
            if not based and not p.OF_THAT_YEAR.match(view, time.to):
                said.append(time)
        if not any(mark in text for mark in p.PART_MARKS):
            return tuple(said)
        return tuple(self._listed(view, span, list(self._parts(view, span, said))))

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
            yield from (
                When(*match.span(), last - 4, last) for match in p.FIVE_YEARS.finditer(view, *span)
            )
            for match in p.RECENT_YEARS.finditer(view, *span):
                yield When(*match.span(), last - number(match["n"]) + 1, last)
        if plan:
            yield from (
                When(*match.span(), plan, plan + 4)
                for match in p.NEXT_FIVE_YEARS.finditer(view, *span)
            )
            if self._part.horizon == "planned":
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
                yield from (
                    When(*match.span(), year, year, kind=self._beside(view, match))
                    for match in pattern.finditer(view, *span)
                )
        this = self._this
        if this:
            yield from (
                When(*match.span(), this - 1, this - 1, self._so_far(), "same")
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
            yield from (
                When(*match.span(), this, this, self._so_far(), "so_far")
                for match in p.SO_FAR.finditer(view, *span)
            )

    @staticmethod
    def _beside(view: str, match: p.Match) -> str:
        """Tell a year that is only told beside another figure: 受理73件，|上年|为96件."""
        return "beside" if p.BESIDE.match(view, match.end()) else ""

    def _so_far(self) -> str:
        """Read 今年以来 in a report on a part of the year as that part, 去年同期 as that a year before."""
        one = self._part.start == self._part.end == self._this
        return self._part.within if one and self._part.horizon == "realised" else ""

    def _parts(self, view: str, span: Span, said: list[When]) -> Iterator[When]:
        """Give ``said`` with 上半年, 前三季度, 三季度, 1—11月, 9月末 among them.

        They are of the year said before, else of the report's.
        """
        left = list(said)
        year = self._this
        over = [time for time in said if "/" in time.months]  # 2023年7月至2024年6月
        for match in p.PART_OF_YEAR.finditer(view, *span):
            if any(time.at <= match.start() < time.to for time in over):
                continue
            while left and left[0].at < match.start():
                year = left[0].start if left[0].start == left[0].end else year
                yield left.pop(0)
            while left and left[0].at < match.end():
                left.pop(0)  # 2023年 of 2023年一季度
            year = int(match["year"]) if match["year"] else year
            backwards = (match["first"] and int(match["last"]) < int(match["first"])) or (
                match["from_quarter"]
                and number(match["to_quarter"]) < number(match["from_quarter"])
            )
            if (
                year
                and not backwards
                and not p.BASE_YEAR_BEFORE.search(
                    view, max(span.start, match.start() - 3), match.start()
                )
            ):
                yield self._part_of(view, span, match, year)
        for time in left:
            whole = (
                time.kind != "so_far"
                and time.start == time.end == self._this
                and view.startswith("全年", time.at)
                and year
            )
            yield replace(time, start=year, end=year) if whole and year else time

    def _part_of(self, view: str, span: Span, match: p.Match, year: int) -> When:
        at, to = match.span()
        if match["month"]:
            month = f"-{int(match['month']):02d}"
            ends = match["day"] or match["tail"] in ("底", "末")
            if ends and p.UNTIL.search(view, max(span.start, at - 3), at):
                return When(at, to, year, year, month, "until")
            return (
                When(at, to, year, year)
                if match["day"]
                else When(at, to, year, year, month, "month")
            )
        if match["from_quarter"]:
            first, last = number(match["from_quarter"]) * 3 - 2, number(match["to_quarter"]) * 3
            return When(at, to, year, year, f"-{first:02d}/{year}-{last:02d}")
        if match["half"]:
            return When(at, to, year, year, "-H1" if match["half"] == "上" else "-H2")
        if match["quarter"]:
            return When(at, to, year, year, f"-Q{number(match['quarter'])}")
        if match["first"]:
            return When(
                at, to, year, year, f"-{int(match['first']):02d}/{year}-{int(match['last']):02d}"
            )
        months = number(match["quarters"]) * 3 if match["quarters"] else number(match["months"])
        return When(at, to, year, year, f"-01/{year}-{months:02d}")
