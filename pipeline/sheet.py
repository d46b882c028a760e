"""One table into one file, in the format its name asks for:
.csv, .jsonl, .html, .xlsx, .dta, .parquet.

CSV is UTF-8 with a BOM, for Excel on Chinese Windows. Numbers are written in full; a number that
a spreadsheet or a float cannot hold exactly stands there as text.
"""

from __future__ import annotations

import csv
import html
import importlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from pipeline.cells import unrun
from pipeline.errors import MissingError, WriteError

Cell = str | int | float | Decimal | None
Row = Mapping[str, Cell]
Rows = Iterable[Row]

_EXACT = Decimal(10) ** 15  # below it a double holds every digit of a number with two decimals
_SHEET_ROWS = 1_048_575
_CELL = 32_767
_STYLE = (
    "body{font:15px/1.6 system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:2rem}"
    "table{border-collapse:collapse}th,td{border-bottom:1px solid #ccc;padding:.3rem .6rem;"
    "text-align:left;vertical-align:top}th{position:sticky;top:0;background:#1f3a5f;color:#fff}"
    "td.n{text-align:right;white-space:nowrap}"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what people read above it, what it holds, and its width in a workbook."""

    name: str
    title: str
    kind: Literal["text", "integer", "number"] = "text"
    width: int = 12


def suffixes() -> tuple[str, ...]:
    """The endings that ``write`` knows."""
    return tuple(_WRITERS)


def write(path: Path, columns: Sequence[Column], rows: Rows, *, title: str = "") -> int:
    """Write a table whole or not at all; the number of rows.

    Raises ``WriteError`` or ``MissingError``.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise WriteError(
            f"不认得后缀 {path.suffix or '（没有后缀）'}", place=str(path),
            remedy=f"请用其中之一：{' '.join(_WRITERS)}。",
        )  # fmt: skip
    counted = _Counted(rows)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".workreport-", suffix=path.suffix)
        os.close(handle)
    except OSError as fault:
        raise _refused(path, fault) from fault
    try:
        writer(Path(draft), columns, counted, title)
        os.chmod(draft, 0o644)
        os.replace(draft, path)
    except ModuleNotFoundError as fault:
        remedy = "请先 pip install 'workreport-zh[tables]'。"
        raise MissingError(f"没有安装 {fault.name}", place=str(path), remedy=remedy) from fault
    except OSError as fault:
        raise _refused(path, fault) from fault
    finally:
        Path(draft).unlink(missing_ok=True)
    return counted.count


def _refused(path: Path, fault: OSError) -> WriteError:
    remedy = "请检查路径、权限和磁盘空间；文件若在 Excel 里打开着，请先关上。"
    return WriteError(f"写不了（{fault.strerror or fault}）", place=str(path), remedy=remedy)


class _Counted:
    """Rows on their way to a file, counted."""

    def __init__(self, rows: Rows) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row


class Csv:
    """A CSV file that grows by rows."""

    def __init__(self, path: Path, names: Sequence[str]) -> None:
        self._path, self._names = path, names

    def __enter__(self) -> Csv:
        self._file = self._path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, lineterminator="\r\n")
        self._writer.writerow(self._names)
        return self

    def __exit__(self, *fault: object) -> None:
        self._file.close()

    def add(self, rows: Rows) -> None:
        """Write rows by the names of their cells; what a row lacks is left empty."""
        self._writer.writerows([_in_csv(row.get(name)) for name in self._names] for row in rows)


def _csv(path: Path, columns: Sequence[Column], rows: Rows, title: str) -> None:
    with Csv(path, [column.name for column in columns]) as file:
        file.add(rows)


def _in_csv(cell: Cell) -> str:
    """A text that a spreadsheet would run as a formula gets an apostrophe."""
    if isinstance(cell, str):
        return unrun(cell)
    return _plain(cell)


