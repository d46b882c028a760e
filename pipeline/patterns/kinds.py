"""What stands around a numeral that is no figure.

Patterns named *_BEFORE end at the numeral, *_AFTER start behind it (number and unit).
"""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import words
from pipeline.patterns.wordlist import any_of

# 2022年, 98年 in a date; not 3年 (a duration)
YEAR_AFTER = regex.compile(r"\s?年(?!代)")
# Names in _OPENS hold what the pattern behind them can begin with, blanks aside:
# a rule looks there before it matches.
# 1月26日, 11月份, 1—11月
MONTH_AFTER = regex.compile(r"\s?月")
DAY_OPENS = "日号"
DAY_AFTER = regex.compile(r"\s?(?:日|号)(?!均|常|益|本|产|召|处理)")
DAY_BEFORE = regex.compile(r"(?:月|日[、和至—-])\s?$")
# 前三季度, 一季度, 第四季度, 上半年
QUARTER_OPENS = "个季"
QUARTER_AFTER = regex.compile(r"个?(?:季度|季(?!节))")

# 晚上9点半
CLOCK_BEFORE = regex.compile(r"(?:早上|早晨|上午|中午|下午|傍晚|晚上|夜间|凌晨|早|晚)$")
CLOCK_LED = regex.compile(r"(?:至|到|从|于|截至)$")
CLOCK_AFTER = regex.compile(r"半|钟|整|\d{1,2}分(?!钟)")
# 第二, 第十四; 前三, 前10
PLACE_BEFORE = regex.compile(r"(?r)(?:第|(?<!提)前)\s?$")
# 居全国第9, 位列全省第二, 进入全省前三, 指数全国第一, 排名第2
RANK_BEFORE = regex.compile(
    r"(?:\L<led>|县（市、区）|[省市县区州]直?|\d[个家名]\p{Han}{1,6})[^，。；、\d]{0,10}(?:(?<!倒数)第|前)\s?$"
    # 位居全市第2位、第|4位
    r"|(?:全[省市国县区州]|排名|位居|位列|[居列])[^，。；、\d]{0,10}(?:第\s?[\d一二三四五六七八九十]{1,3}[位名]?[、和]){1,12}第\s?$"
    # 居世界500强第|339位|、中国企业500强第|100位|
    r"|\d{2,4}强(?:企业|榜单?)?(?:排名)?第\s?$"
    # 列第3位（去年为第|5位|）
    r"|第\s?[\d一二三四五六七八九十]{1,3}[位名]?\s?[（(，,]\s?(?:上年|去年)(?:同期)?(?:为|是|排名?|位?列|位?居)?第\s?$",
    led=[*words("rank_verb"), *words("arena")],
)
# 居全国|36位, 分列全国百强县|58位、94位: without 第
RANK_HELD = regex.compile(
    r"(?:位居|位列|名列|分[居列]|排名|(?<![人民宜安])居|(?<![省市县国序系陈])列)(?:在)?"
    r"(?:全[国省市县区州球]|世界|亚洲|\p{Han}{2,6}(?:百强|榜))[^，。；、\d第前末后尾倒]{0,8}(?:\d{1,3}[位名][、和]){0,12}$"
)
# 排名全县末|两位, 位列倒数|三名: counted from the end
FROM_THE_END = regex.compile(r"(?:排|排名|居|列|处于?)[^，。；、\d]{0,8}(?:末|倒数|后)$")
RANK_AFTER = regex.compile(
    r"(?:位|名|强(?![市县省国区镇企化校])|个?位次)?(?:左右)?[多高大快低少好长]?"
    r"(?=$|[，,。；;、!！：:(（)）”]|的|和|升|降|跃|跌|下?滑|滑落|下落|回落|前移|后移|上移|进位|上升|提升|前进|退|下降|，|以内|以上|之列|行列"
    r"|水平|\s)"
)

