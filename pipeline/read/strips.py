"""The columns of a table without lines: strips that nearly none of its rows crosses part them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.read.glyphs import Glyph

Cells = Sequence[tuple[Glyph, ...]]
Strip = tuple[float, float]

_CROSSING = 0.12  # of the rows may cross a strip
_WIDTH = 0.45  # sizes a strip is wide at least
_NEAR = 0.22  # sizes between two cells with such a strip between them
_MOST_WIDE = 3000  # points


def strips_of(figures: Sequence[Cells], others: Sequence[Cells], size: float) -> list[Strip]:
    """The strips between the columns of rows of figures, also where one holds only words, which may stand in ``others``, the rows between."""
    low = min(cells[0][0].x for cells in (*figures, *others))
    high = max(cells[-1][-1].right for cells in (*figures, *others))
    if high - low > _MOST_WIDE:
        return []
    cover = _Cover(low, high)
    for run in (run for cells in figures for run in cells):
        cover.add(run, 1)
    most = int(_CROSSING * len(figures))
    found = cover.free(most, _WIDTH * size)
    for run in (run for cells in others for run in cells):
        if not any(run[0].x < left and run[-1].right > right for left, right in found):
            cover.add(run, most + 1)
    return cover.free(most, _WIDTH * size)


class _Cover:
    """How many cells stand over each point of a line across the page."""

    def __init__(self, low: float, high: float) -> None:
        self._low, self._wide = low, int(high - low) + 1
        self._steps = [0] * (self._wide + 2)

    def add(self, run: tuple[Glyph, ...], weight: int) -> None:
        self._steps[min(self._wide, max(0, int(run[0].x - self._low)))] += weight
        self._steps[min(self._wide, max(0, int(run[-1].right - self._low))) + 1] -= weight

    def free(self, most: int, width: float) -> list[Strip]:
        """The strips over which at most so many stand."""
        found, covered, free = [], 0, 0
        for place in range(self._wide + 1):
            covered += self._steps[place]
            if covered <= most:
                free += 1
                continue
            if free >= width and place > free:
                found.append((self._low + place - free, self._low + place))
            free = 0
        return found


def parted(cells: Cells, strips: Sequence[Strip]) -> Iterator[tuple[Glyph, ...]]:
    """The cells of a row, also where two stand so near that only the strip between their columns parts them."""
    for run in cells:
        start = 0
        for at, (before, after) in enumerate(pairwise(run), 1):
            near = after.x - before.right > _NEAR * after.size
            if near and any(before.right < right + 1 and after.x > left - 1 for left, right in strips):
                yield run[start:at]
                start = at
        yield run[start:]
