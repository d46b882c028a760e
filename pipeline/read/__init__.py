"""read: a file into a report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ReadError
from pipeline.read.content import MOST_CHARACTERS, MOST_TABLED, Content, bounded
from pipeline.read.kind import ARCHIVES, OTHER_SUFFIXES, SUFFIXES, Format, kind
from pipeline.read.places import STANDARD_INPUT, load, members
from pipeline.records import Reading, Region, Report, Source, Span, Table

if TYPE_CHECKING:
    from pipeline.periods import Period
    from pipeline.read.issuers import Naming

__all__ = [
    "ARCHIVES",
    "OTHER_SUFFIXES",
    "STANDARD_INPUT",
    "SUFFIXES",
    "load",
    "members",
    "read",
    "read_bytes",
    "read_text",
]

_SIGNATURE_LINES = 8


def read(path: Path) -> Report:
    """The report in ``path``: a file, ``-`` for standard input, or a path that goes on inside a
    zip. Raises ``ReadError`` with place and remedy."""
    return read_bytes(load(path), place="标准输入" if path == STANDARD_INPUT else str(path))


def read_bytes(data: bytes, *, place: str) -> Report:
    """The report in ``data``, the bytes of a file whose kind its content tells; ``place`` is what
    the document calls it. Raises ``ReadError``."""
    if not data.strip():
        raise ReadError("文件是空的", place=place, remedy="请重新获取这份报告。")
    form = kind(data)
    if form.name == "zip":
        raise ReadError(
            "这是压缩包，不是一份报告，或里面没有能读的报告",
            place=place,
            remedy="请把装着报告的 .zip 直接交给 workreport extract；套在压缩包里的请先解压。",
        )
    if not form.reader:
        raise ReadError(
            f"这是{form.name}，不是报告",
            place=place,
            remedy="能读的有 Word、Excel、PDF、OFD、网页和文本，请先另存为其中一种。",
        )
    content = _content(form, data, place)
    return _report(
        Source(place, hashlib.sha256(data).hexdigest(), form.media_type, content.encoding), content
    )


def _content(form: Format, data: bytes, place: str) -> Content:
    """What the reader of the format makes of the bytes; a format's library is
    loaded when that format is met."""
    content: Content = getattr(import_module(f"pipeline.read.{form.reader}"), form.reader)(
        data, place=place
    )
    return content


def read_text(text: str, *, place: str = "<text>") -> Report:
    """A report from a string already in memory."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        remedy = "请用正确的编码重新读入。"
        raise ReadError("文字里有不成对的代理码位", place=place, remedy=remedy) from error
    from pipeline.tables import text_grids

    return _report(
        Source(place, hashlib.sha256(data).hexdigest(), "text/plain", "utf-8"),
        Content(text, grids=tuple(text_grids(text))),
    )


def _report(source: Source, content: Content) -> Report:
    """Make the report: what a reader found, and what its head and text say of it."""
    # here, so that who only lists files need not load their patterns
    from pipeline.read import dating, header, issuers, subtitles, titles
    from pipeline.read.reading import reading

    found_tables = _tables(source, content)
    as_read = reading(content.text)
    text = as_read.text if as_read else content.text
    spans = header.spans_of_lines(text)
    if not spans:
        raise ReadError("没有可读的文字", place=source.path, remedy="请确认文件内容。")
    lines = [text[a:b] for a, b in spans]
    found = header.fields(lines) | content.stated
    furniture = _furniture(lines, spans)
    head, head_spans, site = _head(lines, spans, furniture)
    title = titles.title(found.get("title"), head, header.apart(text, head_spans))
    full_title, title = subtitles.in_full(title, head), subtitles.telling(title)
    tail = lines[-_SIGNATURE_LINES:]
    date = found.get("published") or header.published(lines, tail)
    opening = dating.opening_of(text)
    given = date or header.month_alone(lines, tail)
    review, plan = dating.periods(title, opening, text, lines, given)
    naming = issuers.Naming(
        head,
        tail,
        issuers.squeezed(text),
        found.get("publisher"),
        found.get("attribution"),
        site,
    )
    body, region = _speaker(title, naming, review or plan)
    return Report(
        source, content.text, full_title, body, region, date,
        spoken_year=dating.spoken(title, opening, review, date),
        furniture=_written(furniture, as_read) if as_read else furniture,
        publisher=found.get("publisher"), attribution=found.get("attribution"),
        headings=content.headings, pages=content.pages, tables=found_tables,
        recognised=content.recognised, reading=as_read,
        review_year=review.last_year if review else None,
        review_period=str(review) if review else None,
        plan_year=plan.start if plan else None,
        plan_period=str(plan) if plan else None,
    )  # fmt: skip


def _tables(source: Source, content: Content) -> tuple[Table, ...]:
    """Find the tables of a report; raise ``ReadError`` where it or they are longer than any."""
    from pipeline.tables import tables

    found = tables(content.text, content.grids)
    in_tables = sum(table.span.end - table.span.start for table in found)
    bounded(len(content.text) - in_tables, MOST_CHARACTERS, "字", place=source.path)
    bounded(in_tables, MOST_TABLED, "字的表格", place=source.path)
    return found


def _head(
    lines: Sequence[str], spans: Sequence[Span], furniture: Iterable[Span]
) -> tuple[list[str], list[Span], str | None]:
    """Take the lines of which the head may be, their spans, and the body whose page it is."""
    from pipeline.read import header
    from pipeline.read.title_line import is_foreign

    dress = frozenset(furniture)
    head_spans, head = [], []
    for span, line in zip(spans, lines, strict=True):
        if span not in dress and not is_foreign(line):
            head_spans.append(span)
            head.append(line)
    if site := header.site(head, lines):
        return head[1:], head_spans[1:], site
    return head, head_spans, None


def _speaker(
    title: str | None, naming: Naming, known: Period | None
) -> tuple[str | None, Region | None]:
    """Tell who speaks, by the one name of that body, and of which region it is."""
    from pipeline.read import areas, issuers, one_name

    body = issuers.issuer(title, naming)
    year = known.last_year if known else None
    region = areas.region(title, body, naming.head, naming.opening, year)
    session = areas.congress(naming.opening, naming.head)
    return one_name.named(body, title, session, region), region


def _written(spans: Iterable[Span], as_read: Reading) -> tuple[Span, ...]:
    """Spans of a text as read, where they stand in the file."""
    at = as_read.offsets
    return tuple(Span(at[a], at[b - 1] + 1) for a, b in spans)


def _furniture(lines: Sequence[str], spans: Sequence[Span]) -> tuple[Span, ...]:
    """The lines that are page dress, or what a page says of itself above its text."""
    from pipeline.patterns.headings import is_dress
    from pipeline.read import header

    matter = header.front_matter(lines)
    return tuple(
        span
        for i, (span, line) in enumerate(zip(spans, lines, strict=True))
        if i < matter or is_dress(line)
    )
