"""Excel files made to do harm: each shape takes a size."""

from __future__ import annotations

from collections.abc import Iterator

from .markup import SAID, Shape
from .packages import packed

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
# what a cell may say of itself
TYPES = ("s", "str", "inlineStr", "b", "e", "d", "n", "nosuch")
VALUES = ("", "-1", "1e999", "nan", "99999999999999999999", "0", "#REF!", "2023-13-45")
HEAD = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{SAID}</t></is></c></row>'


def book(rows: str, *, strings: str = "", styles: str = "", more: str = "", sheets: int = 1) -> bytes:
    """A workbook whose sheets have these rows; ``more`` stands behind them in each sheet."""
    listed = "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, sheets + 1))
    relations = "".join(f'<Relationship Id="r{n}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>' for n in range(1, sheets + 1))
    for name in ("sharedStrings", "styles"):
        relations += f'<Relationship Id="{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>'
    return packed({
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="a" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
        "xl/sharedStrings.xml": f"<sst {_MAIN}>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet {_MAIN}>{styles}</styleSheet>",
        "xl/worksheets/sheet1.xml": f"<worksheet {_MAIN}><sheetData>{HEAD}{rows}</sheetData>{more}</worksheet>",
    })  # fmt: skip


def far(size: int) -> bytes:
    """Two cells in opposite corners: a table of seventeen thousand million."""
    return book(f'<row r="1048576"><c r="XFD1048576"><v>{size}</v></c></row>')


def far_down(size: int) -> bytes:
    """A cell in the last row."""
    return book(f'<row r="1048576"><c r="A1048576"><v>{size}</v></c></row>')


def nowhere(size: int) -> bytes:
    """Cells at places that there are not."""
    return book("".join(f'<row r="{n}"><c r="{name}"><v>{size}</v></c></row>' for n, name in enumerate(("A0", "ZZZZZZ9", "9", "A", "A99999999999", "-A1", ""), 2)))


def wide(size: int) -> bytes:
    """A row of very many cells."""
    return book('<row r="2">' + "<c><v>5</v></c>" * size * 4 + "</row>")


def long(size: int) -> bytes:
    """Very many rows."""
    return book("<row><c><v>5</v></c></row>" * size * 4)


def strings(size: int) -> bytes:
    """Cells that point at one long text."""
    row = "<row>" + '<c t="s"><v>0</v></c>' * 10 + "</row>"
    return book(row * (size // 10), strings=f"<si><t>{'长' * size}</t></si>")


def no_strings(size: int) -> bytes:
    """Cells that point at texts that there are not."""
    return book("".join(f'<row><c t="s"><v>{n}</v></c></row>' for n in range(size)))


def pieces(size: int) -> bytes:
    """A text of very many pieces."""
    return book('<row><c t="s"><v>0</v></c></row>', strings=f"<si>{'<r><t>长</t></r>' * size}</si>")


def merged(size: int) -> bytes:
    """Merged cells that cover the whole sheet, again and again."""
    return book("", more="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * size + "</mergeCells>")


def sheets(size: int) -> bytes:
    """The same sheet under very many names."""
    return book("", sheets=min(size, 400))


def styles(size: int) -> bytes:
    """Formats without end, and cells in formats that there are not."""
    code = "0" * 200 + "." + "0" * 200 + "%"
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for n in range(200, 200 + size))
    cells = "".join(f'<row><c s="{n}"><v>5</v></c></row>' for n in range(size))
    return book(cells, styles=f'<numFmts>{formats}</numFmts><cellXfs><xf numFmtId="200"/><xf numFmtId="999999"/></cellXfs>')


def deep(size: int) -> bytes:
    """Elements in elements."""
    return book("<row>" * size + "<c><v>5</v></c>" + "</row>" * size)


def formulas(size: int) -> bytes:
    """Formulas in formulas, on themselves."""
    before, behind = "SUM(" * 60, ")" * 60
    return book("".join(f'<row><c r="A{n}"><f>{before}A{n}{behind}</f><v>5</v></c></row>' for n in range(2, size + 2)))


def claimed(size: int) -> bytes:
    """A sheet that says it is as large as can be."""
    return book(f"<row><c><v>{size}</v></c></row>", more='<dimension ref="A1:XFD1048576"/>')


def odd(kind: str) -> Shape:
    """Cells of a type with values that are none of it."""
    return lambda size: book("".join(f'<row><c t="{kind}"><v>{value}</v></c></row>' for value in VALUES) * min(size, 20))


def shapes() -> Iterator[tuple[str, Shape]]:
    """Every shape of a workbook by name."""
    plain = (far, far_down, nowhere, wide, long, strings, no_strings, pieces, merged, sheets, styles, deep, formulas, claimed)
    yield from ((f"xlsx {shape.__name__}", shape) for shape in plain)
    yield from ((f"xlsx type {kind}", odd(kind)) for kind in TYPES)
