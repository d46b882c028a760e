"""A period of a table: years, or months of one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.periods import Period as Reported


@dataclass(frozen=True, slots=True)
class Period:
    """Years ``start``..``end``; ``first``..``last`` months of one year.

    ``name`` is set where it is a half or a quarter; ``said`` are its words; ``back``: they count
    it back from the time of the table (上年, 年初).
    """

    start: int
    end: int
    first: int = 0
    last: int = 0
    name: str = ""
    said: Phrase = NOTHING
    back: bool = False
    counted: bool = False  # its words say no year

    @property
    def written(self) -> str:
        """The period as the document writes it.

        >>> Period(2023, 2023, 1, 10).written, Period(2023, 2023, 10, 10).written
        ('2023-01/2023-10', '2023-10')
        >>> Period(2021, 2025).written
        '2021/2025'
        """
        if self.start != self.end:
            return f"{self.start}/{self.end}"
        if self.name:
            return f"{self.start}-{self.name}"
        if not self.first or (self.first, self.last) == (1, 12):
            return str(self.start)
        return (
            f"{self.start}-{self.last:02d}"
            if self.first == self.last
            else f"{self.start}-{self.first:02d}/{self.start}-{self.last:02d}"
        )

    @classmethod
    def of_report(cls, written: str | None, year: int | None) -> Period | None:
        """The period of a report, months and quarters where it is of a part of the year."""
        known = Reported.known(written, year)
        if known is None or known.within[:1] != "-" or known.start != year:
            return Period(year, year) if year else None
        name = known.within[1:] if known.within[1] in "HQ" else ""
        return Period(year, year, known.first_month, known.last_month, name)

    @property
    def months(self) -> int:
        """How many of a year it is, 0 for years."""
        return self.last - self.first + 1 if self.first else 0

    @property
    def part_before(self) -> Period | None:
        """The month or the quarter before it; None where it is neither."""
        if self.months not in (1, 3):
            return None
        year, first = divmod(12 * self.end + self.first - 1 - self.months, 12)
        name = f"Q{first // 3 + 1}" if self.months > 1 else ""
        return Period(year, year, first + 1, first + self.months, name, back=True)

    @property
    def whole(self) -> Period:
        """The year that it is a part of."""
        return replace(self, first=0, last=0, name="")

    def moved(self, years: int) -> Period:
        """The same part of another year."""
        return replace(self, start=self.start + years, end=self.end + years)
