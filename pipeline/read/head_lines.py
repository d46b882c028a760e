"""The heads above a table without lines.

They are broken over several lines, each in the middle of its place, some over several columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.patterns.tables import (
    FORM_NOTE,
    NUMBERED_TITLE,
    SENTENCE_MARK,
    TABLE_NOTE,
    UNIT_NOTE_INSIDE,
)
from pipeline.read.glyphs import Glyph
from pipeline.read.head_shares import Align, Piece
from pipeline.read.head_stacks import Stacks
from pipeline.read.lines import Row, cell_text, line_of
from pipeline.read.ruled import CellText
from pipeline.read.strips import is_spread, joined, parted
from pipeline.read.table_columns import Columns

_GAP = 0.55  # sizes between two heads
_MOST = 8  # lines of heads
_FIRST = 3.4  # sizes from the heads down to the rows
_NEXT = 2.6  # sizes from one line of several heads to the next
_NEXT_ALONE = 1.8  # of one head
_EDGES: tuple[Align, ...] = ("left", "right")  # where heads stand that are not in the middle
_SURER = 0.3  # sizes by which these must fit better
_DEARER = 1.0  # by which they may fit worse where they are more lines
_LIKE = 0.15  # of the size of the table: the heads are as large


def heads_of(
    rows: Sequence[Row | None], below: float, columns: Columns
) -> tuple[list[list[CellText]], int]:
    """The rows of heads above a table, and how many of the ``rows`` of the page they are.

    The first row of the table stands at ``below``.
    """
    best, count = _stacked(rows, below, columns, "middle")
    for align in _EDGES:
        other, lines = _stacked(rows, below, columns, align)
        surer = (_SURER if lines == count else -_DEARER) * columns.size
        if lines >= count and other.cost + surer < best.cost:
            best, count = other, lines
    return (best.rows(), count) if count else ([], 0)


def _stacked(
    rows: Sequence[Row | None], below: float, columns: Columns, align: Align
) -> tuple[Stacks, int]:
    """The heads, where they are aligned so, and how many rows they are."""
    first = Stacks(columns, align)
    if not _filled(first, rows, below, columns):
        return first, 0
    stacks = Stacks(columns, align, first.seen())
    return stacks, _filled(stacks, rows, below, columns)


def _filled(
    stacks: Stacks, rows: Sequence[Row | None], below: float, columns: Columns
) -> int:
    """Put the heads on the columns, and give how many rows they are; 0 where
    none of these holds several."""
    count = 0
    several = False
    for row in reversed(rows):
        if row is None or count == _MOST:
            break
        pieces = _line(row, row.baseline - below, columns, stacks)
        if pieces is None:
            break
        stacks.add(pieces)
        several = several or len(pieces) > 1
        below, count = row.baseline, count + 1
    return count if several else 0


def _line(row: Row, drop: float, columns: Columns, stacks: Stacks) -> list[Piece] | None:
    """The pieces of a line of heads, None where it holds none.

    ``drop`` is how far the next line is below.
    """
    size = columns.size
    if abs(row.size - size) > _LIKE * size or _is_text(line_of(row).text):
        return None
    pieces = [
        piece for run in joined(list(row.runs(_GAP))) for piece in _pieces(run, columns, stacks)
    ]
    pieces = list(_paired(pieces, stacks))
    most = _NEXT_ALONE if len(pieces) == 1 else _NEXT
    if drop > (most if stacks.filled else _FIRST) * size or any(
        _is_note(one.text) for one in pieces
    ):
        return None
    if len(pieces) == 1 and not stacks.takes(pieces[0]):
        return None
    return pieces


def _pieces(run: tuple[Glyph, ...], columns: Columns, stacks: Stacks) -> list[Piece]:
    """The heads in a stretch of a line: cut at the strips, but for one head that is set apart."""
    if len(run) == 1 or not is_spread(run):
        return [_piece(part) for part in parted([run], columns.strips)]
    parts = [list(part) for part in parted([run], columns.strips)]
    if stacks.is_under([_piece(part) for part in parts]):
        parts = [list(run)]
    return [
        Piece("".join(glyph.text for glyph in part), part[0].x, part[-1].right, part[0].y)
        for part in parts
    ]


def _paired(pieces: Sequence[Piece], stacks: Stacks) -> Iterator[Piece]:
    """The pieces, 指　　　标 as one where a column has its middle between the two."""
    at = 0
    while at < len(pieces):
        one, other = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
        if (
            other
            and len(one.text) == len(other.text) == 1
            and stacks.are_round_a_column(one, other)
        ):
            one = Piece(one.text + other.text, one.left, other.right, one.y)
            at += 1
        yield one
        at += 1


def _piece(run: Sequence[Glyph]) -> Piece:
    return Piece(cell_text(tuple(run)).strip(), run[0].x, run[-1].right, run[0].y)


def _is_note(text: str) -> bool:
    """Whether a piece says the unit, or who made the table."""
    return bool(
        UNIT_NOTE_INSIDE.search(text)
        or (
            text[-1:] not in ":："
            and any(mark in text for mark in ":：")
            and FORM_NOTE.fullmatch(text)
        )
    )


def _is_text(text: str) -> bool:
    """Whether a line is a sentence, a numbered title or a note."""
    return bool(SENTENCE_MARK.search(text) or NUMBERED_TITLE.match(text) or TABLE_NOTE.match(text))
