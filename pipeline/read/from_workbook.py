"""A workbook (xlsx, xls, et) as a document: each sheet that is shown a section, each row a line,
values as the sheet displays them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

from pipeline.errors import ReadError
from pipeline.patterns.tables import SHEET_NAME
from pipeline.progress import reach
from pipeline.read.content import Content, bounded
from pipeline.read.displayed import MOST_CELLS, Displayed
from pipeline.read.from_html import joined
from pipeline.read.number_formats import Style
from pipeline.tables import Piece, gathered, row_of

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_PLAIN = Style()


def from_workbook(data: bytes, *, place: str) -> Content:
    """The text of the sheets and the cells of their tables.

    Raises ``ReadError`` for what is locked or broken, and where every sheet is empty.
    """
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    except python_calamine.PasswordError as fault:
        raise ReadError(
            "表格有密码", place=place, remedy="请用密码打开后，另存为没有密码的文件。"
        ) from fault
    except (python_calamine.CalamineError, OSError, ValueError) as fault:
        raise ReadError(
            f"表格打不开（{fault}）", place=place, remedy="请用 Excel 或 WPS 打开后，另存为 .xlsx。"
        ) from fault
    lines = list(_Sheets(book, Displayed(data, place=place), place).lines())
    if not lines:
        raise ReadError("表格里没有内容", place=place, remedy="请确认文件内容。")
    text, headings = joined(lines)
    return Content(text, headings=headings, grids=gathered(lines, place=place))


class _Sheets:
    """An open workbook, read sheet by sheet."""

    def __init__(self, book: CalamineWorkbook, displayed: Displayed, place: str) -> None:
        self._book, self._displayed, self._place = book, displayed, place
        self._tables = count(1)
        self._cells = 0

    def lines(self) -> Iterator[tuple[str, int]]:
        """The name of each sheet as a heading, unless it is the only one and has none yet, and its
        rows."""
        import python_calamine

        sheets = self._book.sheets_metadata
        for number, about in enumerate(sheets, 1):
            reach("sheet", number, len(sheets))
            if (
                about.typ != python_calamine.SheetTypeEnum.WorkSheet
                or about.visible != python_calamine.SheetVisibleEnum.Visible
            ):
                continue
            try:
                styles = self._displayed.styles(about.name)
                sheet = self._book.get_sheet_by_name(about.name)
                rows = list(self._rows(sheet, styles))
            except (python_calamine.CalamineError, OSError, ValueError) as fault:
                raise ReadError(
                    f"工作表“{about.name}”损坏（{fault}）",
                    place=self._place,
                    remedy="请用 Excel 或 WPS 打开后，另存为 .xlsx。",
                ) from fault
            if rows:
                name = " ".join(about.name.split())
                if len(sheets) > 1 or not SHEET_NAME.fullmatch(name):
                    yield name, 1
                yield from rows

    def _rows(
        self, sheet: CalamineSheet, styles: dict[tuple[int, int], Style]
    ) -> Iterator[tuple[str, int]]:
        """The rows of a sheet; an empty one parts two tables."""
        merged = {
            start: (end[0] - start[0] + 1, end[1] - start[1] + 1)
            for start, end in sheet.merged_cell_ranges or ()
        }
        table, first, filled = next(self._tables), 0, False
        for number, values in enumerate(sheet.iter_rows()):
            self._cells += len(values)
            bounded(self._cells, MOST_CELLS, "格的表格", place=self._place)
            words = [
                _word(value, styles.get((number, column), _PLAIN))
                for column, value in enumerate(values)
            ]
            last = max((column for column, word in enumerate(words) if word), default=-1) + 1
            if not last:
                if filled:
                    table, filled = next(self._tables), False
                continue
            if not filled:
                first, filled = number, True
            shapes = []
            for column in range(last):
                height, width = merged.get((number, column), (1, 1))
                shapes.append(
                    Piece(
                        0,
                        0,
                        height,
                        width,
                        styles.get((number, column), _PLAIN).indent + _lead(values[column]),
                        column,
                    )
                )
            row = row_of(words[:last], table, number - first, shapes)
            if row:
                yield row, 0


def _lead(value: Any) -> int:
    if not isinstance(value, str):
        return 0
    lead = value[: len(value) - len(value.lstrip())]
    return lead.count("\u3000") + (len(lead) - lead.count("\u3000")) // 2


def _word(value: Any, style: Style) -> str:
    """A value as the sheet shows it: 0.052 in a style of percent is 5.2%.

    >>> _word(0.0904, Style(decimals=2, percent=True)), _word(34.0, Style(decimals=1))
    ('9.04%', '34.0')
    >>> _word(34.0, Style()), _word(" 指\\n标 ", Style())
    ('34', '指标')
    """
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        number = Decimal(format(value, ".15g")) * (100 if style.percent else 1)
        comma = "," if style.grouped else ""
        shown = (
            f"{number:{comma}.{style.decimals}f}"
            if style.decimals is not None
            else format(number.normalize(), "f")
        )
        return shown + ("%" if style.percent else "")
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    pieces = [piece.strip() for piece in str(value).split("\n")]
    return "".join(pieces).replace("\t", " ").strip()
