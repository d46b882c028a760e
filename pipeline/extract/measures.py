"""Names that measure: which need a governor, which need no verb, and how a list shares one out."""

from __future__ import annotations

from functools import cache

import regex

from pipeline.extract.phrase import Phrase, supplied
from pipeline.lexicon import words
from pipeline.lexicon.indicators import indicators
from pipeline.lexicon.words import by_end
from pipeline.patterns import clauses as c
from pipeline.patterns.causes import AFFECTED_BY

# 以旧换新|带动|家电零售额
CAUSE = regex.compile(r"^[^，。]{2,}?(?:带动|拉动)(?=[\p{Han}“”]{3})")
# 大中型客车|检验率
RATE_OF_ACT = regex.compile(r"(?<=\p{Han}{2})\p{Han}{2}率$")
AFFECTED_HINT = regex.compile(r"[受按因经]|在.+下")
# 建材行业|受房地产拖累, 住宅用地|受市场影响|仅成交, 一般公共服务支出|按照过紧日子要求,
# 重点项目|因用地报批滞后|仍未开工, 家长满意度|经第三方测评
AFFECTED = regex.compile(
    rf"(?<=\p{{Han}}{{2}})(?:{AFFECTED_BY}(?=$|[仅只较]|成交|完成)"
    r"|经[^，。；、经\d]{2,10}?(?:测评|评估|考核|抽查|抽检|实测|核查|督查|普查|调查|统计"
    r"|核算|审计|检测|监测|检验|测算|认定|验收|评定|抽样)(?:为|达)?$"
    r"|按照?[^，。；、按]{2,12}?(?:要求|部署|规定)$|在[^，。；、]{2,24}?(?:情况|形势|背景|条件)下(?:仍然?|依然)?[做达]?$"
    r"|因[^，。；、因]{2,16}?影响$|因[^，。；、因]{2,14}?(?=仍|尚未|无法|暂未|未能))"
)

_DEPENDENT = frozenset(words("dependent"))
_SIZE_CLASSES = tuple(words("size_class"))
_OF_NO_SIZE = tuple(words("of_no_size"))
_OF_A_KIND = frozenset(words("of_a_kind"))
_OF_AN_OWNER = frozenset(words("of_an_owner"))
_WORD = 2  # characters of a word that says nothing of its kind: 高速公路、|铁路
_HOW_RATED = frozenset(words("how_rated"))
_MEASURES = words("measure")
_MEASURE_ENDS = ("率", "比", "比重", "指数", "额", "量")
_HEADS = tuple(sorted(_DEPENDENT.union(_MEASURES), key=lambda word: (-len(word), word)))
_UNCOUNTED = tuple(word for word in _MEASURES if word not in words("counted"))
_UNCOUNTED_BY_END = by_end(_UNCOUNTED)
_HEADS_BY_END = by_end(_HEADS)
_MEASURES_BY_END = by_end((*_MEASURE_ENDS, *_UNCOUNTED))

# 粮食|播种|面积: how what is measured is grown
GROWN = regex.compile(r"(?<=\p{Han}{2})\L<grown>$", grown=words("grown"))
# 在国内生产总值中占比, 占全省比重: a share of something, that does not say whose
_SHARE_OF = regex.compile(
    r"(?:在[^，。；]{2,20}?中?的?|占[^，。；]{0,20}?的?)(?:占比|比重|比例|份额)"
)
# of two measures that go together the second leaves out of what it is: 社保基金收入…、|支出
_BUDGET = regex.compile(r"(?:总?收入|支出|(?:滚存)?结余)(?:总计|合计|决算|预算|安排|预算安排)?$")
_BANK = regex.compile(r"(?:各项)?[存贷]款(?:余额)?$")
_STOCK = regex.compile(r"(?:存栏|出栏)量?$")
TWINS = {
    **dict.fromkeys(("存栏", "出栏", "存栏量", "出栏量"), _STOCK),
    **dict.fromkeys(("收入决算", "支出决算", "收入预算", "支出预算"), _BUDGET),
    **dict.fromkeys(("收入", "支出", "结余", "滚存结余", "当年结余", "收支结余"), _BUDGET),
    **dict.fromkeys(("出厂价格", "购进价格"), regex.compile(r"(?:出厂|购进)价格$")),
    **dict.fromkeys(("蓄积量", "蓄积"), regex.compile(r"(?:覆盖率|面积)$")),
    **dict.fromkeys(("贷款余额", "各项贷款余额", "存款余额", "各项存款余额"), _BANK),
}


