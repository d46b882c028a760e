"""Every number of a report as the pipeline reads it, for the page: what a person marks or types is
read the same way, also where no Python runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.emit import number
from pipeline.extract.numerals import numerals
from pipeline.lexicon import words
from pipeline.patterns.plain import plain
from pipeline.records import Numeral
from pipeline.review.decisions import Decision, parts

Reading = list[Any]

_BEFORE = {"min": ("over",), "max": ("under_not", "under"), "approx": ("about",)}
_BEHIND = {"min": ("over_after",), "max": ("under_after",), "approx": ("about_after",)}
_SAME = 1e-9  # of a number, for what was typed with fewer digits


def readings(document: Mapping[str, Any]) -> list[Reading]:
    """``[start, end, low, high, unit, bound]`` of every number of the text, in order; ``end`` is
    behind the unit.
    """
    text = document["text"]
    view = plain(text)
    return [
        _reading(view, found)
        for passage in document["passages"]
        for found in numerals(text, view, *passage["span"])
    ]


def _reading(view: str, found: Numeral) -> Reading:
    start, end = found.span
    return [
        start,
        end,
        number(found.low),
        number(found.high),
        found.unit,
        _bound(view, start, end) if found.bound == "exact" else found.bound,
    ]


def _bound(view: str, start: int, end: int) -> str:
    for bound, names in _BEFORE.items():
        if any(view.endswith(word, 0, start) for name in names for word in words(name)):
            return bound
    for bound, names in _BEHIND.items():
        if any(view.startswith(word, end) for name in names for word in words(name)):
            return bound
    return "exact"


def disagreements(decisions: list[Decision], document: Mapping[str, Any]) -> list[str]:
    """Where a number that a person gave is another than the one that stands at its place, in words.
    """
    said = []
    for decision in decisions:
        for _, part in (
            parts(decision.value)
            if decision.action in ("correct", "add") and decision.value
            else ()
        ):
            start, end = part["span"]
            inside = readings_in(document, start, end)
            if len(inside) == 1 and not _agrees(inside[0], part):
                said.append(
                    f"“{part['text'][:40]}”读作 {inside[0][2]}{inside[0][4]}，"
                    f"决定里写的是 {part['low']}{part['unit']}"
                )
    return said


def readings_in(document: Mapping[str, Any], start: int, end: int) -> list[Reading]:
    """The numbers of ``text[start:end]``, read by themselves."""
    text = document["text"][start:end]
    view = plain(text)
    return [_reading(view, found) for found in numerals(text, view, 0, len(text))]


def _agrees(reading: Reading, part: Mapping[str, Any]) -> bool:
    """Whether two readings are of one size: a fall is written without its sign."""
    mine, theirs = (
        sorted((abs(reading[2]), abs(reading[3]))),
        sorted((abs(part["low"]), abs(part["high"]))),
    )
    return all(abs(a - b) <= _SAME * max(a, b, 1) for a, b in zip(mine, theirs, strict=True))
