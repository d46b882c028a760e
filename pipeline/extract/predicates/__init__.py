"""What leads to a number: read from the right, word by word, until only the subject is left.

``粮食总产量|在上年大幅度增长的基础上`` stays; ``营业收入|同比|实际|增长|超过`` gives a change, yoy,
at least. Each word read is a cue with its place; nothing is remembered from one number to the next.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.frozen import replace
from pipeline.extract.kinds import FRACTION, HELD
from pipeline.extract.predicates.decided import decided
from pipeline.extract.predicates.kept import stops
from pipeline.extract.predicates.reading import Reading, before_blanks, take
from pipeline.extract.predicates.record import (
    POINTS,
    PRICED,
    RATIOS,
    SIGNS,
    Comparand,
    Cue,
    Predicate,
    Role,
)
from pipeline.extract.predicates.words import last_word
from pipeline.patterns import clauses as c
from pipeline.patterns.ranks import RANK_TAIL
from pipeline.records import Numeral, Span

# 与上年|持平, 和全国平均水平|持平
HELD_AGAINST = regex.compile(
    r"(?r)(?:[与和较]|(?<!同)比|同(?!比))"
    r"(?:(?P<yoy>(?:上年|去年|上一年)(?:同期)?(?:水平)?)|(?P<peer>(?:全国|全省|全市|全区|全县|省|市|国家|周边|同类"
    r"|世界)[^，。；、]{0,8})|(?P<plan>(?:预期|计划|目标|预算)[^，。；、]{0,4})|(?P<base>[^，。；、与和同较比]{1,10}))",
)
SHARED = regex.compile(r"分[别居列]")
RANK_MOVED = regex.compile(r"至|到|升为|降为")

__all__ = ["RATIOS", "SIGNS", "Comparand", "Cue", "Predicate", "Role", "predicate"]

# A run of text longer than this leads to no number; reading stops there, so the cost stays linear.
_FAR = 60


def predicate(
    view: str, left: Span, numeral: Numeral, edges: Sequence[int], *, followed: bool
) -> Predicate:
    """Read ``view[left]``, the text before ``numeral``.

    ``edges[i]`` says whether a word begins at ``i``. ``followed``: words stand behind the number,
    so that a verb before a count governs them (改造提升|25个|养老机构 is no rise).
    """
    floor = max(left.start, left.end - _FAR)
    end = before_blanks(view, floor, left.end)
    if numeral.rule == "rank":
        return _of_rank(view, left.start, floor, end)
    if numeral.rule == HELD:
        return _of_standstill(view, left.start, floor, end)
    ratio = numeral.unit in RATIOS or numeral.rule == FRACTION
    counted = not ratio and bool(numeral.unit) and numeral.unit not in PRICED
    reading = Reading(view, floor, end, left.end, edges, numeral, followed, ratio, counted)
    if numeral.unit in POINTS or "番" in view[numeral.number.start : numeral.span.end]:
        reading.role = "change"
    while reading.end > floor and (found := last_word(reading)) and not stops(reading, *found):
        take(reading, *found)
    return decided(reading, left.start)


def _of_rank(view: str, start: int, floor: int, end: int) -> Predicate:
    match = RANK_TAIL.match(view, floor, end)
    if match is None:
        return Predicate("rank", Span(start, end), cues=(Cue("rank", Span(end, end)),))
    text = match.group()
    moved_to = bool(RANK_MOVED.search(text))
    return Predicate(
        "rank",
        Span(start, match.start()),
        shared=SHARED.search(text) is not None,
        origin=not moved_to and ("由" in text or "从" in text),
        moved_to=moved_to,
        cues=(Cue("rank", Span(*match.span())),),
        among=Span(*match.span("where")) if match["where"] else None,
    )


def _of_standstill(view: str, start: int, floor: int, end: int) -> Predicate:
    match = HELD_AGAINST.match(view, floor, end)
    held = Predicate("change", Span(start, end), cues=(Cue("moved", Span(end, end)),))
    if match is None:
        begun = c.FROM.match(view, floor, end)  # 由上月|持平|转为下降0.2%
        return replace(held, subject=Span(start, begun.start()), origin=True) if begun else held
    kind = match.lastgroup or ""
    against = None if kind == "yoy" else Span(*match.span(kind))
    cues = (*held.cues, Cue("basis", Span(*match.span())))
    return replace(
        held,
        subject=Span(start, match.start()),
        basis=kind,
        against=against,
        cues=cues,
    )
