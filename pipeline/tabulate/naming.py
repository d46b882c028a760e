"""The name of a cell's figure: from its row, its column, the row it is part of, and the title."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.phrase import NOTHING, Phrase, supplied
from pipeline.extract.themes import MOST
from pipeline.lexicon import regions
from pipeline.patterns import heads as p
from pipeline.patterns import row_heads as r
from pipeline.patterns.counted_things import SCORE_LAST
from pipeline.tabulate.head import Head
from pipeline.tabulate.joining import of_row_and_column, of_total
from pipeline.tabulate.rows import Row

_SHORT = 4  # characters of a name that says too little by itself
_CLEAR = 2  # characters at its end that a name shares with what it is part of


class Named(NamedTuple):
    """What a row of the output says the figure measures."""

    name: Phrase
    topic: Phrase
    scope: Phrase


def named(
    row: Row,
    head: Head,
    above: Phrase,
    subject: Phrase,
    *,
    several: bool,
    indicators: bool,
    sized: bool,
    deep: bool = False,
    kinds: bool = False,
) -> Named:
    """Name, topic and scope.

    ``above`` names the row it is part of, ``subject`` is the table's; ``several``: the columns
    measure different things, ``indicators``: the rows are what is measured, not what it is measured
    of, ``sized``: the row above has figures of its own, ``deep``: it is a part itself; ``kinds``:
    the rows are kinds of what the title is of (起火原因, 五级分类).
    """
    measure = _measured(head, several=several)
    name, topic, scope = _composed(row, head, measure, above, subject, indicators=indicators)
    name = _of_index(name, head, subject)
    if not topic and head.whole not in name:
        topic = head.whole
    topic = _topic(name, row.name, topic, _of(name, subject, measure, above), deep=deep)
    if topic is not subject and not (measure or scope or row.total):
        name = _in_measure(row, name, topic, subject)
        topic = _of_measure(name, topic, subject) if head.role == "change" else topic
    bare = _is_bare(measure, head, placed=bool(scope or row.total))
    kept = any((sized, bare, kinds and topic is subject))
    return Named(name, topic if kept else _needed(name, topic), scope)


def _is_bare(measure: Phrase, head: Head, *, placed: bool) -> bool:
    """Whether a column says not of what its numbers are: 人数, 任务完成率 | 东镇."""
    return r.BARE_COUNT.fullmatch(measure) is not None or (placed and head.role == "completion")


def _needed(name: Phrase, topic: Phrase) -> Phrase:
    """The topic, where the name does not tell all by itself."""
    return NOTHING if _tells_all(name) else topic


def _of(name: Phrase, subject: Phrase, measure: Phrase, above: Phrase) -> Phrase:
    """What the title is of, unless the name tells it; a part of 收入 alone does not."""
    bare = len(above) <= _CLEAR and p.MEASURE.search(above) is not None
    told = name is subject or (_says(name, subject, measure) and not bare)
    return NOTHING if told else _one_way(name, subject)


def _one_way(name: Phrase, subject: Phrase) -> Phrase:
    """What the title is of, without 进出口 where a name says which of the two."""
    both = r.BOTH_WAYS.search(subject)
    told = both and not r.BOTH_WAYS.search(name) and r.ONE_WAY.search(name)
    return subject.without(r.BOTH_WAYS) if told else subject


def _tells_all(name: Phrase) -> bool:
    """Whether a name says by itself what is measured, and of what: not 第一产业|比重, of which?"""
    if r.COUNT_ALONE.search(name):  # 女|当选人数: of whom?
        return False
    own = name.without(p.STRUCTURE_LAST).without(SCORE_LAST)
    return len(own) > _SHORT and p.MEASURE.search(own) is not None


def _topic(name: Phrase, own: Phrase, topic: Phrase, subject: Phrase, *, deep: bool) -> Phrase:
    """The topic of a name, or what the title is of where the name, or that of its row, tells it."""
    sort = r.SORT_ALONE.fullmatch(topic) and subject
    for one in (subject, topic) if sort else (topic, subject):
        if one and one not in name and (deep or not _ends_alike(own, one)):
            return one
    return NOTHING


def _of_measure(name: Phrase, topic: Phrase, subject: Phrase) -> Phrase:
    """The topic of a part with what the title measures, where nothing else says what changed: 采掘 of
    生产资料, in a table of 出厂价格."""
    if not topic or any(p.MEASURE.search(one) for one in (name, topic)):
        return topic
    if topic in subject:
        return subject
    if not p.MEASURE.search(subject):
        return topic
    both = subject + supplied("·", topic.start, "table_title") + topic
    return both if len(both) <= MOST else subject


def _measured(head: Head, *, several: bool) -> Phrase:
    """What a column measures, with what a completion and a share of the year before are called."""
    if head.role == "completion":
        return _completion(head)
    measure = _measure(head.measure, several=several)
    return measure + _of_last(head) if head.role == "share" and head.against else measure


def _composed(
    row: Row, head: Head, measure: Phrase, above: Phrase, subject: Phrase, *, indicators: bool
) -> Named:
    """Row and column as a name, with the topic above it and the area that one of them is."""
    name = row.name.without(p.PLACE_TOTAL)
    if _is_bare_aim(row, name, measure, above, subject):
        measure = head.meant  # 城南街道 | 目标任务（户）
    said = measure or subject
    if not name:  # a row that is a year
        return Named(said, NOTHING if measure else above, NOTHING)
    if said and is_place(name):
        return Named(said, above, name)
    if row.total:
        return _total(row, head, measure, above, subject)
    if is_place(measure):
        return Named(name, above, measure)
    if measure:
        name = of_row_and_column(name, measure, indicators=indicators)
    return Named(name, above, NOTHING)


def _is_bare_aim(row: Row, name: Phrase, measure: Phrase, above: Phrase, subject: Phrase) -> bool:
    """Whether nothing but an aim says what a column measures of each place."""
    return not (measure or subject or above) and (row.total or is_place(name))


def _total(row: Row, head: Head, measure: Phrase, above: Phrase, subject: Phrase) -> Named:
    """The row of a total as a name: of what its shares are, before them."""
    if head.role not in ("completion", "share"):
        return Named(*of_total(row.name, measure, above, subject), NOTHING)
    whole, topic = of_total(row.name, NOTHING, above, subject)
    return Named(whole + measure, topic, NOTHING)


def _completion(head: Head) -> Phrase:
    """预算完成率, of 完成预算% or 执行数为预算数的%."""
    due = head.against.without(p.DUE_TAIL)
    if not due and p.PROGRESS.fullmatch(head.compared):
        return head.measure + head.compared
    at = head.compared.start if head.compared else 0
    return due + supplied("完成率", at, "completion")


def _in_measure(row: Row, name: Phrase, topic: Phrase, subject: Phrase) -> Phrase:
    """工业用电量, of 工业 below 第二产业 in a table of 全社会用电量."""
    said = p.MEASURED.match(subject) if topic else None
    if said is None or (row.unit and row.unit.kind == "count") or p.MEASURE.search(name):
        return name
    measure = subject[slice(*said.span("measure"))]
    return name if _shares(name, measure) or _shares(topic, measure) else name + measure


def _of_index(name: Phrase, head: Head, subject: Phrase) -> Phrase:
    """粮食价格指数（以上月价格为100）, of 粮食 below 以上月价格为100; other names as they are."""
    if head.role != "level" or not head.against:
        return name
    at, said = head.compared.start, head.compared
    if not p.INDEX_WORD.search(name):
        priced = "价格" in subject or "价格" in said
        name += supplied("价格指数" if priced and "价格" not in name else "指数", at, "index")
    return name + supplied("（", at, "index") + said + supplied("）", said.end, "index")


def _of_last(head: Head) -> Phrase:
    """为上年决算数的比率, of 决算数为上年决算数的%."""
    said = head.compared.without(p.SHARE_TAIL)
    return said + supplied("的比率", said.end, "share")


def is_place(phrase: Phrase) -> bool:
    """Whether a head is an area: 某县, 全市, 北京."""
    return bool(phrase) and (
        p.PLACE.fullmatch(phrase) is not None
        or str(phrase) in regions.regions()
        or (len(phrase) <= 4 and regions.leading(str(phrase)) is not None)
    )


def _measure(measure: Phrase, *, several: bool) -> Phrase:
    if p.GENERIC.fullmatch(measure):
        return measure if several and p.AMOUNT.fullmatch(measure) else NOTHING
    return measure


def _says(name: Phrase, subject: Phrase, measure: Phrase) -> bool:
    """Whether a name already tells what the title is of."""
    if not subject or subject in name or (measure and subject.endswith(measure)):
        return True
    if not measure and len(name) < _SHORT + name.endswith("数"):  # 未分配数
        return False
    return p.MEASURE.search(name) is not None and (
        not measure or measure not in name or _shares(name, subject)
    )


def _shares(name: str, subject: str) -> bool:
    return any(subject[i : i + 2] in name for i in range(len(subject) - 1))


def _ends_alike(name: str, topic: str) -> bool:
    """Whether the row of a part names its whole by itself: 税收收入 of 一般公共预算收入."""
    return len(name) > _CLEAR and len(topic) >= _CLEAR and name[-_CLEAR:] == topic[-_CLEAR:]
