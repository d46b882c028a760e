"""A PDF with text to the paragraphs a reader sees: lines joined, running headers and page numbers dropped, the page of each offset kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.errors import ReadError
from pipeline.patterns.pdf import PRIVATE
from pipeline.read.content import MOST_CHARACTERS, Content, bounded
from pipeline.read.lines import Line, lines_of, without_running_heads
from pipeline.read.paragraphs import paragraphs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_PAGES = 5_000
_FULL_PAGE = 20  # characters that a page of text has at least
_UNREADABLE = 5  # one character in so many without a meaning: the fonts do not say which characters they show
_END = 4096
_OCR = "请先做文字识别（OCR），例如 ocrmypdf -l chi_sim 原文件 新文件，或用 WPS、Acrobat 的识别功能，再处理得到的文件。"


def from_pdf(data: bytes, *, place: str) -> Content:
    """Text and page starts. Raises ``ReadError`` for PDFs that are scanned, locked, cut off or broken."""
    import pypdfium2

    if b"%%EOF" not in data[-_END:]:
        raise ReadError("PDF 不完整（没有结尾）", place=place, remedy="文件可能没有下载完，请重新获取。")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if getattr(fault, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise ReadError("PDF 有密码", place=place, remedy="请用密码打开后，另存为没有密码的文件。") from fault
        raise ReadError(f"PDF 损坏，无法打开（{fault}）", place=place, remedy="请重新获取，或用阅读器打开后另存。") from fault
    try:
        bounded(len(document), _MOST_PAGES, "页的 PDF", place=place)
        pages = _pages(document, place)
    finally:
        document.close()
    text, starts = paragraphs(without_running_heads(pages))
    return Content(text, pages=starts)


def _pages(document: PdfDocument, place: str) -> list[list[Line]]:
    """The lines of each page. Raises ``ReadError`` where a page cannot be loaded, or pages are pictures."""
    import pypdfium2

    pages: list[list[Line]] = []
    characters = pictures = 0
    for number in range(len(document)):
        try:
            page = document[number]
            lines = lines_of(page)
            here = sum(len(line.text) for line in lines)
            if here < _FULL_PAGE:
                pictures += any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
            page.close()
        except pypdfium2.PdfiumError as fault:
            raise ReadError(f"PDF 的第 {number + 1} 页损坏（{fault}）", place=place, remedy="请重新获取，或用阅读器打开后另存。") from fault
        characters += here
        bounded(characters, MOST_CHARACTERS, "字的 PDF", place=place)
        pages.append(lines)
    if pictures and pictures * 2 >= len(pages):
        raise ReadError(f"是扫描件：{len(pages)} 页里有 {pictures} 页只有图片，没有文字", place=place, remedy=_OCR)
    if characters and sum(len(PRIVATE.findall(line.text)) for page in pages for line in page) * _UNREADABLE > characters:
        raise ReadError("PDF 里的字体没有说明字符，取出的是乱码", place=place, remedy=_OCR)
    if not characters:
        raise ReadError("PDF 里没有文字", place=place, remedy=_OCR)
    return pages
