"""Years and spans, and the headings that say whether a part looks back or ahead."""

from __future__ import annotations

import re

import regex

Match = regex.Match[str]
# 税收|占|生产总值的12%, 低保标准|达到|居民收入的20%: before what something is measured by
MEASURED_BY = r"(?:占|达到|相当于|不[低高]于)"
# without one of these no opening turns a report ahead or back
TURN_HINT = re.compile(r"年|目标|五|过去|本届|下|今后|接|新学期")
# a text as written that may come to hold one:
# NFKC makes 年 of a compatibility ideograph, dress is taken out
MAY_TURN = re.compile(
    rf"{TURN_HINT.pattern}|[*\u2e80-\u2fdf\u3200-\u33ff\uf900-\ufaff\U0001f200-\U0002fa1f]"
)
# 今年国民经济和社会发展的主要预期目标是：, 今年发展主要预期目标是, 2026年政府工作总体要求是
PLAN_OPENING = regex.compile(
    r"(?:今年|20\d\d年|全年|新的一年)?[^，。；]{0,16}(?:主要)?(?:预期目标|奋斗目标|工作目标|发展目标)"
    r"(?:是|为|建议|[:：])"
    r"|(?:今年|20\d\d年|新的一年)[^。；]{0,20}(?:工作|要|的)(?:总体(?:要求|思路)|重点(?:做好|抓好|任务))"
    r"|(?:今年|20\d\d年)，?(?:我们|全市|全省|全县|全区|全院)?(?:将|要|重点)"
    r"|(?:今年|(?<![到至])20\d\d年)，?(?:我们|全[市省县区院]\p{Han}{0,6}"
    r"|\p{Han}{0,10}[局委会院厅办处部署队司校社]|\p{Han}{0,6}(?:中心|机关|公司|集团|部门|系统))?(?:将|要|重点|计划|力争)"
    r"|(?:今年|20\d\d年)[，,]?[^，。]{0,20}(?:要重点|重点(?:做好|抓好|推进|是))"
)
# 2024年|计划招生1200人: a figure that is planned, told among what was done
PLANNED_FIGURE = regex.compile(
    r"(?:今年|(?:19|20)\d\d年)(?!，)\p{Han}{0,8}?(?:计划|力争|预计|拟)[^，。；：:]{1,20}?\d"
)
# 下一步，, 下一阶段我局将, 今后，全县要; not 下一步工作打算已明确, 今后五年
NEXT_OPENING = regex.compile(
    r"(?:下一?步|下一?阶段|今后|接下来|下一?年度|下个?月|下一?季度|下半年|明年|来年|新的一年|(?:下一?个?|新)学[年期]里?)"
    r"(?:，|我[们局院市县区省校镇处办委司站]|全[省市县区镇局院校]|[将要]|(?:的|里)?工作中?[，将要])"
)
# every plan opening holds one of these
PLAN_HINT = re.compile(r"目标[是为建:：]|[要将]|重点|总体|计划|力争")

FIVE_YEAR_PLANS = {
    "八五": 1991, "九五": 1996, "十五": 2001, "十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021,
    "十五五": 2026, "十六五": 2031,
}  # fmt: skip
PLAN_NAME = regex.compile(r"“(?P<name>[一二三四五六七八九十]{1,2}五|八五|九五)”")
# “十四五”时期, “十四五”以来; not “十四五”规划, “十四五”末
PLAN_SPAN = regex.compile(
    r"“(?P<name>[一二三四五六七八九十]{1,2}五)”(?:时期|期间|以来|这五年|五年|累计|年均|以来)"
)
PLAN_END = regex.compile(r"“(?P<name>[一二三四五六七八九十]{1,2}五)”(?:规划)?(?:末期?|期末|末年)")

