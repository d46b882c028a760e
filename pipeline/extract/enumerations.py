"""Names that list several things, parted: at 、 and 和, between quotes, before the number of all."""

from __future__ import annotations

import regex

from pipeline.extract.phrase import Phrase
from pipeline.patterns import clauses as c

BRACKETED = regex.compile(r"（[^（）]{0,60}）")
SUMMED_BY_CLASS = regex.compile(
    r"(?P<items>[^，。；]{3,60}?)等?(?:[两二三四五六七八九十]|(?<!\d)\d)[大个类项](?P<tail>\p{Han}{2,20})"
)
# 省赛|一、二、三|等奖, 完成|三、四|级手术
NUMBERED = regex.compile(
    r"(?P<lead>\p{Han}*?)[一二三四五六](?:[、和及与][一二三四五六]){1,4}"
    r"(?P<tail>(?:等[奖品]|[级类档型号])\p{Han}*)"
)
# “猎狐”|“断卡”行动
BETWEEN_QUOTES = regex.compile(r"(?<=”)(?=“)")
LEADS_TO = regex.compile(r"[向对为给从](?=\p{Han}{2})")
# 地区生产总值、固定资产投资|两项指标|: what only sums them up
SUMMED_UP = regex.compile(r"^(?:主要|重点|核心)?(?:经济)?(?:指标|数据)")


def one_by_one(name: Phrase, count: int) -> list[Phrase]:
    """Name each of whom something is told one by one: 煤炭、电解铝|分别|淘汰产能; [] for other names."""
    at = name.find("分别")
    if at <= 0:
        return []
    items, shared = _apart(name[:at], count), name[at + 2 :].by("shared_head")
    return [item + shared for item in items] if shared and len(items) == count else []


def _apart(whole: Phrase, count: int) -> list[Phrase]:
    """Part those of whom something is told one by one: 向美国、|日本, “猎狐”|“断卡”行动."""
    items = split(whole, c.COORDINATION)
    if len(items) == count and (to := LEADS_TO.match(items[0])):
        led = items[0][: to.end()].by("shared_lead")
        return [items[0], *(item if LEADS_TO.match(item) else led + item for item in items[1:])]
    if len(items) == count:
        return items
    quoted = split(whole, BETWEEN_QUOTES)
    if len(quoted) != count:
        return []
    end = quoted[-1].rfind("”") + 1
    shared = quoted[-1][end:].by("shared_head")
    return [*(item + shared if item.endswith("”") else item for item in quoted[:-1]), quoted[-1]]


def of_one_class(name: Phrase, count: int) -> list[Phrase]:
    """Give each item of a list that a number sums up what the sum measures; [] for other names."""
    match = SUMMED_BY_CLASS.fullmatch(name) if count > 1 else None
    if match is None:
        return []
    items = split(name[: match.end("items")], c.COORDINATION)
    tail = name[match.start("tail") :].without(SUMMED_UP, count=1).by("shared_head")
    return [item + tail for item in items] if len(items) == count else []


def numbered(name: Phrase, count: int) -> list[Phrase]:
    """Give each number of a list what stands before and behind all: 省赛一等奖, 省赛二等奖; [] for
    other names."""
    match = NUMBERED.fullmatch(name)
    if match is None:
        return []
    lead = name[: match.end("lead")].by("shared_lead")
    tail = name[match.start("tail") :].by("shared_head")
    items = split(name[match.end("lead") : match.start("tail")], c.COORDINATION)
    return [lead + item + tail for item in items] if len(items) == count else []


def split(name: Phrase, parts: regex.Pattern[str]) -> list[Phrase]:
    """Split at ``parts`` (、 和 与 及), not inside quotes or brackets."""
    closed = [m.span() for m in c.QUOTED.finditer(name)]
    closed += [m.span() for m in BRACKETED.finditer(name)]
    items, at = [], 0
    for match in parts.finditer(name):
        if any(a < match.start() < b for a, b in closed) or match.start() < at:
            continue
        items.append(name[at : match.start()])
        at = match.end()
    items.append(name[at:])
    return [item for item in items if item]
