"""What a column of a grid holds by its head and its cells: names, figures, units, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pipeline.patterns import cells as c
from pipeline.patterns import tables as p
from pipeline.tables.blocks import ColumnKind
from pipeline.tables.figures import is_class, kind_of
from pipeline.tables.units import known_unit

_LONG = 40  # characters of a cell that tells more than it names


def column_kind(head: str, words: Sequence[str], *, first: bool) -> ColumnKind:
    """Tell what a column holds: ``first``: it is the first of the grid."""
    kinds = [kind for kind in map(kind_of, words) if kind != "blank"]
    texts, numbers = kinds.count("text"), len(kinds) - kinds.count("text")
    if _names_rows(head, words, first=first):
        return "head"
    if _is_all(c.CLOCK, words) or _only_counts(head, words, kinds, first=first):
        return "other"
    if p.UNIT_HEAD.fullmatch(head) and _units(words) * 2 >= texts:
        return "unit"
    if not (numbers > texts and kinds.count("year") <= numbers / 2):
        return _of_words(head, words, kinds, first=first)
    return "other" if p.CONTACT.search(head) else "figure"


def _names_rows(head: str, words: Sequence[str], *, first: bool) -> bool:
    """Whether a column of numbers names the rows, and measures nothing."""
    sorts = _is_of_months(head, words) or _sorts(head, words, first=first)
    return sorts or _names_by_number(words, first=first)


def _names_by_number(words: Sequence[str], *, first: bool) -> bool:
    """Whether the first column names each row by a number of its own."""
    alone = first and len(set(words)) == len(words)
    return alone and _is_all(c.NAMED_BY_NUMBER, words)


def _is_all(pattern: Any, words: Sequence[str]) -> bool:
    """Whether a pattern takes whole every cell that says something."""
    said = [word for word in words if word]
    return bool(said) and all(map(pattern.fullmatch, said))


def _is_of_months(head: str, words: Sequence[str]) -> bool:
    """Whether a column names months by their numbers alone: 月份 | 1 | 2."""
    if not p.MONTHS.fullmatch(head):
        return False
    return all(p.MONTH.fullmatch(word) for word in words if word)


def _sorts(head: str, words: Sequence[str], *, first: bool) -> bool:
    """Whether a column names classes by their bounds: 年龄组 | 0—4 | 5—9."""
    said = [word for word in words if word]
    classes = sum(map(is_class, said))
    named = first or p.CLASS_HEAD.search(head) is not None
    return named and classes > 1 and classes * 4 >= len(said) * 3 and len(set(said)) == len(said)


def _of_words(head: str, words: Sequence[str], kinds: Sequence[str], *, first: bool) -> ColumnKind:
    """What a column is whose cells are words, or are empty."""
    if not kinds or _heads_notes(head):
        return "other"
    if not first and "text" in kinds and _units(words) * 5 >= 4 * len(kinds):
        return "unit"
    return "head" if sum(len(word) > _LONG for word in words) * 2 <= len(kinds) else "other"


def _units(words: Sequence[str]) -> int:
    return sum(known_unit(word) is not None for word in words)


def _heads_notes(head: str) -> bool:
    return p.NOTE_HEAD.search(head) is not None and not p.ROW_HEAD.fullmatch(head)


def _only_counts(head: str, words: Sequence[str], kinds: Sequence[str], *, first: bool) -> bool:
    """Whether a column only numbers its rows, or says how they are reckoned."""
    if p.SERIAL_HEAD.fullmatch(head):
        return True
    return _numbers_rows(head, words, kinds) if first else _reckons(words, kinds.count("text"))


def _numbers_rows(head: str, words: Sequence[str], kinds: Sequence[str]) -> bool:
    """Whether a column only counts its rows, and does not rank them."""
    texts = kinds.count("text")
    numbers = len(kinds) - texts > max(1, texts * 4 - 1)
    return numbers and not p.RANK_HEAD.fullmatch(head) and _counts_up(words)


def _reckons(words: Sequence[str], texts: int) -> bool:
    """Whether a column only says how its rows are reckoned: A=B+C | B | C."""
    return texts > 1 and all(p.RECKONED.fullmatch(word) for word in words if word)


def _counts_up(words: Sequence[str]) -> bool:
    numbers = [int(word) for word in words if word.isdigit() and len(word) < 6]
    return (
        len(numbers) > 1 and numbers[0] in (0, 1) and all(b == a + 1 for a, b in pairwise(numbers))
    )
