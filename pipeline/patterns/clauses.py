"""Where a clause ends, and the words round a figure: what leads to it, moves it, bounds it,
compares it.
"""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import words
from pipeline.patterns.periods import MEASURED_BY
from pipeline.patterns.wordlist import any_of

# always ends a clause; 、 and 和 do only behind a figure
BREAK = re.compile(r"[，；：。！？!?;\n]|,(?!\d{3}(?!\d))|,(?<!\d,)|——|―|:(?!\d)|：|\|")
# 7.6%|（按可比口径）|和5.2%: a bracket without a figure between the items of a list
ASIDE = regex.compile(r"\s?（[^（）\d]{1,30}+）")
LINK = regex.compile(r"\s?(?:、|以及|和(?![美谐平睦气解声煦])|与(?!会)|及|并|且|或|/|\s)\s?")
BOUND_AFTER = regex.compile(
    # 控制在4.5%|的目标以内
    r"\s?(?:(?P<min>\L<min>)"
    r"|(?P<max>(?:的?(?:年度|预期|省定|调控|控制|既定)?(?:目标|红线|上限|警戒线|计划|指标|任务))?\L<max>)"
    r"|(?P<approx>\L<approx>)|之多|的水平)(?!\p{Han}(?<=[上下]级))",
    min=words("over_after"),
    max=words("under_after"),
    approx=words("about_after"),
)

_ACTION, _AGENT, _JOINER = any_of(words("action")), any_of(words("agent")), any_of(words("joiner"))
_LIGHT, _SCOPE = any_of(words("light")), any_of(words("scope"))
_MODIFIER = any_of(words("shared_modifier"))
_TIME = (
    r"(?:(?:(?:(?:20|19)\d\d年?\s?(?:-|—|–|~|～|至|到)\s?)?(?:20|19)\d\d|上一?|去|今|本|前)年(?:同期|全年|末|底|初"
    r"|度)?(?:的)?|“[^”]{1,4}五”(?:时期|末|初|期间)?的?"
    r"|年(?:初|末|底)的?|(?:\d{1,2}月?(?:-|—|–|~|至|到))?\d{1,2}月(?:份|底|末|当月)?的?|前三季度"
    r"|(?<!提)前(?:\d{1,2}|[一二两三四五六七八九十]{1,2})个?月(?![初中末底])|上半年|同期的?|(?:疫情|改革|[两三四五六七八九十\d]+年)前的)"
)
_QUARTER = "第?[一二三四]季度"

RATE = regex.compile(
    r"(?r)(?:(?<!自然|机械)\L<up>|(?P<down>\L<down>))",
    up=words("rise_noun"),
    down=words("fall_noun"),
)
TIME_TAIL = regex.compile(
    rf"(?r)(?:(?:(?:{_TIME}|{_QUARTER})[、和及])+(?:{_TIME}|{_QUARTER}|全年)"
    rf"|(?:截[至止]到?)?{_TIME}|(?<=\p{{Han}}{{2}}){_QUARTER}(?!度?[末底])|连续(?:\d+|[两三四五六七八九十]+)年"
    r"|每\s?(?:\d+(?:\.\d+)?)?(?:月|年|天|小时|分钟))"
)
# 由|上年末的, 由原来的, 由开业时的, 由月人均
FROM = regex.compile(
    rf"(?r)(?:[将把]原(?:先|来|有)的?|[从由](?:(?:年初|上年|原)?(?:预算|计划|目标)(?:数|安排)?的?"
    rf"|{_TIME}(?:[日月年人户]均)?|原(?:先|来|有)?的?|(?:\L<moment>)的?"
    rf"|(?:(?:{_QUARTER}|前[两三]个?季度|上[月周旬期]|上一?个?季度)[末底]?|[上下]半年)的?"
    r"|\p{Han}{2,4}(?:时|前|之初)的?|(?:过去|以前|往年)(?:的)?(?:每年|年均)?"
    r"|[月年日]?(?:人均|均)|平均|每\p{Han}{1,2})?)",
    moment=words("moment"),
)

