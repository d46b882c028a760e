"""What the columns of a grid hold, where its heads end, and whether it
is a table of figures at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.patterns import tables as p
from pipeline.records import TableCell
from pipeline.tables.blocks import ColumnKind, blocks_of, is_of_figures
from pipeline.tables.column_kinds import column_kind
from pipeline.tables.figures import is_class, kind_of, no_number
from pipeline.tables.forms import is_form
from pipeline.tables.grid import Grid
from pipeline.tables.heads import above, heads_of, is_column_numbers
from pipeline.tables.notes import foot

_MOST_HEADER_ROWS = 6
_MOST_HEADS = 3  # columns that name the rows together
_LONG = 40  # characters of a cell that tells more than it names


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows ``[0, caption)`` are captions, ``[caption, data)`` heads of columns, those from
    ``end`` on notes.

    ``columns`` says what each column holds.
    """

    caption: int
    data: int
    columns: tuple[ColumnKind, ...]
    blocks: tuple[tuple[int, int], ...]
    end: int


def layout(grid: Grid) -> Layout | None:
    """The layout of a grid, or None where it is no table of figures: a form, a page laid
    out in cells, a list of names."""
    grid = replace(grid, rows=foot(grid))
    caption = _captions(grid)
    data = _first_data_row(grid, caption)
    if data is None or data == caption or is_form(grid, data):
        return None
    columns = _stating(grid, data, tuple(_columns(grid, caption, data)))
    columns = _named(grid, data, columns)
    blocks = tuple(blocks_of(columns))
    if not blocks or not is_of_figures(grid, caption, data, columns):
        return None
    return Layout(caption, data, columns, blocks, grid.rows)


def _stating(grid: Grid, data: int, columns: tuple[ColumnKind, ...]) -> tuple[ColumnKind, ...]:
    """The columns, words behind figures that say the same of several rows as none that name a
    table beside this one: 股份状态 | 质押 | 无 | 无."""
    below, first = grid.below(data), next((c for c, k in enumerate(columns) if k == "figure"), 0)
    return tuple(
        "other" if kind == "head" and column > first and _repeats(grid, below, column) else kind
        for column, kind in enumerate(columns)
    )


def _repeats(grid: Grid, below: Mapping[int, Sequence[TableCell]], column: int) -> bool:
    """Whether a column says a word of several rows."""
    said = [word for cell in below.get(column, ()) if (word := grid.said(cell))]
    return len(set(said)) < len(said)


def _named(grid: Grid, data: int, columns: tuple[ColumnKind, ...]) -> tuple[ColumnKind, ...]:
    """The columns, the first of words as names of the rows where none else names them."""
    below = grid.below(data)
    if "head" in columns:
        return _gone_on(grid, data, columns)
    if "other" not in columns[:2]:
        return columns
    for column, kind in enumerate(columns[:2]):
        words = [grid.said(cell) for cell in below.get(column, ())]
        if kind == "other" and sum(kind_of(word) == "text" for word in words) * 2 > len(words):
            return (*columns[:column], "head", *columns[column + 1 :])
    return columns


def _gone_on(grid: Grid, data: int, columns: tuple[ColumnKind, ...]) -> tuple[ColumnKind, ...]:
    """The columns, what stands beside the names as a name too, where it goes on in rows of figures
    that have no other: 项目名称 | 建设内容, with two things to build for one project."""
    beside = len(columns) - columns[::-1].index("head")
    if beside >= len(columns) or columns[beside] != "other":
        return columns
    rows = range(data, grid.rows)
    said = [grid.word(row, beside) for row in rows]
    unnamed = any(not grid.word(row, beside - 1) for row in rows)
    if not (unnamed and all(said)) or max(map(len, said)) > _LONG or len(set(said)) < len(said):
        return columns
    return (*columns[:beside], "head", *columns[beside + 1 :])


def _captions(grid: Grid) -> int:
    """The number of rows at the top that hold a title, a unit or who
    made the table, and no head."""
    row = 0
    while row < min(grid.rows, _MOST_HEADER_ROWS):
        told = _told(grid, row)
        if len(told) > 1 or any(kind_of(word) == "number" for word in told):
            break
        if told and not p.TABLE_TITLE.fullmatch(told[0]) and not _is_whole_row(grid, row):
            break
        row += 1
    return row if row < grid.rows else 0


def _told(grid: Grid, row: int) -> list[str]:
    """What a row says besides a unit, who made the table, and of which year beside these."""
    words = [word for cell in grid.row(row) if (word := grid.said(cell))]
    told = [
        word for word in words if not (p.UNIT_NOTE.fullmatch(word) or p.FORM_NOTE.fullmatch(word))
    ]
    if len(told) == len(words):
        return told
    timeless = [word for word in told if kind_of(word) != "year"]
    return timeless if len(told) - len(timeless) < 2 else told  # two years head columns


def _is_whole_row(grid: Grid, row: int) -> bool:
    """Whether one cell covers the row, or stands first in a row that is empty behind it."""
    cells = list(grid.row(row))
    return (
        len(cells) == 1
        and (cells[0].columns >= grid.columns or cells[0].column == 0)
        and grid.columns > 1
    )


def _first_data_row(grid: Grid, caption: int) -> int | None:
    """The first row below the heads: one with a name and a number or a
    mark for none, or a name alone."""
    for row in range(caption + 1, min(grid.rows, caption + _MOST_HEADER_ROWS)):
        cells = [cell for cell in grid.row(row) if cell.row == row]
        words = [grid.said(cell) for cell in cells]
        kinds = [kind_of(word) for word in words]
        if is_column_numbers(grid, row) or not any(words):
            continue
        if cells[0].column and all(is_class(word) for word in words if word):
            continue
        if _is_data(kinds, named=cells[0].column == 0):
            return row
    return None


def _is_data(kinds: Sequence[str], *, named: bool) -> bool:
    """Whether cells of these kinds are a row of the table; ``named``: the first stands in front."""
    if "number" in kinds or ("blank" in kinds and "text" in kinds):
        return True
    return named and (kinds[0] == "year" or kinds == ["text"])


def _columns(grid: Grid, caption: int, data: int) -> Iterator[ColumnKind]:
    below, rows = grid.below(data), heads_of(grid, caption, data)
    for column in range(grid.columns):
        words = [grid.said(cell) for cell in below.get(column, ())]
        heads = list(above(grid, rows, column))
        coded = any(p.SERIAL_HEAD.fullmatch(grid.said(head.cell)) for head in heads) and all(
            word.isdigit() or no_number(word) for word in words
        )
        said = " ".join("".join(grid.said(head.cell).split()) for head in heads if head.own)
        yield "other" if coded else column_kind(said, words, first=column == 0)
