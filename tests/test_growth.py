"""The measure of growth tells linear work from quadratic."""

from __future__ import annotations

import pytest

from . import growth


@pytest.mark.parametrize(("power", "wanted"), [(1, True), (2, False)], ids=["linear", "quadratic"])
def test_growth_is_told(power: int, wanted: bool, monkeypatch: pytest.MonkeyPatch):
    clock = 0.0

    def work(times: int) -> None:
        nonlocal clock
        clock += 0.1 * times**power

    monkeypatch.setattr(growth.time, "process_time", lambda: clock)
    assert growth.in_proportion(work) is wanted


def test_a_busy_moment_is_no_verdict(monkeypatch: pytest.MonkeyPatch):
    clock, calls = 0.0, 0

    def work(times: int) -> None:
        nonlocal clock, calls
        calls += 1
        clock += 0.1 * times * (50 if calls < 4 else 1)

    monkeypatch.setattr(growth.time, "process_time", lambda: clock)
    assert growth.in_proportion(work)
