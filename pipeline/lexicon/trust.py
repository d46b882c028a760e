"""Weights of the signs by which an indicator is trusted, from ``trust.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError

Sign = tuple[str, str]  # group and value, as rule and subject


@cache
def weights() -> dict[Sign, float]:
    """Log-odds by sign; ``start`` is where the sum begins, ``rule`` with no value the weight of a rule too rare to be learned: the least of them.

    Raises ``LexiconError`` where a weight is no number or one of the two is missing.
    """
    groups = tomllib.loads(files(__package__).joinpath("trust.toml").read_text(encoding="utf-8"))
    table = {(group, value): weight for group, values in groups.items() for value, weight in (values if isinstance(values, dict) else {"": values}).items()}
    wrong = [" ".join(sign) for sign, weight in table.items() if not isinstance(weight, int | float)]
    if wrong or ("start", "") not in table or "rule" not in groups:
        raise LexiconError(f"no weight: {', '.join(wrong) or 'start, rule'}", place="trust.toml", remedy="Write the table anew: python -m tests.trust --write")
    return table | {("rule", ""): min(weight for (group, _), weight in table.items() if group == "rule")}