def dependent(name: str) -> bool:
    """Tell whether a name says nothing without what governs it: 死亡, 总投资, 完成率, 化解率."""
    if name in _DEPENDENT or _SHARE_OF.fullmatch(name):
        return True
    if name.startswith("每") and c.PER_HEAD.fullmatch(name):
        return True
    return len(name) < 6 and name.endswith("率") and bool(c.ACTION.fullmatch(name[:-1]))


def what_moved(name: Phrase) -> Phrase:
    """Strip the cause and the word of change from the name of what changed.

    以旧换新带动家电零售额 → 家电零售额, 经济增长预期目标 → 经济增长; 经济 alone is named by its growth.
    """
    if (rate := c.RATE.match(name)) and rate.start() > 1:
        name = name[: rate.start()]
    name = name.without(AFFECTED)
    if is_measure(name):
        return name.without(CAUSE, count=1)
    if name == "经济":
        return name + supplied("增长", name.end, "growth_of_the_economy")
    return name


def measure_of(name: str) -> str:
    """Give the word of measure that a name ends in: 增加值 of 大型企业增加值; "" for none."""
    words = _UNCOUNTED_BY_END.get(str(name)[-1:], ())
    return next((word for word in words if name.endswith(word)), "")


def head_of(name: str) -> str:
    """Give the longest word that a name may lean on what it measures with; "" for none.

    >>> head_of("民宿项目总投资"), measure_of("民宿项目总投资")
    ('总投资', '投资')
    """
    heads = _HEADS_BY_END.get(str(name)[-1:], ())
    return next((word for word in heads if name.endswith(word)), "")


def completed_beside(first: Phrase, name: Phrase) -> Phrase:
    """Complete a later item of a list from what its first item is of.

    省属企业营业收入、|利润 → 省属企业利润; 利用外资、|投资 → 投资.
    """
    if name in TWINS and (twin := TWINS[name].search(first)):  # 存款、|贷款余额|
        return first[: twin.start()].by("list_owner") + name
    measure = head_of(first)
    if not measure and (rate := RATE_OF_ACT.search(first)):
        measure = rate.group()
    of = first.removesuffix(measure) if measure else first[:0]
    if name.startswith(("产", "总产", "单产")):  # 粮食播种面积和|产量
        of = of.without(GROWN, count=1)
    owned = dependent(name) or name in TWINS  # 一般公共预算收入和|支出
    owned = owned and of not in _HOW_RATED  # 实际|执行率、|执行到位率
    return of.by("list_owner") + name if owned and len(of) > 1 else name


def is_measure(name: str) -> bool:
    """Tell whether a name ends in a word of measure (收入, 规模, 率) and so needs no verb."""
    return name.endswith(_MEASURES_BY_END.get(str(name)[-1:], ()))


def takes_modifier(modifier: str, item: str) -> bool:
    """Tell whether an item of a list can be of the class that the first says: 规上|工业、|服务业.

    >>> takes_modifier("规上", "固定资产投资"), takes_modifier("国家级", "众创空间")
    (False, True)
    """
    if len(item) > _WORD and modifier in _OF_A_KIND:  # 高速公路、|国省道
        return False
    if len(item) > _WORD and modifier in _OF_AN_OWNER and not is_measure(item):
        return False  # 国有土地案件、|新类型案件; but 民营经济增加值、|纳税总额
    return not (modifier.startswith(_SIZE_CLASSES) and item.endswith(_OF_NO_SIZE))


def of_its_noun(modifier: str) -> bool:
    """Tell whether a modifier belongs to the noun behind it alone: 国有|企业, 高速|公路."""
    return modifier in _OF_A_KIND or modifier in _OF_AN_OWNER


@cache
def known_names() -> frozenset[str]:
    """Names that a table of indicators knows: clear of what they are without a topic."""
    return frozenset(
        name for entry in indicators().values() for name in (entry.name, *entry.aliases)
    )
