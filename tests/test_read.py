"""Bytes into reports: encodings, pages, what a head states."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.read import read

TEXT = "汐江市教育局2023年工作总结及2024年工作计划\n\n一、2023年工作总结\n新增学位1200个。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_every_encoding_gives_the_same_text(tmp_path: Path, encoding: str):
    path = tmp_path / "r.txt"
    path.write_bytes(TEXT.encode(encoding))
    report = read(path)
    assert report.text == TEXT
    assert (report.title, report.issuer, report.review_year, report.plan_year) == ("汐江市教育局2023年工作总结及2024年工作计划", "汐江市教育局", 2023, 2024)


PAGE = """<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<meta name="ArticleTitle" content="洄河县应急管理局2023年工作总结和2024年工作要点"><meta name="PubDate" content="2024-01-15 09:30"><script>var a = "新增9999个";</script></head>
<body><div class="nav"><a>首页</a> &gt; <a>信息公开</a></div><h1>洄河县应急管理局2023年工作总结和2024年工作要点</h1>
<div class="article-content" id="zoom"><p>　　一、2023年工作总结</p><p>　　全县发生事故14起，<b>死亡9人</b>，镕基金开户，同比下降5%。</p>
<table><tr><td>检查</td><td>286家次</td></tr><tr><td>整改</td><td>742处</td></tr></table>
<p>　　各项工作有序推进，成效明显，群众的获得感、幸福感、安全感不断增强，为全县经济社会高质量发展作出了积极贡献。各乡镇、各部门密切配合，形成了齐抓共管的良好局面，基层基础进一步夯实，应急处置能力稳步提升，防灾减灾救灾体系更加完善，全民安全意识明显增强，营造了良好的社会氛围。</p></div>
<div class="share">分享到：微信</div><div class="footer">版权所有 责任编辑：张三</div></body></html>"""


def test_a_page_is_read_without_its_dress(tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.encode("gb18030"))
    report = read(path)
    assert report.source.media_type == "text/html"
    assert report.source.encoding == "gb18030"
    assert report.published == "2024-01-15"
    assert (report.review_year, report.plan_year) == (2023, 2024)
    assert "死亡9人，镕基金开户" in report.text
    assert "286家次" in report.text.split("检查")[1].split("\n")[0]
    for dress in ("首页", "分享到", "责任编辑", "9999"):
        assert dress not in report.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "空"), (b" \n\t ", "空"), (b"%PDF-1.7 ...", "PDF"), (b"PK\x03\x04....", "Word"), (b"\x00\x01\x02\x03" * 50, "零字节"), ("\ufeff".encode("utf-16-le") + b"\x00", "utf-16")],
)
def test_what_is_no_report_is_refused_with_a_reason(tmp_path: Path, data: bytes, reason: str):
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=reason) as fault:
        read(path)
    assert str(path) in str(fault.value)
    assert fault.value.remedy


def test_heads_of_outside_reports(shared: Path):
    report = read(shared / "reports" / "traffic-police-2022.txt")
    assert report.issuer == "常德市公安局交通警察支队"
    assert report.region is not None
    assert report.region.code == "430700"
    assert (report.published, report.review_year, report.plan_year) == ("2023-03-31", 2022, 2023)


def test_years_of_all_outside_reports(shared: Path):
    for path in sorted((shared / "reports").glob("*.txt")):
        year = int(path.stem.rsplit("-", 1)[1])
        report = read(path)
        body = path.stem.rsplit("-", 1)[0]
        assert report.review_year == (year if body.endswith(("bureau", "police", "subdistrict")) else year - 1), path.stem
        assert report.plan_year == report.review_year + 1, path.stem


def test_years_of_local_reports(shared: Path):
    with (shared / "specs" / "years.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    reports = [read(shared / "reports" / row["report"]) for row in rows]
    right = [(r.review_year, r.plan_year) == (int(row["review_year"]), int(row["plan_year"])) for r, row in zip(reports, rows, strict=True)]
    assert sum(right) >= 0.98 * len(rows)
