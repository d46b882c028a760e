"""Shares and multiples of an amount told beside them: 税收27.3亿元，占一般公共预算收入39亿元的70%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.check.interval import apply, as_fine, reading
from pipeline.check.levels import RATIOS, end, value
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import written
from pipeline.patterns import arithmetic as a
from pipeline.records import Check, Indicator

_BACK = 3  # levels before an amount of which one may be the part
_SCALES = {"%": Decimal(100), "倍": Decimal(1)}


def amounts(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """Each share or multiple right behind an amount, of a level before it in the sentence."""
    for at in range(2, len(indicators)):
        whole, said = indicators[at - 1], indicators[at]
        if whole.value is None or said.value is None or whole.value.unit in RATIOS:
            continue
        gap = text[whole.value.span.end : said.value.span.start]
        if said.value.unit in _SCALES and a.OF_AMOUNT.fullmatch(gap):
            yield from _of_amount(text, _before(text, indicators, at - 1), whole, said)


def _before(text: str, indicators: Sequence[Indicator], at: int) -> list[Indicator]:
    """The levels that an amount may be the whole of, the nearest first.

    Of 突破90亿元，达到96亿元 the latter.
    """
    whole, last = indicators[at], indicators[at - 1]
    led = text[end(last) : value(whole).span.start] if end(last) <= value(whole).span.start else ""
    if not a.AMOUNT_LED.fullmatch(led):
        return []
    near = [one for one in indicators[max(0, at - _BACK) : at] if one.passage == whole.passage]
    alike = [one for one in near if one.value and one.value.unit == value(whole).unit]
    exact = {one.name for one in alike if value(one).bound == "exact"}
    return [one for one in alike[::-1] if value(one).bound == "exact" or one.name not in exact]


def _of_amount(
    text: str, parts: Sequence[Indicator], whole: Indicator, said: Indicator
) -> Iterator[Check]:
    """Hold a share against the first level that it agrees with, else against the nearest."""
    scale = _SCALES[value(said).unit]
    found = list[Check]()
    for part in parts:
        beside = as_fine(reading(text, value(part)), reading(text, value(whole)))
        computed = apply(lambda p, w: p / w * scale, *beside)
        read = (
            f"{part.name}{written(text, value(part))}与"
            f"{whole.name}{written(text, value(whole))}之比"
        )
        stated = as_stated(text, value(said))
        kind = "share" if value(said).unit == "%" else "from_to"
        found += verdict(
            kind, [said, part, whole], read,
            stated=stated, computed=computed, unit=value(said).unit,
        )  # fmt: skip
    agreeing = (one for one in found if one.status != "contradiction")
    yield from [next(agreeing, found[0])] if found else ()
