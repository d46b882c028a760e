"""What stands between the words of a page and is none of them: numbers of pages, rows of a list of contents; and signs that are units."""

from __future__ import annotations

import itertools
import unicodedata

import pytest

from pipeline.chain import analyse
from pipeline.read import read_text
from pipeline.reading import as_read

PARAGRAPHS = [
    "2023年，全县水利系统统筹推进防汛抗旱、河湖治理、农村供水，完成水利投资6.86亿元，同比增长12.3%，新建供水管网326公里，解决了3.2万人的饮水问题。",
    "全年改造中型灌区12处，恢复灌溉面积8.6万亩，完成投资2.16亿元，占年度计划的106.3%，治理水土流失面积126平方公里，新建高标准农田15.2万亩。",
    "全县水库蓄水1.26亿立方米，比上年同期增加1200万立方米，其中大型水库蓄水8600万立方米，向下游供水3200万立方米，灌溉农田36万亩。",
    "办理取水许可证86件，征收水资源费1260万元，查处水事违法案件32起，罚款86.5万元，整改问题126个，整改率98.6%，群众满意度提升至95.2%。",
]
HEAD = "岚川县水务局2023年工作总结\n"
NUMBERS = [
    "第 {} 页 共 36 页", "第{}页 共36页", "第{}页共36页", "第{}页/共36页", "第{}页，共36页", "共36页 第{}页", "共36页，第{}页", "第{}页", "第 {} 页", "（第{}页）", "[第{}页]", "— {} —", "—{}—", "-{}-",
    "- {} -", "－{}－", "~ {} ~", "·{}·", "· {} ·", "Page {} of 36", "page {}", "页码：{}", "{}", "{}/36", "{} / 36", "【{}】", "[{}]", "P{}",
]  # fmt: skip
Row = tuple[str, str | None, str, object, object]


def rows(text: str) -> list[Row]:
    return [(i.name, i.period, i.modality, i.value and (i.value.low, i.value.unit), tuple((c.quantity.low, c.quantity.unit) for c in i.changes)) for i in analyse(read_text(text)).indicators]


def lines(text: str, width: int) -> list[str]:
    """The text as wrapped at so many columns."""
    found, columns = [""], 0
    for character in text:
        size = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if columns + size > width:
            found, columns = [*found, ""], 0
        found[-1], columns = found[-1] + character, columns + size
    return found


WRAPPED = [line for paragraph in PARAGRAPHS for line in lines("　　" + paragraph, 48)]
PLAIN = rows(HEAD + "\n".join("　　" + one for one in PARAGRAPHS))


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("blank", ["", "\n"], ids=["close", "apart"])
@pytest.mark.parametrize("first", [1, 4, 12])
def test_numbers_of_pages_are_no_words(number: str, blank: str, first: int):
    pages = itertools.count(first)
    told = "".join(f"{line}\n{blank}{number.format(next(pages))}\n{blank}" if n % 5 == 4 else f"{line}\n" for n, line in enumerate(WRAPPED))
    assert rows(HEAD + told) == PLAIN


@pytest.mark.parametrize("number", [one for one in NUMBERS if one not in ("{}", "{}/36", "{} / 36", "【{}】", "[{}]", "P{}")])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_one_page_alone_that_says_so(number: str, blank: str):
    first, second = PARAGRAPHS[:2]
    assert rows(f"{HEAD}{first}\n{blank}{number.format(4)}\n{blank}{second}\n") == rows(f"{HEAD}{first}\n{second}\n")


@pytest.mark.parametrize("number", NUMBERS)
def test_spans_count_into_the_file_across_pages(number: str):
    text = f"{HEAD}2023年，全县新建供水\n\n{number.format(4)}\n\n管网326公里，增长5%。\n{number.format(5)}\n{PARAGRAPHS[1]}\n"
    written = {text[slice(*quantity.span)] for one in analyse(read_text(text)).indicators for quantity in one.quantities}
    assert {"326公里", "5%", "8.6万亩", "2.16亿元"} <= written


@pytest.mark.parametrize("text", [
    "建成学校\n\n12\n\n万平方米校舍，增长5%。", "生产水泥、\n\n80\n\n万吨，增长5%。", "指标\n1\n供水量\n36\n用水量\n12\n", "新建泵站12座。\n\n4\n\n改造渠道36公里。",
])  # fmt: skip
def test_a_number_alone_that_counts_on_from_none_stays(text: str):
    kept = as_read(read_text(HEAD + text)).text
    assert all(number in kept for number in ("12", "80", "36", "4") if f"\n{number}\n" in text)


@pytest.mark.parametrize("line", ["共36页材料已归档。", "第4页内容有误", "4月", "4.", "4、", "-4.2%", "36%", "第四", "第4批", "2023", "1234"])
def test_other_short_lines_are_kept(line: str):
    assert line in as_read(read_text(f"{HEAD}{PARAGRAPHS[0]}\n{line}\n{PARAGRAPHS[1]}\n")).text


@pytest.mark.parametrize("quotes", ["“{}”", "‘{}’", "——{}——", "…{}…"])
@pytest.mark.parametrize("width", [60, 66, 76])
def test_lines_wrapped_as_terminals_count(quotes: str, width: int):
    """Where quotes and dashes are one column wide, a line of them is longer in characters."""
    told = [one.replace("水利系统", quotes.format("水利系统")).replace("问题", quotes.format("问题")) for one in PARAGRAPHS]
    narrow = str.maketrans("“”‘’—…", "abcdef")
    wrapped = []
    for one in told:
        sizes, at = lines(one.translate(narrow), width), 0
        for line in sizes:
            wrapped.append(one[at : at + len(line)])
            at += len(line)
    assert as_read(read_text(HEAD + "\n".join(wrapped))).text == HEAD + "\n".join(told)


