"""Reports made into documents by processes that are ended where a report goes too far; the others
go on.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from pipeline.batch.limits import Limits
from pipeline.batch.records import Fault
from pipeline.batch.stream import answered, plain_of
from pipeline.batch.workers import Call, Pool


class Workers:
    """As many processes as are free, each for one report at a time. Use it with ``with``."""

    def __init__(self, count: int, model: Path, limits: Limits) -> None:
        self._model, self._limits = model, limits
        self._free = threading.Semaphore(count)
        self._pool = Pool(count, model, limits)

    def __enter__(self) -> Workers:
        self._pool.__enter__()
        return self

    def __exit__(self, *fault: object) -> None:
        self._pool.__exit__(*fault)

    def document(self, data: bytes, place: str) -> dict[str, Any] | Fault:
        """Make the document of one report, or say what stopped it.

        Its time runs from when a process is free.
        """
        with self._free:
            answer = self._pool.ask(Call(plain_of, (data, place, self._model), len(data)))
        return answered(answer, place, self._limits)
