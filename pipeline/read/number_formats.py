"""What the number format of a cell says: a percentage, to how many decimals, in groups of three."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.patterns.page import NUMBER_FORMAT

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
}
_MOST_DECIMALS = 15


@dataclass(frozen=True, slots=True)
class Style:
    """``decimals`` is None where the value is shown as it is."""

    decimals: int | None = None
    percent: bool = False
    grouped: bool = False  # 1,234
    indent: int = 0


def style_of(code: str, indent: int) -> Style:
    """Read a number format.

    >>> style_of("0.0%", 0)
    Style(decimals=1, percent=True, grouped=False, indent=0)
    >>> style_of("#,##0.00_ ", 1)
    Style(decimals=2, percent=False, grouped=True, indent=1)
    >>> style_of("General", 0)
    Style(decimals=None, percent=False, grouped=False, indent=0)
    """
    match = NUMBER_FORMAT.match(code)
    if match is None:
        return Style(indent=indent)
    return Style(
        min(len(match["decimals"] or ""), _MOST_DECIMALS),
        match["percent"] is not None,
        "," in match[0],
        indent,
    )
