"""One verb of change for all items of a list, before what changed or behind it."""

from __future__ import annotations

from itertools import product

import pytest

from .test_extract import indicators

CUT = [("压减", -1), ("精简", -1), ("压缩", -1), ("降低", -1), ("下调", -1), ("提高", 1), ("上调", 1)]
ITEMS = [("一般性支出", "“三公”经费"), ("办理时限", "申请材料"), ("企业用电成本", "物流费用"), ("工作效率", "设备利用水平")]


def moved(text: str) -> list[tuple[str, list]]:
    return [(i.name, [c.quantity.low for c in i.changes] or i.value.low) for i in indicators(text)]


@pytest.mark.parametrize(("verb", "items"), list(product(CUT, ITEMS)))
@pytest.mark.parametrize("opening", ["", "全年", "我局", "力争"])
@pytest.mark.parametrize("joint", ["、", "，"])
def test_a_verb_before_the_first_item_holds_for_the_next(verb, items, opening, joint):
    (word, sign), (a, b) = verb, items
    assert moved(f"{opening}{word}{a}20%{joint}{b}15%。") == [(a, [20 * sign]), (b, [15 * sign])]


@pytest.mark.parametrize(("verb", "sign"), [("下降", -1), ("增长", 1), ("压减", -1), ("提高", 1)])
@pytest.mark.parametrize(("a", "b"), [("公用经费", "会议费"), ("万元GDP能耗", "水耗"), ("发案数", "受理量"), ("发病率", "死亡率")])
def test_a_verb_behind_the_first_item_holds_for_the_next(verb, sign, a, b):
    assert moved(f"{a}{verb}10%、{b}20%。") == [(a, [10 * sign]), (b, [20 * sign])]


@pytest.mark.parametrize(("verb", "sign"), [("降低", -1), ("提高", 1)])
def test_points_have_the_sign_of_the_verb_before_what_changed(verb, sign):
    found = moved(f"{verb}药占比2.3个百分点、耗材占比1.1个百分点。")
    assert [float(change[0]) for _, change in found] == [2.3 * sign, 1.1 * sign]


@pytest.mark.parametrize("share", ["网办率", "占比", "税收比重", "群众满意度"])
@pytest.mark.parametrize("first", ["压缩办理时限60%", "工业增加值增长8%"])
def test_a_share_is_moved_by_no_verb_before_it(share, first):
    assert indicators(f"{first}、{share}95%。")[-1].value.low == 95


@pytest.mark.parametrize("reaching", ["至", "到"])
def test_what_something_was_raised_to_is_its_level(reaching):
    [found] = indicators(f"提高本科教师占比{reaching}85%。")
    assert (found.value.low, found.changes) == (85, ())


GROWN = ["增速", "增幅", "增长率"]
LIST = ["生产总值", "固定资产投资", "社会消费品零售总额", "进出口总额"]


@pytest.mark.parametrize(("growth", "count"), list(product(GROWN, [2, 3, 4])))
@pytest.mark.parametrize("place", ["第{}位", "第{}"])
def test_each_of_a_list_has_its_place_in_growth(growth, count, place):
    things = LIST[:count]
    places = "、".join(place.format(at) for at in (2, 3, 1, 6)[:count])
    found = indicators(f"{'、'.join(things)}{growth}分别居全省{places}。")
    assert [(i.name, i.rank.quantity.low, i.topic) for i in found] == [
        (thing + growth, at, None) for thing, at in zip(things, (2, 3, 1, 6), strict=False)
    ]


@pytest.mark.parametrize("growth", GROWN)
def test_each_of_a_list_grew(growth):
    found = indicators(f"生产总值、投资、消费{growth}分别为8%、9%、10%。")
    assert [(i.name, i.changes[0].quantity.low) for i in found] == [("生产总值", 8), ("投资", 9), ("消费", 10)]


def test_what_is_measured_itself_takes_no_growth():
    assert [i.name for i in indicators("经济总量、投资增速分别居全省第2位、第4位。")] == ["经济总量", "投资增速"]


@pytest.mark.parametrize("size", ["规上", "规模以上", "限上"])
def test_what_is_of_the_whole_economy_has_no_size(size):
    names = [i.name for i in indicators(f"{size}工业增加值、固定资产投资增速分别居全省第2、第3位。")]
    assert names == [f"{size}工业增加值增速", "固定资产投资增速"]
    names = [i.name for i in indicators(f"{size}工业、服务业增加值分别增长8%、9%。")]
    assert names == [f"{size}工业增加值", f"{size}服务业增加值"]
