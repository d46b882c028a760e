"""Heads of columns and rows of tables: roles, units, what they measure. Blanks are taken out
before these run."""

from __future__ import annotations

import regex

_YEAR = r"(?:19|20)\d\d"

# 比上年增长, 同比增减, 比上年末增长, 较上年±, 比2021年增长, 增速, 环比
# 比1—10月增减, 比上半年: a part of the year that ended before
_PART = (
    r"(?:1月?[-—–~～至到]{1,2}(?:1[0-2]|[2-9])月|(?:1[0-2]|[1-9])月|前[二三]季度|[一二三]季度"
    r"|上半年)份?[末底]?"
)
_COMPARED = (
    r"(?P<basis>(?:与|同|比|较)(?P<against>上年同期|去年同期|上年同月|上年末|上年底|上年度?|去年末?|年初|上学年"
    r"|上月末?|上季度?末?|上一?[届次轮]|上期|同期|基期"
    r"|常年(?:同期)?|多年平均(?:值)?|历年(?:同期|平均)|历史同期"
    rf"|{_YEAR}年?(?:末|底|同期)?|(?<!同比|环比){_PART}|计划|预算"
    rf"|全[省国市州县](?:平均)?(?:水平)?)?(?:决算|执行|实际|完成|预算)?数?(?:相比)?|同比|环比|年均"
    rf"|年平均|平均(?:每年)?(?=增))?"
)
_MOVED = (
    r"(?:[多少]增(?:[（(][多少]增[)）])?|(?:上升|增长|提高|增加)(?:或|、|/)?(?:下降|减少|降低)|增长速度|增长率|增长(?![点极值])|增速|增幅"
    r"|增减变动|增减率|增减|增加额|增加(?!值)|减少|升降|涨跌|涨幅|降幅|升幅|距平(?:百分率)?"
    r"|变动|变化|下降|降低|上涨|提高|上升|±|\+[/／]?-|＋－|\+、-|差额)"
)
# what moves only against a time that is said: 比年初净增, 比1—10月加快
_SINCE = r"(?:[新净]增(?![长速幅])(?:加)?|加快(?:(?:或|、|/)?(?:放缓|回落))?|放缓|减缓|回落|回升|提升|扩大|收窄|缩小)"
CHANGE = regex.compile(
    rf"(?<![新])(?:按?可比(?:价格?|口径)(?:计?算)?|可比(?=增|上)|名义|实际(?=增|同比|比上年))?{_COMPARED}(?P<part>比重|占比"
    rf"|份额)?(?P<moved>(?:(?(basis){_SINCE}|(?!))|(?<![新净]){_MOVED})"
    r"(?:幅度?|情况|百分比|比例|率|额|数|量|值)?(?:\(?[+＋]?[/、]?[-－]\)?)?)"
)
COMPARED = regex.compile(
    rf"(?P<basis>同比|环比|(?:(?<![占对同环别师])比|较)(?P<against>{_YEAR}年?|上年同期|上年同月|[上去]年[末底]?|去年同期|年初"
    rf"|上一?[届次轮]|上季度?[末底]?|上月[末底]?|常年(?:同期)?|多年平均(?:值)?|历年(?:同期|平均)|历史同期)(?=%|$))"
)
PART_OF_YEAR = regex.compile(_PART)
# 上年增减: against figures that were adjusted since
ADJUSTED = regex.compile(r"(?:经?(?:追溯|重述)?调整|重述)[前后]|(?:法定)?口径")
# heads of numbers that say how far something fell
FALLS = regex.compile(
    r"(?<!(?:升|长|高|加|增|涨|快|大)(?:或|、|/)?)"
    r"(?:下降|降低|减少|压减|降幅|跌幅|回落|放缓|减缓|收窄|缩小)"
)
# what a title may say all of its numbers are
MOVES_OF_TITLE = regex.compile(r"[增涨降升跌][长速幅减跌降]")
# 贸易差额, 自然增长率: levels, though a word of a change stands in them
NO_CHANGE = regex.compile(r"(?!同比|环比|增减|变动)\p{Han}{2}差额$|(?:自然|机械)(?:增长率?|变动)")
FALL_RATE = regex.compile(r"(?:下降|降低|减少|压减|削减)(?:率|比例)")
# how much of a whole's growth is of a part
CONTRIBUTION = regex.compile(
    r"(?:对[^，]{1,14}?增长的)?贡献(?:率|度|份额)|拉动(?:[^，]{1,12}?(?:增长|点))?"
)
# 与时间进度比较, 与全省平均之差
BESIDE = regex.compile(r"(?:与|同|较)(?P<against>[^，]{2,10}?)(?:相比|比较|之差|相差|差距)$")
# 为上年%, 为上年决算数的%, 预算数为上年执行数的%
OF_LAST = regex.compile(
    rf"(?:为|占|是|达|相当于|恢复[到至])(?P<against>上年同期|上年度?|去年|{_YEAR}年)(?:同期)?"
    r"(?:预?算?决算|预计?执行|执行|实际|完成|预算|收入|支出)?数?的?(?:%|百分比|比例|比率|比)?"
)
SHARE_TAIL = regex.compile(r"的?(?:%|百分比|比例|比率|比)?$")
# 完成预算%, 为年初预算的%, 占年计划%, 执行率
COMPLETED = regex.compile(
    r"(?:完成|为|占|(?<![下传到送])达|达到|是)(?P<due>(?:年度|年初|全年|调整后?|变动|年|本年|当年|(?:19|20)\d\d年){0,3}"
    r"(?:预算|计划|目标任务|目标|任务|预期)(?:目标|数|收入|支出)?)的?(?:%|百分比|比例|比率|情况|进度|率)?"
    r"|(?P<due>(?:预算|计划|目标|任务)?)(?:完成率|执行率|完成进度|执行进度|完成百分比|完成比例|完成程度|收入进度|支出进度|实现率|完成(?=%))"
)
# of what was due: 完成应交%, 完成任务的比例, 应收完成率; of numbers in % only
DONE_OF_DUE = regex.compile(
    r"(?<![未已])完成(?P<due>(?!数|情况)\p{Han}{2,10}?(?<![率幅速重比]))的?(?:百分比|百分数|比例|比率|进度)?$"
    r"|(?P<due>(?:\p{Han}{0,6}应\p{Han}{1,4}|\p{Han}{0,4}(?:任务|计划|目标|预算|指标)))完成$"
)
# what names itself how far something went
PROGRESS = regex.compile(r"[\p{Han}]{2,4}(?:率|进度|程度)|进度")
SHARE = regex.compile(r"比重|占比|份额|构成(?:比)?|占[^，]{0,14}$|占[^，]{0,14}?(?:%|百分比|比例)")
# 产品销售率同比为百分点, 比率指标增减为百分点
POINTS_NOTE = regex.compile(r"[^。；;\n]{0,60}百分点")
ALL_RATES = regex.compile(r"比[率重例]|占比|率(?:类|指标)|单位(?:为|是)?[“\"]?[%％]|[%％][”\"]?的")
SHARE_OF = regex.compile(r"占")
# 占全市 | 平均%
GOES_WITH_SHARE = regex.compile(r"的|平均|比[重例]|水平|总?[量额数]")
STRUCTURE = regex.compile(r"(?:构成|比重|占比|份额)比?")
# 第一产业|比重; not 占全部进口比重, which says of what
STRUCTURE_LAST = regex.compile(rf"(?<!占\p{{Han}}{{0,14}}){STRUCTURE.pattern}$")
# 企业数亏损企业, 资产总计: what is counted, though the words at its end are not of a measure
COUNTED = regex.compile(r"\p{Han}(?:数(?=\p{Han})|[总合]计$)")
LIST_MARK = regex.compile(r"[、和与及]")
# what only says how the rows below are sorted: 按行业分, 在总计中：
SORTED_BY = regex.compile(
    r"在?总[计数](?:中|合)?(?:[:：、,，]?按.{1,12}分组?)?|(?:[其总])?中?[:：,，]?按[\p{Han}]{1,12}分(?:组|类|列)?"
    r"|分(?:三次)?(?:产业|行业|隶属关系|登记注册类型|企业规模|地区|区域|用途|来源|类型|性质|种类|领域|城乡)"
)
RANK = regex.compile(
    r"(?:在?"
    r"(?P<among>全(?:[省市国州区县]|系统|行业)[\p{Han}]{0,3}?|同类[\p{Han}]{0,4}?"
    r"|(?![上本当][年月期季前]|[年季月]度|月份|去年|今年|综合|总体|最终|累计|增[速幅长量]|[降涨]幅|进度|总[量额分]|得分|成绩|绩效|质量|数量|规模|收入|支出"
    r"|产[值量]|投资|税收|完成|占比|比重|单[项科]|强度|密度|效益|效率)[\p{Han}]{2}(?=排名))"
    r"(?:中)?的?)?(?:位次|排名|名次|排位|位居)"
)
# by how many places something moved, which is no place: 位次变化, 排名较上年升降
RANK_MOVED = regex.compile(
    r"(?:位次|排名|名次|排位)(?:(?:[比较与同][\p{Han}\d]{1,6}|同比|环比)?(?:相比)?"
    r"(?:变化|变动|升降|增减|上升|下降|提升|进退|±|\+[/／]?-)"
    r"|[比较](?:上|去)[\p{Han}]{1,3}$)|(?:[比较](?:上|去)[\p{Han}]{1,3}|同比|环比|升降|变化|变动)(?:的)?(?:位次|名次)"
)
INDEX = regex.compile(
    r"以?(?P<against>上年同[期月季]|上年|去年同[期月]|上个?月|上个?季度?|去年|(?:19|20)\d\d年?|基期|[女男]性?|农村|总体|全国|全省)"
    r"(?:同期)?(?:平均)?(?:价格)?(?:=|为|＝)100"
)
# what is compared with and is no time
NO_TIME = regex.compile(r"[女男]性?|农村|总体|全国|全省")
INDEX_WORD = regex.compile(r"指数(?:[（(][^（）()]*[)）])?$")
# of what kind each is, behind its name
SPEC_HEAD = regex.compile(
    r"(?:产品|商品)?(?:规格|等级|品级|型号|品牌|产地|牌号)(?:[、/及和]?(?:规格|等级|品级|型号|品牌|产地|牌号))*"
)
# 数量 | 金额 of what was sold
QUANTITY_HEAD = regex.compile(r"数量|总?量")
SUM_HEAD = regex.compile(r"金额|价值|货值|总?额|总值")
TRADED = regex.compile(r"进出口|出口|进口|成交|销售|交易|采购|收购|零售|批发")
SAME_TIME = regex.compile(r"(?:上年|去年)同期")
YEAR_BEFORE = regex.compile(r"(?:上年|去年)(?:同[期月季])?$")
# what a row says of how its numbers came about: 还本预算数, 发行预计执行数
ROW_STATE = regex.compile(
    r"(?:年初|调整后?|变动)?(?P<planned>预算|计划|目标|预期)[数值额]$"
    r"|(?:全年|本年|年度)?(?:预计|实际|预算|累计)?(?:执行|完成|决算|实现)[数值额]$"
)
# what has no unit: so many men to a hundred women, pupils to a teacher
UNITLESS = regex.compile(
    r"(?:性别|生师|师生|床护|医护|抚养|投入产出|产销|流动|速动|城乡(?:居民)?(?:人均)?(?:可支配)?收入)比|(?<!高锰酸盐)[指系]数$"
)
# over the months of an index: 1—11月平均 | 上年同期=100
AVERAGED = regex.compile(r"平均")
# levels planned, levels reached
PLANNED = regex.compile(
    r"(?:年初|调整后?|变动|本年|年度|全年)*"
    r"(?:(?:(?<!公共|基金|经营)预算|预算(?=[数额安草]))"
    r"(?!执行|收入|支出|外|内|单位|教育|财政|拨款|资金|投入|经费|资助)"
    r"|计划(?!完成)|目标(?!完成)|预期(?:目标)?|任务(?!完成)|规划|安排"
    r"|(?<=年度|全年|预期|年初)指标(?=值))"
    r"(?:值|数|额|情况|金额|总额|任务|草案)?(?:[（(]草案[)）])?(?:目标|预期|计划)?[值数]?"
)
DONE = regex.compile(
    r"决算[数额]?|(?:预算|预计|实际|累计|计划)?(?:执行|完成|实现|达到|发生)(?:值|数|额|情况)"
    r"|(?:实际|预计)(?:值|数|完成)|(?:预算|预计|实际)?执行(?=$|金额)|(?:实际|预计)$|实绩"
    r"|(?:累计|已)完成|完成(?=$|额|投资)|^完成(?=\p{Han})(?!率|进度|比例|程度|情况|时)"
)
# what says only that a number stands there
GENERIC = regex.compile(
    r"(?:绝对[数值额量]|[总绝]对?量指标|数值|数额|指标值?|数据|总量|[合小共]?\s?计|总数|基[数值]|年末数|期末数|年初数|期初数"
    r"|本[期年]数|上[期年]数|同期数|累计数|当年|全年|累计|数|值|额|情况|金额|数量|总计|本期|其中|实绩|水平|规模)?"
)
# what stands in brackets behind a name
BEHIND_NAME = regex.compile(r"[（(](?P<inside>[^（）()]{1,12})[)）]$")
BACK = regex.compile(r"(?:^|上年)同期|[上基]期|[年期][初末]|^(?:(?:本年)?累计数?|全年|当年)$")
# how a column is reckoned: A=B+C
FORMULA = regex.compile(r"[A-Z](?:=[A-Z\d+\-*/×÷()（）%]{1,24})?")
AMOUNT = regex.compile(r"(?:金额|数量|总量|规模|水平)")
BRACKETS = regex.compile(r"[（(](?P<inside>[^（）()]{0,24})[)）]")
# what a unit in brackets inside a head may stand before: 产值（亿元）比上年增长; not 在校（园）学生
BEHIND_UNIT = regex.compile(
    r"[^\p{Han}]|[比较与占同环增减升降变涨累完为]|其中|[合小总]计|本[年月期]|上[年月期]|排名|位次|及"
)
SIGN = regex.compile(r"±|[+＋][/／、]?[-－](?=[%％])")
BARE_UNIT = regex.compile(r"[,，、]?[±]?(?P<unit>%|％|‰|个百分点|百分点)$")
LINKS = regex.compile(r"^(?:的|及其|其中|截[至止]到?)|(?:的|为|及|和|与)$")

