"""How clerks of agencies tell figures: labels of items, times as amounts, what is left, means before an act, plans they were a share of."""

from __future__ import annotations

from itertools import product

import pytest

from .test_extract import indicators
from .test_told_of_acts import on

TITLE = "青禾县交通局2024年工作总结"


def told(text: str, title: str = TITLE) -> list[dict]:
    return on(title, text)


@pytest.mark.parametrize("mark", ["——", "●", "■", "•", "★"])
@pytest.mark.parametrize("label", ["3号线二期", "石坪水库工程", "智慧公交平台", "青年夜校"])
@pytest.mark.parametrize("row", ["累计完成投资4.6亿元", "接入设备1200台", "覆盖率98%"])
def test_the_label_of_an_item_is_what_its_rows_are_of(mark, label, row):
    [found] = told(f"一、主要工作\n春节不停工、雨季抢工期，各项工作受控：\n{mark}{label}。{row}。")
    assert label in (found["topic"] or "") + found["name"]


@pytest.mark.parametrize(("sum_", "unit"), [("累计", "天"), ("共计", "小时"), ("合计", "天")])
@pytest.mark.parametrize("act", ["启动应急响应8次", "举办展览6场", "开展巡查12次"])
def test_a_time_that_is_summed_up_is_an_amount(act, sum_, unit):
    found = indicators(f"{act}、{sum_}29{unit}。")
    assert [(i.value.low, i.value.unit) for i in found][1:] == [(29, unit)]
    assert found[0].name == found[1].name


@pytest.mark.parametrize("hours", ["志愿服务时长12.6万小时", "累计服务3.2万小时", "参与学习86万小时"])
def test_ten_thousands_of_hours_are_an_amount(hours):
    assert [i.value.unit for i in indicators(f"{hours}。")] == ["小时"]


@pytest.mark.parametrize(("name", "unit", "moved", "sign"), [("高温日数", "天", "比去年多", 1), ("优良天数", "天", "同比少", -1), ("预警提前量", "分钟", "比上年提高", 1), ("平均用时", "分钟", "较上年缩短", -1)])
def test_a_time_that_is_measured_moves(name, unit, moved, sign):
    [found] = indicators(f"{name}56{unit}，{moved}6{unit}。")
    assert (found.name, float(found.value.low), [float(c.quantity.low) for c in found.changes]) == (name, 56, [6 * sign])


def test_a_time_beside_a_rate_moves_with_it():
    first, second = indicators("暴雨预警准确率92.6%、提前量58分钟，分别比上年提高2.1个百分点和7分钟。")
    assert (float(first.changes[0].quantity.low), float(second.changes[0].quantity.low), second.changes[0].quantity.unit) == (2.1, 7, "分钟")


@pytest.mark.parametrize("season", ["上一流行季", "上个采暖期", "上一榨季", "上一评估周期"])
@pytest.mark.parametrize(("moved", "sign"), [("低", -1), ("高", 1), ("下降", -1)])
def test_another_season_is_what_a_change_is_against(season, moved, sign):
    [found] = indicators(f"阳性率17.5%，比{season}{moved}6.2个百分点。")
    [change] = found.changes
    assert (found.name, float(change.quantity.low), change.basis, change.against) == ("阳性率", 6.2 * sign, "previous_period", season)


@pytest.mark.parametrize("then", ["上年", "去年同期", "上一年度", "上一年"])
def test_as_many_times_as_the_year_before(then):
    [found] = indicators(f"赔付318万元，是{then}的1.6倍。")
    assert (found.name, found.changes[0].form, found.changes[0].basis) == ("赔付", "multiple", "yoy")


@pytest.mark.parametrize(("over", "what"), [("百万人次", "有责投诉"), ("百万车公里", "责任事故"), ("千人", "投诉")])
def test_what_a_rate_is_over_is_no_figure(over, what):
    [found] = indicators(f"{over}{what}1.2件。")
    assert (found.name, float(found.value.low)) == (over + what, 1.2)


@pytest.mark.parametrize(("verb", "what"), list(product(["减", "压减", "压缩", "缩短"], ["环节", "时限", "办理时间"])))
def test_what_is_made_less_for_those_who_come(verb, what):
    [found] = indicators(f"平均{verb}{what}61%。")
    assert (found.name, float(found.changes[0].quantity.low)) == (what, -61)


@pytest.mark.parametrize("rest", ["余下", "其余", "剩余", "余下的"])
@pytest.mark.parametrize("fate", ["因涉及历史遗留问题正在会商", "计划年底完工", "正在限期整改", "已下达责令整改通知书并挂牌督办"])
def test_what_is_left_is_not_named_by_what_becomes_of_it(rest, fate):
    found = indicators(f"排查隐患67处，已整改65处，{rest}2处{fate}。")
    assert found[-1].name == f"{rest.removesuffix('的')}隐患"


