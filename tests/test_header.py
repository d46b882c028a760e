"""Title, issuer, region and periods of a document, on documents written for it; and the rules that find them, on their own examples."""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import patterns
from pipeline.patterns.digits import arabic
from pipeline.patterns.rule import Rule
from pipeline.periods import Period, written_in
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


ALL = list(documents(CASES / "heads.txt"))
# whose writers say a field shorter or longer than it is written here: a slogan without the line below
# it, a chamber with the number of its council, both of two offices
SAID_OTHERWISE = {
    "r14-jizhou-discipline-2022": "title",
    "r14-tongwan-party-congress-2021": "title",
    "r15-wuchang-party-congress": "title",
    "r14-qingyan-chamber-2024": "issuer",
    "r15-jianghai-chamber-term": "issuer",
    "r15-danzhou-communique-2023": "issuer",
    "r17-a03-state-company-meeting": "title",
    "r17-a19-discipline-plenum": "title issuer",
    "r17-a29-women-congress-five-years": "title",
    "r18-b07-company-hengkuo-2023": "title",
    "r18-b22-discipline-xingguo-2023": "title",
    "r18-b28-women-dehong-2023": "title issuer",
    "r18-b64-lawyers-lanze-fourth": "issuer",
}
DOCUMENTS = [one for one in ALL if one[0] not in SAID_OTHERWISE]


@pytest.mark.parametrize(("labels", "text"), [d[1:] for d in DOCUMENTS], ids=[d[0] for d in DOCUMENTS])
def test_documents_of_every_kind_of_body(labels: dict[str, str], text: str):
    assert seen(text) == labels


@pytest.mark.parametrize(("name", "labels", "text"), [d for d in ALL if d[0] in SAID_OTHERWISE], ids=[d[0] for d in ALL if d[0] in SAID_OTHERWISE])
def test_a_field_said_otherwise_begins_alike(name: str, labels: dict[str, str], text: str):
    found, otherwise = seen(text), SAID_OTHERWISE[name].split()
    for field in otherwise:
        shorter, longer = sorted((found[field], labels[field]), key=len)
        assert len(shorter) > 4
        assert longer.startswith(shorter)
    assert {**found, **{field: labels[field] for field in otherwise}} == labels


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
    "青禾县农村人居环境整治三年行动|（2021—2023年）总结报告",
    "青禾县人民政府工作总结|（2024年上半年）",
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
    *(f"{key}：青禾县审计局局长  李望" for key in ("述职人", "汇报人", "报告人", "发布人", "主发布人")),
    *(f"{key}青禾县审计局{post}  李望" for key in ("", "发布人：") for post in ("党组成员、总审计师", "总经济师", "一级调研员")),
    *(f"青禾县审计局{blank}{when}" for blank in (" ", "    ", "\u3000") for when in ("2024-03-08", "2024年3月8日", "（2024年3月）", "2024.3.8")),
    "青禾县审计局综合科", "青禾县审计局文件", "青禾县审计局编", "单位：青禾县审计局", "部门（单位）名称：青禾县审计局（盖章）", "填报单位：青禾县审计局（公章）", "作者：青禾县审计局", "（青禾县审计局）",
]  # fmt: skip


@pytest.mark.parametrize("line", SPEAKERS)
def test_the_body_is_read_from_the_line_of_who_speaks(line: str):
    assert read_text(f"2023年度工作总结\n{line}\n{BODY}").issuer == "青禾县审计局"


@pytest.mark.parametrize("key", ["发布机构", "发文机关", "发布单位", "公开主体"])
@pytest.mark.parametrize("blank", ["\u3000\u3000", "    ", "\t", " ", "\n", " | "])
def test_fields_of_a_pasted_page_need_no_colon(key: str, blank: str):
    cells = f"{key}{blank}青禾县审计局\n发布日期{blank}2024-03-08\n名\u3000\u3000称\u3000\u30002023年度工作总结\n"
    report = read_text(f"索引号{blank}QH-2024-01\n{cells}2023年度工作总结\n{BODY}")
    assert (report.title, report.issuer, report.published) == ("2023年度工作总结", "青禾县审计局", "2024-03-08")


def test_fields_of_one_line_stand_beside_each_other_without_colons():
    for between in (" | ", "｜", "\u3000\u3000", "\t"):
        line = between.join(("发布机构 青禾县审计局", "发布时间 2024-03-08", "浏览次数 86"))
        report = read_text(f"2023年度工作总结\n{line}\n{BODY}")
        assert (report.issuer, report.published) == ("青禾县审计局", "2024-03-08"), between
    assert read_text(f"2023年度工作总结\n全县发布机构26家，青禾县审计局检查2家。\n{BODY}").issuer is None


ACTING = {
    "青禾县人民法院": "院", "青禾县教育局": "局", "青禾县中医医院": "院", "青禾县第二中学": "校", "青禾供水有限公司": "公司", "青禾县审计中心": "中心",
}  # fmt: skip


@pytest.mark.parametrize("body", ACTING)
@pytest.mark.parametrize("says", ["在县委领导下", "坚持稳中求进", "认真履行职责", "围绕中心工作", "共完成26项任务", "成立于2016年"])
def test_a_body_named_by_the_first_sentence_alone(body: str, says: str):
    own = f"现将我{ACTING[body]}工作总结如下："
    assert read_text(f"2023年工作总结\n2023年，{body}{says}，办理事项86件。{own}\n一、主要工作\n修路8公里。\n").issuer == body
    other = read_text(f"2023年工作总结\n2023年，{body}{says}，办理事项86件。\n一、主要工作\n修路8公里。\n").issuer
    assert other in (None, body)
    assert read_text(f"2023年工作总结\n今年以来，全县各级推进改革，办理事项86件。{own}\n一、主要工作\n{body}修路8公里。\n").issuer is None


@pytest.mark.parametrize(
    "said",
    ["深入学习贯彻党的二十届三中、四中全会精神", "推动实验区建设提速", "县委、县政府坚持稳中求进", "在县委的领导下", "聚焦教育局面改善", "认真落实六中、七中全会部署", "加快建设开发区"],
)  # fmt: skip
def test_no_words_of_a_first_sentence_are_a_body(said: str):
    assert read_text(f"2023年工作情况\n2023年，{said}，全区办理事项86件，我局、我校、我中心和公司取得新成效。\n一、主要工作\n修路8公里。\n").issuer is None


