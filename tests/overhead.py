"""What it costs to read reports in processes that can be ended, against reading them here: ``python -m tests.overhead [rounds]``.

Counted is the processor time of all that works, which a busy machine does not change; one warm process each way.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import psutil

from pipeline.batch import Job, find, settings
from pipeline.batch.attempt import attempt
from pipeline.batch.inside import collect_rarely
from pipeline.batch.local import attempted
from pipeline.batch.records import Task
from pipeline.batch.workers import Call, Pool
from pipeline.shipped import MODEL

from .conftest import CORPUS, SHARED


def here(jobs: Iterable[Job]) -> float:
    """Seconds of the processor, in this process."""
    wanted, start = settings(MODEL), time.process_time()
    for job in jobs:
        attempt(Task(job), wanted)
    return time.process_time() - start


def there(jobs: Iterable[Job], pool: Pool, worker: psutil.Process) -> float:
    """Seconds of the processor, in this process and the one that reads."""
    wanted, start, before = settings(MODEL), time.process_time(), sum(worker.cpu_times()[:2])
    for _ in pool.each(Call(attempted, (Task(job), wanted), job.size, str(Path(job.target).parent)) for job in jobs):
        pass
    return time.process_time() - start + sum(worker.cpu_times()[:2]) - before


def main(rounds: int) -> None:
    collect_rarely()  # as the process that reads does
    with tempfile.TemporaryDirectory() as out, Pool(1, MODEL, settings(MODEL).limits) as pool:
        jobs = find([str(CORPUS / "reports"), *([str(SHARED / "reports")] if SHARED.is_dir() else [])], out).jobs
        worker = psutil.Process(pool.ask(Call(os.getpid, ())).value)
        here(jobs)
        there(jobs, pool, worker)
        alone, apart = (min(times) for times in zip(*((here(jobs), there(jobs, pool, worker)) for _ in range(rounds)), strict=True))
    print(f"{len(jobs)} reports: {alone:.2f} s here, {apart:.2f} s in a process that can be ended: {100 * (apart / alone - 1):+.1f} %")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
