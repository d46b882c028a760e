"""Whether the characters of a page mean anything: a font that does not say which characters it
shows gives others in their place.
"""

from __future__ import annotations

from pipeline.patterns.pdf import COMMON, CONSONANTS, HAN, LATIN, NEUTRAL, PRIVATE, VOWEL

_ENOUGH = 20  # characters without a meaning: fewer are symbols of a formula or a form
_SHARE = 5  # one character in so many has none
_LEAST = 0.5  # of the characters that could have a meaning have one, in any text
_LONGEST_WORD = 24  # letters
_SHORT = 6  # letters: GDP, kW and other abbreviations say nothing


def meaningless(text: str, unknown: int = 0) -> bool:
    """Whether ``text`` is what fonts without a table of characters leave;
    of ``unknown`` characters the format itself says so.

    >>> meaningless("全县共发生道路交通事故812起，同比下降9.4%。" * 3)
    False
    >>> meaningless("GDP per capita rose by 5.6% in the first half of the year.")
    False
    >>> left = "\x0bþ÷§¼ÌÃÂÁ", "＃＄＆＊＠＜＝＞", "XKHQJ]RQJEXTF", "鼷鼸鼹鼺鼻鼼鼽鼾"
    >>> tuple(meaningless(text * 9) for text in left)
    (True, True, True, True)
    """
    characters = len(text) - text.count(" ") - text.count("\t") - text.count("\n")
    none = len(PRIVATE.findall(text))
    if max(none, unknown) * _SHARE > characters:
        return True
    runs = LATIN.findall(text)
    han, common = len(HAN.findall(text)), len(COMMON.findall(text))
    words = sum(len(run) for run in runs if _word(run))
    other = len(text) - han - sum(map(len, runs)) - len(NEUTRAL.findall(text))
    good, bad = (
        common + words,
        han
        - common
        + other
        + sum(len(run) for run in runs if len(run) > _SHORT and not _word(run)),
    )
    return bad >= _ENOUGH and bad * _SHARE > characters and good < _LEAST * (good + bad)


def _word(run: str) -> bool:
    return (
        len(run) <= _LONGEST_WORD
        and VOWEL.search(run) is not None
        and CONSONANTS.search(run) is None
    )
