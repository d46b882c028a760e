"""Weights of the signs by which an indicator is trusted, from ``trust.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError


@cache
def weights() -> dict[str, float]:
    """Log-odds by sign; ``start`` is where the sum begins. Raises ``LexiconError`` where a weight is no number or ``start`` is missing."""
    table = tomllib.loads(files(__package__).joinpath("trust.toml").read_text(encoding="utf-8"))
    wrong = [sign for sign, weight in table.items() if not isinstance(weight, int | float)]
    if wrong or "start" not in table:
        raise LexiconError(f"no weight: {', '.join(wrong) or 'start'}", place="trust.toml", remedy="Write the table anew: python -m tests.trust --write")
    return {sign: float(weight) for sign, weight in table.items()}
