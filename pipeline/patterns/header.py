"""What the head of a report says of itself: fields, its title, the body that speaks, the place."""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import words
from pipeline.patterns.rule import Rule

TITLE_KEYS = frozenset(("标题", "title", "名称"))
DATE_KEYS = frozenset(
    ("发布时间", "发布日期", "成文日期", "成文时间", "生成日期", "生成时间", "公开时间", "公开日期", "印发日期", "发文日期", "发文时间", "日期", "时间", "date")
)
PUBLISHER_KEYS = frozenset(("发布机构", "发布单位", "发布部门", "发文机关", "发文单位", "制发机关", "公开主体", "公开单位",
                           "部门（单位）名称", "单位（部门）名称", "单位名称", "部门名称", "填报单位", "填报部门", "编制单位", "编报单位", "报送单位", "报告单位", "汇报单位", "预算单位", "责任部门", "责任单位", "供稿单位", "供稿", "撰稿", "发布者", "所属机构", "作者"))
ATTRIBUTION_KEYS = frozenset(("来源", "信息来源", "文章来源", "稿件来源", "source"))
_KEYS = "|".join(sorted(TITLE_KEYS | DATE_KEYS | PUBLISHER_KEYS | ATTRIBUTION_KEYS, key=len, reverse=True))
COLON = re.compile("[:：]")
KEY_ENDS = tuple(sorted({key[-2:] for key in TITLE_KEYS | DATE_KEYS | PUBLISHER_KEYS | ATTRIBUTION_KEYS} | {"章）", "章)", "称）", "称)"}))
# 发布机构: 某县审计局 生成日期: 2023-11-08 15:29; a value ends where the next field begins
FIELD = regex.compile(rf"(?:^\s{{0,4}}+(?:-\s)?[\[(（【]?|(?<=[\s\])】|（(]))(?P<key>{_KEYS})\s?(?:[（(](?:盖章|公章|签章|加盖公章|全称)[)）])?\s?[\]】]?[:：]", regex.IGNORECASE)
FIELD_BEHIND = regex.compile(r"(?<=[\s|\])】])[\[【（(]?\p{Han}{2,6}[\]】]?[:：]")
# 某县林业局|（盖章）
SEAL = regex.compile(r"[（(](?:盖\s?章|公\s?章|章|加盖公章|印章)[)）]?$")
# title: on a line of its own holds all of the line
TITLE_FIELD = regex.compile(r"^\s*(?:标题|title|名称)\s?[:：]\s*(?P<value>\S.*?)\s*$", regex.IGNORECASE)
FRONT_MATTER = regex.compile(r"-{3,}")
# ## 某县2023年工作总结[1]: the marks of Markdown and of a note round a title
MARKDOWN = regex.compile(r"^[#*>\s]++|[#*\s]++$")
NOTE_MARK = regex.compile(r"(?:\[\d{1,2}\]|[①-⑳])$")
LETTER_SPACED = regex.compile(r"(?<=\p{Han})[ \u3000\u00a0]{1,3}(?=\p{Han}(?:[ \u3000\u00a0]|$))")

# 2023-03-31 10:25 来源:市交警支队; 2026年02月10日 07时41分
_BLANK = r"[^\S\n\t]?"
# no blank wider than one, and no two signs: 2020年 | 12.02 are cells of a table
DATE = regex.compile(
    rf"(?<!\d)(?P<year>(?:19|20)\d\d){_BLANK}(?:年{_BLANK}(?P<month>\d{{1,2}}){_BLANK}月|(?P<sign>[-/.]){_BLANK}(?P<month>\d{{1,2}}){_BLANK}(?P=sign)){_BLANK}(?P<day>\d{{1,2}})日?"
)
SIGNED_DATE = regex.compile(r"[\s(（]*+(?P<year>(?:19|20)\d\d)年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日[\s)）]*+")
# 二〇二四年五月, （2024年5月）: a line that is the month in which a document was written
MONTH_ALONE = regex.compile(r"[\s(（]*+(?P<year>(?:19|20)\d\d)年\s?(?P<month>\d{1,2})月[\s)）]*+")
# 2024年1月8日在某县第十八届|人民代表大会: the day of a session is none of publication
DAY_OF_SESSION = regex.compile(r"\d\s?日\s?(?:[在于]|召开)|会议|大会")

