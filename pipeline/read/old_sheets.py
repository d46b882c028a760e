"""How the cells of a workbook of the old format (.xls, .et) are displayed: its records (BIFF8)."""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

from pipeline.read.compound import stream
from pipeline.read.number_formats import BUILT_IN, Style, style_of

_SHEET, _FORMAT, _SHAPE, _BEGINS, _ENDS = 0x85, 0x41E, 0xE0, 0x809, 0x0A
_CELLS = frozenset((0x203, 0x27E, 0x06, 0xFD, 0x204))  # number, short number, formula, words
_SEVERAL = 0xBD  # short numbers side by side
_INDENT = 0x0F
_PLAIN = Style()


class OldSheets:
    """The styles of the sheets of a file; none where it cannot be read."""

    def __init__(self, data: bytes) -> None:
        self._data = stream(data, "Workbook") or b""
        formats = dict(BUILT_IN)
        shapes: list[tuple[int, int]] = []
        self._starts: dict[str, int] = {}
        for kind, at, size in self._records(0):
            if kind == _FORMAT and size > 4:
                formats[unpack_from("<H", self._data, at)[0]] = self._said(at + 2, size - 2, "<H")
            elif kind == _SHAPE and size > 8:
                indent = self._data[at + 8] & _INDENT
                shapes.append((unpack_from("<H", self._data, at + 2)[0], indent))
            elif kind == _SHEET and size > 8:
                name = self._said(at + 6, size - 6, "<B")
                self._starts.setdefault(name, unpack_from("<I", self._data, at)[0])
        self._styles = [style_of(formats.get(number, ""), indent) for number, indent in shapes]

    def styles(self, sheet: str) -> dict[tuple[int, int], Style]:
        """Give the styles of the cells of a sheet that are not shown as they are."""
        found: dict[tuple[int, int], Style] = {}
        for row, column, shape in self._cells(self._starts.get(sheet, len(self._data))):
            style = self._styles[shape] if shape < len(self._styles) else _PLAIN
            if style != _PLAIN:
                found[row, column] = style
        return found

    def _cells(self, start: int) -> Iterator[tuple[int, int, int]]:
        """Row, column and shape of the cells of the sheet that begins at a place."""
        for kind, at, size in self._records(start):
            if kind in _CELLS and size >= 6:
                yield unpack_from("<HHH", self._data, at)
            elif kind == _SEVERAL and size >= 6:
                row, first = unpack_from("<HH", self._data, at)
                for place in range((size - 6) // 6):
                    yield row, first + place, unpack_from("<H", self._data, at + 4 + 6 * place)[0]

    def _records(self, at: int) -> Iterator[tuple[int, int, int]]:
        """Kind, place and size of the records from a place on, to the end of what begins there;
        those of a chart inside it are left out."""
        depth = 0
        while at + 4 <= len(self._data):
            kind, size = unpack_from("<HH", self._data, at)
            at += 4
            if at + size > len(self._data):
                return
            depth += (kind == _BEGINS) - (kind == _ENDS)
            if depth <= 0:
                return
            if depth == 1:
                yield kind, at, size
            at += size

    def _said(self, at: int, size: int, length: str) -> str:
        """A string: its length, whether its characters are wide, the characters."""
        width = 1 if length == "<B" else 2
        count, wide = unpack_from(length, self._data, at)[0], self._data[at + width] & 1
        said = self._data[at + width + 1 : at + min(size, width + 1 + count * (1 + wide))]
        return said.decode("utf-16-le" if wide else "latin-1", "replace")