# what no rate is: 不良贷款率|余额
STOCK = regex.compile(r"(?:[期年月季]末|本期)?(?:余额|总额|金额|绝对额|总量|存量|数量)")

# what counts things and is a thing too: below a head it names one of them, and is no unit
NO_UNIT_ALONE = regex.compile(
    r"省份?|市|县|区|州|乡|镇|村|校|院|馆|园|店|厂|站|点|点位|段|道|圈|路|车|眼|面|门|堂|节|集|层|档|类|页|期|届|种|组|对|口|班|课"
    r"|队|支队|位次|条|根|位|名|号|处|户次|工日|份|部|项|批|场|杆|盆|床|本|粒|包|袋|盒|瓶|天|年|月|日|季度|周|度"
)
# rows
WITHIN = regex.compile(r"^(?:[（(]?其\s?中[)）]?[:：、，,]?|#|＃|\*?其中[:：])")
TOTAL_ALONE = regex.compile(r"(?:总|合|小|共|累)计|合计数|总\s?数")
DUE_TAIL = regex.compile(r"(?<=[\p{Han}])(?:数|值)$")
TOTAL = regex.compile(r"(?:总|合|小|共|累)计|合计数|总\s?数|[\p{Han}]{0,6}(?:合计|总计)")
# 五年年均增速: the years stand in the table
SO_MANY_YEARS = regex.compile(r"(?:近|前|这)?[二两三四五六七八九十]年(?=年均|平均)")
# words where a number of a row is looked for
NAMING = regex.compile(r"\p{Han}\s*\p{Han}.{0,20}")
# how many there are, beside a name: 交通（12个）, 合计（共48项）
COUNT_NOTE = regex.compile(r"[（(]共?\d{1,4}\p{Han}[)）]$")
# how a statement of accounts writes a loss: （亏损以“－”号填列）
FILLED_IN = regex.compile(r"[（(][^（）()]{1,30}(?:填列|列示)[)）]")
# 加：其他收益, 减：所得税费用
ADDED = regex.compile(r"^[加减][：:]")
# what a name ends in that measures something by itself
MEASURE = regex.compile(
    r"(?:[额量数值率比]|收入|支出|面积|人口|余额|投资|利润|利税|税收|指数|里程|能力|长度|价格|产值|营收|资产|负债|总产"
    r"|单产|人数|户数|经费|资金|贷款|存款|密度|寿命|系数|容量|费用|成本|投入|产出|强度|浓度|消耗|排放|能耗|水平|程度"
    r"|比重|占比|顺差|逆差)(?:[（(][^（）()]*[)）])?$"
)
# 全社会用电量: what a title measures, without of whom
MEASURED = regex.compile(
    r"^(?:全社会|全部|各类|全行业)?(?P<measure>\p{Han}{1,4}(?:量|额|投资|收入|支出|产值|人口))"
    r"(?:[（(][^（）()]*[)）])?$"
)
PLACE_TOTAL = regex.compile(
    r"(?<=^(?:全|(?!各|县区|地区|市县)\p{Han}{2,4})[国省市县区州旗镇乡])(?:合计|总计|总数|平均)$"
)
PLACE = regex.compile(
    r"(?:全[国省市县区州旗镇乡]"
    r"|(?!(?:城|建制|老|小城)镇|乡村|.*地区|城区|[\p{Han}]{0,4}城市)[\p{Han}]{1,6}?"
    r"(?:省|市|自治[区州县旗]|县|(?<![小片景社校库矿山牧灾街辖城])区|镇|街道(?:办(?:事处)?)?)"
    r"|[\p{Han}]{0,5}(?:省|市|县|区|州)本级|(?:乡镇|镇|街道)级|[\p{Han}]{2,6}(?:乡|州|旗|农场|林场))(?:（[^（）]{1,12}）)?"
)
TILL = regex.compile(r"^(?:截[至止]到?|[到至自从])(?=$|累计|完成|实际|已|止|末|底|以来|开始|的)")
COUNT_TAIL = regex.compile(r"(?:总额|总量|总数|总值|额|数|量|值|情况)$")
EMPTY = regex.compile(r"[（(\[〔](?:截[至止]到?)?[\s，、,/／—-]*[)）\]〕]")
# a change of which no word says whether it is an amount or a rate
NEUTRAL = regex.compile(r"(?:增减(?:变动|变化)?|变动|变化|差额|(?<!加)增加|(?<!少)减少)(?:情况)?$")
# the same, also beside a rate since another time
AMOUNT_OR_RATE = regex.compile(r"(?:增减(?:变动|变化)?|变动|变化|增加|减少|新增|净增|±)(?:情况)?$")
# 预期性, 约束性: rows of a plan
BINDING = regex.compile(r"(?:预期|约束|引导)性(?:指标)?")
BOTH_SIDES = regex.compile(r"(?:收支|收入[和与及、]?支出|支出)(?:决算|预算|执行|平衡)?$")
RATE = regex.compile(r"[率幅速%]|百分比|比例")
MOVING_ROW = regex.compile(
    r"(?:降低|下降|减少|提高|增长|上升)(?:率|幅度)?(?:[（(][^（）()]*[)）])?$"
)
# names of what is measured in %
RATIO_NAME = regex.compile(
    r"(?:率|比重|占比|比例|增速|增幅|增长(?:速度)?|构成|百分比)(?:[（(][^（）()]*[)）])?$"
)
RANKED = regex.compile(r"(?:增速|增幅|增长|总量|总额)?")
# a row since the beginning of the year, whatever month its column is
SUMMED = regex.compile(r"累计(?=$|增[长速幅减]|同比|完成|值|数|额|[（(])")
# a body above, whose growth stands beside the own
PEER = regex.compile(r"全[国省市州县区](?:平均|水平|平均水平)?")
# what came and went: 年内增加 | 年内减少
FLOW = regex.compile(r"(?:增加|减少)(?:额|数|量)?")
# 年均增速|（累计）, 年均|/累计: brackets below it hold what all years make together
SUMS_IN_BRACKETS = regex.compile(
    r"(?<=年均(?:增[速长幅率]|增长率|增减)?)[%％]?(?:[（(][%％][）)])?(?:[/／或、]?[（(\[〔【]|[/／或、])"
    r"(?:[一-十]年)?(?:累计|合计)(?:数|值|增[长加减]|变化|提高)?[%％]?[)）\]〕】]?"
)
WITHIN_YEAR = regex.compile(r"[本当]?[年期](?:内|度|中)?|")
# a time that is a day and no more: 9月末
DAY_SAID = regex.compile(r"[末底初日]$")
