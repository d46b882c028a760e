"""What work reports speak of most: canonical names, codes and aliases, from ``indicators.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pipeline.errors import LexiconError
from pipeline.lexicon.units import units

_REQUIRED = frozenset({"name", "unit", "examples"})
_ALLOWED = _REQUIRED | {"aliases", "growth", "better"}
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")

Growth = Literal["nominal", "real"]
Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator: its code, canonical name, other names, usual unit, how its growth is measured, which way is better, and sentences that name it."""

    code: str
    name: str
    aliases: tuple[str, ...]
    unit: str
    growth: Growth
    better: Better
    examples: tuple[str, ...]


def parse(text: str) -> dict[str, Entry]:
    """Entries by code. Raises ``LexiconError`` naming the entry where a key is unknown or missing, a name stands twice, or an example is wanting."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(f"not TOML: {fault}", place="indicators.toml", remedy="One line an indicator: code = { name = …, unit = …, examples = […] }.") from fault
    known: dict[str, str] = {}
    found = {code: _entry(code, table) for code, table in tables.items()}
    for code, entry in found.items():
        for name in (entry.name, *entry.aliases):
            if name in known:
                raise LexiconError(f"{name!r} is already a name of {known[name]!r}", place=f"indicators.toml [{code}]", remedy="A name means one thing: keep one of them.")
            known[name] = code
    return found


def _entry(code: str, table: Any) -> Entry:
    place = f"indicators.toml [{code}]"
    if not set(code) <= _LATIN or not code[0].isalpha():
        raise LexiconError("the code is not lower-case latin", place=place, remedy="Write a short code such as urban_new_jobs.")
    keys = set(table) if isinstance(table, dict) else set()
    if keys - _ALLOWED or _REQUIRED - keys:
        raise LexiconError(f"unknown keys: {sorted(keys - _ALLOWED)}; missing keys: {sorted(_REQUIRED - keys)}", place=place, remedy=f"The keys are {', '.join(sorted(_ALLOWED))}.")
    growth, better = table.get("growth", "nominal"), table.get("better", "higher")
    if growth not in ("nominal", "real") or better not in ("higher", "lower"):
        raise LexiconError(f"growth {growth!r} or better {better!r} is unknown", place=place, remedy="Write growth = real, better = lower, or leave them out.")
    if not table["examples"]:
        raise LexiconError("no example", place=place, remedy="Give at least one sentence that names it.")
    written = table["unit"].split("/")[0]
    if written and written not in units():
        raise LexiconError(f"unit {written!r} is not in units.tsv", place=place, remedy="Add the unit there, or correct it here.")
    return Entry(code, table["name"], tuple(table.get("aliases", ())), table["unit"], growth, better, tuple(table["examples"]))


@cache
def indicators() -> dict[str, Entry]:
    """All entries by code. Raises ``LexiconError``."""
    return parse(files(__package__).joinpath("indicators.toml").read_text(encoding="utf-8"))
