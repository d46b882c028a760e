"""Which word ends where the reading stands, and whether it leads to the number or to its name."""

from __future__ import annotations

from functools import lru_cache

import regex

from pipeline.extract.comparison import AGAINST, AGAINST_HINT, DIFFERS, PEER, PEER_HINT
from pipeline.extract.predicates.reading import Match, Reading
from pipeline.extract.predicates.record import MOVING
from pipeline.patterns import clauses as c
from pipeline.patterns.edges import Ends

_GREAT = 10_000  # yuan: prices and standards are raised by less
_OF_A_TIME = frozenset(("年度", "当年", "本年度"))  # 总投资…，年度|完成|81亿元
_PLACES = frozenset(("位", "个位次", "位次"))

# Differences and comparisons first: of two readings as long, the earlier row counts.
READERS: tuple[tuple[str, regex.Pattern[str]], ...] = (
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
    ("each", c.EACH_TAIL),
    ("time", c.TIME_TAIL),
    ("level", c.LEVEL),
    ("adverb", c.ADVERB),
)
_ENDS = tuple((Ends(reader), kind, reader) for kind, reader in READERS)
# most clauses have none of what these words are written with
_HINTS = {"peer": PEER_HINT, "compared": c.DIFFERS_HINT, "against": AGAINST_HINT}


def last_word(r: Reading) -> tuple[str, Match] | None:
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


def _may_stand(r: Reading, kind: str) -> bool:
    """Tell whether a word of this part may stand before what was read."""
    if r.moved and (kind in MOVING or kind == "bound"):
        return False
    hint = _HINTS.get(kind)
    if hint and not hint.search(r.view, r.floor, r.end):
        return False
    if kind in ("shifted", "moved") and (kind == "shifted") != (r.numeral.unit in _PLACES):
        return False
    return not r.origin or kind in ("adverb", "basis", "against")


def _fits(r: Reading, kind: str, match: Match) -> bool:
    if kind == "grown" and match["counted"]:
        return r.counted
    if kind == "adverb" and r.grown and match.group().endswith("均"):
        return False  # 人均|增收3000元: of each what it grew
    if kind == "peer" and not r.ratio:
        return "均" in match["peer"]
    return True


def _is_word(r: Reading, match: Match) -> bool:
    start, end = match.span()
    if end - start > 1 or r.edges[start]:
        return True
    return r.end == r.number and c.AT_NUMBER.fullmatch(r.view, start, end) is not None


def stops(r: Reading, kind: str, match: Match) -> bool:
    """Tell whether a word belongs to the name after all: a verb that governs what is counted."""
    if kind in ("moved", "compared", "grown") and r.followed and not r.ratio:
        return True
    if kind == "moved" and match.group().endswith("的") and r.cues:
        return True  # 价格上涨的|为16个
    if kind == "moved" and _improves(r, match):  # 其中农网巩固提升|3.46亿元
        return True
    if kind == "moved" and r.numeral.unit == "%" and _of_means(r, match):
        return True
    if kind == "moved" and r.counted and c.QUALITY_VERB.match(match.group()):
        return True
    if kind == "level" and match.group() == "维持" and r.counted:
        return r.view[r.floor : match.start()].strip("，；、 ") in ("", "其中")  # 审结46件，其中|维持|19件
    if kind == "level" and match.group() in ("总计", "合计"):  # 收入|总计|63.7亿元
        return c.SUMMED.search(r.view, r.floor, match.start()) is not None
    return kind == "level" and _completed(r, match)


def _improves(r: Reading, match: Match) -> bool:
    """Tell whether a verb before a great sum says what the money is for."""
    great = r.numeral.unit.endswith("元") and r.numeral.low >= _GREAT
    return great and match.group() in ("提升", "改善", "优化")


def _of_means(r: Reading, match: Match) -> bool:
    """Tell whether a clause says no more than a mean of falls or rises: ，平均降幅|52%."""
    rate = c.RATE.fullmatch(match.group()) or match.group() == "降价"
    return bool(rate) and c.MEAN_RATE.match(r.view, max(r.floor - 1, 0), match.start()) is not None


def _completed(r: Reading, match: Match) -> bool:
    """整改任务已完成2项: done counts apart from due, so the verb stays in the name."""
    word = match.group() in ("完成", "实现")
    if match.group() == "完成" and r.view[r.floor : match.start()].strip("，；、 ") in _OF_A_TIME:
        return True
    return word and match.start() > r.floor + 1 and r.view[match.start() - 1] == "已"
