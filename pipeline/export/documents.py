"""The documents that an export is made of, each with its rows; versions of one report are refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import ExportError
from pipeline.export.identity import doc_id
from pipeline.export.observations import Row, observations


class Exported(NamedTuple):
    """One document and its rows."""

    document: Mapping[str, Any]
    rows: list[Row]


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