A_YEAR_HINT = re.compile(r"(?:19|20)\d\d")
# what the times that are counted from the report's year are written with:
# 年 behind no number of a year
RELATIVE_HINT = re.compile(r"年(?<!\d{4}年)|年初以来|本届政府|前|上月")
FIVE_YEARS = regex.compile(
    r"(?:过去|这|近|刚刚过去的)(?:的)?五年|(?<![十\d第])五年(?:来|间|累计|合计|共|中|，)|本届政府(?:任期|五年|过去五年)"
)
# ——这是综合实力稳步提升的五年: a paragraph on all of them
WERE_FIVE = regex.compile(r"[—\s-]*+(?:这|过去五?年)是[^，。；]{2,32}的五年")
FIVE_TOGETHER = regex.compile(r"五年(?:间|累计|合计|共)")
# 三年累计投入: all years of a plan of so many
YEARS_TOGETHER = regex.compile(r"(?P<n>[两二三四六七八九]|\d)年(?:间|累计|合计|共)")
BOOK = regex.compile(r"《[^《》]{0,80}》")
LAST_FIVE = regex.compile(r"(?:过去|这|刚刚过去的)(?:的)?五年|(?<![十\d第])五年来")
# 回顾过去五年; not 新区人口|五年间翻了一番, which speaks of one figure
BEFORE_SPAN = regex.compile(
    r"\W*(?:(?:回顾|总结|经过|通过|纵观|总的看|可以说|刚刚|这|在|全[省市县区]|我[国省市县区])\W*)*"
)
# 今后五年, 未来三年: the years that begin
NEXT_YEARS = regex.compile(
    r"(?:今后|未来|下一?个?)的?(?P<n>[两二三四五六七八九十])年(?![级前度])"
)
# 用两年时间, 三年内: counted from the year planned for
WITHIN_YEARS = regex.compile(
    r"(?:用|再用|力争|争取|在)(?P<n>[两二三四五六七八九十]|\d)年(?:左右)?的?(?:时间|内)"
    r"|(?<![\d两二三四五六七八九十—至到-])(?P<n>[两二三四五六七八九十]|\d)年内"
)
RECENT_YEARS = regex.compile(
    r"(?:近|这|过去)(?P<n>[两二三四五六七八九十]|\d)年(?:来|间)?"
    r"|(?<![\d十百第])(?P<n>[两二三四六七八九十]|\d)年(?:来|间|累计|合计|共(?=\p{Han})|(?=新增|建成|为))"
)
# 2020年到2025年, 2021—2025年, 从2020年的
YEAR_SPAN = regex.compile(
    r"(?P<start>(?:19|20)\d\d)年?\s?(?:-|—|–|~|至|到)\s?(?P<end>(?:19|20)\d\d)年"
)
# 到2030年, 2020年底
# 2023年7月至2024年6月: months over the turn of a year
MONTH_SPAN = regex.compile(
    r"(?<!\d)(?P<start>(?:19|20)\d\d)年(?P<first>1[0-2]|0?[1-9])月(?:份|初|底|末)?\s?(?:-|—|–|~|至|到)\s?"
    r"(?P<end>(?:19|20)\d\d)年(?P<last>1[0-2]|0?[1-9])月(?:份|底|末)?"
)
# 去年7月至今年6月: the same, told by the years that are counted from the report's
TURN_OF_YEAR = regex.compile(
    r"(?:去年|上年)(?P<first>1[0-2]|0?[1-9])月(?:份|初|底|末)?\s?(?:-|—|–|~|至|到)\s?"
    r"(?:今年|本年|当年)(?P<last>1[0-2]|0?[1-9])月(?:份|底|末)?"
)
# a line that is a day and no more
DATE_LINE = regex.compile(
    r"(?:^|[\n（( \u3000])(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?"
    r"(?:[，,；][^\n。；（()）]{1,20}[）)]|[）)])?[ \u3000]*+(?:\n|\Z)"
)
# the same where only its last character is looked for, which is fast in a long text
END_OF_YEAR = re.compile(
    r"年(?<=(?:19|20)\d\d年)(?<!\d.{4}年)(?!(?:-|—|至|到)\s?20\d\d)", re.DOTALL
)
ONE_YEAR = regex.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?!(?:-|—|至|到)\s?20\d\d)")
THIS_YEAR = regex.compile(
    r"本年度|当年(?![的，]?(?:人口|毕业))|本年|(?<![\d一两二三四五六七八九十几])年内"
    r"|(?<![去前上]年|\d年)全年(?![度龄]|(?:目标|任务|计划|预算|指标)(?:任务|数|总[数量])?(?!是|为|：|[\d任数总]))"
)
# 在上年|增长8%的基础上|增长9%: what was reached then, and others build upon
_BUILT_ON = r"[^，。；\d]{0,8}\d[\d.]*[^，。；\d]{1,4}的?基础上"
BUILT_ON = regex.compile(_BUILT_ON)
LAST_YEAR = regex.compile(
    rf"(?<![比较])(?:去年|上年度)(?!同期|同比|基础|以来)(?!(?<=在去年){_BUILT_ON})"
)
PAST_YEAR = regex.compile(
    r"过去的?一年|(?<![\d两三四五六七八九十近])一年来|刚刚过去的20\d\d年|回顾20\d\d年"
    r"|(?<![至到—–-]\s?)20\d\d年(?:是|，?面对|，?在|，?全[省市县区]|，?我)"
)
LOOK_BACK = regex.compile(r"(?:过去的?一年|回顾过去|去年)[，,]")
YEAR_BEFORE_LAST = regex.compile(r"前年")
# parts of a year: 前三季度, 2022年1—11月, 上半年, 一季度, 前八个月, 2023年9月末; with a day it is the year's
_MONTH = r"(?:1[0-2]|0?[1-9])"
PART_OF_YEAR = regex.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年(?:度)?)?(?:(?P<half>[上下])半年|前(?P<quarters>[一二两三1-3])个?季度"
    r"|第?(?P<from_quarter>[一二三])(?:季度)?\s?(?:-|—|–|~|至|到)\s?第?(?P<to_quarter>[二三四])季度"
    r"|(?<!前)第?(?P<quarter>[一二三四1-4])季度|(?<!提)前(?P<months>十[一二]?|[一二两三四五六七八九]|1[0-2]"
    r"|[1-9])个?月(?![初中末底])"
    rf"|(?<!\d)(?P<first>{_MONTH})(?:月?份?|月(?:[上中下]旬|初))\s?(?:-|—|–|~|至|到)"
    rf"\s?(?P<last>{_MONTH})月(?:份|底|末|[上中下]旬)?"
    r"(?!\d)"
    rf"|(?<!\d)(?P<month>{_MONTH})月(?P<day>\d{{1,2}}日)?(?P<tail>份当月|当月|份|底|末|初|[上中下]旬)?)"
)
# |一、二、三、|四季度, |9、10、|11月: the parts of a year that a list leaves 季度 or 月 out of
LISTED_PARTS = regex.compile(
    r"(?:第?[一二三四][、和及]){1,3}+(?=第?[一二三四]季度)"
    rf"|(?<![\d.月])(?:{_MONTH}[、和及]){{1,11}}+(?={_MONTH}月(?![\d底末]))"
)
LISTED_PART = regex.compile(r"[一二三四]|\d{1,2}")
PART_MARKS = ("月", "季度", "半年")  # it holds one of these
# 截至10月底, 到9月末: counted from January, unless what is counted stands at that time
# 截至|2023年11月底 of a review of 2022: what is told as of a day has happened
AS_OF = regex.compile(r"截[至止]到?\s?$")
UNTIL = regex.compile(r"(?:截至|截止到?|至|到)$")
# 2021年以来, 自2020年起: from that year to the last one looked back on
SINCE = regex.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?:底|末|初)?(?:以来|起|至今)")
# words between the parts of a list of times: 2021、2022和2023年
LISTED_YEARS = regex.compile(r"(?<!\d)(?:(?:19|20)\d\d年?(?:、|和|及|与|，|,))++(?:19|20)\d\d年")
LISTED_YEAR = regex.compile(r"(?:19|20)\d\d")
# 2022年|，全县, 2022年|全县: a time that a chain of sentences opens with; not 2022年度|审计工作报告
FRAMES = regex.compile(r"度?(?:[底末]|以来)?\s?(?:[，,：:]|[全我本各][\p{Han}]|累计|共|实现|完成)")
TIMES_LINKED = regex.compile(r"\s?(?:、|和|及|与|以及|，|,)\s?")
# 上年为31起: the year before the one spoken of
YEAR_BEFORE = regex.compile(
    r"(?<![比较在与])(?:上年|上一年)(?!同期|同比|基础|以来|末|底|结转|结余|滚存|基数)"
    rf"|(?<=在)(?:上一?|去)年(?={_BUILT_ON})"
)
# 上年|为31起, 去年|是28件, （上年|96件）: told beside another figure, and of no other
BESIDE = regex.compile(
    r"(?:同期|全年)?(?:分别)?(?:为|是|：|:|仅|达)|(?<=[，,；（(](?:上一?|去)年)[位排]?[列居名]?(?:\s?\d|第)"
)
# 百万元以上村5个，|去年|仅2个
BEHIND_A_FIGURE = regex.compile(r"\d[万亿]?(?:\p{Han}{1,4}|[%％])?[，,（(]$")
# 对|2023年度|图斑逐块核查, 将|全年|任务分解: the time of what is dealt with
DEALT_WITH = regex.compile(r"(?:对于?|将|把|就|关于|针对|围绕|聚焦|按照?|根据|结合)$")
# 去年同期为86公里; not 比去年同期增长
SAME_TIME = regex.compile(
    r"(?<![比较在与低高于出过])(?:去年|上年)同期(?=[为是：:仅达]|[位排]?[列居名]?(?:\s?\d|第)|的?\p{Han}{0,8}[为是])"
    # |去年同期|接待游客440万人次
    r"|(?<![^，。；：（\n])(?:去年|上年)同期"
    r"(?!相比|水平|基[数准]|\p{Han}{0,6}(?:增|减|升|降|多|少|高|低|快|慢))(?=\p{Han}{2,14}\d)"
)
NEXT_YEAR = regex.compile(r"明年|来年")
SO_FAR = regex.compile(r"今年(?:以来|来)?|年初以来|本年以来")
# 二〇二三年, ２０２３年; 年 comes first, for a search goes fast to it
YEAR_IN_WORDS = re.compile(r"年(?<=[〇○零一二三四五六七八九０-９]{4}年)")
# 为|2022年|的3.4倍: the year that a multiple is of
# 占|全年|计划110万亩的78%: the time of what was due, and of nothing that was done
OF_A_PLAN = regex.compile(r"(?<=[占为成达])(?:全年|年度|本年度?|今年)(?=计划|任务|目标|预算|指标)")
OF_THAT_YEAR = regex.compile(r"(?:全年|同期|[底末])?的\s?[\d.一两二三四五六七八九十半]+\s?倍")
COMPARED_YEAR = regex.compile(r"[比较与同]$")
# ，到2030年: a goal, where nothing else dates the text; not 增加到2012年的86家
GOAL_YEAR = regex.compile(r"(?:\A|[，。；：、\s争])到$")
BEFORE_OTHER_YEARS = frozenset("比较与同到\n")  # how what stands before such years ends
# years that are a base, not a period: 比2021年, 较“十三五”末, 与2000年相比
BASE_YEAR_BEFORE = regex.compile(
    r"(?:比|较|与|同|相比于|对比|在|超过|超出|超|[高低好快优慢多少长短]于|[高多]出|落后于?|恢复到|恢复至|相当于|面向)(?:去年|上一?年)?$"
)

