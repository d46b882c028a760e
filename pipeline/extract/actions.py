"""Verbs of acts in the words before a number: what was done, told from what it was done to."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.patterns.edges import Ends
from pipeline.records import Span

_ENDS_IN_ACTION = Ends(c.ACTION_TAIL)
NAMED_BY_ACT = regex.compile(r"通知书?|意见书?|建议书?|方案|清单|台账|函|集团|机构|基地|对象|人员|单位|专班|团队|联盟|体系|平台|中心|资源")
# 食品|生产|经营主体, 食品|生产|企业: who does it, and no act; 社区|矫正|对象: to whom it is done
DOER = regex.compile(
    r"\p{Han}{2}对象|(?:生产|销售|服务|施工|运输)(?:经营|加工|销售|使用|服务)*(?:主体|企业|单位|机构|场所|基地|人员)"
)
# 共|划分基础网格, 累计|处置案件: what those counted do, a verb with what says how
_DOES = regex.compile(
    r"(?:共|累计|合计|已|全年|均|都|共同|分别|先后)?(?:\L<verb>)(?:了|出|到)?",
    verb=words("done_by_counted"),
)
# 新收案件, 教育类, 上市企业: a kind of thing, and no act
NO_ACT = regex.compile(r"\p{Han}{1,4}(?:(?<=收)案件|类|型|(?<=上市)(?:企业|公司))")
# 不予|处罚, 不|批捕, 免予|起诉: what was not done is another act
DENIED = regex.compile(r"(?r)(?:不予|未予|免予|暂不|不再|不|未|免)")
_ENACTS = tuple(words("enacts"))
_PLACES = frozenset("村乡镇县区市院校局")
_VERBAL_NOUNS = frozenset(words("verbal_noun"))


def acts(view: str, span: Span, edges: Sequence[int]) -> bool:
    """Tell whether behind an agent a verb follows with an object: 住建部门|新增泊位.

    Not 政府|采购份额, 学校|资助面, 企业|牵头比例.
    """
    verb = action(view, span, edges)
    text = view[span.start : span.end]
    noun = (
        c.RELATIVE.search(text, verb.end - span.start) is not None  # 下属公司|纳入改制范围的企业
        or text.endswith(("率", "比", "比例", "比重", "份额", "时间", "时限"))  # 企业|开办时间
        or view[verb.start : verb.end] in _VERBAL_NOUNS
    )
    return verb.start < verb.end < span.end - 1 and not noun


def last_action(
    view: str, start: int, end: int, edges: Sequence[int], *, means: bool = False
) -> int:
    """Find where the last action verb with an object begins behind a preposition.

    Behind 开展 an act is its object, and no act of its own: 在医疗机构|开展专题教育和警示教育; not where
    the preposition says by what ``means``: 通过开展培训|解决就业.

    为路面一线民辅警|新配发, 联合市场监管部门|检查电动自行车销售门店, 为小微企业|减免检定费用, 对未成年人|不批捕.
    ``start`` where there is none.
    """
    found, behind = start, -1
    for match in c.ACTION.finditer(view, start + 2, end):
        nominal = match.group() in _VERBAL_NOUNS
        alone = match.end() == end and (found > start or nominal)  # 围绕重点群体|开展职业技能培训
        opens = edges[match.start()] or view[match.start() - 1] in _PLACES  # 产业园|区新设|联络点
        whole = opens and edge(view, match.start(), match.end(), end, edges)
        whole = whole and not DOER.match(view, match.start(), end)
        governed = not means and view.startswith(_ENACTS, found) and match.group() not in _ENACTS
        of_the_one_before = behind == match.start() or ((nominal or governed) and found > start)
        if whole and not alone and not of_the_one_before:
            found = match.start()
        behind = match.end()
    if found > start and (denied := DENIED.match(view, start, found)):
        return denied.start()
    return found


def edge(view: str, start: int, end: int, limit: int, edges: Sequence[int]) -> bool:
    """Tell whether a word ends at ``end``; longer ones are trusted where jieba glued them on."""
    return (
        end >= limit
        or edges[end] == 1
        or end - start > 2
        or not ("\u4e00" <= view[end] <= "\u9fff")
    )


def action(view: str, span: Span, edges: Sequence[int]) -> Span:
    """Find the action verbs that ``span`` opens with (新建、改扩建); empty where there are none."""
    start, last = span
    if start >= last or view[start] not in c.ACT_OPENS:
        return Span(start, start)
    match = c.ACTION.match(view, start, last)
    if not match or not edge(view, start, match.end(), last, edges):
        return Span(start, start)
    if NO_ACT.fullmatch(view, match.start(), last):
        return Span(start, start)
    end = match.end()
    while end < last and (more := c.ACTION.match(view, end, last)):
        named = NAMED_BY_ACT.fullmatch(view, more.end(), last)  # 组建|教育集团
        of_the_object = named or more.group() in _VERBAL_NOUNS or more.end() == last - 1
        # 改造|供热管网, 受理|投诉, 新建|调解室
        if of_the_object or not edge(view, end, more.end(), last, edges):
            break
        end = more.end()
    return Span(start, end)


def trailing_action(view: str, span: Span, edges: Sequence[int]) -> int:
    """Find where the verb that ``span`` ends in begins, or its end: 技改专项资金|支持."""
    start, end = span
    if start >= end or not _ENDS_IN_ACTION[view[end - 1]]:
        return end
    match = c.ACTION_TAIL.match(view, start, end)
    return match.start() if match and edges[match.start()] else span.end


def behind_subject(view: str, span: Span, edges: Sequence[int]) -> int | None:
    """Find where what those counted do begins: 41个|人民法庭|对接基层治理单位|538个.

    None where no verb stands with a noun before and an object behind it.
    """
    for match in _DOES.finditer(view, span.start + 1, span.end):
        first, last = match.span()
        enough = first - span.start >= 2 or view[span.start : first] in _PLACES
        if view[first - 1] in "、（“":  # 公立医院收入（不含耗材、|检查|、化验）
            return None
        does = c.ACTION.fullmatch(view, span.start, first)  # 530万元|扶持|发展集体经济村|10个
        if edges[first] and edges[last] and enough and not does and span.end - last >= 2:
            return first
    return None
