"""The body that speaks in a report, under one name over the years, and the area it speaks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from pipeline.patterns import header as h
from pipeline.patterns import issuers as b
from pipeline.patterns import subtitles as s
from pipeline.patterns import titles as t
from pipeline.periods import arabic
from pipeline.read import full_names
from pipeline.read.areas import NATION, congress
from pipeline.records import Region

_HEAD_LINES = 16
_OPENING = 2500
_LONGEST_LINE = 60
_SIGNED = 80  # characters of a line that signs, at most
_SHORTEST = 3  # characters of a signature


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a document names bodies: the lines of its head and its end, its opening without blanks,
    and what it states as publisher and as source."""

    head: Sequence[str]
    tail: Sequence[str]
    opening: str
    publisher: str | None = None
    source: str | None = None
    site: str | None = None  # the body whose page it is


def issuer(heading: str | None, said: Naming) -> str | None:
    """Who speaks, in full: named by the title, on a line of the head, in 我代表…, as publisher, by
    the signature, or by who published it. Never the source of a page alone."""
    names = list(_names(said))
    part = None  # 护理部工作总结: of which hospital?
    for found in _candidates(heading, said):
        if found and not b.PART_OF_BODY.fullmatch(found) and not b.PLACE_LINE.fullmatch(found):
            whole = next((name for name in names if part and full_names.is_of(part, name)), None)
            return whole or full_names.fullest(found, names, list(_signatures(said.tail)))
        part = part or found
    return _of_part(part, said, names) if part else _confirmed(said) or said.site


def _of_part(part: str, said: Naming, names: Sequence[str]) -> str:
    """The body whose part speaks: 第三届理事会 | 在某县慈善总会第四次会员大会上."""
    met = next(_met(said.head[:_HEAD_LINES]), None) if b.OF_A_TERM.match(part) else None
    return met or full_names.fullest(part, names, [])


def _candidates(heading: str | None, said: Naming) -> Iterator[str | None]:
    """The bodies named, the surest place first."""
    speaker, for_a_government = _spoken(said.opening)
    if heading and s.AT_A_SESSION.match(heading) and speaker and _is_whole(speaker):
        yield speaker
    yield _of_title(heading) if heading else None
    yield _of_lines(said.head[:_HEAD_LINES])
    yield None if for_a_government else speaker
    yield said.publisher if said.publisher and b.BODY_NAME.fullmatch(said.publisher) else None
    yield from _signatures(said.tail)
    yield speaker
    yield from (name for name in _told(said.head) if _is_whole(name))
    yield _opening_of_title(heading or "")


def _opening_of_title(heading: str) -> str | None:
    first = b.BODY_FIRST.match(b.YEAR_FIRST.sub("", arabic(heading)))
    return str(first["body"]) if first and _is_whole(first["body"]) else None


def _names(said: Naming) -> Iterator[str]:
    """Every name of a body that the head and the end of a document hold, the surest first."""
    yield from _signatures(said.tail)
    yield from filter(None, map(_of_letterhead, map(_plain, said.head[:_HEAD_LINES])))
    speaker, _ = _spoken(said.opening)
    yield from (name for name in (speaker, said.publisher) if name and _is_body(name))
    if said.source and _is_body(said.source) and b.LEVEL_IN_NAME.search(said.source):
        yield said.source
    yield from _told(said.head)
    yield from _met(said.head[:_HEAD_LINES])


def _met(head: Sequence[str]) -> Iterator[str]:
    """The bodies of whose sessions the lines of a head say: ——在某县工商业联合会|第十次会员代表大会上."""
    for line in filter(b.MEETING.search, head):
        words = arabic(line).partition("在")[2]
        yield from [body] if words and (body := _of_meeting(words)) else []


def _of_letterhead(line: str) -> str | None:
    """The body that a line is, or opens with as a letterhead does."""
    if len(line) > _LONGEST_LINE or _is_other(line) or line[-1:] in "：:。，":
        return None
    match = b.BODY_LINE.fullmatch(line) or b.LETTERHEAD.match(line)
    return str(match["body"]) if match else None


