"""The title of a report: as stated, or the line or two lines of its head that name one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.patterns import header as h
from pipeline.periods import written_in

_HEAD_LINES = 24
_LONGEST = 100
_LONGEST_DRESSED = 500  # with the marks round it
_SHORTEST = 4
_LONGEST_NAME = 44  # of a body that stands on the line above


def title(stated: str | None, head: Sequence[str]) -> str | None:
    """The stated title where it names a report, else the first of the head that does, or a fuller one below, else what was stated."""
    stated = tidy(stated) if stated else None
    if stated and is_title(stated):
        return stated
    found = list(_candidates(head[:_HEAD_LINES]))
    if not found:
        return stated
    kernel = h.TEMPLATE.sub("", found[0])
    return next((one for one in found[1:] if kernel in one), found[0])


def tidy(line: str) -> str:
    """A title without the marks round it, blanks inside a letter-spaced word, and its repetition.

    >>> tidy("## 政 府 工 作 报 告 ##"), tidy("**2015年统计公报[1]**")
    ('政府工作报告', '2015年统计公报')
    """
    if len(line) > _LONGEST_DRESSED:
        return line
    line = h.RUN_ON.sub("", h.NOTE_MARK.sub("", h.SUBTITLE.sub("", h.MARKDOWN.sub("", line))))
    line = h.LETTER_SPACED.sub("", line) if len(h.LETTER_SPACED.findall(line)) > 2 else line
    half = len(line) // 2
    return line[:half] if half >= _SHORTEST and line[:half] == line[half:] else line


def is_title(line: str, *, alone: bool = True) -> bool:
    """Whether a line names a report. A note (…情况, …分析) must also say of what or when; not so ``alone``, as the first line of two."""
    if not _SHORTEST <= len(line) <= _LONGEST or h.NO_TITLE.search(line) or h.MENU.search(line):
        return False
    rule = next((rule for rule in h.TITLES if rule.pattern.search(line)), None)
    if rule is None:
        return False
    return rule.fills == "title" or not alone or _says_of_what(line)


def _says_of_what(line: str) -> bool:
    return any(written_in(line)) or bool(h.ISSUER_IN_TITLE.match(line)) or line.startswith("关于")


def _candidates(head: Sequence[str]) -> Iterator[str]:
    """Lines that name a report, from the top, with the line above them where that begins the title; none below the salutation or the first sentence."""
    for i, raw in enumerate(head):
        if h.SPEECH.match(raw) or (len(raw) > _LONGEST_NAME and raw.endswith("。")):
            return
        line = tidy(raw)
        above = tidy(head[i - 1]) if i else ""
        joined = above + line
        if above and _begins(above, line) and is_title(joined):
            yield joined
        elif is_title(line):
            below = tidy(head[i + 1]) if i + 1 < len(head) else ""
            yield line + below if below and _goes_on(line, below) else line


def _begins(above: str, line: str) -> bool:
    """Whether ``above`` is the first line of a title that ``line`` ends: a body or a place over 2023年工作总结, or words that break off."""
    if (
        h.NO_TITLE.search(above)
        or h.FIELD.search(above)
        or len(above) > _LONGEST
        or is_title(above)
    ):
        return False
    if above.startswith("关于") or above.endswith(("和", "及", "与", "暨", "的", "、", "关于")):
        return True
    names = len(above) <= _LONGEST_NAME and (
        h.BODY_NAME.fullmatch(above) or h.PLACE_LINE.fullmatch(above)
    )
    return bool(names) and line != "政府工作报告" and bool(h.OPENS_WITH_PERIOD.match(line))


def _goes_on(line: str, below: str) -> bool:
    """Whether a title that is whole goes on below: …工作总结 / 及2024年工作计划."""
    return (
        below.startswith(("及", "和", "与", "暨"))
        and is_title(line + below)
        and len(below) <= _LONGEST_NAME
    )
