"""Acts that are joined, each with an object of its own: the last of them has the number."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.actions import NAMED_BY_ACT, edge
from pipeline.lexicon import words
from pipeline.records import Span

# 健全机制、|开展|检查, 完善制度并|出台|办法; not 关停、整合、改造|企业, nor 取消、下放和调整|事项
JOINED = regex.compile(
    r"(?<=\p{Han}{4}|\p{Han}[”》]\p{Han}{0,3})[、并](?P<act>\L<act>)"
    r"(?=(?![和及与并的了])[“\p{Han}]{2})",
    act=words("joined_act"),
)
GRANTS = regex.compile(r"\L<grant>$", grant=words("grant"))
GRANT = regex.compile(r"\p{Han}{0,8}?\L<grant>(?=[、和及与]|$|\d)", grant=words("grant"))
_TOGETHER = ("分别", "各", "共", "合计", "总计", "一共", "总共")
_SHORTEST = 3  # characters of an act with its object


def last_act(view: str, span: Span, edges: Sequence[int]) -> int:
    """Find where the last of several acts begins that each have an object; else the start.

    >>> last_act("健全机制、开展检查", Span(0, 9), [1] * 10)
    5
    """
    start, end = span
    if view.startswith(_TOGETHER, end):  # 接待游客、实现总花费|分别增长5%、8%: both are counted
        return start
    for match in JOINED.finditer(view, start + _SHORTEST, end):
        at, last = match.span("act")
        whole = edges[at] and edge(view, at, last, end, edges)
        if GRANTS.search(view, start, match.start()) and GRANT.match(view, last, end):
            continue  # 发放扩岗补助、|吸纳|就业补贴
        if whole and end - last >= 2 and not NAMED_BY_ACT.match(view, last, end):
            start = at
    return start
