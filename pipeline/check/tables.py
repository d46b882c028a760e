"""The tables of a report against its text: one thing, one year, one number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.canonical import key
from pipeline.check.interval import reading
from pipeline.check.levels import area, value
from pipeline.check.silence import silent
from pipeline.check.verdict import Stated, verdict
from pipeline.check.wording import written
from pipeline.patterns.arithmetic import MILESTONE
from pipeline.records import Check, Indicator

Of = tuple[object, ...]


def tables(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """Each level of the text beside the cell that holds the same: only what the lexicon has an entry for, told once in either."""
    cells: dict[Of, list[Indicator]] = defaultdict(list)
    told: dict[Of, list[Indicator]] = defaultdict(list)
    for one in indicators:
        if one.value is not None and one.code and one.base is None:
            (cells if one.cell else told)[_of(one)].append(one)
    for of, found in told.items():
        cell, said = _only(cells.get(of, ())), _only(found)
        if cell and said and not _other(text, said):
            yield from _held(text, cell, said)


def _of(one: Indicator) -> Of:
    return key(one), area(one.scope), one.topic, one.period, one.modality, value(one).unit


def _only(found: Sequence[Indicator]) -> Indicator | None:
    """The one number of a thing; None where a report gives two."""
    return found[0] if len({value(one).low for one in found}) == 1 else None


def _other(text: str, said: Indicator) -> bool:
    """Whether the text tells a mark that was passed, or counts on another base."""
    span = value(said).span
    return bool(MILESTONE.search(text, max(0, span.start - 6), span.start)) or silent(text, *span)


def _held(text: str, cell: Indicator, said: Indicator) -> Iterator[Check]:
    stated = Stated(reading(text, value(said)), written(text, value(said)), value(said).span)
    read = f"{cell.name}在表中为{written(text, value(cell))}"
    yield from verdict(
        "table_vs_text", [said, cell], read,
        stated=stated, computed=reading(text, value(cell)), unit=value(said).unit,
    )  # fmt: skip
