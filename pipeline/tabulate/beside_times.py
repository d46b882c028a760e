"""What the head of a column takes of the time from those beside it: 上期 beside 上年同期, a year
beside a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.patterns import heads as p
from pipeline.tabulate.head import Head
from pipeline.tabulate.period import Period


def reached(heads: dict[int, Head]) -> dict[int, Head]:
    """The heads, a completion with the time of what was reached to its left (1—9月完成投资 |
    占年度计划%), a share and a rank with that of the latest level."""
    found: dict[int, Head] = {}
    done: Period | None = None
    last: Period | None = None
    full: Period | None = None
    aim: Period | None = None
    for column, head in heads.items():
        if head.role == "level" and head.modality == "target":
            aim = head.when or aim
        elif head.role == "level":
            last = _later(last, head.when)
            full = _fuller(full, head.when)
            done = _later(done, head.when if head.modality == "actual" else None)
        elif head.when is None and head.role != "change":
            head = replace(head, when=_told(head, done or _of_aim(full, aim), last, aim))
        found[column] = head
    return found


def _told(
    head: Head, done: Period | None, last: Period | None, aim: Period | None
) -> Period | None:
    """The time of what was done that a completion is of, or of the level or the aim that a share
    or a rank is of."""
    if head.modality == "target":
        return aim
    return done if head.role == "completion" else last


def _of_aim(full: Period | None, aim: Period | None) -> Period | None:
    """A time that goes on from the beginning of its year, unless the aim is of a later one."""
    return full if full and full.end >= (aim or full).end else None


def since_before(heads: dict[int, Head]) -> dict[int, Head]:
    """The heads, a change since a part of the year with the newest time: 1—11月增长 | 1—10月增长 |
    比1—10月加快; 环比 is of the time of the table."""
    times = [head.when for head in heads.values() if head.when and not head.when.back]
    newest = max(times, key=lambda when: (when.end, when.last or 12, when.months), default=None)
    return {
        column: replace(head, when=newest)
        if head.when is None and p.PART_OF_YEAR.fullmatch(head.against)
        else head
        for column, head in heads.items()
    }


def _fuller(full: Period | None, when: Period | None) -> Period | None:
    """The later of two times that go on from the beginning of their year: of 本月 | 1—10月累计
    what a share of the aims of a year is of."""
    if when is None or when.first > 1:
        return full
    return _later(full, when)


def _later(last: Period | None, when: Period | None) -> Period | None:
    new = when is not None and not when.back and (last is None or when.end >= last.end)
    return when if new else last


def before(heads: dict[int, Head], now: Period | None) -> dict[int, Head]:
    """The heads, 上期 beside 上年同期 as the month or the quarter before that of the table."""
    said = {column: str(head.when.said) for column, head in heads.items() if head.when}
    years = any(p.YEAR_BEFORE.search(words) for words in said.values())
    last = now.part_before if now and years else None
    return {
        column: replace(head, when=replace(last, said=head.when.said))
        if last and head.when and said[column].endswith("上期")
        else head
        for column, head in heads.items()
    }


def same_time(heads: dict[int, Head], now: Period | None) -> dict[int, Head]:
    """The heads, 上年同期 as that of what was reached to its left: 7月份完成 | 1—7月完成 | 上年同期."""
    found: dict[int, Head] = {}
    last: Period | None = None
    for column, head in heads.items():
        when = head.when
        if when and last and head.role == "level" and _is_same_time(when, now):
            said = last.said + when.said
            head = replace(head, when=replace(last.moved(-1), back=True, said=said))
        elif when and not when.back and head.role == "level" and head.modality != "target":
            last = when
        found[column] = head
    return found


def one_time(heads: dict[int, Head], now: Period | None) -> dict[int, Head]:
    """The heads below a title without a time, those that say none with the only one that others
    say: 起数（2024年前三季度） | 直接财产损失."""
    told = [head.when for head in heads.values() if head.when and not _is_aim(head)]
    if not told or not _is_of_all(told, now, len(heads)):
        return heads
    only = told[0]
    return {
        column: head if head.when or _is_aim(head) or head.of in heads else replace(head, when=only)
        for column, head in heads.items()
    }


def _is_of_all(told: Sequence[Period], now: Period | None, columns: int) -> bool:
    """Whether the times that heads say are one, which the others may have: one of a year before
    is, where half of the columns say it; not 2023年营业收入 | 职工人数."""
    only = told[0]
    if only.back or p.DAY_SAID.search(only.said) or len({one.written for one in told}) > 1:
        return False
    return now is None or only.end >= now.end or len(told) * 2 >= columns


def _is_aim(head: Head) -> bool:
    return head.modality == "target"


def _is_same_time(when: Period, now: Period | None) -> bool:
    """Whether 上年同期 is all that a head says of its time."""
    return p.SAME_TIME.fullmatch(when.said.removeprefix(now.said if now else "")) is not None


def parted(heads: dict[int, Head], now: Period | None) -> dict[int, Head]:
    """The heads, bare years as the part of them that the title is of: 2024年上半年…, 2024年 |
    2023年."""
    if now is None or not now.first or not any(_is_year(head, now.end) for head in heads.values()):
        return heads
    return {
        column: replace(head, when=replace(now, start=head.when.start, end=head.when.end))
        if head.when and _is_year(head, head.when.end)
        else head
        for column, head in heads.items()
    }


def _is_year(head: Head, year: int) -> bool:
    """Whether a head says no more of the time than a year in which something was reached."""
    when = head.when
    bare = when is not None and when.said.rstrip("年") == str(year)
    return bare and head.modality != "target"
