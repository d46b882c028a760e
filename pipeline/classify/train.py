"""Train the passage classifier on labelled reports. scikit-learn is imported here and nowhere on the way of a prediction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.features import features
from pipeline.classify.model import save
from pipeline.errors import LabelsError
from pipeline.labels import Labels
from pipeline.read import read
from pipeline.records import Segmented
from pipeline.segment import segment

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

# Tuned by cross-validation over the reports of corpus/: see models/README.md
STRENGTH = 0.1
RAREST = 2
# fewer labelled passages teach nothing
FEWEST = 20
# features that a first model gives less weight than this are left out: a third of them, without a loss
FIRST_STRENGTH, LEAST = 0.1, 0.01


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled passage: its features, label, second good label, and the report it is from."""

    features: tuple[str, ...]
    label: str
    also: str | None
    report: str


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
        return np.array([self._rows.setdefault(f"{group}={name}", len(self._rows)) for name in names], np.int64)

    def words(self, words: Iterable[str]) -> NDArray[np.int64]:
        return np.array([self._words.setdefault(word, len(self._words)) for word in words], np.int64)

    def of_words(self, group: str, words: NDArray[np.int64]) -> NDArray[np.int64]:
        named = list(self._words)
        return self.rows(group, [named[word] for word in words.tolist()])

    def pairs(self, first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.int64]:
        return self.rows("pair", [chr(a) + chr(b) for a, b in zip(first.tolist(), second.tolist(), strict=True)])


def examples(labels: Sequence[Labels]) -> list[Example]:
    """Every labelled passage with the features that the pipeline itself gives it."""
    found, index = [], _Learning()
    for one in labels:
        segmented = segment(read(one.source))
        bounds, rows = features(segmented, index)
        of = [rows[a:b] for a, b in pairwise(bounds.tolist())]
        names = index.names
        for passage in one.raw["passages"]:
            found.append(Example(tuple(names[row] for row in of[nearest(segmented, *passage["span"])]), passage["label"], passage.get("also"), one.path.stem))
    return found


def nearest(segmented: Segmented, start: int, end: int) -> int:
    """The number of the passage that shares most with a labelled stretch: the labeller may have cut elsewhere."""
    return max(range(len(segmented.passages)), key=lambda i: min(segmented.passages[i].span.end, end) - max(segmented.passages[i].span.start, start))


def taught(training: Sequence[Example]) -> Pipeline:
    """A scikit-learn pipeline of binary features, a choice among them, and a multinomial logistic regression; it takes sequences of features."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.feature_selection import SelectFromModel
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    read = [(example.features, label, share) for example in training for label, share in _readings(example)]
    chosen = SelectFromModel(LogisticRegression(C=FIRST_STRENGTH, max_iter=3000), threshold=LEAST, norm_order=np.inf)
    model = make_pipeline(CountVectorizer(analyzer=tuple, binary=True, min_df=RAREST), chosen, LogisticRegression(C=STRENGTH, max_iter=3000))
    shares = [share for _, _, share in read]
    return model.fit([features for features, _, _ in read], [label for _, label, _ in read], selectfrommodel__sample_weight=shares, logisticregression__sample_weight=shares)


def arrays(model: Pipeline) -> tuple[list[str], list[str], NDArray[np.float32]]:
    """Labels, feature names and weights (with the intercept as last row) of what was taught: all that a prediction needs."""
    vectorizer, chosen, regression = model[0], model[1], model[2]
    weights = np.vstack([regression.coef_.T, regression.intercept_[None, :]]).astype(np.float32)
    if len(regression.classes_) == 2:  # of two labels scikit-learn keeps the weights of the second, against none of the first
        weights = np.hstack([np.zeros_like(weights), weights])
    return list(regression.classes_), list(vectorizer.get_feature_names_out()[chosen.get_support()]), weights


def _readings(example: Example) -> tuple[tuple[str, float], ...]:
    """A passage that may be read either way teaches both readings."""
    return ((example.label, 0.6), (example.also, 0.4)) if example.also else ((example.label, 1.0),)


def train(labels: Sequence[Labels], output: Path) -> str:
    """Train on ``labels`` and write the model to ``output``; returns its digest, the same for the same labels.

    Raises ``LabelsError`` where there is too little to learn from.
    """
    known = examples(labels)
    kinds = {example.label for example in known}
    if len(known) < FEWEST or len(kinds) < 2:
        raise LabelsError(f"标注太少，学不出分类：{len(known)} 个段落，{len(kinds)} 种类别", place=str(labels[0].path.parent), remedy=f"至少要 {FEWEST} 个段落、两种类别；用得上的模型要几千个（见 models/README.md）。")
    return save(output, *arrays(taught(known)))
