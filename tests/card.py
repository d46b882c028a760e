"""What stands behind the shipped model: comparison, learning curve, confusion and calibration, into models/ (``python -m tests.card``, some ten minutes).

Everything is cross-validated over whole reports of corpus/. An alternate label counts as right, as in ``make evaluate``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import clone
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix
from sklearn.naive_bayes import BernoulliNB
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from pipeline.classify.examples import Document, documents
from pipeline.classify.train import FOLDS, RAREST, STRENGTH, readings, taught
from pipeline.evaluate.calibration import calibration_error
from pipeline.labels import load_all

from .conftest import ROOT

SECTION = ("kind", "part", "years", "depth", "place", "top", "bottom")
CUES = ("cue", "share of", "first clause", "last clause", "clauses", "part")
LABELS = ["achievement", "measure", "target", "problem", "other"]
# probabilities of each passage of each document, labels in alphabetical order
Tables = list[NDArray[np.float64]]
Teach = Callable[[Sequence[Document]], Callable[[Sequence[Document]], Tables]]


def right(tables: Tables, wanted: Sequence[Document]) -> float:
    """The share of labelled passages given their label or their alternate one."""
    return float(np.mean([label in either for _, label, either in given(tables, wanted)]))


def given(tables: Tables, wanted: Sequence[Document]) -> list[tuple[float, str, tuple[str, str | None]]]:
    """Of each labelled passage how sure the model is, what it says, and what it was to say."""
    names = sorted(LABELS)
    return [(float(table[i].max()), names[table[i].argmax()], either) for table, one in zip(tables, wanted, strict=True) for i, either in one.labels.items()]


def alone(estimator: Any, *between: Any, groups: tuple[str, ...] = ("",)) -> Teach:
    """What teaches an estimator the passages without what is around them; of some groups of features only where they are given."""

    def chosen(features: Sequence[str]) -> list[str]:
        return [name for name in features if name.startswith(groups)]

    def teach(known: Sequence[Document]) -> Callable[[Sequence[Document]], Tables]:
        rows, labels, shares = readings(known)
        passages = [passage for one in known for passage in one.features]
        model = make_pipeline(CountVectorizer(analyzer=chosen, binary=True, min_df=RAREST), *map(clone, between), clone(estimator))
        # the first reading of a passage counts more than half; not every estimator takes weights
        first = shares > 0.5
        model.fit([passages[row] for row in rows[first]], labels[first])
        tables = model.predict_proba if hasattr(model, "predict_proba") else model.decision_function
        return lambda others: [tables(one.features) for one in others]

    return teach


def shipped(known: Sequence[Document]) -> Callable[[Sequence[Document]], Tables]:
    return taught(known).predict_proba


REGRESSION = LogisticRegression(C=STRENGTH, max_iter=1000)
CANDIDATES: dict[str, Teach] = {
    "section rules alone (part and place, logistic regression)": alone(REGRESSION, groups=SECTION),
    "cues and clause types alone": alone(REGRESSION, groups=CUES),
    "naive Bayes": alone(BernoulliNB(alpha=0.1)),
    "gradient boosting (on 100 components)": alone(HistGradientBoostingClassifier(max_iter=120, random_state=0), TruncatedSVD(100, random_state=0)),
    "linear SVM": alone(LinearSVC(C=0.02)),
    "logistic regression": alone(REGRESSION),
    "logistic regression with context (shipped)": shipped,
}


def crossed(teach: Teach, known: Sequence[Document]) -> Tables:
    """What each document is given by a model that did not see it."""
    found: dict[int, NDArray[np.float64]] = {}
    for fold in range(FOLDS):
        model = teach([one for i, one in enumerate(known) if i % FOLDS != fold])
        left = range(fold, len(known), FOLDS)
        found |= dict(zip(left, model([known[i] for i in left]), strict=True))
    return [found[i] for i in range(len(known))]


def main() -> None:
    """Measure, print, and write ``models/metrics.json`` and the two pictures."""
    known = documents([one for folder in ("reports", "passages") for one in load_all(ROOT / "corpus" / folder, None)])
    metrics: dict[str, Any] = {"passages": sum(len(one.labels) for one in known), "reports": len(known), "folds": FOLDS, "accuracy": {}}
    tables: Tables = []
    for name, teach in CANDIDATES.items():
        tables = crossed(teach, known)
        metrics["accuracy"][name] = round(right(tables, known), 4)
        print(name, metrics["accuracy"][name], flush=True)
    said = given(tables, known)  # by the last, which is shipped
    metrics["expected_calibration_error"] = calibration_error((sure, label in either) for sure, label, either in said)
    matrix = confusion_matrix([either[0] for _, _, either in said], [label for _, label, _ in said], labels=LABELS)
    metrics["confusion"] = {label: dict(zip(LABELS, map(int, row), strict=True)) for label, row in zip(LABELS, matrix, strict=True)}
    curve = {}
    order = sorted(known, key=lambda one: hash_of(one.report))
    held = order[: len(order) // 5]
    for share in (0.1, 0.25, 0.5, 0.75, 1.0):
        training = order[len(held) : len(held) + round((len(order) - len(held)) * share)]
        curve[sum(len(one.labels) for one in training)] = round(right(shipped(training)(held), held), 4)
    metrics["learning_curve"] = {str(count): accuracy for count, accuracy in curve.items()}
    print(json.dumps(metrics, ensure_ascii=False, indent=1))
    (ROOT / "models" / "metrics.json").write_text(json.dumps(metrics, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    draw(matrix, curve)


def hash_of(report: str) -> str:
    """An order of reports that is no alphabet and the same each time."""
    from hashlib import sha256

    return sha256(report.encode()).hexdigest()


def draw(matrix: Any, curve: dict[int, float]) -> None:
    """The confusion matrix and the learning curve as pictures beside the card."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "workreport"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(5, 4))
    shares = matrix / matrix.sum(axis=1, keepdims=True)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for row, column in np.ndindex(matrix.shape):
        axes.text(column, row, str(matrix[row, column]), ha="center", va="center", color="white" if shares[row, column] > 0.5 else "black", fontsize=9)
    axes.set_xticks(range(5), LABELS, rotation=30, ha="right")
    axes.set_yticks(range(5), LABELS)
    axes.set(xlabel="given", ylabel="label")
    figure.savefig(ROOT / "models" / "confusion.svg", bbox_inches="tight", metadata={"Date": None})
    figure, axes = pyplot.subplots(figsize=(5, 3))
    axes.plot(list(curve), list(curve.values()), marker="o")
    axes.set(xlabel="passages in training", ylabel="accuracy on a fifth of the reports")
    axes.grid(alpha=0.3)
    figure.savefig(ROOT / "models" / "learning.svg", bbox_inches="tight", metadata={"Date": None})


if __name__ == "__main__":
    main()
