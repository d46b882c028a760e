"""Page numbers, running heads and feet, and what a browser prints round a page: told by
their place, and by recurring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.patterns.pdf import DIGITS, PAGE_NUMBER, PRINTED, UNIT_LINE
from pipeline.read.lines import Row, line_of

_RUNNING = 3  # pages that must share a line, and a third of all
_SMALLER = 0.93  # of the size of the text: lines so small recur by their place alone
_CELLS = 2  # of a line: with more it is a row
_GAP = 0.6  # sizes between them
# times the distance of lines: so far from the text, a line that recurs on two pages is a head
_APART = 1.5


@dataclass(frozen=True, slots=True)
class _Margin:
    """One of the two highest or lowest rows of a page."""

    text: str
    key: str  # the text, its digits and blanks left out
    place: tuple[int, int]
    small: bool
    apart: bool
    cells: int


class _Repeated:
    """What stands at the margins of several pages."""

    def __init__(self, margins: Sequence[dict[int, _Margin]]) -> None:
        self._often = max(_RUNNING, len(margins) // 3)
        self._twice = max(2, len(margins) // 3)
        entries = [tuple(margin.values()) for margin in margins]
        self._texts = Counter(key for page in entries for key in {one.key for one in page})
        self._places = Counter(
            place for page in entries for place in {one.place for one in page if one.small}
        )
        self._both = Counter(
            pair for page in entries for pair in {(one.key, one.place) for one in page}
        )

    def is_running(self, entry: _Margin, *, inner: bool) -> bool:
        """Whether a row is of the margin; ``inner``: the one outside of it is not."""
        if PAGE_NUMBER.fullmatch(entry.text) or PRINTED.fullmatch(entry.text):
            return True
        if UNIT_LINE.fullmatch(entry.text) or entry.cells > _CELLS:  # a unit, the heads of a table
            return False
        return self._texts[entry.key] >= self._often or self._is_placed(entry, inner=inner)

    def _is_placed(self, entry: _Margin, *, inner: bool) -> bool:
        set_off = entry.small and entry.apart and not inner
        if set_off and self._places[entry.place] >= self._often:
            return True
        is_seen_again = self._both[entry.key, entry.place] >= self._twice
        return (entry.small or entry.apart) and is_seen_again


def without_running_heads(pages: Sequence[list[Row]]) -> list[list[Row]]:
    """The pages without page numbers, running heads and feet, and the print heads of browsers."""
    body, leading = _usual(pages)
    margins = [_margins(page, body, leading) for page in pages]
    repeated = _Repeated(margins)
    found = []
    for page, margin in zip(pages, margins, strict=True):
        gone: set[int] = set()
        for at in (*range(min(2, len(page))), *range(len(page) - 1, max(1, len(page) - 3), -1)):
            outer = at - 1 if at < 2 else at + 1
            if repeated.is_running(margin[at], inner=outer in margin and outer not in gone):
                gone.add(at)
        found.append([row for at, row in enumerate(page) if at not in gone])
    return found


def _usual(pages: Sequence[list[Row]]) -> tuple[float, float]:
    """The size of most characters, and the distance of most rows."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page:
            sizes[round(row.size, 1)] += len(row.glyphs)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    gaps = Counter(round(a.baseline - b.baseline) for page in pages for a, b in pairwise(page))
    return body, max(float(gaps.most_common(1)[0][0]) if gaps else 0.0, body)


def _margins(page: Sequence[Row], body: float, leading: float) -> dict[int, _Margin]:
    """The two highest and the two lowest rows of a page, by their number."""
    ends = dict.fromkeys((*range(min(2, len(page))), *range(max(0, len(page) - 2), len(page))))
    return {at: _margin(page, at, body, leading) for at in ends}


def _margin(page: Sequence[Row], at: int, body: float, leading: float) -> _Margin:
    row = page[at]
    inner = (
        page[at + 1] if at < len(page) / 2 and at + 1 < len(page) else page[at - 1] if at else None
    )
    apart = inner is not None and abs(inner.baseline - row.baseline) > _APART * leading
    place = (round(row.baseline / 2), round(row.size))
    text = line_of(row).text
    return _Margin(
        text,
        DIGITS.sub("0", "".join(text.split())),
        place,
        row.size < _SMALLER * body,
        apart,
        sum(1 for _ in row.runs(_GAP)),
    )
