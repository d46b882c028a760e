"""Characters inside a line that are none of its words: blanks in and beside numbers, marks of
notes and of Markdown, radicals that stand for characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from functools import cache
from itertools import pairwise

import regex

from pipeline.patterns import reading as p
from pipeline.patterns.numbers import UNIT

# start, end, and what stands there instead: no longer than what stood there
Edit = tuple[int, int, str]

# CJK radicals that Unicode itself ties to no character
_RADICALS = (
    "⺁厂⺄乙⺅亻⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺒巳⺓幺⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺬示"
    "⺭礻⺮竹⺯糹⺰纟⺱网⺲罒⺳网⺴网⺷羊⺹耂⺺肀⺼月⺽臼⺾艹⺿艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻏阝"
    "⻐钅⻑长⻒长⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龟"
)
_OF_RADICAL = dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))
_PLAIN = str.maketrans("，'’．", ",,,.")
# signs without which a pattern finds nothing
_LEFT_OUT = (
    (p.UNSEEN_SIGNS, p.UNSEEN),
    (frozenset("<>"), p.COMMENT),
    (frozenset("!"), p.IMAGE),
    (frozenset("*"), p.STARS),
    (frozenset("~"), p.STRUCK),
    (frozenset("<"), p.TAG),
    (frozenset(">"), p.QUOTED),
    (frozenset("&"), p.ENTITY),
    (frozenset("\\"), p.ESCAPE),
    (frozenset("[［"), p.REFERENCE),
    (frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹"), p.RAISED),
)
_STRESS = frozenset("*_`")
_MAGNITUDES = frozenset("余多十百千万亿%‰％")


def jumps(text: str) -> list[Edit]:
    """Where a newspaper says that a report goes on on another page, and where it comes from."""
    if not any(hint.search(text) for hint in p.JUMP_HINTS):
        return []
    return [(*match.span(), _between(text, match)) for match in p.JUMP.finditer(text)]


def _between(text: str, jump: regex.Match[str]) -> str:
    """What two pages of a newspaper are parted by: nothing inside a sentence."""
    ended = text[max(0, jump.start() - 80) : jump.start()].rstrip()[-1:] in p.ENDS
    return "\n" if jump["pair"] and ended else ""


def marks(text: str) -> list[Edit]:
    """What is read as nothing, or as another character, in ``text``: edits
    in order, that never overlap."""
    held = {*p.RARE.findall(text), *(sign for sign in p.COMMON if sign in text)}
    found: list[Edit] = [
        (m.start(), m.end(), "")
        for signs, pattern in _LEFT_OUT
        if not signs.isdisjoint(held)
        for m in pattern.finditer(text)
    ]
    if not _STRESS.isdisjoint(held):
        found += _without_marks(text, p.STRESSED)
    if "[" in held:
        found += _without_marks(text, p.LINK)
    blanks = held & p.BLANKS
    for line in _lines_with(text, [p.before(blank) for blank in blanks]):
        runs = [*p.SPACED.finditer(text, *line), *p.APART.finditer(text, *line)]
        found += [
            (m.start(), m.end(), "")
            for run in runs
            if _is_spaced(run[0])
            for m in p.BLANK.finditer(text, *run.span())
        ]
    found += _gaps(text, blanks)
    for line in _lines_with(text, [p.digits(mark) for mark in (*blanks, *(held & p.WIDE_MARKS))]):
        for number in p.PARTED.finditer(text, *line):
            found += _number(text, *number.span("number"))
    if not p.RADICALS.isdisjoint(held):
        found += _radicals(text)
    found.sort()
    return [*found[:1], *(b for a, b in pairwise(found) if b[0] >= a[1])]


def _without_marks(text: str, pattern: regex.Pattern[str]) -> Iterator[Edit]:
    """What a pattern finds, without the marks round what is said."""
    for found in pattern.finditer(text):
        yield found.start(), found.start("said"), ""
        yield found.end("said"), found.end(), ""


def _radicals(text: str) -> Iterator[Edit]:
    """Radicals and compatibility forms, as the characters meant."""
    for found in p.RADICAL.finditer(text):
        if (meant := _meant(found[0])) != found[0]:
            yield found.start(), found.end(), meant


def _gaps(text: str, blanks: Set[str]) -> Iterator[Edit]:
    """The blanks between words and numbers: 1997 年的 4850 元."""
    for line in _lines_with(text, [p.beside(blank) for blank in blanks]):
        if _is_prose(text, *line):
            yield from ((*gap.span(), "") for gap in p.GAP.finditer(text, *line))


def _is_prose(text: str, start: int, end: int) -> bool:
    """Sentences, not a row of cells that blanks part."""
    return bool(p.CLAUSE.search(text, start, end)) and not p.CELLS.search(text, start, end)


def _is_spaced(run: str) -> bool:
    """Characters set apart, not a row of numbers."""
    return len(p.HAN.findall(run)) * 2 > len(run.split())


def _lines_with(text: str, patterns: list[re.Pattern[str]]) -> list[tuple[int, int]]:
    """The lines in which one of ``patterns`` is found, in order."""
    lines = set()
    for pattern in patterns:
        end = -1
        for match in pattern.finditer(text):
            if match.start() > end:
                end = text.find("\n", match.start())
                end = len(text) if end < 0 else end
                lines.add((text.rfind("\n", 0, match.start() + 1) + 1, end))
    return sorted(lines)


def _number(text: str, start: int, end: int) -> list[Edit]:
    """The blanks and marks inside a number written in pieces; none where the
    pieces are numbers of their own."""
    written = text[start:end]
    plain = "".join(c for c in written.translate(_PLAIN) if not p.BLANK.fullmatch(c))
    wide = any(c in written for c in "，'’")
    if not p.WHOLE.fullmatch(plain) or (wide and "," not in plain) or p.A_YEAR.search(written):
        return []
    behind = start + len(written)
    if text[behind : behind + 1] not in _MAGNITUDES and not UNIT.match(text, behind):
        return []
    edits: list[Edit] = []
    for m in p.NO_DIGIT.finditer(text, start, end):
        if p.BLANK.fullmatch(m[0]):
            edits.append((*m.span(), ""))
        elif m[0] in "，'’":
            edits.append((*m.span(), ","))
    return edits


@cache
def _meant(character: str) -> str:
    meant = _OF_RADICAL.get(character) or unicodedata.normalize("NFKC", character)
    return meant if len(meant) == 1 else character
