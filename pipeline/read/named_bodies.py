"""The bodies that a document names beside its title: on lines of its head, in 我代表…, by its
signature, and by who published, counted or wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

import regex

from pipeline.patterns import header as h
from pipeline.patterns import issuers as b
from pipeline.patterns import titles as t
from pipeline.patterns.digits import arabic, in_digits
from pipeline.read import title_bodies

LONGEST_LINE = 60
_OPENING = 2500
_SIGNED = 80  # characters of a line that signs, at most
_SHORTEST = 3  # characters of a signature
_SPOKEN_BEFORE = 2  # characters: 我谨|代表
_FIRST = 2  # sentences
_SHORTEST_ACTING = 4  # characters of a name with its place
_PLACES = "省市县区州盟旗镇乡村"
_DATED_ENDS = "日月)）"
_ENDS_OTHER = "：:。，"  # no line that only names a body ends so


def lines_of_head(head: Sequence[str]) -> list[str]:
    """The lines that may name a body and no more, each without what it states beside it and whole;
    none that the number of a session follows."""
    named = [
        plain(line) if may_name(line) and not _meets(line, below) else ""
        for line, below in pairwise([*head, ""])
    ]
    return list(filter(None, _whole_lines(named)))


def _meets(line: str, below: str) -> bool:
    """Whether a line is the first of two of a session: 某县第十七届人大常委会 | 第四十二次会议材料."""
    if len(line) > LONGEST_LINE or "次" not in below:
        return False
    return b.SESSION_BELOW.match(plain(below)) is not None


def may_name(line: str) -> bool:
    """Whether a line may be the name of a body: no sentence, and no field behind the name."""
    return line[-1:] not in _ENDS_OTHER or "位" in line[:4] or "人" in line[:4]


def plain(line: str) -> str:
    """A line without blanks round it and inside a letter-spaced name, and without what it states
    beside the body."""
    line = in_digits(line.strip(h.BLANK))
    if "位" in line[:4] or "人" in line[:4]:
        line = b.SPEAKER_FIELD.sub(r"\g<field>", line)
    spaced = len(t.LETTER_SPACED.findall(line)) > 2
    if not spaced or (
        len(line) <= LONGEST_LINE and (b.BODY_LINE.fullmatch(line) or b.IN_OFFICE.fullmatch(line))
    ):
        return line  # 某公司董事长  李 望 山
    return t.LETTER_SPACED.sub("", line)


def is_body(name: str) -> bool:
    """Whether words are the name of a body."""
    return b.BODY_NAME.fullmatch(name) is not None


def is_other(line: str) -> bool:
    """Whether a line is too long, a sentence, a field or a heading with its number."""
    if len(line) > LONGEST_LINE or line[-1:] in _ENDS_OTHER:
        return True
    return bool(h.FIELD.search(line) or t.NUMBERED.match(line))


def letterheads(lines: Iterable[str]) -> Iterator[str]:
    """The bodies that lines are, or open with as letterheads do."""
    for line in lines:
        if not is_other(line):
            match = b.BODY_LINE.fullmatch(line) or b.LETTERHEAD.match(line)
            yield from [str(match["body"])] if match else []


def met(head: Sequence[str]) -> Iterator[str]:
    """The bodies of whose sessions the lines of a head say: ——在某县工商业联合会|第十次会员代表大会上."""
    for line in head:
        if "次" in line and len(line) <= _SIGNED and b.MEETING.search(line):
            line = arabic(line)
            words = line.partition("在")[2] or line
            yield from [body] if (body := title_bodies.of_meeting(words)) else []


def spoken(opening: str) -> tuple[str | None, bool]:
    """For whom the speaker says to speak, and whether a government has only asked for it."""
    starts = sorted(match.start() for word in b.SPEAKS_FOR for match in word.finditer(opening))
    for pattern in (b.SPOKEN, b.ASKED_TO_SPEAK_FOR, b.SPOKEN_FOR):
        found = _first_spoken(pattern, opening, starts)
        if found and not b.NAMELESS.fullmatch(found["name"]):
            name = str(found["name"])
            asked = opening[found.end() :].startswith(("委托", "的委托"))
            name = title_bodies.without_term(name)
            return name, asked and name.endswith(("政府", "国务院"))
    return None, False


def _first_spoken(
    pattern: regex.Pattern[str], opening: str, starts: Sequence[int]
) -> regex.Match[str] | None:
    """Give the first match that begins at, or just before, one of the places where somebody may
    speak."""
    for start in starts:
        for at in range(max(0, start - _SPOKEN_BEFORE), start + 1):
            if found := pattern.match(opening, at):
                return found
    return None


def signatures(tail: Sequence[str]) -> Iterator[str]:
    """The bodies on the line of the date that closes a report, on the one above, or on the last."""
    lines = _whole_lines([h.SEAL.sub("", line.strip()).strip() for line in tail])
    for line, below in pairwise([*lines, ""]):
        if len(line) > _SIGNED:
            continue
        if _closes(line, below) and is_body(body := plain(line)) and len(body) > _SHORTEST:
            yield body
        dated = line[-1:] in _DATED_ENDS or line[-1:].isdigit()
        if dated and (match := b.SIGNED_ON_ONE_LINE.fullmatch(arabic(line))):
            yield str(match["body"])


def _whole_lines(lines: Sequence[str]) -> list[str]:
    """The lines, those of a name that was broken as one: 某州农村人居环境整治 | 提升工作领导小组."""
    found: list[str] = []
    for line in lines:
        if found and _goes_on(found[-1], line):
            found[-1] += line
        else:
            found.append(line)
    return found


def _goes_on(above: str, line: str) -> bool:
    """Whether two lines of an end are the name of one body, which opens with its place."""
    if len(above) + len(line) > LONGEST_LINE or not (above and line and may_name(line)):
        return False
    if not b.OPENS_NAME.match(above) or b.OPENS_NAME.match(line):
        return False
    return b.PART_OF_BODY.fullmatch(line) is not None and is_body(above + line)


def _closes(line: str, below: str) -> bool:
    """Whether a line is the last, or has the date of the document below it."""
    if not may_name(line):
        return False
    if not below:
        return True
    return below[-1] in h.SIGNED_ENDS and h.SIGNED_DATE.fullmatch(arabic(below)) is not None


def acting(head: Sequence[str], opening: str, sign: str = "") -> Iterator[str]:
    """The bodies of which the first sentences say something, where the opening goes on in their
    name: 2023年，某县人民法院在县委领导下… 我院… Only those with a ``sign`` are looked for."""
    sentences = (line for line in head if "。" in line or "，" in line)
    for line in islice(sentences, _FIRST):
        for clause in b.CLAUSES.split(line[: 2 * LONGEST_LINE]):
            asked = sign in clause and len(clause) > _SHORTEST_ACTING
            match = b.ACTS.match(clause) if asked else None
            body = str(match["body"]) if match else ""
            if len(body) > _SHORTEST_ACTING and says_of_itself(body, opening):
                yield body


def says_of_itself(body: str, opening: str) -> bool:
    """Whether an opening speaks in the name of such a body: 我院, 本局, 全校; 公司 alone."""
    if body[-1] in _PLACES:
        return False  # 全区 is no body
    kinds = [body[-1], body[-2:], *(("校", "学校") if b.SCHOOL.search(body) else ())]
    if any(who + kind in opening for who in "我本全" for kind in kinds):
        return True
    return any(stop + kind in opening for stop in "，。；、" for kind in kinds[1:])


def told(head: Sequence[str], sign: str = "") -> Iterator[str]:
    """The bodies that an opening says have published, counted or written it; those with a ``sign``
    are looked for."""
    for line in "\n".join(head)[:_OPENING].split("\n"):
        if sign not in line or not b.TOLD_HINT.search(line):
            continue
        for clause in filter(b.TOLD_HINT.search, b.CLAUSES.split(line)):
            yield from (match["body"] for one in b.TOLD if (match := one.match(clause)))
