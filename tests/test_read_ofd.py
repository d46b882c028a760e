"""OFD: text in reading order, letterheads and stamps told from the body, several documents in a file; pictures, locks and damage named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.batch import find
from pipeline.chain import run_bytes
from pipeline.errors import ReadError
from pipeline.read import read_bytes

from . import ofd, sheets
from .ofd import Document, by_character, plain, scaled, written
from .sheets import Place, column, numbered, paged

HEALTH = "全年新建村卫生室42所，招录乡村医生68名，家庭医生签约率达到46.8%，比上年提高3.2个百分点，完成投资1.26亿元，群众就医更加方便。"
SCHOOL = "新增公办幼儿园学位1260个，普惠性幼儿园覆盖率94.5%，新建改建学校9所，义务教育巩固率达到98.6%，办成教育实事12件。"
TITLE = "澄源县卫生健康和教育2023年工作总结"
LETTERHEAD = "澄源县人民政府文件"
LINES = [TITLE, "一、主要工作", HEALTH, SCHOOL, "二、存在问题", *[HEALTH, SCHOOL] * 8]
PAGES = numbered(paged(column(LINES, left=72, width=451, top=720), top=770), "")


def lines_of(data: bytes) -> list[str]:
    return read_bytes(data, place="r.ofd").text.split("\n")


@pytest.mark.parametrize("drawn", [plain, scaled, by_character])
@pytest.mark.parametrize("signed", [False, True])
def test_lines_are_joined_into_paragraphs(drawn: Callable[[Place, int], str], signed: bool):
    assert len(PAGES) > 1
    report = read_bytes(written(Document(PAGES, drawn=drawn), signed=signed), place="r.ofd")
    assert report.text.split("\n") == LINES
    assert report.source.media_type == "application/ofd"
    assert (report.title, report.review_year) == (TITLE, 2023)


def test_each_passage_has_its_page():
    passages = run_bytes(written(Document(PAGES)), "r.ofd")["passages"]
    assert {passage["page"] for passage in passages} == set(range(1, len(PAGES) + 1))  # type: ignore[attr-defined]


def test_columns_are_read_one_after_the_other():
    places = [*column([HEALTH * 2], left=60, width=220, top=750), *column([SCHOOL * 2], left=315, width=220, top=750)]
    assert lines_of(written(Document([places]))) == [HEALTH * 2, SCHOOL * 2]


@pytest.mark.parametrize("where", ["template", "background"])
def test_a_letterhead_stands_by_itself_and_once(where: str):
    head = [Place(LETTERHEAD, 160, 770, 30), Place("澄政发〔2024〕7号", 250, 735, 12)]
    pages = numbered(paged(column(LINES, left=72, width=451, top=700), top=770))
    data = written(Document(pages, **{where: head}))
    assert lines_of(data) == [LETTERHEAD, "澄政发〔2024〕7号", *LINES]


def test_a_body_in_a_template_alone_is_read():
    assert lines_of(written(Document([[]], template=column([TITLE, HEALTH], left=72, width=451, top=700)))) == [TITLE, HEALTH]


def test_stamps_and_notes_laid_over_a_page_are_no_text():
    stamp = [Place("同意发布", 300, 600, 20), Place("审核：周某 2099年8月8日 共88件", 300, 560)]
    assert lines_of(written(Document(PAGES, annotation=stamp))) == LINES


def test_several_documents_are_read_one_after_the_other():
    first, second = [TITLE, HEALTH], ["附件：2023年学位建设情况", SCHOOL]
    documents = [Document([column(lines, left=72, width=451, top=700)]) for lines in (first, second)]
    report = read_bytes(written(*documents), place="r.ofd")
    assert report.text.split("\n") == [*first, *second]
    assert report.pages == (0, report.text.index("附件"))


def test_the_current_version_is_read():
    old, new = column([TITLE, HEALTH], left=72, width=451, top=700), column([TITLE, SCHOOL], left=72, width=451, top=700)
    data = written(Document([old]), Document([new], more={"Doc_1/Version.xml": f"<ofd:DocVersion {ofd.SPACE}><ofd:DocRoot>Document.xml</ofd:DocRoot></ofd:DocVersion>".encode()}))
    versions = '<ofd:Versions><ofd:Version ID="2" Index="1" Current="true" BaseLoc="/Doc_1/Version.xml"/></ofd:Versions>'
    root = part(data, "OFD.xml").replace(b"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>", f"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{versions}".encode(), 1)
    root = root[: root.rindex(b"<ofd:DocBody>")] + b"</ofd:OFD>"
    assert lines_of(changed(data, {"OFD.xml": root})) == [TITLE, SCHOOL]


def test_hidden_text_is_left_out():
    data = written(Document([column([TITLE, HEALTH], left=72, width=451, top=700)]))
    name = "Doc_0/Pages/Page_0/Content.xml"
    hidden = plain(Place("共计9999件", 72, 300), 500).replace("<ofd:TextObject", '<ofd:TextObject Visible="false"')
    assert lines_of(changed(data, {name: part(data, name).replace(b"</ofd:Content>", f'<ofd:Layer ID="77">{hidden}</ofd:Layer></ofd:Content>'.encode())})) == [TITLE, HEALTH]


def test_the_default_namespace_will_do():
    data = written(Document([column([TITLE, HEALTH], left=72, width=451, top=700)]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).replace(b"xmlns:ofd=", b"xmlns=").replace(b"<ofd:", b"<").replace(b"</ofd:", b"</") for name in archive.namelist()}
    assert lines_of(changed(data, parts)) == [TITLE, HEALTH]


def test_folders_are_searched_for_it(tmp_path: Path):
    (tmp_path / "r.ofd").write_bytes(written(Document(PAGES)))
    assert [Path(job.source).name for job in find([str(tmp_path)], str(tmp_path / "out")).jobs] == ["r.ofd"]


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def changed(data: bytes, parts: dict[str, bytes | None]) -> bytes:
    """The file with parts replaced, added, or (None) taken out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            if name not in parts:
                copy.writestr(name, archive.read(name))
        for name, content in parts.items():
            if content is not None:
                copy.writestr(name, content)
    return out.getvalue()


