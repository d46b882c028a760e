"""Frames have the types of their columns, in either language, and exports come back as they were."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import workreport as wr
from pipeline.api.wide import COLUMNS
from pipeline.export.columns import columns

EARLIER = "海州市财政局2022年工作总结\n一、2022年工作情况\n全市一般公共预算收入120亿元，同比增长5%。\n二、2023年工作计划\n2023年一般公共预算收入增长6%。\n"
LATER = "海州市财政局2023年工作总结\n一、2023年工作情况\n全市一般公共预算收入126亿元，同比增长9%，居全省第3位。\n"


@pytest.fixture(scope="module")
def documents() -> list[wr.Document]:
    return [wr.read_text(EARLIER, name="a.txt"), wr.read_text(LATER, name="b.txt")]


def test_columns_have_their_types(documents):
    frame = wr.to_frame(documents, "en")
    assert list(frame.columns) == [column.name for column in columns()]
    wanted = {"string": "string", "number": "float64", "integer": "Int64"}
    for column in columns():
        kind = frame[column.name].dtype
        if column.type in wanted:
            assert kind == wanted[column.type], column.name
        else:
            assert str(kind).startswith("datetime64"), column.name
    assert frame["period_start"].is_monotonic_increasing == frame["TIME_PERIOD"].is_monotonic_increasing
    assert len(documents[0].to_frame()) + len(documents[1].to_frame()) == len(frame)


def test_chinese_says_the_same_with_other_words(documents):
    english, chinese = wr.to_frame(documents, "en"), wr.to_frame(documents)
    assert list(chinese.columns) == [column.title for column in columns()]
    assert set(chinese["实际或目标"]) == {"实际", "目标"}
    assert chinese["数值"].equals(english["OBS_VALUE"])
    assert chinese["单位代码"].tolist() == english["UNIT_MEASURE"].tolist()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_wide_has_one_row_an_indicator(documents, lang: str):
    frame = wr.to_frame(documents, lang, wide=True)
    assert len(frame) == sum(len(one.indicators) for one in documents)
    assert list(frame.columns) == [zh if lang == "zh" else en for en, zh, _ in COLUMNS]
    row = frame[frame["数值" if lang == "zh" else "value"] == 12_600_000_000].iloc[0]
    assert (row["同比" if lang == "zh" else "yoy"], row["位次" if lang == "zh" else "rank"]) == (9, 3)


def test_an_empty_frame_has_the_columns_all_the_same():
    assert list(wr.to_frame([], "en").columns) == [column.name for column in columns()]
    assert len(wr.to_frame([], wide=True)) == 0


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.xlsx", "t.parquet", "t.db"])
def test_an_export_comes_back_as_it_was(documents, tmp_path: Path, name: str):
    written = wr.export(documents, tmp_path / name)
    assert written.rows == len(wr.to_frame(documents))
    back = wr.read_export(tmp_path / name).sort_values("obs_id", ignore_index=True)
    straight = wr.to_frame(documents, "en").sort_values("obs_id", ignore_index=True)
    pd.testing.assert_frame_equal(back, straight)


def test_what_is_no_export_is_refused(tmp_path: Path):
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    for name in ("x.csv", "none.csv", "x.dat"):
        with pytest.raises(wr.PipelineError, match=name):
            wr.read_export(tmp_path / name)


def test_a_language_that_is_not_there_is_refused(documents):
    with pytest.raises(wr.PipelineError, match="fr"):
        wr.to_frame(documents, "fr")


def test_series_and_targets_are_frames(documents):
    tracked = wr.track(documents)
    assert {"issuer", "indicator", "year", "value"} <= set(tracked.series.columns)
    assert pd.api.types.is_integer_dtype(tracked.series["year"])
    assert 2023 in set(tracked.targets["year"])


def test_checks_are_a_frame(documents):
    found = wr.check(documents)
    assert set(found["status"]) <= {"consistent", "contradiction", "cannot tell"}
    assert "contradiction" in set(found["status"])  # 120 and 126 are five per cent apart, not nine
    assert len(wr.check([])) == 0
