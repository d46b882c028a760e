"""Names that measure: which need a governor, which need no verb, and how a list of them shares one out."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.lexicon import words
from pipeline.patterns import clauses as c

_DEPENDENT = frozenset(words("dependent"))
_MEASURES = words("measure")
_HEADS = tuple(sorted(_DEPENDENT.union(_MEASURES), key=lambda word: (-len(word), word)))
_UNCOUNTED = tuple(word for word in _MEASURES if word not in words("counted"))
_TWINS = ({"城镇", "农村"}, {"城市", "农村"}, {"进口", "出口"}, {"男性", "女性"}, {"地表", "地下"})
_PAIRS = (("城乡", "城镇", "农村"), ("存贷款", "存款", "贷款"), ("进出口", "进口", "出口"))


def dependent(name: str) -> bool:
    """Whether a name says nothing without what governs it: 死亡, 总投资, 完成率, 化解率 (a verb and 率)."""
    return name in _DEPENDENT or bool(c.PER_HEAD.fullmatch(name)) or (len(name) < 6 and name.endswith("率") and bool(c.ACTION.fullmatch(name[:-1])))


def what_moved(name: str) -> str:
    """以旧换新带动家电零售额 → 家电零售额, 经济增长预期目标 → 经济增长: of a measure, not what caused it to move nor that it is to; 经济 alone is named by its growth."""
    if (rate := c.RATE.match(name)) and rate.start() > 1:
        name = name[: rate.start()]
    if is_measure(name):
        return c.CAUSE.sub("", name)
    return "经济增长" if name == "经济" else name


def measure_of(name: str) -> str:
    """The word of measure that a name ends in: 增加值 of 大型企业增加值; "" where it ends in none."""
    return next((word for word in _UNCOUNTED if name.endswith(word)), "")


def completed_beside(first: str, name: str) -> str:
    """省属企业营业收入、|利润 → 省属企业利润; 利用外资、|投资 → 投资: a later item of a list, from what its first item is of."""
    measure = next((word for word in _HEADS if first.endswith(word)), "")
    of = first.removesuffix(measure) if measure else ""
    return of + name if dependent(name) and len(of) > 1 else name


def is_measure(name: str) -> bool:
    """Whether a name ends in a word of measure (收入, 规模, 率) and so needs no verb."""
    return name.endswith(("率", "比", "比重", "指数", "额", "量")) or name.endswith(_UNCOUNTED)


def share_out(name: str, count: int, cut: Sequence[str]) -> list[str]:
    """One name a number: 工业增加值、固定资产投资 → two; 城乡居民收入 → 城镇居民收入, 农村居民收入; else the shared name for each.

    ``cut`` are the words of ``name``; a head that the items share (排放量) is given to each item that lacks one.
    """
    whole, apart, shared = name.partition("分别")
    if apart and shared and len(_items(whole, c.COORDINATION)) == count:  # 煤炭、电解铝|分别|淘汰产能
        return [item + shared for item in _items(whole, c.COORDINATION)]
    for parts in (c.COORDINATION, c.ENUMERATION, c.CONJUNCTION):
        items = _items(name, parts)
        if len(items) == count:
            return [c.LIGHT_VERB.sub("", item) or item for item in _with_shared_rate(_with_shared_head(items, cut))]
    if count == 2:
        for pair, first, second in _PAIRS:
            if pair in name:
                return [name.replace(pair, first, 1), name.replace(pair, second, 1)]
    return [name] * count


def _items(name: str, parts: regex.Pattern[str]) -> list[str]:
    """Split at ``parts`` (、 和 与 及), not inside quotes or brackets."""
    closed = [m.span() for m in c.QUOTED.finditer(name)]
    items, at = [], 0
    for match in parts.finditer(name):
        if any(a < match.start() < b for a, b in closed) or match.start() < at:
            continue
        items.append(name[at : match.start()])
        at = match.end()
    items.append(name[at:])
    return [item for item in items if item]


def _with_shared_rate(items: list[str]) -> list[str]:
    """单位国内生产总值能耗、|二氧化碳排放 → 单位国内生产总值二氧化碳排放; 人均收入、|支出 → 人均支出: what the first item is taken over."""
    first = c.RATE_OVER.match(items[0])
    if not first:
        return items
    per, kind = first.group(), first.lastgroup or ""
    return [items[0], *(per + item if c.RATED[kind].fullmatch(item) else item for item in items[1:])]


def _with_shared_head(items: list[str], cut: Sequence[str]) -> list[str]:
    """二氧化硫、化学需氧量排放量 → 二氧化硫排放量; 国家级、部级创新平台 → 国家级创新平台."""
    last = items[-1]
    first = items[0]
    twin = last[: len(first)]
    if twin != first and len(last) > len(first) + 1 and (twin[-1] == first[-1] or twin[0] == first[0] or {twin, first} in _TWINS):  # 城镇居民、农村居民|人均收入
        return [*(item + last[len(first) :] for item in items[:-1]), last]
    shared, rest = "", last
    while head := next((m for m in _MEASURES if rest.endswith(m) and len(rest) > len(m)), ""):  # 水果|产量|占比
        shared, rest = head + shared, rest.removesuffix(head)
    if first.endswith(("级", "类", "型")) and not last.endswith(("级", "类", "型")):
        position = next((i for i in range(len(cut) - 1, -1, -1) if cut[i].endswith(first[-1])), None)
        tail = "".join(cut[position + 1 :]) if position is not None else ""
        shared = tail if tail and last.endswith(tail) else shared
    heads = tuple(head for head in _MEASURES if len(head) > 1)
    complete = [item if not shared or item.endswith(heads) or item.endswith(("率", "比", "额", "量", "值", "数")) else item + shared for item in items[:-1]]
    return [*complete, last]
