"""How a target is worded: its modifier, the clause it stands in, and the report's own word that it
sets none.
"""

from __future__ import annotations

import regex

# 控制在|4.6%|以内, 不低于|900万人, 低于|4.6%; read from the right, up to the number
BEFORE = regex.compile(
    r"(?r)(?P<word>控制在|稳定在|保持在|不低于|不少于|不高于|不超过|不突破|低于|少于|高于|多于|超过|突破|超|达到并超过"
    r"|约|大约|至少|最多|力争达到|力争)(?:了|到)?\s?"
)
BEHIND = regex.compile(r"\s?(?P<word>左右|上下|以上|及以上|之上|以内|之内|以下|及以下)")
# words before a number that only lead to it bound nothing
LEADING = frozenset(("稳定在", "保持在", "力争达到", "力争"))
# 主要预期目标是, 主要目标为, 增长预期目标: the place where a report says what it aims at
STATED = regex.compile(r"(?:预期|主要|奋斗|发展|工作|具体|增长)(?:性)?目标(?!任务)")
CLAUSE_START = regex.compile(r"(?r)[，。；：:;！？\n（(]")
# 没有提出全年经济增速具体目标, 不再设定登记失业率目标, 未设投资增长预期目标
NONE_SET = regex.compile(
    r"(?:没有|不再?|未再?|暂不)(?:提出|设定|设置|设立|设|确定|制定|提)(?:全年|今年|年度|\d{4}年|具体|的)*"
    r"(?P<what>[^，。；、\d]{2,20}?)(?:的)?(?:具体|预期|量化|年度|增长|增速|涨幅|控制)*(?:性)?(?:目标|指标)"
)
# M2和社会融资规模余额预期增长|均|为12%
EACH = regex.compile(r"均|都|各")
# 突破|3000亿元, 迈上|万亿: a mark that was passed is no level of the year
# 连续4年|超300天: and no more one that was passed every year
PASSED = regex.compile(
    r"(?:突破|迈[过上入进]|跨[过上越入]|站上|登上|跃上|首[破超]|首次超过?|越过|冲破|跃过"
    r"|连续[\d一二三四五六七八九十]{1,3}年(?:保持|稳定|都|均|在)*(?:超过?|达到?|以上)?)(?:了)?[^，。；\d]{0,6}+$"
)
# 预计|实现生产总值
EXPECTED = regex.compile(r"预计|有望|预期(?!目标)")
# 五年|累计完成|投资
SUMMED = regex.compile(r"累计|总计|合计|共(?!同|享|建|有制)|年来[^，。；\d]{0,8}(?:新增|完成|建成)")
# “十一五”前四年累计|能耗下降14.38%，…分别下降9.66%: growth of several years
CUMULATED = regex.compile(
    r"(?:(?<![全当本每今去])年|时期|期间|以来|任期)[^，。！？\d\n]{0,4}累计"
    r"(?:(?!同比|比上年|较上年|比去年|年均|去年|\d{4}年)[^。！？\n])*+$"
)
# 可比增长6.1%, 同口径增长8%: a growth that the two levels do not give
ALIKE_BASE = regex.compile(r"可比|同口径|不变价|扣除|剔除|还原")
# 按可比口径, 统计制度调整, 撤县设区: from here on a series is counted otherwise
BREAK = regex.compile(
    r"(?:可比|同|新|老|原|不变|调整|统计|全|大|小|常规)口径"
    r"|统计(?:制度|方法|口径)[^，。；]{0,6}(?:改革|调整|变化|变更)|区划调整|撤[县市]设[区市]|经济普查|农业普查"
    r"|人口普查|普查(?:后|数据)?修订|修订(?:后|数|为)|一体化(?:住户)?调查|挤(?:掉|出)?水分|压减虚"
)
# 一季度|工业增加值同比增长1.1%: told in the plan of a report that was given when part of its year had gone by
GONE_BY = regex.compile(
    r"(?:(?:今年以来|截至目前|[一二三]季度|上半年|前[一二三四五六七八九十\d]{1,3}(?:个月|季度)|\d{1,2}月(?:份|底|末)?以来)"
    r"(?:(?!力争|确保|争取|目标|预期|计划|安排|[将要拟须])[^。！？\n])*+)$"
)
