"""What stands around a passage, as the labels that a first look gives there."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]

_NEAR = 5
# how many tables ``context`` sets side by side
PARTS = 6


def context(alone: Table, headings: NDArray[np.int64]) -> Table:
    """Passages × (``PARTS`` · labels): the probabilities of the passages before and after,
    of those two away, their mean over the five on either side, and those of the heading above.

    ``alone`` is passages × labels; ``headings`` has the number of each passage's heading,
    -1 where there is none. What is not there has probability 0.
    """
    count, labels = alone.shape
    edge = np.zeros((2, labels))
    padded = np.vstack([edge, alone, edge])
    sums = np.vstack([edge[:1], alone.cumsum(axis=0)])
    every = np.arange(count)
    low, high = np.maximum(every - _NEAR, 0), np.minimum(every + _NEAR + 1, count)
    around = (sums[high] - sums[low] - alone) / np.maximum(high - low - 1, 1)[:, None]
    return np.hstack(
        [
            padded[1:-3],
            padded[3:-1],
            padded[:-4],
            padded[4:],
            around,
            padded[headings + 2] * (headings >= 0)[:, None],
        ]
    )
