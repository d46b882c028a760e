"""The reports on a Dask cluster: its own scheduler places them, and does again what a dead worker
had in hand.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from pipeline.batch.attempt import failed, said
from pipeline.batch.local import confined, died
from pipeline.batch.names import unicode_of
from pipeline.batch.records import Outcome, Settings, Task
from pipeline.batch.worker import FOLDER
from pipeline.errors import BatchError

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 10  # seconds in which a scheduler must answer, and have a worker
_QUIET = 5  # seconds without a result, after which it is asked whether there are workers still
_RESTART = 60  # seconds in which workers that died must come back
_PAUSE = 0.05  # seconds between looks at what has ended
# reports handed out for each thread of the cluster: enough to keep it busy, few enough for millions
_AHEAD = 8


def on_dask(
    tasks: Sequence[Task], settings: Settings, *, scheduler: str | None, workers: int
) -> Iterator[Outcome]:
    """Every task, as they end, on the cluster at ``scheduler`` or on one of ``workers`` processes
    started here.

    Workers read the reports, each in a process beside it with limits, and write the results
    themselves: every machine must see both places, and have this version installed.
    A report whose worker dies is done by another; those that see four workers die are run once more
    alone, and fail as ``WorkerDied`` if that dies too. Raises ``BatchError`` where Dask is not
    installed, the cluster cannot be reached, or it has no worker, or none is left.
    """
    with _client(scheduler, workers) as client:
        suspects: list[Task] = []
        yield from _handed_out(client, tasks, settings, suspects)
        for task in suspects:
            again: list[Task] = []
            yield from _handed_out(client, [task], settings, again)
            yield from map(died, again)


@contextmanager
def _client(scheduler: str | None, workers: int) -> Iterator[Client]:
    """A client of the cluster.

    What one of our own writes for itself goes where every run looks for what a killed one left.
    """
    try:
        from distributed import Client
    except ImportError as fault:
        raise BatchError(
            "没有安装 Dask",
            place="--engine dask",
            remedy="请运行 pip install 'workreport-zh[cluster]'。",
        ) from fault
    if scheduler is None:
        with TemporaryDirectory(
            prefix=f"{FOLDER}{os.getpid()}-", ignore_cleanup_errors=True
        ) as folder:
            with _without_ctrl_c():
                client = Client(
                    n_workers=workers,
                    threads_per_worker=1,
                    dashboard_address=":0",
                    silence_logs=logging.CRITICAL,
                    local_directory=folder,
                )
            with client:
                yield client
        return
    try:
        client = Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError) as fault:
        raise BatchError(
            f"连不上 Dask 调度器（{fault}）", place=scheduler, remedy="请检查地址、端口和网络。"
        ) from fault
    with client:
        _expect_workers(client, _PATIENCE)
        yield client


def _expect_workers(client: Client, seconds: float) -> None:
    """Raise ``BatchError`` where a scheduler has no worker, and none comes in so many seconds."""
    try:
        client.wait_for_workers(1, timeout=seconds)
    except TimeoutError as fault:
        raise BatchError(
            "Dask 调度器上没有工作进程",
            place=client.scheduler_info()["address"],
            remedy="请启动 dask worker，再运行一次：做完的不会重做。",
        ) from fault


def _next(client: Client, ended: Any) -> Any:
    """Wait for the next report to end, while there are workers."""
    asked = monotonic()
    while not ended.has_ready():
        sleep(_PAUSE)
        if monotonic() - asked > _QUIET:
            _expect_workers(client, _RESTART)
            asked = monotonic()
    return next(ended)


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Processes started here leave Ctrl-C to this one, which ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _handed_out(
    client: Client, tasks: Sequence[Task], settings: Settings, suspects: list[Task]
) -> Iterator[Outcome]:
    """Hand out ``tasks`` a few at a time, so that neither client nor scheduler holds them all;
    dead workers' go into ``suspects``.
    """
    from distributed import KilledWorker, as_completed

    waiting = iter(sorted(tasks, key=lambda task: -task.job.size))
    flying: dict[Any, Task] = {}
    ended = as_completed()

    def hand_out() -> None:
        full = _AHEAD * max(1, sum(client.nthreads().values()))  # workers come and go
        for task in islice(waiting, full - len(flying)):
            # pure: equal tasks would run once
            future = client.submit(confined, task, settings, pure=False)
            flying[future] = task
            ended.add(future)

    hand_out()
    enough = len(flying) // 2
    while flying:
        future = _next(client, ended)
        task = flying.pop(future)
        try:
            outcome = future.result()
        except KilledWorker:
            suspects.append(task)
        # the worker could not even start: no workreport installed, or another version
        except Exception as fault:
            yield failed(task.job, said(fault, unicode_of(task.job.source)))
        else:
            yield outcome
        if len(flying) <= enough:
            hand_out()
