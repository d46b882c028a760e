"""The time of every figure: what the sentence says, shared out over lists, else the period of the document and its part."""

from __future__ import annotations

import pytest

from pipeline.chain import analyse
from pipeline.read import read_text

HEAD = "青禾县人民政府工作报告\n——2024年1月10日在青禾县第九届人民代表大会第三次会议上\n各位代表：\n我代表县人民政府报告工作。\n一、2023年工作回顾\n"


def periods(sentence: str, head: str = HEAD) -> list[str | None]:
    """The periods of the indicators of a sentence, in order of the text."""
    return [i.period for i in analyse(read_text(head + sentence + "\n")).indicators]


def dated(sentence: str, head: str) -> list[tuple[str | None, str]]:
    return [(i.period, i.modality) for i in analyse(read_text(head + sentence + "\n")).indicators]


PARTS = [
    *((f"{n}月{tail}", f"-{n:02d}") for n in (1, 6, 9, 10, 12) for tail in ("", "份")),
    *((f"{half}半年", f"-H{n}") for n, half in enumerate("上下", 1)),
    *((f"{first}{q}季度", f"-Q{n}") for first in ("", "第") for n, q in enumerate("一二三四", 1)),
    *((f"1{dash}{n}月", f"-01/2023-{n:02d}") for dash in ("-", "—", "至", "月至", "月份至") for n in (2, 9, 11)),
    ("前三季度", "-01/2023-09"), ("前两季度", "-01/2023-06"), ("前八个月", "-01/2023-08"), ("前11个月", "-01/2023-11"), ("7—12月", "-07/2023-12"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "part"), PARTS, ids=[said for said, _ in PARTS])
@pytest.mark.parametrize("comma", ["", "，"])
def test_a_part_of_a_year(said: str, part: str, comma: str):
    assert periods(f"2023年{said}{comma}全县完成投资12亿元。") == [f"2023{part}"]
    assert periods(f"{said}{comma}全县完成投资12亿元。") == [f"2023{part}"]


@pytest.mark.parametrize(("second", "part"), [pair for pair in PARTS if pair[0] not in ("6月", "6月份")], ids=lambda x: x)
def test_a_second_period_has_the_year_of_the_first(second: str, part: str):
    assert periods(f"2022年6月完成投资12亿元，{second}完成投资13亿元。") == ["2022-06", "2022" + part.replace("2023", "2022")]
    assert periods(f"2023年6月投资增长3.1%，{second}增长4.2%。") == ["2023-06", "2023" + part]


@pytest.mark.parametrize(
    "sentence",
    [
        "2021、2022、2023年税收分别为3.2亿元、3.6亿元、4.1亿元。", "2021年、2022年和2023年，税收分别完成3.2亿元、3.6亿元和4.1亿元。", "2021年税收3.2亿元，2022年3.6亿元，2023年4.1亿元。",
        "税收2021年为3.2亿元，2022年为3.6亿元，2023年为4.1亿元。", "二○二一年税收3.2亿元，二〇二二年税收3.6亿元，二零二三年税收4.1亿元。",
    ],
)  # fmt: skip
def test_years_are_shared_out_over_a_list(sentence: str):
    assert periods(sentence) == ["2021", "2022", "2023"]


def test_parts_of_a_year_are_shared_out_over_a_list():
    assert periods("2023年一季度、上半年、前三季度、全年，全县工业用电量分别增长4.2%、5.1%、5.6%和6.0%。") == ["2023-Q1", "2023-H1", "2023-01/2023-09", "2023"]
    assert periods("10月、11月和12月游客量分别为3万人次、4万人次、5万人次，门票收入分别为3万元、4万元、5万元。") == ["2023-10", "2023-11", "2023-12"] * 2


@pytest.mark.parametrize(("sentence", "period"), [
    ("截至2023年10月底，全县新建公路86公里。", "2023-01/2023-10"), ("截至10月末，贷款余额86亿元。", "2023-10"), ("截至12月底，全县新建公路86公里。", "2023"),
    ("2023年9月末，全县贷款余额86亿元。", "2023-09"), ("2023年6月30日，全县发放补贴86万元。", "2023"),
    ("截至2023年6月30日，全县常住人口86万人。", "2023-06"), ("截至2023年12月31日，全县常住人口86万人。", "2023"), ("2023年第一季度至第三季度，全县新建公路86公里。", "2023-01/2023-09"),
    ("2021年以来，全县新增企业320家。", "2021/2023"), ("自2020年起，全县累计投入8亿元。", "2020/2023"), ("2023年以来，全县新增企业320家。", "2023"),
])  # fmt: skip
def test_what_is_counted_up_to_a_month_is_of_the_months_and_what_stands_is_of_the_last(sentence: str, period: str):
    assert periods(sentence) == [period]


