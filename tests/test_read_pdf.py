"""PDFs: paragraphs joined, running heads and page numbers gone, the page of each passage kept; scans, locks and damage named."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.chain import run
from pipeline.errors import ReadError
from pipeline.read import ocr, read, read_bytes

from . import sheets
from .documents import as_pdf
from .sheets import MICROSOFT, WPS, Place, column, drawn_plain, numbered, paged, written

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
    from pipeline.read.glyphs import of_character

    assert of_character(0x2F00) == "一"


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
def test_what_cannot_be_read_is_named_with_a_remedy(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ocr, "installed", lambda: False)
    data, reason = BAD[name]
    with pytest.raises(ReadError, match=reason) as fault:
        read_bytes(data, place="r.pdf")
    assert fault.value.remedy


def test_a_password_for_changes_only_does_not_lock():
    data = canvas(lambda page: write(page, (72, 700, "事故14起，下降5%，整改隐患742处。")), encrypt=StandardEncryption("", ownerPassword="owner"))
    assert read_bytes(data, place="r.pdf").text == "事故14起，下降5%，整改隐患742处。"


# pages set by hand, as other writers than those of the tests above set them

ROAD = "全年完成公路投资4.86亿元，同比增长12.5%，新改建农村公路126公里，安全生命防护工程完成286公里，建制村通客车率达100%，群众出行更加便捷。"
WATER = "治理中小河流38公里，除险加固水库14座，新增高效节水灌溉面积2.4万亩，农村自来水普及率达到93.2%，比上年提高1.8个百分点，完成投资2.31亿元。"
GRAIN = "粮食播种面积86.4万亩，总产量达到38.7万吨，新建高标准农田5.2万亩，蔬菜产量增长4.6%，生猪出栏31.5万头，农产品抽检合格率98.9%。"
TITLE = "溪源县农业农村和交通水利2023年工作总结"


def text_of(data: bytes) -> list[str]:
    return read_bytes(data, place="r.pdf").text.split("\n")


@pytest.mark.parametrize("draw", [drawn_plain, WPS, MICROSOFT], ids=["size as it is", "scaled as WPS", "constant as Microsoft"])
@pytest.mark.parametrize("spacing", [0.0, 1.0, 2.5, 6.0])
@pytest.mark.parametrize("size", [10.5, 16.0])
def test_the_size_is_what_is_seen(draw: Callable[..., None], spacing: float, size: float):
    lines = [TITLE, ROAD, WATER, GRAIN]
    pages = numbered(paged(column(lines, left=72, width=451, top=770, size=size, leading=size * 1.7, spacing=spacing)))
    assert text_of(written(pages, draw)) == lines


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("drop", [0.0, 3.0, 7.0], ids=["on one baseline", "a little lower", "between the lines"])
def test_columns_are_read_one_after_the_other(count: int, drop: float):
    width = 480 / count - 20
    texts = [(ROAD, WATER, GRAIN)[at] * 2 for at in range(count)]
    places = [Place(TITLE, 150, 790, 16)]
    for at, text in enumerate(texts):
        places += column([text], left=60 + at * 480 / count, width=width, top=750 - at * drop, size=10.5, leading=17)
    assert text_of(written([places])) == [TITLE, *texts]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    lines = [TITLE, *[ROAD, WATER, GRAIN] * 6]
    parts = paged(column(lines, left=60, width=220, top=700, size=12, leading=20), top=700)
    pages = [[*parts[at], *(Place(p.text, p.x + 255, p.y, p.size) for p in (parts[at + 1] if at + 1 < len(parts) else []))] for at in range(0, len(parts), 2)]
    assert len(pages) >= 2
    assert text_of(written(numbered(pages, "溪源县2099年文件汇编"))) == lines


def test_a_box_at_the_side_stands_apart():
    above = column([ROAD + WATER], left=60, width=475, top=780)
    beside = sheets.wrapped(GRAIN * 3, 330, 12, first=24)
    body = [Place(line, 84 if at == 0 else 60, 680 - 20 * at) for at, line in enumerate(beside)]
    rest = column([WATER], left=36, width=475, top=680 - 20 * len(beside))
    below = [Place(place.text, 60, place.y) for place in rest]
    box = [Place(line, 420, 676 - 17 * at, 10.5) for at, line in enumerate(sheets.wrapped("链接：农村公路三年行动共投入12.6亿元，惠及群众38万人，沿线新增农家乐86家。", 115, 10.5))]
    lines = text_of(written([[*above, *body, *below, *box]]))
    assert lines[0] == ROAD + WATER
    assert GRAIN * 3 in "".join(lines[:-1])
    assert lines[-1] == "链接：农村公路三年行动共投入12.6亿元，惠及群众38万人，沿线新增农家乐86家。"


def test_rows_of_figures_are_no_columns():
    rows = [("地区生产总值", "126.8亿元", "6.4%"), ("固定资产投资", "58.3亿元", "8.1%"), ("社会消费品零售总额", "41.7亿元", "7.2%"), ("城镇居民人均可支配收入", "38642元", "5.3%")]
    places = [Place(cell, x, 760 - 20 * at) for at, row in enumerate(rows) for cell, x in zip(row, (72, 280, 420), strict=True)]
    assert text_of(written([places])) == ["\t".join(row) for row in rows]


@pytest.mark.parametrize("marker", ["（一）", "1.", "①", "•", "2、", "（3）"])
@pytest.mark.parametrize("hang", [0.0, 24.0, 36.0])
def test_items_of_a_list_that_wrap(marker: str, hang: float):
    """Items with a hanging indent, narrower than the text around, one of them broken inside a number."""
    places, y = [], 780.0
    for text in (ROAD, WATER):
        for number, line in enumerate(sheets.wrapped(marker + text, 380, 12)):
            places.append(Place(line, 84 + (hang if number else 0), y))
            y -= 20
    around = column([GRAIN * 3, ROAD * 2], left=60, width=475, top=y)
    if hang:
        assert text_of(written([[*places, *around]])) == [marker + ROAD, marker + WATER, GRAIN * 3, ROAD * 2]
    flush = [Place(line, 84, 780 - 20 * at) for at, line in enumerate(sheets.wrapped(f"{marker}农路提质。{ROAD}", 451, 12))]
    assert text_of(written([[*flush, *column([GRAIN * 3], left=60, width=475, top=780 - 20 * len(flush))]])) == [f"{marker}农路提质。{ROAD}", GRAIN * 3]


@pytest.mark.parametrize("heading", ["一、主要工作", "二、下一步工作打算", "（三）农村供水", "1.河湖治理", "三、聚焦主业，夯实基础"])
@pytest.mark.parametrize("count", [1, 3, 8])
@pytest.mark.parametrize("text", [ROAD, WATER + GRAIN, GRAIN], ids=["two lines", "many lines", "other"])
def test_a_heading_at_the_margin_is_not_glued_to_the_paragraph_set_in_below(heading: str, count: int, text: str):
    places, y = [], 780.0
    for line in (TITLE, *[heading, text] * count):
        set_in = 24 if line == text else 0
        for number, part in enumerate(sheets.wrapped(line, 475, 12, first=set_in)):
            places.append(Place(part, 60 + (0 if number else set_in), y))
            y -= 18
    assert text_of(written([places])) == [TITLE, *[heading, text] * count]


@pytest.mark.parametrize("heading", ["一、主要工作", "（三）农村供水", "1.河湖治理"])
def test_a_paragraph_of_one_line_below_a_heading(heading: str):
    short = "全县新建泵站12座，治理河道36公里。"
    lines = [TITLE, *[heading, short] * 4, "二、下一步工作", ROAD * 2]
    places, y = [], 780.0
    for line in lines:
        set_in = 24 if line in (short, ROAD * 2) else 0
        for number, part in enumerate(sheets.wrapped(line, 475, 12, first=set_in)):
            places.append(Place(part, 60 + (0 if number else set_in), y))
            y -= 18
    assert text_of(written([places])) == lines


PRINTED = {
    "Chrome": ("2024/1/11 14:25", "溪源县2023年工作总结", "https://www.xiyuan.example/art/2024/1/10/art_12_3456.html", "{}/2"),
    "Edge": ("2024/3/5 上午9:02", "溪源县2023年工作总结", "https://www.xiyuan.example/a.html?id=20240305", "{}/2"),
    "Internet Explorer": ("溪源县2023年工作总结", "页码，{}/2", "http://www.xiyuan.example/a.html", "2024/1/11"),
    "Firefox": ("溪源县2023年工作总结", "https://www.xiyuan.example/a.html", "第 {} 页，共 2 页", "2024/1/11 14:25"),
}


@pytest.mark.parametrize("browser", PRINTED)
@pytest.mark.parametrize("pages", [1, 2])
def test_what_a_browser_prints_round_a_page_is_left_out(browser: str, pages: int):
    parts = paged(column([TITLE, *[ROAD, WATER, GRAIN] * (1 if pages == 1 else 3)], left=72, width=451, top=770), bottom=400)[:pages]
    a, b, c, d = PRINTED[browser]
    dressed = [[Place(a, 24, 822, 8), Place(b.format(n), 380, 822, 8), *part, Place(c.format(n), 24, 15, 8), Place(d.format(n), 480, 15, 8)] for n, part in enumerate(parts, 1)]
    assert text_of(written(dressed)) == text_of(written(parts))


def test_the_day_of_signing_is_no_print_head():
    data = written([[*column([TITLE, ROAD], left=72, width=451, top=770), Place("2024/1/11", 400, 600)]])
    assert text_of(data)[-1] == "2024/1/11"


def test_heads_that_change_with_the_chapter_are_told_by_size_and_place():
    parts = paged(column([TITLE, *[ROAD, WATER, GRAIN] * 12], left=72, width=451, top=770))
    assert len(parts) >= 3
    pages = [[Place(f"溪源县文件汇编 · {'农交水'[n % 3]}", 72, 805, 9), *part] for n, part in enumerate(parts)]
    assert text_of(written(pages)) == text_of(written(parts))


def test_a_note_number_is_raised_and_square_metres_stay():
    places = [Place("全县户籍人口", 72, 760), Place("2", 144, 765, 7), Place("38.6万人，新增绿地12万m", 148, 760), Place("2", 148 + sheets.width_of("38.6万人，新增绿地12万m", 12), 765, 7)]
    places.append(Place("。", places[-1].x + 5, 760))
    assert text_of(written([places])) == ["全县户籍人口²38.6万人，新增绿地12万m²。"]


def test_a_character_drawn_twice_is_read_once():
    places = [Place(TITLE, 72, 780, 16), Place(TITLE, 72.3, 780, 16), Place(ROAD[:30], 72, 750)]
    assert text_of(written([places])) == [TITLE, ROAD[:30]]


def test_a_watermark_is_no_text():
    def draw(page: Canvas) -> None:
        page.setFont("STSong-Light", 12)
        for at, line in enumerate(sheets.wrapped(ROAD * 2, 451, 12)):
            page.drawString(72, 760 - 20 * at, line)
        page.saveState()
        page.translate(200, 600)
        page.rotate(45)
        page.setFont("STSong-Light", 40)
        page.drawString(0, 0, "内部资料")
        page.restoreState()
        page.showPage()

    assert text_of(canvas(draw)) == [ROAD * 2]


def without_meaning() -> bytes:
    """A page whose font has no table of characters: reportlab's TrueType subset, its ToUnicode crossed out."""
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    data = io.BytesIO()
    page = Canvas(data, pagesize=(595, 842), pageCompression=0)
    page.setFont("Vera", 12)
    for at in range(12):
        page.drawString(72, 760 - 20 * at, "Zquxk jvbw ßæø§¶ †‡•… gphzs fldmc Äöü Ñçé wrty")
    page.showPage()
    page.save()
    return data.getvalue().replace(b"/ToUnicode", b"/NoUnicode")


