"""Cells of a table, one a line, as a page pasted as text leaves them: none is a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.patterns.headings import CELL, CELL_MARK
from pipeline.patterns.tables import UNIT_NOTE
from pipeline.records import Span

_LONGEST = 14  # characters of a cell
_FEWEST = 2  # numbers that a table has
_OFTEN = 4  # one cell in so many is a number
_HEADS = 3  # lines above the first number, at most, where no unit tells where the table begins
_LONGEST_HEAD = 8


def stacked(text: str, lines: Sequence[Span]) -> frozenset[Span]:
    """The lines that are cells: short ones without a mark, numbers among them."""
    found: set[Span] = set()
    for run in _runs(text, lines):
        numbers = [i for i, line in enumerate(run) if CELL.fullmatch(text, *line)]
        if len(numbers) < _FEWEST:
            continue
        first = _begins(text, run, numbers[0])
        cells = run[first : numbers[-1] + 1]
        if len(numbers) * _OFTEN >= len(cells):
            found.update(cells)
    return frozenset(found)


def _runs(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    run: list[Span] = []
    for line in lines:
        words = text[slice(*line)]
        if len(words) <= _LONGEST and (not CELL_MARK.search(words) or UNIT_NOTE.fullmatch(words)):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _begins(text: str, run: Sequence[Span], number: int) -> int:
    """Where the table begins whose first number is that: with its unit, else with its heads."""
    units = [i for i, line in enumerate(run[:number]) if UNIT_NOTE.fullmatch(text[slice(*line)])]
    if units:
        return units[-1]
    first = number
    while first > max(0, number - _HEADS) and _is_head(run[first - 1]):
        first -= 1
    return first


def _is_head(line: Span) -> bool:
    return line.end - line.start <= _LONGEST_HEAD
