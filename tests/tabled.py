"""Tables with what each of their cells means, and how many of them a document has right.

A case is a table in Markdown with lines behind it: ``%col N role factor unit period modality words`` says what the column holds,
``%row N words / words of the second block`` what the row's name must hold. ``row`` takes role, factor or unit from the row
(``= role factor unit``), ``rowyear`` the period (``@ 2019``); ``any`` is not looked at. ``%cell row column role factor unit`` says it of one cell, ``%none column …`` that columns hold no figures. ``!word`` must not be in the name. Rows count from the first of the table, 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.tables import text_grids

CASES = Path(__file__).parent / "cases" / "tables"
ASIDE = range(21, 438)  # numbers of the tables that were labelled before the rules were tried on any


@dataclass(frozen=True)
class Cell:
    """What a cell means: its number in full, and the words that its name, topic and scope must hold."""

    text: str
    span: tuple[int, int]
    role: str
    number: Decimal | None
    unit: str
    period: str
    modality: str
    words: tuple[str, ...]
    row: int = 0
    column: int = 0


def cases(*, aside: bool) -> list[Path]:
    return [path for path in sorted(CASES.glob("*.md")) if (int(path.name.partition("-")[0]) in ASIDE) == aside]


def parts(path: Path) -> tuple[str, list[str]]:
    """The table of a case, and what is said of it."""
    text, _, said = path.read_text(encoding="utf-8").partition("\n%")
    return text + "\n", ("%" + said).splitlines()


def grid(text: str) -> dict[tuple[int, int], tuple[str, tuple[int, int]]]:
    (cells,) = text_grids(text)
    return {(c.row, c.column): (text[slice(*c.span)], tuple(c.span)) for c in cells}


def expected(text: str, said: list[str]) -> Iterator[Cell]:
    """Every cell of figures of a case."""
    at = grid(text)
    rows = [line.split(" ", 2)[1:] for line in said if line.startswith("%row")]
    columns = [line.split()[1:] for line in said if line.startswith("%col")]
    alone = {tuple(line.split()[1:3]): line.split()[3:] for line in said if line.startswith("%cell")}
    half = (1 + max(column for _, column in at)) / 2
    for number, of_row in rows:
        names, _, year = of_row.partition(" @ ")
        names, _, own = names.partition(" = ")
        own_role, own_factor, own_unit = [*own.split(), "", "", ""][:3]
        for column, role, factor, unit, period, modality, *words in columns:
            cell = at.get((int(number), int(column)))
            value = figure(cell[0]) if cell else None
            if cell is None or value is None:
                continue
            block = names.split(" / ")
            mine = block[-1] if int(column) >= half else block[0]
            role, factor, unit = alone.get((number, column), (role, factor, unit))
            factor = own_factor if "row" in (role, factor) else factor
            role, unit = own_role if role == "row" else role, own_unit if unit == "row" else unit
            yield Cell(
                cell[0], cell[1], role, None if factor == "any" else value * Decimal(factor), unit.replace("-", ""), year if period == "rowyear" else period, modality,
                tuple(word for word in [*mine.split(), *words] if word != "-"), int(number), int(column),
            )  # fmt: skip


def without_figures(text: str, said: list[str]) -> list[tuple[int, int]]:
    """The places of what looks like a number and is none: codes, numbers of rows."""
    columns = {int(column) for line in said if line.startswith("%none") for column in line.split()[1:]}
    return [span for (_, column), (_, span) in grid(text).items() if column in columns]


def figure(text: str) -> Decimal | None:
    """A number as it stands in a cell, by the plainest means."""
    plain = text.replace(",", "").strip("[] ")
    if found := re.fullmatch(r"\((\d+(?:\.\d+)?)\)", plain):
        return -Decimal(found[1])
    found = re.fullmatch(r"[≥≤<>]?(-?\d+(?:\.\d+)?)(?:左右|以上|以内|%|倍)?", plain)
    return Decimal(found[1]) if found else None


def faults(cell: Cell, document: Mapping[str, Any]) -> list[str]:
    """What a document has wrong of a cell."""
    found = [f for i in document["indicators"] for f in quantities(i) if f[1]["span"][0] < cell.span[1] and f[1]["span"][1] > cell.span[0]]
    if not found:
        return ["missed"]
    role, quantity, indicator = found[0]
    name = "".join(filter(None, (indicator["topic"], indicator["name"], indicator["scope"])))
    wrong = ["twice"] if len(found) > 1 else []
    wrong += ["role"] if cell.role not in ("any", role) else []
    wrong += ["number"] if cell.number is not None and abs(Decimal(str(quantity["low"])) - cell.number) > abs(cell.number) * Decimal("1e-9") else []
    wrong += ["unit"] if cell.unit not in ("any", quantity["unit"]) else []
    wrong += ["period"] if cell.period not in ("any", indicator["period"]) else []
    wrong += ["modality"] if cell.modality not in ("any", indicator["modality"]) else []
    wrong += ["name"] if any((word[1:] in name) if word[0] == "!" else (word not in name) for word in cell.words) else []
    return wrong


def quantities(indicator: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    for role in ("value", "base", "rank"):
        if indicator[role]:
            yield role, indicator[role], indicator
    for change in indicator["changes"]:
        yield "change", change, indicator
