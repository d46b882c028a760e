"""A page of a government content system to the text of its report: main text found, navigation
left out, tables kept as rows."""

from __future__ import annotations

from lxml import etree

from pipeline.errors import ReadError
from pipeline.patterns.header import SIGNED_DATE
from pipeline.patterns.headings import is_dress
from pipeline.patterns.page import CHARSET, END_TAG
from pipeline.read.content import MOST_MARKUP, MOST_TAGS, Content, bounded
from pipeline.read.decode import decode
from pipeline.read.page import Page
from pipeline.read.stated import stated
from pipeline.records import Heading, Span
from pipeline.tables import gathered

_MOST_ATTRIBUTES = 5_000  # of one tag


def from_html(data: bytes, *, place: str, declared: str | None = None) -> Content:
    """The main text of a page and what the page states.

    ``declared`` is the charset that was said outside the page.
    """
    bounded(len(data), MOST_MARKUP, "字节的网页", place=place)
    if match := CHARSET.search(data[:4096]):
        declared = match[1].decode("ascii")
    markup, encoding = decode(data, declared=declared, place=place, lenient=True)
    _countable(markup, place)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        markup = END_TAG.sub("", markup)  # the parser stops at the first, browsers do not
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
        if root is None:
            raise etree.ParserError("Document is empty")
    except (ValueError, etree.LxmlError) as fault:
        raise ReadError(
            f"HTML 无法解析（{fault}）", place=place, remedy="请用浏览器打开后另存为文本。"
        ) from fault
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReadError(
            "网页的标签套了太多层（2048 层以上），读不全",
            place=place,
            remedy="请用浏览器打开后另存为文本。",
        )
    page = Page(root)
    main: list[tuple[str, int]] = []
    dress: list[str] = []
    for line, level in page.lines(page.main):
        if is_dress(line) and _is_of_page(line):
            dress.append(line)
        else:
            main.append((line, level))
    if not main:
        raise ReadError(
            "页面里没有正文",
            place=place,
            remedy="请确认保存的是报告页面，而不是目录页、登录页，或靠脚本显示正文的页面；后者请在浏览器里全选复制为文本。",
        )
    margin = [line for line, _ in page.lines(page.root, without=page.main, dress=True)]
    found = stated(root, [*margin, *dress])
    text, headings = joined(main)
    return Content(text, encoding, found, headings, grids=gathered(main, place=place))


def _countable(markup: str, place: str) -> None:
    """Raise ``ReadError`` where a page has more tags, or a tag more attributes, than any page:
    counted before a tree is made of them."""
    bounded(markup.count("<"), MOST_TAGS, "个标签的网页", place=place)
    if markup.count("=") <= _MOST_ATTRIBUTES:
        return
    if (
        max((tag.count("=", 0, max(tag.find(">"), 0)) for tag in markup.split("<")), default=0)
        > _MOST_ATTRIBUTES
        or _unclosed(markup) > _MOST_ATTRIBUTES
    ):
        raise ReadError(
            f"网页的一个标签里有 {_MOST_ATTRIBUTES} 个以上的属性",
            place=place,
            remedy="文件可能有恶意；确认来源后请用浏览器打开，另存为文本。",
        )


def _unclosed(markup: str) -> int:
    """Attributes of a tag at the end that is never closed."""
    return (
        markup.count("=", max(markup.rfind("<"), 0)) if markup.rfind("<") > markup.rfind(">") else 0
    )


def joined(lines: list[tuple[str, int]]) -> tuple[str, tuple[Heading, ...]]:
    """Lines with their heading levels (0: none) as one text, and the headings in it."""
    said, headings, at = [], [], 0
    for line, level in lines:
        if level:
            headings.append(Heading(Span(at, at + len(line)), level))
        said.append(line)
        at += len(line) + 1
    return "\n".join(said), tuple(headings)


def _is_of_page(line: str) -> bool:
    """Whether dress is that of the page: no row of a table, and no date that signs."""
    return "\t" not in line and not SIGNED_DATE.fullmatch(line)
