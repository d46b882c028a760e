"""Where the words of an indicator stand that the document gives no span for: its name, its period, and the bounds of its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.lexicon import words
from pipeline.patterns import periods
from pipeline.patterns.numbers import plain
from pipeline.review.decisions import anchor, parts

Spans = list[list[int]]

_REACH = 200  # characters before the passage in which an inherited name is sought
_PERIODS = (periods.YEAR_SPAN, periods.MONTHS, periods.QUARTERS, periods.QUARTER, periods.HALF_YEAR, periods.ONE_YEAR, periods.PLAN_SPAN, periods.FIVE_YEARS, periods.THIS_YEAR, periods.LAST_YEAR)  # fmt: skip
_BEFORE = {"min": ("over",), "max": ("under_not", "under"), "approx": ("about",)}
_BEHIND = {"min": ("over_after",), "max": ("under_after",), "approx": ("about_after",)}


def marks(text: str, indicator: Mapping[str, Any], passage: tuple[int, int]) -> dict[str, Spans]:
    """Spans of the words of the name, the period and the bounds of ``indicator``, which stands in ``passage``; empty where the text does not say them there."""
    start, _ = anchor(indicator)
    name = _name(text, indicator["name"], passage, start)
    return {"name": name, "period": _period(text, str(indicator["period"] or ""), passage[0], start), "bound": [s for _, part in parts(indicator) for s in _bound(text, part)]}


def _name(text: str, name: str, passage: tuple[int, int], figure: int) -> Spans:
    """The longest pieces of the name, left to right, each at its place nearest to the figure."""
    inside = _pieces(text, name, passage, figure)
    if sum(b - a for a, b in inside) * 2 >= len(name):
        return inside
    return _pieces(text, name, (max(0, passage[0] - _REACH), passage[1]), figure)


def _pieces(text: str, name: str, window: tuple[int, int], figure: int) -> Spans:
    found: Spans = []
    at = 0
    while at < len(name):
        for length in range(len(name) - at, 0, -1):
            piece = name[at : at + length]
            place = text.rfind(piece, window[0], figure)
            if place < 0:
                place = text.find(piece, figure, window[1])
            if place >= 0 and (length > 1 or len(name) == 1):
                found.append([place, place + length])
                at += length
                break
        else:
            at += 1
    return sorted(found)


def _period(text: str, period: str, start: int, figure: int) -> Spans:
    """The nearest words before the figure that say its year or span."""
    view = plain(text[start:figure])
    best = max((m for pattern in _PERIODS for m in pattern.finditer(view) if _says(m.group(), period)), key=lambda m: (m.end(), -m.start()), default=None)
    return [[start + best.start(), start + best.end()]] if best else []


def _says(said: str, period: str) -> bool:
    """Whether words fit a period: years named in them are years of it; 今年 and 前三季度 name none."""
    years = [said[i : i + 4] for i in range(len(said) - 3) if said[i : i + 4].isdigit()]
    return bool(period) and all(year in period for year in years)


def _bound(text: str, part: Mapping[str, Any]) -> Spans:
    start, end = part["span"]
    for names, at in ((_BEFORE, start), (_BEHIND, end)):
        for word in (w for name in names.get(part["bound"], ()) for w in words(name)):
            a, b = (at - len(word), at) if names is _BEFORE else (at, at + len(word))
            if a >= 0 and text[a:b] == word:
                return [[a, b]]
    more = next((i for i in range(start, end) if text[i] in "余多"), None) if part["bound"] == "min" else None
    return [[more, more + 1]] if more is not None else []
