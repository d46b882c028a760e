"""Which decisions hold for an extraction: those made on it, and those made on an older one whose
evidence still stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.review.decisions import (
    CORE,
    Decision,
    Json,
    anchor,
    core,
    digest,
    live,
    parts,
    says_same,
)


@dataclass(frozen=True, slots=True)
class Lost:
    """A decision on an older extraction that no longer holds, and why in words."""

    decision: Decision
    reason: str


class _Fallen(Exception):
    """The evidence of a decision does not stand; the message says why."""


def standing(
    document: Mapping[str, Any], decisions: Sequence[Decision]
) -> tuple[list[Decision], list[Lost]]:
    """The decisions that hold for ``document``, their subjects and spans those of this document, in
    order; and the latest of each subject that do not.

    An acceptance or rejection holds where the machine says the same of the same characters; a
    person's own value where every figure of it is still in the text at its place; a passage's label
    where the passage is still cut the same.
    """
    now = digest(document)
    by_subject: dict[tuple[str, str], list[Decision]] = {}
    place: dict[str, int] = {}
    for number, decision in enumerate(live(decisions)):
        by_subject.setdefault((decision.document, decision.subject), []).append(decision)
        place[decision.id] = number
    kept: list[Decision] = []
    lost: list[Lost] = []
    taken: set[str] = set()
    for (made_on, _), group in sorted(by_subject.items(), key=lambda item: place[item[1][-1].id]):
        if made_on == now:
            kept += group
            continue
        try:
            kept += _moved(document, group, taken)
        except _Fallen as fallen:
            lost.append(Lost(group[-1], str(fallen)))
    return sorted(kept, key=lambda decision: place[decision.id]), lost


def _moved(
    document: Mapping[str, Any], group: Sequence[Decision], taken: set[str]
) -> list[Decision]:
    """The decisions on one subject of an older extraction, on this one; the latest decides whether
    they hold. Raises ``_Fallen``.
    """
    last = group[-1]
    shift = _shift(document["text"], last)
    span = (last.span[0] + shift, last.span[1] + shift)
    if last.action == "relabel":
        passage = next((p for p in document["passages"] if tuple(p["span"]) == span), None)
        if passage is None:
            raise _Fallen("断句已经不同，这一段不再是一个段落")
        return [replace(decision, subject=passage["id"], span=span) for decision in group]
    if any(decision.value for decision in group):
        return _own_value(document, group, span, shift, taken)
    same = [i for i in document["indicators"] if anchor(i) == span]
    agreed = next(
        (
            i
            for i in same
            if i["id"] not in taken and says_same(core(i), _shifted(last.machine or {}, shift))
        ),
        None,
    )
    if agreed is None:
        raise _Fallen(
            f"新版本在这里给出的结果不同：{'；'.join(i['name'] for i in same)}"
            if same
            else "新版本在这里没有指标"
        )
    taken.add(agreed["id"])
    return [replace(decision, subject=agreed["id"], span=span) for decision in group]


def _own_value(
    document: Mapping[str, Any],
    group: Sequence[Decision],
    span: tuple[int, int],
    shift: int,
    taken: set[str],
) -> list[Decision]:
    """A value a person wrote outlives what the machine says now: it corrects the indicator at its
    place, or is an added one where there is none.
    """
    values = [_shifted(decision.value, shift) if decision.value else None for decision in group]
    for written in filter(None, values):
        _check_place(document, written)
    wanted = next((value for value in reversed(values) if value), {})
    places = {span, anchor(wanted)}
    here = [i for i in document["indicators"] if anchor(i) in places and i["id"] not in taken]
    match = min(
        here,
        key=lambda i: (
            i["name"] not in {wanted["name"], (group[-1].machine or {}).get("name")},
            i["id"],
        ),
        default=None,
    )
    subject = match["id"] if match else _own_id(group[0])
    if match:
        taken.add(subject)
    moved = []
    for decision, value in zip(group, values, strict=True):
        action = decision.action if not value else "correct" if match else "add"
        moved.append(replace(decision, subject=subject, action=action, value=value, span=span))
    return moved


def _check_place(document: Mapping[str, Any], value: Mapping[str, Any]) -> None:
    """Raise ``_Fallen`` where the text no longer says what a value was read from."""
    for _, part in parts(value):
        if document["text"][slice(*part["span"])] != part["text"]:
            raise _Fallen(f"“{part['text']}”已不在原来的位置")


def _own_id(decision: Decision) -> str:
    if decision.subject.startswith(("a-", "kept-")):
        return decision.subject
    return f"kept-{decision.document[:8]}-{decision.subject}"


def _shift(text: str, decision: Decision) -> int:
    """How far the evidence moved: not at all where it and its neighbours are at their place, else
    to its only other place. Raises ``_Fallen``.
    """
    start, end = decision.span
    quote = decision.prefix + decision.evidence + decision.suffix
    if text[start - len(decision.prefix) : end + len(decision.suffix)] == quote:
        return 0
    found = text.find(quote)
    if found >= 0 and text.find(quote, found + 1) < 0:
        return found + len(decision.prefix) - start
    if text[start:end] == decision.evidence and (
        text[:start].endswith(decision.prefix) or text[end:].startswith(decision.suffix)
    ):
        return 0
    raise _Fallen(
        "原文在这里有改动，找不到这段文字" if found < 0 else "这段文字在新文本里出现不止一次"
    )


def _shifted(record: Json, shift: int) -> Json:
    """A record with its spans moved."""

    def moved(part: Json | None) -> Json | None:
        return part and {**part, "span": [part["span"][0] + shift, part["span"][1] + shift]}

    return {
        key: [moved(c) for c in record[key]]
        if key == "changes"
        else moved(record[key])
        if key in ("value", "base", "rank")
        else record[key]
        for key in CORE
        if key in record
    }
