"""Numbers with what belongs to each — sign, currency, unit, 余 — before anything is decided about their meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

import regex

from pipeline.extract.numbers import pair_of, value_of
from pipeline.lexicon import units, words
from pipeline.patterns import numbers as p

_ALONE = {"万": 10**4, "亿": 10**8}  # numbers only behind a word of limit: 突破万人, 近亿元
_HAN_NUMERALS = frozenset("零一二两三四五六七八九十百千万亿兆廿卅半")
_MAGNITUDES = frozenset("十百千万亿兆")
_ONE, _HALF = Decimal(1), Decimal("0.5")
_NEGATIVE_ENDS = frozenset(("负", "下", *(word[-1] for word in words("negative"))))
_NEAR = 24  # characters before a number that are looked at
_WIDEST_PER = 5  # 百万万分之|
_LONGEST = 60  # more characters than this are no numeral
# a minus before these is a sign wherever it stands; before a count it may be a hyphen
_SIGNED = frozenset(("ratio", "point", "multiple", "money", "temperature"))


def is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


@dataclass(frozen=True, slots=True)
class Atom:
    """A number as found. ``start``..``number_end`` are its sign and digits, ``end`` is behind the unit; ``han`` for Chinese digits.

    ``unit_kind`` is the kind of the unit (``count``, ``money`` …), or ``fraction``, ``fold``, ``half``, ``held`` (持平), ``clock``,
    ``structure`` (23:36:40), or "" without a unit. ``rough`` is ``min`` for 余, 多 or 几, ``approx`` for 来, else "".
    """

    start: int
    number_end: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    unit_kind: str
    han: bool
    rough: Literal["", "min", "approx"] = ""

    @property
    def bare(self) -> bool:
        """Whether nothing but digits was written."""
        return not self.unit_kind and not self.rough and self.end == self.number_end


def single(view: str, start: int, end: int) -> Iterator[Atom]:
    """Yield the numbers of ``view[start:end]`` one by one, each with its own sign and unit."""
    behind, per = -1, -1
    for match in p.NUMBER.finditer(view, start, end):
        a, b = match.span()
        if a < behind or b - a > _LONGEST:
            continue
        if match.group() in p.PER and view.startswith("分之", b):  # 百分之|五, 万分之|三
            per = a
            continue
        if 0 <= per < a <= per + _WIDEST_PER and view.startswith("分之", a - 2):
            atom = _parts_of(match, view, per)
        else:
            atom = _hundred(match, view) or _read(match, view, start, end, behind)
        if atom:
            yield atom
            behind, per = max(atom.number_end, atom.end), -1


def _hundred(match: regex.Match[str], view: str) -> Atom | None:
    """百分百."""
    a, b = match.span()
    if match.group() != "百" or not view.startswith("分百", b):
        return None
    return Atom(a, b + 2, b + 2, Decimal(100), Decimal(100), "%", "ratio", han=True)


def _parts_of(match: regex.Match[str], view: str, per: int) -> Atom | None:
    """百分之五, 千分之六点二: face value in per cent."""
    a, b = match.span()
    b, value = _longest(match.group(), a)
    if value is None or view[per : a - 2] not in p.PER:
        return None
    value /= p.PER[view[per : a - 2]]
    return Atom(per, b, b, value, value, "%", "ratio", view[a] in _HAN_NUMERALS)


def _read(match: regex.Match[str], view: str, start: int, end: int, behind: int) -> Atom | None:
    """One numeral with its rough word, its unit, and the sign or currency before it."""
    a = match.start()
    found = _value(match, view, start)
    if found is None:
        return None
    b, low, high = found
    more = p.MORE.match(view, b, end)
    half = p.AND_A_HALF.match(view, b, end) if not more and view[b : b + 1] in ("个", "半") else None
    written_to = more.end() if more else half.end() if half else b
    unit, kind, unit_end, factor = _unit(view, written_to, end)
    if more and not kind and view[written_to : written_to + 1] not in "，。；、个":
        more = None
    if half and kind:
        low, high, b = low + _HALF, high + _HALF, half.end()
    rough = _rough(match.group(), more)
    number_end, ends = b, max(unit_end, more.end() if more else b)
    if factor != 1:
        low, high = low * factor, high * factor
    atom = Atom(a, number_end, ends, low, high, unit, kind, view[a] in _HAN_NUMERALS, rough)
    return _signed(_priced(atom, view, start), view, start, behind)


def _value(match: regex.Match[str], view: str, start: int) -> tuple[int, Decimal, Decimal] | None:
    """Where a numeral ends, and its value; two values for 三四十."""
    text, a = match.group(), match.start()
    if text[0] in _HAN_NUMERALS and (pair := p.PAIR.fullmatch(text)) and (both := pair_of(*pair.group("ten", "low", "high", "scale"))):
        return match.end(), *both
    b, value = _longest(text, a)
    if value is None and text in _ALONE and p.LIMIT_BEFORE.search(view, max(start, a - _NEAR), a):
        value = Decimal(_ALONE[text])
    return None if value is None else (b, value, value)


def _longest(numeral: str, start: int) -> tuple[int, Decimal | None]:
    """Where the numeral ends and its value; a magnitude too many at its end is left out (五十|千)."""
    end = len(numeral)
    while end and (value := value_of(numeral[:end])) is None and end > 1 and numeral[end - 1] in _MAGNITUDES:
        end -= 1
    return start + end, value


def _rough(numeral: str, more: object) -> Literal["", "min", "approx"]:
    if "余" in numeral or "多" in numeral or "几" in numeral or (more and not more["about"]):  # type: ignore[index]
        return "min"
    return "approx" if more or "来" in numeral else ""


def _unit(view: str, at: int, end: int) -> tuple[str, str, int, Decimal]:
    """The unit that starts at ``at``: canonical form, kind, where it ends, factor; ("", "", at, 1) where there is none."""
    match = p.UNIT.match(view, at, end)
    unit = units()[match["unit"]] if match else None
    if match is None or unit is None or p.LATIN_GOES_ON.match(view, match.end("unit")):  # mm of mmHg
        return "", "", at, _ONE
    if not match["per"] and view.startswith(unit.not_before, match.end()):
        return "", "", at, _ONE
    return unit.canonical + _per(match["per"], match["over"] or match["each"]), unit.kind, match.end(), unit.factor


def _per(written: str | None, over: str | None) -> str:
    """/日 of /d and of 每日; （段） stays."""
    if not over:
        return written or ""
    known = units().get(over)
    return "/" + p.PER_LETTERS.get(over, known.canonical if known else over)


def _priced(atom: Atom, view: str, start: int) -> Atom:
    """US$1200万, （亿元）：512.6: the unit that stands before its number."""
    ahead = view[max(start, atom.start - 1) : atom.start]
    if is_han(ahead):
        return atom
    if atom.unit_kind in ("", "money") and (sign := p.CURRENCY.match(view, max(start, atom.start - 4), atom.start)):
        currency = units()[sign.group().strip()]
        return replace(atom, start=sign.start(), unit=atom.unit or currency.canonical, unit_kind="money")
    if not atom.bare or ahead not in ("）", ")", ":", "：", " ", "\t"):
        return atom
    bracket = p.BRACKET_UNIT.match(view, max(start, atom.start - _NEAR), atom.start)
    if not bracket:
        return atom
    unit, factor = units()[bracket["unit"]], value_of("一" + bracket["magnitude"]) or Decimal(1)
    over = "/" + units()[bracket["over"]].canonical if bracket["over"] else ""
    return replace(atom, low=atom.low * factor, high=atom.high * factor, unit=unit.canonical + over, unit_kind=unit.kind)


def _signed(atom: Atom, view: str, start: int, behind: int) -> Atom:
    """-3.9%, 为－2.1%, +5.1%, 零下12℃, 负3亿元, 为亏损3200万元; a dash behind another number joins a range."""
    a = atom.start
    if a <= start:
        return atom
    word = p.NEGATIVE.match(view, max(start, a - 4), a) if view[a - 1] in _NEGATIVE_ENDS else None
    if word and (word.group() in ("负", "零下") or atom.unit_kind == "money"):
        return replace(atom, start=word.start(), low=-atom.high, high=-atom.low)
    if view[a - 1] not in "-–+" or a - 1 <= behind:
        return atom
    mark = p.SIGN.match(view, max(start, a - 2), a)
    if view[a - 1] == "+" or not mark:
        mark = p.MINUS_HAN.match(view, max(start, a - 2), a)
        led = atom.unit_kind in _SIGNED or (view[a - 1] != "+" and p.SIGN_LED.match(view, max(start, a - 6), a - 1))
        if not mark or not led:
            return atom
    if view[a - 1] == "+":
        return replace(atom, start=a - 1)
    return replace(atom, start=a - 1, low=-atom.high, high=-atom.low)
