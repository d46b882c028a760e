"""Atoms shared by all patterns that touch a number: digits, magnitudes, numerals, units."""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import units
from pipeline.patterns.wordlist import any_of

# One to one, so that offsets into the plain view are offsets into the text. NFKC would not do: it rewrites ㎡ and ①.
_PLAIN = tuple(zip("０１２３４５６７８９．％﹪＋／～〜∼﹣－〇○\u200b\u200d\u00a0", "0123456789.%%+/~~~--零零   ", strict=True))

HAN_DIGITS = "零一二两三四五六七八九"
MAGNITUDES = "十百千万亿兆廿卅"
ARABIC = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++(?!\.\d))?+|(?<![\d.])\.\d++"
# 两 stands before a magnitude or alone: 两千三百, but 三十|两 is a weight
_DIGIT = r"(?:[一二三四五六七八九零]|两(?=[百千万亿]))"

# 千 and 兆 before a word that they prefix belong to the unit: 2617万千瓦, 五十兆字节
_MAGNITUDE = r"(?:[十百万亿廿卅]|[千兆](?!瓦|克|米|卡|比特|字节|伏|赫))"

# 301万, 5亿1万4千6百, 1千零20, 二百三十三, 一千多万, 两千万点五五四四
NUMBER = regex.compile(
    rf"""
    (?:
        (?<!\d)(?<!(?<!\d)\.)(?:{ARABIC})                                    # 1,050,000,000  13.6  .5
        (?: [ ]?[余多几来]?{_MAGNITUDE} (?: [余多几]?{_MAGNITUDE} | 零?+{_DIGIT} (?=[{MAGNITUDES}]) | 零?+\d++(?![.\d]) )*+ )?+
      | (?:[{HAN_DIGITS}]|{_MAGNITUDE}|半(?=[百千万])) (?: {_DIGIT} | {_MAGNITUDE} | [余多几](?=[{MAGNITUDES}]) | (?<=[千百万亿])\d++(?![.\d]) )*+
    )
    (?: 点 [一二三四五六七八九零]++ )?+
    """,
    regex.VERBOSE,
)

# 余, 多 between number and unit: 1800多起
MORE = regex.compile(r"\s?(?:余|多|来(?=[个万]))(?!\d)")

# 人次, 个百分点, 元/月, 条（段）
_UNIT = any_of(sorted(units()))
UNIT = re.compile(rf"\s?(?P<unit>{_UNIT})(?P<per>（{_UNIT}）|/(?:{any_of([*units(), '人', '户', '年', '月', '日', '天', '亩', '次', '辆', '万人', '百人', '千瓦时', '万千瓦时'])}))?")

SIGN = regex.compile(r"(?:(?<![-\d\p{L}%）)年月日])-|(?<![减担胜抱背自欺肩担增亏债])负)(?=[\d.零一二两三四五六七八九十百千万亿兆])")

# 百分之五, 三分之一, 1/3
JOINTS = ("分之", "/")
PER = {"百": 1, "千": 10, "万": 100, "百万": 10**4, "千万": 10**5, "百万万": 10**8}
MIXED = regex.compile(r"又")
# 二零二三年, 一九九八至二零零二年, in the plain view, where 〇 and ○ are 零 already
_HAN_YEAR = re.compile(r"(?<![零一二三四五六七八九十百千万])(?:一九|二零)[零一二三四五六七八九]{2}(?=年|[、和及至到—–-](?:一九|二零)[零一二三四五六七八九]{2})")
_TO_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
_WIDE_COMMA = regex.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
# 三成, 2.5成, 三成半, 七成六; not 成立, 成员, 三成三
TENTH = regex.compile(r"成(?![立本员果功为效长熟品交套都人年就型片群份分因语])\s?(?P<rest>半|[一二三四五六七八九])?(?![\d年])")
HALF = regex.compile(r"半(?![年月径数夜导岛])")
# no change at all, a figure without a digit: 与上年持平, 基本持平; not 保持平稳, 支持平台
HELD = regex.compile(r"(?:基本|总体|大体|大致)?(?<![保支坚扶维秉])持平(?![稳衡均台安等])")
# what every number holds one of: a sentence without them is not looked at
POSSIBLE = regex.compile(rf"[\d{HAN_DIGITS}{MAGNITUDES}半]|持平")
# 突破|万亿, 近|千人: what makes a bare 千, 万 or 万亿 a number; not 千亿产业, nor 1个经济总量近|千亿、4个…的县市
LIMIT_BEFORE = regex.compile(r"(?<!\d[个家户条][^，。；、]{1,16})(?:突破|超过|超|破|逾|近|达|达到|过|上)$")
# a line that is only a scrap of a sentence: 2.5
SCRAP = regex.compile(r"[\d.A-Za-z%+-]{1,6}")
RATIO_BEFORE = regex.compile(r"比[^比，。；]*+$")
LISTED = regex.compile(r"[、和及与]|以及")
RANGE = regex.compile(r"\s?(?:[-—–~]{1,2}|至|到)\s?")
# 从645元到801元 is a base and a value, not a range
FROM_BEFORE = regex.compile(r"[从由][^，。；、]*+$")


def plain(text: str) -> str:
    """The text with full-width digits and signs made half-width, and years in Chinese characters made digits, one character for one.

    >>> plain("增长９．２％")
    '增长9.2%'
    """
    text = _WIDE_COMMA.sub(",", text)
    for written, meant in _PLAIN:  # a tenth of the time of str.translate, which looks up every character
        text = text.replace(written, meant)
    if "二零" in text or "一九" in text:
        text = _HAN_YEAR.sub(lambda match: match.group().translate(_TO_DIGITS), text)
    return text
