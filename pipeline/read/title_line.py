"""What one line of a head may be: a title, one of several lines of a title, neither."""

from __future__ import annotations

from pipeline.patterns import header as h
from pipeline.patterns import titles as t
from pipeline.patterns.digits import arabic
from pipeline.periods import written_in
from pipeline.read.title_lines import SHORTEST, says_of_what

_LONGEST = 100
_LONGEST_DRESSED = 500  # with the marks round it
_CHINESE = ("\u3400", "\u9fff")


def tidy(line: str) -> str:
    """A title without the marks round it, blanks inside a letter-spaced word, and its repetition.

    >>> tidy("## 政 府 工 作 报 告 ##"), tidy("**2015年统计公报[1]**"), tidy("《某县2023年工作总结》")
    ('政府工作报告', '2015年统计公报', '某县2023年工作总结')
    """
    return unquoted(undressed(line))


def unquoted(line: str) -> str:
    """A title without the marks of a book round it, and its repetition."""
    if quoted := t.QUOTED_WHOLE.fullmatch(line):
        line = quoted["title"]
    half = len(line) // 2
    return line[:half] if half >= SHORTEST and line[:half] == line[half:] else line


def undressed(line: str) -> str:
    """A line without marks and blanks, in the quotes it stands in: it may be part of a title."""
    if len(line) > _LONGEST_DRESSED:
        return line
    if not (held := t.DRESS_SIGN.findall(line)):
        return line
    for signs, dress in t.DRESSES:
        if not signs.isdisjoint(held):
            line = dress.sub("", line)
    return t.LETTER_SPACED.sub("", line) if len(t.LETTER_SPACED.findall(line)) > 2 else line


def is_title(line: str, *, alone: bool = True) -> bool:
    """Whether a line names a report.

    A note (…情况, …分析) must also say of what or when; not so ``alone``, as the first line of two.
    """
    if not SHORTEST <= len(line) <= _LONGEST or not t.TITLE_HINT.search(line):
        return False
    if t.NO_TITLE.search(line) or t.MENU.search(arabic(line)):
        return False
    rule = next((rule for rule in t.TITLES if rule.pattern.search(line)), None)
    if rule is None:
        return False
    return rule.fills == "title" or not alone or says_of_what(line)


def is_foreign(line: str) -> bool:
    """Whether a line is in Latin letters, as the name of a bank below its Chinese one.

    >>> is_foreign("QINGHE RURAL BANK CO., LTD."), is_foreign("青禾ESG报告"), is_foreign("2023")
    (True, False, False)
    """
    if _CHINESE[0] <= line[:1] <= _CHINESE[1]:
        return False
    return bool(t.IN_LATIN.fullmatch(line) and t.FOUR_LETTERS.search(line))


def breaks_off(above: str) -> bool:
    """Whether a line may be one of several of a title, and no title by itself."""
    return may_be_of_title(above) and (not is_title(above) or bool(t.UNFINISHED.search(above)))


def may_be_of_title(line: str) -> bool:
    """Tell whether a line may be one of those of a title."""
    return len(line) <= _LONGEST and not (
        t.NO_TITLE.search(line)
        or h.FIELD.search(line)
        or t.OF_A_MASTHEAD.search(line)
        or h.FAR.search(line)
    )


def is_serial(line: str, below: str) -> bool:
    """Whether a line is the name of a serial; what names a period itself is a title."""
    serial = t.ISSUE.match(below) and t.SERIAL.search(tidy(line))
    return bool(serial) and not any(written_in(arabic(line)))
