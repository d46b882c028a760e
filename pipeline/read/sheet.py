"""Pages of placed characters, of whatever format, into the text a reader sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import ReadError
from pipeline.read.columns import Block, blocks_of
from pipeline.read.content import Content
from pipeline.read.glyphs import Glyph, upright
from pipeline.read.heads import without_running_heads
from pipeline.read.lines import Row, rows_of
from pipeline.read.meaning import meaningless
from pipeline.read.page_tables import Tables
from pipeline.read.paragraphs import paragraphs
from pipeline.read.ruled import Ruling
from pipeline.records import Recognised
from pipeline.tables import gathered_at

FULL_PAGE = 20  # characters that a page of text has at least
OCR = "请先安装文字识别（OCR）：pip install 'workreport-zh[ocr]'，再运行同样的命令；或用 WPS、Acrobat 的识别功能，再处理得到的文件。"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its rows, what is turned by a quarter, what its template shows (``frame``), whether
    it is a picture, and whether its characters mean nothing."""

    rows: list[Row]
    turned: tuple[Sequence[Glyph], ...] = ()
    frame: tuple[Row, ...] = ()
    characters: int = 0
    picture: bool = False
    rulings: tuple[Ruling, ...] = ()
    meaningless: bool = False


def sheet_of(
    glyphs: Sequence[Glyph],
    *,
    picture: bool = False,
    frame: Sequence[Glyph] = (),
    rulings: tuple[Ruling, ...] = (),
) -> Sheet:
    """The page on which these characters stand; ``picture``: it shows one, so that few
    characters are not all of it."""
    body, turned = upright(glyphs)
    nothing = meaningless(
        "".join(glyph.text for glyph in glyphs), sum(not glyph.known for glyph in glyphs)
    )
    return Sheet(
        rows_of(body),
        tuple(turned),
        tuple(rows_of(upright(frame)[0])),
        len(glyphs),
        picture and len(glyphs) < FULL_PAGE,
        rulings,
        nothing,
    )


def content_of(sheets: Sequence[Sheet], *, place: str) -> Content:
    """The text of the pages and where each starts: running heads gone, columns in order, lines
    joined, what a template shows once."""
    pages: list[list[Block]] = []
    shown: set[str] = set()
    tables = Tables()
    bodies = without_running_heads([sheet.rows for sheet in sheets])
    frames = without_running_heads([list(sheet.frame) for sheet in sheets])
    for sheet, rows, frame in zip(sheets, bodies, frames, strict=True):
        pages.append(
            [
                *_frame(frame, shown),
                *tables.blocks(rows, sheet.rulings),
                *(block for part in sheet.turned for block in _apart(rows_of(part))),
            ]
        )
    found = paragraphs(pages)
    return Content(
        found.text,
        pages=found.starts,
        grids=gathered_at(found.rows, place=place),
        recognised=tuple(
            Recognised(placed.span, placed.page + 1, placed.seen.box, placed.seen.confidence)
            for placed in found.placed
        ),
    )


def readable(sheets: Sequence[Sheet], name: str, *, place: str) -> None:
    """Raise ``ReadError`` where half of the pages of a file, in the format ``name``, are pictures,
    where one holds characters that mean nothing, or none holds any."""
    pictures = sum(sheet.picture for sheet in sheets)
    if pictures and pictures * 2 >= len(sheets):
        raise ReadError(
            f"是扫描件：{len(sheets)} 页里有 {pictures} 页只有图片，没有文字",
            place=place,
            remedy=OCR,
        )
    if garbled := [number for number, sheet in enumerate(sheets, 1) if sheet.meaningless]:
        raise ReadError(
            f"第 {numbers(garbled)} 页的字体没有说明字符，取出的是乱码", place=place, remedy=OCR
        )
    if not any(sheet.characters or sheet.frame for sheet in sheets):
        raise ReadError(f"{name} 里没有文字", place=place, remedy=OCR)


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
    return "、".join(f"{a}–{b}" if b > a else str(a) for a, b in ranges[:most]) + (
        "…" if len(ranges) > most else ""
    )


def _frame(rows: Sequence[Row], shown: set[str]) -> list[Block]:
    """What a template shows, unless an earlier page showed the same."""
    blocks = _apart(rows)
    text = "\n".join(line.text for block in blocks for line in block.lines)
    if text in shown:
        return []
    shown.add(text)
    return blocks


def _apart(rows: Sequence[Row]) -> list[Block]:
    return [Block(block.lines, block.column, aside=True) for block in blocks_of(rows)]
