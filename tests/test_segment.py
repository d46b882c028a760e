"""Sentences, headings and words."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.numbers import MORE, NUMBER, UNIT, plain
from pipeline.read import read, read_text
from pipeline.records import Span
from pipeline.segment import segment
from pipeline.segment.cutter import Cutter
from pipeline.segment.sentences import sentences

from .conftest import CASES


@pytest.mark.parametrize("line", [x for x in (CASES / "sentences.txt").read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")])
def test_sentences(line: str):
    text = line.replace("|", "")
    assert [text[a:b] for a, b in sentences(text, Span(0, len(text)))] == [part for part in line.split("|") if part]


def test_headings_make_a_tree():
    text = "一、工作总结\n（一）安全形势平稳。事故下降。\n1、抓整治\n查处违法。\n（二）服务提升。\n二、工作计划\n一是抓紧抓实。\n"
    tree = [(s.level, s.marker, s.title, s.parent) for s in segment(read_text(text)).sections]
    assert tree == [
        (1, "一、", "工作总结", None), (2, "（一）", "安全形势平稳", "s1"), (3, "1、", "抓整治", "s2"), (2, "（二）", "服务提升", "s1"),
        (1, "二、", "工作计划", None), (2, "一是", "抓紧抓实", "s5"),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["846531", "1,675.2", "-3.9%", "86万元", "第一产业 | 159948 | 7.4 |", "|"])
def test_cells_are_no_headings(line: str):
    passages = segment(read_text(f"青溪县2023年收支表\n\n{line}\n\n全年收入增长5%。")).passages
    assert "heading" not in [passage.kind for passage in passages[1:]]


def test_passages_cover_every_character_but_blanks(samples):
    for path in samples:
        segmented = segment(read(path))
        text, at = segmented.report.text, 0
        for passage in segmented.passages:
            assert not text[at : passage.span.start].strip()
            at = passage.span.end
        assert not text[at:].strip()


def test_words_join_to_the_text_and_never_cut_a_quantity(samples):
    for path in samples:
        segmented = segment(read(path))
        text, view = segmented.report.text, plain(segmented.report.text)
        edges = set(accumulate(map(len, segmented.words), initial=0))
        assert "".join(segmented.words) == text
        at = 0
        for number in NUMBER.finditer(view):
            if number.start() < at:
                continue  # the 百 of 个百分点
            more = MORE.match(view, number.end())
            unit = UNIT.match(view, more.end() if more else number.end())
            if unit or number.group()[0].isdigit():
                assert {number.start(), number.end()} <= edges
                at = unit.end() if unit else number.end()


@pytest.fixture(scope="module")
def cutter():
    found = Cutter()
    found.initialize()
    return found


def test_words_are_cut_as_jieba_cuts_them(cutter, samples):
    for path in samples:
        text = path.read_text(encoding="utf-8")
        assert cutter.words(text) == jieba.lcut(text)


@given(st.text("的是中国一二人民大会改革发展 \r\n\t。，a1%-.#\u3000\x00😀𠮷鿿", max_size=40))
def test_any_text_is_cut_as_jieba_cuts_it(cutter, text):
    assert cutter.words(text) == jieba.lcut(text)


def test_an_added_word_counts_at_once():
    own = Cutter()
    own.initialize()
    assert "厅局联动" not in own.words("推进厅局联动")
    own.add_word("厅局联动")
    assert own.words("推进厅局联动") == ["推进", "厅局联动"]


def test_kept_words_are_those_of_the_dictionary_and_broken_ones_are_made_anew(tmp_path: Path):
    def cutter() -> Cutter:
        found = Cutter()
        found.tmp_dir = str(tmp_path)
        found.initialize()
        return found

    first, kept = cutter(), tmp_path / "jieba.cache"
    whole = kept.read_bytes()
    again = cutter()
    assert (again.total, again.FREQ) == (first.total, first.FREQ)
    kept.write_bytes(whole[:1000])
    assert cutter().total == first.total
    assert len(kept.read_bytes()) > 1000


def titles(text: str) -> list[str]:
    return [section.title for section in segment(read_text(text)).sections]


def test_rows_of_cells_are_no_headings():
    text = "青禾县2023年工作总结\n一、项目情况\n项目\t完成情况\n水库\t除险加固2023 120座完成验收\n（一）\t堤防\t86公里\n（二）\t下一步打算\n继续做好工作。\n"
    assert titles(text) == ["青禾县2023年工作总结", "项目情况", "下一步打算"]


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize("unit", ["单位：万元", "（单位：亿元、%）", ""])
def test_cells_that_stand_one_a_line_are_no_headings(blank: str, unit: str):
    cells = ["收    入", "执行数", "总   计", "846531", "一、本级收入", "167500", "税收", "83,660", "（一）增值税", "-3.9%"]
    lines = ["青禾县财政局2023年工作总结", "2023年全县收支情况", *filter(None, [unit]), *cells, "二、主要做法", "2023年，全县收入完成16.75亿元，增长23%。"]
    assert titles(blank.join(lines)) == ["青禾县财政局2023年工作总结", "2023年全县收支情况", "主要做法"]


def test_short_headings_with_few_numbers_stay_headings():
    lines = ["青禾县大事记", "修路86公里。", "植树3万株。", "工作亮点", "一、党建", "开展活动36场。"]
    assert titles("\n".join(lines)) == ["青禾县大事记", "工作亮点", "党建"]
