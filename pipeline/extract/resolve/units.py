"""Units that count the same things: 人 and 人次, 件 and 起."""

from __future__ import annotations

_PEOPLE = frozenset(("人", "名", "人次", "位", "口"))
_KINDS = (_PEOPLE, {"件", "起", "宗", "件次", "起次"}, {"家", "户", "家次", "户次"})


def of_whole(whole: str, part: str) -> bool:
    """Tell whether what a unit counts may have parts in another: some of 209人次 are 41人.

    >>> of_whole("人次", "人"), of_whole("人", "人次"), of_whole("起", "件"), of_whole("人", "件")
    (True, False, True, False)
    """
    if whole == part:
        return True
    return not part.endswith("次") and any({whole, part} <= kind for kind in _KINDS)


def of_people(unit: str) -> bool:
    """Tell whether a unit counts people.

    >>> of_people("名"), of_people("件")
    (True, False)
    """
    return unit in _PEOPLE
