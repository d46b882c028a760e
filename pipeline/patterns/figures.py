"""What stands in and around the figures of a finished document: magnitudes, bounds, prices, bases
of comparison.
"""

from __future__ import annotations

import regex

from pipeline.lexicon import words
from pipeline.patterns.numbers import ARABIC, HAN_DIGITS

# 1.3|万亿|元, 800余|万|元, 2617|万|千瓦: a number in digits and the magnitude it is written with
WRITTEN = regex.compile(
    rf"(?P<number>{ARABIC})\s?[余多几来]?(?P<magnitude>(?:[十百万亿]|[千兆](?!瓦|克|米|卡|比特|字节|伏|赫))*+)"
    rf"(?![{HAN_DIGITS}\d])"
)
# 两千三百|万|起, 三百余|万|元: the same in Chinese numerals, where 千 and 百 belong to the number
SPELLED = regex.compile(
    rf"(?<![{HAN_DIGITS}十百千半点余多几])[{HAN_DIGITS}十百千半点余多几]++(?P<magnitude>[万亿]++)(?![{HAN_DIGITS}\d])"
)
# 5亿1万: magnitudes in a row are no multiple of one number
MIXED_MAGNITUDES = regex.compile(rf"[十百千万亿][{HAN_DIGITS}\d]")

# words of a bound: inside the number (800|余|万元), behind it (5%|左右), before it (|不低于|90%,
# |超|疫情前的6倍); group names are the bounds
BOUND_INSIDE = regex.compile(
    r"(?<=[\d一二两三四五六七八九十百千万亿])\s?个?(?:(?P<min>[余多几])|(?P<approx>来))|(?P<approx>基本|总体|大体|大致)(?=持平)"
)
BOUND_BEHIND = regex.compile(
    r"\s?(?:（|\()?(?:(?P<min>\L<over>|\L<over_after>)|(?P<max>\L<under_after>)"
    r"|(?P<approx>\L<about_after>))",
    over=["余", "多"],
    over_after=words("over_after"),
    under_after=words("under_after"),
    about_after=words("about_after"),
)
BOUND_AHEAD = regex.compile(
    r"(?r)(?:(?P<max>\L<under_not>)|(?P<min>\L<over>)|(?P<max>\L<under>|前)"
    r"|(?P<approx>\L<about>))(?:了|到|至|为|有|达到?)?(?:\p{Han}{1,8}前的)?"
    r"(?:每(?:平方米|立方米|公里|公斤|[升斤吨亩人户]))?\s?",
    under_not=words("under_not"),
    over=words("over"),
    under=words("under"),
    about=words("about"),
)
# between the items of a list that shares one word: 增长5%|、|6.5%左右
LIST_JOINT = regex.compile(r"\s?(?:、|和|与|及|以及|，)\s?")

# 实际增长9.6%, 按可比价格计算，增长8%; not 实际利用外资增长8%
REAL = regex.compile(
    r"实际(?:年均|年平均|平均|每年|分别|累计|同比|比上年)*+(?:增长|提高|上升|增加|下降|减少|增速|增幅|增\d)|可比增长|(?:可比|不变)价|扣除(?:价格|物价)"
)
NOMINAL = regex.compile(
    r"名义(?:年均|年平均|平均|分别|同比|比上年)*+(?:增长|提高|上升|增加|下降|减少|增速|增幅)|(?:现行?|当年)价(?!格?改革)"
)
# where the words that lead to a figure begin; 按可比价格计算，增长8% is one part
SENTENCE_PART = regex.compile(r"[；。：:!！?？\n]")
# 2300元|（2010年不变价）: what is said of the figure before it
BRACKET_BEHIND = regex.compile(r"\s?[（(][^（）()]*+[）)]")

# 比2002年增长, 是2018年的2倍: the year a change counts from; 较“十三五”末提高, 为“十三五”时期的2.2倍:
# the plan, or its first or last year
FROM_YEAR = regex.compile(
    r"[比较与同](?P<year>(?:19|20)\d\d)年|[是为](?P<year>(?:19|20)\d\d)年(?:年?[底末])?的"
)
FROM_PLAN = regex.compile(
    r"[比较与同是为]“(?P<plan>[一二三四五六七八九十]{1,2}五)”(?:规划|时期)?(?P<at>末期?|期末|末年|初)?"
)

# 对经济增长的贡献率, 拉动经济增长2.1个百分点
CONTRIBUTION = regex.compile(r"增长(?:的)?贡献率$|拉动[^，]{0,20}增长$")
# 居民消费价格涨幅2.6%: a level that is itself a rate of change
RATE_OF_CHANGE = regex.compile(
    r"(?<!利率)(?<!自然)(?<!机械)(?:增速|增幅|涨幅|升幅|降幅|跌幅|增长率|增长速度|增长幅度)$"
)
PRELIMINARY = regex.compile(r"初步(?:核算|统计|测算|预计)|快报数")

# 2022, 2021/2025, 2022-H1, 2022-Q3, 2022-07, 2022-01/2022-09: the periods of a document
PERIOD = regex.compile(
    r"(?P<year>\d{4})(?:/(?P<last>\d{4})|-H(?P<half>[12])|-Q(?P<quarter>[1-4])"
    r"|-(?P<month>\d\d)(?:/\d{4}-(?P<until>\d\d))?)?"
)
