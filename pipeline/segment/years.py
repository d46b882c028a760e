"""Which stretch of a report looks back and which ahead, and over which years. The clock is never asked."""

from __future__ import annotations

from pipeline.patterns import periods as p
from pipeline.records import Part


class Outlook:
    """Follows a report from top to bottom; ``see`` takes the next heading or sentence and gives the part it belongs to.

    Headings and opening words move the state: 二、2023年工作计划 turns it ahead, 五年来 widens it to the span of the plan.
    """

    def __init__(self, review_year: int | None, plan_year: int | None) -> None:
        self._review, self._plan = review_year, plan_year
        self._now = Part("realised", review_year, review_year)
        self._aside: Part | None = None

    def see(self, text: str, *, heading: bool, rank: int | None, first: bool = True) -> Part:
        """The part of this heading or sentence. ``rank`` is the rank of its marker (1 is highest), None without one; ``first`` in its line."""
        if first and self._aside:
            self._now, self._aside = self._aside, None
        text = p.DRESS.sub("", text)
        if heading or rank is not None:
            self._see_heading(text, rank, heading=heading)
        self._see_opening(text, first=first)
        return self._now

    def _ahead(self, start: int | None = None, end: int | None = None) -> None:
        start = start or self._plan
        self._now = Part("planned", start, end or start)

    def _back(self, start: int | None = None, end: int | None = None) -> None:
        start = start or self._review
        self._now = Part("realised", start, end or start)

    def _see_heading(self, text: str, rank: int | None, *, heading: bool) -> None:
        head = p.RUN_ON.split(text[: 60 if heading else 40])[0]  # 二、2025年工作思路|2025年是… without a line break
        looks_back, looks_ahead = p.REVIEW_HEADING.search(head), p.PLAN_HEADING.search(head.rstrip("：:。 "))
        top = rank is None or rank <= 2
        years = [int(m["year"]) for m in p.ONE_YEAR.finditer(head)]
        plan = p.PLAN_NAME.search(head)
        if plan and (start := p.FIVE_YEAR_PLANS.get(plan["name"])) and top:
            ended = self._review is not None and start + 4 <= self._review
            if ended and looks_back:
                one_year_first = any(match.start() < plan.start() for match in p.ONE_YEAR.finditer(head))
                self._back(None if one_year_first else start, None if one_year_first else start + 4)
                return
            if not ended and (looks_ahead or not looks_back) and not years and (looks_ahead or rank is not None):
                self._ahead(start, start + 4)
                return
        if looks_back and looks_ahead and len(set(years)) > 1:
            return  # a title names both: 2024年工作总结及2025年工作思路
        if years and (looks_back or looks_ahead) and top:
            if self._plan and max(years) >= self._plan and not (looks_back and max(years) == self._review):
                self._ahead()
            elif looks_back:
                self._back()
            return
        if years and top and rank is not None and self._plan and min(years) >= self._plan:
            self._ahead()  # 三、2025年准备怎么干
            return
        if looks_back and not looks_ahead and top:
            if p.FIVE_YEARS.search(head) and self._review:
                self._back(self._review - 4, self._review)
            else:
                self._back()
        elif looks_ahead and not looks_back and (top or (self._now.horizon == "realised" and rank is not None and rank <= 3)):
            if p.NEXT_FIVE_YEARS.search(head) and self._plan:
                self._ahead(self._plan, self._plan + 4)
            else:
                self._ahead()

    def _see_opening(self, text: str, *, first: bool) -> None:
        if match := p.SALUTATION.match(text):
            text = text[match.end() :]
        head = text[:40]
        if not p.TURN_HINT.search(head):
            return
        before = self._now
        if p.PLAN_OPENING.search(head) and not (self._review and f"{self._review}年" in head):
            self._ahead(*self._plan_span(head))
        elif self._now.horizon == "planned":
            self._see_in_plan(head)
            if p.LOOK_BACK.match(head) or (self._now != before and not first):
                self._aside = self._aside or before  # 过去一年，… told in passing holds for the paragraph
        else:
            self._see_in_review(head, before)
            if self._now != before and not first and (not p.LAST_FIVE.search(head[:18]) or any(c.isdigit() for c in text[12:])) and not p.PAST_YEAR.search(head[:18]):
                self._aside = self._aside or before  # “十四五”以来，… within a paragraph holds for the paragraph

    def _plan_span(self, head: str) -> tuple[int | None, int | None]:
        """The years of a five-year plan that opens a goal (“十五五”时期主要目标是), or (None, None)."""
        if p.NEXT_FIVE_YEARS.search(head) and self._plan:
            return self._plan, self._plan + 4
        plan = p.PLAN_SPAN.search(head) if "，" not in head[:6] else None
        start = p.FIVE_YEAR_PLANS.get(plan["name"]) if plan else None
        ahead = start is not None and (self._review is None or start + 4 > self._review)
        return (start, start + 4) if ahead and start else (None, None)

    def _see_in_plan(self, head: str) -> None:
        span = self._plan_span(head[:14])
        if span[0]:
            self._ahead(*span)
        elif p.NEXT_FIVE_YEARS.match(head) and self._plan:
            self._ahead(self._plan, self._plan + 4)
        elif self._plan and head.startswith((f"{self._plan}年", "今年")):
            self._ahead()
        elif p.LOOK_BACK.match(head):
            self._back()
        elif p.FIVE_YEARS.match(head) and self._review:
            self._back(self._review - 4, self._review)

    def _see_in_review(self, head: str, before: Part) -> None:
        if not self._review:
            return
        span = p.PLAN_SPAN.search(head[:18]) or p.FIVE_YEARS.search(head[:18])
        if span and (p.BEFORE_SPAN.fullmatch(head, 0, span.start()) or head.startswith(("，", ","), span.end())):
            start = p.FIVE_YEAR_PLANS.get(span.groupdict().get("name") or "", self._review - 4)
            if start <= self._review:
                self._back(start, min(start + 4, self._review))
        elif p.PAST_YEAR.search(head[:18]):
            self._back()
        elif head.startswith((f"{self._review}年，", f"{self._review}年,")) and before.start != before.end:
            self._back()
            self._aside = before
