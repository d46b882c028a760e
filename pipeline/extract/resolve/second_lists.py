"""Second lists: numbers over the items of a list told before, 结案率为96.1%、98.7%."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import measures
from pipeline.extract.mentions import LIST_OPENERS
from pipeline.extract.phrase import Phrase
from pipeline.extract.predicates import RATIOS
from pipeline.extract.resolve.state import State
from pipeline.extract.row import Row
from pipeline.patterns import clauses as c

# 护理补贴|惠及|7046人: what a measure behind it is not of
TELLS = regex.compile(r"(?<=\p{Han}{2})(?:惠及|覆盖|受益|发放)$")


def second_list(state: State, name: Phrase, count: int) -> list[Phrase]:
    """Name a second list over the items of the first.

    民事、刑事案件分别为8600件、1260件，|结案率|为96.1%、98.7% → 民事结案率, 刑事结案率. [] for others.
    """
    name = name.removeprefix("分别").removeprefix("各")
    if count < 2 or len(state.rows) < count or c.COORDINATION.search(name):
        return []
    rows = state.rows[-count:]
    if state.listed == count and all(row.item for row in rows):
        if not name.endswith("率") and all(TELLS.search(row.name) for row in rows):
            things = [row.name.without(TELLS, count=1).by("second_list") for row in rows]
            return [thing + name for thing in things]  # 护理补贴|惠及|…，标准为…
        return [row.item.by("second_list") + name for row in rows]
    if name.endswith("率"):  # 建议42件、提案56件，办复率100%，|满意率|分别为98.6%、97.9%
        counted_before = [row for row in state.rows if row.value and row.value.unit not in RATIOS]
        rows = tuple(counted_before[-count:]) if len(counted_before) >= count else rows
    things = [row.name.removeprefix(row.action) for row in rows]
    counted = [  # 整治村 is no 村
        (thing if len(thing) > 1 else row.name).by("second_list")
        for thing, row in zip(things, rows, strict=True)
    ]
    valued = all(row.value for row in rows)
    if valued and c.PER_HEAD.fullmatch(name):
        return [name + each for each in counted]
    of_each = measures.is_measure(name) or name.startswith("每")  # 每百万人口报告数
    if (valued and measures.dependent(name)) or (of_each and _siblings(rows)):
        return [each + name for each in counted]
    return []


def _siblings(rows: Sequence[Row]) -> bool:
    """管理高血压患者4.32万人、|糖尿病患者1.18万人: whether rows are one list of things counted alike."""
    units = {row.value.unit if row.value else "" for row in rows}
    listed = all(row.mention.opener in LIST_OPENERS for row in rows[1:])
    return listed and len(units) == 1 and not units & {"", *RATIOS}
