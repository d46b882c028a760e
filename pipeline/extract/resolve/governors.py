"""Governors: what a name leans on that says nothing alone, 死亡 on the accidents before it."""

from __future__ import annotations

import re

import regex

from pipeline.extract import beside, contributions, measures
from pipeline.extract.mentions import LIST_OPENERS, Mention
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.predicates import RATIOS
from pipeline.extract.resolve import units
from pipeline.extract.resolve.bare_acts import BARE_ACT, STANDING_OPEN
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.resolve.summed import total_of
from pipeline.extract.row import INCREMENTS, Row, stem
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.patterns.wordlist import any_of

# 粮食|播种面积 … 总产, 省运会|金牌 … 银牌: the end of a governor that gives way to a measure of the same thing
GIVES_WAY = {
    "产": regex.compile(
        r"(?<=\p{Han}{2})(?:\L<grown>)?(?:面积|总产量?|单产|产能|产量)$", grown=words("grown")
    ),
    "牌": regex.compile(r"[金银]牌$"),
}

# 水库工程|概算|总投资
PLANNED = regex.compile(r"(?:计划|概算|估算|预算|规划|预计)$")
# 开工|161个、竣工投产|74个: acts, and nothing that has a cost
ACTS_ALONE = re.compile(rf"(?:{c.ACTION.pattern}|{any_of(words('closed'))})+|(?:年度|全年|当年|本年)?计划")
_JUDGED = frozenset(words("judged_rate"))
_TOTALS = frozenset(("总数", "总数达", "总量", "累计"))
LONGEST_GOVERNOR = 14
_OUTCOMES = frozenset(words("outcome"))
_CLOSED = frozenset(words("closed"))
_SAME_THING = {
    "产量": "产",
    "总产": "产",
    "总产量": "产",
    "单产": "产",
    "规模": "产",
    "银牌": "牌",
    "铜牌": "牌",
}
# 制造业, 国有控股企业, 饮料类: a kind of thing, of which a figure says what is measured
CATEGORY = regex.compile(r"(?:\L<category>)$", category=words("category"))
# 省道改建工程|全长 … 总投资: a length or an area that gives way to the cost of the same thing
EXTENT = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:全长|总长|总里程|里程|总?(?:建筑|占地)?面积|占地|总建筑规模)$"
)
# 事故|死亡|人数, 受伤人数: what an accident did gives way to what else it did
CASUALTY = re.compile(r"(?:死亡|受伤|亡人|伤亡|亡|伤|失踪|失联|(?:直接)?(?:经济|财产)损失)+$")
# 暴雨洪涝|造成农作物受灾|3.1万亩，直接经济损失: what else the event did
CAUSED = regex.compile(r"(?<=\p{Han}{2})(?:共|累计)?(?:造成|导致|引发|致使)\p{Han}{2,}$")
# 涉及|劳动者, 涉案|人员
INVOLVED = regex.compile(r"(?:涉及|涉案|涉)(?=\p{Han}{2})")
# what makes things that were not there before
NEW = re.compile(r"新|建|引进|培育|打造|创建|招引|启动|开工|投产|投用")
# 直接|经济损失
LOSS = re.compile(r"(?:经济|财产)损失$")
HARMFUL = regex.compile(r"\L<harmful>", harmful=words("harmful"))
_SUMS = frozenset(("金额", "总金额", "资金", "总额", "金额达", "标的额"))
OF_CASES = re.compile("(?:破案|结案|立案|办案|执结|审结|改判|上诉|调解)率")
OPENS_CASE = regex.compile(r"(?<=\p{Han}{2})(?:\L<opens>)$", opens=words("opens_case"))
# 五项基金|征缴|收入…支出: how what came in was gathered
GATHERED = regex.compile(r"(?<=\p{Han}{2})(?:征缴|征收|筹集|筹资|上缴)$")
# |开展|食品抽检, |组织开展|技能鉴定: what only says that it took place
ENACTS = regex.compile(r"^(?:\L<enacts>)(?=\p{Han}{2})", enacts=words("enacts"))
_COSTS = frozenset(("总投资", "计划总投资", "完成投资", "投资", "年度投资", "投资额"))


