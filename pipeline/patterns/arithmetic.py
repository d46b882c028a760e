"""What a check must see in the text: how exactly a number is written, what is part of what, which
growth is real.
"""

from __future__ import annotations

import regex

# 2.76万亿元: digits and decimals say how finely it is written; 1,050,000 and 39.8 万亿元 too
WRITTEN = regex.compile(r"(?P<whole>\d++(?:,\d{3})*+)(?:\.(?P<decimals>\d++))?+")
# 一半, 三分之一, 翻一番: no decimal place at all
ROUGH = regex.compile(r"半|分之|番|倍")
# 1.79:1, 2：1
COLON = regex.compile(r"\s?[:：∶︰﹕]\s?")
# growth of value added is measured at constant prices
REAL_NAME = regex.compile(r"增加值|生产总值|经济总量|^(?:第[一二三]产业|[一二三]产)$")
# 按可比口径增长14.9%, 同口径增长5%, 剔除减税因素后: not the growth that the two levels give
OTHER_BASE = regex.compile(
    r"可比|同口径|口径|不变价|扣除|剔除|不含|不计|还原|修订|调整后|核定后|因素|实际增|自然口径|折算|换算"
)
# 累计, 总数达: the list of parts is over, and what follows is told of the whole
WHOLE_AGAIN = regex.compile(
    r"总[数量额计]|总(?:户|人|家)数|累计|合计|共计|[一总]共|达到|增加到|上升到|位居|居全"
)
# 8.9亿元，其中：税收5.5亿元
PARTS = regex.compile(r"其中|包括|分别[是为]：?(?=\p{Han})")
# 刑事案件60件|、民事案件|40件, 13个|预期性指标、|8个约束性指标: between two items of one list of parts
LISTED_PART = regex.compile(
    r"(?:余|多|以上|左右)?(?:(?:、|和|及|与|，)[^，。；;！!\n\d]*+|\p{Han}{1,12}?[、和及与])"
)
# where the parts end: the next sentence, or a new clause chain
SENTENCE = regex.compile(r"[。；;！？!?\n]")
# 甲131个|、乙|18个: between two items of one list, none of which is the whole
ITEM = regex.compile(r"(?:余|多|以上|左右)?[、和及]")
# 其中|今年|完成240个: a part of another time than its whole
OTHER_TIME = regex.compile(r"今年|去年|上年|本年|当年|\d{4}年|[上下]半年|\d月|累计")
# averages have no parts: 全体居民人均可支配收入25735元，其中城镇35720元
AVERAGE = regex.compile(
    r"[人户亩车床地校村班次日月年篇件均]均|平均|均价|单价|每(?!年|周)|单位|密度|强度|浓度|标准|指数|价格"
)
# 新开工279个，续建233个; 减税19.3亿元，降费4.34亿元: two that make up a whole between them
COMPLEMENTS = (
    (regex.compile(r"出口"), regex.compile(r"(?<!出)进口")),
    (regex.compile(r"新开工|新建|新上|新增|新签|新实施"), regex.compile(r"续建|结转|接转|跨年")),
    (regex.compile(r"减税"), regex.compile(r"降费|减费")),
    (regex.compile(r"城镇|城市|市区"), regex.compile(r"农村|乡村|乡镇")),
    (regex.compile(r"中央"), regex.compile(r"地方")),
    (regex.compile(r"预期性"), regex.compile(r"约束性")),
    (regex.compile(r"控股|全资"), regex.compile(r"参股")),
    (regex.compile(r"新建|新制定|制定|新出台|出台"), regex.compile(r"修订|修改|修编")),
    (regex.compile(r"法规"), regex.compile(r"规章")),
    (regex.compile(r"建议"), regex.compile(r"提案")),
    (regex.compile(r"男"), regex.compile(r"女")),
    (regex.compile(r"投诉"), regex.compile(r"举报")),
    (regex.compile(r"(?<!非)税收?收入"), regex.compile(r"非税")),
    (regex.compile(r"内资"), regex.compile(r"外资")),
    (regex.compile(r"公办"), regex.compile(r"民办")),
    (regex.compile(r"国内"), regex.compile(r"入境|境外|国外|海外")),
)
# 第一产业, 二产增加值: the three sectors
SECTOR = regex.compile(r"(?:第(?P<n>[一二三])产业|^(?P<n>[一二三])产)(?:实现)?(?:增加值)?$")
# 三次产业结构由3:55:42调整为|2.5:55.5:42; 三次产业比重分别为|8.8%、43.2%和48%
_NUMBER = r"(?P<n>\d{1,3}+(?:\.\d{1,3}+)?+)(?P<unit>%?)"
_COLON = r"\s?(?:[:：∶︰﹕比])\s?"
_LISTED = r"\s?(?:、|，|,|和|及|与|:)\s?"
STRUCTURE = regex.compile(
    rf"(?<![\d.:：∶︰﹕]){_NUMBER}(?:{_COLON}{_NUMBER}){{2,4}}(?!{_COLON}\d|\d|\.\d)"
)
SECTOR_SHARES = regex.compile(
    r"(?:三次产业|一、?二、?三(?:次|产)|第一、第?二、第?三产业)[^，。；;\n\d]{0,30}?(?:比重|占比|比例|结构)"
    rf"[^，。；;\n\d]{{0,12}}+{_NUMBER}(?:{_LISTED}{_NUMBER}){{2}}"
)
# 三次产业增加值分别完成58亿元、212亿元和230亿元: one name for the three sectors, in their order
THREE_SECTORS = regex.compile(
    r"(?:三次产业|三大产业|一、?二、?三(?:次|产)?(?:产业)?|第一、?第?二、?第?三产业)(?:分别)?(?:实现|完成)?增加值$"
)
# what a row of numbers with colons must be about to add up to a hundred
STRUCTURED = regex.compile(r"结构|比例|比重|占比|产业|构成|之比|[三3]次|比为|比由|调整|优化")
# 税收|占|一般公共预算收入|比重; 税收|占比
SHARE_NAME = regex.compile(r"(?P<part>.{2,}?)(?:占(?P<whole>.{2,}?)(?:的)?(?:比重|比例|份额)|占比)")
# a name that says nothing without its neighbour: 增加值296亿元
BARE = regex.compile(
    r"(?:总)?(?:增加值|产值|产量|总量|规模|金额|总额|投资|收入|利润|面积|数量|营业收入|营收)"
)
# 土地征收|完成率, 完成年度目标|比率; what it is measured against says 计划, 任务 or 目标
COMPLETION_NAME = regex.compile(
    r"完成率$|^(?:完成)?.{0,8}(?:目标|任务|计划).{0,4}(?:率|比重|比例)$"
    r"|(?:完成|占|为|达到?|是)了?\p{Han}{0,12}(?:目标|任务|计划|预算)\p{Han}{0,4}比例$"
)
# 办结114件|，办结率达|95%: a bare rate of what was told right before it
BARE_RATE = regex.compile(
    r"[，、,（(]?(?P<did>\p{Han}{2})率(?:达到?|为|是|提高到|提升至|超过|实现)?"
)
# 检出|不合格|65批次: what was not done is no part of its rate
NOT_DONE = regex.compile(r"[不未非](?=\p{Han})")
PLANNED_NAME = regex.compile(r"计划|任务|目标|预算(?![内外收支])")
# 年度投资计划|完成投资, 实际开工: done, whatever plan the name speaks of
DONE_NAME = regex.compile(r"完成|实际|实现|已")
# 占一般公共预算收入39亿元|的|70%, 是2020年24万千瓦|的|4倍
OF_AMOUNT = regex.compile(r"余?的(?:约|近|大约)?")
# 债券22.95亿元|，占比|45.3%|；国企自筹|6.48亿元: a list of amounts, each with its share of one whole
BARE_SHARE = regex.compile(r"[，、,（(]?占(?:比|总数的?|总量的?|总额的?)?(?:达到?|为|是)?")
NEXT_SHARE = regex.compile(r"[）)]?[；;，、](?:(?!其中)[^。！？\n\d]){1,24}")
# 税收27.3亿元|，占一般公共预算收入|39亿元: what leads from a level to the amount it is a share of
AMOUNT_LED = regex.compile(
    r"[，、]?[^，。；;\d]{0,6}(?:占|相当于|[是为]|完成|达到?)(?:[^，。；;\d]|(?:19|20)\d\d年){0,16}"
)
# 比一季度增加11个|，增长20%: the growth is over the base that was just told
GROWTH_BESIDE = regex.compile(r"[，、]?(?:增长|下降|减少|提高|降低|上升|增幅|降幅)了?(?:约|近|超)?")
# 总装机9157万千瓦: the whole of a bare share
TOTAL_NAME = regex.compile(r"总(?!产|理)|合计|共")
CLOSED = regex.compile(r"[^（(]*[）)]")
# 精简比例50.5%, 降幅39.8%: the change of the 从几到几 before it
CHANGE_RATIO = regex.compile(
    r"(?:(?P<down>精简|压缩|压减|削减|减少|下降|取消|降低|缩减|缩短|核减|精减)(?:比例|比率|率|幅度)"
    r"|(?P<down>[降减跌]幅)|(?P<up>(?:增长|提高|上升|提升|扩大)(?:率|幅度|比例)|[增升涨]幅))$"
)
# 同比, 比上年: the year before is said, whatever the base of the 从几到几 was
YEAR_BEFORE = regex.compile(r"同比|[比较]上年|[比较]去年|上年同期|去年同期|[比较]上一?年|按年")
YEAR = regex.compile(r"(?:19|20)\d\d(?=年)")
EACH_YEAR = regex.compile(r"年均|每年|年平均|逐年|年递增|年增长率")
# 城乡居民收入比, 收入倍差
INCOME_RATIO = regex.compile(r"收入(?:倍差|差距|之?比|比值|比例|相对差距)")
# 优良天数334天, 优良率91.5%
GOOD_DAYS = regex.compile(
    r"(?:优良|达标|达到及好于二级|二级以上|好于二级|良好|优于二级|达二级)[^，。；]{0,14}(?:天数|天)$|优良天数$|优良天气$"
)
GOOD_RATE = regex.compile(
    r"(?:优良|达标|良好|优良天数|优良天气|优良天数的?)(?:率|比例|比率|占比|达标率)$|优良率$"
    r"|(?:优良|达标|二级|良好)[^，。；]{0,6}天数占[^，。；]{0,8}(?:比重|比例|比率)$"
)
# 日均, 平均每天; 月均; 年均投入
PER_DAY = regex.compile(r"日均|平均每[天日]|每天平均|每[天日](?=新增|诞生|净增|新设|新登记)")
PER_MONTH = regex.compile(r"月均|平均每月")
PER_YEAR = regex.compile(r"年均|平均每年|每年平均")
# 日均新增19|户，总量达到: what stands before another number leads to that
LAST_NUMBER = regex.compile(r"\d")
PER_WORDS = regex.compile(r"日均|月均|年均|平均每[天日月年]|每[天日月年](?:平均)?|平均")
# 城镇120人、农村80人，|合计|200人
SUM_SAID = regex.compile(r"合计|总计|共计|相加|[两三四五六]项(?:合计|共)")
# 五年累计, 过去五年, 四年来: over how many years a total runs
YEARS_OF = regex.compile(
    r"(?P<n>[两二三四五六七八九十]|\d{1,2}+)年(?:来|间|累计|共|合计|总|里|内)|(?:过去|近|这|本届政府)(?P<n>[两二三四五六七八九十])年"
)
# 预计全年实现: a level that was not yet known
EXPECTED = regex.compile(r"预计|预期|快报|有望")
# 过去五年, 五年来, “十三五”期间: several years together
OVER_YEARS = regex.compile(
    r"(?:过去|这|近|最近|刚刚过去的)(?:的)?[两二三四五六七八九十]年(?!前)|(?<![十\d第])[两三四五六七八九十]年(?:来|间|累计|合计|共)"
    r"|“[一二三四五六七八九十]{1,2}五”(?:时期|期间|以来|五年|规划)|本届政府|任期内?|比五年前|[与比较](?:20|19)\d\d年"
)
# 2010年和“十一五”时期工作回顾: one year as well
ONE_YEAR_TOO = regex.compile(r"(?:20|19)\d\d年(?!来|以来|至|到|—|-|–)|过去的?一年")
# 新增公园141座、|累计达到|973座
ADDED_NAME = regex.compile(
    r"^(?:新增加?|净增加?|新认定|新建成?|新培育|新设立?|新登记|新注册)|新增|净增"
)
NET_ADDED = regex.compile(r"净增")
# 新增上市公司3家|，上市公司|总数由14家增至17家
TOTAL_MOVED = regex.compile(
    r"[，、,（(][^，。；;！？\n\d]{0,12}?(?:总数|总量|累计|存量|数量|规模)?(?:已)?(?:从|由)(?:\d{4}年的?|上年的?|去年的?|年初的?)?"
)
# 是2015年的2.6倍；2015年|为|18亿千瓦时: what leads to the earlier level, behind the time it was compared with
TOLD_BEHIND = regex.compile(r"(?:年)?(?:同期)?(?:时)?(?:仅|只)?(?:为|是|有|完成|达到?|实现)?")
# 翻番: twice as much, with no number of its own
DOUBLED = regex.compile(r"[，、,]?(?:实现|基本实现|顺利实现|提前实现|总量|规模)?翻番")
TOTAL_SAID = regex.compile(r"累计|总数|总量|总计|达到|达|共有|突破|增至|增加到|总里程|总规模")
# the sides of a milestone: 突破3000亿元, 迈上万亿台阶
MILESTONE = regex.compile(r"突破|迈[过上入进]|跨[过上越入]|站上|登上|跃上|冲刺|首破|越过|大关|台阶")
# names of cells of a table: a total, a share, a completion
TOTAL_CELL = regex.compile(r"[合总]计$")
SHARE_CELL = regex.compile(r"(?:比重|占比|构成)$")
COMPLETED_CELL = regex.compile(r"完成率$")