def _is_other(line: str) -> bool:
    """Whether a line is a field or a heading with its number."""
    return bool(h.FIELD.search(line) or t.NUMBERED.match(line))


def _is_body(name: str) -> bool:
    return b.BODY_NAME.fullmatch(name) is not None


def _is_whole(name: str) -> bool:
    """Whether a name says whose body it is: not 县文联, 公司, 第二届理事会."""
    return not (
        b.LEVEL_FIRST.match(name) or b.NAMELESS.fullmatch(name) or b.PART_OF_BODY.fullmatch(name)
    )


def _confirmed(said: Naming) -> str | None:
    """The source of a page, where the document also names that body itself for short: 来源：某市统计局
    | 编辑：市统计局综合股."""
    source = said.source
    if not source or not _is_body(source) or not _is_whole(source):
        return None
    level = b.LEVEL_IN_NAME.search(source)
    short = source[level.start() :] if level else source
    others = (said.opening.replace(source, ""), *(line for line in said.tail if source not in line))
    return source if any(short in line for line in others) else None


def _plain(line: str) -> str:
    """A line without blanks round it and inside a letter-spaced name, and without what it states
    beside the body."""
    line = line.strip(h.BLANK)
    if "位" in line[:4] or "人" in line[:4]:
        line = b.SPEAKER_FIELD.sub(r"\g<field>", line)
    if len(line) <= _LONGEST_LINE and (b.BODY_LINE.fullmatch(line) or b.IN_OFFICE.fullmatch(line)):
        return line  # 某公司董事长  李 望 山
    return t.LETTER_SPACED.sub("", line) if len(t.LETTER_SPACED.findall(line)) > 2 else line


def squeezed(text: str) -> str:
    """The opening of a text without blanks, line breaks and marks of Markdown: a session's
    line may be broken anywhere."""
    return "".join(text[:_OPENING].replace("*", "").split())


def _of_title(heading: str) -> str | None:
    bare = b.YEAR_FIRST.sub("", _bracketed(arabic(heading), heading))
    if found := _of_meeting(bare):
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
    return str(joint["first"]) if joint else _without_term(name)


def _without_term(name: str) -> str:
    """The body of a term: 某省商会|第三届理事会."""
    term = b.TERM_NAMED.search(name)
    return name[: term.start()] if term and b.BODY_NAME.fullmatch(name, 0, term.start()) else name


def _is_nameless(match: regex.Match[str], title: str) -> bool:
    """Whether what a title opens with names no one body: 集团公司, 全市法院, a session."""
    name = match["issuer"]
    if b.NAMELESS.fullmatch(name) and "政府工作报告" not in title:
        return True
    return name in ("政府", "人民政府") or bool(b.OF_MANY.match(name) or b.MEETING.search(name))


def _of_meeting(title: str) -> str | None:
    """The body that meets: 某市总工会|第十届委员会第四次全体会议, 某县第十四届纪律检查委员会|第四次全体会议."""
    if not b.MEETING.search(title):
        return None
    words = title.removeprefix("在")
    ends = (session.start() for session in b.SESSION_NAMED.finditer(words))
    names = (words[:end] for end in ends if b.BODY_NAME.fullmatch(words, 0, end))
    return next((n for n in names if not (b.OF_NO_PLACE.fullmatch(n) or n[:2] == "关于")), None)


def _of_lines(head: Sequence[str]) -> str | None:
    """A body on a line of its own, alone or with who speaks for it."""
    for line, below in pairwise([*map(_plain, head), ""]):
        if not b.SESSION_BELOW.match(below) and (found := _of_line(line)):
            return found
    return None


