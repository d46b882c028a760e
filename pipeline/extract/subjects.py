"""The words before a number: what only introduces is cut, acts are told from their objects."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import regex

from pipeline.extract import frames, joined_acts
from pipeline.extract.acting_places import opening as opening_place
from pipeline.extract.actions import action, acts, edge, last_action
from pipeline.extract.light_verbs import introduces, light, tells_apart
from pipeline.extract.measures import is_measure
from pipeline.extract.phrase import Phrase, joined, take
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.patterns.edges import Ends, Starts
from pipeline.records import Span

# particles, but not the ends of 违法行为, 平等, 线上, 公共
# a bracket or quotation mark whose other half may be missing
BRACKET = regex.compile(r"[“”（）()《》]")
# A股再筹资|（包括配股、公开增发）|: what a name takes in; what it leaves out (不含) is part of it
EXPLAINS = regex.compile(
    r"(?<=[\p{Han}》])（(?:(?:其中)?(?:包[括含]|含|即|也即|指|又称|简称|以下简称|原名?为?|如)[^（）\d]{2,40}"
    r"|[A-Za-z]{3,}[^（）\d]{4,40})）(?=\p{Han})"
)
PAIRED_MARKS = ("“”", "（）", "()", "《》")
TRAILING = regex.compile(
    r"(?r)(?:(?<!标)的|了|(?<![平初高中])等|(?<!公)共|在|于|(?<![线网以限规])上|(?<![签履预节违合条契民公制盟])约|(?<!行)为|是"
    r"|(?<!报)到|已|再|(?<=率|额|量|数|比|度|价格|费用)则|又|都|也|(?<![人户亩日月年车班校村店床笔平])均"
    r"|各|(?<![温缓饱总平柔祥调])和|、|(?<!参)与|(?<![惠涉普触波])及|—|-|\s|：|:|,)+$",
)
# 为企业解决, 就此; not 对接, 就业, 在建, which are words of their own
PREPOSITION_OPEN = regex.compile(
    rf"(?:(?:主要)?(?:得益于|归功于|源于)|围绕|通过(?!{c.PASSED}$)"
    r"|利用|抓住|抢抓|顺应|瞄准|紧扣|锚定|对照|采取|联合|会同|紧盯|依托|针对|结合|按照|聚焦|借助|协同|依法|随着|根据|立足|为(?!民)"
    r"|对(?![接口标外])|向(?!上)"
    r"|在(?![建册线岗职读]|校(?!园))"
    r"|以(?!工代|旧换|案)|于|给(?![水付予])|从(?![业严])|就(?![业近医地餐读诊])|经(?![营济贸费开办])|由|将(?!军)|把"
    r"|与(?!会))(?=[\p{Han}“《])",
)
# 在全国|率先, 在此基础上|新增: no place
NO_PLACE = regex.compile(
    r"^(?:全[国省市县区州球]|此|这|其|原|现)|(?:基础上?|过程中|方面|期间|时期|前提下|领导下|支持下|情况下|同时|中|上|下|时|内|前|后)$"
)
_OPENS_NOTHING = "，、：:；的"  # no name opens with these
_LONGEST = 48
_TRAILS = Ends(TRAILING)
_MARKED, _WITHIN, _TIMED = Starts(c.LEADING_MARK), Starts(c.WITHIN), Starts(c.TIME_HEAD)
_PREPOSED = Starts(PREPOSITION_OPEN)
_MEANS = frozenset(("通过", "利用", "抓住", "抢抓", "顺应", "采取", "借助", "依托", "围绕", "结合", "以"))
_AIMS = frozenset(words("aim"))
# 集团所辖各机场|共|保障运输起降
OF_EACH = regex.compile(
    r"(?P<who>[^，。；、]{0,8}各\p{Han}{1,5}?)(?:共|累计|合计|总计)(?=\L<act>)", act=words("action")
)
KINDS = regex.compile(r"\p{Han}{2}\L<body>$", body=words("kind_of_bodies"))
_VERBAL_NOUNS = frozenset(words("verbal_noun"))
_PARTS = frozenset(words("part_of_area"))
LISTS = frozenset("、和与及")


class Head(NamedTuple):
    """A subject without its opening words: where it starts, and its action verb.

    ``scope`` was cut off; ``within``: 其中 opened it.
    """

    start: int
    scope: Phrase | None
    within: bool
    action: Span


def _behind_mark(view: str, span: Span) -> int:
    """Find where the numbering ends that a clause opens with (一是, （二）, 3.)."""
    start, end = span
    if start >= end or not _MARKED[view[start]]:
        return start
    mark = c.LEADING_MARK.match(view, start, end)
    return mark.end() if mark else start


@lru_cache(maxsize=8192)
def _may_introduce(first: str) -> bool:
    """Tell whether times, joiners, scope or light verbs may begin with a character."""
    return _WITHIN[first] or _TIMED[first] or first in c.HEAD_OPENS or first.isspace()


def opening(view: str, span: Span, edges: Sequence[int]) -> int:
    """Find where a clause begins behind numbering, times, joiners and scope (一是, 2025年, 全市)."""
    at = _behind_mark(view, span)
    while at < span.end and _may_introduce(first := view[at]):
        match = (
            (_WITHIN[first] and c.WITHIN.match(view, at, span.end))
            or c.SCOPE_HEAD.match(view, at, span.end)
            or (_TIMED[first] and c.TIME_HEAD.match(view, at, span.end))
            or c.JOINER.match(view, at, span.end)
        )
        if not match or match.end() == at:
            break
        if not edge(view, match.start(), match.end(), span.end, edges):
            break
        at = match.end()
    return at


def head(view: str, span: Span, edges: Sequence[int]) -> Head:
    """Cut what only introduces.

    Numbering, 其中, times, scope (全市), light verbs (完成) and adverbs before a verb (大力).
    """
    at, scope, within = _behind_mark(view, span), None, False
    match: Any
    while at < span.end and _may_introduce(first := view[at]):
        if first in "各每" and opening_place(view, Span(at, span.end), edges)[0]:
            break  # 各县（市、区）|都建成服务中心
        if match := _WITHIN[first] and c.WITHIN.match(view, at, span.end):
            within = True
        elif match := c.SCOPE_HEAD.match(view, at, span.end):
            if match["scope"] in _PARTS and view[match.end() : match.end() + 1] in LISTS:
                break  # 城区|、乡镇、农村警情
            scope = scope or take(view, Span(*match.span("scope")), "scope_head")
        else:
            timed = _TIMED[first] and c.TIME_HEAD.match(view, at, span.end)
            match = timed or introduces(view, at, span.end)
            if within and match and tells_apart(view, match, span.end):
                break
        if not match or match.end() == at:
            break
        whole = edge(view, match.start(), match.end(), span.end, edges)
        whole = whole or match.group().strip() == "其中"  # |其中|国赛一等奖3项
        whole = whole or (within and view[at - 1 : at] in ("（", "("))  # （|含|户用分布式9万千瓦）
        if not whole and not (match.end() - at > 1 and c.ACTION.match(view, match.end(), span.end)):
            break  # 有序|改造 is cut although jieba takes it for one word
        at = match.end()
    here, behind_it = opening_place(view, Span(at, span.end), edges)
    if here:  # 高新区|2023年完成|工业总产值
        behind = head(view, Span(behind_it, span.end), edges)
        return behind._replace(scope=behind.scope or here, within=within or behind.within)
    at = _behind_times(view, at, span.end)
    at = joined_acts.last_act(view, Span(at, span.end), edges)
    framed = frames.behind(view, Span(at, span.end))
    if framed > at:
        behind = head(view, Span(framed, span.end), edges)
        return behind._replace(scope=scope or behind.scope, within=within or behind.within)
    relative = view.find("的", at, span.end) >= 0
    which = c.WHICH_ACTS.match(view, at, span.end) if relative else None
    agent = c.AGENT_OPEN.match(view, which.end() if which else at, span.end)
    if agent and edges[agent.end()] and acts(view, Span(agent.end(), span.end), edges):
        who = tidy(take(view, Span(*agent.span()), "agent"))
        who = who.removesuffix("合计").removesuffix("总计")
        # 全市|规上工业企业|完成产值: the kind, and not the whole
        scope = (scope and scope + who if KINDS.search(who) else scope) or who
        at = agent.end() + view.startswith("共", agent.end())
        found = light(view, at, span.end)  # 交通运输局|完成|投资
        at = found.end() if found and edges[found.end()] else at
    elif view.find("各", at, span.end) >= 0 and (of_each := OF_EACH.match(view, at, span.end)):
        scope = scope or tidy(take(view, Span(*of_each.span("who")), "agent"))
        at = of_each.end()
    preposed = _PREPOSED[view[at : min(at + 1, span.end)]]
    opens = PREPOSITION_OPEN.match(view, at, span.end) if preposed else None
    if opens and not _relational(view, opens.group(), Span(at, span.end)):
        at, place = _behind_preposition(view, opens, span.end, edges)
        aim = Span(opens.end(), span.end)
        if at == opens.start() and opens.group() in _AIMS and is_measure(view[slice(*aim)]):
            at = opening(view, aim, edges)  # 围绕|全年医疗收入|2亿元的目标
        scope = scope or place
    return Head(at, scope, within, action(view, Span(at, span.end), edges))


def _behind_times(view: str, start: int, end: int) -> int:
    """建议“十五五”时期|地区生产总值: find where the times end; what stands before one introduces."""
    at = start
    if c.INSIDE_TIME_HINT.search(view, start, end):
        for match in c.INSIDE_TIME.finditer(view, start, end):
            done = c.ACTION.fullmatch(view, start, match.start())  # 储备|2025年度国债项目
            acted = match.start() > start and c.ACTION.fullmatch(view, match.end(), end)
            if end - match.end() >= 2 and not done and not acted:  # 充电桩2021年|新建
                at = match.end()
    return at


def _relational(view: str, preposition: str, span: Span) -> bool:
    """Tell whether a preposition opens the name of what is measured: 对美国出口额, 对外直接投资."""
    text = view[span.start : span.end].rstrip()
    relative = c.RELATIVE.search(text)
    acts = c.ACTION.finditer(text, relative.start()) if relative else ()
    named = is_measure(text) or (relative and all(a.group() in _VERBAL_NOUNS for a in acts))
    return bool(named) and preposition in ("对", "向", "从")


def _behind_preposition(
    view: str, opens: Any, end: int, edges: Sequence[int]
) -> tuple[int, Phrase | None]:
    """Find where the act behind a preposition begins, and the place that 在 says it is done in.

    为路面一线民辅警|新配发; 在|国道平交路口|增设减速带.
    """
    at = last_action(view, opens.start(), end, edges, means=opens.group() in _MEANS)
    relative = c.ACTION.match(view, at, end) if at > opens.start() else None
    if relative and view.startswith("的", relative.end(), end):
        return opens.start(), None  # 通过公共网络实现的|零售额: which of them
    if opens.group() != "在" or at == opens.start():
        return at, None
    where = tidy(take(view, Span(opens.end(), at), "place_of_the_act"))
    return at, None if NO_PLACE.search(where) or len(where) < 2 else where


def tidy(phrase: Phrase) -> Phrase:
    """Without blanks, trailing particles and half brackets; not longer than a name can be."""
    if c.UNTIDY.search(phrase):
        phrase = phrase.without(c.BLANKS).without(c.INSIDE).without(c.YEAR_INSIDE)
    if not phrase:
        return phrase
    if _TRAILS[str(phrase)[-1]]:
        phrase = phrase.without(TRAILING)
    if not phrase.isalnum() and BRACKET.search(phrase):
        phrase = phrase.without(EXPLAINS)
        for marks in PAIRED_MARKS:
            if phrase.count(marks[0]) != phrase.count(marks[1]):
                phrase = joined(
                    phrase[i] for i in range(len(phrase)) if str(phrase)[i] not in marks
                )
    if not phrase or (str(phrase)[0] not in _OPENS_NOTHING and len(phrase) <= _LONGEST):
        return phrase
    start = len(phrase) - len(phrase.lstrip(_OPENS_NOTHING))
    return phrase[max(start, len(phrase) - _LONGEST) :]
