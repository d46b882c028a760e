"""The area that a report is about, with its code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import regex

from pipeline.lexicon import regions
from pipeline.patterns import header as h
from pipeline.periods import arabic
from pipeline.records import Region

NATION = Region("中华人民共和国", "000000")
_HEAD_LINES = 16
_LONGEST_LINE = 60
_LONGEST_PLACE = 10  # characters of a place before its kind


def congress(opening: str) -> regex.Match[str] | None:
    """The session to which a report is given, with its place."""
    return h.CONGRESS.search(opening) if "届" in opening else None


def region(
    heading: str | None, body: str | None, head: Sequence[str], opening: str, year: int | None
) -> Region | None:
    """The area of the report with its GB/T 2260 code as of ``year``: from the place of the session,
    the body, the title, the line of who speaks."""
    session = congress(opening)
    level = body is not None and h.LEVEL_FIRST.match(body)  # 县审计局: of which county?
    called = _called_in_full(body, opening) if level and body else None
    speakers = (
        line
        for line in (head[:_HEAD_LINES] if level else ())
        if len(line) <= _LONGEST_LINE and h.BODY_LINE.fullmatch(line)
    )
    places = (session["place"] if session else None, body, heading, called)
    for source in chain(places, speakers):
        if not source:
            continue
        if name := regions.leading(h.BEFORE_PLACE.sub("", arabic(source)), year):
            return Region(*name)
        if h.NATIONAL.fullmatch(source) or h.NATION.match(source):
            return NATION
    return NATION if "代表国务院" in opening or "受国务院委托" in opening else None


def _called_in_full(body: str, opening: str) -> str | None:
    """What an opening calls a body of which a line says only the level: 区审计局 | 某某区审计局."""
    at = opening.find(body)
    while at >= 0:
        for start in range(max(0, at - _LONGEST_PLACE), at):
            if regions.leading(opening[start : at + 1]):
                return opening[start : at + len(body)]
        at = opening.find(body, at + 1)
    return None
