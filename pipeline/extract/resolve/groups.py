"""Figures that share one predicate: 分别下降14.9%、33.7%、13.1%."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import enumerations, measures
from pipeline.extract.mentions import LIST_OPENERS, Mention
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import moves, one_kind
from pipeline.patterns import clauses as c

LEVEL_VERB = regex.compile(r"突破|超过|达到|迈上|跨上|站上|跃上|超越|登上")

SEVERAL = regex.compile(r"[、和及与]")
COUNTS_APART = regex.compile(r"累计|[日月年]均")
_LEAST_ITEMS = 3
_SHARED_CUES = frozenset(("bound", "adverb", "from", "each"))


def group_from(
    setting: Setting, state: State, mentions: list[Mention], start: int
) -> tuple[Mention, ...]:
    """Give the mentions from ``start`` on that are one list."""
    if count := _one_an_item(setting, mentions, start):
        return tuple(mentions[start : start + count])
    group = [mentions[start]]
    for at in range(start + 1, len(mentions)):  # no copy of the rest for each
        if not _continues(setting, state, group, mentions[at]):
            break
        group.append(mentions[at])
    return tuple(group)


def _one_an_item(setting: Setting, mentions: list[Mention], start: int) -> int:
    """Count the numbers of a list that has one for each item: 下架灶具、调压阀、软管64台、118只、302米.

    0 for others; two numbers may be of one thing, and so may those of one unit.
    """
    lead = mentions[start]
    if lead.said.role != "value" or not SEVERAL.search(setting.view, *lead.subject):
        return 0
    items = enumerations.split(setting.sentence.text(lead.subject), c.COORDINATION)
    count = len(items)
    numbers = mentions[start : start + count]
    least = 2 if all(measures.is_measure(item) for item in items) else _LEAST_ITEMS
    if count < least or len({one.unit for one in numbers}) < count:
        return 0
    bare = all(_is_next_number(setting, one) for one in numbers[1:])
    silent = not any(setting.sentence.text(one.behind) for one in numbers[:-1])
    return count if bare and silent else 0


def _is_next_number(setting: Setting, mention: Mention) -> bool:
    """Tell whether nothing but a bound stands between a number and the one before it."""
    bare = mention.opener in LIST_OPENERS and mention.subject.end <= mention.subject.start
    return bare and mention.first_in_cell and set(mention.said.said) <= _SHARED_CUES


def _continues(setting: Setting, state: State, group: list[Mention], mention: Mention) -> bool:
    lead, before = group[0], group[-1]
    if mention.comparand:
        return False
    apart = mention.opener == "，" and _more_named(setting, lead, mention, len(group))
    if not (apart or mention.opener in LIST_OPENERS) or not mention.first_in_cell:
        return False
    if setting.sentence.text(before.behind):
        return False
    if mention.said.role == "rank":  # 分别居全市第2位、|第4位
        return lead.said.role == "rank" and not mention.said.among and not mention.subject_said
    left = mention.figure.left
    if LEVEL_VERB.search(setting.view, *left) and not lead.said.shared:
        return False  # 新增1700公里、|突破7000公里
    if setting.sentence.text(mention.behind) and not lead.said.shared:
        return False
    if COUNTS_APART.search(setting.view, *left) and not COUNTS_APART.search(
        setting.view, *lead.figure.left
    ):
        return False  # 完成培训4.6万人次、|累计|7.9万人次
    each = _each_moved(setting, state, group, mention)
    return _bare(state, lead, mention, each=each) and _alike(state, lead, before, mention)


def _each_moved(
    setting: Setting, state: State, group: Sequence[Mention], mention: Mention
) -> bool:
    """出口71亿元、进口21亿元，增长12%和|下降8%: whether a list gives each thing told a verb of its own."""
    lead, told = group[0], len(group) + 1
    own = {"moved", "grown", "basis", "bound"}
    verbs = all(own.issuperset(one.said.said) for one in (lead, mention))
    if not verbs or mention.opener not in LIST_OPENERS or not mention.said.moved:
        return False
    text = setting.sentence.text(setting.sentence.subject_of(lead))
    if text:
        return len(enumerations.split(text, c.COORDINATION)) >= told
    rows = state.recent[-told:]
    if len(rows) < told or any(row.changes for row in rows):
        return False
    units = [one.unit for one in (*group, mention)]
    levels = [row.value.unit for row in rows if row.value]  # not 支出56亿元，增支2亿元、|增长3.7%
    return units == levels if "%" not in units else len(set(units)) == 1


def _more_named(setting: Setting, lead: Mention, mention: Mention, count: int) -> bool:
    """城镇、农村收入分别增长8%，|下降2%: whether a list of changes names more than it has so far."""
    if not lead.said.shared or {lead.said.role, mention.said.role} != {"change"}:
        return False
    text = setting.sentence.text(setting.sentence.subject_of(lead))
    return not mention.subject_said and len(enumerations.split(text, c.COORDINATION)) > count


def _bare(state: State, lead: Mention, mention: Mention, *, each: bool) -> bool:
    """Tell whether nothing but a bound stands before an item, or a verb of its own in 分别….

    同比分别上升8.6%、下降2.1%: the signs differ, the list is one; so behind a list of levels;
    ``each``: it gives each thing a verb.
    """
    if mention.subject.end > mention.subject.start:
        return False
    cues = set(mention.said.said)
    if each:
        return cues <= {"moved", "grown", *_SHARED_CUES}
    several = lead.said.shared or (state.listed > 1 and not lead.subject_said)
    if several and lead.said.role == "change" and mention.said.role == "change":
        cues -= {"moved"}
    return cues <= _SHARED_CUES


def _alike(state: State, lead: Mention, before: Mention, mention: Mention) -> bool:
    """Tell whether an item is counted as the one before it, or as a level of the sentence is."""
    if one_kind(mention.unit, before.unit) or lead.said.shared:
        return True
    if lead.said.role != "change" and not (lead.said.grown and lead.said.compares):
        return False  # 减少5起、4人, 同比增加18辆次、11.7万元
    return any(row.value and moves(mention.unit, row.value.unit) for row in state.recent)
