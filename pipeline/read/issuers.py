"""The body that speaks in a report: where a document names one, the surest place first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.patterns import body_places as bp
from pipeline.patterns import header as h
from pipeline.patterns import issuers as b
from pipeline.patterns import subtitles as s
from pipeline.patterns import titles as t
from pipeline.patterns.digits import arabic
from pipeline.read import full_names, named_bodies, title_bodies
from pipeline.read.named_bodies import is_body

_HEAD_LINES = 16
_OPENING = 2500  # characters


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


@dataclass(frozen=True, slots=True)
class _Named:
    """The bodies that a document names: on the lines of its head, by signature, and for whom its
    speaker speaks, who may only be asked to do so."""

    lines: Sequence[str]
    signed: Sequence[str]
    speaker: str | None
    asked: bool


def issuer(heading: str | None, said: Naming) -> str | None:
    """Who speaks, in full: named by the title, on a line of the head, in 我代表…, as publisher, by
    the signature, or by who published it. Never the source of a page alone."""
    lines = named_bodies.lines_of_head(said.head[:_HEAD_LINES])
    signed = list(named_bodies.signatures(said.tail))
    named = _Named(lines, signed, *named_bodies.spoken(said.opening))
    part = None  # 护理部工作总结: of which hospital?
    for found in filter(None, _candidates(heading, said, named)):
        if not b.PART_OF_BODY.fullmatch(found) and not b.PLACE_LINE.fullmatch(found):
            return _whole_of(part, said, named) or _in_full(found, said, named)
        part = part or found
    return _of_part_alone(part, said, named) or _confirmed(said) or said.site or part


def _whole_of(part: str | None, said: Naming, named: _Named) -> str | None:
    """The body named whose part was found before it; None where none was."""
    names = _names(said, named, part) if part else ()
    return next((name for name in names if part and full_names.is_of(part, name)), None)


def _in_full(found: str, said: Naming, named: _Named) -> str:
    """Give the body found by the fullest name that the document has for it."""
    names = list(_names(said, named, found))
    if not t.PLACE_OF_BODY.match(found) or bp.LEVEL_FIRST.match(found):  # 县残联: of which?
        head, sign = said.head[:_HEAD_LINES], full_names.sign_of(found)
        names += named_bodies.acting(head, said.opening, sign)
    return _signing(full_names.fullest(found, names, named.signed), said.opening)


def _of_part_alone(part: str | None, said: Naming, named: _Named) -> str | None:
    """The body of which only a part is named; None where none is found beside the part."""
    whole = _of_part(part, said, list(_names(said, named, part))) if part else None
    return whole if whole != part else None


def _signing(name: str, opening: str) -> str:
    """Give the body for which a part of it signs, where the document speaks in the body's name:
    某县医院|办公室."""
    part = b.SIGNS_FOR.search(name)
    whole = name[: part.start()] if part else name
    return whole if part and named_bodies.says_of_itself(whole, opening) else name


def _of_part(part: str, said: Naming, names: Sequence[str]) -> str:
    """The body whose part speaks: 第三届理事会 | 在某县慈善总会第四次会员大会上."""
    term = b.OF_A_TERM.match(part)
    met = next(named_bodies.met(said.head[:_HEAD_LINES]), None) if term else None
    return met or full_names.fullest(part, names, [])


def _candidates(heading: str | None, said: Naming, named: _Named) -> Iterator[str | None]:
    """The bodies named, the surest place first."""
    speaker = named.speaker
    if heading and s.AT_A_SESSION.match(heading) and speaker and _is_whole(speaker):
        yield speaker
    yield title_bodies.of_title(heading) if heading else None
    yield _of_lines(named.lines)
    yield None if named.asked else speaker
    yield said.publisher if said.publisher and is_body(said.publisher) else None
    yield from named.signed
    yield speaker
    head = said.head[:_HEAD_LINES]
    yield from filter(_is_whole, named_bodies.met(head))
    yield from filter(_is_whole, named_bodies.told(head))
    yield _opening_of_title(heading or "")
    yield from filter(_is_whole, named_bodies.acting(head, said.opening))


def _opening_of_title(heading: str) -> str | None:
    first = b.BODY_FIRST.match(b.YEAR_FIRST.sub("", arabic(heading)))
    return str(first["body"]) if first and _is_whole(first["body"]) else None


def _names(said: Naming, named: _Named, short: str) -> Iterator[str]:
    """The names of bodies that the head and the end of a document hold, the surest first; all that
    may be a fuller one for ``short`` are among them."""
    sign = full_names.sign_of(short)
    yield from named.signed
    yield from named_bodies.letterheads(line for line in named.lines if sign in line)
    yield from (name for name in (named.speaker, said.publisher) if name and is_body(name))
    if said.source and is_body(said.source) and b.LEVEL_IN_NAME.search(said.source):
        yield said.source
    yield from [said.site] if said.site else []
    yield from named_bodies.told(said.head[:_HEAD_LINES], sign)
    yield from named_bodies.met(said.head[:_HEAD_LINES])


def _is_whole(name: str) -> bool:
    """Whether a name says whose body it is: not 县文联, 公司, 第二届理事会."""
    return not (
        bp.LEVEL_FIRST.match(name) or b.NAMELESS.fullmatch(name) or b.PART_OF_BODY.fullmatch(name)
    )


def _confirmed(said: Naming) -> str | None:
    """The source of a page, where the document also names that body itself for short: 来源：某市统计局
    | 编辑：市统计局综合股."""
    source = said.source
    if not source or not is_body(source) or not _is_whole(source):
        return None
    level = b.LEVEL_IN_NAME.search(source)
    short = source[level.start() :] if level else source
    others = (said.opening.replace(source, ""), *(line for line in said.tail if source not in line))
    return source if any(short in line for line in others) else None


def squeezed(text: str) -> str:
    """The opening of a text without blanks, line breaks and marks of Markdown: a session's
    line may be broken anywhere."""
    return "".join(text[:_OPENING].replace("*", "").split())


def _of_lines(lines: Sequence[str]) -> str | None:
    """A body on a line of its own, alone or with who speaks for it."""
    return next(filter(None, map(_of_line, lines)), None)


def _of_line(line: str) -> str | None:
    if named_bodies.is_other(line):
        return None
    if match := b.GOVERNMENT_POST.fullmatch(line):
        return f"{match['place']}人民政府"
    if match := b.VILLAGE_COUNCIL.fullmatch(line):
        return f"{match['village']}{match['council']}"
    name, *behind = h.FAR.split(line.strip(h.BLANK), 1)
    if behind and is_body(name) and b.OF_AN_ISSUE.match(behind[0]):
        return name
    bodies = h.BESIDE.split(b.DATE_BESIDE.sub("", line.strip(h.BLANK)))
    if len(bodies) > 1 and all(map(is_body, bodies)):
        return bodies[0]  # 某县统计局　国家统计局某县调查队
    return _of_body_line(line)


def _of_body_line(line: str) -> str | None:
    match = b.BODY_LINE.fullmatch(line) or b.VILLAGE_POST.fullmatch(line)
    return str(match["body"]) if match and not b.NAMELESS.fullmatch(match["body"]) else None
