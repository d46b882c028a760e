"""Where the parts of a report begin and end: annexes and lists of words that are explained, spans of years that headings name, years to come, the year that ended."""

from __future__ import annotations

import itertools

import pytest

from pipeline.chain import analyse
from pipeline.read import read_text

BODY = "岚川县水务局2023年工作总结\n一、2023年工作回顾\n新建泵站12座，完成投资3.2亿元。\n二、2024年工作计划\n新建泵站15座。\n"
HEAD = "岚川县总工会工作报告\n（2024年3月16日）\n各位代表：\n"


def rows(text: str) -> list[tuple[str, str | None, str]]:
    return [(one.name, one.period, one.modality) for one in analyse(read_text(text)).indicators]


def dated(text: str) -> tuple[str | None, str | None]:
    report = read_text(text)
    return report.review_period, report.plan_period


# annexes, and words that are explained

ANNEXES = ["附件1", "附件2：", "附件一", "附件", "附表1", "附录：", "附录", "附", "**附件1**", "附件1：项目清单", "（附：项目清单）", "附图：水库分布"]
NAMED_SO = ["附属医院建设情况", "附近村庄供水情况", "附加税征收情况", "注释性说明工作", "附议事项办理", "注解工程进展", "名词解释进课堂"]
NOTES = ["名词解释", "名词解释：", "附：名词解释", "附件2：名词解释", "附件：有关名词解释", "《政府工作报告》名词解释", "县十七届人大三次会议《政府工作报告》名词解释", "附：部分名词注释", "报告中有关名词、用语解释", "注释：", "（名词解释）", "**名词解释**", "名词解释（按文中顺序）", "主要指标解释", "缩略语", "附注："]


@pytest.mark.parametrize("line", ANNEXES)
def test_an_annex_is_read(line: str):
    assert rows(f"{line}\n\n{BODY}") == rows(BODY)


@pytest.mark.parametrize("line", [*ANNEXES, *NAMED_SO])
def test_a_line_between_two_parts_ends_no_report(line: str):
    assert rows(BODY.replace("二、", f"{line}\n二、")) == rows(BODY)


@pytest.mark.parametrize("line", NOTES)
def test_what_explains_words_tells_of_nothing(line: str):
    notes = "1.三大工程：新建泵站10座，投资20亿元。\n“两河”：指治理河道86公里。\n一、“三高”：指新建泵站3座。\n"
    assert rows(f"{BODY}{line}\n{notes}") == rows(BODY)


@pytest.mark.parametrize("line", NOTES)
def test_parts_behind_explained_words_are_told(line: str):
    assert rows(BODY.replace("二、", f"{line}\n“三高”：指新建泵站3座。\n二、")) == rows(BODY)


@pytest.mark.parametrize("pages", ["", "……12", "........12", " …… 12", "·····12"])
def test_a_list_of_contents_ends_no_report(pages: str):
    contents = "".join(f"{line}{pages}\n" for line in ("一、2023年工作回顾", "二、2024年工作计划", "名词解释"))
    assert rows(f"目录\n{contents}{BODY}") == rows(BODY)


# several years that a heading names

SPANS = ["{}年至{}年", "{}年—{}年", "{}年-{}年", "{}年到{}年", "{}至{}年", "{}—{}年", "{}-{}年"]
BACK = ["工作回顾", "工作情况", "工作总结", "主要工作", "的工作", "主要工作回顾"]
AHEAD = ["工作任务", "工作安排", "主要任务", "工作计划", "重点工作"]


@pytest.mark.parametrize(("span", "words"), list(itertools.product(SPANS, BACK)))
def test_a_heading_looks_back_on_all_years_it_names(span: str, words: str):
    text = f"{HEAD}一、{span.format(2021, 2023)}{words}\n新建工会86家。\n二、下一步工作\n新建工会90家。\n"
    assert dated(text) == ("2021/2023", "2024")
    assert rows(text) == [("新建工会", "2021/2023", "actual"), ("新建工会", "2024", "target")]


