"""Names of indicators beside each other: what may differ in writing where the thing is one."""

from __future__ import annotations

import regex

from pipeline.lexicon import words
from pipeline.lexicon.variants import variants

# 专精特新“小巨人”企业, 增加值（现价）: marks of quotation go, and so does a bracket that holds a Latin short form
# (广义货币（M2）)
MARKS = regex.compile(r"[“”‘’\"《》「」\s]|（[A-Za-z&.\d]{1,8}）|\([A-Za-z&.\d]{1,8}\)|[（）()]")
# 企业的利润; not 目的地
PARTICLE = regex.compile(r"(?<!目)的(?!士|确)")
VARIANT = regex.compile(r"\L<variants>", variants=sorted(variants()))
# 全市|一般公共预算收入, 我省|粮食产量; not 全社会固定资产投资, 全国重点实验室, nor a part of the area (市本级, 城区)
WHOLE = regex.compile(
    r"(?:全[省市县区州盟旗镇乡院校局]|全街道|全支队|全辖区|全疆|[我本][省市县区州院局镇乡校]|辖区内?)(?:范围内?|内)?(?=\p{Han}{2})"
)
# 生产总值|（预计数，下同）, 增加值（初步核算）: said of the number, not of the thing
NOTE = regex.compile(
    r"[（(][^（）()]{0,12}?(?:预计|下同|核算|快报|统计|初步|同口径|可比|现价|口径|按|初值|左右)[^（）()]{0,12}[）)]"
    r"|[（(](?:约|含|亿元|万元|%|人|元)?[）)]"
)
# 地区生产总值|一季度、上半年: the times of its numbers are no part of it either
NOTE_TAIL = regex.compile(
    r"(?:[、和及]?(?:[一二三四]季度|[上下]半年|前[二三]季度|前\d{1,2}个?月|(?<!贯穿)全年|\d{1,2}月份?)|预计数?"
    r"|初步核算数|快报数|现价|可比价|当年价|同比|环比|比上年|较上年|下同|分别|[，,:：（(])$"
)
# 财政赤字|合计, 财政赤字|合计|占国内生产总值比重
SUMMED_UP = regex.compile(r"(?<=\p{Han}{2})(?:合计|共计|总计)(?=占|$)")
# .固定资产投资, ——旅游收入, 、公路: what a cut left in front
STRAY_HEAD = regex.compile(r"^[.．、，,:：;；—\-·*\s]+")
# 市内|生产总值, 本地|生产总值, 地方|生产总值: asked of the lexicon only
INSIDE_HEAD = regex.compile(
    r"(?:[省市县区州境域辖]内|本地区?|当地|[市县区省州]域|地方|属地|我[国省市县区州]|全国|全域|地区)(?=\p{Han}{2})"
)
# 努力实现|生产总值, 主要预期目标是|生产总值
OPENING_VERB = regex.compile(
    r"(?:实现|完成|达到|确保|力争|保持|推动|预计|预期|带动|促进|目标[是为]|[，。：:]|[是为])(?=\p{Han}{2})"
)
# 清河|市
PLACE_LEVEL = regex.compile(
    r"(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|自治[州县旗]|省|市|县|区|旗|盟|州)$"
)
# 居民消费价格|涨幅, 国内生产总值|增长目标
# a level at the end of a year is a level: |年末|常住人口; not 年末结转, 年末数
AT_END = regex.compile(r"^[年季月期][末底](?=\p{Han}{3})(?![数结余滚值])")
GROWTH_TAIL = regex.compile(
    r"(?:预期)?(?:\L<growth>)$", growth=words("rise_noun") + words("fall_noun")
)
# 城镇新增就业|人数, 进出口|总额; not 生产总值, 总产值
COUNT_TAIL = regex.compile(
    r"(?<=\p{Han}{2})(?:\L<tails>)$(?<!(?:生产|附加)总值)", tails=words("count_tail")
)
# 中央财政投入资金, 省财政安排专项资金: who gave and that it was money, and not for what
UNPURPOSED = regex.compile(
    r"(?:各级|中央|国家|[省市县区州]|自治区|本级|上级|级|财政性?|政府|预算|公共|[全当]年|累计|共|拟|再|已|[一二两三四五]年|各类|各项"
    r"|投入|安排|拨付|下达|筹措|筹集|发放|落实|统筹|整合|支出|兑现|支付|使用|划拨|补助|补贴|奖补|资金|经费|专项|专款|款项)++"
)
# 城镇|新增|就业
NEWLY = regex.compile(r"(?<=.)(?:新增|净增)(?!加|长|减|幅|速)")
# 老旧小区|改造 and 改造|老旧小区; not 亡人数|减少
VERB_LAST = regex.compile(
    r"(?<=\p{Han}{3})(?P<verb>\L<verbs>)$",
    verbs=sorted(
        word
        for word in {*words("action")} - {*words("verbal_noun"), *words("fall"), *words("rise")}
        if len(word) == 2
    ),
)
# 粮食|占|农作物|比例
SHARE_NOUN = regex.compile(r"(?<=占.{0,40})(?:的)?(?:比例|比率|份额)$")
# what a file name may not hold on Windows: 规上工业增加值/亩
UNSAFE = regex.compile(r'[\\/:*?"<>|\s]')
# 5亿元以上|项目, 110千伏|变电站, 30户以上|自然村: how big a thing is, told of its kind
SIZE = regex.compile(
    r"(?!(?:19|20)\d\d年)\d{1,8}+(?:\.\d{1,4}+)?+"
    r"(?:千伏|千瓦|兆瓦|[万亿千百]{0,3}(?:元|美元|吨|亩|公里|户|人|头|只|平方米|英寸|年|岁|层))?+(?:及?以[上下]|级)?+"
)
