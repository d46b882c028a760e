"""How wide the lines of a text are, where it is wrapped:
in characters, or in columns of half a character, of which terminals give quotes and dashes one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.patterns import reading as p

_NARROWEST = 12  # characters: verses and lists are narrower than any page
_WIDEST = 120
_FULL_LINES = 3  # as wide as the page, to show how wide it is
_LONG = 20  # characters: so wide, two lines of one width are enough
_OUTLIERS = 20  # one line in so many may be wider than the page


def _columns(line: str) -> int:
    return 2 * len(line) - len(line.encode("ascii", "ignore"))


def _terminal(line: str) -> int:
    """Columns as terminals count them: quotes and dashes are as narrow as letters."""
    return _columns(line) - sum(map(line.count, p.NARROW))


# how a line is measured, and what a character is long: in characters, in columns of half a one
_MEASURES: tuple[tuple[Callable[[str], int], int], ...] = ((len, 1), (_columns, 2), (_terminal, 2))


@dataclass(frozen=True, slots=True)
class Page:
    """The width at which lines are wrapped (0: they are not), how they are measured, and how far
    they are indented.
    """

    width: int = 0
    measure: Callable[[str], int] = len
    indent: int = 0

    def is_full(self, line: str, following: str) -> bool:
        """Whether what opens the line behind would not have fitted on ``line``."""
        if not self.width:
            return False
        size = self.measure(line)
        if size >= self.width:
            return True
        opening = p.HEAD.match(following)[0]  # type: ignore[index]
        return size + self.measure(opening) > self.width


def page_of(raw: Sequence[str], unended: Sequence[int]) -> Page:
    """The width of most lines that end inside a sentence (``unended``),
    where hardly any line is wider.
    """
    best, page = 0.0, Page()
    ends = [
        raw[i].rstrip().rstrip(p.HANGING)
        for i in unended
        if "\t" not in raw[i] and "|" not in raw[i]
    ]
    for measure, unit in _MEASURES:
        width, share, full = _filled(ends, measure, unit)
        if share > best and _is_bound(raw, width, measure, unit) and _is_prose(full):
            best, page = share, Page(width, measure, _usual_indent(raw))
    return page


def _filled(
    ends: Sequence[str], measure: Callable[[str], int], unit: int
) -> tuple[int, float, list[str]]:
    """The width that most lines have, how many of the long ones, exact ones twice, and which; a
    share of 0 where they are too few."""
    sizes = list(map(measure, ends))
    width = _commonest([size for size in sizes if _NARROWEST * unit <= size <= _WIDEST * unit])
    broad = sum(size * 2 > width for size in sizes)
    full = [
        line
        for line, size in zip(ends, sizes, strict=True)
        if width - _slack(width) <= size <= width
    ]
    exact = sum(width - unit < size <= width for size in sizes)
    enough = len(full) >= _FULL_LINES or (len(full) == exact == 2 and width >= _LONG * unit)
    if not width or not enough or len(full) * 2 < broad:
        return width, 0.0, full
    return width, (len(full) + exact) / broad, full


def _is_bound(
    raw: Sequence[str], width: int, measure: Callable[[str], int], unit: int
) -> bool:
    """Whether hardly any line is wider."""
    most = width + 2 * unit
    wider = sum(len(line) * unit > most and measure(line) > most for line in raw)
    return wider * _OUTLIERS <= len(raw)


def _is_prose(full: Sequence[str]) -> bool:
    return sum(bool(p.INNER.search(line)) for line in full) * 2 >= len(full)


def _usual_indent(raw: Sequence[str]) -> int:
    indents = sorted(len(line) - len(line.lstrip()) for line in raw if line.strip())
    return indents[len(indents) // 2]


def _commonest(sizes: Sequence[int]) -> int:
    """The widest of the sizes about the commonest one, 0 where there are none."""
    counts = Counter(sizes)
    mode = max(counts, key=lambda size: (counts[size], size), default=0)
    return max((size for size in counts if size <= mode + _slack(mode)), default=0)


def _slack(width: int) -> int:
    return max(2, width // 8)
