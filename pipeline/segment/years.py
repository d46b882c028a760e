"""Which stretch of a report looks back and which ahead, and over which years. The clock is never asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.patterns import outlook as o
from pipeline.patterns import periods as p
from pipeline.periods import Period, arabic, written_in
from pipeline.records import Horizon, Part, Span

# how sure a heading is: it names the period; it names the kind of part; its words come in both kinds of parts
_NAMED, _CLEAR, _BY_THE_WAY = 3, 2, 1
_HEAD = 120  # characters of a sentence that can turn a report
_TOP, _UNMARKED = 1, 9  # ranks of headings without a marker: above all parts, or below


class Turn(NamedTuple):
    """Where a heading turns the report, and how sure that is; ``next`` where it says that it comes next (下一步)."""

    part: Part
    strength: int
    next: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """What a heading of some rank has settled for all that stands under it."""

    rank: int
    part: Part
    strength: int


class Outlook:
    """Follows a report from top to bottom; ``see`` takes the next heading or sentence and gives the part it belongs to.

    Headings and opening words move the state: 二、2023年工作计划 turns it ahead, 五年来 widens it to the span of the plan. What a heading has settled,
    no heading below it turns, unless it names another period or says that it comes next.
    """

    def __init__(self, review: Period | None, plan: Period | None) -> None:
        self._review = review
        self._plan = plan or (review.following() if review else None)
        first = self._back() if review or not plan else self._ahead()
        self._stack = [Settled(0, first, 0)]
        self._at: Span | None = None
        self._aside: Part | None = None

    @property
    def _now(self) -> Part:
        return self._stack[-1].part

    def see(
        self, text: str, at: Span, *, heading: bool, rank: int | None, first: bool = True
    ) -> Part:
        """The part of the heading or sentence ``at`` which ``text`` stands. ``rank`` is the rank of its marker (1 is highest), None without one; ``first`` in its line."""
        self._at = at
        if first and self._aside:
            self._set(self._aside)
            self._aside = None
        text, titled = text[:_HEAD], heading or rank is not None
        if not titled and not p.MAY_TURN.search(text):
            return self._now
        text = arabic(p.DRESS.sub("", text)).replace(",", "，")
        if titled:
            self._see_heading(
                p.RUN_ON.split(text[: 60 if heading else 40])[0].rstrip("：:。 "),
                rank,
                marked=rank is not None,
            )
        self._see_opening(text, first=first)
        return self._now

    def _set(self, part: Part) -> None:
        top = self._stack[-1]
        if not _same(part, top.part):
            self._stack[-1] = Settled(
                top.rank, part if part is self._aside else self._here(part), top.strength
            )

    def _here(self, part: Part) -> Part:
        return replace(part, at=self._at)

    def _ahead(self, start: int | None = None, end: int | None = None) -> Part:
        return _part("planned", Period(start, end or start) if start else self._plan)

    def _back(self, start: int | None = None, end: int | None = None) -> Part:
        return _part("realised", Period(start, end or start) if start else self._review)

    @property
    def _last(self) -> int | None:
        """The last year looked back on."""
        return self._review.last_year if self._review else None

    # headings

    def _see_heading(self, head: str, rank: int | None, *, marked: bool) -> None:
        if o.TITLE_LINE.search(head):
            return
        turn = self._named(head, marked=marked) or self._worded(head)
        rank = rank or (
            _TOP
            if self._stack[-1].rank <= _TOP or (turn and turn.strength == _NAMED)
            else _UNMARKED
        )
        while len(self._stack) > 1 and self._stack[-1].rank > rank:
            self._stack.pop()
        if turn is None and marked:
            self._leave(rank)
        if turn and self._turns(turn, rank, head):
            while len(self._stack) > 1 and self._stack[-1].rank >= rank:
                self._stack.pop()
            self._stack.append(Settled(rank, self._here(turn.part), turn.strength))

    def _leave(self, rank: int) -> None:
        """End the span of years that a heading of this rank opened in a plan of one year."""
        if len(self._stack) < 3 or self._stack[-1].rank != rank:
            return
        above, part = self._stack[-2], self._stack[-1].part
        spanned = part.start != part.end and above.part.start == above.part.end
        planned = above.part.horizon == part.horizon == "planned"
        if spanned and planned and above.strength:
            self._stack.pop()

    def _turns(self, turn: Turn, rank: int, head: str) -> bool:
        """Whether a heading may turn what has been settled above it or beside it."""
        above = self._stack[-1]
        if turn.part.horizon == above.part.horizon:
            return turn.strength >= _CLEAR and not (
                above.strength == _NAMED and turn.strength < _NAMED and rank > above.rank
            )
        if rank > above.rank and above.strength:
            return turn.strength == _NAMED or (turn.next and turn.part.horizon == "planned")
        if turn.strength == _BY_THE_WAY and turn.part.horizon == "realised":
            return bool(o.BACK_WHOLE.fullmatch(o.MARK.sub("", head)))
        return True

    def _named(self, head: str, *, marked: bool) -> Turn | None:
        """Where a heading turns by the period it names."""
        said = _said(head)
        back, ahead = "back" in said or "back_weak" in said, "ahead" in said or "ahead_weak" in said
        plan = p.PLAN_NAME.search(head)
        if plan and (
            found := self._five_year_plan(head, plan["name"], back=back, ahead=ahead, marked=marked)
        ):
            return found
        near = self._review.start if self._review else None
        spoken = [one.period(near) for one in written_in(head) if one.kind not in ("plan", "five")]
        if year := o.YEAR_AT_HEAD.match(head):
            spoken.append(Period(int(year["year"]), int(year["year"])))
        periods = [one for one in spoken if one]
        if not periods or (back and ahead and len(set(periods)) > 1):
            return None  # a title names both: 2024年工作总结及2025年工作思路
        newest = max(periods, key=lambda one: (one.start, one.first_month))
        return self._by_period(
            newest,
            said,
            first=bool(year) or o.PERIOD_AT_HEAD.match(head) is not None,
            marked=marked,
        )

    def _by_period(
        self, period: Period, said: set[str], *, first: bool, marked: bool
    ) -> Turn | None:
        """Where a period turns: surely with words that go with it, or at the head (``first``); without any it turns no part that a heading above has settled."""
        review, plan = self._review, self._plan
        if not (said or first or marked):
            return None
        back, ahead = said & {"back", "back_weak"}, said & {"ahead", "ahead_weak"}
        if (
            plan is not None
            and period.start >= plan.start
            and (review is None or period.begins_behind(review))
        ):
            return Turn(self._ahead(), _NAMED if ahead or (first and not back) else _CLEAR)
        if review and (
            period == review
            or (period.start == period.end == review.last_year and not period.within)
        ):
            return None if ahead and not back else Turn(self._back(), _NAMED if back else _CLEAR)
        earlier = (review is None and plan is not None and plan.begins_behind(period)) or (
            review is not None and period.start >= review.start
        )
        return Turn(_part("realised", period), _NAMED) if back and earlier else None

    def _five_year_plan(
        self, head: str, name: str, *, back: bool, ahead: bool, marked: bool
    ) -> Turn | None:
        """“十三五”时期工作回顾 when that plan has ended, “十五五”时期主要目标 while it runs or is to come."""
        start = p.FIVE_YEAR_PLANS.get(name)
        if not start:
            return None
        ended = self._last is not None and start + 4 <= self._last
        years = [match.start() for match in p.ONE_YEAR.finditer(head)]
        if ended and back:
            at = head.index(name)
            return Turn(
                self._back() if any(one < at for one in years) else self._back(start, start + 4),
                _NAMED,
            )
        if not ended and (ahead or not back) and not years and (ahead or marked):
            return Turn(self._ahead(start, start + 4), _NAMED)
        return None

    def _worded(self, head: str) -> Turn | None:
        """Where a heading turns by its words alone."""
        said = _said(head)
        back, ahead = "back" in said, "ahead" in said
        if back == ahead:
            back, ahead = (
                (back or "back_weak" in said, ahead or "ahead_weak" in said)
                if not back
                else (False, False)
            )
        if back == ahead:
            return None
        strength = _CLEAR if said & {"back", "ahead"} else _BY_THE_WAY
        if back:
            span = p.FIVE_YEARS.search(head) and self._last
            return Turn(
                self._back(self._last - 4, self._last) if span and self._last else self._back(),
                strength,
            )
        five = p.NEXT_FIVE_YEARS.search(head) and self._plan
        return Turn(
            self._ahead(self._plan.start, self._plan.start + 4)
            if five and self._plan
            else self._ahead(),
            strength,
            "next" in said,
        )

    # opening words

    def _see_opening(self, text: str, *, first: bool) -> None:
        if match := p.SALUTATION.match(text):
            text = text[match.end() :]
        head = text[:40]
        if not p.TURN_HINT.search(head):
            return
        before = self._now
        if self._plans(head):
            self._set(self._ahead(*self._plan_span(head)))
        elif before.horizon == "planned":
            self._see_in_plan(head)
            if p.LOOK_BACK.match(head) or (not _same(self._now, before) and not first):
                self._aside = (
                    self._aside or before
                )  # 过去一年，… told in passing holds for the paragraph
        else:
            self._see_in_review(head, before)
            if (
                not _same(self._now, before)
                and not first
                and (not p.LAST_FIVE.search(head[:18]) or any(c.isdigit() for c in text[12:]))
                and not p.PAST_YEAR.search(head[:18])
            ):
                self._aside = (
                    self._aside or before
                )  # “十四五”以来，… within a paragraph holds for the paragraph

    def _plans(self, head: str) -> bool:
        """Whether a sentence opens a plan: not by 今年要重点 where a heading above has said that the part looks back."""
        if not p.PLAN_HINT.search(head) or not p.PLAN_OPENING.search(head) or (self._last and f"{self._last}年" in head):
            return False
        settled = self._stack[-1].strength == _NAMED and self._now.horizon == "realised"
        return (
            not settled
            or bool(o.GOAL_OPENING.search(head))
            or (self._plan is not None and f"{self._plan.start}年" in head)
        )

    def _plan_span(self, head: str) -> tuple[int | None, int | None]:
        """The years of a five-year plan that opens a goal (“十五五”时期主要目标是), or (None, None)."""
        if p.NEXT_FIVE_YEARS.search(head) and self._plan:
            return self._plan.start, self._plan.start + 4
        plan = p.PLAN_SPAN.search(head) if "，" not in head[:6] else None
        start = p.FIVE_YEAR_PLANS.get(plan["name"]) if plan else None
        ahead = start is not None and (self._last is None or start + 4 > self._last)
        return (start, start + 4) if ahead and start else (None, None)

    def _see_in_plan(self, head: str) -> None:
        span = self._plan_span(head[:14])
        if span[0]:
            self._set(self._ahead(*span))
        elif p.NEXT_FIVE_YEARS.match(head) and self._plan:
            self._set(self._ahead(self._plan.start, self._plan.start + 4))
        elif self._plan and head.startswith((f"{self._plan.start}年", "今年")):
            self._set(self._ahead())
        elif p.LOOK_BACK.match(head):
            self._set(self._back())
        elif p.FIVE_YEARS.match(head) and self._last:
            self._set(self._back(self._last - 4, self._last))

    def _see_in_review(self, head: str, before: Part) -> None:
        if not self._last:
            return
        span = p.PLAN_SPAN.search(head[:18]) or p.FIVE_YEARS.search(head[:18])
        if span and (
            p.BEFORE_SPAN.fullmatch(head, 0, span.start()) or head.startswith("，", span.end())
        ):
            start = p.FIVE_YEAR_PLANS.get(span.groupdict().get("name") or "", self._last - 4)
            if start <= self._last:
                self._set(self._back(start, min(start + 4, self._last)))
        elif p.PAST_YEAR.search(head[:18]):
            self._set(self._back())
        elif head.startswith(f"{self._last}年，") and before.start != before.end:
            self._set(self._back())
            self._aside = before


def _part(horizon: Horizon, period: Period | None) -> Part:
    return (
        Part(horizon, period.start, period.end, period.within)
        if period
        else Part(horizon, None, None)
    )


def _same(one: Part, other: Part) -> bool:
    """Whether two parts look the same way over the same time, wherever that was said."""
    times = one.start == other.start and one.end == other.end and one.within == other.within
    return times and one.horizon == other.horizon


def _said(head: str) -> set[str]:
    """What the words of a heading say, by the rules; an aim that was reached is none."""
    head = o.REACHED.sub("", head)
    return {rule.fills for rule in o.HEADINGS if rule.pattern.search(head)}
