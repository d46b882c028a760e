"""How much of what reports speak of the lexicon knows, and what it should know next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.canonical.composed import composed
from pipeline.canonical.normal_form import normal_form
from pipeline.canonical.shown import shown
from pipeline.document import Document
from pipeline.lexicon.indicators import own
from pipeline.records import Indicator
from pipeline.sheet import Column, Row

COLUMNS = (
    Column("figures", "数字", "integer", 7), Column("reports", "报告", "integer", 7),
    Column("name", "名称", width=24), Column("written", "写法", width=40),
    Column("unit", "单位", width=10), Column("code", "现有代码", width=30),
    Column("sentence", "例句", width=80),
)  # fmt: skip
_WRITTEN = 5  # spellings shown of one name
_QUOTED = 160  # characters of an example


@dataclass(slots=True)
class _Name:
    """One thing the lexicon has no entry for, as far as names tell."""

    figures: int = 0
    reports: set[str] = field(default_factory=set)
    written: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    code: str | None = None
    sentence: str = ""


@dataclass(slots=True)
class Coverage:
    """Figures by what is known of their names.

    They have an entry of their own; all their words are known (``composed``: the entry is made of
    them); they have a family only; or none. ``names`` are those behind the last two.
    """

    entry: int = 0
    composed: int = 0
    family: int = 0
    none: int = 0
    names: dict[str, _Name] = field(default_factory=lambda: defaultdict(_Name))

    @property
    def figures(self) -> int:
        """All figures counted."""
        return self.entry + self.composed + self.family + self.none

    def rows(self) -> Iterator[Row]:
        """Names without an entry, those told most often first."""
        for one in sorted(self.names.values(), key=lambda n: (-len(n.reports), -n.figures)):
            spelled = [name for name, _ in one.written.most_common(_WRITTEN)]
            yield {
                "figures": one.figures, "reports": len(one.reports), "name": spelled[0],
                "written": "、".join(spelled), "unit": one.units.most_common(1)[0][0],
                "code": one.code, "sentence": one.sentence,
            }  # fmt: skip


def coverage(documents: Iterable[Document]) -> Coverage:
    """Count the figures of ``documents``, read one at a time."""
    found = Coverage()
    for document in documents:
        for indicator in document.indicators:
            _count(found, document, indicator)
    return found


def _count(found: Coverage, document: Document, indicator: Indicator) -> None:
    figures = len(indicator.quantities)
    if own(indicator.code):
        found.entry += figures
        return
    if indicator.code and _composed(indicator):
        found.composed += figures
        return
    if indicator.code:
        found.family += figures
    else:
        found.none += figures
    one = found.names[normal_form(indicator.canonical or indicator.name)]
    one.figures += figures
    one.reports.add(document.source)
    one.written[indicator.name] += 1
    one.units[indicator.quantities[0].unit] += 1
    one.code = one.code or indicator.code
    if not one.sentence:
        at = indicator.quantities[0].span
        inside = (p for p in document.passages if p.start <= at.start < p.end)
        passage = next(inside, at)
        one.sentence = " ".join(document.text[passage.start : passage.end].split())[:_QUOTED]


def _composed(indicator: Indicator) -> bool:
    """Whether a code of a family is that of a name all of whose words are known."""
    unit = indicator.value.unit if indicator.value else ""
    names = dict.fromkeys((indicator.canonical, shown(indicator.name), indicator.name))
    return any(composed(name, indicator.topic, unit) == indicator.code for name in names)
