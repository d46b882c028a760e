"""Targets that are judged only where sure, series that keep levels, milestones and spans apart, and the panel of one indicator."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pandas
import pytest

from pipeline.document import in_order
from pipeline.track import track

from .test_cli import run as command
from .test_track import documents

REVIEW = "一、{year}年工作情况\n{text}"
AIM = "二、{year}年主要预期目标\n{text}"


def aims(tmp_path: Path, aim: str, came: str):
    """The rows of 2023 for a target sentence and the outcome told a year later."""
    paths = documents(tmp_path, AIM.format(year=2023, text=aim), REVIEW.format(year=2023, text=came))
    return [row for row in track(in_order(paths))[1] if row.year == 2023 and row.status == "stated"]


@pytest.mark.parametrize(
    ("aim", "came", "match", "met"),
    [
        ("城镇新增就业1000人以上。", "2023年，城镇新增就业1100人。", "code", "yes"),
        ("建设泵阀产业孵化楼12座。", "2023年，建设泵阀产业孵化楼14座。", "row", "yes"),
        ("建设泵阀产业孵化楼12座。", "2023年，建设泵阀产业孵化大楼14座。", "similar", None),
        ("城镇居民人均可支配收入增长6%。", "2023年，农村居民人均可支配收入增长7%。", None, None),
        ("安排助学金95万元。", "五年来，累计安排抗灾救灾资金551万元。", None, None),
        ("城镇新增就业1000人以上。", "五年来，累计城镇新增就业5100人。", None, None),
        ("安排就业补助420万元。", "2023年，家电下乡补助450万元。", None, None),
        ("地区生产总值达到300亿元。", "2023年，地区生产总值突破300亿元。", "code", None),
    ],
)
def test_a_target_is_judged_only_by_its_own_outcome(tmp_path: Path, aim: str, came: str, match: str | None, met: str | None):
    found = [row for row in aims(tmp_path, aim, came) if not row.measure.growth or "增长" in aim]
    assert [(row.match, row.met) for row in found] == [(match, met)]


def test_what_only_looks_alike_is_shown_with_both_sentences(tmp_path: Path):
    paths = documents(
        tmp_path, AIM.format(year=2023, text="建设泵阀产业孵化楼12座。"), REVIEW.format(year=2023, text="2023年，建设泵阀产业孵化大楼14座。")
    )
    result = command("track", *map(str, paths), "-o", str(tmp_path / "out"))
    assert result.exit_code == 0
    with (tmp_path / "out" / "targets.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["match"] == "名称相近，请核对")
    assert row["met"] == row["gap"] == ""
    assert row["target_sentence"] == "建设泵阀产业孵化楼12座。"
    assert row["outcome_sentence"] == "2023年，建设泵阀产业孵化大楼14座。"


def test_the_target_of_a_plan_stands_beside_each_year_and_is_not_judged(tmp_path: Path):
    texts = (
        "二、今后五年主要目标\n2023年至2027年，地区生产总值年均增长6%。",
        REVIEW.format(year=2023, text="2023年，地区生产总值增长5.2%。"),
        REVIEW.format(year=2024, text="2024年，地区生产总值增长6.4%。"),
    )
    rows = [row for row in track(in_order(documents(tmp_path, *texts)))[1] if row.plan]
    assert [(row.year, row.plan, row.outcome and row.outcome.quantity.low) for row in rows] == [
        (2023, "2023/2027", Decimal("5.2")), (2024, "2023/2027", Decimal("6.4")),
    ]  # fmt: skip
    assert {row.met for row in rows} == {None}


def test_a_series_tells_levels_from_marks_and_says_its_breaks(tmp_path: Path):
    texts = ("工业总产值达到280亿元。", "工业总产值突破300亿元。", "预计工业总产值达到330亿元。", "按新口径统计，工业总产值达到260亿元。")
    paths = documents(tmp_path, *(REVIEW.format(year=year, text=text) for year, text in enumerate(texts, 2022)))
    points = [p for p in track(in_order(paths))[0] if p.measure.code == "gross_industrial_output"]
    assert [(p.year, p.figure and p.figure.standing, p.computed is None, p.breaks) for p in points] == [
        (2022, "level", True, ""), (2023, "milestone", True, ""), (2024, "expected", True, ""), (2025, "level", False, "新口径"),
    ]  # fmt: skip


def test_what_several_years_came_to_is_no_year_of_a_series(tmp_path: Path):
    texts = (
        "2022年，化学需氧量排放量下降2.3%。",
        "“十四五”前三年累计单位地区生产总值能耗下降9.6%，化学需氧量排放量分别下降8.4%。\n空气质量优良天数连续4年超300天。",
        "2024年，化学需氧量排放量下降2.1%。",
        "全年累计完成固定资产投资86亿元，增长8%。",
    )
    paths = documents(tmp_path, *(REVIEW.format(year=year, text=text) for year, text in enumerate(texts, 2022)))
    points = track(in_order(paths))[0]
    assert [(p.year, str(p.figure and p.figure.quantity.low)) for p in points if p.measure.code == "cod"] == [(2022, "-2.3"), (2024, "-2.1")]
    assert [p.figure.standing for p in points if p.figure and (p.measure.code, p.measure.unit) == ("good_air_day_count", "天")] == ["milestone"]
    assert [p.year for p in points if p.measure.code == "fixed_investment" and p.measure.growth] == []
    assert [str(p.stated and p.stated.low) for p in points if p.measure.code == "fixed_investment"] == ["8"]


def test_a_year_of_growth_alone_stands_in_one_series_of_levels(tmp_path: Path):
    texts = ("出口26亿美元，增长5%。", "出口27.3亿美元，增长5%。", "出口增长6%。", "出口180亿元。")
    paths = documents(tmp_path, *(REVIEW.format(year=year, text=text) for year, text in enumerate(texts, 2022)))
    points = [p for p in track(in_order(paths))[0] if p.measure.code == "exports" and not p.measure.growth]
    assert [(p.measure.unit, p.year) for p in points] == [("美元", 2022), ("美元", 2023), ("美元", 2024), ("元", 2025)]


def test_no_growth_is_computed_from_what_is_only_a_bound(tmp_path: Path):
    texts = ("工业总产值超过280亿元。", "工业总产值达到330亿元。", "工业总产值达到363亿元。")
    paths = documents(tmp_path, *(REVIEW.format(year=year, text=text) for year, text in enumerate(texts, 2022)))
    points = [p for p in track(in_order(paths))[0] if p.measure.code == "gross_industrial_output"]
    assert [p.computed for p in points] == [None, None, Decimal(10)]


def test_two_writings_of_a_thing_are_one_series_under_the_commonest(tmp_path: Path):
    texts = ("泵阀产业园新建厂房6座。", "新建泵阀产业园厂房8座。", "新建泵阀产业园厂房9座。")
    paths = documents(tmp_path, *(REVIEW.format(year=year, text=text) for year, text in enumerate(texts, 2022)))
    points = track(in_order(paths))[0]
    written = "".join(path.read_text(encoding="utf-8") for path in paths)
    assert points
    assert all(point.measure.thing in written for point in points)


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    """Three reports of one county: a target without outcome, one with, and a year that sets none."""
    return documents(
        tmp_path,
        "一、2022年工作情况\n地区生产总值300亿元，增长4.8%。\n二、2023年主要预期目标\n地区生产总值增长6%左右。",
        "一、2023年工作情况\n2023年，地区生产总值318亿元，增长6.2%。\n二、2024年主要预期目标\n地区生产总值增长5.5%—6%。",
    )


def test_a_panel_is_body_by_year_with_both_sentences(three: list[Path], tmp_path: Path):
    result = command("track", *map(str, three), "--panel", "gdp", "-o", str(tmp_path / "gdp.csv"))
    assert result.exit_code == 0
    with (tmp_path / "gdp.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["measure"] == "growth"]
    told = [(r["year"], r["target"], r["target_low"], r["target_high"], r["modifier"], r["outcome"], r["met"], r["level"]) for r in rows]
    assert told == [
        ("2022", "", "", "", "", "4.8", "", "30000000000"), ("2023", "6", "6", "6", "左右", "6.2", "yes", "31800000000"),
        ("2024", "5.75", "5.5", "6", "range", "", "", ""),
    ]  # fmt: skip
    assert rows[1]["target_sentence"] == "地区生产总值增长6%左右。"
    assert rows[1]["outcome_sentence"] == "2023年，地区生产总值318亿元，增长6.2%。"
    assert {row["region_code"] for row in rows} == {"130534"}


@pytest.mark.parametrize("suffix", [".dta", ".parquet"])
def test_a_panel_loads_in_stata_and_pandas(three: list[Path], tmp_path: Path, suffix: str):
    path = tmp_path / f"gdp{suffix}"
    assert command("track", *map(str, three), "--panel", "gdp", "-o", str(path)).exit_code == 0
    frame = pandas.read_stata(path) if suffix == ".dta" else pandas.read_parquet(path)
    growth = frame[frame["measure"] == "growth"]
    assert list(growth["outcome"])[:2] == [4.8, 6.2]
    assert set(growth["body"]) == {"清河县人民政府"}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [(("--panel", "nothing", "-o", "x.csv"), "没有 nothing 这个代码"), (("--panel", "gdp", "-o", "x.doc"), ".dta"), (("--panel", "gdp", "-o", "x.csv", "--charts", "svg"), "不画图")],
)
def test_a_panel_that_cannot_be_is_refused(three: list[Path], arguments: tuple[str, ...], reason: str):
    result = command("track", str(three[0]), *arguments)
    assert result.exit_code == 2
    assert reason in result.output
