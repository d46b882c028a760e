"""What a figure is set beside: a goal with its own number, a body, a time, several of them, and how far it is from each."""

from __future__ import annotations

from itertools import product

import pytest

from .test_extract import indicators

GOALS = ["年度目标", "规划目标", "省定任务", "控制指标", "时序进度"]
OVER = [("低于", -1), ("高于", 1), ("超过", 1), ("落后于", -1), ("快于", 1)]


def changes(found) -> list[tuple]:
    return [(float(c.quantity.low), c.basis, c.against) for c in found.changes]


@pytest.mark.parametrize(("goal", "over"), list(product(GOALS, OVER)))
def test_a_goal_with_its_number_stands_beside_what_was_reached(goal, over):
    (word, sign) = over
    reached, aimed = indicators(f"林地覆盖率52%，{word}50%的{goal}2个百分点。")
    assert (reached.name, reached.value.low, changes(reached)) == ("林地覆盖率", 52, [(2 * sign, "plan", goal)])
    assert (aimed.name, aimed.value.low, aimed.value.bound, aimed.modality) == ("林地覆盖率", 50, "exact", "target")


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("led", ["距", "与", "离", "距离"])
@pytest.mark.parametrize("gap", ["还差", "尚差", "相差", "还缺"])
@pytest.mark.parametrize("order", ["{goal}950吨", "950吨的{goal}"])
def test_what_is_missing_of_a_goal_is_a_fall_behind_it(goal, led, gap, order):
    reached, aimed = indicators(f"茶叶产量724吨，{led}{order.format(goal=goal)}{gap}226吨。")
    assert (reached.value.low, changes(reached), reached.modality) == (724, [(-226, "plan", goal)], "actual")
    assert (aimed.name, aimed.value.low, aimed.modality) == ("茶叶产量", 950, "target")


@pytest.mark.parametrize(("gap", "sign"), [("低", -1), ("高", 1), ("少", -1), ("多", 1)])
@pytest.mark.parametrize("form", ["比年度目标（60%）{}3个百分点", "比60%的年度目标{}3个百分点", "较年度目标60%{}约3个百分点"])
def test_a_number_in_brackets_is_that_of_the_goal(gap, sign, form):
    reached, aimed = indicators(f"林地覆盖率52%，{form.format(gap)}。")
    assert changes(reached) == [(3 * sign, "plan", "年度目标")]
    assert (aimed.value.low, aimed.modality) == (60, "target")


@pytest.mark.parametrize(("verb", "sign"), [("增长", 1), ("下降", -1)])
@pytest.mark.parametrize("said", ["未达到{verb}9%的目标", "未完成年度{verb}9%的任务", "与全年{verb}9%的目标差距较大", "没有实现{verb}9%的预期目标", "低于9%的年度目标2.1个百分点"])
def test_how_far_something_was_to_move_is_apart_from_how_far_it_did(verb, sign, said):
    moved, aimed = indicators(f"水产品产量{verb}6.9%，{said.format(verb=verb)}。")
    assert (float(moved.changes[0].quantity.low), moved.modality) == (6.9 * sign, "actual")
    assert (aimed.name, float(aimed.changes[0].quantity.low), aimed.modality) == ("水产品产量", 9 * sign, "target")


def test_how_far_off_a_goal_is_may_be_told_next():
    moved, aimed = indicators("水产品产量增长3.4%，未完成增长6%的年度目标，还差2.6个百分点。")
    assert changes(moved)[1:] == [(-2.6, "plan", "年度目标")]
    assert changes(aimed)[0][0] == 6


@pytest.mark.parametrize("there", ["全省", "全市", "全国"])
@pytest.mark.parametrize("level", ["平均水平", "均值", "平均值", ""])
@pytest.mark.parametrize(("form", "sign"), [("比{}（11.2%）低2.8个百分点", -1), ("低于{}（11.2%）2.8个百分点", -1), ("比{}（11.2%）高2.8个百分点", 1)])
def test_the_number_of_a_peer_is_of_that_place(there, level, form, sign):
    own, peer = indicators(f"设备完好率8.4%，{form.format(there + level)}。")
    assert changes(own) == [(2.8 * sign, "peer", there + level)]
    assert (peer.name, str(peer.scope), float(peer.value.low)) == ("设备完好率", there, 11.2)


@pytest.mark.parametrize("bound", ["控制在5%的目标以内", "低于5%的控制目标", "低于省定5%的标准"])
def test_a_goal_alone_is_no_distance(bound):
    held, aimed = indicators(f"辍学率3.1%，{bound}。")
    assert (float(held.value.low), held.changes) == (3.1, ())
    assert (aimed.name, aimed.value.low, aimed.modality) == ("辍学率", 5, "target")


@pytest.mark.parametrize("text", ["合同10亿元，履约率高2个百分点。", "税收占比达到62%，超过60%。", "超50%的村达到省定标准。"])
def test_words_that_hold_a_leading_word_lead_to_nothing(text):
    assert {found.modality for found in indicators(text)} == {"actual"}


