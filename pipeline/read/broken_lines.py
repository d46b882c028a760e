"""What stands above a table in a cell of its own, whole where that cell broke it: 单位：亿 over 元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.patterns.tables import NUMBERED_TITLE, UNIT_NOTE
from pipeline.read.lines import Row, line_of
from pipeline.tables import units_of

_LONGEST = 6  # characters of a unit that a break leaves
_NEAR = 1.6  # sizes from line to line of one cell at most
_SAME_EDGE = 0.3  # sizes
_GAP = 1.8  # sizes between the cells of a row


def whole_lines(rows: Sequence[Row]) -> list[Row]:
    """Give the rows of a page, each broken note of a unit or title of a table as one."""
    found: list[Row] = []
    for row in rows:
        if found and _is_broken(found[-1], row):
            found[-1] = _joined(found[-1], row)
        else:
            found.append(row)
    return found


def _is_broken(row: Row, below: Row) -> bool:
    """Whether a line goes on with what stands right below it."""
    left, right = row.left - below.left, row.right - below.right
    middle = abs(left + right) / 2
    if row.baseline - below.baseline > _NEAR * row.size or (
        min(abs(left), abs(right), middle) > _SAME_EDGE * row.size
    ):
        return False
    if len(below.glyphs) <= _LONGEST and _is_unit(line_of(row).text, line_of(below).text):
        return True
    return (
        middle < _SAME_EDGE * row.size
        and left < 0
        and sum(1 for _ in below.runs(_GAP)) == 1
        and NUMBERED_TITLE.match(line_of(row).text) is not None
        and UNIT_NOTE.fullmatch(line_of(below).text) is None
    )


def _is_unit(text: str, rest: str) -> bool:
    """Whether a line says a unit, or one more, only with its rest."""
    whole = UNIT_NOTE.fullmatch(text + rest)
    return _units(whole) > _units(UNIT_NOTE.fullmatch(text))


def _units(note: Any) -> int:
    return len(units_of(note["unit"])) if note else 0


def _joined(row: Row, below: Row) -> Row:
    """A row that goes on with the one below it, to its right."""
    move = row.right - below.left
    moved: Iterator[Any] = (
        replace(glyph, x=glyph.x + move, right=glyph.right + move, y=row.baseline)
        for glyph in below.glyphs
    )
    return Row((*row.glyphs, *moved))
