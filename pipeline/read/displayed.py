"""How the cells of a workbook are displayed: as a percentage, to how many decimals, indented;
the values alone do not say.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from posixpath import join, normpath

from lxml import etree

from pipeline.errors import ReadError
from pipeline.patterns.page import CELL_REFERENCE
from pipeline.read.content import MOST_MARKUP, bounded
from pipeline.read.number_formats import BUILT_IN, Style, style_of
from pipeline.read.old_sheets import OldSheets

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REMEDY = "请用 Excel 或 WPS 打开后，另存为 .xlsx。"
MOST_CELLS = 5_000_000
_FAR = 1 << 40


class Displayed:
    """The styles of a workbook, new or old; of another file there are none."""

    def __init__(self, data: bytes, *, place: str) -> None:
        self._place = place
        self._archive = zipfile.ZipFile(BytesIO(data)) if data.startswith(b"PK") else None
        self._old = OldSheets(data)
        self._styles = list(self._read_styles())
        self._parts = dict(self._read_parts())

    def styles(self, sheet: str) -> dict[tuple[int, int], Style]:
        """The styles of the cells of a sheet that are not shown as they are, by row and column.

        Raises ``ReadError`` where its corners are so far apart that the table between them would
        not fit into memory.
        """
        found: dict[tuple[int, int], Style] = {}
        part = self._parts.get(sheet)
        if self._archive is None or part is None:
            return self._old.styles(sheet)
        reach = _Reach()
        telling = {
            str(number): style for number, style in enumerate(self._styles) if style != Style()
        }
        try:
            with self._archive.open(part) as file:
                for _, node in etree.iterparse(
                    file, tag=f"{_MAIN}c", huge_tree=False, resolve_entities=False
                ):
                    style = telling.get(node.get("s", ""))
                    if at := CELL_REFERENCE.fullmatch(node.get("r", "")):
                        row, column = int(at["row"]) - 1, _column(at["column"])
                        reach.take(row, column)
                        if style:
                            found[row, column] = style
                    node.clear()
        except (KeyError, etree.LxmlError, zipfile.BadZipFile, zlib.error, OSError) as fault:
            raise ReadError(
                f"工作表“{sheet}”损坏（{fault}）", place=self._place, remedy=_REMEDY
            ) from fault
        bounded(reach.cells, MOST_CELLS, "格的表格", place=self._place)
        return found

    def _read_styles(self) -> Iterator[Style]:
        root = self._xml("xl/styles.xml")
        if root is None:
            return
        formats = dict(BUILT_IN)
        for node in root.iter(f"{_MAIN}numFmt"):
            if (number := node.get("numFmtId", "")).isdecimal():
                formats[int(number)] = node.get("formatCode", "")
        shapes = root.find(f"{_MAIN}cellXfs")
        for node in shapes if shapes is not None else ():
            number = node.get("numFmtId", "0")
            alignment = node.find(f"{_MAIN}alignment")
            indent = alignment.get("indent", "0") if alignment is not None else "0"
            yield style_of(
                formats.get(int(number), "") if number.isdecimal() else "",
                int(indent) if indent.isdecimal() else 0,
            )

    def _read_parts(self) -> Iterator[tuple[str, str]]:
        """The part of each sheet by its name."""
        book, relations = self._xml("xl/workbook.xml"), self._xml("xl/_rels/workbook.xml.rels")
        if book is None or relations is None:
            return
        targets = {node.get("Id"): node.get("Target", "") for node in relations}
        for node in book.iter(f"{_MAIN}sheet"):
            target = targets.get(node.get(_RELATION_ID), "")
            yield (
                node.get("name", ""),
                normpath(target.lstrip("/") if target.startswith("/") else join("xl", target)),
            )

    def _xml(self, name: str) -> etree._Element | None:
        if self._archive is None or name not in self._archive.namelist():
            return None
        try:
            if self._archive.getinfo(name).file_size > MOST_MARKUP:
                return None
            return etree.fromstring(
                self._archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True)
            )
        except (etree.LxmlError, zipfile.BadZipFile, zlib.error, OSError, RuntimeError) as fault:
            raise ReadError(f"表格损坏（{fault}）", place=self._place, remedy=_REMEDY) from fault


class _Reach:
    """The corners of a table, of which a cell or two may stand far from the others."""

    def __init__(self) -> None:
        self._top = self._left = _FAR
        self._bottom = self._right = -1

    def take(self, row: int, column: int) -> None:
        """One cell more."""
        self._top, self._bottom = min(self._top, row), max(self._bottom, row)
        self._left, self._right = min(self._left, column), max(self._right, column)

    @property
    def cells(self) -> int:
        """How many cells a table from corner to corner has."""
        return max(self._bottom - self._top + 1, 0) * max(self._right - self._left + 1, 0)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
