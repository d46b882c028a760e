"""Processes that read reports: as many as are wanted, warm from report to report,
each ended alone where a report goes too far.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from pathlib import Path

from pipeline.batch.limits import Limits
from pipeline.batch.worker import FOLDER, Answer, Call, Worker
from pipeline.processes import runs
from pipeline.progress import Part

__all__ = ["Answer", "Call", "Pool", "Watch"]

Watch = Callable[[Call, Part], None]
_TICK = 0.05  # seconds between two looks at a process


@dataclass(slots=True)
class Pool:
    """Up to ``count`` processes. Use it with ``with``: they end when it does, however it does."""

    count: int
    model: Path
    limits: Limits
    watch: Watch | None = None
    _idle: deque[Worker] = field(default_factory=deque)

    def __enter__(self) -> Pool:
        _sweep_folders()
        return self

    def __exit__(self, *_: object) -> None:
        while self._idle:
            self._idle.pop().end()

    def each(self, calls: Iterable[Call]) -> Iterator[tuple[Call, Answer]]:
        """Every call with its answer, as they end. A call whose process dies is tried once more."""
        waiting, again, tried = iter(calls), deque[Call](), set[Call]()
        busy: dict[Worker, Call] = {}
        try:
            while True:
                while len(busy) < self.count and (
                    call := again.popleft() if again else next(waiting, None)
                ):
                    worker = self._free()
                    busy[worker] = call
                    worker.give(call)
                if not busy:
                    return
                wait([handle for worker in busy for handle in worker.handles], _TICK)
                for call, answer in self._ended(busy):
                    if answer.died and call not in tried:
                        tried.add(call)
                        again.append(call)
                    else:
                        yield call, answer
        finally:
            for worker in busy:
                worker.end()

    def _ended(self, busy: dict[Worker, Call]) -> Iterator[tuple[Call, Answer]]:
        """The calls that have their answer, whose workers are free again."""
        for worker, call in list(busy.items()):
            answer = worker.look()
            if self.watch and worker.part:
                self.watch(call, worker.part)
            if answer is not None:
                del busy[worker]
                self._back(worker)
                yield call, answer

    def ask(self, call: Call) -> Answer:
        """The answer to one call; threads may ask at once."""
        return next(answer for _, answer in self.each([call]))

    def _free(self) -> Worker:
        with suppress(IndexError):
            return self._idle.pop()
        return Worker(self.model, self.limits)

    def _back(self, worker: Worker) -> None:
        if worker.is_fit():
            self._idle.append(worker)
        else:
            worker.end()


def _sweep_folders() -> None:
    """Remove the temporary folders of runs that were killed together with all their processes."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}[0-9]*-*"):
        owner = folder.name.removeprefix(FOLDER).partition("-")[0]
        with suppress(OSError):
            if owner.isdigit() and not runs(int(owner)) and _is_ours(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether this user made it; where the system does not say (Windows),
    the temporary folder is the user's own.
    """
    return sys.platform == "win32" or folder.stat().st_uid == os.getuid()
