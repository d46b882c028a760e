"""Growth in a table: a cell as a change, and the level it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.phrase import Phrase
from pipeline.patterns import heads as p
from pipeline.patterns.counted_things import SCORE
from pipeline.patterns.head_times import TERM_BEFORE
from pipeline.records import Change, Form, Span
from pipeline.tables.figures import Figure
from pipeline.tables.units import Unit
from pipeline.tabulate.drafts import Draft, quantity
from pipeline.tabulate.head import Head
from pipeline.tabulate.period import Period
from pipeline.tabulate.summed import is_summed
from pipeline.tabulate.title import Title


def change_of(found: Figure, moved: Head, own: Head, unit: Unit, span: Span) -> Change:
    """The change that a cell shows under the head ``moved``, in a row whose head is ``own``.

    A bare number under 下降, or of 能耗降低 over several years, is a fall.
    """
    form = _form(moved, unit)
    if moved.bracketed and found.bracketed:  # 年均增速（累计） | （7）
        found = replace(found, low=-found.high, high=-found.low, summed=True)
    summed = is_summed(found, moved)  # 年均增长/[累计]
    basis = "base" if summed else moved.basis or "yoy"
    found = _fallen(found, own if moved.basis == "annual_average" else moved)
    return Change(quantity(found, unit, span), basis, str(moved.against) or None, form)


def _form(moved: Head, unit: Unit) -> Form:
    """How a change is told, by its unit where that tells: 门诊量增减 | 7.8% is a rate."""
    amount = unit.kind not in ("ratio", "multiple", "index") and unit.name != ""
    form: Form = "difference" if unit.kind == "point" or amount else moved.form
    return "rate" if unit.kind == "ratio" and form == "difference" else form


def is_of_aim(head: Head) -> bool:
    """Tell whether a column says how far what a row aims at was reached, or which marks it got,
    and is no growth in a row of growth."""
    return head.role in ("share", "completion") or SCORE.fullmatch(head.measure) is not None


def _fallen(found: Figure, head: Head) -> Figure:
    if p.FALLS.search(head.compared) and found.low > 0 and not found.moved:
        return replace(found, low=-found.high, high=-found.low)
    return found


def level_of(
    before: Sequence[Draft], head: Head, name: Phrase, title: Title, *, points: bool
) -> Draft | None:
    """The level that a growth belongs to, of those ``before`` it in its row.

    Of one measure (``name``, where the head has one) and period with
    it, else the latest to its left; none where only what it is compared with stands there.
    """
    levels = _counted_alike(_comparable(before, head, points=points), head)
    levels = _of_measure(_not_yet(levels, head), head, name)
    levels = _told_of(levels, before, head, title)
    if not levels:
        return None
    if not head.modality and not _is_aim_ahead(levels):
        levels = [one for one in levels if one.modality == "actual"] or levels
    last = _whole(levels, head)
    alike = [one for one in levels if one.named.name == last.named.name]
    if not head.when:
        alike = _of_now(levels, alike, last, title.done)
        last = alike[-1] if alike and last not in alike else last
    return _latest(alike, last) if alike else None


def _is_aim_ahead(levels: Sequence[Draft]) -> bool:
    """Tell whether the last level is aimed at, and of a later year than what was reached:
    2023年实际 | 2024年目标 | 增长%."""
    last = levels[-1]
    done = [one.when.end for one in levels if one.when and one.modality == "actual"]
    if last.modality != "target" or last.when is None:
        return False
    return last.when.end > max(done, default=0)


def _told_of(
    levels: Sequence[Draft], before: Sequence[Draft], head: Head, title: Title
) -> list[Draft]:
    """The levels of the time of a growth, right before it or such as the title is of."""
    return [
        one
        for one in levels
        if is_as_of(one, head) and (one is before[-1] or is_of_title(one.head, head, title))
    ]


def is_of_title(level: Head, head: Head, title: Title) -> bool:
    """Tell whether a level may be what a change further right is of, below a title of growth: not
    企业数 | 占比 | 同比增长, of 分行业增加值增长情况."""
    if not title.grows or head.measure or not p.MEASURE.search(title.subject):
        return True
    said = str(level.measure)
    if level.role != "level":  # 占比 | 同比增长 | 比1—9月±百分点
        return False
    if not said or p.GENERIC.fullmatch(said):
        return True
    return any(said[at : at + 2] in title.subject for at in range(len(said) - 1))


def _comparable(before: Sequence[Draft], head: Head, *, points: bool) -> list[Draft]:
    """The levels that a growth may be of by what they are, whatever they measure."""
    levels = [one for one in before if one.value and one.head.role != "completion"]
    levels = [one for one in levels if not TERM_BEFORE.search(one.head.measure)] or levels
    levels = [one for one in levels if points or one.head.role == "level"] or levels
    return _of_its_area([one for one in levels if _is_meant_alike(one, head)], head)


def _counted_alike(levels: list[Draft], head: Head) -> list[Draft]:
    """The levels in the unit that stands below a growth: 2024年 | 件, 人 | 增减% | 件, 人."""
    if head.counted is None:
        return levels
    return [one for one in levels if one.unit == head.counted]


def _of_its_area(levels: list[Draft], head: Head) -> list[Draft]:
    """The levels of the area that a growth is of, and not of one that it is compared with."""
    if head.basis == "peer":  # 石门区 | 全市 | 与全市比较
        levels = [one for one in levels if not head.is_against(one.head)] or levels
    if p.PEER.fullmatch(head.measure):
        return [one for one in levels if one.head.measure == head.measure]
    return levels


def _not_yet(levels: list[Draft], head: Head) -> list[Draft]:
    """The levels without a change that the same words say: 2024年 | 比上年增长 | 2025年 |
    比上年增长."""
    if head.measure or head.when:
        return levels
    said = (head.compared, head.form, head.modality)
    fresh = [
        one
        for one in levels
        if all((own.compared, own.form, own.modality) != said for _, own in one.changes)
    ]
    return fresh or levels


def _of_now(
    levels: list[Draft], alike: list[Draft], last: Draft, now: Period | None
) -> list[Draft]:
    """Those ``alike`` that are not of the year before; without them, of any the one as long."""
    late = [one for one in levels if not _is_before(one, now)]
    return [one for one in alike if one in late] or _as_long(late, last)


def _as_long(now: list[Draft], then: Draft) -> list[Draft]:
    """The last of the levels that stands for as much of its year as one of the year before."""
    fits = [one for one in now if _part(one) == _part(then)]
    return (fits or now)[-1:]


def _part(level: Draft) -> tuple[int, int]:
    return (level.when.first, level.when.last) if level.when else (0, 0)


def _is_before(level: Draft, now: Period | None) -> bool:
    """Whether a head says of a level that it is of the year before: 上年同期 | 增减."""
    said = level.head.when
    return now is not None and said is not None and said.end < now.end and said.back


def _of_measure(levels: list[Draft], head: Head, name: Phrase) -> list[Draft]:
    if not head.measure:
        return levels
    named = [one for one in levels if one.named.name == name]
    return named or [one for one in levels if _is_of(one.head, head)]


def _is_meant_alike(level: Draft, head: Head) -> bool:
    return not head.modality or level.head.modality in (None, head.modality)


def is_as_of(level: Draft, head: Head) -> bool:
    """Tell whether a level is of the time that the head of a growth says, if it says one."""
    if not head.when:
        return True
    return level.when is not None and level.when.written == head.when.written


def _latest(alike: Sequence[Draft], last: Draft) -> Draft:
    """The last of the latest year, or a later one of a part as long."""
    latest = max((one.when.end for one in alike if one.when), default=0)
    near = next((one for one in reversed(alike) if not one.when or one.when.end == latest), last)
    return max((near, *(one for one in alike if _is_like(one, near))), key=_end)


def _is_like(one: Draft, other: Draft) -> bool:
    """Whether two levels are of parts of a year that are as long: 本月 | 上月."""
    return bool(one.when and other.when and one.when.months == other.when.months)


def _end(one: Draft) -> tuple[int, int]:
    return (one.when.end, one.when.last) if one.when else (0, 0)


def _is_of(level: Head, head: Head) -> bool:
    """Whether a level stands beside a growth below one head: PM10 | 浓度 | 同比."""
    return level.top == head.top >= 0 and level.measure.startswith(head.measure)


def _whole(levels: list[Draft], head: Head) -> Draft:
    """The last level; of several below one head, 预算数 (小计, 基本支出, 项目支出) | 增减%, the
    total."""
    last = levels[-1]
    if last.head.within and not head.within and head.top != last.head.top:
        last = next((one for one in reversed(levels) if not one.head.within), last)
    if head.measure or not last.head.measure or head.top == last.head.top:
        return last
    beside = (one for one in levels if one.head.top == last.head.top)
    return next((one for one in beside if p.GENERIC.fullmatch(one.head.measure)), last)
