"""Word lists by name, from ``words.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError


def listed(text: str, place: str) -> tuple[str, ...]:
    """The blank-separated words of ``text``, longest first.

    Raises ``LexiconError`` at ``place`` where one stands twice.
    """
    entries = text.split()
    twice = {word for word in entries if entries.count(word) > 1}
    if twice:
        raise LexiconError(
            f"listed twice: {' '.join(sorted(twice))}", place=place, remedy="Keep one of each."
        )
    return tuple(sorted(entries, key=lambda word: (-len(word), word)))


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return {name: listed(text, f"words.toml [{name}]") for name, text in table.items()}


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of one list, longest first. Raises ``LexiconError`` naming the lists that exist."""
    lists = _lists()
    if name not in lists:
        raise LexiconError(
            f"no list {name!r}",
            place="words.toml",
            remedy=f"The lists are: {', '.join(sorted(lists))}.",
        )
    return lists[name]


def by_end(listed: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Sort words by their last character, in their order: of hundreds a text can end in only a few.

    >>> by_end(["收入", "支出", "投入"])
    {'入': ('收入', '投入'), '出': ('支出',)}
    """
    ends: dict[str, tuple[str, ...]] = {}
    for word in listed:
        ends[word[-1]] = (*ends.get(word[-1], ()), word)
    return ends
