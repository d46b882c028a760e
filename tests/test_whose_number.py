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
