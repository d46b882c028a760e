"""Every format in one place: how it is told by its content, never by its name; what it is called;
who reads it.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from pipeline.patterns.page import HTML, MHT, WORD_XML

_HEAD = 4096
_MOST_TYPE = 100  # bytes of the part that names the type of a package


class Sample:
    """The bytes of a file, and what tells formats apart: its first bytes,
    the names of the parts of a package.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def head(self) -> bytes:
        return self.data[:_HEAD].lstrip()

    @cached_property
    def page(self) -> bytes:
        """The head of a page, also of one in UTF-16, as bytes that a pattern can look at."""
        for bom, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
            if self.head.startswith(bom):
                return self.head[2:].decode(encoding, "ignore").encode("utf-8", "ignore")
        return self.head.removeprefix(b"\xef\xbb\xbf").lstrip()

    def begins(self, *magic: bytes) -> bool:
        return self.data.startswith(magic)

    @cached_property
    def zipped(self) -> bool:
        return self.begins(b"PK\x03\x04", b"PK\x05\x06")

    @cached_property
    def ole(self) -> bool:
        return self.begins(b"\xd0\xcf\x11\xe0")

    @cached_property
    def members(self) -> tuple[str, ...] | None:
        """The names of the members of a zip, and its ``mimetype`` where it has one;
        None where it is broken.
        """
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                names = archive.namelist()
                if "mimetype" in names and archive.getinfo("mimetype").file_size < _MOST_TYPE:
                    names.append(archive.read("mimetype").decode("ascii", "replace"))
                return tuple(names)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            RuntimeError,
            NotImplementedError,
            EOFError,
            ValueError,
        ):
            return None

    def packs(self, start: str) -> bool:
        """Whether it is a zip with a member whose name starts so."""
        return self.zipped and any(name.startswith(start) for name in self.members or ())

    def holds(self, part: str) -> bool:
        """Whether it is an OLE file with a part of this name."""
        return self.ole and "\0".join(part).encode() in self.data


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, how it is told, and the module of ``pipeline.read`` whose function of the
    same name reads it (none: it is refused by its name).

    ``suffixes`` are the names under which it comes; where it is ``searched`` for,
    files of a folder with such a name are looked at.
    """

    name: str
    told: Callable[[Sample], bool]
    reader: str = ""
    media_type: str = ""
    suffixes: tuple[str, ...] = ()
    searched: bool = True


# in the order in which they are asked
FORMATS = (
    Format("pdf", lambda s: b"%PDF-" in s.data[:1024], "from_pdf", "application/pdf", (".pdf",)),
    Format("损坏或不完整的 Word（.docx）、OFD 文件或压缩包", lambda s: s.zipped and s.members is None),
    Format("OpenDocument", lambda s: s.packs("application/vnd.oasis.opendocument.text"),
           "from_office", "application/vnd.oasis.opendocument.text", (".odt",)),
    Format("docx", lambda s: s.packs("word/"), "from_docx",
           "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
           (".docx", ".docm")),
    Format("xlsx", lambda s: s.packs("xl/"), "from_workbook",
           "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx", ".xlsm")),
    Format("PowerPoint 演示", lambda s: s.packs("ppt/"), suffixes=(".ppt", ".pptx")),
    Format("ofd", lambda s: s.packs("OFD.xml") or s.packs("/OFD.xml"), "from_ofd",
           "application/ofd", (".ofd",)),
    Format("zip", lambda s: s.zipped, media_type="application/zip", suffixes=(".zip",)),
    Format("有密码的文件", lambda s: s.holds("EncryptedPackage")),
    Format("office", lambda s: s.holds("WordDocument"), "from_office", "application/msword",
           (".doc", ".wps")),
    Format("xls", lambda s: s.holds("Workbook"), "from_workbook", "application/vnd.ms-excel",
           (".xls", ".et")),
    Format("PowerPoint 演示", lambda s: s.holds("PowerPoint Document")),
    Format("不完整的 Word 文件，或别的 Office 文件", lambda s: s.ole),
    Format("rtf", lambda s: s.head.startswith(b"{\\rtf") or WORD_XML.search(s.head) is not None,
           "from_office", "application/rtf", (".rtf",)),
    Format("程序", lambda s: s.begins(b"\x7fELF", b"MZ\x90")),
    Format("png", lambda s: s.begins(b"\x89PNG"), "from_image", "image/png", (".png",),
           searched=False),
    Format("jpeg", lambda s: s.begins(b"\xff\xd8\xff"), "from_image", "image/jpeg",
           (".jpg", ".jpeg"), searched=False),
    Format("tiff", lambda s: s.begins(b"II*\x00", b"MM\x00*"), "from_image", "image/tiff",
           (".tif", ".tiff")),
    Format("图片", lambda s: s.begins(b"GIF8")),
    Format("RAR 压缩包", lambda s: s.begins(b"Rar!"), suffixes=(".rar",)),
    Format("7z 压缩包", lambda s: s.begins(b"7z\xbc\xaf"), suffixes=(".7z",)),
    Format("gzip 压缩包", lambda s: s.begins(b"\x1f\x8b")),
    Format("数据库", lambda s: s.begins(b"SQLite format 3")),
    Format("mht", lambda s: MHT.search(s.head) is not None, "from_mht", "multipart/related",
           (".mht", ".mhtml")),
    Format("html", lambda s: HTML.match(s.page) is not None, "from_html", "text/html",
           (".html", ".htm")),
    Format("text", lambda s: True, "from_text", "text/plain", (".txt", ".md", ".csv", ".tsv")),
)  # fmt: skip

ARCHIVES = tuple(suffix for form in FORMATS if form.name == "zip" for suffix in form.suffixes)
# names under which reports come, and those of kinds in which they come too and which are not read
SUFFIXES = tuple(
    suffix for form in FORMATS if form.reader and form.searched for suffix in form.suffixes
)
OTHER_SUFFIXES = tuple(
    suffix
    for form in FORMATS
    if not form.reader
    for suffix in form.suffixes
    if suffix not in ARCHIVES
)


def kind(data: bytes) -> Format:
    """The format of ``data``.

    >>> heads = "增长5%".encode(), b"<!DOCTYPE html><p>", b"%PDF-1.7", b"Rar!...."
    >>> [kind(data).name for data in heads]
    ['text', 'html', 'pdf', 'RAR 压缩包']
    """
    sample = Sample(data)
    return next(form for form in FORMATS if form.told(sample))
