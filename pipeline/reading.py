"""Between a report as written and as read: the stages work on whole sentences, and every span they find counts into the text of the file."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import Any, TypeVar

from pipeline.records import Heading, Reading, Report, Segmented, Span

_Records = TypeVar("_Records")


def as_read(report: Report) -> Report:
    """``report`` with the text that is read in place of the one that is written, and its spans counted into that."""
    reading = report.reading
    if reading is None:
        return report

    def read(span: Span) -> Span:
        return Span(bisect_left(reading.offsets, span.start), bisect_left(reading.offsets, span.end))

    headings = tuple(Heading(read(heading.span), heading.level) for heading in report.headings)
    pages = tuple(bisect_left(reading.offsets, page) for page in report.pages)
    return dataclasses.replace(report, text=reading.text, furniture=tuple(map(read, report.furniture)), headings=headings, pages=pages, reading=None)


def as_written(records: _Records, report: Report) -> _Records:
    """What was found in ``as_read(report)``, with ``report`` itself and its text in place of what was read."""
    return records if report.reading is None else _Written(report, report.reading).of(records)


class _Written:
    """Spans of a reading back into the text of the file, through any records that hold them."""

    def __init__(self, report: Report, reading: Reading) -> None:
        self._report, self._offsets = report, reading.offsets

    def of(self, value: Any) -> Any:
        """``value`` with every span in it counted anew."""
        if isinstance(value, Span):
            return self._span(value)
        if isinstance(value, Report):
            return self._report
        if isinstance(value, Segmented):
            return self._segmented(value)
        if isinstance(value, tuple):
            parts = [self.of(part) for part in value]
            return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return dataclasses.replace(value, **{field.name: self.of(getattr(value, field.name)) for field in dataclasses.fields(value)})
        return value

    def _span(self, span: Span) -> Span:
        start = self._offsets[span.start]
        return Span(start, self._offsets[span.end - 1] + 1 if span.end > span.start else start)

    def _segmented(self, segmented: Segmented) -> Segmented:
        """With words that are the text of the file again: what is not read belongs to the word before it."""
        text = self._report.text
        bounds = [0, *(self._offsets[end] for end in accumulate(map(len, segmented.words)))]
        bounds[-1] = len(text)
        edges = bytearray(len(text) + 1)
        for bound in bounds:
            edges[bound] = 1
        return Segmented(
            self._report, self.of(segmented.sections), self.of(segmented.passages),
            tuple(text[a:b] for a, b in pairwise(bounds)), bytes(edges),
        )  # fmt: skip
