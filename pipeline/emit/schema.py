"""The JSON Schema (draft 2020-12) of the document, from ``schema.json``."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def schema() -> dict[str, Any]:
    """The schema that every document fits."""
    return dict(json.loads(files(__package__).joinpath("schema.json").read_text(encoding="utf-8")))
