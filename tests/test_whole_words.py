"""Names keep their words whole and take none that only leads to a number: no half of 生产安全, no 仅 at the end, no 至少 at the head."""

from __future__ import annotations

import pytest

from .test_extract import indicators


def told(text: str) -> list[tuple[str, float, str, str]]:
    return [(i.name, float(i.value.low), i.value.unit, i.value.bound) for i in indicators(text)]


def names(text: str) -> list[str]:
    return [i.name for i in indicators(text)]


@pytest.mark.parametrize("opens", ["", "发生", "全年发生", "共发生"])
@pytest.mark.parametrize("harm", ["死亡", "受伤", "直接经济损失"])
@pytest.mark.parametrize("of", ["生产安全事故", "各类生产安全事故"])
def test_safety_at_work_is_no_work(opens, harm, of):
    size = "320万元" if "损失" in harm else "9人"
    assert names(f"{opens}{of}12起，{harm}{size}。")[1].endswith("生产安全事故" + harm)


@pytest.mark.parametrize("verb", ["办理", "签发", "核发"])
@pytest.mark.parametrize("papers", ["出入境证件", "出生证明", "出国证件"])
def test_an_act_ends_before_what_goes_out(verb, papers):
    assert names(f"{verb}{papers}6.8万本、身份证12.3万张。") == [verb + papers, verb + "身份证"]


@pytest.mark.parametrize("again", ["再犯罪率", "再就业率", "再审率", "再融资率"])
@pytest.mark.parametrize("opens", ["", "全市", "2023年"])
def test_again_is_a_part_of_its_word(again, opens):
    assert names(f"{opens}{again}0.27%。") == [again]


@pytest.mark.parametrize(("verb", "thing", "unit"), [("收缴", "子弹", "发"), ("查扣", "鞭炮", "挂"), ("收缴", "管制刀具", "把"), ("办理", "宴席", "桌"), ("编印", "文史资料", "辑")])
@pytest.mark.parametrize("size", ["32", "2300余", "1.2万"])
def test_units_of_things_seized(verb, thing, unit, size):
    [(name, _, of, _)] = told(f"{verb}{thing}{size}{unit}。")
    assert (name, of) == (verb + thing, unit)


@pytest.mark.parametrize("act", ["建议收监执行", "提供法律援助", "责令限期治疗"])
@pytest.mark.parametrize("whom", ["社区矫正对象", "低保对象", "监管对象"])
@pytest.mark.parametrize("to", ["对", "为"])
def test_to_whom_it_was_done_is_named_in_full(act, whom, to):
    [name] = names(f"{to}15名{whom}{act}。")
    assert name == act + whom


@pytest.mark.parametrize("word", ["仅", "才", "还有", "仅有", "只有", "仍有", "尚有"])
@pytest.mark.parametrize("thing", ["规模以上企业", "空壳合作社", "在岗医生"])
def test_what_only_leads_to_a_number_ends_no_name(word, thing):
    assert names(f"{thing}{word}13家。") == [thing]


@pytest.mark.parametrize(("word", "rate"), [("仅", "改判发回率"), ("才", "网上申报率"), ("仅", "电子病历使用率")])
def test_nor_of_a_rate(word, rate):
    assert told(f"{rate}{word}0.93%。") == [(rate, 0.93, "%", "exact")]


@pytest.mark.parametrize("name", ["引进人才", "培育英才"])
def test_a_word_that_ends_so_is_whole(name):
    assert names(f"{name}38人。") == [name]


@pytest.mark.parametrize(("word", "bound"), [("至少", "min"), ("至多", "max"), ("最少", "min"), ("最多", "max")])
@pytest.mark.parametrize("opens", ["", "全年", "每年"])
@pytest.mark.parametrize("order", ["开展专题询问{}次。", "开展{}次专题询问。", "举办培训{}期。", "新增学位{}个。"])
def test_a_bound_before_the_verb_is_one(word, bound, opens, order):
    verb, rest = order[:2], order[2:].format(6)
    [(name, size, _, found)] = told(f"{opens}{word}{verb}{rest}")
    assert (size, found) == (6, bound)
    assert name.startswith(verb)


@pytest.mark.parametrize("both", ["不仅", "不但", "不光"])
def test_that_more_is_told_is_no_part_of_a_name(both):
    assert names(f"{both}建成公路30公里，还新增就业3000人。") == ["建成公路", "新增就业"]


@pytest.mark.parametrize("work", ["“百日清零”行动", "“除险提质”行动", "“清患提升”专项整治"])
def test_a_quoted_word_of_a_theme_is_no_verb(work):
    assert [i.topic for i in indicators(f"{work}以来，总投资36亿元。")] in ([work], [None])


@pytest.mark.parametrize("fund", ["抽检经费", "培训经费", "维修经费"])
def test_what_money_is_for_is_no_act(fund):
    assert names(f"{fund}年初安排20万元，实际到账8万元。")[1] in ("实际到账", f"{fund}实际到账")