@pytest.mark.parametrize("part", ["办公室", "综合科", "政工股", "党政办"])
def test_a_part_signs_for_the_body_in_whose_name_it_speaks(part: str):
    for body, own in (("青禾县中医医院", "我院"), ("青禾县教育局", "我局"), ("青禾县第二中学", "我校")):
        text = f"2023年工作总结\n2023年，{own}办理事项86件。\n一、主要工作\n修路8公里。\n{body}{part}\n2024年1月8日\n"
        assert read_text(text).issuer == body
    text = "2023年工作总结\n2023年，{}办理事项86件。\n一、主要工作\n修路8公里。\n青禾县教育局办公室\n2024年1月8日\n"
    assert read_text(text.format("全县")).issuer == "青禾县教育局办公室"


def test_a_field_of_a_form_is_no_end_of_the_line_above():
    for field in ("项目单位（盖章）：青禾县水务局", "填报日期：2023年3月20日星期三上午", "联系人：李望联系电话六六六六", "主管部门：青禾县水利水电局"):
        title = "2022年度农村公路养护补助资金绩效自评报告"
        text = f"{title}\n{field}\n自评得分：按照办法评定为九十六分整\n一、项目概况\n补助资金860万元。\n"
        assert read_text(text).title == title, field


def test_a_report_on_one_matter_plans_only_where_it_says_so():
    head = "{}\n——2023年12月20日在青禾县第十八届人大常委会第十六次会议上\n主任、各位副主任：\n受县人民政府委托，现将有关情况报告如下：\n一、基本情况\n办理事项86件。\n"
    for title in ("关于代表建议办理情况的报告", "青禾县人民政府关于水污染防治情况的专项报告", "关于法律实施情况的报告"):
        assert (seen(head.format(title))["review"], seen(head.format(title))["plan"]) == ("2023", ""), title
        assert seen(head.format(title) + "二、下一步打算\n修路9公里。\n")["plan"] == "2024"


@pytest.mark.parametrize("name", ["青禾州农村人居环境整治|提升工作领导小组", "中共青禾县委全面深化改革|委员会办公室", "青禾县创建全国文明城市|工作指挥部办公室", "青禾县乡村振兴战略实施领导小组|办公室"])
def test_a_signature_broken_over_two_lines_is_one_body(name: str):
    first, second = name.split("|")
    for indent in ("", " " * 24, "\u3000" * 12):
        text = f"关于2023年度工作情况的报告\n一、主要工作\n办理事项86件。\n特此报告\n\n{indent}{first}\n{indent}{second}\n{indent}2024年1月8日\n"
        assert read_text(text).issuer == first + second
    both = "关于2023年度工作情况的报告\n" + "一、主要工作\n办理事项86件。\n" * 8 + "青禾县人民政府\n青禾县财政局\n2024年1月8日\n"
    assert read_text(both).issuer == "青禾县财政局"


def test_a_masthead_is_dated_in_digits_or_in_characters():
    for when in ("2023年7月10日", "二〇二三年七月十日", "二○二三年七月"):
        for made in ("编", "主办", "编印", ""):
            assert read_text(f"工作动态\n第12期\n青禾县总工会办公室{made}\u3000{when}\n全县工会工作综述\n{BODY}").issuer == "青禾县总工会办公室", (when, made)


@pytest.mark.parametrize("council", ["居委会", "居民委员会", "村委会"])
def test_who_heads_two_bodies_of_a_village_speaks_for_its_council(council: str):
    place = "石桥村" if council.startswith("村") else "柳荫社区"
    for line in (f"青禾镇{place}党总支书记、{council}主任\u3000方 明", f"述职人：{place}党支部书记、{council}主任 方明"):
        assert read_text(f"2023年度述职报告\n{line}\n{BODY}").issuer == line[line.find("：") + 1 : line.find(place)] + place + council


@pytest.mark.parametrize("short", ["县残联", "县审计局", "县中医院"])
def test_a_body_told_by_its_level_has_the_name_of_the_first_sentence(short: str):
    full = {"县残联": "青禾县残疾人联合会", "县审计局": "青禾县审计局", "县中医院": "青禾县中医院"}[short]
    own = {"会": "我会", "局": "我局", "院": "我院"}[full[-1]]
    assert read_text(f"{short}2023年工作总结\n2023年，{full}开展活动86次，{own}走访群众126人。\n一、主要工作\n修路8公里。\n").issuer == full


@pytest.mark.parametrize("ahead", ["展望", "设想", "规划", "举措", "打算", "谋划"])
def test_no_body_is_drawn_into_a_title_that_ends_with_what_is_ahead(ahead: str):
    for joint in ("与", "及", "暨", "和"):
        title = f"2023年度工作总结{joint}2024年工作{ahead}"
        assert read_text(f"{title}\n青禾县志愿服务联合会秘书处\n{BODY}").title == title


@pytest.mark.parametrize("site", ["-青禾县人民政府", "_青禾县审计局", " - 青禾政务网", "|青禾县人民政府门户网站", ".docx", ".PDF", ".wps"])
def test_the_name_of_a_site_is_no_part_of_a_title(site: str):
    title = "青禾县审计局2023年工作总结和2024年工作思路"
    assert read_text(f"{title}{site}\n首页 机构职能 政策文件 工作动态\n{BODY}").title == title
    assert read_text(f"{title}{site}\n{title}\n信息来源：青禾县审计局 发布日期：2024-01-08\n{BODY}").title == title


def test_of_several_bodies_above_a_title_none_is_part_of_it():
    bodies = ("青禾县人力资源和社会保障局", "青禾县住房和城乡建设局", "青禾县公安局")
    for n in (2, 3):
        report = read_text("\n".join(bodies[:n]) + f"\n关于2023年根治欠薪冬季行动的总结报告\n市根治办：\n{BODY}")
        assert (report.title, report.issuer) == ("关于2023年根治欠薪冬季行动的总结报告", bodies[0])
    beside = read_text(f"安全生产简报\n2024年第5期\n青禾县安委会办公室\u3000青禾县应急管理局\u30002024年6月5日\n全县安全生产形势分析\n{BODY}")
    assert beside.issuer == "青禾县安委会办公室"


