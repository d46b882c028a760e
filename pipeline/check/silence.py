"""Where numbers are not said to agree: other prices, another base, another count."""

from __future__ import annotations

from pipeline.patterns.arithmetic import OTHER_BASE, SENTENCE
from pipeline.patterns.figures import BRACKET_BEHIND, REAL
from pipeline.patterns.numbers import plain
from pipeline.records import Span

# 可比口径|…增长: how far before its first number the words may stand
_NEAR = 24


def silent(text: str, start: int, end: int) -> bool:
    """Whether the words from just before ``start`` to just behind ``end`` set another base.

    按可比口径年均分别增长14.9%和15.3% holds for both numbers, 增长9%（同口径） too; what another
    sentence says does not.
    """
    opened = max(
        (m.end() for m in SENTENCE.finditer(text, max(0, start - _NEAR), start)), default=0
    )
    behind = BRACKET_BEHIND.match(text, end)
    said = Span(max(opened, start - _NEAR, 0), behind.end() if behind else end)
    return bool(OTHER_BASE.search(text, *said) or REAL.search(plain(text[said.start : said.end])))
