"""What leads to a list by how much or how many its items are: 增速较快的行业有…, 案件最多的是…."""

from __future__ import annotations

import regex

from pipeline.lexicon import words

_MOST = r"最[多高大快低少小好]|较[快高大多慢低]|居前|居多|领先|靠前|突出|位居前列"
_LEADS = r"(?:依次|分别|主要)*(?:是|为|有|包括)"
# |增速|较快的行业有, |事故起数|最多的是, |跌幅|居前的依次为, |投诉|主要集中在
MOST = regex.compile(
    rf"(?P<what>[^，。；：、（）]{{2,12}}?)(?:{_MOST})的?(?:\p{{Han}}{{1,8}}?)??{_LEADS}"
    r"|(?P<what>\p{Han}{2,8}?)(?:主要|大多|多)?集中(?:在|于)"
)
# 高于|GDP增速|的行业有
OVER = regex.compile(
    rf"(?:高于|低于|快于|慢于|超过)(?P<what>[^，。；：、（）]{{2,12}}?)的\p{{Han}}{{1,8}}?{_LEADS}"
)
# |其次为|道路运输（4起）
NEXT = regex.compile(r"\s*(?:其次|再次|随后|然后|第[二三]位?)(?:依次|分别)?(?:是|为)")
# 盗窃、诈骗案件|最多|，分别为312件、206件; 盗窃案|居首位|，占31%
HIGHEST = regex.compile(
    r"(?<=\p{Han}{2})(?:数量|总量|总数)?(?:最[多高大快]|居首[位]?|居第[一二三]位?|次之|居多|领先)$"
)
GROWTH = regex.compile(
    r"(?P<up>\L<up>|增长|上涨|上升)$|(?P<down>\L<down>|下降|下跌|减少)$",
    up=words("rise_noun"),
    down=words("fall_noun"),
)
# 锂电池（+41.6%）|产量|增势强劲: what the items are measured by, behind the last bracket
BEHIND = regex.compile(
    r"\s*(?P<what>\L<measure>)"
    r"(?:增势|走势|势头|均|都|分别|保持|继续|持续|大幅|快速|实现|较|稳|增|降|上|下)",
    measure=words("measure"),
)
LEADING = (MOST, OVER, NEXT)
