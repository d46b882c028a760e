"""Text as it is read: sentences whole, numbers in one piece, notes left out; and every span still counts into the file."""

from __future__ import annotations

import html
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.patterns.headings import FURNITURE
from pipeline.read import read_bytes, read_text
from pipeline.read.marks import marks
from pipeline.read.reading import reading
from pipeline.reading import as_read, as_written
from pipeline.records import Result
from pipeline.segment import segment

from .conftest import CORPUS

WIDE, HANGING = "WFA", "，。；：、）”》！？%"


def read(text: str) -> str:
    """The text that the stages see."""
    return as_read(read_text(text)).text


def figures(result: Result) -> Counter[tuple[object, ...]]:
    return Counter((i.name, i.period, i.modality, *((q.low, q.high, q.unit, q.bound) for q in i.quantities), *(c.basis for c in i.changes)) for i in result.indicators)


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in WIDE else 1 for c in text)


def wrapped(pieces: list[str], width: int, *, hanging: bool = False) -> list[str]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and columns(lines[-1] + piece) > width and not (hanging and piece in HANGING):
            lines.append("")
        lines[-1] += piece
    return lines


WRITERS: dict[str, Callable[[str, int], list[str]]] = {
    "so many characters": lambda line, width: [line[i : i + width] for i in range(0, len(line), width)] or [""],
    "so many columns": lambda line, width: wrapped(list(line), 2 * width),
    "no mark at the head of a line": lambda line, width: wrapped(list(line), 2 * width, hanging=True),
    "no word cut": lambda line, width: wrapped(regex.findall(r"[!-~]+|.", line), 2 * width, hanging=True),
}


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("width", [30, 34, 37, 40])
def test_wrapped_reports_give_the_same_figures(samples: list[Path], writer: str, width: int):
    same = every = 0
    for sample in samples[width % 3 :: 3]:
        text = sample.read_text(encoding="utf-8")
        lines = [piece for line in text.split("\n") for piece in ([line] if "\t" in line else WRITERS[writer](line, width))]
        plain, broken = figures(analyse(read_text(text))), figures(analyse(read_text("\n".join(lines))))
        same += sum((plain & broken).values())
        every += max(plain.total(), broken.total())
    assert same >= 0.998 * every > 0


BROKEN = [
    # text copied from a page: no width, breaks before, in and behind numbers
    ("青溪县2023年工作总结\n2023年，全县共受理案件\n860起，同比下降\n12.5%；追回资金1,4\n60万元，调解纠纷2\n13件。", ["860起", "12.5%", "1,460万元", "213件"]),
    ("青溪县2023年工作总结\n全年改造老旧小区3\n6个，惠及居民1.2余\n万户。", ["36个", "1.2余万户"]),
    ("青溪县2023年工作总结\n全年粮食产量大幅提高，其中小麦\n\n- 2 -\n\n单产达到412公斤。", ["小麦单产达到412公斤"]),
    ("青溪县2023年工作总结\n推广新品种，带动\n\n12\n\n万农户增收。", ["带动12万农户"]),
    ("青溪县2023年工作总结\n　　一年来，全县上下同心协力，地区生产总值达到86.4亿元，增长\n6.1%，固定资产投资增长8.2%。", ["增长6.1%"]),
    ("Team\nwork\n全年建成5G基站，累计达到\n320个。", ["累计达到320个"]),
]


@pytest.mark.parametrize(("text", "whole"), BROKEN)
def test_sentences_broken_over_lines_are_whole(text: str, whole: list[str]):
    assert [said for said in whole if said not in read(text)] == []


KEPT = {
    "headings": "青溪县2023年工作总结\n一、2023年工作回顾\n（一）聚焦项目建设，发展动能持续增强\n全年开工项目86个。\n（二）聚焦民生\n12345平台受理诉求3200件。",
    "a list": "青溪县2023年工作总结\n完成以下工作：\n- 新建学校6所，新增学位2400个\n- 新建医院2所，新增床位320张\n- 改造县道83公里，惠及群众4万人",
    "a numbered list": "青溪县2023年工作总结\n全年完成：\n1.新建学校6所，新增学位2400个\n2.新建医院2所，新增床位320张\n3.改造县道83公里，惠及群众4万人",
    "unnumbered items": "青溪县2023年工作总结\n新建学校6所\n新增学位2400个\n新增床位320张\n改造县道83公里\n绿化造林2万亩",
    "a verse": "青溪县2023年工作总结\n长风破浪会有时，\n直挂云帆济沧海。\n千淘万漉虽辛苦，\n吹尽狂沙始到金。",
    "slogans": "青溪县2023年工作总结\n稳增长\n促改革\n调结构\n惠民生",
    "cells": "青溪县2023年收支表\n单位：万元\n\n收入\n\n执行数\n\n846531\n\n税收\n\n83660\n\n2023年，收入完成16.75亿元，增长23%。",
    "rows": "指标 | 总量（万元） | 增长（%）\n第一产业 | 159948 | 7.4\n第二产业 | 259948 | 8.4\n第三产业 | 359948 | 9.4",
    "a caption over a title": "图为1月5日，青溪县人民代表大会开幕。 记者 某某 摄\n青溪县政府工作报告\n各位代表：",
    "a signature": "青溪县2023年工作总结\n全年投资增长8%，形势向好\n青溪县人民政府\n2024年1月5日",
    "paragraphs": "青溪县2023年工作总结\n　　2023年，全县投资增长8%，开局良好\n　　2024年，全县投资计划增长9%，继续加力\n",
    "a title over a year": "青溪县人民政府工作报告\n2023年，全县开工项目86个，完成投资3亿元。",
}


