"""Ellipsis: what a name leaves out, taken from the figure that governs it.

死亡 of an accident, 审结 of the cases received, 其余 of what was counted, a measure that a series says
once. What is too long to stand in a name is its topic (``left_out``).
"""

from __future__ import annotations

import re

import regex

from pipeline.extract import measures, names
from pipeline.extract.mentions import LIST_OPENERS, Mention
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.predicates import RATIOS
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import INCREMENTS, Row, stem
from pipeline.extract.themes import theme
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.patterns.wordlist import any_of
from pipeline.records import Span

_LONGEST_PENDING = 16
_NO_THING = frozenset(
    (*("当场", "现场", "上门", "就地", "及时", "依法", "当庭", "当天"), *words("closed"), *words("outcome"))
)
_BODIES = ("部门", "机关", "公安", "法院", "检察院", "单位")
_TOTALS = frozenset(("总数", "总数达", "总量", "累计"))
_LONGEST_OBJECT = 10
_LONGEST_GOVERNOR = 14
# units of so many things that the object is sought in the sentence alone
_COMMON = frozenset(("人", "名", "个", "次", "项", "人次"))
_OUTCOMES = frozenset(words("outcome"))
_TRANSITIVE = frozenset(words("transitive"))
_NOMINAL = frozenset(words("verbal_noun"))
_CLOSED = frozenset(words("closed"))
_NO_OBJECT = frozenset(words("closed") + words("verbal_noun") + words("noun_act"))
_SAME_THING = {
    "产量": "产",
    "总产": "产",
    "总产量": "产",
    "单产": "产",
    "规模": "产",
    "银牌": "牌",
    "铜牌": "牌",
}

# 已|治理, 法院|已审结, 序时推进, 整改|完毕: an act that says no object
BARE_ACT = re.compile(
    rf"(?:{any_of(words('agent'))})?"
    r"(?:均已|已经|已|均|陆续|序时|依法|逐一|按期|现场|成功|基本|全部|持续|完成|正在|继续|新(?![增设]))*+"
    rf"(?P<act>{c.ACTION.pattern}|推进|逾期|剩余|在[册岗职编校读押审办建营用保籍管])(?:到位|完毕|完成|成功|销号|结束)?"
)
# what such an act ends with
_ACT_ENDS = frozenset("了完好出进期余位毕成功号束册岗职编校读押审办建营用保籍管").union(word[-1] for word in words("action"))
# 棚户区改造|开工, 信访积案|化解
DONE_TAIL = regex.compile(
    r"(?<=\p{Han}{2})(?:\L<done>)$", done=words("closed") + words("transitive") + words("outcome")
)
# |其余|7处: what is left of the things counted
REST = regex.compile(r"(?P<rest>其余|剩余|余下|另有?|其他|另外)(?:的|有|尚有|还有)?\s*$")
# |在册251人, |实有61人: how many of the things counted there are
STANDING = re.compile(r"(?:在(?:册|岗|职|编|校|读|押|审|办|建|营|用|保|籍|管)|实有|现有|空编)(?![\u4e00-\u9fff])")
# 均|落实, 已|关停, 正在|整改: what is told of things that are not named again
ACT_OPENS = re.compile(
    rf"(?:均|也|已|正|尚|全部|继续|仍|将|未|都|正在|按|限期|限时|计划|预计|预期|拟|逐|陆续|年底|月底|年内)"
    rf"|(?:{c.ACTION.pattern})"
)
# 制造业, 国有控股企业, 饮料类: a kind of thing, of which a figure says what is measured
CATEGORY = regex.compile(r"(?:\L<category>)$", category=words("category"))
# 总投资2万亿元|的389个|重点项目, 总投资15.8亿元|的水库枢纽工程
OF_WHAT = regex.compile(r"\s*的\s*(?P<thing>[^，。；、的]{2,24})")
COUNTED_OPEN = regex.compile(r"^\d+(?:\.\d+)?[个项家座条处所]")


# the same before the thing that stands
STANDING_OPEN = re.compile(r"^在[册岗职编校读押审办建营用保籍管](?=[\u4e00-\u9fff]{2})")
# 省道改建工程|全长 … 总投资: a length or an area that gives way to the cost of the same thing
EXTENT = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:全长|总长|总里程|里程|(?:总)?(?:建筑|占地)?面积|占地|总建筑规模)$")
# 事故|死亡|人数, 受伤人数: what an accident did gives way to what else it did
CASUALTY = re.compile(r"(?:死亡|受伤|亡人|伤亡|(?:直接)?(?:经济|财产)损失)$")
_COSTS = frozenset(("总投资", "计划总投资", "完成投资", "投资", "年度投资", "投资额"))


