"""Kinds of indicators, by the word that ends their names, from ``families.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError
from pipeline.lexicon.things import things
from pipeline.lexicon.traits import TRAITS, Better, Growth, Kind, keys, tables, traits
from pipeline.lexicon.units import KINDS

# between a family and the name of one of it: value_added:旅游产业增加值
OF = ":"
# before what was done, in the code of a name of known words: facilities:农村公办幼儿园/新建
OF_PARTS = "/"


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of indicator: the words that end their names, the kinds of units they come in.

    And what holds of all of them.

    ``unit`` is the usual one. Of a ``counted`` family a name says what was done with the things;
    ``acts`` are those of things.toml whose spellings say one thing of them.
    """

    code: str
    tails: tuple[str, ...]
    units: frozenset[str]
    unit: str
    growth: Growth
    better: Better
    kind: Kind
    stock: bool
    counted: bool
    acts: tuple[str, ...]
    example: str


def parse_families(text: str) -> dict[str, Family]:
    """Families by code.

    Raises ``LexiconError`` naming the family where a key is unknown or missing, or a tail stands
    twice.
    """
    known: dict[str, str] = {}
    found: dict[str, Family] = {}
    for code, table in tables(text, "families.toml").items():
        place = f"families.toml [{code}]"
        required = frozenset({"tails", "units", "unit", "example"})
        keys(code, table, place, TRAITS | required | {"counted", "acts"}, required)
        acts = tuple(str(table.get("acts", "")).split())
        if strange := set(acts) - set(things().acts):
            raise LexiconError(
                f"acts unknown: {sorted(strange)}", place=place, remedy="Use those of things.toml."
            )
        if unknown := set(table["units"]) - KINDS - {""}:
            raise LexiconError(
                f"kinds of unit unknown: {sorted(unknown)}",
                place=place,
                remedy=f"Use some of: {', '.join(sorted(KINDS))}.",
            )
        for tail in table["tails"]:
            if tail in known:
                raise LexiconError(
                    f"{tail!r} already ends names of {known[tail]!r}",
                    place=place,
                    remedy="Keep one of them.",
                )
            known[tail] = code
        growth, better, kind, stock = traits(table, place, "level")
        found[code] = Family(
            code, tuple(table["tails"]), frozenset(table["units"]), table["unit"], growth, better,
            kind, stock, bool(table.get("counted")), acts, table["example"],
        )  # fmt: skip
    return found


@cache
def families() -> dict[str, Family]:
    """All families by code. Raises ``LexiconError``."""
    return parse_families(files(__package__).joinpath("families.toml").read_text(encoding="utf-8"))


@cache
def tails() -> dict[str, Family]:
    """Families by each of their tails."""
    return {tail: family for family in families().values() for tail in family.tails}
