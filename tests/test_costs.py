"""What a sentence costs grows with its length, whatever it is made of: two hundred shapes, four times as long, in at most 2.4 * 2.4 times the time."""

from __future__ import annotations

import pytest

from pipeline.chain import analyse
from pipeline.read import read_text

from .hostile.shapes import growth, sentences

SHAPES = sentences()
SIZE = 1_500
FOURFOLD = 2.4 * 2.4
ATTEMPTS = 4


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What is loaded on first use is no cost of a sentence."""
    analyse(read_text("全县粮食总产量达到12.5万吨，同比增长3.2%。"))


def test_there_are_two_hundred():
    assert len(SHAPES) >= 200


@pytest.mark.parametrize("name", SHAPES)
def test_cost_grows_with_length(name: str):
    # a busy machine can spoil one reading of a linear cost; that of a square is 16 every time
    readings = (growth(SHAPES[name], SIZE, times=4, enough=FOURFOLD) for _ in range(ATTEMPTS))
    assert any(reading <= FOURFOLD for reading in readings)