def test_a_body_behind_a_slogan_is_who_speaks():
    for work in ("2023年工作盘点", "2023年工作综述", "2023年工作总结"):
        title = f"强基础 补短板 提质效——青禾县乡村振兴局{work}"
        for line in (title, f"【年终盘点】{title}"):
            assert (read_text(f"{line}\n2024-01-02 来源：青禾发布\n{BODY}").title, read_text(f"{line}\n{BODY}").issuer) == (title, "青禾县乡村振兴局")


@pytest.mark.parametrize(("ahead", "date", "plan"), [("二季度", "2024年4月3日", "2024-Q2"), ("上半年", "2023年12月28日", "2024-H1"), ("下半年", "2024年7月9日", "2024-H2"), ("3月份", "2024年2月27日", "2024-03"), ("1月份", "2023年12月29日", "2024-01"), ("四季度", "2024年9月30日", "2024-Q4")])
def test_a_plan_without_a_year_is_of_the_next_such_period(ahead: str, date: str, plan: str):
    found = seen(f"青禾街道{ahead}重点工作安排\n{date}\n要修路8公里。\n")
    assert (found["review"], found["plan"]) == ("", plan)


@pytest.mark.parametrize("column", ["工作报告", "年度报告", "统计公报", "工作总结", "工作计划", "财政预算", "公告"])
def test_the_column_of_a_site_is_no_title_where_one_stands_below(column: str):
    title = "2022年青禾区法治政府建设情况报告"
    way = f"{column}\n您所在的位置：政务公开 > {column}\n{{}}\n文章来源：司法局 更新时间：2023/03/29\n{BODY}"
    assert (read_text(way.format(title)).title, read_text(way.format(title)).issuer) == (title, "青禾区人民政府")
    assert read_text(f"工作总结\n{BODY}").title == "工作总结"


@pytest.mark.parametrize("year", ["", "2022年", "2022年度"])
@pytest.mark.parametrize("work", ["法治政府建设情况报告", "法治政府建设工作总结", "依法行政工作报告"])
def test_the_rule_of_law_at_a_place_is_its_governments(year: str, work: str):
    for title in (f"{year}青禾区{work}", f"青禾区{year}{work}"):
        assert read_text(f"{title}\n{BODY}").issuer == "青禾区人民政府", title


def test_a_title_that_a_page_tears_is_whole_in_the_document():
    first, second = "青禾县住房和城乡建设局2018年度整体支出", "绩效评价报告"
    assert read_text(f"{first} {second}\n详细信息\n公开具体内容\n{first}\n{second}\n{BODY}").title == first + second


@pytest.mark.parametrize("note", ["（两会受权发布）", "（受权发布）", "(特稿)", "（要闻）"])
def test_what_an_agency_says_before_a_title_is_no_part_of_it(note: str):
    report = read_text(f"{note}青禾县人民法院工作报告\n新华社青禾1月27日电\n各位代表：\n现在报告工作。\n")
    assert (report.title, report.issuer) == ("青禾县人民法院工作报告", "青禾县人民法院")


@pytest.mark.parametrize("ask", ["请与{}联系", "请直接与{}联系", "请联系{}（地址：人民大街12号）", "请与{}办公室联系"])
def test_whom_to_ask_about_a_report_has_made_it(ask: str):
    for body in ("青禾区长通街道办事处", "青禾县民政局"):
        said = f"本报告数据统计期限为2023年1月1日至12月31日。如有疑问，{ask.format(body)}，电话：0000-6666666。"
        assert read_text(f"2023年政府信息公开工作年度报告\n2024-01-20\n{said}\n一、总体情况\n公开信息86条。\n").issuer == body


@pytest.mark.parametrize("dash", ["—", "——", "－－"])
def test_a_slogan_is_not_drawn_into_the_title_below_its_dash(dash: str):
    title = "白石镇妇女联合会第三次代表大会的工作报告"
    assert read_text(f"守望相助 一往无前\n团结全镇妇女为建设幸福白石而奉献\n{dash}{title}\n各位代表：\n{BODY}").title == title


def test_a_session_may_be_counted_without_an_ordinal():
    for session in ("宁波市十六届人大常委会", "宁波市第十六届人大常委会"):
        report = read_text(f"{session}第十二次会议文件\n关于2022年度市级预算执行的审计工作报告\n市审计局局长 励 明\n主任、各位委员：\n{BODY}")
        assert (report.issuer, report.region and report.region.code) == ("宁波市审计局", "330200")


@pytest.mark.parametrize("note", ["【编者按】", "编者按：", "按语：", "[编者按]"])
def test_the_title_of_what_is_printed_stands_below_the_note_of_its_editor(note: str):
    said = "2月23日，县长李望在会议上作了讲话，现予印发，请各单位认真组织学习，并结合各自工作实际抓好贯彻落实，有关情况及时报送。"
    for masthead in ("政 务 通 报", "工作简报", "内部情况通报"):
        text = f"{masthead}\n第 3 期\n青禾县人民政府办公室编      2024年2月27日\n{note}{said}\n在全县农业工作会议上的讲话\n同志们：\n去年修路8公里。\n"
        assert (read_text(text).title, read_text(text).issuer) == ("在全县农业工作会议上的讲话", "青禾县人民政府办公室")


def test_the_own_title_of_a_document_says_more_than_the_headline_of_its_page():
    line = "日期：2023-09-26  16:40     来源：青禾县残联     点击数： 102"
    for headline, own in (("2022年度青禾县残联部门决算", "青禾县残联2022年度部门决算说明"), ("2023年上半年青禾县审计局工作总结", "青禾县审计局2023年上半年工作总结")):
        assert read_text(f"{headline}\n{line}\n{own}\n第一部分 概况\n{BODY}").title == own


@pytest.mark.parametrize("who", ["综合办", "办公室", "科研管理科"])
def test_the_body_of_a_site_speaks_where_only_a_part_of_it_publishes(who: str):
    text = f"南岭省农业科学院茶叶研究所\n网站首页 | 本所概况 | 联系我们\n当前栏目：本所概况 - 年度总结\n{{}}年度工作总结\n发布者：{who}   发布日期：2023/12/20   阅读：226次\n{BODY}"
    for named in ("", "茶叶研究所"):
        assert read_text(text.format(named)).issuer == "南岭省农业科学院茶叶研究所", named


