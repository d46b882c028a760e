"""Places inside the area that have figures of their own: 金山高新区|大力发展新材料产业，完成产值…."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.lexicon.regions import regions
from pipeline.patterns import clauses as c
from pipeline.patterns import places
from pipeline.records import Span

OPENS = "place_opens"  # the rule of a place that a paragraph opens with
EACH = "each_place"  # the rule of each place of which something is told
_WITH = frozenset("与和同向从为对在给")  # before those with whom, or for whom
_MOST = 14  # characters of a place's name
_PROPER = 4  # characters of a name that tells a place from others of its kind


def acting(view: str, span: Span, edges: Sequence[int]) -> Phrase:
    """Take the place that a clause opens with and that does something in it; else nothing.

    >>> acting("金山高新区大力发展新材料产业", Span(0, 14), [1] * 15)
    '金山高新区'
    >>> acting("建设高新区道路", Span(0, 7), [1] * 8)
    ''
    """
    place = _named(view, span, edges)
    if not place or not places.DOES.match(view, place.end, span.end):
        return NOTHING
    return place


def developed(view: str, span: Span, edges: Sequence[int]) -> Phrase:
    """Take the place that a clause says is developed: 推进|临江经开区|招商提标.

    >>> developed("大力开发建设临江新区", Span(0, 10), [1] * 11)
    '临江新区'
    """
    led = places.DEVELOPS.match(view, *span)
    place = _named(view, Span(led.end(), span.end), edges) if led else NOTHING
    return place if len(place) >= _PROPER and places.DEVELOPED.search(place) else NOTHING


def opening(view: str, span: Span, edges: Sequence[int]) -> tuple[Phrase, int]:
    """Take the place, or each of which places, that the words before a number open with, and where
    those behind it begin: 每个县（区）|分别|建设加工厂."""
    if place := acting(view, span, edges):
        return place, place.end
    each = places.EACH.match(view, *span) if view[span.start : span.start + 1] in "每各" else None
    if each is None or not places.DOES.match(view, each.end(), span.end):
        return NOTHING, span.start
    return take(view, Span(*each.span("which")), EACH), each.end()


def is_place(phrase: str) -> bool:
    """Tell whether a phrase is the name of such a place."""
    return places.NAMED.fullmatch(phrase) is not None or phrase in regions()


def _named(view: str, span: Span, edges: Sequence[int]) -> Phrase:
    """Take the name of a place that a stretch opens with."""
    start, end = span.start, min(span.end, span.start + _MOST)
    if not places.NAMED_HINT.search(view, start, end):
        return NOTHING
    if c.ACTION.match(view, start) or places.LEADS.match(view, start):
        return NOTHING
    listed = places.LISTED.match(view, start, end)
    if listed is None or listed.group() not in regions():
        listed = places.NAMED.match(view, start, end)
    if listed is None or not edges[listed.end()] or c.ACTION.search(view, start, listed.end() - 3):
        return NOTHING  # 复制借鉴|自贸区改革经验
    if view[max(0, start - 1) : start] in _WITH:  # 与|北京市|对接项目
        return NOTHING
    return take(view, Span(*listed.span()), "acting_place")
