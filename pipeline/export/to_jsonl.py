"""jsonl: one JSON object a line, every column in it, null where empty."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pipeline.export.documents import Exported


def write(path: Path, reports: Iterable[Exported]) -> None:
    """UTF-8 without BOM."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for report in reports:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in report.rows)
