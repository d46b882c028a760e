"""The weights that choose a row's topic (``pipeline/lexicon/topics.toml``): learned from strict labels.

    python -m tests.topics            complete rows with the topics chosen, cross-validated over reports
    python -m tests.topics --write    the same, and the table anew
"""  # fmt: skip

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from scipy.sparse import vstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline

from pipeline.chain import run
from pipeline.extract import topic_signs, topics
from pipeline.lexicon.trust import Sign

from .strictly import Row, rows
from .trust import named

TABLE = Path(topics.__file__).parents[1] / "lexicon" / "topics.toml"
STRENGTH, RANKING, RAREST, FOLDS = 0.5, 0.1, 4, 11
LIKELY = topics.LEAST
Chooser = Callable[[int, Any, Any], int | None]
LEAST = 0.01  # a smaller weight decides nothing


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled row with its candidates: what is seen of it and of each, and which are right."""

    path: Path
    row: Row
    signs: tuple[Sign, ...]
    candidates: tuple[tuple[tuple[Sign, ...], bool], ...]

    @property
    def needs(self) -> bool:
        """Whether the row says too little by itself."""
        return not self.row.complete or bool(self.row.topic)


def cases(choice: Mapping[Path, Chooser] | None = None) -> Iterator[Case]:
    """Yield every labelled row that has candidates, as it is seen behind the rows before it.

    Those have the topics that ``choice`` of the report gives them, without one the right topics.
    """
    for report, wanted in rows().items():
        labelled = {row.at: row for row in wanted(_document(report, _nothing)[0])}

        def right(at: int, of_row: Any, each: Any, labelled=labelled) -> int | None:  # type: ignore[no-untyped-def]
            known = labelled.get(at)
            if known is None or not (known.missing or known.topic):
                return None
            return next((i for i, (phrase, _) in enumerate(each) if known.completed_by(phrase)), None)

        document, seen = _document(report, choice[report] if choice else right)
        for row in wanted(document):
            if row.at in seen and seen[row.at][1]:
                of_row, each = seen[row.at]
                yield Case(report, row, of_row, tuple((signs, row.completed_by(phrase)) for phrase, signs in each))


def as_met(known: Sequence[Case]) -> list[Case]:
    """Give the rows as they are met: the topics before them chosen by a model that has not seen their report."""
    reports = [case.path for case in known]
    choice: dict[Path, Chooser] = {}
    for train, test in GroupKFold(FOLDS).split(known, groups=reports):
        chooser = _chooser(*both([known[i] for i in train]))
        choice |= {reports[i]: chooser for i in test}
    return list(cases(choice | {path: _nothing for path in rows() if path not in choice}))


def _chooser(need, choice) -> Chooser:  # type: ignore[no-untyped-def]
    """Make what chooses a topic with two models: the place of the candidate, or None."""

    def choose(at: int, of_row: Sequence[Sign], each: Sequence[tuple[str, tuple[Sign, ...]]]) -> int | None:
        needed = need.predict_proba([of_row])[0, 1]
        if not each or needed < LIKELY:
            return None
        likely = choice.likely([signs for _, signs in each])
        return int(likely.argmax()) if needed * likely.max() >= LIKELY else None

    return choose


def _nothing(*_: Any) -> None:
    """Choose no topic."""


def _document(report: Path, choose: Chooser) -> tuple[Any, dict[int, Any]]:
    """The document with the topics that ``choose`` gives, and what was seen of each row."""
    seen: dict[int, Any] = {}

    def topic(row, before, sentence, said):  # type: ignore[no-untyped-def]
        if topics.part_of_whole(row):
            return row.whole.by("whole"), 1.0, 1.0
        near = topics.themes(row, sentence)
        found = topics.candidates(row, near, before, said)
        beside = topic_signs.Beside.of(row, before, near, sentence)
        each = [(str(one.topic), tuple(topic_signs.all_of(topic_signs.signs(beside, one)))) for one in found]
        of_row = tuple(topic_signs.all_of(topic_signs.row_signs(row, near, before, sentence.view)))
        at = row.mention.figure.numeral.number.start
        seen[at] = of_row, each
        chosen = choose(at, of_row, each)
        return (topics.NOTHING if chosen is None else found[chosen].topic), 0.0, 1.0

    with mock.patch.object(topics, "topic", topic):
        return json.loads(json.dumps(run(report))), seen


def learned(seen: Sequence[Sequence[Sign]], right: Sequence[bool]):  # type: ignore[no-untyped-def]
    vectors = CountVectorizer(analyzer=named, binary=True, min_df=RAREST)
    return make_pipeline(vectors, LogisticRegression(C=STRENGTH, max_iter=3000)).fit(seen, right)


class Ranking:
    """A weight for each sign, so that of the candidates of a row the right one has the highest sum."""

    def __init__(self, known: Sequence[Case]) -> None:
        """Learn from every right candidate of a row beside every wrong one."""
        choosable = [case.candidates for case in known if {right for _, right in case.candidates} == {True, False}]
        self.vectors = CountVectorizer(analyzer=named, binary=True, min_df=RAREST, dtype=float)
        self.vectors.fit([signs for each in choosable for signs, _ in each])
        apart = vstack([self._apart(each) for each in choosable])
        both_ways, better = vstack([apart, -apart]), np.repeat([True, False], apart.shape[0])
        self.model = LogisticRegression(C=RANKING, max_iter=3000, fit_intercept=False).fit(both_ways, better)

    def _apart(self, each):  # type: ignore[no-untyped-def]
        seen = self.vectors.transform([signs for signs, _ in each])
        right, wrong = ([i for i, (_, is_right) in enumerate(each) if is_right == wanted] for wanted in (True, False))
        return vstack([seen[i] - seen[j] for i in right for j in wrong])

    def likely(self, each: Sequence[Sequence[Sign]]):  # type: ignore[no-untyped-def]
        """The probability of each candidate of a row to be the right one."""
        sums = self.vectors.transform(each) @ self.model.coef_[0]
        shares = np.exp(sums - sums.max())
        return shares / shares.sum()

    def weights(self) -> Iterator[tuple[str, float]]:
        """Yield each sign with its weight."""
        yield from zip(self.vectors.get_feature_names_out(), self.model.coef_[0], strict=True)


def both(known: Sequence[Case]):  # type: ignore[no-untyped-def]
    """The model of need, and that of choice, which learns from rows that have a right candidate."""
    return learned([case.signs for case in known], [case.needs for case in known]), Ranking(known)


def main() -> None:
    known = as_met(list(cases()))
    reports = [case.row.report for case in known]
    need, best = np.zeros(len(known)), [(0.0, False)] * len(known)
    for train, test in GroupKFold(FOLDS).split(known, groups=reports):
        needed, chosen = both([known[i] for i in train])
        need[test] = needed.predict_proba([known[i].signs for i in test])[:, 1]
        for i in test:
            likely = chosen.likely([signs for signs, _ in known[i].candidates])
            at = int(likely.argmax())
            best[i] = float(likely[at]), known[i].candidates[at][1]
    lacking = [i for i, case in enumerate(known) if not case.row.complete]
    reachable = sum(any(right for _, right in known[i].candidates) for i in lacking)
    print(f"{len(known)} rows, {len(lacking)} lack something, a candidate completes {reachable}")
    for least in (0.05, 0.07, 0.08, 0.09, 0.1, 0.12, 0.15, 0.2):
        given = [i for i in range(len(known)) if need[i] * best[i][0] >= least]
        done = sum(best[i][1] for i in given if not known[i].row.complete)
        idle = sum(1 for i in given if not known[i].needs)
        print(f"  likely {least}: {done} completed, {idle} topics for nothing, {len(given)} in all")
    if "--write" in sys.argv:
        head = "# Log-odds that a row needs a topic, and that a phrase is its topic; learned from strict labels: python -m tests.topics --write"
        need, choice = both(known)
        needing = zip(need[0].get_feature_names_out(), need[1].coef_[0], strict=True)
        TABLE.write_text(head + _group("need", [("start", need[1].intercept_[0])], needing) + _group("choice", [], choice.weights()), encoding="utf-8")


def _group(question: str, first: Sequence[tuple[str, float]], weights: Iterable[tuple[str, float]]) -> str:
    """The weights of a question as a group of the table, without those that decide nothing."""
    lines = [f"{name} = {weight:.3f}" for name, weight in first]
    lines += [f'"{sign}" = {weight:.3f}' for sign, weight in sorted(weights) if abs(weight) >= LEAST]
    return "\n".join(["", "", f"[{question}]", *lines, ""])


if __name__ == "__main__":
    main()
