"""How far each of several moved, by signs and verbs of their own; and what several make up together."""

from __future__ import annotations

from itertools import product

import pytest

from .test_extract import indicators


def moved(text: str) -> list[tuple[str, list[float]]]:
    return [(i.name, [float(c.quantity.low) for c in i.changes]) for i in indicators(text)]


THINGS = [("水稻", "玉米", "大豆"), ("客运量", "货运量", "邮件量"), ("资产", "负债", "权益")]


@pytest.mark.parametrize(("things", "signs"), list(product(THINGS, product("+-", repeat=3))))
@pytest.mark.parametrize("before", ["同比", "较上年", "同比分别为", "比上年分别变动", "同比变化"])
def test_each_of_a_list_has_the_sign_before_its_number(things, signs, before):
    levels = "、".join(things) + "分别为120万吨、86万吨、31万吨"
    a, b, c = signs
    found = moved(f"{levels}，{before}{a}8.2%、{b}3.5%、{c}1.1%。")
    assert [change for _, change in found] == [[float(f"{a}8.2")], [float(f"{b}3.5")], [float(f"{c}1.1")]]


@pytest.mark.parametrize(("word", "sign"), list(product(["变动", "变化", "增减", ""], "+-")))
def test_a_sum_with_a_sign_is_how_far_something_moved(word, sign):
    [found] = indicators(f"资产总额31.4亿元，较年初{word}{sign}0.9亿元。")
    [change] = found.changes
    assert (found.name, change.quantity.low, change.basis, change.against) == ("资产总额", int(sign + "90000000"), "base", "年初")


@pytest.mark.parametrize("sign", ["+", "-"])
@pytest.mark.parametrize("where", ["，同比增加412万元、{}7.0%。", "，增加412万元（{}7.0%）。", "（{}7.0%）。"])
def test_a_rate_with_a_sign_behind_a_sum_is_its_change(sign, where):
    [found] = indicators("营业收入6315万元" + where.format(sign))
    assert (found.value.low, float(found.changes[-1].quantity.low)) == (63150000, float(sign + "7"))


@pytest.mark.parametrize("text", ["净利率-3.2%。", "营业收入6315万元，净利率-3.2%。", "设备利用率比重为-3.2%。"])
def test_a_rate_of_its_own_may_be_negative(text):
    found = indicators(text)[-1]
    assert (float(found.value.low), found.changes) == (-3.2, ())


@pytest.mark.parametrize("joint", ["和", "、"])
@pytest.mark.parametrize(("first", "second"), [("增长", "下降"), ("下降", "上升"), ("增长", "增长"), ("减少", "增加")])
@pytest.mark.parametrize("levels", ["出口71.3亿元、进口21.3亿元，同比", "出口71.3亿元，进口21.3亿元，", "出口、进口分别为71.3亿元和21.3亿元，比上年", "出口、进口"])
def test_each_of_two_has_the_verb_of_its_own(joint, first, second, levels):
    sign = {"增长": 1, "上升": 1, "增加": 1, "下降": -1, "减少": -1}
    assert moved(f"{levels}{first}12.5%{joint}{second}8.9%。") == [("出口", [12.5 * sign[first]]), ("进口", [8.9 * sign[second]])]


@pytest.mark.parametrize(("a", "b"), [("家", "户"), ("家", "家")])
def test_counts_move_apart(a, b):
    assert moved(f"企业860{a}、商户710{b}，比上年增加12{a}和减少3{b}。") == [("企业", [12]), ("商户", [-3])]


@pytest.mark.parametrize("text", ["收入71.3亿元，名义增长8%、实际增长6%。", "收入71.3亿元，同比增长8%、环比增长6%。"])
def test_two_changes_of_one_thing_stay_with_it(text):
    assert moved(text) == [("收入", [8, 6])]


def test_a_sum_and_its_rate_are_of_one_thing():
    assert moved("支出56亿元，完成预算的96.8%，比上年增支2亿元、增长3.7%。")[0] == ("支出", [2e8, 3.7])


PAIRS = [("救助金", "慰问金"), ("车险保费", "农险保费"), ("工业用电", "居民用电")]
WORDS = ["合计", "两项合计", "二者合计", "两者共计", "两项", "这两项合计"]


def listed(a: str, b: str) -> str:
    return "车险、农险保费合计" if "保费" in a else f"{a}、{b}合计"


