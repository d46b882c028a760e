"""The documents that may be reviewed: the JSON files of one folder, or one of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import ReviewError
from pipeline.review.store import Store

_FIELDS = ("schema_version", "source", "report", "text", "sections", "passages", "indicators", "pipeline")


@dataclass(frozen=True, slots=True)
class Entry:
    """One JSON file: its name below the folder (without suffix), its path, and the name its decisions are kept under."""

    name: str
    path: Path

    @property
    def report(self) -> str:
        return self.path.stem

    @property
    def store(self) -> Store:
        return Store(self.path.parent)

    def load(self) -> dict[str, Any]:
        """The document. Raises ``ReviewError`` where the file is none."""
        try:
            document = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as fault:
            raise ReviewError(f"读不了（{fault}）", place=str(self.path), remedy="请给出 workreport extract 写的 JSON。") from fault
        if not isinstance(document, dict) or any(field not in document for field in _FIELDS):
            raise ReviewError("不是 workreport 的输出", place=str(self.path), remedy="请给出 workreport extract 写的 JSON。")
        return document


def entries(path: Path) -> dict[str, Entry]:
    """The documents at ``path`` by name: the file itself, or every one in the folder, searched to the bottom; nothing that a link leads to outside of it.

    Raises ``ReviewError`` where a file given by name is no document or a folder holds none.
    """
    if not path.is_dir():
        entry = Entry(path.stem, path)
        entry.load()
        return {entry.name: entry}
    root = path.resolve()
    inside = (file for file in sorted(path.rglob("*.json")) if file.is_file() and file.resolve().is_relative_to(root))
    found = {entry.name: entry for file in inside if _is_document(entry := Entry(file.relative_to(path).with_suffix("").as_posix(), file))}
    if not found:
        raise ReviewError("没有 workreport 的 JSON", place=str(path), remedy="请先运行 make extract，或指出 workreport extract 写入的文件夹。")
    return found


def _is_document(entry: Entry) -> bool:
    try:
        entry.load()
    except ReviewError:
        return False
    return True
