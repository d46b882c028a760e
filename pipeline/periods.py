"""A period as the contract writes it, and periods read from the words of a head:
2023年上半年, 1—10月, 2022—2023学年.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from pipeline.patterns import written_periods as w
from pipeline.patterns.digits import number
from pipeline.patterns.periods import FIVE_YEAR_PLANS

_DECEMBER = 12
_SCHOOL_BEGINS = 9  # the month in which a school year does


class Period(NamedTuple):
    """The years ``start`` to ``end``, and ``within`` where it is less or other than whole years,
    as it is written behind the year.

    >>> str(Period(2018, 2022)), str(Period(2022, 2022, "/2023"))
    ('2018/2022', '2022/2023')
    >>> str(Period(2023, 2023, "-H1")), str(Period(2023, 2023, "-01/2023-10"))
    ('2023-H1', '2023-01/2023-10')
    """

    start: int
    end: int
    within: str = ""

    def __str__(self) -> str:
        return f"{self.start}{self.within if self.start == self.end else f'/{self.end}'}"

    @classmethod
    def parsed(cls, written: str | None) -> Period | None:
        """The period that ``str`` wrote; None of None.

        Two years that follow each other are one school year: ``2022/2023``.
        """
        if not written:
            return None
        start, behind = int(written[:4]), written[4:]
        if not behind.startswith("/") or behind == f"/{start + 1}":
            return cls(start, start, behind)
        return cls(start, int(behind[1:]))

    @classmethod
    def known(cls, written: str | None, year: int | None) -> Period | None:
        """The period that was written where it begins or ends in ``year``, else that year;
        None without one.
        """
        period = cls.parsed(written)
        if year is None or (period and year in (period.start, period.last_year)):
            return period
        return cls(year, year)

    @property
    def last_year(self) -> int:
        """The year in which it ends."""
        return int(self.within.partition("/")[2][:4]) if "/" in self.within else self.end

    @property
    def first_month(self) -> int:
        """The month in which it begins, counted in its first year."""
        if self.within[:2] in ("-H", "-Q"):
            return 1 + (int(self.within[2]) - 1) * (6 if self.within[1] == "H" else 3)
        if self.within[:1] == "/":
            return _SCHOOL_BEGINS
        return int(self.within[1:3]) if self.within[:1] == "-" else 1

    @property
    def last_month(self) -> int:
        """The month in which it ends, counted in its last year."""
        if self.within[:2] in ("-H", "-Q"):
            return int(self.within[2]) * (6 if self.within[1] == "H" else 3)
        if self.within[:1] == "/":
            return _SCHOOL_BEGINS - 1
        return int(self.within[-2:]) if self.within[:1] == "-" else _DECEMBER

    def following(self) -> Period:
        """The period of the same kind behind this one; behind first months the rest of the year.

        >>> str(Period(2018, 2022).following()), str(Period(2023, 2023, "-H1").following())
        ('2023', '2023-H2')
        >>> str(Period(2023, 2023, "-01/2023-10").following())
        '2023-11/2023-12'
        """
        year, month = self.last_year, self.last_month
        if self.within[:1] == "/":
            return Period(year, year, f"/{year + 1}")
        if month == _DECEMBER:
            return Period(year + 1, year + 1)
        if self.within[:2] in ("-H", "-Q"):
            return Period(year, year, f"{self.within[:2]}{int(self.within[2]) + 1}")
        single = len(self.within) == len("-10") or month == _DECEMBER - 1
        return Period(year, year, f"-{month + 1:02d}{'' if single else f'/{year}-12'}")

    def begins_behind(self, other: Period) -> bool:
        """Whether it begins when ``other`` has ended."""
        return (self.start, self.first_month) > (other.last_year, other.last_month)


@dataclass(frozen=True, slots=True)
class Written:
    """A period as written.

    ``year`` is None where the words leave it open (上半年);
    ``role`` is review, plan, report, or empty.
    """

    kind: str
    year: int | None
    match: regex.Match[str]
    role: str = ""

    def period(self, near: int | None) -> Period | None:
        """Give what was written, with the year ``near`` where none was; None where none is known.

        Years to come begin behind that year.
        """
        year = self.year or near
        groups = self.match.groupdict()
        if self.kind == "plan":
            return _of_a_plan(groups["name"])
        return _of_a_year(self.kind, year, groups) if year else None


def written_in(text: str) -> Iterator[Written]:
    """Every period in a line, in order, none inside another; days are passed over."""
    if not w.HINT.search(text):
        return
    found = {
        n: match
        for n, (sign, pattern) in enumerate(w.SIGNED)
        if sign in text and (match := pattern.search(text))
    }
    while found:
        n, match = min(found.items(), key=lambda one: (one[1].start(), one[0]))
        kind = w.WRITTEN[n].fills
        in_brackets = (
            kind == "month"
            and text[match.start() - 1 : match.start()] in ("(", "（")
            and text[match.end() : match.end() + 1] in (")", "）")
        )
        if kind and not in_brackets:  # （2024年12月） behind a title is when it was written
            year = match.groupdict().get("year")
            yield Written(kind, int(year) if year else None, match)
        found = dict(_behind(found, text, match.end()))


def _behind(
    found: dict[int, regex.Match[str]], text: str, at: int
) -> Iterator[tuple[int, regex.Match[str]]]:
    """What each rule finds from ``at`` on, by the rules that found anything before."""
    for n, match in found.items():
        again = match if match.start() >= at else w.WRITTEN[n].pattern.search(text, at)
        if again:
            yield n, again


def _of_a_plan(name: str) -> Period | None:
    """Give the years of a five-year plan by its name; None where no plan has it."""
    start = FIVE_YEAR_PLANS.get(name.removesuffix("五") + "五")
    return Period(start, start + 4) if start else None


def _of_a_year(kind: str, year: int, groups: dict[str, str]) -> Period | None:
    """Give the period that is counted from a year, or lies within it."""
    if kind in ("span", "school", "months_over_years"):
        return _over_years(kind, year, groups)
    if kind in ("school_begun", "school_ended"):
        begun = year - (kind == "school_ended")
        return Period(begun, begun, f"/{begun + 1}")
    if kind == "ahead":
        return Period(year + 1, year + number(groups["ahead"]))
    if kind == "five":
        return Period(year - (number(groups["five"]) if groups["five"] else 5) + 1, year)
    if kind == "months" and int(groups["last"]) < int(groups["first"]):
        return None  # 11月至2月
    return Period(year, year, _within(kind, year, groups))


def _over_years(kind: str, year: int, groups: dict[str, str]) -> Period | None:
    to = (
        int(groups["to"])
        if len(groups["to"]) == len("2023")
        else year // 100 * 100 + int(groups["to"])
    )
    if to <= year:
        return None
    if kind == "months_over_years":
        return Period(year, year, f"-{int(groups['first']):02d}/{to}-{int(groups['last']):02d}")
    return Period(year, year, f"/{to}") if kind == "school" else Period(year, to)


def _within(kind: str, year: int, groups: dict[str, str]) -> str:
    if kind in ("half", "mid_year"):
        return "-H1" if groups.get("half") != "下" else "-H2"
    if kind == "quarter":
        return f"-Q{number(groups['n'])}"
    if kind in ("quarters", "first_months", "as_of"):
        return f"-01/{year}-{number(groups['n']) * (3 if kind == 'quarters' else 1):02d}"
    if kind == "months":
        return f"-{int(groups['first']):02d}/{year}-{int(groups['last']):02d}"
    return f"-{int(groups['month']):02d}" if kind == "month" else ""