# what a clause opens with
JOINER = re.compile(rf"\s*(?:{_JOINER}|除(?![险雪草尘害名夕外冰湿锈臭虫污]))")
TIME_HEAD = regex.compile(
    r"(?:截至|截止|截止到|到|至|从|自|[在于](?=[^，。；]{2,8}前))?\s?(?:(?:20\d\d(?:年?(?:至|到|—|-|–|～"
    r"|~)(?:20)?\d\d)?\s?学年度?"
    r"|(?:20\d\d年?)?[春秋]季?学期|[上下本新]学期|[上下本新]学年)(?:第[一二]学期)?"
    r"|(?:20|19)\d\d\s?年?(?:至|到|—|-|–)(?:20|19)\d\d年"
    r"|(?:20|19)\d\d\s?年(?:度|底|末|初|以来|起)?(?:\d{1,2}月(?:\d{1,2}日)?(?:份|底|末)?)?|今年(?:以来|来|底|末)?"
    r"|去年(?:同期|年?底|末)?|明年|来年|上年(?:同期|末|底)?(?!结[转余])|本年度?|当年|前年|年内|年底|年末|全年"
    r"|(?:\d{1,3}|[一二两三四五六七八九十]{1,3})年前"
    r"|(?:“[^”]{1,6}”)?(?:重新)?(?:开航|复航|通航|开馆|开放|开业|开街|运行|上线|挂牌|成立|启用)以来"
    r"|(?:开工|复工|建设|投运|投用|投产|开园|开业|成立|开展|实施|启动|运行|运营)以来"
    r"|(?:近|过去|最近|这)?(?:\d+|[一两三四五六七八九十])年(?:来|间|内|以来)|前[两三四五六]年|过去五年|过去一年"
    r"|近(?:\d|[两三四五六七八九十])年"
    r"|用(?:\d|[两三四五六七八九十])(?:[-—至到](?:\d|[两三四五六七八九十]))?年(?:左右)?的?时间"
    r"|“[^”]{1,4}五”(?:时期|期间|以来|末|初|规划期内?|规划)?|[上下]半年"
    r"|(?:第?[一二三四][、和及]){1,3}第?[一二三四]季度|(?:\d{1,2}[、和及])+\d{1,2}月份?"
    r"|(?:前[一二三两]|(?:第?[一二三四](?:季度)?(?:-|—|–|至|到))?第?[一二三四])个?季度末?"
    r"|(?<!提)前(?:\d{1,2}|[一二两三四五六七八九十]{1,2})个?月(?![初中末底])|\d{1,2}月?份?(?:-|—|–|~|至|到)\d{1,2}月(?:份|底"
    r"|末)?"
    r"|\d{1,2}月\d{1,2}日(?:-|—|–|~|至|到)(?:\d{1,2}月)?\d{1,2}日"
    r"|\d{1,2}月(?:[上中下]旬|\d{1,2}日|份?当月|单月)?(?:底|末|份|起)?|[两三四]年(?=累计|合计|新增|建成|为\p{Han})|目前|现在|同期"
    r"|同比(?=\p{Han}{2})|截至目前|截止目前|迄今|日前|汛[前后]"
    r"|本?报告期内?|全学[年期]|\d{1,3}天(?=累计|共)"
    r"|(?:\d|[一二两三四五六七八九十]){1,3}(?:天|周|个月)(?:左右)?的?时间"
    r"|(?:开学|寒暑假|暑假|寒假|春节|国庆|节假日|考试|高考|中考)(?:前后|期间)|入汛(?:以来|后|前)|节前|(?:国庆节?|清明节?|入冬|开学|春节)前|近期|每年"
    r"|每月"
    r"|每天|每周|期间|连续(?:\d+|[两三四五六七八九十]+)年|五年(?:来|间|累计)?(?!制|规划|行动|计划)|全年度|一年来|年均"
    r"|(?:未来|今后|下一?个?)[两三四五六七八九十]年(?![级前度])|(?:过去|这)[两三四五]年|本届政府任期内?|任期内)(?:，|,|、)?"
    r"(?:内(?!蒙)|间|(?<=[底末月])前(?![一二三两\d])|中(?![央国小西心等医]|[、和][高初小]|[高初]等)|里)?(?:的)?"
)
# 全国|文明城市, 境内|上市公司: what they are called, and not where they are
_TITLED = any_of(words("titled_of_the_nation"))
_CALLED = rf"全国[\u4e00-\u9fff]{{0,4}}?(?:{_TITLED})|境内(?:上市|外)"
SCOPE_HEAD = re.compile(
    rf"(?!{_CALLED})(?P<scope>{_SCOPE})(?!生产总值|内(?:就诊|住院|外)率?)(?:范围内?|内|上下|各地|各级|各类|的)?"
)
LIGHT_HEAD = re.compile(rf"{_LIGHT}了?")
# what scope, joiners and light verbs begin with, and what acts do:
# a look there mostly ends the matter
HEAD_OPENS = frozenset("除争").union(
    word[0] for kind in ("scope", "joiner", "light") for word in words(kind)
)
ACT_OPENS = frozenset("新再共").union(word[0] for word in words("action"))
_ACTS = f"(?=[{''.join(sorted(ACT_OPENS))}])"
# 聚集|性疫情, 保护|性开发: what is so is no act; 提升|性能
_QUALITY = r"(?!性(?![能质别病价格命]))"
# 生产安全|事故, 生产|总值, 抽检经费|到账: what an act would cut apart
_PAID_FOR = any_of(words("paid_for"))
_NO_ACT = (
    "(?!生产(?:安全|总值|要素|性|能力|线|资料)"
    f"|(?:{_PAID_FOR})经费)"
)
_OUT = r"(?:[了完好]|出(?![口台资让动现租入生院国境庭]))"
ACTION = re.compile(
    rf"{_ACTS}{_NO_ACT}[新再共]?{_ACTION}{_QUALITY}{_OUT}?(?:(?:[、和及]|或者?){_ACTION}了?)*"
)
LEADING_VERB = re.compile(rf"^{_ACTS}{_NO_ACT}[新再共]?{_ACTION}{_QUALITY}")
ACTION_TAIL = regex.compile(r"(?r)(?:\L<action>)(?:了|完|出|起)?", action=words("action"))
PREPOSITION_TAIL = regex.compile(
    r"(?r)(?:(?<!行)为|使|对|在|将|由|有|让|给|向|把|被|从|与|和|及|以|用|按|于|的|了|等|近|其中|分为|达|约|共|、|并"
    r"|全部|(?<![人户亩日月年车校班村店床笔平])均|也|各|(?<![新增开])设|自|因)"
)
WITHIN = regex.compile(r"\s*[对从把将]?(?:其中|内含|包括|包含|含|内有)[:：,，]?\s?")
BRACKETS = re.compile(r"[（()）]")
# 通过|省级评审|121家: what was passed, and no means
_PASSED = any_of(words("passed"))
PASSED = rf"[^，。；、\d]{{0,14}}?{_PASSED}"
# |力争|增长7%, |原定目标|增长8%: a figure that is aimed at
GOAL_HINT = re.compile(r"力争|争取|确保|目标|冲刺|[标划]值")
GOAL = regex.compile(
    r"力争|冲刺|争取(?=实现|达到|达|进入|突破|超过|不低于|不少于|完成|增长|提高|控制|在|\d)|确保(?=增长|达|完成|实现)"
    r"|(?:年初|年度|全年|原定|原|预期|增长)?(?:预期)?目标(?:值|数)?(?=为|是|增长|下降|\d|$|：|[≥≤])"
    r"|(?:年度|全年)?(?:指标|计划)值(?=为|是|\d|$|：|[≥≤])"
)
# 占|年度任务|6.2万亩|的78.4%, 市下达任务|120户|，实际完成126户: how much was due, beside what was done
DUE = regex.compile(
    r"(?r)(?P<due>[^，。；、\d占为]{0,12}(?:任务|计划|指标|预算)[数值量额]?)(?:为|是)?\s?"
)
DONE_OF_DUE = regex.compile(r"\s?的\s?\d|[，；]\s?实际")
# 财政收入8500万元|的年度目标: that it is aimed at, and not what it is
GOAL_BEHIND = regex.compile(r"^的(?:年度|全年|年初|预期|总体|既定|工作|发展){0,4}(?:目标|任务){1,2}$")
PER_START = regex.compile(r"^(?:[年月日](?=人均))?[人户亩日月车校班村店床笔]均")
PER_ALONE = regex.compile(
    r"\s*(?P<per>(?:[年月日](?=人均))?[人户亩日月车校班村店床笔]均)(?:约|达到?|为|超过?|近|突破|不足)*\s*"
)
PER_PREFIX = re.compile(
    r"(?:[人户亩日月车校班村]均|每[^，。；]{1,8}?(?:拥有|配备|有)"
    r"|每[百千万十]万?(?:人口|人(?!员|口|[均力])|名(?:学生|教师|职工|儿童|幼儿|患者|老人|老年人)|户"
    r"|[^，。；]{1,10}?(?:人员|人口?|户|名|辆|公里)))"
)
# a modifier that the items of a list share: 国家级|绿色工厂136家、绿色工业园区10家
OF_A_STAGE = re.compile(any_of(words("school_stage")))
SHARED_MODIFIER = re.compile(rf"(?:{PER_PREFIX.pattern}|{_MODIFIER}(?:及?以上)?)")
BLANKS = regex.compile(r"\s++")
# 中央财政|拟|安排补贴资金, 酒店|实现|营收: what a name leaves out inside
INSIDE = regex.compile(
    r"(?<=\p{Han}{2}|”)(?:(?:全年|今年以来|[上下]半年)(?:共|累计|先后)*+(?=\p{Han}{2})"
    r"|(?:拟|将|再|每年|(?<!近)[两三四五]年|连续[两三四五六七八九十\d]++年|累计)++"
    r"(?=安排|投资|投入|支出|补助|下达|拨付|新增|服务|减免|取消|建成|改造|转移|培训)"
    r"|实现了?(?=\p{Han}{2,5}$)(?!\p{Han}*(?:比|率))|了(?![解结望如]|不起)(?=\p{Han}{2}))"  # 新建|了|寺庙书屋
)
# 充电桩|2021年|新建: when what stands before it was acted upon
YEAR_INSIDE = regex.compile(r"(?<=[\p{Han}A-Z”）]{2})(?:20|19)\d\d年(?=\p{Han}{2,4}$)")
# what BLANKS and INSIDE match holds one of these; most phrases hold none
UNTIDY = re.compile(r"\s|[拟将再累了]|[全每两三四五半\d]年|今年以来|连续|实现")
LEADING_MARK = regex.compile(
    r"(?:\s|[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}[，、](?!第)"
    r"|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、|[二三四五六]产业|[二三四五六]级)"
    r"|[（(][\d一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳·●■◆▲•—\-*]+)++"
)
# 和|与|及, where no part of a word: not 普及率, 参与度, 共和国
COORDINATION = regex.compile(
    r"、|以及|(?<![共饱缓温总调柔])和(?![美谐平睦解缓声])|(?<![参赠给授])与(?![会])|(?<![普涉波危触遍])及(?![格时早])"
)
LIGHT_VERB = regex.compile(r"^(?:实现|完成)(?=(?!的)\p{Han}{2})")
QUOTE_HINT = re.compile("[“《‘]")
QUOTED = regex.compile(r"“[^“”]{0,60}”|《[^《》]{0,80}》|‘[^‘’]{0,40}’")
# 首次突破300万|大关 restates the level just given; 按3%|安排 says nothing of what
MILESTONE = regex.compile(r"\s?[元人吨斤户件]?(?:大关|关口|台阶|门槛)|(?:来?安排|掌握|考虑|把握)$")
# 违法查处总量|创历史新高, where the subject of a clause ends
CLAUSE_VERB = regex.compile(
    r"(?:“?(?:[双两三四五]个?|全面)(?:下降|提升|双降|上升|增长|降|升)”"
    r"|双双|[比较](?:上年|去年|年初|上月|同期)"
    r"|近年来|(?<=\p{Han}{3})坚持|屡|首次|出现|双下降|再?创|连续|跨|突破|超过|由|从(?=\d)|实现|取得|保持|继续|稳中"
    r"|持续|稳步|不断|较为|依然|仍然|不[降升增减]反|止[跌降]"
    r"|在上年|在去年|明显|显著|进一步|大幅|较快|全面|有力|平稳|(?:增速|增幅)?不?[高快低少多好优差]于"
    r"|(?<![人年月日户平])均|都|为|(?<!但)是|达)"
)
# what may stand before the time that a clause opens with; 赤字率从|去年的2.1%提高到2.3%:
# what 从 opens is a base, unless a span of years follows
_OPENING = (
    r"(?:\s|[一二三四五六七八九十]{1,2}是|[（(][\d一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、]|其中[，,]?|全省|全市"
    r"|全县|全区|全国)*+(?:截至|截止|到|至|在)?"
)
BEFORE_TIME = regex.compile(rf"{_OPENING}[^从由]{{0,4}}")
FROM_TIME = regex.compile(rf"{_OPENING}从?[^从由]{{0,4}}从?")
# 24个建设项目|有序实施, 32条精品线路|撬动消费, 1550个重点项目|完成投资7398亿元:
# what is told of the things counted is not their name
TOLD_BEHIND = regex.compile(
    r"(?<=[\p{Han}”）]{2})(?:(?!正增长|正对象)(?:进展)?(?:\L<adverb>)"
    r"(?!(?:如期|顺利|提前|相继|陆续|全部|全面|已)?(?:\L<done>)$)(?=\p{Han}{2})"
    r"|(?:\L<verb>)(?=[\p{Han}“\d]|$))",
    adverb=words("adverb_behind"),
    verb=words("verb_behind"),
    done=words("closed") + words("come_about") + words("joint_act"),
)
# 37处|堵点|仍有11处, 10个|县|中有8个, 停业的民宿|中已有41家
AMONG = regex.compile(
    r"(?r)(?:当?中|里|之中)(?:已经?|现|就|仅|只|共)?有|(?r)(?<=\p{Han}{2})(?:仍|还|尚)有"
)
# 受援人1137人|中|农民工占六成: those among whom the next are
AMONG_THEM = regex.compile(r"\s*[之当]?中(?=\p{Han}{2,12}?的?占)")
# 税收占|2020年|生产总值的12%: the time of what something is measured by opens no name
INSIDE_TIME = regex.compile(
    rf"(?<!{MEASURED_BY})(?:(?:20|19)\d\d年度?|“[^”]{{1,4}}五”(?:时期|期间|末)"
    r"|(?<=提出|建议|确定|明确)(?:今年|明年))(?:的)?"
)
INSIDE_TIME_HINT = re.compile(r"\d年|五”|[今明]年")
COUNT_NOUN = regex.compile(r"(?:总)?(?:人数|数量|总数|起数|件数|户数|个数|总量|总额|规模|数)$")
# 对实体经济|发放的人民币贷款: a clause that says which
RELATIVE = regex.compile(r"(?<=\p{Han}{2})的\p{Han}{2,10}$")
# 在|监测的城市|中: what a figure counts, said as that among which others are
# 以|改造提升企业|为抓手: what serves for something else
SERVES = regex.compile(
    r"^以(?P<thing>.{2,}?)为(?:主要|重要)?(?:抓手|带动|重点|契机|载体|牵引|引领|支撑|突破口|目标|主线|依托|龙头|核心|基础|导向|切入点|主体|先导)$"
)
FRAME_NAME = regex.compile(r"^在?(?P<thing>.{2,}?)(?<![其集高初])中$")
# 为企业|解决: whom it is done for is no agent
AGENT_OPEN = re.compile(
    r"(?![为对向给每]|移[送交]|报送|[百千]名|系统[\u4e00-\u9fff]|[布格]局|在(?![建校册])|联合|会同|[提报]请|协[同助调]|配合|组织|指导|督促"
    r"|邀请|委托|推动|引导|支持|帮助"
    rf"|鼓励|动员|带动|促进|助力)[^，。；]{{0,20}}?(?:{_AGENT}|[两三四五六七八九十]个?(?:县区|区县|乡镇|镇街|[县区市镇乡](?![镇街])))"
    rf"(?:[、和及与][^，。；、和及与]{{0,8}}?(?:{_AGENT}))*+"
    r"(?:全年|今年以来|[上下]半年|累计|共|合计|总计|已|先后)*+"
    r"(?=[\u4e00-\u9fff])"
)
# |会同|人社等部门, |协调|住建、城管等部门: with whom; 联合会 and 协调机制 are words of their own
WITH_WHOM = (
    r"(?:会同|携手|联手|协同|联合(?![会社银])"
    r"|协[调助](?=[^，。；]{2,16}?(?:部门|单位|企业|公司|机关|[局委办厅站所])))"
)
# 承担国家筛查项目的|东溪、西庙两县区|完成初筛: which of them acts
WHICH_ACTS = regex.compile(
    r"(?:承担|负责|承接|参与|实施|纳入|列入|入选|开展|牵头|承办)[^，。；的]{2,30}的"
)
PER_HEAD = regex.compile(r"每[百千万十]?万?(?:人口?|户|车|名\p{Han}{0,4}|名|亩|元|公里|床|学生)")
