"""A stretch of the text, that all records count in."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """``[start, end)`` in code points of ``Report.text``."""

    start: int
    end: int
