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
