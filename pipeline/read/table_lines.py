"""A line of a page as a row of a table may be: its cells and what they hold.

And whether it goes on with the line beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.patterns.tables import DAY, NUMBERED_TITLE, SENTENCE_MARK, TABLE_NOTE, UNIT_NOTE
from pipeline.read.glyphs import Glyph
from pipeline.read.lines import Row, cell_text, line_of
from pipeline.read.strips import Cells, joined
from pipeline.tables import kind_of

_GAP = 0.55  # sizes between two cells
_NEAR = 0.33  # where cells of many rows stand apart at one place
_MARKS = frozenset(("number", "year", "blank"))
_BESIDE = 0.9  # sizes
_EDGE = 0.3
_BROKEN = 1.6  # sizes from line to line of one cell at most


class TableLine:
    """A row of a page with its cells, as far as gaps alone tell them, and what each holds."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.text = line_of(row).text.strip()
        self.cells = joined(list(row.runs(_GAP)))
        self.near = joined(list(row.runs(_NEAR)))
        kinds = _kinds(self.cells)
        if (
            len(self.near) > len(self.cells)
            and _is_of_numbers(near := _kinds(self.near))
            and not SENTENCE_MARK.search(self.text)
        ):
            self.cells, kinds = self.near, near
        self.kinds = kinds
        self.figures = "number" in kinds and not _MARKS.isdisjoint(kinds[1:])
        self.heads = len(kinds) > 2 and "number" not in kinds
        self.between = bool(UNIT_NOTE.fullmatch(self.text) or TABLE_NOTE.match(self.text)) or (
            not self.figures
            and bool(SENTENCE_MARK.search(self.text) or NUMBERED_TITLE.match(self.text))
        )


def _kinds(cells: Cells) -> list[str]:
    """What each cell of a row of several holds."""
    words = map(cell_text, cells) if len(cells) > 1 else ()
    return ["text" if DAY.fullmatch(word) else kind_of(word) for word in words]


def _is_of_numbers(kinds: Sequence[str]) -> bool:
    """Whether most of a row are numbers: cells close together, and not words."""
    return kinds.count("number") > 1 and sum(kind in _MARKS for kind in kinds) * 5 >= 3 * len(kinds)


def is_name(line: TableLine, names: float) -> bool:
    """Whether a line is part of a name: words where names stand."""
    return not line.between and not line.figures and line.row.right <= names


def is_beside(line: TableLine, row: TableLine) -> bool:
    """Whether a line without figures is too near one with figures to be a row of its own.

    Words over two lines stand so above and below it.
    """
    return (
        row.figures
        and not line.figures
        and not line.between
        and abs(line.row.baseline - row.row.baseline) < _BESIDE * row.row.size
    )


def is_below(line: TableLine, row: TableLine) -> bool:
    """Whether each cell of a line stands under one of a row."""
    return all(
        sum(run[0].x < cell[-1].right and cell[0].x < run[-1].right for cell in row.cells) == 1
        for run in line.cells
    )


def share_column(one: TableLine, other: TableLine) -> bool:
    """Whether any cell of a line stands below or above one of another."""
    a = b = 0
    while a < len(one.cells) and b < len(other.cells):
        mine, its = one.cells[a], other.cells[b]
        if mine[0].x < its[-1].right and its[0].x < mine[-1].right:
            return True
        if mine[-1].right <= its[0].x:
            a += 1
        else:
            b += 1
    return False


def is_like(line: TableLine, row: TableLine) -> bool:
    """Whether a line whose numbers might be years, 1961 persons, is a row as the one above is.

    They stand exactly under its numbers, no words do, and they are no years in a row, which would
    be heads.
    """
    years, numbers = _of(line, "year"), _of(row, "number")
    written = [cell_text(run) for run in years]
    if not written or not all(map(str.isdigit, written)) or line.kinds[0] != "text":
        return False
    in_turn = all(abs(int(b) - int(a)) == 1 for a, b in pairwise(written))
    if len(years) > 1 and (in_turn or len(years) == len(numbers)):
        return False
    room = _EDGE * line.row.size
    return all(any(_same_edge(run, cell) < room for cell in numbers) for run in years) and not any(
        run[0].x < cell[-1].right and cell[0].x < run[-1].right
        for run in _of(line, "text")
        for cell in numbers
    )


def _of(line: TableLine, kind: str) -> list[tuple[Glyph, ...]]:
    """The cells of a kind."""
    return [run for run, its in zip(line.cells, line.kinds, strict=False) if its == kind]


def _same_edge(one: tuple[Glyph, ...], other: tuple[Glyph, ...]) -> float:
    left, right = one[0].x - other[0].x, one[-1].right - other[-1].right
    return min(abs(left), abs(right), abs(left + right) / 2)


def goes_on(line: TableLine, row: TableLine) -> bool:
    """Whether the words of a line are the rest of those of a row: near, and under none of its
    figures, which the heads of another table would be."""
    if row.row.baseline - line.row.baseline > _BROKEN * line.row.size:
        return False
    figures = [cell for cell, kind in zip(row.cells, row.kinds, strict=False) if kind != "text"]
    return not any(
        run[0].x < cell[-1].right and cell[0].x < run[-1].right
        for run in line.cells
        for cell in figures
    )


def is_rest(line: TableLine, above: TableLine) -> bool:
    """Whether the numbers of a line are what is left of those above, broken for want of room.

    1,846. | 00 is, and 1,846.0 | 0 beside 902.50.
    """
    if not (line.figures and above.figures) or (
        above.row.baseline - line.row.baseline > _BROKEN * line.row.size
    ):
        return False
    written = [*map(cell_text, above.cells)]
    places = max(map(_places, written))
    for run, kind in zip(line.cells, line.kinds, strict=True):
        over = [
            word
            for word, cell in zip(written, above.cells, strict=True)
            if run[0].x < cell[-1].right and cell[0].x < run[-1].right
        ]
        if kind == "number" and not (
            len(over) == 1 and _is_broken(over[0], cell_text(run), places)
        ):
            return False
    return True


def _is_broken(number: str, rest: str, places: int) -> bool:
    """Whether a number, of which none beside has more decimal ``places``,
    is one only with its rest.
    """
    whole = number + rest
    if not rest.rstrip(")）%").isdigit() or kind_of(whole) != "number":
        return False
    return kind_of(number) != "number" or 0 < _places(number) < _places(whole) <= places


def _places(number: str) -> int:
    return len(number.rstrip(")）%").partition(".")[2])
