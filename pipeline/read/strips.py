"""The columns of a table without lines: strips that nearly none of its rows crosses part them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.patterns.tables import NO_NUMBER
from pipeline.read.glyphs import Glyph

Cells = Sequence[tuple[Glyph, ...]]
Strip = tuple[float, float]

_CROSSING = 0.12  # of the rows may cross a strip
_CROSSING_NAMES = 0.34
_WIDTH = 0.3  # sizes a strip is wide at least
_NEAR = 0.22  # sizes between two cells with such a strip between them
_SINGLE = 2.2  # sizes between characters of a name that are set apart
_SET_APART = 0.55
_MOST_WIDE = 3000  # points


def strips_of(
    figures: Sequence[Cells], others: Sequence[Cells], size: float, names: float
) -> list[Strip]:
    """The strips between the columns of rows of figures, also where one holds only words, which may
    stand in ``others``, the rows between.

    Left of ``names``, where numbers begin, a name may stand over two columns.
    """
    low = min(cells[0][0].x for cells in (*figures, *others))
    high = max(cells[-1][-1].right for cells in (*figures, *others))
    if high - low > _MOST_WIDE:
        return []
    cover = _Cover(low, high)
    for run in (run for cells in figures for run in cells):
        cover.add(run, 1)
    most, more = int(_CROSSING * len(figures)), int(_CROSSING_NAMES * len(figures))
    found = cover.free(most, more, names, _WIDTH * size, edge=True)
    for run in (run for cells in figures for run in cells):  # a column of few rows
        if any(left - 1 <= run[0].x and run[-1].right <= right for left, right in found):
            cover.add(run, more + 1)
    found = cover.free(most, more, names, _WIDTH * size)
    for run in (run for cells in others for run in cells):
        if not any(run[0].x < left and run[-1].right > right for left, right in found):
            cover.add(run, more + 1)
    return list(_of_marks(figures, cover.free(most, more, names, _WIDTH * size)))


def _of_marks(figures: Sequence[Cells], strips: Sequence[Strip]) -> Iterator[Strip]:
    """The strips without those that only part marks for no number from numbers: — in
    the middle, 5.2 at the right."""
    if not strips:
        return
    edges = [(left + right) / 2 for left, right in strips]
    held, marked = _held(figures, edges)
    for at, strip in enumerate(strips):
        both = held[at] and held[at + 1]
        if not both or held[at] & held[at + 1] or not (marked[at] or marked[at + 1]):
            yield strip
            continue
        held[at + 1] = held[at] | held[at + 1]
        marked[at + 1] = marked[at] and marked[at + 1]


def _held(figures: Sequence[Cells], edges: Sequence[float]) -> tuple[list[set[int]], list[bool]]:
    """Of each column the rows in which something stands there, and whether all are marks for no
    number."""
    held: list[set[int]] = [set() for _ in (*edges, 0)]
    marked = [True] * len(held)
    for row, cells in enumerate(figures):
        for run in cells:
            column = bisect_right(edges, (run[0].x + run[-1].right) / 2)
            held[column].add(row)
            if NO_NUMBER.fullmatch("".join(glyph.text for glyph in run)) is None:
                marked[column] = False
    return held, marked


class _Cover:
    """How many cells stand over each point of a line across the page."""

    def __init__(self, low: float, high: float) -> None:
        self._low, self._wide = low, int(high - low) + 1
        self._steps = [0] * (self._wide + 2)

    def add(self, run: tuple[Glyph, ...], weight: int) -> None:
        self._steps[min(self._wide, max(0, int(run[0].x - self._low)))] += weight
        self._steps[min(self._wide, max(0, int(run[-1].right - self._low))) + 1] -= weight

    def free(
        self, most: int, more: int, names: float, width: float, *, edge: bool = False
    ) -> list[Strip]:
        """The strips over which at most so many stand, ``more`` left of ``names``;
        ``edge``: also one at the left edge."""
        found, covered, free = [], 0, 0
        for place in range(self._wide + 1):
            covered += self._steps[place]
            if covered <= (more if self._low + place < names else most):
                free += 1
                continue
            if free >= width and (edge or place > free):
                found.append((self._low + place - free, self._low + place))
            free = 0
        return found


def joined(runs: Cells) -> Cells:
    """Runs with single characters that are set apart, 粗 钢, as one."""
    found: list[tuple[Glyph, ...]] = []
    for run in runs:
        last = found[-1] if found else ()
        if (
            last
            and len(run) == 1
            and _is_letter(run[0])
            and len(last) < 4
            and is_spread(last)
            and run[0].x - last[-1].right < _SINGLE * run[0].size
        ):
            found[-1] = (*last, *run)
        else:
            found.append(run)
    return found


def is_spread(run: tuple[Glyph, ...]) -> bool:
    """Whether the characters of a run are set apart from each other."""
    return all(map(_is_letter, run)) and all(
        after.x - before.right > _SET_APART * after.size for before, after in pairwise(run)
    )


def _is_letter(glyph: Glyph) -> bool:
    return glyph.text.isalpha() and not glyph.text.isascii()


def parted(cells: Cells, strips: Sequence[Strip]) -> Iterator[tuple[Glyph, ...]]:
    """The cells of a row, also where two stand so near that only the strip
    between their columns parts them."""
    for run in cells:
        start = 0
        for at, (before, after) in enumerate(pairwise(run), 1):
            near = after.x - before.right > _NEAR * after.size
            if near and any(
                before.right < right + 1 and after.x > left - 1 for left, right in strips
            ):
                yield run[start:at]
                start = at
        yield run[start:]
