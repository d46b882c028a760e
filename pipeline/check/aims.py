"""A growth and the target that the report of the year before set for it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.canonical import key
from pipeline.check.growth import shift
from pipeline.check.interval import Interval, Reading, apply, reading
from pipeline.check.levels import area
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import moved
from pipeline.document import Document
from pipeline.records import Check, Indicator, Quantity

Key = tuple[str, str]


def aims(earlier: Document, later: Document) -> Iterator[tuple[Check, Indicator, Indicator]]:
    """增长8.6%，高于年初目标0.6个百分点: the target that the report before set for the year."""
    year = str(later.review_year)
    known, moved_by = _set(earlier, year), _moves(later)
    for now in later.indicators:
        paces = list(_paces(now, "yoy"))
        moves = moved_by[now.passage, key(now)] if now.modality == "actual" else []
        found = known.get((key(now), area(now.scope)), [])
        if now.period == year and len(paces) == len(moves) == len(found) == 1:
            aim, quantity = found[0]
            read = (
                f"{now.name}增速{year}年{moved(later.text, paces[0])}，"
                f"上一份报告所定目标{moved(earlier.text, quantity)}"
            )
            chosen = Interval(quantity.low, quantity.high)  # a target is set, not rounded
            computed = apply(shift, Reading(chosen, chosen), reading(later.text, paces[0]))
            stated = as_stated(later.text, moves[0])
            for check in verdict(
                "against_target", [now, aim], read, stated=stated, computed=computed, unit="百分点"
            ):
                yield check, now, aim


def _set(earlier: Document, year: str) -> dict[Key, list[tuple[Indicator, Quantity]]]:
    """The growth that a report aims at for a year, by thing and area."""
    found: dict[Key, list[tuple[Indicator, Quantity]]] = {}
    for one in earlier.indicators:
        if one.modality == "target" and one.period == year and key(one):
            for quantity in _paces(one, "yoy"):
                found.setdefault((key(one), area(one.scope)), []).append((one, quantity))
    return found


def _moves(later: Document) -> dict[Key, list[Quantity]]:
    """The points by which a growth is said to be above what was planned, by sentence and thing."""
    found: dict[Key, list[Quantity]] = {}
    for one in later.indicators:
        points = [
            change.quantity for change in one.changes
            if change.basis == "plan" and change.quantity.unit == "百分点"
        ]  # fmt: skip
        found.setdefault((one.passage, key(one)), []).extend(points)
    return found


def _paces(one: Indicator, basis: str) -> Iterator[Quantity]:
    return (c.quantity for c in one.changes if c.basis == basis and c.quantity.unit == "%")
