"""Bytes in and out, whole or not at all: of paths here, of URLs (``s3://``, ``hdfs://``,
``memory://`` …) by fsspec.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.batch.names import unicode_of
from pipeline.errors import BatchError, ReadError, WriteError
from pipeline.read import STANDARD_INPUT, load

_PART = ".workreport-"
_token = os.urandom(8).hex()  # by which the temporary files of this process are known
_CHECK = "请检查权限和磁盘空间。"
_CHECK_PATH = "请检查路径和权限。"


def sign(token: str) -> None:
    """Mark the temporary files of this process, to be told from those of others if it is ended."""
    global _token
    _token = token


def is_url(place: str) -> bool:
    """Whether ``place`` is for fsspec; ``file://`` is a plain path (see ``plain``)."""
    return "://" in place


def plain(place: str) -> str:
    """``file:///a/b`` as ``/a/b``; anything else as it is.

    On Windows with ``/`` between the parts: ``file:///C:/a`` as ``C:/a``, ``C:\\a`` too.
    """
    if sys.platform == "win32" and not is_url(place.removeprefix("file:///")):
        return place.removeprefix("file:///").replace("\\", "/")
    return place.removeprefix("file://") if place.startswith("file:///") else place


def remote(place: str) -> tuple[Any, str]:
    """The file system of a URL and the path in it.

    Raises ``BatchError`` where fsspec or the driver of that kind is not installed.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as fault:
        raise BatchError(
            "网络地址要用 fsspec 读写，没有安装",
            place=place,
            remedy="请运行 pip install 'workreport-zh[cluster]'。",
        ) from fault
    try:
        system, path = url_to_fs(place)
    except (ImportError, ValueError, OSError) as fault:
        raise BatchError(
            f"这种地址读写不了（{fault}）",
            place=place,
            remedy="请安装它的驱动（如 s3fs、pyarrow），并检查地址。",
        ) from fault
    return system, path


def read(place: str) -> bytes:
    """All bytes of a file, of a member of a zip, of standard input (``-``, which is read once).

    Raises ``ReadError``.
    """
    if place == str(STANDARD_INPUT):
        return _standard_input(sys.stdin)
    if not is_url(place):
        return load(Path(place))
    system, path = remote(place)
    try:
        return bytes(system.cat_file(path))
    except OSError as fault:
        raise ReadError(
            f"读不到文件（{fault.strerror or fault}）", place=unicode_of(place), remedy=_CHECK_PATH
        ) from fault


@lru_cache(maxsize=1)
def _standard_input(_stream: object) -> bytes:
    """The bytes of a stream that is read once; another stream is another report."""
    return load(STANDARD_INPUT)


def exists(place: str) -> bool:
    """Whether something is there."""
    if is_url(place):
        system, path = remote(place)
        return bool(system.exists(path))
    return os.path.exists(place)


def digest(place: str) -> str | None:
    """SHA-256 of a file, or None where it cannot be read."""
    try:
        return hashlib.sha256(read(place)).hexdigest()
    except ReadError:
        return None


def make_folder(folder: str | Path) -> None:
    """Create a folder.

    Raises ``WriteError`` where something else stands in its place or it cannot be written.
    """
    place = str(folder)
    try:
        if is_url(place):
            system, path = remote(place)
            system.makedirs(path, exist_ok=True)
        else:
            Path(place).mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as fault:
        raise WriteError(
            "输出位置或它的上级是一个文件，不是文件夹",
            place=unicode_of(place),
            remedy="请换一个文件夹。",
        ) from fault
    except OSError as fault:
        raise WriteError(
            f"建不了输出文件夹（{fault.strerror or fault}）",
            place=unicode_of(place),
            remedy=_CHECK_PATH,
        ) from fault


def write(place: str, data: bytes | Iterable[bytes]) -> str:
    """Write a file whole or not at all: into a temporary neighbour, forced to disk, then renamed;
    its SHA-256.

    ``data`` may come piece by piece. Raises ``WriteError``.
    """
    made = _Hashed([data] if isinstance(data, bytes) else data)
    folder, name = os.path.split(place)
    make_folder(folder or ".")
    try:
        if is_url(place):
            system, path = remote(place)
            part = (
                f"{path.rpartition('/')[0]}/{_PART}{_token}-"
                f"{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}-{os.urandom(4).hex()}.part"
            )
            with system.open(part, "wb") as file:
                file.writelines(made)
            if system.exists(path):  # HDFS does not rename onto a file
                system.rm_file(path)
            system.mv(part, path)
        else:
            _write_here(Path(place), made)
    except OSError as fault:
        raise WriteError(
            f"写文件失败（{fault.strerror or fault}）", place=unicode_of(place), remedy=_CHECK
        ) from fault
    return made.digest.hexdigest()


class _Hashed:
    """Pieces of a file on their way to it, and the digest of those that went."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces, self.digest = pieces, hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.digest.update(piece)
            yield piece


def write_whole(path: Path, text: str) -> None:
    """``write`` for text, as UTF-8."""
    write(str(path), text.encode("utf-8"))


def _write_here(path: Path, data: Iterable[bytes]) -> None:
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=f"{_PART}{_token}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, 0o644)
        os.replace(part, path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def old(place: str) -> str:
    """Name a result that is no longer current as readers of Parquet datasets pass over it."""
    folder, name = os.path.split(place)
    return os.path.join(folder, f"_{name}.old")


def set_aside(place: str) -> None:
    """Rename a result that is no longer current, so that nothing takes it for one;
    nothing where there is none.
    """
    try:
        if is_url(place):
            system, path = remote(place)
            if system.exists(path):
                system.mv(path, old(path))
        else:
            os.replace(place, old(place))
    except OSError:
        pass


def remove(place: str) -> None:
    """Delete a file if it is there."""
    try:
        if is_url(place):
            system, path = remote(place)
            system.rm_file(path)
        else:
            Path(place).unlink()
    except OSError:
        pass


def sweep_own(folder: str) -> None:
    """Delete what this process was writing into ``folder`` when it was stopped."""
    sweep(folder, token=_token)


def sweep(folder: str, *, token: str = "") -> None:
    """Delete the temporary files that a killed run left in ``folder``, or only those that a process
    marked with ``token``.
    """
    mark = f"{_PART}{token}-" if token else _PART
    if is_url(folder):
        system, path = remote(folder)
        for found in system.find(path):
            if found.rpartition("/")[2].startswith(mark):
                system.rm_file(found)
        return
    for here, _, names in os.walk(folder):
        for name in names:
            if name.startswith(mark) and name.endswith(".part"):
                remove(os.path.join(here, name))
