"""The body that speaks in a report, under one name over the years, and the area it speaks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

import regex

from pipeline.lexicon import regions
from pipeline.patterns import header as h
from pipeline.patterns import issuers as b
from pipeline.periods import arabic
from pipeline.records import Region

_NATION = Region("中华人民共和国", "000000")
_HEAD_LINES = 16
_OPENING = 2500
_LONGEST_LINE = 60
_LONGEST_PLACE = 10  # characters of a place before its kind


def issuer(
    heading: str | None,
    head: Sequence[str],
    tail: Sequence[str],
    opening: str,
    publisher: str | None,
) -> str | None:
    """Who speaks: named by the title, on a line of the head, in 我代表…, as publisher, or by the
    signature. Never the source of a page."""
    part = None  # 护理部工作总结: of which hospital?
    for found in _candidates(heading, head, tail, opening, publisher):
        if found and not b.PART_OF_BODY.fullmatch(found) and not b.PLACE_LINE.fullmatch(found):
            return found
        part = part or found
    return part


def _candidates(
    heading: str | None,
    head: Sequence[str],
    tail: Sequence[str],
    opening: str,
    publisher: str | None,
) -> Iterator[str | None]:
    """The bodies named, the surest place first."""
    yield _of_title(heading)
    yield _of_lines(head[:_HEAD_LINES])
    yield _spoken(opening)
    yield publisher if publisher and b.BODY_NAME.fullmatch(publisher) else None
    yield _signed(tail)


def squeezed(text: str) -> str:
    """The opening of a text without blanks, line breaks and marks of Markdown: a session's
    line may be broken anywhere."""
    return "".join(text[:_OPENING].replace("*", "").split())


def _of_title(heading: str | None) -> str | None:
    if not heading:
        return None
    bare = arabic(heading)
    if "（" in heading:
        bare = bare.replace("(", "（").replace(")", "）")
    bare = b.YEAR_FIRST.sub("", bare)
    if b.MEETING.search(bare) and (found := _of_meeting(bare.removeprefix("在"))):
        return found
    meeting = b.AT_A_MEETING.match(bare)
    match = b.ISSUER_IN_TITLE.match(bare[meeting.end() :] if meeting else bare)
    if not match or _is_nameless(match, bare):
        return None
    name = str(match["issuer"])
    if joint := b.JOINT.match(name):
        return str(joint["first"])
    if (term := b.TERM_NAMED.search(name)) and b.BODY_NAME.fullmatch(name, 0, term.start()):
        return name[: term.start()]  # 某省商会|第三届理事会
    if not match["place"]:
        return name
    if b.GOVERNMENT_REPORT.search(bare):
        return name + "人民政府"
    return name if b.OF_THE_PLACE.search(heading) and not meeting else None


def _is_nameless(match: regex.Match[str], title: str) -> bool:
    """Whether what a title opens with names no one body: 集团公司, 全市法院, a session."""
    name = match["issuer"]
    if b.NAMELESS.fullmatch(name) and "政府工作报告" not in title:
        return True
    return name in ("政府", "人民政府") or bool(b.OF_MANY.match(name) or b.MEETING.search(name))


def _of_meeting(words: str) -> str | None:
    """The body that meets: 某市总工会|第十届委员会第四次全体会议, 某县第十四届纪律检查委员会|第四次全体会议."""
    ends = (session.start() for session in b.SESSION_NAMED.finditer(words))
    return next((words[:end] for end in ends if b.BODY_NAME.fullmatch(words, 0, end)), None)


def _of_lines(head: Sequence[str]) -> str | None:
    """A body on a line of its own, alone or with who speaks for it."""
    for line in head:
        if (
            len(line) > _LONGEST_LINE
            or line.endswith(("：", ":", "。", "，"))
            or h.FIELD.search(line)
        ):
            continue
        if match := b.GOVERNMENT_POST.fullmatch(line):
            return f"{match['place']}人民政府"
        name, *behind = h.FAR.split(line.strip(h.BLANK), 1)
        if behind and b.BODY_NAME.fullmatch(name) and b.OF_AN_ISSUE.match(behind[0]):
            return name
        bodies = h.BESIDE.split(line.strip(h.BLANK))
        if len(bodies) > 1 and all(map(b.BODY_NAME.fullmatch, bodies)):
            return bodies[0]  # 某县统计局　国家统计局某县调查队
        match = b.BODY_LINE.fullmatch(line) or b.VILLAGE_POST.fullmatch(line)
        if match and not b.NAMELESS.fullmatch(match["body"]):
            return str(match["body"])
    return None


def _congress(opening: str) -> regex.Match[str] | None:
    """The session to which a report is given, with its place."""
    return b.CONGRESS.search(opening) if "届" in opening else None


def _spoken(opening: str) -> str | None:
    if "代表" not in opening and "受" not in opening:
        return None
    spoken = b.SPOKEN.search(opening) or b.SPOKEN_FOR.search(opening)
    return str(spoken["name"]) if spoken and not b.NAMELESS.fullmatch(spoken["name"]) else None


def _signed(tail: Sequence[str]) -> str | None:
    """The body on the line of the date that closes a report, or on the one above."""
    for above, line in pairwise(["", *tail]):
        body = h.SEAL.sub("", above.strip()).strip()
        if h.SIGNED_DATE.fullmatch(arabic(line)) and b.BODY_NAME.fullmatch(body):
            return body
        if match := b.SIGNED_ON_ONE_LINE.fullmatch(arabic(line)):
            return str(match["body"])
    return None


def region(
    heading: str | None, body: str | None, head: Sequence[str], opening: str, year: int | None
) -> Region | None:
    """The area of the report with its GB/T 2260 code as of ``year``: from the place of the session,
    the body, the title, the line of who speaks."""
    congress = _congress(opening)
    level = body is not None and b.LEVEL_FIRST.match(body)  # 县审计局: of which county?
    called = _called_in_full(body, opening) if level and body else None
    speakers = (
        line
        for line in (head[:_HEAD_LINES] if level else ())
        if len(line) <= _LONGEST_LINE and b.BODY_LINE.fullmatch(line)
    )
    places = (congress["place"] if congress else None, body, heading, called)
    for source in chain(places, speakers):
        if not source:
            continue
        if name := regions.leading(b.BEFORE_PLACE.sub("", arabic(source)), year):
            return Region(*name)
        if b.NATIONAL.fullmatch(source) or b.NATION.match(source):
            return _NATION
    return _NATION if "代表国务院" in opening or "受国务院委托" in opening else None


def _called_in_full(body: str, opening: str) -> str | None:
    """What an opening calls a body of which a line says only the level: 区审计局 | 某某区审计局."""
    at = opening.find(body)
    while at >= 0:
        for start in range(max(0, at - _LONGEST_PLACE), at):
            if regions.leading(opening[start : at + 1]):
                return opening[start : at + len(body)]
        at = opening.find(body, at + 1)
    return None


def named(body: str | None, heading: str | None, opening: str, place: Region | None) -> str | None:
    """The one name of a body: 省政府, 自治区人民政府, 第十四届人民政府 are the government of the place;
    县统计局 is the one of that county."""
    congress = _congress(opening)
    where = congress["place"] if congress else place.name if place else None
    if body is None:
        body = "政府" if heading and b.GOVERNMENT_REPORT.search(heading) else ""
    if place == _NATION and body in ("政府", "人民政府"):
        return "国务院"
    office = b.OFFICE.match(body)
    if office and where:
        return f"{where}人民政府"
    if (office and not where) or not body:
        return None
    if where and (level := b.LEVEL_FIRST.match(body)) and where.endswith(level["level"][-1]):
        return where + body[level.end() :]
    body = b.NATION_FIRST.sub("", body)
    return body[:-2] + "人民政府" if b.SHORT_GOVERNMENT.search(body) else body
