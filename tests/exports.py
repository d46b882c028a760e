"""A document to export, and the command that does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from pipeline.cli import main

from .test_observations import document

SUFFIX = {"csv": "csv", "parquet": "parquet", "xlsx": "xlsx", "jsonl": "jsonl", "sql": "db", "sdmx-csv": "csv"}


def run(*arguments: str | Path):
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def put(path: Path, content: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def sample() -> dict[str, Any]:
    """A document with a fall, a range, a bound, a text that looks like a formula, a contradiction and an accepted number."""
    found = document("死亡398人，同比下降33.7%。\n－5%的地区生产总值突破1.3万亿元。争创2-3个示范校。")
    found["indicators"][0] |= {"name": "=HYPERLINK(1)", "review": {"review_status": "accepted", "reviewer": "李明", "reviewed_at": "2024-03-01T09:30:00+00:00"}}
    found["report"]["published"] = "2024-01-31"
    found["report"]["region"] = {"name": "常德市", "code": "430700"}
    found["checks"] = [{"kind": "yoy_vs_difference", "status": "contradiction", "indicators": [found["indicators"][0]["id"]], "message": "398 与 33.7%"}]
    return found
