"""What moved, how and which way: behind 降幅, by words of one syllable, of a loss, as a part of another, of what another adds."""

from __future__ import annotations

from itertools import product

import pytest

from .test_extract import indicators

THINGS = ["民间投资", "钢材出厂价格", "茶叶出口额"]
GROWTHS = [("下降", "降幅", -1), ("增长", "增速", 1), ("上涨", "涨幅", 1)]


def moves(found) -> list[tuple]:
    return [(float(c.quantity.low), c.quantity.unit, c.basis) for c in found.changes]


@pytest.mark.parametrize(("thing", "growth"), list(product(THINGS, GROWTHS)))
@pytest.mark.parametrize("told", ["{}比上月扩大0.7个百分点", "{}收窄1.3个百分点", "{}较上半年回落1.3个百分点"])
def test_nothing_leans_on_how_fast_something_moved(thing, growth, told):
    verb, noun, sign = growth
    text = f"{thing}{verb}4.2%，{told.format(noun)}，环比下降0.7%，占全部投资的58%。"
    first, rate, share = indicators(text)
    assert (first.name, moves(first)) == (thing, [(4.2 * sign, "%", "yoy"), (-0.7, "%", "previous_period")])
    assert (rate.name.endswith(noun), [unit for _, unit, _ in moves(rate)]) == (True, ["百分点"])
    assert share.name == f"{thing}占全部投资比重"


@pytest.mark.parametrize(("thing", "growth"), list(product(THINGS, GROWTHS)))
def test_a_part_is_of_what_moved(thing, growth):
    verb, noun, _ = growth
    found = indicators(f"{thing}{verb}4.2%，{noun}比上月回落0.7个百分点，其中国有单位{verb}8%。")
    assert found[-1].topic in (thing, None)
    assert noun not in found[-1].name


def test_a_rate_that_moved_twice_holds_both():
    first, rate = indicators("民间投资下降1.8%，降幅比上月扩大1个百分点、比上年同期收窄0.3个百分点。")
    assert [low for low, _, _ in moves(rate)] == [1, -0.3]
    assert len(first.changes) == 1


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize(("verb", "sign"), [("收窄", -1), ("扩大", 1), ("缩小", -1)])
@pytest.mark.parametrize("before", ["比上半年", "较1—7月", "比上月"])
def test_what_narrows_or_widens_behind_a_fall_is_the_fall(thing, verb, sign, before):
    fell, fall = indicators(f"{thing}下降9.5%，{before}{verb}2.3个百分点。")
    assert (fell.name, len(fell.changes)) == (thing, 1)
    assert (fall.name, moves(fall)) == (f"{thing}降幅", [(2.3 * sign, "百分点", "previous_period")])


@pytest.mark.parametrize(("text", "low"), [("下降9.5%，比上半年回落2.3个百分点", -2.3), ("上涨0.6%，比上月扩大0.2个百分点", 0.2), ("增长9%，较上月收窄2个百分点", -2)])
def test_other_verbs_and_rises_are_of_the_thing(text, low):
    [found] = indicators(f"民间投资{text}。")
    assert moves(found)[1][0] == low


STEPS = [("增", 1), ("升", 1), ("涨", 1), ("减", -1), ("降", -1), ("跌", -1)]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("degree", ["", "微", "略", "稍", "猛", "暴", "仅", "只"])
@pytest.mark.parametrize(("before", "basis"), [("环比", "previous_period"), ("同比", "yoy"), ("比上年", "yoy"), ("较去年同期", "yoy")])
def test_a_verb_of_one_syllable_moves(step, degree, before, basis):
    verb, sign = step
    [found] = indicators(f"零售均价14360元，{before}{degree}{verb}0.4%。")
    assert (found.name, moves(found)) == ("零售均价", [(0.4 * sign, "%", basis)])


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("degree", ["", "微", "略"])
def test_a_verb_of_one_syllable_behind_its_subject_moves(step, degree):
    verb, sign = step
    [found] = indicators(f"猪肉价格{degree}{verb}33.4%。")
    assert (found.name, moves(found)) == ("猪肉价格", [(33.4 * sign, "%", "yoy")])


