"""Numbers that are one quantity together: 三分之一, 2-3个, 50元6角, 14时25分, 5分30秒."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from operator import attrgetter

from pipeline.extract.atoms import Atom
from pipeline.extract.fractions import fraction, mixed, proportion
from pipeline.extract.frozen import replace
from pipeline.extract.ranges import FARTHEST, range_of, tenths
from pipeline.extract.scan import single
from pipeline.extract.sharing import with_shared_unit
from pipeline.patterns import numbers as p

_POINTS = frozenset(("百分点", "千分点"))
_COINS = {
    ("元", "角"): 10,
    ("元", "毛"): 10,
    ("元", "分"): 100,
    ("角", "分"): 10,
    ("美元", "美分"): 100,
}
# the smaller unit, and how many of it make the larger one
_TIMES = {
    ("分", "秒"): 60,
    ("分钟", "秒"): 60,
    ("小时", "分"): 60,
    ("小时", "分钟"): 60,
    ("个小时", "分钟"): 60,
    ("年", "个月"): 12,
}


def atoms(view: str, start: int, end: int) -> tuple[Atom, ...]:
    """Read all numbers of ``view[start:end]``, left to right, never overlapping."""
    if not p.POSSIBLE.search(view, start, end):
        return ()
    alone = list(single(view, start, end))
    joined = list(_joined(with_shared_unit(alone, view), view)) if len(alone) > 1 else [
        tenths(atom, view) for atom in alone
    ]
    if view.find("持平", start, end) >= 0:
        joined += _held(view, start, end)
    if view.find("翻番", start, end) >= 0:
        joined += _doubled(view, start, end)
    if len(joined) < 2:
        return tuple(joined)
    found: list[Atom] = []
    for atom in sorted(joined, key=attrgetter("start")):
        if not found or atom.start >= found[-1].end:
            found.append(atom)
    return tuple(found)


def _held(view: str, start: int, end: int) -> Iterator[Atom]:
    nothing = Decimal(0)
    for match in p.HELD.finditer(view, start, end):
        yield Atom(*match.span(), match.end(), nothing, nothing, "%", "held", han=False)


def _doubled(view: str, start: int, end: int) -> Iterator[Atom]:
    for match in p.DOUBLED.finditer(view, start, end):
        yield Atom(*match.span(), match.end(), Decimal(1), Decimal(1), "番", "fold", han=False)


def _joined(found: list[Atom], view: str) -> Iterator[Atom]:
    """Join from the left what is one quantity: 三分之一, 2-3个, 三成半, 一半, 翻两番."""
    for i in range(len(found) - 2, -1, -1):
        found[i] = _points(found[i], found[i + 1], view)
    i = 0
    while i < len(found):
        apart = i + 1 == len(found) or found[i + 1].start - found[i].end > FARTHEST
        if not apart:
            if _structure(found[i], found[i + 1], view):
                yield replace(found[i], unit_kind="structure")
                b = found[i + 1]
                found[i + 1] = replace(b, unit="", unit_kind="structure", end=b.number_end)
                i += 1
                continue
            if count := _together(found, i, view):
                i += count
                continue
        atom = tenths(found[i], view)
        if not apart and (whole := range_of(atom, tenths(found[i + 1], view), view)):
            atom, i = whole, i + 1
        i += 1
        yield atom


def _together(found: list[Atom], i: int, view: str) -> int:
    """Put the number that ``found[i]`` makes with the next one or two in their place.

    Give how many were taken into it; 0 where none.
    """
    for join in _PAIRS:
        if both := join(found[i], found[i + 1], view):
            found[i + 1] = both
            return 1
    if i + 2 < len(found) and (whole := mixed(found[i], found[i + 1], found[i + 2], view)):
        found[i + 2] = whole
        return 2
    return 0


def _points(a: Atom, b: Atom, view: str) -> Atom:
    """1.9个、0.3个和4.2个百分点, 下降3.1个和上升1.8个百分点: 个 alone stands for 个百分点."""
    points = a.unit == "个" and b.unit in _POINTS
    if points and p.POINTS_BETWEEN.fullmatch(view, a.end, b.start):
        return replace(a, unit=b.unit, unit_kind="point")
    return a


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
    if (
        not hour
        or a.low > 24
        or b.low >= 60
        or b.unit not in ("分", "")
        or a.low != a.low.to_integral_value()
    ):
        return None
    return replace(a, number_end=b.number_end, end=b.end, unit="时", unit_kind="clock")


def _hours(a: Atom, b: Atom, view: str) -> Atom | None:
    """5分30秒 is 330秒, 3年6个月 42个月."""
    share = _TIMES.get((a.unit, b.unit))
    if (
        share is None
        or a.rough
        or view[a.end : b.start] not in ("", "又", "零")
        or not b.low < share
    ):
        return None
    value = a.low * share + b.low
    return replace(b, start=a.start, low=value, high=value)


def _structure(a: Atom, b: Atom, view: str) -> bool:
    """Tell 23.3:36.3:40.4 and 1:1.6, parts against each other; not 收入比2.2∶1."""
    opposed = view[a.number_end : b.start] in ("∶", "：", ":") and a.end == a.number_end
    return (
        opposed
        and a.unit_kind in ("", "structure")
        and b.unit_kind in ("", "ratio")
        and not proportion(a, b, view)
    )


_PAIRS: tuple[Callable[[Atom, Atom, str], Atom | None], ...] = (fraction, _coins, _clock, _hours)
