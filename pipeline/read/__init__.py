"""read: a file into a report."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.patterns.headings import FURNITURE
from pipeline.patterns.page import HTML
from pipeline.read import header
from pipeline.read.from_html import from_html
from pipeline.read.from_text import from_text
from pipeline.records import Report, Source

__all__ = ["OTHER_SUFFIXES", "SUFFIXES", "read", "read_bytes", "read_text"]

SUFFIXES = (".txt", ".html", ".htm")
# kinds in which reports come too, and which are not read yet
OTHER_SUFFIXES = (".pdf", ".doc", ".docx", ".wps", ".ofd", ".rtf", ".xls", ".xlsx", ".et", ".mht", ".mhtml")
_BINARY = {b"%PDF": "PDF", b"PK\x03\x04": "Word (.docx) 或压缩包", b"\xd0\xcf\x11\xe0": "Word (.doc) 或 WPS", b"\x7fELF": "程序", b"\x89PNG": "图片", b"\xff\xd8\xff": "图片"}
_SIGNATURE_LINES = 8


def read(path: Path) -> Report:
    """The report in ``path`` (plain text or HTML, told apart by content). Raises ``ReadError`` with place and remedy."""
    place = str(path)
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise ReadError(f"读不到文件（{fault.strerror}）", place=place, remedy="请检查路径和权限。") from fault
    return read_bytes(data, place=place)


def read_bytes(data: bytes, *, place: str) -> Report:
    """The report in ``data``, the bytes of a file; ``place`` is what the document calls it. Raises ``ReadError``."""
    if not data.strip():
        raise ReadError("文件是空的", place=place, remedy="请重新获取这份报告。")
    for magic, kind in _BINARY.items():
        if data.startswith(magic):
            raise ReadError(f"这是 {kind}，不是文本", place=place, remedy="目前支持 .txt 与 .html，请先另存为文本。")
    html = bool(HTML.search(data[:2048]))
    text, encoding, stated = (from_html if html else from_text)(data, place=place)
    source = Source(place, hashlib.sha256(data).hexdigest(), "text/html" if html else "text/plain", encoding)
    return _report(source, text, stated)


def read_text(text: str, *, place: str = "<text>") -> Report:
    """A report from a string already in memory."""
    return _report(Source(place, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), "text/plain", "utf-8"), text, {})


def _report(source: Source, text: str, stated: dict[str, str]) -> Report:
    spans = header.spans_of_lines(text)
    if not spans:
        raise ReadError("没有可读的文字", place=source.path, remedy="请确认文件内容。")
    lines = [text[a:b] for a, b in spans]
    found = header.fields(lines) | stated
    furniture = tuple(span for span, line in zip(spans, lines, strict=True) if FURNITURE.fullmatch(line))
    title = header.title(found.get("title"), [text[a:b] for a, b in spans if (a, b) not in furniture])
    date = found.get("published") or header.published(lines, lines[-_SIGNATURE_LINES:])
    body = header.issuer(title, text) or found.get("issuer")
    region = header.region(title, body, text)
    if body is None and region and title and "政府工作报告" in title:
        body = f"{region.name}人民政府"
    review, plan = header.years(title, text, lines, date)
    return Report(source, text, title, body, region, date, review, plan, furniture)
