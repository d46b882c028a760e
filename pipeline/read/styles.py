"""Styles of a Word file, as far as text depends on them:
headings, list numbers, hidden text, the table of contents.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from pipeline.patterns.word import CONTENTS_STYLE, HEADING_STYLE
from pipeline.read.numbering import W, whole

_DEEPEST = 20  # styles that build on each other


@dataclass(frozen=True, slots=True)
class Style:
    """What holds for a paragraph: its list (empty: none) and level in it, its heading level (0:
    none), whether it is contents, or hidden.
    """

    num: str = ""
    ilvl: int = 0
    level: int = 0
    contents: bool = False
    hidden: bool = False


class Styles:
    """The styles of a file; a paragraph's own properties come before those of its style,
    and a style's before its base's.
    """

    def __init__(self, styles: etree._Element | None) -> None:
        self._nodes = {
            node.get(f"{W}styleId", ""): node
            for node in (styles.iter(f"{W}style") if styles is not None else ())
        }
        self._default = next(
            (
                name
                for name, node in self._nodes.items()
                if node.get(f"{W}default") in ("1", "true", "on")
                and node.get(f"{W}type") == "paragraph"
            ),
            "",
        )
        self._seen: dict[str, Style] = {}

    def of(self, paragraph: etree._Element) -> Style:
        """What holds for ``paragraph``."""
        properties = paragraph.find(f"{W}pPr")
        named = properties.find(f"{W}pStyle") if properties is not None else None
        name = named.get(f"{W}val", "") if named is not None else self._default
        if name not in self._seen:
            self._seen[name] = self._resolved(name)
        return _over(self._seen[name], properties)

    def is_hidden(self, run: etree._Element, inherited: bool) -> bool:
        """Whether a run is hidden text."""
        properties = run.find(f"{W}rPr")
        return _on(properties, "vanish", inherited) or _on(properties, "specVanish", False)

    def shown_otherwise(self, run: etree._Element) -> str:
        """``raised`` for a run set higher, ``symbol`` for one in the font Symbol, else empty."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return ""
        position = properties.find(f"{W}vertAlign")
        if position is not None and position.get(f"{W}val") == "superscript":
            return "raised"
        fonts = properties.find(f"{W}rFonts")
        return "symbol" if fonts is not None and fonts.get(f"{W}ascii") == "Symbol" else ""

    def _resolved(self, name: str) -> Style:
        chain: list[etree._Element] = []
        while name in self._nodes and len(chain) < _DEEPEST:
            chain.append(self._nodes[name])
            based = self._nodes[name].find(f"{W}basedOn")
            name = based.get(f"{W}val", "") if based is not None else ""
        style = Style()
        for node in reversed(chain):
            label = node.find(f"{W}name")
            title = label.get(f"{W}val", "") if label is not None else ""
            heading = HEADING_STYLE.fullmatch(title)
            style = Style(
                style.num,
                style.ilvl,
                int(heading[1]) if heading else style.level,
                bool(CONTENTS_STYLE.fullmatch(title)) or style.contents,
                _on(node.find(f"{W}rPr"), "vanish", style.hidden),
            )
            style = _over(style, node.find(f"{W}pPr"))
        return style


def _over(style: Style, properties: etree._Element | None) -> Style:
    """``style`` with the paragraph properties laid over it."""
    if properties is None:
        return style
    num, ilvl, level = style.num, style.ilvl, style.level
    listed = properties.find(f"{W}numPr")
    if listed is not None:
        named, deep = listed.find(f"{W}numId"), listed.find(f"{W}ilvl")
        num = named.get(f"{W}val", "") if named is not None else num
        ilvl = whole(deep.get(f"{W}val")) if deep is not None else ilvl
    outline = properties.find(f"{W}outlineLvl")
    if outline is not None:
        level = whole(outline.get(f"{W}val"), 9) + 1
    return Style(
        "" if num == "0" else num, ilvl, level if level < 10 else 0, style.contents, style.hidden
    )


def _on(properties: etree._Element | None, name: str, default: bool) -> bool:
    node = properties.find(f"{W}{name}") if properties is not None else None
    return default if node is None else node.get(f"{W}val", "1") not in ("0", "false", "off")
