"""Between a report as written and as read: the stages work on whole sentences, and every span they find counts into the text of the file."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import Any, TypeVar

from pipeline.records import Report, Segmented, Span

_Records = TypeVar("_Records")


def as_read(report: Report) -> Report:
    """``report`` with the text that is read in place of the one that is written, and its spans counted into that."""
    reading = report.reading
    if reading is None:
        return report

    def read(at: int) -> int:
        return bisect_left(reading.offsets, at)

    into = _Into(lambda span: Span(read(span.start), read(span.end)))
    placed = {name: into.of(getattr(report, name)) for name in ("furniture", "headings", "tables", "recognised")}
    return dataclasses.replace(report, text=reading.text, pages=tuple(map(read, report.pages)), reading=None, **placed)


def as_written(records: _Records, report: Report) -> _Records:
    """What was found in ``as_read(report)``, with ``report`` itself and its text in place of what was read."""
    if report.reading is None:
        return records
    offsets = report.reading.offsets

    def written(span: Span) -> Span:
        start = offsets[span.start]
        return Span(start, offsets[span.end - 1] + 1 if span.end > span.start else start)

    return _Into(written, report).of(records)  # type: ignore[no-any-return]


class _Into:
    """Records with every span in them counted anew; ``report`` stands in place of the report that was read."""

    def __init__(self, counted: Callable[[Span], Span], report: Report | None = None) -> None:
        self._counted, self._report = counted, report

    def of(self, value: Any) -> Any:
        """``value`` and all that it holds."""
        if isinstance(value, Span):
            return self._counted(value)
        if self._report is not None and isinstance(value, Report):
            return self._report
        if self._report is not None and isinstance(value, Segmented):
            return self._segmented(value, self._report)
        if isinstance(value, tuple):
            parts = [self.of(part) for part in value]
            return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return dataclasses.replace(value, **{field.name: self.of(getattr(value, field.name)) for field in dataclasses.fields(value)})
        return value

    def _segmented(self, segmented: Segmented, report: Report) -> Segmented:
        """With words that are the text of the file again: what is not read belongs to the word before it."""
        assert report.reading is not None
        offsets, text = report.reading.offsets, report.text
        bounds = [0, *(offsets[end] for end in accumulate(map(len, segmented.words)))]
        bounds[-1] = len(text)
        edges = bytearray(len(text) + 1)
        for bound in bounds:
            edges[bound] = 1
        changed = {"report": report, "words": tuple(text[a:b] for a, b in pairwise(bounds)), "edges": bytes(edges)}
        return dataclasses.replace(segmented, **changed, sections=self.of(segmented.sections), passages=self.of(segmented.passages))  # type: ignore[arg-type]