@pytest.mark.parametrize("among", ["后两项", "后两者"])
def test_the_last_two_are_those_told_last(among):
    found = indicators(f"办结率99.2%、解决率90.6%、满意率93.1%，{among}同比分别提高4.3个、2.8个百分点。")
    assert [[float(c.quantity.low) for c in i.changes] for i in found] == [[], [4.3], [2.8]]


@pytest.mark.parametrize("growth", ["增幅", "增速"])
def test_the_growths_of_two_are_ranked(growth):
    found = indicators(f"销售总额86亿元，增长9.2%，汇总利润3270万元，增长8.1%，两项指标{growth}分别居全省第5位、第7位。")
    assert [(i.name, i.rank.quantity.low) for i in found] == [("销售总额", 5), ("汇总利润", 7)]


@pytest.mark.parametrize("means", ["抓住有利时机", "抢抓晴好天气", "顺应群众所需"])
def test_what_an_act_made_use_of_names_nothing(means):
    [found] = indicators(f"{means}组织作业38次。")
    assert found.name == "组织作业"


@pytest.mark.parametrize("how", ["“一船一策”", "“一户一策”“一人一档”", "据企业测算", "专家和执法人员采取“四不两直”方式"])
@pytest.mark.parametrize("act", ["检查企业", "引进团队", "帮扶家庭"])
def test_how_it_was_done_names_nothing(how, act):
    [found] = indicators(f"{how}{act}38家。")
    assert found.name == act


@pytest.mark.parametrize("body", ["市支队抽查", "第三方测评", "省厅核查"])
def test_who_found_it_names_nothing(body):
    [found] = indicators(f"头盔佩戴率经{body}为87%，比年初提高11个百分点。")
    assert (found.name, float(found.changes[0].quantity.low)) == ("头盔佩戴率", 11)


@pytest.mark.parametrize("only", ["", "仅", "已"])
@pytest.mark.parametrize("verb", ["为", "达到", "相当于"])
@pytest.mark.parametrize("plan", ["年度计划", "年度目标", "年初预算", "年度任务"])
@pytest.mark.parametrize("thing", ["完成投资", "接待游客", "税收收入"])
def test_how_much_of_a_plan_was_done_is_told_in_its_own_clause(thing, only, verb, plan):
    [found] = indicators(f"{thing}{only}{verb}{plan}的28%。")
    assert (found.name, found.modality) == (f"{thing}{verb}{plan}比例", "actual")


@pytest.mark.parametrize("aim", ["围绕", "锚定", "紧扣"])
def test_what_a_goal_is_of_is_named_without_the_word_that_leads_to_it(aim):
    found = indicators(f"{aim}全年医疗收入2亿元、手术占比45%以上的目标，抓紧建设。")
    assert [(i.name, i.modality) for i in found] == [("医疗收入", "target"), ("手术占比", "target")]


@pytest.mark.parametrize(("counted", "unit", "count"), [("事故", "起", "起数"), ("案件", "件", "件数")])
def test_a_count_alone_is_of_what_was_counted(counted, unit, count):
    found = indicators(f"发生{counted}7{unit}，死亡4人，{count}减少2{unit}。")
    assert [[float(c.quantity.low) for c in i.changes] for i in found] == [[-2], []]


def test_against_the_year_before_by_its_number():
    found = on("青禾县公安局2023年工作总结", "发生事故7起，死亡4人，与2022年相比，起数减少2起，亡人数减少3人。")
    assert [c["basis"] for i in found for c in i["changes"]] == ["yoy", "yoy"]


@pytest.mark.parametrize("why", ["因临床合理用血持续推进", "受市场价格影响", "由于节约用血"])
@pytest.mark.parametrize("what", ["血浆", "全血"])
def test_why_it_moved_stands_between_a_thing_and_its_change(what, why):
    found = indicators(f"红细胞同比增长6.4%，{what}{why}，下降3.8%。")
    assert [(i.name, float(i.changes[0].quantity.low)) for i in found] == [("红细胞", 6.4), (what, -3.8)]


@pytest.mark.parametrize("kinds", ["21个领域", "6大领域", "12个方面"])
def test_how_many_kinds_there_are_is_no_part_of_a_name(kinds):
    [found] = indicators(f"共行使{kinds}1048项行政处罚权。")
    assert found.name == "行使行政处罚权"


