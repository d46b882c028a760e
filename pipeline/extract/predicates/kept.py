"""Words that lead to a number, and yet belong to its name: verbs that govern what is counted."""

from __future__ import annotations

import regex

from pipeline.extract.predicates.reading import Match, Reading
from pipeline.extract.predicates.words import GREAT
from pipeline.lexicon import words
from pipeline.patterns import clauses as c

# these move a rate or a price, not a count: 森林质量精准提升2.4万亩 is an output
QUALITY_VERB = regex.compile(r"提升|提高|扩大|加快|回升|优化|改善")
# 较去年同期|提高2.1公里: what is compared moved, whatever its unit
COMPARED_BEFORE = regex.compile(r"(?r)(?:同比|环比|[比较](?:上年|去年|年初|上月|上季度?|上半年)(?:同期|末|底)?)")
# |平均|降幅52%: the mean of the falls of things counted is a level
MEAN_RATE = regex.compile(r"(?r)(?:^|[，；、\s])(?:平均|最高|最大)")
# 收入|总计, 资产|合计: a term of accounts
SUMMED = regex.compile(r"(?:收入|支出|收支|资产|负债|来源|运用|权益)$")

_OF_A_TIME = frozenset(("年度", "当年", "本年度"))  # 总投资…，年度|完成|81亿元
_AREAS = frozenset(("亩", "公顷", "平方公里"))
_ENDED = frozenset(words("ended"))
_COUNTS = frozenset("0123456789万千百十余多")  # what a number ends with, before its unit


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
    great = r.numeral.unit.endswith("元") and r.numeral.low >= GREAT
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
