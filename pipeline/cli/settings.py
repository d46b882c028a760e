"""Settings that need not be typed: ``workreport.toml`` here, or the user's own; ``WORKREPORT_*`` go
before, the command line before both.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

NAME = "workreport.toml"


def found() -> tuple[Path | None, Mapping[str, Any]]:
    """Read the settings file: ``WORKREPORT_CONFIG``, ``workreport.toml`` in this folder, or the one
    in the user's settings.

    Raises ``UsageError`` where it cannot be read or is no TOML.
    """
    stated = os.environ.get("WORKREPORT_CONFIG")
    for path in (Path(stated),) if stated else (Path(NAME), _own()):
        if os.path.isfile(path):  # one that may not be seen is none
            return path, _read(path)
    if stated:
        raise click.UsageError(f"WORKREPORT_CONFIG 指的文件不存在：{stated}")
    return None, {}


def _own() -> Path:
    import platformdirs

    return platformdirs.user_config_path("workreport", appauthor=False) / NAME


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as fault:
        raise click.UsageError(f"设置文件 {path} 读不了：{fault}") from fault


def defaults(path: Path, settings: Mapping[str, Any], command: click.Command) -> dict[str, Any]:
    """Give the settings of a command as click takes them, by the names of its parameters.

    Raises ``UsageError`` where a setting is none of its options.
    """
    known = {
        _name(option): option.name for option in command.params if isinstance(option, click.Option)
    }
    _refuse(path, settings, known, f"[{command.name}] ")
    return {str(known[key]): value for key, value in settings.items()}


def check(
    path: Path, settings: Mapping[str, Any], options: Iterable[str], commands: Iterable[str]
) -> None:
    """Refuse what is neither a setting of all commands nor the table of one."""
    _refuse(path, settings, [*options, *commands], "")


def _refuse(path: Path, settings: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    for key in settings:
        if key not in known:
            raise click.UsageError(f"{path} 里没有 {where}{key} 这个设置；有 {'、'.join(known)}")


def _name(option: click.Option) -> str:
    return max(option.opts, key=len).lstrip("-")
