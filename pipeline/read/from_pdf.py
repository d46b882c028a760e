"""A PDF with text to the paragraphs a reader sees: columns one after the other, lines joined, running heads and page numbers dropped, the page of each offset kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.errors import ReadError
from pipeline.read.columns import Block, blocks_of
from pipeline.read.content import MOST_CHARACTERS, Content, bounded
from pipeline.read.glyphs import Glyph, glyphs_of, upright
from pipeline.read.heads import without_running_heads
from pipeline.read.lines import Row, rows_of
from pipeline.read.meaning import meaningless
from pipeline.read.paragraphs import paragraphs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MOST_PAGES = 5_000
_FULL_PAGE = 20  # characters that a page of text has at least
_END = 4096
_OCR = "请先做文字识别（OCR），例如 ocrmypdf -l chi_sim 原文件 新文件，或用 WPS、Acrobat 的识别功能，再处理得到的文件。"


@dataclass(frozen=True, slots=True)
class _Page:
    """The rows of a page, its parts that are turned by a quarter, and whether it is a picture or its characters mean nothing."""

    rows: list[Row]
    turned: tuple[tuple[Glyph, ...], ...]
    characters: int
    picture: bool
    meaningless: bool


def from_pdf(data: bytes, *, place: str) -> Content:
    """Text and page starts. Raises ``ReadError`` for PDFs that are scanned, locked, cut off or broken, or whose fonts do not say what they show."""
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
    _readable(pages, place)
    bodies = without_running_heads([page.rows for page in pages])
    text, starts = paragraphs([_blocks(rows, page.turned) for rows, page in zip(bodies, pages, strict=True)])
    return Content(text, pages=starts)


def _pages(document: PdfDocument, place: str) -> list[_Page]:
    """What stands on each page. Raises ``ReadError`` where a page cannot be loaded."""
    import pypdfium2

    pages: list[_Page] = []
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
            pages.append(_page(page))
            page.close()
        except pypdfium2.PdfiumError as fault:
            raise ReadError(f"PDF 的第 {number + 1} 页损坏（{fault}）", place=place, remedy="请重新获取，或用阅读器打开后另存。") from fault
        characters += pages[-1].characters
        bounded(characters, MOST_CHARACTERS, "字的 PDF", place=place)
    return pages


def _page(page: PdfPage) -> _Page:
    import pypdfium2

    glyphs = glyphs_of(page)
    body, turned = upright(glyphs)
    picture = len(glyphs) < _FULL_PAGE and any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    nothing = meaningless("".join(glyph.text for glyph in glyphs), sum(not glyph.known for glyph in glyphs))
    return _Page(rows_of(body), tuple(map(tuple, turned)), len(glyphs), picture, nothing)


def _blocks(rows: Sequence[Row], turned: Sequence[Sequence[Glyph]]) -> list[Block]:
    """The blocks of a page; what is turned by a quarter stands behind the rest."""
    return [*blocks_of(rows), *(Block(block.lines, block.column, aside=True) for part in turned for block in blocks_of(rows_of(part)))]


def _readable(pages: Sequence[_Page], place: str) -> None:
    """Raise ``ReadError`` where pages are pictures, or hold characters that mean nothing."""
    pictures = sum(page.picture for page in pages)
    if pictures and pictures * 2 >= len(pages):
        raise ReadError(f"是扫描件：{len(pages)} 页里有 {pictures} 页只有图片，没有文字", place=place, remedy=_OCR)
    if garbled := [number for number, page in enumerate(pages, 1) if page.meaningless]:
        raise ReadError(f"第 {numbers(garbled)} 页的字体没有说明字符，取出的是乱码", place=place, remedy=_OCR)
    if not any(page.characters for page in pages):
        raise ReadError("PDF 里没有文字", place=place, remedy=_OCR)


def numbers(pages: Sequence[int], most: int = 8) -> str:
    """Page numbers as one reads them.

    >>> numbers([1, 2, 3, 7]), numbers([2, 4, 6, 8], 3)
    ('1–3、7', '2、4、6…')
    """
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1][1] = page
        else:
            ranges.append([page, page])
    return "、".join(f"{a}–{b}" if b > a else str(a) for a, b in ranges[:most]) + ("…" if len(ranges) > most else "")
