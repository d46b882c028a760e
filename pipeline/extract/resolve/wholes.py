"""Wholes and parts: what a figure behind 其中, in a bracket or among others is a part of."""

from __future__ import annotations

import regex

from pipeline.extract import beside
from pipeline.extract.mentions import CLAUSES_BACK, LIST_OPENERS, Mention
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.predicates import RATIOS
from pipeline.extract.resolve import units
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row
from pipeline.extract.subjects import Head
from pipeline.patterns import clauses as c

# 死亡事故中，|农村道路占比六成: those of whom the figures behind are a part
AMONG_WHICH = regex.compile(
    r"(?<=\p{Han}{2})(?<![其集途空]|过程|工作|活动|行动|建设|服务|改革|发展|运行|实践|推进|整治|斗争|会议|期间|检查|执法|监督|比赛|评比|竞赛|考核"
    r"|评选)中$",
)
# 涉物业的|占|四成, 消费类|占|46%: a share of those counted
SHARE_SAID = regex.compile(r"(?<=[\p{Han}”])占(?:比|了)?(?:约|近|超过?|达到?)*\s*$")
WHICH_OF_THEM = regex.compile(r"的(?:有|共)?\s*$")
_WHOLES = 3  # rows back in which a part finds a whole that is counted alike


def whole_of(setting: Setting, state: State, lead: Mention, head: Head) -> Phrase:
    """Give what a figure is a part of: opened by 其中, in a bracket, or in the list of such a one.

    死亡事故中，|农村道路占比六成: or the clause says among which.
    """
    if among := _among_which(setting, lead):
        return among
    if head.within or c.WITHIN.fullmatch(setting.view, *beside.before(setting.sentence, lead)):
        wholes = (row for row in state.antecedents if not (row.within or row.whole))
        held = [row for row in wholes if _may_hold(setting, row, lead)]
        counted = (
            row for row in held[:_WHOLES] if row.value and units.of_whole(row.value.unit, lead.unit)
        )
        last = next(counted, held[0] if held else None)
        return last.name if last else NOTHING
    if state.last is None:
        part = state.earlier[-1] if state.earlier and setting.chained else None
        next_part = part and part.whole and _alike(part, lead)
        return part.whole if part and next_part and not _whole_itself(setting, lead) else NOTHING
    if lead.bracketed:
        outer = (row for row in reversed(state.recent) if not row.mention.bracketed)
        return next((row.name for row in outer), NOTHING)
    which = WHICH_OF_THEM.search(setting.view, *lead.figure.left)  # 新增86亩（其中水田8亩），已验收的有|60亩|
    before = state.last if which else state.before(lead)  # 其中甲88所（公办51所）、|乙46所|
    return before.whole if before and _next_part(setting, before, lead, head) else NOTHING


def _among_which(setting: Setting, lead: Mention) -> Phrase:
    """Take the last clause without figures before one, where it says among which: 死亡事故中，."""
    sentence = setting.sentence
    for index in reversed(range(max(0, lead.cell - CLAUSES_BACK), lead.cell)):
        cell = sentence.cells[index]
        if cell.figures:
            continue
        said = AMONG_WHICH.search(setting.view, *cell.span)
        return sentence.theme(index).by("among") if said else NOTHING
    return NOTHING


def _whole_itself(setting: Setting, lead: Mention) -> bool:
    """收入…，其中拨款…；|总支出|171万元，其中…: whether a figure has parts of its own."""
    following = setting.sentence.cells[lead.cell + 1 : lead.cell + 2]
    return bool(following) and c.WITHIN.match(setting.view, *following[0].span) is not None


def _may_hold(setting: Setting, row: Row, lead: Mention) -> bool:
    """Tell whether a figure may be a part of a row: 其中|刑事案件345件 is none of 结案率97.3%.

    Nor is a share (其中|涉物业的占|42.6%) one of a rate, or of what each has (人均管护2100亩),
    nor what grew, 其中|技改投资增长22%, of 占全部投资的比重44.7%.
    """
    rate = row.value is not None and row.value.unit in RATIOS
    if SHARE_SAID.search(setting.view, lead.subject.start, lead.figure.numeral.span.start):
        return not rate and not c.PER_START.match(row.name)
    grew = lead.said.role == "change" and lead.unit == "%"
    return not rate or (lead.unit in RATIOS and not grew)


def _next_part(setting: Setting, before: Row, lead: Mention, head: Head) -> bool:
    """Tell whether a figure is one more part of a whole: 其中甲7户，乙5户，|丙3户."""
    if not before.whole or not _alike(before, lead):
        return False
    opened = beside.before(setting.sentence, before.mention)  # 其中|，甲增长7%、乙增长5%
    if before.within or c.WITHIN.fullmatch(setting.view, *opened):
        return lead.opener in LIST_OPENERS or lead.opener == "，"
    verb = head.action.start < head.action.end
    return not verb and before.mention.opener == lead.opener and lead.opener in ("，", "、")


def _alike(row: Row, lead: Mention) -> bool:
    """Tell whether a figure says the same as the one before: how many there are, or how it grew."""
    if row.value is None and row.changes:
        return lead.said.role == "change" and row.changes[0].quantity.unit == lead.unit
    return row.value is not None and row.value.unit == lead.unit
