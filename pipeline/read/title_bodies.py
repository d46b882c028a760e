"""The body that a title names: 某县水利局|2023年工作总结, 在某市总工会|第十届委员会第四次全体会议上."""

from __future__ import annotations

import regex

from pipeline.patterns import issuers as b
from pipeline.patterns.digits import arabic


def of_title(heading: str) -> str | None:
    """The body that a title opens with, or that speaks or meets there."""
    bare = b.YEAR_FIRST.sub("", _bracketed(arabic(heading), heading))
    if found := of_meeting(bare):
        return found
    if speaker := _speaker(bare):
        return speaker
    meeting = b.AT_A_MEETING.match(bare)
    match = b.ISSUER_IN_TITLE.match(bare[meeting.end() :] if meeting else bare)
    if not match or _is_nameless(match, bare):
        return None
    name = str(match["issuer"])
    whole = _first_body(name)
    if whole != name or not match["place"]:
        return whole
    return _of_place(name, bare, heading, meeting=meeting is not None)


def _of_place(name: str, bare: str, heading: str, *, meeting: bool) -> str | None:
    """The body that a title means with the name of a place: 某县|2023年法治政府建设报告."""
    if b.RULE_OF_LAW.search(bare):
        return name + ("办事处" if name.endswith("街道") else "人民政府")
    if b.GOVERNMENT_REPORT.search(bare):
        return name + "人民政府"
    return name if b.OF_THE_PLACE.search(heading) and not meeting else None


def _speaker(title: str) -> str | None:
    """The body of who speaks at a meeting: 某县人民政府县长某某|在…上的讲话."""
    speaker, at, _ = title.partition("在")
    line = b.BODY_LINE.fullmatch(b.COMRADE.sub("", speaker)) if at else None
    return str(line["body"]) if line and line["post"] else None


def _bracketed(bare: str, heading: str) -> str:
    """A title in digits, in the brackets that it has."""
    return bare.replace("(", "（").replace(")", "）") if "（" in heading else bare


def _first_body(name: str) -> str:
    """The first of two bodies that speak together, or the body of a term."""
    joint = b.JOINT.match(name)
    return str(joint["first"]) if joint else without_term(name)


def without_term(name: str) -> str:
    """The body of a term: 某省商会|第三届理事会."""
    term = b.TERM_NAMED.search(name)
    return name[: term.start()] if term and b.BODY_NAME.fullmatch(name, 0, term.start()) else name


def _is_nameless(match: regex.Match[str], title: str) -> bool:
    """Whether what a title opens with names no one body: 集团公司, 全市法院, a session."""
    name = match["issuer"]
    if b.NAMELESS.fullmatch(name) and "政府工作报告" not in title:
        return True
    return name in ("政府", "人民政府") or bool(b.OF_MANY.match(name) or b.MEETING.search(name))


def of_meeting(title: str) -> str | None:
    """The body that meets: 某市总工会|第十届委员会第四次全体会议, 某县第十四届纪律检查委员会|第四次全体会议."""
    if "次" not in title or not b.MEETING.search(title):
        return None
    words = title.removeprefix("在")
    ends = (session.start() for session in b.SESSION_NAMED.finditer(words))
    names = (words[:end] for end in ends if b.BODY_NAME.fullmatch(words, 0, end))
    return next((n for n in names if not (b.OF_NO_PLACE.fullmatch(n) or n[:2] == "关于")), None)
