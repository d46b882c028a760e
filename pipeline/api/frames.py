"""Documents and exports as pandas frames, with the types that their columns are described with."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from pipeline.errors import ExportError
from pipeline.export.columns import Column, codelists, columns
from pipeline.export.observations import observations

if TYPE_CHECKING:
    from pipeline.api.document import Document
    from pipeline.english import Lang

_TYPES: Mapping[str, Any] = {"string": "string", "number": "float64", "integer": "Int64"}
_SHEET = "观测"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_frame(
    documents: Document | Iterable[Document], lang: Lang = "zh", *, wide: bool = False
) -> pd.DataFrame:
    """Make one table of documents: one number a row, or with ``wide`` one indicator a row.

    ``lang`` chooses the words of the header and of coded cells: ``zh`` Chinese titles, ``en`` the
    names and codes of an export, and findings in English. Identifiers and codes are strings, dates
    are dates.
    """
    from pipeline.api.document import Document
    from pipeline.api.wide import wide_frame
    from pipeline.check.english import in_language

    if lang not in ("zh", "en"):
        raise ExportError(f"没有 {lang} 这种语言", place="to_frame", remedy="请用 zh 或 en。")
    found = [documents] if isinstance(documents, Document) else list(documents)
    if wide:
        return wide_frame(found, lang)
    rows = [row for one in found for row in observations(in_language(one.content, lang))]
    return spoken(typed(pd.DataFrame(rows, columns=[c.name for c in columns()])), lang)


def read_export(path: str | Path) -> pd.DataFrame:
    """Read a table back that ``workreport export`` wrote, with the right types: by its suffix.

    Raises ``ExportError`` where the file is none of these, or of another make.
    """
    path = Path(path)
    read = _READERS.get(path.suffix.lower())
    if read is None:
        known = "、".join(_READERS)
        raise ExportError("认不出这种表", place=str(path), remedy=f"能读回的有 {known}。")
    try:
        found = read(path)
    except (OSError, ValueError, sqlite3.Error, pd.errors.DatabaseError) as fault:
        remedy = "请给出 workreport export 写的文件。"
        raise ExportError(f"读不了（{fault}）", place=str(path), remedy=remedy) from fault
    names = [column.name for column in columns()]
    if missing := [name for name in names if name not in found]:
        said = "、".join(missing[:3])
        remedy = "请给出 workreport export 写的表；旧版本写的请重新导出。"
        raise ExportError(f"缺少 {said} 等列", place=str(path), remedy=remedy)
    return typed(found[names])


def typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Give every column the type of its description."""
    return pd.DataFrame({column.name: _series(frame[column.name], column) for column in columns()})


def _series(values: pd.Series[Any], column: Column) -> pd.Series[Any]:
    if column.type == "date":
        return pd.to_datetime(values, format="ISO8601").astype("datetime64[s]")
    if column.type == "datetime":
        return pd.to_datetime(values, format="ISO8601", utc=True).astype("datetime64[us, UTC]")
    numbers = values if column.type == "string" else pd.to_numeric(values)
    found: pd.Series[Any] = numbers.astype(_TYPES[column.type])
    return found


def spoken(frame: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Say header and coded cells in Chinese, or leave them as they are exported."""
    if lang == "en":
        return frame
    said = {}
    for column in columns():
        values = frame[column.name]
        if column.codes and column.codes != "UNIT_MEASURE":
            words = {code.id: code.zh for code in codelists()[column.codes]}
            values = values.map(words, na_action="ignore").astype("string").fillna(values)
        said[column.title] = values
    return pd.DataFrame(said)


def _csv(path: Path) -> pd.DataFrame:
    """Read a csv as text, so that codes keep their zeros; an apostrophe before a formula goes."""
    found = pd.read_csv(path, dtype="string", encoding="utf-8-sig", keep_default_na=False)
    return found.map(_unquoted).replace("", None)


def _unquoted(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def _xlsx(path: Path) -> pd.DataFrame:
    return pd.read_excel(path, sheet_name=_SHEET, dtype=object, engine="calamine")


def _jsonl(path: Path) -> pd.DataFrame:
    with path.open(encoding="utf-8") as file:
        return pd.DataFrame([json.loads(line) for line in file])


def _sqlite(path: Path) -> pd.DataFrame:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        query = "SELECT o.*, r.* FROM observations o JOIN reports r USING (doc_id)"
        return _named(pd.read_sql_query(query, database))


def _named(found: pd.DataFrame) -> pd.DataFrame:
    """Give columns the case of their description; a database keeps names in lower case."""
    names = {column.name.lower(): column.name for column in columns()}
    found = found.rename(columns=lambda name: names.get(name.lower(), name))
    return found.loc[:, ~found.columns.duplicated()]


_READERS: Mapping[str, Callable[[Path], pd.DataFrame]] = {
    ".csv": _csv, ".xlsx": _xlsx, ".parquet": pd.read_parquet, ".jsonl": _jsonl, ".ndjson": _jsonl,
    ".db": _sqlite, ".sqlite": _sqlite, ".sqlite3": _sqlite,
}  # fmt: skip
