"""从几到几 told in words of its own: 实现翻番, 精简比例50.5%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.check.growth import growth, times
from pipeline.check.interval import Interval, Reading, apply, reading
from pipeline.check.levels import RATIOS
from pipeline.check.verdict import Stated, as_stated, verdict
from pipeline.check.wording import written
from pipeline.patterns.arithmetic import CHANGE_RATIO, DOUBLED, SENTENCE
from pipeline.records import Check, Indicator, Quantity, Span

# what 翻番 without a number of its own may stand for, in multiples
_TWICE = Reading(
    Interval(Decimal("1.95"), Decimal("2.05")), Interval(Decimal("1.9"), Decimal("2.2"))
)


def doubled(text: str, indicator: Indicator, value: Quantity, base: Quantity) -> Iterator[Check]:
    """从650亿元增长到1300亿元，实现翻番: twice as much, give or take a tenth."""
    match = DOUBLED.match(text, value.span.end)
    if match is None or value.unit in RATIOS:
        return
    computed = apply(times, reading(text, base), reading(text, value))
    said = Stated(_TWICE, "翻番", Span(*match.span()))
    read = f"{indicator.name}从{written(text, base)}到{written(text, value)}"
    yield from verdict("from_to", [indicator], read, stated=said, computed=computed, unit="倍")


def named_ratio(text: str, indicator: Indicator, following: Sequence[Indicator]) -> Iterator[Check]:
    """由97个减少到48个，精简比例达到50.5%: the next number is named a ratio of change."""
    value, base = indicator.value, indicator.base
    if value is None or base is None or value.unit in RATIOS:
        return
    for one in following:
        share, match = one.value, CHANGE_RATIO.search(one.name)
        if not (match and share) or share.unit != "%" or one.name == indicator.name:
            continue
        if not _follows(text, indicator, one, share):
            continue
        sign = -1 if match["down"] else 1
        computed = apply(
            lambda a, b, s=sign: growth(a, b) * s, reading(text, base), reading(text, value)
        )
        read = f"{indicator.name}从{written(text, base)}到{written(text, value)}"
        said = as_stated(text, share)
        yield from verdict(
            "from_to", [indicator, one], read, stated=said, computed=computed, unit="%"
        )


def _follows(text: str, indicator: Indicator, one: Indicator, share: Quantity) -> bool:
    """Whether no sentence ends between the numbers of a row and the next one."""
    last = max(quantity.span.end for quantity in indicator.quantities)
    return one.passage == indicator.passage and not SENTENCE.search(text[last : share.span.start])