@pytest.mark.parametrize("count", ["三", "两", "四"])
@pytest.mark.parametrize("name", ["国企改革{}年行动", "农村黑臭水体治理{}年攻坚", "校园安全{}年整治"])
def test_the_years_of_an_action_are_those_its_opening_names(name: str, count: str):
    action = name.format(count)
    text = f"青禾市{action}工作总结\n市领导小组：\n{action}（2020—2022年）启动以来，办理事项86件。\n青禾市国资委\n2023年2月20日\n"
    assert seen(text)["review"] == "2020/2022"
    assert seen(text.replace("（2020—2022年）", ""))["review"] == "2022"


def test_what_the_next_month_or_year_brings_may_stand_inside_a_line():
    text = "工作简报\n第11期\n青禾市农业局  2023年12月5日\n11月份全市重点工作推进情况\n11月，修路8公里。\n五、存在问题。资料不齐。\n六、12月份重点工作。一是修路9公里。\n"
    assert (seen(text)["review"], seen(text)["plan"]) == ("2023-11", "2023-12")
    for ahead in ("展望2024", "展望2024年", "未来展望"):
        assert seen(f"青禾公司2023年度ESG报告\n{BODY}{ahead}\n公司力争电耗再降4%。\n")["plan"] == "2024", ahead


def test_five_years_that_a_heading_names_are_those_of_a_congress():
    head = "——在青禾州妇女第十四次代表大会上的报告\n（2023年6月15日）\n各位代表：\n我代表青禾州妇女联合会第十三届执行委员会向大会作报告。\n"
    text = f"{head}一、2018—2022年工作回顾\n培训妇女86人。\n二、今后五年的主要任务（2023—2027年）\n培训妇女90人。\n"
    assert (seen(text)["issuer"], seen(text)["review"], seen(text)["plan"]) == ("青禾州妇女联合会", "2018/2022", "2023/2027")


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


def test_a_report_since_a_year_looks_back_to_when_it_was_given():
    for date, period in (("2024年10月30日", "2022/2024"), ("2024年2月8日", "2022/2023"), ("2022年10月8日", "2022")):
        assert seen(f"关于2022年以来执行工作情况的报告\n青禾县人民法院\n{date}\n{BODY}")["review"] == period


@pytest.mark.parametrize("words", ["2024年，全县造林3万亩。", "2022年，我们继续修路。", "2024年工作总结会议已经召开。"])
def test_other_words_plan_nothing(words: str):
    assert seen(f"青禾县林业局2023年工作总结\n{BODY}{words}\n")["plan"] == ""


SLOGANS = (
    ("凝心聚力促改革  真抓实干谱新篇",),
    ("坚持严的基调  保持战略定力", "以全面从严治党新成效护航青禾发展"),
    ("守正创新  勇毅前行", "团结奋斗  砥砺前进", "奋力开创全县残疾人事业新局面"),
    ("在青春的赛道上奋力奔跑", "为建设现代化青禾贡献青春力量"),
    ("锚定“十四五”目标  建功新时代",),
    ("高举旗帜，团结奋进，为实现高质量发展而努力奋斗",),
)
SESSIONS = (
    "在青禾县总工会第九次代表大会上的报告", "在共青团青禾县第十二次代表大会上的报告", "在青禾县第八次残疾人联合会代表大会上的工作报告",
    "在青禾县妇联九届三次执委会议上的工作报告", "在青禾水务集团有限公司2023年度股东大会上的报告", "在青禾水务集团有限公司三届二次职工代表大会上的工作报告",
    "在青禾县商会第三届理事会第二次会议上的报告", "在中国共产党青禾县第十四届委员会第七次全体会议上的报告", "在全县文化工作座谈会上的讲话", "在全市教育系统工作会议上的讲话", "李望同志在全县水利工作会议上的讲话",
)  # fmt: skip


@pytest.mark.parametrize("session", SESSIONS)
@pytest.mark.parametrize("slogan", SLOGANS)
def test_a_slogan_and_the_session_below_it_are_one_title(slogan: tuple[str, ...], session: str):
    title = " ".join(" ".join(line.split()) for line in slogan) + "——" + session
    lines = "\n".join(slogan)
    half = 1 + len(session) // 2
    broken = f"{session[:half]}\n{session[half:]}"
    for shown in (f"{lines}\n——{session}", f"{lines}\n\n—— {session}", f"{lines}\n{session}", f"青办发〔2024〕6号\n\n{lines}\n——{session}", f"{lines}\n——{broken}"):
        assert read_text(f"{shown}\n（2024年3月8日）\n李 望\n\n各位代表：\n{BODY}").title == title, shown


@pytest.mark.parametrize("above", ["青禾县总工会文件", "工作简报\n第6期（总第86期）", "青禾县总工会　　2024年3月8日", "会议材料之三", "（讨论稿）", "内部资料  注意保存", "领导讲话", "青禾县人民政府公报\n2024年第3期", "县委办公室编印  2024年3月8日", "目  录"])
def test_other_lines_above_a_session_are_no_slogan(above: str):
    assert read_text(f"{above}\n在青禾县总工会第九次代表大会上的报告\n（2024年3月8日）\n\n各位代表：\n{BODY}").title == "在青禾县总工会第九次代表大会上的报告"


COLUMNS = [*(f"【{name}】" for name in ("工会之窗", "年终盘点", "述职报告", "党建“云”课堂", "学校动态", "基层风采", "工作总结", "2023年终")), "年终总结｜", "工作简讯丨", "晒成绩 | "]
ABOVE_A_TITLE = [
    "青禾县人民政府公报\n2024年第3期（总第86期）", "青禾县人民政府公报\n一九八七年 第二期（总第6期）", "青禾高新区工作月报\n（2024年第4期）", "教育简报\n第 17 期", "统计快报\n第6期（总第86期）",
    "青禾县政务公开动态\n2024年第2期", "青禾县人民政府公报　2024年第5期（3月15日出版）\n\n目　录\n青禾县水利局2023年工作总结………………………（1）\n大事记（2024年2月）………（30）",
    "目录\n一、青禾县水利局2023年工作总结............3\n县审计局2023年工作总结…………12", "青禾县水利局工作会议材料（一）", "2024年度股东大会会议文件之二", "青禾县第十八届人大常委会第三次会议材料（5）",
]  # fmt: skip


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("title", ["青禾县水利局2023年工作总结", "青禾小学2022—2023学年度工作总结", "2023年工作总结"])
def test_a_column_in_which_a_title_stands_is_no_part_of_it(column: str, title: str):
    assert read_text(f"{column}{title}\n2024年1月8日\n{BODY}").title == title


