"""Where the words of an indicator stand: its evidence, by part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PARTS = ("name", "topic", "scope", "among", "against", "bound", "basis", "period", "modality")
Spans = list[list[int]]


def marks(indicator: Mapping[str, Any]) -> dict[str, Spans]:
    """Give the spans of each part of ``indicator``; none where the text does not say it.

    >>> found = marks({"evidence": [{"part": "name", "span": [4, 6], "rule": "subject"}]})
    >>> found["name"], found["topic"]
    ([[4, 6]], [])
    """
    found: dict[str, Spans] = {part: [] for part in PARTS}
    for evidence in indicator["evidence"]:
        start, end = evidence["span"]
        if start < end and [start, end] not in found[evidence["part"]]:
            found[evidence["part"]].append([start, end])
    return {part: sorted(spans) for part, spans in found.items()}


def steps(indicator: Mapping[str, Any], part: str) -> list[str]:
    """Give the rules that made a part, in the order they acted, each once."""
    acted = (e["rule"] for e in indicator["evidence"] if e["part"] == part)
    return list(dict.fromkeys(acted))
