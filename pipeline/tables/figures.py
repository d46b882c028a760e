"""A cell of a table as a number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import regex

from pipeline.patterns import cells as c
from pipeline.patterns import tables as p
from pipeline.patterns.numbers import plain
from pipeline.records import Bound
from pipeline.tables.units import Unit, known_unit

Kind = Literal["blank", "number", "year", "text"]

_MOST, _LEAST = frozenset(("≤", "≦", "<", "＜")), frozenset(("≥", "≧", ">", "＞"))
_MIN_WORDS, _MAX_WORDS = (
    ("超", "突破", "不低于", "不少于", "大于", "高于"),
    ("不高于", "不超过", "不突破", "控制在", "小于", "低于", "近"),
)
_MINUS = frozenset("-－−﹣–—△▲▽▼")
_FALLS = frozenset(("下降", "减少", "降低", "下跌", "回落", "↓"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a cell shows it.

    ``unit`` is its own, where the cell says one; ``moved``: a verb says a change; ``summed``: in
    square brackets, as plans set what several years make together; ``bracketed``: in round ones,
    as accounts set what is negative.
    """

    low: Decimal
    high: Decimal
    bound: Bound
    unit: Unit | None = None
    moved: bool = False
    summed: bool = False
    bracketed: bool = False


def no_number(text: str) -> bool:
    """Whether a cell is empty or holds a mark for no number.

    >>> [no_number(cell) for cell in ("", "—", "…", "-", "0", "无")]
    [True, True, True, True, False, True]
    """
    return p.NO_NUMBER.fullmatch(text.strip()) is not None


def figure(text: str) -> Figure | None:
    """The number of a cell, or None where it holds something else.

    >>> figure("（1,204.5）").low, figure("6%左右").bound, figure("下降0.3个百分点").low
    (Decimal('-1204.5'), 'approx', Decimal('-0.3'))
    """
    view = plain(p.DRESS.sub("", text)).strip()
    if len(view) > 40 or c.CODE_ALONE.fullmatch(view) or is_time(view):
        return None
    if summed := p.SUMMED.fullmatch(view):
        inside = figure(summed["inside"])
        return replace(inside, summed=True) if inside else None
    if p.HELD.fullmatch(view):
        return Figure(Decimal(0), Decimal(0), "exact" if view == "持平" else "approx", None, True)
    if to_one := p.TO_ONE.fullmatch(view):
        value = _value(to_one["number"])
        return Figure(value, value, "exact", Unit("", Decimal(1), "index"))
    return _of_number(view)


def _of_number(view: str) -> Figure | None:
    match = p.FIGURE.fullmatch(view)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    written = match["same"] or match["unit"]
    unit = known_unit(written) if written else None
    low = _value(match["low"])
    high = _value(match["high"]) if match["high"] else low
    if (match["unit"] and unit is None) or high < low:
        return None
    return _signed(match, low, high, unit)


def _signed(match: regex.Match[str], low: Decimal, high: Decimal, unit: Unit | None) -> Figure:
    """A figure with its sign: that of a fall, of a minus, of a bracket round nothing else."""
    bare = match["open"] and not match["lead"] and not match["verb"]
    if bare or match["verb"] in _FALLS or match["sign"] in _MINUS:
        low, high = (-high, -low) if high is not low else (-low,) * 2
    bound: Bound = "range" if low != high else _bound(match["lead"] or "", match["bound"] or "")
    return Figure(low, high, bound, unit, bool(match["verb"]), bracketed=bool(bare))


def is_time(word: str) -> bool:
    """Whether a cell is a time, and no number of years or months: 2023年, 2023年3月.

    >>> [is_time(word) for word in ("2023年", "2023", "1—9月", "12年", "3月")]
    [True, False, True, False, True]
    """
    return word[-1:] in ("年", "月", "度", "份") and p.YEAR.fullmatch(word) is not None


def place(text: str) -> Decimal | None:
    """The rank that a cell of a column of ranks shows: 3, 第3位, 3/13."""
    match = p.PLACE.fullmatch(plain(p.DRESS.sub("", text)).strip())
    return Decimal(match["place"]) if match else None


def _value(written: str) -> Decimal:
    return Decimal(
        "".join(character for character in written if character.isdigit() or character == ".")
    )


def _bound(lead: str, behind: str) -> Bound:
    if behind in ("左右", "上下") or lead.endswith("约"):
        return "approx"
    if behind in ("以上", "及以上", "余", "多") or lead[-1:] in _LEAST or lead.endswith(_MIN_WORDS):
        return "max" if lead.endswith(_MAX_WORDS) else "min"
    if behind in ("以下", "以内", "之内") or lead[-1:] in _MOST or lead.endswith(_MAX_WORDS):
        return "max"
    return "exact"


@lru_cache(8192)
def is_class(word: str) -> bool:
    """Whether a cell names a class by its bounds: 31—40岁, 500人以下.

    >>> [is_class(word) for word in ("31—40岁", "60岁及以上", "6%左右", "85", "90-144")]
    [True, True, False, False, True]
    """
    return p.CLASS.fullmatch(plain(p.DRESS.sub("", word)).strip()) is not None


@lru_cache(8192)
def kind_of(word: str) -> Kind:
    """What a cell holds: nothing (or a mark for it), a number, a bare year, or words."""
    if no_number(word):
        return "blank"
    if p.YEAR.fullmatch(word):
        return "year"
    if "岁" in word and is_class(word):
        return "text"
    return "number" if figure(word) or (place(word) and not word.isdigit()) else "text"
