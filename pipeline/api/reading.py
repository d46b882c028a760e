"""Reports into documents: one, a text, a folder of them, or what ``extract`` wrote."""

from __future__ import annotations

import json
import os
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

from pipeline.api.document import Document, document_of
from pipeline.batch.limits import DEFAULT, Limits
from pipeline.errors import LimitError, ReadError
from pipeline.shipped import MODEL

if TYPE_CHECKING:
    from pipeline.batch.local import Reached
    from pipeline.batch.records import Fault

Place = str | os.PathLike[str]
Source = Place | bytes | IO[bytes]
Advance = Callable[[int, int], None]

_PARAMETERS = {
    "--memory": "limits=Limits(memory=…)",
    "--seconds": "limits=Limits(seconds=…)",
    "--jobs": "jobs",
}
_OPTION = re.compile("|".join(_PARAMETERS))


def read(
    source: Source,
    *,
    name: str | None = None,
    limits: Limits | None = None,
    model: Place | None = None,
) -> Document:
    """Read one report: a path, the bytes of a file, or an open binary file, of any kind it may be.

    ``name`` is what the document calls it where there is no path. With ``limits`` it is read by a
    process beside this one, which is ended where the file takes more: for what strangers send.
    Raises ``ReadError``, of which ``LimitError`` is one.
    """
    from pipeline.read import load as load_bytes

    if isinstance(source, (str, os.PathLike)):
        data, place = load_bytes(Path(source)), name or os.fspath(source)
    elif isinstance(source, bytes):
        data, place = source, name or "<bytes>"
    else:
        data, place = source.read(), name or str(getattr(source, "name", "<file>"))
    if not isinstance(data, bytes):
        raise ReadError(
            "文件是以文本方式打开的",
            place=place,
            remedy="请用 open(path, 'rb') 打开，或用 read_text。",
        )
    return document_of(_made(data, place, Path(model or MODEL), limits))


def _made(data: bytes, place: str, model: Path, limits: Limits | None) -> dict[str, Any]:
    if limits is None:
        from pipeline.chain import run_bytes

        return _plain(run_bytes(data, place, model=model))
    from pipeline.batch.stream import document

    found = document(data, place, model, limits)
    if isinstance(found, dict):
        return found
    raise _raised(found)


def read_text(text: str, *, name: str = "<text>", model: Place | None = None) -> Document:
    """Read a report that is a string already. Raises ``ReadError``."""
    from pipeline.chain import analyse, model_at
    from pipeline.emit import emit
    from pipeline.read import read_text as report_of

    path = Path(model or MODEL)
    found = analyse(report_of(text, place=name), model=path)
    return document_of(_plain(emit(found, model=model_at(path).name)))


def read_folder(
    folder: Place,
    *,
    jobs: int | None = None,
    progress: bool | Advance = False,
    errors: Literal["warn", "raise"] = "warn",
    limits: Limits = DEFAULT,
    model: Place | None = None,
) -> Iterator[Document]:
    """Read every report below ``folder``, one after another as they are asked for, in order of
    path.

    ``jobs`` processes read ahead (as many as there are cores); one is ended where a report takes
    more than ``limits`` allow, and the others go on. ``progress`` is True for a bar on the
    terminal, or a function of how many are done and how many there are. A report that cannot be
    read is named in a warning and passed over, or raised with ``errors="raise"``.
    """
    from pipeline.batch import find
    from pipeline.batch.stream import documents

    found = find([os.fspath(folder)], ".")
    faults = [*found.faults]
    if not found.jobs and not faults:
        raise ReadError("没有找到报告", place=os.fspath(folder), remedy="请给出装着报告的文件夹。")
    for fault in faults:
        _report(fault, errors)
    path = Path(model or MODEL)
    with _shown(progress, len(found.jobs)) as (advance, reached):
        made_of = documents(found.jobs, path, limits, workers=jobs, reached=reached)
        for number, (_, made) in enumerate(made_of, 1):
            advance(number, len(found.jobs))
            if isinstance(made, dict):
                yield document_of(made)
            else:
                _report(made, errors)


def load(*paths: Place) -> list[Document]:
    """Read documents back that ``workreport extract`` wrote: JSON files or folders of them, .jsonl.
    """
    from pipeline.document import contents, files

    return [document_of(one) for file in files(map(Path, paths)) for _, one in contents(file)]


def _plain(content: dict[str, Any]) -> dict[str, Any]:
    """Give a document as if it had been read from JSON: lists for tuples, and nothing shared."""
    return json.loads(json.dumps(content))  # type: ignore[no-any-return]


def _report(fault: Fault, errors: str) -> None:
    raised = _raised(fault)
    if errors == "raise":
        raise raised
    warnings.warn(str(raised), stacklevel=3)


def _raised(fault: Fault) -> ReadError:
    """Make an error of a fault; what a command has as an option is a parameter here."""
    kind = LimitError if fault.kind == "LimitError" else ReadError
    remedy = _OPTION.sub(lambda option: _PARAMETERS[option[0]], fault.remedy)
    return kind(fault.reason, place=fault.place, remedy=remedy)


@contextmanager
def _shown(progress: bool | Advance, total: int) -> Iterator[tuple[Advance, Reached | None]]:
    """Give what is told how many are done (the caller's, a bar's, or a silent one), and of parts.
    """
    if callable(progress):
        yield progress, None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, transient=True, disable=not progress) as bar:
        task = bar.add_task("", total=total)
        yield (
            lambda done, _: bar.update(task, completed=done, description=""),
            lambda job, part: bar.update(
                task, description=f"{job.name} {part.number}/{part.total}"
            ),
        )
