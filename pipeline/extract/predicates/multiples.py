"""How many times another thing, or another time, a number is: 是老馆的|2.7倍, 仅为全市平均的|三分之一."""

from __future__ import annotations

import regex

from pipeline.extract.comparison import PART_OF_ANOTHER
from pipeline.extract.frozen import replace
from pipeline.extract.kinds import FRACTION
from pipeline.extract.predicates.reading import Reading
from pipeline.extract.predicates.record import Predicate
from pipeline.records import Basis, Span

# 办证量|是老馆的|2.7倍, 是建市前6年的|3.4倍, 是建区时的|3.8倍: as many times as another, or another time, has
TIMES_ANOTHER = regex.compile(
    r"(?r)(?:(?<=\p{Han}{2})|(?<!\p{Han}))(?:大?约|几乎|已)?(?:是|为|相当于|达到?)"
    r"(?P<peer>(?P<time>[上前]一?个?(?:五年|任期|届))|(?!原|去|上|同期)"
    r"(?:(?P<time>\p{Han}{2,6}前\s?(?:\d{1,2}|[两三四五六七八九十])年"
    r"|\p{Han}{2,8}?(?:时|之初|初期|之?前))|\p{Han}{2,10}))"
    r"的(?:近|约|超过?|逾)?"
)
# 接待游客|恢复到2019年的113.8%: as many times as then
RECOVERED = regex.compile(r"恢复[到至]|相当于")


def of_a_time(r: Reading, said: Predicate) -> Predicate:
    """Read as many times as a time had: 利润为|“十三五”时期的|2.2倍, 恢复到|2019年的|113.8%."""
    if said.role != "value" or r.cue("time") is None or not _is_multiple(r):
        return said
    basis = said.basis or _basis_of_multiple(r)
    against = r.against or _time_of_multiple(r, basis)
    return replace(said, role="change", basis=basis, against=against, multiple=True)


def of_another(r: Reading, said: Predicate) -> Predicate:
    """Read as many times as another, or another time, has: 办证量|是老馆的|2.7倍."""
    another = r.numeral.unit == "倍" and said.role == "value" and said.basis is None
    times = TIMES_ANOTHER.match(r.view, r.floor, r.number) if another else None
    if times is None:
        return said
    subject, against = Span(said.subject.start, times.start()), Span(*times.span("peer"))
    basis: Basis = "base" if times["time"] else "peer"
    return replace(
        said, role="change", basis=basis, subject=subject, against=against, multiple=True
    )


def part_of_another(r: Reading, said: Predicate) -> Predicate:
    """Read what part others have of it: 人均财力|仅为全市平均的|三分之一."""
    ratio = r.numeral.unit == "%" or r.numeral.rule == FRACTION
    if not ratio or said.role != "value" or said.basis:
        return said
    part = PART_OF_ANOTHER.match(r.view, r.floor, r.number)
    if part is None:
        return said
    subject, against = Span(said.subject.start, part.start()), Span(*part.span("peer"))
    bound = "max" if part["max"] else said.bound
    return replace(
        said,
        role="change",
        basis="peer",
        subject=subject,
        bound=bound,
        against=against,
        multiple=True,
    )


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
