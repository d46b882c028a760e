"""Many reports: which there are, what is done already, what became of each.

One bad report never stops the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path

from pipeline.batch import files
from pipeline.batch.attempt import kept, stamp
from pipeline.batch.files import make_folder, write_whole
from pipeline.batch.jobs import Found, find
from pipeline.batch.ledger import RECORD, Ledger, opened
from pipeline.batch.limits import DEFAULT, Limits
from pipeline.batch.local import Reached, cores, in_processes
from pipeline.batch.parquet import require
from pipeline.batch.records import Fault, Form, Job, Outcome, Settings, Task
from pipeline.batch.starting import warm

__all__ = [
    "RECORD", "Fault", "Form", "Found", "Job", "Limits", "Outcome", "Settings", "cores", "find",
    "make_folder", "run_all", "settings", "write_whole",
]  # fmt: skip

Engine = Callable[[list[Task], Settings], Iterator[Outcome]]


def settings(
    model: Path, *, form: Form = "json", force: bool = False, limits: Limits = DEFAULT
) -> Settings:
    """What the jobs of a batch share.

    Raises ``ModelError`` where the model is missing, ``BatchError`` where pyarrow is needed and
    missing.
    """
    if form == "parquet":
        require()
    return Settings(model.absolute(), form, stamp(model.absolute(), form), force, limits)


def run_all(
    found: Found,
    output: str,
    shared: Settings,
    *,
    workers: int = 1,
    cluster: Engine | None = None,
    done: Callable[[Outcome], None] = lambda _: None,
    reached: Reached | None = None,
) -> list[Outcome]:
    """Run every job that is not done already, and record each in ``output``;
    ``done`` is called after each, in the order in which they end, ``reached`` with the job and the
    part of its report that is read.

    A report whose name is that of another, done in an earlier run, gets a name of its own:
    both stand in ``found``. ``workers`` is the number of processes that read, beside this one;
    a ``cluster`` takes all tasks instead. The outcomes come in the order of the jobs and do not
    depend on either. Raises ``BatchError`` where another run writes into ``output``,
    ``ModelError``, ``WriteError``.
    """
    ended: dict[str, Outcome] = {}
    with opened(output) as ledger:
        placed = ledger.placed(found.jobs)
        found.renamed += [
            job for job, first in zip(placed, found.jobs, strict=True) if job != first
        ]
        found.jobs[:] = placed
        if not cluster:  # there, workers of a stopped run may still be writing
            files.sweep(output)
        # on Ctrl-C the processes end first
        with closing(_outcomes(found, ledger, shared, workers, cluster, reached)) as outcomes:
            for outcome in outcomes:
                ledger.add(outcome, shared.stamp)
                ended[outcome.job.target] = outcome
                done(outcome)
        if cluster:
            files.sweep(output)
        for result in ledger.moved(found.jobs):
            files.remove(result)
        for fault in found.faults:
            ledger.fail(fault)
        for source in found.left_out:
            ledger.skip(source, "这种格式还读不了")
        return [ended[job.target] for job in found.jobs]


def _outcomes(
    found: Found,
    ledger: Ledger,
    shared: Settings,
    workers: int,
    cluster: Engine | None,
    reached: Reached | None,
) -> Generator[Outcome, None, None]:
    tasks = [Task(job, ledger.before(job)) for job in found.jobs]
    if cluster:
        _require(shared.model)
        yield from cluster(tasks, shared)  # its machines see for themselves what is done
        return
    todo = []
    for task in tasks:
        if outcome := kept(task, shared):
            yield outcome
        else:
            todo.append(task)
    if todo:
        warm()
        _require(shared.model)
    yield from in_processes(todo, shared, workers, reached)


def _require(model: Path) -> None:
    """See that the model can be read: a bad one is one fault, not one for each report."""
    from pipeline.classify.model import load

    load(model)
