"""A zip as a format keeps its parts in it: members by name, bounded in number and size,
whatever their headers claim.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from pipeline.errors import ReadError
from pipeline.read.content import MOST_BYTES, MOST_MARKUP, bounded

if TYPE_CHECKING:
    from lxml import etree

_MOST_MEMBERS = 20_000
LARGEST_DIRECTORY = 10_000_000  # bytes
# files saved as “Strict Open XML” differ in the names of their namespaces only
_STRICT, _TRANSITIONAL = (
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
)


def directory_size(data: bytes) -> int:
    """The bytes that the table of contents of a zip says it has, before anything is made of it:
    its entries take ten times as much.
    """
    end = data.rfind(b"PK\x05\x06")
    size = int.from_bytes(data[end + 12 : end + 16], "little") if end >= 0 else 0
    large = data.rfind(b"PK\x06\x06") if size == 0xFFFFFFFF else -1
    return int.from_bytes(data[large + 40 : large + 48], "little") if large >= 0 else size


class Package:
    """An open zip in memory. Every method raises ``ReadError`` with place and remedy."""

    def __init__(self, data: bytes, *, place: str, program: str = "Word 或 WPS") -> None:
        self._place, self._program = place, program
        bounded(directory_size(data), LARGEST_DIRECTORY, "字节的压缩包目录", place=place)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            NotImplementedError,
            EOFError,
            struct.error,
        ) as fault:
            raise self._broken(fault) from fault
        bounded(len(self._zip.infolist()), _MOST_MEMBERS, "个成员的压缩包", place=place)

    def members(self) -> list[zipfile.ZipInfo]:
        return self._zip.infolist()

    def bytes_of(self, member: str | zipfile.ZipInfo, *, most: int = MOST_BYTES) -> bytes:
        """The unpacked bytes of a member, never more than ``most``."""
        try:
            with self._zip.open(member) as file:
                data = file.read(most + 1)
        except KeyError as fault:
            raise ReadError(
                f"缺少部件 {member}",
                place=self._place,
                remedy=f"文件可能损坏，请用 {self._program} 打开后另存。",
            ) from fault
        except RuntimeError as fault:  # zipfile says so of encrypted members
            raise ReadError(
                "压缩包有密码", place=self._place, remedy="请先解压或去掉密码。"
            ) from fault
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            ValueError,
            NotImplementedError,
            EOFError,
            struct.error,
        ) as fault:
            raise self._broken(fault) from fault
        bounded(len(data), most, "字节的部件（解压后）", place=self._place)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The tree of an XML part, None where there is no such part.

        Entities stay unexpanded, nothing outside the file is fetched.
        """
        from lxml import etree

        if name not in self._zip.NameToInfo:
            return None
        data = self.bytes_of(name, most=MOST_MARKUP).replace(_STRICT, _TRANSITIONAL)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as fault:
            if b"<!DOCTYPE" in data:
                raise self._entities(name) from fault
            raise ReadError(
                f"部件 {name} 不是合格的 XML（{fault.msg}）",
                place=self._place,
                remedy=f"文件可能损坏，请用 {self._program} 打开后另存。",
            ) from fault
        if root.getroottree().docinfo.doctype:
            raise self._entities(name)
        return root

    def _entities(self, name: str) -> ReadError:
        return ReadError(
            f"部件 {name} 带有实体定义（DTD），正常的文件没有",
            place=self._place,
            remedy=f"文件可能有恶意；确认来源后用 {self._program} 打开另存。",
        )

    def _broken(self, fault: Exception) -> ReadError:
        return ReadError(
            f"压缩包损坏或不完整（{fault}）", place=self._place, remedy="请重新获取这个文件。"
        )
