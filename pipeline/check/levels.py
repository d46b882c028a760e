"""What checks ask of a level: its number, its time, its area, and the words that lead to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.patterns.names import WHOLE
from pipeline.records import Indicator, Quantity

RATIOS = frozenset(("%", "‰", "百分点", "千分点", "倍", "", "位"))


def value(indicator: Indicator) -> Quantity:
    """The value of an indicator that has one."""
    assert indicator.value is not None
    return indicator.value


def start(indicator: Indicator) -> int:
    """Where the first number of an indicator begins."""
    return min(quantity.span.start for quantity in indicator.quantities)


def end(indicator: Indicator) -> int:
    """Where the last number of an indicator ends."""
    return max(quantity.span.end for quantity in indicator.quantities)


def gap_before(text: str, indicators: Sequence[Indicator], position: int) -> str:
    """The words between the first number of an indicator and the number before it.

    9000亿元，其中中央7000亿元，比上年少1500亿元: a change of the whole may stand behind its parts.
    """
    at = start(indicators[position])
    spans = (q.span for one in indicators[max(0, position - 4) : position] for q in one.quantities)
    return text[max((span.end for span in spans if span.end <= at), default=at) : at]


def gaps(text: str, indicators: Sequence[Indicator]) -> Iterator[str]:
    """The words before the first number of each, from the number before it.

    None before the first.
    """
    ends: list[tuple[int, ...]] = []
    for position, one in enumerate(indicators):
        spans = [quantity.span for quantity in one.quantities]
        at = min(span.start for span in spans)
        before = (end for told in ends[-4:] for end in told if end <= at)
        yield text[max(before, default=at) : at] if position else ""
        ends.append(tuple(span.end for span in spans))


def timed(a: Indicator, b: Indicator) -> bool:
    """Whether two indicators are of one time and modality."""
    return a.period == b.period and a.modality == b.modality


def comparable(whole: Indicator, part: Indicator) -> bool:
    """Whether two levels may be set beside each other.

    One unit, one time, both done or both planned.
    """
    return value(whole).unit == value(part).unit and timed(whole, part)


def area(scope: str | None) -> str:
    """The part of the body's area that a figure is limited to; empty where it is the whole (全市)."""
    if scope is None or scope == "全国" or WHOLE.match(f"{scope}一般"):
        return ""
    return scope


def words_before(text: str, indicator: Indicator, previous: Indicator | None, far: int = 24) -> str:
    """The words of a number: from the number before it, at most ``far`` characters."""
    at = value(indicator).span.start
    floor = max(0, at - far, end(previous) if previous and end(previous) <= at else 0)
    return text[floor:at]
