"""What is told in passing and is no part of a name: wishes, causes, rules, by what it is parted; and what those counted do."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline.chain import analyse
from pipeline.read import read_text

from .test_extract import indicators

BODIES = [("个", "巡回法庭"), ("个", "社区"), ("家", "卫生院"), ("支", "服务队"), ("所", "学校"), ("个", "合作社")]
DOES = [("对接", "基层单位", "个"), ("共划分", "基础网格", "个"), ("吸纳", "本地村民", "人"), ("结对", "困难家庭", "户"), ("培训", "种植户", "人次"), ("受理", "群众诉求", "件")]


@pytest.mark.parametrize(("body", "does"), list(product(BODIES, DOES)))
def test_what_those_counted_do_is_of_the_next_count(body: tuple[str, str], does: tuple[str, str, str]):
    found = indicators(f"12{body[0]}{body[1]}{does[0]}{does[1]}538{does[2]}。")
    assert [one.name for one in found] == [body[1], does[0].removeprefix("共") + does[1]]


WISHED = ["力争", "确保", "力促", "努力", "力求"]
ACTS = ["完成营造林", "新建农村公路", "到位资金", "开工项目", "完成投资"]


@pytest.mark.parametrize(("wish", "act"), list(product([*WISHED, "争取"], ACTS)))
def test_a_wish_is_no_part_of_a_name(wish: str, act: str):
    [found] = indicators(f"{wish}{act}16万亩。" if "林" in act else f"{wish}{act}16个。")
    assert found.name == act


def test_what_was_got_is_a_name():
    assert indicators("争取到省级资金3亿元。")[0].name == "争取到省级资金"
    assert indicators("争取协作资金3亿元。")[0].name == "争取协作资金"


INSIDE = ["受市场影响", "受枯水期影响", "受地产拖累"]


@pytest.mark.parametrize("cause", INSIDE)
@pytest.mark.parametrize(("what", "told"), [("住宅用地", "仅成交5宗"), ("砂石产量", "完成5万吨"), ("水泥产量", "下降5%")])
def test_a_cause_is_no_part_of_a_name(cause: str, what: str, told: str):
    [found] = indicators(f"{what}{cause}{told}。")
    assert cause not in found.name
    assert found.name.startswith(what)


@pytest.mark.parametrize("rule", ["按照过紧日子要求", "按有关规定", "按照统一部署"])
def test_a_rule_is_no_part_of_a_name(rule: str):
    [found] = indicators(f"一般公共服务支出{rule}下降3.7%。")
    assert found.name == "一般公共服务支出"


@pytest.mark.parametrize("event", ["7月中旬暴雨洪涝", "8月上旬台风", "6月下旬冰雹灾害"])
@pytest.mark.parametrize("did", ["造成农作物受灾3.1万亩", "共造成农作物受灾3.1万亩", "导致民房倒塌12间"])
def test_what_an_event_did_else(event: str, did: str):
    first, second = indicators(f"{event}{did}，直接经济损失4860万元。")
    bare = event[4:]
    assert first.name.startswith(bare)
    assert second.name == bare + "直接经济损失"


TAILS = ["执行情况", "收支情况", "开展情况", "完成情况", "情况", "工作情况", "进展情况", "情况及成效"]
WORKS = ["政府性基金预算", "社会保险基金预算", "雨污分流改造", "道路交通事故处理"]


@pytest.mark.parametrize(("work", "tail"), list(product(WORKS, TAILS)))
def test_a_heading_is_about_what_it_tells_the_state_of(work: str, tail: str):
    text = f"青禾县2023年工作总结\\n一、主要工作\\n（一）{work}{tail}\\n支出11.6亿元，下降4.1%。\\n".replace("\\n", "\n")
    [found] = analyse(read_text(text)).indicators
    assert (found.name, found.topic) == ("支出", work)


@pytest.mark.parametrize("bare", ["基本情况", "主要工作情况", "总体情况", "收入情况", "工作开展情况"])
def test_a_heading_without_a_theme_gives_none(bare: str):
    text = f"青禾县2023年工作总结\n一、{bare}\n支出11.6亿元，下降4.1%。\n"
    [found] = analyse(read_text(text)).indicators
    assert found.topic is None


@pytest.mark.parametrize("parted", ["分级次看", "分区域看", "按级次分", "分行业看"])
def test_parts_are_named_by_the_total(parted: str):
    found = indicators(f"全县税收收入完成12.86亿元，增长6.8%。其中：增值税8.17亿元；契税4.69亿元。{parted}，县本级完成9.4亿元。")
    assert (found[-1].name, found[-1].scope) == ("税收收入", "县本级")


ROUTES = ["患者从进门到血管开通", "从报案到立案", "接警到出警"]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(("moved", "sign"), [("比去年快了", -1), ("较上年快", -1), ("同比缩短", -1), ("比上年慢了", 1), ("较上年延长", 1)])
def test_the_time_from_one_thing_to_another(route: str, moved: str, sign: int):
    [found] = indicators(f"{route}平均72分钟，{moved}13分钟。")
    assert found.value
    assert float(found.value.low) == 72
    assert [float(change.quantity.low) for change in found.changes] == [13 * sign]


GOALS = ["上级下达目标", "上级下达保护目标", "县里下达任务", "省定指标", "年度计划", "规划目标", "市里分配任务"]


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize(("over", "sign"), [("超出", 1), ("高于", 1), ("超", 1), ("低于", -1)])
def test_how_far_from_a_goal(goal: str, over: str, sign: int):
    [found] = indicators(f"耕地保有量58.36万亩，{over}{goal}0.42万亩。")
    [change] = found.changes
    assert (change.basis, float(change.quantity.low)) == ("plan", 4200 * sign)


def test_a_second_share_is_of_the_same_thing():
    names = [one.name for one in indicators("完成投资5亿元，占全年任务的79.3%，占全年计划的60%。")]
    assert names == ["完成投资", "完成投资占全年任务比例", "完成投资占全年计划比例"]


def test_cases_of_one_court_are_no_average():
    names = [one.name for one in indicators("法官人均结案318.4件；其中市中院受理9836件，审结9521件。")]
    assert names == ["法官人均结案", "市中院受理", "审结"]


RAISED = [("提高", 1), ("上调", 1), ("降低", -1), ("压减", -1), ("缩短", -1), ("增加", 1)]


@pytest.mark.parametrize(("verb", "sign"), RAISED)
@pytest.mark.parametrize("what", ["城市低保标准", "企业用电成本", "审批时限", "重点区域绿化率", "高层次人才补贴"])
def test_what_was_raised_or_cut_changed(verb: str, sign: int, what: str):
    [found] = indicators(f"{verb}{what}10%。")
    assert (found.name, found.value, float(found.changes[0].quantity.low)) == (what, None, 10 * sign)


def test_quarters_and_months_of_a_list_leave_their_word_out():
    found = indicators("2023年，工业产能利用率为74.5%，其中一、二、三、四季度分别为67.3%、74.4%、76.7%和78%。")
    assert [(one.name, one.period) for one in found] == [("工业产能利用率", f"2023{part}") for part in ("", "-Q1", "-Q2", "-Q3", "-Q4")]
    found = indicators("2023年9、10、11月用电量分别为3万千瓦时、4万千瓦时、5万千瓦时。")
    assert [(one.name, one.period) for one in found] == [("用电量", f"2023-{month}") for month in ("09", "10", "11")]


@pytest.mark.parametrize("lead", ["主要是", "重点是", "关键是"])
@pytest.mark.parametrize("frame", ["带动", "抓手", "重要载体", "契机"])
def test_what_serves_for_something_else(lead: str, frame: str):
    assert [one.name for one in indicators(f"以创建10个示范村为{frame}，推进人居环境整治。")] == ["创建示范村"]
    assert [one.name for one in indicators(f"{lead}抓好8座水库加固。")] == ["水库加固"]


@pytest.mark.parametrize("size", ["总投资7亿元的", "总投资61.5亿元", "年度投资3亿元的"])
def test_things_counted_by_what_they_cost(size: str):
    first = indicators(f"签约23个{size}项目。")[0]
    assert first.value
    assert (first.name, float(first.value.low)) == ("签约项目", 23)


@pytest.mark.parametrize("verb", ["分居", "分列", "分别居", "分别列"])
def test_ranks_shared_out(verb: str):
    found = indicators(f"城乡居民收入增速{verb}全省第一位、第二位。")
    assert [(one.name, int(one.rank.quantity.low)) for one in found if one.rank] == [("城镇居民收入增速", 1), ("农村居民收入增速", 2)]


def test_to_raise_is_not_to_be_higher():
    assert indicators("提高城市低保标准10%，增速高于全市平均2个百分点。")[0].name == "城市低保标准"


PER = ["每十万人", "每千人", "每百户", "每万车", "每3个村", "每50公斤"]


@pytest.mark.parametrize("per", PER)
def test_what_a_rate_is_taken_over_is_no_figure(per: str):
    [found] = indicators(f"{per}拥有设施620个。")
    assert found.name == f"{per}拥有设施"


@pytest.mark.parametrize("per", ["百万吨", "10万人", "万车", "亿元GDP"])
@pytest.mark.parametrize("toll", ["死亡人数", "死亡率", "生产安全事故死亡人数"])
def test_a_toll_over_a_round_number(per: str, toll: str):
    [found] = indicators(f"煤矿{per}{toll}1.301人，下降9%。")
    assert found.value
    assert (found.name, float(found.value.low)) == (f"煤矿{per}{toll}", 1.301)


def test_an_item_of_its_own_level_takes_no_other():
    names = [one.name for one in indicators("新增国家高新技术企业15家、自治区科技小巨人14家、省级平台3个。")]
    assert names == ["新增国家高新技术企业", "新增自治区科技小巨人", "新增省级平台"]


@pytest.mark.parametrize("how", ["系统推进", "布局实施"])
def test_how_something_is_done_is_no_agent(how: str):
    [found] = indicators(f"对标要求，{how}6项改革。")
    assert (found.name, found.scope) == (f"{how}改革", None)


@pytest.mark.parametrize("passing", ["国有企业改革圆满收官", "青禾大学能源学院顺利落成", "青禾科学院智能研究所正式成立", "青禾银行等金融总部开业"])
def test_a_body_named_in_passing_owns_nothing(passing: str):
    assert indicators(f"{passing}，新增科技企业45家。")[0].scope is None


@pytest.mark.parametrize("told", ["区属国企资产总额1100亿元，", "区属国企稳健经营，"])
def test_a_body_that_is_spoken_of_owns_what_follows(told: str):
    assert indicators(f"{told}负债总额592亿元。")[-1].scope == "区属国企"
