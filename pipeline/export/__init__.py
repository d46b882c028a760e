"""export: documents into a table of observations that other systems take.

``export`` writes; ``observations`` gives the rows of one document to whoever wants them in memory.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import ExportError, Refuse
from pipeline.export import datapackage
from pipeline.export.documents import Exported, Same, exported
from pipeline.export.observations import observations
from pipeline.processes import runs

__all__ = ["FORMATS", "Written", "export", "form_of", "observations"]


_DRAFTS = ".workreport-"  # then the number of the process, and what tells its drafts apart


@dataclass(frozen=True, slots=True)
class Form:
    """A format: the module that writes it, the suffixes it is known by, the packages it needs, and
    how a data package calls it.
    """

    module: str
    suffixes: tuple[str, ...]
    extra: str | None
    name: str
    media_type: str


FORMATS: Mapping[str, Form] = {
    "csv": Form("to_csv", (".csv",), None, "csv", "text/csv"),
    "parquet": Form(
        "to_parquet", (".parquet",), "tables", "parquet", "application/vnd.apache.parquet"
    ),
    "xlsx": Form(
        "to_xlsx",
        (".xlsx",),
        "tables",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "jsonl": Form("to_jsonl", (".jsonl", ".ndjson"), None, "jsonl", "application/jsonl"),
    "sql": Form(
        "to_sql", (".db", ".sqlite", ".sqlite3"), "sql", "sqlite", "application/vnd.sqlite3"
    ),
    "sdmx-csv": Form("to_sdmx", (), None, "csv", "application/vnd.sdmx.data+csv;version=2.0.0"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote: reports, rows, rows without a period (which SDMX leaves out), and the
    files, empty for a database server.

    ``same`` lists reports that seem to be one and should be looked at.
    """

    reports: int
    rows: int
    undated: int
    files: tuple[Path, ...]
    same: tuple[Same, ...] = ()


def form_of(target: str) -> str | None:
    """The format that a target names by its suffix, or by being a database URL; None where it names
    none.

    >>> form_of("numbers.xlsx"), form_of("postgresql://host/db"), form_of("numbers")
    ('xlsx', 'sql', None)
    """
    if "://" in target:
        return "sql"
    return next(
        (name for name, form in FORMATS.items() if Path(target).suffix.lower() in form.suffixes),
        None,
    )


def export(
    documents: Iterable[tuple[Path, Mapping[str, Any]]],
    target: str,
    form: str,
    *,
    force: bool = False,
    refuse: Refuse | None = None,
) -> Written:
    """Write the observations of documents (each with the file it is from) to ``target``, whole or
    not at all.

    ``target`` is a path, or for ``sql`` a database URL or the path of an SQLite file. Beside a file
    stands a ``datapackage.json``. A file that was changed since it was exported is overwritten with
    ``force`` only. Raises ``ExportError``; of a document that is torn ``refuse`` is told instead,
    where it is given, and the others are written.
    """
    same: list[Same] = []
    counted = _Counted(exported(documents, same, refuse), same)
    write = _writer(form)
    if "://" in target:
        write(target, counted)
        return counted.written()
    path = Path(target)
    with _draft_folder(path) as folder:
        package = datapackage.described(path.parent)
        if form != "sql" and not force:
            _keep_changed(package, path)
        draft = path if form == "sql" and path.exists() else folder / path.name
        write(f"sqlite:///{draft}" if form == "sql" else draft, counted)
        if not counted.rows:
            raise ExportError(
                "没有一个数字可写", place=str(path), remedy="请确认给出的 JSON 里有指标。"
            )
        beside = (file.name for file in sorted(folder.iterdir()) if file.name != path.name)
        files = [path, *map(path.with_name, beside)]
        package = datapackage.with_resource(
            package, draft, form=form, kind=FORMATS[form].name, media_type=FORMATS[form].media_type
        )
        (folder / datapackage.NAME).write_text(
            json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
        )
        files.append(path.with_name(datapackage.NAME))
        for file in files:
            if (folder / file.name).exists():
                os.replace(folder / file.name, file)
    return counted.written(*files)


def _keep_changed(package: dict[str, Any], path: Path) -> None:
    """Raise ``ExportError`` where a file was changed since it was exported."""
    if path.exists() and datapackage.stated(package, path) != datapackage.digest(path):
        raise ExportError(
            "已有这个文件，而且不是上次导出的原样",
            place=str(path),
            remedy="确认不要其中的改动后加 --force，或换一个文件名。",
        )


def _writer(form: str) -> Callable[..., None]:
    """The function that writes a format.

    Raises ``ExportError`` where its packages are not installed.
    """
    try:
        write: Callable[..., None] = importlib.import_module(
            f"{__name__}.{FORMATS[form].module}"
        ).write
    except ModuleNotFoundError as fault:
        raise ExportError(
            f"没有安装 {fault.name}",
            place=f"--to {form}",
            remedy=f"请先 pip install 'workreport-zh[{FORMATS[form].extra}]'。",
        ) from fault
    return write


@contextmanager
def _draft_folder(path: Path) -> Iterator[Path]:
    """A hidden folder beside ``path`` for files until they are whole; gone afterwards. Raises
    ``ExportError`` where the place refuses.
    """
    if path.is_dir():
        raise ExportError(
            "这是文件夹，要一个文件名", place=str(path), remedy="例：-o numbers.xlsx。"
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path.parent)
        with tempfile.TemporaryDirectory(
            dir=path.parent, prefix=f"{_DRAFTS}{os.getpid()}-"
        ) as folder:
            yield Path(folder)
    except OSError as fault:
        raise ExportError(
            f"写不了（{fault.strerror or fault}）",
            place=str(path),
            remedy="请检查路径、权限和磁盘空间；文件若在 Excel 里打开着，请先关上。",
        ) from fault


def _sweep(parent: Path) -> None:
    """Remove the drafts of exports that were killed."""
    for folder in parent.glob(f"{_DRAFTS}[0-9]*-*"):
        owner = folder.name.removeprefix(_DRAFTS).partition("-")[0]
        if owner.isdigit() and not runs(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


class _Counted:
    """Documents on their way to a writer, counted."""

    def __init__(self, reports: Iterable[Exported], same: list[Same]) -> None:
        self._reports, self.reports, self.rows, self.undated = reports, 0, 0, 0
        self._same = same

    def __iter__(self) -> Iterator[Exported]:
        for report in self._reports:
            self.reports += 1
            self.rows += len(report.rows)
            self.undated += sum(row["TIME_PERIOD"] is None for row in report.rows)
            yield report

    def written(self, *files: Path) -> Written:
        return Written(self.reports, self.rows, self.undated, files, tuple(self._same))
