"""One number a row: what each column says of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.export import observations
from pipeline.export.columns import codelists, columns
from pipeline.export.times import compared, parsed
from pipeline.lexicon.unit_codes import unit_code, unit_codes
from pipeline.lexicon.units import units
from pipeline.read import read_text

from .conftest import CORPUS, SHARED
from .once import document as once

TITLE = "汐江市教育局2023年工作总结及2024年工作计划\n\n一、2023年工作总结\n\n"


def document(sentence: str, title: str = TITLE) -> dict[str, Any]:
    return json.loads(json.dumps(emit(analyse(read_text(title + sentence)), model="test"), ensure_ascii=False))


def rows(sentence: str) -> dict[str, dict[str, Any]]:
    """The rows of a sentence by their text."""
    return {str(row["text"]): row for row in observations(document(sentence))}


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("全市生产总值突破1.3万亿元。", "1.3万亿元", {"OBS_VALUE": 1.3, "UNIT_MULT": 12, "value_base": 1300000000000, "UNIT_MEASURE": "CNY", "value_low": 1.3, "value_high": None, "modifier": "突破", "modifier_norm": "at_least"}),
        ("直接经济损失80余万元。", "80余万元", {"OBS_VALUE": 80, "UNIT_MULT": 4, "value_base": 800000, "modifier": "余"}),
        ("发放补助五百余万元。", "五百余万元", {"OBS_VALUE": 500, "UNIT_MULT": 4, "value_base": 5000000, "modifier": "余"}),
        ("新增发电装机2617万千瓦。", "2617万千瓦", {"OBS_VALUE": 2617, "UNIT_MULT": 4, "UNIT_MEASURE": "KWT"}),
        ("网办率超过51%。", "51%", {"OBS_VALUE": 51, "UNIT_MULT": 0, "value_base": 51, "UNIT_MEASURE": "PT", "TRANSFORMATION": "N", "MEASURE": "actual", "modifier": "超过"}),
        ("直接财产损失下降10%以上。", "10%", {"OBS_VALUE": -10, "value_low": None, "value_high": -10, "modifier": "以上", "TRANSFORMATION": "G", "COMPARE_BASIS": "yoy", "compare_period": "2022"}),
        ("城镇登记失业率下降0.3个百分点。", "0.3个百分点", {"OBS_VALUE": -0.3, "UNIT_MEASURE": "PP", "TRANSFORMATION": "D", "price_basis": None}),
        ("争创2-3个示范校。", "2-3个", {"OBS_VALUE": None, "value_low": 2, "value_high": 3, "value_base": None, "modifier": None, "modifier_norm": "range"}),
        ("每人给予500元至1500元的补助。", "500元至1500元", {"OBS_VALUE": None, "value_low": 500, "value_high": 1500}),
        ("城镇、农村居民人均可支配收入分别增长4.5%、5.5%左右。", "4.5%", {"modifier": "左右", "modifier_norm": "around", "value_low": None, "value_high": None, "OBS_STATUS": "E"}),
        ("城镇、农村居民人均可支配收入分别实际增长4.5%、5.5%。", "5.5%", {"price_basis": "real"}),
        ("全市生产总值380亿元，按可比价格计算，比上年增长6.1%。", "6.1%", {"price_basis": "real", "compare_period": "2022"}),
        ("全市生产总值380亿元，按可比价格计算，比上年增长6.1%。", "380亿元", {"price_basis": "unstated", "compare_period": None, "COMPARE_BASIS": "_Z"}),
        ("贫困线为2300元（2010年不变价），比2009年提高92%。", "92%", {"price_basis": "unstated", "compare_period": "2009", "COMPARE_BASIS": "base"}),
        ("市场主体达到54万户，是2018年的2倍多。", "2倍", {"TRANSFORMATION": "R", "compare_period": "2018", "UNIT_MEASURE": "TIMES"}),
        ("2023年，外贸出口额增长2.6倍。", "2.6倍", {"TRANSFORMATION": "G"}),
        ("居民消费价格涨幅为2.6%。", "2.6%", {"TRANSFORMATION": "G", "COMPARE_BASIS": "yoy", "compare_period": "2022"}),
        ("实际利用外资增长8%。", "8%", {"price_basis": "unstated"}),
        ("全市生产总值初步核算为380亿元。", "380亿元", {"OBS_STATUS": "P"}),
        ("上半年办理案件12起。", "12起", {"FREQ": "S", "TIME_PERIOD": "2023-S1", "period_start": "2023-01-01", "period_end": "2023-06-30", "UNIT_MEASURE": "NR", "unit_text": "起"}),
        ("综合考核位列全省第二。", "二", {"role": "rank", "UNIT_MEASURE": "RANK", "OBS_VALUE": 2, "TRANSFORMATION": "N"}),
        ("2023年，工业对经济增长贡献率35.1%。", "35.1%", {"TRANSFORMATION": "GC"}),
        ("三季度经济回落，全年生产总值增长4.9%。", "4.9%", {"TIME_PERIOD": "2023"}),
        ("湖泊水质30年来首次达标，建成幸福河湖47个。", "47个", {"TIME_PERIOD": "2023"}),
    ],
)  # fmt: skip
def test_cells(sentence: str, text: str, expected: dict[str, Any]):
    row = rows(sentence)[text]
    assert expected == {key: row[key] for key in expected}


def test_the_base_of_a_rise_is_a_row_of_its_own_year():
    found = rows("网办率由51%提高到55%。")
    assert [(found[t]["MEASURE"], found[t]["TIME_PERIOD"], found[t]["role"]) for t in ("51%", "55%")] == [("baseline", "2022", "base"), ("actual", "2023", "value")]


def test_targets_are_of_the_year_to_come():
    found = observations(document("二、2024年工作计划\n\n力争学位增加500个。"))
    assert [(row["MEASURE"], row["TIME_PERIOD"], row["horizon"]) for row in found] == [("target", "2024", "planned")]


@pytest.mark.parametrize(
    ("written", "freq", "time", "start", "end"),
    [
        ("2024", "A", "2024", "2024-01-01", "2024-12-31"),
        ("2021/2025", "A5", "2021-01-01/P5Y", "2021-01-01", "2025-12-31"),
        ("2020/2025", "_O", "2020-01-01/P6Y", "2020-01-01", "2025-12-31"),
        ("2024-H2", "S", "2024-S2", "2024-07-01", "2024-12-31"),
        ("2024-Q1", "Q", "2024-Q1", "2024-01-01", "2024-03-31"),
        ("2024-02", "M", "2024-02", "2024-02-01", "2024-02-29"),
        ("2022-01/2022-11", "_O", "2022-01-01/P11M", "2022-01-01", "2022-11-30"),
    ],
)
def test_periods(written: str, freq: str, time: str, start: str, end: str):
    period = parsed(written)
    assert period is not None
    assert (period.freq, period.time_period, period.start, period.end) == (freq, time, start, end)


def test_no_period_is_none():
    assert parsed(None) is None
    assert parsed("2026/2025") is None


@pytest.mark.parametrize(
    ("written", "basis", "said", "since"),
    [
        ("2024", "yoy", "", "2023"), ("2024-Q1", "previous_period", "", "2023-Q4"), ("2024", "previous_period", "", None), ("2021/2025", "base", "", "2020"),
        ("2021/2025", "yoy", "", None), ("2025", "base", "较“十三五”末", "2020"), ("2025", "base", "比2019年多、比2022年", "2022"), ("2025", "base", "较改革前", None), ("2021/2025", "base", "较“十三五”", "2016-01-01/P5Y"),
        ("2025", "peer", "", None), ("2025", "plan", "", None), (None, "yoy", "", None), (None, "base", "比2002年", "2002"),
    ],
)  # fmt: skip
def test_what_a_change_counts_from(written: str | None, basis: str, said: str, since: str | None):
    found = compared(parsed(written), basis, said)
    assert (found.time_period if found else None) == since


def test_every_unit_has_a_code():
    assert [unit.canonical for unit in units().values() if unit_code(unit.canonical) == "_O"] == []
    known = {unit.canonical for unit in units().values()} | {"", "位"}
    assert set(unit_codes()) <= known


def test_checks_and_reviews_stand_beside_the_number():
    found = document("死亡398人，同比下降33.7%。")
    first = found["indicators"][0]
    first["canonical"], first["code"] = "道路交通事故死亡人数", "road_deaths"
    found["checks"] = [
        {"kind": "a", "status": "consistent", "indicators": [first["id"]], "message": "甲"},
        {"kind": "b", "status": "contradiction", "indicators": [first["id"]], "message": "乙"},
    ]
    row = observations(found)[0]
    assert (row["INDICATOR"], row["canonical"], row["indicator_text"], row["check_status"], row["check_detail"]) == ("road_deaths", "道路交通事故死亡人数", "死亡", "contradiction", "乙；甲")
    assert (row["OBS_STATUS"], row["review_status"]) == ("V", None)


def test_a_correction_of_the_file_is_the_same_report_and_another_title_is_not():
    before, after, other = document("死亡398人。"), document("全市死亡397人。"), document("死亡398人。", TITLE.replace("汐江市教育局", "汐江市民政局"))
    assert before["source"]["sha256"] != after["source"]["sha256"]
    ids = [observations(each)[0]["doc_id"] for each in (before, after, other)]
    assert ids[0] == ids[1] != ids[2]


def test_a_number_that_is_not_at_its_place_is_refused():
    broken = document("死亡398人。")
    broken["text"] = "x" + broken["text"]
    with pytest.raises(ValueError, match="398人"):
        observations(broken)


REPORTS = sorted((CORPUS / "reports").glob("*.txt")) + sorted((SHARED / "reports").glob("*.txt"))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_rows_of_whole_reports_keep_their_columns_keys_codes_and_evidence(path):
    found = once(path)
    table = observations(found)
    assert len(table) == sum((i["value"] is not None) + (i["base"] is not None) + len(i["changes"]) + (i["rank"] is not None) for i in found["indicators"])
    assert len({row["obs_id"] for row in table}) == len(table)
    listed = {column.name: {code.id for code in codelists()[column.codes]} for column in columns() if column.codes}
    for row in table:
        assert list(row) == [column.name for column in columns()]
        assert found["text"][row["char_start"] : row["char_end"]] == row["text"]
        assert row["prefix"] + row["text"] + row["suffix"] in found["text"]
        # a unit made of two (元/平方米) has a code made of two
        assert [(name, row[name]) for name, codes in listed.items() if row[name] is not None and row[name] not in codes and "_PER_" not in row[name]] == []
        if row["OBS_VALUE"] is not None:
            assert row["value_base"] == pytest.approx(row["OBS_VALUE"] * 10 ** row["UNIT_MULT"])
        assert row["modifier_norm"] in ("exact", "range") or row["modifier"], row["text"]


def test_a_number_of_a_table_has_its_table_and_its_cell():
    table = "表1 2023年粮食生产情况\n\n| 指标 | 单位 | 产量 | 比上年增长% |\n| --- | --- | --- | --- |\n| 稻谷 | 万吨 | 2719.1 | -5.4 |\n| 小麦 | 万吨 | 88 | 1.2 |\n"
    level, change, *_ = (row for row in observations(document(table)) if row["table_id"])
    assert {key: level[key] for key in ("indicator_text", "text", "OBS_VALUE", "UNIT_MULT", "UNIT_MEASURE", "table_id", "table_title", "table_row", "table_column")} == {
        "indicator_text": "稻谷产量", "text": "2719.1", "OBS_VALUE": 2719.1, "UNIT_MULT": 4, "UNIT_MEASURE": "TNE", "table_id": "t1", "table_title": "表1 2023年粮食生产情况", "table_row": 1, "table_column": 2,
    }  # fmt: skip
    assert (change["text"], change["role"], change["table_row"], change["table_column"]) == ("-5.4", "change", 1, 3)
    assert {row["table_id"] for row in observations(document("全市办理案件12起。"))} == {None}
