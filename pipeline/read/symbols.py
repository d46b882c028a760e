"""Characters of the font Symbol, which Word keeps in the private use area:
its minus, signs of comparison, Greek.
"""

from __future__ import annotations

_FIRST = 0xF000
# what Symbol shows at 0x20 to 0x7E and 0xA0 to 0xFE, where that is a character of text
_ASCII = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_UPPER = {
    0xA2: "′", 0xA3: "≤", 0xA4: "/", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
}  # fmt: skip
_SHOWN = {0x20 + i: character for i, character in enumerate(_ASCII)} | _UPPER


def symbol(font: str, code: str) -> str:
    """The character of ``<w:sym>``; nothing for pictures of other fonts.

    >>> symbol("Symbol", "F02D"), symbol("Wingdings", "F0FC")
    ('−', '')
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if font == "Symbol":
        return _SHOWN.get(number - _FIRST if number >= _FIRST else number, "")
    return chr(number) if 0x20 <= number < 0xD800 else ""


def from_symbol(text: str) -> str:
    """Text of a run in the font Symbol: what stands in the private use area is what the font shows
    there.
    """
    return "".join(
        _SHOWN.get(ord(c) - _FIRST, "") if _FIRST <= ord(c) < _FIRST + 0x100 else c for c in text
    )
