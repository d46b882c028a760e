"""What is told beside a figure: what it was a year before, the place then, how many of those counted were done, who they are of."""

from __future__ import annotations

from itertools import product

import pytest

from .test_extract import indicators
from .test_told_of_acts import on

COUNTED = [("受理投诉", "73件", "96件"), ("新增企业", "6家", "4家"), ("发放补助金", "2147万元", "2043万元"), ("营业收入", "176亿元", "159亿元"), ("接待游客", "12.6万人次", "11万人次")]
THEN = ["去年同期为", "上年同期为", "去年同期", "上年同期是", "去年同期仅", "上年为", "去年为"]
PARTS = [("2024年上半年", "2024-H1", "2023-H1"), ("2024年前三季度", "2024-01/2024-09", "2023-01/2023-09"), ("2024年", "2024", "2023")]


def brief(found: list[dict]) -> list[tuple]:
    return [(i["name"], i["value"] and i["value"]["low"], i["period"], [c["low"] for c in i["changes"]]) for i in found]


@pytest.mark.parametrize(("counted", "then", "part"), list(product(COUNTED, THEN, PARTS)))
def test_what_it_was_a_year_before_is_a_row_of_that_year(counted, then, part):
    (name, now, before), (title, period, past) = counted, part
    found = on(f"青禾县民政局{title}工作总结", f"{name}{now}，{then}{before}，增长5.1%，满意度98%。")
    past = past if "同期" in then else "2023"
    assert [(row[0], row[2], row[3]) for row in brief(found)][:2] == [(name, period, [5.1]), (name, past, [])]
    assert found[1]["value"]["text"] in before
    assert (found[2]["value"]["low"], found[2]["period"]) == (98, period)


@pytest.mark.parametrize("against", ["较去年同期的", "比上年同期的", "较上年的", "比去年同期"])
@pytest.mark.parametrize(("name", "now", "before"), COUNTED)
def test_the_size_that_a_change_is_against_is_a_row_of_that_year(name, now, before, against):
    found = on("青禾县民政局2024年上半年工作总结", f"{name}{now}，{against}{before}增长11%。")
    assert [(row[0], row[2], row[3]) for row in brief(found)] == [(name, "2024-H1", [11]), (name, "2023-H1", [])]


@pytest.mark.parametrize(("a", "b"), [("省级实验室", "市级实验室"), ("企业", "个体户"), ("公园", "球场")])
def test_what_two_were_a_year_before_is_shared_out(a, b):
    found = on("青禾县2024年前三季度工作总结", f"新增{a}6家、{b}14家，去年同期分别为4家和9家，同比分别增长50%、55.6%。")
    now, past = "2024-01/2024-09", "2023-01/2023-09"
    assert [(row[0], row[1], row[2], row[3]) for row in brief(found)] == [
        (f"新增{a}", 6, now, [50]), (f"新增{b}", 14, now, [55.6]), (f"新增{a}", 4, past, []), (f"新增{b}", 9, past, [])
    ]


@pytest.mark.parametrize("opens", ["", "开展清风专项行动，", "其中"])
@pytest.mark.parametrize("then", ["去年同期", "上年同期为"])
def test_what_it_was_is_of_what_it_is(opens, then):
    _, now, past = indicators(f"检查企业320家，{opens}立案查处12起，{then}9起。")
    assert (now.name, now.topic, now.scope) == (past.name, past.topic, past.scope)


@pytest.mark.parametrize(("part", "now", "past"), [("一季度", "2024-Q1", "2023-Q1"), ("1—10月", "2024-01/2024-10", "2023-01/2023-10"), ("上半年", "2024-H1", "2023-H1")])
def test_the_same_months_are_those_of_the_figure_beside(part, now, past):
    found = on("青禾县公安局2024年工作总结", f"{part}，接报警情3120起，其中诈骗类警情86起，上年同期为124起，下降30.6%。")
    assert [(row[0], row[2], row[3]) for row in brief(found)][1:] == [("诈骗类警情", now, [-30.6]), ("诈骗类警情", past, [])]


