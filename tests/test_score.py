"""Our scorer says what the outside scorer says, and punishes what is wrong."""

from __future__ import annotations

import copy
import importlib.util
import json

import pytest

from pipeline.chain import run
from pipeline.cli.scores import low_confidence_share
from pipeline.evaluate.score import score

from .conftest import CORPUS


@pytest.fixture(scope="module")
def pair():
    labels = json.loads((CORPUS / "reports" / "traffic-police-2023.json").read_text(encoding="utf-8"))
    return labels, json.loads(json.dumps(run(CORPUS / "reports" / "traffic-police-2023.txt")))


def test_agrees_with_the_outside_scorer(pair, shared):
    spec = importlib.util.spec_from_file_location("outside_score", shared / "score" / "score.py")
    outside = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(outside)
    theirs, ours = outside.score([pair]), score([pair])
    for measure, tally in ours.tallies.items():
        assert tally.f1 == pytest.approx(theirs[measure]["f1"])
    for ours_name, their_name in (("link", "change linked to its value"), ("bound", "bound"), ("modality", "modality"), ("period", "period")):
        assert ours.qualifiers[ours_name].recall == pytest.approx(theirs["accuracy"][their_name])
    assert ours.passage_accuracy == pytest.approx(theirs["passages"]["accuracy"])


def test_a_wrong_number_a_lost_figure_and_a_false_one_all_cost(pair):
    labels, document = pair
    before = score([pair])
    worse = copy.deepcopy(document)
    wrong = next(i for i in worse["indicators"] if i["value"] and i["value"]["low"] > 100)
    wrong["value"]["low"] = wrong["value"]["high"] = 7
    assert score([(labels, worse)]).tallies["quantity"].right == before.tallies["quantity"].right - 1
    fewer = copy.deepcopy(document)
    fewer["indicators"] = fewer["indicators"][1:]
    assert score([(labels, fewer)]).tallies["figure"].recall < before.tallies["figure"].recall
    more = copy.deepcopy(document)
    extra = copy.deepcopy(more["indicators"][0])
    shape = extra["value"] or extra["rank"] or extra["changes"][0]
    shape["span"] = [0, 1]
    more["indicators"].append({**extra, "value": {**shape, "basis": None}, "changes": [], "rank": None})
    assert score([(labels, more)]).tallies["figure"].precision < before.tallies["figure"].precision


def test_figures_that_are_as_sure_as_the_last_of_the_lowest_fifth_count_by_their_share():
    mistakes_first = [(0.5, False), (0.6, True), (0.7, True), (0.8, True), (0.9, True)]
    assert low_confidence_share(mistakes_first) == 1
    assert low_confidence_share([(0.5, right) for _, right in mistakes_first]) == pytest.approx(0.2)
    assert low_confidence_share([]) == 1
