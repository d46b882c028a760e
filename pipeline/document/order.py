"""Documents in order of body and year, and a body's report of another year; none held too long."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.body import Body, body
from pipeline.document.record import Document
from pipeline.document.shapes import load, loaded
from pipeline.document.stored import (
    HEAD,
    LINES,
    REMEDY,
    STANDARD_INPUT,
    content,
    contents,
    files,
    kept,
    several,
)
from pipeline.emit import SCHEMA_VERSION
from pipeline.errors import ReadError, Refuse

_VERSION = f'"schema_version": "{SCHEMA_VERSION}"'.encode()
_TEXT_KEY = b'"text":'
_BEFORE_TEXT = 16384  # bytes in which the head of a document ends


def load_all(paths: Iterable[Path]) -> list[Document]:
    """Load every document in ``paths`` (see ``files``), in order of body and year.

    Raises ``ReadError`` naming the file.
    """
    return list(in_order(paths))


def in_order(paths: Iterable[Path], refuse: Refuse | None = None) -> Iterator[Document]:
    """Yield every document in ``paths``, one at a time, in order of body and year.

    Only what tells the order is held, so that thousands of reports need no more memory than one;
    of a stream of documents (``.jsonl``, ``-``) all are. Raises ``ReadError`` naming the file, or
    tells ``refuse`` of it and goes on.
    """
    found = files(paths)
    refuse = refuse if several(found) else None
    if any(file == STANDARD_INPUT or file.suffix.lower() in LINES for file in found):
        told = (one for file in found for one in contents(file, exact=True, refuse=refuse))
        yield from arranged(d for one in told for d in kept(partial(loaded, *one), refuse))
        return
    placed = [(key, file) for file in found for key in kept(partial(_place, file), refuse)]
    for _, file in sorted(placed):
        yield from kept(partial(load, file), refuse)


def arranged(documents: Iterable[Document]) -> list[Document]:
    """Put documents in order of body and year, as checks and series take them."""
    return sorted(documents, key=lambda one: (one.body, one.review_year or 0, one.name))


def beside(path: Path, year: int) -> Path | None:
    """Find in the folder of ``path`` the same body's report on ``year``.

    None without one, or where it is not sure which.
    """
    body = _order(path)[0]
    if not any(body):
        return None
    neighbours = (file for file in sorted(path.parent.glob("*.json")) if file != path)
    found = [file for file in neighbours if _is(file, body, year)]
    return found[0] if len(found) == 1 else None


def _is(path: Path, wanted: Body, year: int) -> bool:
    try:
        found, reviewed, _ = _order(path)
    except (ReadError, OSError, KeyError, TypeError, AttributeError):
        return False
    return found == wanted and reviewed == year


def _place(path: Path) -> tuple[Body, int, str]:
    """Tell where a document stands among others. Raises ``ReadError``."""
    try:
        return _order(path)
    except (KeyError, TypeError, AttributeError, OSError) as fault:
        raise ReadError("不是完整的 workreport 输出", place=str(path), remedy=REMEDY) from fault


def _order(path: Path) -> tuple[Body, int, str]:
    report = _head(path) or content(path)["report"]
    region = report["region"] or {"code": None, "name": None}
    found = body(report["issuer"], report["title"], region["code"], region["name"])
    return found, report["review_year"] or 0, path.stem


def _head(path: Path) -> dict[str, Any] | None:
    """Read what a document as ``emit`` writes it says of its report before its text.

    None where it is laid out otherwise.
    """
    try:
        with path.open("rb") as file:
            start = file.read(_BEFORE_TEXT)
    except OSError:
        return None  # reading it whole says why
    end = start.find(_TEXT_KEY)
    if end < 0 or _VERSION not in start[:HEAD]:
        return None
    try:
        found = json.loads(start[:end].rstrip().rstrip(b",") + b"}")
    except ValueError:
        return None
    return found.get("report") if isinstance(found, dict) else None
