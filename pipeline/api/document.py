"""One report as a Python program meets it: frozen records, and the same as a frame, as JSON, as a
page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.api.tables import Table, table_of
from pipeline.document import parsed
from pipeline.english import Lang
from pipeline.records import Check, Evidence, Indicator, Region, Section, Span

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a heading with its function: ``label``, ``horizon``, and how sure that is."""

    id: str
    section: str | None
    kind: str
    span: Span
    text: str
    label: str
    horizon: str
    confidence: float
    unsure: bool


class EvidenceRow(NamedTuple):
    """The characters that one part of an indicator's row came from, and the rule that took them."""

    indicator: str
    part: str
    span: Span
    rule: str
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """One report: what it says of itself, its text, passages and indicators, and whether they
    agree.

    Spans count Unicode code points of ``text``, end exclusive. ``content`` is the JSON document
    that all this was read from.
    """

    path: str
    title: str | None
    issuer: str | None
    region: Region | None
    published: str | None
    review_period: str | None
    plan_period: str | None
    text: str
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    indicators: tuple[Indicator, ...]
    tables: tuple[Table, ...]
    checks: tuple[Check, ...]
    content: Mapping[str, Any] = field(compare=False)

    @property
    def evidence(self) -> tuple[EvidenceRow, ...]:
        """Give where every part of every row was read, indicator by indicator."""
        return tuple(self._row(one.id, found) for one in self.indicators for found in one.evidence)

    def _row(self, indicator: str, found: Evidence) -> EvidenceRow:
        said = self.text[found.span.start : found.span.end]
        return EvidenceRow(indicator, found.part, found.span, found.rule, said)

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON document as plain Python objects, a copy of its own."""
        return json.loads(json.dumps(dict(self.content)))  # type: ignore[no-any-return]

    def to_json(self) -> str:
        """Give the JSON document as text, as ``workreport extract`` writes it."""
        from pipeline.emit import written

        return written(dict(self.content))

    def to_frame(self, lang: Lang = "zh", *, wide: bool = False) -> pd.DataFrame:
        """Make a table of it: one number a row, or with ``wide`` one indicator a row.

        ``lang`` chooses the words of the header and of coded cells.
        """
        from pipeline.api.frames import to_frame

        return to_frame([self], lang, wide=wide)

    def __repr__(self) -> str:
        """Say in one line what report this is and how much was found in it."""
        name = self.title or self.path
        found = f"{len(self.passages)} passages, {len(self.indicators)} indicators"
        return f"<Document {name!r}: {found}>"

    def _repr_html_(self) -> str:
        """Show the report with its figures marked, in a notebook."""
        from pipeline.api.marked import marked

        return marked(self)


def document_of(content: Mapping[str, Any]) -> Document:
    """Make a document of the JSON of ``emit`` (plain Python objects)."""
    path = str(content["source"]["path"])
    known, report = parsed(content, path=Path(path)), content["report"]
    return Document(
        path=path,
        title=known.title,
        issuer=known.issuer,
        region=known.region,
        published=report["published"],
        review_period=_period(report, "review"),
        plan_period=_period(report, "plan"),
        text=known.text,
        sections=known.sections,
        passages=tuple(_passage(one) for one in content["passages"]),
        indicators=known.indicators,
        tables=tuple(table_of(one, known.text) for one in content.get("tables", ())),
        checks=known.checks,
        content=MappingProxyType(dict(content)),
    )


def _period(report: Mapping[str, Any], which: str) -> str | None:
    found = report.get(f"{which}_period") or report.get(f"{which}_year")
    return str(found) if found else None


def _passage(shape: Mapping[str, Any]) -> Passage:
    plain = {key: shape[key] for key in Passage.__slots__}
    return Passage(**{**plain, "span": Span(*shape["span"])})
