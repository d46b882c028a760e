"""What a column or a row of a table takes from what stands beside it: the time, the unit, what its share is of, which column names it."""

from __future__ import annotations

import pytest

from .test_table_kinds import found, table, whole


@pytest.mark.parametrize(("head", "unit"), [("气温距平（℃）", "℃"), ("降水距平百分率（%）", "%"), ("降水量距平（毫米）", "毫米"), ("日照距平（小时）", "小时")])
def test_an_anomaly_is_a_change_against_a_mean_of_many_years(head, unit):
    rows = table([("月份", "平均气温（℃）", head), ("1月", 3.6, 0.8), ("2月", 4.1, -0.7)])
    told = [(c["low"], c["unit"], c["basis"], c["against"]) for i in found(f"白溪市2024年1—2月气象表\n\n{rows}") for c in i["changes"]]
    assert told == [(0.8, unit, "base", "多年平均"), (-0.7, unit, "base", "多年平均")]


@pytest.mark.parametrize("last", ["1—9月同比涨跌幅", "1-9月累计同比", "前三季度同比涨跌幅"])
@pytest.mark.parametrize("month", ["环比涨跌幅", "环比", "比上月涨跌"])
def test_a_change_since_the_month_before_is_of_the_month_of_the_title(month, last):
    rows = table([("指标", month, "同比涨跌幅", last), ("居民消费价格", 0.1, 0.3, 0.2), ("　食品", -0.9, 2.8, -0.8)])
    told = [(i["period"], c["low"]) for i in found(f"2024年9月居民消费价格数据\n单位：%\n\n{rows}") for c in i["changes"]]
    assert {low for period, low in told if period == "2024-09"} == {0.1, 0.3, -0.9, 2.8}
    assert {low for period, low in told if period == "2024-01/2024-09"} == {0.2, -0.8}


@pytest.mark.parametrize("time", ["1—11月平均", "1—11月", "1-11月平均"])
def test_the_mean_of_an_index_is_no_part_of_its_name(time):
    rows = table([("项目", "当月", time), ("", "上年同月=100", "上年同期=100"), ("出厂价格指数", 97.6, 98.1), ("　采掘", 94.2, 95.7)])
    told = found(f"2024年11月工业生产者价格指数\n\n{rows}")
    assert [i["period"] for i in told] == ["2024-11", "2024-01/2024-11"] * 2
    assert not [i["name"] for i in told if "平均" in i["name"]]
    assert all("价格指数" in whole(i) for i in told)


