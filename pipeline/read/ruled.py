"""Tables whose cells are drawn: horizontal and vertical lines into a grid,
the characters between them into cells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.read.glyphs import Glyph, Seen
from pipeline.read.lines import Row, line_of, rows_of, together

_TOUCH = 2.5  # points between lines that meet
_THIN = 2.5  # a line is thicker by no more
_SHORTEST = 4.0
_MOST_RULINGS = 20_000  # of a page: a drawing has more
_MOST_PLACES = 20_000  # rows times columns
_KINDS_OF_INDENT = 4


class Ruling(NamedTuple):
    """A drawn line: along x where ``level``, at height ``at``; else upright at ``at``."""

    level: bool
    at: float
    start: float
    end: float


class CellText(NamedTuple):
    """A cell as read from a page."""

    text: str
    column: int
    width: int = 1
    height: int = 1
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A table in the rows ``[first, last)`` of a page.

    ``edges`` are the left edges of its columns and the right one of the last.
    """

    first: int
    last: int
    top: float
    edges: tuple[float, ...]
    rows: list[list[CellText]]
    baselines: tuple[float, ...] = ()
    size: float = 1.0
    seen: Seen | None = None  # how it was read in a picture


def seen_of(rows: Sequence[Row]) -> Seen | None:
    """How rows were read in a picture, None where they were not."""
    return together({glyph.seen for row in rows for glyph in row.glyphs if glyph.seen})


def rulings_of(boxes: Iterable[tuple[float, float, float, float]]) -> tuple[Ruling, ...]:
    """The lines that drawn shapes, given by left, bottom, right and top, are seen as;
    the four sides of a box that is no line.
    """
    found: list[Ruling] = []
    for left, bottom, right, top in boxes:
        wide, high = right - left, top - bottom
        if high <= _THIN and wide >= _SHORTEST:
            found.append(Ruling(True, (top + bottom) / 2, left, right))
        elif wide <= _THIN and high >= _SHORTEST:
            found.append(Ruling(False, (left + right) / 2, bottom, top))
        elif wide > _THIN and high > _THIN:
            found += [
                Ruling(True, bottom, left, right),
                Ruling(True, top, left, right),
                Ruling(False, left, bottom, top),
                Ruling(False, right, bottom, top),
            ]
        if len(found) > _MOST_RULINGS:
            return ()
    return tuple(found)


def ruled(rows: Sequence[Row], rulings: Sequence[Ruling]) -> list[Found]:
    """The tables among the rows of a page that have lines round their cells and nothing beside
    them.
    """
    found = []
    for group in _groups(rulings):
        xs, ys = _steps(r.at for r in group if not r.level), _steps(r.at for r in group if r.level)
        if len(xs) < 3 or len(ys) < 3 or len(xs) * len(ys) > _MOST_PLACES:
            continue
        inside = [n for n, row in enumerate(rows) if ys[0] - _TOUCH < row.baseline < ys[-1]]
        if not inside or any(_juts_out(rows[n], xs) for n in inside):
            continue
        glyphs = [glyph for n in inside for glyph in rows[n].glyphs]
        cells = _cells(group, xs, ys, glyphs)
        if cells:
            here = rows[inside[0] : inside[-1] + 1]
            found.append(
                Found(
                    inside[0],
                    inside[-1] + 1,
                    ys[-1],
                    tuple(xs),
                    cells,
                    tuple(ys[-2::-1]),
                    here[0].size,
                    seen_of(here),
                )
            )
    return found


def _juts_out(row: Row, xs: Sequence[float]) -> bool:
    return row.left < xs[0] - row.size or row.right > xs[-1] + row.size


