"""A sentence into cells: the stretches between commas, and the items of a list behind a figure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.patterns.clauses import ASIDE, BOUND_AFTER, BRACKETS, BREAK, LINK, QUOTE_HINT, QUOTED
from pipeline.patterns.edges import Starts
from pipeline.records import Bound, Numeral, Span

# A subject reaches no further back: what stands before it in an endless clause is not read, so
# the cost stays linear.
_REACH = 200
_BRACKETS = {"（": "）", "(": ")"}
_BOUNDS, _LINKS, _ASIDES = Starts(BOUND_AFTER), Starts(LINK), Starts(ASIDE)
_FULL_WIDTH = {",": "，", ";": "；", ":": "："}


class Figure(NamedTuple):
    """A figure in its cell.

    ``left`` is the text before it (from the cell's start, or from the figure before it).

    ``end`` is behind the number, its unit and the words that bound it (以上, 左右); ``bound`` comes
    from those words.
    """

    numeral: Numeral
    left: Span
    end: int
    bound: Bound | None
    bound_at: Span | None = None


class Cell(NamedTuple):
    """A stretch of a sentence with its figures.

    ``opener`` is what stands before it: "" at the start of a sentence, else ， 、 （ ） and so on;
    ``bracketed``: it stands inside a bracket.
    """

    span: Span
    opener: str
    figures: tuple[Figure, ...]
    bracketed: bool = False


def cells(view: str, sentence: Span, figures: Sequence[Numeral]) -> tuple[Cell, ...]:
    """The cells of a sentence, in order; together with what separates them they cover it."""
    ends = [_behind(view, figure, sentence.end) for figure in figures]
    marks = sorted(_marks(view, sentence, figures, ends))
    found: list[Cell] = []
    start, opener, position, depth = sentence.start, "", 0, 0
    for a, b, mark in [*marks, (sentence.end, sentence.end, "")]:
        if a < start:
            continue
        inside: list[Figure] = []
        left = start
        while position < len(figures) and figures[position].number.start < a:
            numeral, (end, bound) = figures[position], ends[position]
            before = Span(max(left, numeral.span.start - _REACH), numeral.span.start)
            at = Span(numeral.span.end, end) if bound else None
            inside.append(Figure(numeral, before, end, bound, at))
            left, position = end, position + 1
        if a > start or inside:
            found.append(Cell(Span(start, a), opener, tuple(inside), depth > 0))
        start, opener, depth = b, mark, depth + (mark == "（") - (mark == "）")
    return tuple(found)


def _behind(view: str, figure: Numeral, end: int) -> tuple[int, Bound | None]:
    at = figure.span.end
    match = BOUND_AFTER.match(view, at, end) if _BOUNDS[view[at : min(at + 1, end)]] else None
    if not match:
        return figure.span.end, None
    return match.end(), match.lastgroup  # type: ignore[return-value]


def _marks(
    view: str,
    sentence: Span,
    figures: Sequence[Numeral],
    ends: Sequence[tuple[int, Bound | None]],
) -> Iterator[tuple[int, int, str]]:
    """Where cells part, as (start, end, mark)."""
    starts = [figure.number.start for figure in figures]
    quoted = QUOTE_HINT.search(view, *sentence)
    closed = [Span(*m.span()) for m in QUOTED.finditer(view, *sentence)] if quoted else []
    brackets = list(_brackets(view, sentence))
    closed = [q for q in closed if not _holds(q, starts)]
    for bracket in brackets:
        if _holds(bracket, starts):
            yield bracket.start, bracket.start + 1, "（"
            yield bracket.end - 1, bracket.end, "）"
            if link := LINK.match(view, bracket.end, sentence.end):  # 酒驾86起（醉驾38起）|、|超速
                yield bracket.end, link.end(), link.group().strip() or "、"
        else:
            closed.append(bracket)
    closed.sort()
    at = 0
    for match in BREAK.finditer(view, *sentence):
        while at < len(closed) and closed[at].end <= match.start():
            at += 1
        if at < len(closed) and closed[at].start <= match.start():
            continue
        yield match.start(), match.end(), _FULL_WIDTH.get(match.group()[0], match.group()[0])
    for end, _ in ends:
        follows = view[end : min(end + 1, sentence.end)]
        if not _LINKS[follows] and not _ASIDES[follows]:
            continue
        aside = ASIDE.match(view, end, sentence.end)
        if link := LINK.match(view, aside.end() if aside else end, sentence.end):
            yield end, link.end(), link.group().strip() or "、"


def _holds(span: Span, starts: Sequence[int]) -> bool:
    """Whether one of the sorted ``starts`` lies inside ``span``."""
    first = bisect_right(starts, span.start)
    return first < len(starts) and starts[first] < span.end


def _brackets(view: str, sentence: Span) -> Iterator[Span]:
    open_at: list[tuple[str, int]] = []
    for match in BRACKETS.finditer(view, *sentence):
        character, i = match.group(), match.start()
        if character in _BRACKETS:
            open_at.append((_BRACKETS[character], i))
        elif open_at and character == open_at[-1][0]:
            yield Span(open_at.pop()[1], i + 1)
