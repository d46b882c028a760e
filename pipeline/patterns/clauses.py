"""Where a clause ends, and the words round a figure: what leads to it, moves it, bounds it, compares it."""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import words
from pipeline.patterns.wordlist import any_of

# always ends a clause; 、 and 和 do only behind a figure
BREAK = re.compile(r"[，；：。！？!?;\n]|,(?!\d{3}(?!\d))|,(?<!\d,)|——|―|:(?!\d)|：|\|")
# 7.6%|（按可比口径）|和5.2%: a bracket without a figure between the items of a list
ASIDE = regex.compile(r"\s?（[^（）\d]{1,30}+）")
LINK = regex.compile(r"\s?(?:、|以及|和(?![美谐平睦气解声煦])|与(?!会)|及|并|且|或|/|\s)\s?")
BOUND_AFTER = regex.compile(
    r"\s?(?:(?P<min>\L<min>)|(?P<max>\L<max>)|(?P<approx>\L<approx>)|之多|的水平)(?!\p{Han}(?<=[上下]级))",
    min=words("over_after"), max=words("under_after"), approx=words("about_after"),
)

_ACTION, _AGENT, _JOINER = any_of(words("action")), any_of(words("agent")), any_of(words("joiner"))
_LIGHT, _SCOPE = any_of(words("light")), any_of(words("scope"))
_MODIFIER = any_of(words("shared_modifier"))
_TIME = r"(?:(?:20\d\d|19\d\d|上|去|今|本|前)年(?:同期|末|底|初|度)?(?:的)?|“[^”]{1,4}五”(?:时期|末|初|期间)?的?|年(?:初|末|底)的?|(?:\d{1,2}月?(?:-|—|–|~|至|到))?\d{1,2}月(?:份|底|末)?的?|前三季度|前(?:\d{1,2}|[一二两三四五六七八九十]{1,2})个月|上半年|同期的?|(?:疫情|改革|[两三四五六七八九十\d]+年)前的)"

