"""Which numbers are figures, and what the others are: each rule has a name, and the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.extract.atoms import Atom
from pipeline.lexicon import words
from pipeline.patterns import kinds as p
from pipeline.patterns.numbers import LIMIT_BEFORE

_CLAUSE_END = "，。；！？;!?\n"


@dataclass(slots=True)  # not frozen: one is made for every number, and dropped with it
class Sight:
    """What a rule may look at: the number, its near context, and the quoted stretches of the sentence. ``next`` is the character behind its digits."""

    atom: Atom
    before: str
    digits: str
    after_digits: str
    next: str
    after: str
    quoted: bool
    addressed: bool
    in_idiom: bool
    previous: Atom | None
    at_start: bool


FRACTION = "fraction"  # the rule of 三分之一: a plain number here, a percentage where it becomes a quantity
HELD = "held"  # the rule of 持平, a change of nothing
Rule = tuple[str, str, Callable[[Sight], object]]


def _han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_year(s: Sight) -> bool:
    return (s.next == "年" or s.next.isspace()) and bool(p.YEAR_AFTER.match(s.after_digits)) and (
        (1900 <= s.atom.low <= 2100 and s.atom.low == s.atom.low.to_integral_value()) or (s.atom.han and len(s.digits) == 4)
    )


def _is_month(s: Sight) -> bool:
    return (s.next == "月" or s.next.isspace()) and bool(p.MONTH_AFTER.match(s.after_digits)) and 1 <= s.atom.high <= 12


def _is_day(s: Sight) -> bool:
    if s.next not in p.DAY_OPENS and not s.next.isspace():
        return False
    return s.atom.unit_kind != "money" and bool(p.DAY_AFTER.match(s.after_digits)) and s.atom.high <= 31 and not s.atom.rough and bool(p.DAY_BEFORE.search(s.before) or s.after_digits.lstrip().startswith("日"))


def _is_quarter(s: Sight) -> bool:
    if s.next not in p.QUARTER_OPENS:
        return False
    return (bool(p.QUARTER_AFTER.match(s.after_digits)) and s.atom.low <= 4) or (s.before.endswith("前") and s.after_digits.startswith("个月"))


def _is_clock(s: Sight) -> bool:
    if s.atom.unit == "点":
        return s.atom.low <= 24 and bool(p.CLOCK_BEFORE.search(s.before) or p.CLOCK_AFTER.match(s.after))
    return not s.atom.han and (s.next == "时" and s.atom.low <= 24 and not s.after_digits.startswith("时代"))


def _bare_year(s: Sight) -> bool:
    return not s.atom.unit_kind and not s.atom.han and len(s.digits) == 4 and s.digits.isdigit() and 1949 <= s.atom.low <= 2060 and not s.after_digits[:1].isdigit()


def _is_rank(s: Sight) -> bool:
    if not p.PLACE_BEFORE.search(s.before) or s.atom.unit_kind in ("ratio", "money", "point", "time") or s.atom.low > 300 or s.atom.low < 1 or s.atom.low != s.atom.low.to_integral_value():
        return False
    return bool(p.RANK_BEFORE.search(s.before)) and bool(p.RANK_AFTER.match(s.after_digits)) and not p.GRADE_AFTER.match(s.after_digits)


def _is_ordinal(s: Sight) -> bool:
    return bool(p.PLACE_BEFORE.search(s.before))


def _is_marker(s: Sight) -> bool:
    return s.next in p.MARKER_OPENS and s.atom.low < 100 and bool(p.MARKER_AFTER.match(s.after_digits)) and (s.at_start or bool(p.MARKER_BEFORE.search(s.before)))


def _is_enumerator(s: Sight) -> bool:
    return s.atom.han and s.next in p.ENUMERATOR_OPENS and s.atom.low < 30 and bool(p.ENUMERATOR_AFTER.match(s.after_digits)) and (s.at_start or s.before[-1:] in "，。；：:;,、")


def _in_code(s: Sight) -> bool:
    if not _han(s.before[-1:]) and p.CODE_BEFORE.search(s.before[-2:]):
        return s.atom.unit_kind not in ("ratio", "money", "point") or s.before[-1:] in "+×*＋"
    return not _han(s.next) and bool(p.CODE_AFTER.match(s.after_digits)) and (not s.atom.unit_kind or s.next in "+×*＋")


def _is_class(s: Sight) -> bool:
    """A number that says which, not how many: 60岁以上老年人, 海拔1500米, 3座35万千瓦电站, 跨越4个千亿元台阶, 每千人口."""
    a = s.atom
    if a.unit in p.AGE_UNITS and not p.DURATION_SUBJECT.search(s.before):
        return bool(p.CLASS_AFTER.match(s.after))
    return a.unit_kind != "fold" and (_is_grade(s) or _is_attribute(s) or _is_specification(s))


def _is_grade(s: Sight) -> bool:
    grade = ((s.next in p.GRADE_OPENS or s.next.isspace()) and p.GRADE_AFTER.match(s.after_digits)) or (s.after.startswith("级") and not s.after.startswith("级别"))
    steps = s.atom.unit_kind == "count" and p.STEPS_AFTER.match(s.after)
    return bool(grade or steps) or s.before.endswith("海拔") or _is_denominator(s)


def _is_denominator(s: Sight) -> bool:
    """每千人口, 千人口托位数, 每50公斤: what a rate is taken over."""
    if s.before.endswith("每"):
        return bool(p.PER_HEAD_AFTER.match(s.after_digits)) or s.atom.unit_kind in ("mass", "area", "length", "volume", "energy")
    return _magnitude_alone(s) and bool(p.PER_HEAD_AFTER.match(s.after_digits)) and not _han(s.before[-1:])


def _is_attribute(s: Sight) -> bool:
    a = s.atom
    named = a.unit_kind in ("money", "mass", "count", "area", "") and p.ATTRIBUTE_AFTER.match(s.after) and (a.han or a.low >= 100)
    return bool(named) and (a.unit_kind != "count" or a.unit == "人")


def _is_specification(s: Sight) -> bool:
    a = s.atom
    joined = s.after[:1] not in _CLAUSE_END + "、（()"
    if s.previous is not None and s.previous.end == a.start and s.previous.unit_kind == "count":  # 两个万亿元大关, 3座35万千瓦光热电站
        return (a.han and a.unit_kind == "money") or (a.unit_kind in ("energy", "mass", "length", "volume", "area") and joined)
    if a.unit_kind not in ("mass", "energy", "volume"):
        return False
    named = _magnitude_alone(s) or (bool(s.before) and s.before[-1] not in _CLAUSE_END + "、（(" and not s.before.endswith((*words("action"), "达", "能力")))
    return named and joined and s.after[:1] not in "和及" and bool(p.PROJECT_AFTER.match(s.after))


def _is_duration(s: Sight) -> bool:
    return s.atom.unit_kind == "time" and not p.DURATION_SUBJECT.search(s.before)


def _is_enumeration(s: Sight) -> bool:
    return s.next in p.ENUMERATED_OPENS and not s.atom.rough and s.atom.low < 100 and bool(p.ENUMERATED_AFTER.match(s.after_digits))


def _magnitude_alone(s: Sight) -> bool:
    return s.atom.han and s.digits[0] in "十百千万亿" and len(s.digits.strip()) <= 2


def _in_word(s: Sight) -> bool:
    return s.atom.han and not s.atom.rough and (
        bool(p.IN_WORD_BEFORE.search(s.before)) and len(s.digits) == 1 and s.atom.unit_kind not in ("ratio", "multiple", "fold")
    )


def _han_figure(s: Sight) -> bool:
    """Chinese digits that measure: 三成, 两倍, 一半, 百亿元, 三百余人, 三十五家."""
    a = s.atom
    if a.unit_kind == "multiple" and _magnitude_alone(s):  # 百倍的努力
        return False
    if a.unit_kind in ("ratio", "multiple", "fold", "half", "point", "fraction"):
        return True
    if a.low < 10 and not a.rough:
        return bool(a.unit_kind and p.BEHIND_NOUN.search(s.before) and p.BOUNDARY.match(s.after)) and s.digits != "一"
    if _magnitude_alone(s):
        if a.unit_kind == "count" or not a.unit_kind:
            limited = bool(LIMIT_BEFORE.search(s.before)) and s.digits != "十" and (bool(a.unit_kind) or bool(p.BOUNDARY.match(s.after)))
            return a.rough or limited or (len(s.digits) == 2 and s.digits not in ("百千", "千百", "万千", "十百"))
        return a.unit_kind == "money" or (a.unit_kind in ("mass", "energy", "area", "volume", "length", "data") and (len(s.digits) > 1 or bool(LIMIT_BEFORE.search(s.before))))
    if not a.unit_kind:
        return a.low >= 1000 and s.digits[-1] in "万亿"
    return a.low >= 10 or a.rough or a.unit_kind in ("money", "mass", "area")


def _counts_people(s: Sight) -> bool:
    """6434万农村人口, 上千万住房困难群众: people counted without a counting word."""
    return not s.atom.unit_kind and s.atom.low >= 100 and not s.before.endswith("每") and s.digits[-1] in "百千万亿0" and bool(p.PEOPLE_AFTER.match(s.after_digits))


def _bare_measure(s: Sight) -> bool:
    """An index, a ratio, a large count without a counting word: 综合指数1.78, 510万沼气用户, 9金5银."""
    if p.MEDAL_AFTER.match(s.after_digits):
        return True
    if s.digits[-1] in "万亿" and (not s.atom.han or (LIMIT_BEFORE.search(s.before) and p.BOUNDARY.match(s.after))):
        return True
    return not s.atom.han and (s.atom.unit_kind == "per" or (bool(p.BARE_MEASURE_BEFORE.search(s.before)) and bool(p.LEVEL_AFTER.match(s.after_digits))))


# kind, rule, test; the first that holds decides
RULES: tuple[Rule, ...] = (
    ("name", "address", lambda s: s.addressed),
    ("word", "idiom", lambda s: s.in_idiom),
    ("figure", HELD, lambda s: s.atom.unit_kind == "held"),
    ("ordinal", "list_marker", _is_marker),
    ("ordinal", "enumerator", _is_enumerator),
    ("slogan", "short_quote", lambda s: s.quoted),
    ("date", "year", _is_year),
    ("date", "quarter", _is_quarter),
    ("date", "month", _is_month),
    ("date", "day", _is_day),
    ("time", "clock", _is_clock),
    ("figure", "rank", _is_rank),
    ("ordinal", "ordinal", _is_ordinal),
    ("name", "code", _in_code),
    ("name", "named_number", lambda s: not s.atom.unit_kind and p.NAMED_AFTER.match(s.after_digits)),
    ("name", "named_number", lambda s: _han(s.next) and p.NAMED_WITH_UNIT.match(s.after_digits) and (p.SESSION_BEFORE.search(s.before) or not s.after_digits.startswith("次"))),
    ("date", "bare_year", _bare_year),
    ("name", "policy", lambda s: s.atom.unit == "条" and not _han(s.after[:1]) and p.POLICY_BEFORE.search(s.before)),
    ("name", "phase", lambda s: s.atom.han and (s.atom.unit == "届" or (s.atom.unit == "期" and s.atom.low < 10))),  # 二十届四中全会, but 4届博览会
    ("count", "enumeration", _is_enumeration),
    ("word", "in_word", _in_word),
    ("class", "size_class", _is_class),
    ("duration", "duration", _is_duration),
    ("count", "small_chinese", lambda s: s.atom.han and s.atom.unit_kind and not _han_figure(s)),
    ("figure", "people", _counts_people),
    ("number", "bare_chinese", lambda s: s.atom.han and not _han_figure(s)),
    ("figure", FRACTION, lambda s: s.atom.unit_kind == "fraction"),
    ("figure", "quantity", lambda s: s.atom.unit_kind and s.atom.unit_kind != "per"),
    ("figure", "bare_measure", _bare_measure),
    ("number", "bare_number", lambda s: True),
)


def taken_for(sight: Sight) -> tuple[str, str]:
    """The kind of a number and the rule that says so."""
    for kind, rule, test in RULES:
        if test(sight):
            return kind, rule
    raise AssertionError("the last rule always holds")
