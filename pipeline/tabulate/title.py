"""The title of a table: its period, whether it plans, and the thing that all its rows are of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.patterns import heads as p
from pipeline.patterns import table_titles as t
from pipeline.patterns.row_markers import ROW_MARKER
from pipeline.patterns.tables import CAPTION_PIECE
from pipeline.records import Modality, Span, Table
from pipeline.tables.grid import Grid
from pipeline.tables.layout import Layout
from pipeline.tables.units import Unit
from pipeline.tabulate.columns import head_of
from pipeline.tabulate.head import Head
from pipeline.tabulate.period import Period
from pipeline.tabulate.times import period, years
from pipeline.tabulate.words import trimmed, unit_in, words

_LONGEST_SUBJECT = 24


@dataclass(frozen=True, slots=True)
class Title:
    """``done`` and ``planned`` are the periods of what was and what is to be; ``subject`` what the
    title is of, bare of everything that all titles have."""

    done: Period | None = None
    planned: Period | None = None
    told: bool = False  # 完成情况: what came of a plan
    stated: bool = False  # it, or what stands below it, tells the time
    since: bool = False  # “十三五”以来: years behind it are none of a plan
    modality: Modality | None = None
    meant: Phrase = NOTHING
    subject: Phrase = NOTHING
    unit: Unit | None = None
    grows: bool = False  # 增加值增长情况: what its changes are of
    change: Head | None = None  # 比上年涨跌幅度: what the numbers are where no column says it


def title_of(
    title: Phrase,
    regions: tuple[str, ...],
    review: Period | None,
    plan: int | None,
    dated: Period | None = None,
) -> Title:
    """A title as read; what it does not say is taken from the time told below it,
    and the years of the report."""
    unit, title = unit_in(_unmarked(title.without(t.NUMBERED).without(t.YEARBOOK)))
    since, title = t.SINCE.search(title) is not None, title.without(t.SINCE)
    named = list({year.start: year for year in years(title)}.values())
    of_part = t.PART_OF_YEAR.match(title) or t.TO_DATE.search(title)
    known = named[0] if len(named) == 1 else review
    stated, rest = period(title, known if of_part else None)
    stated, rest = _of_part(stated, _once(stated, rest))
    stated = stated or dated
    done, planned = stated, stated
    if not stated:
        done = review
        planned = _year(plan) or done
    elif len(named) > 1 and stated.start == stated.end:
        done, planned = _of_two(named, title)
        rest = rest.without(t.AND_YEAR)
    draft = t.TITLE_PLANNED.search(rest) if len(named) < 2 else None
    found = Title(
        done,
        planned,
        t.TITLE_TOLD.search(rest) is not None,
        stated is not None,
        since,
        subject=_subject(rest.without(p.CHANGE), regions),
        unit=unit,
        grows=t.GROWS.search(rest) is not None,
        change=_change_in(rest, done),
    )
    if draft is None:
        return found
    return replace(found, modality="target", meant=rest[draft.start() : draft.end()])


def _of_part(stated: Period | None, rest: Phrase) -> tuple[Period | None, Phrase]:
    """A year with the part of it that the title says elsewhere: 2024年投资完成情况（1—10月）."""
    if stated is None or stated.first or stated.start != stated.end:
        return stated, rest
    part, left = period(rest, stated)
    if part is None or not part.first or part.back or part.start != stated.start:
        return stated, rest
    return part, left


def _once(stated: Period | None, rest: Phrase) -> Phrase:
    """What a title says besides its time, without the year of a part of it: 前五个月…（2023年）."""
    return rest.without(t.AND_YEAR).without(p.EMPTY) if stated and stated.counted else rest


def _of_two(named: list[Period], title: Phrase) -> tuple[Period, Period]:
    """What was and what is to be, of the years that a title names: 2023年预算执行情况和2024年预算（草案）;
    where it plans nothing, the last: 2023年、2024年收案情况."""
    last = max(named, key=lambda one: one.end)
    planned = t.PLANS.search(title, title.find(str(last.end)))
    return (min(named, key=lambda one: one.end) if planned else last), last


def _change_in(rest: Phrase, done: Period | None) -> Head | None:
    """The change that a title says all its numbers are: 比上年涨跌幅度."""
    moved = p.CHANGE.search(rest)
    if moved is None or not p.MOVES_OF_TITLE.search(moved["moved"]):
        return None
    return head_of([rest[moved.start() : moved.end()]], done)


def _year(year: int | None) -> Period | None:
    return Period(year, year) if year else None


def _unmarked(title: Phrase) -> Phrase:
    marker = ROW_MARKER.match(title)
    return title[marker.end() :] if marker else title


def dated_at(text: str, table: Table, laid: Grid, plan: Layout) -> Period | None:
    """The time that stands by itself between the title of a table and its
    heads: 2022年度, 报告期：2023年9月."""
    start = table.title.end if table.title else table.span.start
    heads = next((cell.span.start for cell in laid.cells if cell.row >= plan.caption), start)
    for match in CAPTION_PIECE.finditer(text, start, max(start, heads)):
        found, rest = period(words(text, Span(*match.span()), "table_title"), None)
        if found is not None and t.DATED.fullmatch(rest):
            return found
    return None


def _subject(rest: Phrase, regions: tuple[str, ...]) -> Phrase:
    rest, before = rest.without(t.RECENT).without(t.SORTED_WITHIN), None
    while rest and before != rest:
        before = rest
        for region in regions:
            rest = rest.removeprefix(region)
        rest = rest.without(t.TITLE_PLACE)
        rest = trimmed(rest).without(t.TITLE_TAIL).without(t.TITLE_HEAD)
    if len(rest) > _LONGEST_SUBJECT or t.TITLE_MEANT_FOR_ALL.fullmatch(rest) or "、" in rest[:1]:
        return NOTHING
    return rest
