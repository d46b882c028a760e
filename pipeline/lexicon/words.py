"""Word lists by name, from ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name, text in tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8")).items():
        entries = tuple(text.split())
        twice = {word for word in entries if entries.count(word) > 1}
        if twice:
            raise LexiconError(f"listed twice: {' '.join(sorted(twice))}", place=f"words.toml [{name}]", remedy="Keep one of each.")
        table[name] = tuple(sorted(entries, key=lambda word: (-len(word), word)))
    return table


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of one list, longest first. Raises ``LexiconError`` naming the lists that exist."""
    lists = _lists()
    if name not in lists:
        raise LexiconError(f"no list {name!r}", place="words.toml", remedy=f"The lists are: {', '.join(sorted(lists))}.")
    return lists[name]
