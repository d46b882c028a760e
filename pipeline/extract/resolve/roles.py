"""Whether figures are levels, changes or ranks: what the predicate says, mended by rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from pipeline.extract import beside, measures
from pipeline.extract.compared import RATES
from pipeline.extract.kinds import FRACTION
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import Phrase
from pipeline.extract.predicates import RATIOS, SIGNS, Role
from pipeline.extract.resolve import naming
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row, related
from pipeline.lexicon import words
from pipeline.lexicon.units import of_kind
from pipeline.patterns import clauses as c

COUNTS = frozenset(words("count_tail"))
# 增速（%）|6.8|: a rate that says of nothing
RATE_ALONE = regex.compile(r"(?:增速|增幅|涨幅|降幅|增长率|同比|同比增速|比上年增速)(?:（%）)?")
# 低保对象减少86户|，至1240户
FALLEN_TO = regex.compile(r"\s?，?(?:[降减]?少?(?:至|到)|降为)\s?\d")
# of these a per cent is how prices moved; an index stands about 100
PRICES = regex.compile(r"(?:CPI|PPI|居民消费价格|工业(?:生产者)?出厂价格)(?:总?水平|总?指数)?")
_AN_INDEX = 50
_LEAVES = frozenset(words("leaves"))
# 常住人口|减少1.2万人: what there is of them fell; 贫困人口|减少|245万人 is what was reached
STOCK = regex.compile(r"(?:(?:常住|户籍|在册|总)人口|在校生|从业人员|存栏)(?:数|总?量)?$")


@dataclass(frozen=True, slots=True)
class _Frame:
    """A group, what is known, and the words of its subject."""

    setting: Setting
    state: State
    lead: Mention
    owner: Mention
    single: bool
    text: Phrase

    def levels(self) -> list[Row]:
        """The rows whose value is counted in the unit of the group."""
        unit = self.lead.unit
        return [row for row in self.state.recent if row.value and row.value.unit == unit]


@dataclass(frozen=True, slots=True)
class RoleRule:
    """A figure said as ``said`` is a ``role`` where ``applies``.

    ``yes`` and ``no`` are sentences with the figure in ⟨…⟩, which is and is not given this role.
    """

    name: str
    gloss: str
    said: Role
    role: Role
    applies: Callable[[_Frame], bool]
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


def _lone_fall(f: _Frame) -> bool:
    """A fall of a count is a change beside its level or its base, else a value of its own."""
    said = f.lead.said
    if said.sign > 0 or f.lead.unit in RATIOS or f.lead.figure.numeral.rule == FRACTION:
        return False
    if said.compares or {"compared", "peer"} & set(said.said):
        return False
    level = measures.is_measure(f.text) or not c.ACTION.match(f.text)
    if f.lead.unit not in of_kind("count") and f.text and level:
        return False  # 吨水电耗|下降0.02千瓦时, 药品价格|下降20元: a level fell, nothing is counted
    levels = beside.pending(f.setting.sentence, f.owner) if not f.text else f.text
    if f.lead.unit not in of_kind("count") and measures.is_measure(levels):
        return False  # 贷款余额、不良率实现双降，分别|下降0.4亿元、0.3个百分点|
    if c.COUNT_NOUN.search(f.text) or STOCK.search(f.text):  # 死亡人数|减少3人
        return False
    if FALLEN_TO.match(f.setting.view, f.lead.figure.end):
        return False
    times, at = f.setting.times, f.lead.figure.left.start
    if times.compared_yoy_from <= at or times.compared_from <= at:
        return False
    if f.text in COUNTS and f.levels():  # 事故7起，死亡4人，|起数|减少2起
        return False
    return not any(
        not f.text or related(row.name, f.text) or row.name.endswith(f.text) for row in f.levels()
    )


def _growth_noun_behind(f: _Frame) -> bool:
    if f.lead.unit != "%" or not f.single:
        return False
    behind = f.setting.sentence.text(f.lead.behind)
    if not behind or not c.RATE.fullmatch(behind):
        return False
    return not f.setting.sentence.nothing(f.owner.subject)


def _compared_growth(f: _Frame) -> bool:
    said = f.lead.said
    return bool(said.grown and said.compares) and not f.setting.sentence.text(f.lead.behind)


def _growth_of_a_level(f: _Frame) -> bool:
    if not f.lead.said.grown or f.setting.sentence.text(f.lead.behind):
        return False
    if f.text in COUNTS and f.levels():  # 疫情23起，甲14起、乙9起，|起数|增加5起
        return True
    bare = f.lead.said.grown == "增加"  # it alone speaks of the level before it, whatever its verb
    return any(
        not row.increment
        and row.name not in _LEAVES
        and (related(row.name, f.text) if f.text else bare or not row.action)
        for row in f.levels()
    )


def _price_alone(f: _Frame) -> bool:
    """CPI控制在3%以内: of an index of prices a per cent is how it moved; 102.3% is its level."""
    rate = f.lead.unit == "%" and f.lead.figure.numeral.high < _AN_INDEX
    return rate and PRICES.fullmatch(f.text) is not None


def _signed_rate(f: _Frame) -> bool:
    """同比增加412万元、|+7.0%|, 营收6315万元（|+7.3%|）: the sign says that it grew, or the change before it."""
    number, last = f.lead.figure.numeral.number, f.state.last
    if f.text or not f.single or last is None or f.lead.unit not in RATES:
        return False
    level = last.value is None or last.value.unit not in RATIOS
    return f.setting.view[number.start] in SIGNS and f.lead.first_in_cell and level


def _aim_of_growth(f: _Frame) -> bool:
    """增长6.5%，力争|7%: a per cent that is aimed at behind a growth is one."""
    last = f.state.last
    grew = last is not None and last.value is None and bool(last.changes)
    return grew and f.lead.unit == "%" and not f.text and naming.is_goal(f.setting, f.lead)


def _unit_bracket(f: _Frame) -> bool:
    """增速（%）6.8: the level of a rate alone is the change of what was named before."""
    begun = f.state.last is not None and not f.state.bases  # not 增速由6月的5.4%|回落至4.1%
    return f.single and begun and bool(RATE_ALONE.fullmatch(f.text))


RULES = (
    RoleRule(
        "lone_fall",
        "减少一定数量，句中没有它的水平，也没有说跟什么比：是一个数，名称里有“减少”",
        "change",
        "value",
        _lone_fall,
        ("农村贫困人口减少⟨245万人⟩。",),
        ("在校生比上年减少⟨860人⟩。", "与上年相比，事故下降⟨12起⟩。", "死亡398人，减少⟨202人⟩。", "吨水电耗下降⟨0.02千瓦时⟩。"),
    ),
    RoleRule(
        "growth_noun_behind",
        "数字后面是“增速”一类的词",
        "value",
        "change",
        _growth_noun_behind,
        ("工业投资保持⟨15%⟩以上增速。",),
        ("税收占比达⟨15%⟩。",),
    ),
    RoleRule(
        "compared_growth",
        "净增、新增，并说了跟什么比",
        "value",
        "change",
        _compared_growth,
        ("到位资金同比净增⟨26.8亿元⟩。", "立案94件，罚没款38万元，同比增加17件、⟨6.2万元⟩。"),
        ("新增就业⟨5万人⟩。",),
    ),
    RoleRule(
        "growth_of_a_level",
        "新增、增加，句中有它的水平",
        "value",
        "change",
        _growth_of_a_level,
        ("贷款余额620亿元，增加⟨48亿元⟩。", "土地出让收入11亿元，增收⟨3.3亿元⟩。"),
        ("新增就业⟨5万人⟩。", "带动就业860人，户均增收⟨6200元⟩。", "带动群众增收⟨1200万元⟩。", "节约资金4亿元，增值⟨2亿元⟩。"),
    ),
    RoleRule(
        "price_alone",
        "居民消费价格、CPI后面的百分数是涨幅",
        "value",
        "change",
        _price_alone,
        ("居民消费价格控制在⟨3%⟩左右。", "CPI控制在⟨3%⟩以内。"),
        ("居民消费价格指数为⟨102.3%⟩。",),
    ),
    RoleRule(
        "signed_rate",
        "前面带正负号的百分数，没有自己的主语：是刚说过的数的变化",
        "value",
        "change",
        _signed_rate,
        ("营收6315万元，同比增加412万元、⟨+7.0%⟩。", "客运量320万人（⟨-2.1%⟩）。"),
        ("净利率⟨-3.2%⟩。", "营收6315万元，净利率⟨-3.2%⟩。"),
    ),
    RoleRule(
        "aim_of_growth",
        "前面说增长多少，后面单说力争多少：也是增长",
        "value",
        "change",
        _aim_of_growth,
        ("一般公共预算收入增长6.5%，力争⟨7%⟩。",),
        ("城镇化率62%，力争⟨63%⟩。",),
    ),
    RoleRule(
        "rate_alone",
        "单说“增速”多少，是前一个指标的变化",
        "value",
        "change",
        _unit_bracket,
        ("地区生产总值512亿元，增速⟨6.8%⟩。",),
        ("财政收入512亿元，税收占比⟨62.1%⟩。",),
    ),
)


_RULES_BY_SAID = {
    said: [rule for rule in RULES if rule.said == said] for said in ("value", "change", "rank")
}


def role_of(setting: Setting, state: State, group: Sequence[Mention], owner: Mention) -> Role:
    """Decide what a group of figures is: the first rule that applies, else what its words say."""
    text = setting.sentence.text(setting.sentence.subject_of(owner))
    frame = _Frame(setting, state, group[0], owner, len(group) == 1, text)
    said = group[0].said.role
    for rule in _RULES_BY_SAID[said]:
        if rule.applies(frame):
            return rule.role
    return said
