"""check: do the numbers of a report agree with each other."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.check.changes import changes
from pipeline.check.parts import parts
from pipeline.check.shares import shares
from pipeline.records import Check, Indicator

__all__ = ["check"]


def check(text: str, indicators: Sequence[Indicator]) -> tuple[Check, ...]:
    """Every place of one report where numbers can be held against each other, in order of the text."""
    found = [*(c for indicator in indicators for c in changes(text, indicator)), *parts(text, indicators), *shares(text, indicators)]
    place = {indicator.id: position for position, indicator in enumerate(indicators)}
    return tuple(sorted(found, key=lambda one: (place[one.indicators[0]], one.kind)))
