"""How a period is written: a year, a half of one, months, a school year; a rule for each form."""

from __future__ import annotations

import re

import regex

from pipeline.patterns.rule import Rule

_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)"
_MONTH = r"(?P<{}>1[0-2]|0?[1-9])"
_TO = r"\s?(?:[-—–~―]{1,2}|至|到)\s?"
_DAY = r"(?!\s?\d{1,2}(?!\d))"
# not 十五年, 第五年, 三、五年; but 一、五年来工作回顾
_COUNTED = r"(?<![十\d第]|(?<!^\W{0,4}[一二三四五六七八九十]{1,2})、)"
_NUMBER = r"(?P<n>十[一二]?|[一二两三四五六七八九]|1[0-2]|[1-9])"


def _written(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)


# the first that fits at a place is taken; a day of the calendar is no period
WRITTEN = (
    Rule("day", "a day: when it was said or put up", "",
         _written(
             rf"{_YEAR}\s?(?:年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日"
             r"|(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}(?!\d))"),
         ("2023年12月20日", "2024-01-05"), ("2023年12月", "2023年1-9月")),
    Rule("school_year", "a school year", "school",
         _written(rf"{_YEAR}(?:年)?{_TO}(?P<to>(?:20)?\d\d)(?:年)?\s?学年度?"),
         ("2022—2023学年度", "2022-23学年"), ("2022—2023年",)),
    Rule("school_year_begun", "a school year or its first term, by the year in which it begins",
         "school_begun", _written(rf"{_YEAR}(?:学年度?|年(?:度)?秋季?学期)"), ("2023学年第一学期", "2024年秋季学期"),
         ("2024年秋季运动会",)),
    Rule("school_year_ended", "the second term of a school year, by the year in which it ends",
         "school_ended", _written(rf"{_YEAR}年(?:度)?春季?学期"), ("2024年春季学期",), ("2024年春季植树",)),
    Rule("month_of_year_to_month_of_year", "from a month of one year to a month of another",
         "months_over_years",
         _written(
             rf"{_YEAR}年\s?{_MONTH.format('first')}月份?{_TO}(?P<to>(?:19|20)\d\d)年\s?"
             rf"{_MONTH.format('last')}月{_DAY}"),
         ("2022年7月至2023年6月",), ("2022年1月至9月",)),
    Rule("span_of_years", "several years", "span",
         _written(rf"{_YEAR}(?:年度?)?{_TO}(?P<to>(?:19|20)\d\d)(?:年度?|(?=[）)]))"),
         ("2018—2022年", "2021年至2023年", "（2019—2023）"),
         ("2022-2023学年",)),
    Rule("half_year", "a half year", "half",
         _written(rf"(?:{_YEAR}年?度?\s?)?(?P<half>[上下])半年(?!度?以来)"), ("2023年上半年", "下半年"), ("半年来",)),
    Rule("half_of_the_year", "the half year that has passed", "mid_year",
         _written(rf"{_YEAR}年?度?(?:半年度?|年中)(?=工作|会议|总结|报|情况|分析)"), ("2024年半年工作会议",),
         ("2024年上半年工作",)),
    Rule("quarters", "from January to the end of a quarter", "quarters",
         _written(
             rf"(?:{_YEAR}年\s?)?(?:前(?P<n>[一二两三]|[1-3])个?|(?:1|第?一)(?:季度)?{_TO}(?P<n>[二三四2-4]))季度"),
         ("2023年前三季度", "2024年1—3季度"), ("三季度",)),
    Rule("quarter", "a quarter", "quarter",
         _written(rf"(?:{_YEAR}年\s?)?(?<!前)第?(?P<n>[一二三四1-4])季度"), ("2023年第三季度", "一季度"),
         ("前三季度",)),
    Rule("first_months", "the first months of a year", "first_months",
         _written(rf"(?:{_YEAR}年\s?)?(?<!提)前{_NUMBER}个月"), ("前十个月", "2023年前8个月"), ("三个月",)),
    Rule("as_of", "from January to the end of a month as of which is told", "as_of",
         _written(
             rf"截[至止](?:{_YEAR}年)?\s?(?P<n>1[01]|0?[1-9])月份?[底末]"),
         ("截至10月底", "截至2023年9月末"), ("截至12月底", "10月底")),
    Rule("months", "from month to month", "months",
         _written(
             rf"(?:{_YEAR}年\s?)?(?<!\d){_MONTH.format('first')}月?份?{_TO}{_MONTH.format('last')}"
             rf"月份?{_DAY}"),
         ("2023年1—10月", "1月至9月"), ("12月20日",)),
    Rule("month", "a month", "month",
         _written(
             rf"{_YEAR}年\s?{_MONTH.format('month')}月份?{_DAY}"
             rf"|(?<!\d){_MONTH.format('month')}月(?:份|(?=(?:重点|主要)?工作|计划|安排|打算))"),
         ("2023年10月", "10月份", "3月工作计划"), ("2023年10月8日",)),
    Rule("five_year_plan", "the years of a five-year plan", "plan",
         _written(
             r"“(?P<name>[一二三四五六七八九十]{1,2}五)”(?!(?:规划|计划)(?!.{0,16}(?:实施|执行|中期|评估|完成情况))|和)"),
         ("“十四五”时期", "“十四五”规划实施情况"), ("“十四五”规划",)),
    Rule("five_year_plan_in_full", "the years of a five-year plan by its number", "plan",
         _written(
             r"第(?P<name>十[一二三四五六]?|[八九])个五年(?:规划|计划)"
             r"(?=.{0,30}(?:实施|执行|中期|评估|完成情况))"),
         ("第十四个五年规划和纲要实施情况",), ("第十四个五年规划纲要",)),
    Rule("years_to_come", "so many years that begin", "ahead",
         _written(
             r"(?:今后|未来|往后|下一?个?|新的)的?(?P<ahead>[两二三四五十2-5])年(?![级前度])"),
         ("今后五年工作任务", "未来三年工作计划"), ("今后一年", "五年来")),
    Rule("five_years", "the five years of a term, or so many that have passed", "five",
         _written(
             rf"{_COUNTED}(?P<five>五|[2-5])年(?=来|工作|间|内|总结|回顾|任期)"
             rf"|{_COUNTED}(?P<five>[两二三四])年(?=以?来|总结|回顾|工作(?:总结|回顾|情况))"
             r"|(?:近|过去|这)的?(?P<five>[两二三四五2-5])年(?:以?来)?|本届政府"),
         ("五年工作总结", "近两年工作情况", "三年来工作报告", "一、三年来工作"), ("十五年", "第五年", "三年行动", "三、五年")),
    Rule("year", "a year", "year", _written(rf"{_YEAR}(?:年度?|(?=\p{{Han}}|$|[)）：:]))"),
         ("2023年", "2022年度", "（2017）", "2020县局"), ("12023年",)),
)  # fmt: skip

