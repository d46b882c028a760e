"""A stream out of a compound file, the container of .xls and .et (MS-CFB)."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from struct import unpack_from
from typing import NamedTuple

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_HEADER, _ENTRY = 512, 128
_LISTED = 109  # sectors of the table of sectors that the header lists
_LAST = 0xFFFFFFFA  # numbers from here on are no sectors
_NAME = 64  # bytes of a name
_STREAM, _ROOT = 2, 5


class _Entry(NamedTuple):
    name: str
    kind: int
    start: int
    size: int


def stream(data: bytes, *names: str) -> bytes | None:
    """Give the first stream that has one of ``names``; None where there is none, or damage."""
    if not data.startswith(SIGNATURE) or len(data) < _HEADER:
        return None
    large, small = unpack_from("<HH", data, 30)
    if not (7 <= large <= 12 and 4 <= small < large):
        return None
    sectors = _Sectors(data, 1 << large, 1)
    sectors.after = _numbers(map(sectors.part, _of_table(data, sectors)))
    entries = list(_entries(sectors.chain(unpack_from("<I", data, 48)[0])))
    streams = [entry for entry in entries if entry.kind == _STREAM]
    found = next((entry for name in names for entry in streams if entry.name == name), None)
    if found is None:
        return None
    if found.size >= unpack_from("<I", data, 56)[0]:
        return sectors.chain(found.start)[: found.size]
    root = next((e for e in entries if e.kind == _ROOT), None)
    if root is None:
        return None
    inner = _Sectors(sectors.chain(root.start), 1 << small, 0)
    inner.after = _numbers([sectors.chain(unpack_from("<I", data, 60)[0])])
    return inner.chain(found.start)[: found.size]


class _Sectors:
    """Parts of the same size, and which follows which."""

    def __init__(self, data: bytes, size: int, before: int) -> None:
        self._data, self._size, self._before = data, size, before
        self.after = array("I")

    def part(self, number: int) -> bytes:
        """The bytes of a sector."""
        start = (number + self._before) * self._size
        return self._data[start : start + self._size]

    def chain(self, number: int) -> bytes:
        """The bytes of a sector and of those that follow it, each once."""
        parts: list[bytes] = []
        while number < len(self.after) and len(parts) <= len(self.after):
            parts.append(self.part(number))
            number = self.after[number]
        return b"".join(parts)


def _of_table(data: bytes, sectors: _Sectors) -> Iterator[int]:
    """The sectors that say which sector follows which: those that the header lists, and more."""
    yield from (n for n in unpack_from(f"<{_LISTED}I", data, 76) if n < _LAST)
    number, seen = unpack_from("<I", data, 68)[0], set[int]()
    while number < _LAST and number not in seen and (part := sectors.part(number)):
        seen.add(number)
        *listed, number = _numbers([part]) or [_LAST]
        yield from (n for n in listed if n < _LAST)


def _numbers(parts: Iterable[bytes]) -> array[int]:
    joined = b"".join(parts)
    return array("I", unpack_from(f"<{len(joined) // 4}I", joined))


def _entries(folder: bytes) -> Iterator[_Entry]:
    for at in range(0, len(folder) - _ENTRY + 1, _ENTRY):
        length, kind = unpack_from("<HB", folder, at + _NAME)
        start, size = unpack_from("<II", folder, at + 116)
        name = folder[at : at + min(max(length - 2, 0), _NAME)]
        yield _Entry(name.decode("utf-16-le", "replace"), kind, start, size)
