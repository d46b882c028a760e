"""Units as heads, notes and columns of tables write them: 亿元, 万吨/年, 亿千瓦时, %."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipeline.lexicon import units
from pipeline.patterns import tables as p
from pipeline.patterns import units as u
from pipeline.patterns.issuers import BODY_NAME
from pipeline.patterns.numbers import plain

_TENS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
_PERCENTS = ("±%", "+-%", "+/-%", "+、-%", "±", "%±", "百分比", "百分数")
_INDICES = ("上年=100", "上年同期=100", "以上年为100")


class Unit(NamedTuple):
    """A canonical unit and the factor to it.

    ``kind`` is that of the lexicon, ``other`` for a unit it does not know.
    """

    name: str
    factor: Decimal
    kind: str


POINT = Unit("百分点", Decimal(1), "point")


@lru_cache(4096)
def unit(written: str) -> Unit | None:
    """The unit that a cell of a column of units, or a note, states; any short word may be one.

    >>> [tuple(map(str, unit(written))) for written in ("亿 吨", "万千伏安", "%")]
    [('吨', '100000000', 'mass'), ('千伏安', '10000', 'energy'), ('%', '1', 'ratio')]
    """
    text = _undressed(written)
    known = _known(text)
    match = u.UNIT.fullmatch(text if known else p.UNIT_ALIKE.sub("", text))
    if text in _INDICES:
        return Unit("", Decimal(1), "index")
    if u.PER_SO_MANY.fullmatch(text):
        return Unit(text, Decimal(1), "rate")
    if match is None or p.NO_NUMBER.fullmatch(text):
        return None
    if known is None and (BODY_NAME.fullmatch(text) or p.TOWN.fullmatch(text)):
        return None  # 单位：某县教育局 says who made the table
    return known or _composed(match["magnitude"], match["base"], _per(match["per"] or ""))


def _undressed(written: str) -> str:
    """The words of a unit alone, without blanks, currency, signs and brackets round it."""
    text = p.CURRENCY.sub("", p.BLANKS.sub("", plain(p.DRESS.sub("", written)))).strip(":：")
    text = p.UNIT_SIGN.sub("", _bare(text))
    return "%" if text in _PERCENTS else text


def _composed(magnitude: str, base: str, per: str) -> Unit:
    """The unit that a magnitude makes of another, and what a rate is by: 万 | 吨 | /年."""
    factor = Decimal(1)
    for character in magnitude:
        factor *= _TENS[character]
    known = _known(base)
    if known is None:
        return Unit(base + per, factor, "other")
    return Unit(known.name + per, factor * known.factor, "rate" if per else known.kind)


def known_unit(written: str) -> Unit | None:
    """The unit, where the lexicon knows it or a magnitude says that it is one; other words
    in brackets (不含农户) are none."""
    found = unit(written)
    if found is None:
        return None
    text = p.BLANKS.sub("", written)
    return found if found.kind != "other" or (len(text) <= 6 and found.factor > 1) else None


def units_of(note: str) -> tuple[Unit, ...]:
    """The units of a note that may name several: 亿元、%; 万人，户."""
    whole = known_unit(note)
    if whole is not None:
        return (whole,)
    for split in (p.UNIT_SPLIT, p.UNIT_OR_SLASH):
        pieces = [piece for piece in split.split(note.strip()) if piece]
        read = [unit(piece) if len(pieces) == 1 else known_unit(piece) for piece in pieces]
        if all(read):
            return tuple(one for one in read if one is not None)
    pieces = [piece for piece in p.UNIT_SPLIT.split(note.strip()) if piece]
    return tuple(one for piece in pieces if (one := known_unit(piece)) is not None)


def _bare(text: str) -> str:
    """Without brackets round all of it."""
    if text[:1] in ("(", "（") and text[-1:] in (")", "）"):
        return text[1:-1]
    return text.rstrip(")）") if "(" not in text and "（" not in text else text


def _per(written: str) -> str:
    """What a rate is by, signs as words: /m³ is /立方米."""
    sign = written[1:2].isascii() or "㍱" <= written[1:2] <= "㏟"  # ㎡, ㎥
    known = _known(written[1:]) if sign else None
    return f"/{known.name}" if known and known.factor == 1 else written


def _known(text: str) -> Unit | None:
    known = units().get(text)
    return Unit(known.canonical, known.factor, known.kind) if known else None
