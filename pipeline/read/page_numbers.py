"""Lines that are the number of a page, and no words of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.patterns import reading as p

_LONGEST = 24  # characters of such a line
_PROSE, _LONG = 10, 20  # characters of a line of sentences: with a mark inside, without one


def page_numbers(said: Sequence[str], unended: Iterable[int]) -> frozenset[int]:
    """Which lines are numbers of pages: those marked as such (第4页 共12页, — 4 —), and of numbers
    that stand alone between sentences those that count on (4 … 5 … 6)."""
    marked, alone = set(), []
    for i in unended:
        line = said[i]
        if len(line) > _LONGEST or not p.PAGE_SIGN.search(line):
            continue
        if p.PAGE_MARKED.fullmatch(line):
            marked.add(i)
        elif (match := p.PAGE_ALONE.fullmatch(line)) and _is_between_sentences(said, i):
            alone.append((i, int(match["n"])))
    counted = {i for a, b in pairwise(alone) if b[1] == a[1] + 1 for i, _ in (a, b)}
    return frozenset(marked | counted)


def _is_between_sentences(said: Sequence[str], at: int) -> bool:
    """Whether what stands round a line is sentences, not the cells of a table."""
    before = next((line for line in reversed(said[max(0, at - 3) : at]) if line), "")
    behind = next((line for line in said[at + 1 : at + 4] if line), "")
    return all(map(_is_prose, filter(None, (before, behind)))) and bool(before or behind)


def _is_prose(line: str) -> bool:
    if len(line) < _PROSE or "\t" in line or "|" in line:
        return False
    return len(line) >= _LONG or p.INNER.search(line) is not None
