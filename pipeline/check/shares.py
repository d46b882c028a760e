"""Shares with part and whole, and rates of completion with what was done and what was due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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
    for position, share in enumerate(indicators):
        if share.value is None or share.value.unit != "%":
            continue
        if match := SHARE_NAME.fullmatch(share.name):
            yield from _share(text, share, match["part"], match["whole"], indicators, whole_of)
        elif COMPLETION_NAME.search(share.name):
            yield from _completion(text, share, indicators[:position])


def _share(text: str, share: Indicator, part_name: str, whole_name: str | None, indicators: Sequence[Indicator], whole_of: Mapping[str, Indicator]) -> Iterator[Check]:
    near = [i for i in indicators if i.passage == share.passage]
    part = _named(part_name, share, near)
    if part is None:
        return
    if whole_name:
        whole = _named(whole_name, share, [i for i in indicators if i.passage == share.passage or i.code])
    else:
        whole = whole_of.get(part.id) or next((i for i in reversed(near[: near.index(part)]) if i.value is not None and TOTAL_NAME.search(i.name)), None)
    if whole is not None and whole.id != part.id and comparable(whole, part):
        yield from _quotient("share", text, share, part, whole, "占")


def _completion(text: str, rate: Indicator, before: Sequence[Indicator]) -> Iterator[Check]:
    """The last two levels of the sentence in one unit, of which the first, and only that, was due."""
    levels = [i for i in before if i.passage == rate.passage and i.value is not None and i.value.unit not in RATIOS]
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


def _named(name: str, share: Indicator, indicators: Sequence[Indicator]) -> Indicator | None:
    """The one level that bears this name at the time of the share; None where there is none or more than one number."""
    form = normal_form(name)
    found = [i for i in indicators if i.value is not None and i.value.unit not in RATIOS and normal_form(i.name) == form and timed(i, share)]
    return found[0] if len({(value(i).low, value(i).unit) for i in found}) == 1 else None
