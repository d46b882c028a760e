"""One report as it was read: where it is from, its text, and what its head and its tables are."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.records.cells import Cells
from pipeline.records.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report came from: path as given, digest of its bytes, media type and encoding."""

    path: str
    sha256: str
    media_type: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Region:
    """An area and its GB/T 2260 code (six digits)."""

    name: str
    code: str


class Heading(NamedTuple):
    """A line that the document itself marks as a heading (a style of Word, ``<h2>``).

    ``level`` counts from 1.
    """

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures. ``cells`` are those with something in them, row by row.

    The first ``header_rows`` rows are captions and heads of columns. ``blocks`` are the columns
    ``[start, end)`` of tables that stand side by side in one grid. ``title``, ``unit`` (单位：亿元)
    and ``notes`` stand outside the grid or in its first and last rows; ``span`` covers the rows.
    """

    id: str
    span: Span
    cells: Cells
    header_rows: int
    blocks: tuple[tuple[int, int], ...]
    title: Span | None = None
    unit: Span | None = None
    notes: tuple[Span, ...] = ()


class Recognised(NamedTuple):
    """A line that was read in a picture: where it stands in the text, and how sure its reading is.

    ``box`` is its part of the page ``page``: left, top, right, bottom, as shares of 1.
    """

    span: Span
    page: int
    box: tuple[float, float, float, float]
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is read: without breaks inside sentences, blanks inside numbers, marks of notes.

    ``offsets`` says where each of its characters stands in ``Report.text``, and one more where the
    text ends.
    """

    text: str
    offsets: array[int]


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read: its text, and what its head says of it.

    ``publisher`` is the body that put it out (发布机构) and ``attribution`` whom the page credits
    (来源), both as stated; ``issuer`` is who speaks.
    ``review_period`` and ``plan_period`` are what it looks back on and plans (``2022``,
    ``2023-H1``, ``2023-01/2023-10``, ``2018/2022``), None where it does neither; ``review_year`` is
    the last year looked back on, ``plan_year`` the first planned.
    ``spoken_year`` is the year in which it speaks: 今年 is that one.
    ``furniture`` are spans of page dress (navigation, print links), ``headings`` lines marked as
    such, ``pages`` the offsets at which pages start, ``recognised`` the lines that were read in
    pictures.
    ``reading`` is set where the text is read otherwise than it is written (``pipeline.reading``).
    """

    source: Source
    text: str
    title: str | None = None
    issuer: str | None = None
    region: Region | None = None
    published: str | None = None
    review_year: int | None = None
    plan_year: int | None = None
    review_period: str | None = None
    plan_period: str | None = None
    spoken_year: int | None = None
    furniture: tuple[Span, ...] = ()
    publisher: str | None = None
    attribution: str | None = None
    headings: tuple[Heading, ...] = ()
    pages: tuple[int, ...] = ()
    tables: tuple[Table, ...] = ()
    recognised: tuple[Recognised, ...] = ()
    reading: Reading | None = None
