"""The rows that figures without a subject are of: those counted alike, else the last."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract import coordination
from pipeline.extract.mentions import Mention
from pipeline.extract.predicates import RATIOS, Role
from pipeline.extract.resolve import shares
from pipeline.extract.resolve.state import RECENT, Setting, State
from pipeline.extract.resolve.summed import without_parts
from pipeline.extract.row import Row, moves
from pipeline.patterns import clauses as c

OF_A_RATE = frozenset(("百分点", "位"))  # what tells how a rate moved, or where it stands


def added(state: State, rows: Sequence[Row]) -> tuple[list[int], State]:
    """Add rows, and give where they stand."""
    start = len(state.rows)
    listed = len(rows) if len(rows) > 1 else 0
    return list(range(start, start + len(rows))), state.plus(rows, listed=listed)


def of_their_unit(
    state: State, group: Sequence[Mention], role: Role, *, counts: bool = False
) -> tuple[list[int], State] | None:
    """减少5起、4人: each count to the level counted in its unit; ``counts``: 起数减少5起 is of all."""
    units = [mention.unit for mention in group]
    alone = not set(units) - RATIOS or {"%", "‰", "倍"} & set(units)
    if role != "change" or alone or len(set(units)) != len(units):
        return None
    found = []
    indexes = near(state, group[0], RECENT)
    indexes = without_parts(state, indexes) if counts else indexes
    for unit in units:
        counted = (
            index
            for index in reversed(indexes)
            if (value := state.rows[index].value) and moves(unit, value.unit)
        )
        found.append(next(counted, None))
    if None in found:
        return None
    return [index for index in found if index is not None], state


def counted_so(state: State, text: str) -> int | None:
    """Find what a word for how many there are counts: 事故9起、伤11人，|起数|持平."""
    unit = text.removesuffix("数").removeprefix("总")
    rows = [at for at, row in enumerate(state.rows) if row.value and row.value.unit == unit]
    found = without_parts(state, rows)
    return found[-1] if found and unit != text else None


def near(state: State, mention: Mention, most: int) -> list[int]:
    """Give the last rows that a figure may speak of, by index, the last of them last.

    汽车保有量319万辆（包括低速货车7万辆），|比上年末增加17万辆: what a bracket holds is behind it.
    """
    found: list[int] = []
    last = len(state.rows) - 1
    for index in range(last, -1, -1):
        if len(found) == most or len(state.rows) - index > 2 * RECENT + most:
            break
        row = state.rows[index]
        aside = row.mention.bracketed and not mention.bracketed
        # 降幅扩大1个百分点，|环比下降0.7%|: what fell, not how fast; so of a level and of a share
        aside = aside or (row.of_growth and (index != last or mention.unit not in OF_A_RATE))
        if not (aside or row.beside or shares.is_due(row)):
            found.append(index)
    if mention.unit == "%":  # 为预算的102.3%，|增长6.4%: no growth is of a level in per cent
        levels = [i for i in found if (value := state.rows[i].value) is None or value.unit != "%"]
        found = levels or found
    if not found:  # 支出（5万元）比预算数（6万元）减少9%: of no reference
        return [last - 1 if last and state.rows[last].beside else last]
    return found[::-1]


def latest(
    setting: Setting, state: State, count: int, owner: Mention
) -> tuple[list[int], State]:
    """Give the last ``count`` rows, one a number; where there are fewer, the last for all.

    电子信息、生物医药两大产业产值549亿元，|分别增长12%、8%|: or the items that the last one sums up.
    """
    last = near(state, owner, RECENT)[-1]
    if count == 1:
        return [last], state
    told = near(state, owner, max(count, RECENT))
    free = [index for index in told if not state.rows[index].changes] or list(told)
    apart = [index for index in free if not c.PER_START.match(state.rows[index].name)]
    free = apart if len(apart) >= count else free  # 新登记2907户，日均8.7户，注销1134户，|分别增长
    if len(free) >= count:
        return free[-count:], state
    alike = [len(state.rows[index].changes) for index in told[-count:]]
    if len(alike) == count and len(set(alike)) == 1:  # 分别增长27.5%、25.3%，|高于全省9.2和4.8个百分点
        return told[-count:], state
    name = state.rows[last].name.by("inherited")
    scope = state.rows[last].scope
    found = coordination.share_out(name, count, setting.sentence.cut(name))
    return added(state, [Row(each, scope, owner) for each in found])
