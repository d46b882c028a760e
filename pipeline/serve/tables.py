"""Documents in the form that was asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.emit import written
from pipeline.export import FORMATS, export

FORMS = {"json": "application/json"} | {
    name: FORMATS[name].media_type for name in ("csv", "xlsx", "jsonl")
}


def table(documents: Sequence[dict[str, Any]], to: str) -> bytes:
    """The bytes of one document as JSON, or of a table of all."""
    if to == "json":
        return written(documents[0]).encode("utf-8")
    with tempfile.TemporaryDirectory(prefix="workreport-") as folder:
        path = Path(folder) / f"table.{to}"
        named = [(Path(one["source"]["path"]), one) for one in documents]
        export(named, str(path), to)
        return path.read_bytes()
