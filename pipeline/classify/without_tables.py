"""A report as if there were no tables in it: their rows are labelled by rule, and may be very
many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from pipeline.records import Segmented, Span


def without_tables(segmented: Segmented) -> Segmented:
    """Leave out the passages of tables, and their characters."""
    left_out = [one.span for one in segmented.passages if one.kind == "table"]
    if not left_out:
        return segmented
    removed = list(accumulate((end - start for start, end in left_out), initial=0))

    def counted(span: Span) -> Span:
        return Span(*(at - removed[bisect_right(left_out, (at, at))] for at in span))

    told = [one for one in segmented.passages if one.kind != "table"]
    kept = _between(left_out, len(segmented.report.text))
    return replace(
        segmented,
        report=replace(
            segmented.report, text="".join(segmented.report.text[slice(*span)] for span in kept)
        ),
        edges=b"".join(b"\1" + segmented.edges[start + 1 : end] for start, end in kept) + b"\1",
        sections=tuple(replace(one, span=counted(one.span)) for one in segmented.sections),
        passages=tuple(replace(one, span=counted(one.span)) for one in told),
    )


def _between(left_out: Sequence[Span], length: int) -> list[Span]:
    """The stretches of a text that are not left out."""
    starts, ends = [0, *(end for _, end in left_out)], [*(start for start, _ in left_out), length]
    return [Span(*span) for span in zip(starts, ends, strict=True) if span[0] < span[1]]
