"""What is told in one breath, made of its parts: acts behind acts, shares of a list, comparisons with anything, ranks in a row, growths side by side."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from pipeline.chain import analyse
from pipeline.read import read_text
from pipeline.records import Indicator

from .test_extract import indicators


def half_year(sentence: str) -> tuple[Indicator, ...]:
    return analyse(read_text(f"松原县卫生局2024年上半年工作总结\n一、上半年工作情况\n{sentence}")).indicators


BEFORE = ["健全包保机制", "优化审批流程", "深化医保改革", "推进河道整治", "加强日常监管"]
ACTS = [("开展", "检查", "次"), ("查处", "案件", "起"), ("加装", "电梯", "部"), ("出台", "办法", "项"), ("新增", "泊位", "个"), ("完成", "管网改造", "公里")]


@pytest.mark.parametrize(("before", "joiner", "act"), list(product(BEFORE, "、并", ACTS)))
def test_the_last_of_several_acts_has_the_number(before: str, joiner: str, act: tuple[str, str, str]):
    verb, thing, unit = act
    [found] = indicators(f"{before}{joiner}{verb}{thing}18{unit}。")
    assert found.name == verb + thing


@pytest.mark.parametrize("words", ["宣传、培训、演练", "巡查、督导、暗访"])
def test_acts_without_objects_are_one_list(words: str):
    [found] = indicators(f"开展{words}24场。")
    assert found.name == f"开展{words}"


@pytest.mark.parametrize("list_of", ["取消、下放", "新建、改建", "关停、整合、改造"])
def test_verbs_of_one_object_are_one_list(list_of: str):
    [found] = indicators(f"{list_of}砖瓦企业18家。")
    assert found.name == f"{list_of}砖瓦企业"


@pytest.mark.parametrize("how", ["积极推进", "顺利实施", "加快建设", "有序开展"])
def test_what_goes_on_is_no_part_of_what_was_made(how: str):
    [found] = indicators(f"矿井改造{how}、生产原煤380万吨。")
    assert found.name == "生产原煤"


PARTS = [("公交车", "出租车"), ("居民用电", "工业用电"), ("刑事案件", "民事案件")]


@pytest.mark.parametrize(("parts", "whole", "apart"), list(product(PARTS, ["", "全市总量", "全省"], ["分别为", "分别达", "分别"])))
def test_each_of_a_list_has_its_own_share(parts: tuple[str, str], whole: str, apart: str):
    first, second = indicators(f"{parts[0]}、{parts[1]}占{whole or '比'}{apart}62%、38%。")
    said = f"占{whole}比重" if whole else "占比"
    assert [first.name, second.name] == [part + said for part in parts]


@pytest.mark.parametrize("about", ["约", "仅", "已", ""])
@pytest.mark.parametrize("share", ["三成", "30%", "三分之一"])
def test_a_share_is_called_one(about: str, share: str):
    [found] = indicators(f"职业索赔类{about}占{share}。")
    assert found.name == "职业索赔类占比"


OTHERS = ["周边大田", "未适用该程序案件", "市场价", "国家二级标准", "上一批次"]


@pytest.mark.parametrize(("verb", "sign"), [("高出", 1), ("高于", 1), ("低于", -1), ("少于", -1), ("多于", 1)])
@pytest.mark.parametrize("other", OTHERS)
def test_a_distance_is_from_whatever_is_named(verb: str, sign: int, other: str):
    [found] = indicators(f"平均成本{verb}{other}62元。")
    [change] = found.changes
    assert (found.name, change.against, float(change.quantity.low)) == ("平均成本", other, sign * 62)


@pytest.mark.parametrize("sentence", ["收入低于当地低保标准的家庭20户。", "水质优于Ⅲ类的断面12个。", "淘汰落后产能57万吨。", "成交额不低于20亿元。"])
def test_what_limits_those_counted_is_no_distance(sentence: str):
    [found] = indicators(sentence)
    assert found.value is not None
    assert not found.changes


@pytest.mark.parametrize(
    ("said", "against", "basis"),
    [("约是全国的", "全国", "peer"), ("是老馆的", "老馆", "peer"), ("相当于邻县的", "邻县", "peer"), ("是建县前6年的", "建县前6年", "base")],
)
def test_a_multiple_of_another_is_a_change_of_the_level_before(said: str, against: str, basis: str):
    [found] = indicators(f"专利拥有量达18.5件，{said}2.1倍。")
    [change] = found.changes
    assert (found.name, change.against, change.basis, change.form) == ("专利拥有量", against, basis, "multiple")


ARENAS = ["全省", "全国", "全市12个县区", "全国217家国家级经开区"]


@pytest.mark.parametrize(("first", "second"), [pair for pair in product(ARENAS, ARENAS) if pair[0] != pair[1]])
def test_two_ranks_are_two_rows(first: str, second: str):
    found = indicators(f"经济总量居{first}第3位、{second}第20位。")
    assert [(one.name, float(one.rank.quantity.low), one.rank.among) for one in found if one.rank] == [("经济总量", 3, first), ("经济总量", 20, second)]


@pytest.mark.parametrize("behind", ["，列全市第2位", "、列全市第2位", "，居全市第2位"])
def test_a_second_rank_does_not_replace_the_first(behind: str):
    found = indicators(f"粮食产量居全省第五位{behind}。")
    assert [float(one.rank.quantity.low) for one in found if one.rank] == [5, 2]


GROWING = ["规模以上工业增加值", "固定资产投资", "进出口总额", "旅游综合收入", "城镇居民人均收入"]


@pytest.mark.parametrize("start", range(3))
def test_growths_side_by_side_are_not_of_each_other(start: int):
    names = GROWING[start : start + 3]
    found = indicators("，".join(f"{name}增长{i + 2}%" for i, name in enumerate(names)) + "。")
    assert [one.name for one in found] == names
    assert not any(other in (one.topic or "") for one in found for other in names)


@pytest.mark.parametrize("name", ["投资", "消费", "进出口"])
def test_what_all_spend_is_not_of_the_growth_before(name: str):
    found = indicators(f"生产总值增长5.5%，规模工业增长8%，{name}增长10.5%。")
    assert (found[-1].name, found[-1].topic) == (name, None)


ITEMS = [("下架", "灶具、调压阀、软管", "台只米"), ("查处", "烟花、汽油、酒精", "箱吨桶"), ("检查", "企业、商户、工地", "家户处")]


@pytest.mark.parametrize("items", ITEMS)
def test_one_number_an_item(items: tuple[str, str, str]):
    verb, things, units = items
    numbers = "、".join(f"{64 + i}{unit}" for i, unit in enumerate(units))
    found = indicators(f"{verb}{things}{numbers}。")
    assert [one.name for one in found] == [verb + thing for thing in things.split("、")]
    assert [one.value.unit for one in found if one.value] == list(units)


@pytest.mark.parametrize("pipes", ["燃气、供热、供水", "供气、供水、排水"])
def test_verb_modifier_and_head_are_shared_out(pipes: str):
    found = indicators(f"改造老旧{pipes}管网600、800、105公里。")
    assert [one.name for one in found] == [f"改造老旧{pipe}管网" for pipe in pipes.split("、")]


@pytest.mark.parametrize(("counted", "unit", "measure"), list(product(["园区", "造林片区", "县城"], ["个"], ["产值", "投资", "收入"])))
def test_a_count_is_not_called_what_those_counted_have(counted: str, unit: str, measure: str):
    count, level = indicators(f"8{unit}{counted}{measure}突破100亿元。")
    told = measure if level.scope else counted + measure  # 8个园区|产值: those eight are its scope
    assert (count.name, level.name, level.scope or f"8{unit}{counted}") == (counted, told, f"8{unit}{counted}")


@pytest.mark.parametrize("when", ["去年底", "上年末", "上年底"])
def test_since_the_year_began_in_a_report_on_half_of_it(when: str):
    [found] = half_year(f"就诊率达到91.5%，比{when}提高0.8个百分点。")
    [change] = found.changes
    assert (change.basis, change.against) == ("base", when)
    [whole] = indicators(f"就诊率达到91.5%，比{when}提高0.8个百分点。")
    assert [(change.basis, change.against) for change in whole.changes] == [("yoy", None)]


@pytest.mark.parametrize("verb", ["紧盯", "围绕", "锚定", "聚焦"])
@pytest.mark.parametrize("aim", ["年度目标任务", "全年目标", "重点任务"])
def test_a_heading_that_works_for_an_aim_is_no_plan(verb: str, aim: str):
    text = f"松原县水利局2024年前三季度工作报告\n一、{verb}{aim}，各项工作稳步推进\n新增灌溉面积3万亩。\n二、四季度工作打算\n新增灌溉面积1万亩。\n"
    done, due = analyse(read_text(text)).indicators
    assert (done.modality, due.modality) == ("actual", "target")


@pytest.mark.parametrize("who", ["市总工会", "县水利局", "集团公司", "全市检察机关"])
@pytest.mark.parametrize("will", ["将", "计划", "力争"])
def test_a_year_to_come_and_who_will_turn_ahead(who: str, will: str):
    text = f"松原市2024年工作总结\n一、工作情况\n新增会员5万人。\n工作虽有进步，但仍有差距。2025年，{who}{will}新发展会员3万人，其中女职工1万人。\n"
    assert [one.modality for one in analyse(read_text(text)).indicators] == ["actual", "target", "target"]


@pytest.mark.parametrize("sessions", ["十届十一次、十二次", "十一届七次、八次、九次"])
def test_sessions_are_no_figures(sessions: str):
    assert not indicators(f"认真落实县委{sessions}全会精神。")


@pytest.mark.parametrize("place", ["医疗机构", "全区中小学", "养老机构", "校园周边"])
@pytest.mark.parametrize("what", ["专题教育和警示教育", "消防安全培训", "集中整治"])
def test_an_act_is_what_is_held_at_a_place(place: str, what: str):
    [found] = indicators(f"在{place}开展{what}36场。")
    assert found.name == f"开展{what}"


@pytest.mark.parametrize("number", ["28.5%", "235家", "46亿元"])
def test_a_point_typed_for_a_stop_ends_the_sentence(number: str):
    found = indicators(f"出口占比达到{number}.新增金融机构12家。")
    assert found[-1].name == "新增金融机构"


def test_a_population_is_counted_in_people():
    [found] = indicators("543万人民共同奋斗。")
    assert found.value
    assert (found.value.unit, found.name) == ("人", "人民共同奋斗")


def test_the_whole_year_of_a_school_year():
    [found] = analyse(read_text("松原县教育局2023—2024学年工作总结\n一、工作情况\n全年交流教师386人。")).indicators
    assert found.period == "2023/2024"


@pytest.mark.parametrize("made", ["打造", "创建", "建设", "申建"])
def test_what_is_made_is_not_where(made: str):
    [found] = indicators(f"{made}县域经济高质量发展示范区，确保生产总值达到450亿元。")
    assert (found.name, found.scope) == ("生产总值", None)


@pytest.mark.parametrize("meats", [("牛", "羊肉"), ("猪", "牛肉"), ("鸡", "鸭蛋")])
def test_a_kind_is_said_once_for_a_list(meats: tuple[str, str]):
    first, last = indicators(f"{meats[0]}、{meats[1]}分别增长6.1%和5.8%。")
    assert (first.name, last.name) == (meats[0] + meats[1][1], meats[1])


@pytest.mark.parametrize("what", ["国", "省", "市", "县"])
def test_projects_that_a_level_lists_are_ranked(what: str):
    [found] = indicators(f"{what}列重大项目考核居全省第一。")
    assert (found.name, found.rank and found.rank.among) == (f"{what}列重大项目考核", "全省")


@pytest.mark.parametrize("when", ["过去每年", "以前年均", "往年每年"])
def test_where_a_level_comes_from_is_no_part_of_its_name(when: str):
    [found] = indicators(f"工业投资从{when}300亿元提升至600亿元。")
    assert (found.name, found.base and float(found.base.low)) == ("工业投资", 3e10)


@pytest.mark.parametrize("new", ["新登记", "新认定", "新建", "新培育"])
@pytest.mark.parametrize("reach", ["达", "达到", "共有", "总数达"])
def test_the_total_beside_what_is_new_is_not_new(new: str, reach: str):
    first, total = indicators(f"{new}示范企业31家、{reach}87家。")
    assert (first.name, total.name.removesuffix("总数")) == (f"{new}示范企业", "示范企业")
    assert total.value
    assert float(total.value.low) == 87


def test_each_of_a_list_of_new_ones_has_its_total():
    found = indicators("新增专精特新企业86家、达366家，单项冠军15家、达36家。")
    assert [(float(one.value.low), [float(change.quantity.low) for change in one.changes]) for one in found if one.value] == [(366, [86]), (36, [15])]


@pytest.mark.parametrize(("what", "done"), [("个重点工业项目", "建成"), ("个问题", "整改"), ("公里管网", "竣工"), ("个任务", "完成")])
def test_what_was_done_of_those_counted_counts_apart(what: str, done: str):
    unit = "公里" if what.startswith("公里") else "个"
    first, second = indicators(f"37{what}{done}8{unit}。")
    assert first.name == what.removeprefix(unit)
    assert first.name in second.name


@pytest.mark.parametrize("passed", ["突破", "超过", "首次突破"])
@pytest.mark.parametrize(("name", "unit"), [("生产总值", "亿元"), ("农村居民收入", "元"), ("常住人口", "万人")])
def test_a_level_told_twice_is_no_change(passed: str, name: str, unit: str):
    found = indicators(f"{name}{passed}2000{unit}、达到2356{unit}。")
    assert not any(change for one in found for change in one.changes)


@pytest.mark.parametrize("together", ["共", "合计", "总计", "一共"])
@pytest.mark.parametrize("acts", [("新建东桥水厂", "改造西河水厂"), ("启动城东变电站", "完成城西变电站")])
def test_what_two_acts_come_to_together_is_not_of_the_last(together: str, acts: tuple[str, str]):
    first, last = acts
    (row,) = indicators(f"{first}、{last}{together}3座。")
    assert row.name != last
    assert row.value is not None
    assert row.value.low == 3


@pytest.mark.parametrize("those", ["油菜籽等14种农产品产量", "钒钛、硫铁等9种矿产查明资源量", "7类装备产量"])
@pytest.mark.parametrize("rank", ["居全国第1位", "保持全国第一", "位列全省第2位"])
def test_what_has_a_rank_after_five_years_stands_at_their_end(those: str, rank: str):
    parts = "天台省2026年政府工作报告\n一、“十四五”时期工作回顾\n五年来，{}。\n二、2026年工作安排\n今年，新建电站3座。\n"
    told = analyse(read_text(parts.format(those + rank))).indicators
    assert {one.period for one in told if one.modality == "actual"} == {"2025"}


@pytest.mark.parametrize("link", ["、", "，"])
@pytest.mark.parametrize("opener", ["其中", "外贸进出口总额126亿元，其中"])
def test_flows_side_by_side_are_two(opener, link):
    names = [i.name for i in indicators(f"{opener}出口98亿元{link}进口28亿元。")][-2:]
    assert names == ["出口", "进口"]


@pytest.mark.parametrize("crop", ["粮食", "水稻", "油料"])
@pytest.mark.parametrize(("first", "second"), [("总产量", "单产"), ("总产", "单产"), ("单产", "总产量"), ("产量", "单产")])
def test_output_and_yield_are_of_the_crop_sown(crop, first, second):
    found = indicators(f"{crop}播种面积186.5万亩，{first}82.6万吨，{second}443公斤。")
    assert [i.name for i in found] == [f"{crop}播种面积", crop + first, crop + second]


@pytest.mark.parametrize("owner", ["规上工业企业", "国有企业", "民营企业"])
def test_whose_the_first_is_is_no_modifier_of_a_measure(owner):
    found = indicators(f"{owner}营业收入1386亿元、利润总额92亿元。")
    assert [i.name for i in found] == [f"{owner}营业收入", "利润总额"]
    assert owner in f"{found[1].topic}{found[1].scope}"


@pytest.mark.parametrize("past", ["上一个五年", "上个五年", "前五年", "上一任期"])
def test_as_many_times_as_the_years_before(past):
    found = indicators(f"五年累计完成固定资产投资2600亿元，是{past}的1.8倍。")
    assert [(c.form, c.against) for i in found for c in i.changes] == [("multiple", past)]


@pytest.mark.parametrize("when", ["今年", "全年"])
@pytest.mark.parametrize("act", ["新增就业", "实现就业"])
def test_what_stands_behind_a_plan_is_planned(when, act):
    found = indicators(f"{when}计划{act}1.2万人，城镇调查失业率控制在5.5%左右，居民消费价格涨幅3%左右。")
    assert {i.modality for i in found} == {"target"}


def test_what_was_done_of_a_plan_is_not():
    assert [i.modality for i in indicators("全年计划完成投资20亿元，已完成12亿元，占60%。")] == ["target", "actual", "actual"]


@pytest.mark.parametrize("goal", ["的目标以内", "目标之内", "的年度目标以内", "的控制指标以内"])
def test_up_to_where_is_no_name(goal):
    assert {i.name for i in indicators(f"城镇登记失业率为3.1%，比上年下降0.2个百分点，控制在4.5%{goal}。")} == {"城镇登记失业率"}


@pytest.mark.parametrize("who", ["省", "市里", "上级"])
def test_what_was_handed_down_keeps_its_verb(who):
    assert indicators(f"{who}下达的86件任务全部办结。")[0].name == f"{who}下达任务"


@pytest.mark.parametrize(("first", "second"), [("PM10", "PM2.5"), ("PM2.5", "PM10"), ("CO2", "SO2")])
@pytest.mark.parametrize("measure", ["平均浓度", "年均浓度"])
def test_signs_with_numbers_are_no_twins(first, second, measure):
    found = indicators(f"{first}、{second}{measure}分别为52和29微克/立方米。")
    assert [i.name for i in found] == [first + measure, second + measure]


@pytest.mark.parametrize("whole", ["全社会用电量36.8亿千瓦时，增长7.2%，其中工业用电24.6亿千瓦时，增长9.1%", "税收38亿元，非税收入12亿元"])
@pytest.mark.parametrize(("times", "periods"), [("一季度、二季度", ["2023-Q1", "2023-Q2"]), ("1月、2月", ["2023-01", "2023-02"])])
def test_growths_of_listed_times_are_of_the_last_thing_told(whole, times, periods):
    found = indicators(f"{whole}，{times}分别增长5.2%、8.6%。")[-2:]
    assert len({i.name for i in found}) == 1
    assert [(i.period, i.changes[0].quantity.low) for i in found] == list(zip(periods, [Decimal("5.2"), Decimal("8.6")], strict=True))


@pytest.mark.parametrize("rate", ["供水率", "供热率", "隔离率"])
def test_together_is_part_of_a_rate(rate):
    assert indicators(f"集中{rate}95.6%。")[0].name == f"集中{rate}"


def test_given_is_one_word():
    assert indicators("给予党纪政务处分112人。")[0].name == "给予党纪政务处分"


@pytest.mark.parametrize(("first", "rate"), [("赔付支出", "赔付率")])
def test_a_rate_of_an_act_takes_no_measure(first, rate):
    assert indicators(f"{first}9.6亿元，{rate}35.8%。")[1].name == rate


@pytest.mark.parametrize("month", ["5月当月", "5月份当月"])
def test_the_month_itself_is_no_name(month):
    [_, part] = indicators(f"完成投资62亿元，其中{month}12.6亿元。")
    assert (part.name, part.period) == ("完成投资", "2023-05")


def test_items_that_say_their_levels_share_none():
    names = [i.name for i in indicators("培育国家级小巨人企业3家、省级中小企业28家、创新型企业65家。")]
    assert names == ["培育国家级小巨人企业", "培育省级中小企业", "培育创新型企业"]


def test_of_each_thousand_is_not_new():
    assert [i.name for i in indicators("新设经营主体8620户，每千人拥有经营主体126户。")][1] == "每千人拥有经营主体"


@pytest.mark.parametrize("thing", ["低保标准", "供养标准"])
@pytest.mark.parametrize(("first", "second"), [("城市", "农村"), ("城镇", "乡村"), ("主城区", "农村")])
def test_a_standard_of_towns_and_one_of_the_land(thing, first, second):
    found = indicators(f"{thing}{first}提高到每人每月760元，{second}提高到每人每年7200元。")
    assert [i.name for i in found] == [thing + first + "每人每月", thing + second + "每人每年"]


@pytest.mark.parametrize("called", ["全国文明城市创建测评得分", "全国卫生城市复审得分", "境内上市公司"])
def test_what_something_is_called_is_no_scope(called):
    [found] = indicators(f"{called}达到93.6分。")
    assert (found.name, found.scope) == (called, None)


@pytest.mark.parametrize("stores", ["储备", "库存"])
def test_stores_of_each_in_a_list(stores):
    assert [i.name for i in indicators(f"粮油、肉类、蔬菜{stores}分别达到12万吨、3000吨和1500吨。")] == [f"粮油{stores}", f"肉类{stores}", f"蔬菜{stores}"]


@pytest.mark.parametrize("word", ["“三下降”", "“三降”", "全面下降"])
def test_how_all_moved_is_no_name(word):
    found = indicators(f"火灾起数、亡人数、伤人数{word}，分别下降12%、50%、33%。")
    assert [i.name for i in found][1:] == ["亡人数", "伤人数"]
