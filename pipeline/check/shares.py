"""Shares with part and whole, and rates of completion with what was done and what was due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from pipeline.canonical.normal_form import normal_form
from pipeline.check.interval import apply, reading
from pipeline.check.parts import RATIOS, comparable, groups, timed, value
from pipeline.check.verdict import verdict
from pipeline.check.wording import written
from pipeline.patterns.arithmetic import COMPLETION_NAME, PLANNED_NAME, SENTENCE, SHARE_NAME, TOTAL_NAME
from pipeline.records import Check, Indicator


def shares(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """税收5.5亿元，占一般公共预算收入的62.3%; 计划投资99.8亿元，完成73.58亿元，完成率73.7%."""
    whole_of = {part.id: whole for whole, found in groups(text, indicators) for part in found}
    named: dict[str, list[Indicator]] = {}
    for one in indicators:
        if one.value is not None and one.value.unit not in RATIOS:
            named.setdefault(normal_form(one.name), []).append(one)
    for _, together in groupby(indicators, key=lambda one: one.passage):
        beside = list(together)
        for position, share in enumerate(beside):
            if share.value is None or share.value.unit != "%":
                continue
            if match := SHARE_NAME.fullmatch(share.name):
                yield from _share(text, share, match["part"], match["whole"], beside, named, whole_of)
            elif COMPLETION_NAME.search(share.name):
                yield from _completion(text, share, beside[:position])


def _share(
    text: str, share: Indicator, part_name: str, whole_name: str | None, beside: Sequence[Indicator], named: Mapping[str, Sequence[Indicator]], whole_of: Mapping[str, Indicator]
) -> Iterator[Check]:
    part = _level(named, part_name, share)
    if part is None:
        return
    if whole_name:
        whole = _level(named, whole_name, share, elsewhere=True)
    else:
        whole = whole_of.get(part.id) or next((i for i in reversed(beside[: beside.index(part)]) if i.value is not None and TOTAL_NAME.search(i.name)), None)
    if whole is not None and whole.id != part.id and comparable(whole, part):
        yield from _quotient("share", text, share, part, whole, "占")


def _completion(text: str, rate: Indicator, before: Sequence[Indicator]) -> Iterator[Check]:
    """The last two levels of the sentence in one unit, of which the first, and only that, was due."""
    levels = [i for i in before if i.value is not None and i.value.unit not in RATIOS]
    if len(levels) < 2:
        return
    due, done = levels[-2:]
    assert rate.value is not None
    gap = text[value(due).span.start : rate.value.span.start]
    if PLANNED_NAME.search(due.name) and not PLANNED_NAME.search(done.name) and value(due).unit == value(done).unit and not SENTENCE.search(gap):
        yield from _quotient("completion", text, rate, done, due, "与")


def _quotient(kind: str, text: str, share: Indicator, part: Indicator, whole: Indicator, link: str) -> Iterator[Check]:
    assert share.value is not None
    computed = apply(lambda a, b: a / b * 100, reading(text, value(part)), reading(text, value(whole)))
    arithmetic = f"{part.name}{written(text, value(part))}{link}{whole.name}{written(text, value(whole))}" + ("之比" if link == "与" else "")
    yield from verdict(kind, [share.id, part.id, whole.id], arithmetic, stated=reading(text, share.value), computed=computed, unit="%")


def _level(named: Mapping[str, Sequence[Indicator]], name: str, share: Indicator, *, elsewhere: bool = False) -> Indicator | None:
    """The one level of this name in the sentence of a share and of its time (with ``elsewhere`` also one of the lexicon in another sentence); None where there is none or more than one number."""
    found = [i for i in named.get(normal_form(name), ()) if (i.passage == share.passage or (elsewhere and i.code)) and timed(i, share)]
    return found[0] if len({(value(i).low, value(i).unit) for i in found}) == 1 else None
