"""Characters that are written for others, one for one, from ``characters.tsv``."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError

PARTS = ("always", "number", "rare")
_RADICALS = range(0x2F00, 0x2FD6)  # the Kangxi radicals, which Unicode itself maps


def _character(written: str) -> str:
    return chr(int(written[2:], 16)) if written.startswith("U+") else written


@cache
def characters(part: str) -> dict[str, str]:
    """Give what each character of one part stands for.

    Raises ``LexiconError`` with file and line.
    """
    tables: dict[str, dict[str, str]] = {name: {} for name in PARTS}
    lines = files(__package__).joinpath("characters.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        place = f"characters.tsv:{number}"
        written, meant, where = line.split("\t")
        written, meant = _character(written), _character(meant)
        if len(written) != 1 or len(meant) != 1:
            raise LexiconError(
                f"{line!r} is not one character for one",
                place=place,
                remedy="Write two single characters; offsets must stand.",
            )
        if where not in tables or any(written in table for table in tables.values()):
            raise LexiconError(
                f"{written!r} has no known part, or stands twice",
                place=place,
                remedy=f"Use one of: {', '.join(PARTS)}, once.",
            )
        tables[where][written] = meant
    tables["rare"].update(
        {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _RADICALS}
    )
    return tables[part]
