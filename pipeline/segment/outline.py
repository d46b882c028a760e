"""The tree of headings, and every sentence under the heading it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from pipeline.patterns.headings import CELL, COLON, DRESS, MARKER_OPENS, MARKERS, NOTE, NOTE_HEADING
from pipeline.patterns.numbers import view_of
from pipeline.patterns.speeches import SPEECH_TITLE
from pipeline.periods import Period
from pipeline.records import Part, Passage, Report, Section, Span
from pipeline.segment.sentences import lines, sentences
from pipeline.segment.stacked import stacked
from pipeline.segment.years import Outlook

Kind = Literal["sentence", "heading", "furniture", "note", "table"]

_LONGEST_HEADING = 60
_LONGEST_RUN_IN = 44
_HIGHEST = 2  # a marker of these ranks tells, whatever follows it
_NOTE_RANKS = (4, 5)
_UNMARKED = 9  # rank of a heading without a marker: below every numbered one


def outline(report: Report) -> tuple[tuple[Section, ...], tuple[Passage, ...]]:
    """Sections and passages of a report, in order of the text."""
    view = view_of(report.text)  # 投资12。6亿元 is one sentence
    found = list(lines(report.text))
    made = _Outline(report)
    cells = stacked(report.text, [line for line in found if not made.is_in_table(line)])
    for line in found:
        made.add_line(line, list(sentences(view, line)), is_cell=line in cells)
    return made.sections, tuple(made.passages)


class _Outline:
    """The sections and passages of a report as they are found, line by line."""

    def __init__(self, report: Report) -> None:
        self.passages: list[Passage] = []
        self._report = report
        self._outlook = Outlook(
            Period.known(report.review_period, report.review_year),
            Period.known(report.plan_period, report.plan_year),
            report.spoken_year if SPEECH_TITLE.search(report.title or "") else None,
        )
        self._tree = _Tree(len(report.text))
        self._furniture = set(report.furniture)
        self._stated = dict(report.headings)
        self._rows = _rows(report)
        self._in_notes = False

    @property
    def sections(self) -> tuple[Section, ...]:
        return self._tree.sections

    def is_in_table(self, line: Span) -> bool:
        at = bisect_right(self._rows, line.start, key=lambda span: span.start) - 1
        return at >= 0 and line.start < self._rows[at].end

    def add_line(self, line: Span, parts: Sequence[Span], *, is_cell: bool) -> None:
        """Take the next line, by its sentences."""
        if line in self._furniture:
            part = self._passed_over(line)
            for span in parts:
                self._add(span, None, "furniture", part)
        elif self.is_in_table(line):
            self._add(line, self._tree.now, "table", self._passed_over(line))
        elif is_cell:
            self._add(line, self._tree.now, "sentence", self._passed_over(line))
        else:
            if NOTE_HEADING.fullmatch(self._report.text, *line) and self._has_told():
                self._in_notes = True
            for number, span in enumerate(parts):
                self._add_sentence(line, span, first=number == 0, alone=len(parts) == 1)

    def _add_sentence(self, line: Span, span: Span, *, first: bool, alone: bool) -> None:
        """Take a sentence of a line: the first of it or not, or ``alone`` on it."""
        sentence = self._report.text[span.start : span.end]
        rank, marker = _marker(sentence)
        self._leave_notes(sentence, rank, alone=alone)
        note = self._in_notes or _is_note(sentence, rank, first=first)
        stated = alone and line in self._stated and len(sentence) <= _LONGEST_HEADING
        is_heading = not note and (stated or _is_heading(sentence, rank, alone=alone))
        part = self._outlook.see(
            sentence,
            span,
            heading=is_heading and not _of_title(sentence, self._report.title),
            rank=rank if is_heading or _is_high(rank) else None,
            first=first,
        )
        if is_heading:
            opened = self._stated.get(line, _UNMARKED) if rank is None else rank
            self._open_section(sentence, marker, opened, span.start)
        self._add(span, self._tree.now, _kind(note=note, heading=is_heading), part)

    def _leave_notes(self, sentence: str, rank: int | None, *, alone: bool) -> None:
        """End the notes where a heading opens the next part of the report."""
        if self._in_notes and _is_high(rank) and _ends_notes(sentence, rank, alone=alone):
            self._in_notes = False

    def _open_section(self, heading: str, marker: str, rank: int, start: int) -> None:
        """Open the section that a heading names behind its marker."""
        name = heading[len(marker) :].strip().rstrip("。：:；;*# ")
        self._tree.open(rank, marker.strip("*# \u3000"), name, start)

    def _has_told(self) -> bool:
        """Whether anything stands above: a list of contents names the notes too."""
        return any(passage.kind in ("sentence", "table") for passage in self.passages)

    def _passed_over(self, line: Span) -> Part:
        return self._outlook.see("", line, heading=False, rank=None)

    def _add(self, span: Span, section: str | None, kind: Kind, part: Part) -> None:
        self.passages.append(Passage(f"p{len(self.passages) + 1}", section, span, kind, part))


def _is_high(rank: int | None) -> bool:
    return rank is not None and 0 < rank <= _HIGHEST


def _kind(*, note: bool, heading: bool) -> Kind:
    if note:
        return "note"
    return "heading" if heading else "sentence"


def _is_note(sentence: str, rank: int | None, *, first: bool) -> bool:
    """Whether a line opens with one of numbered notes that tell what a word means: 1.“三高”：…"""
    return first and rank in _NOTE_RANKS and bool(NOTE.match(sentence)) and "“" in sentence[:8]


def _ends_notes(sentence: str, rank: int | None, *, alone: bool) -> bool:
    """Whether a heading opens a part of the report: 二、下一步工作; not 一、“三高”：指…"""
    return COLON.search(sentence) is None and _is_heading(sentence, rank, alone=alone)


class _Tree:
    """The tree of sections as it grows, of a text that ends at ``end``."""

    def __init__(self, end: int) -> None:
        self._end = end
        self._found: list[Section] = []
        self._open: list[tuple[int, int]] = []  # rank, and place among those found

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections, in order of the text."""
        return tuple(self._found)

    @property
    def now(self) -> str | None:
        """The id of the innermost section that is open."""
        return self._found[self._open[-1][1]].id if self._open else None

    def open(self, rank: int, marker: str, title: str, start: int) -> None:
        """Open a section; those of its rank and below end where it starts."""
        while self._open and self._open[-1][0] >= rank:
            _, at = self._open.pop()
            ended = self._found[at]
            self._found[at] = replace(ended, span=Span(ended.span.start, start))
        level, at = len(self._open) + 1, len(self._found)
        span = Span(start, self._end)
        self._found.append(Section(f"s{at + 1}", level, marker, title, self.now, span))
        self._open.append((rank, at))


