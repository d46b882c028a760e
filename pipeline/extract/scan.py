"""Finding numbers one by one, each with its own sign, currency and unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import regex

from pipeline.extract.atoms import Atom
from pipeline.extract.numbers import pair_of, value_of
from pipeline.extract.signs import concentrated, priced, signed
from pipeline.lexicon import units
from pipeline.patterns import numbers as p

_ALONE = {"万": 10**4, "亿": 10**8}  # numbers only behind a word of limit: 突破万人, 近亿元
_HAN_NUMERALS = frozenset("零一二两三四五六七八九十百千万亿兆廿卅半")
_MAGNITUDES = frozenset("十百千万亿兆")
_ONE, _HALF = Decimal(1), Decimal("0.5")
_NEAR = 24  # characters before a number that are looked at
_WIDEST_PER = 5  # 百万万分之|
_LONGEST = 60  # more characters than this are no numeral


def single(view: str, start: int, end: int) -> Iterator[Atom]:
    """Yield the numbers of ``view[start:end]`` one by one, each with its own sign and unit."""
    behind, per = -1, -1
    for match in p.NUMBER.finditer(view, start, end):
        a, b = match.span()
        if a < behind or b - a > _LONGEST:
            continue
        text = match.group()
        if text in p.PER and view.startswith("分之", b):  # 百分之|五, 万分之|三
            per = a
            continue
        if 0 <= per < a <= per + _WIDEST_PER and view.startswith("分之", a - 2):
            atom = _parts_of(match, view, per, start)
        else:
            percent = text == "百" and _hundred(a, b, view)
            atom = percent or _read(a, text, view, start, end, behind)
        if atom:
            yield atom
            behind, per = max(atom.number_end, atom.end), -1


def _hundred(a: int, b: int, view: str) -> Atom | None:
    """百分百."""
    if not view.startswith("分百", b):
        return None
    return Atom(a, b + 2, b + 2, Decimal(100), Decimal(100), "%", "ratio", han=True)


def _parts_of(match: regex.Match[str], view: str, per: int, start: int) -> Atom | None:
    """百分之五, 千分之六点二: face value in per cent."""
    a, b = match.span()
    b, value = _longest(match.group(), a)
    if value is None or view[per : a - 2] not in p.PER:
        return None
    value /= p.PER[view[per : a - 2]]
    return signed(
        Atom(per, b, b, value, value, "%", "ratio", view[a] in _HAN_NUMERALS), view, start, -1
    )


def _read(a: int, numeral: str, view: str, start: int, end: int, behind: int) -> Atom | None:
    """One numeral with its rough word, its unit, and the sign or currency before it."""
    found = _value(numeral, a, view, start)
    if found is None:
        return None
    b, low, high = found
    follows = view[b : b + 1]
    more = p.MORE.match(view, b, end) if follows in p.MORE_OPENS or follows.isspace() else None
    half = p.AND_A_HALF.match(view, b, end) if not more and follows in ("个", "半") else None
    written_to = more.end() if more else half.end() if half else b
    unit, kind, unit_end, factor = _unit(view, written_to, end)
    if more and not kind and view[written_to : written_to + 1] not in "，。；、个":
        more = None
    if half and kind:
        low, high, b = low + _HALF, high + _HALF, half.end()
    above = kind in ("point", "money") and "多" in view[written_to:unit_end]
    rough = "min" if above else _rough(numeral, more)
    number_end, ends = b, max(unit_end, more.end() if more else b)
    if factor != 1:
        low, high = low * factor, high * factor
    atom = Atom(a, number_end, ends, low, high, unit, kind, view[a] in _HAN_NUMERALS, rough)
    return signed(concentrated(priced(atom, view, start), view, start), view, start, behind)


def _value(text: str, a: int, view: str, start: int) -> tuple[int, Decimal, Decimal] | None:
    """Where a numeral ends, and its value; two values for 三四十."""
    if (
        len(text) > 1
        and text[0] in _HAN_NUMERALS
        and (pair := p.PAIR.fullmatch(text))
        and (both := pair_of(*pair.group("ten", "low", "high", "scale")))
    ):
        return a + len(text), *both
    b, value = a + len(text), value_of(text)
    if value is None:
        b, value = _longest(text, a)
    if value is None and text in _ALONE and p.LIMIT_BEFORE.search(view, max(start, a - _NEAR), a):
        value = Decimal(_ALONE[text])
    return None if value is None else (b, value, value)


def _longest(numeral: str, start: int) -> tuple[int, Decimal | None]:
    """Where the numeral ends, and its value; a magnitude too many is left out (五十|千)."""
    end = len(numeral)
    while (
        end
        and (value := value_of(numeral[:end])) is None
        and end > 1
        and numeral[end - 1] in _MAGNITUDES
    ):
        end -= 1
    return start + end, value


def _rough(numeral: str, more: re.Match[str] | None) -> Literal["", "min", "approx"]:
    if "余" in numeral or "多" in numeral or "几" in numeral or (more and not more["about"]):
        return "min"
    return "approx" if more or "来" in numeral else ""


def _unit(view: str, at: int, end: int) -> tuple[str, str, int, Decimal]:
    """The unit that starts at ``at``: canonical form, kind, where it ends, and its factor.

    ("", "", at, 1) where there is none.
    """
    none = "", "", at, _ONE
    follows = view[at : at + 1]
    match = None
    if follows in p.UNIT_OPENS or follows.isspace():
        match = p.UNIT.match(view, at, end)
    if match is None:
        return none
    written, per, over, each = match.group("unit", "per", "over", "each")
    if written[-1].isascii() and p.LATIN_GOES_ON.match(view, match.end("unit")):  # mm of mmHg
        return none
    unit = units()[written]
    if per:
        return unit.canonical + _per(per, over or each), unit.kind, match.end(), unit.factor
    if unit.not_before and view.startswith(unit.not_before, match.end()):
        return none
    return unit.canonical, unit.kind, match.end(), unit.factor


def _per(written: str | None, over: str | None) -> str:
    """/日 of /d and of 每日; （段） stays."""
    if not over:
        return written or ""
    known = units().get(over)
    return "/" + p.PER_LETTERS.get(over, known.canonical if known else over)
