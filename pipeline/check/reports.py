"""Two reports of one body, of years that follow each other.

What the later one says, from the levels of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from pipeline.canonical import canonical, key
from pipeline.check.aims import aims
from pipeline.check.held import held, revised
from pipeline.check.interval import apply, reading
from pipeline.check.levels import area, end, value, words_before
from pipeline.check.spans import several_years
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import written
from pipeline.document import Document
from pipeline.patterns.arithmetic import ADDED_NAME, SENTENCE, TOTAL_SAID
from pipeline.records import Check, Indicator

Levels = Mapping[tuple[object, ...], Sequence[Indicator]]


class Across(NamedTuple):
    """A check over two reports: the indicator of the later one, and that of the earlier."""

    check: Check
    now: Indicator
    before: Indicator


def reports(documents: Iterable[Document]) -> Iterator[Check]:
    """Checks over ``documents`` (in order of body and year).

    Their indicators are named ``document#id``.
    """
    for earlier, later in pairwise(documents):
        if follows(earlier, later):
            for check, now, before in between(earlier, later):
                names = (f"{later.name}#{now.id}", f"{earlier.name}#{before.id}")
                yield replace(check, indicators=names)


def follows(earlier: Document, later: Document) -> bool:
    """Whether two reports are of one body, and of years that follow each other."""
    if not any(earlier.body) or earlier.body != later.body or later.review_year is None:
        return False
    return earlier.review_year == later.review_year - 1


def between(earlier: Document, later: Document) -> Iterator[Across]:
    """Checks of a report against the one of the year before."""
    levels = _levels(earlier)
    previous: Indicator | None = None
    for now in later.indicators:
        if now.period == str(later.review_year) and now.modality == "actual" and now.value:
            before = _one(levels, _of(now))
            if before is not None:
                for check in held(earlier, before, later, now):
                    yield Across(check, now, before)
            if previous is not None:
                yield from _added(levels, earlier, later, previous, now)
        previous = now
    for check, now, aim in aims(earlier, later):
        yield Across(check, now, aim)


def _levels(document: Document) -> Levels:
    """The levels of a report's own year, by what they measure, where, and in which unit."""
    found: dict[tuple[object, ...], list[Indicator]] = {}
    for one in document.indicators:
        if one.value and one.modality == "actual" and one.period == str(document.review_year):
            found.setdefault(_of(one), []).append(one)
    return found


def _of(one: Indicator) -> tuple[object, ...]:
    return key(one), area(one.scope), value(one).unit


def _one(levels: Levels, of: tuple[object, ...]) -> Indicator | None:
    """The level of the same thing in the report before; None without one, or where two differ."""
    found = levels.get(of, ()) if of[0] else ()
    sizes = {(value(i).low, value(i).high, value(i).bound) for i in found}
    return found[0] if len(sizes) == 1 else None


def _added(
    levels: Levels, earlier: Document, later: Document, new: Indicator, total: Indicator
) -> Iterator[Across]:
    """新增上市企业12家，累计达到82家: what was new, and the total of the report before."""
    if new.value is None or new.value.unit != value(total).unit or not ADDED_NAME.search(new.name):
        return
    if new.modality != "actual" or not _leads_to_total(later, new, total):
        return
    before = _one(levels, _of(_stock(new))) or _one(levels, _of(total))
    if before is None or before.value is None or _is_new(before, earlier):
        return
    computed = apply(
        lambda was, more: was + more,
        revised(earlier, value(before)), reading(later.text, new.value),
    )  # fmt: skip
    read = (
        f"{new.name}{written(later.text, new.value)}，上一份报告的总数"
        f"{written(earlier.text, value(before))}，相加"
    )
    stated = as_stated(later.text, value(total))
    for check in verdict(
        "total_vs_last_report", [total, before], read,
        stated=stated, computed=computed, unit=value(total).unit,
    ):  # fmt: skip
        yield Across(check, total, before)


def _leads_to_total(later: Document, new: Indicator, total: Indicator) -> bool:
    """Whether a total is said right behind what was new in one year."""
    gap = later.text[end(new) : value(total).span.start]
    words = words_before(later.text, total, new)
    if SENTENCE.search(gap) or not TOTAL_SAID.search(words) or "年" in words:
        return False
    return not several_years(later, value(new).span.start)


def _stock(new: Indicator) -> Indicator:
    """What was added to, under its own name: 新增上市企业 adds to 上市企业."""
    name = ADDED_NAME.sub("", new.name)
    return canonical([replace(new, name=name or new.name)])[0]


def _is_new(one: Indicator, document: Document) -> bool:
    """Whether a level is itself of things that were new that year."""
    words = words_before(document.text, one, None, far=8)
    return bool(ADDED_NAME.search(one.name)) and not TOTAL_SAID.search(words)
