"""What a number says once the words before it are read: a level, a change, a multiple of another.

Each rule takes what is decided so far and gives it on, changed where it applies.
"""

from __future__ import annotations

import regex

from pipeline.extract.comparison import basis_of
from pipeline.extract.contributions import IN_POINTS, PULLS
from pipeline.extract.frozen import replace
from pipeline.extract.predicates import multiples
from pipeline.extract.predicates.bound_ahead import bound_ahead
from pipeline.extract.predicates.reading import Reading
from pipeline.extract.predicates.record import POINTS, Cue, Predicate
from pipeline.extract.predicates.verb_first import more_done, verb_first
from pipeline.patterns import clauses as c
from pipeline.records import Basis, Span

# 亩产|高出周边大田|62公斤, 收费|低于市场价|30元; not 高于平均水平|12个村, 低于标准的家庭|20户
DIFFERS_FROM = regex.compile(
    r"(?r)(?:分别|均|各)?(?<!不)(?:(?P<up>高出|高于|多出|多于|快于|长于|超出)|(?P<down>低于|少于|慢于|短于|落后于))了?"
    r"(?P<peer>[^\d，。；、的达为\s]{2,16}?)(?:近|约)?"
)
# 超额|31.7%|完成省定任务: by how much more than was due
OVER = regex.compile(r"(?r)超额|超")
TASK_DONE = regex.compile(r"(?:完成|达成)[^，。；、\d]{0,8}(?:任务|目标|计划|指标)")
# 在55%|的基础上|提高1个百分点
BASIS_BEHIND = regex.compile(r"(?:左右|以上)?的?基础(?:之)?上，?(?:再|又|继续|进一步)?(?=\p{Han}{2,6}\s?\d)")
_NEAR = 16  # characters from 在 to the number that others build upon


def decided(r: Reading, start: int) -> Predicate:
    """Decide what the words read say of a number; its words begin at ``start``."""
    said = Predicate(
        r.role,
        Span(start, r.end),
        r.sign,
        r.basis,
        r.bound,
        r.shared,
        r.origin,
        r.moved_to,
        tuple(r.cues),
        r.grown,
        r.against,
    )
    for rule in _RULES:
        said = rule(r, said)
    return said


def _rate_reached(r: Reading, said: Predicate) -> Predicate:
    """居民消费价格|涨幅|回落到2.6%: the level of a rate of change is the change."""
    percent = said.moved_to and not r.origin and r.numeral.unit == "%"
    rate = c.RATE.match(r.view, r.floor, said.subject.end) if percent else None
    if rate is None:
        return said
    subject = Span(said.subject.start, rate.start())
    sign = -1 if rate["down"] else 1
    return replace(said, role="change", moved_to=False, sign=sign, subject=subject)


def _signed(r: Reading, said: Predicate) -> Predicate:
    """同比|-0.3%|, 较年初|+412万元|, 去年同期为|-15.2%|: a sign says that something moved."""
    if said.role != "value" or not r.signed:
        return said
    time = r.cue("time")
    before = r.ratio and time and r.view[slice(*time)].endswith("同期")
    return replace(said, role="change") if r.cue("basis") or before else said


def _distance(r: Reading, said: Predicate) -> Predicate:
    """亩产|高出周边大田|62公斤: the distance to what no kind of comparand knows."""
    read = said.role != r.role or said.basis or r.against or r.cue("level")
    if read or r.numeral.unit in ("", "倍") or (r.counted and r.followed):
        return said
    differs = DIFFERS_FROM.match(r.view, r.floor, r.number)
    if differs is None:
        return said
    subject, against = Span(said.subject.start, differs.start()), Span(*differs.span("peer"))
    sign = -1 if differs["down"] else 1
    return replace(said, role="change", basis="peer", sign=sign, subject=subject, against=against)


