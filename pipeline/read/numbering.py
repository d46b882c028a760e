"""The automatic numbers of Word paragraphs, made visible:
一、 and （一） are not in the text of a file, Word counts them when it shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from pipeline.patterns.word import LEVEL

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEVELS = 9
_MOST_ROMAN = 4000


def chinese(number: int, digits: str = _DIGITS, tens: str = "十", hundreds: str = "百") -> str:
    """A number as Chinese headings count: 十, 十一, 二十, 一百零一. Above 999 in plain digits.

    >>> [chinese(n) for n in (1, 10, 11, 20, 35, 101, 110)]
    ['一', '十', '十一', '二十', '三十五', '一百零一', '一百一十']
    """
    if not 0 < number < 1000:
        return str(number)
    hundred, rest = divmod(number, 100)
    ten, one = divmod(rest, 10)
    text = f"{digits[hundred]}{hundreds}" if hundred else ""
    if ten:
        text += tens if ten == 1 and not hundred and digits is _DIGITS else f"{digits[ten]}{tens}"
    elif hundred and one:
        text += "零"
    return text + (digits[one] if one else "")


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """A number in Roman numerals, as Word writes them; from 4,000 on, which has no sign of its own,
    in plain digits.

    >>> roman(4), roman(9), roman(14), roman(999999)
    ('IV', 'IX', 'XIV', '999999')
    """
    if not 0 < number < _MOST_ROMAN:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def _letters(number: int, first: str) -> str:
    return (
        chr(ord(first) + (number - 1) % 26) * min((number - 1) // 26 + 1, 10)
        if number > 0
        else str(number)
    )


def _from(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHINESE = (
    "chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
    "taiwaneseCountingThousand", "japaneseCounting", "koreanCounting",
)  # fmt: skip
_DIGIT_BY_DIGIT = ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital")
_FORMAL = ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal")
_FULL_WIDTH = {48 + digit: 0xFF10 + digit for digit in range(10)}
_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_CHINESE, chinese),
    **dict.fromkeys(_DIGIT_BY_DIGIT, lambda n: "".join(_DIGITS[int(d)] for d in str(n))),
    **dict.fromkeys(_FORMAL, lambda n: chinese(n, _LEGAL, "拾", "佰")),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _from(_CIRCLED)),
    "ideographTraditional": _from("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _from("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _from("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalEnclosedParen": lambda n: f"({n})",
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": lambda n: _letters(n, "A"),
    "lowerLetter": lambda n: _letters(n, "a"),
}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str  # with %1 … %9 for the numbers of the levels
    legal: bool  # all numbers in plain digits


class Numbering:
    """Counts as Word does: one counter a list definition and level;
    a level starts anew when a higher one counts on.
    """

    def __init__(self, numbering: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counters: dict[str, list[int | None]] = {}
        if numbering is None:
            return
        abstracts = {
            node.get(f"{W}abstractNumId", ""): _levels(node)
            for node in numbering.iter(f"{W}abstractNum")
        }
        for num in numbering.iter(f"{W}num"):
            name, reference = num.get(f"{W}numId", ""), num.find(f"{W}abstractNumId")
            abstract = reference.get(f"{W}val", "") if reference is not None else ""
            levels = dict(abstracts.get(abstract, {}))
            for override in num.iter(f"{W}lvlOverride"):
                level = whole(override.get(f"{W}ilvl"))
                levels |= _levels(override)
                start = override.find(f"{W}startOverride")
                if start is not None and level in levels:
                    old = levels[level]
                    levels[level] = _Level(
                        whole(start.get(f"{W}val"), 1), old.format, old.text, old.legal
                    )
                    abstract = f"{abstract}/{name}"  # it counts for itself
            self._levels[name], self._abstract[name] = levels, abstract

    def next(self, num: str, level: int) -> str:
        """The number of the next paragraph of list ``num`` at ``level``, as shown;
        empty for bullets and unknown lists.
        """
        levels = self._levels.get(num, {})
        if level not in levels or not 0 <= level < _LEVELS:
            return ""
        counters = self._counters.setdefault(self._abstract[num], [None] * _LEVELS)
        now = counters[level]
        counters[level] = levels[level].start if now is None else now + 1
        counters[level + 1 :] = [None] * (_LEVELS - level - 1)
        if levels[level].format in ("bullet", "none"):
            return ""

        def shown(number: int) -> str:
            of = levels.get(number)
            value = counters[number]
            if of is None:
                return ""
            value = of.start if value is None else value
            return str(value) if levels[level].legal else _FORMATS.get(of.format, str)(value)

        return LEVEL.sub(lambda match: shown(int(match[1]) - 1), levels[level].text)


def _levels(node: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in node.findall(f"{W}lvl"):
        values = {
            etree.QName(child).localname: child.get(f"{W}val", "")
            for child in level
            if isinstance(child.tag, str)
        }
        form = values.get("numFmt", "decimal")
        if len(found) == _LEVELS:
            break
        found[whole(level.get(f"{W}ilvl"))] = _Level(
            whole(values.get("start"), 1), form, values.get("lvlText", "")[:100], "isLgl" in values
        )
    return found


def whole(text: str | None, default: int = 0) -> int:
    """A number of an attribute, ``default`` where it is none or absurd."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else default
