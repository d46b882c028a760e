"""segment: a report into sections, passages and words."""

from __future__ import annotations

from pipeline.records import Report, Segmented
from pipeline.segment.outline import outline
from pipeline.segment.tokens import tokens

__all__ = ["segment"]


def segment(report: Report) -> Segmented:
    """Cut ``report`` into sections, passages (sentences and headings, in order, never overlapping) and words."""
    sections, passages = outline(report)
    return Segmented(report, sections, passages, tuple(tokens(report.text)))
