"""What the items of a list and the parts of a whole take over from each other, and what each has alone."""

from __future__ import annotations

from itertools import product

import pytest

from .test_extract import indicators


def told(text: str) -> list[tuple[str, str | None, float | None]]:
    return [(i.name, i.topic, float(i.value.low) if i.value else None) for i in indicators(text)]


def names(text: str) -> list[str]:
    return [i.name for i in indicators(text)]


# whole with its verb and unit, and a part of it
WHOLES = [("查处", "交通违法", "酒驾", "起"), ("整改", "消防隐患", "重大隐患", "处"), ("接待", "来访群众", "初访群众", "人次"), ("检查", "餐饮单位", "学校食堂", "家次")]
BETWEEN = ["罚款86万元", "暂扣车辆960辆", "出动警力3200余人", "清理垃圾86吨"]


@pytest.mark.parametrize(("whole", "between"), list(product(WHOLES, BETWEEN)))
def test_a_part_has_the_verb_of_its_whole_and_not_of_what_stands_between(whole: tuple[str, str, str, str], between: str):
    verb, thing, part, unit = whole
    found = indicators(f"{verb}{thing}8600{unit}，{between}，其中{part}120{unit}。")
    assert found[-1].name == verb + part
    assert found[-1].topic in (verb + thing, thing)


@pytest.mark.parametrize("part", ["终生禁驾", "重伤", "留任"])
def test_a_part_counted_otherwise_has_no_verb_of_what_is_no_whole_of_it(part: str):
    assert names(f"吊销驾驶证1163本，其中{part}27人。")[-1] == part


@pytest.mark.parametrize(("act", "thing", "rate"), [("调处", "矛盾纠纷", "成功率"), ("受理", "消费投诉", "办结率"), ("办理", "群众来信", "回复率")])
@pytest.mark.parametrize("share", ["占42.6%", "占四成", "占比超过三成"])
def test_a_share_is_of_what_was_counted_and_of_no_rate(act: str, thing: str, rate: str, share: str):
    last = indicators(f"{act}{thing}538件，{rate}99.3%，其中涉物业的{share}。")[-1]
    assert thing in str(last.topic)
    assert "率" not in str(last.topic)


@pytest.mark.parametrize("outcomes", list(product(["改判", "撤诉"], ["发回重审", "维持原判"], ["调解", "驳回"])))
def test_outcomes_of_a_list_stand_each_for_itself(outcomes: tuple[str, str, str]):
    a, b, c = outcomes
    assert names(f"抗诉案件审结41件，其中{a}12件、{b}5件、{c}18件。")[1:] == [a, b, c]


@pytest.mark.parametrize(("came", "gone"), [("新登记企业", "注销"), ("新发展会员", "退会"), ("接收矫正对象", "解除")])
@pytest.mark.parametrize("joint", ["，", "、"])
def test_what_is_more_in_all_is_of_the_thing_and_of_no_act(came: str, gone: str, joint: str):
    thing = came.removeprefix("新登记").removeprefix("新发展").removeprefix("接收")
    assert names(f"{came}860户{joint}{gone}120户{joint}净增740户。")[-1] == f"净增{thing}"


@pytest.mark.parametrize(("opens", "ends"), list(product(["立案", "受案"], ["结案", "破案"])))
def test_what_ends_a_case_is_no_act_upon_what_opened_it(opens: str, ends: str):
    assert names(f"{opens}4128件，{ends}3867件。") == [opens, ends]
    assert names(f"刑事{opens}874起，{ends}416起。") == [f"刑事{opens}", f"刑事{ends}"]


@pytest.mark.parametrize("came", ["新收", "受理", "旧存"])
def test_a_rate_of_cases_is_of_the_cases(came: str):
    found = names(f"{came}案件812件，审结760件，结案率93.6%。")
    assert found == [f"{came}案件", "审结案件", "案件结案率"]


@pytest.mark.parametrize("how", ["提前", "及时", "按时", "集中"])
def test_how_it_was_done_tells_a_part_from_its_whole(how: str):
    assert names(f"受理申请8200件，办结8100件，其中{how}办结1980件。")[-1] == f"{how}办结"


@pytest.mark.parametrize("short", ["缺编", "超编", "空编"])
def test_a_rate_of_cases_is_not_of_those_who_solve_them(short: str):
    assert names(f"现有民警312人，{short}46人，破案率41%。")[-1].removeprefix("民警") == "破案率"


