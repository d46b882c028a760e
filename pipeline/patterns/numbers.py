"""Atoms shared by all patterns that touch a number: digits, magnitudes, numerals, units."""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import units, words
from pipeline.patterns.plain import plain as plain
from pipeline.patterns.plain import view_of as view_of
from pipeline.patterns.wordlist import any_of

HAN_DIGITS = "零一二两三四五六七八九"
MAGNITUDES = "十百千万亿兆廿卅"
ARABIC = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++(?!\.\d))?+|(?<![\d.])\.\d++"
# 两 stands before a magnitude or alone: 两千三百, but 三十|两 is a weight
_DIGIT = r"(?:[一二三四五六七八九零]|两(?=[百千万亿]))"

# 千 and 兆 before a word that they prefix belong to the unit: 2617万千瓦, 五十兆字节
_MAGNITUDE = r"(?:[十万亿廿卅]|百(?!分点)|[千兆](?!瓦|克|米|卡|比特|字节|伏|赫))"

# 半年, 半个百分点: half of one; not 上半年, 一半, 半成品
_HALF = (
    r"(?<![上下一后大小多过夜参对各减])(?<!(?<!提)前)半"
    r"(?=个(?:多|月|世纪|小时|百分点|工作日|基点)|百分点|小时|天|公里|吨|斤|亩|倍|年(?![级度轻代鉴报]))"
)
# 301万, 5亿1万4千6百, 1千零20, 二百三十三, 一千多万, 两千万点五五四四, 三点五亿; not 零下, 三点五十
NUMBER = regex.compile(
    rf"""
    (?:
        (?<!\d)(?<!(?<!\d)\.)(?:{ARABIC})  # 1,050,000,000  13.6  .5
        (?:
            [ ]?[余多几来]?{_MAGNITUDE}
            (?: [余多几]?{_MAGNITUDE} | 零?+{_DIGIT} (?=[{MAGNITUDES}]) | 零?+\d++(?![.\d]) )*+
        )?+
      | (?:零(?!下)|[一二两三四五六七八九]|{_MAGNITUDE}|半(?=[百千万](?!分))|{_HALF})
        (?: {_DIGIT} | {_MAGNITUDE} | [余多几](?=[{MAGNITUDES}]) | (?<=[千百万亿])\d++(?![.\d]) )*+
    )
    (?: 点 [一二三四五六七八九零]++ (?!十|百(?![万亿])|千(?![万亿瓦克米卡伏赫])) (?:[百千]?[万亿]{{1,2}})?+ )?+
    """,
    regex.VERBOSE,
)
# 两|三|名, 三|四|十户, 十|七|八|个: two numbers that follow each other, for about so many
PAIR = regex.compile(
    r"(?P<ten>十?)(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<scale>[十百千]?[万亿]{0,2})"
)

# 余, 多, 来 between number and unit: 1800多起, 五十来人
_UNIT = any_of(sorted(units()))
MORE = re.compile(
    rf"\s?(?:余|多|(?<=[十百千])几(?={_UNIT})|(?P<about>来)(?={_UNIT}|万)(?![电信访件客]|人[员民]))(?!\d)"
)

MORE_OPENS = frozenset("余多几来")
# 人次, 个百分点, 元/月, 条（段）
# 元/人, t/d, 公里每小时: what it is taken over; letters stand for the word
PER_LETTERS = {"d": "日", "h": "小时", "a": "年", "s": "秒", "L": "升", "l": "升"}
_PER = any_of(
    [
        *units(), *PER_LETTERS, *"人户年月日天亩次辆", "人口", "千人", "千人口", "万人", "万人口", "百人", "十万人",
        "万户", "百户", "万元", "亿元", "万千瓦时",
    ]
)  # fmt: skip
UNIT = re.compile(
    rf"\s?(?P<unit>{_UNIT})"
    rf"(?P<per>（{_UNIT}）|[/／](?P<over>{_PER}(?:[·.][年月日])?)(?![A-Za-z])"
    r"|每(?P<each>小时|秒|升|立方米|平方米|千瓦时))?"
)
UNIT_OPENS = frozenset(unit[0] for unit in units())
# mm|Hg: the letters of a unit go on
LATIN_GOES_ON = re.compile(r"(?<=[A-Za-z])[A-Za-z\d]")
# 两个|半|百分点, 一个|半|小时: between the number and the unit
AND_A_HALF = re.compile(rf"个?半(?={_UNIT})")
# US$|1200万: a sign of currency before its amount
_SIGNS = [
    u for u, unit in units().items() if unit.kind == "money" and not regex.search(r"\p{Han}", u)
]
CURRENCY = regex.compile(r"(?r)(?<![A-Za-z])(?:\L<signs>)\s?", signs=_SIGNS)
CURRENCY_ENDS = frozenset(sign[-1] for sign in _SIGNS)
# 地区生产总值|（亿元）：|512.6: the unit in a bracket before its number
BRACKET_UNIT = regex.compile(
    r"(?r)[（(](?:单位[:：]\s?)?(?P<magnitude>[百千万亿]*)(?P<unit>\L<units>)"
    r"(?:/(?P<over>\L<units>))?[）)]\s?[:：]?\s?",
    units=list(units()),
)

