"""The documents that may be reviewed: the JSON files of one folder, or one of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.document import content, files
from pipeline.errors import ReadError
from pipeline.review.store import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """One JSON file: its name below the folder (without suffix), its path, and the name its
    decisions are kept under.
    """

    name: str
    path: Path

    @property
    def report(self) -> str:
        return self.path.stem

    @property
    def store(self) -> Store:
        return Store(self.path.parent)

    def load(self) -> dict[str, Any]:
        """The document. Raises ``ReadError`` where the file is none."""
        return content(self.path)


def entries(path: Path) -> dict[str, Entry]:
    """The documents at ``path`` by name: the file itself, or every one in the folder, searched to
    the bottom; nothing that a link leads to outside of it.

    Raises ``ReadError`` where a file given by name is no document or a folder holds none.
    """
    if not path.is_dir():
        entry = Entry(path.stem, path)
        entry.load()
        return {entry.name: entry}
    root = path.resolve()
    inside = (file for file in files([path]) if file.resolve().is_relative_to(root))
    found = {
        entry.name: entry
        for file in inside
        if _readable(entry := Entry(file.relative_to(path).with_suffix("").as_posix(), file))
    }
    if not found:
        raise ReadError(
            "没有读得了的 workreport JSON",
            place=str(path),
            remedy="请先运行 make extract，或指出 workreport extract 写入的文件夹。",
        )
    return found


def _readable(entry: Entry) -> bool:
    """One torn file does not keep the others from being reviewed."""
    try:
        entry.load()
    except ReadError:
        return False
    return True