@pytest.mark.parametrize(("text", "low"), [("比上月贵0.6元", 0.6), ("较上年同期便宜0.6元", -0.6), ("比2019年还高出0.6元", 0.6), ("同比反弹0.6元", 0.6)])
def test_a_price_is_dearer_or_cheaper(text, low):
    [found] = indicators(f"零售均价14.8元，{text}。")
    assert [one for one, _, _ in moves(found)] == [low]


@pytest.mark.parametrize(("act", "unit"), [("多招", "名"), ("多收", "名"), ("多办", "件"), ("少发", "件"), ("多出", "人次")])
def test_how_many_more_of_a_short_act(act, unit):
    [found] = indicators(f"服务对象380{unit}，同比{act}11{unit}。")
    assert [low for low, _, _ in moves(found)] == [11 if act[0] == "多" else -11]


@pytest.mark.parametrize(("name", "verb", "sign"), [("亏损额", "减亏", -1), ("亏损额", "增亏", 1), ("利润总额", "减亏", 1), ("利润总额", "增亏", -1), ("企业亏损", "减亏", -1)])
def test_a_smaller_loss_is_a_fall_of_the_loss(name, verb, sign):
    [found] = indicators(f"{name}8亿元，同比{verb}2亿元。")
    assert (found.name, moves(found)[0][0]) == (name, 2e8 * sign)


PULLS = [("拉动", 1), ("下拉", -1), ("拉低", -1), ("拖累", -1), ("推高", 1)]


@pytest.mark.parametrize(("verb", "sign"), PULLS)
@pytest.mark.parametrize("whole", ["规上工业增速", "固定资产投资增速", "限上零售额增速"])
def test_what_a_branch_adds_to_the_whole_is_of_the_branch(verb, sign, whole):
    found = indicators(f"限上零售额增长4.9%，比上月回升1.8个百分点。纺织业增加值下降8.8%，{verb}{whole}1.1个百分点。")
    assert (found[-1].topic, moves(found[-1])) == ("纺织业增加值", [(1.1 * sign, "百分点", "yoy")])
    assert found[-1].name.startswith(verb)
    assert found[-1].changes[0].against is None


@pytest.mark.parametrize("name", ["翘尾影响", "新涨价因素", "购销价差", "城乡差距缺口"])
@pytest.mark.parametrize("level", ["", "为", "约为"])
def test_so_many_points_are_a_level(name, level):
    found = indicators(f"居民消费价格上涨1.5%。{name}{level}0.1个百分点。")[-1]
    assert (found.name, float(found.value.low), found.value.unit) == (name, 0.1, "百分点")


PEERS = ["全市平均", "全省平均水平", "全国均值", "周边县平均水平"]
PARTS = [("八成", 80), ("83%", 83), ("三分之一", 33.33)]


@pytest.mark.parametrize(("peer", "part"), list(product(PEERS, PARTS)))
@pytest.mark.parametrize(("verb", "bound"), [("仅为", "exact"), ("相当于", "exact"), ("只有", "exact"), ("不到", "max"), ("不足", "max"), ("仅相当于", "exact")])
@pytest.mark.parametrize("link", ["2280元，", ""])
def test_what_part_of_others_something_reaches(peer, part, verb, bound, link):
    [found] = indicators(f"亩均产出{link}{verb}{peer}的{part[0]}。")
    [change] = found.changes
    assert (found.name, float(change.quantity.low), change.basis, change.form, change.against, change.quantity.bound) == ("亩均产出", part[1], "peer", "multiple", peer, bound)


@pytest.mark.parametrize(("first", "next_"), [("2.4倍", "3.1倍"), ("83%", "三分之二")])
def test_each_of_several_others_has_its_own_multiple(first, next_):
    found = indicators(f"亩均产出为全市平均水平的{first}、全省的{next_}。")
    assert [(c.against, c.form) for one in found for c in one.changes] == [("全市平均水平", "multiple"), ("全省", "multiple")]
    assert {one.name for one in found} == {"亩均产出"}


@pytest.mark.parametrize("text", ["外贸总额占全市的12%。", "低保标准达到居民收入的24%。", "收入6亿元，为年初预算的52%。"])
def test_a_share_is_no_comparison(text):
    assert indicators(text)[-1].changes == ()


def test_a_fall_by_a_third_is_a_rate():
    [found] = indicators("发案数较2020年下降三分之一。")
    assert [(c.form, c.against) for c in found.changes] == [("rate", "2020年")]
