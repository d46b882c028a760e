"""Jobs for many: a zip of reports, done one after another while the caller asks how far it is."""

from __future__ import annotations

import secrets
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.batch.records import Fault
from pipeline.errors import PipelineError, ServeError
from pipeline.read import SUFFIXES, load, members
from pipeline.serve.work import Workers

_ARCHIVE = "reports.zip"
DONE, RUNNING, FAILED = "done", "running", "failed"


@dataclass(slots=True)
class Job:
    """One archive: how far it is, what came of it. Only its own thread writes here."""

    id: str
    name: str
    total: int = 0
    state: str = RUNNING
    documents: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def status(self) -> dict[str, Any]:
        """What a caller is told of it."""
        faults = [
            {"kind": f.kind, "place": f.place, "reason": f.reason, "remedy": f.remedy}
            for f in self.faults
        ]
        done = len(self.documents) + len(self.faults)
        return {
            "id": self.id,
            "name": self.name,
            "state": self.state,
            "total": self.total,
            "done": done,
            "faults": faults,
        }


class Jobs:
    """The jobs of this server, the oldest finished ones forgotten first."""

    def __init__(self, workers: Workers, *, most: int) -> None:
        self._workers, self._most = workers, most
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()

    def start(self, data: bytes, name: str) -> Job:
        """Begin a job on the bytes of an archive. Raises ``ServeError`` where too many are running."""
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
        """The job of that id."""
        return self._jobs.get(id)

    def _run(self, job: Job, data: bytes) -> None:
        try:
            with tempfile.TemporaryDirectory(prefix="workreport-") as folder:
                reports = list(_reports(Path(folder), data))
                job.total = len(reports)
                for path in reports:
                    self._one(job, path, str(path.relative_to(Path(folder) / _ARCHIVE)))
            job.state = DONE
        except PipelineError as fault:
            job.faults.append(Fault(type(fault).__name__, fault.reason, job.name, fault.remedy))
            job.state = FAILED
        except Exception as fault:
            job.faults.append(
                Fault("Defect", f"程序出错（{type(fault).__name__}）", job.name, "请报告给维护者。")
            )
            job.state = FAILED

    def _one(self, job: Job, path: Path, place: str) -> None:
        try:
            found = self._workers.document(load(path), place)
        except PipelineError as fault:
            found = Fault(type(fault).__name__, fault.reason, place, fault.remedy)
        (job.faults if isinstance(found, Fault) else job.documents).append(found)  # type: ignore[arg-type]


def _reports(folder: Path, data: bytes) -> Iterator[Path]:
    archive = folder / _ARCHIVE
    archive.write_bytes(data)
    found = [path for path in members(archive) if path.suffix.lower() in SUFFIXES]
    if not found:
        raise ServeError(
            "不是 .zip，或里面没有能读的报告", place="jobs", remedy="一份报告请送到 /documents。"
        )
    yield from found