@pytest.mark.parametrize(("first", "second", "third"), [("发出检察建议12件", "采纳11件", "虚假诉讼监督9件"), ("排查隐患86处", "整改80处", "重点场所12处")])
def test_an_act_without_an_object_of_its_own_hands_on_no_verb(first: str, second: str, third: str):
    last = names(f"{first}，{second}，{third}。")[-1]
    assert last == third.rstrip("0123456789件处")


@pytest.mark.parametrize("act", ["提出", "造成", "取得"])
def test_an_item_that_is_led_in_has_no_verb_of_the_item_before(act: str):
    assert "纠正" not in names(f"纠正漏捕17人、漏诉22人，{act}抗诉8件。")[-1]


@pytest.mark.parametrize(("acts", "whole"), [("批准和决定", "逮捕嫌疑人"), ("查处和", "通报案件")])
def test_joined_acts_give_way_as_one(acts: str, whole: str):
    found = names(f"{acts}{whole}412人，起诉986人。")
    assert found[-1] in ("起诉嫌疑人", "起诉案件", "起诉")


@pytest.mark.parametrize(("first", "second"), [("总收入187万元，其中上级拨款112万元", "总支出171万元，其中基础设施支出134万元"), ("贷款余额86亿元，其中涉农贷款12亿元", "存款余额120亿元，其中储蓄存款80亿元")])
def test_a_figure_with_parts_of_its_own_is_no_part(first: str, second: str):
    found = indicators(f"{first}；{second}。")
    whole = found[2].name
    assert found[3].topic == whole


RATES = [("批捕", "起诉"), ("不批捕", "不起诉"), ("检验", "报废"), ("入园", "升学"), ("合格", "优秀"), ("立案", "结案")]


@pytest.mark.parametrize(("items", "said"), list(product(RATES, ["分别为96%、88%", "分别提高1.2个、2.3个百分点"])))
def test_the_rate_behind_the_last_item_is_of_each(items: tuple[str, str], said: str):
    a, b = items
    assert names(f"{a}、{b}率{said}。") == [f"{a}率", f"{b}率"]


LISTS = [
    (["县图书馆", "文化馆", "博物馆"], "接待观众", "人次"),
    (["高速公路", "国省道", "农村道路"], "亡人", "人"),
    (["城区", "乡镇", "农村"], "警情", "起"),
    (["小学", "初中", "高中"], "学生", "人"),
    (["养老", "失业", "工伤"], "保险参保人数", "人"),
    (["养老", "医疗", "生育"], "保险参保", "人"),
    (["氮氧化物", "VOCs", "化学需氧量"], "重点工程减排量", "吨"),
    (["一产", "二产", "居民"], "用电", "千瓦时"),
    (["国有企业", "民营企业", "外资企业"], "税收", "元"),
    (["道路", "桥梁", "隧道"], "改造资金", "元"),
    (["轻工业", "重工业", "建筑业"], "增加值", "元"),
]


@pytest.mark.parametrize(("items", "head", "unit"), LISTS)
@pytest.mark.parametrize("count", [2, 3])
def test_what_stands_behind_the_last_item_is_of_each(items: list[str], head: str, unit: str, count: int):
    listed = [*items[: count - 1], items[-1]]
    values = "、".join(f"{n}万{unit}" for n in (12, 8, 6)[:count])
    assert names(f"{'、'.join(listed)}{head}分别为{values}。") == [item + head for item in listed]


@pytest.mark.parametrize(("who", "insured"), [(["机关事业单位", "企业职工"], "养老保险参保率"), (["城镇职工", "城乡居民"], "基本医疗保险参保人数")])
def test_what_is_insured_is_said_once_for_those_insured(who: list[str], insured: str):
    unit = "%" if insured.endswith("率") else "万人"
    assert names(f"{'、'.join(who)}{insured}分别为99{unit}、95{unit}。") == [one + insured for one in who]


@pytest.mark.parametrize(
    "listed",
    [
        ["工业投资", "技术改造投资"],
        ["城镇新增就业", "城镇失业人员再就业"],
        ["城镇职工参保人数", "城乡居民参保人数"],
        ["高速公路里程", "普通公路里程"],
        ["新能源汽车产量", "锂电池产量"],
        ["实际执行率", "执行到位率"],
        ["一审服判率", "再审率"],
    ],
)
def test_an_item_that_says_all_takes_nothing_over(listed: list[str]):
    assert names(f"{'、'.join(listed)}分别为12%、8%。") == listed


