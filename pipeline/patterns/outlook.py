"""What headings say of where a part looks: back or ahead, surely or by the way."""

from __future__ import annotations

import regex

from pipeline.lexicon import words
from pipeline.patterns.rule import Rule

HEADINGS = (
    Rule("back", "names a part that looks back", "back",
         regex.compile(
             r"回顾|回眸|盘点|总结(?:如下)?(?![推经提运])"
             r"|(?:工作|完成|开展|进展|落实|履职|执行|推进|运行)(?:的)?(?:基本|主要)?情况"
             r"|(?:过去|刚刚过去)(?:的)?(?:[一两三四五]年|20\d\d)|今年以来|年初以来"
             r"|(?:这|(?<!新的|新)一|(?<!(?:今后|未来|往后|下|下一?个|新的)的?)(?<![十第〇零一二三四五六七八九\d])[两二三四五])"
             r"年来?(?:的)?(?:主要|政府)?工作(?!安排|重点|目标|任务|规划|计划|思路|设想|展望|打算|要点)"
             r"|(?<![十第])[两二三四五]年来|(?:这|过去)[两三四五]年"
             r"|(?:去年|上年度?)(?:的)?(?:主要|政府|全[省市县区])?(?:工作|情况)|情况(?:汇报|报告)?$|本届政府.{0,6}工作$"
             r"|(?:做了|抓了|开展了|完成了)"),
         ("一、2022年工作回顾", "一、主要工作完成情况", "过去五年的工作", "一、落实工作部署情况"),
         ("二、2023年工作安排", "总结推广经验", "抓好上年结转项目")),
    Rule("back_by_the_way", "a heading of results, ways, or shortcomings, as plans have them too",
         "back_weak",
         regex.compile(
             r"(?<![新大多好显])成效|取得的?成|成绩|成就|主要成|做法|亮点|存在(?:的)?(?:主要)?(?:问题|不足|困难)"
             r"|(?:问题|不足|困难)(?:和|与|及).{0,6}$|主要工作(?:及|和|情况|成效|$)"),
         ("一、主要成效", "三、存在的问题"), ("聚焦主业，取得新成效",)),
    Rule("ahead", "names a part that plans", "ahead",
         regex.compile(
             r"(?:计划|打算|安排|部署|思路|要点)(?:如下)?[:：]?$"
             r"|(?:工作|年)(?:的)?(?:计划|打算|安排|部署|思路|要点|建议)(?!完成|执行|落实)|总体(?:要求|部署|思路|考虑)|努力方向"
             r"|展望|下一?步|下阶段|下一阶段|明年|来年|今后(?=[两三四五十]年|的|一段|一个|工作|$)"
             r"|未来(?=[两三四五十]年|工作|的工作|一个时期)|下一?个?[两三四五]年|新的?[一五]年|下一?年度|今年(?!以来|来).{0,12}(?:工作|任务|目标"
             r"|重点)"),
         ("二、2023年工作安排", "三、下一步工作打算", "今后五年的奋斗目标"),
         ("一、计划执行情况", "二、工作完成情况")),
    Rule("ahead_by_the_way", "a heading of aims and tasks, as reviews have them too", "ahead_weak",
         regex.compile(
             r"(?:主要|重点|目标|年度|工作|几项)任务|(?:工作|发展|奋斗|总体|主要|预期|规划|行动|建设|具体)(?:预期)?目标|工作重点"
             r"|重点工作$"),
         ("二、主要目标任务", "二、规划目标"), ("一、开局良好",)),
    Rule("ahead_said", "says itself that it comes next", "next",
         regex.compile(
             r"下一?步|下阶段|下一阶段|明年|来年|今后(?=[两三四五十]年|的|一段|一个|工作|$)"
             r"|未来(?=[两三四五十]年|工作|的工作|一个时期)"),
         ("（四）下一步打算",), ("（四）工作打算", "着眼未来谋发展")),
)  # fmt: skip
# 全力|谋划|“十五五”
DRAFTED = regex.compile(r"(?:谋|编制|编好|编实|研究|起草|启动|准备|论证)(?:划|好|篇|布)?好?“$")
# 圆满完成目标任务, 目标任务完成情况: an aim that was reached
REACHED = regex.compile(
    r"(?:完成|实现|达到|超额|兑现)[^，。]{0,6}(?:目标|任务)|(?:目标|任务)[^，。]{0,4}(?:完成|实现|落实)"
)
# 紧盯年度目标任务，|各项工作稳步推进: an aim that work is done for
AIMED_AT = regex.compile(
    r"(?:紧盯|紧扣|围绕|聚焦|对标|对照|锚定|瞄准|盯住|盯紧|咬定|按照|立足|坚守|扛牢|压实)[^，。；]{0,12}?(?:目标任务|目标|任务|重点工作)"
)
# 2014：改革开放…: a year that a heading opens with
YEAR_AT_HEAD = regex.compile(
    r"^\W*(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）])?(?P<year>(?:19|20)\d\d)\s?[：:]"
)
PERIOD_AT_HEAD = regex.compile(
    r"^\W*(?:第?[一二三四五六七八九十]{1,3}(?:部分|[、.．])|[（(][一二三四五六七八九十]{1,2}[)）])?"
    r"\s?(?:(?:19|20)\d\d年|[上下]半年)"
)
# 2024年, 2024年上半年: a heading that is a period and no more
PERIOD_ALONE = regex.compile(
    r"\W*+(?:(?:19|20)\d\d\s?年?(?:度)?)?(?:[上下]半年|第?[一二三四1-4]季度)?(?:[：:]\S.*+)?\W*+"
)
# 附件：2024年重点项目清单: what is added to a document; behind its parts it opens what it adds
ANNEX_LINE = regex.compile(r"\W*(?:附件|附表|附录)[^，。；]{0,8}[：:\d]")
# 报送时间：2024年1月: what stands at the edge of a document
EDGE_LINE = regex.compile(
    r"\W*(?:来源|发布|编辑|审核|校对|责任编辑|报送|签发|印发|抄送|主送|时间|日期|公开)[^，。；]{0,8}[：:\d]"
)
# 二〇二四年四月, 2024年第3期: when a document was put out, and no heading of a part
DATE_LINE = regex.compile(
    r"\W*(?:19|20)\d\d\s?年\s?(?:\d{1,2}\s?月(?:份|[上中下]旬|\s?\d{1,2}\s?日)?|第\s?\d{1,3}\s?期)\W*"
)
# the title of a report, which is no heading of a part
TITLE_LINE = regex.compile(r"(?:工作|的)\s?报\s?告(?:[（(][^）)]{0,30}[)）])?$")
# 存在的主要问题, 取得的成效: a heading that says no more than what its part is turns a plan back;
# 提升治理成效 does not
BACK_WHOLE = regex.compile(
    r"(?:工作|主要|取得|存在|目前|当前|特色|具体|问题|不足|困难|经验|亮点|成效|成绩|成就|做法|特点|短板|体会|[的和与及、])++"
)
# 存在问题及下一步打算, 不足与2025年工作计划: what fell short, and then what comes next
BOTH = regex.compile(
    r"(?:问题|不足|困难|短板|差距|挑战|弱项|薄弱环节)(?:分析)?(?:以及|[和与及、，])[^，。]{0,12}?"
    r"(?:打算|安排|计划|思路|措施|对策|举措|目标|任务|部署|重点|方向|要点|建议|考虑|设想|展望|下一?步|明年|今后)"
)
# what tells of something that falls short
FALLS_SHORT = regex.compile(
    r"存在|不[足够高强深实优多]|不到位|不平衡|未能|差距|短板|问题|困难|仍|尚|偏[低高弱少慢]|滞后|薄弱|缺|欠|[较很]难|看到|认识到"
    r"|制约|压力|矛盾|瓶颈|下滑|下降|老化|跟不上|吃紧|断层|紧张"
)
# how a paragraph that tells of it goes on: 基层所仅6人, 高级职称少, 三是3个小区失管
STILL_SHORT = regex.compile(r"^\W*[二三四五六七]是|[少低难弱慢差无未不仅]|只有|不过|占比")
# what opens a sentence on what comes next, where shortcomings were told before
TO_COME = regex.compile(
    r"下一?步|下一?阶段|接下来|今后|明年|来年|下半年|下学[年期]|新学[年期]|新的一年|为此|对此|针对(?:以上|上述|这些|存在)"
    r"|[我本该]\p{Han}{0,6}?将|将(?:继续|进一步|着力|重点|认真|全力|紧)|要(?:坚持|着力|继续|进一步)"
)
# what is told of as it stands: 员额法官仅46人, 增加值增长2.1%，比1—7月回落
AS_IT_STANDS = regex.compile(
    r"仅|只有|只占|才(?=\d)|未(?!来)|同比|环比|[较比](?:年初|上[年月]|去年|同期|[1-9])|回落|放缓|收窄|减少|落后|低于"
    r"|目前|现有|截[至止]|月末|月底(?!前)|平均年龄|余额|超[^，。；]{0,4}率"
)
# 一是|加强执法培训, 新增执法人员20人, 欠税余额力争压减到8000万元以内: what is to be done
TO_DO = regex.compile(
    r"\W*+(?:\d{1,2}[.．、]\s*+|[一二三四五六七八九十]{1,2}[是要]|第?[一二三四五六七八九十]{1,2}[、，]"
    r"|[（(][一二三四五六七八九十\d]{1,2}[)）])?"
    r"(?:要(?!求)|须|应(?!急)|需要?)?(?:\L<to_do>|(?<=[要须应需])\p{Han})|[^。；]{0,30}?(?:力争|争取|确保|尽快)",
    to_do=words("to_do"),
)
# opens a plan whatever stands above: 主要预期目标是
GOAL_OPENING = regex.compile(r"(?:预期|奋斗|工作|发展)目标(?:是|为|建议|[:：])")
MARK = regex.compile(
    r"^[\s*#]*(?:第?[一二三四五六七八九十]{1,3}(?:部分|[、.．])|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、])?\s*"
)
