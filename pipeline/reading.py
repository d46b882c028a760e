"""Between a report as written and as read: the stages work on whole sentences,
and every span they find counts into the text of the file.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from itertools import compress
from typing import Any, TypeVar

from pipeline.records import Cells, Evidence, Packed, Report, Segmented, Span

_Records = TypeVar("_Records")


def as_read(report: Report) -> Report:
    """``report`` with the text that is read in place of the one that is written,
    and its spans counted into that.
    """
    reading = report.reading
    if reading is None:
        return report

    def read(at: int) -> int:
        return bisect_left(reading.offsets, at)

    into = _Into(lambda span: Span(read(span.start), read(span.end)))
    placed = {
        name: into.of(getattr(report, name))
        for name in ("furniture", "headings", "tables", "recognised")
    }
    return dataclasses.replace(
        report, text=reading.text, pages=tuple(map(read, report.pages)), reading=None, **placed
    )


def as_written(records: _Records, report: Report) -> _Records:
    """What was found in ``as_read(report)``, with ``report`` itself and its text in place of what
    was read.
    """
    if report.reading is None:
        return records
    offsets = report.reading.offsets

    def written(span: Span) -> Span:
        start = offsets[span.start]
        return Span(start, offsets[span.end - 1] + 1 if span.end > span.start else start)

    return _Into(written, report).of(records)  # type: ignore[no-any-return]


@cache
def _fields(record: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(record))


class _Into:
    """Records with every span in them counted anew; ``report`` stands in place of the report that
    was read.
    """

    def __init__(self, counted: Callable[[Span], Span], report: Report | None = None) -> None:
        self._counted, self._report = counted, report
        self._evidence: dict[Evidence, Evidence] = {}  # the rows of a table share that of its heads

    def of(self, value: Any) -> Any:
        """``value`` and all that it holds."""
        if isinstance(value, Span):
            return self._counted(value)
        if isinstance(value, str | Decimal) or value is None:
            return value
        if isinstance(value, Evidence):
            return self._shared(value)
        if isinstance(value, Cells):
            return value.moved(self._counted)
        if isinstance(value, Packed):
            return value.mapped(self.of)
        if self._report is not None:
            if isinstance(value, Report):
                return self._report
            if isinstance(value, Segmented):
                return self._segmented(value, self._report)
        return self._parts(value)

    def _parts(self, value: Any) -> Any:
        """``value`` made anew of its parts, where it has any."""
        if isinstance(value, tuple):
            parts = [self.of(part) for part in value]
            return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return type(value)(*(self.of(getattr(value, name)) for name in _fields(type(value))))
        return value

    def _shared(self, value: Evidence) -> Evidence:
        found = self._evidence.get(value)
        if found is None:
            found = self._evidence[value] = value._replace(span=self._counted(value.span))
        return found

    def _segmented(self, segmented: Segmented, report: Report) -> Segmented:
        """With words cut where those are that were read: what is not read belongs to the word
        before it.
        """
        assert report.reading is not None
        offsets, edges = report.reading.offsets, bytearray(len(report.text) + 1)
        for at in compress(offsets, segmented.edges):
            edges[at] = 1
        edges[offsets[0]] = edges[offsets[-1]] = 0
        edges[0] = edges[-1] = 1
        return dataclasses.replace(
            segmented,
            report=report,
            edges=bytes(edges),
            sections=self.of(segmented.sections),
            passages=self.of(segmented.passages),
        )
