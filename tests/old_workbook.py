"""Writes workbooks of the old format (BIFF8 in a compound file), as small as readers accept them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from struct import pack, unpack

Cell = str | float | tuple[float, str] | tuple[str, int]  # a value with its number format, words with their indent
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]], *, small: bool = False, short: bool = False) -> bytes:
    """An .xls of ``sheets``; ``small``: in the stream for small ones, ``short``: numbers side by side in one record."""
    shapes = _shapes(sheets)
    codes = sorted({code for code, _ in shapes if code})
    head = _record(0x809, pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    head += b"".join(_record(0x41E, pack("<H", 164 + n) + _said(code, "<H")) for n, code in enumerate(codes))
    head += b"".join(_record(0xE0, pack("<HHHBBBB", 0, 164 + codes.index(code) if code else 0, 0, 0, 0, indent, 0) + bytes(10)) for code, indent in shapes)
    bodies = [_sheet(rows, shapes, short=short) for rows in sheets.values()]
    at = len(head) + sum(12 + len(_wide(name)) for name in sheets) + 4
    for name, body in zip(sheets, bodies, strict=True):
        head += _record(0x85, pack("<IBB", at, 0, 0) + _said(name, "<B"))
        at += len(body)
    return _compound(head + _record(0x0A, b"") + b"".join(bodies), small=small)


def _shapes(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> list[tuple[str, int]]:
    found = {("", 0)} | {_shape(cell) for rows in sheets.values() for row in rows for cell in row}
    return sorted(found)


def _shape(cell: Cell) -> tuple[str, int]:
    if not isinstance(cell, tuple):
        return "", 0
    value, more = cell
    return ("", int(more)) if isinstance(value, str) else (str(more), 0)


def _sheet(rows: Sequence[Sequence[Cell]], shapes: list[tuple[str, int]], *, short: bool) -> bytes:
    body = _record(0x809, pack("<HHHHII", 0x600, 16, 0, 0, 0, 6))
    body += _record(0x200, pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    for number, row in enumerate(rows):
        numbers: list[bytes] = []
        first = 0
        for column, cell in enumerate(row):
            value = cell[0] if isinstance(cell, tuple) else cell
            place = pack("<HHH", number, column, shapes.index(_shape(cell)))
            if isinstance(value, str):
                body += _record(0x204, place + _said(value, "<H"))
            elif short:
                first = first or column
                numbers.append(place[4:] + pack("<I", unpack("<II", pack("<d", value))[1] & ~3))
            else:
                body += _record(0x203, place + pack("<d", value))
        if numbers:
            body += _record(0xBD, pack("<HH", number, first) + b"".join(numbers) + pack("<H", first + len(numbers) - 1))
    return body + _record(0x0A, b"")


def _record(kind: int, data: bytes) -> bytes:
    return pack("<HH", kind, len(data)) + data


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _said(text: str, length: str) -> bytes:
    return pack(length, len(text)) + b"\x01" + _wide(text)


def _compound(stream: bytes, *, small: bool) -> bytes:
    """One stream in a compound file, of sectors of 512 bytes; small ones lie in the stream of the root, in parts of 64."""
    size = len(stream) if small else max(len(stream), 4096)
    held = _padded(stream.ljust(size, b"\0"), 512)
    parts = len(held) // 512
    inner = _padded(pack(f"<{-(-size // 64)}I", *range(1, -(-size // 64)), _END), 512, b"\xff") if small else b""
    tables = -(-(parts + len(inner) // 512 + 1) // 127)
    chains = [*[_TABLE] * tables, _END, *range(tables + 2, tables + 1 + parts), _END]
    if small:
        chains += [*range(len(chains) + 1, len(chains) + len(inner) // 512), _END]
    assert tables <= 109
    first = tables + 1
    folder = _entry("Root Entry", 5, first if small else _END, len(held) if small else 0, child=1) + _entry("Workbook", 2, 0 if small else first, size)
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += pack("<IIIIIIIIII", 0, tables, tables, 0, 4096, first + parts if small else _END, len(inner) // 512, _END, 0, 0)[:36]
    head += pack(f"<{tables}I", *range(tables)) + b"\xff" * (4 * (109 - tables))
    return head.ljust(512, b"\0") + _padded(pack(f"<{len(chains)}I", *chains), 512 * tables, b"\xff") + _padded(folder, 512) + held + inner


def _padded(data: bytes, size: int, fill: bytes = b"\0") -> bytes:
    return data + fill * (-len(data) % size)


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    said = _wide(name) + b"\0\0"
    return said.ljust(64, b"\0") + pack("<HBBIII", len(said), kind, 1, _FREE, _FREE, child) + bytes(36) + pack("<IQ", start, size)
