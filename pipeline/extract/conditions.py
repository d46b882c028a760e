"""The conditions of ``kinds``, first part: numbers that date, order, number or name something."""

from __future__ import annotations

from pipeline.extract.atoms import is_han
from pipeline.extract.sight import Sight
from pipeline.patterns import kinds as p
from pipeline.patterns.cells import CELL_AFTER, CELL_BEFORE
from pipeline.patterns.edges import Starts
from pipeline.patterns.size_classes import RANKED_SO

_NAMES, _NAMES_WITH_UNIT = Starts(p.NAMED_AFTER), Starts(p.NAMED_WITH_UNIT)
_PLACES = frozenset("县镇村乡市区州")
_LAST_PLACE = 300
_FIRST_CLASS, _LAST_CLASS = 1949, 2099
_NO_RANK = ("ratio", "money", "point", "time")


def cell(s: Sight) -> bool:
    """Whether a number, with its bounds, is all that a cell of a row holds."""
    edge = CELL_BEFORE.search(s.before)
    behind = CELL_AFTER.match(s.after)
    if edge is None or behind is None:
        return False
    return bool(behind["edge"] or edge["edge"] == "|" or s.before.count("\t") > 1)


def year(s: Sight) -> bool:
    if s.next != "年" and not s.next.isspace():
        return False
    near = (1900 <= s.atom.low <= 2100 and s.whole) or (s.atom.han and len(s.digits) == 4)
    return near and bool(p.YEAR_AFTER.match(s.after_digits))


def bare_year(s: Sight) -> bool:
    plain = not s.atom.unit_kind and not s.atom.han and len(s.digits) == 4 and s.digits.isdigit()
    return plain and 1949 <= s.atom.low <= 2060 and not s.after_digits[:1].isdigit()


def quarter(s: Sight) -> bool:
    if s.next not in p.QUARTER_OPENS:
        return False
    named = bool(p.QUARTER_AFTER.match(s.after_digits)) and s.atom.low <= 4
    return named or (s.before.endswith("前") and s.after_digits.startswith("个月"))


def month(s: Sight) -> bool:
    opens = s.next == "月" or s.next.isspace()
    return opens and bool(p.MONTH_AFTER.match(s.after_digits)) and 1 <= s.atom.high <= 12


def day(s: Sight) -> bool:
    if s.next not in p.DAY_OPENS and not s.next.isspace():
        return False
    if (
        s.atom.unit_kind == "money"
        or s.atom.high > 31
        or s.atom.rough
        or not p.DAY_AFTER.match(s.after_digits)
    ):
        return False
    return bool(p.DAY_BEFORE.search(s.before)) or s.after_digits.lstrip().startswith("日")


def clock(s: Sight) -> bool:
    if s.atom.unit_kind == "clock":
        return True
    if s.atom.unit == "点":
        behind = p.CLOCK_BEFORE.search(s.before) or (s.whole and p.CLOCK_LED.search(s.before))
        return s.atom.low <= 24 and bool(behind or p.CLOCK_AFTER.match(s.after))
    return (
        not s.atom.han
        and s.next == "时"
        and s.atom.low <= 24
        and not s.after_digits.startswith("时代")
    )


def placed(s: Sight) -> bool:
    """Tell whether 第 or 前 stands before a number."""
    last = s.before[-1:]
    return (last in "第前" or last.isspace()) and bool(p.PLACE_BEFORE.search(s.before))


def rank(s: Sight) -> bool:
    if s.atom.unit in ("位", "名") and s.whole and p.RANK_HELD.search(s.before):
        return 1 <= s.atom.low <= _LAST_PLACE  # 居全国36位
    if (
        not placed(s)
        or s.atom.unit_kind in _NO_RANK
        or not 1 <= s.atom.low <= (999 if s.before.endswith("第") else _LAST_PLACE)
        or not s.whole
    ):
        return False
    led = p.RANK_BEFORE.search(s.before) and p.RANK_AFTER.match(s.after_digits)
    if s.before.endswith("前") and RANKED_SO.match(s.after_digits):
        return False  # 产值排名前20位的企业: which ones, and no place that was reached
    return bool(led) and not p.GRADE_AFTER.match(s.after_digits)


