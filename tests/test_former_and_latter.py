"""前者 and 后者, and amounts of each of several years."""

from __future__ import annotations

import pytest

from .test_told_of_acts import on

PAIRS = [("门诊量86万人次，住院量3.2万人次", "门诊量", "住院量"), ("PM10、臭氧浓度分别为49、152微克/立方米", "PM10浓度", "臭氧浓度"), ("夏粮、秋粮产量分别为12万吨、30万吨", "夏粮产量", "秋粮产量")]


def rows(text: str) -> list[dict]:
    return on("某县2023年工作总结", f"一、工作情况\n{text}")


@pytest.mark.parametrize(("told", "first", "second"), PAIRS)
@pytest.mark.parametrize(("up", "down"), [("增长2%", "下降1.5%"), ("同比增长2%", "同比下降1.5%"), ("比上年提高2%", "比上年降低1.5%")])
def test_each_moves_by_its_own(told, first, second, up, down):
    found = rows(f"{told}，前者{up}，后者{down}。")
    assert [(i["name"], [c["low"] for c in i["changes"]]) for i in found] == [(first, [2]), (second, [-1.5])]


@pytest.mark.parametrize("opening", ["其中前者", "其中，前者", "前者"])
def test_each_part_of_what_two_make_has_its_own_name(opening):
    whole, former, latter = rows(f"生活补贴和护理补贴2846万元，{opening}1208万元，后者1638万元。")
    assert [i["name"] for i in (whole, former, latter)] == ["生活补贴和护理补贴", "生活补贴", "护理补贴"]


@pytest.mark.parametrize("mean", ["年均", "平均每年", "每年平均"])
@pytest.mark.parametrize(("act", "size"), [("实际利用外资", "3.2亿美元"), ("查处案件", "600件"), ("新建道路", "86公里")])
def test_what_each_of_several_years_had_is_no_total(mean, act, size):
    [found] = rows(f"五年来，{mean}{act}{size}。")
    assert (found["name"], found["period"]) == (mean + act, "2019/2023")


def test_a_mean_beside_its_total_is_told_apart():
    total, mean = rows("五年来，累计投入142亿元，年均28.4亿元。")
    assert total["name"] != mean["name"]
    assert "年均" in mean["name"]


def test_an_amount_of_each_year_in_one_year_keeps_its_name():
    assert [i["name"] for i in rows("每年补助养老机构60万元。")] == ["补助养老机构"]
