"""The characters of a page, or of a part of it, into lines, by where each stands.

Writers draw quotes and digits after the words round them: the place orders, not the drawing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from pipeline.patterns.pdf import HEAD
from pipeline.read.glyphs import Glyph, Seen, letter, raised

_SAME_LINE = 0.45  # of the size of a character: baselines that differ less belong to one line
_ONE_LINE = 0.8  # sizes from the highest to the lowest character of a line
_CELL = 1.8  # a gap of so many characters parts the cells of a row
_WORD = 0.15  # so much is a blank: justified lines stretch by less
# but next to Chinese only so much, unless a blank is written there: writers set it apart from
# Latin by themselves
_BLANK = 0.45
_BETWEEN = 0.18  # between two Chinese characters
_SPACED = 0.08  # of a size, between most characters of a line: it is letter-spaced
_MOST_SPACING = 1.2  # sizes: wider apart, characters are cells
_SMALL = 0.75  # of the size of its line a note number or an exponent has at most
_RAISED = (0.12, 0.75)  # of the size of its line it stands above the baseline
_NEAR = 1.0  # size of the line: so near its characters a raised one stands
HANGING = frozenset("，。、；：！？”’）》」")  # marks that may stand beyond the right edge
_SUPERSCRIPTS = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))


@dataclass(frozen=True)
class Row:
    """Characters on one baseline, from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        return self.glyphs[0].x

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        return median(glyph.size for glyph in self.glyphs)

    @cached_property
    def baseline(self) -> float:
        return median(glyph.y for glyph in self.glyphs)

    @cached_property
    def spacing(self) -> float:
        """By how much the characters are set apart, beyond their widths; 0 where they are not."""
        gaps = sorted(after.x - before.right for before, after in pairwise(self.glyphs))
        if len(gaps) < 2:
            return 0.0
        usual = gaps[len(gaps) // 3]
        return usual if _SPACED * self.size < usual < _MOST_SPACING * self.size else 0.0

    def runs(self, gap: float = _CELL) -> Iterator[tuple[Glyph, ...]]:
        """The stretches of characters that no gap of so many sizes parts."""
        start = 0
        for at, (before, after) in enumerate(pairwise(self.glyphs), 1):
            if after.x - before.right - self.spacing > gap * max(before.size, after.size):
                yield self.glyphs[start:at]
                start = at
        yield self.glyphs[start:]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: text, where it starts and ends, its baseline, and the size of
    its characters (y grows upwards).

    ``head`` is the width of what opens it and cannot be broken: a number, a Latin
    word, or a character with the marks behind it. ``seen`` is how it was read in a
    picture, None where it was not.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    head: float
    seen: Seen | None = None


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows from top to bottom.

    Raised note numbers and exponents stand in the row they belong to, as ¹ and ².
    """
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (-glyph.y, glyph.x)):
        if rows and _is_level(rows[-1], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [_raised(Row(tuple(sorted(row, key=lambda glyph: glyph.x)))) for row in _gathered(rows)]


def _is_level(row: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a character stands on the line of those above it, and those are not so many that two
    lines of a cell would become one."""
    first, last = row[0], row[-1]
    size = min(glyph.size, last.size)
    return last.y - glyph.y <= _SAME_LINE * size and first.y - glyph.y <= _ONE_LINE * size


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines from top to bottom; cells of a row are parted by tabs."""
    return [line_of(row) for row in rows_of(glyphs)]


def line_of(row: Row) -> Line:
    """A row as text: blanks where a reader sees them, tabs between the cells."""
    glyphs = row.glyphs
    pieces = [glyphs[0].text]
    for before, glyph in pairwise(glyphs):
        gap, size = glyph.x - before.right - row.spacing, max(before.size, glyph.size)
        if gap > _CELL * size:
            pieces.append("\t")
        elif _blank(before, glyph, gap / size):
            pieces.append(" ")
        pieces.append(glyph.text)
    text = "".join(pieces)
    first = HEAD.match(text)
    head = glyphs[min(len(first[0]) if first else 1, len(glyphs)) - 1].right - row.left
    return Line(
        text,
        row.left,
        row.right,
        row.baseline,
        max(glyph.size for glyph in glyphs),
        head,
        together({glyph.seen for glyph in glyphs if glyph.seen}),
    )


def cell_text(run: tuple[Glyph, ...]) -> str:
    """A stretch of a row as the text of one cell: no tabs."""
    return line_of(Row(run)).text.replace("\t", " ")


def together(seen: Collection[Seen]) -> Seen | None:
    """What was read in several parts of a picture: as surely as the least sure, in
    the part that holds them all."""
    if not seen:
        return None
    left, top, right, bottom = zip(*(one.box for one in seen), strict=True)
    return Seen(min(one.confidence for one in seen), (min(left), min(top), max(right), max(bottom)))


def _blank(before: Glyph, glyph: Glyph, gap: float) -> bool:
    """Whether a reader sees a blank in a gap of so many sizes."""
    if gap > _BLANK:
        return True
    if letter(before.text) and letter(glyph.text):
        return gap > _BETWEEN or (gap > _WORD and glyph.spaced)
    return gap > _WORD and (glyph.spaced or (before.text.isascii() and glyph.text.isascii()))


def _gathered(rows: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """The rows, where a few small characters just above a row, and at it, are part of it."""
    gathered: list[list[Glyph]] = []
    for row in rows:
        above = gathered[-1] if gathered else None
        if above is not None and _belongs(above, row):
            gathered[-1] = above + row
        else:
            gathered.append(list(row))
    return gathered


def _belongs(above: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    size, baseline = median(glyph.size for glyph in row), median(glyph.y for glyph in row)
    if len(above) > len(row) or any(not _lifted(glyph, size, baseline) for glyph in above):
        return False
    return all(
        any(-_NEAR * size < glyph.x - one.right < _NEAR * size for one in row)
        for glyph in above[:20]
    )


def _lifted(glyph: Glyph, size: float, baseline: float) -> bool:
    low, high = _RAISED
    return glyph.size <= _SMALL * size and low * size <= glyph.y - baseline <= high * size


def _raised(row: Row) -> Row:
    """The row with its raised digits as superscripts; those of a table or a date in small print
    are on the baseline and stay."""
    return Row(
        tuple(
            raised(glyph, _SUPERSCRIPTS[glyph.text])
            if glyph.text in _SUPERSCRIPTS and _lifted(glyph, row.size, row.baseline)
            else glyph
            for glyph in row.glyphs
        )
    )
