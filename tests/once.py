"""Documents that several tests look at, made once for a test run, whichever of its processes asks first. Nobody changes them."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.chain import run


@cache
def written(path: Path) -> str:
    """The document of a report, as JSON."""
    folder = shared_folder()
    if folder is None:
        return json.dumps(run(path), ensure_ascii=False)
    kept = folder / hashlib.sha256(os.fsencode(path.absolute())).hexdigest()
    if not kept.exists():
        folder.mkdir(exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_text(json.dumps(run(path), ensure_ascii=False), encoding="utf-8")
        part.replace(kept)
    return kept.read_text(encoding="utf-8")


def shared_folder() -> Path | None:
    """What the processes of one run of ``pytest -n`` share; it is removed when the run ends. None in a run of one process."""
    run_of = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    return Path(tempfile.gettempdir()) / f"once-{run_of}" if run_of else None


@cache
def document(path: Path) -> dict[str, Any]:
    """The document of a report, as JSON gives it back."""
    found: dict[str, Any] = json.loads(written(path))
    return found