# what each period of such a form holds
_SIGNS = {
    "school_year": "学年", "school_year_begun": "学", "school_year_ended": "学期",
    "month_of_year_to_month_of_year": "月", "half_year": "半年", "half_of_the_year": "年",
    "quarters": "季度", "quarter": "季度", "first_months": "个月", "as_of": "截", "months": "月",
    "month": "月",
    "five_year_plan": "五”", "five_year_plan_in_full": "个五年",
}  # fmt: skip
SIGNED = tuple((_SIGNS.get(rule.name, ""), rule.pattern) for rule in WRITTEN)
# one of these is in every period
HINT = re.compile(r"[年季月五]|本届政府|(?:19|20)\d\d")

# 二○一二年一月十二日 in the words of a head
HAN_YEAR = regex.compile(
    r"(?<![零〇○一二三四五六七八九十])[一二][零〇○ＯOo0一二三四五六七八九]{3}(?=\s?学?年|[-—–至到][一二])"
)
# what is in such a year of either thousand, and in such a number and the word behind it
HAN_YEAR_1, HAN_YEAR_2 = (
    re.compile(f"{thousand}[零〇○ＯOo0一二三四五六七八九]{{3}}") for thousand in "一二"
)
HAN_MONTH, HAN_DAY = (re.compile(f"{unit}(?<=[一二三四五六七八九十].)") for unit in "月日")
HAN_NUMBER = regex.compile(
    r"(?<=[年月至到-]\s?)(?P<n>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日])"
)

# 2023| 年: blanks round a number part no words
ROUND_NUMBER = re.compile(r" (?:(?<=\d )(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] )(?=\d))")
# what NFKC may change: neither ASCII nor a common Chinese character or mark;
# and texts in which it may join characters
FOLDED = re.compile(r"[^\x00-\x7f\u3001\u3002\u300a-\u3011\u4e00-\u9fff\u2013\u2014\u2018-\u201d]")
COMBINING = re.compile(
    r"[\u0300-\u036f\u0483-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\u3131-\u318e\ua66f-\ua82f"
    r"\ua8c4-\ud7ff\ufb1e\ufe20-\ufe2f\uff9e-\uffdc\U00010000-\U0010ffff]"
)
