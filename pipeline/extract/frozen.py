"""Change a field of a frozen record.

The records that this stage makes by the thousand are named tuples: frozen as well, and made in a
third of the time of a frozen dataclass.
"""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

R = TypeVar("R")


def replace(record: R, **changes: Any) -> R:
    """Give a record with some fields changed.

    >>> from pipeline.records import Span
    >>> replace(Span(2, 4), end=6)
    Span(start=2, end=6)
    """
    if isinstance(record, tuple):
        return record._replace(**changes)  # type: ignore[attr-defined, no-any-return]
    return dataclasses.replace(record, **changes)  # type: ignore[type-var]