@pytest.mark.parametrize("kind", KEPT)
def test_lines_that_are_lines_stay(kind: str):
    assert read(KEPT[kind]) == KEPT[kind]


PIECES = [
    *((f"接待游客1{blank}286.5万人次，增长8%。", "接待游客1286.5万人次，增长8%。") for blank in " \u00a0\u2009\u202f\u3000"),
    ("运出货物816 000吨。", "运出货物816000吨。"), ("投资12 860万元。", "投资12860万元。"), ("投资128 60万元。", "投资12860万元。"), ("共受理5220 1件。", "共受理52201件。"),
    ("产值86. 5亿元。", "产值86.5亿元。"), ("增长6 . 8 %。", "增长6.8%。"), ("增长1 2.6%。", "增长12.6%。"), ("授权3,26 0件。", "授权3,260件。"),
    ("产量1，286.5万吨。", "产量1,286.5万吨。"), ("参保1，026，318人。", "参保1,026,318人。"), ("参保1'026'318人。", "参保1,026,318人。"),
    ("绿地8\u00ad6公顷，增长12\u200b.6%。", "绿地86公顷，增长12.6%。"),
    ("地 区 生 产 总 值 512. 6 亿 元 ， 增 长 6 . 8 %。", "地区生产总值512.6亿元，增长6.8%。"), ("目　录", "目录"), ("报 告", "报告"),
    ("⼀般公共预算收⼊⼗⼆亿元，增⻓6.8%。", "一般公共预算收入十二亿元，增长6.8%。"), ("\uf9e8下\uf967", "\u88e1下\u4e0d"),
    ("**全年**完成投资**86**亿元。", "全年完成投资86亿元。"), ("<!-- 摘要 -->增长5%。", " 摘要 增长5%。"),
    ("常住人口[1]126万人，增长5%[^2]。", "常住人口126万人，增长5%。"), ("见[公报](https://example.cn/a.html)。", "见公报。"), ("![图](a.png)增长5%。", "增长5%。"),
    ("户籍人口²118.6万人，总值512亿元³，面积86.5km²，林地35千米²。", "户籍人口118.6万人，总值512亿元，面积86.5km²，林地35千米²。"),
]  # fmt: skip
NOT_PIECES = [
    "2022 2023年", "表1 2023年收支", "2021年 12个项目", "1. 8个乡镇通公路", "城镇 32600 8.1", "东部 120 300 7.7", "增长6，8个县获奖", "〔2023〕12号",
    "（2021—2023年 3年）", "[1]双高计划：指两类学校", "见[1]：12页", "工作 总结", "第1 12期", "GDP", "拨付10⁸元", "第3次 2023年 12月",
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), PIECES)
def test_numbers_and_words_in_pieces_are_read_whole(written: str, meant: str):
    assert read(f"青溪县\n{written}") == f"青溪县\n{meant}"


@pytest.mark.parametrize("text", NOT_PIECES)
def test_what_stands_apart_stays_apart(text: str):
    assert marks(f"青溪县\n{text}") == []


def test_every_span_counts_into_the_file_as_it_is():
    text = "青溪县2023年工作总结\n2023年，全县⼀般公共预算收⼊86.\u200b5亿元，增长\n1 2.6%；新增就业3\n260⼈[1]，完成率\n96%。\n"
    report = read_text(text)
    assert report.text == text
    document = emit(analyse(report), model="m")
    assert document["text"] == text
    said = {i["name"]: (i["value"]["text"], i["value"]["low"]) for i in document["indicators"] if i["value"]}  # type: ignore[attr-defined]
    assert said == {"一般公共预算收入": ("86.\u200b5亿元", 8_650_000_000), "新增就业": ("3\n260⼈", 3260), "新增就业完成率": ("96%", 96)}
    assert [p["text"] for p in document["passages"]][1] == text.split("\n", 1)[1].partition("；")[0] + "；"  # type: ignore[attr-defined]


texts = st.text(alphabet="增长全县2３.5%， 1\n\r\u3000　。\u200b⼀[1]*-（一）、|\t²aB产", max_size=80)


@given(texts)
@settings(max_examples=400, deadline=None, derandomize=True)
def test_a_reading_leaves_out_and_never_adds(text: str):
    found = reading(text)
    if found is None:
        return
    assert len(found.offsets) == len(found.text) + 1
    assert list(found.offsets) == sorted(set(found.offsets))
    assert found.offsets[-1] == len(text)
    changed = [(text[at], c) for at, c in zip(found.offsets, found.text, strict=False) if text[at] != c]
    assert all(unicodedata.normalize("NFKC", a) == b or (a, b) in (("，", ","), ("\n", " "), ("\r", " ")) for a, b in changed)