def _rows(report: Report) -> list[Span]:
    """The stretches that tables take up: their rows, units, and titles that are no
    numbered or marked headings."""
    stated = dict(report.headings)
    found = []
    for table in report.tables:
        found += [
            table.span,
            *(line for line in (table.unit,) if line and line.start < table.span.start),
        ]
        title = table.title
        if (
            title
            and title.start < table.span.start
            and title not in stated
            and _marker(report.text[slice(*title)])[0] is None
        ):
            found.append(title)
    return sorted(found)


def _of_title(sentence: str, title: str | None) -> bool:
    """Whether a line is the title of the report, or one of its two lines: it settles nothing."""
    return bool(title) and sentence.strip("*# ") in str(title)


def _marker(sentence: str) -> tuple[int | None, str]:
    at = 0
    if not sentence[:1].isalnum() and (dress := DRESS.match(sentence)):
        at = dress.end()
    if sentence[at : at + 1] not in MARKER_OPENS and not sentence[at : at + 1].isdigit():
        return None, sentence[:at]
    for rank, _, pattern in MARKERS:
        match = pattern.match(sentence, at)
        if match:
            return rank, sentence[: match.end()]
    return None, sentence[:at]


def _is_heading(sentence: str, rank: int | None, *, alone: bool) -> bool:
    """A line without an end mark, or a marked sentence short enough
    to be a title: (一)创先争优实现历史突破。"""
    if rank is None and not alone:
        return False
    sentence = sentence.rstrip("*# ") or sentence
    if len(sentence) > _LONGEST_HEADING or _is_row(sentence, rank):
        return False
    ended = sentence[-1] in "。！？；!?;，,"
    if rank is None or (alone and not ended):
        return not ended
    return len(sentence) <= _LONGEST_RUN_IN and sentence[-1] == "。" and rank <= 7


def _is_row(sentence: str, rank: int | None) -> bool:
    """Whether a line is a row of cells, or a number in a cell of its own."""
    if "|" in sentence or CELL.fullmatch(sentence):
        return True
    tabs = sentence.count("\t")
    return tabs > 1 or (tabs > 0 and rank is None)
