"""PDF files made to do harm, written object by object."""

from __future__ import annotations

import zlib

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
