"""A report from what a reader found: what its head and text say of it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import compress, islice

from pipeline.errors import ReadError
from pipeline.patterns.headings import is_dress
from pipeline.periods import Period
from pipeline.read import areas, dating, header, issuers, one_name, subtitles, titles
from pipeline.read.content import MOST_CHARACTERS, MOST_TABLED, Content, bounded
from pipeline.read.reading import reading
from pipeline.read.title_line import is_foreign
from pipeline.records import Reading, Region, Report, Source, Span, Table
from pipeline.tables import tables

_SIGNATURE_LINES = 8
_MOST_ROWS = 10_000
_BAR = "|"  # opens a row of a table


def report(source: Source, content: Content) -> Report:
    """Make the report: what a reader found, and what its head and text say of it.

    Raises ``ReadError`` where there is no text, or more than in any report.
    """
    found_tables = _tables(source, content)
    as_read = reading(content.text)
    text = as_read.text if as_read else content.text
    starts, lines = header.lines_of(text)
    if not lines:
        raise ReadError("没有可读的文字", place=source.path, remedy="请确认文件内容。")
    found = header.fields(lines) | content.stated
    dress = _dress(lines)
    worn = compress(zip(starts, lines, strict=True), dress)
    furniture = tuple(Span(start, start + len(line)) for start, line in worn)
    head, head_starts, site = _head(lines, starts, dress, _rows(content.text, found_tables))
    title = titles.title(found.get("title"), head, header.apart(text, head_starts, head))
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
    found = tables(content.text, content.grids)
    in_tables = sum(table.span.end - table.span.start for table in found)
    bounded(len(content.text) - in_tables, MOST_CHARACTERS, "字", place=source.path)
    bounded(in_tables, MOST_TABLED, "字的表格", place=source.path)
    return found


def _rows(text: str, found: Iterable[Table]) -> Container[str]:
    """The lines of tables that have several cells."""
    lines = (line for table in found for line in text[slice(*table.span)].splitlines())
    return {line.strip() for line in islice(lines, _MOST_ROWS) if "\t" in line}


def _head(
    lines: Sequence[str], starts: Sequence[int], dress: Sequence[bool], rows: Container[str]
) -> tuple[list[str], list[int], str | None]:
    """Take the lines of which the head may be, where they start, and the body whose page it is."""
    of_head = [
        not (worn or is_foreign(line) or line.startswith(_BAR) or line in rows)
        for line, worn in zip(lines, dress, strict=True)
    ]
    head, head_starts = list(compress(lines, of_head)), list(compress(starts, of_head))
    if site := header.site(head, lines):
        return head[1:], head_starts[1:], site
    return head, head_starts, None


def _speaker(
    title: str | None, naming: issuers.Naming, known: Period | None
) -> tuple[str | None, Region | None]:
    """Tell who speaks, by the one name of that body, and of which region it is."""
    body = issuers.issuer(title, naming)
    session = areas.congress(naming.opening, naming.head)
    year = known.last_year if known else None
    region = areas.region((session, body, title), naming.head, naming.opening, year)
    return one_name.named(body, title, session, region), region


def _written(spans: Iterable[Span], as_read: Reading) -> tuple[Span, ...]:
    """Spans of a text as read, where they stand in the file."""
    at = as_read.offsets
    return tuple(Span(at[a], at[b - 1] + 1) for a, b in spans)


def _dress(lines: Sequence[str]) -> list[bool]:
    """Which lines are page dress, or what a page says of itself above its text."""
    matter = header.front_matter(lines)
    return [*[True] * matter, *map(is_dress, lines[matter:])]
