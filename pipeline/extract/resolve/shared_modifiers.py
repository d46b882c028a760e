"""The modifier that an item of a list leaves out: 国家级绿色工厂136家、|绿色工业园区|10家."""

from __future__ import annotations

import re
from itertools import pairwise

import regex

from pipeline.extract import measures
from pipeline.extract.mentions import LIST_OPENERS, Mention
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.resolve.state import State
from pipeline.extract.row import Row
from pipeline.patterns import clauses as c

# 农民人均纯收入 takes no 城镇 from the item before
OF_A_LEVEL = regex.compile(
    r"(?:自治[区州县]|[省市县区州部厅](?!场|民|政)|国家|全国|中央)(?=\p{Han}{2})"
)
OWN_PEOPLE = re.compile(r"农民|农牧民|农村|乡村|市民|职工|全体|城[镇乡市]")
# 报销比例|职工85%、|居民70%: what is measured stands before the items
MEASURED_FIRST = regex.compile(
    r"^(?P<of>.{2,}?(?:比例|率|标准|满意度|工资|收入|费用|价格|得分|补助|补贴))(?P<who>\p{Han}{2,4})$"
)
_SHORT_ITEM = 4
_ITEMS_BACK = 8


def shared_modifier(state: State, lead: Mention, name: Phrase) -> Phrase:
    """Give the modifier that an item of a list leaves out.

    国家级绿色工厂136家、|绿色工业园区10家; 每百户拥有汽车46辆、|电脑62台; 人均绿地面积、|道路面积.
    """
    before = state.before(lead)
    if before is None or lead.opener not in LIST_OPENERS or lead.position:
        return NOTHING
    if name.endswith(("其他", "其它")):  # 农村公路12亿元、|场站及其他|8亿元
        return NOTHING
    if of := _measured_first(before, lead, name):
        return of
    rest = before.name.removeprefix(before.action)
    found = c.SHARED_MODIFIER.match(rest)
    if not found or found.end() >= len(rest) or c.SHARED_MODIFIER.match(name):
        return NOTHING
    if _levels_apart(state, before) or not measures.takes_modifier(found.group(), name):
        return NOTHING
    # 新增国家高新技术企业15家、|自治区科技小巨人|14家; 学前毛入园率98%、|高中毛入学率|96%
    if OF_A_LEVEL.match(name) or c.OF_A_STAGE.match(name):
        return NOTHING
    # 民营经济|实现|营收20亿元、税金, 规上工业企业营业收入、|利润总额: of who acts, or whose that is
    if c.ACTION.search(rest, found.end()) or measures.measure_of(name) == name:
        return NOTHING
    thing = str(rest[found.end() :])
    if len(name) > len(thing) <= _SHORT_ITEM and name.endswith(thing):
        return NOTHING  # 国家标准17项、|行业标准|22项
    if OWN_PEOPLE.match(name):  # 城镇居民人均可支配收入、|农民人均纯收入
        return NOTHING
    per = c.PER_PREFIX.match(rest)
    counted = before.value is not None and before.value.unit == lead.unit
    return rest[: found.end()].by("shared_modifier") if per or counted else NOTHING


def _levels_apart(state: State, before: Row) -> bool:
    """Tell whether items say their levels themselves: 国家级3家、省级28家、|创新型中小企业|65家."""
    near = state.rows[-_ITEMS_BACK:]
    pairs = pairwise(near)
    other = next((first for first, second in pairs if second is before), None)
    if other is None:
        return False
    levels = [OF_A_LEVEL.match(row.name.removeprefix(row.action)) for row in (other, before)]
    said = {level.group() for level in levels if level}
    return len(said) > 1


def _measured_first(before: Row, lead: Mention, name: Phrase) -> Phrase:
    """Give what was measured before the first item: 报销比例|职工85%、|居民70%."""
    first = MEASURED_FIRST.match(before.name)
    unit = before.value.unit if before.value else ""
    alike = first is not None and unit == lead.unit and len(name) <= _SHORT_ITEM
    twin = first is not None and {str(name), first["who"]} == {"进口", "出口"}
    if first and alike and twin:  # 应用率|进口69%、出口91%
        return before.name[: first.end("of")].by("shared_modifier")
    if not first or measures.is_measure(first["who"]):  # 上级补助收入143亿元、|上年结转|9.7亿元
        return NOTHING
    if not alike or measures.is_measure(name) or c.ACTION.match(name):
        return NOTHING
    return before.name[: first.end("of")].by("shared_modifier")
