"""Numbers with what belongs to them — sign, unit, percent, fraction, range — before anything is decided about their meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.extract.numbers import value_of
from pipeline.lexicon import units
from pipeline.patterns import numbers as p

_WIDEST_RANGE = 4  # characters between the two numbers of a range, blanks included
_ALONE = {"万": 10**4, "亿": 10**8}  # numbers only behind a word of limit: 突破万人, 近亿元
_HAN_NUMERALS = frozenset("零一二两三四五六七八九十百千万亿兆廿卅半")


@dataclass(frozen=True, slots=True)
class Atom:
    """A number as found. ``start``..``number_end`` are its digits, ``end`` is behind the unit; ``han`` for Chinese digits, ``more`` for 余 or 多.

    ``unit_kind`` is the kind of the unit (``count``, ``money`` …), or ``fraction``, ``fold``, ``half``, ``held`` (持平), or "" without a unit.
    """

    start: int
    number_end: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    unit_kind: str
    han: bool
    more: bool = False


def atoms(view: str, start: int, end: int) -> tuple[Atom, ...]:
    """All numbers of ``view[start:end]``, left to right, never overlapping."""
    if not p.POSSIBLE.search(view, start, end):
        return ()
    found: list[Atom] = []
    held = [Atom(*match.span(), match.end(), Decimal(0), Decimal(0), "%", "held", han=False) for match in p.HELD.finditer(view, start, end)]
    for atom in sorted([*_joined(list(_single(view, start, end)), view), *held], key=lambda atom: atom.start):
        if found and atom.start < found[-1].end:
            continue
        found.append(atom)
    return tuple(found)


def _single(view: str, start: int, end: int) -> Iterator[Atom]:
    behind, per = start, -1
    for match in p.NUMBER.finditer(view, start, end):
        a, b = match.span()
        if a < behind:
            continue
        if match.group() in p.PER and view.startswith("分之", b):  # 百分之|五, 万分之|三
            per = a
            continue
        b, value = _longest(match.group(), a)
        if value is None and match.group() in _ALONE and p.LIMIT_BEFORE.search(view, max(start, a - 24), a):
            value = Decimal(_ALONE[match.group()])
        if value is None:
            continue
        if per >= 0 and view[per:a].endswith("分之") and view[per : a - 2] in p.PER:
            value = value / p.PER[view[per : a - 2]]
            yield Atom(per, b, b, value, value, "%", "ratio", view[a] in _HAN_NUMERALS)
            behind, per = b, -1
            continue
        han = view[a] in _HAN_NUMERALS
        sign = p.SIGN.match(view, a - 1, b) if a > start and view[a - 1] in "-负" else None
        if sign:
            value, a = -value, a - 1
        more = p.MORE.match(view, b, end)
        inside = "余" in match.group() or "多" in match.group()
        unit, kind, unit_end = _unit(view, more.end() if more else b, end)
        if more and not kind and view[more.end() : more.end() + 1] not in "，。；、个":
            more = None
        behind = max(b, unit_end)
        yield Atom(a, b, max(unit_end, more.end() if more else b), value, value, unit, kind, han, bool(more) or inside)


def _longest(numeral: str, start: int) -> tuple[int, Decimal | None]:
    """Where the numeral ends and its value; a magnitude too many at its end is left out (五十|千)."""
    end = len(numeral)
    while end and (value := value_of(numeral[:end])) is None and end > 1 and numeral[end - 1] in "十百千万亿兆":
        end -= 1
    return start + end, value


def _unit(view: str, at: int, end: int) -> tuple[str, str, int]:
    """The unit that starts at ``at``: canonical form, kind and where it ends; ("", "", at) where there is none."""
    match = p.UNIT.match(view, at, end)
    if not match:
        return "", "", at
    unit, per = units()[match["unit"]], match["per"] or ""
    if not per and view.startswith(unit.not_before, match.end()):
        return "", "", at
    return unit.canonical + per, unit.kind, match.end()


def _joined(found: list[Atom], view: str) -> Iterator[Atom]:
    """Joins what is one quantity: 百分之五, 三分之一, 1/3, 2-3个, 三成半, 一半, 翻两番."""
    found = _with_shared_unit(found, view)
    i = 0
    while i < len(found):
        atom = found[i]
        if i + 1 < len(found):
            if atom.unit == "个" and found[i + 1].unit == "百分点" and view[atom.end : found[i + 1].start] in ("、", "和", "及"):
                atom = replace(atom, unit="百分点", unit_kind="point")  # 1.9个和4.2个百分点
            together = _fraction(atom, found[i + 1], view) or _coins(atom, found[i + 1], view)
            if together:
                found[i + 1] = together
                i += 1
                continue
            if i + 2 < len(found) and p.MIXED.fullmatch(view, atom.number_end, found[i + 1].start) and (part := _fraction(found[i + 1], found[i + 2], view)):
                value = atom.low + (part.low if atom.low >= 0 else -part.low)  # 负一又二分之一
                found[i + 2] = replace(part, start=atom.start, low=value, high=value)
                i += 2
                continue
        atom = _tenths(atom, view)
        if i + 1 < len(found) and (after := _range(atom, _tenths(found[i + 1], view), view)):
            atom, i = after, i + 1
        i += 1
        yield atom


def _with_shared_unit(found: list[Atom], view: str) -> list[Atom]:
    """20.9、36.2、54个百分点: the unit of the last serves all of a list."""
    for i in range(len(found) - 2, -1, -1):
        a, b = found[i], found[i + 1]
        bare = not a.unit_kind and not a.han and not a.more and a.end == a.number_end
        if bare and b.unit_kind in ("ratio", "point", "multiple", "money", "count", "length", "area", "mass") and p.LISTED.fullmatch(view, a.end, b.start) and not (a.start and view[a.start - 1].isascii()):
            found[i] = replace(a, unit=b.unit, unit_kind=b.unit_kind)
    return found


def _fraction(a: Atom, b: Atom, view: str) -> Atom | None:
    between = view[a.number_end : b.start]
    if between in ("∶", "：", ":") and b.low == 1 and not a.han and p.RATIO_BEFORE.search(view, max(0, a.start - 14), a.start):  # 收入比2.2∶1
        return replace(a, end=b.number_end, unit_kind="per")
    if between == "/" and view[b.start : b.number_end] in ("10万", "万", "1万", "百万"):  # 死亡率6.9/10万
        return replace(a, end=b.number_end, unit="/" + view[b.start : b.number_end], unit_kind="per")
    if between not in p.JOINTS:
        return None
    over = between != "/"
    top, bottom = (b.low, a.low) if over else (a.low, b.low)
    if bottom == 0 or (not over and (a.unit_kind or abs(bottom) > 100 or a.han or a.low != a.low.to_integral_value())):
        return None
    end, unit, kind = (b.number_end, "", "") if b.unit_kind in ("time",) else (b.end, b.unit, b.unit_kind)
    value = top / bottom
    return replace(a, number_end=b.number_end, end=end, low=value, high=value, unit=unit, unit_kind=kind or "fraction")


_COINS = {("元", "角"): 10, ("元", "毛"): 10, ("元", "分"): 100, ("角", "分"): 10, ("美元", "美分"): 100}


def _coins(a: Atom, b: Atom, view: str) -> Atom | None:
    """50元6角三分, 两美元又三美分."""
    share = _COINS.get((a.unit, b.unit))
    if share is None or a.more or view[a.end : b.start] not in ("", "又") or b.low >= share:
        # 50.6元 and 三分: the smaller coin still counts in hundredths
        if a.unit != "元" or b.unit != "分" or view[a.end : b.start]:
            return None
        share = 100
    value = a.low + b.low / share
    return replace(a, number_end=b.number_end, end=b.end, low=value, high=value)


def _tenths(atom: Atom, view: str) -> Atom:
    """三成, 三成半, 七成六; 一半; 一吨半."""
    if not atom.unit_kind and view.startswith("成", atom.number_end) and (match := p.TENTH.match(view, atom.number_end)):
        rest = match["rest"]
        extra = Decimal(0) if not rest else Decimal("0.5") if rest == "半" else (value_of(rest) or Decimal(0)) / 10
        value = (atom.low + extra) * 10
        if value <= 1000:
            return replace(atom, end=match.end(), low=value, high=value, unit="%", unit_kind="ratio", han=False)
    if atom.low == 1 and atom.han and view.startswith("半", atom.number_end):
        return replace(atom, number_end=atom.number_end + 1, end=atom.number_end + 1, low=Decimal(50), high=Decimal(50), unit="%", unit_kind="half")
    if atom.unit_kind and atom.unit_kind != "count" and view.startswith("半", atom.end) and (match := p.HALF.match(view, atom.end)):
        return replace(atom, end=match.end(), low=atom.low + Decimal("0.5"), high=atom.high + Decimal("0.5"))
    return atom


def _range(a: Atom, b: Atom, view: str) -> Atom | None:
    """2-3个, 6%—6.5%, 25%到40%, 4.5-5%."""
    if b.start - a.end > _WIDEST_RANGE:
        return None
    match = p.RANGE.fullmatch(view, a.end, b.start)
    low, high = a.low, b.high
    if match is None and a.unit_kind == "" and view[a.end : b.start] == "" and b.low < 0:  # 5-20%: the dash was read as a sign
        match, high = p.RANGE.fullmatch("-"), -b.low
    if match and a.unit and match.group().strip() in "至到" and p.FROM_BEFORE.search(view, max(0, a.start - 24), a.start):
        return None
    if match is None or (a.unit and a.unit != b.unit) or (not a.unit and a.han != b.han):
        return None
    if b.low < 0 and a.low >= 0:
        high = -b.low
    if not a.unit and b.unit:  # 3至8万: the magnitude is shared
        digits, scaled = view[b.start : b.number_end], b.high
        for magnitude, factor in (("万亿", 10**12), ("亿", 10**8), ("万", 10**4)):
            if digits.endswith(magnitude) and low < scaled / factor * 10 and not view[a.start : a.number_end].endswith(("万", "亿")):
                low *= factor
                break
    if low >= high:
        return None
    return replace(b, start=a.start, low=low, high=high, more=False)
