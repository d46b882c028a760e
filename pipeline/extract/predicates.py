"""What leads to a number: read from the right, word by word, until only the subject is left.

``粮食总产量|在上年大幅度增长的基础上`` stays; ``营业收入|同比|实际|增长|超过`` gives a change, yoy, at least.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from pipeline.extract.kinds import HELD
from pipeline.patterns import clauses as c
from pipeline.records import Basis, Bound, Numeral, Span

Role = Literal["value", "change", "rank"]

# A run of text longer than this leads to no number; reading stops there, so the cost stays linear.
_FAR = 60
PRICED = frozenset(("元", "分", "毛", "角", "美元", "岁", "年", "天", "小时", "分钟", "个月", "个工作日"))
RATIOS = frozenset(("%", "‰", "百分点", "基点", "倍"))


@dataclass(frozen=True, slots=True)
class Predicate:
    """How a number is said of its subject.

    ``subject`` is what is left of the words. ``origin``: 从 or 由 stands before it (the base of 从A提高到B); ``moved_to``: 增至, 降到.
    ``shared``: 分别. ``sign`` is -1 for a fall. ``said`` are the kinds of words that were read; ``grown`` is 新增, 净增 or 增加 where one leads to the number.
    """

    role: Role
    subject: Span
    sign: int
    basis: Basis | None
    bound: Bound | None
    shared: bool
    origin: bool
    moved_to: bool
    said: tuple[str, ...]
    grown: str = ""


_READERS: tuple[tuple[str, regex.Pattern[str]], ...] = (
    ("peer", c.PEER),
    ("compared", c.COMPARED),
    ("shifted", c.SHIFTED),
    ("grown", c.GROWN),
    ("to", c.TO),
    ("moved", c.MOVED),
    ("bound", c.BOUND),
    ("basis", c.BASIS),
    ("from", c.FROM),
    ("time", c.TIME_TAIL),
    ("level", c.LEVEL),
    ("adverb", c.ADVERB),
)


def predicate(view: str, left: Span, numeral: Numeral, edges: Sequence[int], *, followed: bool) -> Predicate:
    """Read ``view[left]``, the text before ``numeral``. ``edges[i]`` says whether a word begins at ``i``.

    ``followed``: words stand behind the number, so that a verb before a count governs them (改造提升|25个|养老机构 is no rise).
    """
    floor = max(left.start, left.end - _FAR)
    end = _before_blanks(view, floor, left.end)
    ratio = numeral.unit in RATIOS or numeral.rule == "fraction"
    if numeral.rule == "rank":
        match = c.RANK_TAIL.match(view, floor, end)
        subject = Span(left.start, match.start() if match else end)
        words = match.group() if match else ""
        moved_to = bool(c.RANK_MOVED.search(words))
        return Predicate("rank", subject, 1, None, None, "分别" in words, not moved_to and ("由" in words or "从" in words), moved_to, ("rank",))
    if numeral.rule == HELD:
        match = c.HELD_AGAINST.match(view, floor, end)
        return Predicate("change", Span(left.start, match.start() if match else end), 1, match.lastgroup if match else None, None, False, False, False, ("moved",))  # type: ignore[arg-type]
    said: list[str] = []
    grown = ""
    sign, basis, bound = 1, None, None
    shared = origin = moved_to = False
    role: Role = "change" if numeral.unit == "百分点" or "番" in view[numeral.number.start : numeral.span.end] else "value"
    counted = not ratio and bool(numeral.unit) and numeral.unit not in PRICED
    while end > floor:
        kind, match = _last_word(view, floor, end, edges, said, ratio, at_number=end == left.end, places=numeral.unit in ("位", "个位次"), counted=counted)
        if match is None or (kind in ("moved", "compared", "grown") and followed and not ratio) or (kind == "moved" and counted and c.QUALITY_VERB.match(match.group())) or (kind == "level" and _completed(view, floor, match)):
            break
        said.append(kind)
        if kind == "bound":
            bound = bound or match.lastgroup
        elif kind in ("moved", "peer", "compared", "shifted"):
            role = "change"
            sign = -1 if match["down"] else 1
            if kind in ("peer", "compared"):
                basis = basis or (_against(match["body"]) if kind == "peer" else "plan" if match["plan"] else "base" if match["base"] else "yoy")
        elif kind == "grown":
            grown = "净增" if match.group().startswith("净") else match.group().removesuffix("了")
        elif kind == "to":
            role, moved_to = "value", True
        elif kind == "basis":
            basis = basis or match.lastgroup  # type: ignore[assignment]
        elif kind == "from":
            origin = True
        elif kind == "adverb" and match.group() == "分别":
            shared = True
        # 城乡居民收入比|降至2.2: a ratio fell, nothing is compared
        end = _before_blanks(view, floor, match.start() + (match.group()[0] == "比" and kind in ("moved", "to") and not numeral.unit))
    if moved_to and not origin and numeral.unit == "%" and (rate := c.RATE.match(view, floor, end)):
        role, moved_to, sign, end = "change", False, -1 if rate["down"] else 1, rate.start()
    if role == "value" and ratio and "basis" in said and view[numeral.number.start] in "+-–":  # 同比-0.3%
        role = "change"
    if numeral.unit == "倍" and role == "value" and "time" in said:  # 利润为“十三五”时期的2.2倍
        role, basis = "change", basis or "base"
    return Predicate(role, Span(left.start, end), sign, basis, bound, shared or "分别" in view[end : left.end], origin, moved_to, tuple(said), grown)  # type: ignore[arg-type]


def _last_word(view: str, floor: int, end: int, edges: Sequence[int], said: Sequence[str], ratio: bool, *, at_number: bool, places: bool, counted: bool) -> tuple[str, regex.Match[str] | None]:
    """The longest word of any kind that ends at ``end``; a single character must be a word of its own (功能 does not end in 能)."""
    best: tuple[str, regex.Match[str] | None] = ("", None)
    differs = bool(c.PEER_HINT.search(view, floor, end))
    moved = any(kind in said for kind in ("moved", "peer", "to", "compared", "shifted", "grown"))
    for kind, reader in _READERS:
        if moved and kind in ("moved", "to", "peer", "bound", "compared", "shifted", "grown"):
            continue
        if (kind == "shifted" and not places) or (kind == "moved" and places) or ("from" in said and kind not in ("adverb", "basis")):
            continue
        if kind in ("peer", "compared") and not differs:
            continue
        match = reader.match(view, floor, end)
        if match and kind == "grown" and match["counted"] and not counted:
            continue
        if match and kind == "peer" and not ratio and "均" not in match["body"]:
            continue
        if match is None or (match.end() - match.start() == 1 and not edges[match.start()] and not (at_number and c.AT_NUMBER.fullmatch(view, match.start(), match.end()))):
            continue
        if best[1] is None or match.start() < best[1].start():
            best = kind, match
    return best


def _completed(view: str, floor: int, match: regex.Match[str]) -> bool:
    """整改任务已完成2项: done counts apart from due, so the verb stays in the name."""
    return match.group() in ("完成", "实现") and match.start() > floor + 1 and view[match.start() - 1] == "已"


def _against(body: str) -> Basis:
    return "plan" if any(word in body for word in ("预期", "目标", "计划", "任务", "控制", "考核")) else "base" if "年初" in body else "peer"


def _before_blanks(view: str, floor: int, end: int) -> int:
    while end > floor and (view[end - 1].isspace() or view[end - 1] in "：:“"):
        end -= 1
    return end