# a value at the end of a span rather than over it
STOCK = regex.compile(
    r"率$|度$|资产(?:总额)?$|主体$|里程$|比$|比重$|占比$|指数$|余额$|水平$|标准$|寿命$|年限$|总量$|规模$"
)
# people, homes, vehicles that there are
HEADCOUNT = regex.compile(
    r"(?:常住|户籍|总|城镇)人口$|保有量$|在册\p{Han}{0,6}$|参保(?:人数|人员)?$|实有\p{Han}{0,6}$|存栏$|储量$|存量$"
    r"|结存$|登记\p{Han}{0,4}总数$"
)
# what came in the span, whatever it is of: 新增铁路营运里程, 培育涉旅经营主体
ADDED = regex.compile(r"新增|新登记|新设|新入库|净增|新建|改建|扩建|培育|新开")
# counted over the span, also where a bound stands before the number: 引进子公司超800家
FLOW = regex.compile(r"新增|净增|累计|减少|完成|引进|实施|查处|办理|培训|解决|(?:留\p{Han}{1,2}|转移)就业")
# what stands at the end of the span, not what was done in it: 投用充电桩92万台
STANDING = regex.compile(r"投用|覆盖|拥有|惠及|受益|带动|吸引|贷款|储备|集聚|聚集")
EVERY_YEAR = regex.compile(r"每年|连续[\d两三四五六七八九十]+年|年均|常年|始终")
# bodies that stand, counted without a verb: 国家技术创新中心5个, 工业互联网平台46家, 5个实验室揭牌运行
BODY = regex.compile(
    r"(?:企业|公司|中心|实验室|装置|平台|院士|工厂|产业链|集群|“小巨人”|冠军|园区|院所|高校|学科|城市)"
    r"(?:开诊|揭牌|在[\p{Han}]{1,3})?(?:运行|运营|布局)?$"
    r"|积累$|天数$|每[百千万]\p{Han}{1,4}拥有"
)
# 粮食产量稳定在…: over the span where it is a flow; 参保率稳定在…: at its end
STEADY = regex.compile(r"稳定在|保持在")

