"""Which words of a title say that it looks back or ahead, and what else dates a document."""

from __future__ import annotations

import re

import regex

from pipeline.patterns.rule import Rule

_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)"
_TO = r"(?:[-—–~―]{1,2}|至|到)"
# in a title, behind its period: 2023年工作总结 looks back, 2024年工作计划 ahead, 2026年政府工作报告 both
# 工作要点|落实情况, 计划|项目执行情况的通报: what was planned is told of as done
WAS_CARRIED_OUT = (
    r"[^，。、和及与暨]{0,10}?(?:落实|执行|完成|实施|推进|进展|开展)(?:情况|进展|结果|进度)"
)
ROLES = (
    Rule("work_report", "a report to a session: the year that begins, or the year that ended",
         "report",
         regex.compile(
             r"(?:政府|法院|检察院|代表大会|常务?委员?会|委员会|会议|全会)\s?(?:的)?"
             r"工作报告(?!.{0,8}(?:任务|分工|分解|责任|落实))|^工作报告"),
         ("2026年政府工作报告",), ("2023年工作总结", "县政府工作报告重点任务分工方案")),
    Rule("outline", "a plan of many years, whose period is no period of the report", "outline",
         regex.compile(r"^.{0,12}(?:远景|规划(?!》?中期|.{0,6}(?:执行|落实|实施|完成)|局)|纲要|愿景)"),
         ("年远景目标纲要的报告", "经济社会发展规划的说明"), ("年工作计划", "民政事业发展规划中期实施情况报告")),
    Rule("ahead", "plans, key points, arrangements, drafts", "plan",
         regex.compile(
             r"(?:计划(?!(?:草案)?(?:的)?(?:执行|完成|实施|落实|生育))|要点|安排(?!的?(?:落实|执行))|思路|打算|部署|谋划"
             r"|(?:预算|计划)草案|预算(?!执行|收支|绩效|调整|法|单位|管理|完成)|工作任务"
             r"|目标任务(?!.{0,6}(?:完成|执行|落实|推进|进展))|(?:工作|年度|主要)目标(?!任务)|任务(?:分工|分解)|责任分解"
             r"|分工方案|重点工作(?!.{0,6}(?:完成|落实|推进|进展|开展|情况|汇报|总结|小结|回顾|成效|亮点|通报))|(?:工作|行动|实施|专项|应急"
             r"|整治)方案)"
             rf"(?!{WAS_CARRIED_OUT})"),
         ("2024年工作计划", "2024年财政预算草案", "2024年部门预算公开说明"),
         ("预算执行情况", "计划执行情况", "计划生育工作总结", "重点工作情况汇报", "重点工作总结")),
    Rule("back", "summaries, communiqués, accounts, audits, evaluations, notes", "review",
         regex.compile(
             r"总结|小结|回顾|情况|进展|公报|决算|审计|评价|自评|自查|述职|述廉|年报|年度报告"
             r"|报告(?!.{0,8}(?:任务|分工|分解|责任|落实))|通报|分析|简报|综述|成效|成绩|成就|亮点|运行|汇报|盘点|大事记|统计"
             r"|指标|数据|快报|月报|季报|专报|简讯"),
         ("2023年工作总结", "2018年度整体支出绩效评价报告", "1-10月固定资产投资情况"), ("2024年工作要点",)),
)  # fmt: skip

# 2023年度|内部审计|工作计划, 绩效评价|工作方案, 统计|工作要点: the field of work that is planned
FIELD_OF_A_PLAN = regex.compile(
    r"[^，。、和及与暨]{0,14}?(?:审计|评价|统计|分析|评估|监测|普查|考核|督查|检查|公开|述职|数据|通报|指标)"
    r"(?=[^，。、和及与暨]{0,8}(?:计划(?!执行|完成)|要点|方案|安排|思路|打算|部署)(?:的通知|[（(]|$))"
)

