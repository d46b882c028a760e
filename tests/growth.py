"""Whether work grows no faster than what it is given, on any machine and however busy that is.

Calls are counted, function by function: the count is the same wherever it is made. What runs without calls, within a pattern
or a loop, is told by the processor time of this process, not the clock on the wall; the quickest of several readings stands
for each size, and more are taken before a verdict against the code.
"""

from __future__ import annotations

import cProfile
import time
from collections import Counter
from collections.abc import Callable
from types import CodeType
from typing import NamedTuple

TIMES = 8  # how much more the large input is
_SLACK = 3.0  # caches and the allocator; what is quadratic costs eight times more than it should
_FLOOR = 0.0005  # seconds below which a reading says nothing
_READINGS = 6
_CALLS_SLACK = 3  # what is kept from one input to the next is not done again; what is quadratic is called eight times more
_FEW_CALLS, _FEW_OF_ALL = 5_000, 40  # calls, and a part of all, that say nothing: of what was kept, or is done for large inputs alone


class Counted(NamedTuple):
    """How often each function was called for a small input and for a large one, and the seconds."""

    calls: tuple[Counter[str], Counter[str]]
    seconds: tuple[float, float]

    def too_often(self) -> dict[str, tuple[int, int]]:
        """The functions that are called out of proportion, with how often."""
        small, large = self.calls
        few = max(_FEW_CALLS, large.total() // _FEW_OF_ALL)
        return {name: (small[name], count) for name, count in large.items() if count > TIMES * _CALLS_SLACK * small[name] + few}

    def quick(self) -> bool:
        """Whether the time grew so little that twice these inputs need not be timed."""
        small, large = self.seconds
        return large <= max(small, _FLOOR) * most_by_square(0.25, TIMES, TIMES * _SLACK)


def counted(work: Callable[[int], object]) -> Counted:
    """Count the calls of ``work(1)`` and of ``work(8)``."""
    work(1)
    (small, few), (large, many) = _counted(lambda: work(1)), _counted(lambda: work(TIMES))
    return Counted((small, large), (few, many))


def _counted(work: Callable[[], object]) -> tuple[Counter[str], float]:
    profile, calls = cProfile.Profile(), Counter[str]()
    seconds = spent(lambda: profile.runcall(work))
    for entry in profile.getstats():
        calls[_name(entry.code)] += entry.callcount
    return calls, seconds


def _name(code: CodeType | str) -> str:
    return code if isinstance(code, str) else f"{code.co_filename}:{code.co_firstlineno} {code.co_qualname}"


def most_by_square(share: float, times: int, most: float) -> float:
    """What ``times`` the input costs where so much of the square is in it, of that which makes the cost grow by ``most``.

    A cost is in part as the length and in part as its square; of half the input the square has half the share.
    """
    square = share * (most - times) / (times**2 - most)
    return (times + times**2 * square) / (1 + square)


def spent(work: Callable[[], object]) -> float:
    """Processor seconds that ``work`` takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_proportion(work: Callable[[int], object]) -> bool:
    """Whether ``work(8)`` costs no more than about eight times the time of ``work(1)``. Ends early as soon as it is seen to."""
    work(1)
    once = large = float("inf")
    for _ in range(_READINGS):
        once = min(once, spent(lambda: work(1)))
        large = min(large, spent(lambda: work(TIMES)))
        if large <= TIMES * _SLACK * max(once, _FLOOR):
            return True
    return False


def assert_in_proportion(work: Callable[[int], object]) -> None:
    """Hold that neither calls nor time of ``work(2)`` grow out of proportion to eight times that; half of each tells it first."""
    found = counted(work)
    assert not found.too_often(), f"called out of proportion: {found.too_often()}"
    assert found.quick() or in_proportion(lambda times: work(2 * times)), "eight times the input may not cost much more than eight times the work"
