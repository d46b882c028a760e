"""track: the same indicator of the same body across its reports.

And each target beside its outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pipeline.document import Document
from pipeline.track.series import Point, series
from pipeline.track.targets import Target, targets

__all__ = ["by_body", "track"]


def track(documents: Iterable[Document]) -> tuple[tuple[Point, ...], tuple[Target, ...]]:
    """Series and targets of ``documents`` (in order of body and year), body by body."""
    points: list[Point] = []
    aims: list[Target] = []
    for reports in by_body(documents):
        points.extend(series(reports))
        aims.extend(targets(reports))
    return tuple(points), tuple(aims)


def by_body(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The reports of each body, of which one at a time is held.

    One that names no body is a body of its own.
    """
    for _, group in groupby(documents, key=lambda d: d.body if any(d.body) else d.path):
        yield list(group)
