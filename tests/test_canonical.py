"""One name for one thing: the lexicon and the normal form, tested both ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.canonical import canonical, key, name_and_code
from pipeline.canonical.normal_form import normal_form
from pipeline.errors import LexiconError
from pipeline.lexicon.families import families, parse_families
from pipeline.lexicon.indicators import entry, indicators, parse
from pipeline.lexicon.things import BARE, Thing, code_of, parse_things, things
from pipeline.records import Indicator

from .conftest import CASES
from .test_extract import indicators as extracted

PAIRS = [line.split() for line in (CASES / "names.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
GOOD = 'gdp = { name = "生产总值", unit = "元", examples = ["生产总值增长5%。"] }'


def one(name: str, place: str | None = None, topic: str | None = None) -> Indicator:
    """An indicator of this name."""
    found = canonical([replace(extracted("粮食产量50万吨。")[0], name=name, topic=topic, value=None)], place=place)[0]
    assert found.name == name
    return found


@pytest.mark.parametrize(("first", "sign", "second"), PAIRS)
def test_pair(first: str, sign: str, second: str):
    assert (key(one(first)) == key(one(second))) == (sign == "=")


@pytest.mark.parametrize("name", sorted({name for first, _, second in PAIRS for name in (first, second)}))
def test_a_name_shown_is_the_lexicons_or_the_one_written(name: str):
    """No word changes its place: what is shown is a stretch of what was written."""
    found = one(name)
    entry = indicators().get(found.code or "")
    assert found.canonical == entry.name if entry else found.canonical in name


@pytest.mark.parametrize(
    "name",
    ["经济增长", "市内生产总值", "本地生产总值", "清河县生产总值", "清河生产总值", "努力实现地区生产总值", "主要预期目标是生产总值", "生产总值预计数", "地区生产总值（预计数，下同）", "地区生产总值一季度、上半年", "生产总值前三季度和全年", "生产总值同比（下同）", ".地区生产总值"],
)
def test_what_is_no_part_of_a_name(name: str):
    assert one(name, place="清河县").code == "gdp"


@pytest.mark.parametrize("name", ["平山县生产总值", "民营经济增长", "世界经济增长", "园区生产总值", "人均生产总值", "生产总值能耗"])
def test_what_is_a_part_of_a_name(name: str):
    assert one(name, place="清河县").code != "gdp"


@pytest.mark.parametrize("name", ["企业", "中央财政支出", "参保人数", "实施项目", "投资", "项目"])
def test_a_bare_name_joins_nothing_without_its_topic(name: str):
    assert one(name).code is None
    assert key(one(name)) == ""
    assert key(one(name, topic="养老保险")) != key(one(name, topic="医疗保险")) != ""


@pytest.mark.parametrize("family", sorted(families()))
def test_every_family_takes_its_example(family: str):
    name = families()[family].example
    code = one(name).code or ""
    assert code.startswith(f"{family}:") or (":" not in code and entry(code))
    assert entry(f"{family}:{name}") is not None


def test_a_family_takes_only_its_units():
    assert name_and_code("泵阀产业增加值", unit="元")[1] == "value_added:泵阀产业增加值"
    assert name_and_code("泵阀产业增加值", unit="个")[1] is None
    assert name_and_code("增加值", topic="新兴产业", unit="元")[1] == "value_added:新兴产业|增加值"


@pytest.mark.parametrize("name", sorted({name for first, _, second in PAIRS for name in (first, second)}))
def test_a_normal_form_is_its_own_normal_form(name: str):
    assert normal_form(normal_form(name)) == normal_form(name)


@pytest.mark.parametrize(("code", "sentence"), [(entry.code, example) for entry in indicators().values() for example in entry.examples])
def test_every_example_gives_its_code_in_its_unit(code: str, sentence: str):
    found = canonical(extracted(sentence))
    assert [indicator.code for indicator in found] == [code]
    assert found[0].value is None or found[0].value.unit == indicators()[code].unit


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GOOD.replace("unit", "units"), r"unknown keys: \['units'\]; missing keys: \['unit'\]"), (GOOD.replace("gdp", "GDP"), "lower-case latin"), (GOOD.replace('"元"', '"wotsit"'), "wotsit"),
        (f"{GOOD}\n{GOOD.replace('gdp', 'other')}", "already a name of 'gdp'"), (f"{GOOD}\n{GOOD}", "not TOML"), (GOOD.replace('"生产总值增长5%。"', ""), "no example"),
        (GOOD.replace("unit", 'growth = "x", unit'), "growth 'x'"),
    ],
)  # fmt: skip
def test_a_broken_entry_is_refused(text: str, reason: str):
    with pytest.raises(LexiconError, match=reason):
        parse(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('a = { tails = ["率"], units = ["ratio"], unit = "%", example = "就业率" }\nb = { tails = ["率"], units = ["ratio"], unit = "%", example = "x" }', "already ends names of 'a'"),
        ('a = { tails = ["率"], units = ["wotsit"], unit = "%", example = "就业率" }', "wotsit"), ('a = { tails = ["率"], example = "就业率" }', "missing keys"),
        ('a = { tails = ["率"], units = ["ratio"], unit = "%", kind = "x", example = "就业率" }', "kind 'x'"),
        ('a = { tails = ["率"], units = ["ratio"], unit = "%", acts = "flown", example = "就业率" }', "acts unknown"),
    ],
)  # fmt: skip
def test_a_broken_family_is_refused(text: str, reason: str):
    with pytest.raises(LexiconError, match=reason):
        parse_families(text)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("为126名高层次人才发放住房补贴。", "高层次人才发放住房补贴"),
        ("对36家重点企业开展安全检查。", "重点企业开展安全检查"),
        # joined over other words: it reads as it was joined
        ("规模以上工业增加值增长6.1%，其中股份制企业增长7.3%，私营企业增长8.6%。", "私营企业增加值"),
        ("限额以上粮油类零售额增长8.6%，饮料类增长6.2%。", "饮料类零售额"),
    ],
)
def test_words_are_shown_in_the_order_of_the_report(sentence: str, shown: str):
    """What was done may stand first in the name; what is shown is what was written."""
    last = extracted(sentence)[-1]
    [found] = canonical([last])
    assert sorted(found.name) == sorted(shown)
    assert found.canonical == shown


THINGS = [(thing, act) for thing in things().things.values() for act in thing.acts]


@pytest.mark.parametrize(("thing", "act"), THINGS, ids=lambda one: one.key if isinstance(one, Thing) else one)
def test_every_thing_is_known_by_all_its_names_with_each_act(thing: Thing, act: str):
    verb = "" if act == BARE else things().acts[act][0]
    codes = {name_and_code(verb + name, unit=thing.unit)[1] for name in thing.names}
    assert len(codes) == 1
    [code] = codes
    known = entry(code or "")
    assert known is not None
    assert code in indicators() or (known.unit, known.stock, code) == (thing.unit, False, code_of(thing, act, ""))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("新认定省级绿色工厂", "green_factories_new_provincial"), ("省级绿色工厂", None), ("新增绿色工厂", "green_factories_new"),
        ("成功创建市级以上绿色工厂", "green_factories_grown_municipal_up"), ("新（改）建公厕", "toilets_rebuilt"), ("公厕改造", "toilets_renewed"),
        ("实施城中村改造", "urban_villages_renewed"), ("城中村居民安置", None), ("国土绿化", "land_greened"), ("完成国土绿化", "land_greened"),
        ("拆除违建", "illegal_buildings_removed"), ("举办消费券", None), ("签约亿元以上项目", "projects_100m_signed"), ("实施10亿元以上项目", "projects_1b_done"),
    ],
)  # fmt: skip
def test_what_was_done_with_a_thing_is_an_entry(name: str, code: str | None):
    found = name_and_code(name, unit="个")[1]
    assert found == code if code else found is None or ":" in found


def test_a_share_of_things_is_no_count_of_them():
    assert name_and_code("改造城中村", unit="%")[1] != "urban_villages_renewed"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('a = { names = ["桥"], unit = "座", acts = "flown" }', "acts unknown"), ('a = { names = ["桥"], unit = "座座", acts = "built" }', "not in units.tsv"),
        ('a = { names = ["桥"], unit = "座" }', "no key"), ('a = { names = ["桥"], unit = "座", acts = "built" }\nb = { names = ["桥"], unit = "座", acts = "built" }', "already"),
        ("a = {", "not TOML"),
    ],
)  # fmt: skip
def test_a_faulty_thing_is_refused_with_its_place(line: str, said: str):
    with pytest.raises(LexiconError, match=said):
        parse_things(f'[acts]\nbuilt = ["新建"]\n[things]\n{line}\n')