NEXT = [
    ("上年同期", "yoy", None), ("去年", "yoy", None), ("一季度", "previous_period", "一季度"), ("上半年", "previous_period", "上半年"), ("前三季度", "previous_period", "前三季度"),
    ("上届末", "base", "上届末"), ("上次换届", "base", "上次换届"), ("前年", "base", "前年"), ("2019年", "base", "2019年"),
    ("时序进度", "plan", "时序进度"), ("省控指标", "plan", "省控指标"), ("全县平均水平", "peer", "全县平均水平"), ("全国", "peer", "全国"),
]  # fmt: skip


@pytest.mark.parametrize("against", NEXT)
@pytest.mark.parametrize(("form", "sign"), [("高于{}", 1), ("低于{}", -1), ("高出{}", 1), ("比{}高", 1), ("较{}低", -1), ("比{}低约", -1), ("较{}提高", 1)])
def test_what_is_compared_decides_the_basis(against, form, sign):
    words, basis, said = against
    [found] = indicators(f"设备完好率71%，{form.format(words)}1.9个百分点。")
    assert (found.name, changes(found)) == ("设备完好率", [(1.9 * sign, basis, said)])


@pytest.mark.parametrize(("form", "sign"), [("距{}还差", -1), ("与{}相差", -1), ("距离{}尚差", -1), ("比{}差", -1)])
@pytest.mark.parametrize(("against", "basis"), [("年度目标", "plan"), ("全覆盖目标", "plan"), ("全省平均水平", "peer"), ("全市平均", "peer")])
def test_a_distance_is_below(form, sign, against, basis):
    [found] = indicators(f"设备完好率71%，{form.format(against)}3个百分点。")
    assert changes(found) == [(3 * sign, basis, against)]


@pytest.mark.parametrize("words", ["规划基期", "五年规划起始年", "常规品种", "单项合同价", "同级别车型"])
@pytest.mark.parametrize("led", ["比", "较"])
def test_what_a_clause_opens_with_is_a_comparand_whatever_it_is(words, led):
    [found] = indicators(f"设备完好率71%，{led}{words}提高3个百分点。")
    assert [(c[0], c[2]) for c in changes(found)] == [(3, words)]


@pytest.mark.parametrize("text", ["比重提高3个百分点。", "较快增长8%。", "较大幅度提高3个百分点。", "比例下降2个百分点。"])
def test_words_that_open_with_a_comparison_compare_nothing(text):
    [found] = indicators(f"设备完好率71%，{text}")[-1:]
    assert found.changes[0].against is None


SEVERAL = [("同比、环比", ("yoy", "previous_period")), ("环比、同比", ("previous_period", "yoy")), ("同比和环比", ("yoy", "previous_period")), ("较一季度、上半年", ("previous_period", "previous_period")), ("较上月、年初", ("previous_period", "base")), ("同比、较年初", ("yoy", "base")), ("较一、二季度", ("previous_period", "previous_period"))]


@pytest.mark.parametrize(("words", "bases"), SEVERAL)
@pytest.mark.parametrize(("form", "signs"), [("分别提高1.2个和0.3个百分点", (1, 1)), ("分别低1.2个、0.3个百分点", (-1, -1)), ("分别提高1.2个百分点、降低0.3个百分点", (1, -1))])
def test_each_number_has_its_own_comparand(words, bases, form, signs):
    [found] = indicators(f"设备完好率71%，{words}{form}。")
    assert [(c[0], c[1]) for c in changes(found)] == list(zip((1.2 * signs[0], 0.3 * signs[1]), bases, strict=True))
    assert found.period == indicators("设备完好率71%。")[0].period


def test_the_quarter_that_a_list_leaves_out_is_said():
    [found] = indicators("设备完好率71%，较一、二季度分别提高1.2个和0.3个百分点。")
    assert [c[2] for c in changes(found)] == ["一季度", "二季度"]


@pytest.mark.parametrize("words", ["同比（下同）", "比上年同期（下同）", "较上年（下同）"])
@pytest.mark.parametrize(("verb", "sign"), [("增长", 1), ("下降", -1)])
def test_a_remark_that_holds_below_belongs_to_the_comparison(words, verb, sign):
    total, part = indicators(f"渔业产值87.6亿元，{words}{verb}7.4%。其中，养殖产值51亿元，增长8%。")
    assert changes(total) == [(7.4 * sign, "yoy", None)]
    assert changes(part) == [(8, "yoy", None)]


@pytest.mark.parametrize("lag", ["欠进度", "欠时间进度", "落后时序进度", "滞后时序", "低于序时进度"])
def test_who_lags_is_below_the_plan(lag):
    a, b = indicators(f"石桥镇、柳坪乡分别完成年度任务的37%和41%，{lag}29个、25个百分点。")
    assert [[c[:2] for c in changes(one)] for one in (a, b)] == [[(-29, "plan")], [(-25, "plan")]]


@pytest.mark.parametrize(("text", "low"), [("低于全省平均水平0.21", -0.21), ("高于全国0.21", 0.21), ("比全省低0.21", -0.21)])
def test_a_difference_of_what_has_no_unit(text, low):
    [found] = indicators(f"万车死亡率1.37，{text}。")
    assert [c[:2] for c in changes(found)] == [(low, "peer")]
