"""What a page states of itself: by ``<meta>``, in its title, in the visible line or table round the
article.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex
from lxml import etree

from pipeline.patterns.page import ATTRIBUTION, DATED_LINE, PUBLISHED, PUBLISHER, TITLE_PARTS
from pipeline.read.header import iso_date
from pipeline.read.title_line import is_title

# names of <meta> that content systems write, the surest of each field first
_META = {
    "title": ("articletitle", "og:title", "dc.title"),
    "published": (
        "pubdate",
        "publishdate",
        "firstpublishedtime",
        "article:published_time",
        "og:release_date",
        "dc.date",
    ),
    "attribution": ("contentsource", "source", "dc.source"),
    "publisher": ("publisher", "dc.publisher"),
}
_LONGEST_LINE = 300  # a line that states something is short


def stated(root: etree._Element, margin: Sequence[str]) -> dict[str, str]:
    """``title``, ``published`` (ISO 8601), ``publisher`` and ``attribution`` as far as stated;
    ``margin`` are the lines outside the main text.
    """
    meta = _meta(root)
    found = {
        field: value
        for field, names in _META.items()
        if (value := next((meta[name] for name in names if meta.get(name)), ""))
    }
    short = [line for line in margin if len(line) <= _LONGEST_LINE]
    date = iso_date(found.get("published", "").replace("T", " "))
    found["published"] = date or _published(short) or ""
    if publisher := _labelled(PUBLISHER, short):
        found["publisher"] = publisher
    found["attribution"] = found.get("attribution") or _labelled(ATTRIBUTION, short)
    found["title"] = _title(root, found.get("title", ""))
    return {field: value for field, value in found.items() if value}


def _meta(root: etree._Element) -> dict[str, str]:
    """What each name of a <meta> stands for, the first of a name."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        found.setdefault(name.strip().lower(), (element.get("content") or "").strip())
    return found


def _labelled(pattern: regex.Pattern[str], lines: Sequence[str]) -> str:
    """What the first line says behind such a label."""
    return next((str(match["value"]) for line in lines if (match := pattern.search(line))), "")


def _published(lines: Sequence[str]) -> str | None:
    """The date behind its label, the surest label first; else of a short line that begins with one.
    Dates of other items (lists of news) have none.
    """
    for pattern in PUBLISHED:
        for line in lines:
            if (match := pattern.search(line)) and (date := iso_date(match["value"])):
                return date
    dated = [line for line in lines if len(line) <= 80 and DATED_LINE.fullmatch(line)]
    return iso_date(dated[0]) if len(dated) == 1 else None


def _title(root: etree._Element, meta: str) -> str:
    """The first of meta, headlines and the title of the window that names a report;
    else the first there is. Breadcrumbs are none.
    """
    window = TITLE_PARTS.split(" ".join((root.findtext(".//title") or "").split()))
    first, second = (
        [" ".join("".join(element.itertext()).split()) for element in list(root.iter(tag))[:5]]
        for tag in ("h1", "h2")
    )
    candidates = [
        text
        for text in [meta, *first, *window, *second]
        if text and len(text) <= 120 and ">" not in text
    ]
    return next(
        (text for text in candidates if is_title(text)), candidates[0] if candidates else ""
    )
