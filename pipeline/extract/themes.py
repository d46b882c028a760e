"""What a clause without a figure is about: the work, thing or event that rows behind it belong to.

Finding only: a clause gives a phrase or nothing, and nothing is remembered. Which row takes which
theme is decided in ``topics``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from pipeline.extract import subjects
from pipeline.extract.acting_places import acting
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.lexicon import words
from pipeline.patterns import ranked_lists
from pipeline.patterns.causes import AFFECTED
from pipeline.patterns.clauses import WITH_WHOM
from pipeline.patterns.ranks import ARENA_AHEAD
from pipeline.patterns.wordlist import any_of
from pipeline.records import Span

HAN = regex.compile(r"\p{Han}")

MOST = 24  # characters of a theme; a longer one is cut at its end
_SHORTEST = 2
_REACH = 80  # characters of a clause that are read

# 开展|涉企行政执法专项行动, 建立健全|种粮农民补贴制度: a word that only leads to what a clause is about
_LEADING = re.compile(
    rf"{any_of(words('theme_adverb'))}|{any_of(words('theme_verb'))}[了好]?|[、，和并]"
)
# 围绕|重点领域, 针对|“四风”问题
_FRAME = regex.compile(
    r"(?:围绕|针对|聚焦|紧盯|结合|依托|关于|对于|通过|按照|根据|随着|利用|借助|抓住|立足"
    r"|[对就向为](?![接口标业近医地餐上外照]))(?P<theme>[^，。；]{2,60})$"
)
# 在|危化|方面, 在|党建理论研究微党课评比|中
_WITHIN = regex.compile(
    r"在(?![建册校线岗职读])(?P<theme>[^，。；]{2,60}?)"
    r"(?:等?(?:各?(?:方面|领域|工作中|过程中|活动中|行动中|环节|期间))|中|上|里)$"
)
# 在|全国农村|全面|建立|…, 会同|三家银行|做优|…: where and with whom; the theme is what is done
_WHERE = regex.compile(
    rf"(?:在|向|从|{WITH_WHOM})(?![建册校线岗职读业严])"
    r"[^，。；]{2,20}?(?=(?:\L<adverb>)*(?:\L<verb>))",
    adverb=words("theme_adverb"),
    verb=words("theme_verb"),
)
# 人工智能产业|突破发展, 服务业支撑作用|更加明显: where the predicate of a theme begins
_PREDICATE = regex.compile(
    r"(?<=[\p{Han}”）》A-Za-z\d]{2})(?:\L<predicate>)", predicate=words("theme_predicate")
)
# 轻工纺织产业|要探索建立“飞地园区”, 装备制造产业|依托资源优势: what is to be done, or with what, behind its subject
_MEANT = regex.compile(
    r"(?<=\p{Han}{4})(?:(?:要|将|应当?|必须|须|需要?|拟)(?=\L<act>|以|在|把|将|通过|结合|明晰|突出|探索|重点|着重|注重)"
    r"|依托|围绕|立足|聚焦|抢抓|瞄准|紧扣|紧盯)",
    act=words("theme_adverb") + words("theme_verb") + words("action"),
)
# 义务教育营养|改善|计划, 农村公路|提升|行动: verbs that stand in the name of a work
_NOMINAL = frozenset(words("theme_nominal"))
_WORK = words("theme_work")
_WORK_OF = regex.compile(r"\L<work>", work=words("theme_work"))
# 重点项目建设|一是基建投资提速: a heading runs into the sentence behind it
_RUN_IN = regex.compile(r"(?<=\p{Han})(?:[一二三四五六七八九]是|[（(][一二三四五六七八九十][）)])")
# “青绣”“互助家政”等|特色劳务品牌, 先进装备等六大|科技专项
_CLASS = regex.compile(
    r"等(?:[一二三四五六七八九十\d]+[大项个类家条种])?(?P<class>\p{Han}{2,12})$"
)
# 从|亡人|分布看: what is looked at by its parts
_SEEN = regex.compile(
    r"从(?!行业|产业|区域|地区|时间|类型|规模|空间|总体|地域|结构|数量)(?P<theme>\p{Han}{2,8}?)(?:分布|构成|结构|来源|类型|情况)?来?看$"
)
# 分级次|看, 初步核算, 按可比口径|计算, 受市场低迷|影响, 全部|竣工入住: how it is counted, why, what was told
_NO_THEME = regex.compile(
    r"^(?:分|按|从|据|经).{1,24}(?:看|统计|核算|测算|分|计算|划分|口径|汇总|认定|确认|审核)$|^初步(?:核算|统计)|以来$"
    rf"|^(?:{AFFECTED}|由于|因).+"
    r"|^(?:加上|连同|除|对照|比照)|^(?:附件|附表|附录)\d{0,2}$"
    r"|^(?:综合|充分)?(?:运用|采取|采用|通过|利用|借助).{2,}(?:手段|方式|办法|措施|途径|举措)$"
    r"|(?:总体|整体|依然|仍然?|有所|相对|进度|进展)(?:[偏较][慢快低高弱差少好重多大小紧强]|不够|不足|滞后|缓慢|迟缓|乏力)$"
    r"|(?:“零\p{Han}{2}”|零(?:发生|增长|事故|新增))$|^(?:没有|未|无)发生"
    r"|^逐[项一个户宗件条](?!年).+|^用(?:\d|[两三四五六七八九十]){1,2}(?:个月|年)(?:左右)?的?时间$"
    r"|^(?:全部|均|均已|已|已经|陆续)\p{Han}{2,6}$|相比$|(?:情况|如下|主要)(?:是|为)?[:：]?$|^\p{Han}{2,3}[后前]$"
)
# 课后服务|做到|全覆盖: how well it was done, and no thing
HOW_WELL = "做到"
# 也要看到, 按照|“五有”要求, 实行|“一企一策”: that something is told, or in what way, and no work
_AS_TOLD = regex.compile(
    r"\s*(?:但|我们|也|还|更|要|应当?|必须|需要?|同时|清醒地?|深刻地?|充分|特别)*(?:看|认识|意识|注意)到\s*"
    r"|\s*(?:按照?|根据|遵照)[^，。；]{1,40}?(?:要求|部署|原则|精神|规定|安排|思路)\s*"
    r"|\s*(?:实行|推行|坚持|落实|采取)?(?:“一\p{Han}{1,2}一\p{Han}{1,2}”[、和]?)+(?:管理|机制|制度|模式|帮扶)?\s*"
)
# 坚持|实事求是, 不搞|一刀切, 始终|把安全放在心上: how work is meant to be done, and no work
_SLOGAN = regex.compile(
    r"(?:坚持(?!“|\L<verb>)|始终|秉持|秉承|本着|不搞|力求|务求|牢固树立|树牢|牢记|做到)(?!不懈)", verb=words("theme_verb")
)
_NONE_OPENS = frozenset("没未无附用逐综充运采通利借分按从据经初受由因加连除全均已陆对比")
_NONE_ENDS = frozenset("”生长故增来慢重多大小紧强后低高弱足够缓力差少快好比况下要是为:：后前")
# 5年后, 3年前
YEARS_ON = re.compile(r"\d{1,2}\s?年[后前]")
# 缴存职工|中: those among whom others are
_AMONG = regex.compile(r"(?<=\p{Han}{3})(?<![其集])中$")
_ENACTS = words("theme_enacts")
# what opens or holds one of those patterns; most clauses have none of it
_LEADS = frozenset("、，和并").union(
    word[0] for word in (*words("theme_adverb"), *words("theme_verb"))
)
_PREDICATE_HINT = re.compile(any_of(words("theme_predicate")))
_RUN_IN_HINT = re.compile(r"[是（(]")
_FRAMING = frozenset("围针聚紧结依关对就向为通按根随利借抓立在从联会携协")  # what a frame opens with
_TELLS = frozenset("按根遵实推坚落采“")  # what _AS_TOLD opens with
_BARE = frozenset(words("theme_bare"))
_HOW_FAR = ("总体", "整体", "同比", "环比")  # it is told of a theme, and ends none
_EDGE_MARKS = "，。；：:、 \u3000—-·•\t"


def theme(view: str, span: Span, edges: Sequence[int]) -> Phrase:
    """Take what a clause is about.

    >>> theme("人工智能产业突破发展", Span(0, 10), [1] * 11)
    '人工智能产业'
    >>> theme("开展涉企行政执法专项行动", Span(0, 12), [1] * 13)
    '涉企行政执法专项行动'
    >>> theme("实施农村公路提升行动", Span(0, 10), [1] * 11)
    '农村公路提升行动'
    >>> theme("重点项目建设一是基建投资提速", Span(0, 14), [1] * 15)
    '重点项目建设'
    """
    if ARENA_AHEAD.fullmatch(view, *span) or _AS_TOLD.fullmatch(view, *span):
        return NOTHING
    start = subjects.opening(view, Span(span.start, min(span.end, span.start + _REACH)), edges)
    end = min(span.end, start + _REACH)
    if any(led.match(view, start, end) for led in ranked_lists.LEADING):
        return NOTHING  # 案件最多的是|盗窃（312件）: what leads to a list
    if place := acting(view, Span(start, end), edges):  # 清江镇|狠抓招商引资: it is the scope
        start = place.end
    if (done := view.find(HOW_WELL, start, end)) >= 0:
        end = done
    if start >= end or _SLOGAN.match(view, start, end):
        return NOTHING
    if view[start] in _TELLS and (told := _AS_TOLD.match(view, start, end)) and told.end() < end:
        start = told.end()  # 按照“…”要求|规范入库
    if view[start] in _FRAMING:
        start, end = _framed(view, start, end)
    start = _behind_leading(view, start, end, edges)
    end = _before_predicate(view, start, end, edges)
    return _taken(view, Span(start, end))


def _taken(view: str, span: Span) -> Phrase:
    """Take a theme where it stands, without what is none and not longer than a theme may be."""
    found = take(view, span, "theme").stripped(_EDGE_MARKS)
    found = subjects.tidy(found).removesuffix("方面")
    if found.endswith(_HOW_FAR):  # 进口|总体由增转减
        found = found[:-2]
    if found.endswith("中"):
        found = found.without(_AMONG)
    if YEARS_ON.match(found) or tells_nothing(str(found)) or _is_torn(str(found)):
        return NOTHING
    if len(found) > MOST:
        found = _shortened(found)
    if len(found) < _SHORTEST or found in _BARE or not HAN.search(found):
        return NOTHING
    return found


def _is_torn(text: str) -> bool:
    """Tell whether a clause is the end of a title that a date was cut from: 6—2020年）》."""
    return text.count("》") > text.count("《") or text.count("）") > text.count("（")


def tells_nothing(text: str) -> bool:
    """Tell whether a clause only says how it is counted, or why: 分级次看, 经统计."""
    return _may_be_none(text) and _NO_THEME.search(text) is not None


def _may_be_none(text: str) -> bool:
    """Tell whether a theme begins or ends as what is none does."""
    return text[:1] in _NONE_OPENS or text[-1:] in _NONE_ENDS


def _framed(view: str, start: int, end: int) -> tuple[int, int]:
    """Find the theme in a frame: 围绕|重点领域, 在|危化|方面, 在全国农村全面|建立…."""
    match = _FRAME.match(view, start, end) or _WITHIN.match(view, start, end)
    if match := match or _SEEN.match(view, start, end):
        return match.span("theme")
    where = _WHERE.match(view, start, end)
    return (where.end() if where else start), end


def _behind_leading(view: str, start: int, end: int, edges: Sequence[int]) -> int:
    """Find where the verbs and adverbs that lead to a theme end; each is a word of its own.

    Verbs behind 开展 are of the name of a work: 开展|打击整治非法集资专项行动.
    """
    at = read = start
    named = view.endswith(_WORK, start, end)
    while read < end and view[read] in _LEADS and (match := _LEADING.match(view, read, end)):
        if named and at > start and view[start:at].endswith(_ENACTS):
            break
        read = match.end()
        if read >= end or view.startswith("的", read):  # 受理的|案件中: which of them
            break
        if edges[read]:
            at = read
    return at


def _before_predicate(view: str, start: int, end: int, edges: Sequence[int]) -> int:
    """Find where the predicate begins, or the end of the clause where it has none."""
    hinted = _RUN_IN_HINT.search(view, start, end)
    if run_in := hinted and _RUN_IN.search(view, start, end):
        end = run_in.start()
    meant = _MEANT.search(view, start, end)
    if meant and edges[meant.start()]:
        end = meant.start()
    if not _PREDICATE_HINT.search(view, start, end):
        return end
    named = view.endswith(_WORK, start, end)
    for match in _PREDICATE.finditer(view, start, end):
        first, last = match.span()
        if not edges[first] or (last - first == 1 and not edges[last]):
            continue
        if view.rfind("“", start, first) > view.rfind("”", start, first):  # “百日|清零”行动
            continue
        inside = named or _WORK_OF.match(view, last, end)
        if not (inside and match.group() in _NOMINAL):
            return first
    return end


def _shortened(phrase: Phrase) -> Phrase:
    """Keep of a long theme the class of its items, its last item, its first, or its first words.

    The last one where it is the work that the others stand before: 高中、|中等职业学校助学金制度.
    """
    match = _CLASS.search(phrase)
    if match and match["class"] not in _BARE:
        return phrase[slice(*match.span("class"))]
    last = phrase.rfind("、") + 1
    if last and _SHORTEST < len(phrase) - last <= MOST and phrase.endswith(_WORK):
        return phrase[last:]
    first = phrase.find("、")
    if 4 <= first <= MOST:
        return phrase[:first]
    return phrase[:MOST]
