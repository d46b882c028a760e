"""A report cut into parts: sections, passages, words, and what each passage is for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from pipeline.records.document import Report
from pipeline.records.span import Span

Horizon = Literal["realised", "planned"]
LabelName = Literal["achievement", "measure", "target", "problem", "other"]


@dataclass(frozen=True, slots=True)
class Part:
    """What a stretch of a report speaks of: a horizon, and the years ``start``..``end``.

    Both years are included, and None where unknown. ``within`` is set where it is a part of one
    year, as in ``periods.Period``; ``at`` is the heading or the sentence that says so, None for the
    whole document.
    """

    horizon: Horizon
    start: int | None
    end: int | None
    within: str = ""
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it.

    ``marker`` is the numbering as written, ``level`` counts from 1.
    """

    id: str
    level: int
    marker: str
    title: str
    parent: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a heading.

    ``kind`` is ``sentence``, ``heading``, ``furniture``, ``table`` (a row, title or unit of a
    table), or ``note`` (a glossary entry behind the report).
    """

    id: str
    section: str | None
    span: Span
    kind: Literal["sentence", "heading", "furniture", "note", "table"]
    part: Part


@dataclass(frozen=True, slots=True)
class Segmented:
    """A report cut into sections, passages and words.

    ``edges`` is one byte a character, and one for its end: 1 where a word begins.
    """

    report: Report
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    edges: bytes

    @property
    def words(self) -> tuple[str, ...]:
        """The words; joined they are the text."""
        bounds = [at for at, edge in enumerate(self.edges) if edge]
        return tuple(self.report.text[start:end] for start, end in pairwise(bounds))


class Label(NamedTuple):
    """The function of a passage, with a confidence in [0, 1] and the rule or model that gave it."""

    passage: str
    label: LabelName
    horizon: Horizon
    confidence: float
    rule: str
