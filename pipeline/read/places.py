"""Where bytes come from: a file, standard input (``-``), or a member of a zip, whose path goes on inside it (``某县.zip/2023/总结.docx``)."""

from __future__ import annotations

import sys
import zipfile
from functools import lru_cache
from pathlib import Path, PurePosixPath

from pipeline.errors import ReadError
from pipeline.read.content import MOST_BYTES, bounded
from pipeline.read.kind import kind
from pipeline.read.package import Package

STANDARD_INPUT = Path("-")
_MOST_UNPACKED = 4_000_000_000
_LITTER = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


def load(path: Path) -> bytes:
    """The bytes of a report: of a file, of standard input, of a member of a zip. Raises ``ReadError``."""
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
    """The files in a zip, as paths that ``load`` and ``read`` take; nothing for any other file. Raises ``ReadError`` where the zip is broken.

    Names are decoded (Windows writes them in GBK) and made safe: no step leads out of the archive. Two members of one name are told apart by a number.
    """
    if not path.is_file() or kind(_file(path)).name != "zip":
        return ()
    return tuple(path / name for name in _opened(path, path.stat().st_mtime_ns)[1])


def _file(path: Path) -> bytes:
    try:
        bounded(path.stat().st_size, MOST_BYTES, "字节的文件", place=str(path))
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)  # a device or a pipe has no size
    except OSError as fault:
        raise ReadError(f"读不到文件（{fault.strerror}）", place=str(path), remedy="请检查路径和权限。") from fault
    bounded(len(data), MOST_BYTES, "字节的文件", place=str(path))
    return data


def _archive(path: Path) -> Path | None:
    """The file that a path leads into, None where the path is that of a file or a folder itself."""
    if path.exists():
        return None
    try:
        return next((parent for parent in path.parents if parent.is_file()), None)
    except OSError:
        return None


@lru_cache(maxsize=2)
def _opened(archive: Path, _changed: int) -> tuple[Package, dict[Path, zipfile.ZipInfo]]:
    """An open archive and its files by safe path; kept while its members are read one after the other."""
    package = Package(_file(archive), place=str(archive))
    bounded(sum(member.file_size for member in package.members()), _MOST_UNPACKED, "字节的压缩包（解压后）", place=str(archive))
    table: dict[Path, zipfile.ZipInfo] = {}
    for member in package.members():
        name = _safe(member)
        if member.is_dir() or not name.parts or name.parts[0] in _LITTER or name.name in _LITTER or name.name.startswith("._"):
            continue
        path, number = Path(name), 1
        while path in table:
            number += 1
            path = Path(name.with_name(f"{name.stem} ({number}){name.suffix}"))
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
    parts = [part.replace(":", "_") for part in name.replace("\\", "/").replace("\0", "").split("/")]
    return PurePosixPath(*(part for part in parts if part.strip(". ")))
