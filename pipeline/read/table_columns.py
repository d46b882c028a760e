"""The columns of a table without drawn lines, as its rows show them."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.read.strips import Strip


class Columns(NamedTuple):
    """Where what stands in each column begins and ends, the strips between them, and
    the size of the characters. Lines of one cell are less than ``tight`` apart; ``high``: cells of
    few lines begin where those beside them do."""

    cores: tuple[tuple[float, float], ...]
    strips: tuple[Strip, ...]
    size: float
    tight: float
    high: bool = False
