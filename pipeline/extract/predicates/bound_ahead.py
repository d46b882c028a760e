"""A bound before the verb of what is counted: 至少|开展专题询问2次, 最多|保留38项."""

from __future__ import annotations

import regex

from pipeline.lexicon import words
from pipeline.records import Bound

# 每年|至少|开展培训4次, |最多|保留38项; not 案件最多的是
AHEAD = regex.compile(
    r"\s*(?:全年|每年|每月|每季度?|年内|各|要|将|应|须|力争|确保)*+"
    r"(?:(?P<min>至少|起码|最少(?=\L<act>))|(?P<max>至多|最多(?=\L<act>)))",
    act=words("action") + words("keeps"),
)


def bound_ahead(view: str, start: int, end: int) -> Bound | None:
    """Read the bound that the words before a number open with; None without one.

    >>> bound_ahead("至少开展专题询问", 0, 8), bound_ahead("开展专题询问", 0, 6)
    ('min', None)
    """
    match = AHEAD.match(view, start, end)
    return match.lastgroup if match else None  # type: ignore[return-value]
