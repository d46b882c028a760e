"""The plain view of a text: one character for one, so that offsets stand.

NFKC would not do: it rewrites ㎡ and ①, and not one for one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.lexicon import units
from pipeline.lexicon.characters import characters
from pipeline.patterns.wordlist import any_of

_ALWAYS = tuple(characters("always").items())
_RARE = characters("rare")
_RARE_TABLE = str.maketrans(_RARE)
_FORMAL_SIGNS = "拾佰仟圆圓"
_FORMAL_TABLE = str.maketrans(characters("number"))
_FORMAL_DIGITS = "壹贰貳叁叄參肆伍陆陸柒捌玖"
_HAN = "\u4e00-\u9fff"
_UNIT = any_of(units())
# what may stand before a torn number: 投资|, 投资：|, 增速为-|
_OPENS = rf"(?:(?<=[{_HAN}：])|(?<=[{_HAN}：（][-–+])|(?<=\A[-–+])|\A)"
# what measures: a number before it is no year, page or item of a table
_MEASURED = rf"(?:[百千万亿兆]|%|‰|{_UNIT})"
# 第3 120人, 表1 2.5%: what is numbered, not counted
_NOT_NUMBERED = r"(?<![第表图件注条款页号栋楼案卷])"

# ３，２６０
WIDE_COMMA = re.compile(r"，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")
RARE = re.compile(f"[{re.escape(''.join(_RARE))}]")
# 伍仟陆佰, 贰拾叁万, 伍万元; not 队伍, 大陆, 收拾
FORMAL = re.compile(
    rf"(?:[{_FORMAL_DIGITS}][拾佰仟]|拾(?=[万亿元圆])"
    rf"|[{_FORMAL_DIGITS}](?=[万亿](?:[元圆零]|[{_FORMAL_DIGITS}])))"
    rf"[零万亿{_FORMAL_DIGITS}拾佰仟]*+"
)
# 五千六百|圆整
ROUND = re.compile(r"(?<=[一二三四五六七八九十百千万亿])[圆圓](?=整|[，。；、）)]|$)")
# 二零二二|年
HAN_YEAR = re.compile(
    r"(?<![一二三四五六七八九零十百千万])(?:一九|二零)[一二三四五六七八九零]{2}(?=\s?年)"
)
# most texts have nothing of what follows
TORN_HINT = re.compile(r"\d(?: [\d.]|[.,] \d|['’，。]\d|,\d{4}|[lIOo][\d.%万亿])|[lIOo][\d.]")
# 1 286.5万吨, 12，860万元, 1'026'318人: groups of three digits, parted by anything but a comma
GROUPED = re.compile(
    rf"(?<![\d.,A-Za-z]){_NOT_NUMBERED}[1-9]\d{{0,2}}(?:[ '’，]\d{{3}})++(?:\.\d++)?+"
    rf"(?![\d'’]|[ ,，.]\d)(?=\s?{_MEASURED})"
)
# 投资|128 60|万元, 授权|3,26 0|件, 投资|1,2345.6|万元: digits torn apart in the middle
SPLIT = re.compile(
    rf"{_OPENS}{_NOT_NUMBERED}(?<![年月日])(?!(?:19|20)\d\d )"
    r"(?:\d{1,3},\d{4,}+|\d{1,4}(?:,\d{1,3})?+(?: \d{1,4}){1,2})(?:\.\d++)?+"
    rf"(?={_MEASURED})"
)
# 增长|6. 8|%, 总 值 |512. 6 亿: blanks at the decimal point; not 。1. 12家, the first of a list
POINT = re.compile(
    rf"(?:{_OPENS}|(?<=\s[{_HAN}] )){_NOT_NUMBERED}\d++(?: \. ?|\. )\d++(?![.\d])(?=\s?{_MEASURED})"
)
# 投资12。6亿元: a full stop typed for the point
STOP = re.compile(rf"(?<=[{_HAN}])\d++。\d++(?=[万亿]|%|‰|个百分点)")
# 增长28.5%.新增机构235家: a point typed for the full stop
POINT_ENDS = re.compile(rf"\.(?<=[%‰）”万亿元件个人次户家名项座处所吨里亩米倍点年月日]\.)(?=[{_HAN}]|\s*(?:\n|\Z))")
# l2.5%, 2O.6亿元: letters typed for digits; not O2O平台, 10l
TYPED = re.compile(
    r"(?<![A-Za-z0-9.])(?![Oo]2[Oo](?![\d.]))(?=[\dlIOo.]*\d)(?=[\d.]*[lIOo])[\dlIOo]++"
    r"(?:\.[\dlIOo]++)?+"
    rf"(?<![lI])(?=\s?(?:[百千万亿]|%|‰|{_UNIT}))"
)
_TYPED_TABLE = str.maketrans("lIOo", "1100")
_YEAR_TABLE = str.maketrans("零一二三四五六七八九", "0123456789")
_GAPS = re.compile(r"[^\d.]")
# 分别为12，860件 is a list
_LIST_BEFORE = re.compile(r"(?:分别|依次|各)[^，。；]{0,24}$")
_NEAR = 24


@lru_cache(maxsize=2)
def view_of(text: str) -> str:
    """Give the plain view of a whole report: several stages ask for it, and it is made once."""
    return plain(text)


def plain(text: str) -> str:
    """Write digits, signs and numerals the usual way, and close torn numbers up.

    A number closed up is filled with zeros in front, so that no character moves.

    >>> plain("增长９．２％"), plain("罚款伍仟陆佰元"), plain("游客1 286.5万人次"), plain("增长6. 8%")
    ('增长9.2%', '罚款五千六百元', '游客01286.5万人次', '增长06.8%')
    """
    text = WIDE_COMMA.sub(",", text)
    # a tenth of the time of str.translate, which looks up every character
    for written, meant in _ALWAYS:
        text = text.replace(written, meant)
    if RARE.search(text):
        text = text.translate(_RARE_TABLE)
    if any(map(text.__contains__, _FORMAL_SIGNS)) or FORMAL.search(text):
        text = ROUND.sub("元", FORMAL.sub(lambda m: m.group().translate(_FORMAL_TABLE), text))
    if "一九" in text or "二零" in text:
        text = HAN_YEAR.sub(lambda m: m.group().translate(_YEAR_TABLE), text)
    text = POINT_ENDS.sub("。", text)
    return _closed(text) if TORN_HINT.search(text) else text


def _closed(text: str) -> str:
    """Close up the numbers of the lines that hold a torn one."""
    first, *others = text.split("\n")
    lines = [first, *("\n" + line for line in others)]
    return "".join(_closed_line(line) if TORN_HINT.search(line) else line for line in lines)


def _closed_line(line: str) -> str:
    line = TYPED.sub(lambda m: m.group().translate(_TYPED_TABLE), line)
    line = STOP.sub(lambda m: m.group().replace("。", "."), line)
    for pattern in (GROUPED, POINT, SPLIT):
        line = pattern.sub(_filled, line)
    return line


def _filled(torn: re.Match[str]) -> str:
    before = torn.string[max(0, torn.start() - _NEAR) : torn.start()]
    written = torn.group()
    if _LIST_BEFORE.search(before):
        return written
    return _GAPS.sub("", written).rjust(len(written), "0")
