"""How much is said: ``-q`` results and faults only, ``-v`` every report and every file that was
left out.
"""

from __future__ import annotations

import click

_KEY = "pipeline.cli.loudness"


def set_loudness(context: click.Context, parameter: click.Parameter, given: bool) -> None:
    """Keep what ``-q`` or ``-v`` said for the whole call, wherever on the line it stands."""
    if given:
        context.find_root().meta[_KEY] = parameter.name


def quiet() -> bool:
    """Whether ``-q`` was given."""
    return _stated() == "quiet"


def verbose() -> bool:
    """Whether ``-v`` was given."""
    return _stated() == "verbose"


def _stated() -> str | None:
    context = click.get_current_context(silent=True)
    found: str | None = context.find_root().meta.get(_KEY) if context else None
    return found
