"""What is told behind a number: that it was done, what came to those counted, what was found."""

from __future__ import annotations

import regex

from pipeline.lexicon import words

# 非税收入1.08亿元|未及时缴库|, 工程款2100万元|拨付不及时|: what an audit found is part of the name
FOUND = regex.compile(
    r"(?:尚|仍|还|长期)?未(?!来|成年|婚|知)(?:能|予|按|按规定|按期|按时|及时|足额|全额|如期|经|在)*\p{Han}{2,10}$"
    r"|\p{Han}{2,4}(?:不及时|不规范|不到位|不足额|不合规|缓慢|滞后)$"
)
_HOW = words("how_completed")
# 3.3万套保交房任务|提前完成, 20项民生实事|全面完成: a promise was kept, which its name need not say
DONE = regex.compile(
    r"(?<!难以|可以|可|有望|能够?|无法|未能?|没有|或)(?:任务|工作|目标)?"
    r"(?:\L<how>)*"
    r"(?<!难以|可以|可|有望|能够?|无法|未能?|没有|超额)(?:落地见效|落实到位|全面落实|完成|兑现"
    r"|见效|达成|落实)(?:并[^，]{0,10})?$"
    r"|(?<=任务|实事|目标|举措)(?:\L<how>)*(?:整改到位|办结|清零|销号|完工)(?:并[^，]{0,10})?$",
    how=_HOW,
)
# 提案|全部|办结, 项目|如期|竣工: how, before the act behind what was counted
HOW_DONE = regex.compile(
    r"(?<!未|未能|没有)(?:\L<how>)+(?=(?:\L<act>|实施|推进|展开)$)",
    how=[*_HOW, "正式", "成功", "陆续", "相继", "集中", "同步"],
    act=words("joint_act"),
)
# 馆员2人|获省级表彰: what came to those counted
CAME_TO = regex.compile(r"(?:荣获|获评|获得?|入选|受到?|被)(?!益|理|训|灾)[\p{Han}“”]{3,14}$")
