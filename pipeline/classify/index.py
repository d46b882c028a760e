"""Where each feature of a trained classifier has its row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.features import WORD_GROUPS
from pipeline.classify.hints import HINTS, Hints

Rows = NDArray[np.int64]

_HASH = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio: spreads keys that lie close together
_SPARE = 4  # slots a key


@dataclass(frozen=True, slots=True)
class Known:
    """The features of a model: an ``Index``.

    ``numbers`` has every word of the ``WORD_GROUPS`` and every one that hints at something; ``tables`` give its row in a group by its number, ``hinted`` what it hints at (the
    last entry, -1 and 0, is for a word that is not known). ``pair_levels`` are hash tables of the learned pairs of characters: what found its slot taken stands in the next.
    """

    groups: dict[str, dict[str, int]]
    numbers: dict[str, int]
    tables: dict[str, Rows]
    hinted: Hints
    pair_levels: tuple[tuple[NDArray[np.uint64], Rows], ...]
    size: int

    def rows(self, group: str, names: Iterable[str]) -> Rows:
        """The row of each name of a group, in order."""
        known = self.groups.get(group, {})
        return np.fromiter(map(known.get, names, repeat(-1)), np.int64)

    def words(self, words: Iterable[str]) -> Rows:
        """A number for each word; -1 for one that is in no group."""
        return np.fromiter(map(self.numbers.get, words, repeat(-1)), np.int64)

    def of_words(self, group: str, words: Rows) -> Rows:
        """The row of each word of a group, given by its number."""
        return self.tables[group][words] if group in self.tables else np.full(len(words), -1)

    def hints(self, words: Rows) -> Hints:
        """What each word hints at, given by its number."""
        return self.hinted[words]

    def pairs(self, first: NDArray[np.uint32], second: NDArray[np.uint32]) -> Rows:
        """The row of each pair of characters, given by their code points."""
        wanted = first.astype(np.uint64) << np.uint64(32) | second
        rows = np.full(len(wanted), -1)
        for keys, values in self.pair_levels:
            slots = _slots(wanted, len(keys))
            rows = np.where(keys[slots] == wanted, values[slots], rows)
        return rows


def known(names: Sequence[str]) -> Known:
    """The index of features that stand in this order as ``group=name``."""
    groups: dict[str, dict[str, int]] = {}
    for row, feature in enumerate(names):
        group, _, name = feature.partition("=")
        groups.setdefault(group, {})[name] = row
    pairs = groups.pop("pair", {})
    of_words = {group: groups.pop(group) for group in WORD_GROUPS if group in groups}
    numbers = {word: i for i, word in enumerate(dict.fromkeys(chain(HINTS, *of_words.values())))}
    tables = {group: np.full(len(numbers) + 1, -1) for group in of_words}
    for group, rows_of in of_words.items():
        tables[group][[numbers[word] for word in rows_of]] = list(rows_of.values())
    hinted = np.array([*(HINTS.get(word, 0) for word in numbers), 0], np.uint32)
    codes = np.array(list(map(ord, "".join(pairs))), np.uint64).reshape(-1, 2)
    levels, keys, rows = [], codes[:, 0] << np.uint64(32) | codes[:, 1], np.array([*pairs.values()], np.int64)
    while len(keys):
        size = 1 << (_SPARE * len(keys)).bit_length()
        table, values, slots = np.zeros(size, np.uint64), np.full(size, -1), _slots(keys, size)
        table[slots], values[slots] = keys, rows
        left = table[slots] != keys
        levels.append((table, values))
        keys, rows = keys[left], rows[left]
    return Known(groups, numbers, tables, hinted, tuple(levels), len(names))


def _slots(keys: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
    """Where a key stands in a table of ``size`` (a power of two)."""
    return (keys * _HASH) >> np.uint64(65 - size.bit_length())
