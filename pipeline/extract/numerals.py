"""Every number of a sentence with what it was taken for: its context is gathered here, the rules that judge it are in ``kinds``."""

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
from pipeline.records import Numeral, Span

_BEFORE, _AFTER = 36, 40


def numerals(text: str, view: str, start: int, end: int) -> tuple[Numeral, ...]:
    """Every number of ``view[start:end]`` (one sentence) with what it was taken for. ``view`` is the plain view of ``text``."""
    present = atoms(view, start, end)
    if not present:
        return ()
    found: list[Numeral] = []
    previous: Atom | None = None
    quotes = [m.span() for m in p.SHORT_QUOTE.finditer(view, start, end)]
    addresses = [m.span() for m in p.ADDRESS.finditer(view, start, end)] if p.ADDRESS_HINT.search(view, start, end) else []
    idioms = [m.span() for m in p.IDIOM.finditer(view, start, end)]
    for atom in present:
        sight = Sight(
            atom=atom,
            before=view[max(start, atom.start - _BEFORE) : atom.start],
            digits=view[atom.start : atom.number_end],
            after_digits=view[atom.number_end : min(end, atom.number_end + _AFTER)],
            next=view[atom.number_end : min(end, atom.number_end + 1)],
            after=view[atom.end : min(end, atom.end + _AFTER)],
            quoted=_around(quotes, atom.start - 1, atom.end),
            addressed=_around(addresses, atom.start, atom.number_end),
            in_idiom=_around(idioms, atom.start, atom.number_end),
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
    low, high, unit, end = atom.low, atom.high, atom.unit, atom.end
    if rule == "rank":
        unit, bound = "位", "max" if sight.before.endswith("前") else "exact"
        end += sight.after.startswith("强")  # 稳居前十强
        return Numeral(Span(atom.start, end), Span(atom.start, atom.number_end), low, high, unit, bound, kind, rule)  # type: ignore[arg-type]
    if rule == "people" or (rule == "bare_measure" and not unit and p.PEOPLE_BEFORE.search(sight.before)):
        unit = "人"
    if rule == "bare_measure" and not unit and sight.digits[-1] in "万亿" and p.MONEY_BEFORE.search(sight.before):
        unit = "元"
    if atom.unit_kind == "fold":
        low, high, unit = 100 * (2 ** int(low) - 1) + Decimal(0), 100 * (2 ** int(high) - 1) + Decimal(0), "%"
    about = rule == HELD and not sight.digits.startswith("持平")  # 基本持平
    bound = "range" if low != high else atom.rough or ("approx" if about else "exact")
    return Numeral(Span(atom.start, end), Span(atom.start, atom.number_end), low, high, unit, bound, kind, rule)  # type: ignore[arg-type]
