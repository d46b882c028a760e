"""Years, months and days as digits, however they are written."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from pipeline.patterns import written_periods as w

_HAN = (
    {"零": 0, "〇": 0, "○": 0, "O": 0, "o": 0, "0": 0}
    | {digit: n for n, digit in enumerate("一二三四五六七八九", 1)}
    | {"两": 2}
)
_LINE = 100  # characters of a line that is no paragraph


def arabic(text: str) -> str:
    """Years, months and days in Chinese characters as digits, full-width as half-width;
    its length may change.

    >>> arabic("二〇一二年一月十二日，２０２３年")
    '2012年1月12日,2023年'
    """
    return _arabic_line(text) if len(text) <= _LINE else _arabic(text)


@lru_cache(4096)
def _arabic_line(line: str) -> str:
    """A line of a head is asked for more than once."""
    return _arabic(line)


def _arabic(text: str) -> str:
    text = _folded(text)
    if " " in text:
        text = w.ROUND_NUMBER.sub("", text)
    return in_digits(text)


def in_digits(text: str) -> str:
    """Years, months and days in Chinese characters as digits, all else as it is.

    >>> in_digits("某局（集团）二〇二三年七月十日")
    '某局（集团）2023年7月10日'
    """
    if w.HAN_YEAR_1.search(text) or w.HAN_YEAR_2.search(text):
        text = w.HAN_YEAR.sub(lambda m: "".join(str(_HAN[c]) for c in m.group()), text)
    if w.HAN_MONTH.search(text) or w.HAN_DAY.search(text):
        text = w.HAN_NUMBER.sub(lambda m: str(number(m["n"])), text)
    return text


def _folded(text: str) -> str:
    """Text in the form NFKC; most characters are Chinese and stay: only others are looked at."""
    if not (folded := w.FOLDED.findall(text)):
        return text
    characters = dict.fromkeys(folded)
    if w.COMBINING.search("".join(characters)):
        return unicodedata.normalize("NFKC", text)
    for character in characters:
        text = text.replace(character, _fold(character))
    return text


@lru_cache(4096)
def _fold(character: str) -> str:
    return unicodedata.normalize("NFKC", character)


def number(written: str) -> int:
    """The number that digits or Chinese characters below a hundred write.

    >>> number("10"), number("十一"), number("二十三")
    (10, 11, 23)
    """
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0) if ten else _HAN[written]
