"""Which row a name means that was told before: 面积 that of 过火面积."""

from __future__ import annotations

import regex

from pipeline.extract import measures
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import Phrase
from pipeline.extract.predicates import Role
from pipeline.extract.resolve.state import RECENT, State
from pipeline.extract.resolve.summed import without_parts
from pipeline.extract.row import related

TOTAL = regex.compile(r"总[数量额]$")


def _meant(known: Phrase, name: Phrase) -> bool:
    """Tell whether a name means a row; 面积 alone that of 过火面积."""
    short = measures.dependent(name) and len(known) > len(name) and known.endswith(name)
    return related(known, name) or bool(short)


def known_row(state: State, name: Phrase, role: Role, *, part: bool) -> int | None:
    """Find the row of this name; of several that end in it the last with the shortest name.

    ``part``: it is one of the parts that 其中 lists, and not their whole: 猪牛羊禽肉产量，其中牛肉、|禽肉产量|.
    """
    first = max(0, len(state.rows) - RECENT)
    whole = not part or measures.dependent(name)
    alike = [
        index
        for index in range(len(state.rows) - 1, first - 1, -1)
        if _meant(state.rows[index].name, name)
        and (role == "rank" or state.rows[index].value)
        and (whole or not _ends_in(state.rows[index].name, name))
        and not (state.rows[index].beside and state.rows[index].goal)
    ]
    if TOTAL.search(name):  # 事故12起，其中溺水3起，|事故总数|减少4起
        alike = without_parts(state, alike)

    def nearest(index: int) -> tuple[bool, int]:
        known = state.rows[index].name
        return known != name, len(known)

    return min(alike, key=nearest, default=None)


def _ends_in(known: Phrase, name: Phrase) -> bool:
    """Tell whether a longer name ends in this one."""
    return len(known) > len(name) and known.endswith(name)


def done_before(state: State, act: Phrase, lead: Mention) -> int | None:
    """Find the row of an act said alone: 查扣车辆86辆，较上年多|查扣|12辆."""
    for index in range(len(state.rows) - 1, max(0, len(state.rows) - RECENT) - 1, -1):
        row = state.rows[index]
        done = row.action == act or str(act) in row.name  # 安全投入4180万元，同比多|投入|650万元
        if act and done and row.value and row.value.unit == lead.unit:
            return index
    return None
