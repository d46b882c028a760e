"""What was done: more or fewer than before, why it moved, when, by what sum, how much was due; acts not done, acts joined by 或."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_text

from .test_extract import indicators

ACTS = [("检查", "企业", "家"), ("走访", "群众", "户"), ("查扣", "非法产品", "箱"), ("办结", "案件", "件"), ("建成", "公路", "公里"), ("接种", "疫苗", "剂次")]
BEFORE = [("较上年", "yoy", None), ("比去年同期", "yoy", None), ("同比", "yoy", None), ("比计划", "plan", "计划"), ("较2019年", "base", "2019年")]


def on(title: str, text: str) -> list[dict]:
    return emit(analyse(read_text(f"{title}\n{text}\n")), model="test")["indicators"]


@pytest.mark.parametrize(("act", "before"), list(product(ACTS, BEFORE)))
@pytest.mark.parametrize(("more", "sign"), [("多", 1), ("少", -1)])
def test_how_many_more_were_done_is_a_change(act, before, more, sign):
    (verb, thing, unit), (against, basis, reference) = act, before
    [found] = indicators(f"{verb}{thing}326{unit}，{against}{more}{verb}42{unit}。")
    assert found.name == verb + thing
    assert [(c.quantity.low, c.basis, c.against, c.form) for c in found.changes] == [(42 * sign, basis, reference, "difference")]


@pytest.mark.parametrize("cause", ["因落实减免政策", "受市场需求不足影响", "由于政策调整", "受上年基数较高等因素影响", "因产品价格回落", "得益于新项目投产"])
@pytest.mark.parametrize(("what", "size"), [("征收残保金", "628万元"), ("出口额", "86亿元"), ("货运量", "412万吨")])
def test_why_something_moved_is_no_name(cause, what, size):
    [found] = indicators(f"{what}{size}，{cause}同比下降4.5%。")
    assert (found.name, [c.quantity.low for c in found.changes]) == (what, [-4.5])


@pytest.mark.parametrize("cause", ["因超速引发事故", "因工死亡人数", "受理案件", "受理投诉", "因病致贫户"])
def test_what_a_cause_has_done_is_counted(cause):
    assert indicators(f"检查企业36家，{cause}同比下降12%。")[-1].name.endswith(cause[-2:])


@pytest.mark.parametrize("until", ["截至年底", "截至10月底", "截止11月底", "截至目前", "截至2024年10月底"])
@pytest.mark.parametrize("things", ["民生实事", "重点项目", "整改任务"])
def test_until_when_is_no_name(until, things):
    due, done = indicators(f"{things}10件，{until}完成9件。")
    assert (due.name, done.name) == (things, f"完成{things}")


@pytest.mark.parametrize(("sum_", "verb", "where", "thing"), list(product(["投入1250万元", "筹资860万元", "安排3亿元", "拨付2600万元"], ["建成", "改造", "新建"], ["柳坪、茶园", "城东等"], ["派出所业务用房", "公办幼儿园"])))
def test_what_a_sum_was_spent_on_stands_behind_both(sum_, verb, where, thing):
    spent, built = indicators(f"{sum_}{verb}{where}5个{thing}。")
    assert (spent.name, built.name) == (sum_[:2] + verb + thing, verb + thing)


DUE = ["占年度任务", "为省下达任务", "占全年计划", "为市分解任务", "占年初预算"]


@pytest.mark.parametrize("due", DUE)
@pytest.mark.parametrize(("act", "unit"), [("完成营造林", "万亩"), ("完成投资", "亿元"), ("注销老旧货车", "辆")])
def test_what_was_due_is_a_target_of_the_year(due, act, unit):
    done, aim, share = on("某县某局2024年上半年工作总结", f"{act}86{unit}，{due}110{unit}的78.2%。")
    assert [(i["modality"], i["period"]) for i in (done, aim, share)] == [("actual", "2024-H1"), ("target", "2024"), ("actual", "2024-H1")]
    assert aim["name"] == act + due[1:]


@pytest.mark.parametrize("due", ["市下达任务", "年度任务", "年初计划", "省下达计划数"])
def test_what_was_done_of_a_task_is_no_task(due):
    aim, done = on("某县某局2024年工作总结", f"{due}120户，实际完成126户。")
    assert [(i["name"], i["modality"]) for i in (aim, done)] == [(due, "target"), ("完成", "actual")]


def test_a_task_that_is_only_counted_is_none():
    assert on("某县某局2024年工作总结", "高标准农田建设任务4.2万亩，已完工2.9万亩。")[0]["modality"] == "actual"


@pytest.mark.parametrize("denied", ["不予", "免予", "不再", "暂不"])
@pytest.mark.parametrize("act", ["处罚", "起诉", "审批"])
def test_what_was_not_done_is_another_act(denied, act):
    assert indicators(f"对轻微违法行为{denied}{act}21起。")[0].name.endswith(denied + act)


@pytest.mark.parametrize(("acts", "things"), list(product(["主导或参与制修订", "承办或协办", "新建或改建"], [("国家标准", "行业标准"), ("省级赛事", "市级赛事")])))
def test_acts_joined_by_or_are_one(acts, things):
    assert indicators(f"{acts}{things[0]}17项。")[0].name == acts + things[0]


def test_a_kind_of_one_thing_is_none_of_another():
    assert [one.name for one in indicators("制定国家标准17项、行业标准22项、地方标准6项。")] == ["制定国家标准", "制定行业标准", "制定地方标准"]


@pytest.mark.parametrize("why", ["因用地、资金等原因", "因征迁原因", "受天气因素影响", "因规划调整等原因"])
@pytest.mark.parametrize(("thing", "state"), [("项目", "进度滞后"), ("项目", "停工"), ("村", "跨年实施")])
def test_the_state_behind_a_reason_belongs_to_a_name(why, thing, state):
    assert indicators(f"4个{thing}{why}{state}。")[0].name == thing + state


@pytest.mark.parametrize(("unit", "thing"), [("县次", "发布预警"), ("镇次", "检查"), ("村次", "巡查"), ("蒸吨", "淘汰燃煤锅炉"), ("批次/千人", "食品抽检")])
def test_units_that_count_again(unit, thing):
    [found] = indicators(f"{thing}238{unit}。")
    assert (found.value.low, found.value.unit, found.name) == (238, unit, thing)


@pytest.mark.parametrize("size", ["35蒸吨", "10蒸吨"])
def test_a_size_of_a_kind_is_no_figure(size):
    assert [one.value.low for one in indicators(f"全面淘汰{size}以下燃煤锅炉86台。")] == [86]


@pytest.mark.parametrize("arena", ["全市各县（市、区）", "全州各县（市）", "全省14个市州", "全区12个镇（街道）"])
@pytest.mark.parametrize("holds", ["列{}第3", "居{}第3位", "在{}中位居第3", "在{}中由第9位升至第3位"])
def test_among_whom_a_place_is(arena, holds):
    [found] = indicators(f"满意度{holds.format(arena)}。")
    assert (found.name, found.rank.quantity.low, found.rank.among) == ("满意度", 3, arena)


@pytest.mark.parametrize("end", ["底", "末"])
@pytest.mark.parametrize(("title", "basis"), [("某县某局2024年上半年工作总结", "base"), ("某县某局2024年工作总结", "yoy")])
def test_the_end_of_the_year_before_is_no_year_before_in_a_half_year(end, title, basis):
    [found] = on(title, f"优良路率达到91.7%，比2023年{end}提高0.8个百分点。")
    assert [(c["basis"], c.get("against")) for c in found["changes"]] == [(basis, f"2023年{end}" if basis == "base" else None)]


@pytest.mark.parametrize("before", ["上年", "上一年度", "上学年", "上季度", "年初"])
@pytest.mark.parametrize("of", ["", "的", "的全市"])
def test_the_place_of_the_time_before_is_the_base_of_the_row(before, of):
    [found] = indicators(f"综合得分由{before}{of}第21位上升到第15位。")
    assert (found.name, found.rank.quantity.low, found.base.low) == ("综合得分", 15, 21)


@pytest.mark.parametrize(("lead", "tail"), [("省赛", "等奖"), ("完成", "级手术"), ("发现", "类问题"), ("技能大赛获", "等奖")])
@pytest.mark.parametrize("numbers", ["一、二、三", "二、三"])
def test_numbers_of_one_list_share_what_stands_round_them(lead, tail, numbers):
    sizes = "、".join(f"{n}项" for n in (19, 31, 44)[: len(numbers.split("、"))])
    names = [one.name for one in indicators(f"{lead}{numbers}{tail}分别{sizes}。")]
    assert [name.removeprefix(lead) for name in names] == [number + tail for number in numbers.split("、")]


@pytest.mark.parametrize("saved", ["节约", "节省", "少耗"])
def test_what_was_saved_is_a_fall(saved):
    [found] = indicators(f"全行用电量218万千瓦时，比上年{saved}7.3万千瓦时。")
    assert [(c.quantity.low, c.basis) for c in found.changes] == [(-73000, "yoy")]


@pytest.mark.parametrize("mark", ["大关", "台阶", "关口"])
def test_a_mark_that_was_passed_is_said_by_the_level(mark):
    [found] = indicators(f"餐饮收入突破千亿元{mark}，达1136.2亿元。")
    assert (found.name, found.value.low) == ("餐饮收入", 113620000000)


@pytest.mark.parametrize("time", ["报告期内", "本报告期", "全学年", "两天时间", "3个月时间", "40天累计", "10个月的时间"])
@pytest.mark.parametrize(("act", "unit"), [("受理投诉", "件"), ("发送旅客", "人次"), ("筹集款物", "万元")])
def test_how_long_it_took_is_no_name(time, act, unit):
    assert indicators(f"{time}{act}58{unit}。")[-1].name == act


@pytest.mark.parametrize("paper", ["交办单", "通知单", "提示函", "明白卡"])
@pytest.mark.parametrize("how", ["", "分别", "陆续"])
def test_a_paper_that_was_issued_is_whole(paper, how):
    assert indicators(f"{how}下发{paper}27份。")[0].name == f"下发{paper}"


@pytest.mark.parametrize("by", ["经第三方测评为", "经市统计局调查达", "经抽样检测"])
@pytest.mark.parametrize("rate", ["家长满意度", "合格率"])
def test_who_found_a_rate_is_no_part_of_its_name(by, rate):
    assert indicators(f"{rate}{by}96.4%。")[0].name == rate


@pytest.mark.parametrize("when", ["11月底前", "于11月底前", "年底前", "年内"])
@pytest.mark.parametrize("done", ["全部完成", "整改到位"])
def test_by_when_it_will_be_done_is_no_name(when, done):
    assert indicators(f"剩余540户户厕改造任务{when}{done}。")[0].name == "剩余户厕改造任务"


@pytest.mark.parametrize("phase", ["一期", "二期", "三期"])
@pytest.mark.parametrize(("thing", "size"), [("标准化厂房", "12.6万平方米"), ("污水处理厂", "3万吨"), ("环湖绿道", "21.6公里")])
def test_the_size_of_a_phase_is_a_figure(phase, thing, size):
    [found] = indicators(f"{thing}{phase}{size}投运。")
    assert found.name.startswith(thing + phase)


SHORT = ["人才仍然偏少，博士仅11人。", "仍存在用房不足等问题，欠账860万元。", "停车泊位缺口3200个。"]
COMES = ["下一步，将引进博士6名。", "2025年，投入1200万元。", "为此，我局将新建校舍3栋。", "聚焦主责主业，完成投资8亿元。"]


@pytest.mark.parametrize("heading", ["二、存在问题及下一步打算", "三、存在的主要问题和2025年工作计划", "四、困难问题与下步工作安排", "二、主要不足及下一步工作重点"])
@pytest.mark.parametrize(("short", "comes"), list(product(SHORT, COMES)))
@pytest.mark.parametrize("between", ["", "\n"])
def test_below_a_heading_of_both_shortcomings_are_told_and_plans_are_aims(heading, short, comes, between):
    found = on("某县某局2024年工作总结", f"一、主要工作\n检查企业36家。\n{heading}\n{short}{between}{comes}")
    assert [(i["modality"], i["period"]) for i in found] == [("actual", "2024"), ("actual", "2024"), ("target", "2025")]


@pytest.mark.parametrize("days", ["优良天数", "平均办理时间", "平均住院日"])
@pytest.mark.parametrize("told", ["好于去年", "保持稳定", "不高于上年水平"])
@pytest.mark.parametrize("reached", ["达到", "为", "稳定在"])
def test_a_time_that_the_clause_before_measures_is_a_figure(days, told, reached):
    [found] = indicators(f"{days}{told}，{reached}320天。")
    assert (found.name, found.value.low) == (days, 320)


@pytest.mark.parametrize("opens", ["这是综合实力稳步提升的五年。", "——这是追求务实高效、自身建设不断加强的五年。", "过去五年是民生持续改善的五年。"])
def test_a_paragraph_on_five_years_is_of_all_of_them(opens):
    found = on("某县政府工作报告（2021年1月）", f"一、“十三五”时期及2020年工作回顾\n2020年，检查企业36家。\n{opens}新建校舍3栋。")
    assert [(i["modality"], i["period"]) for i in found] == [("actual", "2020"), ("actual", "2016/2020")]


@pytest.mark.parametrize("by", ["达到", "相当于", "占"])
@pytest.mark.parametrize("when", ["上年度", "上年", "2022年"])
def test_the_time_of_what_something_is_measured_by_dates_nothing(by, when):
    found = on("某县2023年政府工作报告（2023年1月）", f"一、2022年工作回顾\n检查企业36家。\n二、2023年主要目标\n低保标准{by}{when}居民收入的20%。")
    assert [(i["modality"], i["period"]) for i in found] == [("actual", "2022"), ("target", "2023")]
    assert found[1]["name"].startswith("低保标准")


@pytest.mark.parametrize("second", ["二是集体收入八成以上靠租金", "二是高级职称仅3人", "二是12个小区失管"])
def test_what_falls_short_goes_on_by_its_numbers(second):
    found = on("某县某局2024年工作总结", f"一、主要工作\n检查企业36家。\n二、存在不足与明年打算\n不足：一是人员紧，每人服务居民逾700人；{second}。\n明年，新建校舍3栋。")
    assert [i["period"] for i in found] == ["2024", "2024", "2024", "2025"]


HALF = "澜江县文旅局2024年上半年工作总结"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("去年全年接待游客860万人次，今年上半年接待520万人次，增长18%。", ["2023", "2024-H1"]),
        ("去年接待游客860万人次，今年1—5月接待520万人次，增长18%。", ["2023", "2024-01/2024-05"]),
        ("去年同期接待游客440万人次，今年上半年接待520万人次。", ["2023-H1", "2024-H1"]),
        ("去年7月至今年6月，接待游客860万人次。", ["2023-07/2024-06"]),
        ("接待游客520万人次，一季度增长5.2%，二季度增长6.8%。", ["2024-H1", "2024-Q1", "2024-Q2"]),
        ("接待游客520万人次，上半年增长5.2%。", ["2024-H1"]),
        ("接待游客520万人次，6月份环比增长5.2%。", ["2024-H1", "2024-06"]),
        ("规上工业增加值增长8.9%，1—2月增长10.4%。", ["2024-H1", "2024-01/2024-02"]),
    ],
)
def test_each_figure_is_of_the_time_it_is_told_of(text, periods):
    found = on(HALF, f"一、主要工作\n{text}")
    assert [i["period"] for i in found] == periods
    assert len({i["name"] for i in found}) == 1


@pytest.mark.parametrize("before", ["，上年同期居第5位", "（去年同期为第5位）", "，去年同期排第5位"])
def test_an_earlier_place_is_the_base(before):
    [found] = on(HALF, f"一、主要工作\n空气质量综合指数在全市8个县区中居第3位{before}。")
    assert (found["name"], found["base"]["low"], found["rank"]["low"]) == ("空气质量综合指数", 5, 3)


@pytest.mark.parametrize("when", ["上年同期", "去年", "去年同期"])
def test_from_a_place_to_a_place_among_many(when):
    [found] = on(HALF, f"一、主要工作\n空气质量综合指数在全市8个县区中由{when}第5位上升到第3位。")
    assert (found["name"], found["rank"]["among"]) == ("空气质量综合指数", "全市8个县区")


@pytest.mark.parametrize("counted", ["死亡人数", "事故起数", "立案件数"])
@pytest.mark.parametrize("opens", ["", "与去年同期相比，起火点减少2处；"])
def test_a_count_that_fell_is_a_change(counted, opens):
    found = on(HALF, f"一、主要工作\n{opens}{counted}减少3人，下降37.5%。")[-1]
    assert found["name"] == counted
    assert [(c["low"], c["unit"]) for c in found["changes"]] == [(-3, "人"), (-37.5, "%")]


@pytest.mark.parametrize("done", ["目前已完成68公里", "已完成68公里", "截至6月底完成68公里"])
def test_what_is_done_of_a_task_is_no_aim(done):
    found = on(HALF, f"一、主要工作\n全年计划任务120公里，{done}。")
    assert [i["modality"] for i in found] == ["target", "actual"]


@pytest.mark.parametrize(("text", "basis"), [("上半年规上工业增加值累计增长7.6%", "yoy"), ("三年累计增长7.6%", "base"), ("三年来，投资累计增长7.6%", "base"), ("10年内村庄数量累计减少7.6%", "base")])
def test_since_the_year_began_is_against_the_year_before(text, basis):
    [found] = on(HALF, f"一、主要工作\n{text}。")
    assert [c["basis"] for c in found["changes"]] == [basis]


def test_half_a_year_against_all_of_the_year_before():
    [found] = on(HALF, "一、主要工作\n上半年，投资增长12.6%，比去年全年提高3.2个百分点。")
    assert [(c["basis"], c.get("against")) for c in found["changes"]] == [("yoy", None), ("base", "去年全年")]


@pytest.mark.parametrize("stock", ["常住人口", "户籍人口", "在校生"])
def test_what_there_is_of_them_fell(stock):
    [found] = on(HALF, f"一、主要工作\n{stock}减少1.2万人。")
    assert (found["name"], found["changes"][0]["low"]) == (stock, -12000)


@pytest.mark.parametrize("goal", ["以内", "的目标以内", "的年度目标以内", "的控制指标以下"])
def test_up_to_a_goal_is_a_bound(goal):
    [found] = on(HALF, f"一、主要工作\n城镇登记失业率控制在4.5%{goal}。")
    assert (found["name"], found["value"]["bound"]) == ("城镇登记失业率", "max")
