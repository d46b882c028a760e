"""The weights behind the confidence of a row (``pipeline/lexicon/trust.toml``): learned from strict labels, above all of the reports set aside, and how well they sort the incomplete ones.

    python -m tests.trust            what part of the incomplete rows stands in the lowest fifth, and the calibration error, cross-validated over reports
    python -m tests.trust --write    the same, and the table anew
"""  # fmt: skip

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline

from pipeline.chain import run
from pipeline.cli.scores import low_confidence_share
from pipeline.extract import trust
from pipeline.lexicon.trust import Sign

from .strictly import rows

TABLE = Path(trust.__file__).parents[1] / "lexicon" / "trust.toml"
STRENGTH, RAREST, FOLDS, BINS = 0.05, 24, 11, 10
WEIGHT = 3  # of a row that nothing else learned from: the mistakes of the others were worked on
Case = tuple[str, tuple[Sign, ...], bool]  # report, signs, right


def cases(*, aside: bool) -> Iterator[Case]:
    """Yield each strictly labelled row with its signs, and whether it is right and complete; ``aside``: of the reports that nothing else learns from."""
    for report, wanted in rows(aside=aside).items():
        seen: list[tuple[Sign, ...]] = []

        def keep(row, sentence, seen=seen) -> float:  # type: ignore[no-untyped-def]
            seen.append(tuple(trust.signs(row, sentence)))
            return 0.5

        with mock.patch("pipeline.extract.finished.confidence", keep):
            document = json.loads(json.dumps(run(report)))
        told = [indicator for indicator in document["indicators"] if not indicator["cell"]]  # those of tables come from elsewhere
        of = {indicator["id"]: signs for indicator, signs in zip(told, seen, strict=True)}
        yield from ((row.report, of[row.id], row.faultless) for row in wanted(document))


def named(signs: Sequence[Sign]) -> list[str]:
    return [f"{group}={value}" for group, value in signs]


def learned(known: Sequence[Case]):  # type: ignore[no-untyped-def]
    model = make_pipeline(CountVectorizer(analyzer=named, binary=True, min_df=RAREST), LogisticRegression(C=STRENGTH, max_iter=3000))
    return model.fit([signs for _, signs, _ in known], [right for *_, right in known])


def share(given: Sequence[float], of: Sequence[Case]) -> float:
    return low_confidence_share([(confidence, right) for confidence, (*_, right) in zip(given, of, strict=True)])


def error(given: Sequence[float], of: Sequence[Case]) -> float:
    """The calibration error: how far stated and true shares are apart, over ten bins of one size."""
    order = np.argsort(given)
    right = np.array([is_right for *_, is_right in of])
    bins = np.array_split(order, BINS)
    apart = [abs(np.mean(np.array(given)[bin]) - right[bin].mean()) * len(bin) for bin in bins]
    return float(sum(apart) / len(of))


def main() -> None:
    tuned, known = list(cases(aside=False)), list(cases(aside=True))
    crossed = np.zeros(len(known))
    for train, test in GroupKFold(FOLDS).split(known, groups=[report for report, *_ in known]):
        crossed[test] = learned(tuned + WEIGHT * [known[i] for i in train]).predict_proba([known[i][1] for i in test])[:, 1]
    wrong = sum(not right for *_, right in known)
    print(f"cross-validated over the reports set aside: {share(crossed.tolist(), known):.3f} of {wrong} incomplete rows in the lowest fifth of {len(known)}")
    print(f"calibration error {error(crossed.tolist(), known):.3f}")
    model = learned(tuned + WEIGHT * known)
    if "--write" in sys.argv:
        head = "# Log-odds of an indicator being right, by what is seen of it; learned from strict labels: python -m tests.trust --write"
        TABLE.write_text(table_text(head, model), encoding="utf-8")


def table_text(head: str, model) -> str:  # type: ignore[no-untyped-def]
    """The weights of a model as a table of the lexicon."""
    names, values = model[0].get_feature_names_out(), model[1].coef_[0]
    weights = {tuple(sign.split("=", 1)): weight for sign, weight in zip(names, values, strict=True)}
    lines = [head, f"start = {model[1].intercept_[0]:.3f}"]
    for group in sorted({group for group, _ in weights}):
        lines += ["", f"[{group}]"]
        lines += [f'"{value}" = {weight:.3f}' for (of, value), weight in sorted(weights.items()) if of == group]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
