"""What the page says: the words for the codes of a document, from ``words.toml``, and all its
English, from ``english.tsv``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, partial
from importlib.resources import files
from typing import Any

from pipeline.check.findings import KINDS
from pipeline.english import Lang, lines
from pipeline.english import english as of_program
from pipeline.errors import LexiconError

_TABLES = ("labels", "horizons", "modalities", "bounds", "bases", "forms", "states", "verdicts")


@cache
def page_words(lang: Lang = "zh") -> dict[str, dict[str, str]]:
    """Every table by name, each from code to words.

    Raises ``LexiconError`` where a table is missing, unknown or holds an empty text.
    """
    tables = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    if set(tables) != set(_TABLES):
        raise LexiconError(
            f"tables {sorted(set(tables) ^ set(_TABLES))} missing or unknown",
            place="words.toml",
            remedy=f"The tables are: {', '.join(_TABLES)}.",
        )
    for name, table in tables.items():
        if empty := [
            code for code, text in table.items() if not isinstance(text, str) or not text.strip()
        ]:
            raise LexiconError(
                f"no text for {' '.join(empty)}",
                place=f"words.toml [{name}]",
                remedy="Say it in words.",
            )
    tables["checks"] = dict(KINDS)  # a check has one name, on the page and everywhere else
    return {
        name: {code: said(text, lang=lang) for code, text in table.items()}
        for name, table in tables.items()
    }


@cache
def english() -> Mapping[str, str]:
    """All that the page says in English, by its Chinese."""
    return lines(files(__package__).joinpath("english.tsv").read_text(encoding="utf-8"))


def said(words: str, *filled: Any, lang: Lang) -> str:
    """Say words in a language, ``{}`` filled in."""
    found = english().get(words) or of_program(words) if lang == "en" else words
    return found.format(*filled) if filled else found


def speaker(lang: Lang) -> partial[str]:
    """Give ``said`` for one language, as the templates call it."""
    return partial(said, lang=lang)
