"""Times in the heads and titles of tables. Blanks are taken out before these run."""

from __future__ import annotations

import regex

_YEAR = r"(?:19|20)\d\d"
_TO = r"[-—–~～至到]{1,2}"

# times said in full
SCHOOL_YEARS = regex.compile(
    rf"(?P<start>{_YEAR})年?(?:{_TO}|[/／])(?P<end>{_YEAR}|\d\d)年?学年度?[初末]?"
)
YEARS = regex.compile(rf"(?P<start>{_YEAR})年?{_TO}(?P<end>{_YEAR})年?")
MONTHS = regex.compile(
    rf"(?:(?P<year>{_YEAR})年)?(?<!\d)(?P<first>1[0-2]|[1-9])月?份?{_TO}(?P<last>1[0-2]|[1-9])月份?"
)
# 前7个月, 前十一个月
FIRST_MONTHS = regex.compile(
    rf"(?:(?P<year>{_YEAR})年)?[前头](?P<n>1[0-2]|[2-9]|十[一二]?|[二两三四五六七八九])个?月(?![度份])"
)
FIRST_QUARTERS = regex.compile(
    rf"(?:(?P<year>{_YEAR})年)?(?:前(?P<n>[二两三2-3])个?季度|[1一]{_TO}(?P<n>[二三四2-4])季度)"
)
QUARTER = regex.compile(rf"(?:(?P<year>{_YEAR})年)?第?(?P<n>[一二三四1-4])季度(?:末|底)?")
HALF = regex.compile(rf"(?:(?P<year>{_YEAR})年)?(?:(?P<half>[上下])半年(?:末|底)?|半年度|中期(?=$|数|末))")
DATE = regex.compile(rf"(?P<year>{_YEAR})年(?P<month>1[0-2]|0?[1-9])月(?P<day>\d{{1,2}})日")
# 2024年6月1日—8月31日
DATES = regex.compile(
    rf"(?P<year>{_YEAR})年(?P<first>1[0-2]|0?[1-9])月\d{{1,2}}日?{_TO}"
    r"(?:(?P=year)年)?(?P<last>1[0-2]|0?[1-9])月\d{1,2}日"
)
MONTH = regex.compile(
    rf"(?:(?P<year>{_YEAR})年)?(?<!\d)(?P<month>1[0-2]|[1-9])月份?(?!{_TO})"
    rf"(?:末|底|\d{{1,2}}日(?!{_TO}))?"
)
YEAR = regex.compile(rf"(?<!\d)(?P<year>{_YEAR})(?:年度?|(?!\d))(?:末|底)?(?!产权)")
PLAN_YEARS = regex.compile(
    r"[“\"](?P<name>[一二三四五六七八九十]{1,2}五)[”\"](?!时期|期间|规划|期?末|以来)|"
    r"[“\"]?(?P<name>[一二三四五六七八九十]{1,2}五|八五|九五)[”\"]?(?:时期|期间|规划期?|期?末)"
)
# times counted from that of the table
YEARS_SUMMED = regex.compile(
    r"(?:近|这|过去|前)?(?P<n>[二两三四五六七八九十])年(?:来|间)?(?:累计|合计|总计)(?!增[长速幅])"
)
LAST_TIME = regex.compile(
    r"(?:上年|去年|上一年)(?!度?(?:末)?(?:结转|结余|滚存))(?:度|同期|同月|末|底)?|上年同期|上期"
    r"|同期(?!增长)|年初(?!预算|计划|目标|安排|结转)|期初|基期"
)
# the part of the year before that of the table
PART_BEFORE = regex.compile(
    r"(?<![比较与同])(?:上个?季度?|上个?月)(?:末|数)?(?=完成|实际|平均|均|价|余额|$)"
)
THIS_PART = regex.compile(
    r"本季度?(?:末|数)?(?=完成|实际|平均|均|价|余额|$)|本?报告期(?:内)?(?!.{0,4}(?:日期|编号))"
)
# below or behind another time: 3月份 | 上年同期
SAME_TIME_BEFORE = regex.compile(
    r"(?<![比较与为占以])(?:上年|去年|上一年)(?:度|同期|同月)?"
    r"(?=数|$|实际|完成|执行|决算|累计|绝对|金额|发生)"
    r"|(?<![比较与为占以])(?:上期|同期)(?=数|$)"
)
YEAR_END = regex.compile(r"(?:本?[年期]|月)末(?:数$|(?=数|余额|值|$))")
# 2024年以来, 今年以来: of a year, until the time of the table
SINCE = regex.compile(
    rf"(?:(?P<year>{_YEAR})年|今年|本年|年初)度?以来|(?P<year>{_YEAR})年度?累计(?=数|完成|$)"
)
THIS_TIME = regex.compile(r"本年度?|今年|当年|本期|全年(?=数|累计|合计|$)|(?P<whole>^全年平均$|全年(?=平均))")
# the term, the round before, of which no year is said: 上届比例
TERM_BEFORE = regex.compile(r"(?<![比较与同])(?:上一?|前一?)[届次轮]")
TERM = regex.compile(r"^(?:上一?|前一?|本)[届次轮]")
NEXT_TIME = regex.compile(r"下年度?|明年|来年")
# what stands behind a month that is said: 12月当月
AGAIN = regex.compile(r"(?<=^|的)(?:当月|本月|当期|当季)")
THIS_MONTH = regex.compile(r"(?:本月|当月)[末底]?")
CUMULATIVE = regex.compile(
    r"(?:自?年初|1|一)(?:月)?[-—至到]?(?:本月|至本月|累计|止|(?:本?报告|本)期末?)+"
    r"|(?:本年|本月止?|全?年|截至本月)?累计(?!完成|结余|余额|折旧|摊销|盈余|亏损|欠|存)"
    r"|(?:本年|全?年)?累计(?=完成|数|$)"
)
# what heads a column of times
TIMES_HEAD = regex.compile(r"[年月日季]|时[间期]|日期")
# months by their numbers alone
MONTHS_HEAD = regex.compile(r"月[份度]?|[分各]月")
MONTH_ALONE = regex.compile(r"1[0-2]|0?[1-9]")
# what a change is held against that is no year before: 年初, 2020年, 上届
SINCE_BASE = regex.compile(r"^(?:基期|年初|19|20|常年|多年|历)|[届次轮]$")
