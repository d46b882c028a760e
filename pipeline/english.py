"""Our Chinese in English: ``cli/words/english.tsv``, a line each, Chinese, tab, English.

What the commands say is looked up before its ``{names}`` are filled in. Faults come with places
and numbers in them already: their Chinese is matched against the lines that have ``{}``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

Lang = Literal["zh", "en"]

_FILE = Path(__file__).parent / "cli" / "words" / "english.tsv"
_HOLE = "{}"


@cache
def catalogue() -> dict[str, str]:
    """Give every line of the file."""
    return lines(_FILE.read_text(encoding="utf-8"))


def lines(text: str) -> dict[str, str]:
    r"""Read a catalogue: Chinese, tab, English; ``\n`` stands for a line break.

    >>> lines("# what follows is said\n还要\tleft\n")
    {'还要': 'left'}
    """
    said = [
        line.replace("\\n", "\n").replace("\\b", "\b")
        for line in text.splitlines()
        if line and not line.startswith("#")
    ]
    return {chinese: words for chinese, _, words in (line.partition("\t") for line in said)}


def english(said: str) -> str:
    """Give the English of what was said, or what was said where no line fits."""
    if said in catalogue():
        return catalogue()[said]
    for pieces, words in _with_holes():
        if (found := filled(pieces, said)) is not None:
            return words.format(*map(english, found))
    return said


@cache
def _with_holes() -> list[tuple[list[str], str]]:
    """Lines with something to fill in, those with most words of their own first."""
    lines = [
        (chinese.split(_HOLE), words) for chinese, words in catalogue().items() if _HOLE in chinese
    ]
    return sorted(lines, key=lambda line: -sum(map(len, line[0])))


def filled(pieces: list[str], said: str) -> list[str] | None:
    """What fills the holes between ``pieces`` in ``said``, or None where it does not fit.

    >>> filled(["读不到（", "）"], "读不到（没有权限）"), filled(["读不到（", "）"], "读到了")
    (['没有权限'], None)
    """
    first, *rest = pieces
    if not said.startswith(first):
        return None
    found, at = [], len(first)
    for number, piece in enumerate(rest):
        last = number == len(rest) - 1
        end = len(said) - len(piece) if last else said.find(piece, at)
        if end < at or not said.startswith(piece, end):
            return None
        found.append(said[at:end])
        at = end + len(piece)
    return found
