"""Documents as they are made, in the order of their reports, for those who want them in memory or
on one stream.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.batch import files
from pipeline.batch.attempt import document_of, said
from pipeline.batch.limits import Limits, out_of_memory
from pipeline.batch.local import Reached, cores, pool_beside
from pipeline.batch.names import unicode_of
from pipeline.batch.records import Fault, Job
from pipeline.batch.workers import Answer, Call, Pool
from pipeline.progress import Part
from pipeline.read import STANDARD_INPUT
from pipeline.shipped import MODEL

_AHEAD = 16  # reports a process may be ahead of the reader, so that memory stays bounded

_NONE = Call(int, ())

Made = tuple[Job, dict[str, Any] | Fault]


def documents(
    jobs: Sequence[Job],
    model: Path,
    limits: Limits,
    *,
    workers: int | None = None,
    reached: Reached | None = None,
) -> Iterator[Made]:
    """Give each report's document, or the fault that stopped it, in the order of ``jobs``.

    ``workers`` processes (as many as there are cores) read ahead, a bounded number of reports; one
    is ended where a report goes beyond ``limits``, and the others go on. ``reached`` is told of the
    parts of a report as they are read.
    """
    waiting, count = iter(jobs), max(1, min(workers or cores(), len(jobs)))
    calls: dict[Call, Job] = {}

    def watch(call: Call, part: Part) -> None:
        if reached:
            reached(calls[call], part)

    with Pool(count, model, limits, watch) as pool:
        while part := list(islice(waiting, _AHEAD * count)):
            calls.clear()
            calls.update({_call(job, model): job for job in part})
            for job, answer in _in_turn(pool, calls):
                yield job, answered(answer, job.source, limits)


def _in_turn(pool: Pool, calls: Mapping[Call, Job]) -> Iterator[tuple[Job, Answer]]:
    found: dict[Call, Answer] = {}
    turn = iter(calls.items())
    call, job = next(turn)
    for done, answer in pool.each(calls):
        found[done] = answer
        while call in found:
            yield job, found.pop(call)
            call, job = next(turn, (_NONE, job))


def document(data: bytes, place: str, model: Path, limits: Limits) -> dict[str, Any] | Fault:
    """Give the document of one report, or the fault that stopped it, from a process kept beside
    this one.
    """
    answer = pool_beside(model, limits).ask(Call(plain_of, (data, place, model), len(data)))
    return answered(answer, place, limits)


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
    """Make the document of one report, or say what stopped it; never raises, whatever is there."""
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