@pytest.mark.parametrize("area", ["城区", "农村", "主城区"])
@pytest.mark.parametrize("row", ["新划停车泊位530个", "建成劝导站118个"])
def test_an_area_that_a_sentence_opens_with_is_where(area, row):
    [found] = indicators(f"{area}方面，{row}。")
    assert found.scope == area


@pytest.mark.parametrize("size", ["400毫升献血者", "5吨以上货车"])
def test_a_size_that_says_which_is_no_figure(size):
    [found] = indicators(f"{size}比例由66.2%上升至69.8%。")
    assert (found.name, float(found.value.low), float(found.base.low)) == (f"{size}比例", 69.8, 66.2)


@pytest.mark.parametrize("of", ["全市7家县级医院中均居", "全市中均居", "全市仅列"])
def test_a_place_among_others(of):
    found = indicators(f"经济总量偏小、在{of}第7位。")
    assert [(i.name, "全市" in i.rank.among) for i in found] == [("经济总量", True)]


@pytest.mark.parametrize("two", ["清理僵尸企业、收回闲置土地", "查获套牌车辆、约谈运输企业"])
def test_of_two_acts_the_last_has_the_number(two):
    [found] = indicators(f"{two}640余亩。")
    assert found.name == two.split("、")[1]


@pytest.mark.parametrize("which", ["承担国家筛查项目的", "参与试点建设的"])
@pytest.mark.parametrize("who", ["东溪、西庙两县区", "三个乡镇", "九个县区"])
def test_which_of_them_acted_is_scope(which, who):
    [found] = indicators(f"{which}{who}完成初筛9200人。")
    assert (found.name, found.scope) == ("初筛", who)


@pytest.mark.parametrize("how", ["省市县联动", "会同人社、农商行等部门", "承担的", "第三方开展的"])
def test_with_whom_and_on_whose_behalf_names_nothing(how):
    [found] = indicators(f"{how}市级化肥淡季储备资金12.8亿元。") if how.endswith("的") else indicators(f"{how}发放消费券12.8亿元。")
    assert found.name == ("市级化肥淡季储备资金" if how.endswith("的") else "发放消费券")


@pytest.mark.parametrize("with_", ["会同人社、农商行等部门", "联合工会、妇联"])
def test_what_was_done_with_others_is_what_is_counted_behind_it(with_):
    first, second = indicators(f"{with_}持续放大“青创贷”品牌效应，上半年发放426笔、1.37亿元。")
    assert "青创贷" in first.name
    assert first.name == second.name


@pytest.mark.parametrize(("one", "other"), [("收入", "支出"), ("收入总计", "支出总计")])
def test_the_twin_behind_a_semicolon_is_of_the_whole(one, other):
    found = indicators(f"{one}3.68亿元，其中土地出让收入3.17亿元；{other}6.05亿元，占预算的35.9%。")
    assert [i.name for i in found][2:] == [other, f"{other}占预算比例"]


@pytest.mark.parametrize("told", ["中常态化运行的仅25个", "均在七日内答复", "无一升级"])
def test_what_is_told_of_those_counted_is_not_what_they_are(told):
    assert indicators(f"全县41个劝导站{told}。")[0].name == "劝导站"


@pytest.mark.parametrize("act", ["惠及", "覆盖"])
def test_a_second_list_is_of_what_the_first_names(act):
    found = indicators(f"生活补贴和护理补贴分别{act}5312人、7046人，标准为86元和100元。")
    assert [i.name for i in found][2:] == ["生活补贴标准", "护理补贴标准"]


@pytest.mark.parametrize("state", ["增势较好", "势头强劲", "增长较快"])
def test_how_a_part_stands_is_before_its_growth(state):
    found = indicators(f"固定资产投资增长12.6%，其中工业投资{state}，增长18.9%。")
    assert [(i.name, float(i.changes[0].quantity.low)) for i in found] == [("固定资产投资", 12.6), ("工业投资", 18.9)]


@pytest.mark.parametrize("opens", ["由原来的9个网格", "由9个网格", "将原来的9个网格", "将原有9个网格"])
def test_what_a_count_changed_from_is_named_behind_it(opens):
    [found] = indicators(f"{opens}调整为12个。")
    assert (found.name, int(found.base.low), int(found.value.low)) == ("网格", 9, 12)


def test_a_count_in_another_unit_is_of_the_clause_before():
    first, second = indicators("网格达到12个，发动退休教师担任楼栋长，由去年底的61名增加到84名。")
    assert (first.name, int(second.base.low)) == ("网格", 61)
    assert "楼栋长" in second.name


