"""PDF files made to do harm, written object by object."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

_HEAD = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, table, size, len(out))


def stream(entries: bytes, data: bytes, *, packed: bool = False) -> bytes:
    """A stream with these entries in its dictionary, deflated where ``packed``."""
    if packed:
        data, entries = zlib.compress(data, 9), entries + b"/Filter/FlateDecode"
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def page(resources: bytes, content: bytes, *more: bytes, packed: bool = False) -> bytes:
    """A PDF of one page; its content is object 4, ``more`` are 5 and those behind it."""
    shown = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%b>>>>" % resources
    return pdf([*_HEAD, shown, stream(b"", content, packed=packed), *more])


def form_of_itself() -> bytes:
    """A form that draws itself twice."""
    return page(b"/XObject<</X 5 0 R>>", b"/X Do", stream(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>", b"/X Do /X Do"))


def forms(levels: int, width: int) -> bytes:
    """Forms that each draw the next ``width`` times."""
    made = []
    for level in range(levels):
        last = level == levels - 1
        body = b"BT /F 12 Tf 72 700 Td (Growth) Tj ET" if last else b"/X Do " * width
        made.append(stream(b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>" % (6 if last else level + 7), body))
    return page(b"/XObject<</X 6 0 R>>/Font<</F 5 0 R>>", b"/X Do", _FONT, *made)


def glyphs(number: int) -> bytes:
    """Characters without end in one string."""
    return page(b"/Font<</F 5 0 R>>", b"BT /F 12 Tf 72 700 Td (" + b"A" * number + b") Tj ET", _FONT, packed=True)


def long_meaning(number: int, times: int) -> bytes:
    """A font that says of one character that it stands for ``number``, shown ``times``."""
    meaning = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <" + b"4E00" * number + b"> endbfchar endcmap"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    return page(b"/Font<</F 5 0 R>>", b"BT /F 12 Tf 72 700 Td (" + b"A" * times + b") Tj ET", font, stream(b"", meaning, packed=True), packed=True)


def operators(text: bytes) -> Callable[[int], bytes]:
    """One operator of a page again and again."""
    return lambda size: page(b"/Font<</F 5 0 R>>", text * size + b" BT /F 12 Tf 72 700 Td (Growth 5%) Tj ET", _FONT, packed=True)


def tree(size: int) -> bytes:
    """Pages in pages, as deep as ``size``."""
    nodes = [b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (number + 3, number + 1) for number in range(size)]
    return pdf([_HEAD[0], *nodes, b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]>>" % (size + 1)])


def circle(size: int) -> bytes:
    """Pages that hold each other."""
    return pdf([_HEAD[0], b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"2 0 R " * size, size)])


def arrays(size: int) -> bytes:
    """Arrays in arrays where a page should be."""
    return pdf([_HEAD[0], b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox" + b"[" * size + b"]" * size + b">>"])


def many_pages(size: int) -> bytes:
    """The same page again and again."""
    return pdf([_HEAD[0], b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"3 0 R " * size, size), b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"])


def scattered(size: int) -> bytes:
    """Characters all over the page, each on a line of its own."""
    drawn = b"".join(b"BT /F 1 Tf %d %d Td (5) Tj ET " % (number * 37 % 600, number * 101 % 800) for number in range(size))
    return page(b"/Font<</F 5 0 R>>", drawn, _FONT, packed=True)


def shapes() -> Iterator[tuple[str, Callable[[int], bytes]]]:
    """Every shape of a PDF by name."""
    for text in (b"q ", b"Q ", b"BT ", b"ET ", b"BT /F 12 Tf 1 0 0 1 0 0 Tm (x) Tj ET ", b"[(x) -1000 ", b"<< ", b"( ", b"0 0 m 9 9 l S ", b"/F 1e9 Tf ", b"BI /W 9 ID ", b"/N Do ", b"99999999999 "):
        yield f"pdf operators {text.decode().strip()}", operators(text)
    yield from ((f"pdf {shape.__name__}", shape) for shape in (tree, circle, arrays, many_pages, scattered, glyphs))
    yield "pdf forms", lambda size: forms(3, min(size, 30))
    yield "pdf meaning", lambda size: long_meaning(size, 10)
