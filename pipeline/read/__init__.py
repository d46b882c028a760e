"""read: a file into a report."""

from __future__ import annotations

import hashlib
from importlib import import_module
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.patterns.headings import FURNITURE
from pipeline.read import header
from pipeline.read.content import MOST_CHARACTERS, Content, bounded
from pipeline.read.kind import MEDIA_TYPES, Kind, kind
from pipeline.read.places import STANDARD_INPUT, load, members
from pipeline.read.reading import reading
from pipeline.records import Report, Source, Span

__all__ = ["ARCHIVES", "OTHER_SUFFIXES", "STANDARD_INPUT", "SUFFIXES", "load", "members", "read", "read_bytes", "read_text"]

# names under which reports come; what a file is, its content tells
SUFFIXES = (".txt", ".md", ".html", ".htm", ".mht", ".mhtml", ".docx", ".docm", ".doc", ".wps", ".rtf", ".odt", ".pdf")
ARCHIVES = (".zip",)
# kinds in which reports come too, and which are not read
OTHER_SUFFIXES = (".ofd", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".rar", ".7z")
_READERS: dict[Kind, str] = {"text": "from_text", "html": "from_html", "mht": "from_mht", "docx": "from_docx", "office": "from_office", "pdf": "from_pdf"}
_SIGNATURE_LINES = 8


def read(path: Path) -> Report:
    """The report in ``path``: a file, ``-`` for standard input, or a path that goes on inside a zip. Raises ``ReadError`` with place and remedy."""
    return read_bytes(load(path), place="标准输入" if path == STANDARD_INPUT else str(path))


def read_bytes(data: bytes, *, place: str) -> Report:
    """The report in ``data``, the bytes of a file whose kind its content tells; ``place`` is what the document calls it. Raises ``ReadError``."""
    if not data.strip():
        raise ReadError("文件是空的", place=place, remedy="请重新获取这份报告。")
    form, other = kind(data)
    if form == "zip":
        raise ReadError("这是压缩包，不是一份报告，或里面没有能读的报告", place=place, remedy="请把装着报告的 .zip 直接交给 workreport extract；套在压缩包里的请先解压。")
    if form is None:
        raise ReadError(f"这是{other}，不是报告", place=place, remedy="能读的有 Word、PDF、网页和文本，请先另存为其中一种。")
    content = _content(form, data, place)
    return _report(Source(place, hashlib.sha256(data).hexdigest(), MEDIA_TYPES[form], content.encoding), content)


def _content(form: Kind, data: bytes, place: str) -> Content:
    """What the reader of the format makes of the bytes; a format's library is loaded when that format is met."""
    reader = _READERS[form]
    content: Content = getattr(import_module(f"pipeline.read.{reader}"), reader)(data, place=place)
    return content


def read_text(text: str, *, place: str = "<text>") -> Report:
    """A report from a string already in memory."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ReadError("文字里有不成对的代理码位", place=place, remedy="请用正确的编码重新读入。")
    return _report(Source(place, hashlib.sha256(text.encode("utf-8")).hexdigest(), "text/plain", "utf-8"), Content(text))


def _report(source: Source, content: Content) -> Report:
    bounded(len(content.text), MOST_CHARACTERS, "字", place=source.path)
    as_read = reading(content.text)
    text = as_read.text if as_read else content.text
    spans = header.spans_of_lines(text)
    if not spans:
        raise ReadError("没有可读的文字", place=source.path, remedy="请确认文件内容。")
    lines = [text[a:b] for a, b in spans]
    found = header.fields(lines) | content.stated
    furniture = tuple(span for span, line in zip(spans, lines, strict=True) if FURNITURE.fullmatch(line))
    title = header.title(found.get("title"), [text[a:b] for a, b in spans if (a, b) not in furniture])
    date = found.get("published") or header.published(lines, lines[-_SIGNATURE_LINES:])
    body = header.issuer(title, text) or found.get("publisher") or found.get("attribution")
    region = header.region(title, body, text)
    if body is None and region and title and "政府工作报告" in title:
        body = f"{region.name}人民政府"
    review, plan = header.years(title, text, lines, date)
    if as_read:
        furniture = tuple(Span(as_read.offsets[a], as_read.offsets[b - 1] + 1) for a, b in furniture)
    return Report(source, content.text, title, body, region, date, review, plan, furniture, found.get("publisher"), found.get("attribution"), content.headings, content.pages, as_read)
