"""Whether several lines are one title: what a line must be for the next to go on with it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.patterns import header as h
from pipeline.patterns import issuers as b
from pipeline.patterns import subtitles as s
from pipeline.patterns import titles as t
from pipeline.patterns.digits import arabic
from pipeline.periods import written_in

SHORTEST = 4
LONGEST_NAME = 44  # of a body that stands on the line above
_REPORT_ALONE = "政府工作报告"


def begins(above: Sequence[str], line: str) -> bool:
    """Whether the first line begins the title that ``line`` ends: words that break off, a period, a
    body or a place over 2023年工作总结."""
    first, body = above[0], b.ISSUER_IN_TITLE.match(line)
    if _leads_on(first, [*above, line][1]) or _are_bodies(first, line):
        return True
    if len(above) > 1 and _is_name(first):
        return _name_begins(first, above[1], line)
    if t.BREAKS_OFF.search(above[-1]) or t.GOES_ON.match(line) or _breaks_name(first, body):
        return True
    return _is_dated(first) or _opens_over(first, line, body) or _is_body_over(above, line, body)


def _name_begins(name: str, second: str, line: str) -> bool:
    """Tell whether a title of three lines begins with a name: over a body that speaks with it, or
    over the period of what it reports."""
    if not b.BODY_NAME.fullmatch(second):
        return t.OPENS_WITH_PERIOD.match(second) is not None
    if b.BODY_NAME.fullmatch(name):
        return b.JOINT.match(name + second) is not None
    return any(map(t.OPENS_WITH_PERIOD.match, (line, second)))


def _leads_on(first: str, second: str) -> bool:
    """Whether a line opens as titles do that go on: 在某县…, 某县关于…, a committee of the Party,
    某局1—5|月…."""
    if s.OPENS_AT.match(first) or "关于" in first:
        return True
    if first[-1:].isdigit() and second.startswith("月"):
        return True
    return bool(t.PARTY_LINE.fullmatch(first) and t.PLACE_OF_BODY.match(second))


def _are_bodies(first: str, line: str) -> bool:
    """Whether a title opens with bodies that stand beside each other: 某县纪委  某县监委 | 关于…."""
    bodies = h.BESIDE.split(first)
    together = len(bodies) > 1 and all(map(b.BODY_NAME.fullmatch, bodies))
    return together and t.OPENS_WITH_PERIOD.match(line) is not None


def _is_name(line: str) -> bool:
    return bool(b.BODY_NAME.fullmatch(line) or b.PLACE_LINE.fullmatch(line))


def _is_dated(first: str) -> bool:
    """Whether a line holds a period, and is no body with a date beside it."""
    return any(written_in(first)) and not (h.BESIDE.search(first) and b.BODY_LINE.fullmatch(first))


def _breaks_name(first: str, body: regex.Match[str] | None) -> bool:
    """Whether the body that the line below opens with goes on with what ``first`` names."""
    if body is None:
        return False
    if b.JOINT.match(first + body["issuer"]):
        return True  # 中共某乡委员会 / 某乡人民政府关于…
    return _ends_body(first, b.TERM_NAMED.sub("", body["issuer"]))


def _opens_over(first: str, line: str, body: regex.Match[str] | None) -> bool:
    """Whether ``first`` opens with a place, or all of one, over a line that opens no title."""
    opens = t.OPENS_WITH_PLACE.match(first) or t.OPENS_WITH_WHOLE.match(first)
    if not opens or line == _REPORT_ALONE or h.BESIDE.search(first):
        return False
    period = next(written_in(line), None)
    early = period is not None and period.match.start() <= SHORTEST and not body
    return early or bool(t.OPENS_WITH_PERIOD.match(line)) or not says_of_what(line)


def _is_body_over(above: Sequence[str], line: str, body: regex.Match[str] | None) -> bool:
    """Whether a body or a place stands over what it reports: 某县水务局 / 2023年工作总结."""
    first = above[0]
    if body and b.PLACE_LINE.fullmatch(first) and not body["place"]:
        return t.PLACE_OF_BODY.match(line) is None  # 某自治县 / 民族宗教事务局2022年工作总结
    if len(above) > 1 or line == _REPORT_ALONE or len(first) > LONGEST_NAME or not _is_name(first):
        return False
    opens = t.OPENS_WITH_PERIOD.match(line) or t.TERM_FIRST.match(line)
    return bool(opens) or not says_of_what(line)


def _ends_body(first: str, rest: str) -> bool:
    """Whether the name of a body was broken: 某市公安局交通警察 | 大队."""
    return bool(
        t.REST_OF_BODY.fullmatch(rest)
        and not b.BODY_NAME.fullmatch(first)
        and b.BODY_NAME.fullmatch(first + rest)
        and not h.BESIDE.search(first)
    )


def says_of_what(line: str) -> bool:
    """Tell whether a line says of when or of whom it is."""
    return (
        any(written_in(arabic(line)))
        or bool(b.ISSUER_IN_TITLE.match(line))
        or line.startswith("关于")
    )
