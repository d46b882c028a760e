"""Whose number it is: of the nearer clause, of the whole and not the bracket, of all the years, of the act itself."""

from __future__ import annotations

from itertools import product

import pytest

from .test_extract import indicators


def named(text: str) -> list[str]:
    return [found.name for found in indicators(text)]


STANDS = ["刚过半", "再创新高", "连续三年下降", "连续下降", "持续走低", "创历史新高", "逐年提高", "进一步收窄"]
REACHES = ["为51.3%", "达51.3%", "仅为51.3%", "由48%升至51.3%", "由2020年的48%升至51.3%"]


@pytest.mark.parametrize(("stands", "reaches"), list(product(STANDS, REACHES)))
@pytest.mark.parametrize("rate", ["床位利用率", "住院满意度", "学生近视率"])
def test_a_rate_is_of_the_clause_that_says_how_it_stands(stands, reaches, rate):
    found = indicators(f"护理型床位占比58.7%，{rate}{stands}，{reaches}。")
    assert [(one.name, float(one.value.low)) for one in found] == [("护理型床位占比", 58.7), (rate, 51.3)]


@pytest.mark.parametrize(("thing", "unit"), [("结余", "亿元"), ("会员", "人"), ("支出", "万元"), ("募集善款", "万元"), ("完成投资", "亿元")])
@pytest.mark.parametrize("year", ["当年", "本年", "年内"])
@pytest.mark.parametrize("so_far", ["累计", "截至目前累计", "已累计"])
def test_what_is_of_all_the_years_is_told_apart(thing, unit, year, so_far):
    assert named(f"{year}{thing}1.2{unit}，{so_far}{thing}9.6{unit}。")[1] == f"累计{thing}"


def test_a_total_alone_leaves_out_the_word():
    assert named("累计培训1200人，发放补贴86万元。") == ["培训", "发放补贴"]


@pytest.mark.parametrize("bracket", ["（一等奖6项）", "（其中一等奖6项）", "（一等奖6项、二等奖17项）"])
@pytest.mark.parametrize(("said", "share"), [("占全省总数的9.4%", "占全省总数比重"), ("完成年度任务的102%", "完成年度任务比例")])
def test_a_share_is_of_what_stands_before_the_bracket(bracket, said, share):
    assert named(f"获科学技术奖23项{bracket}，{said}。")[-1] == f"获科学技术奖{share}"


@pytest.mark.parametrize("bracket", ["（公办51所、民办37所）", "（公办51所）"])
@pytest.mark.parametrize("joint", ["、", "，"])
def test_parts_behind_a_bracket_are_of_the_whole(bracket, joint):
    found = indicators(f"学校163所，其中幼儿园88所{bracket}{joint}小学46所{joint}初中21所。")
    assert {one.name: str(one.topic) for one in found}.items() >= {"小学": "学校", "初中": "学校", "公办": "幼儿园"}.items()


@pytest.mark.parametrize(("text", "name"), [
    ("录取4583人，报到4412人。", "报到"),
    ("新生报到2560人。", "新生报到"),
    ("全年出生4126人，死亡5213人。", "死亡"),
    ("解除协议24家，行政处罚132家。", "行政处罚"),
    ("开展技能竞赛38场，参赛1.6万人次。", "参赛"),
    ("偿还到期本金3.3亿元、付息1.28亿元。", "付息"),
    ("主编国标1项、参编9项。", "参编国标"),
    ("取消外包用工1200人，其中转为正式工340人。", "转为正式工"),
    ("享受补助的优抚对象5216人，其中残疾军人318人。", "残疾军人"),
    ("发放贷款1.07亿元，贷款余额1.9亿元。", "贷款余额"),
    ("重点审计了8个一级预算单位。", "审计一级预算单位"),
    ("上级补助收入143亿元、上年结转9.7亿元。", "上年结转"),
    ("一般公共预算收入68亿元，加上上级补助收入143亿元。", "上级补助收入"),
])
def test_an_act_of_its_own_takes_no_verb_of_another(text, name):
    assert named(text)[-1] == name


@pytest.mark.parametrize("stock", ["生猪", "肉牛", "山羊"])
@pytest.mark.parametrize(("first", "second"), [("出栏", "存栏"), ("存栏", "出栏")])
@pytest.mark.parametrize("joint", ["、", "，"])
def test_what_is_kept_and_what_is_sold_are_of_one_stock(stock, first, second, joint):
    assert named(f"{stock}{first}163万头{joint}{second}97万头。") == [stock + first, stock + second]


@pytest.mark.parametrize("of", ["", "金融机构", "全行"])
@pytest.mark.parametrize("said", ["存款、贷款余额", "存贷款余额"])
def test_of_a_pair_each_has_its_own_balance(of, said):
    of = of.removeprefix("全行")
    assert named(f"{of}{said}分别为352.9亿元、261.3亿元。") == [f"{of}存款余额", f"{of}贷款余额"]