def _verb_first(r: Reading, said: Predicate) -> Predicate:
    """提高|城市低保标准|10%: the verb of the change stands before what changed."""
    moved = verb_first(r, said.subject.start, counts=said.role == "value")
    if moved is None:
        return said
    cues = (*said.cues, Cue("moved", Span(*moved.span("verb"))))
    subject, sign = Span(moved.start("what"), said.subject.end), -1 if moved["down"] else 1
    return replace(said, role="change", sign=sign, subject=subject, cues=cues)


def _more_done(r: Reading, said: Predicate) -> Predicate:
    """咨询检测786人次，较上年|多检出|2例: another act, done more often than then."""
    more = more_done(r, said.subject.start)
    if more is None:
        return said
    found, subject = basis_of(more), Span(*more.span("what"))
    basis: Basis = found[0] if found else "yoy"
    cues = (*said.cues, Cue("basis", Span(more.start(), subject.start)))
    against = found[1] if found and basis != "yoy" else None
    sign = -1 if more["down"] else 1
    return replace(
        said, role="change", sign=sign, basis=basis, subject=subject, cues=cues, against=against
    )


def _over_the_task(r: Reading, said: Predicate) -> Predicate:
    """超额|31.7%|完成省定任务: by how much more than was due."""
    over = _over(r) if said.role == "value" else None
    if over is None:
        return said
    subject, cues = Span(said.subject.start, over.start), (*said.cues, Cue("basis", over))
    return replace(said, role="change", basis="plan", subject=subject, cues=cues)


def _pulled(r: Reading, said: Predicate) -> Predicate:
    """|下拉|工业增速1.1个百分点 takes away; |翘尾影响|0.1个百分点 is so much of a rate."""
    if r.numeral.unit not in POINTS or said.basis:
        return said
    pulled = PULLS.match(r.view, *said.subject)
    sign = -1 if pulled and pulled["down"] else said.sign
    level = said.role == "change" and not r.moved and IN_POINTS.match(r.view, *said.subject)
    return replace(said, role="value" if level else said.role, sign=sign)


def _bounded(r: Reading, said: Predicate) -> Predicate:
    """|至少|开展专题询问2次: a bound before the verb."""
    bound = said.bound or bound_ahead(r.view, *said.subject)
    return replace(said, bound=bound) if bound != said.bound else said


def _shared(r: Reading, said: Predicate) -> Predicate:
    """|分别|高出全省2个百分点: for each of several numbers, wherever it stands in what leads to them."""
    shared = r.shared or "分别" in r.view[said.subject.end : r.number]
    return replace(said, shared=True) if shared and not said.shared else said


def _built_upon(r: Reading, said: Predicate) -> Predicate:
    """在|上年增长8%|的基础上增长9%: what others build upon is what they start from."""
    if not BASIS_BEHIND.match(r.view, r.numeral.span.end):
        return said
    at = r.view.rfind("在", max(r.floor, r.number - _NEAR), r.number)
    if at < 0:
        return said
    cues = tuple(cue for cue in said.cues if cue.kind != "basis")
    subject = Span(said.subject.start, at)
    return replace(said, subject=subject, origin=True, basis=None, against=None, cues=cues)


def _over(r: Reading) -> Span | None:
    """Give the word that says by how much more than due; None for other numbers."""
    over = OVER.match(r.view, r.floor, r.number) if r.numeral.unit else None
    if over is None:
        return None
    alone = over[0] == "超额" and not r.view[r.floor : over.start()].strip("，；、 ")
    if r.numeral.unit != "%":  # 占目标500户的106%，|超额|30户
        return Span(*over.span()) if alone and not r.followed else None
    done = alone or TASK_DONE.match(r.view, r.numeral.span.end)  # 实际完成342台，|超额|14%
    return Span(*over.span()) if done else None


_RULES = (
    _rate_reached,
    multiples.of_a_time,
    _signed,
    multiples.of_another,
    _distance,
    _verb_first,
    _more_done,
    _over_the_task,
    _pulled,
    multiples.part_of_another,
    _bounded,
    _shared,
    _built_upon,
)