@pytest.mark.parametrize("above", ABOVE_A_TITLE)
def test_a_serial_or_its_contents_are_no_title(above: str):
    assert read_text(f"{above}\n\n青禾县水利局2023年工作总结\n2024年1月8日\n\n{BODY}").title == "青禾县水利局2023年工作总结"


@pytest.mark.parametrize("title", ["4月份工作小结及5月份工作安排", "1—8月工作情况及9月工作打算", "三季度工作总结和四季度工作计划", "青禾县2024年 工作安排", "青禾县水利局2023年工作总结和 下一步打算", "上半年工作情况报告"])
def test_a_note_below_a_serial_is_the_title_and_closed_up(title: str):
    assert read_text(f"青禾工作月报\n（2024年第4期）\n\n{title}\n\n{BODY}").title == title.replace(" ", "")


IN_FULL = (
    ("居委会", "青禾区花塘街道紫荆社区居民委员会"), ("县文联", "青禾县文学艺术界联合会"), ("青禾县妇联", "青禾县妇女联合会"), ("青禾县残联", "青禾县残疾人联合会"),
    ("青禾区工商联", "青禾区工商业联合会"), ("青禾县科协", "青禾县科学技术协会"), ("县卫健局", "青禾县卫生健康局"), ("青禾农村商业银行", "青禾农村商业银行股份有限公司"),
    ("青禾供电公司", "国网青禾区供电公司"), ("县供电公司", "国网青禾县供电公司"), ("团县委", "共青团青禾县委员会"), ("青禾县总商会", "青禾县工商业联合会总商会"), ("县市场监管局", "青禾县市场监督管理局"),
    ("董事会", "青禾水务集团有限公司董事会"), ("理事会", "青禾县慈善总会理事会"), ("行署", "青禾地区行政公署"), ("青禾村委会", "花塘镇青禾村民委员会"), ("大石桥乡人民政府", "青禾县大石桥乡人民政府"), ("青禾县税务局", "国家税务总局青禾县税务局"),
)  # fmt: skip


@pytest.mark.parametrize(("short", "full"), IN_FULL)
def test_a_body_is_named_in_full_where_the_document_does_once(short: str, full: str):
    for text in (
        f"{short}2023年工作总结\n\n{BODY}各项工作顺利。\n{full}\n2024年1月8日\n",
        f"{short}2023年工作总结\n\n{BODY}各项工作顺利。\n{full}\n",
        f"{short}2023年工作总结\n{full}\n（2024年1月8日）\n\n{BODY}",
    ):
        assert read_text(text).issuer == full, text


@pytest.mark.parametrize(("title", "other"), [("青禾县公安局", "青禾县公安局城关分局"), ("青禾县审计局", "青禾县统计局"), ("青禾县委", "青禾县委办公室"), ("青禾县教育局", "县人民政府"), ("青禾县水利局", "青禾县水利局办公室"), ("青禾镇人民政府", "青禾县人民政府"), ("青禾县法院", "青禾县检察院"), ("青禾县妇联", "青禾县文学艺术界联合会"), ("青禾小学", "青禾县教育局"), ("青禾医院", "青禾县卫生健康局")])
def test_another_body_at_the_end_is_no_full_name(title: str, other: str):
    assert read_text(f"{title}2023年工作总结\n\n{BODY}各项工作顺利。\n{other}\n2024年1月8日\n").issuer == title


WHO_SPEAKS = (
    ("我受共青团青禾县第七届委员会的委托，向大会作报告", "共青团青禾县第七届委员会"), ("我代表中共青禾县纪律检查委员会常务委员会向全会报告工作", "中共青禾县纪律检查委员会常务委员会"),
    ("受青禾县商会第二届理事会委托，我向大会作工作报告", "青禾县商会"), ("我代表青禾县总工会第十届委员会向大会作报告", "青禾县总工会"), ("受青禾县慈善总会第三届理事会的委托，我作报告", "青禾县慈善总会"),
    ("我代表中国共产党青禾县第十三届委员会向大会作报告", "中国共产党青禾县第十三届委员会"), ("我受青禾县文学艺术界联合会第六届委员会委托报告工作", "青禾县文学艺术界联合会"), ("我谨代表青禾县妇女联合会第九届执行委员会向大会报告工作", "青禾县妇女联合会"),
    ("我代表青禾水务集团有限公司董事会向大会作报告", "青禾水务集团有限公司董事会"), ("受青禾县残疾人联合会第六届主席团委托，我作报告", "青禾县残疾人联合会"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "body"), WHO_SPEAKS)
def test_for_whom_a_speaker_speaks_is_the_body(words: str, body: str):
    for title in ("在第八次代表大会上的报告", "奋进新征程  建功新时代\n——在第八次代表大会上的报告", "工作报告"):
        assert read_text(f"{title}\n（2024年3月8日）\n李 望\n\n各位代表：\n现在，{words}，请予审议。\n一、2023年工作\n{BODY}").issuer == body


@pytest.mark.parametrize("session", ["一届三次职工代表大会", "第五届第二次会员代表大会", "2023年度股东大会", "第三次代表大会", "四届五次理事会", "第二届理事会第三次会议", "2024年工作会议", "五届四次全会", "第六届职工代表大会第二次会议", "三届二次职代会"])
def test_the_body_that_meets_is_named_by_the_session(session: str):
    for body in ("青禾水务集团有限公司", "青禾农村商业银行"):
        assert read_text(f"在{body}{session}上的工作报告\n（2024年3月8日）\n\n各位代表：\n{BODY}").issuer == body


@pytest.mark.parametrize("bureau", ["青禾县财政局", "青禾县审计局", "青禾县发展和改革局", "青 禾 县 财 政 局", "青 禾 县 审 计 局"])
@pytest.mark.parametrize("asked", ["受县人民政府委托，", "受县政府委托，", "受青禾县人民政府委托，", ""])
def test_the_bureau_that_reports_is_not_the_government_that_asked(bureau: str, asked: str):
    for text in (f"关于2023年预算执行情况的报告\n{bureau}\n（2024年1月8日）\n各位代表：\n{asked}现将情况报告如下。\n{BODY}", f"关于2023年预算执行情况的报告\n县人大常委会：\n{asked}现将情况报告如下。\n{BODY}各项工作顺利。\n{bureau}\n2024年1月8日\n"):
        assert read_text(text).issuer == bureau.replace(" ", "")


