"""Where a heading turns a report, back or ahead, over which years, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.patterns import outlook as o
from pipeline.patterns import periods as p
from pipeline.patterns import speeches
from pipeline.patterns.digits import number
from pipeline.periods import Period, written_in
from pipeline.records import Horizon, Part

# how sure a heading is: it names the period; it names the kind of part; its words come in both
NAMED, CLEAR, BY_THE_WAY = 3, 2, 1
_TERM = 2  # years from the first to the last that make a term, and no school year
_PLAN_YEARS = 4  # from the first year of a five-year plan to its last
_COUNTED = frozenset(("plan", "five", "ahead"))  # periods that a heading does not say by its years


class Turn(NamedTuple):
    """Where a heading turns the report, and how sure that is.

    ``next``: it says that it comes next (下一步); ``bare``: it names a plan that runs and says no
    more (“十四五”规划实施), which looks back where a part above does; ``drafted``: that a plan is
    drawn up, which is work of the year (谋划“十五五”).
    """

    part: Part
    strength: int
    next: bool = False
    bare: bool = False
    drafted: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """The period that a report looks back on and the one that it plans, and the parts they make.

    ``speech``: it is a speech in the year that it plans.
    """

    review: Period | None
    plan: Period | None
    speech: bool = False

    @property
    def last(self) -> int | None:
        """The last year looked back on."""
        return self.review.last_year if self.review else None

    def back(self, start: int | None = None, end: int | None = None) -> Part:
        """Make a part that looks back, over the years said or those of the report."""
        return _part("realised", Period(start, end or start) if start else self.review)

    def newest(self) -> Part:
        """Make a part of the last year, where the report looks back on a term of years."""
        review = self.review
        term = review is not None and review.end - review.start >= _TERM
        return self.back(review.end) if review and term else self.back()

    def ahead(self, start: int | None = None, end: int | None = None) -> Part:
        """Make a part that plans, over the years said or those of the report."""
        return _part("planned", Period(start, end or start) if start else self.plan)

    def last_years(self, said: p.Match | None) -> Part | None:
        """Make the part of so many years that end with the last: 五年来, 近三年."""
        if said is None or not self.last:
            return None
        return self.back(self.last - _count(said) + 1, self.last)

    def next_years(self, said: p.Match | None) -> Part | None:
        """Make the part of so many years that begin with those planned: 今后五年, 未来三年."""
        start = self.plan.start if self.plan and said else None
        return self.ahead(start, start + _count(said) - 1) if start and said else None

    def five_year_plan(self, head: str) -> Part | None:
        """Make the part of the plan that opens a goal (“十五五”时期主要目标是)."""
        if (said := p.NEXT_YEARS.search(head)) and self.plan:
            return self.next_years(said)
        plan = p.PLAN_SPAN.search(head) if "，" not in head[:6] else None
        start = p.FIVE_YEAR_PLANS.get(plan["name"]) if plan else None
        if not start or (self.last is not None and start + _PLAN_YEARS <= self.last):
            return None
        return self.ahead(start, start + _PLAN_YEARS)


def turn_of(head: str, years: Years, *, marked: bool) -> Turn | None:
    """Tell where a heading turns: by the period it names, else by its words alone."""
    said = _said(head)
    turn = _named(head, said, years, marked=marked) or _worded(head, said, years)
    return turn or (_of_a_speech(head, years) if marked else None)


def _said(head: str) -> set[str]:
    """What the words of a heading say, by the rules; an aim reached or worked for is none."""
    head = o.AIMED_AT.sub("", o.REACHED.sub("", head))
    return {rule.fills for rule in o.HEADINGS if rule.pattern.search(head)}


def _named(head: str, said: set[str], years: Years, *, marked: bool) -> Turn | None:
    """Where a heading turns by the period it names."""
    back, ahead = "back" in said or "back_weak" in said, "ahead" in said or "ahead_weak" in said
    plan = p.PLAN_NAME.search(head)
    if plan and (
        found := _by_plan(head, plan["name"], years, back=back, ahead=ahead, marked=marked)
    ):
        return found
    return _by_periods(head, said, years, back=back, ahead=ahead, marked=marked)


def _by_periods(
    head: str, said: set[str], years: Years, *, back: bool, ahead: bool, marked: bool
) -> Turn | None:
    """Tell where a heading turns by the periods that it names, plans of five years aside."""
    periods = _periods(head, years.review.start if years.review else None)
    if not periods or (back and ahead and len(set(periods)) > 1):
        return None  # a title names both: 2024年工作总结及2025年工作思路
    first = any(pattern.match(head) for pattern in (o.YEAR_AT_HEAD, o.PERIOD_AT_HEAD))
    if not (said or marked or o.PERIOD_ALONE.fullmatch(head)):
        return None  # 2024年工作会议交流材料
    told = _told(periods, years, only_back=back and not ahead)
    return _by_period(told, years, back=back, ahead=ahead, first=first)


def _told(periods: Sequence[Period], years: Years, *, only_back: bool) -> Period:
    """Choose the period that a heading is about: the newest, or where it looks ``only_back`` the
    one that the report does."""
    newest = max(periods, key=lambda one: (one.start, one.first_month))
    if only_back:  # 为做好2024年工作，现将2023年工作总结如下
        return next((one for one in periods if _is_reviewed(one, years)), newest)
    return newest


def _periods(head: str, near: int | None) -> list[Period]:
    """The periods that a heading names, plans of five years aside."""
    spoken = [one.period(near) for one in written_in(head) if one.kind not in _COUNTED]
    if year := o.YEAR_AT_HEAD.match(head):
        spoken.append(Period(int(year["year"]), int(year["year"])))
    return [one for one in spoken if one]


def _by_period(
    period: Period, years: Years, *, back: bool, ahead: bool, first: bool
) -> Turn | None:
    """Tell where a period turns: surely with words that go with it, or at the head (``first``);
    without any it turns no part that a heading above has settled."""
    if _is_to_come(period, years):
        return _to_come(period, years, back=back, ahead=ahead, first=first)
    if _is_reviewed(period, years):
        return _reviewed(period, years, back=back, ahead=ahead)
    earlier = back and _is_earlier(period, years)
    return Turn(_part("realised", period), NAMED) if earlier else None


def _to_come(period: Period, years: Years, *, back: bool, ahead: bool, first: bool) -> Turn:
    """Tell where a period behind the one looked back on turns: ahead, but for a part of it that is
    told."""
    # 二、2023年上半年预算执行情况, behind the account of 2022
    if period.within and back and not ahead:
        return Turn(_part("realised", period), NAMED)
    several = (period.start, period.end) if period.end > period.start else ()
    return Turn(years.ahead(*several), NAMED if ahead or (first and not back) else CLEAR)


def _reviewed(period: Period, years: Years, *, back: bool, ahead: bool) -> Turn | None:
    """Where the period looked back on turns, or the last year of it; not with words of a plan."""
    if ahead and not back:
        return None
    part = years.newest() if period.start == period.end else years.back()
    return Turn(part, NAMED if back else CLEAR)


def _is_to_come(period: Period, years: Years) -> bool:
    if years.plan is None or period.start < years.plan.start:
        return False
    return years.review is None or period.begins_behind(years.review)


def _is_reviewed(period: Period, years: Years) -> bool:
    """Whether a period is the one looked back on, or its last year."""
    if years.review is None:
        return False
    last = period.start == period.end == years.review.last_year
    return period == years.review or (last and not period.within)


def _is_earlier(period: Period, years: Years) -> bool:
    """Whether a period lies before all that is planned, or in what is looked back on, or is of
    several years that end with that: 2021—2023年工作回顾 in a report on 2023."""
    if years.review is not None:
        ends = period.end > period.start and period.end == years.last
        return ends or period.start >= years.review.start
    return years.plan is not None and years.plan.begins_behind(period)


def _by_plan(
    head: str, name: str, years: Years, *, back: bool, ahead: bool, marked: bool
) -> Turn | None:
    """Where a five-year plan turns: “十三五”时期工作回顾 when it has ended, “十五五”时期主要目标
    while it runs or is to come."""
    start = p.FIVE_YEAR_PLANS.get(name)
    if not start:
        return None
    end = start + _PLAN_YEARS
    stated = [match.start() for match in p.ONE_YEAR.finditer(head)]
    if years.last is not None and end <= years.last:
        named = any(one < head.index(name) for one in stated)
        return Turn(years.newest() if named else years.back(start, end), NAMED) if back else None
    if stated or not (ahead or (marked and not back)):
        return None
    drafted = o.DRAFTED.search(head, 0, head.index(name)) is not None
    return Turn(years.ahead(start, end), NAMED, bare=drafted or not ahead, drafted=drafted)


def _worded(head: str, said: set[str], years: Years) -> Turn | None:
    """Where a heading turns by its words alone: the sure ones first, and never both ways."""
    back, ahead = "back" in said, "ahead" in said
    strength = CLEAR if back or ahead else BY_THE_WAY
    if not back and not ahead:
        back, ahead = "back_weak" in said, "ahead_weak" in said
    if back == ahead:
        return None
    if back:
        counted = p.FIVE_YEARS.search(head) or p.RECENT_YEARS.search(head)
        return Turn(years.last_years(counted) or years.back(), strength)
    counted = p.NEXT_YEARS.search(head)
    return Turn(years.next_years(counted) or years.ahead(), strength, "next" in said)


def _count(said: p.Match) -> int:
    """Give how many years are said; a term has five."""
    return number(said["n"]) if "n" in said.groupdict() else _PLAN_YEARS + 1


def _of_a_speech(head: str, years: Years) -> Turn | None:
    """Where a part of a speech turns ahead that sets out what is to be done: 二、突出重点，狠抓落实."""
    if not years.speech or speeches.AS_THEY_STAND.search(head):
        return None
    return Turn(years.ahead(), BY_THE_WAY) if speeches.SETS_OUT.search(head) else None


def _part(horizon: Horizon, period: Period | None) -> Part:
    if period is None:
        return Part(horizon, None, None)
    return Part(horizon, period.start, period.end, period.within)