# 1+2+6, 4×4, 5G, PM2.5, G20, AES100, 12345热线
CODE_BEFORE = regex.compile(r"(?:[+×xX*＋]|[\p{Latin}α-ω_.][-－]?)$")
CODE_AFTER = regex.compile(r"\s?(?:[+×*＋]\s?[\d\p{Han}]|[\p{Latin}])")
# PUE1.25: a measure written in letters is no code
LATIN_MEASURE = regex.compile(
    r"(?:\L<measures>)(?:值)?$", measures=[word for word in words("bare_measure") if word.isascii()]
)
# 11/|28, |24|/7; 12,|6亿元
SLASH_BEFORE = regex.compile(r"\d[/／]\s?$")
SLASH_AFTER = regex.compile(r"\s?[/／]\s?\d")
COMMA_BEFORE = regex.compile(r"\d,$")
# 几|十万元, 数|百万, 好几|百; not 人数|百万
VAGUE_BEFORE = regex.compile(r"(?:几|好|(?<!\L<counted>)数)$", counted=[*words("number_noun")])
NAMED_AFTER = regex.compile(
    r"(?:号(?!召)|国道|省道|县道|届|型(?!企)|版|热线|台风|专班|世纪|频道|大队|中队|支队|团(?!队)|师(?!生|资|傅)"
    r"|军(?!人|民)|局|路(?!径|由)|街|村(?=[^，。；]{0,3}(?:[主支]))|会议|会场|平台|服务热线|智能|工程(?!$|[，。；、])"
    r"|条例|班列"
    r"|专项(?!债|行动|资金|检)|计划(?!投|总)|战略|行动(?!$|[，。；、])|公里圈|分钟(?:[^，。；\d]{0,8})?圈"
    r"|小时(?:[^，。；\d]{0,8})?圈|人制|周年|联(?!合|系|网)|码|案(?!件|例)|普(?!查|及|惠|通|遍|法)"
    r"|会(?!议|员|场)|一体|位一体|合一|金$|条例)"
)

# 一是, 二要, 三则
ENUMERATOR_OPENS = frozenset("是要则")
# 3.生态保护, （1）, 1、
MARKER_OPENS = ".．、)）"
MARKER_AFTER = regex.compile(r"(?:[.．、](?!\d)|[)）]\s?[\p{Han}“《])")
MARKER_BEFORE = regex.compile(r"(?r)(?:^|[。；;：:！!？?\s”])[(（]?")

# 七个方面, 5大领域, “五个严禁”
ENUMERATED_OPENS = frozenset("大个项条种类") | {word[0] for word in words("enumerated")}
ENUMERATED_AFTER = regex.compile(
    r"大(?!学|型|专|队|道|中|小|约|量|众|气|修|桥|棚)"
    r"|[个项](?:主要|重点|核心)?(?:经济)?(?:指标|数据)(?=(?:增速|增幅|涨幅|降幅|同比|环比)?(?:分别|依次))"
    r"|(?:个|项|条|种|类)?(?:\L<enumerated>)(?=$|[^\p{Han}]|的|工作|任务|问题|入手|着手|发力|用力|进行|协同|共同|全面)",
    enumerated=words("enumerated"),
)

