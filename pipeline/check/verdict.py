"""What was stated beside what follows from the other numbers, as a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.check.interval import Reading
from pipeline.check.wording import SAID, interval
from pipeline.records import Check, CheckStatus


def verdict(kind: str, indicators: Sequence[str], arithmetic: str, *, stated: Reading, computed: Reading | None, unit: str) -> Iterator[Check]:
    """Consistent where rounding as usual lets the two meet, cannot tell where only coarser rounding or an open bound does, else a contradiction.

    Nothing where the arithmetic has no value (a fall by more than there was).
    """
    if computed is None:
        return
    status: CheckStatus = "consistent" if stated.narrow.meets(computed.narrow) else "cannot tell" if stated.wide.meets(computed.wide) else "contradiction"
    message = f"{arithmetic}，推算为{interval(computed.narrow, unit)}，文中为{interval(stated.narrow, unit)}：{SAID[status]}"
    yield Check(kind, status, tuple(indicators), message, (stated.narrow.low, stated.narrow.high), (computed.narrow.low, computed.narrow.high), unit)
