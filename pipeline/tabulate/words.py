"""The words of a cell as a phrase: dress, footnotes and blanks gone,
every character with its place."""

from __future__ import annotations

from typing import Any

from pipeline.extract.phrase import NOTHING, Phrase, joined, take
from pipeline.patterns import heads as h
from pipeline.patterns import tables as p
from pipeline.patterns.numbers import plain
from pipeline.records import Span, TableCell
from pipeline.tables.units import Unit, known_unit, unit

_ALIKE = 4  # characters with which two heads begin that say the same thing
_LONGEST = 500  # characters of a head; what stands behind them names nothing


def words(text: str, span: Span | None, rule: str, *, dress: str = "*_#") -> Phrase:
    """What a stretch of the text says, as taken by ``rule``, without ``dress`` at its ends;
    full-width signs as half-width ones."""
    if span is None:
        return NOTHING
    taken = (
        take(text, Span(span.start, min(span.end, span.start + _LONGEST)), rule)
        .without(p.DRESS)
        .without(p.FOOTNOTES)
        .without(p.BLANKS)
    )
    return Phrase(plain(taken), taken.runs).stripped(dress)


def cell_words(text: str, cell: TableCell | None, rule: str) -> Phrase:
    """``words`` of a cell; nothing where there is none."""
    return words(text, cell.span, rule, dress="*_") if cell else NOTHING


def without(phrase: Phrase, start: int, end: int) -> Phrase:
    """The phrase without ``[start, end)``."""
    return phrase[:start] + phrase[end:]


def trimmed(phrase: Phrase) -> Phrase:
    """Without marks at its ends, empty brackets and links that join nothing."""
    before = None
    while before != phrase:
        before = phrase
        phrase = phrase.without(h.EMPTY).stripped("：:、，,-—_*#·./／")
        phrase = phrase.without(h.LINKS)
    return phrase


def unit_in(phrase: Phrase) -> tuple[Unit | None, Phrase]:
    """The unit that a head states in brackets or at its end, and the head without it."""
    for match in h.BRACKETS.finditer(phrase):
        behind = phrase[match.end() :]
        if found := _unit_before(behind, match["inside"]):
            return found, phrase[: match.start()] + _sign(match, phrase) + behind
    if bare := h.BARE_UNIT.search(phrase):
        return known_unit(bare["unit"]), phrase[: bare.start()] + _sign(bare, phrase)
    if note := p.UNIT_NOTE_INSIDE.search(phrase):
        return known_unit(note["unit"]), without(phrase, *note.span())
    head, comma, tail = phrase.rpartition("，") if "，" in phrase else phrase.rpartition(",")
    if comma and head and (found := known_unit(tail)):
        return found, phrase[: len(head)]
    return None, phrase


def _unit_before(behind: str, inside: str) -> Unit | None:
    """The unit in brackets that ``behind`` follows; 园 in 在校（园）学生数 is a word."""
    inside = inside.removeprefix("单位").lstrip(":：")
    found = known_unit(inside) or _first_of(inside)
    word = found and behind and found.factor == 1 and found.kind == "count"
    return None if word and not h.BEHIND_UNIT.match(behind) else found


def _first_of(inside: str) -> Unit | None:
    """The unit of things that are counted together: 万册、件."""
    pieces = [unit(piece) for piece in p.UNIT_SPLIT.split(inside)]
    first = pieces[0]
    several = len(pieces) > 1 and all(piece and piece.kind == "count" for piece in pieces)
    return first if several else None


def _sign(match: Any, phrase: Phrase) -> Phrase:
    """The sign beside a unit, which says a change where no word does: ±%, （+-%）."""
    sign = h.SIGN.search(phrase, *match.span())
    told = h.CHANGE.search(without(phrase, *match.span()))
    return phrase[sign.start() : sign.end()] if sign and not told else NOTHING


def levels(phrases: list[Phrase]) -> Phrase:
    """The heads above each other as one, the outer first; what an
    inner head repeats is said once, and of what is a share first."""
    kept: list[Phrase] = []
    for phrase in phrases:
        kept = [before for before in kept if not _begins_alike(before, phrase)]
        if phrase and not any(before.endswith(phrase) for before in kept):
            kept.append(phrase)
    shares = [
        phrase
        for phrase, behind in zip(kept, [*kept, NOTHING][1:], strict=True)
        if h.SHARE_OF.match(phrase) and not h.GOES_WITH_SHARE.match(behind)
    ]
    return joined([phrase for phrase in kept if phrase not in shares] + shares)


def _begins_alike(outer: Phrase, inner: Phrase) -> bool:
    """Whether an inner head says its outer one anew: 用车购置及运行费 | 用车购置费."""
    if outer != inner and len(outer) > 1 and inner.startswith(outer):
        return True
    return outer != inner and len(outer) >= _ALIKE and inner[:_ALIKE] == outer[:_ALIKE]