@given(texts)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_words_are_the_text_of_the_file_again(text: str):
    if not text.strip() or reading(text) is None:
        return
    try:
        report = read_text(text)
    except Exception:  # nothing is left to read
        return
    segmented = as_written(segment(as_read(report)), report)
    assert "".join(segmented.words) == text
    assert len(segmented.edges) == len(text) + 1
    assert segmented.report is report


def test_a_text_in_order_is_not_touched(samples: list[Path]):
    assert [sample.name for sample in samples if marks(sample.read_text(encoding="utf-8"))] == []
    assert CORPUS.is_dir()


@pytest.mark.parametrize("width", [31, 38])
def test_pages_and_word_files_with_broken_lines_give_the_same_figures(samples: list[Path], tmp_path: Path, width: int):
    sample = samples[width % len(samples)]
    paragraphs = [line.strip() for line in sample.read_text(encoding="utf-8").split("\n") if line.strip() and "\t" not in line]
    plain = figures(analyse(read_text("\n".join(paragraphs))))
    broken = [WRITERS["so many columns"](line, width) for line in paragraphs]
    page = "".join(f"<p>{'<br>'.join(map(html.escape, lines))}</p>" for lines in broken)
    document = docx.Document()
    for lines in broken:
        document.add_paragraph("\n".join(lines))
    document.save(str(tmp_path / "r.docx"))
    for data in (f"<html><body><div id='zoom'>{page}</div></body></html>".encode(), (tmp_path / "r.docx").read_bytes()):
        found = figures(analyse(read_bytes(data, place="r")))
        assert sum((plain & found).values()) >= 0.998 * max(plain.total(), found.total()) > 0


DRESS = [
    "首页", "网站首页", "导航", "• 微信", "· 微博", "您当前所在的位置", "您当前所在的位置：首页 > 政务公开", "当前位置：首页>信息公开>工作总结", "[ 索引号 ] | 000014349/2024-00012", "【索引号】 000014349",
    "公开范围：面向社会", "公开范围", "归档时间：2024-01-05", "详细信息", "打印 关闭", "打印关闭", "【打印】 【关闭】", "分享到： 微信 微博", "网站首页 个人文档 工作总结 述职报告 心得体会", "首页 | 新闻中心 | 政务公开 | 互动交流",
    "无障碍 | 长者模式 | 登录", "上一篇：无", "浏览次数： 386", "扫一扫在手机打开当前页", "字体：[大 中 小]", "主办：青溪县人民政府办公室", "版权所有：青溪县人民政府", "网站标识码：5300000012", "滇ICP备12345678号-1",
]  # fmt: skip
NOT_DRESS = ["一、工作总结", "首页建设完成86个", "微信小程序用户86万户，增长5%。", "打印机产量12万台", "导航产业产值86亿元。", "各位代表：", "主办全国性会议12场", "新建学校 新增学位", "工作总结", "关闭煤矿12处"]


@pytest.mark.parametrize("line", DRESS)
def test_menus_and_index_lines_are_dress(line: str):
    assert FURNITURE.fullmatch(line)


@pytest.mark.parametrize("line", NOT_DRESS)
def test_what_a_report_says_is_no_dress(line: str):
    assert not FURNITURE.fullmatch(line)


JUMPS = [(f"（下转{page}版）", f"（上接{other}版）") for page, other in (("A2", "A1"), ("第二", "第一"), ("3", "1"), ("第4", "第1"))] + [("[下转第2页]", "[上接第1页]"), ("【紧接2版】", "【上接1版】")]


@pytest.mark.parametrize(("on", "back"), JUMPS)
@pytest.mark.parametrize("between", ["{on}\n{back}", "\n{on}\n{back}\n", "{on}\n\n{back}", "\n　　{on}\n　　{back}"])
def test_where_a_newspaper_goes_on_on_another_page_a_sentence_is_whole(on: str, back: str, between: str):
    jump = between.format(on=on, back=back)
    whole = "青禾县工作总结\n全年修路86公里，完成工业投资26亿元。\n城镇新增就业4万人。\n"
    inside = whole.replace("工业投资26", f"工业投资{jump}26")
    assert read(inside) == whole
    assert figures(analyse(read_text(inside))) == figures(analyse(read_text(whole)))
    assert read(whole.replace("亿元。\n", f"亿元。{jump}")).split("\n") == whole.split("\n")
    assert read(f"{back}{whole}{on}") == whole


@pytest.mark.parametrize("words", ["（转正2人）", "（上接待站）", "接转干部3人", "（上接县道，下转国道的版面）", "（转让土地）"])
def test_other_brackets_stay(words: str):
    assert read(f"青禾县工作总结\n全年修路86公里{words}。\n") == f"青禾县工作总结\n全年修路86公里{words}。\n"
