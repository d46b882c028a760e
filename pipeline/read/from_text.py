"""Plain text as it is: decoded, otherwise untouched."""

from __future__ import annotations

from pipeline.read.content import MOST_CHARACTERS, Content, bounded
from pipeline.read.decode import decode
from pipeline.tables import text_grids


def from_text(data: bytes, *, place: str) -> Content:
    """Text and encoding; what a text file states of itself stands in its lines."""
    # no encoding takes more than four bytes a character
    bounded(len(data), 4 * MOST_CHARACTERS, "字节的文本", place=place)
    text, encoding = decode(data, place=place)
    return Content(text, encoding, grids=tuple(text_grids(text)))