# a line that opens so is a heading, a salutation, a sentence, or dress; none is a title
NO_TITLE = regex.compile(
    r"^\W{0,3}(?:第?[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,3}部分|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．.](?!\d)|根据|按照|现将|为|各位|附件|根?据《|主任|尊敬)"
    r"|[。；，：:;]$|如下|>|》的(?!通知$)|发布时间|https?:|^[-—–―─]{1,2}(?!\d)|(?:…|\.{3}|·{3}|．{3}|⋯)[\s\S]*\d{1,4}[）)]?$|[？?]++|\t++|[\s\p{Han}]/\s"
)
# 网站首页 个人文档 工作总结 述职报告: several things of which each would be a title
MENU = regex.compile(r"(?:\S{2,8}[ \u3000|]+){3,}\S{2,8}$")
_TAIL = r"(?:的)?(?:[（(【\[][^）)】\]]{0,30}[）)】\]]|[\s—–-]*\d{4}年?|范文|范本|全文|文字版|（摘要）|（摘编）|\(摘编\)){0,3}$"
TITLES = (
    Rule("government_report", "the report of a government to a session", "title", regex.compile(rf"(?:政府|法院|检察院|常务委员会|委员会|常委会|代表大会|会议)?(?:上的)?工作\s?报告.{{0,24}}$|(?:会议|大会|全会)(?:上)?的?(?:报告|讲话){_TAIL}|在.{{4,80}}上的(?:\p{{Han}}{{0,4}}报告|讲话|发言|致辞|汇报|说明){_TAIL}"),
         ("2026年政府工作报告", "某县人民法院工作报告", "在2022年交通运输工作会议上的报告", "在县总工会第十五届委员会第三次全体会议上的工作报告", "在四届三次职代会上的发言", "政府工作报告（五年回顾与2021年安排）", "云溪县水务局2024年度工作报告"), ("工作情况",)),
    Rule("summary", "a summary of work, with a plan or without", "title", regex.compile(r"(?:工作|活动|行动|全年|年度|年终|半年|学期|学年|个人|教学|思想|阶段性?|年|月份?|季度)(?:总结|小结).{0,30}$"),
         ("某局2023年工作总结及2024年工作计划", "某校2022—2023学年度工作总结", "某会2024年5月份工作小结"), ("总结经验",)),
    Rule("statement_of_duty", "a person's statement of duty", "title", regex.compile(rf"述(?:职|廉|学)[述职廉学德法和、]{{0,6}}报告{_TAIL}"), ("2023年度述职述廉报告",), ("述职",)),
    Rule("communique", "a statistical communiqué, an annual report, final accounts", "title", regex.compile(rf"(?:公报|年报|年度报告|[白蓝]皮书[）)]?|报告书|说明书|报表|决算(?:公开)?(?:情况)?(?:报告|说明)?|预算(?:公开|编制|安排)?(?:情况)?(?:报告|说明)?){_TAIL}"),
         ("某县2022年国民经济和社会发展统计公报", "某局2022年度部门决算公开说明"), ("决算数",)),
    Rule("report_on", "a report on something: budget, plan, audit, evaluation, a matter of business", "title",
         regex.compile(rf"(?:(?:^|\p{{Han}})关于.{{4,60}}(?:报告|通报|汇报|总结|小结|说明|公告)|(?:审计|评价|自评|自查|评估|调研|总结|执行情况|工作情况|经营情况|运行情况|进展情况|完成情况|情况|年度|专项|阶段性工作|工作)(?:结果)?(?:的)?(?:报告|汇报|通报)){_TAIL}"),
         ("关于2022年度本级预算执行的审计报告", "某市2019-2021年重点项目绩效评价报告", "某局整体支出绩效自评报告"), ("检察情况",)),
    Rule("official", "an official document: a notice, a reply, a decision", "title", regex.compile(r"(?:^|\p{Han})关于.{2,60}的(?:通知|批复|答复|决定|意见|函|请示|公告|通告|命令|议案|建议|复函)$"),
         ("青禾县人民政府关于放假的通知", "某局关于印发《2024年重点项目计划》的通知", "关于同意修路的批复"), ("根据通知",)),
    Rule("plan", "key points and plans of work", "title", regex.compile(rf"(?:工作|行动|实施|专项|提升|攻坚|年度|年|半年|季度|学期|月份?)(?:重点)?(?:工作)?(?:思路|计划|要点|打算|安排|部署|谋划|方案|任务|目标)(?:分工|分解|落实)?(?:清单|方案|表)?{_TAIL}|\d年.{{0,20}}(?:发展|建设|投资|财政|项目|实施|行动|培训)计划{_TAIL}"),
         ("某局2023年工作要点", "某镇2024年重点工作计划", "某局下半年工作安排", "某县2024年国民经济和社会发展计划"), ("工作安排部署会",)),
    Rule("note", "a note on a period: a month's economy, a season's fires", "note",
         regex.compile(rf"(?:情况|分析|简析|简报|快报|专报|[旬周日月季]报|综述|通报|简讯|形势|报告|监测|主要\p{{Han}}{{0,4}}(?:指标|数据)|(?:办案|统计|业务|运行)数据|评价|评估|概况|状况|态势|特点|展望|预测|动态|进展|成绩单|统计|要情|信息|工作(?:亮点|成效|成果|纪实|动态|台账)|大事记|回顾|回眸|述评|公示|公开|清单|巡礼|盘点|工作重点|年终总结|发布[词稿会]|通稿|新闻稿|倡议书|一封信|(?:汇报|总结|交流|发言|述职|典型|经验|自评|考核)材料){_TAIL}"),
         ("1-10月云溪县固定资产投资情况", "二季度火灾形势分析", "2023年1至11月统计监测简报", "2024年1至6月全县检察机关主要办案数据", "某局2023年工作亮点"), ("情况属实",)),
)  # fmt: skip

