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


class _Sum:
    """A numeral in Chinese digits, read from the left.

    ``total`` holds closed myriads, ``section`` what is below the next 万, ``digit`` what waits for
    its ten; ``last`` is the magnitude read last. Each reading tells whether it may stand there.
    """

    __slots__ = ("digit", "last", "section", "total")

    def __init__(self) -> None:
        self.total = self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.last = 0

    def arabic(self, written: str, *, ends: bool) -> bool:
        if self.digit or written.count(".") > 1:
            return False
        self.digit, self.last = Decimal(written), 0 if ends else self.last
        return True

    def character(self, character: str, *, first: bool) -> bool:
        if character == "半" and first:  # 半百, 半年
            self.digit = _HALF
            return True
        if character in _DIGITS:
            return self._digit(character)
        if character in _SCORES:
            self.section, self.digit, self.last = self.section + _SCORES[character], None, 10
            return True
        if character in _TENS:
            return self._ten(character, first=first)
        return character in "余多几来"

    def _digit(self, character: str) -> bool:
        if self.digit is not None and self.digit != 0:
            return False
        self.digit = Decimal(_DIGITS[character])
        self.last = 0 if character == "零" else self.last
        return True

    def _ten(self, character: str, *, first: bool) -> bool:
        """Read 十, 百, 千; a bare 百 opens a number only in 百亿, 千万, 十 opens one anywhere."""
        digit, bare = self.digit, self.digit is None
        if bare and not (character == "十" or first):
            return False
        if digit is None or (digit == 0 and character == "十"):
            digit = Decimal(1)
        self.section += digit * _TENS[character]
        self.digit, self.last = None, _TENS[character]
        return True

    def myriad(self, character: str, *, alone: bool) -> bool:
        """Read 万, 亿; ``alone``: it opens 万亿, which is a number without digits."""
        below = self.section + (self.digit or 0)
        if below == 0 and self.total == 0:
            if not alone:
                return False
            below = Decimal(1)
        # 4.78万亿 multiplies what came before; 五亿零六万 adds to it
        if below == 0 or _small(self.total, character):
            self.total = (self.total + below) * _MYRIADS[character]
        else:
            self.total += below * _MYRIADS[character]
        self.section, self.digit, self.last = Decimal(0), None, _MYRIADS[character]
        return True

    def value(self, ending: str) -> Decimal:
        """Give the number that ends in ``ending``: 一万三 is 13000, 二百五 is 250."""
        digit = self.digit or Decimal(0)
        if self.last > 10 and ending in _DIGITS and ending != "零":
            digit *= self.last // 10
        return _plain(self.total + self.section + digit)


def _whole(text: str) -> Decimal | None:
    """Read a numeral of Chinese digits, mixed with others or not; None for what is none."""
    found, i = _Sum(), 0
    while i < len(text):
        character, end = text[i], i + 1
        if character.isdigit() or character == ".":
            while end < len(text) and (text[end].isdigit() or text[end] == "."):
                end += 1
            stands = found.arabic(text[i:end], ends=end == len(text))
        elif character in _MYRIADS:
            stands = found.myriad(character, alone=not i and text[:2] == "万亿")
        else:
            stands = found.character(character, first=i == 0)
        if not stands:
            return None
        i = end
    return found.value(text[-1])


def _small(total: Decimal, magnitude: str) -> bool:
    """Whether what came before belongs under this magnitude: 四千五百六十九万八千 … 亿."""
    return 0 < total < _MYRIADS[magnitude]