def test_a_year_in_a_bracket_holds_in_the_bracket():
    assert periods("2023年，实施项目15个（含2022年结转项目5个），新开工项目8个，到位资金334万元。") == ["2023", "2022", "2023", "2023"]


def test_the_month_of_an_event_is_no_period_of_what_is_told_next():
    assert periods("3月建成投用的车站，接待旅客86万人次。") == ["2023"]


HALF = "青禾县水利局2023年上半年工作总结及下半年工作安排\n"


def test_figures_have_the_period_of_the_document():
    assert dated("今年以来，全县建成水库6座。\n新建渠道86公里。\n二、下半年工作安排\n建成水库3座。\n力争全年完成投资8亿元。", HALF) == [
        ("2023-H1", "actual"), ("2023-H1", "actual"), ("2023-H2", "target"), ("2023", "target"),
    ]  # fmt: skip
    assert dated("全县投资增长5.6%。", "2023年1—10月投资情况\n2023年11月18日\n") == [("2023-01/2023-10", "actual")]
    assert dated("学校开设社团32个。", "青禾小学2022—2023学年度工作总结\n") == [("2022/2023", "actual")]
    assert dated("三季度，受理案件3200件。", "青禾县人民法院2023年第三季度工作情况\n") == [("2023-Q3", "actual")]
    assert dated("培训干部320人。", "青禾县教育局2024年工作要点\n") == [("2024", "target")]


def test_goals_for_the_rest_of_a_year_are_targets_in_a_report_on_its_first_half():
    assert dated("下半年，建成水库3座。", HALF) == [("2023-H2", "target")]


@pytest.mark.parametrize("month", [11, 12])
def test_what_was_done_before_a_session_at_the_end_of_the_year_is_actual(month: int):
    head = f"政府工作报告\n——2022年{month}月26日在青禾县第九届人民代表大会第二次会议上\n各位代表：\n我代表县人民政府报告工作。\n一、2022年工作回顾\n"
    text = "今年，我们重点抓项目，建成水库6座。\n（一）圆满完成目标任务\n新建公路86公里。\n二、2023年工作安排\n（一）在产业升级上取得新成效\n建成园区3个。\n"
    assert dated(text, head) == [("2022", "actual"), ("2022", "actual"), ("2023", "target")]


def test_last_year_and_next_year_are_counted_from_the_year_in_which_a_report_speaks():
    december = "政府工作报告\n——2022年12月26日在青禾县第九届人民代表大会第二次会议上\n各位代表：\n我代表县人民政府报告工作。\n一、2022年工作回顾\n"
    assert dated("去年修路80公里，今年修路86公里，明年修路90公里。", december) == [("2021", "actual"), ("2022", "actual"), ("2023", "target")]
    assert dated("去年修路80公里。", HEAD) == [("2023", "actual")]
    assert dated("去年同期修路为80公里。", HALF) == [("2022-H1", "actual")]


def test_a_sub_heading_turns_only_where_it_names_a_period_with_words_that_go_with_it():
    text = "二、2024年工作安排\n（一）2023年结转项目\n修路8公里。\n（二）圆满收官\n修路9公里。\n"
    assert dated(text, HEAD) == [("2024", "target"), ("2024", "target")]
    text = "（三）为2024年发展打下基础\n修路8公里。\n（四）下一步打算\n修路9公里。\n三、队伍建设回顾\n培训干部86人。\n"
    assert dated(text, HEAD) == [("2023", "actual"), ("2024", "target"), ("2023", "actual")]


def test_where_period_and_modality_were_read_is_kept():
    text = HEAD + "修路8公里。\n2022年修路9公里。\n二、2024年工作安排\n修路10公里。\n"
    found = [{e.part: text[slice(*e.span)] for e in i.evidence if e.part in ("period", "modality")} for i in analyse(read_text(text)).indicators]
    assert found == [
        {"period": "一、2023年工作回顾", "modality": "一、2023年工作回顾"}, {"period": "2022年", "modality": "一、2023年工作回顾"}, {"period": "二、2024年工作安排", "modality": "二、2024年工作安排"},
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["三、提升治理成效", "三、抓好上年结转项目", "三、在转型升级上取得新成效", "三、着眼未来夯实基础", "三、总结推广试点经验", "2024：改革之年"])
def test_parts_of_its_own_level_stay_with_the_plan(heading: str):
    assert dated(f"二、2024年工作安排\n修路8公里。\n{heading}\n修路9公里。\n", HEAD) == [("2024", "target"), ("2024", "target")]


