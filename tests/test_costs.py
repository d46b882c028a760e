"""What a sentence costs grows with its length, in time and in memory, whatever it is made of.

More than three hundred shapes, a hundred of them up to 25,000 characters and more.

``python -m tests.hostile.shapes`` goes on to 400,000, which takes longer than a test may.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from .hostile import shapes
from .hostile.shapes import FRAMES, MOST, PIECES, Cost, Measurer, growth_seen, measurer, sentences

SHAPES = sentences()
ALONE = {FRAMES[0].format(piece=piece) for piece in PIECES}
BEHIND_A_NUMBER = {FRAMES[1].format(piece=piece) for piece in PIECES}
# characters, how many times as many, and how much more these may cost
LIGHT, LARGE, SMALL = (100_000, 2, MOST), (6_250, 4, 5.0), (1_500, 4, MOST * MOST)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="readings are made in copies of a process")


@pytest.fixture(scope="module")
def measuring() -> Iterator[Measurer]:
    with measurer() as found:
        yield found


def size(name: str) -> tuple[int, int, float]:
    """From which length on a shape is measured: what holds few figures costs little."""
    if name in BEHIND_A_NUMBER:
        return LARGE
    return LIGHT if name in ALONE and not any(c.isdigit() for c in name) else SMALL


def test_there_are_three_hundred_and_a_hundred_of_them_are_large():
    assert len(SHAPES) >= 300
    assert sum(size(name) != SMALL for name in SHAPES) >= 100


@pytest.mark.parametrize("name", SHAPES)
def test_cost_grows_with_length(measuring: Measurer, name: str):
    characters, times, most = size(name)
    found = measuring.growth(SHAPES[name], characters, times=times, most=most)
    assert found.within(most), found


@pytest.mark.parametrize(("square", "megabytes", "wanted"), [(0, 1, True), (0.1, 1, True), (0.2, 1, False), (1, 1, False), (0, 10, True), (0, 12, False)])
def test_half_the_text_hides_no_square(monkeypatch: pytest.MonkeyPatch, square: float, megabytes: float, *, wanted: bool):
    characters, times, most = SMALL

    def cost(_: str, asked: int) -> Cost:
        length = asked / characters
        return Cost(length + square * length**2, megabytes * length**2)

    monkeypatch.setattr(shapes, "cost", cost)
    assert growth_seen("", characters, times=times, most=most).within(most) is wanted