FOREIGN = {
    "no table of characters": without_meaning(),
    "letters in the place of Chinese": written([[Place("XKHQJ]RQJEXTF ZKVBGJT QWRTPXC LMNBVCX", 72, 760 - 20 * at) for at in range(8)]]),
    "signs in the place of Chinese": written([[Place("＃＄＆＊＠＝＋｜～＾＿｛｝＜＞＼＇＂", 72, 760 - 20 * at) for at in range(8)]]),
    "rare characters in the place of common ones": written([[Place("齄鼷鼽鼾齑龅龆龇龈龉龊龌黠黪黯黟", 72, 760 - 20 * at) for at in range(8)]]),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_page_whose_characters_mean_nothing_is_refused_by_its_number(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ocr, "installed", lambda: False)
    good = written([column([TITLE, ROAD], left=72, width=451, top=770)])
    document = pypdfium2.PdfDocument.new()
    for part in (good, FOREIGN[name], good):
        document.import_pages(pypdfium2.PdfDocument(part))
    data = io.BytesIO()
    document.save(data)
    with pytest.raises(ReadError, match=r"第 2 页.*乱码"):
        read_bytes(data.getvalue(), place="r.pdf")


def test_pages_of_english_or_of_figures_mean_something():
    english = "The county finished 126 km of rural roads; investment rose by 12.5 per cent over the year before."
    figures = "2019 2020 2021 2022 2023 | 126.8 131.4 140.2 | 5.6% 6.1% 4.9%"
    for line in (english, figures):
        assert line.split()[0] in read_bytes(written([[Place(line, 72, 760 - 20 * at, 10) for at in range(12)]]), place="r.pdf").text


def test_a_heading_that_fills_its_line_is_no_part_of_what_follows():
    heading = "（一）农村公路提质扩面，通村入户更加顺畅"
    lines = [TITLE, heading, *[ROAD, WATER, GRAIN] * 2]
    assert text_of(written(paged(column(lines, left=72, width=26 + sheets.width_of(heading, 12), top=770)))) == lines


def test_a_short_page_whose_long_lines_end_in_marks_keeps_its_headings():
    places = [Place("岚溪县公安局交警大队2023年工作总结", 72, 770, 14), Place("一、2023年工作完成情况", 72, 745, 14)]
    places += [Place("2023年，全县共发生道路交通事故712起，死亡33人，受伤805人，", 72, 722), Place("同比分别下降8.4%、9.1%和11.5%。查处酒驾醉驾1360起。", 72, 702), Place("二、2024年工作计划", 72, 680, 14)]
    whole = "2023年，全县共发生道路交通事故712起，死亡33人，受伤805人，同比分别下降8.4%、9.1%和11.5%。查处酒驾醉驾1360起。"
    assert text_of(written([places])) == [places[0].text, places[1].text, whole, "二、2024年工作计划"]


def test_of_a_few_short_lines_none_is_full():
    lines = ["岚溪县2023年工作总结", "一、工作情况", "检查286家", "整改742处"]
    assert text_of(written([[Place(line, 72, 770 - 20 * at) for at, line in enumerate(lines)]])) == lines
