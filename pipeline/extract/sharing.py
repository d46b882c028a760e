"""Units and magnitudes said once for several numbers: 32.6、41.8万吨, 由35降到26.4微克."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.atoms import Atom
from pipeline.extract.frozen import replace
from pipeline.patterns import numbers as p

_MAGNITUDES = (("万亿", 10**12), ("亿", 10**8), ("百万", 10**6), ("千万", 10**7), ("万", 10**4))
# a list of these may be said once: 3、4月 and 2、3年 are no such lists
_SHARED = frozenset(
    (
        "ratio",
        "point",
        "multiple",
        "money",
        "count",
        "length",
        "area",
        "mass",
        "volume",
        "energy",
        "data",
        "speed",
        "temperature",
    )
)


def with_shared_unit(found: list[Atom], view: str) -> list[Atom]:
    """Give a list, or a base before its value, the unit and magnitude that are said once."""
    shared = ""  # the numeral whose magnitude the items to its left share
    for i in range(len(found) - 2, -1, -1):
        a, b = found[i], found[i + 1]
        if a.unit_kind in _SHARED and _is_none_left(a, b, view):
            found[i + 1] = replace(b, unit=a.unit, unit_kind=a.unit_kind, han=False)
            continue
        if b.end > b.number_end:
            shared = view[b.start : b.number_end]
        if (
            not b.unit_kind
            or not a.bare
            or (a.start and view[a.start - 1].isascii() and not view[a.start - 1].isspace())
        ):
            continue
        listed = b.unit_kind in _SHARED and not a.han and p.LISTED.fullmatch(view, a.end, b.start)
        if not listed and not (
            b.start - a.end <= 9
            and p.MOVED_TO.fullmatch(view, a.end, b.start)
            and not (a.han and p.TENTH.match(view, a.number_end))  # 由七成|升至|86%
            and p.MOVED_FROM.match(view, max(0, a.start - 18), a.start)
        ):
            continue
        factor = magnitude(shared)
        size = (
            factor
            if factor > 1
            and magnitude(view[a.start : a.number_end]) == 1
            and _alike(a.low, b.low / factor)
            else Decimal(1)
        )
        if size == 1 and factor > 1 and magnitude(view[a.start : a.number_end]) == 1:
            continue
        found[i] = replace(
            a, low=a.low * size, high=a.high * size, unit=b.unit, unit_kind=b.unit_kind
        )
    return found


def _is_none_left(a: Atom, b: Atom, view: str) -> bool:
    """Tell whether a number fell to nothing, which has its unit: 由31个减少到|零|, 从3起降为|0|."""
    if b.low or b.high or not b.bare or not p.NOTHING_LEFT.match(view, b.end):
        return False
    if not p.MOVED_TO.fullmatch(view, a.end, b.start):
        return False
    return p.MOVED_FROM.match(view, max(0, a.start - 18), a.start) is not None


def magnitude(digits: str) -> Decimal:
    """The factor of the 万 or 亿 that a numeral in digits ends with."""
    return next(
        (Decimal(factor) for word, factor in _MAGNITUDES if digits.endswith(word)), Decimal(1)
    )


def _alike(one: Decimal, other: Decimal) -> bool:
    """Whether two faces may share a magnitude: 1200、850万元, but not 1200、1.5万人."""
    return abs(one) < 1000 or abs(one) < 100 * abs(other)
