"""Word files: what python-docx writes, and what it cannot write put in by hand, as Word and WPS write it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.errors import ReadError
from pipeline.read import read, read_bytes
from pipeline.read.from_office import soffice

from .documents import converted

W = nsdecls("w")


def text_of(document: docx.document.Document) -> str:
    data = io.BytesIO()
    document.save(data)
    return read_bytes(data.getvalue(), place="r.docx").text


def paragraph(inner: str) -> object:
    return parse_xml(f"<w:p {W}>{inner}</w:p>")


def body(*inner: str) -> docx.document.Document:
    document = docx.Document()
    for one in inner:
        document.element.body.insert(-1, paragraph(one) if not one.startswith("<w:tbl") and not one.startswith("<w:sdt") else parse_xml(one.replace(">", f" {W}>", 1)))
    return document


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="9"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"""


def numbered(text: str, level: int, num: int = 7) -> str:
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr>{run(text)}'


def test_automatic_numbers_are_visible():
    document = body(
        numbered("工作总结", 0), numbered("主要成绩", 1), numbered("就业", 2), numbered("教育", 2), numbered("存在问题", 1), numbered("增收", 2), numbered("工作计划", 0), numbered("目标", 1),
        numbered("项目", 0, 8), numbered("附", 0, 9), *(numbered("其他", 0) for _ in range(9)),
    )  # fmt: skip
    document.part.numbering_part._element = parse_xml(NUMBERING)
    lines = text_of(document).split("\n")
    assert lines[:10] == ["一、工作总结", "（一）主要成绩", "1.就业", "2.教育", "（二）存在问题", "1.增收", "二、工作计划", "（一）目标", "项目", "一、附"]
    assert lines[-1] == "十一、其他"


def test_a_number_is_not_glued_to_the_text():
    document = body(numbered("5月底前建成学校6所", 2), numbered("建成医院", 2), numbered("5月底前", 0), numbered("2023年", 1))
    document.part.numbering_part._element = parse_xml(NUMBERING)
    assert text_of(document).split("\n") == ["1. 5月底前建成学校6所", "2.建成医院", "一、 5月底前", "（一） 2023年"]


CELLS = [
    (["除险加固86", "12座完成验收"], "除险加固86 12座完成验收"),
    (["完成投资3500", "万元，占计划的98%"], "完成投资3500万元，占计划的98%"),
    (["固定资产", "投资"], "固定资产投资"),
    (["完成验收12座", "完成投资3亿元"], "完成验收12座 完成投资3亿元"),
    (["完成验收；", "完成投资"], "完成验收； 完成投资"),
    (["新建学校", "（含分校）"], "新建学校（含分校）"),
]


@pytest.mark.parametrize(("paragraphs", "shown"), CELLS)
def test_paragraphs_of_a_cell_are_kept_apart(paragraphs: list[str], shown: str):
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "项目"
    table.cell(0, 1).text = paragraphs[0]
    for other in paragraphs[1:]:
        table.cell(0, 1).add_paragraph(other)
    assert text_of(document) == f"项目\t{shown}"


def test_numbers_of_a_style_and_headings():
    document = docx.Document()
    document.part.numbering_part._element = parse_xml(NUMBERING)
    for level in (1, 2):
        style = document.styles[f"Heading {level}"].element
        style.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level - 1}"/><w:numId w:val="7"/></w:numPr>'))
    document.add_heading("工作总结", 1)
    document.add_heading("安全生产", 2)
    document.add_paragraph("事故下降5%。")
    document.add_heading("工作计划", 1)
    data = io.BytesIO()
    document.save(data)
    report = read_bytes(data.getvalue(), place="r.docx")
    assert report.text == "一、工作总结\n（一）安全生产\n事故下降5%。\n二、工作计划"
    assert [(report.text[slice(*heading.span)], heading.level) for heading in report.headings] == [("一、工作总结", 1), ("（一）安全生产", 2), ("二、工作计划", 1)]


