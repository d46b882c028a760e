"""Where bytes come from: a file, standard input (``-``), or a member of a zip,
whose path goes on inside it (``某县.zip/2023/总结.docx``).
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import zipfile
from collections import Counter
from functools import lru_cache
from pathlib import Path, PurePosixPath

from pipeline.errors import ReadError
from pipeline.read.content import MOST_BYTES, bounded
from pipeline.read.kind import kind
from pipeline.read.package import LARGEST_DIRECTORY, Package, directory_size

STANDARD_INPUT = Path("-")
_MOST_UNPACKED = 4_000_000_000
_DEEPEST, _LONGEST_NAME = 16, 200  # folders in a zip, bytes of a name in it
_LITTER = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


def load(path: Path) -> bytes:
    """The bytes of a report: of a file, of standard input, of a member of a zip.

    Raises ``ReadError``.
    """
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
        bounded(len(data), MOST_BYTES, "字节的文件", place="标准输入")
        return data
    archive = _archive(path)
    if archive is None:
        return _file(path)
    package, table = _opened(archive, archive.stat().st_mtime_ns)
    member = table.get(path.relative_to(archive))
    if member is None:
        raise ReadError("压缩包里没有这个文件", place=str(path), remedy="请检查路径。")
    return package.bytes_of(member)


def members(path: Path) -> tuple[Path, ...]:
    """The files in a zip, as paths that ``load`` and ``read`` take; nothing for any other file.

    Raises ``ReadError`` where the zip is broken.

    Names are decoded (Windows writes them in GBK) and made safe: no step leads out of the archive.
    Two members of one name are told apart by a number.
    """
    if not path.is_file():
        return ()
    data = _file(path)
    bounded(directory_size(data), LARGEST_DIRECTORY, "字节的压缩包目录", place=str(path))
    if kind(data).name != "zip":
        return ()
    return tuple(path / name for name in _opened(path, path.stat().st_mtime_ns)[1])


def _file(path: Path) -> bytes:
    try:
        # a pipe nobody writes to would wait for ever
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with open(handle, "rb") as file:
            before = os.fstat(handle)
            if not stat.S_ISREG(before.st_mode):
                raise ReadError(
                    "不是普通文件（管道、套接字或设备）",
                    place=str(path),
                    remedy="请存成文件，或用 - 从标准输入读。",
                )
            bounded(before.st_size, MOST_BYTES, "字节的文件", place=str(path))
            data = file.read(MOST_BYTES + 1)
            after = os.fstat(handle)
    except (OSError, ValueError) as fault:
        raise ReadError(
            f"读不到文件（{getattr(fault, 'strerror', None) or fault}）",
            place=str(path),
            remedy="请检查路径和权限。",
        ) from fault
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(
        data
    ) != after.st_size:
        raise ReadError("文件在读的时候变了", place=str(path), remedy="请等它写完，再运行一次。")
    return data


def _archive(path: Path) -> Path | None:
    """The file that a path leads into, None where the path is that of a file or a folder itself."""
    try:
        if path.exists():
            return None
        return next((parent for parent in path.parents if parent.is_file()), None)
    except OSError:
        return None


@lru_cache(maxsize=2)
def _opened(archive: Path, _changed: int) -> tuple[Package, dict[Path, zipfile.ZipInfo]]:
    """An open archive and its files by safe path; kept while its members are read one after the
    other.
    """
    package = Package(_file(archive), place=str(archive))
    bounded(
        sum(member.file_size for member in package.members()),
        _MOST_UNPACKED,
        "字节的压缩包（解压后）",
        place=str(archive),
    )
    table: dict[Path, zipfile.ZipInfo] = {}
    met: Counter[PurePosixPath] = Counter()
    for member in package.members():
        name = _safe(member)
        if (
            not member.filename
            or member.is_dir()
            or not name.parts
            or name.parts[0] in _LITTER
            or name.name in _LITTER
            or name.name.startswith("._")
        ):
            continue
        path = Path(name)
        while path in table:
            met[name] += 1
            path = Path(name.with_name(f"{name.stem} ({met[name] + 1}){name.suffix}"))
        table[path] = member
    return package, table


def _safe(member: zipfile.ZipInfo) -> PurePosixPath:
    name = member.filename
    if not member.flag_bits & 0x800:  # not marked as UTF-8: zipfile took the bytes for cp437
        raw = name.encode("cp437", "replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("gb18030", "replace")
    parts = [
        part.replace(":", "_") for part in name.replace("\\", "/").replace("\0", "").split("/")
    ]
    return PurePosixPath(*[_short(part) for part in parts if part.strip(". ")][-_DEEPEST:])


def _short(name: str) -> str:
    """A name that a file system takes: what is too long ends in a digest, and keeps its suffix."""
    raw = name.encode("utf-8", "surrogatepass")
    if len(raw) <= _LONGEST_NAME:
        return name
    stem, _, suffix = name.rpartition(".")
    suffix = f".{suffix}" if stem and len(suffix) < 6 else ""
    return f"{name[:40]}-{hashlib.sha256(raw).hexdigest()[:12]}{suffix}"
