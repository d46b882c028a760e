"""What a report says of one thing in sentences and in tables: its level, or how far it grew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.check.levels import area
from pipeline.records import Change, Indicator, Packed

_SHORTEST = 3  # characters of a name that stands for one thing in a whole report
_PARTS_OF_YEARS = {
    "H1": (1, 6),
    "H2": (7, 12),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
}
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Thing:
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


def things(
    indicators: Packed[Indicator], key_of: Callable[[Indicator], Key | None]
) -> Iterator[Thing]:
    """The things that are told in a sentence and in a table."""
    told = {key_of(one) for one in indicators.loose if one.cell is None} - {None}
    found: dict[Key, list[Indicator]] = defaultdict(list)
    for one in indicators if told else ():
        key = key_of(one)
        if key in told and key is not None:
            found[key].append(one)
    for group in found.values():
        for alike in _by_topic(group):
            thing = Thing(_once(alike))
            if thing.told and thing.tabled:
                yield thing


def level_key(one: Indicator) -> Key | None:
    """Say what a level is of, of when and where, in which unit; None of what says no such thing."""
    if one.value is None or one.base is not None:
        return None
    about = _about(one)
    return (*about, one.value.unit) if about else None


def growth_key(one: Indicator) -> Key | None:
    """Say the same of how far something grew since the year before."""
    change = growth_of(one)
    about = _about(one) if change is not None else None
    return (*about, change.quantity.unit) if about and change else None


def growth_of(one: Indicator) -> Change | None:
    """Give the one change of an indicator since the year before that is a rate, or in points."""
    grown = [change for change in one.changes if _is_growth(change)]
    return grown[0] if len(grown) == 1 else None


def _is_growth(change: Change) -> bool:
    return (
        change.basis == "yoy"
        and change.against is None
        and change.form != "multiple"
        and change.quantity.unit in ("%", "百分点")
    )


def _about(one: Indicator) -> Key | None:
    """What an indicator is of, where and when; None where its name says too little."""
    if not one.period or (not one.code and len(one.canonical) < _SHORTEST):
        return None
    return one.code or one.canonical, area(one.scope), _months(one.period), one.modality


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