@pytest.mark.parametrize("then", ["去年仅2个", "上年2个", "去年为2个"])
def test_the_last_year_beside_a_figure_is_the_one_before_it(then):
    found = on("青禾镇2024年工作总结", f"百万元以上村5个，{then}。")
    assert [row[2] for row in brief(found)] == ["2024", "2023"]


def test_the_last_year_that_a_subject_is_told_of_is_the_one_reviewed():
    head = "青禾县政府工作报告\n——2025年1月10日在青禾县第九届人民代表大会第一次会议上\n一、2024年工作回顾\n"
    assert [row[2] for row in brief(on(head, "粮食连年增产，产量去年达到86万吨。"))] == ["2024"]


@pytest.mark.parametrize("over", ["日均", "月均"])
@pytest.mark.parametrize("leads", ["由{}320件增至", "由去年的{}320件增至", "从上年的{}320件增加到"])
def test_over_what_an_earlier_value_is_taken_holds_for_the_later(over, leads):
    [found] = indicators(f"办件量{leads.format(over)}410件。")
    assert (found.name, found.base.low, found.value.low) == (f"{over}办件量", 320, 410)


@pytest.mark.parametrize(("a", "b", "unit"), [("人大建议", "政协提案", "件"), ("示范村", "整治村", "个")])
def test_rates_are_shared_out_over_what_was_counted(a, b, unit):
    found = indicators(f"{a}42{unit}、{b}56{unit}，办复率均为100%，满意率分别为98.6%和97.9%。")
    assert [one.name for one in found][-2:] == [f"{a}满意率", f"{b}满意率"]


def test_each_of_two_multiples_is_one():
    found = indicators("查处车辆4260辆，教育劝导1.2万人次，分别是去年同期的1.3倍和1.5倍。")
    assert [[(float(c.quantity.low), c.form) for c in one.changes] for one in found] == [[(1.3, "multiple")], [(1.5, "multiple")]]


@pytest.mark.parametrize("then", ["（去年为第5位）", "（上年第5位）", "（去年第五位）", "，去年为第5位", "，上年同期列第5位"])
@pytest.mark.parametrize("held", ["居全省第3位", "位列全市第3位", "在全省民政系统考核中列第3位"])
def test_the_place_a_year_before_is_the_base_of_a_rank(then, held):
    [found] = on("青禾县民政局2024年工作总结", f"养老服务质量{held}{then}。")
    assert (found["rank"]["low"], found["base"]["low"], found["base"]["period"]) == (3, 5, "2023")


@pytest.mark.parametrize("where", ["全省", "全市", "全国"])
@pytest.mark.parametrize(("many", "places"), [("21个", "市州"), ("46所", "高职院校"), ("297个", "地级及以上城市"), ("28个", "乡镇")])
@pytest.mark.parametrize("opens", ["在{}中，", "在2023年{}中，"])
def test_how_many_compete_is_no_figure_and_says_among_whom(where, many, places, opens):
    [found] = indicators(opens.format(where + many + places) + "我市营商环境评价得分居第4位。")
    assert (found.name, found.rank.among, found.rank.quantity.low) == ("营商环境评价得分", where, 4)


@pytest.mark.parametrize("contest", ["考核", "办学质量评价", "竞争力排行榜"])
@pytest.mark.parametrize("many", ["46所高职院校", "1200余所高职院校"])
def test_how_many_compete_is_no_part_of_what_was_won(many, contest):
    [found] = indicators(f"在全国{many}{contest}中位列第35位。")
    assert (found.name, found.rank.among) == (f"高职院校{contest}", "全国")


