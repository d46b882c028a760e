"""Units of measurement and counting words, from ``units.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError

KINDS = frozenset(
    [
        "ratio",
        "point",
        "multiple",
        "fold",
        "money",
        "length",
        "area",
        "volume",
        "mass",
        "energy",
        "data",
        "temperature",
        "speed",
        "time",
        "count",
    ]
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, its canonical form, the factor to it, and what it measures.

    ``not_before`` are continuations that make another word of it: 项 before 目 is no counting word.
    """

    written: str
    canonical: str
    factor: Decimal
    kind: str
    not_before: tuple[str, ...]


@cache
def of_kind(kind: str) -> frozenset[str]:
    """The canonical units of a kind: 人, 家, 起 of ``count``, 天, 分钟 of ``time``."""
    return frozenset(unit.canonical for unit in units().values() if unit.kind == kind)


@cache
def units() -> dict[str, Unit]:
    """All units by their written form. Raises ``LexiconError`` with file and line."""
    table: dict[str, Unit] = {}
    for number, line in enumerate(
        files(__package__).joinpath("units.tsv").read_text(encoding="utf-8").splitlines(), 1
    ):
        if not line or line.startswith("#"):
            continue
        place = f"units.tsv:{number}"
        written, canonical, factor, kind, *rest = line.split("\t")
        if kind not in KINDS:
            raise LexiconError(
                f"kind {kind!r} is unknown",
                place=place,
                remedy=f"Use one of: {', '.join(sorted(KINDS))}.",
            )
        if written in table:
            raise LexiconError(
                f"unit {written!r} is listed twice", place=place, remedy="Keep one of the lines."
            )
        table[written] = Unit(
            written,
            canonical,
            Decimal(factor),
            kind,
            tuple(rest[0].split("|")) if rest and rest[0] else (),
        )
    return table
