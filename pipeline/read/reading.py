"""The text as it is read: sentences whole and numbers in one piece, and where each
character stands in the file."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from pipeline.read.breaks import breaks
from pipeline.read.marks import Edit, jumps, marks
from pipeline.records import Reading

_STEPS: tuple[Callable[[str], list[Edit]], ...] = (jumps, breaks, marks)


def reading(text: str) -> Reading | None:
    """``text`` without the breaks and marks that are no part of its sentences; None
    where there are none of them."""
    read, offsets = text, None
    for step in _STEPS:
        if edits := step(read):
            offsets = np.arange(len(text) + 1, dtype=np.uint32) if offsets is None else offsets
            read, offsets = _edited(read, offsets, edits)
    return None if offsets is None else Reading(read, array("I", offsets.tobytes()))


def _edited(
    text: str, offsets: NDArray[np.uint32], edits: list[Edit]
) -> tuple[str, NDArray[np.uint32]]:
    pieces, kept, at = [], np.ones(len(offsets), bool), 0
    for start, end, meant in edits:
        pieces += [text[at:start], meant]
        kept[start + len(meant) : end] = False
        at = end
    return "".join([*pieces, text[at:]]), offsets[kept]
