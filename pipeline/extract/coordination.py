"""Coordination: one name for several numbers, shared out to the items of its list."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import enumerations, rate_heads, twins
from pipeline.extract.enumerations import split
from pipeline.extract.measures import (
    dependent,
    is_measure,
    known_names,
    of_its_noun,
    takes_modifier,
)
from pipeline.extract.phrase import Phrase, supplied
from pipeline.lexicon import words
from pipeline.lexicon.words import by_end
from pipeline.patterns import clauses as c

# 中、高等|职业教育
SPLIT_GRADE = frozenset("高中初小大")
ENUMERATION = regex.compile(r"、")
CONJUNCTION = regex.compile(r"和|以及|与")
# 存、|贷款余额, 进、|出口额: of a pair that shares its second character
HALF_PAIRS = {"存": "贷", "贷": "存", "进": "出", "出": "进", "收": "支", "升": "降"}

_MEASURES = words("measure")
_LONG_HEADS = tuple(head for head in _MEASURES if len(head) > 1)
_LISTED_BY_END = by_end((*_MEASURES, "平均", "年均", "月均", "日均"))  # PM2.5|年均|浓度
_SHORT_KNOWN = 5  # characters of an indicator that items share whole
_SHORT_LEFT = 2  # characters that are left of an item without its measure
_NOMINAL = frozenset(words("verbal_noun"))
_DONE_TO_BODIES = frozenset(("检查", "服务", "救助", "资助"))  # 检查|企业、商户
_KINDS = frozenset("肉奶蛋鱼油茶菜果车船桥路村镇")
_SUBSTANCES = frozenset(words("substance"))
_OF_SUBSTANCES = words("of_substances")
_DONE_WITH = ("重点工程", *words("works"), "参保", "缴费", "接待", "维护", "养护")
# 技术改造, 设备更新: of one piece
OF_ITS_OWN = regex.compile(
    r"(?:技术|设备|城市|环境|生态|社会|污染|综合|基础设施)(?:改造|更新|治理|整治|建设|修复|提升)$"
)
_MEASURING_ENDS = ("率", "比", "额", "量", "值", "数")
_GROWTHS = words("rise_noun") + words("fall_noun")  # 居民消费价格|涨幅|、城镇调查失业率
_SECTORS = ("第一产业", "第二产业", "第三产业")
_PAIRS = (("城乡", "城镇", "农村"), ("存贷款", "存款", "贷款"), ("进出口", "进口", "出口"))


def share_out(
    name: Phrase, count: int, cut: Sequence[str], *, one_unit: bool = False
) -> list[Phrase]:
    """Give one name a number: 工业增加值、固定资产投资 → two; else the shared name for each.

    ``cut`` are the words of ``name``; a head that the items share (排放量) goes to each without one.
    ``one_unit``: the numbers are levels in one unit, so what the last one measures serves all.
    """
    if told := enumerations.one_by_one(name, count):  # 煤炭、电解铝|分别|淘汰产能
        return told
    if classed := enumerations.of_one_class(name, count):  # 新材料、生物医药|两大集群产值
        return classed
    if numbered := enumerations.numbered(name, count):  # 省赛一、二、三等奖
        return numbered
    for parts in (c.COORDINATION, ENUMERATION, CONJUNCTION):
        items = split(name, parts)
        if len(items) == count:
            things, growths = rate_heads.growths(items)
            runs = rate_heads.of_runs(things)
            headed = _with_shared_head(_whole_grades(things), cut)
            full = runs or rate_heads.with_shared_rate(headed)
            if one_unit and full[:-1] == things[:-1]:
                full = _with_last_measure(full, cut)
            grown = zip(full, growths, strict=True)
            return [(item.without(c.LIGHT_VERB) or item) + growth for item, growth in grown]
    if count == len(_SECTORS) and (at := name.find("三次产业")) >= 0:
        return [name.swapped(at, at + len("三次产业"), word, "pair") for word in _SECTORS]
    if count == 2:
        for pair, first, second in _PAIRS:
            if (at := name.find(pair)) >= 0:
                end = at + len(pair)
                return [name.swapped(at, end, word, "pair") for word in (first, second)]
    return [name] * count


def _with_shared_head(items: list[Phrase], cut: Sequence[str]) -> list[Phrase]:
    """二氧化硫、化学需氧量排放量 → 二氧化硫排放量; 国家级、部级创新平台 → 国家级创新平台."""
    if len(items) == 1:
        return items
    last, first = items[-1], items[0]
    opening = _lead(first, verbs=not any(is_measure(item) for item in items))
    if of_its_noun(first[:opening]) and (behind := twins.behind_like(items, cut)):
        shared = last[-behind:].by("shared_head")  # 国有企业、外资企业|税收
        return [*(item + shared for item in items[:-1]), last]
    if opening:  # 改造老旧|供热、燃气、排水管网
        inner = _with_shared_head([first[opening:], *items[1:]], cut)
        lead = first[:opening]
        shared = lead.by("shared_lead")
        noun = str(first[opening:])  # 国有|企业、民营企业: each says which itself
        own = [
            _has_lead(item) or noun in item[1:] or not takes_modifier(lead, item) for item in inner
        ]
        later = zip(inner[1:], own[1:], strict=True)
        return [lead + inner[0], *(i if alone else shared + i for i, alone in later)]
    before, behind = twins.with_prefix(items)
    if behind:  # 关区|进口、出口|通关时间
        tail = last[len(last) - behind :].by("shared_head")
        return [first + tail, first[:before].by("shared_lead") + last]
    pair = {first[-2:], last[:2]}
    if len(items) == 2 and any(pair == {a, b} for _, a, b in _PAIRS[1:]) and last[2:]:
        return [first + last[2:].by("shared_head"), last]  # 金融机构存款、|贷款余额
    if twins.stand_beside(first, last):  # 城镇居民、农村居民|人均收入
        tail = last[len(first) :].by("shared_head")
        return [*(item + tail for item in items[:-1]), last]
    if behind := twins.behind_size(items):  # 90平方米以下、144平方米以上|新建住宅价格
        shared = last[-behind:].by("shared_head")
        return [*(item + shared for item in items[:-1]), last]
    if behind := (
        twins.behind_insured(items)
        or twins.behind_first_word(items, cut)  # 小学、初中|在校生
        or twins.behind_like(items, cut)
        or twins.behind_rate(items)
    ):
        shared = last[-behind:].by("shared_head")
        return [*(item + shared for item in items[:-1]), last]
    length, rest = 0, str(last)
    while head := _measure_behind(rest):
        length, rest = length + len(head), rest.removesuffix(head)  # 水果|产量|占比
    length = length and length + _acts_before(rest, items)
    if not any(c.ACTION.search(item) or last.endswith(str(item)) for item in items[:-1]):
        length = max(length, _known_behind(str(last)))  # 市本级、县（市、区）|一般公共预算支出
    if length and first in _SUBSTANCES:  # 化学需氧量、二氧化硫|排放总量
        length += len(next((word for word in _OF_SUBSTANCES if rest.endswith(word)), ""))
    if first.endswith(("级", "类", "型")) and not last.endswith(("级", "类", "型")):
        length = _behind_grade(first, last, cut) or length
    if not length:
        return items
    shared = last[len(last) - length :].by("shared_head")
    return [*(item if _is_headed(item) else _headed(item, shared) for item in items[:-1]), last]


def _acts_before(rest: str, items: Sequence[str]) -> int:
    """Count what was done of what is measured, where the items are as long without it.

    道路、桥梁|改造|资金; 氮氧化物、化学需氧量|重点工程|减排量; not 工业、|技术改造|投资.
    """
    act = next((word for word in _DONE_WITH if rest.endswith(word)), "")
    own = len(rest) - len(act)
    alike = all(abs(len(item) - own) <= 1 for item in items[:-1])
    return len(act) if act and alike and own >= _SHORT_LEFT and not OF_ITS_OWN.search(rest) else 0


def _headed(item: Phrase, head: Phrase) -> Phrase:
    """战略性新兴产业、高新技术|产业产值: what an item ends with is said once."""
    return item + (head[2:] if head[:2] == item[-2:] else head)


def _with_last_measure(items: list[Phrase], cut: Sequence[str]) -> list[Phrase]:
    """同城、异地快递|业务量 → 同城快递业务量; 昼间、夜间|达标率 → 昼间达标率."""
    last = items[-1]
    word = next((one for one in reversed(cut) if last.endswith(one)), "")
    if word in _MEASURING_ENDS and len(cut) > 1:
        word = cut[-2] + word
    if not word.endswith(_MEASURING_ENDS) or len(last) - len(word) < _SHORT_LEFT:
        return items
    measured = any(is_measure(item) or item.endswith(_GROWTHS) for item in items[:-1])
    if not last.endswith(word) or measured:
        return items
    length = len(word) + _acts_before(last.removesuffix(word), items)
    shared = last[len(last) - length :].by("shared_head")
    return [*(item + shared for item in items[:-1]), last]


def _measure_behind(name: str) -> str:
    """Give the word of measure that stands behind something else in a name."""
    listed = _LISTED_BY_END.get(name[-1:], ())
    return next((word for word in listed if name.endswith(word) and len(name) > len(word)), "")


def _known_behind(last: str) -> int:
    """Count the characters of the indicator that stands behind something else in a name."""
    sizes = range(len(last) - _SHORT_LEFT, _SHORT_KNOWN - 1, -1)
    size = next((size for size in sizes if last[-size:] in known_names()), 0)
    acted = c.LIGHT_VERB.fullmatch(last[:-size]) or c.ACTION.fullmatch(last[:-size])
    return 0 if acted else size  # 接待游客、|实现|旅游总花费


def _whole_grades(items: list[Phrase]) -> list[Phrase]:
    """中、高等职业教育 → 中等职业教育、高等职业教育; 牛、羊肉 → 牛肉、羊肉."""
    last = items[-1]
    if len(last) == 2 and last[1:] in _KINDS and all(len(item) == 1 for item in items[:-1]):
        return [*(item + last[1:].by("shared_head") for item in items[:-1]), last]
    if len(items) == 2 and last[:1] == HALF_PAIRS.get(str(items[0][-1:])):
        of = items[0][:-1].by("shared_lead")  # 金融机构存、贷款余额
        return [items[0] + last[1:].by("shared_head"), of + last]
    one = last[:1] in SPLIT_GRADE or (last[:1] in "二三四五" and last[1:3] in ("产业", "级市"))
    if not one or any(len(item) > 1 for item in items[:-1]):
        return items
    full = [*(item + last[1:].by("shared_head") for item in items[:-1]), last]
    if last[1:3] == "产业":  # 一、二、三产业 are the first, second and third
        return [supplied("第", item.start, "shared_head") + item for item in full]
    return full


def _lead(first: str, *, verbs: bool) -> int:
    """Count the verb and the modifiers that open the first item of a list and serve all.

    What is measured needs no verb: 接待游客人次、旅游总花费.
    """
    at = 0
    verb = c.ACTION.match(first) if verbs else None
    acts = verb and (verb.group() not in _NOMINAL or verb.group() in _DONE_TO_BODIES)
    if verb and acts and verb.end() < len(first) - 1:
        at = verb.end()
    modifier = c.SHARED_MODIFIER.match(first, at)
    if modifier and modifier.end() < len(first) - 1:
        at = modifier.end()
    return at


def _has_lead(item: str) -> bool:
    # 国有企业营业收入、|利润: an owner completes it; 学前三年毛入园率、|九年义务教育|巩固率
    if dependent(item) or c.OF_A_STAGE.match(item) or item.startswith("城乡"):
        return True
    verb = c.ACTION.match(item)  # 改造燃气、|供热|、供水管网: those are no acts
    acts = verb is not None and verb.group() not in _NOMINAL
    return acts or bool(c.SHARED_MODIFIER.match(item))


def _is_headed(item: str) -> bool:
    return item not in _SUBSTANCES and item.endswith((*_LONG_HEADS, *_MEASURING_ENDS, *_GROWTHS))


def _behind_grade(first: str, last: str, cut: Sequence[str]) -> int:
    """Count the characters behind the grade of the last item: 创新平台 of 部级创新平台."""
    for i in range(len(cut) - 1, -1, -1):
        if cut[i].endswith(first[-1]):
            tail = "".join(cut[i + 1 :])
            return len(tail) if tail and last.endswith(tail) else 0
    return 0
