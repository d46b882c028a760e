"""What leads to a number: read from the right, word by word, until only the subject is left.

``粮食总产量|在上年大幅度增长的基础上`` stays; ``营业收入|同比|实际|增长|超过`` gives a change, yoy,
at least. Each word read is a cue with its place; nothing is remembered from one number to the next.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.comparison import PART_OF_ANOTHER, basis_of
from pipeline.extract.contributions import IN_POINTS, PULLS
from pipeline.extract.frozen import replace
from pipeline.extract.kinds import FRACTION, HELD
from pipeline.extract.predicates.bound_ahead import bound_ahead
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
from pipeline.extract.predicates.verb_first import more_done, verb_first
from pipeline.extract.predicates.words import last_word, stops
from pipeline.patterns import clauses as c
from pipeline.patterns.ranks import RANK_TAIL
from pipeline.records import Basis, Numeral, Span

# 与上年|持平, 和全国平均水平|持平
HELD_AGAINST = regex.compile(
    r"(?r)(?:[与和较]|(?<!同)比|同(?!比))"
    r"(?:(?P<yoy>(?:上年|去年|上一年)(?:同期)?(?:水平)?)|(?P<peer>(?:全国|全省|全市|全区|全县|省|市|国家|周边|同类"
    r"|世界)[^，。；、]{0,8})|(?P<plan>(?:预期|计划|目标|预算)[^，。；、]{0,4})|(?P<base>[^，。；、与和同较比]{1,10}))",
)
SHARED = regex.compile(r"分[别居列]")
RANK_MOVED = regex.compile(r"至|到|升为|降为")
# 办证量|是老馆的|2.7倍, 是建市前6年的|3.4倍, 是建区时的|3.8倍: as many times as another, or another time, has
TIMES_ANOTHER = regex.compile(
    r"(?r)(?:(?<=\p{Han}{2})|(?<!\p{Han}))(?:大?约|几乎|已)?(?:是|为|相当于|达到?)"
    r"(?P<peer>(?P<time>[上前]一?个?(?:五年|任期|届))|(?!原|去|上|同期)"
    r"(?:(?P<time>\p{Han}{2,6}前\s?(?:\d{1,2}|[两三四五六七八九十])年"
    r"|\p{Han}{2,8}?(?:时|之初|初期|之?前))|\p{Han}{2,10}))"
    r"的(?:近|约|超过?|逾)?"
)
# 亩产|高出周边大田|62公斤, 收费|低于市场价|30元; not 高于平均水平|12个村, 低于标准的家庭|20户
DIFFERS_FROM = regex.compile(
    r"(?r)(?:分别|均|各)?(?<!不)(?:(?P<up>高出|高于|多出|多于|快于|长于|超出)|(?P<down>低于|少于|慢于|短于|落后于))了?"
    r"(?P<peer>[^\d，。；、的达为\s]{2,16}?)(?:近|约)?"
)
# 超额|31.7%|完成省定任务: by how much more than was due
OVER = regex.compile(r"(?r)超额|超")
TASK_DONE = regex.compile(r"(?:完成|达成)[^，。；、\d]{0,8}(?:任务|目标|计划|指标)")
# 接待游客|恢复到2019年的113.8%: as many times as then
RECOVERED = regex.compile(r"恢复[到至]|相当于")

__all__ = ["RATIOS", "SIGNS", "Comparand", "Cue", "Predicate", "Role", "predicate"]

# 在55%|的基础上|提高1个百分点
BASIS_BEHIND = regex.compile(r"(?:左右|以上)?的?基础(?:之)?上，?(?:再|又|继续|进一步)?(?=\p{Han}{2,6}\s?\d)")
_NEAR = 16  # characters from 在 to the number that others build upon

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
    ratio = numeral.unit in RATIOS or numeral.rule == "fraction"
    counted = not ratio and bool(numeral.unit) and numeral.unit not in PRICED
    reading = Reading(view, floor, end, left.end, edges, numeral, followed, ratio, counted)
    if numeral.unit in POINTS or "番" in view[numeral.number.start : numeral.span.end]:
        reading.role = "change"
    while reading.end > floor and (found := last_word(reading)) and not stops(reading, *found):
        take(reading, *found)
    return _as_basis(reading, _finished(reading, left.start))


def _as_basis(r: Reading, said: Predicate) -> Predicate:
    """Read what others build upon as what they start from: 在|上年增长8%|的基础上增长9%."""
    if not BASIS_BEHIND.match(r.view, r.numeral.span.end):
        return said
    at = r.view.rfind("在", max(r.floor, r.number - _NEAR), r.number)
    if at < 0:
        return said
    cues = tuple(cue for cue in said.cues if cue.kind != "basis")
    subject = Span(said.subject.start, at)
    return replace(said, subject=subject, origin=True, basis=None, against=None, cues=cues)


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


def _finished(r: Reading, start: int) -> Predicate:
    role, moved_to, sign, end, basis = r.role, r.moved_to, r.sign, r.end, r.basis
    percent = moved_to and not r.origin and r.numeral.unit == "%"
    if percent and (rate := c.RATE.match(r.view, r.floor, end)):  # 居民消费价格|涨幅|回落到2.6%
        role, moved_to = "change", False
        sign, end = -1 if rate["down"] else 1, rate.start()
    multiple = _is_multiple(r) and role == "value" and r.cue("time") is not None
    if role == "value" and r.signed:
        time = r.cue("time")  # 同比-0.3%, 较年初+412万元; 去年同期为-15.2%
        before = r.ratio and time and r.view[slice(*time)].endswith("同期")
        role = "change" if r.cue("basis") or before else role
    if multiple:  # 利润为“十三五”时期的2.2倍
        role, basis = "change", basis or _basis_of_multiple(r)
    against = r.against or (_time_of_multiple(r, basis) if multiple else None)
    another = r.numeral.unit == "倍" and role == "value" and basis is None
    if another and (times := TIMES_ANOTHER.match(r.view, r.floor, r.number)):
        role, basis = "change", "base" if times["time"] else "peer"
        multiple, end = True, times.start()
        against = Span(*times.span("peer"))
    if role == r.role and basis is None and (differs := _differs_from(r)):
        role, basis, end = "change", "peer", differs.start()
        sign, against = -1 if differs["down"] else 1, Span(*differs.span("peer"))
    if moved := verb_first(r, start, counts=role == "value"):
        role, sign, start = "change", -1 if moved["down"] else 1, moved.start("what")
        r.cues.append(Cue("moved", Span(*moved.span("verb"))))
    if more := more_done(r, start):
        found = basis_of(more)
        role, sign, basis = "change", -1 if more["down"] else 1, found[0] if found else "yoy"
        start, end = more.span("what")
        r.cues.append(Cue("basis", Span(more.start(), start)))
        against = Span(*found[1]) if found and basis != "yoy" else None
    if role == "value" and (over := _over_the_task(r)):
        role, basis, end = "change", "plan", over.start
        r.cues.append(Cue("basis", over))
    if r.numeral.unit in POINTS and not basis:
        pulled = PULLS.match(r.view, start, end)
        sign = -1 if pulled and pulled["down"] else sign  # |下拉|工业增速1.1个百分点
        points = role == "change" and not r.moved and IN_POINTS.match(r.view, start, end)
        role = "value" if points else role
    bound = r.bound
    if role == "value" and basis is None and (part := _part_of_another(r)):
        role, basis, multiple, end = "change", "peer", True, part.start()
        against, bound = Span(*part.span("peer")), "max" if part["max"] else bound
    return Predicate(
        role,
        Span(start, end),
        sign,
        basis,
        bound or bound_ahead(r.view, start, end),
        r.shared or "分别" in r.view[end : r.number],
        r.origin,
        moved_to,
        tuple(r.cues),
        r.grown,
        against,
        None,
        multiple,
    )


def _differs_from(r: Reading) -> regex.Match[str] | None:
    """Match what a figure says the distance to, where no kind of reference is known: 高出|周边大田."""
    read = r.against or r.cue("level")
    if read or r.numeral.unit in ("", "倍") or (r.counted and r.followed):
        return None
    return DIFFERS_FROM.match(r.view, r.floor, r.number)


def _part_of_another(r: Reading) -> regex.Match[str] | None:
    """Match what a figure is a part of, where that is what others have: 仅为全市平均的|三分之一."""
    ratio = r.numeral.unit == "%" or r.numeral.rule == FRACTION
    return PART_OF_ANOTHER.match(r.view, r.floor, r.number) if ratio else None


def _over_the_task(r: Reading) -> Span | None:
    """Give the word that says by how much more than due: 超额|31%|完成省定任务; None for others."""
    over = OVER.match(r.view, r.floor, r.number) if r.numeral.unit else None
    if over and r.numeral.unit != "%":  # 占目标500户的106%，|超额|30户
        alone = over[0] == "超额" and not r.view[r.floor : over.start()].strip("，；、 ")
        return Span(*over.span()) if alone and not r.followed else None
    done = over and TASK_DONE.match(r.view, r.numeral.span.end)
    if over and over[0] == "超额" and not r.view[r.floor : over.start()].strip("，；、 "):
        return Span(*over.span())  # 任务300台，实际完成342台，|超额|14%
    return Span(*over.span()) if over and done else None


def _is_multiple(r: Reading) -> bool:
    """Tell whether a number says how many times another it is: 上年的|1.6倍, 恢复到2019年的|113%."""
    if r.numeral.unit == "倍":
        return True
    level = r.cue("level") if r.numeral.unit == "%" else None
    return level is not None and RECOVERED.fullmatch(r.view, *level) is not None


def _basis_of_multiple(r: Reading) -> Basis:
    """件数是|上年的|1.6倍: against the year before, or a time that is named."""
    time = r.cue("time")
    text = r.view[slice(*time)] if time else ""
    return "yoy" if text.startswith(("上年", "上一年", "去年", "同期")) else "base"


def _time_of_multiple(r: Reading, basis: Basis | None) -> Span | None:
    """Give the time that a multiple is of, without the 的 behind it: “十三五”时期|的2.2倍.

    None of the year before, but all of it (去年全年) is no like time for a part of this.
    """
    span = r.cue("time")
    if span is None or (basis == "yoy" and "全年" not in r.view[slice(*span)]):
        return None
    return Span(span.start, span.end - (r.view[span.end - 1] == "的"))
