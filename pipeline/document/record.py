"""One report as extracted, for the commands that work on many."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.body import Body, body, spoken
from pipeline.records import Check, Indicator, Region, Section, Span


@dataclass(frozen=True, slots=True)
class Document:
    """One report as extracted.

    ``path`` is the JSON file, ``source`` the report it came from; spans count into ``text``.
    """

    path: Path
    source: str
    title: str | None
    issuer: str | None
    region: Region | None
    review_year: int | None
    plan_year: int | None
    text: str
    passages: tuple[Span, ...]
    indicators: tuple[Indicator, ...]
    checks: tuple[Check, ...]
    sections: tuple[Section, ...] = ()

    @property
    def name(self) -> str:
        """What findings call it: the file without its suffix."""
        return self.path.stem

    @property
    def speaker(self) -> str:
        """Who reports, for people: the issuer as written, else the area, the title, the file."""
        issuer = spoken(self.issuer)
        place = self.region.name if self.region else ""
        return issuer or place or self.title or self.name

    @property
    def body(self) -> Body:
        """Who reports: the area and the kind of body, one over years and spellings.

        Empty where unknown.
        """
        region = self.region
        return body(
            self.issuer, self.title, *((region.code, region.name) if region else (None, None))
        )
