"""What was new beside how a total moved: 新增上市公司3家，总数由14家增至17家."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.canonical import thing
from pipeline.check.growth import shift
from pipeline.check.interval import Interval, Reading, apply, reading
from pipeline.check.levels import RATIOS, start, value
from pipeline.check.silence import silent
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import written
from pipeline.patterns.arithmetic import ADDED_NAME, NET_ADDED, TOTAL_MOVED
from pipeline.records import Check, Indicator

_MUCH = 1000


def added(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """Each number of new things right before the total that they were added to.

    A total grows by what is new less what is gone: by no more than was new, by just that where it
    is 净增.
    """
    for new, total in pairwise(indicators):
        if new.value is None or total.value is None or total.base is None:
            continue
        if new.value.unit != total.value.unit or new.value.unit in RATIOS:
            continue
        if new.passage == total.passage and _of_it(text, new, total):
            yield from _held(text, new, total)


def _of_it(text: str, new: Indicator, total: Indicator) -> bool:
    """Whether a total is of what was added to it."""
    between = text[value(new).span.end : start(total)]
    if not ADDED_NAME.search(new.name) or ADDED_NAME.search(total.name):
        return False
    if TOTAL_MOVED.fullmatch(between) is None:
        return False
    bare = ADDED_NAME.sub("", new.name)
    return (total.topic is not None and bare in total.topic) or bare in total.name or (
        thing(bare) == thing(total.name)
    )  # fmt: skip


def _held(text: str, new: Indicator, total: Indicator) -> Iterator[Check]:
    base = total.base
    if base is None or base.unit != value(total).unit:
        return
    if silent(text, value(new).span.start, value(total).span.end):
        return
    moved = apply(shift, reading(text, base), reading(text, value(total)))
    if moved is None:
        return
    if not NET_ADDED.search(new.name):
        moved = Reading(_or_more(moved.narrow), _or_more(moved.wide))
    read = f"{total.name}从{written(text, base)}到{written(text, value(total))}"
    yield from verdict(
        "from_to", [new, total], read,
        stated=as_stated(text, value(new)), computed=moved, unit=value(new).unit,
    )  # fmt: skip


def _or_more(moved: Interval) -> Interval:
    """What a total grew by, and any more: some of what was new may have taken another's place."""
    return Interval(moved.low, max(moved.high, moved.low) * _MUCH)
