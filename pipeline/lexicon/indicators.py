"""What work reports speak of: canonical names, codes and aliases from ``indicators.toml``, and kinds of indicators from ``families.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from pipeline.errors import LexiconError
from pipeline.lexicon.things import things
from pipeline.lexicon.units import KINDS, units

_REQUIRED = frozenset({"name", "unit", "examples"})
_TRAITS = frozenset({"growth", "better", "kind", "stock"})
_ALLOWED = _REQUIRED | _TRAITS | {"aliases"}
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
OF = ":"  # between a family and the name of one of it: value_added:旅游产业增加值
OF_PARTS = "/"  # before what was done, in the code of a name of known words: facilities:农村公办幼儿园/新建

Growth = Literal["nominal", "real"]
Better = Literal["higher", "lower"]
Kind = Literal["level", "rate", "index"]
_TRAIT_VALUES = {"growth": ("nominal", "real"), "better": ("higher", "lower"), "kind": ("level", "rate", "index")}


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator, or one of a family.

    Its code, canonical name and other names, its usual unit, how its growth is measured, which way
    is better, whether it is a level, a rate or an index, whether it is a stock (told of a day) or a
    flow (told of a span), and sentences that name it.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    unit: str
    growth: Growth
    better: Better
    kind: Kind
    stock: bool
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of indicator: the words that end their names, the kinds of units they come in, and what holds of all of them.

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


def parse(text: str) -> dict[str, Entry]:
    """Entries by code. Raises ``LexiconError`` naming the entry where a key is unknown or missing, a name stands twice, or an example is wanting."""
    known: dict[str, str] = {}
    found = {code: _entry(code, table) for code, table in _tables(text, "indicators.toml").items()}
    for code, entry in found.items():
        for name in (entry.name, *entry.aliases):
            if name in known:
                raise LexiconError(f"{name!r} is already a name of {known[name]!r}", place=f"indicators.toml [{code}]", remedy="A name means one thing: keep one of them.")
            known[name] = code
    return found


def _tables(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        remedy = "One line an indicator: code = { name = …, unit = …, examples = […] }."
        raise LexiconError(f"not TOML: {fault}", place=file, remedy=remedy) from fault


def _entry(code: str, table: Any) -> Entry:
    place = f"indicators.toml [{code}]"
    _keys(code, table, place, _ALLOWED, _REQUIRED)
    if not table["examples"]:
        raise LexiconError("no example", place=place, remedy="Give at least one sentence that names it.")
    written = table["unit"].split("/")[0]
    if written and written not in units():
        raise LexiconError(f"unit {written!r} is not in units.tsv", place=place, remedy="Add the unit there, or correct it here.")
    growth, better, kind, stock = _traits(table, place, "rate" if table["unit"] in ("%", "‰") else "level")
    return Entry(code, table["name"], tuple(table.get("aliases", ())), table["unit"], growth, better, kind, stock, tuple(table["examples"]))


def _keys(code: str, table: Any, place: str, allowed: frozenset[str], required: frozenset[str]) -> None:
    if not set(code) <= _LATIN or not code[0].isalpha():
        raise LexiconError("the code is not lower-case latin", place=place, remedy="Write a short code such as urban_new_jobs.")
    keys = set(table) if isinstance(table, dict) else set()
    if keys - allowed or required - keys:
        raise LexiconError(f"unknown keys: {sorted(keys - allowed)}; missing keys: {sorted(required - keys)}", place=place, remedy=f"The keys are {', '.join(sorted(allowed))}.")


def _traits(table: dict[str, Any], place: str, kind: str) -> tuple[Growth, Better, Kind, bool]:
    said = {"growth": table.get("growth", "nominal"), "better": table.get("better", "higher"), "kind": table.get("kind", kind)}
    for trait, value in said.items():
        if value not in _TRAIT_VALUES[trait]:
            raise LexiconError(f"{trait} {value!r} is unknown", place=place, remedy=f"Write one of {', '.join(_TRAIT_VALUES[trait])}, or leave it out.")
    return cast("Growth", said["growth"]), cast("Better", said["better"]), cast("Kind", said["kind"]), bool(table.get("stock"))


def parse_families(text: str) -> dict[str, Family]:
    """Families by code. Raises ``LexiconError`` naming the family where a key is unknown or missing, or a tail stands twice."""
    known: dict[str, str] = {}
    found: dict[str, Family] = {}
    for code, table in _tables(text, "families.toml").items():
        place = f"families.toml [{code}]"
        required = frozenset({"tails", "units", "unit", "example"})
        _keys(code, table, place, _TRAITS | required | {"counted", "acts"}, required)
        acts = tuple(str(table.get("acts", "")).split())
        if strange := set(acts) - set(things().acts):
            raise LexiconError(f"acts unknown: {sorted(strange)}", place=place, remedy="Use those of things.toml.")
        if unknown := set(table["units"]) - KINDS - {""}:
            raise LexiconError(f"kinds of unit unknown: {sorted(unknown)}", place=place, remedy=f"Use some of: {', '.join(sorted(KINDS))}.")
        for tail in table["tails"]:
            if tail in known:
                raise LexiconError(f"{tail!r} already ends names of {known[tail]!r}", place=place, remedy="Keep one of them.")
            known[tail] = code
        growth, better, kind, stock = _traits(table, place, "level")
        found[code] = Family(
            code, tuple(table["tails"]), frozenset(table["units"]), table["unit"], growth, better,
            kind, stock, bool(table.get("counted")), acts, table["example"],
        )  # fmt: skip
    return found


@cache
def indicators() -> dict[str, Entry]:
    """All entries by code. Raises ``LexiconError``."""
    return parse(files(__package__).joinpath("indicators.toml").read_text(encoding="utf-8"))


@cache
def families() -> dict[str, Family]:
    """All families by code. Raises ``LexiconError``."""
    return parse_families(files(__package__).joinpath("families.toml").read_text(encoding="utf-8"))


@cache
def tails() -> dict[str, Family]:
    """Families by each of their tails."""
    return {tail: family for family in families().values() for tail in family.tails}


def entry(code: str) -> Entry | None:
    """What is known of a code: its entry, or what its family says of all its kind; None for a code of another lexicon.

    >>> entry("value_added:旅游产业增加值").growth
    'real'
    """
    family, of, name = code.partition(OF)
    if not of:
        return indicators().get(code) or _done(code)
    one = families().get(family)
    if one is None:
        return None
    thing, _, act = name.partition(OF_PARTS)
    written = act + thing.rpartition("|")[2]
    stock = one.stock and not act
    example = f"{written}36{one.unit}。"
    return Entry(code, written, (), one.unit, one.growth, one.better, one.kind, stock, (example,))


def own(code: str | None) -> bool:
    """Whether a code is that of one entry, not of a family."""
    return code is not None and OF not in code


def _done(code: str) -> Entry | None:
    """The entry of a thing with an act: a flow, counted over a span."""
    found = things().split(code)
    if found is None:
        return None
    thing = found[0]
    name = things().shown(*found)
    example = f"全年{name}36{thing.unit}。"
    better: Better = "lower" if thing.lower else "higher"
    return Entry(code, name, (), thing.unit, "nominal", better, "level", False, (example,))
