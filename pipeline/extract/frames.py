"""What stands before a subject and is none of it: by what means, under what condition, 将 and 把."""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Span

# 通过整合等方式将|采矿权由31宗压减至24宗; not 国家财政|将投入8亿元, which tells of years to come
MOVED_OBJECT = regex.compile(
    r"(?<=[\p{Han}”]{2})[将把](?=\p{Han}{2,}$)(?!来|军|近|要|达|有|于|会|继续|在|进一步|实现|突破|领|握|每|新|安排|投入"
    r"|达到|完成)"
)
# 通过容缺受理、证缴分离等办法|已化解15个, 在人口净增的情况下|同比减少3%, 按每人1500元|的标准|补助2864人次,
# “护苗行动”中|检查食堂, 煤矿升级改造积极推进、|生产原煤, 县人大会议批准的|收入
MEANS_OPEN = regex.compile(
    r"(?:\p{Han}{2,14}(?:人员|专家|力量|队伍|干部|部门|单位))?"
    r"(?:通过|采取|运用|利用|综合运用|借助)[^，。；]{2,40}?(?:等)?(?:办法|方式|手段|措施|途径|形式|渠道|举措)"
    r"|[^，。；]{2,40}?(?:积极|加快|全面|扎实|稳步|有序|深入|顺利|持续|加速|大力|如期)(?:推进|实施|开展|建设|推动|落实)、"
    r"|(?P<condition>在[^，。；]{2,20}?的(?:情况|前提|背景|基础|条件|形势)下)"
    r"|的?标准(?=补助|发放|给予|补贴|奖励|资助|救助)"
    r"|“[^”]{2,20}”(?:专项)?(?:行动|活动|工作)?(?:中|期间)"
    r"|(?:按|以)[^，。；、]{2,6}?(?:计算?|测算|折算|口径)(?=完成|达|$)"
    # 组织专家采取“四不两直”方式|检查, “一船一策”|护航, 据港口企业测算|节省, 教科研方面|立项
    r"|(?:“一\p{Han}{1,3}一\p{Han}{1,3}”[、和]?)+(?=\L<act>)|一\p{Han}一(?:策|档|案)(?=\L<act>)"
    # 民警、社工、志愿者深入校园|开展宣讲
    r"|[\p{Han}、“”]{0,20}?(?:人员|民警|社工|志愿者|干部|专家|队员|党员|律师|医生|教师|讲师)"
    r"(?:深入|走进|下沉)[^，。；、]{2,8}?(?=(?:\L<act>)\p{Han}{2})"
    # 督促住建、城管等部门|新增
    r"|(?:协助|配合|协同|联合|指导|督促|动员|引导|推动|邀请|委托)[^，。；]{2,24}?等(?:\p{Han}{0,4}(?:部门|单位|机构|企业|组织|力量))"
    r"(?=(?:\L<act>)\p{Han}{2})"
    # 省市县联动|发放, 承担的|储备任务, 第三方开展的|测评得分, 区人大二次会议期间|代表建议
    r"|\p{Han}{2,6}联动(?=\L<act>)|\p{Han}{0,6}?(?:承担|负责|承接|开展)的(?=\p{Han}{4})"
    r"|[^，。；、]{2,10}?(?:核实|核查|评估|审核|比对|验收|调整|优化)后(?=\p{Han}{2})"  # 逐条核实后|新纳入
    r"|[^，。；、]{2,16}?会议?期间(?=\p{Han}{4})"
    r"|据[^，。；、]{0,12}?(?:测算|统计|估算|核算)(?=\p{Han}{2})|\p{Han}{2,8}方面(?=\L<act>)"
    r"|[^，。；、]{2,8}?(?:相抵|轧抵|抵扣|相减)后"
    r"|[^，。；、]{2,20}?(?:会议|人大|常委会|代表大会)(?:审议|审查)?(?:批准|通过|确定)的",
    act=words("action"),
)
# one of these stands in every frame; most clauses have none
FRAME_HINT = re.compile(
    r"[将把式段施径形渠举”下抵减后]|深入|走进|下沉|联动|等.{0,4}[门位构业织量]|[担责接展]的|期间|一.一|[测估核]算|统计|方面"
    r"|[进施展设动实]、|办法|标准|会议|人大|常委会|代表大会"
)


def behind(view: str, span: Span) -> int:
    """Find where what only frames a subject ends; the start of ``span`` where nothing does.

    >>> behind("通过整合等方式关停采石场", Span(0, 12)), behind("关停采石场", Span(0, 5))
    (7, 0)
    """
    start, end = span
    if not FRAME_HINT.search(view, start, end):
        return start
    moved = MOVED_OBJECT.search(view, start, end)
    if moved and not c.ACTION.match(view, moved.end(), end):
        return moved.end()
    means = MEANS_OPEN.match(view, start, end)
    # 采取刑事强制措施 712人 is an act; a condition may leave nothing behind it
    return means.end() if means and (means["condition"] or means.end() < end) else start
