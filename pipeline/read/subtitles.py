"""A title in two parts: a slogan, and below it the session at which the report was given."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.patterns import header as h
from pipeline.patterns import issuers as b
from pipeline.patterns import subtitles as s
from pipeline.patterns import titles as t
from pipeline.read.title_line import is_title, tidy

_HEAD_LINES = 24
_MOST_LINES = 3  # of a slogan
_DASH = "——"
_BLANKS = regex.compile(r"\s{1,20}")


def in_full(title: str | None, head: Sequence[str]) -> str | None:
    """The title with the slogan above it, where it says only at which session a report was given.

    >>> in_full("在某县总工会第九次代表大会上的报告", ["奋进新征程  建功新时代", "——在某县总工会第九次代表大会上的报告"])
    '奋进新征程 建功新时代——在某县总工会第九次代表大会上的报告'
    """
    if not title or not s.AT_A_SESSION.match(title):
        return title
    lines = head[:_HEAD_LINES]
    at = next((i for i, line in enumerate(lines) if title.startswith(tidy(line))), 0)
    dashed = s.DASHED.match(lines[at].strip("*# "))
    slogans: list[str] = []
    for line in map(_plain, reversed(lines[max(0, at - _MOST_LINES) : at])):
        if not (_is_slogan(line) and (dashed or slogans or s.SLOGAN_OPENS.match(line))):
            break
        slogans.insert(0, line)
    return " ".join(slogans) + _DASH + title if slogans else title


def telling(title: str | None) -> str | None:
    """The part of a title that says what it is: what stands behind the slogan.

    >>> telling("锚定“十四五”目标 建功新时代——在全县文化工作会议上的讲话"), telling("2023年工作总结")
    ('在全县文化工作会议上的讲话', '2023年工作总结')
    """
    dash = s.BELOW_SLOGAN.search(title) if title else None
    if title is None or dash is None:
        return title
    below = title[dash.end() :]
    return below if s.OPENS_AT.match(below) or is_title(below) else title


def _plain(line: str) -> str:
    return _BLANKS.sub(" ", line.strip("*# \u3000"))


def _is_slogan(line: str) -> bool:
    """Whether a line may be a slogan, and is no body, field, masthead or title by itself."""
    line = line.removeprefix("为")  # 为建设现代化强县而奋斗
    others = (t.NO_TITLE, h.FIELD, t.OF_A_MASTHEAD, t.SERIAL, t.ISSUE)
    return bool(
        s.SLOGAN.fullmatch(line)
        and not any(other.search(line) for other in others)
        and not (b.BODY_LINE.fullmatch(line) or b.PLACE_LINE.fullmatch(line) or is_title(line))
    )
