"""Whether a probability can be trusted."""

from __future__ import annotations

from collections.abc import Iterable

_BINS = 10


def calibration_error(given: Iterable[tuple[float, bool]]) -> float:
    """The expected calibration error of (confidence, right) pairs:
    how far confidence and accuracy lie apart, over ten equal bins, each by its share.

    >>> calibration_error([(0.9, True), (0.9, True), (0.6, False), (0.6, True)])
    0.1
    """
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in given:
        bins.setdefault(min(int(confidence * _BINS), _BINS - 1), []).append((confidence, right))
    count = sum(map(len, bins.values()))
    apart = (abs(sum(confidence - right for confidence, right in one)) for one in bins.values())
    return round(sum(apart) / count, 4) if count else 0.0
