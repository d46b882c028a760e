"""Title, issuer, region and periods of a document, on documents written for it; and the rules that find them, on their own examples."""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import patterns
from pipeline.patterns.rule import Rule
from pipeline.periods import Period, arabic, written_in
from pipeline.read import read_text
from pipeline.read.header import fields, published
from pipeline.segment import segment

from .conftest import CASES

FIELDS = ("title", "issuer", "region", "review", "plan")


def documents(path: Path) -> Iterator[tuple[str, dict[str, str], str]]:
    """Name, labels and text of every document in a file of cases."""
    for block in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
        labels, _, text = block.partition("\n---\n")
        name, *lines = labels.splitlines()
        yield name, {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}, text


def seen(text: str) -> dict[str, str]:
    """What is read of a document, in the words of the labels."""
    report = read_text(text)
    region = f"{report.region.name} {report.region.code}" if report.region else ""
    return dict(zip(FIELDS, (report.title or "", report.issuer or "", region, report.review_period or "", report.plan_period or ""), strict=True))


DOCUMENTS = list(documents(CASES / "heads.txt"))


@pytest.mark.parametrize(("labels", "text"), [d[1:] for d in DOCUMENTS], ids=[d[0] for d in DOCUMENTS])
def test_documents_of_every_kind_of_body(labels: dict[str, str], text: str):
    assert seen(text) == labels


def rules() -> Iterator[Rule]:
    """Every rule of the tables, also where it stands with a weight."""
    for info in pkgutil.iter_modules(patterns.__path__):
        for value in vars(importlib.import_module(f"pipeline.patterns.{info.name}")).values():
            for item in value if isinstance(value, tuple) else ():
                yield from (one for one in (item, *(item if isinstance(item, tuple) else ())) if isinstance(one, Rule))


RULES = {rule.name: rule for rule in rules()}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_keeps_its_word(rule: Rule):
    assert rule.gloss
    assert rule.holds
    assert [text for text in rule.holds if not rule.pattern.search(text)] == []
    assert [text for text in rule.fails if rule.pattern.search(text)] == []


MONTHS = ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12")
WRITTEN = [
    *((f"{year}年{half}半年", f"{year}-H{n}") for year in (1998, 2024) for n, half in enumerate("上下", 1)),
    *((f"2023年{first}{quarter}季度", f"2023-Q{n}") for first in ("", "第") for n, quarter in enumerate("一二三四", 1)),
    *((f"2022年前{quarter}季度", f"2022-01/2022-{n * 3:02d}") for n, quarter in enumerate("一二三", 1)),
    *((f"2023年1{dash}{n}月", f"2023-01/2023-{n:02d}") for dash in ("-", "—", "–", "至", "月至", "月—") for n in (2, 9, 11, 12)),
    *((f"2023年前{n}个月", f"2023-01/2023-{m}") for n, m in (("两", "02"), ("八", "08"), ("十一", "11"), ("10", "10"))),
    *((f"2023年{int(m)}月{tail}", f"2023-{m}") for m in MONTHS for tail in ("", "份")),
    *((f"{a}{dash}{b}学年{tail}", "2021/2022") for a, b in (("2021", "2022"), ("2021", "22")) for dash in "-—至" for tail in ("", "度")),
    *((f"{a}{dash}{b}年", f"{a}/{b}") for a, b in ((2018, 2022), (1991, 1995)) for dash in ("-", "—", "至", "年至")),
    ("2021年7月至2022年6月", "2021-07/2022-06"), ("“十三五”时期", "2016/2020"), ("2020年", "2020"), ("2020年度", "2020"), ("（2020）", "2020"), ("2020县局", "2020"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "period"), WRITTEN, ids=[words for words, _ in WRITTEN])
def test_a_period_is_read_and_written_back(words: str, period: str):
    assert [str(one.period(None)) for one in written_in(f"某局{words}工作总结")] == [period]
    assert str(Period.parsed(period)) == period


