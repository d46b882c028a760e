"""The reports on this machine: one after another, or in processes that load once and take reports one by one."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from pathlib import Path

from pipeline.batch import files
from pipeline.batch.attempt import attempt, failed
from pipeline.batch.names import unicode_of
from pipeline.batch.records import Fault, Outcome, Settings, Task

# reports given out for each process: one in its hands and one it can go on with while the outcome is written down
_AHEAD = 2


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def one_by_one(tasks: Iterable[Task], settings: Settings) -> Iterator[Outcome]:
    """Every task in this process, in order."""
    collect_rarely()
    yield from (attempt(task, settings) for task in tasks)


def collect_rarely() -> None:
    """Look for cycles once in 100,000 new objects: records hold none, and a report of a million characters was gone through again and again (a tenth of its time)."""
    gc.set_threshold(100_000, 50, 100)


def in_processes(tasks: Sequence[Task], settings: Settings, workers: int) -> Iterator[Outcome]:
    """Every task, by ``workers`` processes, as they end; large reports first, so that none is left over at the end.

    A process that dies (killed, out of memory) is replaced. It takes its pool with it, so each report that was in hand is then run alone; one
    that kills its process again is the cause and fails as ``WorkerDied``. Ending the iteration early kills the processes.
    """
    queue = deque(sorted(tasks, key=lambda task: -task.job.size))
    suspects = yield from _run(queue, settings, workers)
    while queue or suspects:
        for task in suspects:
            if (yield from _run(deque([task]), settings, 1)):
                yield died(task)
        suspects = yield from _run(queue, settings, workers)


def died(task: Task) -> Outcome:
    """The outcome of a report whose process did not survive it."""
    remedy = "多半是内存不够：请减少 --jobs、拆开这份报告，或换一台内存更大的机器。"
    return failed(task.job, Fault("WorkerDied", "处理这份报告的进程两次中途死去", unicode_of(task.job.source), remedy))


def _run(queue: deque[Task], settings: Settings, workers: int) -> Generator[Outcome, None, list[Task]]:
    """Work through ``queue``; where a process dies, stop and return the tasks in hand."""
    if not queue:
        return []
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(min(workers, len(queue)), mp_context=process_context(), initializer=begin, initargs=(settings.model,))
    flying: dict[Future[Outcome], Task] = {}
    try:
        while queue or flying:
            while queue and len(flying) < _AHEAD * workers:
                flying[pool.submit(attempt, queue[0], settings)] = queue[0]
                queue.popleft()
            for future in wait(flying, return_when=FIRST_COMPLETED).done:
                outcome = future.result()
                del flying[future]
                yield outcome
    except BrokenProcessPool:
        wait(flying)
        for future in [future for future in flying if not future.exception()]:
            del flying[future]
            yield future.result()
    except BaseException:
        for child in set(multiprocessing.active_children()) - others:
            child.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        for folder in {task.job.target.rpartition("/")[0] for task in flying.values()}:
            files.sweep(folder)
    return list(flying.values())


def process_context() -> BaseContext:
    """Processes are forked from a small server that has everything loaded and runs no threads; where there is none (Windows), each loads by itself."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.batch.loaded"])
    return context


def begin(model: Path) -> None:
    """What each process does first: leave Ctrl-C to the parent, end with it however it ends, load the model."""
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from pipeline.batch.loaded import load

    load(model)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
