"""Pages as content systems of government sites write them: the report found, the dress left out, what the page states of itself taken."""

from __future__ import annotations

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from pipeline.read import read_bytes
from pipeline.reading import as_read

TITLE = "洄河县应急管理局2023年工作总结和2024年工作要点"
LINES = (
    "一、2023年工作总结",
    "全县发生事故14起，死亡9人，同比下降5%。镕基金开户1.2万户。",
    "（一）安全生产。检查企业286家次，整改隐患742处。各乡镇、各部门密切配合，形成了齐抓共管的良好局面，基层基础进一步夯实，应急处置能力稳步提升，防灾减灾救灾体系更加完善，全民安全意识明显增强，营造了良好的社会氛围。",
    "二、2024年工作要点",
    "力争事故起数下降3%以上，新建避难场所12处。各项工作有序推进，成效明显，群众的获得感、幸福感、安全感不断增强，为全县经济社会高质量发展作出积极贡献。",
)
DRESS = ("首页", "信息公开目录", "扫一扫", "责任编辑", "上一篇", "下一篇", "分享到", "版权所有", "9999", "附表.xlsx", "领导调研", "打印本页", "无障碍")
PARAGRAPHS = "".join(f"<p>　　{line}</p>\n" for line in LINES)
NEWS = "".join(f'<li><a href="/{n}.html">领导调研第{n}次活动</a><span>2024-03-{n:02}</span></li>' for n in range(10, 18))
AFTER = f"""<p>附件：1.<a href="/files/a.xlsx">附表.xlsx</a></p><p>扫一扫在手机打开当前页</p><p>责任编辑：李四</p>
<div class="pages"><p>上一篇：<a href="/1.html">关于开展检查的通知</a></p><p>下一篇：<a href="/2.html">没有了</a></p></div><ul>{NEWS}</ul>"""
SCRIPT = '<script>var a = "新增9999个。";</script><style>p{content:"9999。"}</style>'

