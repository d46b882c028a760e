"""What a report says in a sentence and in a table.

Linked where it is the same, a finding where the two disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.check.interval import reading
from pipeline.check.levels import RATIOS, area, value
from pipeline.check.verdict import Stated, verdict
from pipeline.check.wording import number, written
from pipeline.records import Check, Indicator

_SHORTEST = 3  # characters of a name that stands for one thing in a whole report


def linked(text: str, indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators, each that repeats an earlier one with ``same_as`` set to it."""
    order = {one.id: number for number, one in enumerate(indicators)}
    first: dict[str, str] = {}
    for told, tabled in _pairs(indicators):
        if reading(text, value(told)).narrow.meets(reading(text, value(tabled)).narrow):
            early, late = sorted((told.id, tabled.id), key=order.__getitem__)
            first[late] = early
    return tuple(
        replace(one, same_as=first[one.id]) if one.id in first else one for one in indicators
    )


def table_vs_text(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """A level told in a sentence beside the cell that says the same."""
    for told, tabled in _pairs(indicators):
        quantity = value(told)
        read = f"表中{tabled.name}{number(value(tabled).low)}{value(tabled).unit}"
        stated = Stated(reading(text, quantity), written(text, quantity), quantity.span)
        yield from verdict(
            "table_vs_text",
            [told, tabled],
            read,
            stated=stated,
            computed=reading(text, value(tabled)),
            unit=quantity.unit,
            word="正文为",
        )


def _pairs(indicators: Sequence[Indicator]) -> Iterator[tuple[Indicator, Indicator]]:
    """A sentence and a cell of one thing, time, area and unit, each the only one of its kind."""
    told = _by_thing(one for one in indicators if one.cell is None)
    tabled = _by_thing(one for one in indicators if one.cell is not None)
    for key, found in told.items():
        if len(found) == 1 and len(tabled.get(key, ())) == 1:
            yield found[0], tabled[key][0]


def _by_thing(indicators: Iterable[Indicator]) -> dict[tuple[object, ...], list[Indicator]]:
    found: dict[tuple[object, ...], list[Indicator]] = defaultdict(list)
    for one in indicators:
        if (
            one.value is not None
            and one.base is None
            and one.period
            and (one.code or len(one.canonical) >= _SHORTEST)
        ):
            unit = one.value.unit
            thing = one.code or one.canonical
            if unit or unit in RATIOS:
                found[thing, one.topic, area(one.scope), one.period, one.modality, unit].append(one)
    return found