# Read from the right: each names one kind of word that may stand last before a number.
# 不超过 before 超过, 不低于 before 低于
BOUND = regex.compile(r"(?r)(?:(?P<max>\L<under_not>)|(?P<min>\L<over>)|(?P<max>(?<![附邻])\L<under>)|(?P<approx>(?<![签履预节违合条契民公制盟])\L<about>))", under_not=words("under_not"), over=words("over"), under=words("under"), about=words("about"))
# 增至, 降到, 提高到, 由…调整为
TO = regex.compile(r"(?r)(?:(?P<up>\L<rise>)|(?P<down>\L<fall>)|(?P<flat>整合|重组|合并|精简|压缩|调整|优化|转变|扩大|发展|增强|延伸|拓展|修订|优化调整|调整优化|扩展|前移))(?:到了?|至|为|成|达到?)", rise=words("rise"), fall=words("fall"))
MOVED = regex.compile(r"(?r)(?:(?P<down>负增长)|(?P<up>(?<!自然|机械|少)\L<rise>)|(?P<down>\L<fall>))(?:\L<aspect>)?", rise=words("rise") + words("rise_noun"), fall=words("fall") + words("fall_noun"), aspect=words("aspect"))
# what words of difference are written with; most clauses have none
DIFFERS_HINT = re.compile(r"[高快优超领多好低慢少落差前后移距]")
# what a peer is when it is a plan: 高于|预期目标
PLAN_WORD = regex.compile(r"预期|目标|计划|任务|控制|考核|管控|红线|警戒线|监管")
# 净增5户, 新增68公里, 户均|增收8600元, 托位增加60个 said of a level or alone; of a price or a rate 增加 is a change
GROWN = regex.compile(r"(?r)(?:净增加?|新增|增收|增值|(?P<counted>增加))(?:了)?")
# these move a rate or a price, not a count: 森林质量精准提升2.4万亩 is an output
QUALITY_VERB = regex.compile(r"提升|提高|扩大|加快|回升|优化|改善")
# 居民消费价格|涨幅|回落到2.6%: the level of a rate of change is the change; 保持15%以上|增速
# |平均|降幅52%: the mean of the falls of things counted is a level
MEAN_RATE = regex.compile(r"(?r)(?:^|[，；、\s])(?:平均|最高|最大)")
RATE = regex.compile(r"(?r)(?:(?<!自然|机械)\L<up>|(?P<down>\L<down>))", up=words("rise_noun"), down=words("fall_noun"))
SHIFTED = regex.compile(r"(?r)(?:(?P<up>前移|上升|提升|前进|进位|上移|跃升)|(?P<down>后移|下降|下滑|后退|退后))(?:了)?")
BASIS = regex.compile(
    r"(?r)(?:(?P<yoy>同比|按年)|(?P<previous_period>环比)"
    r"|(?P<annual_average>近?(?:\d|[两三四五六七八九十])年(?:来|间)?(?:年均|平均)|年均|年平均|平均每年|每年平均|每年)"
    r"|(?P<plan>超额完成|超计划|超目标|超预算)"
    r"|(?P<base>近?(?:\d|[两三四五六七八九十])年(?:累计|共|间|来)?|累计))"
)
# 与上年|持平, 和全国平均水平|持平
HELD_AGAINST = regex.compile(r"(?r)[与和同较比](?:(?P<yoy>(?:上年|去年|上一年)(?:同期)?(?:水平)?)|(?P<peer>(?:全国|全省|全市|全区|全县|省|市|国家|周边|同类|世界)[^，。；、]{0,8})|(?P<plan>(?:预期|计划|目标|预算)[^，。；、]{0,4})|(?P<base>[^，。；、与和同较比]{1,10}))")
# 户均, 亩均 are no adverbs
ADVERB = regex.compile(r"(?r)(?:\L<adverb>)(?<![户亩车校班村笔]均)", adverb=words("adverb"))
# at the number itself these need no word edge, for jieba glues 比达; but 违法行为|301万起, 雷达|2部
AT_NUMBER = regex.compile(r"(?r)(?<![雷抵])达|逾|(?<!行)为|(?<![赶反])超|(?<![附邻亲贴将接靠])近")
# 达到, 为; 财政赤字拟|安排, but 中央财政|安排 keeps its verb
LEVEL = regex.compile(r"(?r)(?:\L<level>)(?<!行为)(?:了|的)?|(?<=赤字|投入|投资|规模|支出|总额|资金|国债|经费)(?:预算|拟|将|再|每年)*安排", level=words("level"))
TIME_TAIL = regex.compile(rf"(?r)(?:{_TIME}|连续(?:\d+|[两三四五六七八九十]+)年|每\s?(?:\d+(?:\.\d+)?)?(?:月|年|天|小时|分钟))")
# 基础养老金|每人每月|提高10元, 小麦|每斤|提高3分: of each what
EACH_TAIL = regex.compile(r"(?r)(?:每\s?(?:\d+(?:\.\d+)?)?(?:人|斤|吨|亩|户|公里|公斤|平方米|平方公里|立方米|升|名|辆|件|株)(?:每[月年天])?|人均每[月年天])")
# 由|上年末的, 由原来的, 由开业时的, 由月人均
FROM = regex.compile(rf"(?r)[从由](?:{_TIME}|原(?:先|来|有)?的?|\p{{Han}}{{2,4}}(?:时|前|之初)的?|[月年日]?(?:人均|均)|平均)?")
# 居全国第, 位列全省第, 进入全省前, 排名第
_HOLDS = r"(?:稳|位|均|都|分别|各|也|仍|继续|保持|跃|已|连续(?:\d+|[两三四五六七八九十]+)年)*"
_WHERE = r"(?:在)?(?P<where>全国|全省|全市|全区|全县|全州|全球|世界|亚洲|省|市|中西部|西部|中部|东部|东北|华东|沿海|区域|长三角|省内|市内|国内|行业|系统|全系统|同类城市|[^，。；、\d]{0,6}(?:省份|城市|地区|省市|县区|设区市|系统|市州|地市|县（市、区）))?(?:的)?"
RANK_MOVED = regex.compile(r"至|到|升为|降为")
RANK_TAIL = regex.compile(
    rf"(?r)[由从](?:上年|去年|20\d\d年)?(?:的|位?居|位?列)?{_WHERE}(?:倒数|正数)?第\s?"
    rf"|(?r){_HOLDS}(?:(?<![人民宜安])居|列|位居|位列|名列|排名)(?:在)?(?P<where>[^，。；、\d第前]{{1,14}})(?:第|前)\s?"
    rf"|(?r)(?:跃升|前进|提升|上升|下降|前移|晋升|攀升|升|降|退|跌)(?:至|到|为)(?:了)?{_WHERE}(?:正数)?第\s?"
    rf"|(?r)(?:连续(?:\d+|[两三四五六七八九十]+)年)?(?:{_HOLDS}(?:蝉联|分列|位列|位居|名列|居|列|排名|排|列入|位次|跃升|跃居|升至|升到|进入|进位|跻身|保持|取得|获得|获|提升至|提升到|达到|晋升|攀升|冲进|闯入|位于|在|进|均为|为|是|由|从|至))?{_WHERE}(?:排名|排|位居|位列|位次)?(?:第|前|倒数第)\s?"
)