TARGET_NAME_HINT = re.compile(r"任务|目标|计划|控制指标")
TARGET_NAME = regex.compile(
    r"^(?:年度|目标|全年)?(?:任务|目标)(?:数|值|量)?$|^(?:年度|全年)(?:投资|建设|资金|产值|收入|销售)?(?:任务|目标|计划)(?:投资|数|额)?$"
    r"|(?:目标任务|总任务|年度任务|年度目标|任务数|目标值|计划数|控制目标|控制指标)(?:面积|数)?$"
)
SHARE_OF_TARGET = regex.compile(r"占[^，]*(?:目标|任务)|完成")
TARGET_CUE_HINT = re.compile(r"[力争确计拟将预必]")
# 力争|结案率95%以上，到位率达到45%: a wish holds for what stands behind it too
WISH_HINT = re.compile(r"力争|力求|力促|争取|确保|年计划|年内计划")
_STRIVES = r"(?<![着大全合努发致有得])力(?:争|求|促(?!进))"  # not 努力争取, 着力促消费, 大力促进
WISH = regex.compile(
    rf"{_STRIVES}|争取(?=[实达进突完在控提])|(?<!年)确保(?!了)"
    r"|(?<=[今明全]年|年内|下半年)计划(?=新增|新建|建成|实现|完成|发展|培育|引进)"
)
# 全年|计划筹资; not 三项计划, “国培计划”
TARGET_CUE = regex.compile(
    rf"{_STRIVES}"
    r"|争取(?=实现|达到|进入|突破|完成|在|[^，。；]{2,12}?(?:突破|达到|超过|增长))|确保"
    r"|(?:(?<!\p{Han}|[“”])|(?<=[全今明]年|年内|我们|[区市县司企局]))计划(?!单列|生育|项目|投资|的)"
    r"|(?<!(?:占|完成|达到?)(?:年度|全年|年)?)计划(?=(?:总)?投资(?:额)?(?:约|近|超过?|达|为)*\d)|拟"
    r"|(?:必须|务必)(?:于|在|[^，。；、\d]{0,6}前)?(?=\d|完成|达|实现|建成|[保控]|确保)"
    r"|将(?=达|实现|增|突|超|新[建增改开设]|建成|完成|改[造建扩]|扩建|投入|投产|培训|新招)|预期目标"
)
PAST_CUE = regex.compile(
    rf"(?<![比较与同超]|{MEASURED_BY})(?:去年|上年)|过去|已(?:经|有|建|完|达|累)|截至|截止|目前(?!起)|现有|刚刚|十年来|年来"
)

# where a run-on heading ends: the next marker, or a sentence that opens with the year
RUN_ON = regex.compile(
    r"(?<=.{4})(?:[（(][一二三四五1-9]|[一二三]是|1[.．、]|20\d\d年(?:是|，|,)|总体要求|为)"
)
DRESS = regex.compile(r"^[*#\s]+|\*+")
SALUTATION = regex.compile(
    r"\s*(?:各位代表|同志们|各位委员|各位领导)[，！、：:!,](?:同志们[，！：])?\s*"
)
