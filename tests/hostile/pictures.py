"""Pictures made to do harm: each shape takes a size. None shows text, so that none is recognised for long."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from .markup import Shape

_MAGIC = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, data: bytes, *, right: bool = True) -> bytes:
    """A chunk of a PNG, with its checksum or with another."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data) ^ (not right))


def png(width: int, height: int, dots: bytes, *more: bytes, depth: int = 8, colour: int = 0) -> bytes:
    """A PNG that says it is so large, and has these bytes of dots."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return _MAGIC + chunk(b"IHDR", head) + b"".join(more) + chunk(b"IDAT", zlib.compress(dots, 9)) + chunk(b"IEND", b"")


def claims(size: int) -> bytes:
    """A picture that says it is larger than any scan."""
    return png(size * 1_000, size * 1_000, b"\0" * 10)


def most(size: int) -> bytes:
    """A picture that says it is as large as a scan may be, and has few dots."""
    return png(10_000, 9_999, b"\0" * size)


def bomb(size: int) -> bytes:
    """Far more dots than the picture has room for."""
    return png(8, 8, b"\0" * size * 20_000)


def nothing(size: int) -> bytes:
    """A picture without dots."""
    return png(0, size, b"")


def no_colours(size: int) -> bytes:
    """Dots of a palette that is not there."""
    return png(16, 16, (b"\0" + bytes(range(16))) * 16, colour=3)


def odd_depth(size: int) -> bytes:
    """A depth and a colour that there are not."""
    return png(16, 16, b"\0" * size, depth=13, colour=9)


def texts(size: int) -> bytes:
    """Notes that unpack without end."""
    note = b"a\0\0" + zlib.compress(b"\0" * size * 4_000, 9)
    return png(8, 8, b"\0" * 72, *[chunk(b"zTXt", note)] * 20)


def chunks(size: int) -> bytes:
    """Very many chunks."""
    return png(8, 8, b"\0" * 72, chunk(b"tEXt", b"a\0b") * size * 10)


def wrong_sums(size: int) -> bytes:
    """Checksums that are wrong."""
    return _MAGIC + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0), right=False) + chunk(b"IDAT", b"\0" * size, right=False)


def cut(size: int) -> bytes:
    """A picture that ends in the middle."""
    return png(800, 800, bytes(range(256)) * size)[: size // 2]


def tiff(*directories: bytes) -> bytes:
    """A TIFF of these directories, the first of which stands at 8."""
    return b"II*\0\x08\0\0\0" + b"".join(directories)


def directory(entries: list[tuple[int, int, int, int]], following: int) -> bytes:
    """A directory of a TIFF: tag, type, number, value; and where the next one stands."""
    return struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries) + struct.pack("<I", following)


def plain(width: int, height: int) -> list[tuple[int, int, int, int]]:
    """The entries of a page without compression."""
    return [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, min(width * height, 0xFFFFFFFF))]


def tiff_circle(size: int) -> bytes:
    """A page that says the next one is itself."""
    return tiff(directory(plain(4, 4), 8))


def tiff_claims(size: int) -> bytes:
    """A page that says it is larger than any scan."""
    return tiff(directory(plain(size * 1_000, size * 1_000), 0))


def tiff_entries(size: int) -> bytes:
    """A directory whose values are to stand behind the end, without number."""
    return tiff(directory([(tag, 2, 0xFFFFFFF0, 0xFFFFFF00) for tag in range(256, 256 + min(size, 5_000))], 0))


def tiff_pages(size: int) -> bytes:
    """Very many pages without dots."""
    one = 2 + 12 * 9 + 4
    return tiff(*(directory(plain(0, 0), 8 + one * (n + 1)) for n in range(size * 6)))


def jpeg_claims(size: int) -> bytes:
    """A JPEG that says it is as large as can be, and ends."""
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x0b\x08\xff\xff\xff\xff\x01\x01\x11\0" + b"\xff\xd9"


def jpeg_marks(size: int) -> bytes:
    """A JPEG of notes only."""
    return b"\xff\xd8" + b"\xff\xfe\0\x04ab" * size * 10 + b"\xff\xd9"


def shapes() -> Iterator[tuple[str, Shape]]:
    """Every shape of a picture by name."""
    found = (claims, most, bomb, nothing, no_colours, odd_depth, texts, chunks, wrong_sums, cut, tiff_circle, tiff_claims, tiff_entries, tiff_pages, jpeg_claims, jpeg_marks)
    yield from ((f"image {shape.__name__}", shape) for shape in found)
