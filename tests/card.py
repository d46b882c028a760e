"""What stands behind the shipped model: comparison, learning curve, confusion and calibration, into models/ (``python -m tests.card``, some ten minutes).

Everything is cross-validated over whole reports of corpus/. An alternate label counts as right, as in ``make evaluate``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from sklearn.base import clone
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import GroupKFold
from sklearn.naive_bayes import BernoulliNB
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from pipeline.classify.train import RAREST, STRENGTH, Example, examples, taught
from pipeline.evaluate.calibration import calibration_error
from pipeline.labels import load_all

from .conftest import ROOT

FOLDS = 5
SECTION = ("kind", "part", "years", "heading", "depth", "place")
CUES = ("cue", "share", "part")
LABELS = ["achievement", "measure", "target", "problem", "other"]


def right(predicted: Sequence[str], wanted: Sequence[Example]) -> float:
    """The share of passages given their label or their alternate one."""
    return float(np.mean([label in (example.label, example.also) for label, example in zip(predicted, wanted, strict=True)]))


def lines(groups: tuple[str, ...] | None = None) -> CountVectorizer:
    """Features as binary columns; of some groups only where they are given."""

    def chosen(features: Sequence[str]) -> list[str]:
        return [name for name in features if groups is None or name.partition("=")[0].partition(" ")[0].rstrip("0123") in groups]

    return CountVectorizer(analyzer=chosen, binary=True, min_df=RAREST)


def by(estimator: Any, *between: Any, groups: tuple[str, ...] | None = None) -> Callable[[Sequence[Example]], Any]:
    """What teaches an estimator the first label of each example."""
    return lambda known: make_pipeline(lines(groups), *map(clone, between), clone(estimator)).fit([e.features for e in known], [e.label for e in known])


REGRESSION = LogisticRegression(C=STRENGTH, max_iter=1000)
CANDIDATES = {
    "section rules alone (headings and part, logistic regression)": by(REGRESSION, groups=SECTION),
    "cues and clause shapes alone": by(REGRESSION, groups=CUES),
    "naive Bayes": by(BernoulliNB(alpha=0.1)),
    "linear SVM": by(LinearSVC(C=0.02)),
    "gradient boosting (on 100 components)": by(HistGradientBoostingClassifier(max_iter=120, random_state=0), TruncatedSVD(100, random_state=0)),
    "logistic regression (shipped)": taught,
}


def crossed(teach: Callable[[Sequence[Example]], Any], known: Sequence[Example], method: str = "predict") -> Any:
    """What each example is given by a model that saw no passage of its report."""
    found: list[Any] = [None] * len(known)
    for train, test in GroupKFold(FOLDS).split(known, groups=[example.report for example in known]):
        model = teach([known[i] for i in train])
        for i, given in zip(test, getattr(model, method)([known[i].features for i in test]), strict=True):
            found[i] = given
    return np.array(found)


def with_context(known: Sequence[Example], table: Any) -> list[str]:
    """A second model over the probabilities of a passage and of its two neighbours on either side."""
    rows = np.hstack([np.log(table + 1e-4), *(np.roll(table, step, axis=0) for step in (-2, -1, 1, 2))])
    found: list[str] = [""] * len(known)
    labels = np.array([example.label for example in known])
    for train, test in GroupKFold(FOLDS).split(rows, groups=[example.report for example in known]):
        for i, label in zip(test, LogisticRegression(C=0.3, max_iter=1000).fit(rows[train], labels[train]).predict(rows[test]), strict=True):
            found[i] = label
    return found


def main() -> None:
    """Measure, print, and write ``models/metrics.json`` and the two pictures."""
    known = [example for folder in ("reports", "passages") for example in examples(load_all(ROOT / "corpus" / folder, None))]
    metrics: dict[str, Any] = {"passages": len(known), "reports": len({example.report for example in known}), "folds": FOLDS, "accuracy": {}}
    for name, teach in CANDIDATES.items():
        metrics["accuracy"][name] = round(right(crossed(teach, known), known), 4)
        print(name, metrics["accuracy"][name], flush=True)
    table, classes = crossed(taught, known, "predict_proba"), sorted(LABELS)
    metrics["accuracy"]["with context (stacked on the neighbours' probabilities)"] = round(right(with_context(known, table), known), 4)
    given = [classes[i] for i in table.argmax(axis=1)]
    metrics["expected_calibration_error"] = calibration_error((sure, label in (e.label, e.also)) for sure, label, e in zip(table.max(axis=1), given, known, strict=True))
    matrix = confusion_matrix([example.label for example in known], given, labels=LABELS)
    metrics["confusion"] = {label: dict(zip(LABELS, map(int, row), strict=True)) for label, row in zip(LABELS, matrix, strict=True)}
    curve = {}
    order = sorted({example.report for example in known}, key=lambda report: hash_of(report))
    test = {*order[: len(order) // 5]}
    for share in (0.1, 0.25, 0.5, 0.75, 1.0):
        used = {*order[len(test) : len(test) + round((len(order) - len(test)) * share)]}
        training, held = [e for e in known if e.report in used], [e for e in known if e.report in test]
        curve[len(training)] = round(right(taught(training).predict([e.features for e in held]), held), 4)
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
