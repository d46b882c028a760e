"""The frozen records of a batch.

All are plain data, so that they travel to other processes and machines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pipeline.batch.limits import DEFAULT, Limits

State = Literal["done", "kept", "failed"]
Form = Literal["json", "parquet"]


@dataclass(frozen=True, slots=True)
class Job:
    """One report: where it lies and where its result goes (paths, or URLs such as ``s3://…``),
    what tables call it, its size in bytes.
    """

    source: str
    target: str
    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a report failed: its class, the reason in words, the place and a remedy;
    ``trace`` is set for defects of ours only.
    """

    kind: str
    reason: str
    place: str
    remedy: str
    trace: str = ""

    def __str__(self) -> str:
        return f"{self.kind}：{self.place}：{self.reason}。{self.remedy}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job.

    ``input`` and ``output`` are the SHA-256 of the bytes read and written;
    the counts are those of the document.
    """

    job: Job
    state: State
    input: str = ""
    output: str = ""
    indicators: int = 0
    changes: int = 0
    labels: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What all jobs of a batch share; ``limits`` hold for each report.

    ``stamp`` names the program, its word lists, the model and the form:
    another stamp, another result.
    """

    model: Path
    form: Form
    stamp: str
    force: bool = False
    limits: Limits = DEFAULT


@dataclass(frozen=True, slots=True)
class Task:
    """A job with what the run record says of its earlier result (None where there is none).

    ``data`` are the bytes of what only the first process can read (standard input);
    ``fault`` says that it could not.
    """

    job: Job
    before: dict[str, Any] | None = None
    data: bytes | None = None
    fault: Fault | None = None
