"""The Chinese of the page for the codes of a document, from ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pipeline.check.findings import KINDS
from pipeline.errors import LexiconError

_TABLES = ("labels", "horizons", "modalities", "bounds", "bases", "forms", "states", "verdicts")


@cache
def page_words() -> dict[str, dict[str, str]]:
    """Every table by name, each from code to Chinese. Raises ``LexiconError`` where a table is missing, unknown or holds an empty text."""
    tables = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    if set(tables) != set(_TABLES):
        raise LexiconError(f"tables {sorted(set(tables) ^ set(_TABLES))} missing or unknown", place="words.toml", remedy=f"The tables are: {', '.join(_TABLES)}.")
    for name, table in tables.items():
        if empty := [code for code, text in table.items() if not isinstance(text, str) or not text.strip()]:
            raise LexiconError(f"no text for {' '.join(empty)}", place=f"words.toml [{name}]", remedy="Say it in words.")
    return {**tables, "checks": dict(KINDS)}  # a check has one name, on the page and everywhere else
