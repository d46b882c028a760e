"""track: the same indicator of the same body across its reports, and each target beside its outcome."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.document import Document
from pipeline.track.series import Point, series
from pipeline.track.targets import Target, targets

__all__ = ["track"]


def track(documents: Sequence[Document]) -> tuple[tuple[Point, ...], tuple[Target, ...]]:
    """Series and targets of ``documents``, body by body. A body is its issuer and region; a report that names neither is a body of its own."""
    bodies = [list(group) for _, group in groupby(documents, key=lambda d: d.body if any(d.body) else (d.name, ""))]
    return tuple(p for body in bodies for p in series(body)), tuple(t for body in bodies for t in targets(body))
