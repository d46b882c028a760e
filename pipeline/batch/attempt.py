"""One report in, one result out: what a process, a Dask worker or a Spark executor does with each
report.
"""

from __future__ import annotations

import hashlib
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pipeline
from pipeline.batch import files
from pipeline.batch.names import unicode_of
from pipeline.batch.records import Fault, Form, Job, Outcome, Settings, Task
from pipeline.emit import emit, pieces, shapes
from pipeline.errors import BatchError, ModelError, PipelineError
from pipeline.records import Result
from pipeline.shipped import MODEL


def document_of(data: bytes, place: str, model: Path = MODEL) -> dict[str, Any] | Fault:
    """The document of one report, or the fault that stopped it:
    never raises, whatever the bytes are.

    ``data`` are the bytes of the file, ``place`` its path or URL, which the document keeps.
    """
    try:
        from pipeline.chain import run_bytes

        return run_bytes(data, place, model=model)
    except Exception as fault:
        return said(fault, place)


def result_of(data: bytes, place: str, model: Path = MODEL) -> Result | Fault:
    """What ``document_of`` is made of: a document of many tables is many times as large as that."""
    try:
        from pipeline.chain import analyse
        from pipeline.read import read_bytes

        return analyse(read_bytes(data, place=place), model=model)
    except Exception as fault:
        return said(fault, place)


def said(fault: Exception, place: str) -> Fault:
    """A fault in words; what is no ``PipelineError`` is our defect and keeps its traceback."""
    if isinstance(fault, PipelineError):
        return Fault(type(fault).__name__, fault.reason, unicode_of(fault.place), fault.remedy)
    if isinstance(fault, MemoryError):
        return Fault("MemoryError", "内存不够", place, "请拆开这份报告，或减少 --jobs。")
    trace = "".join(traceback.format_exception(fault))
    return Fault(
        "Defect",
        f"程序出错（{type(fault).__name__}: {fault}）",
        place,
        "这是程序的缺陷：请把运行记录 _run.jsonl 里的 trace 报告给维护者。",
        trace,
    )


def attempt(task: Task, settings: Settings) -> Outcome:
    """Read, analyse and write one report.

    A failed report leaves no result: what stood there is renamed to ``….old``.
    """
    start, job = time.perf_counter(), task.job
    try:
        if stamp(settings.model, settings.form) != settings.stamp:
            raise BatchError(
                "这台机器上的程序或模型与发起运行的不同",
                place=job.source,
                remedy="请在每台机器上安装同一版本。",
            )
        if task.fault:
            return failed(job, task.fault)
        data = files.read(job.source) if task.data is None else task.data
        digest = hashlib.sha256(data).hexdigest()
        if kept := _kept(task, settings, digest):
            return kept
        result = result_of(data, unicode_of(job.source), settings.model)
        if isinstance(result, Fault):
            return failed(job, result, time.perf_counter() - start)
        output = files.write(job.target, encoded(result, settings))
        files.remove(files.old(job.target))
    except Exception as fault:
        return failed(job, said(fault, unicode_of(job.source)), time.perf_counter() - start)
    changes = sum(len(indicator.changes) for indicator in result.indicators)
    labels: dict[str, int] = dict(Counter(label.label for label in result.labels))
    return Outcome(
        job,
        "done",
        digest,
        output,
        len(result.indicators),
        changes,
        labels,
        time.perf_counter() - start,
    )


def failed(job: Job, fault: Fault, seconds: float = 0.0) -> Outcome:
    """The outcome of a job that failed; an earlier result must not pass for one of today."""
    files.set_aside(job.target)
    return Outcome(job, "failed", seconds=seconds, fault=fault)


def kept(task: Task, settings: Settings) -> Outcome | None:
    """The outcome of a report done before, or None where it must be done:
    never, or its input, its result, the program or the model changed.
    """
    digest = files.digest(task.job.source) if task.before else None
    return _kept(task, settings, digest) if digest else None


def _kept(task: Task, settings: Settings, digest: str) -> Outcome | None:
    before = task.before
    if (
        not before
        or settings.force
        or (before["input"], before["stamp"]) != (digest, settings.stamp)
        or files.digest(task.job.target) != before["output"]
    ):
        return None
    return Outcome(
        task.job,
        "kept",
        digest,
        before["output"],
        before["indicators"],
        before["changes"],
        before["labels"],
    )


def encoded(result: Result, settings: Settings) -> Iterator[bytes]:
    """Yield the bytes of a result file, record by record."""
    from pipeline.chain import model_at

    model = model_at(settings.model).name
    if settings.form == "parquet":
        from pipeline.batch.parquet import parquet

        yield parquet(emit(result, model=model))
        return
    for piece in pieces(shapes(result, model=model)):
        yield piece.encode("utf-8")


@cache
def stamp(model: Path, form: Form) -> str:
    """A digest of all that makes a result, but for the report:
    every file of the program, the model, the form. Raises ``ModelError``.
    """
    found = hashlib.sha256(f"{pipeline.__version__} {form}".encode())
    folder = Path(pipeline.__file__).parent
    for path in sorted(
        path for path in folder.rglob("*") if path.suffix in (".py", ".tsv", ".toml", ".json")
    ):
        found.update(
            path.relative_to(folder).as_posix().encode()
            + hashlib.sha256(path.read_bytes()).digest()
        )
    try:
        found.update(model.read_bytes())
    except OSError as fault:
        raise ModelError(
            f"模型读不到（{fault.strerror}）", place=str(model), remedy="请检查路径。"
        ) from fault
    return found.hexdigest()[:16]