INLINE: dict[str, tuple[str, str]] = {
    "a deletion is gone, an insertion stays": ("事故" + '<w:del w:id="1"><w:r><w:delText>9999</w:delText></w:r></w:del><w:ins w:id="2">' + run("537") + "</w:ins>" + run("起"), "537起"),
    "moved text stands where it went": ("<w:moveFrom>" + run("先前") + "</w:moveFrom>" + run("现在") + "<w:moveTo>" + run("12件") + "</w:moveTo>", "现在12件"),
    "fields show their result": ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x 9999</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="DATE">' + run("增长5%") + "</w:fldSimple>", "增长5%"),
    "links and smart tags are text": ('<w:hyperlink w:anchor="a">' + run("增长") + "</w:hyperlink><w:smartTag>" + run("5%") + "</w:smartTag>", "增长5%"),
    "hidden text is hidden": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>9999</w:t></w:r>" + run("12件"), "12件"),
    "hyphens and breaks": (run("a") + "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>" + run("b") + '<w:r><w:br w:type="page"/></w:r>' + run("c") + "<w:r><w:br/></w:r>" + run("d"), "a-bc\nd"),
    "a hyphen that holds is a minus or a range": (run("增速为") + "<w:r><w:noBreakHyphen/></w:r>" + run("3.9%"), "增速为-3.9%"),
    "the minus of Symbol": (run("气温") + '<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>' + run("8℃"), "气温−8℃"),
    "a run in Symbol": (run("误差") + '<w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>\uf0b1</w:t></w:r>' + run("5%"), "误差±5%"),
    "a picture font": (run("完成") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "完成"),
    "a raised unit": (run("面积86km") + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>' + run("，2亩"), "面积86km²，2亩"),
    "a raised power": (run("10") + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>8</w:t></w:r>' + run("元"), "10⁸元"),
    "the mark of a note": (run("户籍人口") + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>' + run("118万人"), "户籍人口118万人"),
    "a word that is raised": (run("甲") + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>乙</w:t></w:r>', "甲乙"),
    "readings of characters are not text": ("<w:r><w:ruby><w:rt>" + run("pin") + "</w:rt><w:rubyBase>" + run("洄河") + "</w:rubyBase></w:ruby></w:r>", "洄河"),
}


@pytest.mark.parametrize("name", INLINE)
def test_what_a_paragraph_shows(name: str):
    inner, shown = INLINE[name]
    assert text_of(body(inner)) == shown


def test_a_deleted_paragraph_end_joins_two():
    assert text_of(body('<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + run("增长"), run("5%。"), run("完。"))) == "增长5%。\n完。"


BOX = "<w:txbxContent><w:p>" + run("框内12件。") + "</w:p></w:txbxContent>"


def test_a_text_box_is_read_once():
    drawn = f'<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>{BOX}</w:drawing></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    assert text_of(body(run("正文。") + drawn)) == "正文。\n框内12件。"


def test_content_controls_are_opened():
    assert text_of(body("<w:sdt><w:sdtContent><w:p>" + run("控件内增长5%。") + "</w:p></w:sdtContent></w:sdt>")) == "控件内增长5%。"


def test_tables_are_rows_and_merged_cells_stand_once():
    document = docx.Document()
    table = document.add_table(3, 3)
    for r, row in enumerate((("类别", "数量", "增幅"), ("检查", "286家次", "5%"), ("整改", "742处", "8%"))):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    document.add_paragraph("完。")
    assert text_of(document) == "类别\t数量增幅\n检查整改\t286家次\t5%\n742处\t8%\n完。"


def test_footnotes_come_behind_and_headers_and_contents_do_not():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉9999"
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("工作总结\t1", style="toc 1")
    document.add_paragraph("网办率51%。")
    data = io.BytesIO()
    document.save(data)
    notes = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{run("网办率：网上办理的事项占比。")}</w:p></w:footnote></w:footnotes>'
    relation = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
    changed = with_parts(data.getvalue(), {"word/footnotes.xml": lambda _: notes, "word/_rels/document.xml.rels": lambda old: old.replace("</Relationships>", f"{relation}</Relationships>")})
    assert read_bytes(changed, place="r.docx").text == "网办率51%。\n网办率：网上办理的事项占比。"


def with_parts(data: bytes, parts: dict[str, Callable[[str], str]]) -> bytes:
    """A Word file with some parts written anew from what they were."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *parts}:
            content = old.read(name) if name in old.namelist() else b""
            new.writestr(name, parts[name](content.decode()) if name in parts else content)
    return out.getvalue()


def saved(*inner: str) -> bytes:
    data = io.BytesIO()
    body(*inner).save(data)
    return data.getvalue()


def test_entities_are_refused_unexpanded():
    laughs = '<!DOCTYPE lolz [<!ENTITY a "9999">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"
    bomb = with_parts(saved(run("增长5%")), {"word/document.xml": lambda old: re.sub(r"(<\?xml[^>]*>)", lambda m: m[1] + laughs, old).replace("增长5%", "&i;")})
    with pytest.raises(ReadError, match="实体"):
        read_bytes(bomb, place="r.docx")


def test_what_lies_outside_the_file_is_not_fetched(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密9999", encoding="utf-8")
    outside = with_parts(saved(run("增长5%")), {"word/document.xml": lambda old: re.sub(r"(<\?xml[^>]*>)", lambda m: m[1] + f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>', old).replace("增长5%", "&x;")})
    with pytest.raises(ReadError, match="实体"):
        read_bytes(outside, place="r.docx")
    linked = with_parts(saved(run("增长5%")), {"word/_rels/document.xml.rels": lambda old: re.sub(r'Target="styles.xml"', f'Target="{secret.as_uri()}" TargetMode="External"', old)})
    assert read_bytes(linked, place="r.docx").text == "增长5%"


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not on this machine (apt-get install libreoffice-writer-nogui)")
@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_other_office_files_by_libreoffice(tmp_path: Path, form: str):
    heads = (run("一、工作总结"), run("（一）安全生产")) if form == "rtf" else (numbered("工作总结", 0), numbered("安全生产", 1))  # LibreOffice writes no Chinese numbers into RTF
    document = body(*heads, run("事故14起，下降5%。"), run("附录。"))
    document.part.numbering_part._element = parse_xml(NUMBERING)
    document.save(str(tmp_path / "r.docx"))
    (made,) = converted([tmp_path / "r.docx"], form)
    named = made.rename(tmp_path / "; touch owned; $(touch owned) .txt")  # the name says text, and tries a shell
    report = read(named)
    assert report.text == "一、工作总结\n（一）安全生产\n事故14起，下降5%。\n附录。"
    assert report.source.media_type == {"odt": "application/vnd.oasis.opendocument.text", "rtf": "application/rtf"}.get(form, "application/msword")
    assert not list(tmp_path.glob("*owned"))


def test_without_libreoffice_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pipeline.read.from_office.soffice", lambda: None)
    with pytest.raises(ReadError, match=r"LibreOffice.*libreoffice-writer-nogui"):
        read_bytes(b"{\\rtf1\\ansi 5%}", place="r.doc")
