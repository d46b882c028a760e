"""Documents as they are stored: the JSON of ``emit`` found, read and checked."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pipeline.emit import SCHEMA_VERSION
from pipeline.errors import ReadError, Refuse

REMEDY = "请给出 workreport extract 写的 JSON；旧版本写的请重新提取。"
STANDARD_INPUT = Path("-")
LINES = (".jsonl", ".ndjson")
_T = TypeVar("_T")
HEAD = 100  # bytes in which a document as written by ``emit`` names its version
_FIELDS = ("source", "report", "text", "sections", "passages", "indicators", "pipeline")
_MARK = b'"schema_version"'


def files(paths: Iterable[Path]) -> list[Path]:
    """List every document in ``paths``, each once, folders searched to the bottom.

    JSON of another kind that lies in a folder (a datapackage.json) is passed over; what is torn or
    cannot be read is kept, so that reading it says why. Raises ``ReadError`` where there is none.
    """
    paths = list(paths)
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _below(path) if path.is_dir() else [path]:
            found.setdefault(file.resolve(), file)
    if not found:
        raise ReadError(
            "没有 workreport 的 JSON",
            place="、".join(map(str, paths)),
            remedy="请先用 workreport extract 提取，或指出它写入的文件夹。",
        )
    return list(found.values())


def several(found: Sequence[Path]) -> bool:
    """Tell whether files may hold more documents than one: one may be torn and others whole."""
    lines = (file == STANDARD_INPUT or file.suffix.lower() in LINES for file in found)
    return len(found) > 1 or any(lines)


def _below(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*.json") if path.is_file())
    return sorted(path for path in found if not _of_another_kind(path))


def _of_another_kind(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            if _MARK in file.read(HEAD):
                return False
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return not (
        isinstance(content, dict) and "schema_version" in content and "indicators" in content
    )


def content(path: Path, *, exact: bool = False) -> dict[str, Any]:
    """Read the document in a file or on standard input (``-``), as plain JSON.

    With ``exact`` its numbers are ``Decimal``. Raises ``ReadError`` where it cannot be read, is
    torn, none of ours, or of another version.
    """
    return _checked(_text(path), path, exact=exact)


def contents(
    path: Path, *, exact: bool = False, refuse: Refuse | None = None
) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each document of a file with the path that stands for it.

    A JSON file has one, a .jsonl one a line; standard input (``-``) may be either. Raises
    ``ReadError``, or tells ``refuse`` of it and goes on.
    """
    if path.suffix.lower() not in LINES and path != STANDARD_INPUT:
        for found in kept(lambda: content(path, exact=exact), refuse):
            yield path, found
        return
    for text in kept(lambda: _text(path), refuse):
        one = path == STANDARD_INPUT and not _is_json(text.partition("\n")[0])
        for number, line in enumerate([text] if one else text.splitlines(), 1):
            place = path if one else Path(f"{path}:{number}")
            if line.strip():
                for found in kept(partial(_checked, line, place, exact=exact), refuse):
                    yield Path(found["source"]["path"]), found


def kept(read: Callable[[], _T], refuse: Refuse | None) -> Iterator[_T]:
    """Yield what ``read`` gives; nothing where it cannot and ``refuse`` is told of it."""
    try:
        found = read()
    except ReadError as fault:
        if refuse is None:
            raise
        refuse(fault)
        return
    yield found


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _text(path: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as fault:
        raise ReadError(
            f"读不了（{fault.strerror}）", place=str(path), remedy="请检查路径和权限。"
        ) from fault
    except ValueError as fault:
        raise ReadError(
            "不是 workreport 的输出，或不是完整的 JSON", place=str(path), remedy=REMEDY
        ) from fault


def _checked(text: str, path: Path, *, exact: bool) -> dict[str, Any]:
    try:
        found = json.loads(text, parse_float=Decimal if exact else None)
    except ValueError as fault:
        raise ReadError(
            "不是 workreport 的输出，或不是完整的 JSON", place=str(path), remedy=REMEDY
        ) from fault
    version = found.get("schema_version") if isinstance(found, dict) else None
    if version is None:
        raise ReadError("不是 workreport 的输出", place=str(path), remedy=REMEDY)
    if version != SCHEMA_VERSION:
        raise ReadError(
            f"版本是 {version}，这里读 {SCHEMA_VERSION}", place=str(path), remedy=REMEDY
        )
    if missing := [field for field in _FIELDS if field not in found]:
        raise ReadError(
            f"不是完整的 workreport 输出，缺少 {'、'.join(missing)}", place=str(path), remedy=REMEDY
        )
    return found  # type: ignore[no-any-return]
