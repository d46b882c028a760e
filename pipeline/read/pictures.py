"""The picture of a stretch of a page, for a person who compares it with what was read in it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pipeline.errors import ReadError
from pipeline.read.kind import kind
from pipeline.read.ocr import LONGEST

if TYPE_CHECKING:
    from PIL.Image import Image

Box = tuple[float, float, float, float]
_WITH_PICTURES = ("pdf", "ofd", "png", "jpeg", "tiff")


def picture_of(data: bytes, page: int, box: Box, *, place: str) -> bytes:
    """The part of page ``page`` (from 1) that ``box`` says, left, top, right and bottom as shares
    of 1, as PNG. Raises ``ReadError`` where there is none.
    """
    form = kind(data).name
    if form not in _WITH_PICTURES:
        raise ReadError("这种文件没有页面的图片", place=place, remedy="请在原文件里核对。")
    whole = (
        _pdf_page(data, page, place)
        if form == "pdf"
        else _ofd_page(data, page, place)
        if form == "ofd"
        else _frame(data, page, place)
    )
    left, top, right, bottom = box
    width, height = whole.size
    part = whole.crop(
        (
            int(left * width),
            int(top * height),
            max(int(right * width), int(left * width) + 1),
            max(int(bottom * height), int(top * height) + 1),
        )
    )
    out = io.BytesIO()
    part.save(out, "PNG")
    return out.getvalue()


def _pdf_page(data: bytes, page: int, place: str) -> Image:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            shown = document[page - 1]
            picture: Image = (
                shown.render(scale=LONGEST / max(*shown.get_size(), 1.0)).to_pil().convert("RGB")
            )
            return picture
        finally:
            document.close()
    except (pypdfium2.PdfiumError, IndexError) as fault:
        raise ReadError(
            f"第 {page} 页显示不出来", place=place, remedy="请在原文件里核对。"
        ) from fault


def _ofd_page(data: bytes, page: int, place: str) -> Image:
    from pipeline.read.from_ofd import picture_on

    return _frame(picture_on(data, page, place=place), 1, place)


def _frame(data: bytes, page: int, place: str) -> Image:
    from pipeline.read.from_image import picture_in

    try:
        with picture_in(data, place) as picture:
            picture.seek(page - 1)
            return picture.convert("RGB")
    except (OSError, EOFError, ValueError, SyntaxError) as fault:
        raise ReadError(
            f"第 {page} 页显示不出来", place=place, remedy="请在原文件里核对。"
        ) from fault
