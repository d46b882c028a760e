"""Reports made into documents by processes that may be ended: one that takes too long, or all the memory, harms nobody else."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as Late
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from pipeline.batch.attempt import document_of
from pipeline.batch.local import begin, process_context
from pipeline.batch.records import Fault


class Workers:
    """A pool of processes that is made anew where one had to be ended."""

    def __init__(self, count: int, model: Path) -> None:
        self._count, self._model, self._lock = count, model, threading.Lock()
        self._free = threading.Semaphore(count)
        self._pool = self._made()

    def _made(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._count, mp_context=process_context(), initializer=begin, initargs=(self._model,)
        )

    def document(self, data: bytes, place: str, seconds: float) -> dict[str, Any] | Fault:
        """Make the document of one report, or say what stopped it. The time runs from when a process is free."""
        with self._free:
            pool = self._pool
            try:
                flying: Future[Any] = pool.submit(document_of, data, place, self._model)
                return flying.result(seconds)  # type: ignore[no-any-return]
            except Late:
                self._anew(pool)
                return Fault("TimeoutError", f"超过 {seconds:.0f} 秒", place, "请拆开这份报告，或放宽 --seconds。")
            except (BrokenProcessPool, RuntimeError):
                self._anew(pool)
                return Fault("WorkerDied", "处理中的进程被结束，可能是旁边的报告超时", place, "请再送一次；总是如此的话，请拆开这份报告。")

    def _anew(self, pool: ProcessPoolExecutor) -> None:
        """End every process of ``pool`` and start others; only the first that finds it broken does."""
        with self._lock:
            if self._pool is pool:
                self._pool = self._made()
                _end(pool)

    def close(self) -> None:
        """End all processes."""
        with self._lock:
            _end(self._pool)


def _end(pool: ProcessPoolExecutor) -> None:
    processes = list((pool._processes or {}).values())
    for process in processes:
        process.kill()
    pool.shutdown(wait=False, cancel_futures=True)