def _of_line(line: str) -> str | None:
    too_long = len(line) > _LONGEST_LINE
    if too_long or line.endswith(("：", ":", "。", "，")) or _is_other(line):
        return None
    if match := b.GOVERNMENT_POST.fullmatch(line):
        return f"{match['place']}人民政府"
    name, *behind = h.FAR.split(line.strip(h.BLANK), 1)
    if behind and b.BODY_NAME.fullmatch(name) and b.OF_AN_ISSUE.match(behind[0]):
        return name
    bodies = h.BESIDE.split(line.strip(h.BLANK))
    if len(bodies) > 1 and all(map(b.BODY_NAME.fullmatch, bodies)):
        return bodies[0]  # 某县统计局　国家统计局某县调查队
    return _of_body_line(line)


def _of_body_line(line: str) -> str | None:
    match = b.BODY_LINE.fullmatch(line) or b.VILLAGE_POST.fullmatch(line)
    return str(match["body"]) if match and not b.NAMELESS.fullmatch(match["body"]) else None


def _spoken(opening: str) -> tuple[str | None, bool]:
    """For whom the speaker says to speak, and whether a government has only asked for it."""
    if "代表" not in opening and "受" not in opening:
        return None, False
    for pattern in (b.SPOKEN, b.ASKED_TO_SPEAK_FOR, b.SPOKEN_FOR):
        spoken = pattern.search(opening)
        if spoken and not b.NAMELESS.fullmatch(spoken["name"]):
            name = str(spoken["name"])
            asked = opening[spoken.end() :].startswith(("委托", "的委托"))
            name = _without_term(name)
            return name, asked and name.endswith(("政府", "国务院"))
    return None, False


def _signatures(tail: Sequence[str]) -> Iterator[str]:
    """The bodies on the line of the date that closes a report, on the one above, or on the last."""
    lines = [h.SEAL.sub("", line.strip()).strip() for line in tail]
    for line, below in pairwise([*lines, ""]):
        if len(line) > _SIGNED:
            continue
        body = _plain(line)
        closes = h.SIGNED_DATE.fullmatch(arabic(below)) or not below
        if closes and _is_body(body) and len(body) > _SHORTEST:
            yield body
        if match := b.SIGNED_ON_ONE_LINE.fullmatch(arabic(line)):
            yield str(match["body"])


def _told(head: Sequence[str]) -> Iterator[str]:
    """The bodies that an opening says have published, counted or written it."""
    opening = "\n".join(head[:_HEAD_LINES])[:_OPENING]
    for clause in filter(b.TOLD_HINT.search, b.CLAUSES.split(opening)):
        yield from (match["body"] for one in b.TOLD if (match := one.match(clause)))


def named(body: str | None, heading: str | None, opening: str, place: Region | None) -> str | None:
    """The one name of a body: 省政府, 自治区人民政府, 第十四届人民政府 are the government of the place;
    县统计局 is the one of that county."""
    where = _where(opening, place)
    if body is None:
        body = "政府" if b.GOVERNMENT_REPORT.search(heading or "") else ""
    if place == NATION and body in ("政府", "人民政府"):
        return "国务院"
    office, committee = b.OFFICE.match(body), b.PARTY_COMMITTEE.fullmatch(body)
    if not office and not committee:
        return _called(body, where) if body else None
    return _of_level(committee, where) if where else None


def _where(opening: str, place: Region | None) -> str | None:
    """The place as the session names it, else as the register does."""
    if session := congress(opening):
        return str(session["place"])
    return place.name if place else None


def _of_level(committee: regex.Match[str] | None, where: str) -> str:
    """The government of a place, or the committee of the Party there."""
    if committee is None:
        return f"{where}人民政府"
    if where.endswith(committee["level"]):
        return f"中共{where}委"
    return _called(committee[0], where)


def _called(body: str, where: str | None) -> str:
    level = b.LEVEL_FIRST.match(body)
    if where and level and where.endswith(level["level"][-1]):
        return where + body[level.end() :]
    body = b.NATION_FIRST.sub("", body)
    return body[:-2] + "人民政府" if b.SHORT_GOVERNMENT.search(body) else body
