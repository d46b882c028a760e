"""Amounts told in a list with the share of each: of one whole, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.check.interval import Interval, Reading, apply, reading
from pipeline.check.levels import RATIOS, value
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import written
from pipeline.patterns.arithmetic import BARE_SHARE, NEXT_SHARE
from pipeline.records import Check, Indicator

Pair = tuple[Indicator, Indicator]  # an amount, and the share of it
_HUNDRED, _ROOM = Decimal(100), Decimal(2)
_MOST = 30  # items of a list, each held against all others
_FEWEST = 4  # one may be wrong, and three that agree say of what they are


def alike(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """财政0.58亿元，占比1%；债券22.95亿元，占比45.3%；…: each share beside the whole of the others."""
    for pairs in _lists(text, indicators):
        if _FEWEST <= len(pairs) <= _MOST:
            yield from _held(text, pairs)


def _lists(text: str, indicators: Sequence[Indicator]) -> Iterator[list[Pair]]:
    """The lists of amounts with a bare share right behind each, in one unit."""
    found: list[Pair] = []
    for amount, share in pairwise(indicators):
        if not _is_pair(text, amount, share):
            continue
        if found and not _goes_on(text, found[-1], amount):
            yield found
            found = []
        found.append((amount, share))
    yield found


def _is_pair(text: str, amount: Indicator, share: Indicator) -> bool:
    if amount.value is None or share.value is None or amount.value.unit in RATIOS:
        return False
    gap = text[amount.value.span.end : share.value.span.start]
    return share.value.unit == "%" and BARE_SHARE.fullmatch(gap) is not None


def _goes_on(text: str, last: Pair, amount: Indicator) -> bool:
    between = text[value(last[1]).span.end : value(amount).span.start]
    same = value(last[0]).unit == value(amount).unit
    return same and NEXT_SHARE.fullmatch(between) is not None


def _held(text: str, pairs: Sequence[Pair]) -> Iterator[Check]:
    """Each share against the whole that all others give; nothing where they do not agree."""
    wholes = [_whole(text, *pair) for pair in pairs]
    known = [one for one in wholes if one is not None]
    if len(known) < len(pairs):
        return
    for at, (amount, share) in enumerate(pairs):
        whole = _common([one for place, one in enumerate(known) if place != at])
        if whole is None:
            continue
        computed = apply(lambda p, w: p / w * 100, reading(text, value(amount)), whole)
        others = sum(value(one).low for place, (_, one) in enumerate(pairs) if place != at)
        if computed is None or not _makes_up(others, computed):
            continue
        read = f"{amount.name}{written(text, value(amount))}，其余各项按占比推算的总数"
        yield from verdict(
            "share", [share, amount], read,
            stated=as_stated(text, value(share)), computed=computed, unit="%",
        )  # fmt: skip


def _whole(text: str, amount: Indicator, share: Indicator) -> Reading | None:
    return apply(
        lambda p, s: p / s * 100, reading(text, value(amount)), reading(text, value(share))
    )


def _makes_up(others: Decimal | int, last: Reading) -> bool:
    """Whether a list is of all there is: one that goes on with a part of a part is not."""
    low, high = others + last.narrow.low, others + last.narrow.high
    return low <= _HUNDRED + _ROOM and high >= _HUNDRED - _ROOM


def _common(wholes: Sequence[Reading]) -> Reading | None:
    """What all of them may be."""
    low = max(one.narrow.low for one in wholes)
    high = min(one.narrow.high for one in wholes)
    if low > high:
        return None
    wide = Interval(max(one.wide.low for one in wholes), min(one.wide.high for one in wholes))
    return Reading(Interval(low, high), wide)
