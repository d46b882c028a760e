"""Train the passage classifier on labelled reports. scikit-learn is imported here and nowhere on
the way of a prediction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.context import context
from pipeline.classify.examples import Document, documents
from pipeline.classify.model import save
from pipeline.errors import LabelsError
from pipeline.labels import Labels

if TYPE_CHECKING:
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline

# Tuned by cross-validation over the reports of corpus/: see models/README.md
STRENGTH = 0.1
RAREST = 2
# fewer labelled passages teach nothing
FEWEST = 20
# features that a first model gives less weight than this are left out:
# a quarter of them, without a loss
FIRST_STRENGTH, LEAST = 0.1, 0.01
FOLDS = 5
# until the weights stand, whatever the order of sums:
# scikit-learn's own 1e-4 leaves probabilities 0.03 apart between one thread and two
PRECISION = 1e-5


@dataclass(frozen=True, slots=True)
class Taught:
    """What was learned: a scikit-learn pipeline that takes sequences of features,
    and a regression that takes what that chose, with the ``context`` that it gives.
    """

    alone: Pipeline
    within: LogisticRegression

    def predict_proba(self, known: Sequence[Document]) -> list[NDArray[np.float64]]:
        """For each document passages × labels."""
        return [
            self.within.predict_proba(
                _beside(
                    self.alone[:-1].transform(one.features),
                    self.alone.predict_proba(one.features),
                    one,
                )
            )
            for one in known
        ]


def taught(known: Sequence[Document]) -> Taught:
    """Binary features, a choice among them, a multinomial logistic regression,
    and a second one that knows what the first says of the passages around.

    The second learns from what the first says of reports that it did not see.
    """
    from scipy.sparse import vstack
    from sklearn.base import clone
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.feature_selection import SelectFromModel
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    rows, labels, shares = readings(known)
    passages = [passage for one in known for passage in one.features]
    counted = CountVectorizer(analyzer=tuple, binary=True, min_df=RAREST)
    chosen = SelectFromModel(
        LogisticRegression(C=FIRST_STRENGTH, tol=PRECISION, max_iter=3000),
        threshold=LEAST,
        norm_order=np.inf,
    )
    regression = LogisticRegression(C=STRENGTH, tol=PRECISION, max_iter=3000, warm_start=True)
    every = counted.fit_transform([passages[row] for row in rows])
    chosen.fit(every, labels, sample_weight=shares)
    first = _begun(
        clone(regression),
        chosen.estimator_,
        labels,
        chosen.estimator_.coef_[:, chosen.get_support()],
    )
    alone = make_pipeline(counted, chosen, first.fit(chosen.transform(every), labels, shares))
    seen = alone[:-1].transform(passages)
    unseen = np.zeros((len(passages), len(alone.classes_)))
    fold = _folds(known)
    for number in range(FOLDS):
        kept, left = fold[rows] != number, fold == number
        if len({*labels[kept]}) > 1:
            other = _begun(clone(regression), first, labels[kept], first.coef_).fit(
                seen[rows[kept]], labels[kept], shares[kept]
            )
            unseen[np.ix_(left, np.searchsorted(alone.classes_, other.classes_))] = (
                other.predict_proba(seen[left])
            )
    bounds = np.cumsum([len(one.features) for one in known])[:-1]
    beside = vstack(
        [
            _beside(seen[part], unseen[part], one)
            for part, one in zip(np.split(np.arange(len(passages)), bounds), known, strict=True)
        ]
    ).tocsr()
    within = _begun(
        clone(regression),
        first,
        labels,
        np.pad(first.coef_, ((0, 0), (0, beside.shape[1] - seen.shape[1]))),
    )
    return Taught(alone, within.fit(beside[rows], labels, shares))


def _begun(
    regression: LogisticRegression,
    known: LogisticRegression,
    labels: NDArray[np.str_],
    weights: NDArray[np.float64],
) -> LogisticRegression:
    """``regression``, to begin at the ``weights`` that are ``known`` of much the same passages
    where it learns the same labels: it ends in the same place, in half the steps.
    """
    if len({*labels}) == len(known.classes_):
        regression.classes_, regression.coef_, regression.intercept_ = (
            known.classes_,
            weights.copy(),
            known.intercept_.copy(),
        )
    return regression


def readings(
    known: Sequence[Document],
) -> tuple[NDArray[np.int64], NDArray[np.str_], NDArray[np.float64]]:
    """Numbers of passages (through all documents), labels, and how much each counts.

    A passage that may be read either way teaches both readings.
    """
    found, first = [], 0
    for one in known:
        for number, (label, also) in one.labels.items():
            found += (
                [(first + number, label, 0.6), (first + number, also, 0.4)]
                if also
                else [(first + number, label, 1.0)]
            )
        first += len(one.features)
    rows, labels, shares = zip(*found, strict=True)
    return np.array(rows), np.array(labels), np.array(shares)


def _beside(chosen: Any, alone: NDArray[np.float64], one: Document) -> Any:
    from scipy.sparse import csr_matrix, hstack

    return hstack([chosen, csr_matrix(context(alone, one.headings))]).tocsr()


def _folds(known: Sequence[Document]) -> NDArray[np.int64]:
    """The fold of each passage: whole reports, or stretches of them where there are too few."""
    sizes = [len(one.features) for one in known]
    return (
        np.repeat(np.arange(len(known)) % FOLDS, sizes)
        if len(known) >= FOLDS
        else np.arange(sum(sizes)) * FOLDS // sum(sizes)
    )


def arrays(model: Taught) -> tuple[list[str], list[str], NDArray[np.float32], NDArray[np.float32]]:
    """Labels, feature names, weights (of both regressions side by side,
    with the intercepts as last row) and the weights of the context: all that a prediction needs.
    """
    vectorizer, chosen, first = model.alone
    names = list(vectorizer.get_feature_names_out()[chosen.get_support()])
    alone, within = _weights(first), _weights(model.within)
    return (
        list(first.classes_),
        names,
        np.hstack([alone, np.vstack([within[: len(names)], within[-1:]])]),
        within[len(names) : -1],
    )


def _weights(regression: LogisticRegression) -> NDArray[np.float32]:
    weights = np.vstack([regression.coef_.T, regression.intercept_[None, :]]).astype(np.float32)
    # of two labels scikit-learn keeps the weights of the second, against none of the first
    if len(regression.classes_) == 2:
        weights = np.hstack([np.zeros_like(weights), weights])
    return weights


def train(labels: Sequence[Labels], output: Path) -> str:
    """Train on ``labels`` and write the model to ``output``;
    returns its digest, the same for the same labels.

    Raises ``LabelsError`` where there is too little to learn from.
    """
    known = documents(labels)
    given = [label for one in known for label, _ in one.labels.values()]
    if len(given) < FEWEST or len({*given}) < 2:
        raise LabelsError(
            f"标注太少，学不出分类：{len(given)} 个段落，{len({*given})} 种类别",
            place=str(labels[0].path.parent),
            remedy=f"至少要 {FEWEST} 个段落、两种类别；用得上的模型要几千个（见 models/README.md）。",
        )
    return save(output, *arrays(taught(known)))
