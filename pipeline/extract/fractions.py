"""Numbers that are parts of another: 三分之一, 2/3, 6.9/10万, 2.2∶1, 一又四分之三."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.atoms import Atom
from pipeline.extract.frozen import replace
from pipeline.patterns import numbers as p

# 11/28 and 24/7 are no fractions: of greater denominators only round ones count, behind 占 or 约
_PLAIN_FRACTION = 10
_FAR = 40  # characters before a proportion that are looked at: 之比由2015年的1.84∶1缩小到2020年的|1.67∶1
_DENOMINATORS = frozenset((12, 15, 20, 25, 30, 50, 100, 1000))


def fraction(a: Atom, b: Atom, view: str) -> Atom | None:
    between = view[a.number_end : b.start]
    if between in ("∶", "：", ":"):
        return proportion(a, b, view)
    if between == "/" and view[b.start : b.number_end] in (
        "10万",
        "万",
        "1万",
        "百万",
    ):  # 死亡率6.9/10万
        return replace(
            a, end=b.number_end, unit="/" + view[b.start : b.number_end], unit_kind="per"
        )
    if between == "/":
        return _slashed(a, b, view)
    if between != "分之" or a.low == 0:
        return None
    return _of(b.low / a.low, a, b)


def _slashed(a: Atom, b: Atom, view: str) -> Atom | None:
    """1/3, 2/3; not 11/28, 24/7, 140/90, 4/5G, 1/2孩."""
    whole = (
        a.low == a.low.to_integral_value()
        and b.low == b.low.to_integral_value()
        and not a.han
        and not a.unit_kind
    )
    small = 0 < a.low < b.low and (
        b.low <= _PLAIN_FRACTION
        or (
            b.low in _DENOMINATORS
            and bool(p.FRACTION_LED.match(view, max(0, a.start - 1), a.start))
        )
    )
    small = small or (
        0 < abs(a.low) < 10
        and 1 < b.low < 5
        and not p.WORD_AROUND.search(
            view[max(0, a.start - 1) : a.start] + view[b.number_end : b.number_end + 1]
        )
    )  # 3/2 by itself
    if (
        not whole
        or not small
        or b.unit_kind not in ("", "time", "ratio")
        or p.NO_FRACTION.match(view, b.number_end)
        or p.FRACTION_NOT_BEFORE.match(view, max(0, a.start - 2), a.start)
    ):
        return None
    return _of(a.low / b.low, a, b)


def _of(value: Decimal, a: Atom, b: Atom) -> Atom:
    end, unit, kind = (
        (b.number_end, "", "") if b.unit_kind == "time" else (b.end, b.unit, b.unit_kind)
    )
    return replace(
        a,
        number_end=b.number_end,
        end=end,
        low=value,
        high=value,
        unit=unit,
        unit_kind=kind or "fraction",
    )


def proportion(a: Atom, b: Atom, view: str) -> Atom | None:
    """收入比2.2∶1."""
    if (
        b.low != 1
        or a.han
        or b.unit_kind
        or not p.RATIO_BEFORE.search(view, max(0, a.start - _FAR), a.start)
    ):
        return None
    return replace(a, end=b.number_end, unit_kind="per")


def mixed(whole: Atom, a: Atom, b: Atom, view: str) -> Atom | None:
    """一又四分之三, 负一又二分之一."""
    if not p.MIXED.fullmatch(view, whole.number_end, a.start) or not (
        part := fraction(a, b, view)
    ):
        return None
    value = whole.low + (part.low if whole.low >= 0 else -part.low)
    return replace(part, start=whole.start, low=value, high=value)
