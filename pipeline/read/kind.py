"""What a file is, told by its first bytes and its inner parts, never by its name."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Literal

from pipeline.patterns.page import HTML, MHT, WORD_XML

Kind = Literal["text", "html", "mht", "docx", "office", "pdf", "zip"]

MEDIA_TYPES: dict[Kind, str] = {
    "text": "text/plain", "html": "text/html", "mht": "multipart/related", "pdf": "application/pdf", "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "office": "application/msword",
}  # fmt: skip
# what is none of them, by its first bytes
_FOREIGN = {
    b"\x7fELF": "程序", b"MZ\x90": "程序", b"\x89PNG": "图片", b"\xff\xd8\xff": "图片", b"GIF8": "图片", b"II*\x00": "图片", b"MM\x00*": "图片",
    b"Rar!": "RAR 压缩包", b"7z\xbc\xaf": "7z 压缩包", b"\x1f\x8b": "gzip 压缩包", b"SQLite format 3": "数据库",
}  # fmt: skip
# what a zip or an OLE file holds, by the name of a part
_ZIPPED = (("word/", "docx"), ("xl/", "Excel 表格"), ("ppt/", "PowerPoint 演示"), ("OFD.xml", "OFD"))
_OLE = ((b"EncryptedPackage", "有密码的文件"), (b"WordDocument", "office"), (b"Workbook", "Excel 表格"), (b"PowerPoint Document", "PowerPoint 演示"))
_HEAD = 4096


def kind(data: bytes) -> tuple[Kind | None, str]:
    """The kind of ``data``; where it is none that can be read, None and what it is in words (empty: unknown).

    >>> kind("增长5%".encode()), kind(b"<!DOCTYPE html><p>"), kind(b"%PDF-1.7"), kind(b"Rar!....")
    (('text', ''), ('html', ''), ('pdf', ''), (None, 'RAR 压缩包'))
    """
    head = data[:_HEAD].lstrip()
    if b"%PDF-" in data[:1024]:
        return "pdf", ""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _ole(data)
    if head.startswith(b"{\\rtf") or WORD_XML.search(head):
        return "office", ""
    for magic, name in _FOREIGN.items():
        if data.startswith(magic):
            return None, name
    if MHT.search(head):
        return "mht", ""
    return ("html" if HTML.match(_narrow(head)) else "text"), ""


def _zipped(data: bytes) -> tuple[Kind | None, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100 and archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.text"):
                return "office", ""
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return None, "损坏或不完整的 Word（.docx）文件或压缩包"
    for part, name in _ZIPPED:
        if any(member.startswith(part) for member in names):
            return ("docx", "") if name == "docx" else (None, name)
    return "zip", ""


def _ole(data: bytes) -> tuple[Kind | None, str]:
    for part, name in _OLE:
        if "\0".join(part.decode()).encode() in data:
            return ("office", "") if name == "office" else (None, name)
    return None, "不完整的 Word 文件，或别的 Office 文件"


def _narrow(head: bytes) -> bytes:
    """The head of a page in UTF-16 as bytes a pattern can look at."""
    for bom, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(bom):
            return head[2:].decode(encoding, "ignore").encode("utf-8", "ignore")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()
