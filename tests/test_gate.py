"""No score falls unseen."""

from __future__ import annotations

import copy
import json

from tests.gate import PINNED, compare, measure


def test_scores_stand_where_they_were_pinned():
    lines, falls = compare(measure(), json.loads(PINNED.read_text(encoding="utf-8")))
    assert falls == [], "\n".join(lines)


def test_a_fall_and_a_lost_case_are_seen():
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))
    worse = copy.deepcopy(pinned)
    worse["corpus"]["scores"]["fact"] -= 0.01
    worse["corpus"]["wrong"].append("some-report:1")
    lines, falls = compare(worse, pinned)
    assert len(falls) == 1
    assert "corpus lost some-report:1" in lines