TOLD = ["7月22日，{}发布2023年服务报告。", "近日，{}公布2023年统计公报。", "据{}统计，2023年办件86件。", "本报告由{}编制。", "本年度报告由{}依据条例编制。", "{}（以下简称“本单位”）成立于1996年。", "据{}初步核算，2023年增长5%。", "日前，{}正式发布2023年度工作报告。", "2024年1月8日，{}对外发布2023年度成绩单。", "为便于了解，{}公布2023年运行情况。"]


@pytest.mark.parametrize("words", TOLD)
def test_who_published_or_counted_it_is_the_body_where_no_other_is_named(words: str):
    for body in ("中和人寿保险股份有限公司青禾分公司", "青禾海关", "青禾县统计局"):
        assert read_text(f"2023年服务报告\n2024-01-22\n\n{words.format(body)}\n{BODY}").issuer == body


def test_a_source_is_the_body_only_where_the_document_names_it_too():
    page = "2023年经济运行情况\n来源：青禾县统计局　2024-01-22\n\n{}\n"
    assert read_text(page.format(BODY + "责任编辑：县统计局综合股")).issuer == "青禾县统计局"
    assert read_text(page.format(BODY + "据县统计局介绍，运行平稳。")).issuer == "青禾县统计局"
    assert read_text(page.format(BODY)).issuer is None


def test_the_first_line_of_a_page_names_its_site():
    page = "青禾县人民政府\n首页  走进青禾  新闻中心  政府信息公开  政务服务  互动交流\n当前位置：首页 > 统计\n\n2023年全县经济运行情况\n{}\n" + BODY
    assert read_text(page.format("青禾县统计局")).issuer == "青禾县统计局"
    assert read_text(page.format("")).issuer == "青禾县人民政府"


PLACED = (
    ("江苏靖江农村商业银行股份有限公司2023年工作总结", "靖江市 321282"), ("锦州经济技术开发区管委会2023年工作总结", "锦州市 210700"), ("中国人寿保险股份有限公司长沙市分公司2023年工作总结", "长沙市 430100"),
    ("国网湖南省电力有限公司桃源县供电分公司2023年工作总结", "桃源县 430725"), ("中国农业银行股份有限公司桃源县支行2023年工作总结", "桃源县 430725"), ("岳阳海关2023年工作总结", "岳阳市 430600"),
    ("衡阳高新技术产业开发区管委会2023年工作总结", "衡阳市 430400"), ("驻桃源县茶庵铺镇工作队2023年工作总结", "桃源县 430725"), ("中国移动通信集团湖南有限公司常德分公司2023年工作总结", "常德市 430700"),
    ("宁乡农商银行2023年工作总结", "宁乡市 430182"), ("国家统计局郴州调查队2023年工作总结", "郴州市 431000"), ("中国邮政集团有限公司怀化市分公司2023年工作总结", "怀化市 431200"), ("达拉特旗残疾人联合会2023年工作总结", "达拉特旗 150621"),
    ("人行永州市分行2023年工作总结", "永州市 431100"), ("清河湾农村商业银行2023年工作总结", ""), ("白鹭港综合保税区2023年工作总结", ""), ("青崖海关2023年工作总结", ""), ("清江高新技术产业开发区2023年工作总结", ""),
)  # fmt: skip


@pytest.mark.parametrize(("title", "place"), PLACED)
def test_a_branch_a_bank_or_a_zone_is_of_its_place(title: str, place: str):
    assert seen(f"{title}\n{BODY}")["region"] == place


@pytest.mark.parametrize(("short", "place"), [
    ("博州", "博尔塔拉蒙古自治州 652700"), ("克州", "克孜勒苏柯尔克孜自治州 653000"), ("巴州", "巴音郭楞蒙古自治州 652800"), ("锡盟", "锡林郭勒盟 152500"), ("前郭县", "前郭尔罗斯蒙古族自治县 220721"),
    ("鄂温克旗", "鄂温克族自治旗 150724"), ("莫旗", "莫力达瓦达斡尔族自治旗 150722"), ("科左中旗", "科尔沁左翼中旗 150521"), ("恩施州", "恩施土家族苗族自治州 422800"),
])  # fmt: skip
@pytest.mark.parametrize("body", ["水利局", "人民政府", "统计局"])
def test_what_places_are_called_for_short(short: str, place: str, body: str):
    assert seen(f"{short}{body}2023年工作总结\n{BODY}")["region"] == place


@pytest.mark.parametrize(("words", "place"), [("我村地处安吉县花塘乡。", "安吉县 330523"), ("我校位于桃源县城北。", "桃源县 430725"), ("本镇隶属安吉县。", "安吉县 330523"), ("我乡坐落于达拉特旗南部。", "达拉特旗 150621"), ("我公司位于湖南省常德市桃源县。", "桃源县 430725"), ("我村的茶叶销往安吉县。", ""), ("该村支援桃源县修路。", ""), ("我村干部到安吉县考察。", ""), ("学校组织师生赴桃源县研学。", ""), ("项目位于安吉县。", "")])
def test_the_county_in_which_a_village_lies(words: str, place: str):
    assert seen(f"花塘村2023年工作总结\n{words}\n{BODY}")["region"] == place


def test_the_county_to_which_a_township_reports():
    for letter, place in (("安吉县人民政府：", "安吉县 330523"), ("县人民政府：", ""), ("湖州市人民政府：", "")):
        assert seen(f"花塘乡人民政府2023年工作总结\n{letter}\n{BODY}")["region"] == place


OF_A_TERM = ["过去五年工作回顾", "一、过去五年的主要工作", "一、五年来的工作", "一、过去五年工作回顾（2017—2021年）", "第一部分 过去五年工作回顾", "一、本届五年工作回顾", "一、过去的五年工作总结", "一、五年来工作成就", "一、刚刚过去的五年工作", "一、这五年的工作"]
AHEAD = [("二、今后五年的工作思路", "2022/2026"), ("二、未来五年主要任务", "2022/2026"), ("二、今后五年（2022—2026年）工作任务", "2022/2026"), ("二、2022年工作安排", "2022"), ("二、今后五年的目标\n三、2022年重点工作", "2022"), ("二、今后工作的建议", ""), ("二、下一步工作打算", "2022")]