GOOD = written(Document([column([TITLE, HEALTH], left=72, width=451, top=700)]))
CONTENT = "Doc_0/Pages/Page_0/Content.xml"
GARBLED = [Place("齄鼷鼽鼾齑龅龆龇龈龉龊龌黠黪黯黟", 72, 760 - 20 * at) for at in range(8)]


def nested(depth: int) -> bytes:
    return f"<ofd:Page {ofd.SPACE}><ofd:Content><ofd:Layer>".encode() + b"<ofd:PageBlock>" * depth


def many_pages(count: int) -> bytes:
    return part(GOOD, "Doc_0/Document.xml").replace(b"<ofd:Pages>", b"<ofd:Pages>" + b'<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>' * count)


BAD = {
    "pictures only": (written(Document([[]] * 3, pictures=True)), "扫描件：3 页里有 3 页"),
    "blank": (written(Document([[]])), "没有文字"),
    "no page": (changed(GOOD, {"Doc_0/Document.xml": f"<ofd:Document {ofd.SPACE}/>".encode()}), "没有一页"),
    "no document": (changed(GOOD, {"Doc_0/Document.xml": None}), r"缺少部件 Doc_0/Document\.xml"),
    "a page is missing": (changed(GOOD, {CONTENT: None}), r"缺少部件 Doc_0/Pages/Page_0/Content\.xml"),
    "a page that is no XML": (changed(GOOD, {CONTENT: b"<ofd:Page"}), "不是合格的 XML"),
    "encrypted": (changed(GOOD, {"Encryptions.xml": b"<Encryptions/>"}), "加密"),
    "cut off": (GOOD[:-200], "损坏"),
    "entities": (changed(GOOD, {CONTENT: b'<!DOCTYPE x [<!ENTITY a "b">]>' + part(GOOD, CONTENT)}), "实体"),
    "nested 100,000 deep": (changed(GOOD, {CONTENT: nested(100_000)}), "不是合格的 XML"),
    "6,000 pages claimed": (changed(GOOD, {"Doc_0/Document.xml": many_pages(6_000)}), "太大"),
    "a zip bomb": (changed(GOOD, {CONTENT: b" " * 50_000_000}), "太大|XML"),
    "ten bombs below the limit of one": (changed(GOOD, {CONTENT: part(GOOD, CONTENT) + b" " * 39_000_000, "Doc_0/Document.xml": many_pages(20)}), "太大|XML"),
    "characters that mean nothing": (written(Document([column([TITLE, HEALTH], left=72, width=451, top=700), GARBLED])), "第 2 页.*乱码"),
    "paths that lead out": (changed(GOOD, {"Doc_0/Document.xml": part(GOOD, "Doc_0/Document.xml").replace(b"Pages/Page_0", b"../../../../etc")}), r"缺少部件 etc/Content\.xml"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_named_with_a_remedy(name: str):
    data, reason = BAD[name]
    with pytest.raises(ReadError, match=reason) as fault:
        read_bytes(data, place="r.ofd")
    assert fault.value.remedy


@pytest.mark.parametrize("attribute", ['Size="nan"', 'Size="1e308"', 'CTM="0 0 0 0 0 0"', 'CTM="inf 0 0 inf 0 0"', 'Boundary="x y"', 'CTM="1 2"', 'HScale="-4"'])
def test_numbers_that_are_none_do_no_harm(attribute: str):
    name = attribute.partition("=")[0]
    page = part(GOOD, CONTENT).decode()
    head, _, rest = page.partition("<ofd:TextObject ")
    rest = rest.replace(f" {name}=", " Old=", 1)
    text = read_bytes(changed(GOOD, {CONTENT: f"{head}<ofd:TextObject {attribute} {rest}".encode()}), place="r.ofd").text
    assert sorted("".join(text.split())) == sorted(TITLE + HEALTH)


def test_the_same_pages_as_pdf_give_the_same_text():
    assert read_bytes(sheets.written(PAGES), place="r.pdf").text == read_bytes(written(Document(PAGES)), place="r.ofd").text
