"""Documents as they are made, in the order of their reports, for those who want them in memory or on one stream."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.batch import files
from pipeline.batch.attempt import document_of, said
from pipeline.batch.local import cores
from pipeline.batch.names import unicode_of
from pipeline.batch.records import Fault, Job
from pipeline.classify.model import MODEL
from pipeline.errors import BatchError

_AHEAD = 16  # reports a process may be ahead of the reader, so that memory stays bounded

Made = tuple[Job, dict[str, Any] | Fault]


def documents(
    jobs: Sequence[Job], *, model: Path = MODEL, workers: int | None = None
) -> Iterator[Made]:
    """Give each report's document, or the fault that stopped it, in the order of ``jobs``.

    With ``workers`` above 1 that many processes read ahead, a bounded number of reports. Raises
    ``BatchError`` where one of them dies.
    """
    count = min(workers or cores(), len(jobs))
    if count <= 1:
        yield from ((job, made(job.source, model)) for job in jobs)
        return
    waiting = iter(jobs)
    while part := list(islice(waiting, _AHEAD * count)):
        yield from _in_processes(part, model, count)


def made(source: str, model: Path = MODEL) -> dict[str, Any] | Fault:
    """Make the document of one report, or say what stopped it; never raises, whatever lies there."""
    try:
        data = files.read(source)
    except Exception as fault:
        return said(fault, unicode_of(source))
    return document_of(data, unicode_of(source), model)


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
