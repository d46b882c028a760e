"""What the head of a column says of the numbers below it: measure, role, unit, time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from pipeline.extract.phrase import NOTHING, Phrase, joined, supplied
from pipeline.patterns import counted_things as c
from pipeline.patterns import heads as p
from pipeline.patterns.head_times import SINCE_BASE
from pipeline.records import Basis, Modality
from pipeline.tables.units import POINT, Unit, known_unit
from pipeline.tabulate.head import Head
from pipeline.tabulate.period import Period
from pipeline.tabulate.sums_in_heads import without_sums
from pipeline.tabulate.times import period
from pipeline.tabulate.words import levels, trimmed, unit_in, without

_AMOUNTS = ("额", "数", "量", "值")
_ANOMALY = "距平"
_PEERS = ("全省", "全国", "全市", "全州", "全县", "全区")


def head_of(path: Sequence[Phrase], now: Period | None, beside: Collection[str] = ()) -> Head:
    """The head of a column from the cells above it, the outer first; ``now``
    is the period of the table, ``beside`` what stands last in the heads below the same outer one.
    """
    unit, counted, own, rest = None, None, None, list[Phrase]()
    path, bracketed = without_sums(path)
    if not all(map(_is_closed, path)):
        path = [joined(path)]  # a head broken over two lines: （亿 | 元）
    for level, phrase in enumerate(path):
        alone, phrase = _unit_alone(phrase, beside) if level else (None, phrase)
        own, phrase = _unit_of(phrase.without(p.WITHIN)) if alone is None else (alone, phrase)
        counted = alone or counted
        unit = _kept(unit, alone) or own or unit
        rest.append(phrase)
    telling = list(filter(_tells, rest))
    said = levels([phrase for phrase in rest if phrase in telling or not telling])
    found = reading(said, unit, now)
    unit = _moved_in(found, outer=own is None)
    return replace(found, unit=unit, counted=counted, bracketed=bracketed)


def _moved_in(found: Head, *, outer: bool) -> Unit | None:
    """The unit of a head; points of a change of a ratio, where only an outer head says %: 药占比（%） |
    同比±."""
    ratio = found.unit is not None and found.unit.kind == "ratio"
    moved = found.role == "change" and p.RATIO_NAME.search(found.measure)
    return POINT if outer and ratio and moved else found.unit


def _kept(outer: Unit | None, alone: Unit | None) -> Unit | None:
    """The ratio that an outer head states, above one that only counts: 增减% | 件."""
    return outer if outer and alone and outer.kind == "ratio" else None


def _tells(phrase: Phrase) -> bool:
    """Whether a head says more than that a number stands there."""
    silent = (p.GENERIC, p.FORMULA, p.SORTED_BY)
    told = p.BACK.search(phrase) or not any(one.fullmatch(phrase) for one in silent)
    return bool(phrase and told)


def _is_closed(phrase: Phrase) -> bool:
    """Whether every bracket that a head opens is closed in it."""
    return phrase.count("（") + phrase.count("(") == phrase.count("）") + phrase.count(")")


def _unit_of(phrase: Phrase) -> tuple[Unit | None, Phrase]:
    """The unit that a head states, and the rest; what an index is against （上年=100） stays."""
    own, rest = unit_in(phrase)
    return own, phrase if own and own.kind == "index" else rest


def _unit_alone(phrase: Phrase, beside: Collection[str]) -> tuple[Unit | None, Phrase]:
    """The unit that is all an inner head says: 播种面积 | 万亩; a word that is a thing too only
    beside others of which all are units: 来访 | 批, 人次."""
    amount = _amount(phrase)
    if amount and p.NO_UNIT_ALONE.fullmatch(phrase):
        alike = all(map(_amount, beside))
        amount = amount if alike and not all(map(p.NO_UNIT_ALONE.fullmatch, beside)) else None
    return (amount, NOTHING) if amount else (None, phrase)


def _amount(word: str) -> Unit | None:
    """The unit of an amount that a word says."""
    found = known_unit(word)
    ratio = found is None or found.kind in ("ratio", "point", "multiple", "index")
    return None if ratio else found


def reading(phrase: Phrase, unit: Unit | None, now: Period | None) -> Head:
    """A head without its unit, as read."""
    found, phrase = _role(phrase.without(p.SO_MANY_YEARS), unit)
    when, phrase = period(phrase, now)
    if found.role == "change" and unit is None and p.SHARE.search(found.compared):
        unit = POINT
    phrase = phrase.without(p.TILL) if when else phrase
    found = replace(found, unit=unit, when=when)
    found = _as_of(found, when or now)
    found, phrase = _modality(found, phrase)
    if found.role == "change":
        phrase = phrase.without(p.ADJUSTED)
    measure = _of_index(found, trimmed(phrase))
    if found.role == "change" and unit is None and p.RATIO_NAME.search(measure):
        found = replace(found, unit=POINT)
    return replace(found, measure=measure)


def _of_index(found: Head, measure: Phrase) -> Phrase:
    """What a head measures: 1—11月平均 | 上年同期=100 no mean, but an index over months."""
    averaged = found.role == "level" and found.against and p.AVERAGED.fullmatch(measure)
    return NOTHING if averaged else measure


def _role(phrase: Phrase, unit: Unit | None) -> tuple[Head, Phrase]:
    if p.CONTRIBUTION.search(phrase):
        return Head(), phrase
    ratio = unit is not None and unit.kind in ("ratio", "point")
    amount = unit is not None and not ratio
    for pattern, role, allowed in (
        (p.INDEX, "level", True),
        (p.RANK, "rank", not ratio),
        (p.OF_LAST, "share", not amount),
        (p.COMPLETED, "completion", not amount),
        (p.CHANGE, "change", True),
        (p.COMPARED, "change", True),
        (p.BESIDE, "change", ratio),
        (p.SHARE, "share", not amount),
        (p.DONE_OF_DUE, "completion", ratio),
    ):
        match = pattern.search(phrase) if allowed else None
        if match is None or (pattern is p.CHANGE and _is_name(match, phrase)):
            continue
        if pattern is p.INDEX:
            said = phrase[match.start() : match.end()]
            time = not p.NO_TIME.fullmatch(match["against"])
            base = _group(match, "against", phrase) if time else NOTHING
            return Head(compared=said, against=base), without(phrase, *match.span())
        return _as(role, pattern, match, phrase, amount)
    return Head(), phrase


def _is_name(match: Any, phrase: Phrase) -> bool:
    """Whether words of a change name something by itself: 贸易差额, 自然增长率, and a rate that is
    reached or missed, 能耗下降率."""
    if match["basis"] or not match.start():
        return False
    planned = p.PLANNED.search(phrase) or p.DONE.search(phrase)
    fall = bool(planned) and p.FALL_RATE.match(phrase, match.start()) is not None
    return fall or p.NO_CHANGE.match(phrase, max(0, match.start() - 2), match.end()) is not None


def _as(role: Any, pattern: Any, match: Any, phrase: Phrase, amount: bool) -> tuple[Head, Phrase]:
    said, rest = phrase[match.start() : match.end()], without(phrase, *match.span())
    if role == "rank":
        return Head("rank", among=_group(match, "among", phrase), compared=said), rest
    if pattern is p.OF_LAST:
        return Head("share", compared=said, against=_group(match, "against", phrase)), rest
    if role == "share":
        return Head("share", compared=said), phrase
    if role == "completion":
        return Head("completion", against=_group(match, "due", phrase), compared=said), rest
    against = _group(match, "against", phrase)
    if pattern is p.BESIDE:
        basis = _basis("", against)
        return Head("change", basis=basis, form="difference", compared=said, against=against), rest
    return _moved(match, against, said, rest, amount)


def _moved(
    match: Any, against: Phrase, said: Phrase, rest: Phrase, amount: bool
) -> tuple[Head, Phrase]:
    """A change, and what else its head says: 同比增减 | 增减额, 同比 | 新收±%."""
    amount = amount or said.endswith(_AMOUNTS)
    basis = match["basis"]
    if inner := p.CHANGE.search(rest) or p.COMPARED.search(rest):
        more = rest[inner.start() : inner.end()]
        basis, against = basis or inner["basis"], against or _group(inner, "against", rest)
        said, rest = said + more, without(rest, *inner.span())
        amount = amount or more.endswith(_AMOUNTS)
    return _change(basis or "", against or _mean(said), said, amount=amount), rest


def _change(basis: str, against: Phrase, said: Phrase, *, amount: bool) -> Head:
    """The head of a change against something, of which ``basis`` are the words."""
    found = _basis(basis, against)
    told = found in ("peer", "plan", "base") or p.PART_OF_YEAR.fullmatch(against)
    return Head(
        "change",
        basis=found,
        form="difference" if amount else "rate",
        compared=said,
        against=against if told else NOTHING,
    )


def _mean(said: Phrase) -> Phrase:
    """What 距平 is held against, which the word itself says."""
    anomaly = said.startswith(_ANOMALY)
    return supplied("多年平均", said.start, "anomaly") if anomaly else NOTHING


def _group(match: Any, name: str, phrase: Phrase) -> Phrase:
    return phrase[slice(*match.span(name))] if match[name] else NOTHING


def _as_of(found: Head, now: Period | None) -> Head:
    """A change against a year, which is a base unless it is the year before."""
    year = str(found.against)[:4]
    if found.basis == "base" and now and year.isdigit() and int(year) == now.end - 1:
        return replace(found, basis="yoy", against=NOTHING)
    return found


def _basis(said: str, against: str) -> Basis:
    part = against.startswith(("上月", "上季")) or p.PART_OF_YEAR.fullmatch(against)
    if part or said.endswith("环比"):
        return "previous_period"
    if ("年均" in said or "平均" in said) and not against:
        return "annual_average"
    if against.startswith(_PEERS):
        return "peer"
    if against in ("计划", "预算") or against.endswith(("进度", "目标", "任务")):
        return "plan"
    return "base" if SINCE_BASE.search(against) else "yoy"


def _modality(found: Head, phrase: Phrase) -> tuple[Head, Phrase]:
    """Planned or reached, where the head says it.

    A completion is reached, whatever it is held against.
    """
    if found.role == "completion":
        return replace(found, modality="actual", meant=found.compared), phrase
    done = p.DONE.search(phrase)
    match = done or p.PLANNED.search(phrase)
    if match is None:
        by_then = c.DONE_BY_THEN.search(phrase)
        said = phrase[by_then.start() : by_then.end()] if by_then else NOTHING
        return (replace(found, modality="actual", meant=said) if by_then else found), phrase
    modality: Modality = "actual" if done else "target"
    said = phrase[match.start() : match.end()]
    summed = said.startswith("累计") and match.end() < len(phrase)  # 累计完成|投资: of how long
    rest = phrase if summed else without(phrase, *match.span())
    rest = NOTHING if p.PLANNED.fullmatch(rest) else rest  # 2024年预算 | 预算数
    return replace(found, modality=modality, meant=said), rest
