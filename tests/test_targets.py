"""Targets of twenty reports of eight bodies, with what became of each as a reader labelled it before the program was run: none judged wrongly."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from pipeline.document import load_all
from pipeline.track import track
from pipeline.track.targets import Target

from .conftest import ROOT
from .once import written

TARGETS = ROOT / "corpus" / "targets"
JUDGED = {"yes": "met", "no": "missed"}
SEEN = 0.66  # of those met or missed how many are judged; the rest is left to the reader


def judged(labels: list[dict[str, str]], rows: list[Target]) -> Counter[tuple[str, str]]:
    """How often what a reader says of a target goes with what is said here, by both."""
    found: Counter[tuple[str, str]] = Counter()
    nth: Counter[tuple[str, str]] = Counter()
    for label in labels:
        name = f"{label['body']}-{label['target_year']}"
        text = (TARGETS / f"{name}.txt").read_text(encoding="utf-8")
        start = text.index(label["target"])
        inside = sorted(
            (row.target.quantity.span.start, JUDGED.get(row.met or "", "unknown"))
            for row in rows
            if row.target and row.goal and Path(row.target.document.source).stem == name and start <= row.target.quantity.span.start < start + len(label["target"])
        )
        at = nth[name, label["target"]]
        nth[name, label["target"]] += 1
        found[label["outcome"], inside[at][1] if at < len(inside) else "unknown"] += 1
    return found


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Counter[tuple[str, str]]:
    folder = tmp_path_factory.mktemp("targets")
    documents = []
    for path in sorted(TARGETS.glob("*.txt")):
        documents.append(folder / f"{path.stem}.json")
        documents[-1].write_text(written(path), encoding="utf-8")
    _, rows = track(load_all(documents))
    with (TARGETS / "labels.tsv").open(encoding="utf-8", newline="") as lines:
        labels = list(csv.DictReader(lines, delimiter="\t"))
    assert len(labels) > 150
    return judged(labels, list(rows))


def test_no_target_is_judged_wrongly(outcomes: Counter[tuple[str, str]]):
    assert {pair: n for pair, n in outcomes.items() if pair[1] != "unknown" and pair[0] != pair[1]} == {}


def test_most_targets_with_an_outcome_are_judged(outcomes: Counter[tuple[str, str]]):
    decided = sum(n for pair, n in outcomes.items() if pair[0] != "unknown")
    assert (outcomes["met", "met"] + outcomes["missed", "missed"]) / decided >= SEEN
