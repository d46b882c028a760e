"""Running batches in tests, and looking at what they left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.batch.attempt import attempt
from pipeline.cli import main

REPORT = "某县2023年工作报告\n全县粮食总产量达到12.5万吨，同比增长3.2%。\n"


def extract(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["extract", *map(str, arguments), "-j", "1"])


def record(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "_run.jsonl").read_text(encoding="utf-8").splitlines()]


def results(out: Path) -> list[str]:
    """All files below ``out``, but for the run record and its lock."""
    return sorted(str(p.relative_to(out)) for p in out.rglob("*") if p.is_file() and p.name not in ("_run.jsonl", ".run.lock"))


def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let batches run where a test has changed the program; otherwise reports are read in processes of their own."""
    monkeypatch.setattr("pipeline.batch.in_processes", lambda tasks, settings, *_: (attempt(task, settings) for task in tasks))
