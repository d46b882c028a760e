"""The report as a notebook shows it: its text, each figure marked and explained where the mouse
rests.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from pipeline.records import Indicator, Quantity

if TYPE_CHECKING:
    from pipeline.api.document import Document

_COLOURS = {"value": "#cfe8ff", "base": "#e4e4e4", "change": "#d9f2d0", "rank": "#fde6b8"}
_WORDS = {"value": "数值", "base": "基期值", "change": "变化", "rank": "位次"}
_FRAME = "max-height:30em;overflow:auto;border:1px solid #ccc;padding:.8em;line-height:1.7"


def marked(document: Document) -> str:
    """Write the report as a piece of HTML that stands alone: no script, no style sheet, no address.
    """
    key = " ".join(
        f'<mark style="background:{_COLOURS[role]}">{word}</mark>' for role, word in _WORDS.items()
    )
    head = escape(document.title or document.path)
    count = f"{len(document.indicators)} 个指标"
    body = "".join(_pieces(document)).replace("\n", "<br>\n")
    return (
        f'<div lang="zh-CN"><p><strong>{head}</strong>　{escape(document.issuer or "")}　{count}　'
        f'{key}</p><div style="{_FRAME}">{body}</div></div>'
    )


def _pieces(document: Document) -> Iterator[str]:
    at = 0
    for start, end, role, said in sorted(_figures(document), key=lambda figure: figure[:2]):
        if start < at:
            continue  # one number that two indicators share is marked once
        yield escape(document.text[at:start])
        yield (
            f'<mark style="background:{_COLOURS[role]}" title="{escape(said)}">'
            f"{escape(document.text[start:end])}</mark>"
        )
        at = end
    yield escape(document.text[at:])


def _figures(document: Document) -> Iterator[tuple[int, int, str, str]]:
    for one in document.indicators:
        for role, quantity in quantities(one):
            aim = "目标" if one.modality == "target" else "实际"
            amount = f"{_WORDS[role]} {quantity.low:f}{quantity.unit}"
            said = f"{one.name}｜{amount}｜{one.period or '时期不明'}｜{aim}"
            yield *quantity.span, role, said


def quantities(one: Indicator) -> Iterator[tuple[str, Quantity]]:
    """Give the figures of an indicator with their roles."""
    for role, quantity in (("value", one.value), ("base", one.base)):
        if quantity:
            yield role, quantity
    yield from (("change", change.quantity) for change in one.changes)
    if one.rank:
        yield "rank", one.rank.quantity
