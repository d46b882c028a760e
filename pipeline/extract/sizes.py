"""The conditions of ``kinds``, second part: numbers that measure, or only describe."""

from __future__ import annotations

from pipeline.extract.atoms import is_han
from pipeline.extract.sight import Sight
from pipeline.extract.size_classes import attribute
from pipeline.lexicon import words
from pipeline.patterns import kinds as p
from pipeline.patterns.numbers import LIMIT_BEFORE

_CLAUSE_END = "，。；！？;!?\n"
_RATIOS = ("ratio", "multiple", "fold", "half", "point", "fraction")
_DOES = (*words("action"), "达", "能力")
_GREAT = tuple("万亿")
_SIZES = ("mass", "energy", "area", "volume", "length", "data")


def threshold(s: Sight) -> bool:
    """未发生一次死亡3人以上事故: how bad an event would have to be."""
    after = p.THRESHOLD_AFTER.match(s.after) if "以" in s.after[:3] else None
    if after is None:
        return False
    return s.atom.unit in ("人", "名") or bool(after["toll"] or p.THRESHOLD_BEFORE.search(s.before))


def arena(s: Sight) -> bool:
    """居9个市州第1: how many things are in the order, not what is measured."""
    if s.atom.unit_kind != "count" or s.atom.han or not p.ARENA_HINT.search(s.after):
        return False
    if not p.ARENA_AFTER.match(s.after):
        return False
    return bool(p.ARENA_BEFORE.search(s.before))


def size_class(s: Sight) -> bool:
    """Tell a number that says which, not how many: 60岁以上老年人, 海拔1500米, 跨越4个千亿元台阶."""
    a = s.atom
    if a.unit in p.CLASS_UNITS and not p.DURATION_SUBJECT.search(s.before):
        return bool(p.CLASS_AFTER.match(s.after))
    return a.unit_kind != "fold" and (
        grade(s) or denominator(s) or attribute(s) or specification(s)
    )


def grade(s: Sight) -> bool:
    opens = s.next in p.GRADE_OPENS or s.next.isspace()
    if (opens and p.GRADE_AFTER.match(s.after_digits)) or (
        s.after.startswith("级") and not s.after.startswith("级别")
    ):
        return True
    if s.magnitude_alone and p.PASSED_AND_REACHED.match(s.after):
        return True  # 突破|千亿元|大关，达1136亿元
    steps = s.atom.unit_kind == "count" and s.after[:1] in "连千百万"
    return bool(steps and p.STEPS_AFTER.match(s.after)) or s.before.endswith("海拔")


_ROUND = (1_000, 10_000, 100_000, 1_000_000, 100_000_000)


def denominator(s: Sight) -> bool:
    """Tell what a rate is taken over.

    每千人口, 千人口托位数, 每50公斤, 每10股, 每十万人床位, 百元医疗收入, 百万吨死亡人数.
    """
    heads = s.next in "人名常" and bool(p.PER_HEAD_AFTER.match(s.after_digits))
    if s.before.endswith("每"):
        return heads or s.atom.unit_kind in (*_SIZES, "count") or s.atom.unit == "股"
    if s.atom.low in _ROUND and p.TOLL_AFTER.match(s.after):
        return True
    if s.magnitude_alone and s.atom.unit == "元" and p.PER_SUM_AFTER.match(s.after):
        return True
    if s.magnitude_alone and p.RATE_OVER_AFTER.match(s.after):  # 百万人次|有责投诉1.2件
        return True
    return s.magnitude_alone and heads and not is_han(s.before[-1:])


def _counts_before(s: Sight) -> bool:
    """Tell whether what a number sizes is counted right before it; 二期|12.6万平方米 counts none."""
    before = s.previous
    if before is None or before.end != s.atom.start or before.unit_kind != "count":
        return False
    return not (before.han and before.unit in ("期", "届"))


