"""Where each feature of a trained classifier has its row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.hints import HINTS, Hints
from pipeline.classify.incidence import Codes
from pipeline.classify.wording import WORD_GROUPS

Rows = NDArray[np.int64]
Keys = NDArray[np.uint64]
# hash tables of keys and their rows: what finds its slot taken stands in the next
Levels = tuple[tuple[Keys, Rows], ...]

# 2**64 over the golden ratio: spreads keys that lie close together
_HASH = np.uint64(0x9E3779B97F4A7C15)
_SPARE = 4  # slots a key


@dataclass(frozen=True, slots=True)
class Known:
    """The features of a model: an ``Index``.

    ``numbers`` has every word of the ``WORD_GROUPS`` and every one that hints at something,
    none longer than ``longest``; ``tables`` give its row in a group by its number,
    ``hinted`` what it hints at (the last entry, -1 and 0, is for a word that is not known).
    ``pair_rows`` are the rows of the learned pairs of characters.
    """

    groups: dict[str, dict[str, int]]
    numbers: Levels
    longest: int
    tables: dict[str, Rows]
    hinted: Hints
    pair_rows: Levels
    size: int

    def rows(self, group: str, names: Iterable[str]) -> Rows:
        """The row of each name of a group, in order."""
        known = self.groups.get(group, {})
        return np.fromiter(map(known.get, names, repeat(-1)), np.int64)

    def words(self, codes: Codes, edges: Rows) -> Rows:
        """A number for each word of a text; -1 for one that is in no group.

        Read as numbers, because new strings would have to be hashed one by one.
        """
        return _looked_up(self.numbers, _word_keys(codes, edges, self.longest))

    def of_words(self, group: str, words: Rows) -> Rows:
        """The row of each word of a group, given by its number."""
        return self.tables[group][words] if group in self.tables else np.full(len(words), -1)

    def hints(self, words: Rows) -> Hints:
        """What each word hints at, given by its number."""
        return self.hinted[words]

    def pairs(self, first: Codes, second: Codes) -> Rows:
        """The row of each pair of characters, given by their code points."""
        return _looked_up(self.pair_rows, first.astype(np.uint64) << np.uint64(32) | second)


def known(names: Sequence[str]) -> Known:
    """The index of features that stand in this order as ``group=name``."""
    groups: dict[str, dict[str, int]] = {}
    for row, feature in enumerate(names):
        group, _, name = feature.partition("=")
        groups.setdefault(group, {})[name] = row
    pairs = groups.pop("pair", {})
    of_words = {group: groups.pop(group) for group in WORD_GROUPS if group in groups}
    words = list(dict.fromkeys(chain(HINTS, *of_words.values())))
    numbers = {word: i for i, word in enumerate(words)}
    tables = {group: np.full(len(words) + 1, -1) for group in of_words}
    for group, rows_of in of_words.items():
        tables[group][[numbers[word] for word in rows_of]] = list(rows_of.values())
    hinted = np.array([*(HINTS.get(word, 0) for word in words), 0], np.uint32)
    lengths = list(map(len, words))
    keys = _word_keys(_codes(words), np.cumsum([0, *lengths]), max(lengths))
    ends = _codes(pairs).astype(np.uint64).reshape(-1, 2)
    return Known(
        groups,
        _levels(keys, np.arange(len(words))),
        max(lengths),
        tables,
        hinted,
        _levels(ends[:, 0] << np.uint64(32) | ends[:, 1], np.array([*pairs.values()], np.int64)),
        len(names),
    )


def _codes(words: Iterable[str]) -> Codes:
    return np.array(list(map(ord, "".join(words))), np.uint32)


def _word_keys(codes: Codes, edges: Rows, longest: int) -> Keys:
    """One number a word; 0 for those longer than ``longest``.

    That two words have the same is as likely as guessing a number of twenty digits.
    """
    starts, lengths = edges[:-1], np.diff(edges)
    keys = codes[starts].astype(np.uint64)
    longer = np.flatnonzero(lengths > 1)
    for position in range(1, longest):
        keys[longer] = keys[longer] * _HASH + codes[starts[longer] + position]
        longer = longer[lengths[longer] > position + 1]
    keys[longer] = 0
    return keys


def _levels(keys: Keys, rows: Rows) -> Levels:
    levels = []
    while len(keys):
        size = 1 << (_SPARE * len(keys)).bit_length()
        table, values, slots = np.zeros(size, np.uint64), np.full(size, -1), _slots(keys, size)
        table[slots], values[slots] = keys, rows
        left = table[slots] != keys
        levels.append((table, values))
        keys, rows = keys[left], rows[left]
    return tuple(levels)


def _looked_up(levels: Levels, wanted: Keys) -> Rows:
    rows = np.full(len(wanted), -1)
    for keys, values in levels:
        slots = _slots(wanted, len(keys))
        rows = np.where(keys[slots] == wanted, values[slots], rows)
    return rows


def _slots(keys: Keys, size: int) -> Keys:
    """Where a key stands in a table of ``size`` (a power of two)."""
    return (keys * _HASH) >> np.uint64(65 - size.bit_length())
