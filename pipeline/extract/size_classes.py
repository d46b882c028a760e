"""Sizes that say which are counted, and no figure: 产值超10亿元的企业4家, 大要案（罚没50万元以上）16件."""

from __future__ import annotations

from pipeline.extract.sight import Sight
from pipeline.patterns import size_classes as p
from pipeline.patterns.edges import Starts

_ATTRIBUTES = Starts(p.ATTRIBUTE_AFTER)
_CLAUSE_END = "，。；！？;!?\n"
_MEASURED = ("area", "count", "mass", "energy", "length", "volume")
_COUNTS_THEM = frozenset("个家户处所条项件起宗部台")
_GREAT_SUM = 10**7  # without 元, 千万 and more before a noun is a sum


def attribute(s: Sight) -> bool:
    """Tell a size of those that are counted or measured right behind it."""
    kind = s.atom.unit_kind
    if kind == "ratio":
        return rated(s)
    if kind in ("money", "mass") and (over(s) or bracketed(s)):
        return True
    return said(s) or measured(s) or counted(s) or _of_a_noun(s)


def said(s: Sight) -> bool:
    """Tell a size that 的 joins to those of it: 1000万元与2000万元之间|的企业, 3人以上|的仅5个."""
    a = s.atom
    if a.low != a.high and p.BETWEEN_NOUN.match(s.after):
        return True
    return a.unit_kind in ("money", "count", "area") and bool(p.CLASS_SAID.match(s.after))


def measured(s: Sight) -> bool:
    """Tell a size of those of whom a rate or a price is told: 400毫升|献血者比例, 60平方米|以下住房占比."""
    if s.atom.unit == "平方米" and p.OF_HOMES.match(s.after):
        return True
    opens = s.before[-1:] in _CLAUSE_END or not s.before
    large = s.atom.unit_kind in ("volume", "mass", "length")
    return large and opens and bool(p.CLASS_MEASURED.match(s.after))


def counted(s: Sight) -> bool:
    """Tell a size of those that are counted behind it: 50人以上集体访|3批, 千亿产业集群|2个."""
    a = s.atom
    if a.unit == "人" and p.CLASS_OF_SIZE.match(s.after):
        return True
    counts_them = a.unit in _COUNTS_THEM  # 培育100家以上特色企业: they are counted themselves
    if a.unit_kind in _MEASURED and not counts_them and p.CLASS_OF_COUNTED.match(s.after):
        return True  # 30亩以上现代农业产业园|60个
    money = a.unit_kind == "money" or (not a.unit_kind and a.low >= _GREAT_SUM)
    return money and bool(p.SIZED_BY_MONEY.match(s.after))


def _of_a_noun(s: Sight) -> bool:
    """Tell a size before a noun of what is sorted by size: 2000万元以上|工业企业."""
    a = s.atom
    if a.unit_kind not in ("money", "mass", "count", "area", "") or not _ATTRIBUTES[s.after[:1]]:
        return False
    if (a.unit_kind == "count" and a.unit != "人") or not (a.han or a.low >= 100):
        return False
    return bool(p.ATTRIBUTE_AFTER.match(s.after))


def over(s: Sight) -> bool:
    """Tell an amount that those counted behind it exceed, or are no less than."""
    if s.atom.unit_kind == "money" and (
        p.CLASS_OF_COUNTED.match(s.after) or p.SO_MANY_FROM.match(s.after)
    ):
        return True  # 年销售额500万元以上网店|17家, 10亿元以上不少于|8个
    if not p.EXCEEDING.search(s.before):
        return False
    if p.BETWEEN_NOUN.match(s.after) or p.SO_MANY.match(s.after):
        return True  # 产值超10亿元的企业|4家, 超千万元的|11家
    return bool(p.OVER.search(s.before) and p.OF_THAT_SIZE.match(s.after))


def bracketed(s: Sight) -> bool:
    """Tell an amount in a bracket between a thing and its number: 大要案（罚没50万元以上）|16件."""
    return bool(p.OPENED.search(s.before) and p.CLOSED.match(s.after))


def rated(s: Sight) -> bool:
    """Tell a rate that says which are counted: 设备利用率在80%以上的企业|占46.2%."""
    if p.SHARE_BEFORE.search(s.before):
        return False
    if p.RATED_FROM.match(s.after):
        return True
    return bool(p.EXCEEDING.search(s.before) and p.RATED_OVER.match(s.after))