def completed(setting: Setting, state: State, name: Phrase, mention: Mention) -> Phrase:
    """死亡 after 一般程序道路交通事故 → 一般程序道路交通事故死亡."""
    bracketed = mention.opener == "（" and name in _OUTCOMES  # （已完成56条）
    if said := _measured_alike(state, name, mention):
        return name + said
    if twin := measures.TWINS.get(str(name)):
        return _beside_twin(state, name, twin, mention)
    if not measures.dependent(name) and not bracketed:
        return name
    if name == "完成投资" and (of := _invested(state)):
        return of + name
    if name in _TOTALS and (summed := total_of(state, mention, name)):
        return summed
    governor = governor_of(state, mention, name)
    over = c.PER_HEAD.fullmatch(name)
    if governor is None:
        return name + beside.pending(setting.sentence, mention) if over else name
    if over:
        return name + governor.name.removeprefix(governor.action).by("ellipsis")
    acts_alone = name in _OUTCOMES and BARE_ACT.fullmatch(governor.name)
    if governor.name.endswith(name) or acts_alone:  # 排查32416条，|整改|31870条
        return name
    if name in _COSTS and governor.name.endswith(("资金", "经费")):
        return name  # 到位专债资金6000万元，|完成投资|4870万元
    before = governing(governor, name)
    return before + name if len(before) <= LONGEST_GOVERNOR else name


def _measured_alike(state: State, name: Phrase, mention: Mention) -> Phrase:
    """Give the measure that a kind of thing leaves out: 采矿业利润增长48.6%；|制造业|下降13.4%."""
    acts = c.ACTION.match(name) and not CATEGORY.fullmatch(name)  # but 教育文化娱乐
    if measures.is_measure(name) or not CATEGORY.search(name) or acts:
        return NOTHING
    if contributions.pulls(name):
        return NOTHING  # |下拉|规上工业1.1个百分点
    for row in state.antecedents:
        measure = measures.measure_of(row.name)
        if not measure:
            continue
        # of a kind said in the name or as whose it is: 国有控股企业|利润, 股份制企业
        kind = row.name[: len(row.name) - len(measure)] or row.scope or NOTHING
        if not CATEGORY.search(kind) or not _measured_in(row, mention):
            return NOTHING
        return row.name[len(row.name) - len(measure) :].by("measured_alike")
    return NOTHING


def _measured_in(row: Row, mention: Mention) -> bool:
    """Tell whether a figure may be of the measure of a row: 元 beside 元, a growth beside one."""
    if mention.said.role == "change":
        return bool(row.changes)
    alike = row.value is not None and row.value.unit == mention.unit
    # 建筑业商务活动指数51%，|服务业|50.5%
    return alike and (mention.unit.endswith("元") or row.name.endswith("指数"))


def _invested(state: State) -> Phrase:
    """水库工程总投资9.8亿元，大坝12座，|完成投资: of what the total was, so is what is done."""
    for row in reversed(state.recent):
        owner = row.name.removesuffix("总投资").without(PLANNED)
        if row.name.endswith("总投资") and len(owner) > 1:
            return owner.by("ellipsis")
    return NOTHING


def _beside_twin(
    state: State, name: Phrase, twin: regex.Pattern[str], mention: Mention
) -> Phrase:
    """社会保险基金收入15.6亿元、|支出|14.2亿元: of what the twin of a measure is, so is the measure."""
    inner = [row for row in state.antecedents if row.whole or row.within]
    outer = [row for row in state.antecedents if not (row.whole or row.within)]
    anew = not state.rows or mention.opener in "；;"
    for row in (*outer, *inner) if anew else state.antecedents:
        if anew and twin.fullmatch(row.name):  # 收入…，其中土地收入…；|支出|6亿元
            return name
        if (match := twin.search(row.name)) and match.start() > 1:
            if c.ACTION.fullmatch(row.name[: match.start()].removeprefix("累计")):
                return name  # 发放贷款1亿元，|贷款余额|1.9亿元
            if match.group() == name and not state.rows:
                return name  # 综合收入7.9亿元。首笔交易12万吨、|收入|480万元
            return row.name[: match.start()].without(GATHERED).by("ellipsis") + name
    return name


