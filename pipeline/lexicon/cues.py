"""Words that hint at what a passage does, from ``cues.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError
from pipeline.lexicon.words import listed

TABLES = ("cue", "opening", "clause")


@cache
def cues(table: str) -> dict[str, tuple[str, ...]]:
    """The lists of one of ``TABLES``, by name.

    Cues found anywhere in a passage, cues that open it, parts that words play in a clause.

    Raises ``LexiconError`` where a table is missing or unknown, or a word is twice in a list.
    """
    tables = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    if {*tables} != {*TABLES}:
        raise LexiconError(
            f"tables are {', '.join(tables)}",
            place="cues.toml",
            remedy=f"There are to be: {', '.join(TABLES)}.",
        )
    return {
        name: listed(text, f"cues.toml [{table}.{name}]") for name, text in tables[table].items()
    }