def test_a_period_without_a_year_takes_the_one_that_had_ended_when_it_was_put_out():
    for title, date, period in (("1-11月外贸情况", "2023年12月8日", "2023-01/2023-11"), ("四季度火灾分析", "2024年1月9日", "2023-Q4"), ("上半年工作总结", "2023年6月28日", "2023-H1")):
        assert seen(f"青禾县{title}\n{date}\n全县办理事项86件。\n")["review"] == period


def test_years_in_chinese_digits_are_years_of_the_document():
    for year in ("二〇二三", "二零二三", "二○二三"):
        assert seen(f"青禾县民政局{year}年工作总结\n救助群众86人。\n")["review"] == "2023"


@pytest.mark.parametrize("month", [11, 12])
@pytest.mark.parametrize("year", [1993, 2012, 2023])
def test_a_session_at_the_end_of_a_year_reviews_that_year(month: int, year: int):
    text = f"政府工作报告\n——{year}年{month}月26日在青禾县第九届人民代表大会第二次会议上\n各位代表：\n我代表县人民政府报告工作。\n一、主要工作回顾\n修路8公里。\n二、明年工作\n修路9公里。\n"
    report = read_text(text)
    assert (report.review_year, report.plan_year, report.published) == (year, year + 1, None)


@pytest.mark.parametrize("year", [1956, 1988, 1999])
def test_a_report_of_the_last_century_is_dated_by_its_title(year: int):
    report = read_text(f"{year}年青禾县人民政府工作报告\n各位代表：\n现在报告工作，请审议。\n全县粮食总产量8万吨。到2010年翻一番。\n")
    assert (report.review_year, report.plan_year) == (year - 1, year)


def test_several_fields_stand_in_a_line_and_none_swallows_the_next():
    head = ["发布机构: 青禾县审计局 生成日期: 2023-11-08 15:29", "来源：某某日报    发布时间：2023-11-09"]
    assert fields(head) == {"publisher": "青禾县审计局", "published": "2023-11-08", "attribution": "某某日报"}
    assert fields(["发布机构：", "青禾县水利局"]) == {"publisher": "青禾县水利局"}


def test_a_source_is_never_the_body_that_speaks():
    for source in ("来源：青禾日报", "source: https://www.example.gov.cn/a.html", "信息来源：县统计局"):
        assert read_text(f"2023年固定资产投资情况\n{source}\n全县投资86亿元。\n").issuer is None


def test_the_day_of_a_sentence_or_a_session_is_no_day_of_publication():
    assert published(["2023年6月30日，全县常住人口86万人。"], []) is None
    assert published(["——2024年1月10日在青禾县第十八届", "人民代表大会第三次会议上"], []) is None
    assert published(["（2024年1月10日）"], []) == "2024-01-10"


def test_one_body_has_one_name_over_the_years():
    heads = (
        "2021年青禾市政府工作报告\n——2021年1月8日在青禾市第七届人民代表大会第五次会议上\n",
        "政府工作报告\n——2022年1月8日在青禾市第八届人民代表大会第一次会议上\n市长 李望\n",
        "青禾市人民政府工作报告\n——2023年1月8日在青禾市\n第八届人民代表大会第二次会议上\n",
        "---\nsource: https://www.example.gov.cn/1.html\ntitle: 政府工作报告\n---\n（2024年1月8日在青禾市第八届人民代表大会第三次会议上）\n",
    )
    assert {read_text(head + "各位代表：\n我代表市政府报告工作。\n修路8公里。\n").issuer for head in heads} == {"青禾市人民政府"}


def test_dress_of_a_page_pasted_as_text_makes_no_headings():
    dress = ["• 微信", "首页", "您当前所在的位置：首页 > 公开", "导航", "[ 索引号 ] | QH-2024-01", "公开范围：面向社会", "归档时间:2024-06-15", "详细信息", "打印 关闭", "【打印】【关闭】", "索 引 号: 86"]
    text = "\n".join(["---", "categories:", "  - 报告", "authors:", "  - 李望", "---", *dress, "青禾县2023年工作总结", "一、主要工作", "修路8公里。", "打印关闭"])
    assert [section.title for section in segment(read_text(text)).sections] == ["青禾县2023年工作总结", "主要工作"]