@pytest.mark.parametrize("heading", ["三、存在的主要问题", "三、取得的成绩", "三、2023年工作体会"])
def test_a_part_that_says_it_looks_back_ends_the_plan(heading: str):
    assert dated(f"二、2024年工作安排\n修路8公里。\n{heading}\n修路9公里。\n", HEAD) == [("2024", "target"), ("2023", "actual")]


@pytest.mark.parametrize("heading", ["（三）圆满完成目标任务", "（三）实现良好开局", "（三）着眼未来谋发展", "（三）贯彻中央工作部署", "（三）重点任务扎实推进", "（三）奋力迈上新征程"])
def test_sub_headings_of_a_review_turn_nothing(heading: str):
    assert dated(f"{heading}\n修路9公里。\n", HEAD) == [("2023", "actual")]


def test_a_year_without_its_word_in_a_title_is_no_figure():
    assert dated("全县有学校86所。", "2020青禾县教育局年终工作总结\n") == [("2020", "actual")]


def test_a_sentence_alone_is_dated_by_its_own_year():
    assert dated("", "到2030年，森林覆盖率达到45%。") == [("2030", "target")]
    assert dated("", "2023年6月30日，全县常住人口86万人。") == [("2023", "actual")]
    assert dated("", "截至2023年6月，全县修路86公里。") == [("2023-06", "actual")]


@pytest.mark.parametrize("said", ["预计2023年达到", "2023年达到", "到2023年已达"])
@pytest.mark.parametrize("growth", ["年均增长8.2%", "五年年均增长9%"])
def test_a_level_behind_its_growth_has_the_time_said_before_it(said: str, growth: str):
    head = HEAD.replace("一、2023年工作回顾", "一、过去五年工作回顾")
    assert periods(f"全县生产总值{growth}，{said}312亿元。", head) == ["2023"]
    assert periods(f"全县生产总值{growth}，2020年达到262亿元。", head) == ["2020"]


FRAMES = [("前三季度", "2023-01/2023-09"), ("2022年", "2022"), ("2023年1—11月", "2023-01/2023-11"), ("上半年", "2023-H1"), ("三季度", "2023-Q3"), ("2023年以来", "2023")]
CHAINED = ["旅游收入6亿元", "新建民宿8家", "综合满意度达到93.1%", "培训导游320人次、增长5%"]


@pytest.mark.parametrize(("said", "period"), FRAMES)
@pytest.mark.parametrize("opened", ["，", "，全县"])
def test_what_a_chain_of_sentences_opens_with_holds_in_it(said: str, period: str, opened: str):
    found = periods(f"{said}{opened}接待游客86万人次；{'；'.join(CHAINED)}。")
    assert found == [period] * 5
    assert periods(f"{said}{opened}接待游客86万人次。{CHAINED[0]}。") == [period, "2023"]
    assert periods(f"{said}{opened}接待游客86万人次；2021年{CHAINED[0]}；{CHAINED[1]}。") == [period, "2021", "2023"]


@pytest.mark.parametrize(("said", "period"), FRAMES)
def test_what_a_later_sentence_of_a_chain_opens_with_holds_in_it_alone(said: str, period: str):
    assert periods(f"投资增长5%；{said}，游客满意度达到93.1%，增长2%；新建民宿8家。") == ["2023", period, "2023"]


def test_the_time_of_a_thing_opens_no_chain():
    assert periods("2022年度审计报告反映问题86个；整改率95.1%；追责12人。")[1:] == ["2023", "2023"]
    assert periods("4月召开调度会3次；检查企业26家。") == ["2023-04", "2023"]


WISHES = [("力争", "target"), ("力求", "target"), ("确保", "target"), ("争取在年内使", "target")]


@pytest.mark.parametrize(("wish", "modality"), WISHES)
def test_a_wish_holds_for_what_stands_behind_it(wish: str, modality: str):
    head = "青禾县人民法院2023年工作总结\n一、工作情况\n"
    assert [m for _, m in dated(f"{wish}结案率保持在95%以上，长期未结案清零，执行到位率达到45%。", head)] == [modality] * 2
    assert [m for _, m in dated(f"{wish}造林面积达到16万亩、草原修复10万亩。", head)] == [modality] * 2
    assert [m for _, m in dated(f"{wish}结案率保持在95%以上，目前已达到93%。", head)] == [modality, "actual"]