@pytest.mark.parametrize(("span", "words"), list(itertools.product(SPANS, AHEAD)))
def test_a_heading_plans_all_years_it_names(span: str, words: str):
    text = f"{HEAD}一、{span.format(2021, 2023)}工作回顾\n新建工会86家。\n二、{span.format(2024, 2026)}{words}\n新建工会90家。\n"
    assert dated(text) == ("2021/2023", "2024/2026")
    assert rows(text) == [("新建工会", "2021/2023", "actual"), ("新建工会", "2024/2026", "target")]


COUNTED = {3: ["近三年", "三年来", "过去三年", "近三年（2021—2023年）", "三年来的", "这三年"], 5: ["近五年", "五年来", "过去五年", "五年来的", "过去五年（2019—2023年）"], 2: ["近两年", "过去两年"]}


@pytest.mark.parametrize(("count", "words"), [(count, words) for count, said in COUNTED.items() for words in said])
@pytest.mark.parametrize("title", ["岚川县总工会工作报告", "岚川县水务局工作汇报", "岚川县水务局工作情况汇报"])
def test_a_heading_looks_back_on_as_many_years_as_it_counts(title: str, count: int, words: str):
    text = f"{title}\n（2024年3月16日）\n一、{words}工作回顾\n新建泵站86座。\n二、下一步工作打算\n新建泵站90座。\n"
    assert dated(text) == (f"{2024 - count}/2023", "2024")
    assert rows(text) == [("新建泵站", f"{2024 - count}/2023", "actual"), ("新建泵站", "2024", "target")]


@pytest.mark.parametrize("heading", ["三年行动工作情况", "第三年工作回顾", "十三年工作回顾", "三年级工作回顾"])
def test_a_number_of_years_in_a_name_counts_none(heading: str):
    assert dated(f"岚川县水务局2023年工作总结\n（2024年1月16日）\n一、{heading}\n新建泵站86座。\n") == ("2023", None)


@pytest.mark.parametrize("span", SPANS)
def test_several_years_told_in_a_report_on_one(span: str):
    text = f"岚川县水务局2023年工作总结\n一、{span.format(2021, 2023)}工作回顾\n新建泵站86座。\n二、2023年工作情况\n新建泵站12座。\n"
    assert dated(text)[0] == "2023"
    assert rows(text) == [("新建泵站", "2021/2023", "actual"), ("新建泵站", "2023", "actual")]


@pytest.mark.parametrize("heading", ["2022—2023学年工作回顾", "2022-2023学年度工作总结", "2022—2023学年主要工作回顾"])
@pytest.mark.parametrize("date", ["", "\n2023年7月10日"])
def test_a_heading_of_a_school_year(heading: str, date: str):
    text = f"岚川县第一中学工作总结{date}\n一、{heading}\n本科上线1126人。\n二、下学年工作打算\n新学年，力争本科上线1200人。\n"
    assert dated(text) == ("2022/2023", "2023/2024")
    assert rows(text) == [("本科上线", "2022/2023", "actual"), ("本科上线", "2023/2024", "target")]


@pytest.mark.parametrize("opening", ["新学年，", "下学年，", "下一学年，", "下个学年，", "新学年里，", "下学年我校将"])
def test_a_sentence_on_the_next_school_year(opening: str):
    text = f"岚川县教育局2023—2024学年工作总结\n本学年，新增学位1260个。\n{opening}新增学位1500个。\n"
    assert rows(text) == [("新增学位", "2023/2024", "actual"), ("新增学位", "2024/2025", "target")]


# years to come

TO_COME = {"今后五年": 5, "未来五年": 5, "今后三年": 3, "未来三年": 3, "下一个五年": 5, "今后两年": 2, "今后五年的": 5}
WHAT = ["工作任务", "主要任务", "工作思路", "工作计划", "工作展望", "工作", "工作安排", "奋斗目标", "重点工作", "总体要求和目标任务", "工作设想", "发展目标"]
REPORTS = ["在岚川县工商联第九次代表大会上的报告\n（2024年1月16日）\n一、过去五年工作回顾\n五年来，发展会员860家。", "岚川县总工会第九次代表大会工作报告\n（2024年1月16日）\n一、过去五年的工作\n五年来，发展会员860家。", "岚川县工商联2023年工作总结\n一、2023年工作回顾\n发展会员860家。"]


