"""A numeral as written, to its value: 301万, 两千三百, 5亿1万4千6百, 一千多万."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_FACTORS = _TENS | _MYRIADS
_HALF = Decimal("0.5")
_SCORES = {"廿": 20, "卅": 30}
_MOST_CHARACTERS = 60


@lru_cache(maxsize=4096)
def value_of(numeral: str) -> Decimal | None:
    """The value, or None where the characters make no number (万, 九九, 百万千).

    余, 多 and 几 inside are passed over.

    >>> value_of("1.3万亿"), value_of("两千三百五"), value_of("一千多万"), value_of("万")
    (Decimal('1300000000000'), Decimal('2350'), Decimal('10000000'), None)
    """
    text = "".join(numeral.split()).replace(",", "")
    if (
        text.isascii() and text.replace(".", "", 1).isdigit() and len(text) <= _MOST_CHARACTERS
    ):  # 1662, 14.9: most numbers
        return _plain(Decimal(text)) if "." in text else Decimal(text)
    if len(text) > _MOST_CHARACTERS:
        return None
    whole, point, fraction = text.partition("点")
    if not point:
        return _whole(text)
    digits = fraction.rstrip("百千万亿")
    above = _whole(whole) if whole and digits and all(c in _DIGITS for c in digits) else None
    if above is None:
        return None
    value = above + Decimal("0." + "".join(str(_DIGITS[c]) for c in digits))
    for magnitude in fraction[len(digits) :]:  # 三点五亿
        value *= _FACTORS[magnitude]
    return _plain(value)


def pair_of(ten: str, low: str, high: str, scale: str) -> tuple[Decimal, Decimal] | None:
    """Read two numbers that follow each other: 三四十 is 30 to 40, 十七八 17 to 18; else None.

    >>> pair_of("", "三", "四", "十"), pair_of("十", "七", "八", ""), pair_of("", "三", "八", "")
    ((Decimal('30'), Decimal('40')), (Decimal('17'), Decimal('18')), None)
    """
    first, second = _DIGITS[low], _DIGITS[high]
    if second != first + 1:
        return None
    factor = Decimal(1)
    for magnitude in scale:
        factor *= _FACTORS[magnitude]
    above = 10 if ten else 0
    return (above + first) * factor, (above + second) * factor


def _plain(value: Decimal) -> Decimal:
    """Without an exponent, so that 1E+2 is written 100."""
    return (
        value.quantize(Decimal(1))
        if value == value.to_integral_value() and value.adjusted() < 27
        else value
    )


def _whole(text: str) -> Decimal | None:
    """Read from the left.

    ``total`` holds closed myriads, ``section`` what is below the next 万, ``digit`` what waits for
    its ten.
    """
    total, section, digit = Decimal(0), Decimal(0), None
    last, i = 0, 0
    while i < len(text):
        character = text[i]
        if character.isdigit() or character == ".":
            end = i
            while end < len(text) and (text[end].isdigit() or text[end] == "."):
                end += 1
            if digit or text[i:end].count(".") > 1:
                return None
            digit, i, last = Decimal(text[i:end]), end, last if end < len(text) else 0
            continue
        if character == "半" and i == 0:  # 半百, 半年
            digit = _HALF
        elif character in _DIGITS:
            if digit is not None and digit != 0:
                return None
            digit = Decimal(_DIGITS[character])
            last = 0 if character == "零" else last
        elif character in _SCORES:
            section, digit, last = section + _SCORES[character], None, 10
        elif character in _TENS:
            # a bare 百 opens a number only in 百亿, 千万; 十 opens one anywhere
            if digit is None and not (character == "十" or i == 0):
                return None
            digit = Decimal(1) if digit is None or (digit == 0 and character == "十") else digit
            section, digit, last = section + digit * _TENS[character], None, _TENS[character]
        elif character in _MYRIADS:
            below = section + (digit or 0)
            if below == 0 and total == 0:
                if i or text[:2] != "万亿":
                    return None
                below = Decimal(1)  # 万亿 alone
            # 4.78万亿 multiplies what came before; 五亿零六万 adds to it
            total = (
                (total + below) * _MYRIADS[character]
                if below == 0 or _small(total, character)
                else total + below * _MYRIADS[character]
            )
            section, digit, last = Decimal(0), None, _MYRIADS[character]
        elif character not in "余多几来":
            return None
        i += 1
    if digit is not None and last > 10 and text[-1] in _DIGITS and text[-1] != "零":
        digit *= last // 10  # 一万三 is 13000, 二百五 is 250
    value = total + section + (digit or 0)
    return _plain(value)


def _small(total: Decimal, magnitude: str) -> bool:
    """Whether what came before belongs under this magnitude: 四千五百六十九万八千 … 亿."""
    return 0 < total < _MYRIADS[magnitude]