# 60岁以上老年人, 海拔1500米以上农村, 5万人以上城市, 35万千瓦光热电站, 1000千伏输电线路, 3岁以下婴幼儿, 二级以上医院
CLASS_AFTER = regex.compile(r"\s?(?:及?以[上下内外]|左右)?(?:的?)(?=[\p{Han}（“])")
GRADE_OPENS = "级等星甲A类"
GRADE_AFTER = regex.compile(r"\s?(?:级(?!别)|等(?=[级奖品功])|星级?|甲|A级|类(?!别)(?=[\p{Han}]))")
CLASS_UNITS = frozenset(
    ("岁", "周岁", "千伏", "伏", "蒸吨", "纳米", "微米", "英寸", "吨级", "马力", "年期")
)
PROJECT_AFTER = regex.compile(
    r"[^，。；]{0,32}?(?:项目|装置|生产线|电站|机组|技改|基地建设|工程建设|建设规划|行动计划|行动方案)"
)
# 国家级会议的届次: 十届十五次全会; 3人制; 608所AES100
NAMED_WITH_UNIT = regex.compile(
    r"人制|次(?:[、和及][\p{Han}\d]{1,3}次){0,4}"
    r"(?:全会|全体会议|会议|代表大会|常委会|职代会|教代会)|所(?=[\p{Latin}])|周年|大家|位一体|小时圈|分钟圈|日游|代人|代会|中全会|年(?:行动|计划|规划)"
)
# 省委十届|十一次、十二次|全会
SESSION_BEFORE = regex.compile(r"届(?:[\p{Han}\d]{1,3}次[、和及]){0,4}$")
MEDAL_AFTER = regex.compile(r"[金银铜](?=[、，。\d]|牌)")
# 人才总量达到5.3万; not 群众满意度测评得分96.8
PEOPLE_BEFORE = regex.compile(
    r"(?:人数|人口|人员|人才(?:总量)?|群众)(?![^，。；、]*(?:得分|评分|率|满意度|占比|指数|性别比|密度))[^，。；、]{0,10}$"
)
PEOPLE_AFTER = regex.compile(
    r"(?:余|多)?(?:名|位)?[\p{Han}“”]{0,10}?(?:\L<people>)", people=words("people")
)
BARE_MEASURE_BEFORE = regex.compile(
    # 死亡率1.37，低于全省平均|0.21
    r"(?:\L<measures>|率|比|[高低优多少]于(?:全?[国省市县区州]|平均|同类|周边))[^，。；、]{0,14}$",
    measures=words("bare_measure"),
)
IDIOM = re.compile(any_of(words("idiom")))
# 打机井两口，: a count behind its noun counts, where one before it describes (两个乡镇)
BEHIND_NOUN = regex.compile(r"[\p{Han}”）](?<![为在将把对从由到至近超达约共的了每等])$")
LEVEL_AFTER = regex.compile(r"\s?(?:$|[，。；、,;！）)])|左右|以[上下内]|降|升|提|增|缩|下|上|的")
BOUNDARY = regex.compile(r"\s?(?:$|[，。；、,;！）)])|左右|以[上下内]|和(?=\p{Han})")
PASSED_AND_REACHED = regex.compile(
    r"的?(?:大关|关口|台阶|门槛)[，、]?(?:共|总量)?(?:达到?了?|为)\s?\d"
)
STEPS_AFTER = regex.compile(r"(?:连续)?[千百万]亿?(?:元|级)?的?(?:台阶|大关|关口)")
# 涉及货值|10亿, 海洋生产总值突破|万亿: an amount of money without its unit
MONEY_BEFORE = regex.compile(r"(?:\L<noun>)[^，。；、\d]{0,6}$", noun=words("money_noun"))
# 引才新|14条: a policy called by the number of its articles
POLICY_BEFORE = regex.compile(r"(?<![创更刷翻])新$")
# 百元|医疗收入消耗卫生材料, 亿元|GDP死亡人数
PER_SUM_AFTER = regex.compile(
    r"(?:(?:医疗|主营业务|营业|销售)?收入|GDP|(?:国内|地区)?生产总值|(?:工业)?(?:总产值|产值|增加值)|(?:固定)?资产)"
    r"(?=\p{Han})(?![达超突增实]|为)"
)
# 百万吨|死亡率, 10万人|生产安全事故死亡人数1.3人
TOLL_AFTER = regex.compile(
    r"(?:煤|GDP|国内生产总值)?[^，。；、\d]{0,12}?死亡(?:率|人数)\s?(?:为|约)?\d"
)
# 百万人次|有责投诉1.2件, 百万车公里|事故0.3次
RATE_OVER_AFTER = regex.compile(
    r"(?:有责|责任|重大|一般|服务|行车|安全|道路|医疗|质量)*(?:投诉|事故|故障|差错|发案|立案|伤亡|死亡|诉讼|信访|晚点)(?:率|数|量|次数|起数)?"
    r"(?:为|约|降至|控制在)?\d"
)
PER_HEAD_AFTER = regex.compile(r"人口|名?(?:常住)?人口")

# 一次死亡|3人|以上事故; 10人|以上亡人事故
THRESHOLD_BEFORE = regex.compile(
    r"(?:死亡|重伤|受伤|伤亡|遇难|失踪|被困|中毒|一次|单次|损失)(?:达|达到)?$"
)
THRESHOLD_AFTER = regex.compile(
    r"\s?及?以[上下]的?(?P<toll>[^，。；、\d]{0,6}?(?:死亡|亡人|伤亡|遇难|群死群伤))?[^，。；、\d]{0,10}?"
    r"(?:事故|火灾|灾害|事件|险情|伤亡)"
)
# 居|9个|市州第1, 在|14个|市州中排名第3: how many compete
ARENA_BEFORE = regex.compile(r"(?:居|列|在|于|排|位|全[国省市县区州]|[省市县区州])$")
ARENA_HINT = re.compile(r"[第前首榜末倒最]")
# 在|10个|区级疾控中心中位居首位, 在|15家|医院中，平均住院日最短
ARENA_AFTER = regex.compile(
    r"[\p{Han}（）、]{1,10}?(?:(?:当?中|里|间)(?:，[^，。；\d]{2,20}?)?)?(?:综合)?(?:排名|排|位?居|位?列|名列)?(?:(?:第|前)"
    r"(?=[\d一二三四五六七八九十]{1,3}(?![批期次轮届\d]))|首位|榜首|前列|之首|末位|倒数)"
    r"|[\p{Han}（）]{1,10}?当?中，[^，。；\d]{2,12}?最[短长高低多少好快优大小]"
)
# 三万|五, 两亿|五: the last digit counts the next smaller magnitude
SHORTENED = regex.compile(r"[千万亿][一二三四五六七八九]$")

