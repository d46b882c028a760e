"""Which stretch of a report looks back and which ahead, and over which years.

The clock is never asked.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.patterns import outlook as o
from pipeline.patterns import periods as p
from pipeline.patterns.digits import arabic
from pipeline.periods import Period
from pipeline.records import Part, Span
from pipeline.segment.mixed import turns_ahead
from pipeline.segment.openings import comes_next, is_aside, opens_plan, opens_with
from pipeline.segment.settled import HIGH, Settled, goes_on, is_bare, same, unmarked_rank, widens
from pipeline.segment.turns import BY_THE_WAY, CLEAR, NAMED, Turn, Years, turn_of

_EDGES = (o.EDGE_LINE, o.ANNEX_LINE)
_HEAD = 120  # characters of a sentence that can turn a report


class Outlook:
    """Follows a report from top to bottom.

    ``see`` takes the next heading or sentence and gives the part it belongs to. Headings and
    opening words move the state: 二、2023年工作计划 turns it ahead, 五年来 widens it to the span
    of the plan. What a heading has settled, no heading below it turns, unless it names another
    period or says that it comes next.
    """

    def __init__(self, review: Period | None, plan: Period | None, speech: int | None) -> None:
        """Begin a report on a period that plans another; a ``speech`` speaks in a year."""
        planned = plan or (review.following() if review else None)
        ahead = planned is not None and planned.start == speech
        self._years = Years(review, planned, speech=ahead)
        first = self._years.back() if review or not plan else self._years.ahead()
        self._stack = [Settled(0, first, 0)]
        self._at: Span | None = None
        self._aside: Part | None = None

    @property
    def _now(self) -> Part:
        return self._stack[-1].part

    def see(
        self, text: str, at: Span, *, heading: bool, rank: int | None, first: bool = True
    ) -> Part:
        """Give the part of the heading or sentence ``text``, which stands ``at`` a place.

        ``rank`` is the rank of its marker (1 is highest), None without one; ``first``: it opens
        its line.
        """
        self._at = at
        if first:
            self._end_aside()
        text, titled = text[:_HEAD], heading or rank is not None
        both = self._stack[-1].both
        asked = both or self._years.speech
        if not titled and not asked and not p.MAY_TURN.search(text):
            return self._now
        text = arabic(p.DRESS.sub("", text)).replace(",", "，")
        if titled:
            head = p.RUN_ON.split(text[: 60 if heading else 40])[0].rstrip("：:。 ")
            self._see_heading(head, rank)
        if both and self._stack[-1].both:
            self._see_shortcoming(text, first=first)
        self._see_opening(text, first=first)
        return self._now

    def _set(self, part: Part) -> None:
        top = self._stack[-1]
        if not same(part, top.part):
            here = part if part is self._aside else self._here(part)
            self._stack[-1] = replace(top, part=here)

    def _here(self, part: Part) -> Part:
        return replace(part, at=self._at)

    # headings

    def _see_heading(self, head: str, rank: int | None) -> None:
        marked = rank is not None
        edge = not marked and (o.DATE_LINE.fullmatch(head) or self._is_edge(head))
        if edge or o.TITLE_LINE.search(head):
            return
        turn = turn_of(head, self._years, marked=marked)
        rank = rank or unmarked_rank(turn, self._stack[-1])
        self._close(rank + 1)
        if turn is None and marked:
            turn = self._unturned(rank)
        self._settle(head, turn, rank)

    def _settle(self, head: str, turn: Turn | None, rank: int) -> None:
        """Settle what stands under a heading, where it turns or names both ways."""
        if self._years.review and self._now.horizon == "realised" and o.BOTH.search(head):
            self._close(rank)
            self._stack.append(Settled(rank, self._here(self._now), CLEAR, both=True))
        elif turn and self._turns(turn, rank, head):
            self._close(rank)
            self._stack.append(Settled(rank, self._here(turn.part), turn.strength))

    def _is_edge(self, head: str) -> bool:
        """Whether a line stands at the edge of a document, and turns nothing."""
        annexed = o.ANNEX_LINE.match(head) and len(self._stack) == 1
        return bool(annexed or o.EDGE_LINE.match(head))

    def _unturned(self, rank: int) -> Turn | None:
        """End what a heading ends that says of no period; 一、基本情况 is of the one above."""
        self._leave(rank)
        settles = rank <= HIGH and not self._stack[-1].strength
        return Turn(self._now, BY_THE_WAY) if settles else None

    def _close(self, rank: int) -> None:
        """Leave what headings of this rank and below have settled."""
        while len(self._stack) > 1 and self._stack[-1].rank >= rank:
            self._stack.pop()

    def _leave(self, rank: int) -> None:
        """End the span of years that a heading of this rank opened in a plan of one year."""
        if len(self._stack) < 3 or self._stack[-1].rank != rank:
            return
        above, part = self._stack[-2], self._stack[-1].part
        if above.strength and widens(part, above.part):
            self._stack.pop()

    def _turns(self, turn: Turn, rank: int, head: str) -> bool:
        """Whether a heading may turn what has been settled above it or beside it."""
        above = self._stack[-1]
        if rank > above.rank and rank > HIGH and is_bare(turn, above):
            return False
        if turn.part.horizon == above.part.horizon:
            return goes_on(turn, above, rank)
        if rank > above.rank and above.strength:
            return turn.strength == NAMED or (turn.next and turn.part.horizon == "planned")
        return turn.strength > BY_THE_WAY or self._turns_by_the_way(turn, rank, head)

    def _turns_by_the_way(self, turn: Turn, rank: int, head: str) -> bool:
        """Whether a heading of results or aims turns a report: back only where it says no more,
        and ahead not where it opens a report that looks back.
        """
        if turn.part.horizon == "realised":
            return bool(o.BACK_WHOLE.fullmatch(o.MARK.sub("", head)))
        first = len(self._stack) == 1 and rank <= HIGH
        return not (first and self._years.review)

    def _see_shortcoming(self, text: str, *, first: bool) -> None:
        """Turn ahead below a heading that names both what fell short and what comes next, once the
        first has been told."""
        top = self._stack[-1]
        if turns_ahead(text, self._years.plan, first=first, told=top.told):
            part = self._here(self._years.ahead())
            self._stack[-1] = replace(top, part=part, both=False)
        else:
            self._stack[-1] = replace(top, told=True)

    # opening words

    def _see_opening(self, text: str, *, first: bool) -> None:
        """See what a sentence opens with: what comes next, a plan, or years within its part."""
        if match := p.SALUTATION.match(text):
            text = text[match.end() :]
        head = text[:40]
        hinted = self._years.speech or p.TURN_HINT.search(head)
        if not hinted or any(one.match(head) for one in _EDGES):
            return
        before = self._now
        if before.horizon == "realised" and comes_next(head, self._years):
            self._see_next(text, before, first=first)
        elif self._opens_plan(head):
            self._set(self._years.five_year_plan(head) or self._years.ahead())
        else:
            self._see_within(text, head, before, first=first)

    def _see_next(self, text: str, before: Part, *, first: bool) -> None:
        """Turn ahead to what comes next: for the paragraph in a part that a heading has settled
        (下一步，…), else and before a list (下一步，我局将：) for all that follows."""
        settled = not first or self._stack[-1].strength >= CLEAR
        if settled and not text.endswith(("：", ":")):
            self._put_aside(before)
        self._set(self._years.ahead())

    def _opens_plan(self, head: str) -> bool:
        """Whether a sentence opens a plan."""
        settled = self._stack[-1].strength == NAMED and self._now.horizon == "realised"
        return opens_plan(head, self._years, settled=settled)

    def _see_within(self, text: str, head: str, before: Part, *, first: bool) -> None:
        """See what a sentence opens with that turns its part no other way."""
        if before.horizon == "planned":
            self._see_in_plan(head)
            # 过去一年，… told in passing holds for the paragraph
            passing = p.LOOK_BACK.match(head) is not None
        else:
            self._see_in_review(head, before)
            # “十四五”以来，… within a paragraph holds for the paragraph
            passing = False
            first = first or not is_aside(text)
        if passing or (not first and not same(self._now, before)):
            self._put_aside(before)

    def _put_aside(self, part: Part) -> None:
        """Keep a part to come back to when the paragraph ends."""
        self._aside = self._aside or part

    def _end_aside(self) -> None:
        """Come back to the part that was put aside, if any was."""
        if self._aside:
            self._set(self._aside)
            self._aside = None

    def _see_in_plan(self, head: str) -> None:
        years = self._years
        if p.FIVE_TOGETHER.match(head) and self._now.start != self._now.end:
            return  # 五年累计…, in the plan of five years
        if named := years.five_year_plan(head[:14]) or years.next_years(p.NEXT_YEARS.match(head)):
            self._set(named)
        elif years.plan and head.startswith((f"{years.plan.start}年", "今年")):
            self._set(years.ahead())
        elif p.LOOK_BACK.match(head):
            self._set(years.newest())
        elif five := years.last_years(p.FIVE_YEARS.match(head)):
            self._set(five)

    def _see_in_review(self, head: str, before: Part) -> None:
        last = self._years.last
        if not last:
            return
        span = p.PLAN_SPAN.search(head[:18]) or p.FIVE_YEARS.search(head[:18])
        if span and opens_with(head, span):
            start = p.FIVE_YEAR_PLANS.get(span.groupdict().get("name") or "", last - 4)
            if start <= last:
                self._set(self._years.back(start, min(start + 4, last)))
        elif p.WERE_FIVE.match(head):
            self._set(self._years.back(last - 4, last))
        elif p.PAST_YEAR.search(head[:18]):
            self._set(self._years.newest())
        elif head.startswith(f"{last}年，") and before.start != before.end:
            self._set(self._years.newest())
            self._aside = before
