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


@pytest.mark.parametrize("dress", ["责任编辑：王二。点击关闭！", "发布时间：2024-01-05。来源：青溪县政府网。打印。", "扫一扫。手机打开"])
def test_every_passage_has_an_id_of_its_own(dress: str):
    """Also the sentences of a line of page dress."""
    passages = segment(read_text(f"青溪县2023年工作总结\n{dress}\n一、2023年工作回顾\n粮食产量增长5%。")).passages
    assert {passage.kind for passage in passages} >= {"furniture", "sentence"}
    assert [passage.id for passage in passages] == [f"p{n}" for n in range(1, len(passages) + 1)]


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


LOOK_BACK = """
2023年工作回顾|2023年工作总结|2023年主要工作|2023年工作|主要工作完成情况|今年以来主要工作|工作开展情况|2023年重点任务完成情况|过去一年工作|2023年目标任务完成情况|凝心聚力，2023年工作取得新成效|回眸2023：实干笃行|上年度工作情况|2023年经济社会发展情况|
2023年，我们主要做了以下工作|主要做法和成效|基本情况
""".replace("\n", "").split("|")
LOOK_AHEAD = """
2024年工作安排|2024年工作计划|下一步工作打算|2024年重点工作|2024年工作|2024年主要目标任务|明年工作思路|奋楫扬帆，全力做好2024年工作|展望2024：奋力争先|2024年经济社会发展的总体要求和预期目标|下一年度工作计划|新的一年工作打算|今后工作重点|
做好2024年各项工作|2024年，我们将重点抓好以下工作|努力方向|2024年目标
""".replace("\n", "").split("|")
# words of sub-headings that come in both kinds of parts
UNDER_BOTH = """
聚焦目标任务，发展提质增效|圆满完成目标任务|围绕工作重点，服务大局|开局良好|强化工作部署|打造未来社区|完成年度计划|项目安排科学有序|存在的问题|主要成效|2023年项目建设|“十四五”规划实施|做法|民生实事|今年的几项重点|加强和改进作风建设。
""".replace("\n", "").split("|")


@pytest.mark.parametrize("ahead", LOOK_AHEAD)
@pytest.mark.parametrize("back", LOOK_BACK)
def test_no_sub_heading_turns_what_the_heading_above_has_settled(back: str, ahead: str):
    said = "办理事项{}件，同比增长5.2%，满意率98.6%，较上年提高1.2个百分点，各项任务如期完成。"
    first, second, third, fourth = (said.format(n) for n in (86, 87, 88, 89))
    for n, title in enumerate(("青禾县水利局2023年工作总结和2024年工作计划", "青禾县水利局工作总结")):
        under = UNDER_BOTH[(3 * LOOK_BACK.index(back) + LOOK_AHEAD.index(ahead) + n) % len(UNDER_BOTH)]
        below = "" if under.startswith("“") else f"（一）{under}"
        text = "\n".join([title, "（2024年1月8日）", f"一、{back}", first, f"（一）{under}", second, f"二、{ahead}", third, *filter(None, [below]), fourth])
        segmented = segment(read_text(text))
        parts = {text[slice(*passage.span)]: (passage.part.horizon, passage.part.start) for passage in segmented.passages}
        assert [parts[words] for words in (first, second, third, fourth)] == [("realised", 2023)] * 2 + [("planned", 2024)] * 2, under
