"""What leads to a number: read from the right, word by word, until only the subject is left.

``粮食总产量|在上年大幅度增长的基础上`` stays; ``营业收入|同比|实际|增长|超过`` gives a change, yoy,
at least. Each word read is a cue with its place; nothing is remembered from one number to the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

from pipeline.extract.comparison import AGAINST, AGAINST_HINT, DIFFERS, PEER, basis_of
from pipeline.extract.frozen import replace
from pipeline.extract.kinds import HELD
from pipeline.patterns import clauses as c
from pipeline.patterns.edges import Ends
from pipeline.records import Basis, Bound, Numeral, Span

Role = Literal["value", "change", "rank"]
Match = regex.Match[str]

_MOVING = frozenset(("moved", "peer", "to", "compared", "shifted", "grown"))

# A run of text longer than this leads to no number; reading stops there, so the cost stays linear.
_FAR = 60
_GREAT = 10_000  # yuan: prices and standards are raised by less
PRICED = frozenset(
    ("元", "分", "毛", "角", "美元", "岁", "年", "天", "小时", "分钟", "个月", "个工作日")
)
RATIOS = frozenset(("%", "‰", "百分点", "倍", "基点"))
_PLACES = frozenset(("位", "个位次", "位次"))


class Cue(NamedTuple):
    """A word that leads to a number: what part it plays, and where it stands."""

    kind: str
    span: Span


class Predicate(NamedTuple):
    """How a number is said of its subject.

    ``subject`` is what is left of the words. ``origin``: 从 or 由 stands before it (the base of
    从A提高到B); ``moved_to``: 增至, 降到. ``shared``: 分别. ``sign`` is -1 for a fall. ``cues`` are
    the words read, right to left. ``grown`` is 新增, 净增 or 增加 where one leads to the number.
    ``against`` is what it is compared with, ``among`` the arena of a rank.
    """

    role: Role
    subject: Span
    sign: int = 1
    basis: Basis | None = None
    bound: Bound | None = None
    shared: bool = False
    origin: bool = False
    moved_to: bool = False
    cues: tuple[Cue, ...] = ()
    grown: str = ""
    against: Span | None = None
    among: Span | None = None
    multiple: bool = False

    @property
    def said(self) -> tuple[str, ...]:
        """The parts that the words play, right to left."""
        return tuple(cue.kind for cue in self.cues)

    @property
    def compares(self) -> bool:
        """Whether it says with what it compares: 同比, 比上年, 较年初, 高于全省."""
        if self.against is not None:
            return True
        return self.basis in ("yoy", "previous_period") and self.cue("basis") is not None

    @property
    def moved(self) -> bool:
        """Whether a verb of change was read."""
        return any(cue.kind in _MOVING for cue in self.cues)

    def cue(self, kind: str) -> Span | None:
        """Give where a word of this part stands; None where none was read."""
        return next((cue.span for cue in self.cues if cue.kind == kind), None)


# Differences and comparisons first: of two readings as long, the earlier row counts.
_READERS: tuple[tuple[str, regex.Pattern[str]], ...] = (
    ("peer", PEER),
    ("compared", DIFFERS),
    ("shifted", c.SHIFTED),
    ("grown", c.GROWN),
    ("to", c.TO),
    ("moved", c.MOVED),
    ("bound", c.BOUND),
    ("against", AGAINST),
    ("basis", c.BASIS),
    ("from", c.FROM),
    ("time", c.TIME_TAIL),
    ("level", c.LEVEL),
    ("adverb", c.ADVERB),
)
_ENDS = tuple((Ends(reader), kind, reader) for kind, reader in _READERS)
# most clauses have none of what these words are written with
_HINTS = {"peer": c.PEER_HINT, "compared": c.PEER_HINT, "against": AGAINST_HINT}


@dataclass(slots=True)
class _Reading:
    """One number being read: what stands before it, and what was read so far."""

    view: str
    floor: int
    end: int
    number: int
    edges: Sequence[int]
    numeral: Numeral
    followed: bool
    ratio: bool
    counted: bool
    cues: list[Cue] = field(default_factory=list)
    role: Role = "value"
    sign: int = 1
    basis: Basis | None = None
    against: Span | None = None
    bound: Bound | None = None
    grown: str = ""
    shared: bool = False
    origin: bool = False
    moved_to: bool = False
    moved: bool = False

    def said(self, kind: str) -> bool:
        return any(cue.kind == kind for cue in self.cues)


def predicate(
    view: str, left: Span, numeral: Numeral, edges: Sequence[int], *, followed: bool
) -> Predicate:
    """Read ``view[left]``, the text before ``numeral``.

    ``edges[i]`` says whether a word begins at ``i``. ``followed``: words stand behind the number,
    so that a verb before a count governs them (改造提升|25个|养老机构 is no rise).
    """
    floor = max(left.start, left.end - _FAR)
    end = _before_blanks(view, floor, left.end)
    if numeral.rule == "rank":
        return _of_rank(view, left.start, floor, end)
    if numeral.rule == HELD:
        return _of_standstill(view, left.start, floor, end)
    ratio = numeral.unit in RATIOS or numeral.rule == "fraction"
    counted = not ratio and bool(numeral.unit) and numeral.unit not in PRICED
    reading = _Reading(view, floor, end, left.end, edges, numeral, followed, ratio, counted)
    if numeral.unit == "百分点" or "番" in view[numeral.number.start : numeral.span.end]:
        reading.role = "change"
    while reading.end > floor and (found := _last_word(reading)) and not _stops(reading, *found):
        _take(reading, *found)
    return _finished(reading, left.start)


def _of_rank(view: str, start: int, floor: int, end: int) -> Predicate:
    match = c.RANK_TAIL.match(view, floor, end)
    if match is None:
        return Predicate("rank", Span(start, end), cues=(Cue("rank", Span(end, end)),))
    words = match.group()
    moved_to = bool(c.RANK_MOVED.search(words))
    return Predicate(
        "rank",
        Span(start, match.start()),
        shared="分别" in words,
        origin=not moved_to and ("由" in words or "从" in words),
        moved_to=moved_to,
        cues=(Cue("rank", Span(*match.span())),),
        among=Span(*match.span("where")) if match["where"] else None,
    )


def _of_standstill(view: str, start: int, floor: int, end: int) -> Predicate:
    match = c.HELD_AGAINST.match(view, floor, end)
    held = Predicate("change", Span(start, end), cues=(Cue("moved", Span(end, end)),))
    if match is None:
        return held
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


def _last_word(r: _Reading) -> tuple[str, Match] | None:
    """Find the longest word of any kind that ends at ``r.end``.

    A single character must be a word of its own (功能 does not end in 能).
    """
    best: tuple[str, Match] | None = None
    for kind, reader in _readers(r.view[max(r.floor, r.end - 2) : r.end]):
        if not _may_stand(r, kind):
            continue
        match = reader.match(r.view, r.floor, r.end)
        if match is None or not _fits(r, kind, match) or not _is_word(r, match):
            continue
        if best is None or match.start() < best[1].start():
            best = "basis" if kind == "against" else kind, match
    return best


@lru_cache(maxsize=4096)
def _readers(tail: str) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """Give the readers of words that may end with one or two characters."""
    last = tail[-1]
    return tuple((kind, reader) for ends, kind, reader in _ENDS if ends[last] and ends[tail])


def _may_stand(r: _Reading, kind: str) -> bool:
    """Tell whether a word of this part may stand before what was read."""
    if r.moved and (kind in _MOVING or kind == "bound"):
        return False
    hint = _HINTS.get(kind)
    if hint and not hint.search(r.view, r.floor, r.end):
        return False
    if kind in ("shifted", "moved") and (kind == "shifted") != (r.numeral.unit in _PLACES):
        return False
    return not r.origin or kind in ("adverb", "basis", "against")


def _fits(r: _Reading, kind: str, match: Match) -> bool:
    if kind == "grown" and match["counted"]:
        return r.counted
    if kind == "peer" and not r.ratio:
        return "均" in match["peer"]
    return True


def _is_word(r: _Reading, match: Match) -> bool:
    start, end = match.span()
    if end - start > 1 or r.edges[start]:
        return True
    return r.end == r.number and c.AT_NUMBER.fullmatch(r.view, start, end) is not None


def _stops(r: _Reading, kind: str, match: Match) -> bool:
    """Tell whether a word belongs to the name after all: a verb that governs what is counted."""
    if kind in ("moved", "compared", "grown") and r.followed and not r.ratio:
        return True
    if kind == "moved" and match.group().endswith("的") and r.cues:
        return True  # 价格上涨的|为16个
    if kind == "moved" and _improves(r, match):  # 其中农网巩固提升|3.46亿元
        return True
    if kind == "moved" and r.counted and c.QUALITY_VERB.match(match.group()):
        return True
    if kind == "level" and match.group() in ("总计", "合计"):  # 收入|总计|63.7亿元
        return c.SUMMED.search(r.view, r.floor, match.start()) is not None
    return kind == "level" and _completed(r, match)


def _improves(r: _Reading, match: Match) -> bool:
    """Tell whether a verb before a great sum says what the money is for."""
    great = r.numeral.unit.endswith("元") and r.numeral.low >= _GREAT
    return great and match.group() in ("提升", "改善", "优化")


def _completed(r: _Reading, match: Match) -> bool:
    """整改任务已完成2项: done counts apart from due, so the verb stays in the name."""
    word = match.group() in ("完成", "实现")
    return word and match.start() > r.floor + 1 and r.view[match.start() - 1] == "已"


def _take(r: _Reading, kind: str, match: Match) -> None:
    r.cues.append(Cue(kind, Span(*match.span())))
    r.moved = r.moved or kind in _MOVING
    if kind == "bound":
        r.bound = r.bound or match.lastgroup  # type: ignore[assignment]
    elif kind in ("moved", "peer", "compared", "shifted"):
        r.role, r.sign = "change", -1 if match["down"] else 1
    elif kind == "grown":
        r.grown = "净增" if match.group().startswith("净") else match.group().removesuffix("了")
    elif kind == "to":
        r.role, r.moved_to = "value", True
    elif kind == "from":
        r.origin = True
    elif kind == "adverb":
        r.shared = r.shared or match.group() == "分别"
    if kind in ("peer", "compared", "basis") and r.basis is None:
        _take_basis(r, match)
    # 城乡居民收入比|降至2.2: a ratio fell, nothing is compared
    ratio_noun = match.group()[0] == "比" and kind in ("moved", "to") and not r.numeral.unit
    r.end = _before_blanks(r.view, r.floor, match.start() + ratio_noun)


def _take_basis(r: _Reading, match: Match) -> None:
    found = basis_of(match)
    if found is None:
        r.basis = match.lastgroup  # type: ignore[assignment]
        return
    basis, span = found
    words = r.view[slice(*span)]
    if basis == "peer" and c.PLAN_WORD.search(words):
        basis = "plan"
    elif basis == "peer" and "年初" in words:
        basis = "base"
    r.basis = basis
    if basis != "yoy" and match.group() not in ("环比", "年均"):
        r.against = Span(*span)


def _finished(r: _Reading, start: int) -> Predicate:
    role, moved_to, sign, end, basis = r.role, r.moved_to, r.sign, r.end, r.basis
    percent = moved_to and not r.origin and r.numeral.unit == "%"
    if percent and (rate := c.RATE.match(r.view, r.floor, end)):  # 居民消费价格|涨幅|回落到2.6%
        role, moved_to = "change", False
        sign, end = -1 if rate["down"] else 1, rate.start()
    multiple = r.numeral.unit == "倍" and role == "value" and r.said("time")
    if role == "value" and r.ratio and r.said("basis") and r.view[r.numeral.number.start] in "+-–":
        role = "change"  # 同比-0.3%
    if multiple:  # 利润为“十三五”时期的2.2倍
        role, basis = "change", basis or _basis_of_multiple(r)
    return Predicate(
        role,
        Span(start, end),
        sign,
        basis,
        r.bound,
        r.shared or "分别" in r.view[end : r.number],
        r.origin,
        moved_to,
        tuple(r.cues),
        r.grown,
        r.against or (_time_of_multiple(r) if multiple and basis != "yoy" else None),
        None,
        multiple,
    )


def _basis_of_multiple(r: _Reading) -> Basis:
    """件数是|上年的|1.6倍: against the year before, or a time that is named."""
    last = next((cue.span for cue in r.cues if cue.kind == "time"), None)
    words = r.view[slice(*last)] if last else ""
    return "yoy" if words.startswith(("上年", "去年", "同期")) else "base"


def _time_of_multiple(r: _Reading) -> Span | None:
    """Give the time that a multiple is of, without the 的 behind it: “十三五”时期|的2.2倍."""
    span = next((cue.span for cue in r.cues if cue.kind == "time"), None)
    if span is None:
        return None
    return Span(span.start, span.end - (r.view[span.end - 1] == "的"))


def _before_blanks(view: str, floor: int, end: int) -> int:
    while end > floor and (view[end - 1].isspace() or view[end - 1] in "：:“"):
        end -= 1
    return end
