"""What checks found over many reports, one row a finding.

Whose, when, what, how sure, and where it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.check.english import english as finding
from pipeline.check.kinds import kinds
from pipeline.check.reports import between, follows
from pipeline.document import Document
from pipeline.english import Lang, english
from pipeline.records import Check, Indicator, Span
from pipeline.sheet import Column, Row

KINDS = {code: kind.zh for code, kind in kinds().items()}
STATUS = {"consistent": "一致", "contradiction": "不符", "cannot tell": "无法判断"}
_WORST_FIRST = ("contradiction", "cannot tell", "consistent")

COLUMNS = (
    Column("certainty", "把握", "number", 7), Column("status", "结果", width=9),
    Column("body", "单位", width=18), Column("region", "地区代码", width=9),
    Column("period", "时期", width=9), Column("kind", "核对", width=16),
    Column("finding", "说明", width=60), Column("sentence", "原句", width=60),
    Column("file", "文件", width=30), Column("start", "起", "integer", 8),
    Column("end", "止", "integer", 8), Column("earlier_sentence", "上年报告原句", width=60),
    Column("earlier_file", "上年报告文件", width=30), Column("json", "JSON", width=30),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """A check with the report it was made on.

    ``before`` is what it rests on in the report of the year before.
    """

    check: Check
    document: Document
    earlier: Document | None = None
    before: Indicator | None = None

    @property
    def sentence(self) -> str:
        """The sentence that holds the stated number."""
        return _sentence(self.document, self.check.span)

    def said(self, lang: Lang = "zh") -> str:
        """The finding in words; names and amounts stay those of the report."""
        if lang == "zh":
            return self.check.message
        names = {one.id: one.name for one in self.document.indicators}
        held = [names[id] for id in self.check.indicators if id in names]
        return finding(self.check.message, [*held, *([self.before.name] if self.before else [])])

    def row(self, lang: Lang = "zh") -> Row:
        """The finding as a row of ``COLUMNS``."""
        document, check = self.document, self.check
        year, kind = document.review_year, KINDS[check.kind]
        return {
            "certainty": check.certainty,
            "status": STATUS[check.status] if lang == "zh" else check.status,
            "body": document.speaker,
            "region": document.region.code if document.region else None,
            "period": None if year is None else str(year),
            "kind": kind if lang == "zh" else english(kind),
            "finding": self.said(lang), "sentence": self.sentence, "file": document.source,
            "start": check.span.start, "end": check.span.end, "json": str(document.path),
            "earlier_sentence": self._earlier(),
            "earlier_file": self.earlier.source if self.earlier else None,
        }  # fmt: skip

    def _earlier(self) -> str | None:
        if self.earlier is None or self.before is None:
            return None
        first = min(quantity.span for quantity in self.before.quantities)
        return _sentence(self.earlier, first)


def findings(documents: Iterable[Document]) -> Iterator[Finding]:
    """Every check of ``documents`` (in order of body and year), those over two years too.

    One report is held beside the next.
    """
    earlier: Document | None = None
    for document in documents:
        for check in document.checks:
            yield Finding(check, document)
        if earlier is not None and follows(earlier, document):
            for across in between(earlier, document):
                yield Finding(across.check, document, earlier, across.before)
        earlier = document


def ranked(rows: Iterable[Row]) -> list[Row]:
    """What does not agree first, the surest of it first."""
    order = {
        word: rank for rank, status in enumerate(_WORST_FIRST) for word in (status, STATUS[status])
    }
    return sorted(rows, key=lambda row: (order[str(row["status"])], -float(row["certainty"] or 0)))


def columns(lang: Lang = "zh") -> tuple[Column, ...]:
    """The columns of a table of findings, their titles in a language."""
    if lang == "zh":
        return COLUMNS
    return tuple(replace(column, title=english(column.title)) for column in COLUMNS)


def _sentence(document: Document, span: Span) -> str:
    """The passage around a number, on one line."""
    inside = (p for p in document.passages if p.start <= span.start < p.end)
    passage = next(inside, None) or span
    return " ".join(document.text[passage.start : passage.end].split())