# one of these is in every title
TITLE_HINT = re.compile(
    "报告|讲话|发言|致辞|汇报|说明|总结|小结|公报|年报|皮书|决算|预算|通报|公告|通知|批复|答复|决定|意见|函|请示|通告|命令|议案|建议|思路|计划|要点|打算|安排|部署|谋划|方案|任务"
    "|情况|分析|简析|简报|快报|专报|旬报|周报|日报|月报|季报|综述|简讯|形势|监测|指标|数据|评价|评估|概况|状况|态势|特点|展望|预测|动态|进展|成绩单|统计|要情|信息|亮点|成效|成果|纪实|台账|大事记|材料|报表|皮书|公示|公开|清单|目标|重点|回顾|回眸|述评|巡礼|盘点|书|表|词|稿|信"
)
_BODY_NOUN = "|".join(words("body_noun"))
_PLACE_NOUN = "自治区|自治州|自治县|自治旗|省|市|县|区|州|盟|旗|镇|乡|街道"
# 政府|信息公开, 政府|采购: what the word goes on to is no body
_NO_BODY = r"(?<![新开大全格布结僵破变时战当]局)(?<!政府(?=信息公开|采购|网站|债务|投资|购买|性))"
# 供电所, 护理部, 节水办: a body is known by how its name ends; 场所, 干部 and 督办 are none
_BODY_END = "[" + "".join(words("body_end")) + "](?<!" + "|".join(words("no_body")) + ")"
_BODY = rf"(?:(?!在)[\p{{Han}}（）()·、“”]){{0,40}}?(?:{_BODY_NOUN}|{_BODY_END}){_NO_BODY}(?:[(（](?!盖章|公章|印章|报告|请示|通知|公?函|批复|草案|讨论稿|送审稿|代章)\p{{Han}}{{1,12}}[)）])?"
_ONE_POST = r"(?:党组|党委|党工委|党支部|党总支|党支委|纪委)?(?:代理?|常务副|副|第一|执行)?(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|专员|监事长|总编辑|台长|团长|段长|场长|总干事|主席|局长|厅长|部长|主任|院长|检察长|书记|会长|理事长|校长|园长|所长|处长|科长|庭长|股长|秘书长|董事长|总经理|经理|总裁|厂长|总工程师|支队长|大队长|中队长|队长|政委|政治委员|关长|行长|社长|馆长|站长|台长|组长|负责人|委员(?!会))"
_POST = rf"(?:{_ONE_POST}(?:[、兼，,]{_ONE_POST}){{0,3}})"
# 李  望, 叶尔兰·哈山, 欧阳 望山
_PERSON = r"(?:\p{Han}[\s\u3000]{0,4}+){1,3}\p{Han}|\p{Han}{1,8}·[\p{Han}·]{1,8}"
_WHEN = r"(?:19|20)\d\d(?:年\s?\d{1,2}月(?:\s?\d{1,2}日)?|[-./]\d{1,2}[-./]\d{1,2})"
# what ends the name of the body that a title opens with
_BEHIND = rf"(?=\s|关于|[“”《]|(?:19|20)\d\d|[上下]半年|第?[一二三四]季度|前[一二三四五六七八九十\d]{{1,2}}(?:季度|个月)|\d{{1,2}}[-—–至月]|[五三二两十]年|[一二]年来|今年|本年|本学|近[\p{{Han}}\d]{{1,2}}年|半?年终|半?年度|(?<![大中小])学年|学期|阶段|领导班子|班子|{_POST}(?=[\p{{Han}}·\s]{{0,5}}(?:19|20)\d\d|述)|工作|政府工作|人民政府工作|全[省市县区州院局校]|述职|部门|整体支出|单位|(?:政府)?信息公开|政务公开|重点|月度|季度|年年|统计|[（(]|$)"
ISSUER_IN_TITLE = regex.compile(rf"^(?P<issuer>(?!关于|在)(?:{_BODY}|[\p{{Han}}（）()]{{1,20}}?(?P<place>{_PLACE_NOUN}))){_BEHIND}")
# a body on a line of its own, with the post and the name of who speaks for it, or a date
# 集团公司, 全院: a kind of body without a name
# 中共某乡委员会|某乡人民政府: a committee of the Party and the government of its place speak together
JOINT = regex.compile(r"(?P<first>中[共国][\p{Han}]{2,16}?(?:委员会|[省市县区州旗镇乡]委(?!员会)|党工?委))[\s、]{0,2}(?=[\p{Han}]{2,16}(?:人民政府|办事处|管委会|管理委员会)$)")
# 护理部, 机关党支部, 驻村工作队: a part of some body, which is named elsewhere
PART_OF_BODY = regex.compile(r"第[\p{Han}\d]{1,4}届\p{Han}{0,4}(?:理事会|监事会|执?委员?会|主席团)|(?:董事|监事|理事|居委|村委|业委|居民委员|村民委员|业主委员|管委|执委)会|行署|办事处|(?:(?![省市县区州盟旗镇乡村国])\p{Han}){0,5}(?:党支部|党总支|团支部|办公室|工作队|领导小组|年级|年级组|教研组|车间|[科室处部组办])")
# 全市|法院: many bodies
OF_MANY = regex.compile(r"全[省市县区州盟旗镇乡校院](?=\p{Han})")
# 某市气象局        签发：某某: what stands far behind a body is of it
FAR = regex.compile(r"[ \u3000\t]{3,60}|\u3000{2,60}")
OF_AN_ISSUE = regex.compile(r"(?:签发|审核|主编|编辑|责编|校对|联系人|电话)\s?[:：]|第\s?[\d一二三四五六七八九十]{1,4}\s?期|总第|[（(]?(?:19|20)\d\d[-年./]")
# names that stand beside each other
BLANK = " \t\u3000"
BESIDE = regex.compile(rf"[{BLANK}]{{1,20}}")
NAMELESS = regex.compile(
    r"(?:[我本该全]|集团|分|总)?(?:公司|集团|厂|银行|[支分]行|学校|大学|学院|中学|小学|幼儿园|医院|卫生院|[分总]?局|厅|署|[局院校厅]?党[委组]|委员会|办公室|办事处|[总支大中]队|中心|研究[院所]|社区|[协学商]会|党支部|工委|机关|单位|院|所)"
)
SPEAKER = r"(?:(?:报告|汇报|述职|发言|主讲)人|单位)\s?[:：]\s?"
# 某县人民政府党组成员、|县审计局局长: what else the speaker is
_ALSO = rf"(?:\p{{Han}}{{1,20}}?(?:成员|常委|{_ONE_POST})、)"
# 某行调查统计|科: who wrote it inside the body
_DIVISION = r"(?:\p{Han}{1,8}(?:科|股|(?<!管理|办事|海事|公证)处)|(?<=院)\p{Han}{1,6}办|(?<=公司|集团|[支分]行|医院|厂)(?:(?!公司)\p{Han}){2,8}部)"
BODY_LINE = regex.compile(
    rf"[\s（(*#]*+(?:{SPEAKER})?(?:{_ALSO}){{0,2}}(?P<body>{_BODY})(?:(?P<post>{_POST})|{_DIVISION})?(?:[\s\u3000：:]{{1,8}}(?:{_PERSON}))?(?:文件|编印?|主办|供稿|[(（](?:盖章|公章|报告|请示|通知|公?函|批复)[)）])?(?:[，,\s\u3000]{{0,60}}+[（(]?{_WHEN}[)）]?)?[\s）)*]*+"
)
# 某县医疗保障局  2023年1月6日: a signature; 某局办公室 2023年1月6日印发 is an imprint
SIGNED_ON_ONE_LINE = regex.compile(rf"[\s\u3000]*+(?P<body>{_BODY})[\s\u3000]{{1,12}}{_WHEN}[\s\u3000]*+")
BODY_NAME = regex.compile(_BODY)
GOVERNMENT_POST = regex.compile(rf"[\s（(*#]*+(?P<place>[\p{{Han}}]{{2,16}}?(?:{_PLACE_NOUN}))(?:人民政府)?(?:代理?)?(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席)[\s\u3000：:*]{{1,8}}[\p{{Han}}·\s\u3000]{{2,14}}[\s）)*]*+")
# kinds of a title of which a place alone can be the body: 某镇2023年工作总结, not 某市2022年统计公报
OF_THE_PLACE = regex.compile(r"工作(?:总结|计划|要点|思路|打算|安排|报告|汇报)")
SPOKEN = regex.compile(r"(?<!人民|职工|会员|妇女|党员)(?:代表|受)(?!大会|们)(?P<name>[\p{Han}]{0,16}?(?:人民政府|政府|国务院|人民法院|人民检察院|(?:人民代表大会|人大)常务?委员?会|政协常务?委员?会|政协常务委员会))")
# 我代表中国共产党某县第十二届委员会向大会作报告, 受县总工会委托
SPOKEN_FOR = regex.compile(rf"(?:我(?:谨|现)?代表|我?受)(?P<name>{_BODY})(?=的?[，,]?(?:向|作|委托|就|报告))")
CONGRESS = regex.compile(r"(?:在|于(?!\p{Han}{1,3}[县市区])|(?<!\p{Han})(?![年月日第]))(?P<place>[^\P{Han}在]{1,16}?(?:省|自治区|市|自治州|州|盟|自治县|县|区|自治旗|旗|镇|乡))第[\p{Han}\d]{1,4}届(?:人民代表|委员会)")
OFFICE = regex.compile(r"^(?:第[\p{Han}\d]{1,3}届|上一?届|本届)?(?P<level>自治区|自治州|自治县|自治旗|省|市|县|区|州|盟|旗|镇|乡)?(?P<kind>人民政府|政府)$")
LEVEL_FIRST = regex.compile(r"^(?P<level>自治区|自治州|自治县|自治旗|省|市|县|区|州|盟|旗)(?=\p{Han}{2})(?!市场|市政(?![府协法])|区域|区块|[省市县区](?:级|直|属|内|际|域))")
# what may stand before the place in the name of a body
BEFORE_PLACE = regex.compile(r"^(?:关于|(?:19|20)\d\d年?(?:度)?|[上下]半年|[前第]?[一二三四]个?季度|(?:\d{1,2}月?份?(?:[-—–~]|至|到))?\d{1,2}月份?|中国共产党|中共|共青团|中国共产主义青年团|中国人民政治协商会议|政协|国家税务总局|国家统计局|中国人民银行|中国农业银行|国网|中国电信|中国移动|中国联通|中国铁塔|中国邮政|中国人寿|中国人保|中国石化|中国石油|中华人民共和国|驻|赴)+")
NATIONAL = regex.compile(
    r"(?:中华人民共和国)?(?:国务院\p{Han}{0,16}|国家\p{Han}{2,12}(?:局|委员会|总局|署)|全国\p{Han}{2,20}|最高人民(?:法院|检察院)|中国人民银行|(?:教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|农业|商务|文化和旅游|文化|国防|外交|国家安全|退役军人事务|应急管理|铁道|卫生|环境保护|国土资源|信息产业)部)"
)
NATION = regex.compile(r"^(?:19|20)?\d*年?中华人民共和国(?!\p{Han}{2,8}(?:海关|海事))")
# 2021西塘县教育局…, 2022年某市…: the year before the name of a body
YEAR_FIRST = regex.compile(r"^(?:19|20)\d\d(?:年度?)?(?=\p{Han})")
# not 2023年|《政府工作报告》重点任务, which tells of one
GOVERNMENT_REPORT = regex.compile(r"(?<!《[^《》]*)政府工作报告")
# 石坪村第一书记  龙青
VILLAGE_POST = regex.compile(rf"[\s（(]*+(?:{SPEAKER})?(?P<body>\p{{Han}}{{2,20}}?(?:村|社区)){_POST}[\s\u3000：:]{{1,8}}(?:{_PERSON})[\s）)]*+")
PLACE_LINE = regex.compile(rf"(?:中华人民共和国|[\p{{Han}}]{{2,12}}(?:{_PLACE_NOUN}))")
# what a second line of a title opens with, below the name of its body
OPENS_WITH_PERIOD = regex.compile(r"(?:关于)?(?:(?:19|20)\d\d|[上下]半年|第?[一二三四]季度|前\p{Han}{1,2}(?:季度|个月)|\d{1,2}\s?[-—–至月]|年度|年终|“[一二三四五六七八九十]{1,3}五”|[一二三四五两]年|[二一][〇○零九Oo0]\p{Han}{2}(?:[-—–~至]|学?年))|关于|(?:常务委员会)?工作(?:总结|报告|计划)")
SHORT_GOVERNMENT = regex.compile(r"(?<!人民)政府$")
TEMPLATE = regex.compile(r"(?:范文|范本|模板|样本)$")
# 中华人民共和国|国家统计局 is the same body as 国家统计局
NATION_FIRST = regex.compile(r"^中华人民共和国(?=国家|国务院|\p{Han}{2,16}部$)")
# ——在2022年某县交通运输工作会议上的报告: a title in two lines of which the second says what it is
SUBTITLE = regex.compile(r"^[-—–―─]{1,3}\s?(?=在\D|\D.{3,80}(?:报告|讲话|发言|致辞|汇报|总结|说明|计划|要点|打算|安排|思路|公报|情况|分析)$)")
# ——在某县第十三次代表大会上的报告: a line that says where a report with a title of its own was given
DASHED = regex.compile(r"[-—–―─]{1,3}\s?在")
AT_A_SESSION = regex.compile(r"在.{4,90}上的?(?:\p{Han}{0,6}报告|讲话|发言|致辞|汇报|说明)(?:[（(][^（()）]{1,12}[）)])?$")
# 凝心聚力促改革 真抓实干谱新篇: two halves, or the verb that a slogan opens with
SLOGAN = regex.compile(r"[\p{Han}“”‘’《》、，·—－!！\s\d]{6,44}")
SLOGAN_OPENS = regex.compile(
    r"[\p{Han}“”]{4,16}[\s，]{1,6}[\p{Han}“”]{4}|(?:为|以|在|奋|勇|坚|牢记|凝|聚|锚定|团结|踔厉|守正|砥砺|担当|实干|真抓|开拓|同心|深|全|扬|乘|攻坚|抢抓|解放|推|加快|不忘|高举|继往|履|正视|提|强|巾帼|让|书写|谱写|擘画|开创|建功|争|创|服务|助力|扛|接续|感恩|永远|心|党建|把|用|提升|打造|围绕|立足|紧|突出|着力)"
)
# 某县总工会|第十五届委员会|第三次全体会议: where the name of a body may end
TERM_NAMED = regex.compile(r"(?:第[\p{Han}\d]{1,4}|[一二三四五六七八九十\d]{1,3})届(?:常务委员会|常委会|委员会|执行?委员会|执委会|常务理事会|理事会|监事会|主席团)$")
SESSION_NAMED = regex.compile(r"[一二三四五六七八九十\d]{1,3}届[一二三四五六七八九十\d]{1,3}次|(?<=公司|银行|集团|联社)(?:19|20)\d\d年?度?(?=\p{Han}{0,8}(?:会议|大会|例会|年会))|第[\p{Han}\d]{1,4}届(?=\p{Han})|第[\p{Han}\d]{1,4}次(?:会议|全会|大会|全体|代表|会员|职工|团员|妇女|党员|股东)")
MEETING = regex.compile(r"[一二三四五六七八九十\d]{1,3}届[一二三四五六七八九十\d]{1,3}次|第[\p{Han}\d]{1,4}次(?:会议|全会|大会|全体|代表|会员|职工|团员|妇女|党员|股东)")
# where the speech begins, the head has ended
SPEECH = regex.compile(r"[\s*]*+(?:各位|同志们|尊敬的|主席|主任|大会主席团|现在，?我)")
# 某队2023年工作总结|一、2023年工作完成情况: a heading that was run on to the title
RUN_ON = regex.compile(r"(?<=总结|报告|计划|要点|情况|思路|打算|安排)(?:一、|（一）|第一部分).++$")
# 《某县2023年工作总结》: all of the line in marks of a book
QUOTED_WHOLE = regex.compile(r"《(?P<title>[^《》]{4,90})》")
# lines of one title: the first breaks off, or the next can open none
BREAKS_OFF = regex.compile(r"[和及与暨的、并—–~至-]$|关于$|工作$|以来$|^《[^》]++》$|[（(《“][^（()）《》“”]*+$")
# 中国人民政治协商会议某县|第十四届委员会常务委员会工作报告: no title opens with the number of a term
# 某县贯彻落实省督察|反馈意见整改情况的报告
OPENS_WITH_PLACE = regex.compile(rf"[\p{{Han}}]{{2,10}}?(?:{_PLACE_NOUN})(?=\p{{Han}}{{4}})")
TERM_FIRST = regex.compile(r"第[\p{Han}\d]{1,4}[届次]")
_YEARS = r"(?:19|20)\d\d年?度?(?:[-—–~至](?:19|20)?\d\d年?)?(?:[上下]半年|(?:前|第)?[一二三四]个?季度|\d{1,2}月?[-—–~至]\d{1,2}月)?"
GOES_ON = regex.compile(rf"(?:[和及与暨的、]|[（(]\p{{Han}}{{1,6}}[）)](?=(?:19|20)\d\d)|[（(](?:草案|[白蓝]皮书|第[一二三四五六七八九十\d]{{1,3}}[号期]|{_YEARS}|(?:19|20)\d\d(?:年?[-—–~至](?:19|20)?\d\d)?(?:学年度?|年(?:第?[一二三四]季度|[上下]半年|\d{{1,2}}月?[-—–~至]\d{{1,2}}月|\d{{1,2}}月份)))[)）]|(?:执行|实施|完成|落实|工作)?情况|草案|执行(?=和|及|与)|公开(?=说明|报告|情况)|年度?(?!终|中|度|来))")
# …工作总结及2024年|工作计划, …开展情况的|报告: a title that is not yet whole
UNFINISHED = regex.compile(r"^关于[^。]*(?:预算|决算|计划)$|(?:[总小]结|报告|情况|回顾)[及和与暨、](?:(?!计划|要点|打算|思路|安排|谋划|部署|报告|总结|建议|说明|重点|任务|目标|公报|情况|问题).){0,24}$|[的及和与暨、]$")
BARE_TITLE = regex.compile(r"\p{Han}{0,6}(?:报告|公报|通报|汇报|总结|说明|[简快专]报|公开|发布[稿词])(?:[（(][^（()）]{1,12}[）)])?$")
ENDS_A_TITLE = regex.compile(r"(?:报告|公报|通报|汇报|总结|说明)(?:[（(][^（()）]{1,12}[）)])?$")
# 全县今冬明春火灾|防控工作阶段性总结
OPENS_WITH_WHOLE = regex.compile(r"第\d{1,3}[周批季]|[全我][国省市县区州盟旗镇乡校院]\p{Han}{4}")
# a body that has its own place: 岳麓区教育局, 县残联
PLACE_OF_BODY = regex.compile(rf"[\p{{Han}}]{{0,8}}?(?:{_PLACE_NOUN})|中[共国]")
# 某市公安局交通警察|大队2023年工作总结: no title opens with a kind of body alone
REST_OF_BODY = regex.compile(r"[总支大中]队|[协学商工]会|(?:联合|促进|研究|理事|监事|董事|基金|委员)会|公司|集团|工作部|[支分]行|学院|所|(?:(?![省市县区州盟旗镇乡村])\p{Han}){0,2}局|人民(?:检察院|法院)|委员会|办公室|管理处|(?:管理|服务)?中心")
# 第6期（总第128期）, 安水字〔2024〕3号, 签发人：, 2024年3月8日: lines of a masthead or a letterhead
OF_A_MASTHEAD = regex.compile(r"第\s?[\d一二三四五六七八九十]{1,4}\s?期|[〔\[【（(](?:(?:19|20)\d\d|\d\d)[〕\]】）)]\s?第?\s?\d{1,5}\s?号|签发人|文件$|(?:门户网|网站|公众号|客户端|政府网|信息网)$|^会议(?:材料|文件|资料)|(?:会议?|大会|全会|[代党团]会)\s?(?:材料|文件|资料)\s?(?:之?[一二三四五六七八九十\d]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[）)])?$|^(?:内部(?:资料|文件)|[机秘绝]密)|^[（(]?(?:19|20)\d\d[-年./]\d{1,2}(?:月|[-月./]\d{1,2}日?)[)）]?$")
SENTENCE_MARK = regex.compile(r"[。；！？：]|^[，、]|[，、]$")
# 全县, 我市, 某县: whom a headline speaks of
OF_THE_WHOLE = regex.compile(r"[全我][国省市县区州盟旗镇乡校院](?!面)")
# 某县教育局编  2023年11月16日, 主编：某某: lines of a masthead that name people and days
SPEAKER_LINE = regex.compile(r"(?:19|20)\d\d[-年./]\d{1,2}[-月./]|[:：]|(?:主编|编印|主办|签发)|\s{2}")
# 某公司2024年上半年经济活动分析会|上的讲话
AT_A_MEETING = regex.compile(r"[一二三四五六七八九十\d]{1,3}届[一二三四五六七八九十\d]{1,3}次|^在(?=.{4,60}会(?:议)?上)")
# 县城管执法局|扎实推进市容环境整治
OPENS_WITH_BODY = regex.compile(rf"{_BODY}(?=\p{{Han}}{{4}})")
# 【工会之窗】某校工会工作总结, 述职报告｜某村: the column of a site or an account in which a title stands
COLUMN = regex.compile(r"^[【\[](?!\d{1,4}年?[】\]]|重要|转载)[\p{Han}·“”\d]{2,12}[】\]]\s?(?=[^【\[（(\s].{5,})|^[\p{Han}·]{2,8}\s?[丨｜|]\s?(?=[^丨｜|]{8,90}$)")
# 2024年|工作安排: a blank left where a title was broken
TORN_TITLE = regex.compile(r"(?<=\d年度?|月份|季度|半年)[ \u3000]{1,4}(?=(?:重点)?工作(?!总结)|总结|计划|安排|要点|打算|思路)|(?<=[和及与暨])[ \u3000]{1,4}(?=\p{Han})")
# 某县工作简报|第6期: the name of a serial stands above the number of its issue
SERIAL = regex.compile(r"(?:公报|[简快专通]报|[旬周日月季]报|信息|动态|通讯|要情|参阅|专刊|内参|参考|工作交流|情况反映|资料|材料)$")
ISSUE = regex.compile(r"[（(〔\[]?\s?(?:(?:19|20)\d\d年?|[一二][〇○零九Oo0]\p{Han}{2}年)?\s?[，,·]?\s?(?:第\s?[\d一二三四五六七八九十]{1,4}\s?[期辑]|总第)")
# parties and leagues whose name alone stands on the line above the place: 中国人民政治协商会议|某市第四届委员会
PARTY_LINE = regex.compile(r"中国人民政治协商会议|中国共产党|中国共产主义青年团|中国民主(?:同盟|建国会|促进会)|中国国民党革命委员会|中国农工民主党|中国致公党|九三学社|台湾民主自治同盟")
# 前三季度|某市经济运行平稳: a headline that names its place itself
PLACE_NAMED = regex.compile(rf"[\p{{Han}}]{{2,8}}(?:{_PLACE_NOUN})(?=\p{{Han}}{{3}})")
# 区委统战部：, 县政府办公室: to whom a letter goes
ADDRESSED = regex.compile(rf"(?:{_BODY}[、，,\s]{{0,2}}){{1,4}}[:：]")
# 某区工商业联合会|（总商会）: another name of the body
OTHER_NAME = regex.compile(r"(?<=\p{Han}{4})[（(]\p{Han}{2,12}[）)]$")
# 国网某县供电公司|月度工作例会材料（一）: a line that opens with the name of a body
LETTERHEAD = regex.compile(rf"(?P<body>(?!关于){_BODY})(?=月度|季度|年度|半年|工作|会议|例会|文件|材料|第|[\s　]*[〔\[（(]?(?:19|20)\d\d)")
# 某县第十七届人大常委会 | 第四十二次会议材料: the first of two lines of a session
SESSION_BELOW = regex.compile(r"第\s?[\d一二三四五六七八九十]{1,4}\s?次")
# 县委, 区政府: of which place is not said
OF_NO_PLACE = regex.compile(r"(?:[省市县区州盟旗镇乡]|自治[区州县旗])(?:[党工]?委|政府|人民政府|人大|政协)|(?:[我本该全]|集团|分|总)?(?:公司|集团|厂|银行|[支分]行|学校|学院|医院|局|协会|商会)")
LEVEL_IN_NAME = regex.compile(r"(?<=\p{Han}{2})[省市县区州盟旗](?=\p{Han}{2}(?!.*[市县区旗](?=\p{Han}{2})))")
# who published, counted or wrote it, by the words of the opening
_SAID_BY = rf"(?<!\p{{Han}})(?:近日|日前|今天|昨日|今日)?(?P<body>{_BODY})"
TOLD = (
    regex.compile(rf"{_SAID_BY}(?:今[日天]|正式|对外|联合)?(?:发布|公布|披露|发布了|公布了)[^，。；]{{0,24}}(?:报告|公报|情况|数据|年报|白皮书|成绩单)"),
    regex.compile(rf"(?<!\p{{Han}})据(?P<body>{_BODY})(?:初步)?(?:统计|核算|数据|介绍|消息|反馈)"),
    regex.compile(rf"(?<!\p{{Han}})本(?:年度)?(?:报告|公报|年报|评估)由(?P<body>{_BODY})(?:组织)?(?:编制|编写|撰写|发布|完成|依据|根据|按照|负责)"),
    regex.compile(rf"{_SAID_BY}[（(]以下(?:简|统)称"),
)
# what a shorter name leaves off at its end: 文联|合会, 县委|员会, 银行|股份有限公司
COMPANY_TAIL = regex.compile(r"(?:集团)?(?:股份)?有限(?:责任)?公司|集团(?:公司)?|股份公司")
LEFT_OUT_BEHIND = ("", "合会", "员会", "会", "员", "股份有限公司", "有限公司", "有限责任公司")
# a body inside a name: 某县公安|局|城关分局
BODY_INSIDE = regex.compile(r"局|委员会|公司|法院|检察院|医院|学校|大学|学院|中心|政府|[支大中]队|银行|协会|办公室|[乡镇村]|街道|社区")
LONG_PARTY = "中国人民政治协商会议"
SHORT_PARTY = regex.compile(r"^中国人民政治协商会议")
# 建议办理情况的报告|某县人民政府: what is run on to a name is none of it
WORDS_BEFORE = regex.compile(r"的|关于|代表|报告|情况|总结|计划|委托|受")
# 三、不足之处: a heading with its number
NUMBERED = regex.compile(r"\W{0,3}(?:第?[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,3}[部章]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．.])")
# 中国人寿保险股份有限公司|长沙市分公司: behind which the place of a branch may stand
BRANCH = regex.compile(r"(?:公司|集团|银行|总局|保险)(?=\p{Han}{4})")
# 锦州|经济技术开发区, 靖江|农村商业银行: bodies whose place goes without its kind
OF_A_CITY = regex.compile(r"(?:农村商业银行|农商银?行|农村信用|农村合作银行|村镇银行|(?:国家级?)?(?:经济技术|高新技术产业|经济|高新|临港|临空|工业|产业|旅游|边境经济)(?:开发|合作|示范)?区|经开区|高新区|综合保税区|保税[港物]?区|工业园区|供电(?:分)?公司|[分支]公司|中心支行|[支分]行|海关|海事局|机场|火车站|港务|调查队)")
# 我村|地处某县某乡
LIES_IN = regex.compile(r"[我本该](?:乡|镇|村|社区|街道|校|院|园|厂|所|站|公司|单位|开发区|林场|农场)[\p{Han}]{0,4}?(?:地处|位于|位处|坐落[于在]|隶属于?|所在地为)")
BELOW_COUNTY = regex.compile(r"[乡镇村]|街道|社区|学校|[中小]学|幼儿园|卫生院|医院|[林农牧]场|公司|厂")
# 正|文县文联: a character that runs on to a name, and is no preposition
WORD_RUNS_ON = regex.compile(r"(?![由据受对在为与和及向请到从给经让使省市州盟])\p{Han}")
# 首页 走进某县 新闻中心, 当前位置：首页 > 统计: what only the page of a site has below its name
NAVIGATION = regex.compile(r"首页|位置|无障碍|长者|登录|导航|加入收藏")
# 来源：某县统计局|　2024-01-22
DATE_BEHIND = regex.compile(rf"[\s（(]{{1,8}}{_WHEN}.{{0,12}}$")
