"""What all is known of a report in the end: its parts, its indicators, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipeline.records.indicators import Indicator, Numeral
from pipeline.records.packed import Packed
from pipeline.records.span import Span
from pipeline.records.text import Label, Segmented

CheckStatus = Literal["consistent", "contradiction", "cannot tell"]


@dataclass(frozen=True, slots=True)
class Check:
    """Whether numbers of the text agree: what was ``stated``, and what follows from the others.

    Both (the second is ``computed``) are [low, high] in ``unit``: what rounding as written and 约,
    余, 超 allow. ``message`` is the arithmetic, in Chinese. ``span`` is where the stated number
    stands, ``certainty`` in [0, 1] how likely a contradiction is a fault of the report.
    """

    kind: str
    status: CheckStatus
    indicators: tuple[str, ...]
    message: str
    stated: tuple[Decimal, Decimal]
    computed: tuple[Decimal, Decimal]
    unit: str
    span: Span
    certainty: float


@dataclass(frozen=True, slots=True)
class Result:
    """All that is known of one report."""

    segmented: Segmented
    numerals: tuple[Numeral, ...]
    indicators: Packed[Indicator]
    labels: tuple[Label, ...]
    checks: Packed[Check]
