"""Documents that several tests look at, made once for each process of the test run. Nobody changes them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.chain import run


@cache
def written(path: Path) -> str:
    """The document of a report, as JSON."""
    return json.dumps(run(path), ensure_ascii=False)


@cache
def document(path: Path) -> dict[str, Any]:
    """The document of a report, as JSON gives it back."""
    found: dict[str, Any] = json.loads(written(path))
    return found
