"""Workbooks of the old format (.xls, .et): values as their sheets display them, whatever the size of the file or its damage."""

from __future__ import annotations

import random

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_bytes
from pipeline.read.compound import SIGNATURE, stream
from pipeline.read.old_sheets import OldSheets

from .old_workbook import workbook

HEADS = [["东溪县医院2023年运行情况"], ["指标", "2023年", "同比增长"]]
NAMES = ("门诊人次", "出院人数", "手术台次")
GROWTH = (0.078, -0.0214, 0.1)


def rows(code: str, count: int = 3) -> list[list]:
    return [*HEADS, *([NAMES[n] if n < 3 else (f"{n}病区{NAMES[n % 3]}", 2), (6520.0 + n, "#,##0"), (GROWTH[n % 3], code)] for n in range(count))]


def grown(data: bytes, name: str) -> list[tuple[float, str]]:
    document = emit(analyse(read_bytes(data, place=name)), model="test")
    return [(c["low"], c["unit"], c["form"]) for i in document["indicators"] for c in i["changes"]]


@pytest.mark.parametrize("name", ["a.xls", "a.et"])
@pytest.mark.parametrize("code", ["0.0%", "0.00%", "0.0%;[Red]-0.0%", "0.0%_ ", "[$-804]0.0%"])
@pytest.mark.parametrize("short", [False, True], ids=["one by one", "side by side"])
@pytest.mark.parametrize("small", [False, True], ids=["large", "small"])
def test_a_percentage_is_read_as_it_is_shown(name, code, short, small):
    second = -2.14 if code == "0.00%" else -2.1
    data = workbook({"运行": rows(code)}, small=small, short=short)
    assert grown(data, name) == [(7.8, "%", "rate"), (second, "%", "rate"), (10, "%", "rate")]


def test_every_sheet_of_a_large_file_has_its_own_styles():
    data = workbook({f"第{number}张": rows("0.0%", 300) for number in (1, 2, 3)})
    old = OldSheets(data)
    for number in (1, 2, 3):
        styles = old.styles(f"第{number}张")
        assert sum(style.percent for style in styles.values()) == 300
        assert (styles[6, 0].indent, styles[2, 1].grouped) == (2, True)
    assert old.styles("没有这张") == {}
    assert [unit for _, unit, _ in grown(data, "large.xls")] == ["%"] * 900


def test_a_damaged_file_has_styles_or_none():
    some = random.Random(17)
    for whole in (workbook({"运行": rows("0.0%")}), workbook({"运行": rows("0.0%")}, small=True)):
        for _ in range(300):
            broken = bytearray(whole[: some.randrange(8, len(whole))] if some.random() < 0.3 else whole)
            for _ in range(some.randrange(1, 40)):
                broken[some.randrange(8, len(broken))] = some.randrange(256)
            assert len(OldSheets(bytes(broken)).styles("运行")) >= 0


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", SIGNATURE, SIGNATURE + bytes(600), SIGNATURE + b"\xff" * 5000])
def test_what_is_no_workbook_has_no_styles(data):
    assert OldSheets(data).styles("表1") == {}
    assert stream(data, "Workbook") is None
