"""The rows of a table: what each is named, and which row it is a part of."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.patterns import counted_things as c
from pipeline.patterns import heads as p
from pipeline.patterns.head_times import YEAR
from pipeline.patterns.row_markers import MARKER_RANKS, ROW_MARKER
from pipeline.records import Modality
from pipeline.tables.units import Unit
from pipeline.tabulate.columns import reading
from pipeline.tabulate.head import Head
from pipeline.tabulate.period import Period
from pipeline.tabulate.times import period
from pipeline.tabulate.words import trimmed, unit_in

_OTHER = (p.RATIO_NAME, c.RATIO_LIKE, c.COUNT, c.COUNT_ALONE, c.MONEY, c.PERSONS, c.AREA)
_WITHIN = 3  # characters of 其中：


@dataclass(frozen=True, slots=True)
class Row:
    """A row as read. ``size`` is its first level in ``unit``, by which a part is told from what
    follows the parts; ``parent`` the row it is part of."""

    number: int
    name: Phrase
    head: Head
    own: Unit | None  # that its head states
    unit: Unit | None  # else that of its column of units
    when: Period | None
    indent: int
    rank: int  # of its marker: 0 for 一、, 1 for （一）; -1 without
    within: bool
    total: bool
    lead: int  # characters before its name that say how it counts: 其中：, 加：
    code: str = ""
    size: Decimal | None = None
    parent: int | None = None
    modality: Modality | None = None  # planned or reached, where its head says it
    meant: Phrase = NOTHING
    whole: Phrase = NOTHING  # the name of what it is a part of, where that has figures
    summed: bool = False  # 累计: since the beginning of the year


def row_of(
    number: int, words: Phrase, indent: int, now: Period | None, unit: Unit | None, code: str = ""
) -> Row:
    """A row from the words of its head; ``unit`` is that of its column
    of units, ``code`` its own."""
    rank, words = _marked(words.without(p.FILLED_IN).without(p.COUNT_NOTE))
    inside, added = p.WITHIN.match(words), p.ADDED.match(words)
    if inside:
        words = words[inside.end() :]
        rank, words = _marked(words) if rank < 0 else (rank, words)
    elif added:
        rank, words = 0, words[added.end() :]
    own, words = unit_in(words)
    when, words = _dated(words, now)
    head = _head(words, own or unit, now)
    modality, meant, words = _state(words, dated=when is not None)
    name = trimmed(head.measure if head.role in ("change", "rank") else words)
    return Row(
        number,
        name,
        head,
        own,
        own or unit,
        when,
        indent,
        rank,
        inside is not None,
        p.TOTAL.fullmatch(name) is not None,
        _WITHIN if inside else added.end() if added else 0,
        code,
        modality=modality,
        meant=meant,
        summed=p.SUMMED.search(words) is not None,
    )


def _dated(words: Phrase, now: Period | None) -> tuple[Period | None, Phrase]:
    """The period of a row, and what its head says besides."""
    when, rest = period(words, now)
    if when is None:
        return None, words
    if not rest or p.GENERIC.fullmatch(rest):
        return when, NOTHING
    leads = when.said == words[: len(when.said)] and YEAR.match(words)
    return (when, rest) if leads else (None, words)  # 2022年末常住人口; not 年初余额


def within(own: Period | None, over: Period | None) -> Period | None:
    """The time of a row in a column of times that stands in another: 2023年 | 一季度."""
    if own is None or over is None:
        return own or over
    part, whole = (own, over) if own.first else (over, own)
    if not part.first or whole.first or not part.counted:
        return own
    return replace(part, start=whole.start, end=whole.end, said=whole.said + part.said)


def _state(words: Phrase, *, dated: bool) -> tuple[Modality | None, Phrase, Phrase]:
    """Whether a row is planned or reached, the words for it, and its name without them."""
    match = p.ROW_STATE.search(words)
    if match is None or (not match.start() and not dated):
        return None, NOTHING, words
    modality: Modality = "target" if match["planned"] else "actual"
    return modality, words[match.start() :], words[: match.start()]


def below_bands(rows: list[Row], blank: Container[int]) -> list[Row]:
    """Give rows the time of the row above them that says nothing but a time: 2023年, with no
    figures beside it."""
    band: Period | None = None
    for at, row in enumerate(rows):
        if row.when and not row.name and row.number in blank:
            band = row.when
        elif band is not None and row.when is None:
            rows[at] = replace(row, when=band)
    return rows


def in_sections(
    rows: list[Row], blank: Container[int], empty: Container[int]
) -> list[Row]:
    """Give rows the unit of the section they stand in, 一、“三公”经费支出（万元） with no figures
    beside it; it ends where the next section begins.

    The rows below a head with nothing at all beside it (每股计（元/股）) may stand as high as it.
    """
    found: list[Row] = []
    section: Row | None = None
    flat = False
    for row in rows:
        figures = row.number not in blank
        if section and found[-1] is section:
            flat = figures and section.number in empty and section.rank < 0
        now = _section(section, row, figures=figures, flat=flat)
        inside = now is not None and now is section
        found.append(replace(row, unit=row.unit or now.own) if now and inside else row)
        section = now
    return found


def _section(before: Row | None, row: Row, *, figures: bool, flat: bool) -> Row | None:
    """The section that holds from a row on: its own, that before it, or none."""
    if row.own is not None and not figures:
        return row
    if before is None or (flat and figures):
        return before
    return None if _is_apart(row, before, blank=not figures) else before


def _is_apart(row: Row, section: Row, *, blank: bool) -> bool:
    """Whether a row stands as high as the section before it, by number or by indent; rows with
    figures need not stand in below a number."""
    if section.rank >= 0 and (row.rank >= 0 or not blank):
        return 0 <= row.rank <= section.rank
    return row.indent <= section.indent and not row.within


def as_their_wholes(rows: list[Row]) -> list[Row]:
    """Give rows the name of what they are a part of, and its time, modality and unit, where they
    say none: 2025年还本预算数 | 一般债券; 货物吞吐量（万吨） | 其中：外贸."""
    for at, row in enumerate(rows):
        whole = rows[row.parent] if row.parent is not None and row.parent < at else None
        if whole is not None:
            own = row.modality is not None
            rows[at] = replace(
                row,
                unit=row.unit or _unit_of_whole(row, whole),
                when=row.when or whole.when,
                modality=row.modality or whole.modality,
                meant=row.meant if own else whole.meant,
                whole=whole.name if whole.size is not None else NOTHING,
            )
    return rows


def _unit_of_whole(part: Row, whole: Row) -> Unit | None:
    """The unit that the head of a whole states, for a part whose name tells no other."""
    if whole.own is None or part.head.role != "level" or whole.head.role != "level":
        return None
    if whole.own.kind in ("ratio", "point", "index", "rate"):
        return None
    other = any(said.search(part.name) for said in _OTHER)
    return None if other and part.name[-2:] != whole.name[-2:] else whole.own


def _marked(words: Phrase) -> tuple[int, Phrase]:
    marker = ROW_MARKER.match(words)
    if marker is None:
        return -1, words
    kind = marker.lastgroup or "han"  # A、 stands as high as 一、
    return MARKER_RANKS.index(kind), words[marker.end() :]


def _head(words: Phrase, unit: Unit | None, now: Period | None) -> Head:
    """What a row says of all its numbers: 增速（%） makes them changes.

    A word for a plan or a share inside a name stays a part of it.
    """
    found = reading(words, unit, now)
    ratio = unit is not None and unit.kind in ("ratio", "point")
    if (
        found.role == "change"
        and found.compared
        and (words.endswith(found.compared) or found.form == "multiple")
        and (ratio or unit is None)
    ):
        return found
    if found.role == "rank":
        return found
    return Head()
