"""A number that is of the row before: its level, its total, how much is done, its value then."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import measures
from pipeline.extract.base_times import base_period
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import LIST_OPENERS, Mention
from pipeline.extract.phrase import NOTHING, Phrase, supplied, take
from pipeline.extract.predicates import RATIOS
from pipeline.extract.resolve import bare_acts, naming, references, yearly
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row, bound_evidence, level_name, quantity
from pipeline.patterns import clauses as c
from pipeline.records import Basis, Change, Evidence, Quantity, Span

NEW_BEHIND = regex.compile(r"(?<=\p{Han}{2})新(?:购|建|增|设|开|认定|培育|投放|增设)$")
TOTAL_SO_FAR = regex.compile(r"累计")
# 新登记企业4.9万户、|达到|40.7万户, 扩建3个、|共有|8个
REACHES = regex.compile(r"(?:总数|累计|已|共)*(?:达到?|共有|共)")
ADDS = regex.compile(r"[新再]\p{Han}{0,4}|扩建|改扩建|增设|净增")
NEWLY = regex.compile(r"^新(?:升规|认定|登记|注册|入库|入统|入规|培育|引进|发展|签约|获批|评|建|增|设|开|添)+")
ADDED_BEHIND = regex.compile(r"(?<=\p{Han}{2})(?:再添|新添|新增|新建|增加|净增)$")
TOTALLED = regex.compile(r"(?:累计|总数|总计)(?:已|共)*(?:达到?|为|有)?\s*$")
EACH = regex.compile(r"^每\p{Han}{1,2}(?=\p{Han}{2})")
SUMMED = regex.compile(r"(?:共计?|合计|总计)(?:约|达到?|近)*\s*$")
PLANNED = regex.compile(r"^(?:(?:项目|年度|全年|今年|总)*计划)(?:总|年度)?(?=投资)")

# 市下达任务, 年度计划数: what was due, and nothing of what
DUE_ALONE = regex.compile(
    r"(?:[国省市县区州乡镇](?:里|级)?|上级|年度|全年|年初|下达|分解|分配|原定|的)*(?:任务|计划|指标|目标)[数量值]?"
)

_SHORTEST_THING = 4  # characters of what was done, without the verb


def dated(
    setting: Setting, base: Mention, bases: Sequence[Mention], lead: Mention
) -> Quantity:
    """Give one of the earlier values of ``lead``, with its year."""
    return replace(quantity(base, bases), period=base_period(setting.times, bases[0], lead))


def continuing(setting: Setting, state: State, group: Sequence[Mention]) -> State | None:
    """Place ，达到9680亿斤 behind 增产291亿斤: the level of what was just changed."""
    first = len(state.rows) - len(group)
    if first < 0:
        return None
    changed: list[tuple[int, Row]] = []
    added: list[Row] = []
    for index, mention in enumerate(group, first):
        row = state.rows[index]
        goal = naming.goal_at(setting, mention)
        size = quantity(mention, group)
        apart = setting.times.other_period(mention, row.mention)
        if (row.goal is None) != (goal is None) or apart or _serves(setting, row, mention):
            added.append(_again(setting, state, row, mention, group, goal))
        elif row.value is None and (size.unit != "%" or row.rank is None):
            changed.append((index, _levelled(setting, state, row, mention, group)))
        elif total := _total_beside(setting, row, mention, size):
            added.append(sized(setting, total, mention, group))
        elif row.value is not None and (
            (row.increment and size.unit in (row.value.unit, ""))
            or (not row.action and not row.changes and _reaches_more(setting, row, mention, size))
        ):
            if c.PER_START.match(row.name) and index and state.rows[index - 1].value:
                index, row = index - 1, state.rows[index - 1]  # 新登记企业6800户，日均新增19户，|总量
            changed.append((index, _totalled(setting, state, row, mention, size)))
        elif row.value is None or not c.MILESTONE.match(
            setting.view, mention.figure.end, setting.sentence.span.end
        ):
            added.append(_again(setting, state, row, mention, group, goal))
    state = state.changed(changed)
    return state.plus(added) if added else state


def _serves(setting: Setting, row: Row, mention: Mention) -> bool:
    """Tell whether a number is what a new one is compared with: 新增6家，较去年同期的|4家|增长50%."""
    return row.increment and bool(references.reference(setting.sentence, mention))


def _total_beside(setting: Setting, row: Row, mention: Mention, size: Quantity) -> Row | None:
    """Draft the total told behind what is new: 新登记企业4.9万户、|达到|40.7万户; None for others."""
    if row.increment or not _reaches_more(setting, row, mention, size):
        return None
    name = row.name.removeprefix(row.action) if ADDS.fullmatch(row.action) else row.name
    name = name.without(NEWLY).without(ADDED_BEHIND).by("inherited")
    if not name or len(name) == len(row.name):
        return None
    return Row(name, row.scope, mention, whole=row.whole)


def _reaches_more(setting: Setting, row: Row, mention: Mention, size: Quantity) -> bool:
    """Tell whether a number says what a count reaches with the one before it: 54家、|达|823家.

    Not 生产总值突破2万亿元、|达到|2.35万亿元, which is one level told twice.
    """
    old, level = row.value, mention.said.cue("level")
    if old is None or level is None or mention.opener not in LIST_OPENERS:
        return False
    if old.bound in ("min", "max") or old.unit.endswith("元") or measures.is_measure(row.name):
        return False
    reached = REACHES.fullmatch(setting.view, *level) is not None
    more = size.low is not None and old.low is not None and size.low > old.low
    return reached and more and size.unit == old.unit and size.unit not in RATIOS


def _again(
    setting: Setting,
    state: State,
    row: Row,
    mention: Mention,
    group: Sequence[Mention],
    goal: Span | None,
) -> Row:
    """Draft a second value of the same name."""
    if done := _done_in_its_unit(state, row, mention):
        return sized(setting, Row(done, row.scope, mention, row.action), mention, group)
    if compared := references.reference(setting.sentence, mention):
        name = references.own(row.name).by("inherited")
        offset = references.years(compared)
        name = name if references.is_plain(compared) else name + compared
    else:
        name, offset = _done_of(setting, row, mention, goal), 0
    new = Row(
        name,
        row.scope,
        mention,
        row.action,
        within=row.within,
        whole=row.whole,
        goal=goal,
        year_offset=offset,
        beside=bool(compared) or setting.times.beside(mention),
    )
    return sized(setting, new, mention, group)


def _done_in_its_unit(state: State, row: Row, mention: Mention) -> Phrase:
    """Name the second number of a pair by what is counted in its unit: 项目7个、住房48套，已交付6个|43套."""
    act = bare_acts.BARE_ACT.match(str(row.name))
    if not mention.position or act is None or row.name.last_rule != "inherited_object":
        return NOTHING
    if row.value is None or row.value.unit == mention.unit:
        return NOTHING
    for before in reversed(state.recent):
        if before.value and before.value.unit == mention.unit and before.value != row.value:
            thing = before.name.removeprefix(before.action)
            return row.name[: act.end()] + thing.by("inherited_object")
    return NOTHING


def _done_of(setting: Setting, row: Row, mention: Mention, goal: Span | None) -> Phrase:
    """Name a second value of one thing: 整改任务16项，已|完成|12项 are two rows and not one twice.

    新建充电口1.8万个，|累计达7.6万个: a total leaves out the act; 完成培训4.6万人次、|累计7.9万人次.
    """
    name = row.name.by("inherited")
    if EACH.match(name) and SUMMED.search(setting.view, *mention.figure.left):
        return name.without(EACH, count=1)  # 每个奖补20万元，|共计|2000万元
    if row.action.startswith("新") and TOTALLED.search(setting.view, *mention.figure.left):
        return name.removeprefix(row.action) or name
    total = TOTAL_SO_FAR.search(setting.view, *mention.figure.left)
    if total and (newly := NEW_BEHIND.search(name)):
        return name[: newly.start()]  # 新能源车|新购|86台，累计218台
    if total and row.value is not None and row.value.unit == mention.unit:
        return take(setting.view, Span(*total.span()), "total") + name
    level = mention.said.cue("level")
    words = setting.view[slice(*level)] if level else ""
    if not words.endswith("完成") or "完成" in name or level is None or goal not in (None, row.goal):
        return name
    done = take(setting.view, Span(level.end - len("完成"), level.end), "completed_of_the_same")
    money = mention.unit.endswith("元")
    if money and row.value is not None and not row.value.unit.endswith("元"):
        return done + supplied("投资", level.end, "completed_of_the_same")  # 桥涵完成87%，完成18亿元
    if DUE_ALONE.fullmatch(name):
        return done  # 市下达任务120户，实际|完成|126户: of what, an earlier clause says
    thing = name.removeprefix(row.action)
    thing = thing if len(thing) >= _SHORTEST_THING else name
    return done + thing.without(PLANNED, count=1)


def _levelled(
    setting: Setting, state: State, row: Row, mention: Mention, group: Sequence[Mention]
) -> Row:
    row = sized(setting, row, mention, group)
    if state.bases:
        row = replace(row, base=dated(setting, state.bases[0], state.bases, group[0]))
    return row


def _totalled(
    setting: Setting, state: State, row: Row, mention: Mention, size: Quantity
) -> Row:
    """参保人数增加7359万，总计达到1.17亿: what was a value is the change of the level."""
    if row.value is None:
        return row
    basis: Basis = "base" if setting.times.spans_years else "yoy"
    change = Change(row.value, basis, form="difference")
    base = dated(setting, state.bases[0], state.bases, mention) if state.bases else row.base
    return replace(
        row,
        base=base,
        value=replace(size, unit=row.value.unit),
        changes=(change, *row.changes),
        moves=(row.mention, *row.moves),
        mention=mention,
        name=level_name(row.name),
        increment=False,
        action="",
    )


def sized(setting: Setting, row: Row, mention: Mention, group: Sequence[Mention]) -> Row:
    size = quantity(mention, group)
    bounds: tuple[Evidence, ...] = ()
    if size.bound in ("min", "max", "approx"):
        bounds = tuple(bound_evidence(mention, group, setting.view))
    name = yearly.of_each_year(setting, mention, row.name)
    return replace(row, name=name, value=size, said=(*row.said, *bounds))
