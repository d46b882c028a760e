"""Pictures of pages into placed characters, where the extra ``ocr`` is installed:
RapidOCR, whose models come inside its package. Nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from math import atan2, cos, sin
from statistics import median
from typing import TYPE_CHECKING, Any

from pipeline.patterns.pdf import BRACKETS, PER_MILLE
from pipeline.progress import reach
from pipeline.read.glyphs import Glyph, Seen, wide

if TYPE_CHECKING:
    import numpy as np

LONGEST = 1800  # dots along the longer side of a page: some 150 an inch
_NARROW = 0.5  # of a Chinese character, the width of another
_LIKE = 0.2  # sizes that differ less from the usual of the page are that
_DESCENT = 0.14  # of a size, what a character reaches below its line
_LEVEL = 4.0  # times as long as high, a line tells how the page lies
_WORDS = 8  # characters of a line that tells the size
_ROOM = 0.15  # of its height, round a line that is shown
_LEAST = 0.5  # a line read with less confidence is none


@dataclass(frozen=True, slots=True)
class _Found:
    """A line that was read: its text, the corners it starts and ends at (upper left, upper right,
    lower left), in points and upwards, and how it was seen.
    """

    text: str
    corners: tuple[tuple[float, float], tuple[float, float], tuple[float, float]]
    seen: Seen


def installed() -> bool:
    """Whether pages that are pictures can be read here."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognised(
    picture: np.ndarray, width: float, height: float, *, page: int = 1, pages: int = 1
) -> list[Glyph]:
    """The characters in the picture (RGB) of a page of this size in points.

    A page that lies askew is set level.
    """
    reach("page", page, pages)
    across, down = width / picture.shape[1], height / picture.shape[0]
    found = _engine()(picture)
    lines = []
    for box, text, score in zip(
        found.boxes if found.boxes is not None else (),
        found.txts or (),
        found.scores or (),
        strict=True,
    ):
        corners = [(float(x) * across, height - float(y) * down) for x, y in box]
        if text.strip() and score >= _LEAST:
            seen = Seen(
                round(float(score), 3),
                _box([(float(x) / picture.shape[1], float(y) / picture.shape[0]) for x, y in box]),
            )
            lines.append(
                _Found(
                    BRACKETS.sub(r"（\g<within>）", PER_MILLE.sub("‰", text.strip())),
                    (corners[0], corners[1], corners[3]),
                    seen,
                )
            )
    return list(_placed(lines))


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    # as many reports at once as there are processors
    one = {
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    return RapidOCR(params={"Global.log_level": "critical", "Rec.rec_batch_num": 2, **one})


def _placed(lines: Sequence[_Found]) -> Iterator[Glyph]:
    level = [line for line in lines if _length(line) > _LEVEL * _height(line)]
    turn = median(_angle(line) for line in level) if level else 0.0
    sizes = [_em(line) for line in lines if len(line.text) >= _WORDS]
    usual = median(sizes) if sizes else 0.0
    for line in lines:
        (x, top), (_, low) = (
            _turned(corner, turn) for corner in (line.corners[0], line.corners[2])
        )
        em = _em(line)
        size = usual if usual and abs(em / usual - 1) < _LIKE else min(em, _height(line))
        baseline = (top + low) / 2 - (0.5 - _DESCENT) * size
        spaced = False
        for character in line.text:
            step = (1.0 if wide(character) else _NARROW) * em
            if character.isspace():
                spaced = True
            else:
                yield Glyph(character, x, baseline, size, x + step, spaced, seen=line.seen)
                spaced = False
            x += step


def _box(corners: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """The part of a page that holds these corners (shares of 1), with a little room around."""
    across, down = [x for x, _ in corners], [y for _, y in corners]
    room = _ROOM * (max(down) - min(down))
    left, top, right, bottom = (
        round(min(max(share, 0.0), 1.0), 4)
        for share in (min(across) - room, min(down) - room, max(across) + room, max(down) + room)
    )
    return left, top, right, bottom


def _em(line: _Found) -> float:
    """The width of a Chinese character in a line."""
    return max(
        _length(line) / sum(1.0 if wide(character) else _NARROW for character in line.text), 0.1
    )


def _length(line: _Found) -> float:
    (x, y), (right, above), _ = line.corners
    return float(((right - x) ** 2 + (above - y) ** 2) ** 0.5)


def _height(line: _Found) -> float:
    (x, y), _, (left, below) = line.corners
    return float(((left - x) ** 2 + (below - y) ** 2) ** 0.5)


def _angle(line: _Found) -> float:
    (x, y), (right, above), _ = line.corners
    return atan2(above - y, right - x)


def _turned(point: tuple[float, float], turn: float) -> tuple[float, float]:
    x, y = point
    return x * cos(turn) + y * sin(turn), y * cos(turn) - x * sin(turn)
