"""The documents that an export is made of: found in files and folders, read, and refused where they are none of ours."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import ExportError
from pipeline.export.identity import doc_id
from pipeline.export.observations import Row, observations

VERSION = "1.0"  # of the document's schema


class Exported(NamedTuple):
    """One document and its rows."""

    document: Mapping[str, Any]
    rows: list[Row]


def documents(paths: Iterable[Path]) -> list[Path]:
    """Every JSON file in ``paths``, folders searched to the bottom; in a folder, what is no document (a datapackage.json) is passed over."""
    found: dict[Path, Path] = {}
    for path in paths:
        files = sorted(file for file in path.rglob("*.json") if file.is_file() and _looks_like_one(file)) if path.is_dir() else [path]
        for file in files:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _looks_like_one(path: Path) -> bool:
    """False for JSON that is something else; a file that cannot be read is kept, so that reading it says why."""
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return True
    return isinstance(content, dict) and "indicators" in content and "schema_version" in content


def read(path: Path) -> Mapping[str, Any]:
    """The document in a file. Raises ``ExportError`` where it cannot be read, is no JSON, or of another version."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        raise ExportError(f"读不了（{fault.strerror}）", place=str(path), remedy="请检查路径和权限。") from fault
    except ValueError as fault:
        raise ExportError("不是完整的 JSON", place=str(path), remedy="请用 workreport extract 重新提取这份报告。") from fault
    version = content.get("schema_version") if isinstance(content, dict) else None
    if version is None:
        raise ExportError("不是 workreport 的输出", place=str(path), remedy="请给出 workreport extract 写的 JSON。")
    if version != VERSION:
        raise ExportError(f"文档版本是 {version}，这里读 {VERSION}", place=str(path), remedy="请用同一版本重新提取。")
    return content  # type: ignore[no-any-return]


def exported(files: Iterable[tuple[Path, Mapping[str, Any]]]) -> Iterator[Exported]:
    """Each document with its rows; the same content given twice counts once. Raises ``ExportError`` naming the file that is no document,
    or two that are versions of one report."""
    seen: dict[str, tuple[Path, Mapping[str, Any]]] = {}
    for path, document in files:
        try:
            rows = observations(document)
            key = doc_id(document)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
            raise ExportError(f"不是完整的 workreport 输出（{fault}）", place=str(path), remedy="请用 workreport extract 重新提取这份报告。") from fault
        first = seen.setdefault(key, (path, document))
        if first[0] == path:
            yield Exported(document, rows)
        elif first[1] != document:
            raise ExportError(f"与 {first[0]} 是同一份报告的两个版本（{key}）", place=str(path), remedy="一张表里只放一个版本，请去掉其中一个。")

