"""Numbers that say which are counted, and how many of those there are."""

from __future__ import annotations

from itertools import product

import pytest

from .test_extract import indicators

OVER = ["超", "过", "突破", "超过"]
SUMS = ["亿元", "千万元", "10亿元", "5000万元"]
OF = ["产值", "年销售收入", "主营业务收入", "纳税额"]


def rows(text: str) -> list[tuple[str, list[float]]]:
    return [(i.name, [float(q.low) for q in (i.value, i.base) if q]) for i in indicators(text)]


@pytest.mark.parametrize(("of", "over", "size"), list(product(OF, OVER, SUMS)))
def test_what_those_counted_exceed_is_no_figure(of: str, over: str, size: str):
    which = f"{of}{over}{size}"
    assert rows(f"{which}的仅5家。") == [(which, [5])]
    assert rows(f"{which}的企业由6家增加到15家。") == [(f"{which}的企业", [15, 6])]
    assert rows(f"{which}企业达到20家。") == [(f"{which}企业", [20])]


@pytest.mark.parametrize(("size", "thing", "leads"), list(product(["500万元", "1亿元"], [("网店", "家"), ("楼宇", "幢"), ("家庭农场", "个")], ["", "达到", "不少于", "增至"])))
def test_a_sum_and_more_before_what_is_counted(size: str, thing: tuple[str, str], leads: str):
    noun, unit = thing
    [(name, values)] = rows(f"年销售额{size}以上{noun}{leads}17{unit}。")
    assert (name, values) == (f"年销售额{size}以上{noun}", [17])


@pytest.mark.parametrize("bound", ["不少于", "超过", "至少", ""])
def test_a_part_by_its_size_keeps_what_it_is(bound: str):
    whole, part = rows(f"引进亿元以上项目60个，其中10亿元以上{bound}8个。")
    assert (whole, part) == (("引进亿元以上项目", [60]), ("引进10亿元以上项目", [8]))


@pytest.mark.parametrize("rate", ["设备利用率", "合格率", "税收增幅"])
@pytest.mark.parametrize(("from_", "to"), [("在80%以上", "占46.2%"), ("80%以上", "有12家"), ("超过80%", "达12家")])
def test_a_rate_says_which_are_counted(rate: str, from_: str, to: str):
    [(name, values)] = rows(f"{rate}{from_}的企业{to}。")
    assert name.startswith(f"{rate}{from_}的企业")
    assert values[0] in (46.2, 12)


@pytest.mark.parametrize("case", ["大案（标的额1亿元以上）", "大要案（罚没50万元以上）", "严重案件（罚款10万元）"])
def test_a_bracket_between_a_thing_and_its_number_says_which(case: str):
    assert rows(f"办结{case}16件。") == [(f"办结{case}", [16])]


@pytest.mark.parametrize(("tail", "verb", "sign"), [("新建住宅价格", "下降", -1), ("二手住宅价格", "上涨", 1), ("商品住房均价", "下跌", -1)])
def test_each_size_has_the_price_of_its_own(tail: str, verb: str, sign: int):
    found = indicators(f"90平方米以下、90—144平方米、144平方米以上{tail}分别{verb}0.7%、0.5%和0.2%。")
    assert [i.name for i in found] == [f"{size}{tail}" for size in ("90平方米以下", "90—144平方米", "144平方米以上")]
    assert [float(i.changes[0].quantity.low) for i in found] == [0.7 * sign, 0.5 * sign, 0.2 * sign]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("完成投资超10亿元，增长8%。", [10**9]),
        ("税收占80%以上的企业有12家。", [80, 12]),
        ("培育100家以上特色企业。", [100]),
        ("实现税收过亿元，税收占比62%。", [10**8, 62]),
        ("查处案件16件（罚没50万元以上），罚款3万元。", [16, 500000, 30000]),
    ],
)
def test_an_amount_reached_stays_a_figure(text: str, values: list[float]):
    assert [value for _, found in rows(text) for value in found] == values


@pytest.mark.parametrize("place", ["前20位", "前十名", "前5位"])
def test_those_of_a_rank_are_counted_by_it(place: str):
    for text in (f"产值排名{place}的企业完成税收49亿元。", f"产值排名{place}的企业合计完成税收49亿元。"):
        [found] = indicators(text)
        assert (found.name, found.scope, found.rank) == ("税收", f"产值排名{place}的企业", None)
