"""Forms: fields to fill in and what was filled in beside them, 姓名 | 某某 | 联系电话 | 0731-…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from pipeline.lexicon import words
from pipeline.patterns import cells as c
from pipeline.patterns import tables as p
from pipeline.tables.figures import kind_of
from pipeline.tables.grid import Grid
from pipeline.tables.units import known_unit

_ANSWERED_BY_NUMBERS = words("form_number")
_FIELDS = (*words("form_field"), *_ANSWERED_BY_NUMBERS)
_OF_MAKERS = frozenset(words("form_made"))
_LONGEST = 12  # characters of a field
_AT_FOOT = 2  # rows that say who made a table
_MOST_ROWS = 40  # in which a form shows that it is one


def is_form(grid: Grid, data: int) -> bool:
    """Tell whether rows ask and answer: two of them ask for different things, and one does below
    what would be the heads of columns, or both do nothing else.

    The heads of a list (姓名 | 单位 | 得分) ask for all in one row.
    """
    asked = list(_asking(grid))
    return any(
        not first & second and (row >= data or (only and also_only))
        for (_, first, only), (row, second, also_only) in combinations(asked, 2)
    )


def says_who(said: Sequence[str]) -> bool:
    """Tell whether the cells of a row say who made the table: 填表人 | 某某 | 联系电话 | 0731-….

    >>> says_who(["填表人：", "某某", "审核人"]), says_who(["东村", "填表人", "12"])
    (True, False)
    """
    asks = [_bare(word) in _OF_MAKERS for word in said]
    return bool(asks) and asks[0] and all(a or b for a, b in pairwise(asks))


def _asking(grid: Grid) -> Iterator[tuple[int, frozenset[str], bool]]:
    """The rows that ask and answer: what they ask, and whether they do nothing else."""
    for row in range(min(grid.rows, _MOST_ROWS)):
        cells = [cell for cell in grid.row(row) if cell.row == row]
        said = [grid.said(cell) for cell in cells]
        if row >= grid.rows - _AT_FOOT and says_who(said):
            continue
        ends = [cell.column + cell.columns for cell in cells]
        asked = frozenset(
            _bare(said[at])
            for at in range(len(said) - 1)
            if ends[at] == cells[at + 1].column and _answers(said[at + 1], said[at])
        )
        told = [word for word in said if word]
        if asked and (len(told) == 2 or not _is_first_alone(asked, said)):
            yield row, asked, len(told) == 2 * len(asked)


def _is_first_alone(asked: frozenset[str], said: list[str]) -> bool:
    """Whether a row asks only in its first cell, behind which several others stand: the name of
    a row of a table, 主管部门 | 教育局 | 卫生局."""
    return asked == {_bare(said[0])}


def _answers(said: str, field: str) -> bool:
    """Whether a cell is what was filled in beside another."""
    word, kind = _bare(field), kind_of(said)
    if not said or not _is_field(word) or _is_field(_bare(said)):
        return False
    if kind in ("number", "year") or c.DIGITS_ALONE.fullmatch(said):
        return word.endswith(_ANSWERED_BY_NUMBERS)
    return kind == "text" and not _is_head(said)


def _is_field(word: str) -> bool:
    return 1 < len(word) <= _LONGEST and word.endswith(_FIELDS)


def _is_head(said: str) -> bool:
    """Whether a cell may head a column beside another, or is a unit: 项目名称 | 总投资（万元）."""
    word = _bare(said)
    figures = c.HEADS_FIGURES.search(word) or p.UNIT_HEAD.fullmatch(word)
    return bool(figures) or known_unit(said) is not None


def _bare(said: str) -> str:
    """A cell without blanks, what it says in brackets, and a colon behind it."""
    return c.BEHIND_FIELD.sub("", "".join(said.split()))
