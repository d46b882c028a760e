"""The wheel in an environment of its own, from a folder of wheels and no network: ``python -m tests.fresh`` (``make fresh``).

What the wheel needs is installed once and kept until the wheels beside it change; the wheel itself each time.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

NAME = "workreport-zh"
EXTRAS = "[tables,review,sql]"


def programs(folder: Path) -> Path:
    """Where the programs of an environment are."""
    return folder / ("Scripts" if os.name == "nt" else "bin")


def create(folder: Path) -> Path:
    """Make an empty environment; give its Python."""
    venv.create(folder, clear=True, with_pip=False, symlinks=os.name != "nt")
    return programs(folder) / ("python.exe" if os.name == "nt" else "python")


def install(python: Path, arguments: Sequence[str]) -> None:
    """Install with the pip of this environment, which is told of no index and reads no settings."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-index", *arguments]
    subprocess.run(command, check=True, env={**clean, "PIP_CONFIG_FILE": os.devnull})


def fresh(wheels: Path, folder: Path) -> Path:
    """Install the wheel of ``wheels`` with all it needs into ``folder``; give its Python."""
    (wheel,) = wheels.glob("workreport_zh-*.whl")
    needed = sorted(path.name for path in wheels.glob("*.whl") if path != wheel)
    stamp, digest = folder / ".wheels", hashlib.sha256("\n".join(needed).encode()).hexdigest()
    found = ["--find-links", str(wheels)]
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != digest:
        python = create(folder)
        install(python, [*found, f"{NAME}{EXTRAS}"])
        stamp.write_text(digest, encoding="utf-8")
        return python
    python = programs(folder) / ("python.exe" if os.name == "nt" else "python")
    install(python, ["--no-deps", "--force-reinstall", str(wheel)])
    return python


if __name__ == "__main__":
    print(fresh(Path("dist/wheels"), Path(".fresh").absolute()))
