"""The weights behind the confidence of an indicator (``pipeline/lexicon/trust.toml``): learned from labelled figures, and how well they sort the mistakes.

    python -m tests.trust            what part of the mistakes stands in the lowest fifth: cross-validated over reports, and on gold, which is never learned from
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
from pipeline.evaluate import load_all, score
from pipeline.extract import trust
from pipeline.labels import Labels
from pipeline.lexicon.trust import Sign

from .gate import SETS

TABLE = Path(trust.__file__).parents[1] / "lexicon" / "trust.toml"
STRENGTH, RAREST, FOLDS = 0.3, 5, 10
Case = tuple[str, tuple[Sign, ...], bool]  # report, signs, right


def cases(labels: Sequence[Labels]) -> Iterator[Case]:
    """Each labelled figure that was found, and each that was found and is none, with the signs of its indicator."""
    for one in labels:
        seen: list[tuple[Sign, ...]] = []

        def keep(draft, sentence, seen=seen) -> float:  # type: ignore[no-untyped-def]
            seen.append(tuple(trust.signs(draft, sentence)))
            return float(len(seen))

        with mock.patch("pipeline.extract.timing.confidence", keep):
            document = json.loads(json.dumps(run(one.source)))
        yield from ((one.path.stem, seen[int(number) - 1], right) for number, right in score([(one.raw, document)]).outcomes)


def named(signs: Sequence[Sign]) -> list[str]:
    return [f"{group}={value}" for group, value in signs]


def learned(known: Sequence[Case]):  # type: ignore[no-untyped-def]
    model = make_pipeline(CountVectorizer(analyzer=named, binary=True, min_df=RAREST), LogisticRegression(C=STRENGTH, max_iter=3000))
    return model.fit([signs for _, signs, _ in known], [right for *_, right in known])


def share(given: Sequence[float], of: Sequence[Case]) -> float:
    return low_confidence_share([(confidence, right) for confidence, (*_, right) in zip(given, of, strict=True)])


def main() -> None:
    found = {name: list(cases(load_all(folder, texts))) for name, (folder, texts) in SETS.items() if folder.is_dir() and (texts is None or texts.is_dir())}
    known = [case for name, of in found.items() if name != "gold" for case in of]
    crossed = np.zeros(len(known))
    for train, test in GroupKFold(FOLDS).split(known, groups=[report for report, *_ in known]):
        crossed[test] = learned([known[i] for i in train]).predict_proba([known[i][1] for i in test])[:, 1]
    print(f"cross-validated: {share(crossed.tolist(), known):.3f} of {sum(not right for *_, right in known)} mistakes in the lowest fifth of {len(known)}")
    model = learned(known)
    if gold := found.get("gold"):
        print(f"gold: {share(model.predict_proba([signs for _, signs, _ in gold])[:, 1].tolist(), gold):.3f} of {sum(not right for *_, right in gold)} in {len(gold)}")
    if "--write" in sys.argv:
        head = "# Log-odds of an indicator being right, by what is seen of it; learned from labelled figures: python -m tests.trust --write"
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