@pytest.mark.parametrize("fund", ["一般公共预算", "政府性基金", "社会保险基金"])
@pytest.mark.parametrize(("first", "second"), [("收入决算", "支出决算"), ("收入", "支出"), ("收入预算", "支出预算")])
@pytest.mark.parametrize("joint", ["，", "；"])
def test_spending_is_of_the_fund_of_the_income(fund, first, second, joint):
    assert named(f"{fund}{first}6.72亿元{joint}{second}9.41亿元。")[1] == fund + second


@pytest.mark.parametrize("per", ["每千人口", "每万人", "每千人口拥有", "每百名学生"])
@pytest.mark.parametrize(("a", "b"), [("床位7.6张", "执业医师3.05人"), ("执业医师3.12人", "注册护士4.02人")])
def test_a_list_is_taken_over_the_same_heads(per, a, b):
    assert named(f"{per}{a}、{b}。")[1] == per + b[:4]


@pytest.mark.parametrize(("verb", "thing", "unit"), [("检出", "", "例"), ("服务", "", "人次"), ("提供", "岗位", "个"), ("排查", "", "处")])
@pytest.mark.parametrize("time", ["较上年同期", "比上年", "同比", "较去年"])
@pytest.mark.parametrize(("more", "sign"), [("多", 1), ("少", -1)])
def test_another_act_done_more_often_is_no_change_of_the_first(verb, thing, unit, time, more, sign):
    first, second = indicators(f"自愿咨询786件次，{time}{more}{verb}{thing}12{unit}。")
    assert (first.changes, second.name, [c.quantity.low for c in second.changes]) == ((), verb + thing, [12 * sign])


@pytest.mark.parametrize("said", ["查扣车辆86辆，较上年多查扣12辆", "查扣86辆，同比多查扣12辆", "车辆查扣86辆，比上年多查扣12辆"])
def test_the_same_act_done_more_often_is_its_change(said):
    [found] = indicators(f"{said}。")
    assert [c.quantity.low for c in found.changes] == [12]


@pytest.mark.parametrize("share", ["完成年度目标500户的106%", "占年度任务500户的106%", "仅完成全年计划500户的78%"])
@pytest.mark.parametrize(("change", "low"), [("同比增加12户", 12), ("同比增长4%", 4), ("超额30户", 30), ("比上年多12户", 12)])
def test_no_change_is_of_what_was_due(share, change, low):
    found = indicators(f"签约床位531户，{share}，{change}。")
    assert [(one.modality, [int(c.quantity.low) for c in one.changes]) for one in found] == [("actual", [low]), ("target", []), ("actual", [])]


@pytest.mark.parametrize("due", ["目标", "计划", "年度目标", "年度任务", "目标值"])
@pytest.mark.parametrize(("thing", "done", "was_due"), [("管理率", "71.3%", "64%"), ("培训教师", "1200人", "1100人")])
def test_a_bracket_may_say_what_was_due(due, thing, done, was_due):
    found = indicators(f"{thing}{done}（{due}{was_due}）。")
    assert [(one.name, one.modality) for one in found] == [(thing, "actual"), (thing, "target")]


@pytest.mark.parametrize("plan", ["年初计划", "年初目标", "原计划", "2023年计划", "年度计划"])
@pytest.mark.parametrize(("act", "unit"), [("引进领军人才", "人"), ("救助困难群众", "人"), ("新建站点", "个")])
def test_what_was_planned_is_a_goal_beside_what_was_done(plan, act, unit):
    found = indicators(f"{plan}{act}5{unit}，实际{act[:2]}3{unit}。")
    assert [(one.name, one.modality, one.value.low) for one in found] == [(act, "target", 5), (act, "actual", 3)]


@pytest.mark.parametrize("limit", ["的预期目标以内", "的警戒线以内", "的红线以内", "的年度目标以内"])
def test_the_limit_that_something_is_held_within_is_a_goal(limit):
    found = indicators(f"负债率58%，控制在65%{limit}。")
    assert [(one.name, one.modality) for one in found] == [("负债率", "actual"), ("负债率", "target")]


@pytest.mark.parametrize(("first", "second"), [("新建3座泵站", "铺设管道12公里"), ("培训860名职工", "发放补贴120万元"), ("改造12个小区", "安装路灯320盏")])
def test_acts_in_one_clause_have_each_its_own_object(first, second):
    found = named(f"{first}、{second}。")
    assert found == [first[:2] + first.lstrip("新建培训改造0123456789")[1:], second.rstrip("0123456789公里万元盏")]


