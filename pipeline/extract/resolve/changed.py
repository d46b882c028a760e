"""Which rows a group of changes is of: named, the ones before, or new."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import beside, contributions, coordination, measures, names
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.predicates import Role
from pipeline.extract.resolve import (
    ellipsis,
    governors,
    growths,
    naming,
    place_items,
    told_together,
    turned,
    wholes,
)
from pipeline.extract.resolve.known import done_before, known_row
from pipeline.extract.resolve.nearest import added, counted_so, latest, of_their_unit
from pipeline.extract.resolve.roles import COUNTS
from pipeline.extract.resolve.second_lists import second_list
from pipeline.extract.resolve.state import RECENT, Setting, State
from pipeline.extract.resolve.summed import together
from pipeline.extract.row import Row
from pipeline.patterns import clauses as c
from pipeline.patterns.causes import AFFECTED_BY
from pipeline.patterns.ranks import ARENA_ONLY
from pipeline.records import Span

# （|剔除一次性因素后|增长3.4%）, （|按可比口径|）: under what a second growth of the same thing holds
CONDITION = regex.compile(r"(?:剔除|扣除|按|剔掉|不含|不计|考虑|如果|若).{2,20}(?:后|口径|价格?|计算|因素|影响)?|(?:同|可比)口径")
# 征收残保金628万元，|因落实减免政策|同比下降4.5%: why it moved; not 因超速引发的事故
CAUSE = regex.compile(
    r"(?:因|由于|得益于)(?![此公灾病私火交故])(?!.*(?:的|引[发起]|导致|造成|发生|死亡|受伤|致|案件|事故))"
    r"[^，。；\d]{2,24}"
    rf"|{AFFECTED_BY}"
)
FALL_NOUN = regex.compile(r"(?:降幅|跌幅|减幅)$")
GOAL_TAIL = regex.compile(r"(?:年初|年度|全年|原定|原)?(?:预期)?目标(?:值|数)?$")


def owners(
    setting: Setting,
    state: State,
    group: Sequence[Mention],
    owner: Mention,
    role: Role,
    name: Phrase,
) -> tuple[list[int], State]:
    """Find the rows that changes or ranks belong to, by index; add those that are missing."""
    if _against_several(setting, group):
        index, state = owners(setting, state, group[:1], owner, role, name)
        return index * len(group), state
    if naming.is_goal(setting, group[0]) and state.last and not state.last.goal:
        return _goal_apart(setting, state, group, owner)
    text = setting.sentence.text(setting.sentence.subject_of(owner))
    if not text and state.last and _is_goal(state.last) and not naming.is_goal(setting, group[0]):
        return _goal_apart(setting, state, group, owner)  # 年初目标增长8%，实际增长8.6%
    summed = told_together.SUMMED_UP.fullmatch(text) if len(group) > 1 else None
    if summed and summed["growth"] and (grown := told_together.grown(state, len(group))):
        return grown, state
    if len(group) > 1 and (first := told_together.first(state, text, len(group))):
        return first, state
    if len(group) == 1 and role == "change" and (whole := together(setting, state, group[0])):
        return added(state, [Row(whole, None, owner, completed=True)])
    refers = bool(CONDITION.fullmatch(text) or summed)
    refers = refers or bool(state.last and CAUSE.fullmatch(setting.sentence.text(owner.subject)))
    counts = role == "change" and text in COUNTS and len(state.rows) > 0
    known = of_their_unit(state, group, role, counts=True) if counts else None
    if known:
        return known
    if counts and len(group) == 1 and (at := counted_so(state, str(text))) is not None:
        return [at], state
    if not text or refers or (role == "rank" and ARENA_ONLY.fullmatch(text)):
        return _unnamed(setting, state, group, owner, role, name)
    return _named(setting, state, group, owner, role, name)


def _is_goal(row: Row) -> bool:
    """Tell whether a row is aimed at, and not only set beside what was reached."""
    return row.goal is not None and not row.beside


def _against_several(setting: Setting, group: Sequence[Mention]) -> bool:
    """Tell whether changes are of one thing, each against another: 同比、环比|分别增长8%和2%."""
    several = group[0].said.cue("several")
    items = setting.view[slice(*several)] if several else ""
    return len(group) > 1 and len(c.COORDINATION.split(items)) == len(group)


def _goal_apart(
    setting: Setting, state: State, group: Sequence[Mention], owner: Mention
) -> tuple[list[int], State]:
    """Set apart what is aimed at from what was reached: 工业用电量12亿千瓦时，力争增长8%."""
    text = setting.sentence.text(setting.sentence.subject_of(owner))
    if text:
        return _named(setting, state, group, owner, "change", NOTHING, known=False)
    last = state.rows[-1]
    name = last.name.removeprefix(last.action).by("inherited")
    goal = naming.goal_at(setting, group[0])
    rows = [Row(name, last.scope, mention, goal=goal) for mention in group]
    return added(state, rows)


def _unnamed(
    setting: Setting,
    state: State,
    group: Sequence[Mention],
    owner: Mention,
    role: Role,
    name: Phrase,
) -> tuple[list[int], State]:
    """Find the rows of figures that say no subject."""
    sentence, count = setting.sentence, len(group)
    pending = name or beside.pending(sentence, owner)
    shared = coordination.share_out(pending, count, sentence.cut(pending)) if pending else []
    if count > 1 and len(set(shared)) == count and len(state.rows) < count:
        return added(state, [Row(each, None, owner) for each in shared])
    if count == 1 and (what := beside.measured(sentence, owner)):
        return added(state, [Row(what, None, owner)])
    last = next((row for row in reversed(state.rows) if not row.beside), state.last)
    alone = last is not None and last.value is None and not group[0].said.against
    if last and alone and count > 1:  # 接待量、总收入翻番，年均增长|14%和18%|
        each_of = coordination.share_out(last.name, count, sentence.cut(last.name))
        if len(set(each_of)) == count:
            return added(state, [Row(each.by("inherited"), last.scope, owner) for each in each_of])
    if last and last.changes and last.mention.said.origin:
        level = turned.level(state, last) if len(group) == 1 else None
        once_more = [Row(last.name.by("inherited"), last.scope, owner) for _ in group]
        return ([level], state) if level is not None else added(state, once_more)
    timed = {one.figure.numeral.span.start for one in group} <= setting.times.shared.keys()
    if last and (timed or setting.times.other_period(owner, last.mention)):
        again = last.name.by("inherited")  # 上半年增长5.6%，下半年|增长6.2%
        return added(state, [Row(again, None, owner) for _ in group])
    if role == "change" and (moved := growths.apart(setting, state, group[0])):
        return added(state, [Row(moved, None, owner) for _ in group])
    if state.rows and all(row.beside and row.goal for row in state.rows):
        return added(state, [state.rows[-1].again()])  # 研发强度低于2.5%的目标|0.3个百分点
    if state.rows:
        return of_their_unit(state, group, role) or latest(setting, state, count, owner)
    own = pending or sentence.text(group[0].behind)
    found = coordination.share_out(own, count, sentence.cut(own))
    return added(state, [Row(each, None, owner) for each in found])


def _named(
    setting: Setting,
    state: State,
    group: Sequence[Mention],
    owner: Mention,
    role: Role,
    contest: Phrase,
    *,
    known: bool = True,
) -> tuple[list[int], State]:
    """Find the rows of figures by the subject they say."""
    sentence, count = setting.sentence, len(group)
    head = sentence.head(owner.subject)
    subject = Span(head.start, owner.subject.end)
    name = contest or owner.name or names.compose(
        setting.view, subject, Span(subject.end, subject.end), sentence.edges
    )
    found = second_list(state, name, count) or coordination.share_out(
        name, count, sentence.cut(sentence.text(subject))
    )
    if role == "change" and not (group[0].unit in ("百分点", "千分点") and FALL_NOUN.search(name)):
        found = [measures.what_moved(each.without(GOAL_TAIL)) for each in found]
    if known and (rows := place_items.moved(setting, state, found, owner)):
        return added(state, rows)
    goal = naming.goal_at(setting, group[0])
    told = known and not (head.within and role == "rank")
    indexes = []
    for each, full in zip(found, _completed(setting, state, found, owner), strict=True):
        index = known_row(state, each, role, part=head.within and count > 1) if told else None
        if index is None and known:
            index = done_before(state, each, group[0])
        if index is not None and len(state.rows[index].changes) >= RECENT:
            index = None
        if index is not None and setting.times.other_period(owner, state.rows[index].mention):
            index = None  # 2023年产值修订为19亿元，2024年|产值增长5%
        if index is None:
            whole = wholes.whole_of(setting, state, group[0], head)
            if not whole and contributions.pulls(each) and state.last:
                whole = state.last.name  # 纺织业产值下降8.8%，|下拉工业增速|1.1个百分点
            whole = whole or ellipsis.left_out(setting, state, each, owner)
            row = Row(full, head.scope, owner, within=head.within, whole=whole, goal=goal)
            [index], state = added(state, [row])
        indexes.append(index)
    return indexes, state


def _completed(
    setting: Setting, state: State, found: Sequence[Phrase], owner: Mention
) -> list[Phrase]:
    first = governors.completed(setting, state, found[0], owner)
    if first.last_rule == "measured_alike":  # 食品烟酒价格…，衣着、|居住|分别上涨
        return [first, *(governors.completed(setting, state, one, owner) for one in found[1:])]
    return [first, *(measures.completed_beside(found[0], each) for each in found[1:])]