# what a clause opens with
JOINER = re.compile(rf"\s*(?:{_JOINER}|除(?![险雪草尘害名夕外冰湿锈臭虫污]))")
TIME_HEAD = regex.compile(
    r"(?:截至|截止|截止到|到|至|从|自)?\s?(?:(?:20|19)\d\d\s?年?(?:至|到|—|-|–)(?:20|19)\d\d年|(?:20|19)\d\d年(?:度|底|末|初|以来|起)?(?:\d{1,2}月(?:\d{1,2}日)?(?:份|底|末)?)?|今年(?:以来|来|底|末)?|去年|明年|来年|上年(?:末|底)?|本年度?|当年|前年|年内|年底|年末|全年|(?:近|过去|最近|这)?(?:\d+|[一两三四五六七八九十])年(?:来|间|内|以来)|前[两三四五六]年|过去五年|过去一年|近(?:\d|[两三四五六七八九十])年|用(?:\d|[两三四五六七八九十])(?:[-—至到](?:\d|[两三四五六七八九十]))?年(?:左右)?的?时间"
    r"|“[^”]{1,4}五”(?:时期|期间|以来|末|初|规划期内?|规划)?|[上下]半年|(?:前[一二三两]|(?:第?[一二三四](?:季度)?(?:-|—|–|至|到))?第?[一二三四])个?季度末?|前(?:\d{1,2}|[一二两三四五六七八九十]{1,2})个月|\d{1,2}月?份?(?:-|—|–|~|至|到)\d{1,2}月(?:份|底|末)?|\d{1,2}月\d{1,2}日(?:-|—|–|~|至|到)(?:\d{1,2}月)?\d{1,2}日|\d{1,2}月(?:\d{1,2}日)?(?:底|末|份)?|[两三四]年(?=累计|合计|新增|建成|为\p{Han})|目前|现在|同期|同比(?=\p{Han}{2})|截至目前|截止目前|迄今|日前|近期|每年|每月|每天|每周|期间|连续(?:\d+|[两三四五六七八九十]+)年|五年(?:来|间|累计)?(?!制|规划|行动|计划)|全年度|一年来|年均|未来五年|今后五年|本届政府任期内?|任期内)(?:，|,|、)?(?:内(?!蒙)|间|(?<=[底末月])前(?![一二三两\d])|中(?![央国小西心等医]|[、和][高初小]|[高初]等)|里)?(?:的)?"
)
SCOPE_HEAD = re.compile(rf"(?P<scope>{_SCOPE})(?!生产总值)(?:范围内?|内|上下|各地|各级|各类|的)?")
LIGHT_HEAD = re.compile(rf"{_LIGHT}了?")
# what scope, joiners and light verbs begin with, and what acts do: a look there mostly ends the matter
HEAD_OPENS = frozenset("除").union(word[0] for kind in ("scope", "joiner", "light") for word in words(kind))
ACT_OPENS = frozenset("新再共").union(word[0] for word in words("action"))
_ACTS = f"(?=[{''.join(sorted(ACT_OPENS))}])"
ACTION = re.compile(rf"{_ACTS}[新再共]?{_ACTION}(?:[了完好]|出(?![口台资让动现租]))?(?:[、和及]{_ACTION}了?)*")
# 学生|免费|提供教科书, 农民|全部|纳入保障: how, before a verb behind what was counted; some of it belongs to the name
MANNER = regex.compile(r"(?r)(?:(?P<kept>免费|就近|直接|(?:进行|实行|开展)?全)|进行|予以|加以|均已|均|都|已经|已|全部|成功|首批|新|分别|陆续|相继|得以|依法|依规|逐一|逐户|逐个)")
LEADING_VERB = re.compile(rf"^{_ACTS}[新再共]?{_ACTION}")
ACTION_TAIL = regex.compile(r"(?r)(?:\L<action>)(?:了|完|出|起)?", action=words("action"))
PREPOSITION_TAIL = regex.compile(r"(?r)(?:(?<!行)为|使|对|在|将|由|有|让|给|向|把|被|从|与|和|及|以|用|按|于|的|了|等|近|其中|分为|达|约|共|、|并|全部|(?<![人户亩日月年车校班村店床笔平])均|也|各|(?<![新增开])设|自|因)")
# 使6069万农民受益, 全部实现清零: what may be left out inside a name
FILLER = regex.compile(r"(?:全部|均已|均|都已|都|已经|已|完全|全都|陆续|相继|先后|顺利|成功|正式|逐步|共计|累计|分别|大幅|首次|进一步|同步|基本)")
OF = regex.compile(r"^的")
SHARE = regex.compile(r"^(?P<part>.*?)(?:的)?占(?!有[率量])(?P<whole>[^，。；]*?)(?:的)?(?P<noun>比重|比例|比|份额)?$")
WITHIN = regex.compile(r"\s*(?:其中|内含|包括|包含|含|内有)[:：,，]?\s?")
# particles, but not the ends of 违法行为, 平等, 线上, 公共
# a bracket or quotation mark whose other half may be missing
BRACKET = regex.compile(r"[“”（）()《》]")
BRACKETS = re.compile(r"[（()）]")
BRACKETED = regex.compile(r"（[^（）]{0,60}）")
MORE_INSIDE = regex.compile(r"[余多]")
HAN = regex.compile(r"\p{Han}")
# among whom a place is: 全省, 全市八个县（区）, 同类高校
_AMONG_WHOM = (
    r"(?:全国|全省|全市|全区|全县|全州|全球|世界|[省市县区]内)"
    r"(?:(?:\d+|[一二三四五六七八九十]+)个?)?"
    r"(?:县市区|县（市、区）|县（区）|市（州）|市州|州市|地市|设区市|县区|区县|区（县）|街道|乡镇|镇街|镇（街道）"
    r"|(?:同类)?(?:单位|部门|高校|医院|法院|检察院|海关|开发区|园区|经开区|高新区|城市|省份|学校|银行|农商行)"
    r"|\p{Han}{0,4}系统)?"
)
# 经济总量|在全省排位|: the arena and the word of rank are no part of a name
ARENA_IN_NAME = regex.compile(
    rf"(?:[在列居]?(?P<where>{_AMONG_WHOM})(?:之中|中|内|里)?(?:的)?)(?:排名|位次|排位|名次)$|(?:位次|排位|名次)$"
    rf"|[在列居](?P<where>{_AMONG_WHOM})(?:之中|中|内|里)?$"
)
ARENA_ONLY = regex.compile(
    rf"(?:位列|位居|排名|[在列居])?(?P<where>{_AMONG_WHOM})(?:之中|中|内|里)?的?(?:排名|位次|排位|名次)?"
)
# （|剔除一次性因素后|增长3.4%）, （|按可比口径|）: under what a second growth of the same thing holds
CONDITION = regex.compile(r"(?:剔除|扣除|按|剔掉|不含|不计|考虑|如果|若).{2,20}(?:后|口径|价格?|计算|因素|影响)?|(?:同|可比)口径")
# 增速（%）|6.8|: a rate that says of nothing
RATE_ALONE = regex.compile(r"(?:增速|增幅|涨幅|降幅|增长率|同比|同比增速|比上年增速)(?:（%）)?")
FALL_NOUN = regex.compile(r"(?:降幅|跌幅|减幅)$")
# |力争|增长7%, |原定目标|增长8%: a figure that is aimed at
GOAL_HINT = re.compile(r"力争|争取|确保|目标")
GOAL = regex.compile(r"力争|争取(?=实现|达到|达|进入|突破|完成|增长|提高|控制|在|\d)|确保(?=增长|达|完成|实现)|(?:年初|年度|全年|原定|原|预期|增长)?(?:预期)?目标(?:值|数)?(?=为|是|增长|下降|\d|$|：)")
GOAL_TAIL = regex.compile(r"(?:年初|年度|全年|原定|原)?(?:预期)?目标(?:值|数)?$")
# over what a value is taken: 人均, 亩均
PER = regex.compile(r"[人户亩日月车校班村店床笔]均")
PER_START = regex.compile(r"^[人户亩日月车校班村店床笔]均")
PER_ALONE = regex.compile(r"\s*(?P<per>[人户亩日月车校班村店床笔]均)(?:约|达到?|为|超过?|近|突破|不足)*\s*")
PER_PREFIX = re.compile(r"(?:[人户亩日月车校班村]均|每[^，。；]{1,8}?(?:拥有|配备|有)|每[百千万十]万?[^，。；]{1,10}?(?:人员|人口?|户|名|辆|公里))")
# a modifier that the items of a list share: 国家级|绿色工厂136家、绿色工业园区10家
SHARED_MODIFIER = re.compile(rf"(?:{PER_PREFIX.pattern}|{_MODIFIER})")
# a theme that is a place limits the row: 成渝地区双城经济圈|建设
PLACE_HINT = re.compile(r"[区圈群域港]")
PLACE = regex.compile(
    r"(?P<place>[^，。；、的]{1,14}?(?:地区|新区|开发区|园区|经济圈|经济区|试验区|示范区|经开区|高新区|综保区|城区|片区|城市群|流域|自贸港))"
    r"(?:建设|发展|改革|开发|协同发展|一体化|一体化发展)?"
)
# 中、高等|职业教育
SPLIT_GRADE = frozenset("高中初小大")
PAIRED_MARKS = ("“”", "（）", "()", "《》")
BLANKS = regex.compile(r"\s++")
TRAILING = regex.compile(r"(?r)(?:(?<!标)的|了|(?<![平初高中])等|(?<!公)共|在|于|(?<![线网以])上|(?<![签履预节违合条契民公制盟])约|(?<!行)为|是|到|已|再|又|都|(?<![人户亩日月年车班校村店床笔平])均|各|和|、|(?<!参)与|(?<![惠涉普触波])及|—|-|\s|：|:|,)+$")
# 中央财政|拟|安排补贴资金, 酒店|实现|营收: what a name leaves out inside
INSIDE = regex.compile(r"(?<=\p{Han}{2}|”)(?:(?:全年|今年以来|[上下]半年)(?:共|累计|先后)*+(?=\p{Han}{2})|(?:拟|将|再|每年|(?<!近)[两三四五]年|连续[两三四五六七八九十\d]++年|累计)++(?=安排|投入|支出|补助|下达|拨付|新增|服务|减免|取消|建成|改造|转移|培训)|实现了?(?=\p{Han}{2,5}$)(?!\p{Han}*(?:比|率)))")
# what BLANKS and INSIDE match holds one of these; most phrases hold none
UNTIDY = re.compile(r"\s|[拟将再累]|[全每两三四五半]年|今年以来|连续|实现")
LEADING_MARK = regex.compile(r"(?:\s|[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}[，、](?!第)|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、|[二三四五六]产业|[二三四五六]级)|[（(][\d一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳·●■◆▲•—\-*]+)++")
COORDINATION = regex.compile(r"、|和|与|及|以及")
ENUMERATION = regex.compile(r"、")
CONJUNCTION = regex.compile(r"和|以及|与")
# 城镇|新增|就业: an item that counts what is new has a verb of its own
NEW_WITHIN = re.compile(r"(?:新增|净增)(?![加长减幅速])")
# 农民人均纯收入 takes no 城镇 from the item before
OWN_PEOPLE = re.compile(r"农民|农牧民|农村|乡村|市民|职工|全体|城[镇乡市]")
LIGHT_VERB = regex.compile(r"^(?:实现|完成)(?=\p{Han}{2})")
QUOTE_HINT = re.compile("[“《‘]")
QUOTED = regex.compile(r"“[^“”]{0,60}”|《[^《》]{0,80}》|‘[^‘’]{0,40}’")
VERB_HEAD = regex.compile(
    r"(?:支持|用于|用来|落户|入选|获评|获|通过|实现|完成|建成|达到|达|全部|投入|投运|开工|揭牌|在|被|参与|享受|纳入|得到|带动|占|均|都|已|进入|超过|突破|增长|下降|提高|提升|增加|减少|覆盖|惠及|同比|比|较|为|是|使|让|将|把|从|由|以|并|也|用|未|没有|不|持续|进一步|稳步|全面|到|至|优于|高于|低于|居|位|列|排|仅次于|以内|之|有效|让)"
)
# 首次突破300万|大关 restates the level just given; 按3%|安排 says nothing of what
MILESTONE = regex.compile(r"\s?[元人吨斤户件]?(?:大关|关口|台阶|门槛)|(?:来?安排|掌握|考虑|把握)$")
# 违法查处总量|创历史新高, where the subject of a clause ends
CLAUSE_VERB = regex.compile(r"(?:近年来|屡|首次|出现|双下降|再?创|连续|跨|突破|超过|由|从(?=\d)|实现|取得|保持|继续|稳中|持续|稳步|不断|在上年|在去年|明显|显著|进一步|大幅|较快|全面|有力|平稳|(?:增速|增幅)?(?:高于|快于|低于)|(?<![人年月日户])均|都|为|(?<!但)是|达)")
# what may stand before the time that a clause opens with; 赤字率从|去年的2.1%提高到2.3%: what 从 opens is a base, unless a span of years follows
_OPENING = r"(?:\s|[一二三四五六七八九十]{1,2}是|[（(][\d一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、]|其中[，,]?|全省|全市|全县|全区|全国)*+(?:截至|截止|到|至|在)?"
BEFORE_TIME = regex.compile(rf"{_OPENING}[^从由]{{0,4}}")
FROM_TIME = regex.compile(rf"{_OPENING}从?[^从由]{{0,4}}从?")
# the clause, or what opens it, ends here: ，|12月份, 截至|10月底, 其中|9月
OPENS_CLAUSE = regex.compile(r"[，。；：、（(,;:\s]$|(?:截至|截止到?|到|至|在|其中|全省|全市|全县|全区|全国|今年|去年|当年|[年是])$")
SINCE_YEAR = regex.compile(r"(?:(?:19|20)\d\d年|“[^”]{1,4}五”)(?:底|末|初|时期|同期)?")
# “川渝通办”事项|让两地群众…
BEHIND_END = regex.compile(r"(?:(?<![转出礼谦])让|使得?|(?<![闻法指命号政禁责勒司夏])令|，|；|（[^（）]{7,}+）)")
# 24个建设项目|有序实施, 32条精品线路|撬动消费, 1550个重点项目|完成投资7398亿元: what is told of the things counted is not their name
TOLD_BEHIND = regex.compile(
    r"(?<=[\p{Han}”）]{2})(?:(?:进展)?(?:\L<adverb>)(?!(?:如期|顺利|提前|相继|陆续|全部)?(?:\L<done>)$)(?=\p{Han}{2})|(?:\L<verb>)(?=[\p{Han}“\d]|$))", adverb=words("adverb_behind"), verb=words("verb_behind"), done=words("closed") + words("come_about"),
)  # fmt: skip
# 3.3万套保交房任务|提前完成, 20项民生实事|全面完成
DONE = regex.compile(r"(?:任务|工作|目标)?(?:全部|全面|彻底|已经?|均已?|都已?|提前|如期|顺利|圆满|高质量|基本|按期|按时)*(?:落地见效|落实到位|整改到位|全面落实|完成|兑现|办结|清零|见效|销号|达成|落实|完工|竣工)(?:并[^，]{0,10})?$")
# 41个|问题|已整改39个, 12件|为民实事|办结11件: what was done of the things counted counts apart
DONE_OF_THEM = regex.compile(r"(?r)(?<=\p{Han}{2})(?:已经?|均|都|现)?(?:\L<outcome>)", outcome=words("outcome"))
# 10个|县|中有8个, 停业的民宿|中已有41家
AMONG = regex.compile(r"(?r)(?:当?中|里|之中)(?:已经?|现|就|仅|只|共)?有")
# 死亡事故中，|农村道路占比六成: those of whom the figures behind are a part
AMONG_WHICH = regex.compile(
    r"(?<=\p{Han}{2})(?<![其集途空]|过程|工作|活动|行动|建设|服务|改革|发展|运行|实践|推进|整治|斗争|会议|期间|检查|执法|监督|比赛|评比|竞赛|考核|评选)中$"
)
# 利润总额|由降转增，增长5%; 收缴率|偏低的状况有所改变，由七成升至86%: how what is measured stands
STANDS = regex.compile(
    r"^(?P<what>.{2,}?)(?:偏[低高少多大小弱]|较[低高少多大小]|由[降负升增亏]转[增正降负升盈减]|扭亏为盈|不[降升减增]反[升降增减]"
    r"|有所\p{Han}{2}|(?:稳步|持续|明显|大幅|逐年|显著|不断)(?:提升|提高|上升|下降|改善|好转|回升|增长|攀升|扩大))"
)
# 报销比例|职工85%、|居民70%: what is measured stands before the items
MEASURED_FIRST = regex.compile(
    r"^(?P<of>.{2,}?(?:比例|率|标准|满意度|工资|收入|费用|价格|得分|补助|补贴))(?P<who>\p{Han}{2,4})$"
)
TOTALLED = regex.compile(r"(?:累计|总数|总计)(?:已|共)*(?:达到?|为|有)?\s*$")
# 馆员2人|获省级表彰: what came to those counted
CAME_TO = regex.compile(r"(?:荣获|获评|获得?|入选|受到?|被)(?!益|理|训|灾)[\p{Han}“”]{3,14}$")
PER_INSIDE = regex.compile(r"(?<=\p{Han}{2})(?:[日月年人户]均)(?=\p{Han}{2})")
# 应急响应16次|共计42天: another number of it
NUMBER_AGAIN = regex.compile(r"(?:共计?|累计|合计|总计)\d")
# 举办音乐会、舞蹈诗剧等|音乐活动: the class name says it; 科技、教育等方面的|支出: the examples say it
EXAMPLES = regex.compile(r"^(?:(?=[^、]*+、)(?P<examples>.*(?<![高中初同平])等)|[^、]*?“[^“”]{1,12}”等)(?!各?(?:个)?(?:方面|领域|环节|行业|部门|单位)的)(?P<noun>[^、等]{4,}+)$")
LIST_END = regex.compile(r"(?:和|与|、|及|以及)$")
INSIDE_TIME = regex.compile(r"(?:(?:20|19)\d\d年度?|“[^”]{1,4}五”(?:时期|期间|末)|(?<=提出|建议|确定|明确)(?:今年|明年))(?:的)?")
INSIDE_TIME_HINT = re.compile(r"\d年|五”|[今明]年")
BARE_CLASSIFIER = regex.compile(r"(?:首批|第[一二三四五六]批|各类|各级)$")
# 2005年与2000年相比，…: the base is said once for the sentence
COMPARED_WITH = regex.compile(r"[与比较同](?P<reference>(?:20|19)\d\d年(?:底|末|初|同期)?|“[^”]{1,4}五”(?:末|期末)?)(?:的)?相比")
# 与上年相比，|事故下降12起, 同比|起数下降12%、伤人减少3人: so are the falls of counts behind it
COMPARED_YOY = regex.compile(r"[与比较同和](?:上年|去年)(?:同期)?相比|(?<=[，；：])同比(?=\p{Han}{2,6}?(?:下降|减少|上升|增加|增长|持平))(?!减少|增加|增长|下降|上升|持平)")
COUNT_NOUN = regex.compile(r"(?:总)?(?:人数|数量|总数|起数|件数|户数|个数|总量|总额|规模|数)$")
# 以旧换新|带动|家电零售额
CAUSE = regex.compile(r"^[^，。]{2,}?(?:带动|拉动)(?=[\p{Han}“”]{3})")
# 单位国内生产总值|能耗, 城乡居民人均|收入: what a rate is taken over, and what else of a list may be
RATE_OVER = regex.compile(r"^.{0,8}?(?:(?P<product>(?:单位|万元)(?:国内生产总值|地区生产总值|GDP|工业增加值))|(?P<person>人均))")
RATED = {"product": regex.compile(r"(?:能耗|能源消耗|水耗|电耗|用水量?|二氧化碳排放量?|碳排放量?)(?:强度)?"), "person": regex.compile(r"(?:可支配|消费|纯)?(?:收入|支出|消费)")}
# 粮食|播种面积 … 总产, 省运会|金牌 … 银牌: the end of a governor that gives way to a measure of the same thing
GIVES_WAY = {"产": regex.compile(r"(?<=\p{Han}{2})(?:播种|种植|收获|养殖)?(?:面积|总产量?|单产)$"), "牌": regex.compile(r"[金银]牌$")}
# 在全省绩效考评中，|支队位列第二: the contest is what was ranked
CONTEST = regex.compile(r"(?:比武|排名|排位|考核|考评|评价|评比|测评|竞赛|评估|大赛|比赛|评议|调查|评选)(?:中|里|上)?$")
# 交管工作在全省绩效考评中|位列第二
CONTEST_IN = regex.compile(r"(?P<who>[^在]{0,20})在(?:(?:全国|全省|全市|全县|全区|全州|省|市|县|国家)(?!级))?(?P<contest>[^在]{2,24}(?:比武|排名|考核|考评|评价|评比|测评|竞赛|评估|大赛|比赛|评议|评选))(?:中|里|上)")
# 为企业解决, 就此; not 对接, 就业, 在建, which are words of their own
PREPOSITION_OPEN = regex.compile(
    r"(?:围绕|通过|利用|采取|联合|会同|紧盯|依托|针对|结合|按照|聚焦|借助|协同|依法|随着|根据|立足|为(?!民)|对(?![接口标外])|向(?!上)|在(?![建册校线岗职读])|以(?!工代|旧换|案)|于|给(?![水付])|从(?![业严])|就(?![业近医地餐读诊])|经(?![营济贸费开办])|由|将(?!军)|把|与(?!会))(?=[\p{Han}“《])"
)
# 对实体经济|发放的人民币贷款: a clause that says which
RELATIVE = regex.compile(r"(?<=\p{Han}{2})的\p{Han}{2,10}$")
# 在全国|率先, 在此基础上|新增: no place
NO_PLACE = regex.compile(
    r"^(?:全[国省市县区州球]|此|这|其|原|现)|(?:基础上|过程中|方面|期间|时期|前提下|领导下|支持下|情况下|同时|中|上|下|时|内|前|后)$"
)
# 在|监测的城市|中: what a figure counts, said as that among which others are
FRAME_NAME = regex.compile(r"^在?(?P<thing>.{2,}?)(?<![其集])中$")
# 大中型客车|检验率
RATE_OF_ACT = regex.compile(r"(?<=\p{Han}{2})\p{Han}{2}率$")
INVESTED = regex.compile(r"(?:总|年度)?投资(?:额)?")
PLANNED = regex.compile(r"^(?:(?:项目|年度|全年|今年|总)*计划)(?:总|年度)?(?=投资)")
# 存、|贷款余额, 进、|出口额: of a pair that shares its second character
HALF_PAIRS = {"存": "贷", "贷": "存", "进": "出", "出": "进", "收": "支", "升": "降"}
# 经费支出…，|与国内生产总值之比|为2.55%
RATIO_TO = regex.compile(r"(?P<said>与[^，。；、\d]{2,16}之比)(?:为|是|达到?|约)*\s*$")
# 收入|总计, 资产|合计: a term of accounts
SUMMED = regex.compile(r"(?:收入|支出|收支|资产|负债|来源|运用|权益)$")
# 折|1891亿美元: the same in another currency
CONVERTED = regex.compile(r"(?:折合?|约合|合|相当于)(?:人民币)?")
# 建材行业|受房地产拖累
AFFECTED = regex.compile(r"(?<=\p{Han}{2})受[^，、]{2,14}?(?:影响|拖累|带动|拉动|冲击|制约)$")
# 为企业|解决: whom it is done for is no agent
AGENT_OPEN = re.compile(rf"(?![为对向给]|在(?![建校册])|联合|会同|[提报]请|协[同助调]|配合|组织|指导|督促|邀请|委托|推动|引导|支持|帮助|鼓励|动员|带动|促进|助力)[^，。；]{{0,20}}?{_AGENT}(?:全年|今年以来|[上下]半年|累计|共|已|先后)*+(?=[\u4e00-\u9fff])")
# 省财政安排|8亿元，用于改善校舍: what an amount that was given is for
# what is given for something: the verb behind it says what
GIVING = frozenset(("安排", "投入", "下达", "拨付", "争取", "筹集", "加大", "投资", "利用"))
GIVES = regex.compile(r"(?:安排|投入|下达|拨付)(?:各类|国债|专项|补助|财政|补贴|扶持|上级|中央|省级|市级)*(?:资金|经费|专款)?$")
PURPOSE = regex.compile(r"\s*(?:主要|重点|专项|全部)?(?:用于)?(?P<purpose>(?:(?<=用于)|支持|帮助)[^，。；、\d]{2,24})")
COMPLETION = regex.compile(
    r"(?P<words>(?:仅|只|约|已|提前|超额|圆满|分别)*+(?:(?:完成|占|为|达到?|是)了?)?"
    r"(?:\L<plan>|\p{Han}{2,6}?(?=下达|确定|核定|批准|制定)|[省市县区州局厅])*?(?:目标|任务|计划|预算)(?:任务|总额|总数|数|值|量)?)的?",
    plan=words("plan"),
)
HOW_COMPLETED = regex.compile(r"^(?:仅|只|约|已|提前|超额|圆满|分别)++")
TARGET_BEHIND = regex.compile(r"的?(?:市定|省定|年度|国家)*(?:预期|目标|控制线|控制指标|控制目标|任务数|计划数|要求)")
# 办证量|是老馆的|2.7倍: as many times as another has
TIMES_ANOTHER = regex.compile(
    r"(?r)(?<=\p{Han}{2})(?:是|为|相当于|达到?)(?P<peer>(?!原|去|上|同期)\p{Han}{2,10})的(?:近|约|超过?|逾)?"
)
# 控制在|上级核定的|63亿元限额以内, 控制在省定|0.5‰以内
HELD_WITHIN = regex.compile(
    r"控制在(?:上级|省|市|国家|县|财政厅|省厅|省里)?(?:定|核定|下达|规定|批准|要求)的?(?:限额)?\s*$"
)
# 接待游客|恢复到2019年的113.8%: as many times as then
RECOVERED = regex.compile(r"恢复[到至]|相当于")
LEVEL_VERB = regex.compile(r"突破|超过|达到|迈上|跨上|站上|跃上|超越|登上")
PER_HEAD = regex.compile(r"每[百千万十]?万?(?:人口?|户|车|名\p{Han}{0,4}|名|亩|元|公里|床|学生)")
TOTAL = regex.compile(r"(?:达|总数|总量|总规模|累计|总里程|总数达|总量达|达到|共)*")
# 为508名|被执行人|出具信用修复证明: who, what was done
FOR_WHOM = regex.compile(
    r"(?r)(?:(?<!行)为|对|向|给|帮助|帮|让|使|助力|带动)(?:全[国省市县区州镇乡]|辖区内?|我[省市县区]|\p{Han}{2,4}内|上述|其中)?+"
)
