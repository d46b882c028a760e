"""PDFs: paragraphs joined, running heads and page numbers gone, the page of each passage kept; scans, locks and damage named."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.chain import run
from pipeline.errors import ReadError
from pipeline.read import read, read_bytes

from .documents import as_pdf

LONG = "各乡镇、各部门密切配合，形成齐抓共管的良好局面，基层基础进一步夯实，应急处置能力稳步提升，防灾减灾救灾体系更加完善，全民安全意识明显增强，共检查企业286家次、整改隐患742处，GDP增长5.6%。"
LINES = ["汐江市应急管理局2023年工作总结", "一、2023年工作总结", LONG, LONG + "全年死亡9人，同比下降5%。", "二、2024年工作要点", *[LONG] * 20, "全年力争下降3%。"]


@pytest.fixture(scope="module")
def typeset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return as_pdf(LINES, tmp_path_factory.mktemp("pdf") / "r.pdf", head="汐江市2099年文件汇编")


def test_lines_are_joined_into_paragraphs(typeset: Path):
    report = read(typeset)
    assert report.text.split("\n") == LINES
    assert report.source.media_type == "application/pdf"
    assert (report.title, report.review_year) == (LINES[0], 2023)


def test_each_passage_has_its_page(typeset: Path):
    document = run(typeset)
    pages = [passage["page"] for passage in document["passages"]]  # type: ignore[index,attr-defined]
    count = len(pypdfium2.PdfDocument(typeset))
    assert pages == sorted(pages)
    assert (pages[0], pages[-1]) == (1, count)
    assert count >= 3
    assert set(pages) == set(range(1, count + 1))


def canvas(draw: object, **options: object) -> bytes:
    data = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    page = Canvas(data, pagesize=(595, 842), **options)  # type: ignore[arg-type]
    draw(page)  # type: ignore[operator]
    page.save()
    return data.getvalue()


def write(page: Canvas, *lines: tuple[float, float, str]) -> None:
    page.setFont("STSong-Light", 12)
    for x, y, text in lines:
        page.drawString(x, y, text)
    page.showPage()


def test_the_place_orders_not_the_drawing():
    data = canvas(lambda page: write(page, (72, 660, "同比下降5%。"), (96, 700, "全年"), (132, 680, "死亡9人，"), (72, 680, "事故14起，"), (120, 700, "检查286家次，")))
    assert "".join(read_bytes(data, place="r.pdf").text.split()) == "全年检查286家次，事故14起，死亡9人，同比下降5%。"


def test_cells_side_by_side_are_a_row():
    data = canvas(lambda page: write(page, (72, 700, "检查"), (200, 700, "286家次"), (320, 700, "5%"), (72, 680, "整改"), (200, 680, "742处"), (320, 680, "8%")))
    assert read_bytes(data, place="r.pdf").text == "检查\t286家次\t5%\n整改\t742处\t8%"


def test_a_turned_page_is_read():
    def draw(page: Canvas) -> None:
        page.rotate(90)
        write(page, (100, -200, "全年检查286家次，事故14起，"), (100, -220, "死亡9人。"))

    assert read_bytes(canvas(draw), place="r.pdf").text.replace("\n", "") == "全年检查286家次，事故14起，死亡9人。"


def test_radicals_become_characters():
    data = canvas(lambda page: write(page, (72, 700, "全年事故一起，下降5%，共检查二百家。")))
    assert "一起" in read_bytes(data, place="r.pdf").text
    from pipeline.read.lines import _character

    assert _character(0x2F00) == "一"


def scan(page: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    for _ in range(3):
        page.drawImage(ImageReader(Image.new("RGB", (300, 400), "white")), 0, 0, 595, 842)
        page.showPage()


BAD = {
    "scan": (canvas(scan), "扫描件.*OCR"),
    "blank": (canvas(lambda page: page.showPage()), "没有文字"),
    "password": (canvas(lambda page: write(page, (72, 700, "事故14起")), encrypt=StandardEncryption("secret")), "密码"),
    "cut off": (canvas(lambda page: write(page, (72, 700, "事故14起")))[:-200], "不完整"),
    "no PDF at all": (b"%PDF-1.7\n" + b"1 0 obj nonsense" * 20 + b"\n%%EOF", "损坏"),
    "circular page tree": (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 2/Kids[2 0 R 3 0 R]>>endobj\n3 0 obj<</Type/Pages/Parent 2 0 R/Count 1/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        "损坏|没有文字",
    ),
    "a million pages claimed": (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1000000/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF", "太大|损坏|没有文字"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_named_with_a_remedy(name: str):
    data, reason = BAD[name]
    with pytest.raises(ReadError, match=reason) as fault:
        read_bytes(data, place="r.pdf")
    assert fault.value.remedy


def test_a_password_for_changes_only_does_not_lock():
    data = canvas(lambda page: write(page, (72, 700, "事故14起，下降5%，整改隐患742处。")), encrypt=StandardEncryption("", ownerPassword="owner"))
    assert read_bytes(data, place="r.pdf").text == "事故14起，下降5%，整改隐患742处。"
