"""read: a file into a report."""

from __future__ import annotations

import hashlib
from importlib import import_module
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.read.content import Content
from pipeline.read.kind import ARCHIVES, OTHER_SUFFIXES, SUFFIXES, Format, kind
from pipeline.read.places import STANDARD_INPUT, load, members
from pipeline.records import Report, Source

__all__ = [
    "ARCHIVES",
    "OTHER_SUFFIXES",
    "STANDARD_INPUT",
    "SUFFIXES",
    "load",
    "members",
    "read",
    "read_bytes",
    "read_text",
]


def read(path: Path) -> Report:
    """The report in ``path``: a file, ``-`` for standard input, or a path that goes on inside a
    zip. Raises ``ReadError`` with place and remedy."""
    return read_bytes(load(path), place="标准输入" if path == STANDARD_INPUT else str(path))


def read_bytes(data: bytes, *, place: str) -> Report:
    """The report in ``data``, the bytes of a file whose kind its content tells; ``place`` is what
    the document calls it. Raises ``ReadError``."""
    if not data.strip():
        raise ReadError("文件是空的", place=place, remedy="请重新获取这份报告。")
    form = kind(data)
    if form.name == "zip":
        raise ReadError(
            "这是压缩包，不是一份报告，或里面没有能读的报告",
            place=place,
            remedy="请把装着报告的 .zip 直接交给 workreport extract；套在压缩包里的请先解压。",
        )
    if not form.reader:
        raise ReadError(
            f"这是{form.name}，不是报告",
            place=place,
            remedy="能读的有 Word、Excel、PDF、OFD、网页和文本，请先另存为其中一种。",
        )
    content = _content(form, data, place)
    return _made(
        Source(place, hashlib.sha256(data).hexdigest(), form.media_type, content.encoding), content
    )


def _content(form: Format, data: bytes, place: str) -> Content:
    """What the reader of the format makes of the bytes; a format's library is
    loaded when that format is met."""
    content: Content = getattr(import_module(f"pipeline.read.{form.reader}"), form.reader)(
        data, place=place
    )
    return content


def read_text(text: str, *, place: str = "<text>") -> Report:
    """A report from a string already in memory."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        remedy = "请用正确的编码重新读入。"
        raise ReadError("文字里有不成对的代理码位", place=place, remedy=remedy) from error
    from pipeline.tables import text_grids

    return _made(
        Source(place, hashlib.sha256(data).hexdigest(), "text/plain", "utf-8"),
        Content(text, grids=tuple(text_grids(text))),
    )


def _made(source: Source, content: Content) -> Report:
    """Make the report; its patterns are loaded here, for who only lists files needs none."""
    from pipeline.read.reports import report

    return report(source, content)
