"""Parts of a year in a sentence: 上半年, 前三季度, 三季度, 1—11月, 9月末."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.frozen import replace
from pipeline.patterns import periods as p
from pipeline.patterns.deadlines import BY
from pipeline.patterns.digits import number
from pipeline.records import Span

_FAR = 6  # characters before a part of a year: 相比于|去年|下半年


class When(NamedTuple):
    """A time as said: where, and the years ``start``..``end``.

    ``months`` is set for a part of one year (``-H1``, ``-Q3``, ``-01/2022-11``).

    ``kind``: ``month`` for a single one, ``until`` where it is counted up to its end (截至10月底),
    ``so_far`` for 今年以来, ``same`` and ``beside`` where it is that of a figure told beside another
    (去年同期为86公里, 上年为31起), else empty.
    """

    at: int
    to: int
    start: int
    end: int
    months: str = ""
    kind: str = ""


def months_in(year: int, months: str) -> str:
    """Give the same months of another year.

    >>> months_in(2023, "-01/2024-09"), months_in(2023, "-H1")
    ('-01/2023-09', '-H1')
    """
    first, between, last = months.partition("/")
    return f"{first}/{year}{last[4:]}" if between else months


def with_parts(view: str, span: Span, said: Sequence[When], this: int | None) -> Iterator[When]:
    """Give ``said`` with 上半年, 前三季度, 三季度, 1—11月, 9月末 among them.

    They are of the year said before, else of the report's.
    """
    left = list(said)
    year = this
    over = [time for time in said if "/" in time.months]  # 2023年7月至2024年6月
    for match in p.PART_OF_YEAR.finditer(view, *span):
        if any(time.at <= match.start() < time.to for time in over):
            continue
        while left and left[0].at < match.start():
            year = left[0].start if left[0].start == left[0].end else year
            before = left.pop(0)
            if before.kind != "so_far" or before.to != match.start():  # 今年|1—5月 is one time
                yield before
        while left and left[0].at < match.end():
            left.pop(0)  # 2023年 of 2023年一季度
        year = int(match["year"]) if match["year"] else year
        backwards = (match["first"] and int(match["last"]) < int(match["first"])) or (
            match["from_quarter"] and number(match["to_quarter"]) < number(match["from_quarter"])
        )
        if (
            year
            and not backwards
            and (
                BY.fullmatch(view, match.start(), match.end() + 1)
                or not p.BASE_YEAR_BEFORE.search(
                    view, max(span.start, match.start() - _FAR), match.start()
                )
            )
        ):
            yield _part_of(view, span, match, year)
    for time in left:
        whole = (
            time.kind != "so_far"
            and time.start == time.end == this
            and view.startswith("全年", time.at)
            and year
        )
        yield replace(time, start=year, end=year) if whole and year else time


def _part_of(view: str, span: Span, match: p.Match, year: int) -> When:
    at, to = match.span()
    if match["month"]:
        month = f"-{int(match['month']):02d}"
        ends = match["day"] or match["tail"] in ("底", "末")
        if ends and p.UNTIL.search(view, max(span.start, at - 3), at):
            return When(at, to, year, year, month, "until")
        return (
            When(at, to, year, year) if match["day"] else When(at, to, year, year, month, "month")
        )
    if match["from_quarter"]:
        first, last = number(match["from_quarter"]) * 3 - 2, number(match["to_quarter"]) * 3
        return When(at, to, year, year, f"-{first:02d}/{year}-{last:02d}")
    if match["half"]:
        return When(at, to, year, year, "-H1" if match["half"] == "上" else "-H2")
    if match["quarter"]:
        return When(at, to, year, year, f"-Q{number(match['quarter'])}")
    if match["first"]:
        return When(
            at, to, year, year, f"-{int(match['first']):02d}/{year}-{int(match['last']):02d}"
        )
    months = number(match["quarters"]) * 3 if match["quarters"] else number(match["months"])
    return When(at, to, year, year, f"-01/{year}-{months:02d}")
