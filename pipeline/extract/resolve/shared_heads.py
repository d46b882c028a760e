"""The head that an item of a list leaves out: 省级课题12项、|市级|5项, 粮食产量86万吨、|油料|12万吨."""

from __future__ import annotations

import regex

from pipeline.extract import measures
from pipeline.extract.mentions import LIST_OPENERS, Mention
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.predicates import RATIOS
from pipeline.extract.resolve.state import State
from pipeline.extract.row import Row
from pipeline.lexicon import words
from pipeline.patterns import clauses as c

_LEVEL = (
    r"(?:国际|世界|全国|国家|省部|省|自治区|部|厅局?|地市|市厅|市|州|盟|旗|县区?|区县?|乡镇?|镇|街道|村|校|院|局|行业)"
    r"级(?:及?以上)?"
)
# 省级, 市级以上, 一级, 甲级: of what grade, and not what
LEVEL = regex.compile(rf"(?:{_LEVEL}|[一二三四五特甲乙丙丁A-D]级)")
# |省级|工程技术研究中心, 产生|全国|五一劳动奖章
LEVELLED = regex.compile(rf"(?:{_LEVEL}|[一二三四五特甲乙丙丁A-D]级|全国|全省|全市)")
# 10亿元以上|8个, 1亿美元及以上: of what size, and not what
SIZE = regex.compile(
    r"(?<![\d.])(?:\d[\d.]{0,12}+[百千万亿]{0,4}+|[一二两三四五六七八九十百千万亿]{1,6}+)(?:元|美元|亩|平方米|公顷|吨|人|千瓦"
    r"|张)(?:及?以[上下内])?"
)
# 生猪|出栏86万头、|肉牛|12万头
STOCK = regex.compile(r"(?<=\p{Han}{2})(?:出栏|存栏)$")
# 粮食|种植|面积, 厂房|建筑|面积
OF_AREA = regex.compile(r"(?<=\p{Han}{2})(?:\L<grown>|建筑|占地)$", grown=words("grown"))
# 延期|还款|24亿元, 融资|担保|2亿元: what was done with money, and no thing it is of
LENT = regex.compile(r"\L<lent>$", lent=words("lent"))
_STOCK_UNITS = frozenset("头只羽尾匹")
_FIELDS = frozenset(words("field_of_spending"))  # 民生支出86亿元、|教育|12亿元
_OF_ACCOUNTS = words("of_accounts")
_LONGEST_ITEM = 6


def shared_head(state: State, lead: Mention, name: Phrase) -> Phrase:
    """Give the words that the name of an item takes over from the item before, behind its own."""
    before = state.before(lead)
    if before is None or before.value is None or not name or lead.position:
        return NOTHING
    rest = before.name.removeprefix(before.action)
    if LEVEL.fullmatch(name):
        return _of_level(before, lead, rest)
    if SIZE.fullmatch(name):
        return _of_size(before, lead, rest)
    if lead.opener not in LIST_OPENERS or not _is_bare(name):
        return NOTHING
    rest = before.name if rest == "面积" else rest  # 造林|面积12万亩、|油茶|3万亩
    unit = before.value.unit
    if (stock := STOCK.search(rest)) and {unit, lead.unit} <= _STOCK_UNITS:
        return rest[stock.start() :].by("shared_head")
    measure = measures.measure_of(rest)
    if unit != lead.unit or unit in RATIOS or not measure:
        return NOTHING
    start = len(rest) - len(measure)
    grown = OF_AREA.search(rest, 0, start)
    start = grown.start() if grown else start
    return rest[start:].by("shared_head") if start > 1 else NOTHING


def _of_level(before: Row, lead: Mention, rest: Phrase) -> Phrase:
    """Give what is of the grade that an item says: 获省级以上|奖励|12项，其中|国家级|2项."""
    if before.value is None or before.value.unit != lead.unit:
        return NOTHING
    own = LEVELLED.search(rest)
    if own is None and (before.within or before.whole):  # 其中中央1.2亿元、|省级|8000万元
        return NOTHING
    return (rest[own.end() :] if own else rest).by("shared_head")


def _of_size(before: Row, lead: Mention, rest: Phrase) -> Phrase:
    """Give what is of the size that an item says: 引进亿元以上|项目|60个，其中|10亿元以上|8个."""
    if before.value is None or before.value.unit != lead.unit:
        return NOTHING
    own = SIZE.search(rest)
    thing = rest[own.end() :].removeprefix("的") if own else NOTHING
    return thing.by("shared_head")


def _is_bare(name: Phrase) -> bool:
    """Tell whether a name is of a thing alone, that nothing measures and nobody acts on."""
    short = 2 <= len(name) <= _LONGEST_ITEM and name not in measures.TWINS
    if name.endswith(_OF_ACCOUNTS):
        return False
    acts = (c.ACTION.search(name) and str(name) not in _FIELDS) or LENT.search(name)
    return bool(short and not measures.is_measure(name) and not acts)
