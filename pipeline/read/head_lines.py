"""The heads above a table without lines.

They are broken over several lines, each in the middle of its place, some over several columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.patterns.tables import (
    BOX_TITLE,
    FORM_NOTE,
    NUMBERED_TITLE,
    SENTENCE_MARK,
    TABLE_NOTE,
    UNIT_NOTE_INSIDE,
)
from pipeline.read.glyphs import Glyph
from pipeline.read.head_shares import Align, Piece, is_broken, with_rest
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
_SURER = 0.2  # sizes by which these must fit better
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


def _filled(stacks: Stacks, rows: Sequence[Row | None], below: float, columns: Columns) -> int:
    """Put the heads on the columns, and give how many rows they are; 0 where
    none of these holds several.

    What goes on above waits for its first line, and what stands beside it waits too.
    """
    count, several = 0, False
    waiting: list[Piece] = []
    held: list[Piece] = []
    for at in range(len(rows) - 1, max(-1, len(rows) - 1 - _MOST), -1):
        row = rows[at]
        if row is None or (pieces := _line(row, below, columns, stacks)) is None:
            break
        several = several or len(pieces) > 1
        pieces = _with_rest(pieces, waiting, columns)
        waiting = _gone_on_with(pieces, rows[at - 1] if at else None, columns)
        held += [piece for piece in pieces if piece not in waiting]
        if not waiting:
            if len(held) == 1 and not stacks.takes(held[0]):
                held = []
                break
            _put(stacks, held)
            held = []
        below, count = row.baseline, count + 1
    _put(stacks, [*held, *waiting])
    return count if several else 0


def _gone_on_with(pieces: Sequence[Piece], above: Row | None, columns: Columns) -> list[Piece]:
    """The pieces that go on with one of the row above."""
    runs = _runs(above)
    return [piece for piece in pieces if any(is_broken(run, piece, columns) for run in runs)]


def _put(stacks: Stacks, pieces: Sequence[Piece]) -> None:
    """Put pieces on their columns, those below others first."""
    left = sorted(pieces, key=lambda piece: piece.y - piece.low)
    while left:
        layer: list[Piece] = []
        over: list[Piece] = []
        for piece in left:
            covers = any(piece.left < one.right and one.left < piece.right for one in layer)
            (over if covers else layer).append(piece)
        stacks.add(sorted(layer, key=lambda piece: piece.left))
        left = over


def _with_rest(pieces: Sequence[Piece], rest: Sequence[Piece], columns: Columns) -> list[Piece]:
    """The pieces of a line, each with what it goes on with below."""
    found, left = [], list(rest)
    for piece in pieces:
        below = next((one for one in left if is_broken(piece, one, columns)), None)
        if below is not None:
            left.remove(below)
            piece = with_rest(piece, below)
        found.append(piece)
    return sorted([*found, *left], key=lambda piece: piece.left)


def _runs(row: Row | None) -> list[Piece]:
    """What stands apart on a line."""
    return [_piece(run) for run in joined(list(row.runs(_GAP)))] if row else []


def _line(row: Row, below: float, columns: Columns, stacks: Stacks) -> list[Piece] | None:
    """The pieces of a line of heads, None where it holds none.

    The next line stands at ``below``.
    """
    size, drop = columns.size, row.baseline - below
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
    return bool(
        SENTENCE_MARK.search(text)
        or NUMBERED_TITLE.match(text)
        or BOX_TITLE.match(text)
        or TABLE_NOTE.match(text)
    )