# a minus or plus: not 1-6月, G3-2, 5%-6%, 1+6
SIGN = regex.compile(r"(?r)(?<![-+\d\p{L}%‰）)])[-+]")
# 同比+8.2%、|+1.1%|: behind a mark of a list too
MINUS_HAN = regex.compile(r"(?r)(?<=[\p{Han}（(：:，、\s])[-–+]")
# 增速为|-3, 净增|-12人: words that a signed count stands behind
SIGN_LED = regex.compile(r"(?r)(?:\L<led>)", led=words("before_sign"))
# 净流出–|2.3万人: what is so written is no code
SIZED = regex.compile(r"\d++(?:\.\d|[万亿])")
NEGATIVE = regex.compile(
    r"(?r)(?<![减担胜抱背自欺肩担增亏债])负|零下|(?<=[为是呈现至到])(?:\L<negative>)|(?<=上年|去年|同期|同比|板块|公司)净?亏损",
    negative=words("negative"),
)

# 百分之五, 三分之一, 1/3
# 1/2|孩, 3/4|类, 4/5|G, 1/3|页: numbered, no fraction; A1/3, 第1/3
NO_FRACTION = regex.compile(
    r"\s?(?:[孩类型级号栋组期版胎页卷册场局代前起止日开]|\p{Latin}|[/／]|\d)"
)
# 约占全国的|1/20
FRACTION_LED = regex.compile(r"(?r)[的约占过近足到为了于超达逾]")
WORD_AROUND = regex.compile(r"[\p{L}\d]")
FRACTION_NOT_BEFORE = regex.compile(r"(?r)[第\p{Latin}/／.:：-]\s?")
PER = {"百": 1, "千": 10, "万": 100, "百万": 10**4, "千万": 10**5, "百万万": 10**8}
MIXED = regex.compile(r"又")
# 三成, 2.5成, 三成半, 七成六; not 成立, 成员, 三成三
TENTH = regex.compile(
    r"成(?![立本员果功为效长熟品交套都人年就型片群份分因语])\s?(?P<rest>半|[一二三四五六七八九])?(?![\d年])"
)
HALF = regex.compile(r"半(?![年月径数夜导岛])")
# no change at all, a figure without a digit: 与上年持平, 基本持平; not 保持平稳, 支持平台
HELD = regex.compile(r"(?:基本|总体|大体|大致)?(?<![保支坚扶维秉])持平(?![稳衡均台安等])")
# twice as much, without a digit: 出口额接近翻番; not 翻番式增长, 倍增翻番计划
DOUBLED = regex.compile(r"翻番(?!式|的?(?:目标|计划|行动|工程|任务|方案|要求|跃升|攻坚))")
# what every number holds one of: a sentence without them is not looked at
POSSIBLE = re.compile(rf"[\d{HAN_DIGITS}{MAGNITUDES}半]|持平|翻番")
# 突破|万亿, 近|千人: what makes a bare 千, 万 or 万亿 a number; not 千亿产业, nor 1个经济总量近|千亿、4个…的县市
LIMIT_BEFORE = regex.compile(
    r"(?<!\d[个家户条][^，。；、]{1,16})(?:突破|超过|超|破|逾|近|达|达到|过|上)$"
)
# a line that is only a scrap of a sentence: 2.5
SCRAP = regex.compile(r"[\d.A-Za-z%+-]{1,6}")
RATIO_BEFORE = regex.compile(r"比[^比，。；]*+$")
# 下降3.1个|和上升|1.8个百分点
POINTS_BETWEEN = regex.compile(
    r"(?:[、和及与，]|以及)(?:上升|下降|提高|提升|降低|增加|减少|回落|回升|增长|高于|低于|高|低)?"
)
LISTED = regex.compile(r"\s?(?:[、和及与]|以及)\s?")
RANGE = regex.compile(r"\s?(?:[-—–~]{1,2}|至|到)\s?")
# 在5%与6%之间, 介于5.5%和6%的区间
BETWEEN = regex.compile(r"\s?[与和到至]\s?")
BETWEEN_AFTER = regex.compile(r"之间|的?区间(?:内)?")
# 由35|降到|26.4微克: what stands between a base and the value that shares its unit
MOVED_TO = regex.compile(r"\s?(?:[一-鿿]{1,5}?)?(?:到了?|至|为|成|达)(?:约|近|超|了)?\s?")
# 由31个减少到零|，: behind what is no longer there
NOTHING_LEFT = regex.compile(r"\s*+(?:[，。；、！）)]|\Z|\n)")
MOVED_FROM = regex.compile(
    r"(?r)[由从](?:(?:19|20)\d\d年|[一二三四五六七八九十]+年前)?[^，。；、\d到至]{0,12}"
)
# 从645元到801元 is a base and a value, not a range
FROM_BEFORE = regex.compile(r"[从由][^，。；、到至]*+$")
# 存款余额|增加|36亿元至412亿元: it moved by the first number, to the second
_MOVED = [*words("rise"), *words("fall"), *words("cuts")]
MOVED_BEFORE = regex.compile(r"(?:\L<moved>)了?$", moved=_MOVED)
# 每升|78毫克: the volume that a mass is in
PER_VOLUME = regex.compile(r"(?r)每(?P<volume>升|立方米|千克|公斤)(?:约|为|达)?")
