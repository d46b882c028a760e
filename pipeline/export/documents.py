"""The documents that an export is made of, each with its rows.

Two that are reports of one body and period are both written, under names of their own, and asked
about; none stops the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import ExportError, Refuse
from pipeline.export.columns import Row
from pipeline.export.identity import doc_id
from pipeline.export.observations import observations


class Exported(NamedTuple):
    """One document, its rows, and the name they have in this export."""

    document: Mapping[str, Any]
    rows: list[Row]
    doc_id: str


class Same(NamedTuple):
    """Two files that seem to be one report; ``kept`` is the name of the second, None where it was
    left out as a newer reading of the same file.
    """

    first: Path
    second: Path
    kept: str | None


class _Seen(NamedTuple):
    path: Path
    content: str
    source: str


def exported(
    files: Iterable[tuple[Path, Mapping[str, Any]]],
    same: list[Same] | None = None,
    refuse: Refuse | None = None,
) -> Iterator[Exported]:
    """Each document with its rows; the same content given twice counts once.

    A second report of one body and period gets ``-2`` behind its name, and a line in ``same``.
    Raises ``ExportError`` naming the file that is no document, or tells ``refuse`` of it and goes
    on.
    """
    seen: dict[str, list[_Seen]] = {}
    for path, document in files:
        try:
            rows = observations(document)
            key = doc_id(document)
            one = _Seen(path, _digest(document), document["source"]["sha256"])
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
            remedy = "请用 workreport extract 重新提取这份报告。"
            said = f"不是完整的 workreport 输出（{fault}）"
            torn = ExportError(said, place=str(path), remedy=remedy)
            if refuse is None:
                raise torn from fault
            refuse(torn)
            continue
        others = seen.setdefault(key, [])
        if any(one.content == other.content for other in others):
            continue
        twin = next((other for other in others if other.source == one.source), None)
        if twin is not None:
            _note(same, Same(twin.path, path, None))
            continue
        others.append(one)
        if len(others) == 1:
            yield Exported(document, rows, key)
            continue
        name = f"{key}-{len(others)}"
        _note(same, Same(others[0].path, path, name))
        yield Exported(document, [_renamed(row, key, name) for row in rows], name)


def _note(same: list[Same] | None, found: Same) -> None:
    if same is not None:
        same.append(found)


def _digest(document: Mapping[str, Any]) -> str:
    return sha256(
        json.dumps(document, ensure_ascii=False, sort_keys=True, default=str).encode(
            "utf-8", "surrogatepass"
        )
    ).hexdigest()


def _renamed(row: Row, key: str, name: str) -> Row:
    return {**row, "doc_id": name, "obs_id": f"{name}{str(row['obs_id']).removeprefix(key)}"}
