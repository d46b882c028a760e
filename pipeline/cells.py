"""Text as it may stand in a table that a spreadsheet opens:
in one place for csv, xlsx, SDMX and pages.
"""

from __future__ import annotations

# what spreadsheets take for the start of a formula (OWASP, CSV injection),
# also behind blanks and in full width
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_KEPT = "\t\n\r"
# C0 and C1, of which XML and csv readers take none;
# overrides of direction, which show other text than stands there;
# half characters, and two that are none
_CONTROLS = (
    *range(0x20),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
    0xFFFE,
    0xFFFF,
)
_TABLE = {code: "\ufffd" for code in _CONTROLS if chr(code) not in _KEPT}


def printable(text: str) -> str:
    r"""Text with every control character shown as one that is none.

    >>> printable("增\x00长\u202e5%\n")
    '增�长�5%\n'
    """
    return text.translate(_TABLE)


def unrun(text: str) -> str:
    """Printable text that no spreadsheet runs: what begins like a formula gets an apostrophe.

    >>> unrun("=1+1"), unrun("－5%"), unrun(" @x"), unrun("人")
    ("'=1+1", "'－5%", "' @x", '人')
    """
    text = printable(text)
    return (
        f"'{text}"
        if text.startswith(_FORMULA) or text.lstrip(" \u3000\u00a0").startswith(_FORMULA)
        else text
    )
