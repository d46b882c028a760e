"""Labelled reports as the passage classifier learns from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.features import features
from pipeline.classify.hints import HINTS, Hints
from pipeline.labels import Labels
from pipeline.read import read
from pipeline.reading import as_read, as_written
from pipeline.records import Segmented
from pipeline.segment import segment


@dataclass(frozen=True, slots=True)
class Document:
    """A report to learn from: the features of each passage, the number of its heading (-1:
    none), and what it is labelled, with a second good label, where it is.
    """

    report: str
    features: tuple[tuple[str, ...], ...]
    headings: NDArray[np.int64]
    labels: dict[int, tuple[str, str | None]]


class _Learning:
    """An index that gives every new feature a row of its own."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._words: dict[str, int] = {}

    @property
    def size(self) -> int:
        return len(self._rows)

    @property
    def names(self) -> list[str]:
        return list(self._rows)

    def rows(self, group: str, names: Iterable[str]) -> NDArray[np.int64]:
        return np.array(
            [self._rows.setdefault(f"{group}={name}", len(self._rows)) for name in names], np.int64
        )

    def words(self, codes: NDArray[np.uint32], edges: NDArray[np.int64]) -> NDArray[np.int64]:
        words = ("".join(map(chr, codes[a:b])) for a, b in pairwise(edges.tolist()))
        return np.array(
            [self._words.setdefault(word, len(self._words)) for word in words], np.int64
        )

    def of_words(self, group: str, words: NDArray[np.int64]) -> NDArray[np.int64]:
        named = list(self._words)
        return self.rows(group, [named[word] for word in words.tolist()])

    def hints(self, words: NDArray[np.int64]) -> Hints:
        named = list(self._words)
        return np.array([HINTS.get(named[word], 0) for word in words.tolist()], np.uint32)

    def pairs(self, first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.int64]:
        return self.rows(
            "pair", [chr(a) + chr(b) for a, b in zip(first.tolist(), second.tolist(), strict=True)]
        )


def documents(labels: Sequence[Labels]) -> list[Document]:
    """Every labelled report with the features that the pipeline itself gives its passages."""
    found, index = [], _Learning()
    for one in labels:
        report = read(one.source)
        segmented = segment(as_read(report))
        seen = features(segmented, index)
        segmented = as_written(segmented, report)
        names = index.names
        named = tuple(
            tuple(names[row] for row in seen.rows[a:b]) for a, b in pairwise(seen.bounds.tolist())
        )
        given = {
            nearest(segmented, *passage["span"]): (passage["label"], passage.get("also"))
            for passage in one.raw["passages"]
        }
        found.append(Document(one.path.stem, named, seen.headings, given))
    return found


def nearest(segmented: Segmented, start: int, end: int) -> int:
    """The number of the passage that shares most with a labelled stretch:
    the labeller may have cut elsewhere.
    """
    return max(
        range(len(segmented.passages)),
        key=lambda i: (
            min(segmented.passages[i].span.end, end) - max(segmented.passages[i].span.start, start)
        ),
    )
