"""Files of values parted by commas or semicolons, with lines of title, unit and notes as people write them."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline.tables import tables, text_grids

from .test_table_kinds import found

ABOVE = [("2023年东河县主要指标",), ("2023年东河县主要指标", "单位：亿元"), ("东河县", "2023年主要指标（单位：亿元）"), ("2023年东河县主要指标", "")]
BELOW = [(), ("注：2023年为快报数。",), ("", "资料来源：县统计局")]
NUMBERS = [("甲项", "120.5", "110.3"), ("乙项", "12.1", "11.5"), ("丙项", "3.2", "2.9")]


def values(text: str) -> list[tuple[str, str, float]]:
    return [(i["name"], i["period"], i["value"]["low"]) for i in found(text) if i["value"]]


@pytest.mark.parametrize(("above", "below", "mark"), product(ABOVE, BELOW, ",;"))
def test_lines_round_the_values(above, below, mark):
    head = ("指标（亿元）", "2023年", "2022年")
    lines = [*above, *(mark.join(row) for row in (head, *NUMBERS)), *below]
    wanted = [(name, period, pytest.approx(float(low) * 1e8)) for name, now, then in NUMBERS for period, low in (("2023", now), ("2022", then))]
    assert values("\n".join(lines) + "\n") == wanted


@pytest.mark.parametrize("section", ["其中：", "二、其他"])
@pytest.mark.parametrize("mark", [",", ";"])
def test_a_line_of_one_value_inside_belongs_to_the_table(section, mark):
    rows = [mark.join(row) for row in (("指标", "2023年（万元）", "2022年（万元）"), *NUMBERS)]
    text = "\n".join(["2023年东河县主要指标", *rows[:2], section, *rows[2:]])
    assert len(values(text)) == 6
    assert len(tables(text, list(text_grids(text)))) == 1


@pytest.mark.parametrize("between", [("",), ("表2 支出",), ("", "2023年东河县支出", "单位：万元")])
@pytest.mark.parametrize("mark", [",", ";"])
def test_two_tables_in_a_file(between, mark):
    first = [mark.join(row) for row in (("项目", "2023年（万元）", "2022年（万元）"), *NUMBERS)]
    second = [mark.join(row) for row in (("科目", "2023年（万元）", "增长（%）"), ("丁项", "8", "3.1"), ("戊项", "9", "-2"))]
    text = "\n".join(["2023年东河县收入", *first, *between, *second])
    assert [name for name, _, _ in values(text)] == ["甲项", "甲项", "乙项", "乙项", "丙项", "丙项", "丁项", "戊项"]
    assert [c["low"] for i in found(text) for c in i["changes"]] == [3.1, -2]


@pytest.mark.parametrize("mark", [",", ";"])
def test_a_row_may_end_early_and_a_head_go_on_in_the_next_line(mark):
    rows = [f'指标{mark}"2023年\n完成（万元）"{mark}2022年（万元）', f'甲项{mark}"1,120.5"{mark}"1,110.3"', f"乙项{mark}12.1", f"丙项{mark}3.2{mark}2.9"]
    assert [low for _, _, low in values("\n".join(["2023年东河县主要指标", *rows]))] == [11205000, 11103000, 121000, 32000, 29000]


@pytest.mark.parametrize("line", [
    "全县完成投资1,234万元, 增长5%", "参会人员: 张三, 李四, 王五", "a, b; c", '他说"好", 又说"行"', "2023,12,5",
])  # fmt: skip
def test_prose_with_commas_holds_no_table(line):
    text = f"东河县2023年工作总结\n\n{line}\n全年完成项目12个，总投资3亿元。\n{line}\n"
    assert tables(text, list(text_grids(text))) == ()