def completed(setting: Setting, state: State, name: Phrase, mention: Mention) -> Phrase:
    """死亡 after 一般程序道路交通事故 → 一般程序道路交通事故死亡."""
    bracketed = mention.opener == "（" and name in _OUTCOMES  # （已完成56条）
    if said := _measured_alike(state, name, mention):
        return name + said
    if twin := measures.TWINS.get(str(name)):
        return _beside_twin(state, name, twin)
    if not measures.dependent(name) and not bracketed:
        return name
    if name == "完成投资" and (of := _invested(state)):
        return of + name
    governor = _governor(state, mention, name)
    over = c.PER_HEAD.fullmatch(name)
    if governor is None:
        return name + setting.sentence.pending(mention) if over else name
    if over:
        return name + governor.name.removeprefix(governor.action).by("ellipsis")
    if governor.name.endswith(name):
        return name
    before = _governing(governor, name)
    return before + name if len(before) <= _LONGEST_GOVERNOR else name


def _measured_alike(state: State, name: Phrase, mention: Mention) -> Phrase:
    """Give the measure that a kind of thing leaves out: 采矿业利润增长48.6%；|制造业|下降13.4%."""
    if measures.is_measure(name) or not CATEGORY.search(name) or c.ACTION.match(name):
        return NOTHING
    for row in state.antecedents:
        measure = measures.measure_of(row.name)
        if not measure:
            continue
        kind = row.name[: len(row.name) - len(measure)]
        if not CATEGORY.search(kind) or not _measured_in(row, mention):
            return NOTHING
        return row.name[len(kind) :].by("measured_alike")
    return NOTHING


def _measured_in(row: Row, mention: Mention) -> bool:
    """Tell whether a figure may be of the measure of a row: 元 beside 元, a growth beside one."""
    if mention.said.role == "change":
        return bool(row.changes)
    return row.value is not None and row.value.unit == mention.unit and mention.unit.endswith("元")


def _invested(state: State) -> Phrase:
    """水库工程总投资9.8亿元，大坝12座，|完成投资: of what the total was, so is what is done."""
    for row in reversed(state.recent):
        if row.name.endswith("总投资") and len(row.name) > len("总投资") + 1:
            return row.name.removesuffix("总投资").removesuffix("计划").by("ellipsis")
    return NOTHING


def _beside_twin(state: State, name: Phrase, twin: regex.Pattern[str]) -> Phrase:
    """社会保险基金收入15.6亿元、|支出|14.2亿元: of what the twin of a measure is, so is the measure."""
    for row in state.antecedents:
        if (match := twin.search(row.name)) and match.start():
            if match.group() == name and not state.rows:
                return name  # 综合收入7.9亿元。首笔交易12万吨、|收入|480万元
            return row.name[: match.start()].by("ellipsis") + name
    return name


def _governor(state: State, mention: Mention, name: Phrase) -> Row | None:
    """Find the nearest row of the sentence that may complete a name.

    Of an act or its rate it is what was counted, not another act: 受理|案件, 立案, |结案.
    """
    found = [row for row in reversed(state.recent) if _governs(row, mention)]
    if found and mention.opener == "，" and found[0].mention.opener in LIST_OPENERS:
        whole = [row for row in found if not (row.whole or row.within)]  # 其中甲类1座、乙类2座，|总投资
        found = whole if found[0].whole and whole else found
    if name in _COSTS:  # 利润总额9000万元，|完成投资: only a thing has a cost
        found = [row for row in found if not measures.is_measure(row.name)]
    nearest = found[0] if found else None
    if mention.opener in LIST_OPENERS or not (name in _CLOSED or name.endswith("率")):
        return nearest
    counted = name.endswith("率") and not name.startswith(("完成", "达成", "执行"))
    return next((row for row in found if not _is_no_object(row, counted=counted)), nearest)


def _is_no_object(row: Row, *, counted: bool) -> bool:
    """Tell whether a row is of an act alone, or a sum where a rate is of things counted."""
    sum_of = counted and row.value is not None and row.value.unit.endswith("元")
    return BARE_ACT.fullmatch(row.name) is not None or sum_of


def _governs(row: Row, mention: Mention) -> bool:
    """Tell whether a row may complete a name.

    It stands on its own, is no ratio, and not in a bracket that the mention is outside of.
    """
    if row.completed or measures.dependent(row.name) or c.PER_HEAD.match(row.name):
        return False
    if c.COUNT_NOUN.fullmatch(row.name) or c.PER_START.match(row.name):
        return False  # 同比|起数|下降11.2%，受伤人数下降8%; 户均|增收1.2万元，人均增收3000元
    if row.value and row.value.unit in RATIOS:
        return False
    return mention.bracketed or not row.mention.bracketed