@pytest.mark.parametrize("held", ["保持全省系统前五", "位居全省公安系统第五", "列全省行业第五"])
def test_among_whom_may_be_a_system(held):
    [found] = indicators(f"案件查处数量{held}。")
    assert (found.name, found.rank.quantity.low) == ("案件查处数量", 5)
    assert found.rank.among in held


@pytest.mark.parametrize(("due", "done", "thing"), [(10, 9, "件民生实事"), (30, 28, "个重点项目"), (120, 115, "项整治任务"), (38, 35, "个考核指标"), (45, 40, "个老旧小区改造")])
@pytest.mark.parametrize("opens", ["", "年度", "市政府交办的"])
def test_how_many_of_those_counted_were_done_is_told_apart(due, done, thing, opens):
    first, second = indicators(f"{opens}{due}{thing}完成{done}{thing[0]}。")
    assert (first.value.low, second.value.low) == (due, done)
    assert first.name.endswith(thing[1:])
    assert second.name == f"{thing[1:]}完成"
    assert first.modality == second.modality == "actual"


@pytest.mark.parametrize("passed", ["省级评审", "市级验收", "国家级高新技术企业认定", "资格考试", "省厅复核"])
@pytest.mark.parametrize("before", ["", "已", "目前已"])
def test_what_was_passed_is_no_means(passed, before):
    [found] = indicators(f"{before}通过{passed}121家。")
    assert found.name == f"通过{passed}"


@pytest.mark.parametrize("act", ["调解", "揭榜", "签约", "申报", "孵化"])
def test_that_an_act_succeeded_stays_with_it(act):
    [found] = indicators(f"{act}成功861件。")
    assert found.name == f"{act}成功"


@pytest.mark.parametrize("kind", ["规上高新技术企业", "限额以上批发企业", "民营企业", "农民专业合作社"])
@pytest.mark.parametrize(("verb", "measure"), [("完成", "产值"), ("实现", "销售额"), ("实现", "利润")])
@pytest.mark.parametrize("where", ["全市", "全县", ""])
def test_the_kind_of_bodies_that_a_measure_is_of_is_said(where, kind, verb, measure):
    found = indicators(f"{where}{kind}{verb}{measure}386亿元，占全部{measure}的41.2%。")
    assert all(kind in (one.scope or "") + one.name for one in found)
    assert found[0].name.endswith(measure)


@pytest.mark.parametrize("told", ["实现正增长", "保持正增长", "实现增长"])
def test_how_those_counted_fared_is_their_name(told):
    found = indicators(f"35个行业大类中28个{told}。")[-1]
    assert "增长" in found.name


@pytest.mark.parametrize(("with_whom", "act", "work"), list(product(["联合合作银行", "会同农商银行", "携手三家院校", "联合税务部门"], ["做优", "推出", "开展"], ["“科创贷”", "“暖企行动”"])))
def test_with_whom_it_was_done_is_not_whose_it_is(with_whom, act, work):
    [found] = indicators(f"{with_whom}{act}{work}，今年新增投放167笔。")
    assert found.topic == work
    assert found.scope is None


@pytest.mark.parametrize("until", ["截至6月底，", "1—6月，", "今年1—6月，"])
def test_months_that_are_the_half_year_are_written_as_the_report(until):
    [found] = on("青禾县体育局2024年上半年工作总结", f"{until}新增健身步道42公里。")
    assert found["period"] == "2024-H1"
    [found] = on("青禾县体育局2024年工作总结", f"{until}新增健身步道42公里。")
    assert found["period"] == "2024-01/2024-06"


@pytest.mark.parametrize("how", ["按照“五有”要求", "根据上级统一部署", "实行“一企一策”“一人一档”", "坚持“一户一策”", "逐项建立台账"])
@pytest.mark.parametrize("work", ["开展清风专项行动", "推进服务站提档升级"])
def test_how_work_is_done_is_no_work(how, work):
    found = indicators(f"{work}，{how}，检查企业320家，立案12起。")
    assert not any(how[2:6] in str(one.topic) for one in found)
