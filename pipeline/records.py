"""The frozen records that travel between the stages, and nothing else.

Spans are half-open offsets into ``Report.text``, in Unicode code points. What was *written* is kept apart from what was
*inferred*: spans and texts are written; years, names, periods and labels are inferred. Numbers are ``Decimal``, so that the
precision of the report survives.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

Bound = Literal["exact", "approx", "min", "max", "range"]
Form = Literal["rate", "difference", "multiple"]
RowPart = Literal["name", "topic", "scope", "among", "against", "bound", "basis", "period", "modality"]
Basis = Literal["yoy", "previous_period", "annual_average", "base", "peer", "plan"]
Modality = Literal["actual", "target"]
Horizon = Literal["realised", "planned"]
CheckStatus = Literal["consistent", "contradiction", "cannot tell"]
LabelName = Literal["achievement", "measure", "target", "problem", "other"]


class Span(NamedTuple):
    """``[start, end)`` in code points of ``Report.text``."""

    start: int
    end: int


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
    """A line that the document itself marks as a heading (a style of Word, ``<h2>``). ``level`` counts from 1."""

    span: Span
    level: int


class TableCell(NamedTuple):
    """A cell of a table: the row and column it starts in, its text, and how many rows and columns
    it covers. ``indent`` is how far its text stands in, in characters."""

    row: int
    column: int
    span: Span
    rows: int = 1
    columns: int = 1
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures. ``cells`` are those with something in them, row by row.

    The first ``header_rows`` rows are captions and heads of columns. ``blocks`` are the columns
    ``[start, end)`` of tables that stand side by side in one grid. ``title``, ``unit`` (单位：亿元)
    and ``notes`` stand outside the grid or in its first and last rows; ``span`` covers the rows.
    """

    id: str
    span: Span
    cells: tuple[TableCell, ...]
    header_rows: int
    blocks: tuple[tuple[int, int], ...]
    title: Span | None = None
    unit: Span | None = None
    notes: tuple[Span, ...] = ()


class Recognised(NamedTuple):
    """A line that was read in a picture: where it stands in the text, on which page, in which part of it (left, top, right, bottom, as shares of 1), and how surely."""

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

    ``publisher`` is the body that put it out (发布机构) and ``attribution`` whom the page credits (来源), both as stated; ``issuer`` is who speaks.
    ``review_period`` and ``plan_period`` are what it looks back on and plans (``2022``, ``2023-H1``, ``2023-01/2023-10``, ``2018/2022``), None where it does
    neither; ``review_year`` is the last year looked back on, ``plan_year`` the first planned.
    ``spoken_year`` is the year in which it speaks: 今年 is that one.
    ``furniture`` are spans of page dress (navigation, print links), ``headings`` lines marked as such, ``pages`` the offsets at which pages start,
    ``recognised`` the lines that were read in pictures.
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


@dataclass(frozen=True, slots=True)
class Part:
    """What a stretch of a report speaks of: a horizon, and the years ``start``..``end`` (both included; None where unknown).

    ``within`` is set where it is a part of one year, as in ``periods.Period``; ``at`` is the heading or the sentence that says so, None for the whole document.
    """

    horizon: Horizon
    start: int | None
    end: int | None
    within: str = ""
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it. ``marker`` is the numbering as written, ``level`` counts from 1."""

    id: str
    level: int
    marker: str
    title: str
    parent: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a heading. ``kind``: ``sentence``, ``heading``, ``furniture``, ``table`` (a row, title or unit of a table), or ``note`` (a glossary entry behind the report)."""

    id: str
    section: str | None
    span: Span
    kind: Literal["sentence", "heading", "furniture", "note", "table"]
    part: Part


