"""Things that reports count by what was done with them, from ``things.toml``.

Each with each of its acts is an entry.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.errors import LexiconError
from pipeline.lexicon.units import units

BARE = "bare"  # the thing names an act by itself: 国土绿化
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: its names, the usual first, its unit, and the acts that count it."""

    key: str
    names: tuple[str, ...]
    unit: str
    acts: tuple[str, ...]
    lower: bool


@dataclass(frozen=True, slots=True)
class Things:
    """All things, the spellings of acts and of grades by their keys."""

    acts: dict[str, tuple[str, ...]]
    grades: dict[str, tuple[str, ...]]
    things: dict[str, Thing]

    def split(self, code: str) -> tuple[Thing, str, str] | None:
        """The thing, act and grade of a code; None where it is none of these."""
        for grade in ("", *self.grades):
            rest = code.removesuffix(f"_{grade}") if grade else code
            if grade and rest == code:
                continue
            if (one := self.things.get(rest)) and BARE in one.acts:
                return one, BARE, grade
            for act in self.acts:
                one = self.things.get(rest.removesuffix(f"_{act}"))
                if one and rest != one.key and act in one.acts:
                    return one, act, grade
        return None

    def shown(self, thing: Thing, act: str, grade: str) -> str:
        """The name for people: the act, the grade and the thing in their usual spelling."""
        verb = "" if act == BARE else self.acts[act][0]
        return verb + (self.grades[grade][0] if grade else "") + thing.names[0]


def code_of(thing: Thing, act: str, grade: str) -> str:
    """The code of a thing with an act and a grade.

    >>> code_of(things().things["clusters"], "new", "provincial")
    'clusters_new_provincial'
    """
    return "_".join(part for part in (thing.key, "" if act == BARE else act, grade) if part)


def parse_things(text: str) -> Things:
    """Read things.

    Raises ``LexiconError`` where a name stands twice, or an act or a unit is unknown.
    """
    try:
        shape = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(
            f"not TOML: {fault}",
            place="things.toml",
            remedy="One line a thing: key = { names = […], unit = …, acts = … }.",
        ) from fault
    acts, grades = (
        {key: tuple(spelled) for key, spelled in shape.get(table, {}).items()}
        for table in ("acts", "grades")
    )
    known: dict[str, str] = {}
    found = {key: _thing(key, table, acts) for key, table in shape.get("things", {}).items()}
    for key, thing in found.items():
        for name in thing.names:
            for act in thing.acts:
                other = known.setdefault(f"{act} {name}", key)
                if other != key:
                    raise LexiconError(
                        f"{name!r} is already {act} of {other!r}",
                        place=f"things.toml [{key}]",
                        remedy="A name means one thing: keep one of them.",
                    )
    return Things(acts, grades, found)


def _thing(key: str, table: Any, acts: dict[str, tuple[str, ...]]) -> Thing:
    place = f"things.toml [{key}]"
    if (
        not set(key) <= _LATIN
        or not isinstance(table, dict)
        or not {"names", "unit", "acts"} <= set(table)
    ):
        raise LexiconError(
            "no key in lower-case latin with names, unit and acts",
            place=place,
            remedy="Write key = { names = […], unit = …, acts = … }.",
        )
    done = tuple(str(table["acts"]).split())
    if unknown := set(done) - set(acts) - {BARE}:
        raise LexiconError(
            f"acts unknown: {sorted(unknown)}",
            place=place,
            remedy=f"Use some of: {', '.join(acts)}, {BARE}.",
        )
    if table["unit"] not in units():
        raise LexiconError(
            f"unit {table['unit']!r} is not in units.tsv",
            place=place,
            remedy="Add the unit there, or correct it here.",
        )
    return Thing(key, tuple(table["names"]), table["unit"], done, table.get("better") == "lower")


@cache
def things() -> Things:
    """All things. Raises ``LexiconError``."""
    return parse_things(files(__package__).joinpath("things.toml").read_text(encoding="utf-8"))
