"""The characters of a PDF page into lines, by where each stands, and the lines that stand on every page taken out."""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, sin
from typing import TYPE_CHECKING

from pipeline.patterns.pdf import DIGITS, HEAD, PAGE_NUMBER

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_SAME_LINE = 0.45  # of the size of a character: baselines that differ less belong to one line
_CELL = 1.8  # a gap of so many characters parts the cells of a row
_WORD = 0.15  # so much is a blank: justified lines stretch by less
_BLANK = 0.45  # but between Chinese and Latin only so much, for writers set them apart by themselves
_RUNNING = 3  # pages that must share a line


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: text, where it starts and ends, its baseline, and the size of its characters (points, y grows upwards).

    ``head`` is the width of what opens it and cannot be broken: a number, a Latin word, or a character with the marks behind it.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    head: float


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    x: float
    y: float
    size: float
    right: float
    spaced: bool  # a blank is written before it


def lines_of(page: PdfPage) -> list[Line]:
    """The lines of a page from top to bottom. Writers draw quotes and digits after the words round them, so it is the place that orders, not the drawing."""
    rows: list[list[_Glyph]] = []
    for glyph in sorted(_glyphs(page), key=lambda glyph: (-glyph.y, glyph.x)):
        if rows and abs(glyph.y - rows[-1][-1].y) <= _SAME_LINE * min(glyph.size, rows[-1][-1].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [_line(sorted(row, key=lambda glyph: glyph.x)) for row in rows]


def _glyphs(page: PdfPage) -> list[_Glyph]:
    from pypdfium2 import raw

    text_page = page.get_textpage()
    try:
        handle, glyphs, turn = text_page.raw, [], None
        x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        high, spaced = "", False
        for index in range(raw.FPDFText_CountChars(handle)):
            code = raw.FPDFText_GetUnicode(handle, index)
            character = _character(code)
            if 0xD800 <= code < 0xDC00:
                high = chr(code)
                continue
            if 0xDC00 <= code < 0xE000:
                character = (high + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if high else "\ufffd"
            high = ""
            generated = raw.FPDFText_IsGenerated(handle, index) == 1
            if character.isspace() or generated:
                spaced = not generated
                continue
            raw.FPDFText_GetCharOrigin(handle, index, x, y)
            size = raw.FPDFText_GetFontSize(handle, index)
            if turn is None:
                turn = raw.FPDFText_GetCharAngle(handle, index)
                turn = 0.0 if turn < 0 else turn
            raw.FPDFText_GetLooseCharBox(handle, index, box)
            size = max(min(size if size > 2 else abs(box.top - box.bottom), 200.0), 1.0)
            width = abs(box.right - box.left) if abs(turn) < 0.1 else size
            across, up = x.value * cos(turn) - y.value * sin(turn), x.value * sin(turn) + y.value * cos(turn)
            glyphs.append(_Glyph(character, across, up, size, across + max(min(width, 2 * size), 0.1 * size), spaced))
            spaced = False
        return glyphs
    finally:
        text_page.close()


def _character(code: int) -> str:
    """A code as a character; the radicals that some writers use for the character itself (⼀ for 一) become the character."""
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return "\ufffd"
    character = chr(code)
    return unicodedata.normalize("NFKC", character) if 0x2E80 <= code < 0x2FE0 else character


def _line(row: Sequence[_Glyph]) -> Line:
    pieces = [row[0].text]
    for before, glyph in pairwise(row):
        gap, size = glyph.x - before.right, max(before.size, glyph.size)
        if gap > _CELL * size:
            pieces.append("\t")
        elif gap > _BLANK * size or (gap > _WORD * size and (glyph.spaced or before.text.isascii() == glyph.text.isascii())):
            pieces.append(" ")
        pieces.append(glyph.text)
    text = "".join(pieces)
    first = HEAD.match(text)
    head = row[min(len(first[0]) if first else 1, len(row)) - 1].right - row[0].x
    return Line(text, row[0].x, row[-1].right, row[0].y, max(glyph.size for glyph in row), head)


def without_running_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without the lines that stand in the margin of many pages and differ in digits only."""
    heads: Counter[str] = Counter()
    margins = [_margin(page) for page in pages]
    for page, margin in zip(pages, margins, strict=True):
        heads.update({DIGITS.sub("0", line.text) for line in page if line in margin})
    often = max(_RUNNING, len(pages) // 3)
    return [
        [line for line in page if not (line in margin and (PAGE_NUMBER.fullmatch(line.text) or heads[DIGITS.sub("0", line.text)] >= often))]
        for page, margin in zip(pages, margins, strict=True)
    ]


def _margin(page: list[Line]) -> frozenset[Line]:
    """The two highest and the two lowest lines of a page."""
    ordered = sorted(page, key=lambda line: -line.baseline)
    return frozenset(ordered[:2] + ordered[-2:])
