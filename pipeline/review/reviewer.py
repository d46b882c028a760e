"""Who reviews."""

from __future__ import annotations

import getpass
import subprocess


def reviewer_name(given: str | None) -> str:
    """The name given, else git's ``user.name``, else the user of the system, else 未署名."""
    if given and given.strip():
        return given.strip()
    try:
        found = subprocess.run(
            ["git", "config", "user.name"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=5,
            check=False,
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        found = ""
    try:
        return found or getpass.getuser()
    except (
        OSError,
        KeyError,
        ImportError,
    ):  # the last on Windows, where no variable names the user
        return "未署名"
