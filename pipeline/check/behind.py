"""A change whose earlier level is told behind it: 是2015年的2.6倍；2015年为18亿千瓦时."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.check.growth import compared, nominal, way
from pipeline.check.interval import reading
from pipeline.check.levels import RATIOS, value
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import written
from pipeline.patterns.arithmetic import TOLD_BEHIND
from pipeline.records import Change, Check, Indicator

_STOPS = "，；,;（("


def told_behind(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """Each change against a time of which the next number is the level."""
    for now, earlier in pairwise(indicators):
        if now.value is None or earlier.value is None or now.passage != earlier.passage:
            continue
        if now.base is not None or earlier.changes or now.value.unit in RATIOS:
            continue
        if earlier.value.unit == now.value.unit:
            for change in now.changes:
                if _names_time(text, change, earlier):
                    yield from _held(text, now, change, earlier)


def _names_time(text: str, change: Change, earlier: Indicator) -> bool:
    """Whether the words before a level are the time that a change is against."""
    between = text[change.quantity.span.end : value(earlier).span.start]
    if not change.against or between[:1] not in _STOPS:
        return False
    said = between[1:]
    return said.startswith(change.against) and bool(
        TOLD_BEHIND.fullmatch(said, len(change.against))
    )


def _held(text: str, now: Indicator, change: Change, earlier: Indicator) -> Iterator[Check]:
    how = way(value(now), change)
    if how is None or not nominal(text, now, change):
        return
    stated, computed, unit = compared(
        text, change.quantity, how, reading(text, value(earlier)), reading(text, value(now))
    )
    read = f"{now.name}从{written(text, value(earlier))}到{written(text, value(now))}"
    yield from verdict(
        "from_to", [now, earlier], read,
        stated=as_stated(text, change.quantity, stated), computed=computed, unit=unit,
    )  # fmt: skip
