"""Shares with part and whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from pipeline.canonical import key_of, thing
from pipeline.check.levels import RATIOS, area, timed, value
from pipeline.check.parts import Groups
from pipeline.check.rates import bare_rate, completion, quotient
from pipeline.patterns import arithmetic as a
from pipeline.records import Check, Indicator

Key = tuple[str, str, str]  # thing, area, passage; no passage for all of them
Named = Mapping[Key, Sequence[Indicator]]

_TELLING = 5  # characters of a name that means one thing wherever it stands: 工业总产值
_FARTHEST = 100  # figures from a share to what it is of
_NEAR = 3  # figures before a part, of which one may be the whole that its share names
_MOST = 100  # levels of one name, of which a share may be of one


class Beside(NamedTuple):
    """The indicators of a passage, and the place of each by its id."""

    indicators: Sequence[Indicator]
    places: Mapping[str, int]


def shares(text: str, indicators: Sequence[Indicator], wholes: Groups) -> Iterator[Check]:
    """税收5.5亿元，占一般公共预算收入的62.3%; 计划投资99.8亿元，完成73.58亿元，完成率73.7%."""
    if not any(one.value is not None and a.SHARE_NAME.fullmatch(one.name) for one in indicators):
        whole_of, named = dict[str, Indicator](), dict[Key, list[Indicator]]()
    else:
        whole_of = {part.id: whole for whole, found in wholes for part in found}
        named = _by_name(indicators)
    for _, together in groupby(indicators, key=lambda one: one.passage):
        beside = list(together)
        places = {one.id: place for place, one in enumerate(beside)}
        for position, share in enumerate(beside):
            if share.value is None or share.value.unit != "%":
                continue
            if a.SHARE_NAME.fullmatch(share.name):
                yield from _share(text, share, Beside(beside, places), named, whole_of)
            elif share.name.endswith("率") or a.COMPLETION_NAME.search(share.name):
                near = beside[max(0, position - _FARTHEST) : position]
                if a.COMPLETION_NAME.search(share.name):
                    yield from completion(text, share, near)
                yield from bare_rate(text, share, near)


def _by_name(indicators: Sequence[Indicator]) -> dict[Key, list[Indicator]]:
    """The levels by thing and area."""
    named: dict[Key, list[Indicator]] = {}
    for one in indicators:
        if one.value is not None and one.value.unit not in RATIOS:
            for passage in (one.passage, ""):
                named.setdefault((_thing(one.name), area(one.scope), passage), []).append(one)
    return named


@lru_cache(1 << 13)
def _thing(name: str) -> str:
    return thing(name)


def _share(
    text: str,
    share: Indicator,
    beside: Beside,
    named: Named,
    whole_of: Mapping[str, Indicator],
) -> Iterator[Check]:
    match = a.SHARE_NAME.fullmatch(share.name)
    if match is None:
        return
    bare = a.BARE.fullmatch(match["part"]) is not None
    if bare and not share.topic:
        return
    part = _level(named, match["part"], share, bare=bare)
    if part is None or _apart(part.topic, share.topic):
        return
    if match["whole"]:
        whole = _named_whole(text, match["whole"], beside, named, part, share)
    else:
        whole = _unnamed_whole(beside, part, share, whole_of)
    if whole is not None and whole.id != part.id and value(whole).unit == value(part).unit:
        yield from quotient("share", text, share, part, whole, "占")


def _named_whole(
    text: str, name: str, beside: Beside, named: Named, part: Indicator, share: Indicator
) -> Indicator | None:
    """The level that a share names as its whole: of that name, or of one that ends in it.

    产业园总投资8亿元，已完成5亿元，占总投资的62%.
    """
    whole = _level(named, name, share, elsewhere=True)
    if whole is not None:
        generic = not key_of(name, None, None) and _parted(text, whole, share)
        return whole if timed(whole, part) and not generic else None
    at = beside.places[part.id]
    for one in reversed(beside.indicators[max(0, at - _NEAR) : at]):
        if one.value is None or _parted(text, one, share):
            return None
        if value(one).unit == value(part).unit:
            return one if name in one.name else None
    return None


def _unnamed_whole(
    beside: Beside, part: Indicator, share: Indicator, whole_of: Mapping[str, Indicator]
) -> Indicator | None:
    whole = whole_of.get(part.id) or _of_topic(beside, part, share) or _total(beside, part)
    return whole if whole is not None and timed(whole, part) else None


def _parted(text: str, whole: Indicator, share: Indicator) -> bool:
    """Whether a sentence ends between a whole and its share: 总投资 is then another project's."""
    first, last = sorted((value(whole).span.start, value(share).span.start))
    return bool(a.SENTENCE.search(text, first, last))


def _apart(one: str | None, other: str | None) -> bool:
    """Tell whether two topics are of two things: 规模以上工业 is of 规模以上工业增加值."""
    return bool(one and other) and str(one) not in str(other) and str(other) not in str(one)


def _of_topic(beside: Beside, part: Indicator, share: Indicator) -> Indicator | None:
    """The level right before a part that the share is told of: 参评部门60个，优秀18个，占30%."""
    at = beside.places[part.id]
    before = beside.indicators[at - 1] if at else None
    if before is None or before.value is None or before.name != share.topic:
        return None
    return before if part.topic == before.name else None


def _total(beside: Beside, part: Indicator) -> Indicator | None:
    """The last level before a part that is named a total: 总装机9157万千瓦."""
    at = beside.places[part.id]
    before = reversed(beside.indicators[max(0, at - _FARTHEST) : at])
    return next((i for i in before if i.value is not None and a.TOTAL_NAME.search(i.name)), None)


def _level(
    named: Named, name: str, share: Indicator, *, elsewhere: bool = False, bare: bool = False
) -> Indicator | None:
    """The one level of this name in the sentence of a share and of its time.

    A ``bare`` name (增加值) is of the topic of the share. With ``elsewhere`` also one of another
    sentence, where the name tells it; None where there is none or more than one number.
    """
    passage = "" if elsewhere else share.passage
    alike = named.get((_thing(name), area(share.scope), passage), ())
    if len(alike) > _MOST:
        return None
    told = len(name) >= _TELLING
    found = [i for i in alike if timed(i, share) and _is_meant(i, share, told=told, bare=bare)]
    if len({(value(i).low, value(i).unit) for i in found}) != 1:
        return None
    return next((i for i in found if not i.topic or i.passage == share.passage), None)


def _is_meant(level: Indicator, share: Indicator, *, told: bool, bare: bool) -> bool:
    """Whether a share can speak of a level of that name: it stands beside it, or the name tells."""
    if bare and level.topic != share.topic:
        return False
    return level.passage == share.passage or bool(level.code) or told
