"""What a report says in sentences and in tables: linked where it is the same, else a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.check.growth import rate
from pipeline.check.interval import Interval, Reading, reading
from pipeline.check.levels import value
from pipeline.check.things import Thing, growth_key, growth_of, level_key, things
from pipeline.check.verdict import Stated, as_stated, verdict
from pipeline.check.wording import moved, number
from pipeline.records import Check, Indicator, Packed, Quantity

_MOST = 20  # different numbers of one thing that are told apart
_Narrow = Callable[[Indicator], Interval]


def linked(text: str, indicators: Packed[Indicator]) -> Packed[Indicator]:
    """The indicators, each that repeats an earlier one with ``same_as`` set to it.

    Sentences are not linked with sentences alone, nor levels that are said to have grown otherwise.
    What says a growth alone is the same as what says that growth.
    """
    first: dict[str, str] = {}
    for thing in things(indicators, level_key):
        first.update(_links(thing, lambda one: reading(text, value(one)).narrow, text))
    for thing in things(indicators, growth_key):
        if any(one.value is None for one in thing.told) or all(
            one.value is None for one in thing.tabled
        ):
            for one, root in _links(thing, lambda one: _grown(text, one).narrow, text):
                first.setdefault(one, first.get(root, root))
    if not first:
        return indicators
    return indicators.mapped(
        lambda one: replace(one, same_as=first[one.id]) if one.id in first else one
    )


def _links(thing: Thing, narrow: _Narrow, text: str) -> Iterator[tuple[str, str]]:
    """Those that repeat an earlier one, each with that."""
    said: list[tuple[Interval, list[Indicator]]] = []
    for one in thing.said:
        near = narrow(one)
        same = next(
            (
                found
                for interval, found in said
                if interval.meets(near) and _grew_alike(text, found[0], one)
            ),
            None,
        )
        if same is not None:
            same.append(one)
        elif len(said) < _MOST:
            said.append((near, [one]))
    for _, (root, *others) in said:
        if any((one.cell is None) != (root.cell is None) for one in others):
            yield from ((one.id, root.id) for one in others)


def _grew_alike(text: str, one: Indicator, other: Indicator) -> bool:
    """Whether two do not say of growths in one unit that they differ."""
    a, b = growth_of(one), growth_of(other)
    if a is None or b is None or a.quantity.unit != b.quantity.unit:
        return True
    return _grown(text, one).narrow.meets(_grown(text, other).narrow)


def _grown(text: str, one: Indicator) -> Reading:
    """What the growth of an indicator may stand for."""
    change = growth_of(one)
    assert change is not None
    return rate(text, change.quantity)


def table_vs_text(text: str, indicators: Packed[Indicator]) -> Iterator[Check]:
    """A level, and a growth, told in a sentence beside the cell that says the same."""
    for thing in things(indicators, level_key):
        for told, tabled in _beside(thing, lambda one: reading(text, value(one)).narrow):
            yield from _level(text, told, tabled)
    for thing in things(indicators, growth_key):
        for told, tabled in _beside(thing, lambda one: _grown(text, one).narrow):
            if _in_one_unit(told, tabled):
                yield from _growth(text, told, tabled)


def _in_one_unit(told: Indicator, tabled: Indicator) -> bool:
    """Whether two growths may be of one level: not of one in 美元 and one in 元."""
    return not (told.value and tabled.value) or told.value.unit == tabled.value.unit


def _beside(thing: Thing, narrow: _Narrow) -> Iterator[tuple[Indicator, Indicator]]:
    """What sentences tell of a thing, each with the cell that it is held against."""
    cells = [(one, narrow(one)) for one in thing.tabled[:_MOST]]
    unanimous = all(interval.meets(cells[0][1]) for _, interval in cells)
    agree: list[tuple[Indicator, Indicator]] = []
    differ: list[tuple[Indicator, Indicator]] = []
    for told in thing.told[:_MOST]:
        near = narrow(told)
        same = next((cell for cell, interval in cells if interval.meets(near)), None)
        if same is not None:
            agree.append((told, same))
        elif unanimous:
            differ.append((told, cells[0][0]))
    yield from (*agree, *(differ if not agree or thing.told[0].code else ()))


def _level(text: str, told: Indicator, tabled: Indicator) -> Iterator[Check]:
    quantity = value(told)
    read = f"表中{tabled.name}{number(value(tabled).low)}{value(tabled).unit}"
    said = as_stated(text, quantity)
    return _held(told, tabled, read, said, reading(text, value(tabled)), quantity)


def _growth(text: str, told: Indicator, tabled: Indicator) -> Iterator[Check]:
    stated, cell = growth_of(told), growth_of(tabled)
    assert stated is not None
    assert cell is not None
    quantity, low = stated.quantity, cell.quantity.low
    way = "减" if low < 0 else "增"
    read = f"表中{tabled.name}，{way}{number(abs(low))}{cell.quantity.unit}"
    said = Stated(_grown(text, told), moved(text, quantity), quantity.span)
    return _held(told, tabled, read, said, _grown(text, tabled), quantity)


def _held(
    told: Indicator,
    tabled: Indicator,
    read: str,
    stated: Stated,
    computed: Reading,
    quantity: Quantity,
) -> Iterator[Check]:
    return verdict(
        "table_vs_text",
        [told, tabled],
        read,
        stated=stated,
        computed=computed,
        unit=quantity.unit,
        word="正文为",
    )
