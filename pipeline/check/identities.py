"""What holds between indicators of the lexicon.

Sectors and GDP, imports and trade, incomes and their ratio.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from pipeline.check.interval import Interval, Reading, added_up, apply, as_fine, reading, told_with
from pipeline.check.levels import area, value
from pipeline.check.verdict import as_stated, verdict
from pipeline.check.wording import written
from pipeline.patterns.arithmetic import INCOME_RATIO, MILESTONE, SECTOR, THREE_SECTORS
from pipeline.records import Check, Indicator

# a whole and the parts that make it up, by code
SUMS: Mapping[str, tuple[str, ...]] = {
    "gdp": ("primary_va", "secondary_va", "tertiary_va"),
    "trade": ("exports", "imports"),
}
_SECTORS = {"一": "primary_va", "二": "secondary_va", "三": "tertiary_va"}
_NEAR = 400  # characters between a whole and its parts; further off, another area may be meant
# people are counted at the end of the year, and counted per head over it
_PER_HEAD = (Decimal("0.03"), Decimal("0.06"))

Levels = Mapping[str, Sequence[Indicator]]


def identities(text: str, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """Sums, the ratio of urban and rural income, and per-head figures."""
    levels = _levels(text, indicators)
    for whole, names in SUMS.items():
        for one in levels.get(whole, ()):
            yield from _sum(text, one, [_nearest(levels.get(name, ()), one) for name in names])
    yield from _income_ratio(text, levels, indicators)
    yield from _per_head(text, levels)


def _levels(text: str, indicators: Sequence[Indicator]) -> Levels:
    """Levels by code, milestones and figures of a part of the area left out."""
    found: dict[str, list[Indicator]] = defaultdict(list)
    listed = _listed_sectors(indicators)
    for one in indicators:
        if one.value is None or one.value.unit in ("%", "百分点") or area(one.scope):
            continue
        if MILESTONE.search(text, max(0, one.value.span.start - 6), one.value.span.start):
            continue
        code = listed.get(one.id) or sector_of(one) or one.code
        if code:
            found[code].append(one)
    return found


def sector_of(one: Indicator) -> str | None:
    """Give the code of the sector that an indicator names: 第一产业, 二产增加值."""
    sector = SECTOR.search(one.name)
    return _SECTORS[sector["n"]] if sector else None


def _listed_sectors(indicators: Sequence[Indicator]) -> Mapping[str, str]:
    """三次产业增加值分别完成58亿元、212亿元和230亿元: the sector of each, by its place."""
    found: dict[str, str] = {}
    for _, together in groupby(indicators, key=lambda one: (one.passage, one.name)):
        three = list(together)
        if len(three) == len(_SECTORS) and THREE_SECTORS.search(three[0].name):
            found.update(zip((one.id for one in three), _SECTORS.values(), strict=True))
    return found


def _nearest(found: Sequence[Indicator], whole: Indicator) -> Indicator | None:
    """The level nearest to a whole, of its time and unit."""
    at = value(whole).span.start
    alike = [
        one for one in found
        if value(one).unit == value(whole).unit and one.period == whole.period
        and one.modality == whole.modality and abs(value(one).span.start - at) <= _NEAR
    ]  # fmt: skip
    return min(alike, key=lambda one: abs(value(one).span.start - at), default=None)


def _sum(text: str, whole: Indicator, parts: Sequence[Indicator | None]) -> Iterator[Check]:
    found = [part for part in parts if part is not None]
    if len(found) < len(parts):
        return
    beside = [reading(text, value(part)) for part in found]
    computed, total = added_up(beside), reading(text, value(whole))
    if value(whole).bound == "exact":
        total = told_with(total, beside)
    read = "、".join(f"{part.name}{written(text, value(part))}" for part in found)
    yield from verdict(
        "sum_of_parts", [whole, *found], f"{read}合计，与{whole.name}相比",
        stated=as_stated(text, value(whole), total), computed=computed, unit=value(whole).unit,
    )  # fmt: skip


def _income_ratio(text: str, levels: Levels, indicators: Sequence[Indicator]) -> Iterator[Check]:
    """城镇43876元，农村20565元，收入比2.13."""
    for one in indicators:
        if one.value is None or one.value.unit not in ("", "倍") or area(one.scope):
            continue
        if one.code != "income_ratio" and not INCOME_RATIO.search(one.name):
            continue
        urban, rural = (
            _of_ratio(levels.get(code, ()), one, named=one.code == "income_ratio")
            for code in ("urban_income", "rural_income")
        )
        if urban and rural:
            beside = as_fine(reading(text, value(urban)), reading(text, value(rural)))
            computed = apply(lambda u, r: u / r, *beside)
            read = (
                f"{urban.name}{written(text, value(urban))}与"
                f"{rural.name}{written(text, value(rural))}之比"
            )
            yield from verdict(
                "ratio", [one, urban, rural], read,
                stated=as_stated(text, value(one)), computed=computed, unit="",
            )  # fmt: skip


def _of_ratio(found: Sequence[Indicator], ratio: Indicator, *, named: bool) -> Indicator | None:
    """The one income of the time of a ratio; in its own sentence where the name leaves it open."""
    alike = [
        one for one in found
        if one.period == ratio.period and one.modality == ratio.modality
        and (named or one.passage == ratio.passage)
    ]  # fmt: skip
    return alike[0] if len({value(one).low for one in alike}) == 1 else None


def _per_head(text: str, levels: Levels) -> Iterator[Check]:
    """人均生产总值 is GDP over the people who live there, as far as a year's people can be counted."""
    for one in levels.get("gdp_per_capita", ()):
        total = _only(levels.get("gdp", ()), one)
        people = _only(levels.get("resident_population", ()), one)
        if not (total and people) or value(total).unit != value(one).unit:
            continue
        exact = apply(lambda g, p: g / p, reading(text, value(total)), reading(text, value(people)))
        if exact is None:
            continue
        low, high = exact.narrow.low, exact.narrow.high
        room = Reading(*(Interval(low * (1 - r), high * (1 + r)) for r in _PER_HEAD))
        read = (
            f"{total.name}{written(text, value(total))}按{people.name}"
            f"{written(text, value(people))}平均（人口按年末与年均之差留3%余地）"
        )
        yield from verdict(
            "per_head", [one, total, people], read,
            stated=as_stated(text, value(one)), computed=room, unit=value(one).unit,
        )  # fmt: skip


def _only(found: Sequence[Indicator], beside: Indicator) -> Indicator | None:
    alike = [o for o in found if o.period == beside.period and o.modality == beside.modality]
    return alike[0] if len({value(one).low for one in alike}) == 1 else None