@pytest.mark.parametrize("body", ["人民政府", "人民检察院", "人民法院", "人民代表大会常务委员会"])
@pytest.mark.parametrize("ahead", AHEAD)
@pytest.mark.parametrize("back", OF_A_TERM)
def test_a_report_on_a_term_looks_back_on_five_years(back: str, ahead: tuple[str, str], body: str):
    found = seen(f"青禾县{body}工作报告\n——2021年12月21日在青禾县第六届人民代表大会第一次会议上\n各位代表：\n我代表县{body}向大会报告工作，请予审议。\n{back}\n修路86公里。\n{ahead[0]}\n修路90公里。\n")
    assert (found["review"], found["plan"]) == ("2017/2021", ahead[1])


@pytest.mark.parametrize("back", ["一、2021年及过去五年工作回顾", "一、过去五年及2021年工作回顾", "一、2021年工作回顾\n二、过去五年主要工作成效", "一、2021年和“十三五”时期工作回顾", "一、2021年工作回顾"])
def test_a_report_that_names_the_year_first_looks_back_on_the_year(back: str):
    found = seen(f"青禾县人民政府工作报告\n——2022年1月8日在青禾县第六届人民代表大会第一次会议上\n各位代表：\n我代表县人民政府向大会报告工作，请予审议。\n{back}\n修路86公里。\n三、2022年工作安排\n修路90公里。\n")
    assert (found["review"], found["plan"]) == ("2021", "2022")


STRETCHES = [
    ("现将2021年6月至2023年5月的驻村工作总结如下。", "2021-06/2023-05"), ("评估期为2021年至2023年。", "2021/2023"), ("现在，报告2019年至2023年五年来的工作。", "2019/2023"), ("回顾2022—2023学年工作，成绩突出。", "2022/2023"),
    ("现将2021年至2023年工作情况汇报如下。", "2021/2023"), ("现将2023年1—10月工作情况报告如下。", "2023-01/2023-10"), ("现就2020—2023年工作总结如下。", "2020/2023"), ("现将我队2022年7月至2023年6月工作总结如下。", "2022-07/2023-06"), ("现将2023年上半年工作报告如下。", "2023-H1"), ("今天我们总结2022—2023学年工作。", "2022/2023"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "period"), STRETCHES)
def test_an_opening_says_what_stretch_it_is_about(words: str, period: str):
    assert seen(f"青禾县水利局工作总结\n\n{words}\n修路86公里。\n")["review"] == period


@pytest.mark.parametrize("title", ["青禾县“十四五”规划实施情况中期评估报告", "青禾县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要实施情况中期评估报告", "青禾县“十四五”教育发展规划中期评估报告", "关于青禾县“十四五”规划纲要实施情况的中期评估报告", "青禾县国民经济和社会发展第十四个五年规划纲要实施中期评估报告"])
@pytest.mark.parametrize(("heading", "plan"), [("四、后两年推进规划实施的建议", "2024/2025"), ("四、规划后半程重点任务", "2024/2025"), ("四、存在的问题", "")])
def test_a_plan_half_way_is_looked_back_on_to_the_year_it_was_assessed(title: str, heading: str, plan: str):
    found = seen(f"{title}\n青禾县人民政府\n（2024年1月8日）\n评估期为2021年至2023年。\n一、总体进展\n修路86公里。\n{heading}\n抓好落实。\n")
    assert (found["review"], found["plan"]) == ("2021/2023", plan)


PART_PLANS = [
    ("上半年", "下半年，要着重抓好三秋生产。", "2024-H2"), ("上半年", "下半年打算：一是修路，二是架桥。", "2024-H2"), ("上半年", "存在短板。下半年，我局将继续修路。", "2024-H2"), ("一季度", "二季度，要抓好春耕。", "2024-Q2"), ("4月份", "5月份，重点做好防汛工作。", "2024-05"),
    ("上半年", "下半年我局将修路8公里。", "2024-H2"), ("前三季度", "四季度，我局将全力冲刺。", "2024-Q4"), ("三季度", "第四季度，要打好收官战。", "2024-Q4"), ("1—11月", "四、明年工作思路", "2025"), ("1—10月", "三、明年打算", "2025"),
    ("上半年", "下半年，全县雨水偏多。", ""), ("上半年", "去年下半年，我局继续修路。", ""), ("一季度", "一季度，要抓好春耕。", ""),
]  # fmt: skip


@pytest.mark.parametrize(("part", "words", "plan"), PART_PLANS)
def test_a_sentence_plans_the_part_of_the_year_that_follows(part: str, words: str, plan: str):
    assert seen(f"青禾县水利局2024年{part}工作情况\n\n{part}，修路86公里。\n{words}\n")["plan"] == plan


@pytest.mark.parametrize("words", ["新学年，我们将继续努力。", "新学期，我校将办好读书会。", "下一学年，我校将扩建校舍。", "三、新学年工作打算", "三、2023—2024学年工作安排", "三、明确目标，扎实做好2023—2024学年各项工作", "三、下学年工作思路", "成绩属于过去。新学年，我们要再接再厉。", "下学期，我校将继续开展读书活动。", "四、新学期工作计划"])
def test_a_school_year_plans_the_next_one(words: str):
    assert seen(f"青禾小学2022—2023学年度工作总结\n\n{BODY}{words}\n")["plan"] == "2023/2024"


@pytest.mark.parametrize("kind", ["座谈会", "工作会议", "现场会", "总结会", "调度会", "培训会", "推进会", "汇报会", "部署会", "表彰会"])
def test_a_meeting_in_spring_looks_back_on_the_year_before(kind: str):
    found = seen(f"在2022年全县文艺{kind}上的讲话\n（2022年2月18日）\n同志们：\n一、去年的工作可圈可点\n去年，创作作品86件。\n二、今年的工作要抓出特色\n今年要办好展览。\n")
    assert (found["review"], found["plan"]) == ("2021", "2022")