PAGES = {
    # TRS: metadata in <meta>, the text in .TRS_Editor inside #zoom
    "trs": f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{TITLE}_洄河县人民政府</title><meta name="ArticleTitle" content="{TITLE}">
<meta name="PubDate" content="2024-01-15 09:30"><meta name="ContentSource" content="县应急管理局"><meta name="SiteName" content="洄河县人民政府">{SCRIPT}</head><body>
<div class="nav"><a>首页</a> &gt; <a>信息公开目录</a></div><h1>{TITLE}</h1><div class="article" id="zoom"><div class="TRS_Editor">{PARAGRAPHS}</div></div>{AFTER}<div class="footer">版权所有：洄河县</div></body></html>""",
    # 信息公开 page: a table of cells states what the page is, the text without a mark of its own
    "xxgk": f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>洄河县应急管理局</title></head><body><ul class="topmenu"><li><a>首页</a></li><li><a>信息公开目录</a></li><li><a>无障碍</a></li></ul>
<table class="xxgk_table"><tr><td>索引号：</td><td>0123456/2024-00012</td><td>发布机构：</td><td>县应急管理局</td></tr>
<tr><td>名　　称：</td><td colspan=3>{TITLE}</td></tr><tr><td>成文日期：</td><td>2024年1月10日</td><td>发布日期：</td><td>2024-01-15</td></tr></table>
<h2>{TITLE}</h2><p>信息来源：县应急管理局　字体：【大 中 小】　打印本页</p><div>{PARAGRAPHS}</div>{AFTER}{SCRIPT}<div id="bottom">版权所有</div></body></html>""",
    # laid out with tables, fonts and line breaks, as pages of the 2000s are
    "tables": f"""<html><head><meta http-equiv=Content-Type content="text/html; charset=gbk"><title>{TITLE}</title></head><body><table width=1000><tr><td><table><tr><td><a>首页</a></td><td><a>信息公开目录</a></td>
<td><a>无障碍</a></td></tr></table></td></tr><tr><td align=center><b>{TITLE}</b></td></tr><tr><td>发布时间：2024-01-15 10:20 信息来源：县应急管理局</td></tr>
<tr><td><font size=3>{"<br><br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + line for line in LINES)}</font></td></tr><tr><td>{AFTER}</td></tr><tr><td>版权所有</td></tr></table>{SCRIPT}</body></html>""",
    # 博达: id vsb_content, spans by the letter as Word pastes them
    "boda": f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{TITLE}-洄河县人民政府网站</title></head><body><div class="crumbs">当前位置：首页 &gt; 信息公开目录</div>
<div class="ar_title"><h3>{TITLE}</h3><p><span>发布时间：</span><span>2024-01-15</span><span>来源：</span><span>县应急管理局</span><span>点击：</span><span id="dynclicks">386</span></p></div>
<div id="vsb_content"><div class="v_news_content">{"".join("<p>" + "".join(f"<span lang=EN-US>{c}</span>" if c.isascii() else c for c in line) + "</p>" for line in LINES)}</div></div>
<div style="display: none"><p>新增9999个。</p></div>{AFTER}<div class="footer">版权所有</div></body></html>""",
    # no marks at all, text in divs
    "plain": f"""<html><head><title>{TITLE}</title></head><body><div><a>首页</a><a>信息公开目录</a><a>无障碍</a></div><div><div><h1>{TITLE}</h1><div>2024-01-15 来源：县应急管理局</div>
{"".join(f"<div>{line}</div>" for line in LINES)}</div>{AFTER}</div><div>版权所有</div></body></html>""",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_its_report(name: str):
    report = read_bytes(PAGES[name].encode("gb18030" if "charset=gb" in PAGES[name] else "utf-8"), place="page.html")
    lines = [line for line in report.text.split("\n") if line != TITLE and "来源" not in line]
    assert lines == list(LINES)
    assert [word for word in DRESS if word in report.text] == []
    assert (report.title, report.published, report.attribution) == (TITLE, "2024-01-15", "县应急管理局")
    assert report.issuer == "洄河县应急管理局"
    assert (report.review_year, report.plan_year) == (2023, 2024)
    if name == "xxgk":
        assert report.publisher == "县应急管理局"


def page(body: str) -> str:
    return read_bytes(f"<html><body>{body}</body></html>".encode(), place="p.html").text


def test_a_table_keeps_its_rows():
    rows = "<tr><th rowspan=2>检查</th><td><p>企业</p></td><td><p>286</p><p>家次</p></td></tr><tr><td>学校</td><td>54<br>家次</td></tr><tr><td></td><td>合计</td><td>340家次</td></tr>"
    assert page(f"<p>全年检查情况如下。</p><table><tbody>{rows}</tbody></table>").split("\n") == ["全年检查情况如下。", "检查\t企业\t286\n家次".replace("\n", ""), "学校\t54家次", "合计\t340家次"]


def test_breaks_of_the_markup_are_no_breaks_of_the_text():
    assert page("<p>同比\n  增长\n5%。 GDP\n growth</p><pre>一、总结\n增长5%。</pre>") == "同比增长 5%。 GDP growth\n一、总结\n增长5%。"


ENDED = (
    "<html><body><div class='header'>首页</div></html><div class='pages_content'>{}</div></body></html>",
    "<html><body><div class='TRS_Editor'>{}</div></body></html>",
    "<html><body><div class='TRS_Editor'>{}</body></html></div></body></html>",
)


@pytest.mark.parametrize("frame", ENDED)
@pytest.mark.parametrize("stray", ["", "</html>", "</body>", "</BODY ></HTML>\n"])
def test_a_stray_end_of_the_page_ends_nothing(frame: str, stray: str):
    paragraphs = stray.join(f"<p>{line}</p>" for line in LINES)
    assert read_bytes(frame.format(paragraphs).encode(), place="p.html").text == "\n".join(LINES)


RAISED = [
    ("面积86.5km<sup>2</sup>，库容3亿m<sup>3</sup>。", "面积86.5km²，库容3亿m³。"), ("林地35平方千米，千米<sup>2</sup>。", "林地35平方千米，千米²。"),
    ("户籍人口<sup>2</sup>118万人。", "户籍人口118万人。"), ("人口<sup>[12]</sup>12万人<sup>①</sup>，增长5%<sup>*</sup>。", "人口12万人，增长5%。"),
    ("人口<a href='#n1'><sup>1</sup></a>12万人。", "人口12万人。"), ("人口<span style='vertical-align: super'>1</span>12万人。", "人口12万人。"),
    ("投资10<sup>8</sup>元，1.5hm<sup>-2</sup>。", "投资10⁸元，1.5hm⁻²。"), ("广义货币M<sub>2</sub>增长8%。", "广义货币M2增长8%。"),
    ("某品牌<sup>®</sup>产量12件。", "某品牌®产量12件。"), ("<sup>1</sup>本表为初步统计数。", "[1]本表为初步统计数。"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "shown"), RAISED)
def test_raised_numbers_are_units_or_notes(markup: str, shown: str):
    assert page(f"<p>{markup}</p>") == shown


def test_lines_broken_by_the_page_are_one_sentence():
    lines = ["2023年，全县完成固定资产投资86.5亿元，增长", "12.6%；新建农村公路3", "20公里，接待游客1&nbsp;286.5万人次，绿地8&shy;6公", "顷，增长1&#8203;2%。"]
    report = read_bytes(f"<html><body><p>青溪县2023年工作总结</p><p>{'<br>'.join(lines)}</p></body></html>".encode(), place="p.html")
    assert as_read(report).text.split("\n")[1] == "2023年，全县完成固定资产投资86.5亿元，增长12.6%；新建农村公路320公里，接待游客1286.5万人次，绿地86公顷，增长12%。"


def test_headings_are_told():
    report = read_bytes("<h1>某县工作总结</h1><h2>主要成绩</h2><p>增长5%。</p>".encode(), place="p.html")
    assert [(report.text[slice(*heading.span)], heading.level) for heading in report.headings] == [("某县工作总结", 1), ("主要成绩", 2)]


@pytest.mark.parametrize(("declared", "actual"), [("gb2312", "gb18030"), ("utf-8", "gb18030"), ("gb2312", "utf-8"), ("big5", "gb18030"), ("idna", "utf-8"), ("", "utf-16"), ("iso-8859-1", "gb18030")])
def test_what_a_page_says_of_its_charset_may_be_wrong(declared: str, actual: str):
    report = read_bytes(f'<html><head><meta charset="{declared}"></head><body><p>{LINES[1]}</p></body></html>'.encode(actual), place="p.html")
    assert report.text == LINES[1]


def test_a_character_cut_in_two_does_not_spoil_a_page():
    cut = '<meta name="description" content="全县发生'.encode("gb18030")[:-1] + b'">'
    report = read_bytes(b"<html><head>" + cut + f"</head><body>{PARAGRAPHS}</body></html>".encode("gb18030"), place="p.html")
    assert report.text == "\n".join(LINES)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_saved_page_is_the_page(encoding: str, charset: str):
    codec = "gb18030" if charset == "gb2312" else charset
    message = MIMEMultipart("related", type="text/html")
    message["From"], message["Subject"] = "<Saved by Blink>", TITLE
    html = MIMEText("", "html", None)
    del html["Content-Transfer-Encoding"]
    html["Content-Transfer-Encoding"] = encoding
    body = PAGES["trs"].replace("gb2312", charset).encode(codec)
    import base64
    import quopri

    html.set_payload({"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}[encoding](body).decode("latin-1"))
    message.attach(html)
    message.attach(MIMEText("<p>广告</p>", "html", "utf-8"))
    report = read_bytes(message.as_bytes() if encoding != "8bit" else message.as_string().encode("latin-1"), place="page.mht")
    assert report.source.media_type == "multipart/related"
    assert (report.text, report.title, report.published) == ("\n".join(LINES), TITLE, "2024-01-15")
