"""What may be the topic of a row: the candidates that rules find, whichever the weights choose."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.chain import analyse
from pipeline.extract import topics
from pipeline.read import read_text

HEAD = "某市应急管理局2023年工作总结\n一、{}\n"


def found(monkeypatch: pytest.MonkeyPatch, sentence: str, heading: str = "工作情况") -> dict[str, dict[str, str]]:
    """The candidates of each row by its name: topic → origin. Every row behind takes the nearest one."""
    seen: dict[str, dict[str, str]] = {}

    def topic(row: Any, before: Any, sentence: Any, said: Any) -> tuple[Any, float, float]:
        near = topics.themes(row, sentence)
        all_of_them = topics.candidates(row, near, before, said)
        seen[str(row.name)] = {str(one.topic): one.origin for one in all_of_them}
        return (all_of_them[0].topic if all_of_them else topics.NOTHING), 1.0, 1.0

    monkeypatch.setattr(topics, "topic", topic)
    analyse(read_text(HEAD.format(heading) + sentence))
    return seen


@pytest.mark.parametrize(
    ("sentence", "name", "topic"),
    [
        ("实施义务教育营养改善计划，受益学生25万人。", "受益学生", "义务教育营养改善计划"),
        ("义务教育营养改善计划提质扩面，受益学生25万人。", "受益学生", "义务教育营养改善计划"),
        ("深入开展提振消费专项行动，兑现补贴3000万元。", "兑现补贴", "提振消费专项行动"),
        ("金融体系运行稳健，资本充足率提升到13.3%。", "资本充足率", "金融体系"),
        ("“山里红”“河上渔歌”“北坡酒坊”“云端牧场”等特色劳务品牌培育壮大，带动就业4万人次。", "带动就业", "特色劳务品牌"),
    ],
)
def test_the_theme_of_a_clause_is_not_cut_inside_a_name(monkeypatch: pytest.MonkeyPatch, sentence: str, name: str, topic: str):
    assert topic in found(monkeypatch, sentence)[name]


def test_the_first_theme_of_a_sentence_reaches_all_of_it(monkeypatch: pytest.MonkeyPatch):
    acts = "，".join(f"完成{thing}检查" for thing in ("电梯", "锅炉", "气瓶", "管道", "索道", "叉车", "游乐设施", "起重机"))
    seen = found(monkeypatch, f"开展特种设备专项整治，{acts}，立案7起。")
    assert seen["立案"]["特种设备专项整治"] == "opener"


def test_a_figure_takes_along_what_it_belongs_to_but_one_step_only(monkeypatch: pytest.MonkeyPatch):
    seen = found(monkeypatch, "开展送戏下乡活动，演出80场，惠及群众3万人次，发放资料6万份。")
    assert "送戏下乡活动·演出" in seen["惠及群众"]
    assert not [topic for topic in seen["发放资料"] if topic.count("·") > 1]


def test_a_topic_that_holds_on_is_told_from_what_it_belongs_to(monkeypatch: pytest.MonkeyPatch):
    seen = found(monkeypatch, "开展送戏下乡活动，演出80场，惠及群众3万人次，发放资料6万份。")
    assert seen["发放资料"]["送戏下乡活动"] in ("clause", "opener")


@pytest.mark.parametrize(
    ("sentence", "name", "sibling"),
    [("荣获一等奖2项、二等奖3项。", "荣获二等奖", "一等奖"), ("新增医疗床位100张、养老床位200张。", "新增养老床位", "医疗床位")],
)
def test_items_of_a_list_are_no_topics_of_each_other(monkeypatch: pytest.MonkeyPatch, sentence: str, name: str, sibling: str):
    assert sibling not in found(monkeypatch, sentence)[name]


def test_a_measure_gives_whose_it_is_to_another_measure_and_itself_to_a_rate(monkeypatch: pytest.MonkeyPatch):
    seen = found(monkeypatch, "海岛民宿集群项目总投资5亿元，建筑面积2万平方米。")
    assert "海岛民宿集群项目" in seen["建筑面积"]
    seen = found(monkeypatch, "一般公共预算收入10亿元，税占比达77.4%。")
    assert "一般公共预算收入" in seen["税占比"]


def test_the_theme_of_a_heading_is_that_of_its_first_clause(monkeypatch: pytest.MonkeyPatch):
    seen = found(monkeypatch, "下达资金3亿元。", heading="加强城乡环境治理，促进绿色发展")
    assert seen["下达资金"]["城乡环境治理"] == "heading"


def test_of_each_what_something_moved_is_beside_its_name():
    report = analyse(read_text(HEAD.format("工作情况") + "早稻、晚稻每斤分别提高3分、5分。基础养老金每人每月提高10元。养老金提高10元。"))
    told = [("早稻", "每斤"), ("晚稻", "每斤"), ("基础养老金", "每人每月"), ("养老金", None)]
    assert [(one.name, one.scope) for one in report.indicators] == told


def test_of_each_what_a_level_is_ends_its_name():
    report = analyse(read_text(HEAD.format("工作情况") + "养护资金每公里3万元。"))
    assert [(one.name, one.scope) for one in report.indicators] == [("养护资金每公里", None)]
