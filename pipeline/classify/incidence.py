"""What a feature is to the code that finds it: a name in a group, with a row of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.clauses import Numbers
from pipeline.classify.hints import Hints

Codes = NDArray[np.uint32]
# while they are gathered: passage ``a[i]`` has the feature of row ``b[i]``
Pairs = tuple[Numbers, Numbers]
HORIZONS = ("realised", "planned")


class Incidence(NamedTuple):
    """The features of all passages: passage ``i`` has those of ``rows[bounds[i] :
    bounds[i + 1]]``, none twice, and stands under passage ``headings[i]`` (-1: under none).
    """

    bounds: Numbers
    rows: Numbers
    headings: Numbers


class Index(Protocol):
    """Where a feature has its row; -1 for what it does not know."""

    @property
    def size(self) -> int:
        """More than the highest row so far."""

    def rows(self, group: str, names: Iterable[str]) -> Numbers:
        """The row of each name of a group, in order."""

    def words(self, codes: Codes, edges: Numbers) -> Numbers:
        """A number for each word of a text, whatever the group: looked up once.

        ``edges`` are where the words begin and, last, where the text ends.
        """

    def of_words(self, group: str, words: Numbers) -> Numbers:
        """The row of each word of a group, given by its number."""

    def hints(self, words: Numbers) -> Hints:
        """What each word hints at, given by its number."""

    def pairs(self, first: Codes, second: Codes) -> Numbers:
        """The row of each pair of characters, given by their code points."""


def changes(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Where a value differs from the one before it; the first one does."""
    return np.concatenate([[True], values[1:] != values[:-1]])[: len(values)]


def by_horizon(
    group: str, names: Iterable[str], chosen: Numbers, ahead: Numbers, index: Index
) -> Numbers:
    """The row of each chosen name, in the group of the part that its passage stands in."""
    names = list(names)
    return np.array([index.rows(f"{group} {horizon}", names) for horizon in HORIZONS])[
        ahead, chosen
    ]
