"""A Word file to the text a reader sees: automatic numbers written out, tracked deletions gone,
insertions kept, tables as rows, text boxes, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from posixpath import join, normpath

from lxml import etree

from pipeline.errors import ReadError
from pipeline.read.content import Content
from pipeline.read.docx_cells import cells_of, label_of
from pipeline.read.from_html import joined
from pipeline.read.numbering import Numbering, W
from pipeline.read.package import Package
from pipeline.read.raised import raised
from pipeline.read.styles import Styles
from pipeline.read.symbols import from_symbol, symbol
from pipeline.tables import gathered, row_of

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# what is not shown, or shown elsewhere: deleted and moved text, field codes, properties, and the
# older drawing of a text box beside the newer
_UNSEEN = frozenset(
    [
        *(
            f"{W}{name}"
            for name in (
                "del",
                "moveFrom",
                "instrText",
                "delText",
                "pPr",
                "rPr",
                "tblPr",
                "tcPr",
                "trPr",
                "sectPr",
                "rt",
                "footnoteRef",
                "endnoteRef",
            )
        ),
        f"{_MC}Fallback",
    ]
)
_SIGNS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


Line = tuple[str, int]


def from_docx(data: bytes, *, place: str) -> Content:
    """Text, and the lines whose style is a heading's.

    Nothing outside the file is looked at; headers, footers and the table of contents are left out.
    """
    package = Package(data, place=place)
    part = _main_part(package)
    document = package.xml(part)
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise ReadError(
            "不是完整的 Word 文件（没有正文部件）",
            place=place,
            remedy="请用 Word 或 WPS 打开后另存。",
        )
    near = _related(package, part)
    reader = _Reader(Styles(near("styles")), Numbering(near("numbering")))
    lines = list(reader.blocks(body))
    for kind in ("footnotes", "endnotes"):
        notes = near(kind)
        for note in notes if notes is not None else ():
            if isinstance(note.tag, str) and note.get(f"{W}type") not in _SEPARATORS:
                lines.extend((line, 0) for line, _ in reader.blocks(note))
    text, headings = joined(lines)
    return Content(text, headings=headings, grids=gathered(lines, place=place))


def _main_part(package: Package) -> str:
    relations = package.xml("_rels/.rels")
    for relation in relations.iter(_RELATION) if relations is not None else ():
        if (
            relation.get("Type", "").endswith("/officeDocument")
            and relation.get("TargetMode") != "External"
        ):
            return str(normpath(relation.get("Target", "").lstrip("/")))
    return "word/document.xml"


def _related(package: Package, part: str) -> Callable[[str], etree._Element | None]:
    """The trees of the parts that belong to the document, by the last word of their relation."""
    folder, _, name = part.rpartition("/")
    relations = package.xml(join(folder, "_rels", f"{name}.rels"))
    targets = {}
    for relation in relations.iter(_RELATION) if relations is not None else ():
        if relation.get("TargetMode") != "External":
            target = relation.get("Target", "")
            targets[relation.get("Type", "").rpartition("/")[2]] = normpath(
                target.lstrip("/") if target.startswith("/") else join(folder, target)
            )
    return lambda kind: package.xml(targets[kind]) if kind in targets else None


class _Reader:
    """Walks the blocks of a part.

    Numbers count on from block to block, so one reader reads the document from top to bottom.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self._tables = 0
        self._before = ""  # text of paragraphs whose end was deleted: it goes on in the next

    def blocks(self, parent: etree._Element) -> Iterator[Line]:
        """The lines of paragraphs and tables in ``parent``, through content controls
        and whatever else wraps them."""
        stack = list(reversed(parent))
        while stack:
            node = stack.pop()
            if node.tag == f"{W}p":
                yield from self._paragraph(node)
            elif node.tag == f"{W}tbl":
                yield from self._table(node)
            elif isinstance(node.tag, str) and node.tag not in _UNSEEN:
                stack.extend(reversed(node))

    def _paragraph(self, node: etree._Element) -> Iterator[Line]:
        style = self._styles.of(node)
        text, boxes = self._inline(node, style.hidden)
        if style.contents:
            return
        text = self._before + text
        properties = node.find(f"{W}pPr")
        mark = properties.find(f"{W}rPr") if properties is not None else None
        if mark is not None and (
            mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None
        ):
            self._before = text
            return
        self._before = ""
        if text.strip() and style.num:
            text = _numbered(self._numbering.next(style.num, style.ilvl), text.lstrip())
        for line in text.split("\n"):
            if line.strip():
                yield line.strip(), style.level
        for box in boxes:
            yield from self.blocks(box)

    def _inline(self, paragraph: etree._Element, hidden: bool) -> tuple[str, list[etree._Element]]:
        """The text of a paragraph as shown, and the text boxes anchored in it."""
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        stack = list(reversed(paragraph))
        while stack:
            node = stack.pop()
            tag = node.tag
            if self._is_unseen(node, hidden):
                continue
            if tag == f"{W}txbxContent":
                boxes.append(node)
            elif tag == f"{W}r" and (shown := self._styles.shown_otherwise(node)):
                text = "".join(child.text or "" for child in node.iter(f"{W}t"))
                pieces.append(
                    raised("".join(pieces[-3:]), text) if shown == "raised" else from_symbol(text)
                )
                stack.extend(
                    reversed([child for child in node if child.tag not in (f"{W}t", f"{W}rPr")])
                )
            elif (said := _said(node)) is not None:
                pieces.append(said)
            else:
                stack.extend(reversed(node))
        return "".join(pieces), boxes

    def _is_unseen(self, node: etree._Element, hidden: bool) -> bool:
        """Whether a part of a paragraph is not shown."""
        if not isinstance(node.tag, str) or node.tag in _UNSEEN:
            return True
        return node.tag == f"{W}r" and self._styles.is_hidden(node, hidden)

    def _table(self, table: etree._Element) -> Iterator[Line]:
        """A row is a line, its cells joined by tabs; a cell that goes on from the row above is
        empty. A row of one cell is the lines in it."""
        self._tables += 1
        stack, table_id, number = list(reversed(table)), self._tables, -1
        while stack:
            node = stack.pop()
            if node.tag != f"{W}tr":
                if isinstance(node.tag, str) and node.tag not in _UNSEEN:
                    stack.extend(reversed(node))
                continue
            if node.find(f"{W}trPr/{W}del") is not None:
                continue
            number += 1
            found = list(cells_of(node, _UNSEEN))
            cells = [list(self.blocks(cell)) for cell, _ in found]
            if len(cells) == 1 and len(cells[0]) > 1:
                yield from cells[0]
            elif row := row_of(
                [label_of([line for line, _ in cell]) for cell in cells],
                table_id,
                number,
                [shape for _, shape in found],
            ):
                yield row, cells[0][0][1] if len(cells) == 1 and cells[0] else 0


def _said(node: etree._Element) -> str | None:
    """The characters that an element stands for; None where it only holds others."""
    if node.tag == f"{W}t":
        return node.text or ""
    if node.tag == f"{W}sym":
        return symbol(node.get(f"{W}font", ""), node.get(f"{W}char", ""))
    if node.tag == f"{W}br":
        return "\n" if node.get(f"{W}type") in (None, "textWrapping") else ""
    return _SIGNS.get(node.tag)


def _numbered(number: str, text: str) -> str:
    """A paragraph behind its number, with a blank where the two would be read
    as one: 1. 5月底前, not 1.5月底前."""
    apart = (
        bool(number)
        and bool(text)
        and (text[0].isdigit() or (number[-1].isalnum() and text[0].isascii()))
    )
    return f"{number} {text}" if apart else number + text
