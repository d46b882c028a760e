"""The run record ``_run.jsonl`` in the output folder: a line for each report, with what was done,
kept, skipped or failed, and why.

Lines are appended as reports end, so a killed run loses at most the lines of the reports in hand;
a line torn by a power cut is not read. Each run starts and ends by writing the record anew with the
last line of each result. Object stores cannot append: there the lines are written in pieces of 500
until the end, ``_run-N.jsonl``. A result counts as done only while the digests of input and output,
and the stamp of program, model and form, are those of its line.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from pathlib import PurePosixPath
from typing import Any, TextIO

from pipeline.batch import files
from pipeline.batch.locked import locked
from pipeline.batch.names import component
from pipeline.batch.records import Fault, Job, Outcome
from pipeline.errors import WriteError

RECORD = "_run.jsonl"  # readers of Parquet datasets pass over names that begin so
_PIECE = 500


class Ledger:
    """An open run record of the folder ``output``."""

    def __init__(self, output: str) -> None:
        self._output = output.rstrip("/")
        self._entries: dict[str, str] = {}  # the last line of each result, as JSON
        self._lines: list[str] = []
        self._piece = 0
        self._load()
        self._rewrite()
        self._file = None if files.is_url(output) else _to_append(f"{self._output}/{RECORD}")

    def before(self, job: Job) -> dict[str, Any] | None:
        """The line of the result of ``job``, where an earlier run wrote one from the same file."""
        line = self._entries.get(self._key(job.target))
        entry: dict[str, Any] | None = json.loads(line) if line else None
        return (
            entry
            if entry and entry["state"] != "failed" and entry["report"] == _absolute(job.source)
            else None
        )

    def placed(self, jobs: Sequence[Job]) -> list[Job]:
        """``jobs``, each under a free name where the result of another report stands under its own;
        the order stays.

        A report that was moved, and is the same to the byte, goes on under its old name.
        """
        taken, found = {job.target for job in jobs}, []
        for job in jobs:
            if not self._is_free(job.target, job):
                names = self._other_names(job)
                targets = {
                    f"{self._output}/{name}{PurePosixPath(job.target).suffix}": name
                    for name in names
                }
                target = next(t for t in targets if t not in taken and self._is_free(t, job))
                taken.add(target)
                job = replace(job, target=target, name=targets[target])
            found.append(job)
        return found

    def _other_names(self, job: Job) -> list[str]:
        """What the result of ``job`` may be called instead: its name with the suffix, where the
        other differs in that; below the folder of the report; with a digest of its place.
        """
        above, name = os.path.split(
            self._key(job.target).removesuffix(PurePosixPath(job.target).suffix)
        )
        source = _absolute(job.source)
        folder, file = os.path.split(source)
        names = (
            [component(file)] if os.path.dirname(self._owner(job.target) or "") == folder else []
        )
        names.append(f"{component(os.path.basename(folder))}/{name}")
        digest = hashlib.sha256(os.fsencode(source)).hexdigest()
        names += [component(f"{name}-{digest[:size]}") for size in (12, 64)]
        return [f"{above}/{name}" if above else name for name in names]

    def _owner(self, target: str) -> str | None:
        """The report whose result, of today or set aside, stands at ``target``;
        None where nothing stands there that a run wrote.
        """
        line = self._entries.get(self._key(target))
        if not line or not (files.exists(target) or files.exists(files.old(target))):
            return None
        return str(json.loads(line)["report"])

    def _is_free(self, target: str, job: Job) -> bool:
        owner = self._owner(target)
        if owner is None or owner == _absolute(job.source):
            return True
        was = json.loads(self._entries[self._key(target)]).get("input")
        return files.digest(owner) is None and was == files.digest(job.source)

    def moved(self, jobs: Sequence[Job]) -> Iterator[str]:
        """Results that earlier runs wrote for these reports under names no longer theirs."""
        sources, keys = (
            {_absolute(job.source) for job in jobs},
            {self._key(job.target) for job in jobs},
        )
        for key in [key for key in self._entries if key not in keys]:
            entry = json.loads(self._entries[key])
            if entry["report"] in sources and entry["state"] in ("done", "kept"):
                del self._entries[key]
                yield f"{self._output}/{key}"

    def add(self, outcome: Outcome, stamp: str) -> None:
        """Append what became of a job."""
        line: dict[str, Any] = {
            "report": _absolute(outcome.job.source),
            "result": self._key(outcome.job.target),
            "state": outcome.state,
        }
        if outcome.fault:
            line |= _stated(outcome.fault)
        else:
            line |= {"input": outcome.input, "output": outcome.output, "stamp": stamp}
            line |= {
                "indicators": outcome.indicators,
                "changes": outcome.changes,
                "labels": outcome.labels,
            }
        self.note(line | {"seconds": round(outcome.seconds, 3)})

    def fail(self, fault: Fault) -> None:
        """Append a fault that belongs to no job, such as a folder that cannot be read."""
        self.note({"report": fault.place, "state": "failed"} | _stated(fault))

    def skip(self, source: str, reason: str) -> None:
        """Append a file that was left out."""
        self.note({"report": _absolute(source), "state": "skipped", "reason": reason})

    def note(self, line: dict[str, Any]) -> None:
        """Append a line; it is with the operating system when this returns (on object stores,
        when its piece is full).
        """
        text = json.dumps(line, ensure_ascii=False) + "\n"
        self._entries[line.get("result") or line["report"]] = text
        if not self._file:
            self._lines.append(text)
            if len(self._lines) >= _PIECE:
                self._piece += 1
                files.write(f"{self._output}/_run-{self._piece:06}.jsonl", _bytes(self._lines))
                self._lines.clear()
            return
        try:
            self._file.write(text)
            self._file.flush()
        except OSError as fault:
            raise WriteError(
                f"运行记录写不进去（{fault.strerror}）",
                place=f"{self._output}/{RECORD}",
                remedy="请检查磁盘空间；写好的结果都在，再运行一次即可。",
            ) from fault

    def close(self) -> None:
        """Write the record anew, one line each, as it stands at the end of the run."""
        if self._file:
            with suppress(OSError):
                self._file.close()
        self._rewrite()

    def _key(self, target: str) -> str:
        return target.removeprefix(self._output + "/")

    def _load(self) -> None:
        for place in (f"{self._output}/{RECORD}", *_pieces(self._output)):
            for line in (
                files.read(place).decode("utf-8", "replace").split("\n")
                if files.exists(place)
                else ()
            ):
                # a torn line; a fault of an earlier run that belongs to no job
                with suppress(ValueError, KeyError, TypeError):
                    self._entries[json.loads(line)["result"]] = line + "\n"

    def _rewrite(self) -> None:
        files.write(f"{self._output}/{RECORD}", _bytes(self._entries.values()))
        for place in _pieces(self._output):
            files.remove(place)


@contextmanager
def opened(output: str) -> Iterator[Ledger]:
    """The run record of ``output``, for this run alone.

    Raises ``BatchError`` while another run writes into the same folder.

    The lock ends with its process, however that ends. Object stores have none:
    two runs there do the work twice, with the same results.
    """
    files.make_folder(output)
    with locked(output):
        try:
            ledger = Ledger(output)
            try:
                yield ledger
            finally:
                ledger.close()
        except BaseException:  # stopped in the middle of a write
            files.sweep_own(output)
            raise


def _to_append(place: str) -> TextIO:
    return open(place, "a", encoding="utf-8", errors="backslashreplace", newline="\n")


def _pieces(output: str) -> list[str]:
    if not files.is_url(output):
        return []
    system, path = files.remote(output)
    return sorted(
        str(system.unstrip_protocol(piece)) for piece in system.glob(f"{path}/_run-*.jsonl")
    )


def _absolute(source: str) -> str:
    return source if files.is_url(source) else os.path.abspath(source)


def _stated(fault: Fault) -> dict[str, str]:
    return {key: value for key, value in asdict(fault).items() if value}


def _bytes(lines: Iterable[str]) -> bytes:
    return "".join(lines).encode("utf-8", "backslashreplace")
