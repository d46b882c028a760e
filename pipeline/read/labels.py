"""Names that stand beside several rows of a table without lines.

They stand in the middle of their rows, or at the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from statistics import median
from typing import NamedTuple

from pipeline.read.ruled import CellText
from pipeline.read.table_columns import Columns

_FEW = 0.7  # of the rows at most have a name in a column of classes
_BROKEN = 1.42  # sizes from line to line of one name at most
_MIDDLE = 0.4  # of the distance of two rows a name stands out of the middle of its rows at most


class Label(NamedTuple):
    """A stretch of a line of a table: where it stands, and what it says."""

    column: int
    text: str
    y: float
    figures: bool  # stand on its line
    width: int = 1  # columns that it covers
    indent: int = 0


class _Class(NamedTuple):
    """A name over several lines: words, and the heights of its first and its last."""

    text: str
    top: float
    bottom: float


def with_classes(
    rows: list[list[CellText]], labels: Sequence[Sequence[Label]], columns: Columns
) -> list[list[CellText]]:
    """The rows, with the names of their classes over the rows that they are of."""
    heights = [_height(line) for line in labels]
    own = [label for label in chain.from_iterable(labels) if not label.column]
    beside = _rows_beside(labels)
    if len(columns.cores) < 3 or not _may_name_classes(own, len(beside)):
        return rows
    classes = list(_classes(own, columns.size))
    shares = _shared([heights[n] for n in beside], classes)
    if shares is None or (shares[0] == (0, 0) and _begin(classes, set(heights))):
        return rows
    found = [[cell for cell in row if cell.column] for row in rows]
    for one, (first, last) in zip(classes, shares, strict=True):
        found[beside[first]].insert(0, CellText(one.text, 0, 1, last - first + 1))
    kept = [row for row in found if row]
    return kept if len(kept) == len(beside) else rows


def _rows_beside(labels: Sequence[Sequence[Label]]) -> list[int]:
    """The lines that hold more than the name of a class."""
    return [n for n, line in enumerate(labels) if any(label.column for label in line)]


def _may_name_classes(own: Sequence[Label], rows: int) -> bool:
    """Whether the names of the first column are words, and so few that each is of several rows."""
    if not own or rows < 2 or any(label.text.isdigit() for label in own):
        return False
    return len({label.y for label in own}) <= _FEW * rows


def _begin(classes: Sequence[_Class], heights: set[float]) -> bool:
    """Whether each name stands on the line of a row, and so may be at the first of its own.

    In the middle of its own, the first would be of one row only.
    """
    return all(one.top == one.bottom and one.top in heights for one in classes)


def _height(line: Sequence[Label]) -> float:
    """The height of a row: of its figures, else of the middle of its names."""
    return next((label.y for label in line if label.figures), median(label.y for label in line))


def _classes(labels: Sequence[Label], size: float) -> Iterator[_Class]:
    """The names of a column from the top, those broken over lines as one."""
    ordered = sorted(labels, key=lambda label: -label.y)
    start = 0
    for at, (above, below) in enumerate(pairwise([*ordered, None]), 1):
        if below is None or (above is not None and above.y - below.y > _BROKEN * size):
            part = ordered[start:at]
            yield _Class("".join(label.text for label in part), part[0].y, part[-1].y)
            start = at


def _shared(rows: Sequence[float], classes: Sequence[_Class]) -> list[tuple[int, int]] | None:
    """The rows, from the top, shared out among the names: each in the middle of its own.

    None where that comes out uneven.
    """
    room = _MIDDLE * median(above - below for above, below in pairwise(rows))
    found: list[tuple[int, int]] = []
    at = 0
    for one in classes:
        if at >= len(rows):
            return None
        middle = (one.top + one.bottom) / 2
        end = min(range(at, len(rows)), key=lambda n: abs((rows[at] + rows[n]) / 2 - middle))
        if abs((rows[at] + rows[end]) / 2 - middle) > room:
            return None
        found.append((at, end))
        at = end + 1
    return found if at == len(rows) and any(last > first for first, last in found) else None
