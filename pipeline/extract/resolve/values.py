"""The levels of a group: new rows, or the level of what was just changed."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import actions, beside, coordination, lists, measures
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase, stands_for, take
from pipeline.extract.resolve import (
    ellipsis,
    former_latter,
    goals,
    governors,
    listed,
    naming,
    others,
    place_items,
    shares,
    so_far,
    wholes,
)
from pipeline.extract.resolve.changes import as_growth
from pipeline.extract.resolve.continued import continuing, dated, sized
from pipeline.extract.resolve.second_lists import second_list
from pipeline.extract.resolve.shared_heads import shared_head
from pipeline.extract.resolve.shared_modifiers import shared_modifier
from pipeline.extract.resolve.silent import says_nothing
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.resolve.summed import together
from pipeline.extract.row import INCREMENTS, Row
from pipeline.extract.subjects import Head
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Span

BARE_CLASSIFIER = regex.compile(r"(?:首批|第[一二三四五六]批|各类|各级)$")

_NOMINAL = frozenset(words("verbal_noun"))
# 各县（市）|分别|改造商业步行街1条以上
SEPARATELY = regex.compile(r"(?<=\p{Han}{2}|）)(?:分别|依次)(?=\p{Han}{2})")


def with_values(setting: Setting, state: State, group: Sequence[Mention]) -> State:
    """Place levels."""
    lead = group[0]
    owner = state.bases[0] if state.bases else lead
    if state.bases and setting.sentence.nothing(owner.subject):
        owner = lead  # 由9个|网格|调整为12个: what they are stands behind the earlier number
    head = setting.sentence.head(owner.subject)
    subject = Span(head.start, owner.subject.end)
    behind = group[-1].behind if len(group) == 1 else Span(lead.figure.end, lead.figure.end)
    if len(group) == 1 and not setting.sentence.text(behind):
        behind = lists.beside_it(setting.sentence, lead) or behind
    if len(group) == 1 and (due := goals.due_in_bracket(setting, state, lead)):
        rows = [Row(due, None, owner, goal=naming.goal_at(setting, lead))]
    else:
        rows = shares.completions(setting, state, group, owner)
    if len(group) == 1 and (share := shares.of_another(setting, state, lead)):
        rows = [Row(share, None, owner)]
    if not rows and len(group) == 1:
        there = others.counted(setting, state, owner, head, behind)
        there = there or place_items.valued(setting, state, owner, head, behind)
        rows = [there] if there else rows
    if not rows and len(group) == 1 and (summed := together(setting, state, lead)):
        share = shares.of_all(setting, lead, subject, summed)
        rows = [Row(share or summed, head.scope, owner, completed=True)]
    if len(group) == 1 and (one := former_latter.meant_item(setting, state, lead)):
        rows = [Row(one, head.scope, owner)]
    silent = not rows and says_nothing(setting, state, lead, subject, behind)
    if silent and len(group) == 1 and (what := beside.measured(setting.sentence, owner)):
        rows, silent = [Row(what, head.scope, owner)], False
    if silent:
        continued = continuing(setting, state, group)
        if continued is not None:
            return continued
    rows = rows or _named(setting, state, group, owner, head, subject, behind)
    subject_said = bool(setting.sentence.text(subject))
    placed = [
        _valued(setting, state, row, mention, group, position, head, subject_said)
        for position, (row, mention) in enumerate(zip(rows, group, strict=True))
    ]
    return state.plus(placed, listed=len(placed) if len(placed) > 1 else 0)


def _whose(state: State, share: Phrase) -> Phrase | None:
    """Give whose a share is, where it is one of what was just told of a kind of bodies.

    全市规上高新技术企业完成产值386亿元，|占规上工业总产值的41.2%.
    """
    last = state.last
    if last is None or last.scope is None or last.scope.last_rule != "agent":
        return None
    return last.scope if share.startswith(str(last.name)) else None


def _named(
    setting: Setting,
    state: State,
    group: Sequence[Mention],
    owner: Mention,
    head: Head,
    subject: Span,
    behind: Span,
) -> list[Row]:
    """Draft a row for each value; ``head`` and ``subject`` are the words of ``owner``."""
    lead, count = group[0], len(group)
    goal = naming.goal_at(setting, lead)
    whole = wholes.whole_of(setting, state, lead, head)
    if each := shares.of_each(setting, state, group, subject):
        return [Row(one, head.scope, owner, whole=whole) for one in each]
    if said := shares.of_one(setting, state, group, subject):
        scope = head.scope or _whose(state, said[0])
        return [
            Row(share, scope, owner, whole=whole, within=head.within, goal=goal) for share in said
        ]
    behind = _shared_behind(setting, group, owner, subject, behind)
    subject = lists.without_whom(setting.sentence, lead, subject)
    name = naming.worded(setting, state, group, owner, subject, behind)
    if count == 1:
        name = so_far.told_apart(setting, state, lead, name)
        name = goals.without_the_plan(state, name, goal=goal is not None)
    left = ellipsis.left_out(setting, state, name, lead)
    whole = whole or left
    verb = _verb(setting, head, subject, behind)
    carried = listed.for_whom(setting, state, lead)
    carried = carried or listed.carried(setting, state, lead, head, behind)
    headless = name if count == 1 and not setting.sentence.text(behind) else NOTHING
    if not carried and (verb in ("", name) or verb in _NOMINAL):  # 每千人口医师3人、|注册护士|4人
        name = shared_modifier(state, lead, name) + name
    if carried and not name.startswith(carried):
        inner = shared_modifier(state, lead, name)
        name, verb = carried + inner + name, str(carried)
    own = headless.removeprefix(str(carried)) if carried else headless
    if taken := shared_head(state, lead, own):
        name, verb = name + taken, str(carried)
    if count == 1:
        name = name.without(SEPARATELY)
    shared = [name]
    if count > 1:
        words = setting.sentence.cut(name)
        shared = second_list(state, name, count) or coordination.share_out(
            name, count, words, one_unit=len({mention.unit for mention in group}) == 1
        )
        shared = [shared[0], *(measures.completed_beside(shared[0], own) for own in shared[1:])]
    if apart := count > 1 and place_items.parted(state, shared, lead):
        return [Row(own, place, owner, verb, whole=whole, goal=goal) for place, own in apart]
    items = listed.items_of(shared, verb) if len(set(shared)) == count > 1 else [name[:0]] * count
    rows = []
    for own, item in zip(shared, items, strict=True):
        # 平台30家建成，石淙集团实现|销售额|: of that body, not of what was counted before
        whose = head.scope and head.scope.last_rule == "agent"
        full = own if left or whose else governors.completed(setting, state, own, owner)
        row = Row(
            full,
            head.scope or (_place(state) if carried else None),
            owner,
            verb,
            completed=full != own,
            within=head.within,
            whole=whole,
            item=item,
            goal=goal,
        )
        rows.append(row)
    return rows


def _place(state: State) -> Phrase | None:
    """Give where the act of the item before was done: 在平交路口增设减速带1280米、|爆闪灯|64套."""
    scope = state.last.scope if state.last else None
    return scope if scope and scope.first_rule == "place_of_the_act" else None


def _verb(setting: Setting, head: Head, subject: Span, behind: Span) -> str:
    """Give the verb that later items of a list may leave out."""
    view = setting.view
    if head.action.start < head.action.end <= subject.end:
        return view[head.action.start : head.action.end].removesuffix("了")
    if not setting.sentence.text(behind):
        return ""
    start = actions.trailing_action(view, subject, setting.sentence.edges)
    return view[start : subject.end].strip()  # 国家安排资金|改造和新建|1.88万所乡镇卫生院


def _shared_behind(
    setting: Setting, group: Sequence[Mention], owner: Mention, subject: Span, behind: Span
) -> Span:
    """Find the words behind a number, in the next item of its list where it has none of its own."""
    sentence = setting.sentence
    if len(group) > 1 or sentence.text(behind):
        return behind
    classified = BARE_CLASSIFIER.search(sentence.text(subject))
    if sentence.nothing(owner.subject) or classified:
        return lists.shared_behind(sentence, group[0])
    return behind


def _valued(
    setting: Setting,
    state: State,
    row: Row,
    mention: Mention,
    group: Sequence[Mention],
    position: int,
    head: Head,
    subject_said: bool,
) -> Row:
    """Give a row its value, its base, and the word of growth that stays in its name."""
    lead = group[0]
    row = sized(setting, row, mention, group)
    if len(group) > 1 and not row.scope and (each := mention.said.cue("each")):
        row = replace(row, scope=take(setting.view, each, "each"))
    if len(group) > 1 and mention.unit == "%" and (growth := c.RATE.match(row.name)):
        return as_growth(row, mention, growth)
    if state.bases:
        base = state.bases[min(position, len(state.bases) - 1)]
        row = replace(row, base=dated(setting, base, state.bases, lead), mention=lead)
        if row.base and row.value and row.base.unit.startswith(f"{row.value.unit}/"):
            row = replace(row, value=replace(row.value, unit=row.base.unit))  # 由每升78毫克提高到|92毫克
    between = Span(lead.said.subject.end, lead.figure.numeral.span.start)
    if mention.said.role == "change" and mention.said.sign < 0:
        own = Span(mention.said.subject.end, mention.figure.numeral.span.start)
        row = row.named(row.name + stands_for("减少", own, "fall_of_a_count"))
    if word := lead.said.grown:
        grown = stands_for(word, between, "increment")
        return replace(row, increment=True, name=_grown(row, grown, subject_said))
    increment = setting.view[head.action.start : head.action.end] in INCREMENTS
    return row if row.increment == increment else replace(row, increment=increment)


def _grown(row: Row, grown: Phrase, subject_said: bool) -> Phrase:
    if row.name.startswith(grown):
        return row.name
    if not subject_said and grown in ("增收", "增值"):  # 节约资金4亿元，|增值|2亿元
        return grown
    return row.name + grown if subject_said else grown + row.name.removeprefix(row.action)
