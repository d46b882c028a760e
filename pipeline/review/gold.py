"""Decisions as labels, in the format of ``corpus/``: what a person confirmed becomes what the
pipeline is scored on and learns from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.batch import write_whole
from pipeline.patterns.numbers import NUMBER, plain
from pipeline.review import Review, Verdict, review
from pipeline.review.decisions import Json, parts
from pipeline.review.folder import Entry


def to_gold(entry: Entry, folder: Path) -> Json | None:
    """Write ``NAME.txt`` and ``NAME.json`` of one reviewed report into ``folder``, each whole or
    not at all; returns the labels, or None where nothing is decided yet.

    A window is a passage whose every figure somebody decided: there the labels are complete,
    elsewhere silence would say too much. A rejected figure is no figure. Only passages that a
    person labelled are labelled: what the machine thought of the others is no evidence.
    """
    document = entry.load()
    labels = gold(
        document, review(document, entry.store, entry.report), source=f"{entry.report}.txt"
    )
    if not labels["windows"] and not labels["passages"]:
        return None
    write_whole(folder / f"{entry.report}.txt", document["text"])
    write_whole(
        folder / f"{entry.report}.json", json.dumps(labels, ensure_ascii=False, indent=1) + "\n"
    )
    return labels


def gold(document: Mapping[str, Any], state: Review, *, source: str) -> Json:
    """The labels of one document; ``source`` is the name of the file that holds its text."""
    text: str = document["text"]
    windows = _windows(document, state)
    figures = [
        figure
        for verdict in state.verdicts.values()
        if verdict.status != "rejected"
        for figure in _figures(text, verdict)
    ]
    return {
        "source": source, "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
        "review_year": document["report"]["review_year"],
        "plan_year": document["report"]["plan_year"],
        "windows": windows,
        "figures": sorted(
            (f for f in figures if any(a <= f["span"][0] < b for a, b in windows)),
            key=lambda figure: figure["span"],
        ),
        "optional": [],
        "passages": sorted(
            ({"span": list(d.span), **(d.value or {})} for d in state.labels.values()),
            key=lambda passage: passage["span"],
        ),
    }  # fmt: skip


def _windows(document: Mapping[str, Any], state: Review) -> list[list[int]]:
    """Passages that hold a decided figure and no undecided one; neighbours that touch are one
    window.
    """
    open_ids = set(state.open(document))
    undecided = [
        part["span"][0]
        for indicator in document["indicators"]
        if indicator["id"] in open_ids
        for _, part in parts(indicator)
    ]
    decided = [
        part["span"][0] for verdict in state.verdicts.values() for _, part in parts(verdict.record)
    ]
    found: list[list[int]] = []
    for start, end in (passage["span"] for passage in document["passages"]):
        if any(start <= at < end for at in decided) and not any(
            start <= at < end for at in undecided
        ):
            if found and found[-1][1] == start:
                found[-1][1] = end
            else:
                found.append([start, end])
    return found


def _figures(text: str, verdict: Verdict) -> list[Json]:
    record = verdict.record
    value = _number(text, record["value"]["span"]) if record["value"] else None
    found = []
    for role, part in parts(record):
        figure: Json = {
            "span": _number(text, part["span"]),
            "role": "value" if role == "base" else role,
            "low": part["low"],
        }
        figure["text"] = text[slice(*figure["span"])]
        if part["high"] != part["low"]:
            figure["high"] = part["high"]
        figure |= {
            "unit": part["unit"],
            "bound": part["bound"],
            "name": record["name"],
            "core": record["name"],
            "alias": [],
            "modality": record["modality"],
        }
        figure["period"] = part.get("period") or record["period"]
        if role == "change":
            figure["basis"] = part["basis"]
        if role in ("change", "rank") and value:
            figure["of"] = value
        found.append(figure)
    return found


def _number(text: str, span: list[int]) -> list[int]:
    """The number in a span, without the unit behind it; the whole span where it is written in
    another way (翻一番).
    """
    match = NUMBER.search(plain(text[slice(*span)]))
    return [span[0] + match.start(), span[0] + match.end()] if match else list(span)
