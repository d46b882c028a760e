"""What work reports speak of.

Canonical names, codes and aliases from ``indicators.toml``, and kinds of indicators from
``families.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.errors import LexiconError
from pipeline.lexicon.families import OF, OF_PARTS, families
from pipeline.lexicon.things import things
from pipeline.lexicon.traits import TRAITS, Better, Growth, Kind, keys, tables, traits
from pipeline.lexicon.units import units

_REQUIRED = frozenset({"name", "unit", "examples"})
_ALLOWED = _REQUIRED | TRAITS | {"aliases"}


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


def parse(text: str) -> dict[str, Entry]:
    """Entries by code.

    Raises ``LexiconError`` naming the entry where a key is unknown or missing, a name stands
    twice, or an example is wanting.
    """
    known: dict[str, str] = {}
    found = {code: _entry(code, table) for code, table in tables(text, "indicators.toml").items()}
    for code, entry in found.items():
        for name in (entry.name, *entry.aliases):
            if name in known:
                raise LexiconError(
                    f"{name!r} is already a name of {known[name]!r}",
                    place=f"indicators.toml [{code}]",
                    remedy="A name means one thing: keep one of them.",
                )
            known[name] = code
    return found


def _entry(code: str, table: Any) -> Entry:
    place = f"indicators.toml [{code}]"
    keys(code, table, place, _ALLOWED, _REQUIRED)
    if not table["examples"]:
        raise LexiconError(
            "no example", place=place, remedy="Give at least one sentence that names it."
        )
    written = table["unit"].split("/")[0]
    if written and written not in units():
        raise LexiconError(
            f"unit {written!r} is not in units.tsv",
            place=place,
            remedy="Add the unit there, or correct it here.",
        )
    growth, better, kind, stock = traits(
        table, place, "rate" if table["unit"] in ("%", "‰") else "level"
    )
    return Entry(
        code,
        table["name"],
        tuple(table.get("aliases", ())),
        table["unit"],
        growth,
        better,
        kind,
        stock,
        tuple(table["examples"]),
    )


@cache
def indicators() -> dict[str, Entry]:
    """All entries by code. Raises ``LexiconError``."""
    return parse(files(__package__).joinpath("indicators.toml").read_text(encoding="utf-8"))


def entry(code: str) -> Entry | None:
    """What is known of a code: its entry, or what its family says of all its kind.

    None for a code of another lexicon.

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
    better: Better = "higher" if act else one.better  # 整改隐患: what is done against it
    example = f"{written}36{one.unit}。"
    return Entry(code, written, (), one.unit, one.growth, better, one.kind, stock, (example,))


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
