"""Known weaknesses in what is pinned, where the index knows of any.

    python -m tests.audit path/to/pip-audit

Ends with 1 where a pinned version has a known weakness. Where the index cannot be reached, or serves no advisories, it says so and ends with 0: that is no fault of what was pinned.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]

FILES = (ROOT / ".hashes" / "build.txt", ROOT / ".hashes" / "run.txt")
_SECONDS = 300


def audited(program: str) -> dict[str, Any] | None:
    """What pip-audit found of each package; None where it could not ask."""
    files = [part for path in FILES for part in ("-r", str(path))]
    command = [program, *files, "--disable-pip", "--no-deps", "--format", "json", "--progress-spinner", "off"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False).stdout
        found: dict[str, Any] = json.loads(said)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return found


def verdict(found: dict[str, Any] | None) -> tuple[int, list[str]]:
    """The exit status, and the lines to print."""
    packages = found["dependencies"] if found else []
    asked = [package for package in packages if "vulns" in package]
    if not asked:
        return 0, ["pip-audit: the index was not reached, or serves no advisories; nothing was audited"]
    weak = [f"{p['name']} {p['version']}: {w['id']}, mended in {', '.join(w['fix_versions']) or 'no version'}" for p in asked for w in p["vulns"]]
    return bool(weak), [*weak, f"pip-audit: {len(asked)} of {len(packages)} packages audited, {len(weak)} known weaknesses"]


if __name__ == "__main__":
    status, lines = verdict(audited(sys.argv[1]) if len(sys.argv) > 1 else None)
    print("\n".join(lines))
    sys.exit(status)
