"""xlsx: a workbook for people. Sheets: the table, the passages it came from, and what the columns
and codes mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from pipeline.cells import printable
from pipeline.errors import ExportError
from pipeline.export.around import section_paths
from pipeline.export.columns import Column, codelists, columns
from pipeline.export.documents import Exported

_ROWS, _CHARACTERS = 1_048_576, 32_767  # what a sheet and a cell can hold
_PASSAGES = (
    ("doc_id", 24),
    ("passage_id", 10),
    ("section_path", 40),
    ("passage_type", 13),
    ("horizon", 10),
    ("confidence", 10),
    ("text", 100),
)
_HEAD = {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "valign": "vcenter"}
# what a status looks like, in its own cell and for a contradiction in the name as well
_COLOURS = {
    "check_status": {"contradiction": "#F8CBAD", "cannot_tell": "#FFF2CC", "consistent": "#E2EFDA"},
    "review_status": {
        "accepted": "#C6E0B4",
        "corrected": "#C6E0B4",
        "added": "#C6E0B4",
        "rejected": "#D9D9D9",
    },
    "OBS_STATUS": {"A": "#C6E0B4", "P": "#FFF2CC", "E": "#FFF2CC"},
}
_GUIDE = (
    "每行一个数字。OBS_VALUE 是原文写的数，value_base 是乘上万、亿后的完整数；下降为负。"
    "text 在报告里的位置是 char_start 至 char_end，前后文在 prefix、suffix。",
    "One number a row. OBS_VALUE is the number as written, value_base the number in full; a fall "
    "is negative. Columns folded away hold identifiers and positions: press + above the sheet.",
    "颜色：红 核算矛盾，黄 不能定或约数，绿 一致或已审核，灰 驳回。 Colours: red contradiction, "
    "yellow cannot tell or estimated, green consistent or reviewed, grey rejected.",
)


def write(path: Path, reports: Iterable[Exported]) -> None:
    """Raises ``ExportError`` where the rows are more than a sheet holds."""
    book = xlsxwriter.Workbook(
        str(path),
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    try:
        table, passages = (
            _Sheet(book, "观测", [c.name for c in columns()]),
            _Sheet(book, "段落", [name for name, _ in _PASSAGES]),
        )
        _lay_out(book, table)
        for column, (_, width) in enumerate(_PASSAGES):
            passages.sheet.set_column(column, column, width)
        for document, rows, key in reports:
            for row in rows:
                table.add([_typed(column, row[column.name]) for column in columns()])
            for line in _passages(document, key):
                passages.add(line)
        _colour(book, table)
        for each in (table, passages):
            each.sheet.autofilter(0, 0, max(each.last, 1), each.width - 1)
        _explain(book)
    finally:
        book.close()


class _Sheet:
    """A sheet that grows by rows, with a frozen header."""

    def __init__(self, book: Any, name: str, header: Sequence[str]) -> None:
        self.sheet, self.name, self.width, self.last = (
            book.add_worksheet(name),
            name,
            len(header),
            0,
        )
        self.sheet.freeze_panes(1, 0)
        self.sheet.write_row(0, 0, header, book.add_format(_HEAD))
        self._decimals = [
            book.add_format({"num_format": "#,##0" + ("." + "0" * places if places else "")})
            for places in range(7)
        ]
        self._date, self._time = (
            book.add_format({"num_format": "yyyy-mm-dd"}),
            book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
        )

    def add(self, values: Sequence[Any]) -> None:
        self.last += 1
        if self.last >= _ROWS:
            raise ExportError(
                f"超过一张工作表的 {_ROWS:,} 行",
                place=self.name,
                remedy="请分批导出，或用 --to parquet、csv、sql。",
            )
        for column, value in enumerate(values):
            if value is None:
                continue
            if isinstance(value, str):
                value = printable(value)
                self.sheet.write_string(
                    self.last,
                    column,
                    value if len(value) <= _CHARACTERS else value[: _CHARACTERS - 1] + "…",
                )
            elif isinstance(value, datetime):
                self.sheet.write_datetime(self.last, column, value.replace(tzinfo=None), self._time)
            elif isinstance(value, date):
                self.sheet.write_datetime(
                    self.last, column, datetime(value.year, value.month, value.day), self._date
                )
            else:
                self.sheet.write_number(self.last, column, value, self._decimals[_places(value)])


def _places(value: float) -> int:
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    return min(6, max(0, -exponent)) if isinstance(exponent, int) else 0


def _lay_out(book: Any, table: _Sheet) -> None:
    """Widths, columns folded away, and the Chinese title of a column as a note on its head."""
    for index, column in enumerate(columns()):
        if column.width is None:
            table.sheet.set_column(index, index, 16, None, {"level": 1, "hidden": True})
        else:
            table.sheet.set_column(index, index, column.width)
        table.sheet.write_comment(
            0, index, f"{column.title}\n{column.zh}", {"x_scale": 2, "author": "workreport"}
        )


def _colour(book: Any, table: _Sheet) -> None:
    names = [column.name for column in columns()]
    for name, colours in _COLOURS.items():
        at = names.index(name)
        for code, colour in colours.items():
            rule = {
                "type": "cell",
                "criteria": "==",
                "value": f'"{code}"',
                "format": book.add_format({"bg_color": colour}),
            }
            table.sheet.conditional_format(1, at, max(table.last, 1), at, rule)
    status = xlsxwriter.utility.xl_col_to_name(names.index("check_status"))
    rule = {
        "type": "formula",
        "criteria": f'=${status}2="contradiction"',
        "format": book.add_format({"bg_color": _COLOURS["check_status"]["contradiction"]}),
    }
    table.sheet.conditional_format(
        1, names.index("indicator_text"), max(table.last, 1), names.index("indicator_text"), rule
    )


def _passages(document: Any, key: str) -> Iterable[list[Any]]:
    paths = section_paths(document["sections"])
    for passage in document["passages"]:
        yield [
            key,
            passage["id"],
            paths.get(passage["section"]),
            passage["label"],
            passage["horizon"],
            passage["confidence"],
            passage["text"].strip(),
        ]


def _explain(book: Any) -> None:
    """The sheet 说明: how to read the table, its columns, its codes."""
    sheet, head, wrap = (
        book.add_worksheet("说明"),
        book.add_format(_HEAD),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for column, width in enumerate((18, 18, 10, 30, 60, 60, 30)):
        sheet.set_column(column, column, width)
    lines: list[tuple[Sequence[Any], Any]] = [((line,), None) for line in _GUIDE]
    lines += [((), None), (("列", "名称", "类型", "标准", "说明", "description", "例"), head)]
    lines += [
        ((c.name, c.title, c.type, c.standard or "", c.zh, c.en, c.example), wrap)
        for c in columns()
    ]
    lines += [((), None), (("代码表", "代码", "", "", "含义", "meaning"), head)]
    lines += [
        ((name, code.id, "", "", code.zh, code.en), wrap)
        for name, codes in codelists().items()
        for code in codes
    ]
    for row, (values, style) in enumerate(lines):
        for column, value in enumerate(values):
            sheet.write(row, column, value, style)


def _typed(column: Column, value: Any) -> Any:
    if value is not None and column.type == "date":
        return date.fromisoformat(value)
    return (
        datetime.fromisoformat(value) if value is not None and column.type == "datetime" else value
    )
