"""Names made of words that the lexicon knows: what they say, and where they say too little."""

from __future__ import annotations

import pytest

from pipeline.canonical import canonical
from pipeline.canonical.composed import composed, words_of
from pipeline.canonical.normal_form import spelled
from pipeline.errors import LexiconError
from pipeline.lexicon.families import OF, families
from pipeline.lexicon.indicators import entry
from pipeline.lexicon.parts import parse_parts, parts
from pipeline.lexicon.units import units

from .conftest import CASES
from .test_extract import indicators as extracted

SENTENCES = [
    line.split("\t")
    for line in (CASES / "composed.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
HEADS = [(head, family) for head, found in parts().heads.items() for family in found]


@pytest.mark.parametrize(("sentence", "code"), SENTENCES)
def test_a_sentence_gives_the_code_of_its_words(sentence: str, code: str):
    [found] = canonical(extracted(sentence))
    unit = found.value.unit if found.value else ""
    assert composed(found.name, found.topic, unit) == (None if code == "-" else code)
    if code == "-":
        return
    assert found.code == code
    known = entry(code)
    assert known is not None
    assert known.unit == families()[code.partition(OF)[0]].unit
    assert found.canonical in sentence


@pytest.mark.parametrize(("head", "family"), HEADS)
def test_every_head_ends_names_of_its_family(head: str, family: str):
    """With a kind and an act, in the family's own unit, unless an entry knows it better."""
    unit = families()[family].unit
    codes = {composed(name, None, unit) for name in (f"推广稀土{head}", f"稀土{head}")} - {None}
    assert {str(code).partition(OF)[0] for code in codes} <= {*parts().heads[head], *_beside(head)}
    assert codes


def _beside(head: str) -> set[str]:
    """The families of the shorter heads that a head begins or ends with: 天然气|供应, 存款|余额."""
    shorter = (head[n:m] for n in range(len(head)) for m in range(n + 1, len(head) + 1))
    return {family for one in shorter for family in parts().heads.get(one, ())}


@pytest.mark.parametrize("family", sorted(families()))
def test_a_family_has_a_unit_of_its_kinds(family: str):
    one = families()[family]
    known = units().get(one.unit)
    assert (known.kind if known else one.unit) in one.units


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("新建农村公办幼儿园", "农村公办幼儿园新建"), ("改造提升农村泵站", "农村泵站改造"),
        ("认定市级设计中心", "新增市级设计中心"), ("实施重点水利项目投资", "重点水利项目投资"),
        ("人参产业产值占比", "人参产业产值比重"), ("自治区级示范农场培育", "培育省级示范农场"),
        ("新改造老旧厂房", "改造老旧厂房"), ("完成农村公厕改造", "改造农村公共厕所"),
    ],
)  # fmt: skip
def test_two_spellings_of_one_thing_have_one_code(first: str, second: str):
    one = composed(first, None, "")
    assert one is not None
    assert one == composed(second, None, "")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("新建农村幼儿园", "改造农村幼儿园"), ("新建农村幼儿园", "新建城镇幼儿园"), ("培育省级示范农场", "培育市级示范农场"),
        ("水利项目投资", "水利投资"), ("稀土产业产值", "稀土产业增加值"), ("新增水产学校", "撤销水产学校"),
        ("引进5亿元以上文旅项目", "引进10亿元以上文旅项目"), ("稀土产业占工业比重", "工业占稀土产业比重"),
    ],
)  # fmt: skip
def test_two_things_have_two_codes(first: str, second: str):
    codes = {composed(first, None, ""), composed(second, None, "")}
    assert len(codes - {None}) == 2


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("农村公办幼儿园", "所"), ("新建项目", "个"), ("中央财政支出", "元"), ("农村覆盖率", "%"), ("职工比例", "%"),  # too little
        ("工业增加值利润", "元"), ("旅游人数和旅游收入", ""), ("养老保险覆盖率和医保参保率", "%"),  # two measures
        ("村镇银行完成改革任务", "家"), ("高校招生", "所"), ("引进种猪养殖基地", "头"),  # who did it, another unit
        ("新建供水、排水管网", "公里"), ("新建示范农场（小区）", "个"), ("2019年水产产量", "吨"), ("新建泵阀车间", "个"),
    ],
)  # fmt: skip
def test_what_says_too_little_or_too_much_is_not_composed(name: str, unit: str):
    assert composed(name, None, unit) is None


def test_a_name_that_needs_its_topic_is_not_composed():
    assert composed("重点项目年度投资", None, "元")
    assert composed("总投资", "水利项目", "元") is None
    assert composed("实施重点项目", "水利建设", "个") is None
    assert composed("水产养殖产量", "农业", "吨") == composed("水产养殖产量", None, "吨")


@pytest.mark.parametrize("table", ["light", "kinds", "verbs", "amounts", "weak", "wide", "heads"])
def test_words_stand_in_their_plain_spelling(table: str):
    words = getattr(parts(), table)
    assert [word for word in words if spelled(word) != word] == []


def test_a_name_is_cut_into_the_fewest_words():
    cut = words_of("新建社区养老服务中心")
    assert cut is not None
    assert (cut.verbs, cut.words) == (("新建",), ("社区", "养老服务中心"))


GOOD = 'light = "共"\nkinds = "农村"\nverbs = "新建"\namounts = ""\nweak = ""\nwide = ""\n[units]\n[heads]\nfacilities = "学校"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("facilities", "castles"), "families unknown"), (GOOD.replace('"农村"', '"农村 农村"'), "stands twice"),
        (GOOD.replace('wide = ""', 'wide = "医院"'), "no heads"), (GOOD.replace("light", "bright"), "missing or unknown"), ("a = {", "not TOML"),
    ],
)  # fmt: skip
def test_faulty_words_are_refused_with_their_place(text: str, said: str):
    assert parse_parts(GOOD).heads == {"学校": ("facilities",)}
    with pytest.raises(LexiconError, match=said):
        parse_parts(text)


def test_what_is_done_against_a_bad_thing_is_good():
    done, told = entry("cases:燃气安全隐患/排查整改"), entry("cases:燃气安全隐患")
    assert done is not None
    assert told is not None
    assert (done.better, done.stock, told.better) == ("higher", False, "lower")
