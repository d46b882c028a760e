"""Numbers with a half or tenths behind them, and ranges: 三成半, 2-3个, 5%与6%之间."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.atoms import Atom
from pipeline.extract.frozen import replace
from pipeline.extract.numbers import value_of
from pipeline.extract.sharing import magnitude
from pipeline.patterns import numbers as p

FARTHEST = 4  # characters between two numbers that are one quantity, blanks included
_HALF = Decimal("0.5")
_TO = frozenset(("至", "到"))
_FAR = 3  # times the first number, or more, a second is where it is what the level moved to
_LONGEST_VERB = 6


def tenths(atom: Atom, view: str) -> Atom:
    """三成, 三成半, 七成六; 一半; 一吨半, 两年半."""
    if (
        not atom.unit_kind
        and view.startswith("成", atom.number_end)
        and (match := p.TENTH.match(view, atom.number_end))
    ):
        rest = match["rest"]
        extra = (
            Decimal(0)
            if not rest
            else _HALF
            if rest == "半"
            else (value_of(rest) or Decimal(0)) / 10
        )
        value = (atom.low + extra) * 10
        if value <= 1000:
            return replace(
                atom, end=match.end(), low=value, high=value, unit="%", unit_kind="ratio", han=False
            )
    if atom.low == 1 and atom.han and not atom.unit_kind and view.startswith("半", atom.number_end):
        return replace(
            atom,
            number_end=atom.number_end + 1,
            end=atom.number_end + 1,
            low=Decimal(50),
            high=Decimal(50),
            unit="%",
            unit_kind="half",
        )
    if (
        atom.unit_kind
        and atom.unit_kind != "count"
        and view.startswith("半", atom.end)
        and (match := p.HALF.match(view, atom.end))
    ):
        return replace(atom, end=match.end(), low=atom.low + _HALF, high=atom.high + _HALF)
    return atom


def range_of(a: Atom, b: Atom, view: str) -> Atom | None:
    """2-3个, 6%—6.5%, 25%到40%, 4.5-5%, 5%与6%之间."""
    if b.start - a.end > FARTHEST:
        return None
    between = view[a.end : b.start]
    follows = view[b.end : b.end + 1]
    after = p.BETWEEN_AFTER.match(view, b.end) if follows in ("之", "的", "区") else None
    joined = (
        p.RANGE.fullmatch(between)
        or (after and p.BETWEEN.fullmatch(between))
        or (between == "" and b.low < 0 <= a.low and not a.unit_kind)
    )
    a = _with_sign(a, b, view)
    dashed = between == "" and b.low < 0 <= a.low  # 5-20%: the dash was read as a sign
    low, high = a.low, -b.low if dashed else b.high
    if low < 0 and high < 0:  # -5～-8℃
        low, high = min(low, high), max(low, high)
    if not joined or (a.unit and a.unit != b.unit) or (not a.unit and a.han != b.han):
        return None
    if (
        a.unit
        and not after
        and between.strip() in _TO
        and p.FROM_BEFORE.search(view, max(0, a.start - 24), a.start)
    ):
        return None
    if a.unit and between.strip() in _TO and high >= _FAR * low:
        moved = p.MOVED_BEFORE.search(view, max(0, a.start - _LONGEST_VERB), a.start)
        if moved:  # 余额增加|36亿元至412亿元
            return None
    if not a.unit and b.unit:  # 3至8万: the magnitude is shared
        factor = magnitude(view[b.start : b.number_end])
        if low < b.high / factor * 10 and magnitude(view[a.start : a.number_end]) == 1:
            low *= factor
    if low >= high:
        return None
    return replace(
        b,
        start=a.start,
        end=after.end() if after and after.group() == "之间" else b.end,
        low=low,
        high=high,
        rough="",
    )


def _with_sign(a: Atom, b: Atom, view: str) -> Atom:
    """Read the sign of the first number of a range whose unit follows: 地表温度-5～8℃."""
    if not a.bare or a.low < 0 or b.unit_kind not in ("ratio", "point", "money", "temperature"):
        return a
    if not p.MINUS_HAN.match(view, max(0, a.start - 2), a.start) or view[a.start - 1] == "+":
        return a
    return replace(a, start=a.start - 1, low=-a.high, high=-a.low)
