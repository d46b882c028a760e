"""The heads above a table without lines: broken over several lines, each in the middle of its place, some over several columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from pipeline.patterns.tables import NUMBERED_TITLE, SENTENCE_MARK, TABLE_NOTE, TABLE_TITLE, UNIT_NOTE
from pipeline.read.glyphs import Glyph
from pipeline.read.lines import Row, line_of
from pipeline.read.ruled import CellText
from pipeline.read.strips import Strip, parted

_GAP = 0.55  # sizes between two heads
_MOST = 8  # lines of heads
_FIRST = 3.4  # sizes from the heads down to the rows
_NEXT = 2.6  # sizes from one line of several heads to the next
_NEXT_ALONE = 1.8  # of one head
_LIKE = 0.15  # of the size of the table: the heads are as large
_CENTRED = 0.8  # sizes from the middle of the columns that it is of, a head stands at most
_COVERED = 0.5  # of a column, a head that is of it covers


class Columns(NamedTuple):
    """Where what stands in each column begins and ends, the strips between them, and the size of the characters."""

    cores: tuple[tuple[float, float], ...]
    strips: tuple[Strip, ...]
    size: float


class _Head(NamedTuple):
    """A piece of a head: what it says, and the columns it stands over."""

    text: str
    first: int
    last: int


def heads_of(rows: Sequence[Row | None], below: float, columns: Columns) -> tuple[list[list[CellText]], int]:
    """The rows of heads among the rows above a table whose first row stands at ``below``, and how many of the rows they are."""
    lines: list[list[_Head]] = []
    under: set[int] = set()
    for row in reversed(rows):
        if row is None or len(lines) == _MOST:
            break
        found = _line(row, row.baseline - below, columns, under)
        if found is None:
            break
        lines.insert(0, found)
        under.update(column for head in found for column in range(head.first, head.last + 1))
        below = row.baseline
    if all(len(line) == 1 for line in lines):
        return [], 0
    return _rows(lines), len(lines)


def _line(row: Row, drop: float, columns: Columns, under: set[int]) -> list[_Head] | None:
    """The heads on a line, None where it holds none; ``drop`` is how far the next line is below, ``under`` the columns with heads there."""
    size = columns.size
    if abs(row.size - size) > _LIKE * size or _is_text(line_of(row).text):
        return None
    pieces = list(parted(list(row.runs(_GAP)), columns.strips))
    words = [line_of(Row(piece)).text.replace("\t", " ").strip() for piece in pieces]
    most = _NEXT_ALONE if len(pieces) == 1 else _NEXT
    if drop > (most if under else _FIRST) * size or any(UNIT_NOTE.fullmatch(word) for word in words):
        return None
    ends = [-inf, *(piece[-1].right for piece in pieces)], [*(piece[0].x for piece in pieces[1:]), inf]
    found = _merged([_Head(word, *_over(piece, columns, under, room)) for piece, word, *room in zip(pieces, words, *ends, strict=False)])
    if any(before.last >= after.first for before, after in pairwise(found)):
        return None
    if len(found) == 1 and not _is_one_head(found[0], pieces[0], columns, under):
        return None
    return found


def _merged(heads: Sequence[_Head]) -> list[_Head]:
    """The heads, those of one column as one: 指　标."""
    found: list[_Head] = []
    for head in heads:
        if found and found[-1][1:] == head[1:] and head.first == head.last:
            found[-1] = head._replace(text=found[-1].text + head.text)
        else:
            found.append(head)
    return found


def _is_text(text: str) -> bool:
    """Whether a line is a sentence, a numbered title or a note."""
    return bool(SENTENCE_MARK.search(text) or NUMBERED_TITLE.match(text) or TABLE_NOTE.match(text))


def _is_one_head(head: _Head, piece: tuple[Glyph, ...], columns: Columns, under: set[int]) -> bool:
    """Whether what stands alone on a line is a head: of one column, or in the middle over some that have heads."""
    if head.first == head.last:
        left = columns.strips[head.first - 1][0] if head.first else columns.cores[0][0] - columns.size
        right = columns.strips[head.last][1] if head.last < len(columns.strips) else columns.cores[-1][1] + 3 * columns.size
        return left - columns.size < piece[0].x and piece[-1].right < right + columns.size
    return head.first > 0 and not TABLE_TITLE.fullmatch(head.text) and under.issuperset(range(head.first, head.last + 1)) and _off(piece, head.first, head.last, columns) < _CENTRED * columns.size


def _over(piece: tuple[Glyph, ...], columns: Columns, under: set[int], room: Sequence[float]) -> tuple[int, int]:
    """The first and the last column that a head stands over; ``room`` is where the heads beside it end and begin."""
    left, right, cores = piece[0].x, piece[-1].right, columns.cores
    covered = [n for n, (a, b) in enumerate(cores) if min(right, b) - max(left, a) > _COVERED * max(b - a, 1.0)]
    nearest = min(range(len(cores)), key=lambda n: _off(piece, n, n, columns))
    if len(covered) > 1:
        return covered[0], covered[-1]
    if _off(piece, nearest, nearest, columns) > _CENTRED * columns.size and under:
        spans = ((a, b) for a in range(1, len(cores)) for b in range(a + 1, min(a + 6, len(cores))) if room[0] < cores[a][0] < left and right < cores[b][1] < room[1])
        fits = [span for span in spans if under.issuperset(range(span[0], span[1] + 1)) and _off(piece, *span, columns) < _CENTRED * columns.size]
        if fits:
            return min(fits, key=lambda span: span[1] - span[0])
    return (covered[0], covered[0]) if covered else (nearest, nearest)


def _off(piece: tuple[Glyph, ...], first: int, last: int, columns: Columns) -> float:
    """How far from the middle of some columns a piece stands."""
    return abs(piece[0].x + piece[-1].right - columns.cores[first][0] - columns.cores[last][1]) / 2


def _rows(lines: Sequence[Sequence[_Head]]) -> list[list[CellText]]:
    """The lines as rows: one, or two where heads stand over several columns."""
    spans: dict[tuple[int, int], str] = {}
    single: dict[int, str] = {}
    for head in (head for line in lines for head in line):
        if head.first < head.last:
            spans[head.first, head.last] = spans.get((head.first, head.last), "") + head.text
        else:
            single[head.first] = single.get(head.first, "") + head.text
    if not spans:
        return [[CellText(text, column) for column, text in sorted(single.items())]] if single else []
    covered = {column for first, last in spans for column in range(first, last + 1)}
    tops = [CellText(text, first, last - first + 1) for (first, last), text in spans.items()]
    alone = [CellText(text, column, height=2) for column, text in single.items() if column not in covered]
    return [sorted([*tops, *alone], key=lambda cell: cell.column), list(_subheads(single, covered))]


def _subheads(single: dict[int, str], covered: set[int]) -> Iterator[CellText]:
    return (CellText(text, column) for column, text in sorted(single.items()) if column in covered)
