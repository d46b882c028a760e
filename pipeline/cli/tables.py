"""Tables on the terminal. Chinese characters are two columns wide; rich knows that."""

from __future__ import annotations

import os
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from pipeline.cli.language import _

MOST_ROWS = 100  # of a table on a screen; more would drown what matters
_WIDE = 100_000  # columns, where nothing says how many there are


class _Spoken(Table):
    """A table whose heads and foots are in the language that is spoken."""

    def add_column(self, header: Any = "", footer: Any = "", **options: Any) -> None:
        super().add_column(_(header), _(footer), **options)


def table(*headers: str, title: str, footer: bool = False) -> Table:
    """A table without lines: box-drawing characters are one column wide in some Chinese fonts and
    two in others, and would not meet.
    """
    found = _Spoken(
        title=_(title), title_justify="left", title_style="bold",
        header_style="bold underline", footer_style="bold",
        box=None, padding=(0, 2, 0, 0), pad_edge=False, show_footer=footer,
    )  # fmt: skip
    for header in headers:
        found.add_column(header)
    return found


def console() -> Console:
    """As wide as the terminal or as ``COLUMNS`` says; where neither does, as wide as what is shown,
    so that a pipe gets every line whole.
    """
    found = Console()
    return found if found.is_terminal or "COLUMNS" in os.environ else Console(width=_WIDE)


def show(shown: Table) -> None:
    """Print a table; into a pipe, without the blanks that would fill its lines."""
    out = console()
    if out.width < _WIDE:
        out.print(shown)
        return
    with out.capture() as captured:
        out.print(shown)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))
