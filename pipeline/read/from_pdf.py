"""A PDF with text to the paragraphs a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.errors import ReadError
from pipeline.read import ocr
from pipeline.read.content import MOST_CHARACTERS, MOST_PAGES, Content, bounded
from pipeline.read.glyphs import glyphs_of
from pipeline.read.ruled import rulings_of
from pipeline.read.sheet import FULL_PAGE, Sheet, content_of, readable, sheet_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_END = 4096


def from_pdf(data: bytes, *, place: str) -> Content:
    """Text and page starts.

    Raises ``ReadError`` for PDFs that are scanned, locked, cut off or broken, or whose
    fonts do not say what they show.
    """
    import pypdfium2

    if b"%%EOF" not in data[-_END:]:
        raise ReadError(
            "PDF 不完整（没有结尾）", place=place, remedy="文件可能没有下载完，请重新获取。"
        )
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if getattr(fault, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise ReadError(
                "PDF 有密码", place=place, remedy="请用密码打开后，另存为没有密码的文件。"
            ) from fault
        raise ReadError(
            f"PDF 损坏，无法打开（{fault}）",
            place=place,
            remedy="请重新获取，或用阅读器打开后另存。",
        ) from fault
    try:
        bounded(len(document), MOST_PAGES, "页的 PDF", place=place)
        sheets = _sheets(document, place)
    finally:
        document.close()
    readable(sheets, "PDF", place=place)
    return content_of(sheets, place=place)


def _sheets(document: PdfDocument, place: str) -> list[Sheet]:
    """What stands on each page. Raises ``ReadError`` where a page cannot be loaded."""
    import pypdfium2

    sheets: list[Sheet] = []
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
            sheets.append(_sheet(page, number + 1, len(document)))
            page.close()
        except pypdfium2.PdfiumError as fault:
            raise ReadError(
                f"PDF 的第 {number + 1} 页损坏（{fault}）",
                place=place,
                remedy="请重新获取，或用阅读器打开后另存。",
            ) from fault
        characters += sheets[-1].characters
        bounded(characters, MOST_CHARACTERS, "字的 PDF", place=place)
    return sheets


def _sheet(page: PdfPage, number: int, count: int) -> Sheet:
    """A page; where it is a picture, or its characters mean nothing, it is read as a
    picture, if that can be done here."""
    import pypdfium2

    glyphs, size = glyphs_of(page), page.get_size()
    picture = len(glyphs) < FULL_PAGE and any(
        True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    )
    sheet = sheet_of(glyphs, picture=picture, rulings=rulings_of(_drawn(page)))
    if not ocr.installed() or not (sheet.picture or sheet.meaningless):
        return sheet
    bitmap = page.render(scale=ocr.LONGEST / max(*size, 1.0), rev_byteorder=True)
    return sheet_of(ocr.recognised(bitmap.to_numpy()[:, :, :3], *size, page=number, pages=count))


def _drawn(page: PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of the shapes drawn on a page: left, bottom, right, top."""
    import pypdfium2

    for shape in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        yield shape.get_bounds()
