"""What the head of a report states line by line, and the day it was put out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import add

from pipeline.patterns import header as h
from pipeline.patterns import issuers as b
from pipeline.patterns.digits import arabic

_HEAD_LINES = 24
_LONGEST_DATE_LINE = 40
_LONGEST_LINE = 400
_LONGEST_MONTH = 20
_LONGEST_CELLS = 160  # characters of a line of cells
_KEY_END = 6  # characters before a colon in which a key ends
_ROUND = " \t\u3000'\"|[]()（）【】"  # what may stand round a value


def fields(head: Sequence[str]) -> dict[str, str]:
    """``title``, ``publisher``, ``attribution`` and ``published`` that the head states as ``标题:
    …``, alone or several in a line."""
    found: dict[str, str] = {}
    for key, value in _stated(head[:_HEAD_LINES]):
        if key in h.TITLE_KEYS:
            found.setdefault("title", value)
        elif key in h.DATE_KEYS and (date := iso_date(value)):
            found.setdefault("published", date)
        elif key in h.PUBLISHER_KEYS and b.BODY_NAME.fullmatch(
            value := h.SEAL.sub("", value).strip()
        ):
            found.setdefault("publisher", value)
        elif key in h.ATTRIBUTION_KEYS:
            found.setdefault("attribution", h.DATE_BEHIND.sub("", value))
    return found


def _stated(head: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Key and value of every field; a value may stand on the line below its key."""
    for line, below in pairwise([*head, ""]):
        if _holds_field(line):
            yield from _stated_with_marks(line, below)
        elif len(line) <= _LONGEST_CELLS and line[-1] != "。" and h.PLAIN_HINT.search(line):
            yield from _plainly_stated(line, below)


def _stated_with_marks(line: str, below: str) -> Iterator[tuple[str, str]]:
    """Give key and value of the fields of a line whose keys end with a colon or a bracket."""
    if match := h.TITLE_FIELD.match(line):
        yield "title", match["value"].strip("'\"")
        return
    for match in h.FIELD.finditer(line, 0, _LONGEST_LINE):
        behind = h.FIELD_BEHIND.search(line, match.end(), _LONGEST_LINE)
        value = line[match.end() : behind.start() if behind else len(line)].strip(_ROUND)
        if not value and not behind and not h.FIELD.search(below):
            value = below.strip(_ROUND)
        if value:
            yield match["key"].lower(), value


def _plainly_stated(line: str, below: str) -> Iterator[tuple[str, str]]:
    """Key and value of the fields that stand in cells, without a colon; the value may be on the
    line below."""
    cells = h.CELL_END.split(h.SPACED_KEY.sub(r"\1\2", line))
    if len(cells) == 1 and cells[0] in h.PLAIN_KEYS:
        cells.append(below)
    for cell, behind in pairwise([*cells, ""]):
        key, _, value = cell.replace("\u3000", " ").partition(" ")
        if key in h.PLAIN_KEYS and (value := (value or behind).strip(_ROUND)):
            yield key, value


def _holds_field(line: str) -> bool:
    """Whether what stands before a colon or a bracket ends as the key of a field does."""
    for mark in h.KEY_MARK.finditer(line, 0, _LONGEST_LINE):
        key = line[max(0, mark.start() - _KEY_END) : mark.start()]
        if key.rstrip(" \t\u3000\u00a0]】").lower().endswith(h.KEY_ENDS):
            return True
    return False


def front_matter(lines: Sequence[str]) -> int:
    """How many lines the block between two ``---`` at the start of a file
    has, both included; 0 without one.

    >>> front_matter(["---", "title: 工作总结", "categories:", "- 报告", "---", "正文"])
    5
    >>> front_matter(["工作总结", "---"])
    0
    """
    if not lines or not h.FRONT_MATTER.fullmatch(lines[0]):
        return 0
    ends = (i for i, line in enumerate(lines[1:_HEAD_LINES], 2) if h.FRONT_MATTER.fullmatch(line))
    return next(ends, 0)


def published(head: Sequence[str], tail: Sequence[str]) -> str | None:
    """The date of a head line (``2023-03-31 10:25 来源:…``), else of the signature at the end.

    ISO 8601. Never the day of a session.
    """
    for line in head[:_HEAD_LINES]:
        short = len(line) <= _LONGEST_DATE_LINE and not line.endswith(("。", "；", "，"))
        if (
            short
            and not h.DAY_OF_SESSION.search(line)
            and not h.TITLE_FIELD.match(line)
            and (date := iso_date(line))
        ):
            return date
    for line in reversed(tail):
        if line[-1] in h.SIGNED_ENDS and h.SIGNED_DATE.fullmatch(arabic(line)):
            return iso_date(line)
    return None


def month_alone(head: Sequence[str], tail: Sequence[str]) -> str | None:
    """The month that stands on a line of its own below the title, or as the signature.

    >>> month_alone(["某县水利局", "二〇二四年五月"], [])
    '2024-05'
    """
    for line in (*head[:_HEAD_LINES], *reversed(tail)):
        if len(line) > _LONGEST_MONTH or "月" not in line:
            continue
        if (match := h.MONTH_ALONE.fullmatch(arabic(line))) and 1 <= int(match["month"]) <= 12:
            return f"{match['year']}-{int(match['month']):02d}"
    return None


def iso_date(text: str) -> str | None:
    """The first date of ``text`` as ISO 8601, None without one or
    where it is no day of the calendar.

    >>> iso_date("2023年3月31日"), iso_date("2023-02-31"), iso_date("二〇二三年三月三十一日")
    ('2023-03-31', None, '2023-03-31')
    """
    match = h.DATE.search(arabic(text))
    if not match:
        return None
    try:
        return datetime.date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None


def lines_of(text: str) -> tuple[list[int], list[str]]:
    """Where every line with something on it starts, and the lines, without the blanks round them
    and the commas that stand for empty cells behind them.

    >>> lines_of("某局 \\n\\n 工作总结")
    ([0, 6], ['某局', '工作总结'])
    """
    starts, lines, at = [], [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped.endswith(",,"):
            stripped = stripped.rstrip(",") or ","
        if stripped:
            starts.append(at if stripped == line else at + line.index(stripped))
            lines.append(stripped)
        at += len(line) + 1
    return starts, lines


def apart(text: str, starts: Sequence[int], lines: Sequence[str]) -> frozenset[int]:
    """Which of the lines have a blank one above them, none where nearly all have.

    >>> apart("某局\\n\\n工作总结\\n今年", [0, 4, 9], ["某局", "工作总结", "今年"])
    frozenset({1})
    """
    ends = map(add, starts, map(len, lines))
    found = frozenset(
        i
        for i, (end, start) in enumerate(zip(ends, starts[1:], strict=False), 1)
        if start - end > 1 and text.count("\n", end, start) > 1
    )
    return found if len(found) + 1 < len(lines) else frozenset()


def site(head: Sequence[str], lines: Sequence[str]) -> str | None:
    """The body whose page it is: on the first line, with the ways through the site below it.

    >>> site(["某市人民政府", "经济运行情况"], ["某市人民政府", "首页  政务公开  登录", "经济运行情况"])
    '某市人民政府'
    """
    if len(lines) < 2 or head[:1] != lines[:1] or not h.NAVIGATION.search(lines[1]):
        return None
    return lines[0] if b.BODY_NAME.fullmatch(lines[0]) and lines[1] not in head else None
