"""Whether work grows no faster than what it is given, on any machine and however busy that is.

What counts is the processor time of this process, not the clock on the wall; the quickest of several readings stands for
each size, and more are taken before a verdict against the code.
"""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 8  # how much more the large input is
_SLACK = 3.0  # caches and the allocator; what is quadratic costs eight times more than it should
_FLOOR = 0.0005  # seconds below which a reading says nothing
_READINGS = 6


def spent(work: Callable[[], object]) -> float:
    """Processor seconds that ``work`` takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_proportion(work: Callable[[int], object]) -> bool:
    """Whether ``work(8)`` costs no more than about eight times ``work(1)``. Ends early as soon as it is seen to."""
    work(1)
    once = large = float("inf")
    for _ in range(_READINGS):
        once = min(once, spent(lambda: work(1)))
        large = min(large, spent(lambda: work(TIMES)))
        if large <= TIMES * _SLACK * max(once, _FLOOR):
            return True
    return False