# what dates a document whose title leaves it open;
# ``fills`` says whose year was found, the weight how far it counts
_HEAD = r"^\W*(?:第?[一二三四五六七八九十]{1,3}(?:部分|章)?[、.．\s：:]?|[（(][一二三四五六七八九十]{1,3}[)）]|\d[.．、])?\s?"
EVIDENCE: tuple[tuple[int, Rule], ...] = (
    (4, Rule("heading_reviews", "a heading that looks back on a year", "review",
             regex.compile(
                 rf"{_HEAD}(?:[^，。；]{{0,24}}?[，\s])?(?:[^，。；\d]{{0,16}})(?:(?:19|20)\d\d年?{_TO})?"
                 r"(?P<year>(?:19|20)\d\d)"
                 rf"年(?!{_TO}(?:19|20)\d\d)[^。；]{{0,24}}?(?:回顾|总结|工作情况|完成情况|开展情况|执行情况|成效|成绩|成就|取得"
                 rf"|做了|盘点)"),
             ("一、2022年工作回顾", "一、迎难而上，2022年经济社会发展取得明显成效", "“十三五”时期及2020年工作回顾",
              "一、关于2004年预算执行情况", "一、2019年至2023年工作回顾"), ("二、2023年工作安排",))),
    (4, Rule("heading_plans", "a heading that plans a year", "plan",
             regex.compile(
                 rf"{_HEAD}[^。；]{{0,24}}?(?P<year>(?:19|20)\d\d)(?:年(?!前|底|末)|(?={_TO}(?:19"
                 rf"|20)\d\d年))"
                 r"[^。；]{0,24}?"
                 r"(?:安排|计划|任务|部署|打算|思路|要点|目标|重点|要求|建议|谋划|设想|举措|预算草案|怎么干|努力)"),
             ("二、2023年工作安排", "三、做好2024年重点工作", "今后五年和2022年主要任务",
              "二、2024—2026年工作任务"), ("一、2022年工作回顾",))),
    (2, Rule("first_heading", "a first heading that names the work of a year and no more", "review",
             regex.compile(
                 rf"^\W*(?:[（(]?[一1第][一、.．)）]?部?分?[、\s]?)?(?:关于)?{_YEAR}年(?:的)?"
                 r"(?:政府|主要|全市|全省|全县|全年)?(?:的)?工作$"),
             ("一、关于1998年的政府工作", "2022年工作"), ("三、2011年的工作", "2022年工作安排"))),
    (3, Rule("later_heading", "a later heading that names the work of a year and no more", "plan",
             regex.compile(
                 rf"^\W*[二三四五六]、(?:关于)?{_YEAR}年(?:的)?(?:政府|主要|全市|全省|全县|全年)?(?:的)?(?:工作|任务)$"),
             ("三、2011年的工作",), ("一、2011年的工作", "三、2011年工作回顾"))),
    (3, Rule("later_heading_sets_out", "a later heading that sets out the work of a year", "plan",
             regex.compile(
                 rf"^\W*[二三四五六]、[^。；]{{0,16}}?(?:做好|抓好|搞好|开创|谋划|部署|展望|推动){_YEAR}(?:年|[：:])"
                 r"[^。；]{0,12}$"),
             ("二、全力做好2024年各项工作", "三、展望2024：奋力争先"), ("一、做好2024年工作", "二、推进2023年回顾"))),
    (2, Rule("plan_ended", "a heading that looks back on a five-year plan", "plan_ended",
             regex.compile(
                 rf"{_HEAD}[^，。；]{{0,8}}?“(?P<name>[一二三四五六七八九十]{{1,2}}五)”[^。；]{{0,20}}?"
                 r"(?:回顾|总结|成就|成效|成绩)"),
             ("一、“十一五”时期国民经济和社会发展的回顾",), ("二、“十二五”时期的主要目标",))),
    (2, Rule("plan_begins", "a heading that sets out a five-year plan", "plan_begins",
             regex.compile(
                 rf"{_HEAD}[^，。；]{{0,8}}?“(?P<name>[一二三四五六七八九十]{{1,2}}五)”[^。；]{{0,20}}?"
                 r"(?:目标|任务|要求|思路|部署|安排)"),
             ("二、“十二五”时期的主要目标和任务",), ("一、“十一五”时期的回顾",))),
    (2, Rule("summing_up", "what the opening says it sums up", "review",
             regex.compile(
                 r"(?:总结|回顾|即将过去的|刚刚过去的|过去的|(?:报告|汇报)(?:一下)?)(?P<year>(?:19|20)\d\d)年"),
             ("即将过去的2021年", "总结2021年工作"), ("2021年总结",))),
    (2, Rule("setting_out", "what the opening says it plans", "plan",
             regex.compile(
                 r"(?:做好|安排|部署|谋划|展望|对|迎接|就)(?P<year>(?:19|20)\d\d)年(?:的)?(?!.{0,6}(?:进行|总结))"),
             ("安排2022年任务", "对2023年工作提出建议"), ("对2023年进行总结",))),
    (2, Rule("first_paragraph", "the year that the first dated paragraph opens with", "first",
             regex.compile(
                 r"^\W*(?:[一二三四五六七八九十]{1,2}、)?(?:刚刚过去的|即将过去的|过去的)?(?P<year>(?:19|20)\d\d)"
                 r"年(?:，|,|是|以来|(?=我|全|在|面|，|市|县|区|省|\p{Han}{2}))"),
             ("2005年，我国",), ("到2035年，",))),
    (2, Rule("year_end", "the end of the year that the first sentence speaks of", "first",
             regex.compile(r"^[^。]{0,30}?(?<!到)(?P<year>(?:19|20)\d\d)年(?:末|底)[，,]"),
             ("根据普查结果，2016年末，全市共有", "截至2023年底，全县"), ("到2025年末，力争",))),
    (3, Rule("moment", "the moment for which a census counts", "review",
             regex.compile(
                 r"(?P<year>(?:19|20)\d\d)年\d{1,2}月\d{1,2}日(?:零时|24时|为(?:标准|统计|调查)时[点间])"
                 r"|时[点间]为(?P<year>(?:19|20)\d\d)年\d"),
             ("将2020年11月1日零时我县人口", "普查标准时点为2023年12月31日", "以2023年12月31日为标准时点"),
             ("2021年6月18日",))),
    (1, Rule("coming_year",
             "a year that is said to be the first, the last, the key one of something", "plan",
             regex.compile(
                 r"(?P<year>(?:19|20)\d\d)年，?是[^。]{0,40}?(?:第一年|开局之年|收官之年|起步之年|第二年|承上启下)"),
             ("2006年是实施“十一五”规划的第一年",), ("2006年，粮食增产",))),
)  # fmt: skip

