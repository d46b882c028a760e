"""Which word ends where the reading stands, and whether it leads to the number or to its name."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from pipeline.extract.comparison import (
    AGAINST,
    AGAINST_ANYTHING,
    AGAINST_HINT,
    ANYTHING_HINT,
    DIFFERS,
    PEER,
    PEER_HINT,
    against,
)
from pipeline.extract.predicates.reading import Match, Reading
from pipeline.extract.predicates.record import MOVING
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.patterns.edges import Ends

# Read from the right: each names one kind of word that may stand last before a number.
# 不超过 before 超过, 不低于 before 低于
BOUND = regex.compile(
    r"(?r)(?:(?P<max>\L<under_not>)|(?P<min>\L<over>)|(?P<max>(?<![附邻])\L<under>)"
    r"|(?P<approx>(?<![签履预节违合条契民公制盟])\L<about>))",
    under_not=words("under_not"),
    over=words("over"),
    under=words("under"),
    about=words("about"),
)
# 增至, 降到, 提高到, 由…调整为
TO = regex.compile(
    r"(?r)(?:(?P<up>\L<rise>)|(?P<down>\L<fall>)|(?P<flat>整合|重组|合并|精简|压缩|调整|优化|转变|扩大|发展|增强|延伸|拓展"
    r"|修订|优化调整|调整优化|扩展|前移|提标|扩面|扩容|扩|提))(?:到了?|至|为|成|达到?)",
    rise=words("rise"),
    fall=words("fall"),
)
# 微|增0.3%, 环比|跌0.6%: of one syllable, with how strongly; 环比|降8.3% is no 比降
MOVED = regex.compile(
    r"(?r)(?:\L<degree>)(?:(?P<up>[增升涨])|(?P<down>[减降跌]))"
    r"|(?r)(?!(?<=[同环])比)"
    r"(?:(?P<varied>\L<vary>)|(?P<down>负增长)|(?P<up>(?<!自然|机械|少)\L<rise>)|(?P<down>\L<fall>))"
    r"(?:\L<aspect>)?",
    degree=words("degree"),
    rise=words("rise") + words("rise_noun"),
    fall=words("fall") + words("fall_noun"),
    vary=words("vary"),
    aspect=words("aspect"),
)
# 价格|跌|33.4%, 同比|降|3起: they need no word edge before a ratio, or behind a comparison
STEP = regex.compile(r"(?r)[增升涨减降跌]")
BEHIND_BASIS = regex.compile(r"(?r)同比|环比")
# what words of difference are written with; most clauses have none
DIFFERS_HINT = re.compile(r"[高快优超领多好贵长早低慢少落差欠缺前后移距节晚短便]")
# 净增5户, 新增68公里, 户均|增收8600元, 托位增加60个 said of a level or alone; of a price or a rate 增加 is a change
GROWN = regex.compile(r"(?r)(?:净增加?|新增|增收|增值|(?P<counted>增加))(?:了)?")
SHIFTED = regex.compile(r"(?r)(?:(?P<up>前移|上升|提升|前进|进位|上移|跃升)|(?P<down>后移|下降|下滑|后退|退后))(?:了)?")
BASIS = regex.compile(
    # 同比|（下同）|增长7.4%: so is each change behind it
    r"(?r)(?:(?P<yoy>同比|按年)|(?P<previous_period>环比))(?:[（(]下同[）)])?"
    r"|(?:(?P<yoy>(?<![第每近过同另任头十\d])一年(?:来|间)?)"
    r"|(?P<annual_average>(?<!\d)近?(?:\d|[两三四五六七八九十])年(?:来|间)?(?:年均|平均)|年均|年平均|平均每年|每年平均|每年)"
    r"|(?P<plan>超额完成|超计划|超目标|超预算)"
    r"|(?P<base>(?<!\d)近?(?:\d|[两三四五六七八九十])年(?:累计|共|间|来)?|累计))"
)
# 户均, 亩均, 交办单 are no adverbs
ADVERB = regex.compile(r"(?r)(?:\L<adverb>)(?<![户亩车校班村笔]均|\p{Han}单)", adverb=words("adverb"))
# at the number itself these need no word edge, for jieba glues 比达; but 违法行为|301万起, 雷达|2部
AT_NUMBER = regex.compile(
    r"(?r)(?<![雷抵下传送转表直通])达|逾|(?<!行)为|(?<![赶反彩B])超|(?<![附邻亲贴将接靠])近"
    r"|(?<![履签预节违合条契民公制盟])约|翻"
    r"|(?<!不)仅|(?<![人英天育引德奇全专干贤俊良])才|(?<![归偿返退])还"
)
# 达到, 为; 财政赤字拟|安排, but 中央财政|安排 keeps its verb
LEVEL = regex.compile(
    r"(?r)(?:\L<level>)(?<!行为|下达|传达|表达|送达|直达|报到|审计|统计|设计)(?:了|的)?|(?<![平年月日周人户亩])均为"
    r"|(?<=赤字|投入|投资|规模|支出|总额|资金|国债|经费)(?:预算|拟|将|再|每年)*安排",
    level=words("level"),
)
# 基础养老金|每人每月|提高10元, 小麦|每斤|提高3分: of each what
EACH_TAIL = regex.compile(
    r"(?r)(?:每\s?(?:\d+(?:\.\d+)?)?(?:人|斤|吨|亩|户|公里|公斤|平方米|平方公里|立方米|升|名|辆|件|株)(?:每[月年天])?"
    r"|人均每[月年天]|(?P<time>每[月年天日]|月均))",
)
GREAT = 10_000  # yuan: prices and standards are raised by less
_FALL_SHORT = frozenset(words("fall_short"))
_PLACES = frozenset(("位", "个位次", "位次"))

# Differences and comparisons first: of two readings as long, the earlier row counts.
READERS: tuple[tuple[str, regex.Pattern[str]], ...] = (
    ("compared", DIFFERS),
    ("peer", PEER),
    ("shifted", SHIFTED),
    ("grown", GROWN),
    ("to", TO),
    ("moved", MOVED),
    ("bound", BOUND),
    ("against", AGAINST),
    ("against_anything", AGAINST_ANYTHING),
    ("basis", BASIS),
    ("from", c.FROM),
    ("each", EACH_TAIL),
    ("time", c.TIME_TAIL),
    ("level", LEVEL),
    ("adverb", ADVERB),
)
_ENDS = tuple((Ends(reader), kind, reader) for kind, reader in READERS)
# most clauses have none of what these words are written with
_HINTS = {
    "peer": PEER_HINT,
    "compared": DIFFERS_HINT,
    "against": AGAINST_HINT,
    "against_anything": ANYTHING_HINT,
}
_AGAINST = frozenset(("against", "against_anything"))
_BEFORE_ORIGIN = _AGAINST | {"adverb", "basis"}


def last_word(r: Reading) -> tuple[str, Match] | None:
    """Find the longest word of any kind that ends at ``r.end``.

    A single character must be a word of its own (功能 does not end in 能).
    """
    best: tuple[str, Match] | None = None
    for kind, reader in _readers(r.view[max(r.floor, r.end - 2) : r.end]):
        if not _may_stand(r, kind):
            continue
        match = reader.match(r.view, r.floor, r.end)
        if match is None or not _fits(r, kind, match) or not _is_word(r, match):
            continue
        if best is None or match.start() < best[1].start():
            best = "basis" if kind in _AGAINST else kind, match
    return best


@lru_cache(maxsize=4096)
def _readers(tail: str) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """Give the readers of words that may end with one or two characters."""
    last = tail[-1]
    return tuple((kind, reader) for ends, kind, reader in _ENDS if ends[last] and ends[tail])


def _may_stand(r: Reading, kind: str) -> bool:
    """Tell whether a word of this part may stand before what was read."""
    if r.moved and (kind in MOVING or kind == "bound"):
        return False
    if kind == "against_anything" and not r.moved:
        return False  # ，较|规划基期|提高2.3个百分点
    hint = _HINTS.get(kind)
    if hint and not hint.search(r.view, r.floor, r.end):
        return False
    if kind in ("shifted", "moved") and (kind == "shifted") != (r.numeral.unit in _PLACES):
        return False
    return not r.origin or kind in _BEFORE_ORIGIN


def _fits(r: Reading, kind: str, match: Match) -> bool:
    if kind == "each" and match["time"]:
        return r.numeral.unit.endswith("元") and r.numeral.low < GREAT  # 低保标准|每月|774元
    if kind == "moved" and match.group() in _FALL_SHORT:
        return against(r.view, r.floor, match.start()) is not None
    if kind == "grown" and match["counted"]:
        return r.counted
    if kind == "moved" and match["varied"]:
        return r.signed  # 较年初|变动|+0.9亿元
    if kind == "adverb" and r.grown and match.group().endswith("均"):
        return False  # 人均|增收3000元: of each what it grew
    if kind == "peer" and not r.ratio and r.numeral.unit:
        return "均" in match["peer"]
    return True


def _is_word(r: Reading, match: Match) -> bool:
    start, end = match.span()
    if end - start > 1 or r.edges[start]:
        return True
    if r.end != r.number:
        return False
    step = STEP.fullmatch(r.view, start, end) is not None
    if step and (r.ratio or BEHIND_BASIS.match(r.view, r.floor, start)):
        return True
    return AT_NUMBER.fullmatch(r.view, start, end) is not None
