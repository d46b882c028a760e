"""What each word hints at, as bits: the cues it is of, and the parts it can play in a clause."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.lexicon.cues import TABLES, cues

Hints = NDArray[np.uint32]

_LISTS = {(table, name): words for table in TABLES for name, words in cues(table).items()}
_BITS = {where: np.uint32(1 << bit) for bit, where in enumerate(_LISTS)}
NUMBER = np.uint32(1 << len(_LISTS))
# the cues by bit, from the lowest; the parts in a clause have the higher bits
CUES = tuple(name for table, name in _LISTS if table != "clause")
ANY_CUE = np.uint32((1 << len(CUES)) - 1)
OPENING = np.bitwise_or.reduce([bit for (table, _), bit in _BITS.items() if table == "opening"])
ROLES = {name: bit for (table, name), bit in _BITS.items() if table == "clause"}


def _by_word() -> dict[str, int]:
    found: dict[str, int] = {}
    for where, words in _LISTS.items():
        for word in words:
            found[word] = found.get(word, 0) | int(_BITS[where])
    return found


HINTS = _by_word()