@pytest.mark.parametrize(("pair", "word"), list(product(PAIRS, WORDS)))
def test_a_share_of_several_is_of_all_of_them(pair, word):
    found = indicators(f"{pair[0]}56万元、{pair[1]}96万元，{word}占总额的12%。")
    assert found[-1].name.replace("共计", "合计") == listed(*pair) + "占总额比重"


@pytest.mark.parametrize(("pair", "word"), list(product(PAIRS, WORDS)))
@pytest.mark.parametrize("verb", ["增长", "比上年下降"])
def test_a_change_of_several_is_of_all_of_them(pair, word, verb):
    found = moved(f"{pair[0]}56万元、{pair[1]}96万元，{word}{verb}8%。")
    assert [(name.replace("共计", "合计"), change) for name, change in found] == [(pair[0], []), (pair[1], []), (listed(*pair), [8 if verb == "增长" else -8])]


@pytest.mark.parametrize("joint", ["、", "，"])
@pytest.mark.parametrize("word", ["合计", "共计", "总计"])
def test_a_number_that_is_their_sum_is_of_all_of_them(joint, word):
    found = indicators(f"救助金56万元{joint}慰问金96万元，{word}152万元。")
    assert (found[-1].name, found[-1].value.low) == (f"救助金、慰问金{word}", 1520000)


@pytest.mark.parametrize("text", ["新增企业86家，合计新增个体工商户120户。", "培训教师86人，合计培训120人次。"])
def test_a_total_of_its_own_is_no_sum(text):
    assert "、" not in indicators(text)[-1].name


@pytest.mark.parametrize("total", ["总数", "起数", "事故总数", "总起数"])
@pytest.mark.parametrize("parts", ["其中交通事故7起、溺水3起", "其中交通事故7起，溺水3起", "交通事故7起、溺水5起"])
def test_the_total_of_a_whole_is_no_part(total, parts):
    found = moved(f"安全事故12起，{parts}，{total}较上年减少4起。")
    assert found[0] == ("安全事故", [-4])
    assert not any(change for _, change in found[1:])


@pytest.mark.parametrize("said", ["总量增长8%", "总量97万人次", "总量达到97万人次"])
def test_the_total_of_a_list_is_of_all_its_items(said):
    assert indicators(f"门诊86万人次、急诊11万人次，{said}。")[-1].name == "门诊、急诊总量"


@pytest.mark.parametrize("word", ["聚集性疫情", "保护性开发项目", "建设性意见", "服务性岗位"])
def test_what_is_so_is_no_act(word):
    assert indicators(f"{word}23起。")[0].name == word


@pytest.mark.parametrize(("said", "bound"), [("接近翻番", "max"), ("同比翻番", "exact"), ("实现翻番", "exact"), ("较上年翻番", "exact"), ("比去年翻番", "exact")])
def test_doubled_is_a_growth_of_a_hundred_per_cent(said, bound):
    [found] = indicators(f"出口额8亿元，{said}。")
    [change] = found.changes
    assert (found.name, change.quantity.low, change.quantity.unit, change.quantity.bound, change.basis) == ("出口额", 100, "%", bound, "yoy")


def test_doubled_stands_alone_and_in_a_plan():
    assert moved("新能源汽车零售额翻番，石油制品类增长8%。")[0] == ("新能源汽车零售额", [100])
    assert [one.name for one in indicators("实施产值翻番计划，新增企业12家。")] == ["新增企业"]


@pytest.mark.parametrize("things", [("接待量", "旅游总收入"), ("出口额", "进口额")])
def test_a_list_that_doubled_is_shared_out_behind(things):
    assert moved(f"{'、'.join(things)}实现翻番，年均增长14%和18%。")[1:] == [(things[0], [14]), (things[1], [18])]


@pytest.mark.parametrize(("verb", "sign"), [("提升", 1), ("下降", -1), ("上升", 1)])
@pytest.mark.parametrize("time", ["一年", "一年来", "两年"])
def test_a_place_moves_within_a_year(verb, sign, time):
    [found] = indicators(f"综合测评居全省第12位，{time}{verb}8位。")
    assert (found.rank.quantity.low, [float(c.quantity.low) for c in found.changes]) == (12, [8.0 * sign])


def test_what_came_in_a_year_moves_the_level():
    assert moved("并网容量58万千瓦，一年净增26万千瓦。") == [("并网容量", [260000])]


@pytest.mark.parametrize("each", ["每工", "每亩", "每小时"])
def test_what_each_gave_before_is_a_base(each):
    [found] = indicators(f"人均工效由{each}8.6吨提高到11.2吨。")
    assert (found.name, float(found.value.low), float(found.base.low)) == ("人均工效", 11.2, 8.6)
