"""How a change is set beside something else: 比|上年末|增加, 高于|全省均值|, 距|年度目标|还差.

What it is set beside is one of the ``comparands``, or, where a clause opens with it, anything that
比 or 较 leads to. The patterns are read from the right, before a number or its verb of change.
"""

from __future__ import annotations

import re

import regex

from pipeline.extract.comparands import REFERENCES
from pipeline.lexicon import words
from pipeline.patterns.wordlist import any_of
from pipeline.records import Basis, Span

DOWN = words("differ_down")
UP = words("differ_up")


def _named(*names: str) -> str:
    """One alternative a reference, each a group called as its basis."""
    chosen = [reference for reference in REFERENCES if reference.name in names]
    return "|".join(f"(?P<{reference.basis}>{reference.pattern})" for reference in chosen)


# 全国、全省: peers in a list
_PEERS = rf"{REFERENCES[-1].pattern}(?:[、和]{REFERENCES[-1].pattern})?"
_TIMES = "previous_period", "last_year", "earlier"
OWN = _named("plan", *_TIMES)
# 一季度、上半年 behind one 较, 同比、环比, 同比、较上半年: for each of several numbers its own
_BARE = "|".join(one.pattern for one in REFERENCES[:-1])
_QUARTER = "第?[一二三四](?=[、和及]第?[一二三四]季度)"
_SEVERAL = (
    rf"(?P<each>(?:同比|环比|(?<=[比较])(?:{_QUARTER}|{_BARE}))"
    rf"(?:[、和及与](?:同比|环比|[比较]?(?:{_QUARTER}|{_BARE}))){{1,3}})"
)
# which of the two is more: said of a level beside another
_MORE = r"偏?多|偏?高|偏?快|偏?早|偏?长|贵|超收|前移|提前"
_LESS = r"节约|节省|少耗|偏?少|偏?低|偏?慢|偏?晚|偏?短|便宜|后移|推迟"
_HOW = r"(?:还|又|则|约|略|稍|仍|要|分别)?"
_DIFFERS = rf"{_HOW}(?:(?P<up>{_MORE})|(?P<down>{_LESS}))"
# 提|高, 缩|短: the end of a verb
_NO_VERB = "(?<![提抬升调拔缩压降减拉增延])"
_OVER = r"超额完成|超额|超出|超|高出|多出|高于|快于|超过|多于|好于|优于|长于|领先于?|超前于?"
_UNDER = r"低于|少于|慢于|短于|差于|滞后于?|落后于?"

