"""The rows of a page in reading order: columns one after the other, a box at the side apart.

A gutter is a strip that no row of a stretch crosses, with lines of prose on either side;
rows of a table have short cells and are left together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.read.glyphs import wide
from pipeline.read.lines import HANGING, Line, Row, line_of

_GUTTER = 0.8  # sizes a gutter is wide at least
_PROSE = 7  # Chinese characters a line of a column has, at least and mostly
_LINES = 3  # that a column has at least
_FULL = 0.85  # of the width of its column a full line takes
_MOST_PARTS = 60  # of a page
_MOST_STARTS = 40  # places tried as the left edge of a column
_INDENT = 4.0  # sizes a line of a column is indented at most
_LIKE, _NEXT = 0.1, 2.6  # of the size: lines that go on are as large, and so near
_NARROW = 0.6  # of the width of the text beside it a box at the side has at most


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are read one after the other, within edges of their own where they are a
    ``column``; ``aside``: no part of the text around.
    """

    lines: tuple[Line, ...]
    column: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    rows: tuple[Row, ...]
    column: bool = False
    aside: bool = False


def blocks_of(rows: Sequence[Row]) -> list[Block]:
    """The blocks of a page in reading order, those that stand aside last."""
    parts = _parts(rows)
    ordered = sorted(parts, key=lambda part: part.aside)
    return [
        Block(tuple(line_of(row) for row in part.rows), part.column, part.aside) for part in ordered
    ]


def _parts(rows: Sequence[Row]) -> list[_Part]:
    waiting = [_Part(tuple(rows))]
    done: list[_Part] = []
    while waiting:
        part = waiting.pop()
        cut = _cut(part) if len(waiting) + len(done) < _MOST_PARTS else None
        if cut is None:
            done.append(part)
        else:
            waiting.extend(piece for piece in reversed(cut) if piece.rows)
    return done


def _cut(part: _Part) -> tuple[_Part, ...] | None:
    """The rows above a gutter, those on its left, those on its right, and those below;
    None where there is no gutter.
    """
    rows = part.rows
    best: tuple[int, float, int, int] | None = None
    for edge in _edges(rows):
        stretch = _stretch(rows, edge)
        if stretch is not None and (best is None or stretch[0] > best[0]):
            best = (stretch[0], edge, *stretch[1:])
    if best is None:
        return None
    _, edge, first, last = best
    left = tuple(side for row in rows[first:last] if (side := _side(row, edge, left=True)))
    right = tuple(side for row in rows[first:last] if (side := _side(row, edge, left=False)))
    above, below = rows[:first], rows[last:]
    asides = _asides(left, right, above, below)
    return (
        _Part(above, part.column, part.aside),
        _Part(left, column=True, aside=part.aside or asides[0]),
        _Part(right, column=True, aside=part.aside or asides[1]),
        _Part(below, part.column, part.aside),
    )


def _edges(rows: Sequence[Row]) -> list[float]:
    """Where stretches of characters start on several rows: left edges that a column may have."""
    starts: Counter[int] = Counter(round(run[0].x) for row in rows for run in row.runs(_GUTTER))
    near = Counter({x: n + starts[x - 1] + starts[x + 1] for x, n in starts.items()})
    leftmost = min((row.left for row in rows), default=0.0)
    return [float(x) for x, n in near.most_common(_MOST_STARTS) if n >= _LINES and x > leftmost + 1]


def _stretch(rows: Sequence[Row], edge: float) -> tuple[int, int, int] | None:
    """The longest run of rows that leave the gutter before ``edge`` free and are prose on either
    side: how many lines, first, end.
    """
    best: tuple[int, int, int] | None = None
    start = 0
    for at in range(len(rows) + 1):
        if at < len(rows) and not _crossed(rows[at], edge):
            continue
        lines = _columns(rows[start:at], edge)
        if lines and (best is None or lines > best[0]):
            best = lines, start, at
        start = at + 1
    return best


def _crossed(row: Row, edge: float) -> bool:
    """Whether a character stands in the gutter; a mark that hangs out of its column does not."""
    low, high = edge - _GUTTER * row.size, edge - 1.5
    return any(
        glyph.x < high and glyph.right > low and glyph.text not in HANGING for glyph in row.glyphs
    )


def _columns(rows: Sequence[Row], edge: float) -> int:
    """How many lines the shorter of the two columns next to a gutter has,
    0 where these rows are none.
    """
    if len(rows) < _LINES:
        return 0
    left = [
        Row(list(side.runs(_GUTTER))[-1]) for row in rows if (side := _side(row, edge, left=True))
    ]
    right = [
        Row(next(side.runs(_GUTTER))) for row in rows if (side := _side(row, edge, left=False))
    ]
    right = [row for row in right if row.left < edge + _INDENT * row.size]
    lines = min(len(left), len(right))
    return lines if lines >= _LINES and _prose(left) and _prose(right) else 0


def _side(row: Row, edge: float, *, left: bool) -> Row | None:
    glyphs = tuple(glyph for glyph in row.glyphs if (glyph.x < edge - 1.5) is left)
    return Row(glyphs) if glyphs else None


def _prose(rows: Sequence[Row]) -> bool:
    """Whether the lines of a column hold many Chinese characters and mostly fill it."""
    if median(sum(wide(glyph.text) for glyph in row.glyphs) for row in rows) < _PROSE:
        return False
    left = min(row.left for row in rows)
    width = sorted(row.right - left for row in rows)[-max(1, len(rows) // 10)]
    return sum(row.right - left >= _FULL * width for row in rows) * 2 >= len(rows)


def _asides(
    left: Sequence[Row], right: Sequence[Row], above: Sequence[Row], below: Sequence[Row]
) -> tuple[bool, bool]:
    """Which of two columns is a box at the side: the text next above or below goes on in the other,
    and is as wide as both.
    """
    edges = [
        (min(row.left for row in side), max(row.right for row in side)) for side in (left, right)
    ]
    narrow = min((0, 1), key=lambda side: edges[side][1] - edges[side][0])
    wide_side = (right, left)[narrow]
    around = [
        row
        for row in (*above[-1:], *below[:1])
        if _next_to(row, wide_side)
        and row.left < edges[1][0] - row.size
        and row.right > edges[0][1] + row.size
    ]
    if (
        not around
        or edges[narrow][1] - edges[narrow][0]
        > _NARROW * (edges[1 - narrow][1] - edges[1 - narrow][0])
        or _cut(_Part(tuple(wide_side)))
    ):
        return False, False
    return narrow == 0, narrow == 1


def _next_to(row: Row, side: Sequence[Row]) -> bool:
    """Whether a row is set as these are and stands next to them."""
    distance = min(abs(row.baseline - side[0].baseline), abs(row.baseline - side[-1].baseline))
    return abs(row.size - side[0].size) < _LIKE * row.size and distance < _NEXT * row.size