def specification(s: Sight) -> bool:
    a = s.atom
    joined = s.after[:1] not in _CLAUSE_END + "、（()全均都已尽"
    if _counts_before(s):  # 3座|35万千瓦|光热电站
        return (a.han and a.unit_kind == "money") or (
            a.unit_kind in _SIZES and a.unit_kind != "data" and joined
        )
    if a.unit_kind not in ("mass", "energy", "volume") or not joined or s.after[:1] in "和及":
        return False
    noun = bool(s.before) and s.before[-1] not in _CLAUSE_END + "、（("
    named = s.magnitude_alone or (noun and not s.before.endswith(_DOES))
    return named and bool(p.PROJECT_AFTER.match(s.after))


def duration(s: Sight) -> bool:
    if s.atom.unit_kind != "time" or p.DURATION_SUBJECT.search(s.before):
        return False
    if s.atom.unit in ("岁", "周岁") and p.AGE_SUBJECT.search(s.before):
        return False
    if p.DURATION_MOVED.search(s.before) or p.FROM_TO.search(s.before):
        return False
    if s.digits[-1:] in _GREAT or p.SUMMED.search(s.before):  # 志愿服务|3.2万小时, 累计|29天
        return False
    return not (p.QUICKER.search(s.before) or p.LASTS.search(s.before))


def han_figure(s: Sight) -> bool:
    """Tell Chinese digits that measure: 三成, 两倍, 一半, 百亿元, 三百余人, 三十五家, 三万五."""
    a = s.atom
    if a.unit_kind in _RATIOS:
        return not (a.unit_kind == "multiple" and s.magnitude_alone)  # 百倍的努力
    if abs(a.low) < 10 and not a.rough:
        behind = a.unit_kind and p.BEHIND_NOUN.search(s.before) and p.BOUNDARY.match(s.after)
        return bool(behind) and (s.digits != "一" or not s.whole)
    if s.magnitude_alone:
        return _great(s)
    if not a.unit_kind:
        return a.low >= 1000 and (
            s.digits[-1] in "万亿"
            or bool(p.SHORTENED.search(s.digits) and p.BOUNDARY.match(s.after))
        )
    return abs(a.low) >= 10 or bool(a.rough) or a.unit_kind in ("money", "mass", "area")


def _great(s: Sight) -> bool:
    """百亿元, 突破万人, 百万吨: where a magnitude alone is a number."""
    kind, limited = s.atom.unit_kind, bool(LIMIT_BEFORE.search(s.before))
    if kind not in ("count", ""):
        return kind == "money" or (kind in _SIZES and (len(s.digits) > 1 or limited))
    if s.atom.rough or (
        limited and s.digits != "十" and (bool(kind) or bool(p.BOUNDARY.match(s.after)))
    ):
        return True
    return len(s.digits) == 2 and s.digits not in ("百千", "千百", "万千", "十百")


def small_chinese(s: Sight) -> bool:
    return s.atom.han and bool(s.atom.unit_kind) and not han_figure(s)


def bare_chinese(s: Sight) -> bool:
    return s.atom.han and not han_figure(s)


def people(s: Sight) -> bool:
    """6434万农村人口, 上千万住房困难群众: people counted without a counting word."""
    if (
        s.atom.unit_kind
        or s.atom.low < 100
        or s.before.endswith("每")
        or s.digits[-1] not in "百千万亿0"
    ):
        return False
    return bool(p.PEOPLE_AFTER.match(s.after_digits))


def bare_measure(s: Sight) -> bool:
    """An index, a ratio, a great count without a counting word: 综合指数1.78, 510万沼气用户, 9金5银."""
    if p.MEDAL_AFTER.match(s.after_digits):
        return True
    bounded = bool(p.BOUNDARY.match(s.after))
    if s.atom.han:
        great = s.digits[-1] in "万亿" and bool(LIMIT_BEFORE.search(s.before))
        return bounded and (great or bool(p.SHORTENED.search(s.digits)))
    if s.digits[-1] in "万亿" or s.atom.unit_kind == "per":
        return True
    return bool(p.BARE_MEASURE_BEFORE.search(s.before)) and bool(
        p.LEVEL_AFTER.match(s.after_digits)
    )
