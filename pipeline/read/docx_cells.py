"""The cells of a table in a Word file: their shapes, how far they stand in,
their words as one line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from pipeline.patterns.reading import ENDS, GOES_ON, UNIT_OPENS
from pipeline.patterns.word import MARKED
from pipeline.read.numbering import W
from pipeline.tables import CONTINUED, Piece

_CHARACTER = 200  # twips, about


def label_of(lines: list[str]) -> str:
    """The paragraphs of a cell: the words of a label are joined, what holds numbers is kept apart,
    a number and its unit are not."""
    told = any(character.isdigit() for line in lines for character in line)
    text = ""
    for line in lines:
        torn = bool(text) and (line[0] in GOES_ON or (text[-1].isdigit() and line[0] in UNIT_OPENS))
        ended = bool(text) and (text[-1] in ENDS or MARKED.match(line) is not None)
        text += f" {line}" if text and not torn and (told or ended) else line
    return text


def cells_of(
    row: etree._Element, unseen: Collection[str]
) -> Iterator[tuple[etree._Element, Piece]]:
    """The cells of a row with their shapes; a cell merged into the one above is left empty."""
    column = _number(row.find(f"{W}trPr/{W}gridBefore"))
    stack = list(reversed(row))
    while stack:
        node = stack.pop()
        if node.tag != f"{W}tc":
            if isinstance(node.tag, str) and node.tag not in unseen:
                stack.extend(reversed(node))
            continue
        merge = node.find(f"{W}tcPr/{W}vMerge")
        continued = merge is not None and merge.get(f"{W}val", "continue") == "continue"
        width = max(1, _number(node.find(f"{W}tcPr/{W}gridSpan")))
        yield (
            etree.Element("empty") if continued else node,
            Piece(0, 0, CONTINUED if continued else 1, width, _indent(node), column),
        )
        column += width


def _number(node: etree._Element | None) -> int:
    said = node.get(f"{W}val", "") if node is not None else ""
    return int(said) if said.isdecimal() and len(said) < 6 else 0


def _indent(cell: etree._Element) -> int:
    """How far the first paragraph of a cell stands in, in characters: by
    its blanks, or its settings."""
    paragraph = cell.find(f"{W}p")
    if paragraph is None:
        return 0
    text = "".join(paragraph.itertext(f"{W}t"))
    lead = text[: len(text) - len(text.lstrip())]
    blanks = lead.count("\u3000") + (len(lead) - lead.count("\u3000")) // 2
    setting = paragraph.find(f"{W}pPr/{W}ind")
    if setting is None:
        return blanks
    hundredths = sum(
        _whole(setting.get(f"{W}{name}")) for name in ("leftChars", "startChars", "firstLineChars")
    )
    twips = sum(_whole(setting.get(f"{W}{name}")) for name in ("left", "start", "firstLine"))
    return blanks + (hundredths // 100 or twips // _CHARACTER)


def _whole(said: str | None) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 8 else 0