def governor_of(state: State, mention: Mention, name: Phrase) -> Row | None:
    """Find the nearest row of the sentence that may complete a name.

    Of an act or its rate it is what was counted, not another act: 受理|案件, 立案, |结案.
    """
    found = [row for row in reversed(state.recent) if _governs(row, mention)]
    if found and mention.opener == "，" and found[0].mention.opener in LIST_OPENERS:
        whole = [row for row in found if not (row.whole or row.within)]  # 其中甲类1座、乙类2座，|总投资
        found = whole if found[0].whole and whole else found
    if LOSS.search(name):  # 倒塌房屋56间，|直接经济损失|1.4亿元: of the flood that did both
        found = [row for row in found if HARMFUL.search(row.name)]
    if name in _JUDGED:  # 受理201件，满意184件，满意率: of all, not of the satisfied
        found = [row for row in found if not row.name.endswith(str(name)[:-1])]
    if OF_CASES.fullmatch(name):  # 现有民警312人，|破案率|: of cases, and not of those who solve them
        found = [row for row in found if not (row.value and units.of_people(row.value.unit))]
    if name in _COSTS:  # 利润总额9000万元，|完成投资: only a thing that is counted has a cost
        found = [
            row
            for row in found
            if not measures.is_measure(row.name)
            and not ACTS_ALONE.fullmatch(row.name)
            and (row.value or mention.said.role != "change")  # 规模工业增长8%，|投资|增长10.5%
        ]
    if mention.said.role == "change" and mention.unit == "%" and not name.endswith("率"):
        # 建设数字化车间2家，|产值|增长45%: what is new has no growth yet
        found = [row for row in found if not (row.increment or NEW.match(row.action))]
    if name in _TOTALS:  # 到位资金3.1亿元，其中中央1.9亿元，总量
        found = [row for row in found if not (row.whole or row.within)] or found
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
    if row.name.endswith("出生"):  # 全年出生4126人，|死亡|5213人
        return False
    if c.COUNT_NOUN.fullmatch(row.name) or c.PER_START.match(row.name):
        return False  # 同比|起数|下降11.2%，受伤人数下降8%; 户均|增收1.2万元，人均增收3000元
    if row.value and row.value.unit in RATIOS:
        return False
    return mention.bracketed or not row.mention.bracketed


def governing(governor: Row, name: Phrase) -> Phrase:
    """Give of a governor what goes before a name that leans on it."""
    whole = stem(governor.name)
    if name in _SUMS and (involved := INVOLVED.match(whole)):
        return whole[: involved.end()].by("ellipsis")  # 涉及|劳动者2032人，金额: of the case, not of them
    if name in _COSTS:
        whole = whole.without(EXTENT)
    if CASUALTY.search(stem(name)):
        whole = whole.removeprefix(governor.action).without(CASUALTY).without(CAUSED)
    if name in _TOTALS and governor.action.startswith("新"):  # 新建调解室4个，|总数|达13个
        return whole.removeprefix(governor.action).by("ellipsis")
    if name.endswith("案"):  # 刑事|立案…结案
        whole = whole.without(OPENS_CASE, count=1) or whole
    if name in _OUTCOMES:  # 开展|食品抽检…合格
        whole = whole.without(ENACTS, count=1)
    rate = name.endswith("率") or name in _CLOSED  # 审结|案件…结案率, 整改|案件…整改率, 结案
    whole = whole.without(STANDING_OPEN, count=1) if rate else whole  # 新收|案件…结案率
    counted_up = governor.action in INCREMENTS  # 新增|就业…完成率
    if governor.action and ((rate and not counted_up) or name.startswith(governor.action)):
        whole = whole.removeprefix(governor.action)
        if measures.measure_of(whole) == whole:  # 赔付支出9亿元，|赔付率|
            return NOTHING
        whole = whole[:-2] if rate and name[:2] == whole[-2:] and len(whole) > 3 else whole
    elif rate and (at := whole.find(str(name)[:2])) > 1:  # 新增|城镇污水|日处理能力…处理率
        whole = whole[:at].removesuffix("日").removesuffix("年").removeprefix(governor.action)
    elif name[:2] == whole[-2:]:  # 房屋签约…签约率
        whole = whole[:-2]
    elif rate and len(name) > 2 and whole.startswith(str(name)[:-1]):  # 完成|项目…完成率
        whole = whole[len(name) - 1 :]
    elif len(name) > 2 and measures.is_measure(whole) and (at := whole.find(name[:2])) > 1:
        whole = whole[:at]  # 商品房|销售面积…销售额
    elif name in _SAME_THING and (last := GIVES_WAY[_SAME_THING[name]].search(whole)):
        whole = whole[: last.start()]
    return whole.by("ellipsis")
