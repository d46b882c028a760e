"""Numbers that are one quantity together, and units that several share: 三分之一, 2-3个, 50元6角, 5分30秒, 32.6、41.8万吨."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from pipeline.extract.atoms import Atom, single
from pipeline.extract.numbers import value_of
from pipeline.patterns import numbers as p

_WIDEST_RANGE = 4  # characters between the two numbers of a range, blanks included
_MAGNITUDES = (("万亿", 10**12), ("亿", 10**8), ("百万", 10**6), ("千万", 10**7), ("万", 10**4))
_HALF = Decimal("0.5")
# a list of these may be said once: 3、4月 and 2、3年 are no such lists
_SHARED = frozenset(("ratio", "point", "multiple", "money", "count", "length", "area", "mass", "volume", "energy", "data", "speed", "temperature"))
_COINS = {("元", "角"): 10, ("元", "毛"): 10, ("元", "分"): 100, ("角", "分"): 10, ("美元", "美分"): 100}
# the smaller unit, and how many of it make the larger one
_TIMES = {("分", "秒"): 60, ("分钟", "秒"): 60, ("小时", "分"): 60, ("小时", "分钟"): 60, ("个小时", "分钟"): 60, ("年", "个月"): 12}
_PLAIN_FRACTION = 10  # 11/28 and 24/7 are no fractions; nor is what has a larger denominator, but for round ones
_DENOMINATORS = frozenset((12, 15, 20, 25, 30, 50, 100, 1000))


def atoms(view: str, start: int, end: int) -> tuple[Atom, ...]:
    """Read all numbers of ``view[start:end]``, left to right, never overlapping."""
    if not p.POSSIBLE.search(view, start, end):
        return ()
    nothing = Decimal(0)
    held = [Atom(*match.span(), match.end(), nothing, nothing, "%", "held", han=False) for match in p.HELD.finditer(view, start, end)]
    found: list[Atom] = []
    for atom in sorted([*_joined(_with_shared_unit(list(single(view, start, end)), view), view), *held], key=lambda atom: atom.start):
        if not found or atom.start >= found[-1].end:
            found.append(atom)
    return tuple(found)


def _joined(found: list[Atom], view: str) -> Iterator[Atom]:
    """Join from the left what is one quantity: 百分之五, 三分之一, 1/3, 2-3个, 三成半, 一半, 翻两番."""
    i = 0
    while i < len(found):
        atom = found[i]
        if i + 1 < len(found):
            atom = _points(atom, found[i + 1], view)
            if _structure(atom, found[i + 1], view):
                yield replace(atom, unit_kind="structure")
                found[i + 1] = replace(found[i + 1], unit="", unit_kind="structure", end=found[i + 1].number_end)
                i += 1
                continue
            together = next((both for join in _PAIRS if (both := join(atom, found[i + 1], view))), None)
            if together:
                found[i + 1] = together
                i += 1
                continue
            if i + 2 < len(found) and (mixed := _mixed(atom, found[i + 1], found[i + 2], view)):
                found[i + 2] = mixed
                i += 2
                continue
        atom = _tenths(atom, view)
        if i + 1 < len(found) and (after := _range(atom, _tenths(found[i + 1], view), view)):
            atom, i = after, i + 1
        i += 1
        yield atom


def _points(a: Atom, b: Atom, view: str) -> Atom:
    """1.9个和4.2个百分点: 个 alone stands for 个百分点."""
    if a.unit == "个" and b.unit == "百分点" and view[a.end : b.start] in ("、", "和", "及"):
        return replace(a, unit="百分点", unit_kind="point")
    return a


def _with_shared_unit(found: list[Atom], view: str) -> list[Atom]:
    """Give a list, or a base before its value, the unit and magnitude said once: 32.6、41.8万吨, 由35降到26.4微克, 20.9、54个百分点."""
    factor = Decimal(1)  # of the magnitude that the items to the right share
    for i in range(len(found) - 2, -1, -1):
        a, b = found[i], found[i + 1]
        if b.end > b.number_end:
            factor = _magnitude(view[b.start : b.number_end])
        if not b.unit_kind or not a.bare or (a.start and view[a.start - 1].isascii() and not view[a.start - 1].isspace()):
            continue
        listed = b.unit_kind in _SHARED and not a.han and p.LISTED.fullmatch(view, a.end, b.start)
        if not listed and not (b.start - a.end <= 9 and p.MOVED_TO.fullmatch(view, a.end, b.start) and p.MOVED_FROM.match(view, max(0, a.start - 18), a.start)):
            continue
        size = factor if factor > 1 and _magnitude(view[a.start : a.number_end]) == 1 and _alike(a.low, b.low / factor) else Decimal(1)
        if size == 1 and factor > 1 and _magnitude(view[a.start : a.number_end]) == 1:
            continue
        found[i] = replace(a, low=a.low * size, high=a.high * size, unit=b.unit, unit_kind=b.unit_kind)
    return found


def _magnitude(digits: str) -> Decimal:
    """The factor of the 万 or 亿 that a numeral in digits ends with."""
    return next((Decimal(factor) for word, factor in _MAGNITUDES if digits.endswith(word)), Decimal(1))


def _alike(one: Decimal, other: Decimal) -> bool:
    """Whether two faces may share a magnitude: 1200、850万元, but not 1200、1.5万人."""
    return abs(one) < 1000 or abs(one) < 100 * abs(other)


def _fraction(a: Atom, b: Atom, view: str) -> Atom | None:
    between = view[a.number_end : b.start]
    if between in ("∶", "：", ":"):
        return _proportion(a, b, view)
    if between == "/" and view[b.start : b.number_end] in ("10万", "万", "1万", "百万"):  # 死亡率6.9/10万
        return replace(a, end=b.number_end, unit="/" + view[b.start : b.number_end], unit_kind="per")
    if between == "/":
        return _slashed(a, b, view)
    if between != "分之" or a.low == 0:
        return None
    return _of(b.low / a.low, a, b)


def _slashed(a: Atom, b: Atom, view: str) -> Atom | None:
    """1/3, 2/3; not 11/28, 24/7, 140/90, 4/5G, 1/2孩."""
    whole = a.low == a.low.to_integral_value() and b.low == b.low.to_integral_value() and not a.han and not a.unit_kind
    small = 0 < a.low < b.low and (b.low <= _PLAIN_FRACTION or b.low in _DENOMINATORS)
    small = small or (0 < abs(a.low) < 10 and 1 < b.low < 5 and not p.WORD_AROUND.search(view[max(0, a.start - 1) : a.start] + view[b.number_end : b.number_end + 1]))  # 3/2 by itself
    if not whole or not small or b.unit_kind not in ("", "time", "ratio") or p.NO_FRACTION.match(view, b.number_end) or p.FRACTION_NOT_BEFORE.match(view, max(0, a.start - 2), a.start):
        return None
    return _of(a.low / b.low, a, b)


def _of(value: Decimal, a: Atom, b: Atom) -> Atom:
    end, unit, kind = (b.number_end, "", "") if b.unit_kind == "time" else (b.end, b.unit, b.unit_kind)
    return replace(a, number_end=b.number_end, end=end, low=value, high=value, unit=unit, unit_kind=kind or "fraction")


def _proportion(a: Atom, b: Atom, view: str) -> Atom | None:
    """收入比2.2∶1."""
    if b.low != 1 or a.han or b.unit_kind or not p.RATIO_BEFORE.search(view, max(0, a.start - 14), a.start):
        return None
    return replace(a, end=b.number_end, unit_kind="per")


def _coins(a: Atom, b: Atom, view: str) -> Atom | None:
    """50元6角三分, 两美元又三美分."""
    share = _COINS.get((a.unit, b.unit))
    if share is None or a.rough or view[a.end : b.start] not in ("", "又") or b.low >= share:
        # 50.6元 and 三分: the smaller coin still counts in hundredths
        if a.unit != "元" or b.unit != "分" or view[a.end : b.start]:
            return None
        share = 100
    value = a.low + b.low / share
    return replace(a, number_end=b.number_end, end=b.end, low=value, high=value)


def _clock(a: Atom, b: Atom, view: str) -> Atom | None:
    """14时25分, 9点30分: a time of day."""
    hour = view[a.number_end : b.start] in ("时", "点") and (not a.unit_kind or a.unit == "点")
    if not hour or a.low > 24 or b.low >= 60 or b.unit not in ("分", "") or a.low != a.low.to_integral_value():
        return None
    return replace(a, number_end=b.number_end, end=b.end, unit="时", unit_kind="clock")


def _hours(a: Atom, b: Atom, view: str) -> Atom | None:
    """5分30秒 is 330秒, 3年6个月 42个月."""
    share = _TIMES.get((a.unit, b.unit))
    if share is None or a.rough or view[a.end : b.start] not in ("", "又", "零") or not b.low < share:
        return None
    value = a.low * share + b.low
    return replace(b, start=a.start, low=value, high=value)


def _structure(a: Atom, b: Atom, view: str) -> bool:
    """Tell 23.3:36.3:40.4 and 1:1.6, parts against each other that are no figures of their own; not 收入比2.2∶1."""
    opposed = view[a.number_end : b.start] in ("∶", "：", ":") and a.end == a.number_end
    return opposed and a.unit_kind in ("", "structure") and b.unit_kind in ("", "ratio") and not _proportion(a, b, view)


_PAIRS: tuple[Callable[[Atom, Atom, str], Atom | None], ...] = (_fraction, _coins, _clock, _hours)


def _mixed(whole: Atom, a: Atom, b: Atom, view: str) -> Atom | None:
    """一又四分之三, 负一又二分之一."""
    if not p.MIXED.fullmatch(view, whole.number_end, a.start) or not (part := _fraction(a, b, view)):
        return None
    value = whole.low + (part.low if whole.low >= 0 else -part.low)
    return replace(part, start=whole.start, low=value, high=value)


def _tenths(atom: Atom, view: str) -> Atom:
    """三成, 三成半, 七成六; 一半; 一吨半, 两年半."""
    if not atom.unit_kind and view.startswith("成", atom.number_end) and (match := p.TENTH.match(view, atom.number_end)):
        rest = match["rest"]
        extra = Decimal(0) if not rest else _HALF if rest == "半" else (value_of(rest) or Decimal(0)) / 10
        value = (atom.low + extra) * 10
        if value <= 1000:
            return replace(atom, end=match.end(), low=value, high=value, unit="%", unit_kind="ratio", han=False)
    if atom.low == 1 and atom.han and not atom.unit_kind and view.startswith("半", atom.number_end):
        return replace(atom, number_end=atom.number_end + 1, end=atom.number_end + 1, low=Decimal(50), high=Decimal(50), unit="%", unit_kind="half")
    if atom.unit_kind and atom.unit_kind != "count" and view.startswith("半", atom.end) and (match := p.HALF.match(view, atom.end)):
        return replace(atom, end=match.end(), low=atom.low + _HALF, high=atom.high + _HALF)
    return atom


def _range(a: Atom, b: Atom, view: str) -> Atom | None:
    """2-3个, 6%—6.5%, 25%到40%, 4.5-5%, 5%与6%之间."""
    if b.start - a.end > _WIDEST_RANGE:
        return None
    between = view[a.end : b.start]
    after = p.BETWEEN_AFTER.match(view, b.end)
    joined = p.RANGE.fullmatch(between) or (after and p.BETWEEN.fullmatch(between)) or (between == "" and b.low < 0 and not a.unit_kind)
    low, high = a.low, -b.low if b.low < 0 <= a.low else b.high
    if not joined or (a.unit and a.unit != b.unit) or (not a.unit and a.han != b.han):
        return None
    if a.unit and not after and between.strip() in ("至", "到") and p.FROM_BEFORE.search(view, max(0, a.start - 24), a.start):
        return None
    if not a.unit and b.unit:  # 3至8万: the magnitude is shared
        factor = _magnitude(view[b.start : b.number_end])
        if low < b.high / factor * 10 and _magnitude(view[a.start : a.number_end]) == 1:
            low *= factor
    if low >= high:
        return None
    return replace(b, start=a.start, end=after.end() if after and after.group() == "之间" else b.end, low=low, high=high, rough="")