def test_text_is_folded_as_nfkc_folds_it():
    """Only the characters that may change are looked at; the others are all kinds of writing."""
    letters = [chr(code) for code in (*range(0x20, 0x3400), *range(0xA640, 0xAC00), *range(0xF900, 0x10000), 0x20000)]
    assert all(arabic(letter) == arabic(unicodedata.normalize("NFKC", letter)) for letter in letters)
    beside = [a + b for a, b in zip(letters, letters[1:] + letters[:1], strict=True)]
    assert [folded for text in beside if (folded := arabic(text)) != arabic(unicodedata.normalize("NFKC", text))] == []


BROKEN = (
    "关于青禾县2023年国民经济和社会发展计划|执行情况|与2024年国民经济和社会发展计划|草案|的报告",
    "青禾县人民政府|关于2023年度县级预算执行|和其他财政收支的|审计工作报告",
    "在中国共产党青禾县第十四届纪律检查委员会|第四次全体会议上的|工作报告",
    "在青禾县总工会第十五届委员会|第三次全体会议上的|报告",
    "关于青禾县2024年上半年|财政预算执行情况的|报告",
    "青禾县第二人民医院|关于2024年度|医疗服务工作开展情况的|总结",
    "青禾县发展和改革局|2023年工作总结|及2024年工作计划",
    "中共青禾县委办公室|2023年工作总结和|2024年工作要点",
    "2023年青禾县|国民经济和社会发展|统计公报",
    "青禾县农业农村局|2022年度部门整体支出|绩效自评报告",
    "青禾市公安局交通警察支队|2024年上半年|道路交通安全形势|分析报告",
    "中共青禾乡委员会|青禾乡人民政府|关于2024年工作情况的报告",
)  # fmt: skip
BODY = "2023年，全县办理事项86件，同比增长5.2%，群众满意率98.6%，较上年提高1.2个百分点，各项任务如期完成。\n"


def broken() -> Iterator[tuple[str, str]]:
    """Titles as offices break them: over two lines or three, at any place where one may be broken."""
    for written in BROKEN:
        pieces = written.split("|")
        title = "".join(pieces)
        for a in range(1, len(pieces)):
            yield title, "".join(pieces[:a]) + "\n" + "".join(pieces[a:])
            yield from ((title, "\n".join(("".join(pieces[:a]), "".join(pieces[a:b]), "".join(pieces[b:])))) for b in range(a + 1, len(pieces)))


@pytest.mark.parametrize(("title", "lines"), list(broken()))
def test_a_title_is_whole_wherever_it_is_broken(title: str, lines: str):
    assert read_text(f"{lines}\n\n{BODY}").title == title
    assert read_text(f"青办发〔2024〕6号\n\n{lines}\n（2024年3月8日）\n\n{BODY}").title == title


def test_no_line_above_is_drawn_into_a_title():
    for above in ("青禾县财政局文件", "第6期（总第86期）", "2024年第6期", "（2024年3月8日）", "凝心聚力促改革 真抓实干谱新篇", "索 引 号：86", "来源：青禾日报 2024年3月8日"):
        assert read_text(f"{above}\n青禾县审计局2023年工作总结\n{BODY}").title == "青禾县审计局2023年工作总结", above