@pytest.mark.parametrize("text", ["2023届毕业生就业率92%。", "2024届学生报到860人。", "在全市10个疾控中心中位居首位，收入12万元。", "在13个县区中位居前列，收入12万元。"])
def test_years_of_classes_and_who_competes_are_no_figures(text):
    assert len(indicators(text)) == 1


@pytest.mark.parametrize("where", ["其中", ""])
@pytest.mark.parametrize("thing", ["期望寿命", "平均年龄", "人均预期寿命"])
def test_ages_of_each_part_are_figures(where, thing):
    found = indicators(f"{thing}81.3岁，比上年增长0.4岁，{where}男性78.9岁，女性83.8岁。")
    assert [float(one.value.low) for one in found] == [81.3, 78.9, 83.8]
    assert [float(c.quantity.low) for c in found[0].changes] == [0.4]


@pytest.mark.parametrize(("text", "name"), [
    ("非税收入1.08亿元未及时缴库。", "非税收入未及时缴库"),
    ("结余资金870万元未上缴财政。", "结余资金未上缴财政"),
    ("工程款2100万元拨付不及时。", "工程款拨付不及时"),
    ("重点项目12个未开工。", "重点项目未开工"),
    ("40项任务中，7个难以完成。", "难以完成"),
    ("20项民生实事全面完成。", "民生实事"),
    ("绿电占比提至62%。", "绿电占比"),
    ("社保覆盖率扩至98%。", "社保覆盖率"),
    ("低保补助提标至730元。", "低保补助"),
    ("成功治疗率92%。", "成功治疗率"),
    ("报销比例平均为86.3%。", "报销比例"),
    ("专职人员平均不到1人。", "平均专职人员"),
    ("养老金月人均1586元。", "月人均养老金"),
    ("奖励每人3000至5000元不等。", "奖励每人"),
    ("“泽惠保”参保人数冲刺80万人。", "“泽惠保”参保人数"),
    ("其中国赛一等奖3项。", "国赛一等奖"),
    ("企业诉讼率则由12%降至7.5%。", "企业诉讼率"),
])
def test_a_name_keeps_its_words_and_no_others(text, name):
    assert named(text)[-1] == name


@pytest.mark.parametrize(("a", "b"), [("药占比", "耗占比"), ("女性占比", "党员占比"), ("出口比重", "进口比重")])
def test_each_of_two_shares_has_its_name(a, b):
    assert named(f"{a}、{b}分别为24.8%和17.6%。") == [a, b]


@pytest.mark.parametrize("joint", ["、", "，"])
def test_what_came_to_one_did_not_come_to_the_next(joint):
    assert named(f"1人获全国劳动奖章{joint}4个班组获省工人先锋号。") == ["获全国劳动奖章", "班组获省工人先锋号"]


@pytest.mark.parametrize(("short", "of", "sign"), [("较预算短收", "预算", -1), ("比年初预算短收", "年初预算", -1), ("欠计划", "计划", -1), ("较预算减收", "预算", -1)])
def test_what_is_short_of_a_plan_is_a_change(short, of, sign):
    [found] = indicators(f"基金收入6.72亿元，{short}3.28亿元。")
    [change] = found.changes
    assert (change.quantity.low, change.basis, change.against) == (sign * 328000000, "plan", of)


@pytest.mark.parametrize(("count", "change"), [("起数", "持平"), ("起数", "下降12%"), ("事故起数", "下降12%")])
def test_a_count_of_events_is_of_the_events(count, change):
    found = indicators(f"轻伤事故9起、伤11人，同比{count}{change}。")
    assert [len(one.changes) for one in found] == [1, 0]


@pytest.mark.parametrize("falls", ["实现“双降”", "双双下降", "较年初双双下降"])
def test_what_fell_in_a_clause_before_is_no_count(falls):
    found = indicators(f"贷款余额、不良率{falls}，分别下降0.42亿元、0.31个百分点。")
    assert [(one.name, [float(c.quantity.low) for c in one.changes]) for one in found] == [("贷款余额", [-0.42e8]), ("不良率", [-0.31])]


@pytest.mark.parametrize("how", ["违规", "超范围", "重复", "擅自"])
@pytest.mark.parametrize(("count", "body"), [("2家", "单位"), ("68名", "人员")])
def test_how_something_was_done_is_of_what_was_done(how, count, body):
    assert named(f"{count}{body}{how}发放津补贴31.5万元。") == [body, f"{how}发放津补贴"]


@pytest.mark.parametrize(("a", "b", "measure"), [("供水", "售水", "量"), ("客运", "货运", "量"), ("进口", "出口", "额"), ("车流", "客流", "量")])
def test_the_measure_of_the_last_is_of_the_first_too(a, b, measure):
    assert named(f"{a}、{b}{measure}分别增长8%、5%。") == [a + measure, b + measure]
