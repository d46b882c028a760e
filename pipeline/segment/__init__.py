"""segment: a report into sections, passages and words."""

from __future__ import annotations

import numpy as np

from pipeline.patterns.numbers import plain, view_of
from pipeline.patterns.tables import CELL_EDGES
from pipeline.records import Report, Segmented
from pipeline.segment.outline import outline
from pipeline.segment.tokens import words_of

__all__ = ["segment"]


def segment(report: Report) -> Segmented:
    """Cut ``report`` into sections, passages (sentences and headings, in order,
    never overlapping) and words."""
    sections, passages = outline(report)
    return Segmented(report, sections, passages, _edges(_words(report), len(report.text)))


def _words(report: Report) -> list[str]:
    """The words of the sentences, as the plain view has them; what stands in a
    table is parted at its cells."""
    if not report.tables:
        return words_of(view_of(report.text))
    at, found = 0, list[str]()
    for table in sorted(report.tables, key=lambda table: table.span):
        found += words_of(plain(report.text[at : table.span.start]))
        found += CELL_EDGES.findall(report.text, *table.span)
        at = table.span.end
    return found + words_of(plain(report.text[at:]))


def _edges(words: list[str], length: int) -> bytes:
    marks = np.zeros(length + 1, np.uint8)
    marks[0] = 1
    marks[np.fromiter(map(len, words), np.int64).cumsum()] = 1
    return marks.tobytes()
