"""Scans and pictures: read page by page where the extra is installed, every passage marked; refused with the command where it is not."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image

from pipeline.batch import find, run_all, settings
from pipeline.chain import run_bytes
from pipeline.cli import main
from pipeline.errors import ReadError
from pipeline.patterns.pdf import BRACKETS, PER_MILLE
from pipeline.progress import Part
from pipeline.read import ocr, read_bytes, sheet
from pipeline.shipped import MODEL

from . import ofd, scans
from .sheets import column, numbered, paged, written

needs_ocr = pytest.mark.skipif(not ocr.installed() or not scans.has_chinese_font(), reason="no OCR (pip install 'workreport-zh[ocr]'), or no Chinese font to make a scan with")

TITLE = "岚溪县交通运输局2023年工作总结"
ROAD = "全年完成公路投资4.86亿元，同比增长12.5%，新改建农村公路126公里，安全生命防护工程完成286公里，建制村通客车率达到100%，群众出行更加便捷。"
BUS = "新增新能源公交车38辆，调整优化线路6条，日均客运量2.3万人次，比上年提高8.4%，公共交通机动化出行分担率达到31.2%，城乡客运一体化稳步推进。"
LINES = [TITLE, ROAD, BUS, *[ROAD, BUS] * 4]
PAGES = numbered(paged(column(LINES, left=72, width=451, top=740, size=14, leading=26)))

SHORT = numbered(2 * paged(column(LINES[:3], left=72, width=451, top=740, size=14, leading=26)))


@cache
def scan(form: str = "PDF", askew: float = 0.0, noise: float = 0.0) -> bytes:
    return scans.saved(scans.pictures(PAGES if form == "PDF" else SHORT, askew=askew, noise=noise), form)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], list[Part]]:
    """The document of a scan, from a process that reads, and the parts that were told while it was read."""
    folder, told = tmp_path_factory.mktemp("scan"), []
    (folder / "r.pdf").write_bytes(scan())
    found = find([str(folder / "r.pdf")], str(folder / "out"))
    (outcome,) = run_all(found, str(folder / "out"), settings(MODEL), reached=lambda job, part: told.append(part))
    assert outcome.fault is None
    return json.loads((folder / "out" / "r.json").read_text(encoding="utf-8")), told


@needs_ocr
def test_a_straight_scan_is_read_as_its_page_is(extracted):
    assert extracted[0]["text"].split("\n") == LINES


@needs_ocr
@pytest.mark.parametrize(("askew", "noise"), [(0.7, 8.0), (-1.2, 4.0)])
def test_a_scan_is_read_as_its_page_is(askew: float, noise: float):
    assert len(PAGES) == 2
    assert read_bytes(scan("PDF", askew, noise), place="r.pdf").text.split("\n") == LINES


@needs_ocr
@pytest.mark.parametrize(("form", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/tiff")])
def test_pictures_are_read(form: str, media_type: str):
    report = read_bytes(scan(form), place="r")
    assert report.source.media_type == media_type
    assert report.text.split("\n")[:3] == LINES[:3]
    assert len(report.pages) == (2 if form == "TIFF" else 1)


@needs_ocr
def test_every_passage_says_how_surely_and_where(extracted):
    passages = extracted[0]["passages"]
    for passage in passages:
        found = passage["recognised"]
        assert 0.8 < found["confidence"] <= 1
        assert found["confidence"] == min(line["confidence"] for line in found["lines"])
        for line in found["lines"]:
            left, top, right, bottom = line["box"]
            assert 0 <= left < right <= 1
            assert 0 <= top < bottom <= 1
            assert bottom - top < 0.06
    tops = [(line["page"], line["box"][1]) for passage in passages for line in passage["recognised"]["lines"]]
    assert tops == sorted(tops)
    assert tops[-1][0] == 2


@needs_ocr
def test_a_page_of_text_among_scans_is_not_marked():
    text = pypdfium2.PdfDocument(written([column([TITLE, ROAD], left=72, width=451, top=740)]))
    text.import_pages(pypdfium2.PdfDocument(scan()), [1])
    data = io.BytesIO()
    text.save(data)
    passages = run_bytes(data.getvalue(), "r.pdf")["passages"]
    assert {("recognised" in passage, passage["page"]) for passage in passages} == {(False, 1), (True, 2)}  # type: ignore[attr-defined]


@needs_ocr
def test_a_page_whose_characters_mean_nothing_is_read_as_a_picture(monkeypatch: pytest.MonkeyPatch):
    answers = iter([True, False, False])
    monkeypatch.setattr(sheet, "meaningless", lambda _text, _unknown=0: next(answers))
    report = read_bytes(written([column([TITLE, ROAD], left=72, width=451, top=740)]), place="r.pdf")
    assert report.text.split("\n") == [TITLE, ROAD]
    assert len(report.recognised) > 2


@needs_ocr
def test_pictures_of_an_ofd_are_read():
    picture = scan("PNG")
    resources = f'<ofd:Res {ofd.SPACE} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="8" Type="Image"><ofd:MediaFile>page.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>'
    data = ofd.written(ofd.Document([[]], pictures=True, more={"Doc_0/DocumentRes.xml": resources.encode(), "Doc_0/Res/page.png": picture}))
    report = read_bytes(data, place="r.ofd")
    assert report.text.split("\n")[:3] == LINES[:3]
    assert report.recognised


@needs_ocr
def test_the_pages_are_told_while_they_are_read(extracted):
    document, told = extracted
    assert {Part("page", 1, 2), Part("page", 2, 2)} >= set(told) > set()
    assert document["passages"][0]["recognised"]


@needs_ocr
@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n nothing", b"\xff\xd8\xff\xe0 nothing", b"II*\x00\xff\xff\xff\xff"])
def test_a_damaged_picture_is_named(data: bytes):
    with pytest.raises(ReadError, match="图片损坏"):
        read_bytes(data, place="r.png")


@needs_ocr
def test_a_picture_cut_off_is_named():
    with pytest.raises(ReadError, match="图片损坏"):
        read_bytes(scan("PNG")[:5000], place="r.png")


@needs_ocr
def test_a_picture_without_text_is_named():
    with pytest.raises(ReadError, match="没有文字"):
        read_bytes(scans.saved([Image.new("L", (900, 1200), 255)], "PNG"), place="r.png")


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)


BLANK = Image.new("L", (300, 400), 255)


@pytest.mark.usefixtures("without_ocr")
@pytest.mark.parametrize(("data", "reason"), [(lambda: scans.saved([BLANK] * 2, "PDF"), "扫描件：2 页"), (lambda: scans.saved([BLANK], "PNG"), "图片"), (lambda: scans.saved([BLANK], "TIFF"), "图片")])
def test_without_the_extra_the_command_is_named(data: Callable[[], bytes], reason: str):
    with pytest.raises(ReadError, match=reason) as fault:
        read_bytes(data(), place="r")
    assert "pip install 'workreport-zh[ocr]'" in fault.value.remedy


def test_folders_are_searched_for_tiffs_and_not_for_the_pictures_of_saved_pages(tmp_path: Path):
    for name in ("scan.tif", "logo.png", "photo.jpg"):
        (tmp_path / name).write_bytes(scans.saved([BLANK], "PNG"))
    assert [Path(job.source).name for job in find([str(tmp_path)], str(tmp_path / "out")).jobs] == ["scan.tif"]
    assert [Path(job.source).name for job in find([str(tmp_path / "logo.png")], str(tmp_path / "out")).jobs] == ["logo.png"]


def test_what_pictures_are_misread_as():
    assert PER_MILLE.sub("‰", "死亡率2.3%。，孕产妇6.9%。；占5.6%。") == "死亡率2.3‰，孕产妇6.9‰；占5.6%。"
    assert BRACKETS.sub(r"（\g<within>）", "(一）总体（二)情况(GDP)（三）") == "（一）总体（二）情况(GDP)（三）"


def test_the_help_names_what_is_read():
    assert "OFD" in CliRunner().invoke(main, ["extract", "--help"]).output
