"""The reports on this machine, in processes that load once and take reports one by one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.batch import files
from pipeline.batch.attempt import attempt, failed, said
from pipeline.batch.limits import Limits, out_of_memory
from pipeline.batch.names import unicode_of
from pipeline.batch.records import Fault, Job, Outcome, Settings, Task
from pipeline.batch.workers import Answer, Call, Pool
from pipeline.errors import PipelineError
from pipeline.progress import Part
from pipeline.read import STANDARD_INPUT

Reached = Callable[[Job, Part], None]


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_processes(
    tasks: Sequence[Task], settings: Settings, workers: int, reached: Reached | None = None
) -> Iterator[Outcome]:
    """Every task, by ``workers`` processes, as they end; large reports first,
    so that none is left over at the end.

    A report that passes a limit is ended with its process and fails as ``LimitError``;
    one whose process dies is tried once more and then fails as ``WorkerDied``. The others go on.
    Ending the iteration early ends the processes. ``reached`` is told of the parts of a report as
    they are read.
    """
    if not tasks:
        return
    ordered = sorted(tasks, key=lambda task: -task.job.size)
    watch = (lambda call, part: reached(call.arguments[0].job, part)) if reached else None
    with Pool(min(workers, len(ordered)), settings.model, settings.limits, watch) as pool:
        for call, answer in pool.each(_calls(ordered, settings)):
            yield outcome(call.arguments[0], answer, settings)


def confined(task: Task, settings: Settings) -> Outcome:
    """A task, by a process kept beside this one: what a Dask worker does with each report."""
    return outcome(
        task, pool_beside(settings.model, settings.limits).ask(_call(task, settings)), settings
    )


@cache
def pool_beside(model: Path, limits: Limits) -> Pool:
    """Keep a process beside this one, warm from report to report."""
    return Pool(1, model, limits).__enter__()  # its processes end with this one


def outcome(task: Task, answer: Answer, settings: Settings) -> Outcome:
    """What became of a task, from the answer of its process."""
    if answer.died:
        return died(task)
    if answer.passed:
        return failed(task.job, _limit(answer.passed.reason, answer.passed.remedy, task))
    found = dict(answer.value)
    fault = found.pop("fault")
    if fault and fault["kind"] == "MemoryError":
        passed = out_of_memory(settings.limits)
        return Outcome(task.job, **found, fault=_limit(passed.reason, passed.remedy, task))
    return Outcome(task.job, **found, fault=Fault(**fault) if fault else None)


def attempted(task: Task, settings: Settings) -> dict[str, Any]:
    """``attempt``, as JSON can hold it."""
    found = asdict(attempt(task, settings))
    del found["job"]
    return found


def died(task: Task) -> Outcome:
    """The outcome of a report whose process did not survive it."""
    remedy = "多半是内存不够：请减少 --jobs、拆开这份报告，或换一台内存更大的机器。"
    return failed(
        task.job,
        Fault("WorkerDied", "处理这份报告的进程两次中途死去", unicode_of(task.job.source), remedy),
    )


def _limit(reason: str, remedy: str, task: Task) -> Fault:
    return Fault("LimitError", reason, unicode_of(task.job.source), remedy)


def _calls(tasks: Iterable[Task], settings: Settings) -> Iterator[Call]:
    return (_call(task, settings) for task in tasks)


def _call(task: Task, settings: Settings) -> Call:
    size = task.job.size
    if task.job.source == str(STANDARD_INPUT):  # which is that of this process
        try:
            task = replace(task, data=files.read(task.job.source))
        except PipelineError as fault:
            task = replace(task, fault=said(fault, "标准输入"))
        size = len(task.data or b"")
    return Call(attempted, (task, settings), size, task.job.target.rpartition("/")[0])
