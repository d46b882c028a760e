"""The picture of a line beside what was read in it, from the file that the document was made of,
where that is still there and still the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.errors import ReadError, ReviewError
from pipeline.read import load
from pipeline.read.pictures import picture_of


def picture(document: Mapping[str, Any], passage: str, number: int) -> bytes:
    """The picture (PNG) of line ``number`` (from 0) of a passage.

    Raises ``ReviewError`` where the passage was read in none, or the file has gone or changed.
    """
    source = document["source"]
    lines: list[Mapping[str, Any]] = next(
        (
            p.get("recognised", {}).get("lines", [])
            for p in document["passages"]
            if p["id"] == passage
        ),
        [],
    )
    if not 0 <= number < len(lines):
        raise ReviewError(
            "没有这一行的图片",
            place=f"{source['path']} {passage}",
            remedy="只有识别出来的段落有图片。",
        )
    line = lines[number]
    left, top, right, bottom = line["box"]
    try:
        return picture_of(
            _bytes_of(source["path"], source["sha256"]),
            line["page"],
            (left, top, right, bottom),
            place=source["path"],
        )
    except ReadError as fault:
        raise ReviewError(
            f"看不到图片（{fault.reason}）", place=fault.place, remedy=fault.remedy
        ) from fault


@lru_cache(maxsize=1)
def _bytes_of(path: str, sha256: str) -> bytes:
    data = load(Path(path))
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ReadError("文件改过了", place=path, remedy="请重新运行 workreport extract。")
    return data
