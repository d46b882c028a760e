"""A process that reads reports one at a time, and is ended where one goes too far.

Requests go to it as Python objects; what comes back is JSON, since it was made of bytes from
anywhere.
"""

from __future__ import annotations

import atexit
import json
import multiprocessing
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pipeline.batch import files
from pipeline.batch.inside import end_session, work
from pipeline.batch.limits import Limits, Passed, out_of_memory, out_of_patience, out_of_time
from pipeline.batch.starting import context, start
from pipeline.errors import BatchError
from pipeline.processes import end_started, memory_of, processor_of
from pipeline.progress import Part

_YOUNG = 0.25  # seconds in which a report is left alone: most are done by then
FOLDER = "workreport-"
_LOADING = 10  # processor seconds more where they are watched: there, each process loads by itself


@dataclass(frozen=True, eq=False, slots=True)
class Call:
    """A function that gives what JSON can hold, and its arguments;
    ``size`` is that of the report in bytes, ``folder`` where its result is written.
    """

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    size: int = 0
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call came to: its value, or the limit it passed, or neither where the process died of
    something else, twice.
    """

    value: Any = None
    passed: Passed | None = None
    died: bool = False


_living: set[Worker] = set()


@atexit.register
def _end_all() -> None:
    """However this process ends, unless it is killed: none of those it started stays behind (one
    that is killed is missed by its own).
    """
    for worker in list(_living):
        worker.end()


class Worker:
    """One process, warm from report to report."""

    def __init__(self, model: Path, limits: Limits) -> None:
        self._limits = limits
        self._call, self._since, self._peak, self._busy = Call(int, ()), 0.0, 0, False
        self._took = 0.0  # processor seconds, where this process has to watch them
        self._room = limits.memory
        self.part: Part | None = None  # that is read now
        self._token = os.urandom(8).hex()
        self._folder = tempfile.mkdtemp(prefix=f"{FOLDER}{os.getpid()}-")
        self._connection, theirs = context().Pipe()
        self._process = context().Process(
            target=work, args=(theirs, model, limits, self._folder, self._token), daemon=True
        )
        _living.add(self)
        try:
            start(self._process)
        except OSError as fault:
            self.end()
            raise BatchError(
                f"起不了进程（{fault.strerror or fault}）",
                place=multiprocessing.current_process().name,
                remedy="请减少 --jobs，或关掉别的程序。",
            ) from fault
        theirs.close()

    @property
    def _pid(self) -> int:
        return self._process.pid or 0

    @property
    def handles(self) -> list[Connection | int]:
        """What to wait on: ready where the process has answered or ended."""
        return [self._connection, self._process.sentinel]

    def give(self, call: Call) -> None:
        """Hand a call over. Ask for its answer before the next."""
        self._call, self._since, self._peak, self._busy = call, time.monotonic(), 0, True
        self._room, self.part, self._took = self._limits.memory, None, processor_of(self._pid)
        with suppress(OSError):  # a process that is gone is found by ``look``
            self._connection.send(
                (call.function, call.arguments, self._limits.processor(call.size))
            )

    def look(self) -> Answer | None:
        """The answer, None while there is none yet. A process beyond its limits is ended here."""
        if self._connection.poll():
            try:
                found = json.loads(self._connection.recv_bytes())
                if "part" not in found:
                    return self._answered(found)
                self._on_part(Part(*found["part"]))
                return None
            except (EOFError, OSError, ValueError):
                return self._buried()
        if not self._process.is_alive():
            return self._buried()
        passed = self._passing()
        if passed:
            self.end()
            return Answer(passed=passed)
        return None

    def _on_part(self, part: Part) -> None:
        """A part is about to be read.

        A page that is a picture has its own time, and there is more room.
        """
        self.part = part
        if part.kind == "page":
            self._since, self._room = time.monotonic(), self._limits.room
            self._took = processor_of(self._pid)

    def _answered(self, found: dict[str, Any]) -> Answer:
        self._busy = False
        if "value" in found:
            return Answer(found["value"])
        return Answer(passed=out_of_memory(self._limits))

    def _passing(self) -> Passed | None:
        age = time.monotonic() - self._since
        if age < _YOUNG:
            return None
        self._peak = max(self._peak, memory_of(self._pid))
        if self._peak > self._room:
            return out_of_memory(self._limits)
        most = self._limits.processor(self._call.size) + _LOADING
        if processor_of(self._pid) - self._took > most:
            return out_of_time(self._limits, self._call.size)
        return (
            out_of_patience(self._limits, self._call.size)
            if age > self._limits.clock(self._call.size)
            else None
        )

    def _buried(self) -> Answer:
        self._process.join(5)
        ended = self._process.exitcode
        self.end()
        if hasattr(signal, "SIGXCPU") and ended == -signal.SIGXCPU:
            return Answer(passed=out_of_time(self._limits, self._call.size))
        if self._peak * 4 > self._room * 3:  # a library that got no more memory and gave up
            return Answer(passed=out_of_memory(self._limits))
        return Answer(died=True)

    def is_fit(self) -> bool:
        """Whether the process is there, and so small that the next report has room."""
        return self._process.is_alive() and memory_of(self._pid) * 2 < self._limits.memory

    def end(self) -> None:
        """End the process with all it started, and remove what it left:
        its temporary folder, a result half-written.
        """
        if self._process.pid is not None:  # else it was stopped before it began
            if self._process.is_alive():
                end_started(self._process.pid)
                self._process.kill()
                self._process.join(10)
            end_session(self._process.pid)
        self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        if self._busy and self._call.folder:
            files.sweep(self._call.folder, token=self._token)
        _living.discard(self)
