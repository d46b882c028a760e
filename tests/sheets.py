"""Pages set by hand, as the PDF writers of Chinese offices set them: each line on its own, in the sizes and under the matrices that they use."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
CLOSING = "，。；：！？、”’）》%"


@dataclass(frozen=True)
class Place:
    """A line of a page with where it stands (points, from the lower left), its size, and the blank between its characters."""

    text: str
    x: float
    y: float
    size: float = 12.0
    spacing: float = 0.0


def drawn_plain(canvas: Canvas, place: Place) -> None:
    text = canvas.beginText(place.x, place.y)
    text.setFont(FONT, place.size)
    text.setCharSpace(place.spacing)
    text.textOut(place.text)
    canvas.drawText(text)


def drawn_scaled(nominal: float) -> Callable[[Canvas, Place], None]:
    """As WPS Office (a size 20 times too large) and Microsoft Print to PDF (one size for all) write: the matrix gives the true size."""

    def draw(canvas: Canvas, place: Place) -> None:
        size = nominal or place.size * 20
        scale = place.size / size
        text = canvas.beginText()
        text.setFont(FONT, size)
        text.setCharSpace(place.spacing / scale)
        text.setTextTransform(scale, 0, 0, scale, place.x, place.y)
        text.textOut(place.text)
        canvas.drawText(text)

    return draw


WPS, MICROSOFT = drawn_scaled(0), drawn_scaled(41)


def written(pages: Sequence[Sequence[Place]], draw: Callable[[Canvas, Place], None] = drawn_plain) -> bytes:
    """A PDF of these pages."""
    register_font()
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(WIDTH, HEIGHT), invariant=1)
    for page in pages:
        for place in page:
            draw(canvas, place)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


@cache
def register_font() -> None:
    """Make the font known, once in a process."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def width_of(text: str, size: float, spacing: float = 0.0) -> float:
    register_font()
    return float(pdfmetrics.stringWidth(text, FONT, size)) + spacing * (len(text) - 1)


def wrapped(text: str, width: float, size: float, *, first: float = 0.0, spacing: float = 0.0) -> list[str]:
    """The lines of a paragraph whose first is ``first`` narrower; no line begins with a closing mark."""
    lines, line, room = [], "", width - first
    for character in text:
        if line and width_of(line + character, size, spacing) > room and character not in CLOSING:
            lines.append(line)
            line, room = "", width
        line += character
    return [*lines, line]


def column(paragraphs: Sequence[str], *, left: float, width: float, top: float, size: float = 12.0, leading: float = 20.0, spacing: float = 0.0) -> list[Place]:
    """Paragraphs down a column of a page, each indented by two characters."""
    return list(_set(paragraphs, left, width, top, size, leading, spacing))


def _set(paragraphs: Sequence[str], left: float, width: float, top: float, size: float, leading: float, spacing: float) -> Iterator[Place]:
    y = top
    for paragraph in paragraphs:
        indent = 2 * (size + spacing)
        for number, line in enumerate(wrapped(paragraph, width, size, first=indent, spacing=spacing)):
            yield Place(line, left + (indent if number == 0 else 0), y, size, spacing)
            y -= leading


def paged(places: Sequence[Place], *, top: float = 770.0, bottom: float = 72.0) -> list[list[Place]]:
    """A column without end cut into pages."""
    pages: list[list[Place]] = [[]]
    shift = 0.0
    for place in places:
        if place.y + shift < bottom:
            pages.append([])
            shift = top - place.y
        pages[-1].append(Place(place.text, place.x, place.y + shift, place.size, place.spacing))
    return pages


def numbered(pages: Sequence[Sequence[Place]], head: str = "") -> list[list[Place]]:
    """The pages with a running head and a page number."""
    return [[*([Place(head, 72, 805, 9)] if head else []), *page, Place(f"— {number} —", 280, 40, 9)] for number, page in enumerate(pages, 1)]