@pytest.mark.parametrize("verb", ["排", "列", "居", "位列", "排名"])
@pytest.mark.parametrize("among", ["全县14个乡镇", "全市12个县区", "全省"])
@pytest.mark.parametrize("place", ["第3位", "第3", "第三"])
def test_each_verb_of_a_place_takes_its_arena(verb, among, place):
    [found] = indicators(f"财政收入6亿元，{verb}{among}{place}。")
    assert (found.name, int(found.rank.quantity.low), found.rank.among) == ("财政收入", 3, among)


@pytest.mark.parametrize("fell", ["跌至", "跌到", "下滑到", "滑落至", "降至", "退至", "回落至", "升至", "跃升至"])
@pytest.mark.parametrize(("then", "now"), [("第9", "第15"), ("第9位", "第15位"), ("第九名", "第十五名")])
@pytest.mark.parametrize("among", ["", "全县"])
def test_a_place_lost_has_the_one_before(fell, then, now, among):
    [found] = indicators(f"年度考核由{among}{then}{fell}{now}。")
    assert (found.name, int(found.base.low), int(found.rank.quantity.low), found.rank.among) == ("年度考核", 9, 15, among or None)


@pytest.mark.parametrize("last", ["末位", "末尾", "垫底", "中下游"])
@pytest.mark.parametrize("among", ["全市", "全省"])
def test_from_the_last_place(last, among):
    [found] = indicators(f"信息采用率由{among}{last}升至第6位。")
    assert (found.name, int(found.rank.quantity.low), found.rank.among) == ("信息采用率", 6, among)


@pytest.mark.parametrize("end", ["末两位", "倒数两位", "后三位", "末3名"])
@pytest.mark.parametrize("verb", ["排名", "居", "处于"])
def test_a_place_counted_from_the_end_is_none(verb, end):
    [found] = indicators(f"整改率72.1%，{verb}全县{end}。")
    assert (found.name, found.rank) == ("整改率", None)


@pytest.mark.parametrize("aim", ["目标值", "指标值", "计划值", "年度指标值"])
@pytest.mark.parametrize(("sign", "bound"), [("≥", "min"), ("≤", "max"), ("为", "exact"), ("", "exact")])
@pytest.mark.parametrize("reached", ["实际值", "完成值", "实际完成值"])
def test_a_goal_what_was_reached_and_its_points(aim, sign, bound, reached):
    goal, done, points = indicators(f"公路优良率{aim}{sign}90%，{reached}92%，得9.5分。")
    assert (goal.name, goal.modality, goal.value.bound) == ("公路优良率", "target", bound)
    assert (done.name, done.modality, float(done.value.low)) == ("公路优良率", "actual", 92)
    assert (points.name, float(points.value.low)) == ("公路优良率得分", 9.5)


@pytest.mark.parametrize(("sign", "bound"), [("≥", "min"), ("≤", "max"), ("≧", "min"), ("≦", "max")])
@pytest.mark.parametrize(("name", "size"), [("培训合格率", "95%"), ("万元GDP能耗", "0.42吨")])
def test_a_sign_is_a_bound(sign, bound, name, size):
    assert [(i[0], i[3]) for i in told(f"{name}{sign}{size}。")] == [(name, bound)]


@pytest.mark.parametrize("event", ["火灾", "交通事故", "生产安全事故"])
@pytest.mark.parametrize(("died", "hurt"), [("亡", "伤"), ("死亡", "受伤")])
def test_who_came_to_harm_did_in_the_event(event, died, hurt):
    assert names(f"发生{event}157起，{died}1人，{hurt}3人，直接财产损失286万元。") == [event, event + died, event + hurt, f"{event}直接财产损失"]


@pytest.mark.parametrize("harmed", ["倒塌房屋56间", "受淹农田1200亩", "转移群众320人"])
def test_a_loss_is_not_of_what_else_was_lost(harmed):
    assert names(f"洪涝灾害3起，{harmed}，直接经济损失1.37亿元。")[-1] == "洪涝灾害直接经济损失"
    assert names(f"{harmed}，直接经济损失1.37亿元。")[-1] == "直接经济损失"


@pytest.mark.parametrize("among", ["中", "当中", "之中"])
@pytest.mark.parametrize(("whole", "part"), [("受援人", "农民工"), ("被处分人员", "年轻干部"), ("抓获嫌疑人", "未成年人")])
def test_those_among_whom_others_are_counted(among, whole, part):
    first, second = indicators(f"{whole}1137人{among}{part}占62%。")
    assert (first.name, int(first.value.low), second.name, second.topic and second.topic in whole) == (whole, 1137, f"{part}占比", True)


@pytest.mark.parametrize("to", ["移送公安机关", "移交司法机关", "报送市政府"])
def test_to_whom_something_was_handed_is_no_scope(to):
    [found] = indicators(f"{to}追究责任3人。")
    assert (found.name, found.scope) == (f"{to}追究责任", None)


@pytest.mark.parametrize("each", ["每百名民警", "每千名干部"])
def test_of_how_many_a_number_is_told_is_no_scope(each):
    [found] = indicators(f"{each}打击处理数31.5人。")
    assert (found.name, found.scope) == (f"{each}打击处理数", None)