@pytest.mark.parametrize(("years", "what"), list(itertools.product(TO_COME, WHAT)))
@pytest.mark.parametrize("report", REPORTS, ids=["congress", "congress in title", "yearly"])
def test_what_years_to_come_are_planned_for(report: str, years: str, what: str):
    text = f"{report}\n二、{years}{what}\n发展会员1000家，新建基层商会36家。\n（一）加强建设\n新增会员之家12个。\n"
    span = f"2024/{2023 + TO_COME[years]}"
    assert dated(text)[1] == span
    assert {row[1:] for row in rows(text)[1:]} == {(span, "target")}


@pytest.mark.parametrize("title", ["岚川县水务局今后五年工作计划", "岚川县水务局未来五年工作思路"])
@pytest.mark.parametrize("date", ["2024年1月16日", "2024年3月16日", "2023年12月6日"])
def test_a_title_of_years_to_come(title: str, date: str):
    assert dated(f"{title}\n（{date}）\n新建泵站86座。\n") == (None, "2024/2028")


@pytest.mark.parametrize(("sentence", "row"), [
    ("未来三年，新建泵站12座。", ("新建泵站", "2024/2026", "target")), ("今后五年新建泵站12座。", ("新建泵站", "2024/2028", "target")), ("近三年新建泵站12座。", ("新建泵站", "2021/2023", "actual")),
    ("过去三年累计新建泵站12座。", ("新建泵站", "2021/2023", "actual")), ("这三年新建泵站12座。", ("新建泵站", "2021/2023", "actual")),
])  # fmt: skip
def test_years_that_a_sentence_counts(sentence: str, row: tuple[str, str, str]):
    assert rows(f"岚川县水务局2023年工作总结\n一、2023年工作回顾\n{sentence}\n") == [row]


# the year that ended, and what is told as of a month

@pytest.mark.parametrize("date", ["2024年1月8日", "2024年2月20日", "2024年3月16日", "2024年4月2日", "2024年7月10日"])
@pytest.mark.parametrize("back", ["过去一年工作回顾", "去年工作回顾", "去年工作情况", "过去一年的工作", "上年度工作总结"])
@pytest.mark.parametrize("ahead", ["今年工作任务", "今年工作安排", "今年的主要任务", "今年工作打算"])
def test_the_year_that_ended_whenever_it_is_told(date: str, back: str, ahead: str):
    text = f"岚川县总工会工作报告\n（{date}）\n各位委员：\n一、{back}\n新建工会86家。\n二、{ahead}\n新建工会90家。\n"
    assert dated(text) == ("2023", "2024")
    assert rows(text) == [("新建工会", "2023", "actual"), ("新建工会", "2024", "target")]


@pytest.mark.parametrize(("as_of", "period"), [("截至10月底", "2024-01/2024-10"), ("截至2024年11月底", "2024-01/2024-11"), ("截止9月末", "2024-01/2024-09"), ("截至12月底", "2024"), ("截至2024年12月底", "2024")])
@pytest.mark.parametrize("what", ["民生实事推进情况", "重点项目进展情况", "重点工作完成情况"])
def test_a_title_tells_as_of_a_month(what: str, as_of: str, period: str):
    assert dated(f"岚川县2024年{what}（{as_of}）\n新建泵站12座，完成投资3.2亿元。\n") == (period, None)


@pytest.mark.parametrize("title", ["岚川县足球协会第二届会员代表大会工作报告", "岚川县慈善总会第三次会员代表大会工作报告"])
def test_a_congress_that_says_no_plan_plans_nothing(title: str):
    assert dated(f"{title}\n2024年3月16日\n一、2019年至2023年工作回顾\n举办赛事86场。\n") == ("2019/2023", None)
