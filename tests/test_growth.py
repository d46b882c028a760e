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


@pytest.mark.parametrize(("power", "wanted"), [(1, 0), (2, 1)], ids=["linear", "quadratic"])
def test_calls_out_of_proportion_are_told_by_name(power: int, wanted: int):
    def step() -> None:
        pass

    def work(times: int) -> None:
        for _ in range((100 * times) ** power):
            step()

    found = growth.counted(work).too_often()
    assert len(found) == wanted
    assert all(name.endswith("step") for name in found)


@pytest.mark.parametrize(("most", "times"), [(5.76, 4), (2.4, 2), (24.0, 8)])
def test_the_square_weighs_less_in_half_the_input(most: float, times: int):
    assert growth.most_by_square(1, times, most) == pytest.approx(most)
    assert growth.most_by_square(0, times, most) == times
    assert times < growth.most_by_square(0.25, times, most) < growth.most_by_square(0.5, times, most) < most