# ，较|招标控制价|下浮6.2%: anything, where the clause opens with it and a verb of change follows
AGAINST_ANYTHING = regex.compile(
    rf"(?r)(?<=[，；：]|^)[比较](?P<other>(?!{_BARE})"
    r"(?![例重率值赛拟武选对为大多快好高低少强差小])[^，。；、\d比较]{2,14}?)"
)
ANYTHING_HINT = re.compile(r"[比较]")
# …|比上年末|增加62亿元, |较1-8月|收窄: before a verb of change
AGAINST = regex.compile(
    rf"(?r)[比较]?{_SEVERAL}"
    rf"|(?r)(?:同比)?[比较与同在和]\s?(?:{OWN})(?:[（(]下同[）)])?"
    r"(?:相比|(?:的)?[高低]?(?:基数|水平)?(?:的)?基础(?:之?上)?)?"
)
# 比|燃油车|高出19.7个百分点, 比|行业控制值|低: anything else, where it opens a clause
# or stands behind a measure (年均增速|比财政支出快|); no time, no plan
_OTHER = (
    r"(?![例重率值赛拟武选对为大多快好]"
    r"|\p{Han}{0,8}(?:[年月季期届周初末底前]|全[国省市县区州]|平均|预|计划|目标|任务))"
    r"[^，。；、\d比较]{2,10}"
)
# what they open with; most clauses have none
AGAINST_HINT = re.compile(r"[比较与同在和]")
# |比上年低|, |较常年偏高|, |比原打算多|, |较上年多查扣|: without a verb of change
# |距年度目标还差|, |与全省平均相差|, |欠进度|: how far a level is below
DIFFERS = regex.compile(
    rf"(?r)[比较]?{_SEVERAL}{_DIFFERS}(?:了|出)?"
    rf"|(?r)[比较](?:{OWN})(?:的)?{_DIFFERS}(?:了|出)?(?:(?:(?![近约超逾])\p{{Han}}){{1,2}}|\L<act>)?"
    rf"|(?r)(?<=[，；：（]|^|[率速幅重额量值价])[比较](?P<peer>{_OTHER}){_NO_VERB}{_DIFFERS}(?:了|出)?"
    r"|(?r)(?P<yoy>同比)(?:(?P<up>多)|(?P<down>少))(?:(?![近约超逾])\p{Han}|\L<act>)?"
    r"|(?r)(?:(?P<yoy>同比)|(?P<previous_period>环比))"
    rf"{_HOW}(?:(?P<up>高|快|贵|早|长)|(?P<down>低|慢|便宜|晚|短))(?:了|出)?"
    rf"|(?r)(?:(?P<up>{_OVER})|(?P<down>{_UNDER}|距离?))了?(?:{OWN})(?:任务)?(?:还|尚|仍)?(?:差|少|多)?"
    rf"|(?r)(?:距离?|离|与|同|较|比)(?:{_named('plan')}|(?P<peer>{_PEERS}))(?:的)?"
    r"(?P<down>(?:还|尚|仍)*(?:相差|差|欠|缺))"
    rf"|(?r)(?P<down>欠)(?:{_named('plan')})",
    act=[word for word in words("action") if len(word) > 1],
)
# 高于|全省均值|, 快于|支出增速|, |比全国平均水平高|
PEER = regex.compile(
    r"(?r)(?<![提抬升调拔推拉])(?:(?P<up>\L<up>)|(?P<down>(?<![降减压拉拖])\L<down>))(?:了|出)?"
    r"(?:同期|上年|去年)?"
    rf"(?P<peer>(?:{_PEERS})|(?<=[高快低慢多少优好]于|超过|领先|落后)[\p{{Han}}]{{2,8}}"
    r"(?:增速|增幅|水平|均值|涨幅|降幅|收入|支出|投资|比重))"
    rf"|(?r)(?:[比较](?P<peer>(?:{_PEERS}?))|与(?P<peer>(?:{_PEERS}?))相比)"
    rf"{_HOW}{_NO_VERB}(?:(?P<up>\L<up>|多|快|优|好|大|长)|(?P<down>\L<down>|少|小|慢|差|短))(?:了|出)?",
    up=UP,
    down=DOWN,
)
# 养护资金|不到全省平均水平的|七成: what part of it another has
PART_OF_ANOTHER = regex.compile(
    r"(?r)(?:分别|仅|只|约|还|已|大约)*(?:相当于|只有|(?<![不低高])为|是|达到?|(?P<max>不到|不足))"
    rf"(?P<peer>(?!城|农村|GDP|经济|规|地区)(?=[^的]*(?:平均|均值|水平))(?:{_PEERS}))的"
)
# what PEER matches holds one of these
PEER_HINT = re.compile(rf"{any_of([*UP, *DOWN, '相比'])}|[比较]")
# what a comparand is when its words say so and no kind of reference does
_PLANNED = regex.compile(r"预期|目标|计划|任务|下达|控制(?!价)|考核|管控|红线|警戒线|监管")
_OF_A_TIME = regex.compile(r"[年月季旬周期届初末底前时]|招标|[价准限案数值算]$")
_QUARTER_ALONE = regex.compile(r"第?[一二三四]")
_KINDS = [(one.basis, regex.compile(one.pattern)) for one in REFERENCES]


def basis_of(match: regex.Match[str]) -> tuple[Basis, Span] | None:
    """Give the basis of the reference in a match and where it stands; None where none is there.

    Of several, each of one number, the basis is that of the first.
    """
    groups = match.re.groupindex
    if "each" in groups and match["each"]:
        first = regex.match(r"[^、和及与]+", match["each"])
        return kind_of(first[0] if first else ""), Span(*match.span("each"))
    if "other" in groups and match["other"]:
        span = Span(*match.span("other"))
        return kind_of(match["other"]), span
    for basis in ("plan", "previous_period", "yoy", "base", "peer"):
        if basis in groups and match[basis]:
            of_plan = basis == "peer" and _PLANNED.search(match[basis])
            of_year = basis == "peer" and "年初" in match[basis]
            return "plan" if of_plan else "base" if of_year else basis, Span(*match.span(basis))
    return None


def kind_of(words: str) -> Basis:
    """Give the basis that a change against these words has: 同比, 一季度, 年度目标, 单种水稻.

    >>> kind_of("环比"), kind_of("较上半年"), kind_of("年度目标"), kind_of("单种水稻")
    ('previous_period', 'previous_period', 'plan', 'peer')
    """
    said = words.lstrip("比较")
    if _QUARTER_ALONE.fullmatch(said):
        return "previous_period"  # 较|一|、二季度
    if said in ("同比", "环比"):
        return "yoy" if said == "同比" else "previous_period"
    known = next((basis for basis, pattern in _KINDS if pattern.fullmatch(said)), None)
    if known is not None and not (known == "peer" and _PLANNED.search(said)):
        return known
    return "plan" if _PLANNED.search(said) else "base" if _OF_A_TIME.search(said) else "peer"


def reference_in(view: str, span: Span) -> tuple[Basis, Span] | None:
    """Find the reference that a stretch ends with, and its basis: 比|年初预算数."""
    match = against(view, *span)
    return basis_of(match) if match else None


def against(view: str, start: int, end: int) -> regex.Match[str] | None:
    """Match what a stretch ends with that a change may be against: 较|上年|, ，较|招标控制价|."""
    return AGAINST.match(view, start, end) or AGAINST_ANYTHING.match(view, start, end)