@pytest.mark.parametrize(("before", "pair", "behind"), [("关区", ("进口", "出口"), "整体通关时间"), ("快件", ("进口", "出口"), "平均查验时间")])
def test_twins_share_what_stands_before_the_first_and_behind_the_second(before: str, pair: tuple[str, str], behind: str):
    found = names(f"{before}{pair[0]}、{pair[1]}{behind}分别为31小时和12小时。")
    assert found == [f"{before}{one}{behind}" for one in pair]


@pytest.mark.parametrize("quoted", [("猎狐", "断卡"), ("春雷", "秋风"), ("百日攻坚", "暖企")])
@pytest.mark.parametrize("act", ["抓获嫌疑人", "执结案件", "走访企业"])
def test_quotes_beside_each_other_are_items_of_a_list(quoted: tuple[str, str], act: str):
    a, b = quoted
    assert names(f"“{a}”“{b}”行动分别{act}42次、311次。") == [f"“{a}”行动{act}", f"“{b}”行动{act}"]


@pytest.mark.parametrize("to", ["向", "对", "从"])
def test_a_preposition_leads_to_each_of_a_list(to: str):
    assert names(f"{to}美国、日本分别出口12.4亿元、6.1亿元。") == [f"{to}美国出口", f"{to}日本出口"]


@pytest.mark.parametrize(
    ("items", "unit", "rest"),
    [
        (["居住场所火灾", "仓储火灾"], "起", "其他火灾"),
        (["食品案件", "药品案件"], "件", "其他案件"),
        (["农民培训", "教师培训"], "期", "其他培训"),
    ],
)
@pytest.mark.parametrize("joint", ["，", "、"])
def test_the_others_are_of_what_the_items_end_in(items: list[str], unit: str, rest: str, joint: str):
    text = joint.join(f"{item}{n}{unit}" for item, n in zip(items, (68, 32), strict=True))
    assert names(f"{text}{joint}其他57{unit}。") == [*items, rest]


@pytest.mark.parametrize(
    ("whole", "items", "unit", "rest"),
    [
        ("办理建议", ["城建类", "涉法类"], "件", "其他建议"),
        ("新改建学校", ["小学", "初中"], "所", "其他学校"),
        ("公开招聘", ["教育类", "卫健类"], "名", "其他"),
        ("村集体总收入", ["上级拨款", "集体收入"], "万元", "其他收入"),
        ("事故", ["道路运输", "建筑业"], "起", "其他事故"),
    ],
)
@pytest.mark.parametrize("frame", ["（{}）", "，其中{}"])
def test_the_others_are_of_the_whole(whole: str, items: list[str], unit: str, rest: str, frame: str):
    parts = "、".join(f"{item}{n}{unit}" for item, n in zip([*items, "其他"], (40, 19, 53), strict=True))
    found = names(f"{whole}112{unit}{frame.format(parts)}。")
    assert found[-1].removeprefix("办理").removeprefix("新改建") == rest
    assert [name.removeprefix("办理").removeprefix("新改建") for name in found[1:3]] == items


@pytest.mark.parametrize("place", ["居发案前两位", "位列刑事案件前二"])
def test_shares_behind_the_rank_of_a_list_are_of_its_items(place: str):
    assert names(f"盗窃罪、诈骗罪{place}，分别占31.2%、17.9%。")[-2:] == ["盗窃罪占比", "诈骗罪占比"]


@pytest.mark.parametrize(("summed", "tail"), [("三大主导产业", "主导产业产值"), ("三个集群", "集群产值"), ("三大板块", "板块产值")])
def test_changes_behind_the_sum_of_a_list_are_of_its_items(summed: str, tail: str):
    found = indicators(f"电子信息、生物医药、高端装备{summed}实现产值548.7亿元，同比分别增长12.6%、8.1%和15.3%。")
    assert [i.name for i in found[1:]] == [f"{one}{tail}" for one in ("电子信息", "生物医药", "高端装备")]


@pytest.mark.parametrize("summed", ["3项指标", "三项主要指标", "三个指标"])
def test_indicators_that_are_counted_up_are_told_one_by_one(summed: str):
    listed = ["地区生产总值", "固定资产投资", "财政收入"]
    found = indicators(f"{'、'.join(listed)}{summed}分别增长1.2%、7.8%和0.6%。")
    assert [(i.name, float(i.changes[0].quantity.low)) for i in found] == list(zip(listed, (1.2, 7.8, 0.6), strict=True))


