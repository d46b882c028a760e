"""Cells over several rows and columns; rows that need more than their own words: places under a bare aim, two budgets of one year, sums of several years."""

from __future__ import annotations

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_bytes

from .test_table_kinds import found, table


def page(rows: str) -> list[dict]:
    text = f"<html><body><h1>东江县2023年情况</h1><p>全年各项工作有序推进，取得新的成效，完成目标任务，群众满意。</p><table border=1>{rows}</table></body></html>"
    return [i for i in emit(analyse(read_bytes(text.encode(), place="a.html")), model="test")["indicators"] if i["cell"]]


def row(*cells: str) -> str:
    return f"<tr>{''.join(cell if cell.startswith('<') else f'<td>{cell}</td>' for cell in cells)}</tr>"


@pytest.mark.parametrize("width", [2, 3])
def test_a_number_over_columns_of_one_head_is_told_once(width):
    rows = row("项目", f"<td colspan={width}>2023年（万元）</td>") + "".join(row(f"{word}支出", f"<td colspan={width}>{n}</td>") for word, n in (("甲", 120), ("乙", 90)))
    assert [(i["name"], i["value"]["low"]) for i in page(rows + row("丙支出", *map(str, range(7, 7 + width))))][:2] == [("甲支出", 1200000), ("乙支出", 900000)]


def test_a_number_over_columns_of_several_heads_is_of_none():
    rows = row("项目", "男（人）", "女（人）") + row("甲岗", "12", "15") + row("乙岗", "<td colspan=2>30</td>") + row("丙岗", "8", "9")
    assert [i["value"]["low"] for i in page(rows)] == [12, 15, 8, 9]


def test_a_number_over_rows_is_of_all_of_them():
    rows = row("项目", "2023年（万元）", "2022年（万元）") + row("甲支出", "<td rowspan=2>500</td>", "300") + row("乙支出", "150") + row("丙支出", "80", "70")
    assert [(i["name"], i["period"], i["value"]["low"]) for i in page(rows)] == [
        ("甲支出、乙支出", "2023", 5000000), ("甲支出", "2022", 3000000), ("乙支出", "2022", 1500000), ("丙支出", "2023", 800000), ("丙支出", "2022", 700000),
    ]  # fmt: skip


def test_a_number_over_the_rows_of_one_project_is_of_the_project():
    projects = "".join(
        row(f"<td rowspan=2>{name}</td>", "一标段", f"<td rowspan=2>{whole}</td>", str(part)) + row("二标段", str(part + 1)) for name, whole, part in (("东区管网", 900, 20), ("西区道路", 800, 15))
    )
    told = page(row("项目名称", "标段", "总投资（万元）", "完成投资（万元）") + projects)
    assert [(i["name"], i["value"]["low"]) for i in told if "总投资" in i["name"]] == [("东区管网总投资", 9000000), ("西区道路总投资", 8000000)]


@pytest.mark.parametrize(("due", "done"), [("目标任务（户）", "已完成（户）"), ("年度任务（户）", "实际完成（户）"), ("计划数（户）", "完成数（户）")])
def test_a_place_under_a_bare_aim_is_where_and_not_what(due, done):
    told = found("重点工作\n\n" + table([("街道", due, done), ("城南街道", 320, 288), ("城北街道", 260, 247)]))
    assert [i["scope"] for i in told] == ["城南街道"] * 2 + ["城北街道"] * 2
    assert [i["modality"] for i in told] == ["target", "actual"] * 2
    assert all(i["name"] and "街道" not in i["name"] for i in told)


@pytest.mark.parametrize(("first", "second"), [("年初预算", "调整预算"), ("年初预算数", "调整预算数"), ("预算数", "调整后预算数"), ("年初计划", "调整计划")])
def test_two_budgets_of_one_year_are_told_apart(first, second):
    told = found("东江县2023年部门支出\n\n" + table([("部门", f"{first}（万元）", f"{second}（万元）", "决算数（万元）"), ("教育局", 98, 99, 97), ("民政局", 12, 13, 11)]))
    assert [i["modality"] for i in told] == ["target", "target", "actual"] * 2
    assert len({i["name"] for i in told}) == 6
    assert all(first in told[at]["name"] and second in told[at + 1]["name"] for at in (0, 3))


@pytest.mark.parametrize("over", ["2024年预算", "2024年计划"])
@pytest.mark.parametrize("under", ["预算数", "计划数"])
def test_a_plan_said_twice_is_no_part_of_the_name(over, under):
    rows = table([("项目", "2023年决算数", over, ""), ("", "", under, "比上年增长%"), ("甲收入", 98, 104, 6), ("乙收入", 12, 13, 8)])
    told = found(f"东江县2023年预算执行和2024年预算\n单位：万元\n\n{rows}")
    assert {i["name"] for i in told} == {"甲收入", "乙收入"}


@pytest.mark.parametrize(("title", "words", "span"), [
    ("东江县2019—2023年主要指标", "五年累计", "2019/2023"), ("东江县2023年主要指标", "近三年合计", "2021/2023"), ("东江县2019—2023年主要指标", "五年总计", "2019/2023"),
])  # fmt: skip
def test_a_sum_of_several_years_is_of_all_of_them(title, words, span):
    rows = table([("年份", "甲产值（亿元）", "乙产值（亿元）"), ("2021年", 8, 9), ("2022年", 9, 10), ("2023年", 10, 11), (words, 27, 30)])
    told = found(f"{title}\n\n{rows}")
    assert [(i["name"], i["period"]) for i in told[-2:]] == [("甲产值", span), ("乙产值", span)]


@pytest.mark.parametrize("number", ["附：", "附表：", "附表　", "第二部分　", "附件："])
def test_what_counts_a_table_is_no_part_of_its_title(number):
    told = found(f"{number}2023年东江县道路交通事故\n\n" + table([("单位", "起数"), ("一大队", 12), ("二大队", 15)]))
    assert all(not any(word in (i["topic"] or "") + i["name"] for word in ("附", "部分")) for i in told)


@pytest.mark.parametrize(("first", "second"), [("播种面积（亩）", "总产量（吨）"), ("收治人数（人）", "住院费用（万元）")])
def test_a_part_is_of_the_column_that_measures_the_same(first, second):
    one, two = (head.split("（")[0] for head in (first, second))
    rows = [("乡镇", first, second, f"其中：甲{one[-2:]}", f"甲{two[-2:]}"), ("大石镇", 410, 23, 200, 10), ("小溪镇", 500, 28, 240, 12)]
    told = found("东江县2023年情况\n\n" + table(rows))
    assert told[2]["topic"] == one
