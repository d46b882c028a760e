"""Below a heading of what fell short and what comes next: where the second begins."""

from __future__ import annotations

from pipeline.patterns import outlook as o
from pipeline.periods import Period

_HEAD, _OPENING = 40, 16  # characters in which a sentence says what it does, and when


def turns_ahead(text: str, plan: Period | None, *, first: bool, told: bool) -> bool:
    """Tell whether a sentence is the first of what comes next.

    It says so, or opens with what is to be done. What falls short or is told as it stands is none;
    of others one that opens a line (``first``), once something was ``told``.
    """
    head = text[:_HEAD]
    named = plan is not None and f"{plan.start}年" in head[:_OPENING]
    if named or o.TO_COME.search(head):
        return True
    if o.FALLS_SHORT.search(text) or (not first and o.STILL_SHORT.search(text)):
        return False
    if o.TO_DO.match(head):
        return True
    return first and told and not o.AS_IT_STANDS.search(text)