SPEAKERS = [
    *(f"青禾县审计局局长{blank}{name}" for blank in (" ", "\u3000", "  ", "\u3000\u3000", "    ") for name in ("李望", "李  望", "李\u3000望", "欧阳  望山", "叶尔兰·哈山")),
    *(f"青禾县审计局{post}  李  望" for post in ("党组书记、局长", "代局长", "副局长", "常务副局长", "党委委员、总工程师")),
    *(f"{also}、青禾县审计局局长  李  望" for also in ("县人民政府党组成员", "县政府办公室副主任", "县委委员")),
    *(f"{key}：青禾县审计局局长  李望" for key in ("述职人", "汇报人", "报告人")),
    *(f"青禾县审计局{blank}{when}" for blank in (" ", "    ", "\u3000") for when in ("2024-03-08", "2024年3月8日", "（2024年3月）", "2024.3.8")),
    "青禾县审计局综合科", "青禾县审计局文件", "青禾县审计局编", "单位：青禾县审计局", "部门（单位）名称：青禾县审计局（盖章）", "填报单位：青禾县审计局（公章）", "作者：青禾县审计局", "（青禾县审计局）",
]  # fmt: skip


@pytest.mark.parametrize("line", SPEAKERS)
def test_the_body_is_read_from_the_line_of_who_speaks(line: str):
    assert read_text(f"2023年度工作总结\n{line}\n{BODY}").issuer == "青禾县审计局"


@pytest.mark.parametrize("line", ["李  望", "县委常委、常务副县长  李  望", "来源：青禾县审计局", "公司", "县审计局局长李望出席会议并作了重要讲话，他指出要认真落实。"])
def test_other_lines_name_no_body(line: str):
    assert read_text(f"2023年度工作总结\n{line}\n{BODY}").issuer is None


@pytest.mark.parametrize("tail", ["青禾县审计局\n2024年1月8日", "青禾县审计局\n二〇二四年一月八日", "青禾县审计局（盖章）\n2024年1月8日", "      青禾县审计局   2024年1月8日"])
def test_a_signature_names_the_body(tail: str):
    assert read_text(f"2023年度工作总结\n{BODY}各项工作顺利。\n{tail}\n").issuer == "青禾县审计局"


HEADLINES = ("前三季度青禾区经济运行稳中提质", "我市固定资产投资实现较快增长", "县城管执法局扎实推进市容环境整治", "全县夏粮喜获丰收")


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("above", ["", "工作信息\n（第26期）\n青禾县统计局编  2024年9月6日\n"])
def test_a_headline_is_a_title_where_nothing_else_is(headline: str, above: str):
    assert read_text(f"{above}{headline}\n{BODY}").title == headline


@pytest.mark.parametrize("line", ["根据安排，现将有关情况报告如下：", "各位代表：", "一、全县基本情况", "现在，我代表县人民政府报告工作，请予审议", "2024年3月8日", "青禾县统计局", "总体情况"])
def test_other_first_lines_are_no_headlines(line: str):
    assert read_text(f"{line}\n{BODY}").title is None


def test_a_congress_of_a_term_looks_back_on_five_years():
    for name, body in (("中国共产党青禾县", "中国共产党青禾县第十二届委员会"), ("青禾县总工会", "青禾县总工会"), ("共青团青禾县", "共青团青禾县第十二届委员会")):
        text = f"在{name}第十三次代表大会上的报告\n（2023年5月8日）\n各位代表：\n我代表{body}向大会作报告。\n一、过去五年的工作\n修路86公里。\n二、今后五年的任务\n修路90公里。\n"
        assert (seen(text)["review"], seen(text)["plan"], seen(text)["issuer"]) == ("2018/2022", "2023/2027", body)


@pytest.mark.parametrize("words", ["2024年，我们将继续修路。", "明年，我局计划修路8公里。", "下一步，我局将继续做好服务。", "2024年工作谋划", "四、2024年工作重点", "三、2024年工作目标"])
def test_what_a_paragraph_or_a_heading_says_of_the_coming_year_is_planned(words: str):
    assert seen(f"青禾县林业局2023年工作总结\n{BODY}{words}\n")["plan"] == "2024"


@pytest.mark.parametrize("words", ["2024年，全县造林3万亩。", "2022年，我们继续修路。", "2024年工作总结会议已经召开。"])
def test_other_words_plan_nothing(words: str):
    assert seen(f"青禾县林业局2023年工作总结\n{BODY}{words}\n")["plan"] == ""
