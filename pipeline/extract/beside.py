"""What a figure takes from the clauses beside its own: its subject, its state, its purpose."""

from __future__ import annotations

import regex

from pipeline.extract import measures, names, subjects, themes
from pipeline.extract.mentions import Mention, Sentence
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.patterns import clauses as c
from pipeline.patterns.causes import AFFECTED_BY, CAUSE
from pipeline.patterns.ranked_lists import HIGHEST
from pipeline.records import Span

# 利润总额|由降转增，增长5%; 收缴率|偏低的状况有所改变，由七成升至86%: how what is measured stands
STANDS = regex.compile(
    rf"^(?P<what>.{{2,}}?)(?:同比|环比)?(?:偏[低高少多大小弱]|较[低高少多大小]|(?:{CAUSE})[^，]{{2,30}}$"
    r"|由[降负升增亏正]转[增正降负升盈减]|扭亏为盈|不[降升减增]反[升降增减]"
    r"|(?:增长)?(?:增势|势头|走势|态势|表现)(?:较好|良好|平稳|强劲|稳健|向好|喜人|迅猛|疲软|低迷|走弱)"
    r"|(?:增长|回升|下降|上涨|增速)(?:较快|较慢|明显|平稳|有力)"
    r"|有所\p{Han}{2}|(?:同比|环比)?(?:略|稍|微)有\p{Han}{2}|(?:(?:稳步|持续|明显|大幅|逐年|逐月|显著|不断|进一步|继续|小幅)"
    r"|连续(?:(?:\d{1,2}|[两三四五六七八九十]{1,3})(?:年|个月|个?季度))?)*+(?<=步|续|显|幅|年|月|著|断|度)"
    r"(?:提升|提高|上升|下降|改善|好转|回升|增长|攀升|扩大|回落|走低|走高|降低|收窄|缩小|下滑|领先|向好)"
    r"|(?:同步|再次|普遍|适当|继续)*(?:上调|下调|提标|调增)"  # 养老金|同步上调，月人均2386元
    # 住院满意度|再创新高，达96.1%; 入住率|刚过半，为51.3%
    r"|(?:再|屡|又|均)?创(?:下|出)?(?:历史|近年|同期|有记录以来)*新[高低]|(?:刚|已|均)?(?:过半|超半|过六成|近半))"
)
_CAUSED = regex.compile(CAUSE)
# 土地增值税和契税|受市场下行影响|，分别入库…: why, behind what is told of
AFFECTED_END = regex.compile(rf"(?<=\p{{Han}}{{2}}){AFFECTED_BY}$")
_WITH_WHOM = regex.compile(rf"{c.WITH_WHOM}(?=\p{{Han}})")
# 产值|同比|由升转降: against what it turned is no part of what did
TURNED_FROM = regex.compile(r"(?<=\p{Han}{2})(?:同比|环比|总体|整体)$")
PURPOSE = regex.compile(r"\s*(?:主要|重点|专项|全部)?(?:用于)?(?P<purpose>(?:(?<=用于)|支持|帮助)[^，。；、\d]{2,24})")

_DEGREES = ("满意度", "知晓度", "美誉度", "集中度", "得分", "养老金", "工资", "津贴")
_NEAR = 3
_LONGEST_STATE = 40


def before(sentence: Sentence, mention: Mention) -> Span:
    """The cell before, where that cell holds no figure; else empty."""
    index = mention.cell - 1
    return (
        sentence.cells[index].span
        if index >= 0 and not sentence.cells[index].figures
        else Span(sentence.span.start, sentence.span.start)
    )


def pending(sentence: Sentence, mention: Mention) -> Phrase:
    """The subject of the cell before, where that cell holds no figure: 城镇居民收入和农村居民收入，|分别增长…"""
    span = before(sentence, mention)
    if sentence.view.find(themes.HOW_WELL, *span) >= 0:  # 做到早发现早处置，|拆除3.8万平方米
        return NOTHING
    start = sentence.head(span).start
    if _WITH_WHOM.match(sentence.view, start, span.end):  # 会同人社等部门放大|“青创贷”品牌效应
        return themes.theme(sentence.view, span, sentence.edges).by("clause_before")
    text = take(sentence.view, Span(start, span.end), "clause_before")
    text = text.without(HIGHEST, count=1).without(AFFECTED_END, count=1)
    cut = c.CLAUSE_VERB.search(text)
    own = text[: cut.start()].without(TURNED_FROM) if cut and cut.start() >= 2 else text
    if themes.tells_nothing(str(own)):  # 分级次看，|县本级完成9亿元
        return NOTHING
    return subjects.tidy(own)


def measured(sentence: Sentence, mention: Mention) -> Phrase:
    """Take the measure that the cell before says the state of: 利润总额由降转增，|增长5%."""
    span = before(sentence, mention)
    if span.end - span.start > _LONGEST_STATE:
        return NOTHING
    text = take(sentence.view, Span(sentence.head(span).start, span.end), "clause_before")
    found = STANDS.match(text)
    own = text[: found.end("what")].without(TURNED_FROM) if found else NOTHING
    what = subjects.tidy(own)
    if found and _CAUSED.match(text, found.end("what")) and not c.ACTION.match(what):
        return what  # 血浆|因临床合理用血持续推进，下降3.8%
    return what if what and (measures.is_measure(what) or what.endswith(_DEGREES)) else NOTHING


def purpose(sentence: Sentence, mention: Mention) -> Phrase:
    """Take what the words behind an amount, or one of the next cells, say it is for.

    省财政安排8亿元，比上年增加2亿元，|用于改善校舍.
    """
    nexts = (
        cell.span
        for cell in sentence.cells[mention.cell + 1 : mention.cell + _NEAR + 1]
        if not cell.figures
    )
    found = next(
        (
            match
            for span in (mention.behind, *nexts)
            if (match := PURPOSE.match(sentence.view, *span))
        ),
        None,
    )
    if not found:
        return _done_with(sentence, mention)
    return subjects.tidy(take(sentence.view, Span(*found.span("purpose")), "purpose"))


def _done_with(sentence: Sentence, mention: Mention) -> Phrase:
    """Take what was done with an amount, of the figure that ends this clause or the next one.

    投入1134万元，|为2268户残疾人家庭实施无障碍改造; 投入5.8亿元|打造37个试点村寨;
    1250万元|建成甲、乙2个派出所.
    """
    view, cells = sentence.view, sentence.cells[mention.cell : mention.cell + 2]
    inside = cells[0].figures[mention.position + 1 :]
    cell = cells[0] if inside else cells[-1]
    if len(inside or (cell.figures if cell is not cells[0] else ())) != 1:
        return NOTHING
    following = cell.figures[-1]
    behind = Span(following.end, cell.span.end)
    said = sentence.text(following.left)
    if inside and (act := c.ACTION.match(said)):
        if act.end() == len(said):
            return said.by("purpose") + names.words_behind(view, behind).by("purpose")
        return names.compose(view, following.left, behind, sentence.edges).by("purpose")
    if not inside and (cell.opener != "，" or view[slice(*following.left)].strip() != "为"):
        return NOTHING
    done = names.act_behind(view, behind, sentence.edges)
    return take(view, done[0], "purpose") if done else NOTHING
