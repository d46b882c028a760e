"""A name as people read it, and the readings under which the lexicon may know it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.patterns import names as p
from pipeline.records import Indicator

_LEAST = 2  # characters a name keeps, whatever is taken off it


def shown(name: str) -> str:
    """A name as written, without notes on the number and without the whole area in front.

    No word changes its place.

    >>> shown("全市生产总值（预计数，下同）"), shown("启动改造老旧小区"), shown("全市")
    ('生产总值', '启动改造老旧小区', '全市')
    """
    kept = p.NOTE.sub("", name)
    while (shorter := p.NOTE_TAIL.sub("", kept)) != kept:
        kept = shorter
    kept = p.STRAY_HEAD.sub("", kept).strip()
    whole = p.WHOLE.match(kept)
    kept = kept[whole.end() :] if whole else kept
    return kept if len(kept) >= _LEAST else name


def as_written(indicator: Indicator) -> str:
    """The name of an indicator with its words in the order in which the report wrote them.

    为12名居民|发放补贴 is named 发放补贴居民, so that what was done stands first; nobody wrote that.
    Only what stands side by side is put back: a name joined over other words (工业增加值增长6%，
    其中|纺织业|增长5%, the head of a row and that of its column) reads as it was joined.
    """
    name = indicator.name
    parts = [one for one in indicator.evidence if one.part == "name"]
    if sum(one.span.end - one.span.start for one in parts) != len(name):
        return name  # taken from a table, or said in fewer words than it was read from
    at, pieces = 0, []
    for one in parts:
        width = one.span.end - one.span.start
        pieces.append((one.span.start, name[at : at + width]))
        at += width
    ordered = sorted(pieces)
    beside = all(at + len(one) == after for (at, one), (after, _) in pairwise(ordered))
    if not beside or pieces[0][1].endswith("均"):
        return name
    return "".join(piece for _, piece in ordered)


def readings(name: str, place: str) -> Iterator[str]:
    """The name, and what is left of it without area, place and opening words.

    All of them only ask the lexicon.

    >>> "生产总值" in readings("努力实现清河市生产总值", "清河市")
    True
    """
    yield name
    kept = p.SUMMED_UP.sub("", shown(name))
    yield kept
    if inside := p.INSIDE_HEAD.match(kept):
        kept = kept[inside.end() :]
        yield kept
    for opening in p.OPENING_VERB.finditer(kept):
        yield from _without(kept[opening.end() :], place)
    yield from _without(kept, place)


def _without(name: str, place: str) -> Iterator[str]:
    if len(name) >= _LEAST:
        yield name
    for called in dict.fromkeys((place, p.PLACE_LEVEL.sub("", place))):
        if len(called) >= _LEAST and name.startswith(called) and len(name) > len(called) + 1:
            yield name.removeprefix(called)
