"""Word files and zips made to do harm: each shape takes a size."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator

from .markup import SAID, Shape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PARAGRAPH = f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>"
# what holds what: each is put into itself, and beside itself
NESTS = {
    "table": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), "sdt": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), "box": ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
    "ins": ("<w:ins>", "</w:ins>"), "del": ("<w:del>", "</w:del>"), "unknown": ("<w:smartTag>", "</w:smartTag>"), "paragraph": ("<w:p>", "</w:p>"), "row": ("<w:tr>", "</w:tr>"), "cell": ("<w:tc>", "</w:tc>"),
}  # fmt: skip
FORMATS = ("decimal", "upperRoman", "lowerRoman", "upperLetter", "chineseCounting", "ideographDigital", "chineseLegalSimplified", "decimalEnclosedCircle", "decimalZero", "bullet", "nosuch")


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word file with this body; ``numbering`` and ``styles`` are further parts."""
    relations = "".join(f'<Relationship Id="{name}" Type="http://x/{name}" Target="{name}.xml"/>' for name in parts)
    around = {"word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'}
    more = {f"word/{name}.xml": f"<w:{name} {W}>{content}</w:{name}>" for name, content in parts.items()}
    return packed({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **around, **more})


def nested(name: str) -> Shape:
    """One thing in itself, as deep as a parser goes."""
    opened, closed = NESTS[name]
    return lambda size: word(opened * min(size, 60) + PARAGRAPH + closed * min(size, 60))


def beside(name: str) -> Shape:
    """One thing beside itself."""
    opened, closed = NESTS[name]
    return lambda size: word((opened + PARAGRAPH + closed) * size)


def numbered(form: str) -> Shape:
    """Numbers as large as can be, fifty in each heading."""
    levels = f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{"%1" * 50}"/></w:lvl></w:abstractNum>'
    numbering = levels + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    item = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{SAID}</w:t></w:r></w:p>'
    return lambda size: word(item * (size // 20), numbering=numbering)


def lists(size: int) -> bytes:
    """Lists of very many levels, very many of them."""
    levels = "".join(f'<w:lvl w:ilvl="{level}"/>' for level in range(size))
    return word(PARAGRAPH, numbering=f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>' + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>' * size)


def styles_on_styles(size: int) -> bytes:
    """Styles that build on each other, the last on the first."""
    styles = "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % size}"/></w:style>' for n in range(size))
    return word("".join(f'<w:p><w:pPr><w:pStyle w:val="s{n}"/></w:pPr><w:r><w:t>{SAID}</w:t></w:r></w:p>' for n in range(size)), styles=styles)


def ends_deleted(size: int) -> bytes:
    """Paragraphs whose ends were deleted: all of them are one."""
    return word(f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>{SAID}</w:t></w:r></w:p>" * size + PARAGRAPH)


def pieces(size: int) -> bytes:
    """A paragraph of very many runs."""
    return word("<w:p>" + "<w:r><w:t>增</w:t><w:tab/><w:br/></w:r>" * size + "</w:p>")


def long_names(size: int) -> bytes:
    """Members whose names are longer than a file system takes, as deep as it does not go."""
    return packed({"长" * size: "x", f"{'a/' * size}r.txt": SAID, f"{'名' * size}.txt": SAID, "r.txt": SAID})


def no_names(size: int) -> bytes:
    """Members without a name, of the same name, of names that are no names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in ("", "/", "..", "...", " ", "\\", "a.txt/", "\n.txt", "'\".txt", "r.txt"):
            archive.writestr(zipfile.ZipInfo(name), SAID)
        for _ in range(size):
            archive.writestr("same.txt", SAID)
    return data.getvalue()


def claims(size: int) -> bytes:
    """A table of contents that claims to be larger than the file."""
    data = bytearray(packed({"r.txt": SAID}))
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = (size * 1_000_000 % 0xFFFFFFFF).to_bytes(4, "little")
    return bytes(data)


def words() -> Iterator[tuple[str, Shape]]:
    """Every shape of a Word file by name."""
    for name in NESTS:
        yield f"docx nested {name}", nested(name)
        yield f"docx beside {name}", beside(name)
    yield from ((f"docx numbered {form}", numbered(form)) for form in FORMATS)
    yield from ((f"docx {shape.__name__}", shape) for shape in (lists, styles_on_styles, ends_deleted, pieces))


def zips() -> Iterator[tuple[str, Shape]]:
    """Every shape of a zip by name."""
    yield from ((f"zip {shape.__name__}", shape) for shape in (long_names, no_names, claims))
