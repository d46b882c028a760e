"""The code of a unit in statistical exchange (SDMX UNIT_MEASURE), from ``unit_codes.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError
from pipeline.lexicon.units import units

LISTS = frozenset(["ISO 4217", "UNECE Rec 20", "SDMX", "own"])
OTHER = "_O"  # SDMX: other


@dataclass(frozen=True, slots=True)
class UnitCode:
    """A code, the list it comes from, and what it means."""

    code: str
    list: str
    name: str


COUNT = UnitCode("NR", "SDMX", "number, counted by a counting word")


@cache
def unit_codes() -> dict[str, UnitCode]:
    """The codes by the unit's canonical form. Raises ``LexiconError`` with file and line."""
    table: dict[str, UnitCode] = {}
    for number, line in enumerate(
        files(__package__).joinpath("unit_codes.tsv").read_text(encoding="utf-8").splitlines(), 1
    ):
        if not line or line.startswith("#"):
            continue
        unit, code, source, name = line.split("\t")
        place = f"unit_codes.tsv:{number}"
        if source not in LISTS:
            raise LexiconError(
                f"list {source!r} is unknown",
                place=place,
                remedy=f"Use one of: {', '.join(sorted(LISTS))}.",
            )
        if unit in table:
            raise LexiconError(
                f"unit {unit!r} is listed twice", place=place, remedy="Keep one of the lines."
            )
        table[unit] = UnitCode(code, source, name)
    return table


@cache
def _counted() -> frozenset[str]:
    return frozenset(unit.canonical for unit in units().values() if unit.kind == "count")


def unit_code(unit: str) -> str:
    """The code of a canonical unit; ``_O`` where nothing is known of it.

    >>> unit_code("元"), unit_code("台次"), unit_code("元/年"), unit_code("条（段）"), unit_code("碗")
    ('CNY', 'NR', 'CNY_PER_ANN', 'NR', '_O')
    """
    if unit in unit_codes():
        return unit_codes()[unit].code
    if unit in _counted():
        return COUNT.code
    if "/" in unit:
        codes = [unit_code(part) for part in unit.split("/")]
        return OTHER if OTHER in codes else "_PER_".join(codes)
    if unit.endswith("）"):
        return unit_code(unit.partition("（")[0])
    return OTHER
