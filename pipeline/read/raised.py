"""Raised characters: ² of a unit and of a power is kept, the mark of a note is none of the text."""

from __future__ import annotations

from pipeline.patterns.page import MARK_OF_NOTE, RAISED_UNIT

_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")


def raised(before: str, text: str) -> str:
    """What raised ``text`` is behind ``before``, the line so far.

    >>> raised("建成区面积86.5km", "2"), raised("10", "8")
    ('²', '⁸')
    >>> raised("户籍人口", "2"), raised("地区生产总值512亿元", "[3]")
    ('', '')
    """
    text = text.strip()
    if not MARK_OF_NOTE.fullmatch(text):
        return text
    if not before.strip():
        return f"[{text.strip('[]［］()（）')}]"  # the note itself
    if text.lstrip("+-−–").isdecimal() and RAISED_UNIT.search(before[-8:]):
        return text.translate(_RAISED)
    return ""
