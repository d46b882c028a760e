"""Extracted reports against labelled ones: precision, recall and F1 of figures and facts,
accuracy of qualifiers and passages.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from pipeline.evaluate.matching import (
    Figure,
    figures_of,
    matched,
    name_matches,
    overlap,
    same_quantity,
)
from pipeline.evaluate.tallies import MEASURES, Score


class _Judged(NamedTuple):
    """What is right of a figure."""

    number: bool
    name: bool
    role: bool
    basis: bool

    @property
    def fact(self) -> bool:
        return self.number and self.name and self.role

    @property
    def wrong(self) -> list[str]:
        return [what for what, is_right in self._asdict().items() if not is_right]


def score(pairs: Iterable[tuple[dict[str, Any], dict[str, Any]]]) -> Score:
    """Score (labels, document) pairs.

    Only the labelled windows of a text count; optional figures neither help nor harm.
    """
    total = Score()
    for gold, output in pairs:
        _score_figures(total, gold, output)
        _score_passages(total, gold, output)
    return total


def _score_figures(total: Score, gold: dict[str, Any], output: dict[str, Any]) -> None:
    predicted = [
        f for f in figures_of(output) if any(a <= f[1]["span"][0] < b for a, b in gold["windows"])
    ]
    wanted = gold["figures"]
    pairs = matched(predicted, wanted)
    known = [*gold["optional"], *(want["span"] for want in wanted)]
    for i, (role, quantity, indicator, _) in enumerate(predicted):
        if i in pairs or any(overlap(quantity["span"], span) for span in known):
            continue
        for measure in _measures(role):
            total.tallies[measure].predicted += 1
        at, text = quantity["span"][0], quantity["text"]
        total.errors.append(("spurious", role, at, text, "", indicator["name"]))
        total.outcomes.append((indicator["confidence"], False))
    of_gold = {g: i for i, g in pairs.items()}
    for g, want in enumerate(wanted):
        for measure in _measures(want["role"]):
            total.tallies[measure].gold += 1
        if g in of_gold:
            _score_one(total, want, predicted[of_gold[g]])
        else:
            text = output["text"][slice(*want["span"])]
            total.errors.append(("missed", want["role"], want["span"][0], text, want["name"], ""))


def _measures(role: str) -> tuple[str, ...]:
    return (*MEASURES[:4], role) if role in ("change", "rank") else MEASURES[:4]


def _score_one(total: Score, want: dict[str, Any], found: Figure) -> None:
    role, quantity, indicator, _ = found
    right = _Judged(
        same_quantity(quantity, want),
        name_matches(indicator["name"], want),
        role == want["role"],
        want["role"] != "change" or quantity.get("basis") == want.get("basis"),
    )
    total.outcomes.append((indicator["confidence"], right.fact and right.basis))
    for measure, is_right in zip(
        MEASURES[:4], (True, right.number, right.name, right.fact), strict=True
    ):
        total.tallies[measure].predicted += 1
        total.tallies[measure].right += is_right
    _score_role(total, want, found, right)
    _score_qualifiers(total, want, found)
    if wrong := right.wrong:
        wanted = f"{want['name']} | {want['low']} {want['unit']} {want.get('basis', '')}"
        basis = quantity.get("basis", "")
        got = f"{role} {indicator['name']} | {quantity['low']} {quantity['unit']} {basis}"
        what = "wrong " + "+".join(wrong)
        at = want["span"][0]
        total.errors.append((what, want["role"], at, quantity["text"], wanted, got))


def _score_role(total: Score, want: dict[str, Any], found: Figure, right: _Judged) -> None:
    role, _, _, value_span = found
    if role in ("change", "rank"):
        total.tallies[role].predicted += 1
    if want["role"] == "change":
        total.tallies["change"].right += right.fact and right.basis
        if want.get("of"):
            total.qualifiers["link"].count(bool(value_span and overlap(value_span, want["of"])))
    elif want["role"] == "rank":
        total.tallies["rank"].right += right.fact


def _score_qualifiers(total: Score, want: dict[str, Any], found: Figure) -> None:
    _, quantity, indicator, _ = found
    total.qualifiers["bound"].count(quantity["bound"] == want["bound"])
    total.qualifiers["modality"].count(indicator["modality"] == want["modality"])
    if want.get("period"):
        period = quantity.get("period") or indicator["period"]
        total.qualifiers["period"].count(str(period) == str(want["period"]))


def _score_passages(total: Score, gold: dict[str, Any], output: dict[str, Any]) -> None:
    passages = output["passages"]
    for want in gold["passages"]:
        best = max(passages, key=lambda p: overlap(p["span"], want["span"]), default=None)
        if best is None or not overlap(best["span"], want["span"]):
            got = "other"
        else:
            got = best["label"]
            total.labelled.append((best["confidence"], got in (want["label"], want.get("also"))))
            if "horizon" in want:
                total.horizon.count(best["horizon"] == want["horizon"])
        total.confusion[got if got == want.get("also") else want["label"], got] += 1
