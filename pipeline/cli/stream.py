"""Documents onto standard output, or into one file, whole or not at all."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.language import _

if TYPE_CHECKING:
    from pipeline.batch import Found, Job, Limits
    from pipeline.progress import Part

_ONE, _MANY = (".json",), (".jsonl", ".ndjson")
Write = Callable[[str], object]


def is_stream(output: str) -> bool:
    """Whether ``-o`` names standard output or one file of documents, and not a folder."""
    return output == "-" or (
        Path(output).suffix.lower() in _ONE + _MANY and not Path(output).is_dir()
    )


def extract(found: Found, output: str, model: Path, *, limits: Limits, workers: int) -> int:
    """Write every document: one report as it stands in a file of its own, many one a line. Returns
    the exit code.
    """
    from pipeline.batch.stream import documents
    from pipeline.cli.notices import failed, left_out
    from pipeline.cli.progress import progress

    one = _is_one(found, output)
    faults = list(found.faults)
    with _whole(output) as write, progress([job.size for job in found.jobs]) as advance:

        def reading(job: Job, part: Part) -> None:
            advance.reach(job.name, part)

        made_of = documents(found.jobs, model, limits, workers=workers, reached=reading)
        for job, made in made_of:
            advance(job.size)
            if isinstance(made, dict):
                write(_text(made, one=one))
            else:
                faults.append(made)
    for fault in faults:
        failed(fault)
    left_out(found.left_out)
    return 1 if faults else 0


def _is_one(found: Found, output: str) -> bool:
    many = len(found.jobs) + len(found.faults)
    if Path(output).suffix.lower() in _ONE and many > 1:
        raise click.UsageError(
            _("{output} 只放一份，这里有 {many} 份；请用 .jsonl（每行一份）或文件夹").format(
                output=output, many=many
            )
        )
    return many == 1 and Path(output).suffix.lower() not in _MANY


def _text(document: dict[str, Any], *, one: bool) -> str:
    from pipeline.emit import written

    return written(document) if one else json.dumps(document, ensure_ascii=False) + "\n"


@contextmanager
def _whole(output: str) -> Iterator[Write]:
    """Give a function that writes: to standard output at once, or to a file that is there when all
    is.

    A file in which nothing would stand is not made. Raises ``WriteError``.
    """
    if output == "-":
        yield lambda text: (sys.stdout.buffer.write(text.encode("utf-8")), sys.stdout.flush())
        return
    path = Path(output)
    with _refused(output, "请检查路径、权限和磁盘空间。"):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=".workreport-", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            yield file.write
            wrote = file.tell() > 0
            file.flush()
            os.fsync(file.fileno())
        if wrote:
            with _refused(output, "请检查权限；别的程序开着这个文件的话，请先关上。"):
                os.chmod(part, 0o644)
                os.replace(part, path)
    finally:
        Path(part).unlink(missing_ok=True)


@contextmanager
def _refused(output: str, remedy: str) -> Iterator[None]:
    from pipeline.errors import WriteError

    try:
        yield
    except OSError as fault:
        said = f"写不了（{fault.strerror or fault}）"
        raise WriteError(said, place=output, remedy=remedy) from fault
