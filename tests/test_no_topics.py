"""What is no topic: who wrote a report and when, a whole statement, a share, what another sentence was about."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_text

from .test_extract import indicators

HEAD = "2023年1—8月柳江市工业运行情况"
BYLINES = ["柳江市统计局", "柳江市统计局综合科", "柳江市统计局工业科（2023年9月18日）", "2023年9月18日", "（2023年9月18日）", "（2023年1—8月）", "2023年1—8月", "（书面）", "局长  李望山"]


def of(text: str) -> list[tuple[str, str | None]]:
    found = emit(analyse(read_text(text)), model="test")["indicators"]
    return [(i["name"], i["topic"]) for i in found]


def topics(text: str) -> list[tuple[str, str | None]]:
    return [(i.name, i.topic) for i in indicators(text)]


@pytest.mark.parametrize("lines", [[one] for one in BYLINES] + [list(two) for two in product(BYLINES[:2], BYLINES[3:6])])
@pytest.mark.parametrize("told", ["税收占比提高1.2个百分点。", "总投资36亿元。", "增长8.2%。"])
def test_who_wrote_it_and_when_is_no_topic_and_no_name(lines, told):
    [(name, topic)] = of("\n".join([HEAD, *lines, told]))
    assert topic is None
    assert not any(name in line for line in lines)


@pytest.mark.parametrize("line", ["柳江市统计局", "（2023年9月18日）"])
@pytest.mark.parametrize("heading", ["一、农村公路", "（一）农村公路", "1.农村公路"])
def test_a_numbered_heading_below_it_is_one(line, heading):
    assert of(f"{HEAD}\n{line}\n{heading}\n总投资36亿元。") == [("总投资", "农村公路")]


@pytest.mark.parametrize(("whole", "share"), [("工业投资", "占全部投资的比重"), ("社会消费品零售总额", "占全省比重"), ("外贸进出口", "占全市的比重")])
@pytest.mark.parametrize("opens", ["其中", "其中，", "其中:"])
@pytest.mark.parametrize("rest", ["", "，电器类下降3.2%", "、电器类增长3.2%"])
def test_what_grew_is_a_part_of_no_share(whole, share, opens, rest):
    found = topics(f"{whole}增长15.4%，{share}为44.7%，{opens}家具类增长22.1%{rest}。")
    assert all(topic == whole for _, topic in found[2:])
    assert len(found) == 3 + bool(rest)


@pytest.mark.parametrize("mark", ["。", "；"])
@pytest.mark.parametrize("last", ["查扣违规车辆47台，罚款62万元", "油茶林面积28.6万亩，产茶油6200吨"])
@pytest.mark.parametrize("opens", ["竹产业产值9.8亿元，占林业产值近两成", "老旧小区物业费收缴率61%", "居民存款余额340亿元，增长8%"])
def test_a_sentence_that_says_of_what_it_measures_has_its_own(mark, last, opens):
    count = len(topics(f"{last}{mark}"))
    behind = topics(f"{last}{mark}{opens}。")[count:]
    assert behind
    assert {topic for _, topic in behind} == {None}


TURNS = ["由负转正", "由升转降", "由减转增", "扭亏为盈", "止跌回升", "不降反升", "不增反降"]


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("against", ["", "同比", "总体"])
@pytest.mark.parametrize("thing", ["工业投资", "进口", "财政收入"])
def test_how_something_turned_is_no_part_of_its_name(turn, against, thing):
    [found] = indicators(f"{thing}{against}{turn}，增长3.2%。")
    assert (found.name, found.topic) == (thing, None)


@pytest.mark.parametrize("turn", TURNS)
def test_nor_of_a_topic(turn):
    assert topics(f"消费市场{turn}，限上单位36家。") in ([("限上单位", "消费市场")], [("限上单位", None)])


@pytest.mark.parametrize("none", ["“零发生”", "零发生", "“零事故”", "零增长"])
@pytest.mark.parametrize("of_none", ["较大以上火灾", "涉校案件"])
def test_of_what_there_was_none_nothing_is_told(none, of_none):
    assert topics(f"{of_none}{none}，亡人事故1起。") == [("亡人事故", None)]


@pytest.mark.parametrize("stands", ["较为集中", "依然多发", "仍然较多"])
@pytest.mark.parametrize("count", ["共9起", "发生9起", "共发生9起"])
def test_how_something_stands_is_no_part_of_its_name(stands, count):
    assert topics(f"夜间事故{stands}，{count}。") == [("夜间事故", None)]


@pytest.mark.parametrize("word", ["温和", "缓和", "饱和"])
def test_a_word_that_ends_as_a_joiner_is_whole(word):
    assert topics(f"物价涨势{word}。食品上涨0.6%。") in ([("食品", f"物价涨势{word}")], [("食品", None)])
