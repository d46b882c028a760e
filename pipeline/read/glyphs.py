"""The characters of a page, each with its place and its true size:
what lines, columns and tables are read from.

A size is what the reader sees. The nominal size of a font says nothing of it:
WPS Office writes 281 under a matrix of 0.05, Microsoft Print to PDF one size for the whole file.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import atan2, cos, hypot, sin
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_UNKNOWN = "\ufffd"
_WIDE = 0.96  # of its size a Chinese character takes at least, whatever width its font states
_TURNED = 0.1  # radians
_TWICE = 0.15  # of a size: so near to itself, a character is drawn twice to look bold
_ROOMY = 1.6  # times its own width: one character does not take so much, two drawn as one do
_WIDE_CLASSES = frozenset("WF")


class Seen(NamedTuple):
    """How surely something was read in a picture, and in which part of the page (left, top, right,
    bottom, as shares of 1).
    """

    confidence: float
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character at ``x`` (left) and ``y`` (baseline, growing upwards), in the units of its page.

    ``size`` is its height as seen, ``right`` where it ends. ``spaced``: a blank is written before
    it. ``turn`` is the angle of its line in radians; ``x``, ``y`` and ``right`` are along and
    across that line. ``known``: the font says which character it is. ``seen``: how it was read in a
    picture, None where it was not.
    """

    text: str
    x: float
    y: float
    size: float
    right: float
    spaced: bool = False
    turn: float = 0.0
    known: bool = True
    seen: Seen | None = None


def glyphs_of(page: PdfPage) -> list[Glyph]:
    """The characters that a PDF page shows, in the order in which they are drawn;
    blanks are in ``spaced``.
    """
    text_page = page.get_textpage()
    try:
        return list(_once(_parted(list(_drawn(text_page.raw)))))
    finally:
        text_page.close()


def upright(glyphs: Iterable[Glyph]) -> tuple[list[Glyph], list[list[Glyph]]]:
    """The characters of the main direction of a page, and those of each other direction;
    slanted ones are a watermark and left out.
    """
    by_turn: dict[float, list[Glyph]] = {}
    for glyph in glyphs:
        by_turn.setdefault(round(glyph.turn, 1), []).append(glyph)
    if not by_turn:
        return [], []
    main = max(by_turn, key=lambda turn: len(by_turn[turn]))
    others = [group for turn, group in by_turn.items() if turn != main and _square(turn - main)]
    return by_turn[main], others


def of_character(code: int) -> str:
    """A code as a character; the radicals that some writers use for the character itself (⼀ for 一)
    become the character.

    >>> of_character(0x2F00), of_character(0x4E00), of_character(0)
    ('一', '一', '\ufffd')
    """
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return _UNKNOWN
    character = chr(code)
    return unicodedata.normalize("NFKC", character) if 0x2E80 <= code < 0x2FE0 else character


def wide(character: str) -> bool:
    """Whether a character takes a whole cell, as Chinese ones do."""
    return unicodedata.east_asian_width(character[0]) in _WIDE_CLASSES


def letter(character: str) -> bool:
    """Whether a character is Chinese, and no mark."""
    return unicodedata.category(character[0]) == "Lo"


def _drawn(handle: object) -> Iterator[Glyph]:
    from pypdfium2 import raw

    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    high, spaced = "", False
    for index in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, index)
        character = of_character(code)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        if 0xDC00 <= code < 0xE000:
            character = (
                (high + chr(code))
                .encode("utf-16-le", "surrogatepass")
                .decode("utf-16-le", "replace")
                if high
                else _UNKNOWN
            )
        high = ""
        generated = raw.FPDFText_IsGenerated(handle, index) == 1
        if character.isspace() or generated:
            spaced = spaced or not generated
            continue
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        raw.FPDFText_GetMatrix(handle, index, matrix)
        known = raw.FPDFText_HasUnicodeMapError(handle, index) != 1
        size = hypot(matrix.c, matrix.d) * raw.FPDFText_GetFontSize(handle, index) or abs(
            box.top - box.bottom
        )
        yield _placed(
            character,
            (x.value, y.value),
            size,
            (matrix.a, matrix.b, matrix.c, matrix.d),
            box,
            spaced=spaced,
            known=known,
        )
        spaced = False


def _placed(
    character: str,
    origin: tuple[float, float],
    size: float,
    matrix: tuple[float, float, float, float],
    box: Any,
    *,
    spaced: bool,
    known: bool,
) -> Glyph:
    """A glyph along its own line: the page is turned until the line is level."""
    a, b, c, d = matrix
    turn = atan2(b, a) if hypot(a, b) else 0.0
    turn = turn if abs(turn) > _TURNED else 0.0
    size = max(min(size, 1000.0), 0.1)
    stretch = hypot(a, b) / (hypot(c, d) or 1.0)
    across, along = abs(box.right - box.left), abs(box.top - box.bottom)
    if turn:
        x, y = (
            origin[0] * cos(turn) + origin[1] * sin(turn),
            origin[1] * cos(turn) - origin[0] * sin(turn),
        )
        width = max(across * abs(cos(turn)), along * abs(sin(turn)))
    else:
        (x, y), width = origin, across
    if wide(character):
        width = max(width, _WIDE * size * stretch)
    return Glyph(
        character, x, y, size, x + max(min(width, 2 * size), 0.1 * size), spaced, turn, known
    )


def _parted(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """The glyphs, where those of a ligature (ﬁ, ——), which all stand at its start,
    share its room out.
    """
    for _, group in groupby(
        enumerate(glyphs), key=lambda entry: (entry[1].x, entry[1].y, entry[1].size)
    ):
        (at, first), *more = group
        if not more:
            yield first
            continue
        count, following = (
            1 + len(more),
            glyphs[more[-1][0] + 1] if more[-1][0] + 1 < len(glyphs) else None,
        )
        room = (
            following.x - first.x
            if following and following.y == first.y and following.x > first.x
            else count * (first.right - first.x)
        )
        room = min(room, count * first.size)
        if len({glyphs[at + n].text for n in range(count)}) == 1 and room < _ROOMY * min(
            first.size, first.right - first.x
        ):
            yield first
            continue
        for number in range(count):
            x = first.x + number * room / count
            yield replace(glyphs[at + number], x=x, right=x + room / count)


def _once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The glyphs without those drawn again on their own place."""
    seen: dict[tuple[str, int, int], Glyph] = {}
    for glyph in glyphs:
        step = max(glyph.size * _TWICE, 0.01)
        column, row = round(glyph.x / (2 * step)), round(glyph.y / (2 * step))
        around = ((glyph.text, column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        twin = next((seen[key] for key in around if key in seen), None)
        if twin is not None and hypot(twin.x - glyph.x, twin.y - glyph.y) <= step:
            continue
        seen[glyph.text, column, row] = glyph
        yield glyph


def _square(turn: float) -> bool:
    """Whether two lines at this angle are level or upright to each other."""
    return min(abs(cos(turn)), abs(sin(turn))) < _TURNED


def raised(glyph: Glyph, text: str) -> Glyph:
    """The glyph as another character: ² for a raised 2."""
    return replace(glyph, text=text)
