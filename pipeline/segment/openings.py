"""The years that a sentence opens with: told for all behind it, or in passing."""

from __future__ import annotations

from pipeline.patterns import periods as p


def is_aside(text: str) -> bool:
    """Whether what opens with these words speaks of its years in passing."""
    opening = text[:18]
    if p.PAST_YEAR.search(opening):
        return False
    return not p.LAST_FIVE.search(opening) or any(c.isdigit() for c in text[12:])


def opens_with(head: str, span: p.Match) -> bool:
    """Whether a sentence opens with a span of years: 回顾|过去五年|, |五年来|，."""
    opens = p.BEFORE_SPAN.fullmatch(head, 0, span.start())
    return bool(opens) or head.startswith("，", span.end())
