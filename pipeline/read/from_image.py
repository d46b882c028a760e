"""Scans that are pictures themselves (PNG, JPEG, TIFF of many pages), read where the
extra ``ocr`` is installed."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.errors import ReadError
from pipeline.read import ocr
from pipeline.read.content import MOST_CHARACTERS, MOST_PAGES, Content, bounded
from pipeline.read.sheet import OCR, Sheet, content_of, readable, sheet_of

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_DOTS = 100_000_000
_POINTS = 842.0  # of the longer side of a page


def from_image(data: bytes, *, place: str) -> Content:
    """The text in a picture, or in each page of one.

    Raises ``ReadError`` where pictures cannot be read here, and where one is
    damaged, too large or shows no text.
    """
    if not ocr.installed():
        raise ReadError("这是图片，里面的文字要先识别", place=place, remedy=OCR)
    sheets: list[Sheet] = []
    characters = 0
    for sheet in _sheets(data, place):
        sheets.append(sheet)
        characters += sheet.characters
        bounded(characters, MOST_CHARACTERS, "字的图片", place=place)
    readable(sheets, "图片", place=place)
    return content_of(sheets, place=place)


def _sheets(data: bytes, place: str) -> Iterator[Sheet]:
    with picture_in(data, place) as picture:
        count = getattr(picture, "n_frames", 1)
        bounded(count, MOST_PAGES, "页的图片", place=place)
        for number in range(count):
            try:
                picture.seek(number)
            except (OSError, EOFError, ValueError, SyntaxError) as fault:
                raise _damaged(place) from fault
            yield sheet_of_picture(picture, place, page=number + 1, pages=count)


def picture_in(data: bytes, place: str) -> Image:
    """A picture, not yet unpacked. Raises ``ReadError`` where it is
    none, or larger than any scan."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(action="ignore"):  # of what does not matter for its dots
            picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF", "BMP"))
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as fault:
        raise _damaged(place) from fault
    bounded(picture.width * picture.height, _MOST_DOTS, "点的图片", place=place)
    return picture


def sheet_of_picture(picture: Image, place: str, *, page: int, pages: int) -> Sheet:
    """The page that a picture shows, as large as a page is."""
    import numpy as np

    scale = ocr.LONGEST / max(picture.size)
    try:
        bounded(picture.width * picture.height, _MOST_DOTS, "点的图片", place=place)
        flat = picture.convert("RGB")
        if scale < 1:
            pixels = max(1, round(flat.width * scale)), max(1, round(flat.height * scale))
            flat = flat.resize(pixels)
    except (OSError, ValueError, SyntaxError, EOFError) as fault:
        raise _damaged(place) from fault
    points = _POINTS / max(flat.size)
    size = (flat.width * points, flat.height * points)
    return sheet_of(ocr.recognised(np.asarray(flat), *size, page=page, pages=pages))


def _damaged(place: str) -> ReadError:
    return ReadError(
        "图片损坏，或不是 PNG、JPEG、TIFF、BMP", place=place, remedy="请重新扫描或获取这份文件。"
    )
