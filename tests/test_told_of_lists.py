"""What is told of things counted, made of its parts: acts behind lists, sizes before nouns, differences of times and points."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline.lexicon import words

from .test_extract import indicators

LISTS = [("件", "职工提案", "居民来信"), ("座", "泵站", "垃圾转运站"), ("个", "灌渠项目", "街角公园"), ("处", "危险路段", "积水点")]
MANNERS = ["", "全部", "均已", "如期", "已全部"]
ACTS = ["办结", "竣工投入使用", "全面开工建设", "建成投用", "销号", "完工"]
SIZES = ["亿元", "百亿元", "500万元以上", "10亿元以上", "年产值3亿元以上"]
SIZED = [("企业", "家"), ("村", "个"), ("项目", "个"), ("产业集群", "个"), ("合作社", "家")]


@pytest.mark.parametrize(("listed", "joiner", "manner", "act"), list(product(LISTS, "、和", MANNERS, ACTS)))
def test_an_act_behind_a_list_is_of_each_item(listed: tuple[str, str, str], joiner: str, manner: str, act: str):
    unit, first, last = listed
    found = indicators(f"12{unit}{first}{joiner}7{unit}{last}{manner}{act}。")
    bare = act.removeprefix("全面")
    assert [one.name for one in found] == [first + bare, last + bare]
    assert [float(one.value.low) for one in found if one.value] == [12, 7]


@pytest.mark.parametrize(("size", "noun", "verb"), list(product(SIZES, SIZED, ["新增", "培育"])))
def test_a_size_says_which_are_counted_and_is_no_figure(size: str, noun: tuple[str, str], verb: str):
    thing, unit = noun
    [found] = indicators(f"{verb}{size}{thing}8{unit}。")
    assert found.name == verb + size + thing
    assert found.value
    assert float(found.value.low) == 8


@pytest.mark.parametrize("had", ["劳动能力", "就业意愿", "创业意愿", "条件的", "托管需求的", "困难的"])
def test_what_those_counted_have_stays_before_them(had: str):
    [found] = indicators(f"有{had}农户收入达到16800元。")
    assert found.name == f"有{had}农户收入"


@pytest.mark.parametrize(("first", "second", "last"), list(product(["2.2", "0.7"], ["、0.9个", ""], ["和4.1个百分点", "和上升4.1个百分点"])))
def test_points_are_said_once_for_a_list(first: str, second: str, last: str):
    names = ["入学率", "巩固率", "升学率"][: 3 if second else 2]
    levels = "，".join(f"{name}{90 + i}%" for i, name in enumerate(names))
    found = indicators(f"{levels}，较上年分别上升{first}个{second}{last}。")
    changes = [change for one in found for change in one.changes]
    assert [change.quantity.unit for change in changes] == ["百分点"] * len(names)
    assert [float(change.quantity.low) for change in changes] == [float(first), *([0.9] if second else []), 4.1]


@pytest.mark.parametrize(
    ("subject", "unit", "verb"),
    list(product(["平均住院日", "出警平均用时", "平均办理时限"], ["天", "小时", "分钟"], ["缩短", "减少", "延长", "压缩"])),
)
def test_a_time_that_is_measured_moves(subject: str, unit: str, verb: str):
    [found] = indicators(f"{subject}7.9{unit}，较去年同期{verb}0.6{unit}。")
    [change] = found.changes
    assert float(change.quantity.low) == (0.6 if verb == "延长" else -0.6)
    assert change.quantity.unit == unit
    assert change.basis == "yoy"


@pytest.mark.parametrize(("reference", "basis"), [("去年", "yoy"), ("上年同期", "yoy"), ("2019年", "base"), ("常年", "base")])
@pytest.mark.parametrize(("verb", "sign"), [("高出", 1), ("低于", -1), ("多于", 1), ("少于", -1)])
def test_a_level_stands_above_or_below_a_time(reference: str, basis: str, verb: str, sign: int):
    [found] = indicators(f"雪梨收购价5.2元，{verb}{reference}0.9元。")
    [change] = found.changes
    assert (change.basis, float(change.quantity.low)) == (basis, sign * 0.9)


@pytest.mark.parametrize("act", sorted(words("light_act")))
def test_a_light_verb_acts_where_a_count_has_nothing_else(act: str):
    found = indicators(f"清理合同6248份、{act}1937份。")
    assert [one.name for one in found] == ["清理合同", act + "合同"]


@pytest.mark.parametrize("means", ["通过容缺受理等办法", "采取购买服务等方式", "综合运用自查、会诊等手段", "在人口净增的情况下", "在资金趋紧的背景下"])
@pytest.mark.parametrize("act", ["化解积案", "新建泵站", "培训农民", "改造管网"])
def test_means_and_conditions_are_no_part_of_a_name(means: str, act: str):
    [found] = indicators(f"{means}{act}15个。")
    assert found.name == act


@pytest.mark.parametrize(("count", "classed"), [(2, "两大集群"), (3, "三大产业"), (3, "3类产品"), (4, "四大行业")])
def test_a_class_that_sums_up_a_list_is_of_each_item(count: int, classed: str):
    items = ["新材料", "生物医药", "装备制造", "食品加工"][:count]
    values = "、".join(f"{10 * (i + 1)}亿元" for i in range(count))
    found = indicators(f"{'、'.join(items)}{classed}产值分别为{values}。")
    tail = classed.lstrip("两三四3")[1:]
    assert [one.name for one in found] == [f"{item}{tail}产值" for item in items]


@pytest.mark.parametrize(("acts", "number"), [(("检查企业61家", "立案11起"), "两项"), (("检查企业61家", "立案11起", "罚款42万元"), "三项")])
@pytest.mark.parametrize("noun", ["指标", "数据", "指数"])
def test_what_sums_up_the_rows_before_is_each_of_them(acts: tuple[str, ...], number: str, noun: str):
    rates = "、".join(f"{i + 2}.5%" for i in range(len(acts)))
    found = indicators(f"{'，'.join(acts)}，{number}{noun}同比分别增长{rates}。")
    assert [[float(change.quantity.low) for change in one.changes] for one in found] == [[i + 2.5] for i in range(len(acts))]


@pytest.mark.parametrize("cause", ["因上年基数较高", "因去年集中入库", "受上年洪灾影响"])
def test_the_time_of_a_cause_dates_nothing(cause: str):
    [found] = indicators(f"农林水支出{cause}，完成3.3亿元。")
    assert (found.name, found.period) == ("农林水支出", "2023")


@pytest.mark.parametrize("whom", ["中小微企业", "个体工商户", "农户", "困难群众", "返乡农民工家庭"])
@pytest.mark.parametrize(("first", "second", "third"), [("发放贷款", "融资担保", "延期还本付息"), ("投放贷款", "减免担保费", "延期还款"), ("办理续贷", "减免利息", "贴息")])
def test_for_whom_all_in_a_list_was_done(whom, first, second, third):
    found = indicators(f"为{whom}{first}75.2亿元、{second}1.3亿元、{third}24亿元。")
    assert [i.name.removeprefix(f"为{whom}") for i in found] == [first, second, third]
    assert all(whom in f"{i.topic}{i.name}" for i in found)


@pytest.mark.parametrize(("part", "of", "first", "second"), [("高新技术产业增加值", "占", "规模以上工业", "地区生产总值"), ("出口", "占", "全省", "全国"), ("高技术产业投资", "占", "全市", "全区"), ("低保标准", "达到", "城镇居民收入", "农村居民收入"), ("特困标准", "相当于", "低保标准", "最低工资标准")])
@pytest.mark.parametrize("link", ["和", "、"])
def test_a_second_share_of_the_same_part(part, of, first, second, link):
    found = indicators(f"{part}{of}{first}的24%{link}{second}的29%。")
    noun = "比重" if of == "占" else ""
    assert [(i.name, i.value.low) for i in found] == [(f"{part}{of}{first}{noun}", 24), (f"{part}{of}{second}{noun}", 29)]


@pytest.mark.parametrize(("first", "second", "rate"), [("秸秆", "畜禽粪污", "综合利用率"), ("污水", "垃圾", "无害化处理率"), ("小学", "初中", "巩固率")])
@pytest.mark.parametrize("last", ["农膜回收率", "厕所普及率"])
def test_a_rate_is_of_each_in_its_run(first, second, rate, last):
    found = indicators(f"{first}、{second}{rate}和{last}分别达到91%、78%、82%。")
    assert [(i.name, i.value.low) for i in found] == [(first + rate, 91), (second + rate, 78), (last, 82)]


@pytest.mark.parametrize("body", ["青溪集团", "青溪钢铁公司"])
@pytest.mark.parametrize("verb", ["位列", "居", "入围"])
@pytest.mark.parametrize(("first", "second"), [("世界500强", "中国企业500强"), ("中国民营企业500强", "全省百强企业"), ("《财富》世界500强", "中国制造业企业500强")])
def test_a_place_among_the_five_hundred(body, verb, first, second):
    found = indicators(f"{body}{verb}{first}第239位、{second}第90位。")
    assert found[0].name == body
    assert (found[0].rank.quantity.low, found[0].rank.among) == (239, first)


@pytest.mark.parametrize("first", ["乡镇", "社区"])
@pytest.mark.parametrize("second", ["村", "街道"])
@pytest.mark.parametrize("told", ["通过验收", "完成市级示范创建", "纳入试点"])
def test_what_is_told_of_the_last_is_told_of_each(first, second, told):
    assert [i.name for i in indicators(f"5个{first}、42个{second}{told}。")] == [first + told, second + told]


@pytest.mark.parametrize("whom", ["未就业毕业生", "未成年人", "未参保人员"])
def test_who_has_not_is_no_verb(whom):
    assert indicators(f"帮扶900名{whom}。")[0].name == f"帮扶{whom}"


def test_who_acts_is_no_modifier_that_a_list_shares():
    found = indicators("民营经济实现主营业务收入2139.2亿元、实缴税金67亿元。")
    assert [i.name for i in found][1] == "实缴税金"


@pytest.mark.parametrize("aside", ["（包括配股、公开增发）", "（即重大危险源）", "（GaWC全球城市研究网络）"])
def test_what_a_name_takes_in_is_no_part_of_it(aside):
    assert indicators(f"年度筹资{aside}规模达到86亿元。")[0].name == "年度筹资规模"


STAGES = [("学前三年毛入园率", 98), ("九年义务教育巩固率", 97), ("高中阶段毛入学率", 96)]


def test_stages_of_school_are_their_own():
    listed = "、".join(name for name, _ in STAGES)
    told = "、".join(f"{name}{rate}%" for name, rate in STAGES)
    for text in (f"{listed}分别达到98%、97%和96%。", f"{told}。"):
        assert [(i.name, i.value.low) for i in indicators(text)] == STAGES
