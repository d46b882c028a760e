"""A folder that reports come into: each is done once, when it is whole, through a crash."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.batch import Found, Job, Outcome, Settings, find, run_all
from pipeline.document import contents
from pipeline.export import export

State = tuple[int, int]  # size and time of the last change


class Watch:
    """What was seen of a folder.

    ``look`` does what is new and whole; what was done before a crash the run record knows.
    """

    def __init__(self, folder: str, output: str, settings: Settings, *, workers: int = 1) -> None:
        self._folder, self._output, self._settings, self._workers = (
            folder,
            output,
            settings,
            workers,
        )
        self._before: dict[str, State] = {}
        self._done: dict[str, State] = {}

    def look(self) -> list[Outcome]:
        """Do every report that is new or changed and has not grown since the last look;
        what was done already is not said again.
        """
        found = find([self._folder], self._output, form=self._settings.form)
        now = {job.source: state for job in found.jobs if (state := _state(job.source)) is not None}
        whole = [job for job in found.jobs if self._is_new(job, now)]
        self._before = now
        if not whole:
            return []
        self._done |= {job.source: now[job.source] for job in whole}
        outcomes = run_all(_only(found, whole), self._output, self._settings, workers=self._workers)
        return [outcome for outcome in outcomes if outcome.state != "kept"]

    def _is_new(self, job: Job, now: dict[str, State]) -> bool:
        state = now.get(job.source)
        return state is not None and state == self._before.get(job.source) != self._done.get(
            job.source
        )


def _only(found: Found, jobs: list[Job]) -> Found:
    return replace(found, jobs=jobs, faults=[], left_out=[], renamed=[])


def _state(path: str) -> State | None:
    """Size and time of a file, or of the archive that a path goes on in; None where it is gone."""
    place = Path(path)
    for one in (place, *place.parents):
        if one.is_file():
            found = os.stat(one)
            return found.st_size, found.st_mtime_ns
    return None


def rounds(
    watch: Watch, target: tuple[str, str] | None, output: str, pause: Callable[[], None]
) -> Iterator[list[Outcome]]:
    """Look again and again, and after each look that did something put all documents into
    ``target`` (place and format of a table).
    """
    fresh = bool(target) and any(
        Path(output).rglob("*.json")
    )  # a crash may have come between a document and its table
    while True:
        outcomes = watch.look()
        if target and (fresh or any(outcome.state == "done" for outcome in outcomes)):
            _export(output, *target)
            fresh = False
        yield outcomes
        pause()


def _export(output: str, place: str, form: str) -> None:
    from pipeline.document import files

    documents = (pair for file in files([Path(output)]) for pair in contents(file))
    export(documents, place, form, force=True)
