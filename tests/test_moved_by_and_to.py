"""Changes by an amount and to a level, in several units, and since when they hold."""

from __future__ import annotations

from itertools import product

import pytest

from .test_extract import indicators

LEVELS = [("不良贷款余额4.97亿元", "0.42亿元"), ("跳闸412次", "97次"), ("交通事故12起", "3起"), ("从业人员3460人", "120人")]
SHARES = [("不良率1.9%", "0.31个百分点"), ("同业占比46%", "8个百分点"), ("上报率98%", "0.2个百分点")]
MOVED = [("比年初下降", -1, "base"), ("同比减少", -1, "yoy"), ("较上年增加", 1, "yoy")]


@pytest.mark.parametrize(("level", "share", "moved"), list(product(LEVELS, SHARES, MOVED)))
@pytest.mark.parametrize("joint", ["，", "、"])
def test_each_change_is_of_the_level_in_its_unit(level, share, moved, joint):
    (a, by_a), (b, by_b), (verb, sign, basis) = level, share, moved
    first, second = indicators(f"{a}{joint}{b}，{verb}{by_a}、{by_b}。")
    for row in (first, second):
        [change] = row.changes
        assert (change.quantity.low * sign > 0, change.basis) == (True, basis)
    assert (first.value.unit != "%", second.value.unit) == (True, "%")


STOCKS = [("存款余额", "亿元", 36, 412), ("粮食产量", "万吨", 2, 42), ("从业人员", "人", 120, 3460), ("贷款余额", "亿元", 20, 380)]


@pytest.mark.parametrize(("verb", "sign"), [("增加", 1), ("减少", -1)])
@pytest.mark.parametrize(("what", "unit", "by", "to"), STOCKS)
@pytest.mark.parametrize("joint", ["至", "，至", "到"])
def test_what_moved_by_an_amount_to_a_level(verb, sign, what, unit, by, to, joint):
    [found] = indicators(f"{what}{verb}{by}{unit}{joint}{to}{unit}。")
    factor = {"亿元": 10**8, "万吨": 10**4}.get(unit, 1)
    assert (found.value.low, [c.quantity.low for c in found.changes]) == (to * factor, [by * factor * sign])


@pytest.mark.parametrize("between", ["2万吨至3万吨", "2万至3万吨"])
def test_a_range_of_a_change_is_one_number(between):
    [found] = indicators(f"粮食产量比上年增加{between}。")
    assert not found.value
    assert (found.changes[0].quantity.low, found.changes[0].quantity.high) == (20000, 30000)


@pytest.mark.parametrize("opening", ["", "截至6月末，", "6月末，", "上半年末，"])
@pytest.mark.parametrize("rate", ["增长7.2%", "增幅7.2%", "增速7.2%"])
def test_a_rate_behind_an_amount_since_the_year_began_is_since_then(opening, rate):
    [found] = indicators(f"{opening}资产总额421.6亿元，较年初增加28.3亿元，{rate}。")
    assert [(c.basis, c.against) for c in found.changes] == [("base", "年初")] * 2


def test_a_rate_of_another_time_is_against_its_own():
    last = indicators("存款余额412亿元，比年初增加36亿元，上半年利息收入12亿元，增长3%。")[-1]
    assert last.changes[0].basis == "yoy"
