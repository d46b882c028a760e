"""What the commands that read documents take alike: the documents, and a file to write into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from pipeline.cli.language import _
from pipeline.cli.usage import Existing

_F = TypeVar("_F", bound=Callable[..., Any])


def of_documents(command: _F) -> _F:
    """Give a command its documents as ``paths``: JSON files, folders of them, standard input."""
    return click.argument(
        "paths", nargs=-1, required=True, type=Existing(standard_input=True), metavar="JSON..."
    )(command)


def into_file(*, help: str) -> Callable[[_F], _F]:
    """Give a command the option ``--output``, a path or None."""
    return click.option("-o", "--output", type=click.Path(path_type=Path), help=help)


def refuse_unknown(output: Path) -> None:
    """Raise ``UsageError`` where the name of a file asks for no format that a table has."""
    from pipeline.sheet import suffixes

    if output.suffix.lower() not in suffixes():
        raise click.UsageError(
            _("看不出 {output} 要什么格式，后缀请用 {suffixes} 之一").format(
                output=output, suffixes=" ".join(suffixes())
            )
        )
