"""A structure, whose shares must give a hundred: 三次产业结构为8.8:43.2:48."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from pipeline.check.interval import Interval, Reading
from pipeline.check.verdict import Stated, verdict
from pipeline.patterns.arithmetic import SECTOR_SHARES, STRUCTURE, STRUCTURED
from pipeline.patterns.numbers import plain
from pipeline.records import Check, Span

_WHOLE = Decimal(100)
_HALF = Decimal("0.5")
_LEAST, _MOST = 70, 130  # further off, a row with colons is a ratio (6:3:1) and no structure
_AHEAD = 40


def structure(text: str) -> Iterator[Check]:
    """Rows of three to five shares, each held against a hundred."""
    view = plain(text)
    taken: list[int] = []
    for pattern in (SECTOR_SHARES, STRUCTURE):
        for match in pattern.finditer(view):
            span = Span(match.starts("n")[0], match.end())
            if any(abs(at - span.end) < 3 for at in taken):
                continue
            sectors = pattern is SECTOR_SHARES or _of_sectors(view, span.start)
            if sectors is not None:
                taken.append(span.end)
                yield from _hundred(text, match, span, sectors=sectors)


def _of_sectors(view: str, at: int) -> bool | None:
    """Whether a row is of the three sectors; None where nothing says that it is a structure."""
    words = view[max(0, at - _AHEAD) : at]
    if not STRUCTURED.search(words):
        return None
    return "产业" in words or "三次" in words


def _hundred(text: str, match: regex.Match[str], span: Span, *, sectors: bool) -> Iterator[Check]:
    numbers = [Decimal(one) for one in match.captures("n")]
    total = sum(numbers, Decimal(0))
    if not _meant(total, len(numbers), sectors=sectors):
        return
    room = sum((Decimal(1).scaleb(int(one.as_tuple().exponent)) for one in numbers), Decimal(0))
    added = Reading(*(Interval(total - r, total + r) for r in (room * _HALF, room)))
    exactly = Reading(Interval(_WHOLE, _WHOLE), Interval(_WHOLE, _WHOLE))
    said = text[span.start : span.end].replace("\n", "")
    read = f"结构{said}各项相加"
    whole = Stated(exactly, "100%", span)
    yield from verdict("structure", [], read, stated=whole, computed=added, unit="%", word="应为")


def _meant(total: Decimal, count: int, *, sectors: bool) -> bool:
    """Whether a row is meant to give a hundred, and not ten or a ratio of its own."""
    if sectors and count == 3:
        return total > 20
    return _LEAST <= total <= _MOST
