"""review: a person's decisions on the indicators and passages of a document, and the document they
make of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.canonical import name_and_code
from pipeline.review.decisions import Decision, Json, complete, core, parts
from pipeline.review.standing import Lost, standing
from pipeline.review.store import FILE, Store

__all__ = ["FILE", "Decision", "Lost", "Review", "Store", "Verdict", "review", "reviewed"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person made of one indicator: ``accepted``, ``corrected``, ``added`` or ``rejected``;
    ``record`` is what it says now, ``machine`` what the machine had said.
    """

    status: str
    record: Json
    machine: Json | None
    decision: Decision


@dataclass(frozen=True, slots=True)
class Review:
    """The state of a document's review.

    ``verdicts`` by id of the indicator (also of added ones), ``labels`` by id of the passage;
    ``lost`` no longer hold.
    """

    verdicts: dict[str, Verdict]
    labels: dict[str, Decision]
    lost: tuple[Lost, ...]

    def open(self, document: Mapping[str, Any]) -> list[str]:
        """Ids of the indicators of ``document`` that nobody decided."""
        return [
            indicator["id"]
            for indicator in document["indicators"]
            if indicator["id"] not in self.verdicts
        ]


_VERDICTS = {"accept": "accepted", "correct": "corrected", "reject": "rejected", "add": "added"}


def review(document: Mapping[str, Any], store: Store, report: str) -> Review:
    """What the decisions in ``store`` on ``report`` (the name of its JSON without suffix) make of
    ``document``; the latest on a subject decides.
    """
    kept, lost = standing(document, [decision for _, decision in store.of(report)])
    machine = {indicator["id"]: indicator for indicator in document["indicators"]}
    verdicts: dict[str, Verdict] = {}
    labels: dict[str, Decision] = {}
    added: dict[str, Json] = {}
    for decision in kept:
        subject = decision.subject
        if decision.action == "relabel":
            labels[subject] = decision
        elif decision.action in ("later", "flag"):
            verdicts.pop(subject, None)
        elif subject in machine:
            verdicts[subject] = Verdict(
                _VERDICTS[decision.action],
                decision.value or core(machine[subject]),
                decision.machine,
                decision,
            )
        elif (
            decision.value or subject in added
        ):  # added by a person: what was said of it first stands until it is corrected or withdrawn
            added[subject] = decision.value or added[subject]
            verdicts[subject] = Verdict(
                "rejected" if decision.action == "reject" else "added",
                added[subject],
                None,
                decision,
            )
    return Review(verdicts, labels, tuple(lost))


def reviewed(document: Mapping[str, Any], store: Store, report: str) -> Json:
    """The document with the indicators that a person accepted, corrected or added, and no others;
    passages carry the labels a person gave.

    Each indicator has ``review``: ``review_status``, ``reviewer``, ``reviewed_at``, ``why``, and
    what the machine had said (``machine``, and of its main number ``value_machine``; both null for
    an added one).
    """
    state = review(document, store, report)
    machine = {indicator["id"]: indicator for indicator in document["indicators"]}
    passages = [
        {**p, **(state.labels[p["id"]].value or {}), "unsure": False}
        if p["id"] in state.labels
        else p
        for p in document["passages"]
    ]
    found = []
    for id, verdict in state.verdicts.items():
        if verdict.status != "rejected":
            where = verdict.decision.span[0]
            own = machine.get(id) or {
                "id": id,
                "passage": _passage_at(document, where),
                "confidence": 1,
                "cell": None,
                "evidence": [],
            }
            name, code = name_and_code(verdict.record["name"])
            found.append(
                (
                    where,
                    {
                        **own,
                        **complete(verdict.record),
                        "canonical": name,
                        "code": code,
                        "review": _signed(verdict),
                    },
                )
            )
    return {
        **document,
        "passages": passages,
        "indicators": [indicator for _, indicator in sorted(found, key=lambda pair: pair[0])],
    }


def _signed(verdict: Verdict) -> Json:
    machine, decision = verdict.machine, verdict.decision
    main = next((part for _, part in parts(machine)), None) if machine else None
    value = (
        None
        if main is None
        else f"{main['low']}"
        if main["low"] == main["high"]
        else f"{main['low']}–{main['high']}"
    )
    return {
        "review_status": verdict.status,
        "reviewer": decision.who,
        "reviewed_at": decision.at,
        "why": decision.why,
        "value_machine": value,
        "machine": machine,
    }


def _passage_at(document: Mapping[str, Any], offset: int) -> str:
    return next(
        (str(p["id"]) for p in document["passages"] if p["span"][0] <= offset < p["span"][1]),
        str(document["passages"][0]["id"]),
    )