# 3年, 24小时, 连续7年
DURATION_SUBJECT = regex.compile(
    r"(?:\L<noun>)[^，。；]{0,40}$"
    # 优良天数不少于去年，达到|320天
    r"|(?:\L<measured>)[^。；\d]{0,40}，(?:预计|仍|已)?(?:达到?|为|[保维]持在|稳定在|控制在|(?:缩短|压缩|压减)[到至])$",
    noun=words("duration_noun"),
    measured=[noun for noun in words("duration_noun") if noun != "天"],
)

# 期望寿命81岁，其中男性|78.9岁|
AGE_SUBJECT = regex.compile(r"(?:寿命|年龄)[^。；]{0,34}$")
# 平均住院日7.9天，|缩短|0.6天; 优良天数322天，同比|增加|11天: by how much a time that is measured moved
DURATION_MOVED = regex.compile(
    r"(?:\L<noun>)[^。；]{0,60}?(?:缩短|延长|压缩|压减|增加|减少|提前|下降|提高|多|少|早|晚)了?$"
    # 分别提高2.1个百分点和|7分钟|
    r"|(?:\L<noun>)[^。；]{0,60}?(?:缩短|延长|压缩|压减|增加|减少|提前|下降|提高)了?\d[\d.]*+(?:个百分点|%)[和、及]$"
    r"|(?:工作日|天|小时|分钟|个月)[，、][^。；，]{0,10}?(?:缩短|压缩|压减|减少|延长)了?$",
    noun=words("duration_noun"),
)
# 从进门到血管开通|平均|72分钟: the time from one thing to another
FROM_TO = regex.compile(
    r"(?:从[^，。；]{2,16}?|\p{Han}{2})到[^，。；]{2,16}?(?:平均|均|仅需?|只需|缩短至|压缩至|不到|不超过)"
    r"(?:用时|时间|耗时)?(?:约|为)?$"
)
# 比去年|快了|13分钟
QUICKER = regex.compile(
    r"(?:[比较][^，。；]{2,8}|同比|环比|平均)(?:加?快|提速|[缩减]短|[减]少|慢|延长)了?$"
)
# 启动应急响应8次、|累计|29天
SUMMED = regex.compile(r"(?:累计|合计|共计|总计)$")
# 累计结余|可支付|15.3个月
LASTS = regex.compile(
    r"(?:可支付|可支撑|可用|可供应?|可使用|可维持)(?:月数|天数)?(?:约|近|达到?|超过?|为)?$"
)

# “五大突破”, 《2023年计划》
QUOTE_HINT = re.compile("[“‘「《〈【〔]")
SHORT_QUOTE = regex.compile(
    r"“[^“”，。；]{0,24}”|‘[^‘’，。；]{0,24}’|「[^」]{0,24}」|《[^《》]{0,60}》|〈[^〉]{0,60}〉|【[^】]{0,24}】"
    r"|〔[^〕]{0,12}〕"
)

# http://…/202312/t2023.htm, 2026-02-03 09:02:33, 〔2023〕12号
# what an address holds one of; most sentences hold none
ADDRESS_HINT = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ:]|\d[-/.]\d{1,2}[-/.]|\d{16}")
ADDRESS = regex.compile(
    r"https?://[A-Za-z0-9_./?=&%#:-]++"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:日)?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m)?"
    r"|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]++\.(?:htm|html|cn|com|tsv|pdf|doc)\b"
    r"|(?<![0-9a-zA-Z])[0-9a-f]{16,}+(?![0-9a-zA-Z])|\p{Latin}\d{6,}"
)

# 为, 一些, 进一步 … Chinese digits inside ordinary words
IN_WORD_BEFORE = regex.compile(
    r"(?r)(?:统|进|唯|同|逐|专|划|归|不|合|任|万|每|某|这|那|哪|另|首|新|另外|前|后|上|下|单|第|初|大|再|又|整|同为|加"
    r"|稍|有|其|各|于|如|若|为数|数|几|之|定|表|维|清|纯|老|幼|童叟无|始终如|融为)"
)
