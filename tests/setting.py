"""A table set on a page by hand: cells broken over lines, merged over rows and columns, lines round them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.patterns.tables import FORM_NOTE, UNIT_NOTE
from pipeline.tables import kind_of

from .sheets import CLOSING, Place, width_of

Rows = Sequence[Sequence[str]]
Spans = Mapping[tuple[int, int], tuple[int, int]]
Rule = tuple[float, float, float, float]
_LEFT = 60.0
_SHARE = {"left": 0.0, "centre": 0.5, "right": 1.0}  # of the room that is left before a line


@dataclass(frozen=True)
class Setting:
    """How a table is set: blanks between columns (in points), the widest a name and a head may be (in characters), how figures and heads stand, the size, and the blank between rows (in sizes).

    ``high``: cells of few lines begin where those beside them do, and are not in the middle."""

    gap: float
    name: int
    head: int
    figures: Literal["centre", "left", "right"] = "centre"
    size: float = 9.0
    between: float = 0.75
    heads: Literal["centre", "left", "right"] = "centre"
    high: bool = False


def laid(
    rows: Rows, spans: Spans, covered: set[tuple[int, int]], setting: Setting, top: float
) -> tuple[list[Place], list[Rule]]:
    """The words of a table from ``top`` downwards, each line of a cell a place, and the lines between its cells."""
    own = {(r, c) for r, row in enumerate(rows) for c in range(len(row)) if (r, c) not in covered}
    words = _words(rows)
    widths = _widths(rows, spans, own, words, setting)
    lefts = [_LEFT]
    for width in widths:
        lefts.append(lefts[-1] + width + setting.gap)
    lines = {
        (r, c): _lines(
            rows[r][c], lefts[c + spans.get((r, c), (1, 1))[1]] - lefts[c] - setting.gap, setting
        )
        for r, c in own
    }
    tops = _tops(len(rows), spans, lines, setting, top)
    places = [
        place
        for at in sorted(own)
        for place in _placed(at, lines[at], rows, spans, words, lefts, tops, setting)
    ]
    return places, [rule for at in own for rule in _box(at, spans, lefts, tops, setting.gap)]


def _words(rows: Rows) -> set[int]:
    """The columns that hold words, below the heads, and not figures."""
    return {
        c
        for c in range(len(rows[0]))
        if sum(any(map(str.isdigit, row[c])) for row in rows) * 2
        < sum(bool(row[c].strip()) for row in rows)
    }


def _widths(
    rows: Rows, spans: Spans, own: set[tuple[int, int]], words: set[int], setting: Setting
) -> list[float]:
    widths = []
    for c in range(len(rows[0])):
        cells = [
            (r, rows[r][c])
            for r in range(len(rows))
            if (r, c) in own
            and spans.get((r, c), (1, 1))[1] == 1
            and not ("：" in rows[r][c] and FORM_NOTE.fullmatch(rows[r][c]))
        ]
        most = setting.name if c in words else setting.head
        longest = max(
            (
                width_of(word, setting.size)
                for r, word in cells
                if r and c not in words and any(map(str.isdigit, word)) and len(word) < 24
            ),
            default=0.0,
        )
        widths.append(
            max(
                setting.size,
                longest,
                *(
                    min(width_of(piece, setting.size), most * setting.size)
                    for _, word in cells
                    for piece in word.split("\n")
                ),
            )
        )
    return widths


def _lines(word: str, room: float, setting: Setting) -> list[str]:
    """The lines of a cell. No closing mark opens one: the character before it goes along."""
    if UNIT_NOTE.fullmatch(word) or ("：" in word and FORM_NOTE.fullmatch(word)):
        return [word]
    lines: list[str] = []
    for piece in word.split("\n") if word.strip() else ():
        line = ""
        for character in piece:
            if line and width_of(line + character, setting.size) > max(room, setting.size) + 0.01:
                moved = line[-1] if character in CLOSING and len(line) > 1 else ""
                lines.append(line.removesuffix(moved))
                line = moved
            line += character
        lines.append(line)
    return lines


def _tops(
    count: int,
    spans: Spans,
    lines: Mapping[tuple[int, int], list[str]],
    setting: Setting,
    top: float,
) -> list[float]:
    leading, gap = setting.size * 1.28, setting.size * setting.between
    deep = [1] * count
    for (r, c), found in lines.items():
        if spans.get((r, c), (1, 1))[0] == 1:
            deep[r] = max(deep[r], len(found))
    for (r, c), found in lines.items():
        height = spans.get((r, c), (1, 1))[0]
        lacking = len(found) * leading - sum(n * leading + gap for n in deep[r : r + height])
        if lacking > 0:
            deep[r + height - 1] += int(lacking / leading) + 1
    tops = [top]
    for n in deep:
        tops.append(tops[-1] - n * leading - gap)
    return tops


def _placed(
    at: tuple[int, int],
    lines: Sequence[str],
    rows: Rows,
    spans: Spans,
    words: set[int],
    lefts: Sequence[float],
    tops: Sequence[float],
    setting: Setting,
) -> Iterator[Place]:
    (r, c), (height, width) = at, spans.get(at, (1, 1))
    left, right = lefts[c], lefts[c + width] - setting.gap
    leading = setting.size * 1.28
    middle = (tops[r] + tops[r + height]) / 2
    first = middle + (len(lines) - 1) * leading / 2 - setting.size * 0.36
    if setting.high:
        first = tops[r] - (setting.between * setting.size + leading) / 2 - setting.size * 0.36
    figures = (n for n, row in enumerate(rows) if n and any(kind_of(w) == "number" for w in row))
    heads = next(figures, 1)
    while (
        heads > 1
        and rows[heads - 1][0]
        and not any(rows[heads - 1][1:])
        and (heads - 1, 0) not in spans
    ):
        heads -= 1
    number = bool(lines) and any(map(str.isdigit, rows[r][c])) and c not in words and r > 0
    for n, line in enumerate(lines):
        room = right - left - width_of(line, setting.size)
        name = c in words and height == 1 and width == 1 and r >= heads
        x = (
            left + width_of(line, setting.size) - width_of(line.lstrip("\u3000 "), setting.size)
            if name
            else left + room * _SHARE[setting.figures if number else setting.heads]
        )
        if line.strip():
            yield Place(line.strip("\u3000 "), x, first - n * leading, setting.size)


def _box(
    at: tuple[int, int], spans: Spans, lefts: Sequence[float], tops: Sequence[float], gap: float
) -> Iterator[Rule]:
    (r, c), (height, width) = at, spans.get(at, (1, 1))
    left, right, high, low = (
        lefts[c] - gap / 2,
        lefts[c + width] - gap / 2,
        tops[r],
        tops[r + height],
    )
    yield left, high, right, high
    yield left, low, right, low
    yield left, low, left, high
    yield right, low, right, high
