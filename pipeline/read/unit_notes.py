"""The unit above a table, whole where its cell broke it: 单位：亿 over 元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.patterns.tables import UNIT_NOTE
from pipeline.read.lines import Row, line_of
from pipeline.tables import units_of

_LONGEST = 6  # characters that a break leaves
_NEAR = 1.6  # sizes from line to line of one cell at most
_SAME_EDGE = 0.3  # sizes


def with_whole_notes(rows: Sequence[Row]) -> list[Row]:
    """Give the rows of a page, each broken note of a unit as one."""
    return list(_joined(rows))


def _joined(rows: Sequence[Row]) -> Iterator[Row]:
    at = 0
    while at < len(rows):
        row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else None
        if below is not None and len(below.glyphs) <= _LONGEST and _is_broken(row, below):
            move = row.right - below.left
            moved = (
                replace(glyph, x=glyph.x + move, right=glyph.right + move, y=row.baseline)
                for glyph in below.glyphs
            )
            row, at = Row((*row.glyphs, *moved)), at + 1
        yield row
        at += 1


def _is_broken(row: Row, below: Row) -> bool:
    """Whether a line says a unit only with what stands right below it."""
    text = line_of(row).text.strip()
    whole = UNIT_NOTE.fullmatch(text + line_of(below).text.strip())
    part = UNIT_NOTE.fullmatch(text)
    left, right = row.left - below.left, row.right - below.right
    return (
        _units(whole) > _units(part)
        and row.baseline - below.baseline < _NEAR * row.size
        and min(abs(left), abs(right), abs(left + right) / 2) < _SAME_EDGE * row.size
    )


def _units(note: Any) -> int:
    return len(units_of(note["unit"])) if note else 0