@pytest.mark.parametrize("per", ["日均", "月均"])
def test_a_mean_in_between_takes_no_growth_of_a_list(per: str):
    found = indicators(f"新登记企业2907户，{per}8.7户，注销企业1134户，同比分别增长14.8%和31.6%。")
    assert [(i.name, [float(c.quantity.low) for c in i.changes]) for i in found] == [
        ("新登记企业", [14.8]),
        (f"{per}新登记企业", []),
        ("注销企业", [31.6]),
    ]


@pytest.mark.parametrize("last", ["和-1.4%", "、-1.4%", "和下降1.4%"])
def test_parts_whose_names_end_the_whole_have_their_own_change(last: str):
    found = indicators(f"猪牛羊禽肉产量3.17万吨，增长24.9%，其中牛肉、羊肉、禽肉产量分别增长3.2%、5.0%{last}。")
    assert [(i.name, float(i.changes[0].quantity.low)) for i in found] == [("猪牛羊禽肉产量", 24.9), ("牛肉产量", 3.2), ("羊肉产量", 5), ("禽肉产量", -1.4)]


@pytest.mark.parametrize("each", ["每月", "每人每月"])
def test_of_each_what_stands_before_every_number(each: str):
    found = indicators(f"城镇、农村低保标准分别为{each}820元、{each}610元。")
    assert [(i.name, i.scope) for i in found] == [(f"城镇低保标准{each}", None), (f"农村低保标准{each}", None)]


def test_grants_are_nouns_though_an_act_opens_them():
    assert names("发放扩岗补助、吸纳就业补贴、社保补贴18万元、64万元、31万元。") == ["发放扩岗补助", "吸纳就业补贴", "发放社保补贴"]


@pytest.mark.parametrize("rate", ["“提前申报”应用率", "平均报关比例"])
def test_a_rate_before_twins_is_of_both(rate: str):
    assert names(f"{rate}进口为68.9%、出口为91.4%。") == [f"{rate}进口", f"{rate}出口"]


GREW = [("增速较快的行业有", 1), ("增长较快的产品有：", 1), ("涨幅居前的是", 1), ("降幅最大的是", -1), ("高于GDP增速的行业有", 1)]


@pytest.mark.parametrize(("leads", "sign"), GREW)
@pytest.mark.parametrize("joint", ["、", "和"])
def test_what_leads_to_a_list_says_that_its_items_grew(leads: str, sign: int, joint: str):
    found = indicators(f"{leads}软件业（20.4%）{joint}住宿业（14.7%）。")
    assert [(i.name, [float(c.quantity.low) for c in i.changes], i.value) for i in found] == [
        ("软件业", [20.4 * sign], None),
        ("住宿业", [14.7 * sign], None),
    ]


MOST = [("案件最多的是", "盗窃", "诈骗", "案件", "件"), ("事故起数最多的是", "建筑施工", "道路运输", "事故", "起"), ("产量居前的是", "苹果", "香梨", "产量", "吨"), ("投诉主要集中在", "餐饮", "教育培训", "投诉", "件")]


@pytest.mark.parametrize("most", MOST)
@pytest.mark.parametrize("then", ["，其次为{}（206{}）", "、{}（206{}）"])
def test_what_leads_to_a_list_says_what_its_items_are_measured_by(most: tuple[str, ...], then: str):
    leads, first, second, measure, unit = most
    assert names(f"{leads}{first}（312{unit}）{then.format(second, unit)}。") == [first + measure, second + measure]


@pytest.mark.parametrize("sign", ["+", ""])
@pytest.mark.parametrize("measure", ["产量", "产值", "销售额"])
def test_what_stands_behind_the_last_bracket_measures_all(sign: str, measure: str):
    found = indicators(f"新能源汽车（{sign}38.2%）、锂电池（{sign}41.6%）{measure}增势强劲。")
    assert [i.name for i in found] == [f"新能源汽车{measure}", f"锂电池{measure}"]
    if sign:
        assert [float(i.changes[0].quantity.low) for i in found] == [38.2, 41.6]


def test_a_bracket_that_says_what_it_counts_is_a_part():
    assert names("查处酒驾86起（醉驾38起）、超速（120起）。")[:2] == ["查处酒驾", "醉驾"]


