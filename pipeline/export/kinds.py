"""What kind of number a figure is: level, growth or difference, against what, at which prices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.export.identity import UNKNOWN
from pipeline.export.times import Period
from pipeline.lexicon.unit_codes import unit_code
from pipeline.patterns import figures as f


def transformation(role: str, name: str, unit: str, *, form: str | None = None) -> str:
    """A code of CL_TIMETRANS_TYPE: N a level, G a rate of growth, D a difference, GC a contribution
    to growth; R (own) a multiple of the earlier value.

    >>> said = (("change", "%"), ("change", "元"), ("value", "元"))
    >>> tuple(transformation(role, "财政收入", unit) for role, unit in said)
    ('G', 'D', 'N')
    """
    if f.CONTRIBUTION.search(name) and unit in ("%", "百分点"):
        return "GC"
    if form == "multiple":
        return "R"
    if role == "change":
        rate = form == "rate" if form else unit in ("%", "‰", "倍")
        return "G" if rate else "D"
    return "G" if role != "rank" and unit == "%" and f.RATE_OF_CHANGE.search(name) else "N"


def basis_of(kind: str, figure: Mapping[str, Any], period: Period | None) -> str:
    """What a number is compared with; a level that is itself a growth rate (涨幅2.6%) is one against
    the year before, as a bare 增长 is.
    """
    if kind == "G" and "basis" not in figure:
        return "yoy" if period and period.months <= 12 else UNKNOWN
    return str(figure.get("basis", "_Z"))


def priced(kind: str, unit: str) -> bool:
    """Whether prices matter: rates of growth, and money."""
    return kind == "G" or unit_code(unit).partition("_")[0] in ("CNY", "USD")
