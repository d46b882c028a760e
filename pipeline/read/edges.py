"""What a block of lines looks like: where its lines start and end, how far apart they stand,
how large they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from pipeline.read.columns import Block
from pipeline.read.lines import HANGING, Line

# times the usual distance: no more is left inside a paragraph where paragraphs are set apart
TIGHT = 1.15
SIZE = 1.12  # times the size of the line before
# characters left free although the next word would have fitted: surely the last line of a paragraph
_ENDS = 1.5
_SURE = 3  # such lines tell whether paragraphs are set apart
_LONG = 15  # characters of a line that tells where the edges are
_FEW = 4  # long lines: fewer do not


@dataclass(frozen=True, slots=True)
class Edges:
    """What a block looks like: its left and right edges, the usual distance and size of lines."""

    left: float
    right: float
    leading: float
    size: float
    spaced: bool = False  # paragraphs of the document are set apart


def edges_of(lines: Sequence[Line], common: Edges | None = None) -> Edges:
    """The edges at which most long lines start and end; of a block with few lines,
    those of the whole document, whose distance of lines holds for all of its size.
    """
    long = [line for line in lines if len(line.text) > _LONG and "\t" not in line.text]
    if common is not None and len(long) < _FEW:
        return common
    leading, size = _leading(lines), _size(long or lines)
    if common is not None and max(size, common.size) < SIZE * min(size, common.size):
        leading = common.leading
    if not long:
        return _of_short(lines, leading, size)
    lefts, rights = (
        Counter(round(line.left) for line in long),
        Counter(round(line.right - line.size * (line.text[-1] in HANGING)) for line in long),
    )
    left = min(x for x, n in lefts.items() if n >= max(lefts.values()) / 3)
    right = max(x for x, n in rights.items() if n >= max(rights.values()) / 3)
    return Edges(left, right, leading, size)


def _size(lines: Sequence[Line]) -> float:
    return max(median(line.size for line in lines) if lines else 1.0, 0.1)


def _of_short(lines: Sequence[Line], leading: float, size: float) -> Edges:
    """The edges of short lines; of a few, none is full."""
    left = min((line.left for line in lines), default=0.0)
    right = max((line.right for line in lines), default=0.0)
    reached = sum(line.right > right - _ENDS * line.size for line in lines)
    return Edges(left, right if reached >= _SURE else inf, leading, size)


def are_apart(blocks: Sequence[Block], common: Edges) -> bool:
    """Whether a line that surely ends a paragraph is followed by more than the usual distance,
    nearly always.
    """
    gaps = []
    for block in blocks:
        edges = edges_of(block.lines, None if block.column else common)
        alike = (
            (a, b)
            for a, b in pairwise(block.lines)
            if "\t" not in a.text + b.text
            and max(a.size, b.size, edges.size) < SIZE * min(a.size, b.size, edges.size)
        )
        gaps += [
            a.baseline - b.baseline > TIGHT * edges.leading
            for a, b in alike
            if a.right + b.head < edges.right - _ENDS * a.size
        ]
    return len(gaps) >= _SURE and sum(gaps) * 5 >= len(gaps) * 4


def _leading(lines: Sequence[Line]) -> float:
    gaps = Counter(
        round(a.baseline - b.baseline)
        for a, b in pairwise(lines)
        if 0 < a.baseline - b.baseline < 5 * a.size
    )
    return float(gaps.most_common(1)[0][0]) if gaps else 0.0
