"""The columns of an export and their code lists, from ``columns.toml``, ``codelists.toml`` and the
unit codes of the lexicon.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pipeline.errors import LexiconError
from pipeline.lexicon.unit_codes import COUNT, OTHER, unit_codes

Type = Literal["string", "number", "integer", "date", "datetime"]
Cell = str | int | float | None
Row = dict[str, Cell]  # by name of column


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type, place in SDMX, Chinese title, descriptions, an example; ``codes``
    names its code list.

    ``width`` is that of the column in a workbook, in characters; columns without one are folded
    away there.
    """

    name: str
    type: Type
    sdmx: Literal["dimension", "time", "measure", "attribute"]
    title: str
    zh: str
    en: str
    example: str | int | float
    standard: str | None = None
    codes: str | None = None
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a list, in Chinese and English."""

    id: str
    zh: str
    en: str


@cache
def columns() -> tuple[Column, ...]:
    """All columns in order.

    Raises ``LexiconError`` where a column is named twice or its code list is missing.
    """
    found = tuple(
        Column(**entry)
        for entry in tomllib.loads(
            files(__package__).joinpath("columns.toml").read_text(encoding="utf-8")
        )["column"]
    )
    for number, column in enumerate(found):
        if column.name in {other.name for other in found[:number]}:
            raise LexiconError(
                "named twice", place=f"columns.toml [{column.name}]", remedy="Keep one."
            )
        if column.codes and column.codes not in codelists():
            raise LexiconError(
                f"no code list {column.codes!r}",
                place=f"columns.toml [{column.name}]",
                remedy="Write it in codelists.toml.",
            )
    return found


@cache
def codelists() -> dict[str, tuple[Code, ...]]:
    """The code lists by name."""
    lists = tomllib.loads(files(__package__).joinpath("codelists.toml").read_text(encoding="utf-8"))
    units = {code.code: code.name for code in (*unit_codes().values(), COUNT)}
    written: dict[str, list[str]] = {}
    for unit, code in unit_codes().items():
        written.setdefault(code.code, []).append(unit)
    return {
        name: tuple(Code(key, zh, en) for key, (zh, en) in codes.items())
        for name, codes in lists.items()
    } | {
        "UNIT_MEASURE": (
            *(
                Code(key, "、".join(written.get(key, ["量词"])) or "无单位", name)
                for key, name in units.items()
            ),
            Code(OTHER, "其他", "other"),
        )
    }


def markdown() -> str:
    """``docs/columns.md``: the columns, then the codes."""
    lines = [
        "# The columns of an export", "",
        "Made from `pipeline/export/columns.toml` and `codelists.toml` "
        "(`make docs`; a test holds them together).",
        "",
        "| column | 名称 | type | standard | 说明 | description | example |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(
            f"| `{c.name}` | {c.title} | {c.type} | {c.standard or ''} "
            f"| {c.zh} | {c.en} | `{c.example}` |"
            for c in columns()
        ),
    ]  # fmt: skip
    for name, codes in codelists().items():
        lines += [
            "",
            f"## {name}",
            "",
            "| code | 含义 | meaning |",
            "| --- | --- | --- |",
            *(f"| `{code.id}` | {code.zh} | {code.en} |" for code in codes),
        ]
    return "\n".join(lines) + "\n"
