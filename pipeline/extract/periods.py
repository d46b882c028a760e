"""What a figure's time makes of it: a period, over a span or at its end, actual or target."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.phrase import Phrase
from pipeline.extract.year_parts import When
from pipeline.patterns import periods as p
from pipeline.periods import Period
from pipeline.records import Modality, Part, Span


def written(start: int | None, end: int | None, months: str = "") -> str | None:
    """``2022``, ``2021/2025``, ``2022-H1``; None where the years are unknown.

    >>> written(2021, 2025), written(2022, 2022), written(2022, 2022, "-01/2022-09")
    ('2021/2025', '2022', '2022-01/2022-09')
    """
    if start is None or end is None:
        return None
    return f"{start}{months}" if start == end else f"{start}/{end}"


def over_span(name: str, said: str, *, level: bool, action: str, ratio: bool) -> bool:
    """Whether a value in a look back over several years is about the whole span, not its last year.

    新增就业 is, 里程达到 is not.

    ``level``: a verb of level or a bound leads to the number. A bare count (14座水电站建成发电) is
    of the span, but not one of bodies that stand.
    """
    if p.EVERY_YEAR.search(said):
        return True
    if p.STOCK.search(name) and not p.ADDED.match(name):
        return False
    if p.STEADY.search(said):
        return True
    if p.FLOW.search(said) or p.FLOW.match(name):
        return True
    if action and not p.STANDING.match(action):
        return not (level and action.startswith("建成"))
    return not level and not ratio and not action and not p.BODY.search(name)


def stands(name: str) -> bool:
    """Whether what is named stands at a time (贷款余额, 常住人口) and is not counted over one."""
    return bool(p.STOCK.search(name) or p.HEADCOUNT.search(name)) and not p.ADDED.match(name)


def _is_to_come(time: When, review: Period) -> bool:
    """Tell whether a time lies behind what a report looks back on."""
    if time.end > review.last_year:
        return True
    return bool(time.months) and Period(time.start, time.end, time.months).begins_behind(review)


class Meant(NamedTuple):
    """Actual or target, the words that say so (None: the part of the document) and the rule."""

    modality: Modality
    at: Span | None
    rule: str


def modality(
    name: Phrase, time: When | None, part: Part, review: Period | None, view: str, span: Span
) -> Meant:
    """Tell whether a figure is a target or actual; ``span`` are its own words.

    A target in a part that looks ahead, for years to come, and where it is named one (任务, 目标).
    """
    named = p.TARGET_NAME_HINT.search(name) and p.TARGET_NAME.search(name)
    done = named and p.PAST_CUE.search(view, *span)  # 全年任务120公里，目前|已完成|68公里
    if named and not done and name.start < span.end and not p.SHARE_OF_TARGET.search(name):
        return Meant("target", span, "named")
    if review and time and _is_to_come(time, review):
        told = part.horizon == "realised" and p.AS_OF.search(view, max(0, time.at - 3), time.at)
        return Meant("actual" if told else "target", Span(time.at, time.to), "time")
    if review is None and time and p.GOAL_YEAR.search(view, max(0, time.at - 2), time.at):
        return Meant("target", Span(time.at, time.to), "time")
    if part.horizon == "planned":
        if review is None and time and part.start and time.end < part.start:
            return Meant("actual", Span(time.at, time.to), "time")  # 2020年, in a plan of 2021—2025
        if (
            review
            and time
            and time.end <= review.last_year
            and not time.months
            and not review.within
        ):
            return Meant("actual", Span(time.at, time.to), "time")
        past = p.PAST_CUE.search(view, *span)
        return (
            Meant("actual", Span(*past.span()), "cue") if past else Meant("target", part.at, "part")
        )
    cue = p.TARGET_CUE.search(view, *span) if p.TARGET_CUE_HINT.search(view, *span) else None
    return Meant("target", Span(*cue.span()), "cue") if cue else Meant("actual", part.at, "part")