@dataclass(frozen=True, slots=True)
class Segmented:
    """A report cut into sections, passages and words. ``edges`` is one byte a character, and one for its end: 1 where a word begins."""

    report: Report
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    edges: bytes

    @property
    def words(self) -> tuple[str, ...]:
        """The words; joined they are the text."""
        bounds = [at for at, edge in enumerate(self.edges) if edge]
        return tuple(self.report.text[start:end] for start, end in pairwise(bounds))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number found in the text: ``span`` covers number and unit, ``number`` the digits alone.

    ``kind`` says what it was taken for (``figure``, ``date``, ``ordinal`` …) and ``rule`` by which rule.
    ``low`` and ``high`` are fully expanded (301万 is 3010000) and differ for a range only.
    """

    span: Span
    number: Span
    low: Decimal
    high: Decimal
    unit: str
    bound: Bound
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and bound. ``period`` is set where it differs from its indicator's (the base of 从A提高到B)."""

    span: Span
    low: Decimal
    high: Decimal
    unit: str
    bound: Bound
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """How far an indicator moved. The quantity is signed; its bound speaks of its size.

    ``against`` is what it is compared with, in words of the text, where that is not simply the
    year before (全省均值, 2020年). ``form``: 增长8% is a ``rate``, 减少202人 a ``difference``,
    是2015年的2.6倍 a ``multiple`` of the earlier value.
    """

    quantity: Quantity
    basis: Basis
    against: str | None = None
    form: Form = "rate"


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order. ``among`` is the arena (全省, 同类园区), in words of the text."""

    quantity: Quantity
    among: str | None = None


class Evidence(NamedTuple):
    """The characters a part of a row came from, and the rule that took them.

    An empty span marks words that a rule supplied and the text does not say there.
    """

    part: RowPart
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a figure stands in a table: its id, and row and column counted from 0."""

    table: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure measures, and its figures: at least one of value, changes, rank.

    ``name`` is as written; ``canonical`` is the one name of the thing in all reports, ``code`` its
    code in the lexicon, or None. ``topic`` is what the row needs and its own clause does not say,
    ``scope`` the area or body it is limited to. ``evidence`` lists where each part was read and by
    which rule, in the order the rules acted; ``cell`` is set for a figure of a table, ``part_of`` for
    one whose row is part of another (the id of that), ``same_as`` where an earlier one says the same.
    """

    id: str
    passage: str
    name: str
    scope: str | None
    period: str | None
    modality: Modality
    value: Quantity | None
    base: Quantity | None
    changes: tuple[Change, ...]
    rank: Rank | None
    confidence: float
    topic: str | None = None
    evidence: tuple[Evidence, ...] = ()
    cell: Cell | None = None
    part_of: str | None = None
    same_as: str | None = None
    canonical: str = ""
    code: str | None = None

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures of the indicator: value, base, rank, changes."""
        ranked = self.rank.quantity if self.rank else None
        present = (self.value, self.base, ranked, *(change.quantity for change in self.changes))
        return tuple(quantity for quantity in present if quantity is not None)

    @property
    def rule(self) -> str:
        """The rules that made the name, in order, joined by a plus sign."""
        return "+".join(dict.fromkeys(e.rule for e in self.evidence if e.part == "name"))


class Label(NamedTuple):
    """The function of a passage, with a confidence in [0, 1] and the rule or model that gave it."""

    passage: str
    label: LabelName
    horizon: Horizon
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Check:
    """Whether numbers of the text agree: what was ``stated`` and what follows from the others (``computed``), as [low, high] in ``unit``.

    The intervals are what rounding as written and 约, 余, 超 allow. ``message`` is the arithmetic, in Chinese.
    ``span`` is where the stated number stands, ``certainty`` in [0, 1] how likely a contradiction is a fault of the report.
    """

    kind: str
    status: CheckStatus
    indicators: tuple[str, ...]
    message: str
    stated: tuple[Decimal, Decimal]
    computed: tuple[Decimal, Decimal]
    unit: str
    span: Span
    certainty: float


@dataclass(frozen=True, slots=True)
class Result:
    """All that is known of one report."""

    segmented: Segmented
    numerals: tuple[Numeral, ...]
    indicators: tuple[Indicator, ...]
    labels: tuple[Label, ...]
    checks: tuple[Check, ...]
