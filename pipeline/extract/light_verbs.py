"""What only introduces a name: joiners, and light verbs that are no act of their own (完成, 实现)."""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import words
from pipeline.patterns import clauses as c

# 有|劳动能力贫困人口, 有|条件的建制村: what those counted have
HAD = regex.compile(
    r"\p{Han}{0,4}?(?:(?:能力|意愿|愿望|资质|影响力)的?|(?:条件|需求|需要|要求|困难|潜力)的)\p{Han}{2}"
)
# 重点|救助对象, 重点|监管企业: those to whom something is done
DONE_TO = regex.compile(r"\p{Han}{2}(?:对象|单位|人员|人群|群体|企业|区域|场所|岗位|部位|地区|物种)")
# 争取|到位资金, 力促|开工项目; not 争取到|资金
STRIVES = regex.compile(r"(?:争取|力促|力求|力推)(?=到位|(?!到)\p{Han}{2})")
# 争取|旅游收入|突破: a level that is wished for
REACHES = regex.compile(r"\s?(?:突破|达到|超过|增长|提高|控制|不低于|不少于|稳定|保持)")
# 力争|完成投资, 提前|完成整改: the adverb before what belongs to the name
BEFORE_DONE = regex.compile(r"\p{Han}+(?=完成\Z)")
INVESTED = regex.compile(r"(?:总|年度)?投资(?:额)?")

Match = re.Match[str] | regex.Match[str]

_CLOSED = frozenset(words("closed"))
_HOW = frozenset(words("how_or_which"))
_TOLD_OF_RATES = frozenset(words("told_of_rates"))
_HOW_DONE = _TOLD_OF_RATES.union(("基本", "集中", "率先"))
_ACT_RATE = 4  # characters of a rate of an act: 办结率, 处置率
_ALONE = frozenset((*words("light_act"), *words("ended")))
_AGAIN = words("again")
_VALID = words("valid")
_MEASURED = frozenset("量额数值")
_GAINS = ("取得", "获得")
_PAPERS = tuple(words("papers"))
_EXTENTS = frozenset(words("extent"))


def introduces(view: str, at: int, end: int) -> Match | None:
    """Match a joiner or a light verb, the longer of the two: 有序, not 有."""
    if view[at] == "有" and HAD.match(view, at + 1, end):
        return None
    joiner, verb = c.JOINER.match(view, at, end), light(view, at, end)
    return verb if verb and (not joiner or verb.end() > joiner.end()) else joiner


def tells_apart(view: str, match: Match, end: int) -> bool:
    """Tell whether how something was done is all that a part says: 办结8100件，其中|提前|办结1980件."""
    return match.group() in _HOW_DONE and c.ACTION.fullmatch(view, match.end(), end) is not None


def light(view: str, at: int, end: int) -> Match | None:
    """Match a verb that only introduces what is named behind it: 完成|营造林, 争取|到位资金."""
    strives = STRIVES.match(view, at, end) if view[at] in "争力" else None
    if strives and (c.ACTION.match(view, strives.end(), end) or REACHES.match(view, end)):
        return strives
    if view.startswith(_AGAIN, at, end):
        return None
    match = c.LIGHT_HEAD.match(view, at, end)
    if not match or (match.end() == end and match.end() - match.start() > 4):
        return None
    rest = view[match.end() : end].strip()
    if not _belongs(match.group(), rest):
        return match
    return BEFORE_DONE.match(view, at, match.end())


def _belongs(word: str, rest: str) -> bool:
    """Tell whether a word that only introduces elsewhere belongs to the name here.

    完成|投资, 已完成|整改: what was done is itself an act; 计划|总投资 is not what was invested;
    重点|人群签约率, 基本|公共卫生服务, 创新|平台, 规范|管理率 say of whom and how.
    """
    if not rest:
        return word in _ALONE
    if word == "发生" and rest in _EXTENTS:  # 发生|面积
        return True
    if rest in _MEASURED or rest[:1] == "率":  # 完成|量, 实现|率
        return True
    if word in _GAINS and rest.endswith(_PAPERS):  # 取得|证书1108人
        return True
    if word == "有效" and rest.startswith(_VALID):  # 有效|注册商标
        return True
    if "完成" in word:
        return bool(c.ACTION.fullmatch(rest)) and rest not in _CLOSED
    if word == "计划":
        return bool(INVESTED.fullmatch(rest))
    if word in _HOW:
        rate = rest.endswith("率")  # 集中|供水率
        return rate or not c.ACTION.match(rest) or DONE_TO.match(rest) is not None
    if word in _TOLD_OF_RATES:
        return rest.endswith("率") and len(rest) <= _ACT_RATE
    return word in ("规范", "按期") and rest.endswith("率")
