"""Jobs for many: a zip of reports, done by as many processes as there are while the caller asks how
far it is.
"""

from __future__ import annotations

import secrets
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.batch.records import Fault
from pipeline.english import Lang
from pipeline.errors import PipelineError, ServeError
from pipeline.read import SUFFIXES, load, members
from pipeline.serve.limits import Bounds
from pipeline.serve.refusals import told
from pipeline.serve.work import Workers

_ARCHIVE = "reports.zip"
DONE, RUNNING, FAILED = "done", "running", "failed"


@dataclass(slots=True)
class Job:
    """One archive: how far it is, what came of it, report by report in their order."""

    id: str
    name: str
    state: str = RUNNING
    results: list[dict[str, Any] | Fault | None] = field(default_factory=list)
    fault: Fault | None = None

    @property
    def documents(self) -> list[dict[str, Any]]:
        """The documents made so far, in the order of their reports."""
        return [one for one in self.results if isinstance(one, dict)]

    def status(self, lang: Lang = "zh") -> dict[str, Any]:
        """Say how far it is, and what failed."""
        faults = [one for one in (*self.results, self.fault) if isinstance(one, Fault)]
        return {
            "id": self.id,
            "name": self.name,
            "state": self.state,
            "total": len(self.results),
            "done": sum(one is not None for one in self.results),
            "faults": [told(one, lang) for one in faults],
        }


class Jobs:
    """The jobs of this server, the oldest finished ones forgotten first. Use it with ``with``."""

    def __init__(self, workers: Workers, bounds: Bounds) -> None:
        self._workers, self._most = workers, bounds.jobs
        self._threads = ThreadPoolExecutor(bounds.workers, "workreport-jobs")
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()

    def __enter__(self) -> Jobs:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    def start(self, data: bytes, name: str) -> Job:
        """Begin a job on the bytes of an archive.

        Raises ``ServeError`` where too many are running.
        """
        job = Job(secrets.token_urlsafe(12), name)
        with self._lock:
            for old in [key for key, one in self._jobs.items() if one.state != RUNNING]:
                if len(self._jobs) < self._most:
                    break
                del self._jobs[old]
            if len(self._jobs) >= self._most:
                raise ServeError("同时在做的任务太多", place=name, remedy="请等一些做完再送。")
            self._jobs[job.id] = job
        threading.Thread(target=self._run, args=(job, data), daemon=True).start()
        return job

    def of(self, id: str) -> Job | None:
        """Give the job of that id."""
        return self._jobs.get(id)

    def _run(self, job: Job, data: bytes) -> None:
        try:
            with tempfile.TemporaryDirectory(prefix="workreport-") as folder:
                self._each(job, Path(folder), data)
            job.state = DONE
        except PipelineError as fault:
            job.fault = Fault(type(fault).__name__, fault.reason, job.name, fault.remedy)
            job.state = FAILED
        except Exception as fault:
            job.fault = _defect(fault, job.name)
            job.state = FAILED

    def _each(self, job: Job, folder: Path, data: bytes) -> None:
        reports = list(_reports(folder, data))
        job.results = [None] * len(reports)
        wait([self._threads.submit(self._one, job, *one) for one in enumerate(reports)])

    def _one(self, job: Job, number: int, path: Path) -> None:
        place = path.as_posix().rpartition(f"/{_ARCHIVE}/")[2]
        try:
            job.results[number] = self._workers.document(load(path), place)
        except PipelineError as fault:
            job.results[number] = Fault(type(fault).__name__, fault.reason, place, fault.remedy)
        except Exception as fault:
            job.results[number] = _defect(fault, place)


def _defect(fault: Exception, place: str) -> Fault:
    return Fault("Defect", f"程序出错（{type(fault).__name__}）", place, "请报告给维护者。")


def _reports(folder: Path, data: bytes) -> Iterator[Path]:
    archive = folder / _ARCHIVE
    archive.write_bytes(data)
    found = [path for path in members(archive) if path.suffix.lower() in SUFFIXES]
    if not found:
        raise ServeError(
            "不是 .zip，或里面没有能读的报告", place="jobs", remedy="一份报告请送到 /documents。"
        )
    yield from found
