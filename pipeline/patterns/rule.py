"""A rule of reading as a value: what it is called, what it looks for, what that tells, and examples
that hold it to its word.
"""

from __future__ import annotations

from typing import NamedTuple

import regex


class Rule(NamedTuple):
    """``pattern`` tells ``fills``; it must be found in every text of ``holds`` and in none of
    ``fails`` (a test looks).
    """

    name: str
    gloss: str
    fills: str
    pattern: regex.Pattern[str]
    holds: tuple[str, ...]
    fails: tuple[str, ...] = ()
