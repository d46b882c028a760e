"""Forms and lists: what a form asks and is answered is no table of figures, and neither numbers of telephones nor times of day are figures."""

from __future__ import annotations

import pytest

from pipeline.tables import tables, text_grids

from .test_table_kinds import found, table

PERSON = [("姓名", "李红梅", "性别", "女"), ("出生年月", "1971.06", "联系电话", "0739-5561234"), ("家庭人口", "4", "家庭住址", "东坡村3组"), ("镇（街道）意见", "情况属实", "", "")]
PROJECT = [("项目名称", "东渠改造", "项目负责人", "周立"), ("建设地点", "上坪村", "总投资（万元）", "185"), ("受益人口（人）", "2300", "联系电话", "13700001111")]
COMPANY = [("企业名称", "远峰建材有限公司", "法定代表人", "何军"), ("注册资本（万元）", "800", "统一社会信用代码", "914301000000000001"), ("职工人数", "56", "成立时间", "2014年3月")]
HOUSE = [("户主姓名", "陈刚", "年龄", "58"), ("房屋面积（㎡）", "92", "建造年代", "1988"), ("补助金额", "21000元", "审核意见", "同意")]
FACTS = [("项目名称", "青山水厂扩建工程"), ("预算金额（万元）", "960"), ("联系方式", "0731-82210000"), ("绩效目标", "完成主体工程")]


def held(text: str) -> int:
    return len(tables(text, list(text_grids(text))))


@pytest.mark.parametrize("rows", [PERSON, PROJECT, COMPANY, HOUSE, FACTS], ids=["person", "project", "company", "house", "facts"])
@pytest.mark.parametrize("form", [
    table,
    lambda rows: "\n".join("\t".join(row) for row in rows),
    lambda rows: table([tuple(f"{cell}：" if n % 2 == 0 and cell else cell for n, cell in enumerate(row)) for row in rows]),
], ids=["bars", "tabs", "colons"])  # fmt: skip
def test_a_form_is_no_table(rows, form):
    text = f"青山镇登记表\n\n{form(rows)}\n"
    assert held(text) == 0
    assert [i["name"] for i in found(text)] == []


@pytest.mark.parametrize("heads", [
    ("姓名", "单位", "得分"), ("项目名称", "建设地点", "总投资（万元）"), ("企业名称", "法定代表人", "注册资本（万元）"), ("单位名称", "联系人", "人数"),
])  # fmt: skip
def test_a_list_of_what_forms_ask_for_is_a_table(heads):
    rows = table([heads, ("东山", "甲处", 12), ("西岭", "乙处", 15), ("南坪", "丙处", 9)])
    assert held(f"青山镇2023年情况\n\n{rows}\n") == 1


def test_companies_side_by_side_are_a_table():
    rows = table([("企业名称", "甲公司", "乙公司"), ("法定代表人", "何军", "周立"), ("资产总额（万元）", 560, 720), ("职工人数（人）", 56, 81), ("成立时间", "2014年", "2016年")])
    assert held(f"青山镇2023年情况\n\n{rows}\n") == 1


@pytest.mark.parametrize("foot", [
    ("填表人：", "何军", "联系电话：", "5561234"), ("单位负责人", "何军", "填表人", "周立"), ("审核人：", "", "填报日期：", "2024年1月5日"),
])  # fmt: skip
def test_who_made_a_table_makes_it_no_form(foot):
    rows = [("单位名称", "户数（户）", "人数（人）", "金额（万元）"), ("东村", 12, 36, 4.5), ("西村", 15, 48, 5.2), foot]
    told = found(f"青山镇2023年救助情况表\n\n{table(rows)}\n")
    assert {i["value"]["low"] for i in told} == {12, 36, 45000, 15, 48, 52000}


@pytest.mark.parametrize("numbers", ["0739-5561234", "430721198001015678", "43072119800101567X", "0731 8221 0000"])
def test_a_number_to_call_or_to_know_someone_by_is_no_figure(numbers):
    rows = table([("村", "户数（户）", "备查"), ("东村", 12, numbers), ("西村", 15, numbers)])
    assert [i["value"]["low"] for i in found(f"青山镇2023年情况\n\n{rows}\n")] == [12, 15]


@pytest.mark.parametrize("head", ["准考证号", "学号", "工号", "合同号", "档案号"])
def test_a_column_of_numbers_that_name_is_left_out(head):
    rows = table([("姓名", head, "成绩（分）"), ("何军", "20230115", 82), ("周立", "20230116", 77)])
    assert [i["value"]["low"] for i in found(f"青山镇2023年考试成绩\n\n{rows}\n")] == [82, 77]


@pytest.mark.parametrize(("head", "names"), [("线路", ("1路", "2路")), ("楼栋", ("3号楼", "5号楼")), ("标段", ("一标段", "二标段")), ("小组", ("第1组", "第2组"))])
def test_rows_named_by_numbers(head, names):
    rows = table([(head, "首班", "长度（公里）", "户数（户）"), (names[0], "6:00", 12.5, 300), (names[1], "6:20—7:00", 8.1, 210)])
    told = found(f"青山镇2023年情况\n\n{rows}\n")
    assert [(i["name"].startswith(names[n // 2]), i["value"]["low"]) for n, i in enumerate(told)] == [(True, low) for low in (12.5, 300, 8.1, 210)]


@pytest.mark.parametrize("person", ["负责人", "项目主持人", "承担单位", "联系人", "建设单位"])
def test_what_is_said_of_a_project_besides_is_not_its_name(person):
    rows = table([("序号", "项目名称", person, "资助金额（万元）"), (1, "稻种选育", "县农科所", 50), (2, "茶园改造", "县茶办", 30)])
    assert [i["name"] for i in found(f"青山镇2023年立项情况\n\n{rows}\n")] == ["稻种选育资助金额", "茶园改造资助金额"]
