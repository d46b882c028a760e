"""What stands before a number and belongs to it: a sign, in marks or words, a currency or unit."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.atoms import Atom, is_han
from pipeline.extract.frozen import replace
from pipeline.extract.numbers import value_of
from pipeline.lexicon import units, words
from pipeline.patterns import numbers as p

_NEGATIVE_ENDS = frozenset(("负", "下", *(word[-1] for word in words("negative"))))
# a minus before these is a sign wherever it stands; before a count it may be a hyphen
_SIGNED = frozenset(("ratio", "point", "multiple", "money", "temperature"))
_CONCENTRATED = frozenset(("毫克", "微克", "克", "纳克"))
_NEAR = 24  # characters before a number that are looked at


def priced(atom: Atom, view: str, start: int) -> Atom:
    """US$1200万, （亿元）：512.6: the unit that stands before its number."""
    ahead = view[max(start, atom.start - 1) : atom.start]
    if is_han(ahead):
        return atom
    signed_so = ahead in p.CURRENCY_ENDS or ahead.isspace()
    if signed_so and atom.unit_kind in ("", "money") and (
        sign := p.CURRENCY.match(view, max(start, atom.start - 4), atom.start)
    ):
        currency = units()[sign.group().strip()]
        said = (
            currency.canonical if atom.unit in ("", "元") else atom.unit
        )  # US$300万元 are dollars
        return replace(atom, start=sign.start(), unit=said, unit_kind="money")
    if not atom.bare or ahead not in ("）", ")", ":", "：", " ", "\t"):
        return atom
    bracket = p.BRACKET_UNIT.match(view, max(start, atom.start - _NEAR), atom.start)
    if not bracket:
        return atom
    unit, factor = units()[bracket["unit"]], value_of("一" + bracket["magnitude"]) or Decimal(1)
    over = "/" + units()[bracket["over"]].canonical if bracket["over"] else ""
    return replace(
        atom,
        low=atom.low * factor,
        high=atom.high * factor,
        unit=unit.canonical + over,
        unit_kind=unit.kind,
    )


def concentrated(atom: Atom, view: str, start: int) -> Atom:
    """每升|78毫克, 每立方米|31微克: a mass over the volume that stands before it."""
    if atom.unit not in _CONCENTRATED:
        return atom
    over = p.PER_VOLUME.match(view, max(start, atom.start - _NEAR), atom.start)
    return replace(atom, unit=f"{atom.unit}/{over['volume']}") if over else atom


def signed(atom: Atom, view: str, start: int, behind: int) -> Atom:
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
        sized = view[a - 1] != "+" and (
            p.SIGN_LED.match(view, max(start, a - 6), a - 1)
            or p.SIZED.match(view, a, atom.number_end)
        )
        led = atom.unit_kind in _SIGNED or sized
        if not mark or not led:
            return atom
    if view[a - 1] == "+":
        return replace(atom, start=a - 1)
    return replace(atom, start=a - 1, low=-atom.high, high=-atom.low)