@pytest.mark.parametrize("head", ["水质目标", "水质类别", "所在河流", "断面属性", "考核级别"])
@pytest.mark.parametrize("said", [("Ⅱ类", "Ⅲ类", "Ⅲ类"), ("国考", "省考", "省考"), ("甲", "甲", "乙")])
def test_a_column_that_says_the_same_of_several_names_no_row(head, said):
    rows = [(name, trait, 0.18, 0.22) for name, trait in zip(("白沙渡", "新桥", "老闸"), said, strict=True)]
    told = found(f"溪口县2023年2月氨氮浓度监测结果\n单位：毫克/升\n\n{table([('断面名称', head, '1月', '2月'), *rows])}")
    assert [(rows[at // 2][0] in whole(i), "氨氮" in whole(i)) for at, i in enumerate(told)] == [(True, True)] * 6


@pytest.mark.parametrize("share", ["比重", "占比", "比重（%）", "构成"])
@pytest.mark.parametrize("thing", ["固定资产投资", "地区生产总值", "社会用电量"])
def test_a_share_says_what_it_is_a_share_of(share, thing):
    rows = table([("指标", "上半年增长", share), (thing, 4.7, 100.0), ("按产业分", "", ""), ("　第一产业", -12.3, 2.9), ("　第二产业", 13.8, 97.1)])
    shares = [i for i in found(f"2024年上半年全市{thing}增速及构成\n单位：%\n\n{rows}") if i["value"]]
    assert [i["value"]["low"] for i in shares] == [100, 2.9, 97.1]
    assert all(thing in whole(i) for i in shares)


@pytest.mark.parametrize("title", ["2025年市对县转移支付预算分地区情况表（草案）", "2025年部门预算收支情况表", "2025年一般公共预算支出情况表"])
@pytest.mark.parametrize("heads", [("项目", "合计", "石门县"), ("项目", "总计", "清江县")])
def test_what_a_budget_shows_is_planned(title, heads):
    told = found(f"{title}\n单位：万元\n\n{table([heads, ('教育', 412, 96), ('卫生', 86, 12)])}")
    assert {(i["modality"], i["period"]) for i in told} == {("target", "2025")}


@pytest.mark.parametrize("title", ["2024年一般公共预算执行情况表", "2024年度部门预算完成情况表", "2024年政府性基金预算收支决算情况表"])
def test_what_came_of_a_budget_is_not(title):
    told = found(f"{title}\n单位：万元\n\n{table([('项目', '合计', '石门县'), ('教育', 412, 96), ('卫生', 86, 12)])}")
    assert {i["modality"] for i in told} == {"actual"}


@pytest.mark.parametrize("since", ["2024年以来", "今年以来", "年初以来", "2024年累计", "累计"])
def test_a_row_since_the_beginning_of_the_year_ends_with_the_month_of_the_title(since):
    rows = [("2024年9月", "查处问题（起）", 35), ("", "处理人数（人）", 42), (since, "查处问题（起）", 247), ("", "处理人数（人）", 293)]
    told = found(f"2024年9月全市查处问题汇总表\n\n{table([('时期', '项目', '总计'), *rows])}")
    assert [i["period"] for i in told] == ["2024-09", "2024-09", "2024-01/2024-09", "2024-01/2024-09"]


PRODUCT = [(2022, 545.60, 78.52, 241.30, 225.78), (2023, 569.92, 79.16, 246.85, 243.91)]


@pytest.mark.parametrize(("unit", "size"), [("亿元", 10**8), ("万元", 10**4)])
def test_parts_that_add_up_have_the_unit_of_their_whole(unit, size):
    rows = table([("年份", f"地区生产总值（{unit}）", "第一产业", "第二产业", "第三产业", "人均（元）"), *((*row, 87018) for row in PRODUCT)])
    told = found(f"历年地区生产总值\n\n{rows}")
    assert [(round(i["value"]["low"]), i["value"]["unit"]) for i in told if i["name"] != "人均"][:4] == [(round(n * size), "元") for n in PRODUCT[0][1:]]


def test_numbers_that_do_not_add_up_have_no_unit_of_their_neighbour():
    rows = table([("年份", "地区生产总值（亿元）", "甲", "乙", "丙"), *((*row[:4], 8.1) for row in PRODUCT)])
    assert {i["value"]["unit"] for i in found(f"历年情况\n\n{rows}") if i["name"] in "甲乙丙"} == {""}


@pytest.mark.parametrize("note", ["说明：发病数单位为例，死亡数单位为人。", "注：发病数单位为例；死亡数的单位为人", "备注：死亡数单位：人，发病数单位：例"])
def test_a_note_may_state_the_unit_of_each_thing(note):
    rows = table([("病种", "发病数", "", "死亡数", ""), ("", "本月", "上年同月", "本月", "上年同月"), ("肝炎", 486, 512, 1, 2), ("肺结核", 203, 221, 2, 3)])
    told = found(f"2025年4月传染病概况\n\n{rows}\n{note}\n")
    assert {(i["value"]["unit"], "死亡" in whole(i)) for i in told} == {("例", False), ("人", True)}


@pytest.mark.parametrize("before", ["上年同期", "去年同期"])
@pytest.mark.parametrize(("now", "then"), [("1—7月完成", "2024-01/2024-07"), ("1-7月累计", "2024-01/2024-07"), ("7月份完成", "2024-07")])
def test_the_same_time_of_the_year_before_is_that_of_the_column_to_its_left(now, then, before):
    rows = table([("项目", "年初预算", now, "为预算%", before), ("税收收入", 425, 263, 62.0, 271), ("非税收入", 166, 118, 71.3, 99)])
    told = found(f"梅溪县2025年7月份收入完成情况表\n单位：万元\n\n{rows}")
    assert [i["period"] for i in told if i["value"]["low"] in (2710000, 990000)] == [then, then]


@pytest.mark.parametrize("share", ["占比", "占比（%）", "比重"])
@pytest.mark.parametrize("head", ["起火原因", "投诉类型", "案件类别"])
def test_each_of_several_shares_is_of_the_level_to_its_left(share, head):
    rows = table([(head, "起数（起）", share, "直接财产损失（万元）", share), ("总计", 840, 100.0, 726.7, 100.0), ("用电不慎", 312, 37.1, 486.2, 66.9)])
    told = [i for i in found(f"2024年1—11月全市火灾情况统计\n\n{rows}") if i["value"]["unit"] == "%"]
    assert [("损失" in whole(i), "火灾" in whole(i)) for i in told] == [(False, True), (True, True)] * 2


@pytest.mark.parametrize("title", ["分行业增加值增长情况", "分行业增加值增速", "分行业增加值增长速度"])
@pytest.mark.parametrize("between", ["占规上工业比重（%）", "占比（%）"])
def test_what_grows_below_a_title_of_growth_is_what_the_title_measures(title, between):
    rows = table([("行业", "企业数（家）", between, "10月同比（%）", "1—10月同比（%）", "比1—9月±百分点"), ("规模以上工业", 286, 100.0, 6.1, 7.4, -0.2), ("　纺织业", 44, 11.3, 3.8, 4.2, 0.1)])
    told = [(i, c) for i in found(f"全区规模以上工业{title}\n（2024年1—10月）\n\n{rows}") for c in i["changes"]]
    assert [("企业数" in whole(i), "增加值" in whole(i), i["period"]) for i, _ in told] == [(False, True, p) for p in ("2024-10", "2024-01/2024-10", "2024-01/2024-10")] * 2


def test_growth_right_behind_a_count_is_its_own():
    rows = table([("行业", "企业数（家）", "比上年增长（%）", "实际使用金额（亿美元）", "比上年增长（%）"), ("农业", 1048, 10.2, 9.2, 54.2), ("采矿业", 234, 12.5, 4.9, 5.4)])
    assert [len(i["changes"]) for i in found(f"2007年外商直接投资及其增长速度\n\n{rows}")] == [1, 1, 1, 1]


@pytest.mark.parametrize(("unit", "parts"), [("起", ("刑事类", "治安类", "纠纷类")), ("人", ("男职工人数", "女职工人数", "离岗人数"))])
def test_what_ends_as_a_part_is_one_too(unit, parts):
    first, *others = parts
    rows = table([("单位", f"合计（{unit}）", "比上月±%", f"其中：{first}", *others), ("城东", 1204, -4.9, 18, 97, 241), ("城西", 986, 3.7, 21, 84, 199)])
    assert [i["value"]["unit"] for i in found(f"2024年11月接处警情况通报\n\n{rows}")] == [unit] * 8


@pytest.mark.parametrize("noted", ["pH值无量纲，粪大肠菌群为个/升", "粪大肠菌群单位为个/升，pH值无量纲"])
def test_a_unit_may_except_some_columns(noted):
    rows = table([("月份", "pH值", "溶解氧", "高锰酸盐指数", "粪大肠菌群"), ("1月", 7.8, 10.2, 2.1, 790), ("2月", 7.9, 9.8, 2.3, 940)])
    told = found(f"2024年上半年断面水质监测结果\n\n单位：毫克/升（{noted}）\n\n{rows}")
    assert [i["value"]["unit"] for i in told] == ["", "毫克/升", "毫克/升", "个/升"] * 2


@pytest.mark.parametrize("state", [("质押", "无", "无"), ("在建", "在建", "完工")])
def test_a_state_that_several_rows_have_names_none_of_them(state):
    rows = [(name, size, word, n) for name, size, word, n in zip(("东岭公司", "江州公司", "信达公司"), (186, 61, 14), state, (74, 12, 5), strict=True)]
    told = found(f"前三名股东持股情况\n单位：股\n\n{table([('股东名称', '期末持股数量', '股份状态', '冻结数量'), *rows])}")
    assert [rows[at // 2][0] in whole(i) for at, i in enumerate(told)] == [True] * 6


@pytest.mark.parametrize("measure", ["出厂价格", "购进价格", "居民消费价格"])
def test_a_part_of_what_changed_says_what_is_measured(measure):
    rows = table([("类别", "1月", "2月", "上半年"), (measure, -2.6, -2.8, -2.1), ("一、生产资料", -3.1, -3.5, -2.6), ("　　采掘", -6.2, -5.9, -3.7)])
    told = found(f"2024年上半年全市{measure}分月同比涨跌幅（%）\n\n{rows}")
    assert all(measure in whole(i) for i in told)
