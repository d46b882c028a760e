"""Many reports: what to do, what was done, what failed and why. One bad report never stops the rest."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.chain import run
from pipeline.errors import PipelineError, ReadError
from pipeline.read import ARCHIVES, OTHER_SUFFIXES, STANDARD_INPUT, SUFFIXES, members


@dataclass(frozen=True, slots=True)
class Job:
    """One report, the file its document goes to, and what tables call it (its path below the folder given, without suffix)."""

    source: Path
    target: Path
    name: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: counts of what was found, seconds, or the fault that stopped it."""

    job: Job
    seconds: float
    indicators: int = 0
    changes: int = 0
    labels: dict[str, int] = field(default_factory=dict)
    fault: PipelineError | None = None


def jobs(paths: Iterable[Path], output: Path) -> list[Job]:
    """Every report in ``paths``, folders searched to the bottom; a folder's own structure is kept below ``output``."""
    found: dict[Path, Job] = {}
    for path in paths:
        if path.is_dir():
            for file in sorted(p for p in path.rglob("*") if not p.is_dir() and p.suffix.lower() in SUFFIXES + ARCHIVES):
                for report in _reports(file):
                    found.setdefault(report.resolve(), Job(report, output / report.relative_to(path).with_suffix(".json"), str(report.relative_to(path).with_suffix(""))))
        elif path == STANDARD_INPUT:
            found.setdefault(path, Job(path, output / "stdin.json", "stdin"))
        else:
            for report in _reports(path):
                name = report.relative_to(path.parent).with_suffix("")
                found.setdefault(report.resolve(), Job(report, output / f"{name}.json", str(name)))
    return list(found.values())


def _reports(file: Path) -> list[Path]:
    """The file itself, or the reports in it where it is a .zip; one that cannot be opened is a job, so that its fault is named."""
    try:
        inside = members(file) if file.suffix.lower() in ARCHIVES else ()
    except ReadError:
        return [file]
    return [member for member in inside if member.suffix.lower() in SUFFIXES] or [file]


def left_out(paths: Iterable[Path]) -> list[Path]:
    """Documents in the folders of ``paths`` that are of a kind not read yet (Word, PDF, spreadsheets)."""
    return sorted(file for path in paths if path.is_dir() for file in path.rglob("*") if file.suffix.lower() in OTHER_SUFFIXES and not file.is_dir())


def make_folder(path: Path) -> None:
    """Create the output folder. Raises ``ReadError`` where something else stands in its place or it cannot be written."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as fault:
        raise ReadError("输出位置或它的上级是一个文件，不是文件夹", place=str(path), remedy="请换一个文件夹。") from fault
    except OSError as fault:
        raise ReadError(f"建不了输出文件夹（{fault.strerror}）", place=str(path), remedy="请检查路径和权限。") from fault


def run_all(work: Sequence[Job], *, model: Path, done: Callable[[], None] = lambda: None) -> list[Outcome]:
    """Run every job, in order; ``done`` is called after each."""
    outcomes: list[Outcome] = []
    taken: dict[Path, Path] = {}
    for job in work:
        first = taken.get(job.target)
        outcomes.append(_twice(job, first) if first else _run_one(job, model))
        if not outcomes[-1].fault:
            taken[job.target] = job.source
        done()
    return outcomes


def _twice(job: Job, first: Path) -> Outcome:
    fault = ReadError(f"与 {first} 同名，结果会互相覆盖", place=str(job.source), remedy="请改名，或分开写到不同的文件夹。")
    return Outcome(job, 0.0, fault=fault)


def _run_one(job: Job, model: Path) -> Outcome:
    start = time.perf_counter()
    try:
        document = run(job.source, model=model)
        write_whole(job.target, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    except PipelineError as fault:
        return Outcome(job, time.perf_counter() - start, fault=fault)
    indicators: list[Any] = document["indicators"]  # type: ignore[assignment]
    passages: list[Any] = document["passages"]  # type: ignore[assignment]
    changes = sum(len(indicator["changes"]) for indicator in indicators)
    return Outcome(job, time.perf_counter() - start, len(indicators), changes, dict(Counter(passage["label"] for passage in passages)))


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all: into a temporary neighbour, then renamed. Raises ``ReadError`` where the folder refuses."""
    try:
        make_folder(path.parent)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".workreport-", suffix=".part")
    except OSError as fault:
        raise ReadError(f"写不进输出文件夹（{fault.strerror}）", place=str(path.parent), remedy="请检查权限和磁盘空间。") from fault
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException as fault:
        Path(name).unlink(missing_ok=True)
        if isinstance(fault, OSError):
            raise ReadError(f"写文件失败（{fault.strerror}）", place=str(path), remedy="请检查权限和磁盘空间。") from fault
        raise
