"""What an indicator of a document holds: its figures, where its words were read, its rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def figures(indicator: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The figures of an indicator with their roles: value, base, change, rank."""
    for role in ("value", "base"):
        if indicator[role]:
            yield role, indicator[role]
    for change in indicator["changes"]:
        yield "change", change
    if indicator["rank"]:
        yield "rank", indicator["rank"]


def evidence_spans(indicator: Mapping[str, Any], part: str) -> list[list[int]]:
    """Give where a part of a row was read, in order; none for words that a rule supplied."""
    stretches = [e["span"] for e in indicator["evidence"] if e["part"] == part]
    return [span for span in stretches if span[0] < span[1]]


def steps(indicator: Mapping[str, Any]) -> list[str]:
    """Give the rules that made the name, each once."""
    return list(dict.fromkeys(e["rule"] for e in indicator["evidence"] if e["part"] == "name"))
