"""What a report says in sentences and in tables: linked where it is the same, else a finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.check.interval import Interval, reading
from pipeline.check.levels import area, value
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import number
from pipeline.records import Check, Indicator, Packed

_SHORTEST = 3  # characters of a name that stands for one thing in a whole report
_PARTS_OF_YEARS = {
    "H1": (1, 6),
    "H2": (7, 12),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
}
_MOST = 20  # different numbers of one thing that are told apart


@dataclass(frozen=True, slots=True)
class _Thing:
    """What says one thing of one time, area and unit, in order.

    In sentences, and in tables that say it once.
    """

    said: list[Indicator]

    @property
    def told(self) -> list[Indicator]:
        """Those of sentences."""
        return [one for one in self.said if one.cell is None]

    @property
    def tabled(self) -> list[Indicator]:
        """Those of tables."""
        return [one for one in self.said if one.cell is not None]


def linked(text: str, indicators: Packed[Indicator]) -> Packed[Indicator]:
    """The indicators, each that repeats an earlier one with ``same_as`` set to it.

    Sentences are not linked with sentences alone.
    """
    first: dict[str, str] = {}
    things = list(_things(indicators))
    if not things:
        return indicators
    for thing in things:
        said: list[tuple[Interval, list[Indicator]]] = []
        for one in thing.said:
            near = reading(text, value(one)).narrow
            same = next((found for interval, found in said if interval.meets(near)), None)
            if same is not None:
                same.append(one)
            elif len(said) < _MOST:
                said.append((near, [one]))
        for _, (root, *others) in said:
            if any((one.cell is None) != (root.cell is None) for one in others):
                first.update((one.id, root.id) for one in others)
    if not first:
        return indicators
    return indicators.mapped(
        lambda one: replace(one, same_as=first[one.id]) if one.id in first else one
    )


def table_vs_text(text: str, indicators: Packed[Indicator]) -> Iterator[Check]:
    """A level told in a sentence beside the cell that says the same."""
    for thing in _things(indicators):
        cells = [(one, reading(text, value(one)).narrow) for one in thing.tabled[:_MOST]]
        unanimous = all(interval.meets(cells[0][1]) for _, interval in cells)
        agree: list[tuple[Indicator, Indicator]] = []
        differ: list[tuple[Indicator, Indicator]] = []
        for told in thing.told[:_MOST]:
            near = reading(text, value(told)).narrow
            same = next((cell for cell, interval in cells if interval.meets(near)), None)
            if same is not None:
                agree.append((told, same))
            elif unanimous:
                differ.append((told, cells[0][0]))
        for told, tabled in (*agree, *(differ if not agree or thing.told[0].code else ())):
            yield from _held(text, told, tabled)


def _held(text: str, told: Indicator, tabled: Indicator) -> Iterator[Check]:
    quantity = value(told)
    read = f"表中{tabled.name}{number(value(tabled).low)}{value(tabled).unit}"
    stated = as_stated(text, quantity)
    yield from verdict(
        "table_vs_text",
        [told, tabled],
        read,
        stated=stated,
        computed=reading(text, value(tabled)),
        unit=quantity.unit,
        word="正文为",
    )


def _things(indicators: Packed[Indicator]) -> Iterator[_Thing]:
    """The things that are told in a sentence and in a table."""
    told = {_key(one) for one in indicators.loose if one.cell is None} - {None}
    found: dict[tuple[object, ...], list[Indicator]] = defaultdict(list)
    for one in indicators if told else ():
        key = _key(one)
        if key in told and key is not None:
            found[key].append(one)
    for group in found.values():
        for alike in _by_topic(group):
            thing = _Thing(_once(alike))
            if thing.told and thing.tabled:
                yield thing


def _key(one: Indicator) -> tuple[object, ...] | None:
    """What, of when and where, in which unit; None of what says no such thing."""
    if one.value is None or one.base is not None or not one.period:
        return None
    if not one.code and len(one.canonical) < _SHORTEST:
        return None
    name, unit = one.code or one.canonical, one.value.unit
    return name, area(one.scope), _months(one.period), one.modality, unit


def _by_topic(group: Sequence[Indicator]) -> list[list[Indicator]]:
    """Those of one topic.

    A thing with a code that has one topic at most is the same without it: 税收收入, also where it is
    of 一般公共预算收入.
    """
    topics: dict[str | None, list[Indicator]] = defaultdict(list)
    for one in group:
        topics[one.topic].append(one)
    if group[0].code and len(topics.keys() - {None}) < 2:
        return [list(group)]
    return list(topics.values())


def _once(group: Sequence[Indicator]) -> list[Indicator]:
    """Without the cells of tables that say a thing twice: two rows of one name in a table are two
    things."""
    times = Counter(one.cell.table for one in group if one.cell is not None)
    return [one for one in group if one.cell is None or times[one.cell.table] == 1]


def _months(period: str) -> str:
    """A period, the parts of a year as their months: 2023-H1 is 2023-01/2023-06.

    >>> _months("2023-H1"), _months("2023-01/2023-12"), _months("2021/2025")
    ('2023-01/2023-06', '2023', '2021/2025')
    """
    year, _, part = period.partition("-")
    if months := _PARTS_OF_YEARS.get(part):
        return f"{year}-{months[0]:02d}/{year}-{months[1]:02d}"
    return year if period == f"{year}-01/{year}-12" else period
