"""Files of labels: windows of a text with their figures and passages,
as offsets (the format of ``corpus/``).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import LabelsError


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one report, and the text they count into. ``raw`` is the file as it stands."""

    path: Path
    source: Path
    raw: dict[str, Any]


def load_all(folder: Path, texts: Path | None = None) -> list[Labels]:
    """Every file of labels in ``folder``, with its text beside it, or in ``texts``,
    or in the folder's sibling ``reports/``.

    Raises ``LabelsError`` where there are none, a text is missing, or its digest is not the one
    that was labelled.
    """
    found = [_load(path, texts) for path in sorted(folder.rglob("*.json"))]
    if not found:
        raise LabelsError(
            "没有标注文件（*.json）", place=str(folder), remedy="请给出 corpus/ 那样的文件夹。"
        )
    return found


def _load(path: Path, texts: Path | None) -> Labels:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        name = Path(raw["source"]).name
        places = (
            [texts / name] if texts else [path.parent / name, path.parent.parent / "reports" / name]
        )
    except (ValueError, KeyError, TypeError) as fault:
        raise LabelsError(
            f"不是标注文件（{fault}）", place=str(path), remedy="格式见 corpus/README.md。"
        ) from fault
    for source in places:
        if source.is_file():
            text = source.read_bytes().decode("utf-8")
            if hashlib.sha256(text.encode("utf-8")).hexdigest() != raw["sha256"]:
                raise LabelsError(
                    f"{source} 与标注时的文本不同，偏移会错位",
                    place=str(path),
                    remedy="请换回原文，或重新标注。",
                )
            return Labels(path, source, raw)
    raise LabelsError(
        f"找不到文本 {name}",
        place=str(path),
        remedy=f"请把它放在 {places[0].parent}，或用 --texts 指出文件夹。",
    )