HEADING_PLANS = next(rule.pattern for _, rule in EVIDENCE if rule.name == "heading_plans")

# ——2026年1月27日在某省第十四届人民代表大会第四次会议上, without blanks and line breaks; the title may hold the day:
# 某市政府工作报告（2022年12月16日 某某）
SESSION = regex.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年(?:(?P<month>\d{1,2})月(?:\d{1,2}日)?)?[^。，\d]{0,8}?[在于]"
    r"|[在于](?P<year>(?:19|20)\d\d)年)(?!以来)[^。，；]{2,60}?(?:会议|大会|全会|代表会)"
    # （2020年1月3日政协某县第十届委员会第四次会议）
    r"|[（(](?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?:\d{1,2}日)?[，,、]?"
    r"[^。，；（()）]{2,40}?(?:会议|大会|全会|代表会)[）)]"
)
# 某县第七届|人大常委会第十四次会议
STANDING = regex.compile(r"常务?委员?会|常委会|主任会议|常务会议|主席会议")
# 在集团公司2025年工作会议暨四届三次职代会上的报告: of a meeting in a title the year may stand behind who meets
MEETING_IN_TITLE = regex.compile(
    r"^(?:[^在，]{0,20}[—–-]{1,2})?在[^。；\d]{0,24}(?P<year>(?:19|20)\d\d)年(?P<month>(?!))?"
    r"[^。；]{0,60}?(?:会议|大会|全会|年会|代表会|职代会|工作会"
    r"|(?:团拜|动员|推进|座谈|现场|汇报|研讨|茶话|表彰|总结|述职|部署|调度|务虚|通报|交流|培训)会)[^。；]{0,30}上的"
)
# whose reports are given to a session, and look ahead too
OF_A_SESSION = regex.compile(
    r"政府\s?(?:\d{4}年)?工作报告|(?:法院|检察院|代表大会|常务委员会|常委会|人大|政协.{0,20}).{0,10}工作报告"
    r"|(?:工作会议|年会|职代会|职工代表大会|全会|全体会议)(?:上的)?工作报告"
)
# 关于代表建议办理情况的报告: of one matter, which plans only where it says so
OF_A_MATTER = regex.compile(
    r"^(?!.*工作情况).*关于.*(?<!计划执行|预算执行)情况的?(?:综合|专项|专题|调研)?(?:报告|汇报|通报|说明)(?:[（(][^（()）]{1,16}[)）])?$"
)
SPOKEN = regex.compile(
    r"(?:代表|受)[\p{Han}]{0,16}(?:政府|国务院|法院|检察院|委员会|常委会)[^。]{0,24}(?:报告|审议|审查)"
)
DAY_IN_TITLE = regex.compile(
    r"[（(]\s?(?P<year>(?:19|20)\d\d)年\s?(?P<month>\d{1,2})月(?:\s?\d{1,2}\s?日)?[^）)]{0,12}[）)]"
)
QUOTED = regex.compile(r"《[^《》]{0,80}》")
# a document so dated speaks of the year that runs, not of one that ended
THIS_YEAR_SO_FAR = regex.compile(r"今年以来|今年[，,]|今年(?:我|全)")
HEADING_ENDS = tuple("。；，,;！!？?")  # of no heading
PARAGRAPH_ENDS = (*HEADING_ENDS, "：", ":")
SENTENCE_ENDS = ("。", "；")
# 完成任务。|二、2023年工作计划|2023年是…: a heading inside a line
INNER_HEADING = regex.compile(
    r"(?:^|[。；\s])(?:[一二三四五六七]、|[（(][一二三四五六七八九十]{1,2}[)）])(?P<head>[^。；\n]{2,40})"
)
INNER_HINTS = (
    re.compile("、(?<=[一二三四五六七]、)"),
    re.compile(r"\)(?<=[一二三四五六七八九十].)"),
    re.compile("）(?<=[一二三四五六七八九十].)"),
)
# what a heading or an opening must hold for the document to plan anything
PLANS = regex.compile(
    r"(?:新|下一?个?)学[年期]|后[两三]年(?!来)|工作(?:谋划|设想|展望)|下一?步|下阶段|下一阶段|今后|明年|来年"
    r"|下半年|下[一]?季度|新的?一年|下一?年度"
    r"|未来(?:展望|工作|计划|[两三四五十]年|一个时期)|(?:往后|下一?个?|新的)[两三四五十]年(?!来)|展望(?:(?:19|20)\d\d年?)?$"
    r"|工作(?:计划|打算|思路|安排|建议)(?!的?(?:完成|执行|落实|部署|推进)|清晰|明[晰确])"
    r"|努力方向|打算$|(?:^|[、.．)）年步期来后及和与的]|总体|发展|整改|改进|主要|基本)(?:计划|安排|思路|要点|部署)$"
    r"|存在的?(?:主要)?(?:问题|不足|困难)[和及与].{0,6}(?:打算|建议)"
)
# 2025年，我们将继续…; 下一步，我局将…: a sentence that opens with what is to be done
_WILL = r"(?:将|要(?!求)|继续|拟(?!定)|计划|力争|目标|思路|打算|重点|着力|努力)"
PLAN_SAID = regex.compile(
    r"\W{0,4}(?:(?P<year>(?:19|20)\d\d)年度?(?!\d)[，,]?(?:是[^。；]{2,30}?[，,])?"
    r"|在?新的?(?:一年|学年|学期)里?[，,]"
    r"|(?:下一?步|下阶段|下一阶段|明年|来年|下一年|今后|下(?:一?个?)(?:学年|学期))[，,])"
    rf"[^。；]{{0,16}}?{_WILL}"
)
# 下半年，要抓好…; 下半年打算：: what may stand behind a part of a year that is still to come
WILL_DO = regex.compile(rf"[，,]?[^。；]{{0,10}}?{_WILL}")
# 下半年，全县雨水偏多。: a short line that is no heading
A_SENTENCE = regex.compile(r"^[^：:]*，.*[。；]$")
# where a sentence may open with the time behind, at the head of a line or inside it: each begins
# with a sign that a search finds at once
AHEAD_OPENS = tuple(
    re.compile(
        rf"{sign}(?=[^\w\n]{{0,4}}[在新下明来今本第一二三四\d])"  # soon told of most
        r"(?=[^\w\n]{0,4}(?:在?新|下|明年|来年|今后|(?:今年|本年)?"
        r"(?:(?:19|20)\d\d|第?[一二三四1-4]季度|\d{1,2}月|下半年)))"
    )
    for sign in ("\n", "。", "；", "！")
)
# 今年|上半年，全县…: what may stand before the part of a year that a document opens with
BEFORE_PART = regex.compile(r"\W{0,4}(?:今年|本年)?")
# 明年工作思路, 来年打算 of a title or a heading
NEXT_YEAR = regex.compile(
    r"明年|来年|下一?年度?(?=工作|的?(?:计划|打算|安排|思路|重点))|新的?一年"
)
# 评估期为2021年至2023年, 现将2021年6月至2023年5月的驻村工作总结如下: the stretch that an opening says
SUMMED_UP = regex.compile(
    r"(?:现将|现就|报告|汇报|总结|回顾|评估[期时]?(?:间|段|限)?为|报告期为?)(?:一下)?"
    r"[^。；\d\n]{0,10}(?=(?:19|20)\d\d)"
)
# 国企改革三年行动|（2020—2022年）: the years of an action that a title only counts
ACTION_IN_TITLE = regex.compile(r"[两三四五]年(?:行动|攻坚|提升|整治|规划|计划)")
ACTION_YEARS = regex.compile(r"[两三四五]年(?:行动|攻坚|提升|整治|规划|计划)\p{Han}{0,8}[（(]")
CARRIED_OUT = regex.compile(r"(?:实施|执行|落实|完成|推进)(?:情况|进展)|中期")
# “十四五”规划实施情况中期评估: half-way through a plan of five years
MID_TERM = regex.compile(r"中期(?!目标|财政|规划)")
LATTER_YEARS = regex.compile(r"后[一两二三]年|后半[程段]|(?:规划|实施)后期|剩余[一两二三]年")
# parts of a year
PARTS = frozenset(("half", "mid_year", "quarter", "quarters", "months", "first_months", "as_of"))
SCHOOL_YEARS = frozenset(("school", "school_begun", "school_ended"))
OVER_YEARS = SCHOOL_YEARS | {"span", "months_over_years"}
NUMBERED = regex.compile(
    r"\W*(?:第?[一二三四五六七八九十]{1,3}(?:部分|章|[、.．])|[（(][一二三四五六七八九十]{1,3}[)）]|\d[.．、])"
)
JOINED = regex.compile(r"(?:和|及|与|、|暨)")
# 抓好今年工作, 今年的主要任务; not 今年以来工作情况
THIS_YEAR_AHEAD = regex.compile(
    r"今年(?!以?来)[^。；]{0,12}?(?:工作|任务|重点|打算|安排|目标|要)(?!.{0,6}(?:情况|回顾|总结|成效|完成))"
)
# 今年，要抓好以下工作
THIS_YEAR_SAID = regex.compile(rf"\W{{0,4}}今年[，,]?[^。；，,]{{0,10}}[，,]?{_WILL}")
# 总结去年工作，部署今年任务
LAST_YEAR_SUMMED = regex.compile(
    r"(?:总结|回顾|盘点)(?:了)?(?:我们|全[省市县区]|一下)?(?:去年|上年|过去一年)|去年[，,]我们"
)
# 一、过去一年工作回顾: a heading of the year that ended
LAST_YEAR_HEADING = regex.compile(
    r"(?:过去的?一年|去年|上一?年度?)的?[^，。；]{0,8}?(?:工作(?!任务|计划|安排|思路|要点)|回顾|总结|情况|成效|成绩)"
)
# 2023—2024学年度第一学期工作总结, 下学期工作设想: the terms of one school year
FIRST_TERM = regex.compile(r"学年度?(?:第一|上)学期|秋季?学期")
SECOND_TERM = regex.compile(r"(?:下|第二|春季?)学期")