def _governing(governor: Row, name: Phrase) -> Phrase:
    """Give of a governor what goes before a name that leans on it."""
    whole = stem(governor.name)
    if name in _COSTS:
        whole = whole.without(EXTENT)
    if CASUALTY.search(stem(name)):
        whole = whole.removeprefix(governor.action).without(CASUALTY)
    if name in _TOTALS and governor.action.startswith("新"):  # 新建调解室4个，|总数|达13个
        return whole.removeprefix(governor.action).by("ellipsis")
    rate = name.endswith("率")  # 审结|案件…结案率, 整改|案件…整改率
    counted_up = governor.action in INCREMENTS  # 新增|就业…完成率
    if governor.action and ((rate and not counted_up) or name.startswith(governor.action)):
        whole = whole.removeprefix(governor.action)
        whole = whole[:-2] if rate and name[:2] == whole[-2:] and len(whole) > 3 else whole
    elif name[:2] == whole[-2:]:  # 房屋签约…签约率
        whole = whole[:-2]
    elif name in _SAME_THING and (last := c.GIVES_WAY[_SAME_THING[name]].search(whole)):
        whole = whole[: last.start()]
    return whole.by("ellipsis")


def with_object(
    setting: Setting, state: State, name: Phrase, owner: Mention, lead: Mention
) -> Phrase:
    """Give a name that leaves its object out that of the figure it counts with.

    新开工保障性安居工程666万套，基本建成|544万套; 排查隐患46处，已治理|39处; 其中列入省级盘子的|4个.
    """
    relative = _relative(setting, lead)
    bare = _bare_act(name)
    if not (relative or bare) or not name or (bare and bare["act"] in _NO_OBJECT):
        return name
    thing = _object_before(setting, state, lead)
    if thing and str(thing) not in name and len(thing) <= _LONGEST_OBJECT:
        return name + thing
    if name not in _TRANSITIVE:
        return name
    pending = setting.sentence.pending(owner)
    return name + pending if len(pending) <= _LONGEST_PENDING else name


def _bare_act(name: str) -> re.Match[str] | None:
    """Read a name that is an act without an object; its last character tells most names from one."""
    return BARE_ACT.fullmatch(name) if name and str(name)[-1] in _ACT_ENDS else None


def _object_before(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Give what the last row counted in the unit of a figure counts; a part only for parts."""
    if lead.unit in RATIOS or not lead.unit or lead.unit.endswith("元"):
        return NOTHING
    chained = setting.chained and (lead.unit not in _COMMON or _relative(setting, lead))
    for row in state.near(chained=chained):
        if row.value is None or row.value.unit != lead.unit or row.within or row.whole:
            continue
        act = "" if row.action in _NOMINAL else row.action  # 信访|积案化解
        thing = row.name.removeprefix(act).without(STANDING_OPEN, count=1).without(DONE_TAIL)
        acts = _bare_act(thing) or c.ACTION_TAIL.match(thing)
        if len(thing) > 1 and _is_thing(thing) and not acts:
            return thing.by("inherited_object")
    return NOTHING


def _is_thing(name: Phrase) -> bool:
    """Tell whether a name is of a thing: not 当场, 完工, nor the 行业部门 that a case goes to."""
    if c.PER_START.match(name):
        return False
    return str(name) not in _NO_THING and not name.endswith(_BODIES)


def rest(setting: Setting, state: State, lead: Mention, behind: Span) -> Phrase:
    """Name what is left of things counted before: 排查隐患46处，其余|7处|均落实管控措施."""
    match = REST.search(setting.view, *lead.figure.left)
    if match is None:
        return NOTHING
    after = names.words_behind(setting.view, behind)
    told = setting.view[behind.start : behind.end].lstrip()
    unnamed = not after or ACT_OPENS.match(told)
    thing = _object_before(setting, state, lead) if unnamed else NOTHING
    thing = thing if len(thing) <= _LONGEST_OBJECT else NOTHING
    return take(setting.view, Span(*match.span("rest")), "rest") + thing + after


def left_out(setting: Setting, state: State, name: Phrase, lead: Mention) -> Phrase:
    """Give what a name leaves out and is too long to stand in it: that is its topic."""
    if measures.dependent(name):
        if thing := said_behind(setting, lead):
            return thing
        governor = _governor(state, lead, name)
        before = _governing(governor, name) if governor else NOTHING
        return before if len(before) > _LONGEST_GOVERNOR else NOTHING
    if not _bare_act(name) and not _relative(setting, lead):
        return NOTHING
    thing = _object_before(setting, state, lead)
    return thing if len(thing) > _LONGEST_OBJECT else NOTHING


def said_behind(setting: Setting, lead: Mention) -> Phrase:
    """总投资15.8亿元|的龙潭水库枢纽工程|实现截流: of what a measure is, where that stands behind it."""
    cell = setting.sentence.cells[lead.cell]
    match = OF_WHAT.match(setting.view, lead.figure.end, cell.span.end)
    if match is None:
        return NOTHING
    thing = theme(setting.view, Span(*match.span("thing")), setting.sentence.edges)
    return thing.without(COUNTED_OPEN, count=1)


def _relative(setting: Setting, lead: Mention) -> bool:
    """列入省级盘子的|4个: whether a clause stands before a number that says which of them."""
    left = lead.figure.left
    return setting.view[left.start : left.end].rstrip().endswith("的")
