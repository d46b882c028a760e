"""The head of a column, or of a row of changes, as a record: what the numbers below it are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.records import Basis, Form, Modality
from pipeline.tables.units import Unit
from pipeline.tabulate.period import Period

Role = Literal["level", "change", "share", "completion", "rank"]


@dataclass(frozen=True, slots=True)
class Head:
    """A head as read.

    ``measure`` is what is left of it once the rest is understood; the other
    phrases are the words that said so.
    """

    role: Role = "level"
    measure: Phrase = NOTHING
    unit: Unit | None = None
    when: Period | None = None
    modality: Modality | None = None
    meant: Phrase = NOTHING
    basis: Basis | None = None
    against: Phrase = NOTHING
    form: Form = "rate"
    compared: Phrase = NOTHING
    among: Phrase = NOTHING
    top: int = -1  # the column in which its outermost cell begins
    within: bool = False  # 其中： of the column before
    whole: Phrase = NOTHING  # what that measures
    noted: Unit | None = None  # which unit of the note it has, by those of the columns beside it
    counted: Unit | None = None  # what a head below it counts in: 同比增减% | 件, 人
    of: int = -1  # the column of what changed, by the numbers
    sure: bool = False  # that a change is an amount, or a rate, by the numbers it is reckoned from
    bracketed: bool = False  # what its brackets hold is of all years together: 年均增速（累计）
    apart: bool = False  # of a unit of its own, where other columns take that of the row

    def is_against(self, level: Head) -> bool:
        """Whether a column is compared with another: 全市 | 与全市平均之差."""
        return bool(level.measure) and self.against.startswith(level.measure)
