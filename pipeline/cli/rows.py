"""Rows for machines: ``--json`` an array of objects, ``--csv`` a table; the screen is for people.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

import click

_F = TypeVar("_F", bound=Callable[..., Any])


def as_rows(command: _F) -> _F:
    """Give a command the options ``--json`` and ``--csv``, together as ``form``: None for the
    screen.
    """
    for form, words in (("csv", "输出 CSV 表（UTF-8）。"), ("json", "输出 JSON。")):
        command = click.option(f"--{form}", "form", flag_value=form, default=None, help=words)(
            command
        )
    return command


def print_rows(rows: Iterable[Mapping[str, Any]], form: str, columns: Sequence[str]) -> None:
    """Print rows; as csv in the order of ``columns``."""
    if form == "json":
        click.echo(json.dumps(list(rows), ensure_ascii=False, indent=1, default=_plain))
        return
    out = io.StringIO()
    table = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    table.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    click.echo(out.getvalue(), nl=False)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def _cell(value: Any) -> Any:
    from pipeline.export.to_csv import cell

    if isinstance(value, Decimal):
        return f"{value:f}"
    return " ".join(map(str, value)) if isinstance(value, (list, tuple)) else cell(value)
