"""Weights by which a row is trusted (``trust.toml``) or given a topic (``topics.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError

Sign = tuple[str, str]  # group and value, as rule and subject


@cache
def table(name: str) -> dict[Sign, float]:
    """Read the log-odds of each sign; ``start`` is the intercept.

    Raises ``LexiconError`` where a weight is no number or the intercept is missing.
    """
    groups = tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
    weights: dict[Sign, float] = {}
    for group, values in groups.items():
        for value, weight in (values if isinstance(values, dict) else {"": values}).items():
            weights[group, value] = weight
    wrong = [
        " ".join(sign) for sign, weight in weights.items() if not isinstance(weight, int | float)
    ]
    if wrong or not any("start" in sign for sign in weights):
        remedy = (
            "Write the table anew: python -m tests.trust --write, python -m tests.topics --write"
        )
        raise LexiconError(f"no weight: {', '.join(wrong) or 'start'}", place=name, remedy=remedy)
    return weights
