"""What a thing adds to how another moved: 拉动|工业增长1.7个百分点, 下拉|工业增速1.1个百分点."""

from __future__ import annotations

import regex

from pipeline.lexicon import words

PULLS = regex.compile(
    r"\s*(?:分别|共同|合计|共|直接)?"
    r"(?!影响[力面]|带动户)(?:(?P<down>\L<down>)|\L<up>)(?=\p{Han}|[A-Z])",
    up=words("pulls_up"),
    down=words("pulls_down"),
)
# 翘尾影响|约为0.1个百分点, 购销价差|0.2个百分点: so much of a rate, and nothing that moved
IN_POINTS = regex.compile(r"(?r)(?:影响|贡献|因素|[利价级落]差|差价|缺口)")


def pulls(text: str) -> bool:
    """Tell whether words open with a verb that says what a thing adds to another.

    >>> pulls("拉动规上工业"), pulls("下拉规上工业增速"), pulls("影响力")
    (True, True, False)
    """
    return PULLS.match(text) is not None