@pytest.mark.parametrize(("year", "code"), [("一九八七", "432426"), ("一九九六", "430725"), ("二〇二三", "430725")])
def test_a_report_has_the_code_of_its_year(year: str, code: str):
    assert seen(f"桃源县人民政府{year}年工作总结\n全县修路86公里。\n")["region"] == f"桃源县 {code}"


@pytest.mark.parametrize(("stated", "own"), [("2024年政府工作报告", "青禾旗人民政府工作报告"), ("关于2023年预算执行情况的报告", "关于青禾县2023年预算执行情况的报告"), ("政府工作报告", "青禾县人民政府工作报告")])
def test_the_title_that_names_its_place_is_the_fuller_one(stated: str, own: str):
    for field in (f"---\ntitle: {stated}\n---", f"标题：{stated}", f"名 称： {stated}\n发布机构： 青禾县财政局"):
        assert read_text(f"{field}\n\n{own}\n（2024年1月8日）\n各位代表：\n{BODY}").title == own


@pytest.mark.parametrize("title", ["关于报送《青禾县2023年工作总结》的报告", "关于呈报《青禾县2023年工作总结》的请示", "关于印发《青禾县2024年工作要点》的通知", "关于《青禾县2024年预算》的批复"])
def test_what_sends_a_document_is_a_title(title: str):
    assert read_text(f"{title}\n县人民政府：\n{BODY}").title == title


def test_bodies_beside_each_other_open_a_title():
    text = f"中共青禾县纪委  青禾县监委\n关于2023年工作情况的报告\n\n县委：\n{BODY}"
    assert read_text(text).title == "中共青禾县纪委 青禾县监委关于2023年工作情况的报告"
    assert read_text(text).issuer == "中共青禾县纪委"


@pytest.mark.parametrize("words", ["二、抓好今年工作", "二、今年的主要任务", "二、今年工作安排", "今年，要抓好以下工作。", "今年，我们将重点修路。", "三、扎实做好今年各项工作", "（二）今年工作打算", "今年要修路8公里。", "二、关于今年的工作", "二、今年工作要求"])
def test_what_is_said_of_this_year_in_spring_is_planned(words: str):
    text = "在全县水利工作会议上的讲话\n（{}）\n\n同志们：\n一、肯定成绩\n2023年，全县修路86公里。\n{}\n"
    assert seen(text.format("2024年2月26日", words))["plan"] == "2024"
    if "安排" not in words and "打算" not in words:
        assert seen(text.format("2023年12月26日", words))["plan"] == ""


@pytest.mark.parametrize("words", ["二、今年以来工作情况", "今年以来，全县修路6公里。", "二、今年工作完成情况", "今年，全县雨水偏多。", "二、今年以来的主要做法"])
def test_other_words_of_this_year_plan_nothing(words: str):
    assert seen(f"青禾县水利局2023年工作总结\n（2024年2月26日）\n2023年，全县修路86公里。\n{words}\n")["plan"] == ""


def test_the_second_term_is_of_the_same_school_year():
    for term, heading, plan in (("第一学期", "二、下学期工作设想", "2023/2024"), ("第二学期", "二、下学期工作设想", "2024/2025"), ("第一学期", "二、存在的问题", "")):
        assert seen(f"青禾小学2023—2024学年度{term}工作总结\n{BODY}{heading}\n")["plan"] == plan


def test_a_name_long_given_up_is_no_place_today():
    for year, place in ((1998, "临川市 362502"), (2023, "")):
        assert seen(f"临川市中医医院{year}年工作总结\n全院门诊86人次。\n")["region"][:3] == place[:3]


def test_a_headline_below_a_serial_and_a_rule_of_signs():
    text = f"全市教育工作简报\n第12期\n青禾市教育局办公室                       2023年12月29日\n━━━━━━━━━━\n\n青禾市义务教育优质均衡发展成效显著\n\n{BODY}"
    assert read_text(text).title == "青禾市义务教育优质均衡发展成效显著"


@pytest.mark.parametrize("title", ["2023年9月份农产品成本收益调查快报", "青禾县2023年统计公报", "2023年三季度就业动态", "2024年1月经济运行快报", "青禾县2023年工作简报"])
def test_a_title_that_names_its_period_is_no_serial(title: str):
    assert read_text(f"{title}\n第9期\n青禾县统计局\n二〇二三年十月八日\n\n{BODY}").title.startswith(title)


@pytest.mark.parametrize(("title", "body"), [("青禾县水利局局长李望在全县水利工作会议上的讲话", "青禾县水利局"), ("省水利厅党组书记、厅长 李望同志在全省水利工作会议上的讲话", "省水利厅"), ("2023年中国邮政储蓄银行青禾市分行乡村振兴金融服务报告", "中国邮政储蓄银行青禾市分行"), ("青禾县人民医院医疗质量管理报告", "青禾县人民医院"), ("全县农民专业合作社发展情况报告", None), ("关于青禾县学校食堂管理情况的报告", None)])
def test_the_body_of_a_title_that_goes_on_with_its_business(title: str, body: str | None):
    assert read_text(f"{title}\n2024年3月8日\n\n{BODY}").issuer == body


def test_the_name_of_a_site_tells_of_which_county_an_office_is():
    found = seen(f"桃源县人民政府网站\n首页 | 新闻 | 公开\n您当前的位置：首页 > 公开\n\n县统计局2023年工作总结\n\n{BODY}")
    assert (found["title"], found["issuer"], found["region"]) == ("县统计局2023年工作总结", "桃源县统计局", "桃源县 430725")


def test_two_offices_open_a_title_together():
    text = f"中共青禾县委办公室\n青禾县人民政府办公室\n关于2024年一季度工作完成情况的通报\n\n各乡镇党委：\n{BODY}"
    assert (read_text(text).title, read_text(text).issuer) == ("中共青禾县委办公室青禾县人民政府办公室关于2024年一季度工作完成情况的通报", "中共青禾县委办公室")


@pytest.mark.parametrize("session", ["政协青禾县第九届委员会常务委员会第九次会议", "中国人民政治协商会议青禾县第九届委员会第三次会议"])
def test_a_government_that_reports_to_the_consultative_conference(session: str):
    text = f"关于2018年上半年经济社会发展情况的通报\n——2018年7月26日在{session}上\n各位常委：\n我代表县人民政府，通报上半年经济社会发展情况。\n"
    assert seen(text)["issuer"] == "青禾县人民政府"
