"""The one or two characters that a match can begin or end with: one look instead of a match.

Both are asked of the pattern itself, by a partial match of the characters, and remembered.
"""

from __future__ import annotations

import regex

_MOST = 8192  # remembered of one pattern


class _Edge(dict[str, bool]):
    def __init__(self, pattern: regex.Pattern[str]) -> None:
        super().__init__()
        self._pattern = pattern

    def __missing__(self, characters: str) -> bool:
        found = not characters or self._pattern.match(characters, partial=True) is not None
        if len(self) < _MOST:
            self[characters] = found
        return found


class Starts(_Edge):
    """Whether a match may begin so; "" for the end of the text gives True.

    >>> starts = Starts(regex.compile(r"增[长加]|下降"))
    >>> starts["增"], starts["下"], starts["长"]
    (True, True, False)
    """


class Ends(_Edge):
    """Whether a match may end so, for a pattern that is read from the right.

    >>> ends = Ends(regex.compile(r"(?r)增[长加]|下降"))
    >>> ends["长"], ends["降"], ends["增"]
    (True, True, False)
    """
