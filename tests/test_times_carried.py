"""Times that hold on in a chain or for parts, times of earlier values and of what turned, deadlines within a year."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline.chain import analyse
from pipeline.read import read_text

from .test_extract import indicators

BRIEF = "2023年1—8月松原市经济运行情况\n松原市统计局\n2023年9月18日\n\n一、主要情况\n"


def brief(text: str) -> list:
    return list(analyse(read_text(f"{BRIEF}{text}\n")).indicators)


OPENED = [("8月份", "2023-08"), ("8月当月", "2023-08"), ("上半年", "2023-H1"), ("1—7月", "2023-01/2023-07"), ("2022年", "2022"), ("二季度", "2023-Q2")]


@pytest.mark.parametrize(("opened", "goes_on"), list(product(OPENED, ["；", "。其中，", "。分门类看，", "。按行业分，", "。从产业看，"])))
def test_a_time_holds_in_its_chain_and_for_the_parts(opened, goes_on):
    time, period = opened
    assert [i.period for i in brief(f"{time}，全市进出口158亿元，增长3%{goes_on}出口103亿元，下降9%；进口54亿元。")] == [period] * 3


@pytest.mark.parametrize("text", ["8月份，全市进出口158亿元。", "8月份，全市进出口158亿元；1—8月，", "8月份，全市进出口158亿元。其中1—8月，"])
def test_it_ends_with_the_sentence_or_with_another_time(text):
    assert [i.period for i in brief(f"{text}出口103亿元。")] == ["2023-08", "2023-01/2023-08"]


@pytest.mark.parametrize("end", ["8月末", "8月底"])
def test_the_end_of_a_month_holds_for_what_stands_then(end):
    assert [i.period for i in brief(f"{end}，存款余额613亿元，增长8%；贷款余额702亿元；累计出栏生猪3万头。")] == ["2023-08", "2023-08", "2023-01/2023-08"]


FROM = [("目前", "2022"), ("现在", "2022"), ("届初", "2022"), ("规划初期", "2022"), ("年初", "2022"), ("上年末", "2022"), ("2019年", "2019"), ("上半年", "2023-H1"), ("二季度", "2023-Q2"), ("7月", "2023-07")]
MOVES = [("28家", "增加到", "40家"), ("5.4%", "降至", "4.1%"), ("88%", "提高到", "96%"), ("12万元", "提高到", "15万元")]


@pytest.mark.parametrize(("origin", "move"), list(product(FROM, MOVES)))
@pytest.mark.parametrize("lead", ["由", "从"])
def test_an_earlier_value_is_of_the_time_it_says(origin, move, lead):
    (word, period), (before, moved, now) = origin, move
    name = {"家": "上市企业", "%": "网上办理率", "元": "亩均税收"}[before[-1]]
    [found] = brief(f"{name}{lead}{word}的{before}{moved}{now}。")
    assert (found.name, found.period, found.base.period) == (name, "2023-01/2023-08", period)


@pytest.mark.parametrize(("first", "second"), list(product(["面积从2020年的4万亩压减到2万亩", "里程由2020年的820公里增加到960公里", "覆盖率从2020年底的61%提高到74%"], ["株数从11万株下降到5万株", "班线由36条增加到48条"])))
def test_the_base_of_the_next_is_of_the_same_year(first, second):
    assert [i.base.period for i in indicators(f"{first}，{second}。")] == ["2020", "2020"]


@pytest.mark.parametrize("second", ["班线由原来的36条增加到48条", "班线由去年的36条增加到48条"])
def test_a_base_that_says_when_it_was_is_of_no_other_year(second):
    assert indicators(f"里程由2020年的820公里增加到960公里，{second}。")[1].base.period != "2020"


@pytest.mark.parametrize("nothing", ["零", "0"])
@pytest.mark.parametrize("fell", ["降到", "减少到", "降至", "降为", "下降为"])
@pytest.mark.parametrize("before", [("贫困村", "31个", 31), ("大班额比例", "23%", 23), ("较大事故", "3起", 3)])
def test_what_fell_to_nothing_has_its_unit_and_its_base(nothing, fell, before):
    name, was, low = before
    first, second = indicators(f"{name}由{was}{fell}{nothing}，泵站由3座增加到5座。")
    assert (first.name, first.value.low, first.base.low, first.value.unit) == (name, 0, low, first.base.unit)
    assert (second.value.low, second.base.low) == (5, 3)


TURNED = [("由上年全年的下降6%转为增长3%", "2022", -6, 3), ("由上半年的增长5%转为下降2%", "2023-H1", 5, -2), ("由上月的上涨7%转为下降2%", "2023-07", 7, -2), ("由上月持平转为下降2%", "2023-07", 0, -2), ("从一季度的下降6%转为增长3%", "2023-Q1", -6, 3)]


@pytest.mark.parametrize(("turned", "period", "was", "now"), TURNED)
@pytest.mark.parametrize("name", ["汽车产量", "粮食价格", "出口交货值"])
def test_what_turned_is_of_two_times(turned, period, was, now, name):
    found = brief(f"{name}{turned}。")
    assert [(i.name, i.period, [c.quantity.low for c in i.changes]) for i in found] == [(name, period, [was]), (name, "2023-01/2023-08", [now])]


def test_of_what_turned_the_level_that_was_said_is_of_now():
    [now, before] = brief("出口交货值22亿元，由上半年的增长5%转为下降2%。")
    assert (now.value.unit, now.period, now.changes[0].quantity.low) == ("元", "2023-01/2023-08", -2)
    assert (before.period, before.changes[0].quantity.low) == ("2023-H1", 5)


@pytest.mark.parametrize(("earlier", "period"), [("上年全年为下降24%", "2022"), ("去年同期为-24%", "2022-01/2022-08"), ("上年同期为下降24%", "2022-01/2022-08")])
def test_a_growth_told_beside_another_is_of_the_earlier_time(earlier, period):
    found = brief(f"外贸出口增长3%，{earlier}。")
    assert [(i.name, i.period, i.changes[0].quantity.low) for i in found] == [("外贸出口", "2023-01/2023-08", 3), ("外贸出口", period, -24)]


@pytest.mark.parametrize("end", ["上年末", "上年底", "去年末", "去年底"])
def test_what_there_was_at_the_end_of_two_years(end):
    assert [i.period for i in indicators(f"{end}在库商品312件，年末在库商品286件。")] == ["2022", "2023"]


def planned(text: str) -> list:
    return list(analyse(read_text(f"松原县水利局2024年工作计划\n一、主要任务\n{text}\n")).indicators)


BY = [("5月底前", "2024-05"), ("在5月底前", "2024-05"), ("务必于5月底前", "2024-05"), ("汛前", "2024"), ("年底前", "2024"), ("国庆节前", "2024"), ("6月底前必须", "2024-06")]


@pytest.mark.parametrize(("by", "period"), BY)
@pytest.mark.parametrize("who", ["", "各乡镇要", "各镇"])
def test_what_is_due_by_a_day_is_of_its_month_or_year(by, period, who):
    [found] = planned(f"{who}{by}完成渠道清淤120公里。")
    assert (found.name, found.period, found.modality) == ("渠道清淤", period, "target")


@pytest.mark.parametrize(("by", "period"), [("年底前", "2024"), ("汛前", "2024"), ("9月底前", "2024-09")])
def test_a_later_day_is_of_its_own(by, period):
    assert [i.period for i in planned(f"5月底前清淤渠道120公里，{by}加固水库5座。")] == ["2024-05", period]


@pytest.mark.parametrize("moved", ["较上半年前移2位", "比一季度前移2位"])
def test_what_moved_ahead_is_due_by_no_day(moved):
    assert {i.period for i in brief(f"增加值增长4.9%，增速居全省第4位、{moved}。")} == {"2023-01/2023-08"}