def _plain(cell: Cell) -> str:
    """A number in full, without an exponent."""
    return "" if cell is None else f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _jsonl(path: Path, columns: Sequence[Column], rows: Rows, title: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            shape = {c.name: _in_json(row.get(c.name)) for c in columns}
            file.write(json.dumps(shape, ensure_ascii=False) + "\n")


def _in_json(cell: Cell) -> Cell:
    if not isinstance(cell, Decimal):
        return cell
    if cell == cell.to_integral_value():
        return int(cell)
    return float(cell) if abs(cell) < _EXACT else f"{cell:f}"


def _html(path: Path, columns: Sequence[Column], rows: Rows, title: str) -> None:
    head = "".join(f"<th>{html.escape(c.title)}</th>" for c in columns)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(
            f'<!doctype html><html lang="{"en" if title.isascii() else "zh"}"><meta '
            f'charset="utf-8"><title>{html.escape(title)}'
            f"</title><style>{_STYLE}</style><h1>{html.escape(title)}</h1>"
            f"<table><thead><tr>{head}</tr></thead><tbody>\n"
        )
        for row in rows:
            cells = (_td(c, row.get(c.name)) for c in columns)
            file.write(f"<tr>{''.join(cells)}</tr>\n")
        file.write("</tbody></table></html>\n")


def _td(column: Column, cell: Cell) -> str:
    mark = "" if column.kind == "text" else ' class="n"'
    return f"<td{mark}>{html.escape(_plain(cell))}</td>"


def _xlsx(path: Path, columns: Sequence[Column], rows: Rows, title: str) -> None:
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(path), {**options, "strings_to_numbers": False})
    sheet = book.add_worksheet(title[:31] or "表")
    bold = book.add_format({"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width, wrapped)
        sheet.write_string(0, at, column.title, bold)
    sheet.freeze_panes(1, 0)
    last = 0
    for last, row in enumerate(rows, 1):
        if last > _SHEET_ROWS:
            raise WriteError(
                "行数超过一张表所能容", place=str(path), remedy="请改用 .csv 或 .parquet。"
            )
        for at, column in enumerate(columns):
            _in_xlsx(sheet, last, at, row.get(column.name), wrapped)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    book.close()


def _in_xlsx(sheet: Any, line: int, at: int, cell: Cell, form: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(line, at, cell[:_CELL], form)
    elif cell is not None and abs(Decimal(str(cell))) < _EXACT:
        sheet.write_number(line, at, float(cell), form)
    elif cell is not None:
        sheet.write_string(line, at, _plain(cell), form)


def _frame(columns: Sequence[Column], rows: Rows) -> Any:
    import pandas

    types: Any = {"text": "string", "integer": "Int64", "number": "Float64"}
    held = list(rows)
    data = {c.name: [_in_frame(c, row.get(c.name)) for row in held] for c in columns}
    frame = pandas.DataFrame(data, columns=[c.name for c in columns])
    return frame.astype({c.name: types[c.kind] for c in columns})


def _in_frame(column: Column, cell: Cell) -> Any:
    if cell is None or column.kind == "text":
        return cell
    return int(cell) if column.kind == "integer" else float(cell)


def _parquet(path: Path, columns: Sequence[Column], rows: Rows, title: str) -> None:
    importlib.import_module("pyarrow")
    _frame(columns, rows).to_parquet(path, index=False)


def _dta(path: Path, columns: Sequence[Column], rows: Rows, title: str) -> None:
    """Stata 14 and later (format 118, UTF-8), the titles as labels of the variables."""
    frame = _frame(columns, rows)
    for column in columns:
        if column.kind == "text":
            frame[column.name] = frame[column.name].fillna("").astype(object)
        else:
            frame[column.name] = frame[column.name].astype("float64")
    long = [c.name for c in columns if c.kind == "text" and frame[c.name].str.len().max() > 400]
    labels = {column.name: column.title[:80] for column in columns}
    frame.to_stata(path, write_index=False, version=118, variable_labels=labels, convert_strl=long)


_WRITERS: Mapping[str, Callable[[Path, Sequence[Column], Rows, str], None]] = {
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".html": _html,
    ".xlsx": _xlsx,
    ".dta": _dta,
    ".parquet": _parquet,
}
