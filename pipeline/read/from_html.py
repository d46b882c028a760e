"""A page of a government content system to the text of its report: main text found, navigation left out, tables kept as rows."""

from __future__ import annotations

from lxml import html

from pipeline.errors import ReadError
from pipeline.patterns.page import ARTICLE_IDS, CHARSET, DROPPED_CLASSES
from pipeline.read.decode import decode
from pipeline.read.header import iso_date

_BLOCKS = frozenset(["p", "div", "section", "article", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "br", "hr", "center", "form", "figure"])
_DROPPED = frozenset(["script", "style", "noscript", "template", "head", "nav", "header", "footer", "aside", "button", "select", "option", "iframe", "svg", "object", "input", "textarea"])
_META = {"articletitle": "title", "og:title": "title", "pubdate": "published", "publishdate": "published", "article:published_time": "published", "contentsource": "issuer"}


def from_html(data: bytes, *, place: str) -> tuple[str, str, dict[str, str]]:
    """Text of the page, encoding, and the fields that its metadata state (``title``, ``published``, ``issuer``)."""
    declared = CHARSET.search(data[:4096])
    markup, encoding = decode(data, declared=declared[1].decode("ascii") if declared else None, place=place)
    try:
        root = html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (ValueError, html.etree.ParserError) as fault:
        raise ReadError(f"HTML 无法解析（{fault}）", place=place, remedy="请用浏览器打开后另存为文本。") from fault
    stated = _stated(root)
    body = root.find("body")
    text = _text(_main(body if body is not None else root))
    if not text:
        raise ReadError("页面里没有正文", place=place, remedy="请确认保存的是报告页面，而不是目录页或登录页。")
    return text, encoding, stated


def _stated(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = _META.get((element.get("name") or element.get("property") or "").lower())
        value = (element.get("content") or "").strip()
        if key == "published":
            value = iso_date(value) or ""
        if key and value:
            found.setdefault(key, value)
    title = root.findtext(".//title")
    if title and title.strip():
        found.setdefault("title", title.strip().split("_")[0].split("|")[0].strip())
    return found


def _main(body: html.HtmlElement) -> html.HtmlElement:
    """The element that holds the report: a container known by name, else the smallest that holds most of the page's prose."""
    for element in body.iter("div", "article", "section", "td", "ucapcontent"):
        marks = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
        if any(mark in ARTICLE_IDS for mark in marks) and _prose(element) > 200:
            return element
    best, whole = body, _prose(body)
    while True:
        child = max((c for c in best if isinstance(c.tag, str) and c.tag not in _DROPPED), key=_prose, default=None)
        if child is None or _prose(child) < 0.8 * whole or child.tag in ("p", "table", "tbody"):
            return best
        best = child


def _prose(element: html.HtmlElement) -> int:
    """Characters of text that end in sentence marks, a measure of prose against menus."""
    text = str(element.text_content())
    return len(text) if "。" in text else len(text) // 20


def _text(element: html.HtmlElement) -> str:
    """Blocks become lines, cells of a table row are joined by tabs. The walk is iterative: pages nest deep."""
    pieces: list[str] = []
    stack: list[tuple[html.HtmlElement, bool]] = [(element, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if leaving:
            pieces.append("\n" if tag in _BLOCKS else "\t" if tag in ("td", "th") else "")
            pieces.append(_flat(node.tail) if node is not element else "")
            continue
        if not tag or tag in _DROPPED or _dropped(node):
            pieces.append(_flat(node.tail) if node is not element else "")
            continue
        stack.append((node, True))
        if tag in _BLOCKS and tag not in ("td", "th"):
            pieces.append("\n")
        pieces.append(_flat(node.text))
        stack.extend((child, False) for child in reversed(node))
    lines = ("".join(line).strip(" \u00a0\t") for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line.strip(" \u3000"))


def _flat(text: str | None) -> str:
    """Line breaks of the markup are blanks, and blanks between Chinese characters are nothing."""
    return "" if not text else " ".join(text.split("\n")).replace("\r", " ").replace("\u00a0", " ") if text.strip() else ""


def _dropped(node: html.HtmlElement) -> bool:
    marks = f"{node.get('id') or ''} {node.get('class') or ''}".lower()
    return bool(DROPPED_CLASSES.search(marks)) or "display:none" in (node.get("style") or "").replace(" ", "").lower()
