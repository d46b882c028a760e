"""What is asked of several documents: their series and targets, whether they agree, one table of
all.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.api.document import Document
from pipeline.api.reading import Place, load
from pipeline.document import Document as Known
from pipeline.document import arranged, parsed
from pipeline.english import Lang

if TYPE_CHECKING:
    from pipeline.export import Written

Documents = Collection[Document | Place] | Document | Place


@dataclass(frozen=True, slots=True)
class Tracked:
    """The same indicator over the years, and each target beside its outcome, as frames."""

    series: pd.DataFrame
    targets: pd.DataFrame


def track(documents: Documents) -> Tracked:
    """Follow each indicator of each body through its reports (documents, or JSON files and
    folders).
    """
    return tracked(_known(documents))


def tracked(documents: Iterable[Known]) -> Tracked:
    """Give the frames of documents that are in order of body and year."""
    from pipeline.track import track as follow
    from pipeline.track.files import write

    told = follow(documents)
    with tempfile.TemporaryDirectory(prefix="workreport-") as folder:
        series, aims, *_ = (_table(path) for path in write(Path(folder), [told]))
    return Tracked(series, aims)


def check(documents: Documents, lang: Lang = "zh") -> pd.DataFrame:
    """List whether the numbers of each report agree, and those of reports that follow each other.

    ``lang`` is the language of ``finding``; names and amounts in it stay the report's own.
    ``status`` is consistent, contradiction or cannot tell; the surest contradictions come first.
    """
    from pipeline.check.findings import COLUMNS, findings

    found = [
        {**one.row(lang), "status": one.check.status, "kind": one.check.kind}
        for one in findings(_known(documents))
    ]
    frame = pd.DataFrame(found, columns=[column.name for column in COLUMNS])
    order = frame["status"].map(["contradiction", "cannot tell", "consistent"].index)
    frame = frame.assign(_order=order).sort_values(["_order", "certainty"], ascending=[True, False])
    return frame.drop(columns="_order").reset_index(drop=True).convert_dtypes()


def export(
    documents: Documents,
    path: Place,
    *,
    to: str | None = None,
    force: bool = False,
    lang: Lang = "zh",
) -> Written:
    """Write one table of documents: csv, xlsx, parquet, jsonl, a database, by the suffix or ``to``.

    ``lang`` is the language in which ``check_detail`` says what was checked.

    Raises ``ExportError``.
    """
    from pipeline.check.english import in_language
    from pipeline.errors import ExportError
    from pipeline.export import FORMATS, form_of
    from pipeline.export import export as write

    form = to or form_of(str(path))
    if form is None or form not in FORMATS:
        raise ExportError(
            "看不出要什么格式", place=str(path), remedy=f"请给出 to：{'、'.join(FORMATS)}。"
        )
    made = [(Path(one.path), in_language(one.to_dict(), lang)) for one in _documents(documents)]
    return write(made, str(path), form, force=force)


def _documents(given: Documents) -> list[Document]:
    if isinstance(given, Document):
        return [given]
    if isinstance(given, (str, os.PathLike)):
        return load(given)
    made = [one for one in given if isinstance(one, Document)]
    places = [one for one in given if not isinstance(one, Document)]
    return made + (load(*places) if places else [])


def _known(given: Documents) -> list[Known]:
    return arranged(parsed(dict(one.content), path=Path(one.path)) for one in _documents(given))


def _table(path: Path) -> pd.DataFrame:
    """Read a table of ours: codes are strings, numbers are numbers."""
    codes = {"region": "string", "code": "string"}
    found = pd.read_csv(path, encoding="utf-8-sig")
    kept = {name: kind for name, kind in codes.items() if name in found}
    return pd.read_csv(path, encoding="utf-8-sig", dtype=kept).convert_dtypes()
