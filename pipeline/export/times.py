"""The period of a document as SDMX writes it, and the period a change counts from."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass

from pipeline.patterns import figures as f
from pipeline.patterns.periods import FIVE_YEAR_PLANS

_YEARS = {2: "A2", 3: "A3", 4: "A4", 5: "A5", 10: "A10"}  # CL_FREQ: spans of years that have a code


@dataclass(frozen=True, slots=True)
class Period:
    """Months ``first``..``last`` (both included), counted from year 0."""

    first: int
    last: int

    @property
    def months(self) -> int:
        return self.last - self.first + 1

    @property
    def freq(self) -> str:
        """The code of CL_FREQ: A year, S half, Q quarter, M month, A5 five years; ``_O`` for a
        length without code (the first nine months).
        """
        if self.months % 12 == 0 and self.first % 12 == 0:
            return "A" if self.months == 12 else _YEARS.get(self.months // 12, "_O")
        if self.first % self.months == 0:
            return {6: "S", 3: "Q", 1: "M"}.get(self.months, "_O")
        return "_O"

    @property
    def time_period(self) -> str:
        """SDMX time: ``2022``, ``2022-S1``, ``2022-Q3``, ``2022-07``, and ISO 8601 start and
        duration else.

        >>> tuple(parsed(one).time_period for one in ("2022-H1", "2021/2025", "2022-01/2022-09"))
        ('2022-S1', '2021-01-01/P5Y', '2022-01-01/P9M')
        """
        year, month = divmod(self.first, 12)
        if self.freq == "A":
            return f"{year}"
        if self.freq in ("S", "Q"):
            return f"{year}-{self.freq}{month // self.months + 1}"
        if self.freq == "M":
            return f"{year}-{month + 1:02d}"
        return (
            f"{self.start}/P{self.months // 12}Y"
            if self.months % 12 == 0
            else f"{self.start}/P{self.months}M"
        )

    @property
    def start(self) -> str:
        """The first day."""
        return f"{self.first // 12}-{self.first % 12 + 1:02d}-01"

    @property
    def end(self) -> str:
        """The last day."""
        year, month = divmod(self.last, 12)
        return f"{year}-{month + 1:02d}-{monthrange(year, month + 1)[1]:02d}"


def parsed(written: str | None) -> Period | None:
    """The period of a document (``2022``, ``2021/2025``, ``2022-H1`` …); None where none is known.

    >>> parsed("2024").start, parsed("2024").end, parsed("2021/2025").freq
    ('2024-01-01', '2024-12-31', 'A5')
    """
    match = f.PERIOD.fullmatch(written or "")
    if not match:
        return None
    first, months = int(match["year"]) * 12, 12
    if match["last"]:
        months = (int(match["last"]) - int(match["year"]) + 1) * 12
    elif match["half"]:
        first, months = first + 6 * (int(match["half"]) - 1), 6
    elif match["quarter"]:
        first, months = first + 3 * (int(match["quarter"]) - 1), 3
    elif match["month"]:
        first, months = (
            first + int(match["month"]) - 1,
            int(match["until"] or match["month"]) - int(match["month"]) + 1,
        )
    return Period(first, first + months - 1) if months > 0 else None


def compared(period: Period | None, basis: str, said: str) -> Period | None:
    """The period that a change counts from; None where the text leaves it open, or where it is no
    time (another body, a plan).

    ``said`` are the words of the sentence before the change: 比2002年 names the year.

    >>> since = (("2024-H1", "yoy"), ("2021/2025", "annual_average"))
    >>> tuple(compared(parsed(period), basis, "").time_period for period, basis in since)
    ('2023-S1', '2020')
    """
    if basis == "base" and (named := _said(said)):
        return named
    if period is None:
        return None
    if period.months > 12:
        years = basis in ("base", "annual_average")
        return _years(period.first // 12 - 1) if years else None
    if basis == "yoy":
        return Period(period.first - 12, period.last - 12)
    if basis == "previous_period" and period.months < 12 and period.freq != "_O":
        return Period(period.first - period.months, period.first - 1)
    return None


def _said(words: str) -> Period | None:
    """The year or plan behind the last 比 or 较."""
    found = [(match.start(), _years(int(match["year"]))) for match in f.FROM_YEAR.finditer(words)]
    for match in f.FROM_PLAN.finditer(words):
        if start := FIVE_YEAR_PLANS.get(match["plan"]):
            at = match["at"] or ""
            found.append(
                (
                    match.start(),
                    _years(start, start + 4)
                    if not at
                    else _years(start - 1)
                    if at == "初"
                    else _years(start + 4),
                )
            )
    return max(found, key=lambda each: each[0])[1] if found else None


def _years(first: int, last: int | None = None) -> Period:
    return Period(first * 12, (last or first) * 12 + 11)
