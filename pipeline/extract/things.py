"""What a count counts: the things told from the measure of what comes next."""

from __future__ import annotations

import regex

from pipeline.extract import measures
from pipeline.extract.clauses import Figure
from pipeline.extract.predicates import RATIOS
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Span

# 6家|公立医院|医疗服务收入, 19个|国省控断面|水质优良率
COUNTED = regex.compile(r"\p{Han}{0,10}?\L<countable>(?!的|等|总|数)", countable=words("countable"))
# 医疗服务收入|占医疗收入的
SHARE_BEHIND = regex.compile(r"(?<=\p{Han}{4})占[^，。；、]{2,14}?的?$")
# 11个|总投资7亿元的|市级重点项目|开工: which of those counted, by what they cost
SIZED_BY = regex.compile(
    r"\s*(?:计划|概算|年度)?(?:总投资|投资|年产值|年营收|投资额)(?:额)?(?:约|共|达|超过?|近)?[\d.]+(?:万|亿)?元(?:以上|左右)?的?"
    r"(?P<thing>\p{Han}{2,14}?)(?=[，。；、（]|$|全部|已|均|开工|竣工|投产|建成|落地|签约|集中|顺利|如期|相继)"
)
_OF_EACH = ("率", "增速", "增幅", "进度", "资源量")  # what those counted have, and are not
_SHORTEST = 2
PER_INSIDE = regex.compile(r"(?<=\p{Han}{2}|[村乡镇县区户])(?:[日月年人户]均)(?=\p{Han}{2})")


def counted(view: str, figure: Figure, behind: Span, *, bounded: bool) -> Span:
    """Take what a count counts, of words that end in a measure of what comes next.

    112户|大型企业|增加值增长7.8%; a bound says which are counted: 6个图书馆人均藏书|不足1册.
    """
    text = view[behind.start : behind.end].rstrip()
    if c.PER_START.match(text):  # 带动2.6万户|户均增收
        return Span(behind.start, behind.start)
    if not bounded and (per := PER_INSIDE.search(text)):  # 19个|乡镇网点|日均派件
        return Span(behind.start, behind.start + per.start())
    text = text[: len(text) - len(share.group())] if (share := SHARE_BEHIND.search(text)) else text
    measure = (
        ""
        if figure.numeral.unit in RATIOS or c.TOLD_BEHIND.search(text)
        else measures.measure_of(text)
    )
    if not measure and text.endswith(_OF_EACH) and (thing := COUNTED.match(text)):
        return Span(behind.start, behind.start + thing.end())
    if not measure or len(text) - len(measure) < _SHORTEST:
        return behind
    thing = COUNTED.match(text, 0, len(text) - len(measure))
    return Span(behind.start, behind.start + (thing.end() if thing else len(text) - len(measure)))


def sized_by(view: str, figure: Figure, end: int) -> Span | None:
    """Take what a count counts where the next figure is the cost of it: 11个|总投资7亿元的|项目."""
    match = SIZED_BY.match(view, figure.end, end)
    return Span(*match.span("thing")) if match else None
