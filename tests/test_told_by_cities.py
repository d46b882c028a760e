"""How cities tell figures: parks, counties and towns with figures of their own, places in lists, heads said once, what a growth leaves out, blanks beside numbers."""

from __future__ import annotations

import pytest

from pipeline.read import read_text
from pipeline.reading import as_read

from .test_extract import indicators
from .test_told_by_clerks import told


def rows(text: str) -> list[tuple[str, float, str | None]]:
    """What is counted, how many, and where."""
    return [(i.name, float(i.value.low), i.scope) for i in indicators(text) if i.value]


def moves(text: str) -> list[tuple[str, list[tuple[float, str, str | None]]]]:
    return [(i.name, [(float(c.quantity.low), c.basis, c.against) for c in i.changes]) for i in indicators(text)]


PLACES = ["金山高新区", "综合保税区", "和林格尔乳业开发区", "清江镇", "临江新区", "朝阳区", "阳朔县", "高新区"]
ACTS = ["大力发展新材料等产业", "狠抓招商引资", "围绕主导产业延链补链", "加快转型升级"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(("told_so", "name"), [("完成工业总产值86亿元", "工业总产值"), ("实现税收8.6亿元", "税收"), ("引进项目12个", "引进项目"), ("完成进出口总额7亿元", "进出口总额")])
def test_what_a_place_does_is_of_that_place(place, act, told_so, name):
    [found] = indicators(f"{place}{act}，{told_so}。")
    assert (found.name, found.scope) == (name, place)
    assert place not in (found.topic or "")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("when", ["", "2023年", "全年", "上半年"])
def test_a_place_that_acts_is_no_part_of_a_name_and_holds_for_its_sentence(place, when):
    assert rows(f"{place}{when}完成产值12亿元，引进企业86家，全市新增企业860家。") == [("产值", 12e8, place), ("引进企业", 86, place), ("新增企业", 860, "全市")]


@pytest.mark.parametrize("words", ["景区加快建设，接待游客86万人次", "城镇新增就业8600人，完成任务的107%", "建设高新区道路，新增路灯860盏", "乡镇卫生院加快建设，新增床位86张", "棚户区改造住房860套"])
def test_what_only_ends_like_a_place_is_none(words):
    assert not [i.scope for i in indicators(f"{words}。") if i.scope and i.scope.endswith(("景区", "城镇", "棚户区", "高新区", "乡镇"))]


@pytest.mark.parametrize("place", ["临江新区", "宣河经开区", "金山高新区"])
@pytest.mark.parametrize("verb", ["大力开发建设", "加快建设", "推动", "做大做强"])
def test_the_place_a_paragraph_opens_with_is_whose_its_figures_are(place, verb):
    text = f"五年来，全市上下{verb}{place}，一座新城正在崛起。累计完成投资86亿元。引进产业项目318个，形成路网48公里。"
    assert [i.scope for i in indicators(text)] == [place] * 3
    assert [i.scope for i in indicators(f"{text}全市完成造林8万亩。绿化村庄86个。")][3:] == ["全市", None]


@pytest.mark.parametrize("parts", [("东陵区", "西山县", "南河县"), ("城区", "乡镇", "农村"), ("市本级", "东陵县", "高新区")])
@pytest.mark.parametrize(("what", "unit"), [("新增企业", "家"), ("到位资金", "万元"), ("查处违法建设", "处"), ("完成造林", "亩")])
@pytest.mark.parametrize("link", ["、", "，"])
def test_places_in_a_list_are_where_the_same_is_counted(parts, what, unit, link):
    listed = link.join(f"{part}{number}{unit}" for part, number in zip(parts, (210, 180, 120), strict=True))
    factor = 10000 if unit == "万元" else 1
    found = rows(f"{what}860{unit}，其中{listed}。")
    assert [(low, scope) for _, low, scope in found] == [(860 * factor, None), *((n * factor, part) for n, part in zip((210, 180, 120), parts, strict=True))]
    assert len({name for name, _, _ in found}) == 1


def test_what_places_did_one_by_one():
    assert rows("东陵区、西山县、南河县分别新建学校8所、6所、4所。") == [("新建学校", 8, "东陵区"), ("新建学校", 6, "西山县"), ("新建学校", 4, "南河县")]
    assert rows("东陵区新建学校8所、西山县6所、南河县4所。") == [("新建学校", 8, "东陵区"), ("新建学校", 6, "西山县"), ("新建学校", 4, "南河县")]
    found = indicators("到位市外资金386亿元，其中高新区86亿元；临溪县、白石县分别到位52亿元和41亿元，增长6%和10%。")
    assert [(i.name, i.scope) for i in found] == [("到位市外资金", None), ("到位市外资金", "高新区"), ("到位市外资金", "临溪县"), ("到位市外资金", "白石县")]
    assert [[float(c.quantity.low) for c in i.changes] for i in found] == [[], [], [6], [10]]


def test_growths_of_places():
    found = indicators("规上工业增加值增长8%，其中东陵县增长12%、西山县增长6%。")
    assert [(i.name, i.scope) for i in found] == [("规上工业增加值", None), ("规上工业增加值", "东陵县"), ("规上工业增加值", "西山县")]


@pytest.mark.parametrize("each", ["每个县（区）", "每个乡镇", "各县（市）", "各县（市、区）"])
@pytest.mark.parametrize("how", ["", "分别", "至少", "都"])
def test_what_is_told_of_each_place(each, how):
    assert [(i.name, i.scope) for i in indicators(f"{each}{how}建设加工厂2家、屠宰场1个。")] == [("建设加工厂", each), ("建设屠宰场", each)]


@pytest.mark.parametrize(("places", "measure"), [("67个县（市）", "规模以上工业增加值"), ("12个乡镇", "财政收入"), ("8个开发区", "营业收入")])
def test_so_many_places_and_what_they_have(places, measure):
    first, second, third = indicators(f"{places}{measure}86亿元、税收收入12亿元，分别增长8%、6%，高于全省2.1和1.4个百分点。")
    assert (second.name, second.scope, third.name, third.scope) == (measure, places, "税收收入", places)
    assert [[(float(c.quantity.low), c.basis) for c in i.changes] for i in (second, third)] == [[(8, "yoy"), (2.1, "peer")], [(6, "yoy"), (1.4, "peer")]]
    assert places.endswith(first.name)


LEVELS = [("省级", "市级"), ("国家级", "省级"), ("校级", "县级"), ("部级", "省级"), ("一级", "二级")]


@pytest.mark.parametrize("levels", LEVELS)
@pytest.mark.parametrize(("act", "what", "unit"), [("立项", "课题", "项"), ("建成", "工程技术研究中心", "家"), ("开展", "公开课", "节"), ("侦办", "目标案件", "起")])
def test_a_grade_alone_takes_what_is_graded(levels, act, what, unit):
    one, other = levels
    assert [i.name for i in indicators(f"{act}{one}{what}12{unit}、{other}5{unit}。")] == [f"{act}{one}{what}", f"{act}{other}{what}"]


@pytest.mark.parametrize(("first", "others", "unit"), [("粮食产量", ("油料", "蔬菜"), "吨"), ("粮食种植面积", ("油菜", "蔬菜"), "亩"), ("造林面积", ("油茶", "毛竹"), "亩"), ("民生支出", ("教育", "医疗"), "元"), ("生猪出栏", ("肉牛", "山羊"), "头")])
def test_a_measure_said_once_is_that_of_every_item(first, others, unit):
    head = {"粮食产量": "产量", "粮食种植面积": "种植面积", "造林面积": "面积", "民生支出": "支出", "生猪出栏": "出栏"}[first]
    names = [i.name for i in indicators(f"{first}86万{unit}、{others[0]}12万{unit}、{others[1]}21万{unit}。")]
    assert names == [first, others[0] + head, others[1] + head]


@pytest.mark.parametrize("link", ["，", "、"])
@pytest.mark.parametrize("inside", ["醉驾638起", "其中醉驾638起"])
def test_a_bracket_in_a_list_hides_no_verb(link, inside):
    found = told(f"查处酒驾1286起（{inside}）{link}超速4210起{link}超员86起。")
    assert [i["name"] for i in found][2:] == ["查处超速", "查处超员"]
    assert not [i["topic"] for i in found[2:] if "醉驾" in (i["topic"] or "")]


@pytest.mark.parametrize("text", ["检查企业1286家、商户4210家、学校286所", "查处酒驾1286起、超速4210起、超员860起", "检查企业1286家，商户4210家，学校286家"])
def test_things_in_one_list_are_no_topics_of_each_other(text):
    assert [i["topic"] for i in told(f"{text}。")] == [None, None, None]


EXCLUDED = ["剔除不可比因素后", "扣除房地产开发后", "剔除债券资金等不可比因素后"]


@pytest.mark.parametrize("without", EXCLUDED)
def test_what_a_growth_leaves_out_is_what_it_is_against(without):
    assert moves(f"财政支出完成38亿元，{without}增长3.9%。") == [("财政支出", [(3.9, "yoy", without)])]
    assert moves(f"{without}，固定资产投资增长3.9%。") == [("固定资产投资", [(3.9, "yoy", without)])]
    assert moves(f"固定资产投资增长3.2%，{without}增长11.5%。") == [("固定资产投资", [(3.2, "yoy", None), (11.5, "yoy", without)])]


def test_prices_are_left_out_only_beside_the_growth_with_them():
    assert moves("人均可支配收入3.8万元，扣除价格因素实际增长5.2%。") == [("人均可支配收入", [(5.2, "yoy", None)])]
    assert moves("人均可支配收入3.8万元，增长8.8%，扣除价格因素，实际增长5.6%。") == [("人均可支配收入", [(8.8, "yoy", None), (5.6, "yoy", "扣除价格因素")])]


@pytest.mark.parametrize(("base", "basis", "against"), [("上年", "yoy", None), ("去年同期", "yoy", None), ("2019年", "base", "2019年"), ("法定时限", "plan", "法定时限")])
@pytest.mark.parametrize("again", ["", "再", "又"])
def test_on_the_base_of(base, basis, against, again):
    [(name, [change])] = moves(f"办理费用在{base}基础上{again}压减5%。")
    assert (name, change) == ("办理费用", (-5, basis, against))


@pytest.mark.parametrize("then", ["获批建区时", "改革前", "建校之初", "成立初期"])
def test_as_many_times_as_at_another_time(then):
    assert moves(f"亩均税收12万元，是{then}的2.1倍。") == [("亩均税收", [(2.1, "base", then)])]


@pytest.mark.parametrize(("one", "other"), [("全国", "全省"), ("全省平均", "全市平均"), ("全国", "全市")])
@pytest.mark.parametrize(("verb", "sign"), [("高于", 1), ("低于", -1)])
def test_a_second_peer_has_its_own_distance(one, other, verb, sign):
    [(_, changes)] = moves(f"生产总值增长7.8%，{verb}{one}4.8个百分点、{other}4个百分点。")
    assert changes[1:] == [(4.8 * sign, "peer", one), (4 * sign, "peer", other)]


def test_growths_among_levels():
    first, second = indicators("居民消费价格涨幅、城镇调查失业率分别控制在3%和5%以内。")
    assert (first.name, first.value, float(first.changes[0].quantity.low), first.changes[0].quantity.bound) == ("居民消费价格", None, 3, "max")
    assert (second.name, float(second.value.low)) == ("城镇调查失业率", 5)


@pytest.mark.parametrize("whose", ["自治区", "省级下达", "市级", "年", "自治州"])
def test_a_task_of_any_level_is_what_was_done_of_it(whose):
    found = indicators(f"实施营造林44万亩，完成{whose}任务的131%。")
    assert (found[1].modality, "营造林" in found[1].name, float(found[1].value.low)) == ("actual", True, 131)


@pytest.mark.parametrize("summed", ["三项", "三项指标", "以上三项"])
def test_figures_told_together_move_one_by_one(summed):
    assert [c for _, c in moves(f"事故86起、死亡21人、直接财产损失38万元，{summed}分别下降11.2%、8.1%、3.4%。")] == [[(-11.2, "yoy", None)], [(-8.1, "yoy", None)], [(-3.4, "yoy", None)]]


@pytest.mark.parametrize("kinds", ["三类违法", "三项", "三种违法"])
def test_the_first_of_those_told_and_none_in_a_bracket(kinds):
    found = moves(f"查处超员1286起、超载2210起、超速3120起、酒驾412起（醉驾138起），前{kinds}同比分别下降6.2%、9.8%、4.1%。")
    assert [[low for low, *_ in changes] for _, changes in found] == [[-6.2], [-9.8], [-4.1], [], []]


@pytest.mark.parametrize("what", ["地区生产总值", "固定资产投资"])
def test_times_in_a_list_are_no_part_of_a_name(what):
    found = indicators(f"{what}一季度、上半年、前三季度、全年分别增长2.5%、2.7%、2.8%、3.1%。")
    assert [(i.name, i.period) for i in found] == [(what, "2023-Q1"), (what, "2023-H1"), (what, "2023-01/2023-09"), (what, "2023")]


@pytest.mark.parametrize("made", ["建设数字化车间2家", "新增企业12家", "引进项目8个"])
def test_what_is_new_has_no_growth(made):
    assert indicators(f"{made}，产值增长45%。")[1].name == "产值"


@pytest.mark.parametrize("subject", ["轻工纺织产业", "新增长区域发展战役", "数字信息产业"])
@pytest.mark.parametrize("aim", ["要突出培育重点产业集群", "要以资源换产业", "将加快建设园区", "依托资源优势"])
def test_the_subject_of_what_is_to_be_done_is_the_topic(subject, aim):
    [found] = told(f"{subject}{aim}，完成投资38亿元。")
    assert (found["topic"] or "").startswith(subject)
    assert aim not in found["topic"]


@pytest.mark.parametrize("subject", ["新能源产业", "民营经济", "规上服务业企业", "装备制造业"])
@pytest.mark.parametrize("goes", ["发展迅速", "带动作用突出", "运行平稳", "蓬勃发展"])
@pytest.mark.parametrize(("verb", "measure"), [("完成", "工业总产值"), ("实现", "增加值"), ("上缴", "税收")])
def test_a_bare_verb_tells_of_the_subject_before(subject, goes, verb, measure):
    [found] = told(f"{subject}{goes}，{verb}{measure}86亿元。")
    assert found["topic"] == subject


@pytest.mark.parametrize(("size", "noun", "count"), [("30亩以上", "现代农业产业园", "60个"), ("50张床位以上", "养老机构", "12家"), ("6米以上", "农村公路", "120公里"), ("3人以上", "团伙", "12个"), ("5层以上", "老旧住宅电梯", "120部")])
def test_a_size_says_which_of_those_counted_behind_it(size, noun, count):
    [found] = indicators(f"改造{size}{noun}{count}。")
    assert found.name == f"改造{size}{noun}"


def test_a_size_that_a_noun_has_as_a_relative_clause():
    found = indicators("打造5户以上年销售收入上50亿元的产业化企业，培育10户以上年销售收入上10亿元的骨干企业。")
    assert [(i.name, float(i.value.low)) for i in found] == [("打造年销售收入上50亿元的产业化企业", 5), ("培育年销售收入上10亿元的骨干企业", 10)]


@pytest.mark.parametrize("arena", ["全国", "全省", "全国百强县"])
def test_a_place_in_an_order_without_its_sign(arena):
    [found] = indicators(f"综合实力居{arena}36位。")
    assert (found.name, found.rank.quantity.low, found.rank.among) == ("综合实力", 36, arena)


def test_ratios_from_and_to():
    for colon in ":∶：":
        [found] = indicators(f"城乡居民收入之比由2015年的1.84{colon}1缩小到2020年的1.67{colon}1。")
        assert (found.name, float(found.base.low), float(found.value.low), found.period) == ("城乡居民收入之比", 1.84, 1.67, "2020")


@pytest.mark.parametrize(("act", "kept"), [("新建了", "新建"), ("安排了", "安排"), ("完成了", "")])
def test_le_is_no_part_of_a_name(act, kept):
    assert [i.name for i in indicators(f"{act}农家书屋331个和寺庙书屋480个。")] == [f"{kept}农家书屋", f"{kept}寺庙书屋"]


BLANKS = [
    "城镇居民收入由 1992 年的 2313 元增加到 1997 年的 4850 元。", "人口自然增长率 2023 年下降为 13.56 ‰。", "比重由 18.5% 下降到 6% 。",
    " 5 年来，有 56 万人口脱贫， 9 万多户群众搬迁。", "2024 年 1 至 6 月，接待游客 86 万人次，增长 12 %。",
]  # fmt: skip


@pytest.mark.parametrize("text", BLANKS)
@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u2009", "\u202f"])
def test_blanks_beside_numbers_say_nothing(text, blank):
    spaced = text.replace(" ", blank)
    close = "".join(text.split())
    assert as_read(read_text(f"青溪县\n{spaced}")).text.split("\n")[1].strip() == close
    assert [_row(i) for i in told(spaced)] == [_row(i) for i in told(close)]


def _row(indicator: dict) -> tuple[str, float | None, str | None]:
    return indicator["name"], indicator["value"] and indicator["value"]["low"], indicator["period"]


@pytest.mark.parametrize("row", ["总产值 386 亿元 8.5 %", "指标 2022 2023", "| 产值 | 386 |，| 12 |", "产值，\t386 \t亿元"])
def test_blanks_between_cells_stay(row):
    assert as_read(read_text(f"青溪县\n{row}")).text.split("\n")[1] == row


@pytest.mark.parametrize(("torn", "whole"), [("基础设施投资达215.5\n\n亿元。建成一批项目", "215.5亿元"), ("邮电业务总量增长\n\n4.8倍。市场繁荣", "增长4.8倍"), ("实施各类科技项目\n\n546项，取得成果371项", "项目546项")])
def test_an_empty_line_inside_a_sentence_is_none(torn, whole):
    assert whole in as_read(read_text(f"青溪县工作报告\n\n五年来全县固定资产投资稳步增长，各项事业取得了新的进步。{torn}。")).text


@pytest.mark.parametrize("heading", ["一、主要工作\n\n12家企业获评。", "工作情况\n\n2023年，新增企业86家。"])
def test_an_empty_line_below_a_heading_stays(heading):
    assert "\n\n" in as_read(read_text(f"青溪县工作报告\n\n{heading}")).text
