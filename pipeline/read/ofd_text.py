"""The text objects of an OFD page into characters with their places, in points, upwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import atan2, cos, hypot, isfinite, sin
from typing import TYPE_CHECKING

from pipeline.read.glyphs import Glyph, of_character, wide

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_POINTS = 72 / 25.4  # to a millimetre
_LATIN = 0.5  # of its size a character of another script takes, where nothing says so
_SIZE = 4.0  # millimetres, where none is said
_NARROWEST = 0.2  # of its size
_MOST = 1e6  # millimetres: no page is so large
_MOST_STEPS = 100_000  # in one run of characters
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_TURNED = 0.1  # radians
Box = tuple[float, float, float, float]


def characters(item: Element) -> list[Glyph]:
    """The characters of a ``TextObject``.

    What is no number counts as none given, and what stands nowhere is left out.
    """
    box, ctm = _numbers(item.get("Boundary", "")), _matrix(item)
    left, top = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
    size, stretch = _number(item.get("Size")), _number(item.get("HScale"), 1.0)
    size, stretch = size if size > 0 else _SIZE, stretch if stretch > 0 else 1.0
    edge = box[2] / (hypot(ctm[0], ctm[1]) or 1.0) if len(box) == 4 else 0.0
    found: list[Glyph] = []
    x = y = 0.0
    for code in item.iterfind("{*}TextCode"):
        text = code.text or ""
        # where the next begins, unless it says so
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        along = dict(enumerate(_steps(code.get("DeltaX", ""), len(text))))
        down = dict(enumerate(_steps(code.get("DeltaY", ""), len(text))))
        spaced = False
        for at, character in enumerate(text):
            step = along.get(at)
            if character.isspace():
                spaced = True
            else:
                found += _placed(
                    character, (x, y), (left, top), ctm, (size, stretch), step, edge, spaced=spaced
                )
                spaced = False
            wide = _width(character, size) * stretch
            x += _advance(step, wide, downwards=at in down)
            y += down.get(at, 0.0)
    return found


def _matrix(item: Element) -> tuple[float, float, float, float, float, float]:
    numbers = _numbers(item.get("CTM", ""))
    if len(numbers) != len(_IDENTITY):
        return _IDENTITY
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _advance(step: float | None, wide: float, *, downwards: bool) -> float:
    """How far behind a character the next begins: as far as said, else as wide as it is."""
    if step is not None:
        return step
    return 0.0 if downwards else wide


def boxes(item: Element) -> Iterator[Box]:
    """The boxes of the straight strokes of a ``PathObject``, or its own where it has none:
    left, bottom, right, top.
    """
    bounds = _numbers(item.get("Boundary", ""))
    if len(bounds) != 4:
        return
    left, top, wide, high = bounds
    a, b, c, d, e, f = _matrix(item)
    strokes = 0
    words = iter((item.findtext("{*}AbbreviatedData") or "").split(maxsplit=_MOST_STEPS))
    at = start = (0.0, 0.0)
    for word in words:
        if word not in ("M", "S", "L", "C"):
            continue
        point = start if word == "C" else (_number(next(words, "")), _number(next(words, "")))
        if word in ("M", "S"):
            start = point
        elif point != at:
            (x0, y0), (x1, y1) = (
                ((a * x + c * y + e + left) * _POINTS, -(b * x + d * y + f + top) * _POINTS)
                for x, y in (at, point)
            )
            if abs(x0 - x1) < 1 or abs(y0 - y1) < 1:
                strokes += 1
                yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
        at = point
    if not strokes:
        yield left * _POINTS, -(top + high) * _POINTS, (left + wide) * _POINTS, -top * _POINTS


def _placed(
    character: str,
    at: tuple[float, float],
    corner: tuple[float, float],
    ctm: Sequence[float],
    scale: tuple[float, float],
    step: float | None,
    edge: float,
    *,
    spaced: bool,
) -> Iterator[Glyph]:
    a, b, c, d, e, f = ctm
    size, stretch = scale
    x, y = (
        (a * at[0] + c * at[1] + e + corner[0]) * _POINTS,
        -(b * at[0] + d * at[1] + f + corner[1]) * _POINTS,
    )
    if not all(isfinite(value) and abs(value) < _MOST for value in (x, y)):
        return
    width = _width(character, size) * stretch
    if not wide(character):
        room = step or edge - at[0]  # to the next character, or to the edge of the box
        width = room if _NARROWEST * size < room <= size else width
    turn = atan2(-b, a) if hypot(a, b) else 0.0
    turn = turn if abs(turn) > _TURNED else 0.0
    if turn:
        x, y = x * cos(turn) + y * sin(turn), y * cos(turn) - x * sin(turn)
    height = max(min(size * hypot(c, d) * _POINTS, 1000.0), 0.1)
    yield Glyph(
        of_character(ord(character)),
        x,
        y,
        height,
        x + width * hypot(a, b) * _POINTS,
        spaced,
        turn,
        ord(character) > 0x20,
    )


def _width(character: str, size: float) -> float:
    return size if wide(character) else _LATIN * size


def _steps(deltas: str, most: int) -> list[float]:
    """The distances between characters: ``g 3 5.5`` is 5.5 three times.

    >>> _steps("2 g 3 5.5 1", 9), _steps("g 1000000000 1", 3), _steps("g x", 3)
    ([2.0, 5.5, 5.5, 5.5, 1.0], [1.0, 1.0, 1.0], [])
    """
    steps: list[float] = []
    words = iter(deltas.split(maxsplit=_MOST_STEPS))
    for word in words:
        if len(steps) >= most:
            break
        if word != "g":
            steps.append(_number(word))
            continue
        count, step = next(words, ""), next(words, "")
        if count.isdecimal() and step:
            steps += [_number(step)] * min(int(count[:9]), most - len(steps))
    return steps


def _numbers(text: str) -> list[float]:
    return [_number(word) for word in text.split(maxsplit=6)[:6]]


def _number(text: str | None, default: float = 0.0) -> float:
    try:
        value = float(text) if text is not None else default
    except ValueError:
        return default
    return value if isfinite(value) and abs(value) < _MOST else default
