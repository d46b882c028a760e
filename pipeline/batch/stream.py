"""Documents as they are made, in the order of their reports, for those who want them in memory or on one stream."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.batch import files
from pipeline.batch.attempt import document_of, said
from pipeline.batch.limits import Limits, out_of_memory
from pipeline.batch.local import cores
from pipeline.batch.names import unicode_of
from pipeline.batch.records import Fault, Job
from pipeline.batch.workers import Answer, Call, Pool
from pipeline.classify.model import MODEL
from pipeline.errors import BatchError
from pipeline.read import STANDARD_INPUT

_AHEAD = 16  # reports a process may be ahead of the reader, so that memory stays bounded

Made = tuple[Job, dict[str, Any] | Fault]


def documents(
    jobs: Sequence[Job], *, model: Path = MODEL, workers: int | None = None
) -> Iterator[Made]:
    """Give each report's document, or the fault that stopped it, in the order of ``jobs``.

    With ``workers`` above 1 that many processes read ahead, a bounded number of reports; a script
    that asks for it needs no guard. Raises ``BatchError`` where one of them dies.
    """
    count = min(workers or cores(), len(jobs))
    if count <= 1:
        yield from ((job, made(job.source, model)) for job in jobs)
        return
    waiting = iter(jobs)
    while part := list(islice(waiting, _AHEAD * count)):
        yield from _in_processes(part, model, count)


def confined(jobs: Sequence[Job], model: Path, limits: Limits, *, workers: int) -> Iterator[Made]:
    """``documents``, each made in a process that is ended where a report goes beyond ``limits``."""
    waiting = iter(jobs)
    with Pool(min(workers, max(1, len(jobs))), model, limits) as pool:
        while part := list(islice(waiting, _AHEAD * workers)):
            calls = {_call(job, model): job for job in part}
            found = {calls[call].source: answer for call, answer in pool.each(calls)}
            yield from ((job, answered(found[job.source], job.source, limits)) for job in part)


def _call(job: Job, model: Path) -> Call:
    if job.source == str(STANDARD_INPUT):  # which is that of this process
        data = files.read(job.source)
        return Call(plain_of, (data, "-", model), len(data))
    return Call(plain_made, (job.source, model), job.size)


def answered(answer: Answer, source: str, limits: Limits) -> dict[str, Any] | Fault:
    """Give the document in an answer of ``plain_made`` or ``plain_of``, or what stopped it."""
    place = unicode_of(source)
    if answer.died:
        return Fault(
            "WorkerDied",
            "处理这份报告的进程两次中途死去",
            place,
            "多半是内存不够：请减少 --jobs，或拆开过大的报告。",
        )
    if answer.passed:
        return Fault("LimitError", answer.passed.reason, place, answer.passed.remedy)
    fault = answer.value.get("fault")
    if fault is None:
        document: dict[str, Any] = answer.value["document"]
        return document
    if fault["kind"] == "MemoryError":
        passed = out_of_memory(limits)
        return Fault("LimitError", passed.reason, place, passed.remedy)
    return Fault(**fault)


def made(source: str, model: Path = MODEL) -> dict[str, Any] | Fault:
    """Make the document of one report, or say what stopped it; never raises, whatever lies there."""
    try:
        data = files.read(source)
    except Exception as fault:
        return said(fault, unicode_of(source))
    return document_of(data, unicode_of(source), model)


def plain_made(source: str, model: Path) -> dict[str, Any]:
    """``made``, as JSON can hold it."""
    return _plain(made(source, model))


def plain_of(data: bytes, place: str, model: Path) -> dict[str, Any]:
    """``document_of``, as JSON can hold it."""
    return _plain(document_of(data, place, model))


def _plain(found: dict[str, Any] | Fault) -> dict[str, Any]:
    return {"fault": asdict(found)} if isinstance(found, Fault) else {"document": found}


def _in_processes(part: Sequence[Job], model: Path, count: int) -> Iterator[Made]:
    from joblib import Parallel, delayed
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    found = Parallel(n_jobs=count, backend="loky", return_as="generator")(
        delayed(made)(job.source, model) for job in part
    )
    try:
        yield from zip(part, found, strict=True)
    except TerminatedWorkerError as fault:
        raise BatchError(
            "一个处理进程中途死去",
            place=unicode_of(part[0].source),
            remedy="多半是内存不够：请减少 --jobs，或拆开过大的报告。",
        ) from fault
    finally:
        with warnings.catch_warnings(action="ignore"):  # that the rest is not wanted is no news
            found.close()