@pytest.mark.parametrize("dots", ["……", "......", "··········", "…………"])
@pytest.mark.parametrize("name", ["名词解释", "一、2023年工作回顾", "主要指标完成情况"])
def test_rows_of_a_list_of_contents_stay_rows(dots: str, name: str):
    text = f"目录\n一、工作回顾{dots}3\n{name}{dots}12\n{PARAGRAPHS[0]}\n"
    assert as_read(read_text(text)).text == text
    assert rows(text) == rows(PARAGRAPHS[0])


SIGNS = {"㎡": "平方米", "㎥": "立方米", "㎞": "公里", "㎏": "公斤", "㎜": "毫米", "㎝": "厘米", "㎢": "平方公里", "㎎": "毫克", "㎾": "千瓦", "㏊": "公顷", "℃": "℃", "㎖": "毫升", "㎿": "MW", "ℓ": "升"}


@pytest.mark.parametrize(("sign", "unit"), SIGNS.items())
@pytest.mark.parametrize("written", ["36{}", "36 {}", "36.0{}"])
def test_signs_that_are_units(sign: str, unit: str, written: str):
    (one,) = rows(f"{HEAD}2023年，全县供水{written.format(sign)}，比上年多。")
    assert one[0] == "供水"
    assert one[3] == (36, unit)


@pytest.mark.parametrize(("sign", "unit"), [(sign, unit) for sign, unit in SIGNS.items() if sign not in "℃ℓ"])
def test_signs_in_the_head_of_a_column(sign: str, unit: str):
    found = rows(f"{HEAD}| 指标 | 2023年（万{sign}） |\n| --- | --- |\n| 供水量 | 36 |\n| 用水量 | 12 |\n")
    assert [(name, value) for name, _, _, value, _ in found] == [("供水量", (360000, unit)), ("用水量", (120000, unit))]


@pytest.mark.parametrize(("text", "changes"), [
    ("出生率提高0.3个千分点。", {"出生率": 0.3}), ("出生率下降1.2个千分点，死亡率提高0.5个千分点。", {"出生率": -1.2, "死亡率": 0.5}), ("出生率、死亡率分别提高1.9个、0.3个千分点。", {"出生率": 1.9, "死亡率": 0.3}),
    ("出生率8.6‰，比上年下降0.2个千分点。", {"出生率": -0.2}),
])  # fmt: skip
def test_points_per_mille_are_changes(text: str, changes: dict[str, float]):
    found = rows(HEAD + text)
    assert {name: [(float(low), unit) for low, unit in moved] for name, *_, moved in found} == {name: [(low, "千分点")] for name, low in changes.items()}


@pytest.mark.parametrize("mark", ["*{}*", "**{}**", "***{}***", "__{}__", "`{}`", "<u>{}</u>", "<span style='color:red'>{}</span>", "<b>{}</b>", "~~86~~{}", "{}[[3]](#n3)", "{}[3]", "{}[^3]", "{}[3](#n3)", "&nbsp;{}&nbsp;"])
@pytest.mark.parametrize("stressed", ["326公里", "新建供水管网326公里", "326"])
def test_marks_of_markdown_are_no_words(mark: str, stressed: str):
    told = "2023年，全县完成水利投资6.86亿元，新建供水管网326公里，增长5%。"
    assert rows(HEAD + told.replace(stressed, mark.format(stressed))) == rows(HEAD + told)


@pytest.mark.parametrize("quote", ["> ", ">> ", "> > "])
def test_what_is_quoted_is_told(quote: str):
    assert rows(f"{HEAD}{quote}{PARAGRAPHS[0]}\n{quote}{PARAGRAPHS[1]}\n") == rows(HEAD + "\n".join(PARAGRAPHS[:2]))


@pytest.mark.parametrize("text", ["新建泵站3~~5座，改造渠道6~~8公里。", "新建a_b__c泵站12座。", "产值3*4*5亿元。", "人口*32万人，户数12万户。"])
def test_signs_that_mark_nothing_take_nothing_away(text: str):
    kept = as_read(read_text(HEAD + text)).text
    assert [c for c in kept if c.isalnum()] == [c for c in HEAD + text if c.isalnum()]


@pytest.mark.parametrize("torn", ["同比增|长12.3%", "12.|3%", "6.86亿|元", "6.8|6亿元", "32|6公里", "3.2万|人", "3.|2万人"])
def test_breaks_inside_words_and_numbers_where_no_line_is_full(torn: str):
    told = "2023年，全县完成水利投资6.86亿元，同比增长12.3%，新建供水管网326公里，解决了3.2万人的饮水问题，治理河道126公里。"
    assert as_read(read_text(HEAD + told.replace(torn.replace("|", ""), torn.replace("|", "\n")) + "\n")).text == HEAD + told + "\n"


@pytest.mark.parametrize(("title", "first", "second"), [("2022—2023年", 2022, 2023), ("2022年和2023年", 2022, 2023), ("2022年至2023年", 2022, 2023)])
def test_a_year_of_two_that_are_told_together(title: str, first: int, second: int):
    text = f"岚川县信访局{title}信访工作总结\n两年来，受理信访6846件。\n{first}年，受理信访3646件。\n{second}年，受理信访3200件。\n"
    assert [row[1] for row in rows(text)] == [f"{first}/{second}", str(first), str(second)]
    assert [row[1] for row in rows(f"岚川县第一中学{first}—{second}学年工作总结\n{first}年，招生3646人。\n本学年，毕业640人。\n")] == [str(first), f"{first}/{second}"]
