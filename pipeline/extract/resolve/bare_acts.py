"""Acts that say no object: 已|治理, 法院|已审结, 整改|完毕, 在册|251人."""

from __future__ import annotations

import re

from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.patterns.wordlist import any_of

# 已|治理, 法院|已审结, 序时推进, 整改|完毕: an act that says no object
BARE_ACT = re.compile(
    rf"(?:{any_of(words('agent'))})?"
    r"(?:均已|已经|已|均|陆续|序时|依法|逐一|按期|现场|成功|基本|全部|持续|获得?|完成|正在|继续|限期|当场|立即|及时|责令|督促|跟踪|联合|上门|就地"
    r"|新(?![增设]))*+"
    rf"(?P<act>{c.ACTION.pattern}|逾期|剩余|{any_of(words('light_act'))}|{any_of(words('standing'))})"
    r"(?:到位|完毕|完成|成功|销号|结束|闭环)?"
)
# what such an act ends with
ACT_ENDS = frozenset("了完好出进期余位毕成功号束环").union(
    word[-1] for word in (*words("action"), *words("standing"), *words("light_act"))
)
# |在册251人, |实有61人: how many of the things counted there are
STANDING = re.compile(
    rf"{any_of((*words('standing'), '实有', '现有', '空编'))}(?![\u4e00-\u9fff])"
)
# the same before the thing that stands
STANDING_OPEN = re.compile(
    rf"^{any_of((*words('standing'), '实有', '现有'))}(?=[\u4e00-\u9fff]{{2}})"
)


def bare_act(name: str) -> re.Match[str] | None:
    """Read a name that is an act without an object; most names end in another character."""
    return BARE_ACT.fullmatch(name) if name and str(name)[-1] in ACT_ENDS else None
