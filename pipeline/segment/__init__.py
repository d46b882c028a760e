"""segment: a report into sections, passages and words."""

from __future__ import annotations

from itertools import accumulate

from pipeline.records import Report, Segmented
from pipeline.segment.outline import outline
from pipeline.segment.tokens import nlp

__all__ = ["segment"]


def segment(report: Report) -> Segmented:
    """Cut ``report`` into sections, passages (sentences and headings, in order, never overlapping) and words."""
    sections, passages = outline(report)
    doc = nlp().make_doc(report.text)
    starts = tuple(accumulate(doc.to_array("LENGTH").tolist(), initial=0))
    return Segmented(report, sections, passages, doc, starts)
