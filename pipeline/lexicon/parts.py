"""The words that names are made of, from ``parts.toml``.

Kinds, heads by family, verbs, and what only leads to an act.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.errors import LexiconError
from pipeline.lexicon.families import families
from pipeline.lexicon.things import things

_LISTS = ("light", "kinds", "verbs", "amounts", "weak", "wide")
_TABLES = ("units", "heads")
SAME = "="  # between words that are one


@dataclass(frozen=True, slots=True)
class Parts:
    """The lists of ``parts.toml``, each word with the one that stands for it.

    ``heads`` has the families that a word may end a name of, ``units`` those that a counting word
    counts things of, ``said`` all words that are no verbs.
    """

    light: dict[str, str]
    kinds: dict[str, str]
    verbs: dict[str, str]
    amounts: frozenset[str]
    weak: frozenset[str]
    wide: frozenset[str]
    units: dict[str, frozenset[str]]
    heads: dict[str, tuple[str, ...]]
    said: dict[str, str]


def parse_parts(text: str) -> Parts:
    """Read the words.

    Raises ``LexiconError`` naming the list where a word stands twice or a family is unknown.
    """
    try:
        shape = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        remedy = 'Write lists of words: kinds = """农村 城镇""".'
        raise LexiconError(f"not TOML: {fault}", place="parts.toml", remedy=remedy) from fault
    if wrong := set(shape) ^ {*_LISTS, *_TABLES}:
        remedy = f"The lists are {', '.join(_LISTS)}, the tables {', '.join(_TABLES)}."
        said = f"missing or unknown: {sorted(wrong)}"
        raise LexiconError(said, place="parts.toml", remedy=remedy)
    if unknown := {*shape["units"], *shape["heads"]} - set(families()):
        remedy = "Use the families of families.toml."
        raise LexiconError(
            f"families unknown: {sorted(unknown)}", place="parts.toml", remedy=remedy
        )
    light, kinds, verbs, amounts, weak, wide = (_words(shape[name], name) for name in _LISTS)
    units: dict[str, frozenset[str]] = {}
    for family, listed in shape["units"].items():
        for unit in listed.split():
            units[unit] = units.get(unit, frozenset()) | {family}
    ends: dict[str, tuple[str, ...]] = {}
    nouns = dict(kinds)
    for family, listed in shape["heads"].items():
        for word, first in _words(listed, f"heads.{family}").items():
            ends[word] = (*ends.get(word, ()), family)
            nouns.setdefault(word, first)
    known = Parts(
        light, kinds, verbs, frozenset(amounts), frozenset(weak), frozenset(wide),
        units, ends, nouns,
    )  # fmt: skip
    if stray := sorted((known.amounts | known.wide) - ends.keys()):
        remedy = "Put them into the list of a family under [heads]."
        raise LexiconError(f"no heads: {stray}", place="parts.toml", remedy=remedy)
    return known


def _words(listed: Any, name: str) -> dict[str, str]:
    """Each word of a list with the one that stands for it."""
    found: dict[str, str] = {}
    for word, first in _same(str(listed)):
        if word in found:
            remedy = "Keep one of them."
            raise LexiconError(
                f"{word!r} stands twice", place=f"parts.toml [{name}]", remedy=remedy
            )
        found[word] = first
    return found


def _same(listed: str) -> Iterator[tuple[str, str]]:
    for group in listed.split():
        first, *others = group.split(SAME)
        for word in (first, *others):
            yield word, first


@cache
def parts() -> Parts:
    """All words, the grades of things among the kinds. Raises ``LexiconError``."""
    source = files(__package__).joinpath("parts.toml").read_text(encoding="utf-8")
    known = parse_parts(source)
    for verb, first in tuple(known.verbs.items()):
        known.verbs.setdefault(f"新{verb}", first)  # 新改造 is 改造
    for grade in things().grades.values():
        for word in grade:
            if len(word) > 1:
                known.kinds.setdefault(word, grade[0])
                known.said.setdefault(word, grade[0])
    return known
