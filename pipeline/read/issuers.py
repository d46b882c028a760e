"""The body that speaks in a report: where a document names one, the surest place first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.patterns import header as h
from pipeline.patterns import issuers as b
from pipeline.patterns import subtitles as s
from pipeline.patterns import titles as t
from pipeline.periods import arabic
from pipeline.read import full_names, title_bodies

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
    yield title_bodies.of_title(heading) if heading else None
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
        yield from [body] if words and (body := title_bodies.of_meeting(words)) else []


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
            name = title_bodies.without_term(name)
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
