"""The name of what a figure measures, from the words before it and the words behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from pipeline.extract import told
from pipeline.extract.actions import DOER, action, edge, trailing_action
from pipeline.extract.measures import is_measure
from pipeline.extract.phrase import NOTHING, Phrase, stands_for, take
from pipeline.extract.subjects import tidy
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.patterns.causes import AFFECTED
from pipeline.records import Span

# 学生|免费|提供教科书, 农民|全部|纳入保障: how, before a verb; some of it belongs to the name
MANNER = regex.compile(
    r"(?r)(?:(?P<kept>建议|提请|责令|免费|就近|直接|(?:进行|实行|开展)?全)"
    r"|进行|予以|加以|均已|均|都|已经|已|全部|成功|首批|新|分别|陆续|相继|得以|依法|依规"
    r"|逐一|逐户|逐个)",
)
# 使6069万农民受益, 全部实现清零: what may be left out inside a name
FILLER = regex.compile(
    r"(?:全部|均已|(?<!平)均(?!衡|价|等|值|线|匀|摊|可|田)|都已|都(?!市|会|江|匀|昌|安|兰|灵)|已经|已|完全|全都|陆续|相继|先后|顺利|成功|正式"
    r"|逐步|共计|累计|分别|大幅|首次|进一步|同步|基本)",
)
VERB_HEAD = regex.compile(
    r"(?:支持|用于|用来|落户|入选|获评|获|通过|实现|完成|建成|达到|达|全部|投入|投运|开工|揭牌|在|被|参与|享受|纳入|得到|带动|占|均|都|已|进入|超过|突破"
    r"|下达|拨付|兑付|兑现|发放到|落实到位|到位|增长|下降|提高|提升|增加|减少|覆盖|惠及|同比|比|较|为|是|使|让|将|把|从|由|以|并|也|用|没有|不|持续"
    r"|未(?!就业|成年|婚|参保|入学|升学|登记)"
    r"|进一步|稳步|全面|到|至|优于|高于|低于|居"
    r"|位|列|排|仅次于|以内|之|有效|让)",
)
# “川渝通办”事项|让两地群众…
BEHIND_END = regex.compile(
    r"(?:(?<=\p{Han}{2})于?(?:\d{1,2}月|年)(?:[上中下]旬|底|末)?[前内](?=\p{Han}{2})"
    r"|(?<![转出礼谦])让|使(?!用)得?|(?<![闻法指命号政禁责勒司夏])令|，|；|(?<![省市县])（[^（）]{7,}+）"
    r"|(?<=\p{Han}{2})(?<![其集高初])中(?=\p{Han}{2,12}的(?:仅|只|有|占|达)*$)|无一(?=\p{Han}{2})"
    r"|(?:均|都)?在[^，。；]{1,8}(?:日|天|小时|个月)内"
    r"|逐(?:[户个宗一条件点人家项笔栋村企校店车船块]|公里|路段)(?!年)"
    r"|因[^，。；]{2,20}(?:原因|因素|影响)|按照?[^，。；]{2,20}(?:要求|标准|原则|规定|部署))",
)
# 4个项目|因用地、资金等原因|进度滞后: why, before what is told of those counted
REASON = regex.compile(
    rf"(?:因|由于|{AFFECTED})[^，。；]{{2,20}}?(?:等)?(?:原因|因素影响|因素|影响)(?=[正仍尚]?\p{{Han}}{{2}})"
    r"(?![仍尚]?(?:未|没|无法|不能)|的)"
)
# 7812名包保干部|对|3.94万家: what only leads to the next number
LEADS_ON = regex.compile(
    r"(?<=干部|民警|人员|队员|专家|律师|法官|部门|单位|小组|党员|代表|委员|志愿者)[对向给把将]$"
)
# 应急响应16次|共计42天, 服务器18台|36机柜: another number of it
NUMBER_AGAIN = regex.compile(r"(?:共计?|累计|合计|总计)\d|\d+(?:\.\d+)?\p{Han}{1,3}$")
# 举办音乐会、舞蹈诗剧等|音乐活动: the class name says it; 科技、教育等方面的|支出: the examples say it
EXAMPLES = regex.compile(
    r"^(?:(?=[^、]*+、)(?P<examples>.*(?<![高中初同平])等)|[^、]*?“[^“”]{1,12}”等)(?!各?(?:个)?(?:方面|领域|环节|行业"
    r"|部门|单位)的)(?P<noun>[^、等]{4,}+)$",
)
LIST_END = regex.compile(r"(?:和|与|、|及|以及)$")
# 省财政安排|8亿元，用于改善校舍: what an amount that was given is for
# what is given for something: the verb behind it says what
GIVING = frozenset(("安排", "投入", "下达", "拨付", "争取", "筹集", "加大", "投资", "利用"))

# 行使|21个领域|1048项行政处罚权: how many kinds of them there are
KINDS_COUNTED = regex.compile(
    r"(?:(?<!\d)\d{1,3}+|[一二三四五六七八九十]{1,3}+)[大个类](?:领域|方面|行业|类别|门类|环节|层面|板块)的?$"
)
# 除2项|涉及设备更新|外均已整改到位; 8处|均已|按程序报备, 6件|都已|依法处理
BUT_FOR = regex.compile(r"外(?:其余|其他|均|都|全部|已)+\p{Han}{2,}$|(?<=\p{Han}{4})(?<![以室户海境国省市县内校野涉])外$")
ALREADY = regex.compile(r"\s*(?:均|都|现|目前)(?:已|已经|按|依|依法|在)(?=\p{Han}{2})")
_JOINT_ACTS = frozenset(words("joint_act"))
# what stands behind HOW_DONE ends with one of these
_DONE_ENDS = frozenset("施进开").union(word[-1] for word in words("joint_act"))
_KIND_ENDS = frozenset("域面业别类节块的")  # what KINDS_COUNTED ends in
_MEDALS = frozenset("金银铜")  # 获得9|金、5|银
_SHORT = 8  # words behind a number up to this length lose no filler


def compose(view: str, subject: Span, behind: Span, edges: Sequence[int]) -> Phrase:
    """Compose a name of the words before the number and those behind it.

    建成|7个|分考场 → 建成分考场; 实施光电、制储氢等|10个|聚力攻坚专项 → 实施聚力攻坚专项; 死亡|398人| → 死亡.
    """
    before = _without_prepositions(view, subject, edges)
    if view[max(before.start, before.end - 1) : before.end] in _KIND_ENDS and (
        counted := KINDS_COUNTED.search(view, *before)
    ):
        before = Span(before.start, counted.start())
    after = words_behind(view, behind)
    if not after or (before.end > before.start and _told_of_them(view, behind, after)):
        return tidy(_without_examples(view, before, edges))
    verb = action(view, before, edges)
    if verb.end == verb.start and (done := told.DONE.search(after)) and done.start() >= 2:
        after = after[: done.start()]  # 45项|民生实事|落地见效
    if before.end <= before.start:
        return tidy(after)
    text = take(view, before, "subject")
    written = view[subject.start : subject.end].rstrip()
    if verb.end == before.end:
        return tidy(text + after)
    if _ends_in_verb(view, before, written, edges):
        return tidy(_last_predicate(view, before, edges) + after)
    if _behind_replaces(view, before, verb, written, after):
        return tidy(take(view, verb, "subject") + after)
    if verb.end == verb.start and len(text) <= _SHORT and told.CAME_TO.match(after):
        return tidy(text + after)
    if told.FOUND.match(after):
        return tidy(text + after)
    opening = VERB_HEAD.match(after)
    first = view.find(after[:1], behind.start, behind.end) if opening else -1
    if opening and (len(opening.group()) > 1 or edges[first + 1]):
        return tidy(text)
    return tidy(text + after)


def _told_of_them(view: str, behind: Span, after: str) -> bool:
    """Tell whether the words behind say what became of those named: 文物消失8处|均已按程序报备."""
    return ALREADY.match(view, behind.start, behind.end) is not None and after not in _JOINT_ACTS


def _last_predicate(view: str, before: Span, edges: Sequence[int]) -> Phrase:
    """Take the verb before a number without the clause that only leads to it.

    国家安排资金|改造和新建|1.88万所乡镇卫生院: another verb with an object of its own is foreign.
    """
    verb = trailing_action(view, before, edges)
    while verb - 1 > before.start and view[verb - 1] in "和、及与":  # 改造|和|新建
        earlier = trailing_action(view, Span(before.start, verb - 1), edges)
        if earlier >= verb - 1:
            break
        verb = earlier
    for match in c.ACTION.finditer(view, before.start, verb):
        has_object = verb - match.end() >= 2
        if edges[match.start()] and has_object and match.group() in GIVING:
            return take(view, Span(verb, before.end), "last_verb")
    return take(view, before, "subject")


def _ends_in_verb(view: str, before: Span, written: str, edges: Sequence[int]) -> bool:
    """Tell whether the words before end in a verb that the words behind go with: 技改资金支持|…"""
    return trailing_action(view, before, edges) < before.end and not written.endswith("等")


def _behind_replaces(view: str, before: Span, verb: Span, written: str, after: Phrase) -> bool:
    """Tell whether what stands between verb and number only lists places or examples.

    实施光电、制储氢等|10个|聚力攻坚专项; 南山口、哇让|4个|抽水蓄能电站.
    """
    rest = view[verb.end : before.end]
    has_verb = verb.end > verb.start
    if written.endswith("等") or ("、" in rest and has_verb):
        return True
    if not has_verb and LIST_END.search(written):
        return True
    listed = "、" in rest and "等" not in rest
    return (
        listed and not is_measure(view[before.start : before.end]) and not VERB_HEAD.match(after)
    )


def _without_prepositions(view: str, span: Span, edges: Sequence[int]) -> Span:
    """农村饮水安全工程使|6069万农民 → 农村饮水安全工程."""
    end = span.end
    while end > span.start and (match := c.PREPOSITION_TAIL.match(view, span.start, end)):
        if view[max(span.start, end - 2) : end] in ("惠及", "涉及", "普及", "触及", "波及"):
            break
        whole_word = edges[match.start()] or match.start() == span.start
        if len(match.group()) == 1 and not whole_word:
            break
        end = match.start()
    return Span(span.start, end)


def _without_examples(view: str, span: Span, edges: Sequence[int]) -> Phrase:
    """举办音乐会、舞蹈诗剧等音乐活动 → 举办音乐活动; a bare class word (等业务) keeps its examples."""
    verb = action(view, span, edges)
    rest = view[verb.end : span.end]
    if "等" in rest and (match := EXAMPLES.match(rest)):
        noun = Span(verb.end + match.start("noun"), verb.end + match.end("noun"))
        return take(view, verb, "subject") + take(view, noun, "class_noun")
    return take(view, span, "subject")


def act_behind(view: str, behind: Span, edges: Sequence[int]) -> tuple[Span, Phrase] | None:
    """Find of the words behind a number what was done, and to whom.

    被执行人|出具信用修复证明 → 出具信用修复证明, 被执行人; None where no verb follows a noun.
    """
    after = words_behind(view, behind)
    match = verb_behind(view, behind, after, edges)
    if match is None:
        return None
    start = view.find(after, behind.start, behind.end)
    manner = MANNER.match(view, start, match.start())
    end = manner.start() if manner else match.start()
    whom = tidy(take(view, Span(start, end), "beneficiary")).removesuffix("的")
    act = Span(manner.start() if manner and manner["kept"] else match.start(), start + len(after))
    return (act, whom) if whom else None


def verb_behind(view: str, behind: Span, after: str, edges: Sequence[int]) -> re.Match[str] | None:
    """Find the first action verb with an object in ``after`` that a noun stands before."""
    start = view.find(after, behind.start, behind.end) if after else -1
    end = start + len(after)
    found = c.ACTION.finditer(view, start + 1, end) if start >= 0 else iter(())
    for match in found:
        has_object = match.end() < end and edge(view, match.start(), match.end(), end, edges)
        doer = DOER.match(view, match.start(), end)
        if edges[match.start()] and has_object and not doer:
            return match
    return None


def words_behind(view: str, behind: Span) -> Phrase:
    """Take the words behind a number that may belong to its name.

    Not 的, 均, 已, nor what follows 让, nor 大关.
    """
    text = take(view, behind, "behind").stripped().without(c.GOAL_BEHIND)
    text = text.removeprefix("的").removeprefix("余").stripped()
    if not text or NUMBER_AGAIN.match(text) or text in ("不等", "不一"):  # 每人3000至5000元|不等
        return NOTHING
    while match := FILLER.match(text):
        text = text[match.end() :]
    text = text.without(REASON).without(LEADS_ON, count=1).without(BUT_FOR, count=1)
    for end in (BEHIND_END, c.TOLD_BEHIND):
        if match := end.search(text):
            text = text[: match.start()]
    if c.MILESTONE.match(text):
        return NOTHING
    medal = text.rstrip("、")
    if medal in _MEDALS:
        return stands_for(medal + "牌", Span(text.start, text.start + 1), "medal")
    if text and str(text)[-1] in _DONE_ENDS:
        text = text.without(told.HOW_DONE, count=1)
    return text.without(FILLER, count=1) if len(text) > _SHORT else text
