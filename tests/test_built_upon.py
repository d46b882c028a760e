"""What others build upon, times inside a subject, and what was acted upon before a year."""

from __future__ import annotations

from itertools import product

import pytest

from .test_told_of_acts import on


def rows(text: str) -> list[dict]:
    return on("某县2023年工作总结", f"一、工作情况\n{text}")


BEHIND = ["的基础上提高", "的基础上再提高", "基础上提高", "的基础上，再提高"]


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize(("what", "from_", "by"), [("城镇化率", "55%", "1个百分点"), ("森林覆盖率", "62%", "0.5个百分点"), ("参保率", "95%", "2个百分点")])
def test_a_level_that_is_built_upon_is_the_base(what, from_, by, behind):
    [found] = rows(f"{what}在{from_}{behind}{by}。")
    assert (found["name"], found["value"], found["base"]["low"]) == (what, None, float(from_[:-1]))
    assert found["changes"][0]["unit"] == "百分点"


@pytest.mark.parametrize("what", ["固定资产投资", "地区生产总值", "居民收入"])
@pytest.mark.parametrize("year", ["上年", "去年", "2022年"])
@pytest.mark.parametrize("behind", ["的基础上", "的基础上，"])
def test_a_growth_that_is_built_upon_is_of_its_year(what, year, behind):
    found = rows(f"{what}在{year}增长8%{behind}增长9%。")
    assert [(i["name"], i["period"], i["changes"][0]["low"]) for i in found] == [(what, "2022", 8), (what, "2023", 9)]


@pytest.mark.parametrize(("time", "period"), [("7月", "2023-07"), ("7月份", "2023-07"), ("7月当月", "2023-07"), ("一季度", "2023-Q1"), ("2022年", "2022"), ("2021—2022年", "2021/2022")])
@pytest.mark.parametrize("what", ["工业用电量", "社会消费品零售总额", "居民消费价格"])
def test_a_time_before_the_verb_is_no_name(what, time, period):
    [found] = rows(f"{what}{time}下降2.4%。")
    assert (found["name"], found["period"]) == (what, period)


@pytest.mark.parametrize(("months", "last"), [("前两月", 2), ("前5月", 5), ("前11月", 11), ("前十个月", 10)])
def test_months_without_a_counter(months, last):
    [found] = rows(f"{months}，工业投资下降4.1%。")
    assert (found["name"], found["period"]) == ("工业投资", f"2023-01/2023-{last:02d}")


@pytest.mark.parametrize(("thing", "act"), list(product(["充电桩", "口袋公园", "农村公路"], ["新建", "建成", "改造"])))
def test_what_was_acted_upon_stands_before_the_year(thing, act):
    first, second = rows(f"{thing}2022年{act}20处，2023年累计达到90处。")
    assert (first["name"], first["period"], second["period"]) == (thing + act, "2022", "2023")
    assert thing in second["name"]


@pytest.mark.parametrize("total", ["累计", "共"])
def test_digits_of_a_year_are_no_years(total):
    assert all("202" not in i["name"] for i in rows(f"充电桩2021年新建20处，2023年{total}达到90处。"))
