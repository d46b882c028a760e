"""segment: a report into sections, passages and words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from pipeline.patterns.tables import CELL_EDGES
from pipeline.records import Report, Segmented
from pipeline.segment.outline import outline
from pipeline.segment.tokens import tokens

__all__ = ["segment"]


def segment(report: Report) -> Segmented:
    """Cut ``report`` into sections, passages (sentences and headings, in order, never overlapping) and words."""
    sections, passages = outline(report)
    return Segmented(report, sections, passages, _edges(_words(report), len(report.text)))


def _words(report: Report) -> Iterator[str]:
    """The words of the sentences; what stands in a table is parted at its cells."""
    at = 0
    for table in sorted(report.tables, key=lambda table: table.span):
        yield from tokens(report.text[at : table.span.start])
        yield from CELL_EDGES.findall(report.text, *table.span)
        at = table.span.end
    yield from tokens(report.text[at:])


def _edges(words: Iterator[str], length: int) -> bytes:
    marks = np.zeros(length + 1, np.uint8)
    marks[0] = 1
    marks[np.fromiter(map(len, words), np.int64).cumsum()] = 1
    return marks.tobytes()
