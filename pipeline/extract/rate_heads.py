"""The rates that the items of a list share by runs: 秸秆、畜禽粪污|利用率|和农膜|回收率.

So with how they grew: 生产总值、投资、消费|增速.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from pipeline.extract.phrase import NOTHING, Phrase

# 畜禽粪污|资源化利用率, 污水|集中处理率: a rate behind what it is of
RATE_END = regex.compile(
    r"(?<=\p{Han}{2})(?:综合|资源化|无害化|安全|集中|有效|规范化?|标准化|按期|平均)?\p{Han}{2}率$"
)
# 生产总值、投资、消费|增速: how each of a list grew
GROWTH_END = regex.compile(
    r"(?<=[\p{Han}A-Z]{2})(?:同比|平均|年均)?(?:增速|增幅|涨幅|降幅|增长率)$"
)
# 经济总量、|投资增速: what is measured in another way
MEASURED_ITSELF = regex.compile(
    r"(?:总量|规模|率|占比|比重|比例|指数|水平|浓度|天数|强度|密度)$|^人均"
)
# 单位国内生产总值|能耗, 城乡居民人均|收入: what a rate is taken over, and what else of a list may be
RATE_OVER = regex.compile(
    r"^.{0,8}?(?:(?P<product>(?:单位|万元)(?:国内生产总值|地区生产总值|GDP|工业增加值))|(?P<person>人均))",
)
RATED = {
    "product": regex.compile(
        r"(?:能耗|能源消耗|水耗|电耗|用水量?|二氧化碳排放量?|碳排放量?)(?:强度)?"
    ),
    "person": regex.compile(r"(?:可支配|消费|纯)?(?:收入|支出|消费)"),
}


def growths(items: Sequence[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """Part the items of a list from the growth of each: its own, or that of the next with one."""
    shared, things, found = NOTHING, list[Phrase](), list[Phrase]()
    for item in reversed(items):
        own = GROWTH_END.search(item)
        if own:
            shared = item[own.start() :].by("shared_head")
        alone = not own and MEASURED_ITSELF.search(item)
        things.append(item[: own.start()] if own else item)
        found.append(item[own.start() :] if own else NOTHING if alone else shared)
    return things[::-1], found[::-1]


def of_runs(items: Sequence[Phrase]) -> list[Phrase]:
    """Give each run of items the rate of its last; [] where one rate, or none, ends the list."""
    ends = [at + 1 for at, item in enumerate(items) if RATE_END.search(item)]
    if len(ends) < 2 or ends[0] == 1 or ends[-1] != len(items):
        return []
    return [item for a, b in pairwise([0, *ends]) for item in _with_rate(items[a:b])]


def _with_rate(items: Sequence[Phrase]) -> list[Phrase]:
    """Give each item of a run the rate of its last."""
    last = items[-1]
    rate = RATE_END.search(last)
    shared = last[rate.start() :].by("shared_head") if rate else last[:0]
    return [*(item + shared for item in items[:-1]), last]


def with_shared_rate(items: list[Phrase]) -> list[Phrase]:
    """Take each item over what the first is taken over.

    单位国内生产总值能耗、|二氧化碳排放 → 单位国内生产总值二氧化碳排放; 人均收入、|支出 → 人均支出.
    """
    first = RATE_OVER.match(items[0])
    if not first:
        return items
    rated = RATED[first.lastgroup or ""]
    per = items[0][: first.end()].by("shared_rate")
    return [items[0], *(per + item if rated.fullmatch(item) else item for item in items[1:])]