@pytest.mark.parametrize("opening", ["下一步，我局将", "下一阶段，全县将", "今后，我们将", "明年，我局将", "下步工作中，将", "新的一年，我局要"])
def test_what_comes_next_is_planned_wherever_it_is_said(opening: str):
    head = "青禾县水利局2023年工作总结\n"
    assert dated(f"全年新建水闸12座。\n{opening}加快进度，新建泵站6座，完成投资3亿元。", head) == [("2023", "actual"), ("2024", "target"), ("2024", "target")]
    mixed = f"一、2023年工作情况\n新建水闸12座。{opening}加快进度，新建泵站6座。\n改造渠道8条。"
    assert dated(mixed, head) == [("2023", "actual"), ("2024", "target"), ("2023", "actual")]


def test_the_second_half_of_the_year_told_of_is_no_plan():
    assert dated("下半年，全县将力量集中到堤防，加固堤防12公里。", "青禾县水利局2023年工作总结\n") == [("2023-H2", "actual")]
    assert dated("下半年，我局将加固堤防12公里。", "青禾县水利局2023年上半年工作总结\n") == [("2023-H2", "target")]


@pytest.mark.parametrize("cause", ["受上年基数较低影响", "因上年基数较低", "由于2022年集中入库"])
def test_the_time_of_a_cause_dates_nothing(cause: str):
    assert periods(f"增值税{cause}完成3.2亿元，增长41%，契税8600万元。") == ["2023", "2023"]


@pytest.mark.parametrize("dealt", ["对2022年度占耕图斑逐块核查", "将2022年结余资金统筹安排", "针对2021年反馈问题建立台账"])
def test_the_time_of_what_is_dealt_with_dates_nothing(dealt: str):
    assert periods(f"{dealt}，整改完成3265亩，完成率95.1%。") == ["2023", "2023"]


@pytest.mark.parametrize("beside", ["上年为96件", "上年是96件", "上年同期为96件", "去年同期为96件"])
def test_a_year_told_beside_another_figure_holds_no_further(beside: str):
    assert periods(f"受理投诉73件，{beside}，满意率96.4%。") == ["2023", "2022", "2023"]


@pytest.mark.parametrize("multiple", ["为2021年的3.4倍", "是2021年的三倍", "相当于2021年的2.5倍"])
def test_the_year_of_a_multiple_dates_nothing(multiple: str):
    assert set(periods(f"接待观众386万人次，{multiple}，青少年占41.2%。")) == {"2023"}


def test_a_whole_year_told_before_it_ends_is_what_has_passed_of_it():
    head = "青禾县水利局2023年前三季度工作总结\n一、前三季度工作\n"
    part = "2023-01/2023-09"
    assert dated("2023年度已开工水闸29座，完成投资4120万元。", head) == [(part, "actual")] * 2
    assert dated("完成投资5亿元，占全年任务的79.3%，占全年计划的60%。", head) == [(part, "actual")] * 3
    assert dated("全年目标为12座。", head)[0][0] == "2023"


def test_what_only_counts_a_part_stands_when_its_whole_does():
    head = "青禾县市场监管局2023年工作总结\n一、工作情况\n"
    assert periods("截至11月底，全县经营主体31268户，其中企业7842户、个体工商户22914户。", head) == ["2023-11"] * 3
    assert periods("截至11月底，医保参保41.2万人；新登记企业820户。", head) == ["2023-11", "2023-01/2023-11"]


def test_the_last_year_of_a_term_is_its_own_part():
    head = "青禾市政府工作报告\n——2023年1月10日在青禾市第九届人民代表大会第一次会议上\n一、过去五年工作回顾\n五年来，累计新增就业12万人。\n"
    assert dated("二、2022年工作\n新增就业2.6万人，增长5%。", head) == [("2018/2022", "actual"), ("2022", "actual")]
    assert dated("过去一年，新增就业2.6万人。", head)[-1] == ("2022", "actual")


@pytest.mark.parametrize("said", ["尽最大努力争取最好结果", "奋力拼搏，力争上游", "努力争取上级支持", "大力促进充分就业2批", "着力促消费3场"])
def test_what_is_striven_for_without_a_figure_makes_no_target(said: str):
    head = "青禾县2023年工作总结\n一、工作情况\n"
    assert [m for _, m in dated(f"{said}，预计全年实现生产总值239亿元，增长3.5%；完成投资5亿元。", head)][-2:] == ["actual"] * 2
    assert {m for _, m in dated(f"{said}，新增就业2.6万人。", head)} == {"actual"}
