"""Every number of a sentence with what it was taken for: context for the rules of ``kinds``."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from pipeline.extract.atoms import Atom
from pipeline.extract.joints import atoms
from pipeline.extract.kinds import HELD, taken_for
from pipeline.extract.sight import Sight
from pipeline.patterns import kinds as p
from pipeline.records import Bound, Numeral, Span

_BEFORE, _AFTER = 36, 40


def numerals(text: str, view: str, start: int, end: int) -> tuple[Numeral, ...]:
    """Every number of one sentence, ``view[start:end]``; ``view`` is the plain view of ``text``."""
    present = atoms(view, start, end)
    if not present:
        return ()
    found: list[Numeral] = []
    previous: Atom | None = None
    quotes = (
        [m.span() for m in p.SHORT_QUOTE.finditer(view, start, end)]
        if p.QUOTE_HINT.search(view, start, end)
        else []
    )
    addresses = (
        [m.span() for m in p.ADDRESS.finditer(view, start, end)]
        if p.ADDRESS_HINT.search(view, start, end)
        else []
    )
    idioms = [m.span() for m in p.IDIOM.finditer(view, start, end)]
    for atom in present:
        sight = Sight(
            atom=atom,
            before=view[max(start, atom.start - _BEFORE) : atom.start],
            digits=view[atom.start : atom.number_end],
            after_digits=view[atom.number_end : min(end, atom.number_end + _AFTER)],
            next=view[atom.number_end : min(end, atom.number_end + 1)],
            after=view[atom.end : min(end, atom.end + _AFTER)],
            quoted=bool(quotes) and _around(quotes, atom.start - 1, atom.end),
            addressed=bool(addresses) and _around(addresses, atom.start, atom.number_end),
            in_idiom=bool(idioms) and _around(idioms, atom.start, atom.number_end),
            previous=previous,
            at_start=previous is None and not view[start : atom.start].strip(" \u3000（(\t"),
        )
        rule = taken_for(sight)
        found.append(_numeral(atom, rule.kind, rule.name, sight))
        previous = atom
    return tuple(found)


def _around(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of ``spans`` (in order, none in another) holds ``start`` to ``end``."""
    at = bisect_right(spans, (start, sys.maxsize))
    return at > 0 and end <= spans[at - 1][1]


def _numeral(atom: Atom, kind: str, rule: str, sight: Sight) -> Numeral:
    number = Span(atom.start, atom.number_end)
    if rule == "rank":
        end = atom.end + sight.after.startswith("强")  # 稳居前十强
        place: Bound = "max" if sight.before.endswith("前") else "exact"
        return Numeral(Span(atom.start, end), number, atom.low, atom.high, "位", place, kind, rule)
    low, high, unit = atom.low, atom.high, _unit(atom, rule, sight)
    if atom.unit_kind == "fold":
        low, high, unit = _times(low), _times(high), "%"
    bound: Bound = "range" if low != high else atom.rough or "exact"
    if rule == HELD and not sight.digits.startswith("持平"):  # 基本持平
        bound = "approx"
    return Numeral(Span(atom.start, atom.end), number, low, high, unit, bound, kind, rule)


def _unit(atom: Atom, rule: str, sight: Sight) -> str:
    """The unit as written, or what is counted where none is: 人 of 农村人口, 元 of 货值10亿."""
    if rule == "people":
        return "人"
    if rule != "bare_measure" or atom.unit:
        return atom.unit
    great = sight.digits[-1] in "万亿" or p.SHORTENED.search(sight.digits)
    if great and p.MONEY_BEFORE.search(sight.before):
        return "元"
    return "人" if p.PEOPLE_BEFORE.search(sight.before) else ""


def _times(fold: Decimal) -> Decimal:
    """翻两番 is a growth of 300 %."""
    return Decimal(100 * (2 ** int(fold) - 1))