def ordinal(s: Sight) -> bool:
    last = s.atom.unit in ("位", "名") and s.whole and p.FROM_THE_END.search(s.before)
    return placed(s) or bool(last)


def list_marker(s: Sight) -> bool:
    if (
        s.next not in p.MARKER_OPENS
        or s.atom.low >= 100
        or not p.MARKER_AFTER.match(s.after_digits)
    ):
        return False
    return s.at_start or bool(p.MARKER_BEFORE.match(s.before))


def enumerator(s: Sight) -> bool:
    opens = s.atom.han and s.next in p.ENUMERATOR_OPENS and s.atom.low < 30
    return opens and (s.at_start or s.before[-1:] in "，。；：:;,、")


def in_code(s: Sight) -> bool:
    if (
        not is_han(s.before[-1:])
        and p.CODE_BEFORE.search(s.before[-2:])
        and not p.LATIN_MEASURE.search(s.before)
    ):
        return s.atom.unit_kind not in ("ratio", "money", "point") or s.before[-1:] in "+×*＋"
    if is_han(s.next) or not p.CODE_AFTER.match(s.after_digits):
        return False
    return not s.atom.unit_kind or s.next in "+×*＋"


def slashed(s: Sight) -> bool:
    """11/28, 24/7, 140/90mmHg, 4/5G, 1/2孩: labels; fractions are one number by now."""
    if s.atom.unit_kind in ("per", "fraction"):
        return False
    if s.next in "/／ " and p.SLASH_AFTER.match(s.after_digits):
        return True
    return s.before[-1:] in "/／ " and bool(p.SLASH_BEFORE.search(s.before))


def garbled(s: Sight) -> bool:
    """12,6亿元: two stretches of digits of which nobody can say how they belong together."""
    if s.next == "," and not s.atom.unit_kind and s.after_digits[1:2].isdigit():
        return True
    return (
        s.before.endswith(",")
        and bool(p.COMMA_BEFORE.search(s.before))
        and s.previous is not None
        and not s.previous.unit_kind
    )


def vague(s: Sight) -> bool:
    """几十万元, 数百万群众, 好几百户: no number is meant; 十几万元 and 三十几万元 have one."""
    return s.atom.han and s.digits[0] in "十百千万亿" and bool(p.VAGUE_BEFORE.search(s.before))


def named_number(s: Sight) -> bool:
    if not s.atom.unit_kind and _NAMES[s.next] and p.NAMED_AFTER.match(s.after_digits):
        return True
    if not _NAMES_WITH_UNIT[s.next] or not is_han(s.next):
        return False
    if not p.NAMED_WITH_UNIT.match(s.after_digits):
        return False
    return bool(p.SESSION_BEFORE.search(s.before)) or not s.after_digits.startswith("次")


def of_a_magnitude(s: Sight) -> bool:
    """千亿县, 百亿镇: a place called after the size of its economy."""
    return s.atom.unit in _PLACES and "亿" in s.digits and not set(s.digits) - set("十百千万亿")


def class_of(s: Sight) -> bool:
    """2023届: the year of those who leave a school."""
    return s.atom.unit == "届" and s.whole and _FIRST_CLASS <= s.atom.low <= _LAST_CLASS


def policy(s: Sight) -> bool:
    return (
        s.atom.unit == "条" and not is_han(s.after[:1]) and bool(p.POLICY_BEFORE.search(s.before))
    )


def phase(s: Sight) -> bool:
    return s.atom.han and (s.atom.unit == "届" or (s.atom.unit == "期" and s.atom.low < 10))


def enumeration(s: Sight) -> bool:
    if s.next not in p.ENUMERATED_OPENS or s.atom.rough or s.atom.low >= 100:
        return False
    return bool(p.ENUMERATED_AFTER.match(s.after_digits))


def in_word(s: Sight) -> bool:
    alone = s.atom.han and not s.atom.rough and len(s.digits) == 1 and s.digits != "半"
    return (
        alone
        and s.atom.unit_kind not in ("ratio", "multiple", "fold")
        and bool(p.IN_WORD_BEFORE.match(s.before))
    )
