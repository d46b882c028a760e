"""OFD (GB/T 33190), the national format of official documents: a zip of XML, whose pages place each
character. Read as pages of a PDF are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from pipeline.errors import ReadError
from pipeline.read import ocr
from pipeline.read.content import MOST_CHARACTERS, MOST_PAGES, Content, bounded
from pipeline.read.glyphs import Glyph
from pipeline.read.ofd_text import Box, boxes, characters
from pipeline.read.package import Package
from pipeline.read.ruled import rulings_of
from pipeline.read.sheet import Sheet, content_of, readable, sheet_of
from pipeline.records import Cells, Recognised, Span

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_UNPACKED = 400_000_000  # bytes of all parts that are read
_ROOT = "OFD.xml"
_REMEDY = "文件可能损坏，请重新获取，或用 OFD 阅读器打开后另存。"
_TEXT, _PICTURE, _PATH = "TextObject", "ImageObject", "PathObject"


def from_ofd(data: bytes, *, place: str) -> Content:
    """The text of every document in the file, one after the other, and where each page starts.

    Raises ``ReadError`` for files that are encrypted, damaged, or pictures only.
    """
    book = _Book(Package(data, place=place, program="OFD 阅读器"), place)
    text = ""
    pages: list[int] = []
    recognised: list[Recognised] = []
    grids: list[Cells] = []
    for content in (content_of(sheets, place=place) for sheets in book.documents()):
        text += "\n" if text and content.text else ""
        grids += [cells.moved(partial(_behind, len(text))) for cells in content.grids]
        recognised += [
            line._replace(
                span=_behind(len(text), line.span),
                page=line.page + len(pages),
            )
            for line in content.recognised
        ]
        pages += [len(text) + start for start in content.pages]
        text += content.text
    return Content(text, pages=tuple(pages), recognised=tuple(recognised), grids=tuple(grids))


def _behind(start: int, span: Span) -> Span:
    """A stretch of a document that begins at ``start``."""
    return Span(start + span.start, start + span.end)


def picture_on(data: bytes, page: int, *, place: str) -> bytes:
    """The largest picture on page ``page`` (from 1, over all documents).

    Raises ``ReadError`` where it shows none.
    """
    return _Book(Package(data, place=place, program="OFD 阅读器"), place).picture_on(page)


class _Book:
    """An open OFD file. Every method raises ``ReadError``."""

    def __init__(self, package: Package, place: str) -> None:
        self._package, self._place = package, place
        self._sizes = {member.filename: member.file_size for member in package.members()}
        self._left = _MOST_UNPACKED
        if any(
            posixpath.basename(name).lower() in ("encryptions.xml", "encryptinfo.xml")
            for name in self._sizes
        ):
            raise ReadError(
                "OFD 文件加密了",
                place=place,
                remedy="请用有权限的 OFD 阅读器打开后，另存为没有加密的文件。",
            )

    def picture_on(self, page: int) -> bytes:
        """The largest picture on page ``page`` of all documents together."""
        entries = [
            (name, document, entry)
            for name, document in self._roots()
            for entry in document.iterfind("{*}Pages/{*}Page")
        ]
        if 0 < page <= len(entries):
            name, document, entry = entries[page - 1]
            media = self._media(name, document)
            pictures = self._shown(self._part(_joined(name, entry.get("BaseLoc", ""))))[2]
            if found := self._largest([media[one] for one in pictures if one in media]):
                return self._package.bytes_of(found)
        raise ReadError(f"第 {page} 页没有图片", place=self._place, remedy="请在原文件里核对。")

    def documents(self) -> Iterator[list[Sheet]]:
        """The pages of each document in the file."""
        documents = [list(self._pages(name, document)) for name, document in self._roots()]
        sheets = [sheet for document in documents for sheet in document]
        if not sheets:
            raise ReadError("OFD 里没有一页", place=self._place, remedy=_REMEDY)
        readable(sheets, "OFD", place=self._place)
        yield from documents

    def _roots(self) -> Iterator[tuple[str, Element]]:
        """The part that describes each document, with its name."""
        for body in self._part(_ROOT).iterfind("{*}DocBody"):
            name = self._document(body)
            yield name, self._part(name)

    def _largest(self, pictures: list[str]) -> str | None:
        return max(pictures, key=lambda one: self._sizes.get(one, 0), default=None)

    def _document(self, body: Element) -> str:
        """The part that describes a document: of its current version, where it has versions."""
        for version in body.iterfind("{*}Versions/{*}Version"):
            if version.get("Current") == "true":
                name = _joined(_ROOT, version.get("BaseLoc", ""))
                return _joined(name, _text(self._part(name), "DocRoot"))
        return _joined(_ROOT, _text(body, "DocRoot"))

    def _pages(self, name: str, document: Element) -> Iterator[Sheet]:
        templates = {
            entry.get("ID", ""): _joined(name, entry.get("BaseLoc", ""))
            for entry in document.iterfind("{*}CommonData/{*}TemplatePage")
        }
        shown: dict[str, tuple[list[Glyph], list[Glyph], list[str]]] = {}
        media = self._media(name, document)
        pages = list(document.iterfind("{*}Pages/{*}Page"))
        bounded(len(pages), MOST_PAGES, "页的 OFD", place=self._place)
        count = 0
        for number, entry in enumerate(pages, 1):
            page = self._part(_joined(name, entry.get("BaseLoc", "")))
            body, behind, pictures = self._shown(page)
            for use in page.iterfind("{*}Template"):
                template = use.get("TemplateID", "")
                if template in templates:
                    if template not in shown:
                        shown[template] = self._shown(self._part(templates[template]))
                    behind = behind + shown[template][0] + shown[template][1]
            count += len(body) + len(behind)
            bounded(count, MOST_CHARACTERS, "字的 OFD", place=self._place)
            sheet = sheet_of(
                body, picture=bool(pictures), frame=behind, rulings=rulings_of(self._drawn(page))
            )
            found = None
            if sheet.picture:
                here = [media[one] for one in pictures if one in media]
                found = self._recognised(here, number, len(pages))
            yield found or sheet

    def _recognised(self, pictures: list[str], number: int, count: int) -> Sheet | None:
        """What the largest picture of a page shows, None where it cannot be read here."""
        name = self._largest(pictures)
        if name is None or not ocr.installed():
            return None
        from pipeline.read.from_image import picture_in, sheet_of_picture

        with picture_in(self._package.bytes_of(name), self._place) as picture:
            return sheet_of_picture(picture, self._place, page=number, pages=count)

    def _media(self, name: str, document: Element) -> dict[str, str]:
        """The pictures that pages may show: the part that holds each, by its number."""
        found: dict[str, str] = {}
        for entry in document.iterfind("{*}CommonData/*"):
            part = _joined(name, entry.text or "")
            if entry.tag.endswith(("}PublicRes", "}DocumentRes")) and part in self._sizes:
                resources = self._part(part)
                base = _joined(part, posixpath.join(resources.get("BaseLoc", ""), "x"))
                for medium in resources.iterfind("{*}MultiMedias/{*}MultiMedia"):
                    found[medium.get("ID", "")] = _joined(base, _text(medium, "MediaFile"))
        return found

    def _shown(self, page: Element) -> tuple[list[Glyph], list[Glyph], list[str]]:
        """The characters of a page, or of a template: those of its layers, those of the layers
        behind, and the numbers of its pictures."""
        body: list[Glyph] = []
        behind: list[Glyph] = []
        pictures: list[str] = []
        for layer in page.iterfind("{*}Content/{*}Layer"):
            into = behind if layer.get("Type") == "Background" else body
            for item in layer.iter(f"{{*}}{_TEXT}", f"{{*}}{_PICTURE}"):
                if item.tag.endswith(_PICTURE):
                    pictures.append(item.get("ResourceID", ""))
                elif item.get("Visible") != "false":
                    into += characters(item)
        return (body, behind, pictures) if body else (behind, [], pictures)

    def _drawn(self, page: Element) -> Iterator[Box]:
        """The boxes of the strokes of a page."""
        for item in page.iterfind(f"{{*}}Content/{{*}}Layer//{{*}}{_PATH}"):
            if item.get("Visible") != "false":
                yield from boxes(item)

    def _part(self, name: str) -> Element:
        found = next((other for other in (name, f"/{name}") if other in self._sizes), name)
        self._left -= self._sizes.get(found, 0)
        if self._left < 0:
            bounded(_MOST_UNPACKED + 1, _MOST_UNPACKED, "字节的 OFD（解压后）", place=self._place)
        root = self._package.xml(found)
        if root is None:
            raise ReadError(
                f"OFD 缺少部件 {name or '（没有写明）'}", place=self._place, remedy=_REMEDY
            )
        return root


def _joined(base: str, location: str) -> str:
    """The name of the part that ``location`` in the part ``base`` means;
    no step leads out of the file.

    >>> _joined("Doc_0/Document.xml", "Pages/Page_0/Content.xml")
    'Doc_0/Pages/Page_0/Content.xml'
    >>> _joined("OFD.xml", "/Doc_0/Document.xml"), _joined("Doc_0/Document.xml", "../../x.xml")
    ('Doc_0/Document.xml', 'x.xml')
    """
    path = posixpath.join("/", posixpath.dirname(base), location.strip().replace("\\", "/"))
    return posixpath.normpath(path).lstrip("/")


def _text(element: Element, tag: str) -> str:
    return element.findtext(f"{{*}}{tag}") or ""
