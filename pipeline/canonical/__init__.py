"""canonical: one name for one thing. Each indicator gets the canonical name and code of what it measures; its name as written stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.canonical.normal_form import normal_form
from pipeline.errors import LexiconError
from pipeline.lexicon.indicators import Entry, indicators
from pipeline.records import Indicator

__all__ = ["canonical", "key", "name_and_code"]


def canonical(found: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators with ``canonical`` and ``code`` set: from the lexicon, else the normal form of the name and no code."""
    return tuple(_named(indicator) for indicator in found)


def _named(indicator: Indicator) -> Indicator:
    name, code = name_and_code(indicator.name)
    return replace(indicator, canonical=name, code=code)


def name_and_code(name: str) -> tuple[str, str | None]:
    """The one name of the thing that ``name`` names, and its code in the lexicon.

    >>> name_and_code("新增城镇就业")
    ('城镇新增就业', 'urban_new_jobs')
    """
    form = normal_form(name)
    entry = _known().get(form)
    return (entry.name, entry.code) if entry else (form, None)


def key(indicator: Indicator) -> str:
    """What joins figures of one thing over reports: the code, else the normal form of name and topic."""
    form, code = name_and_code(indicator.name)
    if found := indicator.code or code:
        return found
    return f"{form}|{normal_form(indicator.topic)}" if indicator.topic else form


@cache
def _known() -> dict[str, Entry]:
    """Entries by the normal form of each of their names. Raises ``LexiconError`` where two entries share one."""
    table: dict[str, Entry] = {}
    for entry in indicators().values():
        for name in (entry.name, *entry.aliases):
            other = table.setdefault(normal_form(name), entry)
            if other is not entry:
                raise LexiconError(f"{name!r} has the normal form of a name of {other.code!r}", place=f"indicators.toml [{entry.code}]", remedy="Leave it with one of the two.")
    return table