@pytest.mark.parametrize("other", ["燃油车", "周边农户", "行业控制值"])
@pytest.mark.parametrize(("differs", "sign"), [("高出", 1), ("低", -1), ("高", 1)])
def test_whatever_else_a_rate_is_set_beside(other, differs, sign):
    [found] = indicators(f"赔付率高达88.9%，比{other}{differs}19.7个百分点。")
    [change] = found.changes
    assert (found.name, float(change.quantity.low), change.against) == ("赔付率", 19.7 * sign, other)


@pytest.mark.parametrize("place", ["在省公司系统由低到高排", "在全市各县区、开发区中列", "在全市各县区中居"])
def test_the_arena_of_a_place(place):
    [found] = indicators(f"亿元保费投诉量{place}第4位。")
    assert (found.name, found.rank.among in place) == ("亿元保费投诉量", True)


@pytest.mark.parametrize("people", ["民警、禁毒社工、志愿者", "党员干部", "医生、律师"])
def test_who_went_where_names_nothing(people):
    [found] = indicators(f"组织{people}深入校园开展宣讲864场。")
    assert found.name == "开展宣讲"


@pytest.mark.parametrize(("led", "whom"), [("对", "客货运驾驶人"), ("为", "家庭经济困难幼儿"), ("向", "失能老人")])
def test_for_whom_an_act_was_done_may_be_its_topic(led, whom):
    [found] = told(f"会同有关部门{led}{whom}发放用品864份。")
    assert whom in (found["topic"] or "") + found["name"] + (found["scope"] or "")


def test_under_what_conditions_names_nothing():
    found = indicators("车险2.93亿元，增长3.1%，非车险在业务接连丢标的不利情况下仍做到1.75亿元，增幅14.0%。")
    assert [i.name for i in found] == ["车险", "非车险"]


def test_two_sizes_that_are_told_of_are_two_figures():
    assert [float(i.value.low) for i in indicators("在库112宗1.36万亩全部落图落责。")] == [112, 13600]


@pytest.mark.parametrize(("volume", "mass"), [("升", "毫克"), ("立方米", "微克"), ("公斤", "毫克")])
def test_a_concentration_is_over_its_volume(volume, mass):
    [moved] = indicators(f"污水浓度由每{volume}78{mass}提高到92{mass}。")
    assert (moved.base.unit, moved.value.unit) == (f"{mass}/{volume}", f"{mass}/{volume}")
    [found] = indicators(f"粉尘浓度为每{volume}31{mass}。")
    assert found.value.unit == f"{mass}/{volume}"


@pytest.mark.parametrize("aim", ["紧盯全年目标不放松", "锚定年度目标", "对照全年任务查漏补缺"])
def test_what_is_aimed_at_for_the_year_is_of_the_year(aim):
    found = on("青禾县文旅局2024年上半年工作总结", f"一、工作情况\n接待游客12万人次。\n二、下半年打算\n下半年，我局将{aim}，确保完成投资79.5亿元、四季度再开工项目5个。")
    assert [(i["period"], i["modality"]) for i in found][1:] == [("2024", "target"), ("2024-Q4", "target")]


@pytest.mark.parametrize("due", ["年度计划投资", "年度投资任务", "年度计划"])
def test_what_is_due_in_the_year_is_of_the_year(due):
    found = on("青禾县文旅局2024年上半年工作总结", f"在建项目18个，{due}22.4亿元，上半年完成12.7亿元。")
    assert [(i["period"], i["modality"]) for i in found] == [("2024-H1", "actual"), ("2024", "target"), ("2024-H1", "actual")]


@pytest.mark.parametrize("early", ["提前一个月投产", "提前两个月完工", "提前3个月建成"])
def test_how_early_is_no_time(early):
    found = on("青禾供电公司2024年上半年工作总结", f"东山输变电工程{early}，新增变电容量36万千伏安。")
    assert [i["period"] for i in found] == ["2024-H1"]


def test_the_first_of_those_told_are_the_first():
    found = indicators("立案事故1286起，造成203人死亡、1397人受伤，直接财产损失512.6万元，前三项分别下降6.2%、9.8%、4.1%。")
    assert [[float(c.quantity.low) for c in i.changes] for i in found] == [[-6.2], [-9.8], [-4.1], []]


@pytest.mark.parametrize("over", ["高出", "多出", "超出"])
def test_above_what_was_due_is_a_change(over):
    [found] = indicators(f"耕地保有量213.6万亩，{over}省下达任务1.2万亩。")
    assert (found.name, float(found.changes[0].quantity.low), found.changes[0].basis) == ("耕地保有量", 12000, "plan")


def test_for_the_time_being_is_no_arena():
    [found] = indicators("业绩考核在全省系统暂列第4位。")
    assert (found.name, found.rank.among) == ("业绩考核", "全省系统")