@pytest.mark.parametrize(("text", "found"), [("盗窃、诈骗案件最多，分别为312件、206件。", ["盗窃案件", "诈骗案件"]), ("盗窃案居首位，占31%；诈骗案次之，占18%。", ["盗窃案占比", "诈骗案占比"])])
def test_that_they_are_the_most_is_no_part_of_a_name(text: str, found: list[str]):
    assert names(text) == found


@pytest.mark.parametrize(("town", "country"), [("城镇", "乡村"), ("城镇", "农村"), ("城市", "农村")])
@pytest.mark.parametrize("measure", ["消费品零售额", "居民人均可支配收入"])
def test_a_part_of_the_area_stands_for_its_twin_in_a_name(town: str, country: str, measure: str):
    found = indicators(f"{town}{measure}3.2万元，增长6.6%；{country}1.7万元，增长8.1%。")
    assert [(i.name, i.scope) for i in found] == [(town + measure, None), (country + measure, None)]


def test_parts_of_the_area_alone_are_no_places_of_each_other():
    found = indicators("CPI上涨0.2%。其中，城市上涨0.6%，农村上涨0.9%。")
    assert [(i.name, i.scope) for i in found[1:]] == [("城市", None), ("农村", None)]


@pytest.mark.parametrize(("first", "second", "third"), [("食品烟酒", "衣着", "居住"), ("交通通信", "医疗保健", "教育文化娱乐")])
def test_a_class_of_prices_leaves_out_that_it_is_of_prices(first: str, second: str, third: str):
    assert names(f"{first}价格上涨0.4%，{second}、{third}分别上涨0.3%、0.2%。") == [f"{one}价格" for one in (first, second, third)]


@pytest.mark.parametrize("why", ["受市场下行影响", "受政策调整影响", ""])
@pytest.mark.parametrize("act", ["入库", "完成"])
def test_why_it_moved_stands_between_a_list_and_its_numbers(why: str, act: str):
    found = names(f"增值税、企业所得税{why}，分别{act}3.2亿元、1.1亿元。")
    assert [name.removesuffix("入库") for name in found] == ["增值税", "企业所得税"]


@pytest.mark.parametrize("turned", ["由负转正", "由升转降", "由降转增"])
def test_as_against_what_it_turned_is_no_part_of_a_name(turned: str):
    assert names(f"工业投资同比{turned}，达到18.7亿元。") == ["工业投资"]


@pytest.mark.parametrize("aim", ["紧盯", "围绕", "锚定"])
@pytest.mark.parametrize("goal", ["的目标", "的年度目标", "的全年目标"])
def test_items_that_are_aimed_at_are_measured_each_by_itself(aim: str, goal: str):
    found = indicators(f"{aim}规上工业总产值40亿元、固投13.8亿元、招商引资12亿元、财政收入8500万元{goal}。")
    assert [i.name for i in found] == ["规上工业总产值", "固投", "招商引资", "财政收入"]
    assert {i.modality for i in found} == {"target"}


def test_that_it_is_due_is_no_part_of_a_name():
    assert names("确保完成新建厂房5万平方米、盘活闲置厂房3万平方米的年度任务。") == ["新建厂房", "盘活闲置厂房"]


@pytest.mark.parametrize(("first", "second"), [("新培育专精特新企业60家", "上市企业"), ("新引进科技企业60家", "上市公司")])
def test_what_is_listed_on_the_exchange_is_no_act(first: str, second: str):
    assert names(f"{first}、{second}3家。")[-1] == f"{first[:3]}{second}"


@pytest.mark.parametrize("denied", ["不予", "免予", "暂不"])
def test_what_was_not_done_has_no_verb_of_the_item_before(denied: str):
    assert names(f"移送行政拘留1起，{denied}处罚轻微违法案件8起。")[-1] == f"{denied}处罚轻微违法案件"


@pytest.mark.parametrize("summed", ["共计", "合计", "总计"])
def test_the_sum_of_what_each_was_given_is_not_of_each(summed: str):
    assert names(f"每个奖补20万元，{summed}2000万元。") == ["每个奖补", "奖补"]


@pytest.mark.parametrize("gathered", ["征缴", "征收", "筹集"])
def test_what_was_spent_was_not_gathered(gathered: str):
    assert names(f"五项基金{gathered}收入9.7亿元，支出11.2亿元，滚存结余6.4亿元。") == [f"五项基金{gathered}收入", "五项基金支出", "五项基金滚存结余"]


def test_the_sum_of_sales_gives_way_to_their_area():
    assert names("商品房销售面积32万平方米，销售额12.3亿元。") == ["商品房销售面积", "商品房销售额"]
