"""What a person decided about one indicator or passage, with what the machine had said and where it
stands in the text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

Action = Literal["accept", "correct", "reject", "add", "relabel", "later", "flag", "undo"]

Json = dict[str, Any]
# what an indicator says; confidence, evidence and cell are the machine's own
CORE = ("name", "topic", "scope", "period", "modality", "value", "base", "changes", "rank")
QUOTE = (
    32  # characters kept before and behind the evidence, as in a Web Annotation TextQuoteSelector
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the record, never changed once written.

    ``subject`` is the id of an indicator or passage in the extraction ``document`` (a digest), or
    one made by the page for an added indicator. ``value`` is the person's (of ``correct`` and
    ``add``: the fields of ``CORE``; of ``relabel``: label and horizon), ``machine`` what the
    machine had said. ``span`` (code points) and ``evidence`` are the figure or passage that was
    judged, ``prefix`` and ``suffix`` the text around it. ``at`` is ISO 8601 in UTC, ``version``
    that of the pipeline.
    """

    id: str
    subject: str
    action: Action
    value: Json | None
    machine: Json | None
    span: tuple[int, int]
    evidence: str
    prefix: str
    suffix: str
    who: str
    at: str
    why: str
    undoes: str | None
    document: str
    version: str

    def plain(self) -> Json:
        """As it stands in JSON."""
        return {**asdict(self), "span": list(self.span)}


def digest(document: Mapping[str, Any]) -> str:
    """What identifies an extraction: the same text with the same findings has the same digest,
    whatever version made it.
    """
    found = json.dumps(
        [document["text"], document["passages"], document["indicators"]],
        ensure_ascii=False,
        sort_keys=True,
    )
    return hashlib.sha256(found.encode("utf-8", "surrogatepass")).hexdigest()


def core(indicator: Mapping[str, Any]) -> Json:
    """What an indicator says, without the machine's confidence and rule."""
    return {key: indicator[key] for key in CORE}


def says_same(now: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """Tell whether a record says all that an older one said; an older version had fewer fields."""
    return all(_agree(now.get(key), said) for key, said in before.items())


def _agree(have: Any, said: Any) -> bool:
    if isinstance(said, dict) and isinstance(have, dict):
        return says_same(have, said)
    of_records = isinstance(said, list) and said and isinstance(said[0], dict)
    if of_records and isinstance(have, list):
        return len(have) == len(said) and all(map(says_same, have, said))
    return bool(have == said)


def complete(record: Mapping[str, Any]) -> Json:
    """Give a person's record the fields that an older page did not send."""
    changes = [
        {"against": None, "form": _form(change["unit"]), **change} for change in record["changes"]
    ]
    rank = record["rank"] and {"among": None, **record["rank"]}
    return {"topic": None, **record, "changes": changes, "rank": rank}


def _form(unit: str) -> str:
    return "rate" if unit in ("%", "‰", "倍") else "difference"


def parts(record: Mapping[str, Any]) -> Iterator[tuple[str, Json]]:
    """The quantities of an indicator with their roles: value, base, change, rank."""
    for role in ("value", "base"):
        if record[role]:
            yield role, record[role]
    for change in record["changes"]:
        yield "change", change
    if record["rank"]:
        yield "rank", record["rank"]


def anchor(record: Mapping[str, Any]) -> tuple[int, int]:
    """The span of the figure that stands for an indicator: its value, else its first change, else
    its rank.
    """
    start, end = (record["value"] or next(iter(record["changes"]), None) or record["rank"])["span"]
    return start, end


def live(decisions: Sequence[Decision]) -> list[Decision]:
    """Decisions that were not taken back, in order, without the undoing ones."""
    undone = {decision.undoes for decision in decisions if decision.action == "undo"}
    return [
        decision
        for decision in decisions
        if decision.action != "undo" and decision.id not in undone
    ]
