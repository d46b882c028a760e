"""The tree of headings, and every sentence under the heading it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Literal

from pipeline.patterns.headings import CELL, DRESS, MARKER_OPENS, MARKERS, NOTE, NOTE_HEADING
from pipeline.patterns.numbers import view_of
from pipeline.periods import Period
from pipeline.records import Part, Passage, Report, Section, Span
from pipeline.segment.sentences import lines, sentences
from pipeline.segment.stacked import stacked
from pipeline.segment.years import Outlook

Kind = Literal["sentence", "heading", "furniture", "note", "table"]

_LONGEST_HEADING = 60
_LONGEST_RUN_IN = 44
_UNMARKED = 9  # rank of a heading without a marker: below every numbered one


def outline(report: Report) -> tuple[tuple[Section, ...], tuple[Passage, ...]]:
    """Sections and passages of a report, in order of the text."""
    text = report.text
    outlook = Outlook(
        Period.known(report.review_period, report.review_year),
        Period.known(report.plan_period, report.plan_year),
    )
    tree = _Tree(len(text))
    passages: list[Passage] = []

    def add(span: Span, section: str | None, kind: Kind, part: Part) -> None:
        passages.append(Passage(f"p{len(passages) + 1}", section, span, kind, part))

    furniture = set(report.furniture)
    stated = dict(report.headings)
    in_notes = False
    rows = _rows(report)

    view = view_of(text)  # 投资12。6亿元 is one sentence
    all_lines = list(lines(text))
    cells = stacked(text, [line for line in all_lines if not _holds(rows, line)])
    for line in all_lines:
        parts = list(sentences(view, line))
        if line in furniture:
            part = outlook.see("", line, heading=False, rank=None)
            passages.extend(
                Passage(f"p{len(passages) + i + 1}", None, span, "furniture", part)
                for i, span in enumerate(parts)
            )
            continue
        if _holds(rows, line):
            part = outlook.see("", line, heading=False, rank=None)
            add(line, tree.now, "table", part)
            continue
        if line in cells:
            add(line, tree.now, "sentence", outlook.see("", line, heading=False, rank=None))
            continue
        if NOTE_HEADING.fullmatch(text, *line):
            in_notes = True
        for position, span in enumerate(parts):
            sentence = text[span.start : span.end]
            rank, marker = _marker(sentence)
            alone = len(parts) == 1
            note = in_notes or (
                position == 0
                and rank in (4, 5)
                and bool(NOTE.match(sentence))
                and "“" in sentence[:8]
            )
            is_heading = not note and (
                _is_heading(sentence, rank, alone=alone, first=position == 0)
                or (alone and line in stated and len(sentence) <= _LONGEST_HEADING)
            )
            part = outlook.see(
                sentence,
                span,
                heading=is_heading and not _of_title(sentence, report.title),
                rank=rank if is_heading or (rank or 9) <= 2 else None,
                first=position == 0,
            )
            if is_heading and (rank is not None or alone):
                rank = stated.get(line, _UNMARKED) if rank is None else rank
                name = sentence[len(marker) :].strip().rstrip("。：:；;*# ")
                tree.open(rank, marker.strip("*# \u3000"), name, span.start)
            add(span, tree.now, "note" if note else "heading" if is_heading else "sentence", part)
    return tree.sections, tuple(passages)


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


def _holds(rows: list[Span], line: Span) -> bool:
    at = bisect_right(rows, line.start, key=lambda span: span.start) - 1
    return at >= 0 and line.start < rows[at].end


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


def _is_heading(sentence: str, rank: int | None, *, alone: bool, first: bool) -> bool:
    """A line without an end mark, or a marked sentence short enough
    to be a title: (一)创先争优实现历史突破。"""
    if rank is None and not alone:
        return False
    sentence = sentence.rstrip("*# ") or sentence
    ended = sentence[-1] in "。！？；!?;，,"
    tabs = sentence.count("\t")
    if len(sentence) > _LONGEST_HEADING or "|" in sentence or CELL.fullmatch(sentence):
        return False  # a paragraph, a row, or a number in a cell of its own
    if tabs > 1 or (tabs and rank is None):
        return False  # a row of cells
    if rank is None or (alone and not ended):
        return not ended
    return len(sentence) <= _LONGEST_RUN_IN and sentence[-1] == "。" and rank <= 7
