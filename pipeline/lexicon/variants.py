"""Spellings that mean one word wherever they stand in a name, from ``variants.tsv``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError


@cache
def variants() -> dict[str, str]:
    """Written form to the form names are compared in.

    Raises ``LexiconError`` with file and line.
    """
    table: dict[str, str] = {}
    for number, line in enumerate(
        files(__package__).joinpath("variants.tsv").read_text(encoding="utf-8").splitlines(), 1
    ):
        if not line or line.startswith("#"):
            continue
        written, _, normal = line.partition("\t")
        if not written or not normal or written in table:
            raise LexiconError(
                f"{written!r} has no second form, or stands twice",
                place=f"variants.tsv:{number}",
                remedy="Write written form, tab, form to compare in, once.",
            )
        table[written] = normal
    chained = sorted(set(table) & set(table.values()))
    if chained:
        raise LexiconError(
            f"both a written and a compared form: {chained}",
            place="variants.tsv",
            remedy="Let every line end at the same form.",
        )
    return table