def _groups(rulings: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    """Lines that meet, over others, belong to one table."""
    parent = list(range(len(rulings)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    upright = sorted((r.at, n) for n, r in enumerate(rulings) if not r.level)
    places = [at for at, _ in upright]
    for n, r in enumerate(rulings):
        if r.level:
            for _, other in upright[
                bisect_right(places, r.start - _TOUCH) : bisect_right(places, r.end + _TOUCH)
            ]:
                if rulings[other].start - _TOUCH <= r.at <= rulings[other].end + _TOUCH:
                    parent[root(other)] = root(n)
    groups: dict[int, list[Ruling]] = defaultdict(list)
    for n, r in enumerate(rulings):
        groups[root(n)].append(r)
    yield from groups.values()


def _steps(places: Iterable[float]) -> list[float]:
    """Places, those that are nearly one as one."""
    steps: list[float] = []
    for place in sorted(places):
        if not steps or place - steps[-1] > _TOUCH:
            steps.append(place)
    return steps


def _cells(
    group: Sequence[Ruling], xs: list[float], ys: list[float], glyphs: Sequence[Glyph]
) -> list[list[CellText]]:
    """The rows of cells from the top; places that no line parts are one cell."""
    lines = len(ys) - 1
    beside = _drawn(group, xs, ys, level=False)
    below = _drawn(group, ys, xs, level=True)
    held = _held(xs, ys, glyphs)
    taken: set[tuple[int, int]] = set()
    rows: list[list[CellText]] = []
    pads: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    for line in range(lines):
        row: list[CellText] = []
        for column in range(len(xs) - 1):
            if (line, column) in taken:
                continue
            width = 1
            while (
                column + width < len(xs) - 1
                and (column + width, lines - 1 - line) not in beside
                and (line, column + width) not in taken
            ):
                width += 1
            height = 1
            while line + height < lines and not any(
                (lines - line - height, column + k) in below for k in range(width)
            ):
                height += 1
            places = [(line + a, column + b) for a in range(height) for b in range(width)]
            taken.update(places)
            inside = rows_of([glyph for place in places for glyph in held.get(place, ())])
            text = "".join(line_of(part).text.replace("\t", " ") for part in inside)
            if inside:
                pad = (inside[0].left - xs[column]) / inside[0].size
                pads[column].append((line, len(row), pad))
            row.append(CellText(text, column, width, height))
        rows.append(row)
    _indent(rows, pads.get(0, []))
    return rows


def _held(
    xs: list[float], ys: list[float], glyphs: Sequence[Glyph]
) -> dict[tuple[int, int], list[Glyph]]:
    """The characters in each place between the lines, by its line and column."""
    lines = len(ys) - 1
    held: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        column = bisect_right(xs, (glyph.x + min(glyph.right, glyph.x + glyph.size)) / 2) - 1
        line = lines - bisect_right(ys, glyph.y + glyph.size * 0.3)
        if 0 <= column < len(xs) - 1 and 0 <= line < lines:
            held[line, column].append(glyph)
    return held


def _drawn(
    group: Sequence[Ruling], across: list[float], along: list[float], *, level: bool
) -> set[tuple[int, int]]:
    """Between which places a line is drawn: (number of the line among ``across``,
    number of the stretch among ``along``).
    """
    found: set[tuple[int, int]] = set()
    for ruling in group:
        if ruling.level is level:
            place = bisect_right(across, ruling.at + _TOUCH) - 1
            for stretch in range(len(along) - 1):
                middle = (along[stretch] + along[stretch + 1]) / 2
                if ruling.start <= middle <= ruling.end:
                    found.add((place, stretch))
    return found


def _indent(rows: list[list[CellText]], pads: Sequence[tuple[int, int, float]]) -> None:
    """Set how far the names of the rows stand in, where they stand in by a few steps;
    centred ones stand everywhere.
    """
    steps = sorted({round(pad * 2) for _, _, pad in pads})
    if len(steps) < 2 or len(steps) > _KINDS_OF_INDENT:
        return
    for line, place, pad in pads:
        rows[line][place] = rows[line][place]._replace(indent=max(0, round(pad - steps[0] / 2)))
