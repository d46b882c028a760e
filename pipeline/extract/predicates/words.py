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
# these move a rate or a price, not a count: 森林质量精准提升2.4万亩 is an output
QUALITY_VERB = regex.compile(r"提升|提高|扩大|加快|回升|优化|改善")
# 较去年同期|提高2.1公里: what is compared moved, whatever its unit
COMPARED_BEFORE = regex.compile(r"(?r)(?:同比|环比|[比较](?:上年|去年|年初|上月|上季度?|上半年)(?:同期|末|底)?)")
# 居民消费价格|涨幅|回落到2.6%: the level of a rate of change is the change; 保持15%以上|增速
# |平均|降幅52%: the mean of the falls of things counted is a level
MEAN_RATE = regex.compile(r"(?r)(?:^|[，；、\s])(?:平均|最高|最大)")
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
# 收入|总计, 资产|合计: a term of accounts
SUMMED = regex.compile(r"(?:收入|支出|收支|资产|负债|来源|运用|权益)$")

_GREAT = 10_000  # yuan: prices and standards are raised by less
_OF_A_TIME = frozenset(("年度", "当年", "本年度"))  # 总投资…，年度|完成|81亿元
_AREAS = frozenset(("亩", "公顷", "平方公里"))
_FALL_SHORT = frozenset(words("fall_short"))
_ENDED = frozenset(words("ended"))
_COUNTS = frozenset("0123456789万千百十余多")  # what a number ends with, before its unit
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
        return r.numeral.unit.endswith("元") and r.numeral.low < _GREAT  # 低保标准|每月|774元
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


def stops(r: Reading, kind: str, match: Match) -> bool:
    """Tell whether a word belongs to the name after all: a verb that governs what is counted."""
    if kind in ("moved", "compared", "grown") and r.followed and not r.ratio:
        return True
    if kind == "moved" and match.group().endswith("的") and r.cues:
        return True  # 价格上涨的|为16个
    if kind == "moved" and _improves(r, match):  # 其中农网巩固提升|3.46亿元
        return True
    if kind == "moved" and r.numeral.unit == "%" and _of_means(r, match):
        return True
    if kind == "moved" and r.counted and QUALITY_VERB.match(match.group()):
        return COMPARED_BEFORE.match(r.view, r.floor, match.start()) is None
    if kind == "level" and match.group() == "维持" and r.counted:
        return r.view[r.floor : match.start()].strip("，；、 ") in ("", "其中")  # 审结46件，其中|维持|19件
    if kind == "level" and match.group() in ("总计", "合计"):  # 收入|总计|63.7亿元
        return SUMMED.search(r.view, r.floor, match.start()) is not None
    if kind == "adverb" and match.group() in _ENDED:  # 委派调解4216件，|成功|2487件
        return r.end == r.number and match.start() != r.floor + 1  # 调解|成功|861件
    if kind == "level" and match.group() == "发生" and r.numeral.unit in _AREAS:
        return match.start() > r.floor + 1  # 林业有害生物|发生9.4万亩
    return kind == "level" and (_completed(r, match) or _of_those_counted(r, match))


def _of_those_counted(r: Reading, match: Match) -> bool:
    """10件民生实事|完成9件: how many were done is told apart from how many there are."""
    unit, done = r.numeral.unit, match.group() == "完成" and match.end() == r.number
    if not done or not r.counted or not unit or match.start() <= r.floor + 1:
        return False
    digit = r.floor - len(unit) - 1
    return r.view.endswith(unit, 0, r.floor) and digit >= 0 and r.view[digit] in _COUNTS


def _improves(r: Reading, match: Match) -> bool:
    """Tell whether a verb before a great sum says what the money is for."""
    great = r.numeral.unit.endswith("元") and r.numeral.low >= _GREAT
    return great and match.group() in ("提升", "改善", "优化")


def _of_means(r: Reading, match: Match) -> bool:
    """Tell whether a clause says no more than a mean of falls or rises: ，平均降幅|52%."""
    rate = c.RATE.fullmatch(match.group()) or match.group() == "降价"
    return bool(rate) and MEAN_RATE.match(r.view, max(r.floor - 1, 0), match.start()) is not None


def _completed(r: Reading, match: Match) -> bool:
    """整改任务已完成2项: done counts apart from due, so the verb stays in the name."""
    word = match.group() in ("完成", "实现")
    if match.group() == "完成" and r.view[r.floor : match.start()].strip("，；、 ") in _OF_A_TIME:
        return True
    return word and match.start() > r.floor + 1 and r.view[match.start() - 1] == "已"
