"""What the tables of the lexicon say of an indicator, checked."""

from __future__ import annotations

import tomllib
from typing import Any, Literal, cast

from pipeline.errors import LexiconError

TRAITS = frozenset({"growth", "better", "kind", "stock"})
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
Growth = Literal["nominal", "real"]
Better = Literal["higher", "lower"]
Kind = Literal["level", "rate", "index"]
_TRAIT_VALUES = {
    "growth": ("nominal", "real"), "better": ("higher", "lower"),
    "kind": ("level", "rate", "index"),
}  # fmt: skip


def tables(text: str, file: str) -> dict[str, Any]:
    """The tables of a file by code. Raises ``LexiconError`` where it is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        remedy = "One line an indicator: code = { name = …, unit = …, examples = […] }."
        raise LexiconError(f"not TOML: {fault}", place=file, remedy=remedy) from fault


def keys(
    code: str, table: Any, place: str, allowed: frozenset[str], required: frozenset[str]
) -> None:
    """Raise ``LexiconError`` where a code or the keys of its table are not as they should be."""
    if not set(code) <= _LATIN or not code[0].isalpha():
        raise LexiconError(
            "the code is not lower-case latin",
            place=place,
            remedy="Write a short code such as urban_new_jobs.",
        )
    found = set(table) if isinstance(table, dict) else set()
    if found - allowed or required - found:
        raise LexiconError(
            f"unknown keys: {sorted(found - allowed)}; missing keys: {sorted(required - found)}",
            place=place,
            remedy=f"The keys are {', '.join(sorted(allowed))}.",
        )


def traits(table: dict[str, Any], place: str, kind: str) -> tuple[Growth, Better, Kind, bool]:
    """Growth, direction, kind and stock of a table; ``kind`` where it says none."""
    said = {
        "growth": table.get("growth", "nominal"),
        "better": table.get("better", "higher"),
        "kind": table.get("kind", kind),
    }
    for trait, value in said.items():
        if value not in _TRAIT_VALUES[trait]:
            raise LexiconError(
                f"{trait} {value!r} is unknown",
                place=place,
                remedy=f"Write one of {', '.join(_TRAIT_VALUES[trait])}, or leave it out.",
            )
    return (
        cast("Growth", said["growth"]),
        cast("Better", said["better"]),
        cast("Kind", said["kind"]),
        bool(table.get("stock")),
    )
