"""The bodies that speak in the head of a report, their posts, and the places they are of."""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import words
from pipeline.patterns.wordlist import any_of

_NOUNS = words("body_noun")
# looked for at every place of a line: most are told by one character
_BODY_NOUN = rf"(?=[{''.join(sorted({noun[0] for noun in _NOUNS}))}]){any_of(_NOUNS)}"
PLACE_NOUN = "自治区|自治州|自治县|自治旗|省|市|县|区|州|盟|旗|镇|乡|街道"
# 政府|信息公开, 政府|采购: what the word goes on to is no body
_NO_BODY = r"(?<!法治政府)(?<!届[一二三四五六七八九]中)(?<![新开大全格布结僵破变时战当]局)(?<!政府(?=信息公开|采购|网站|债务|投资|购买|性))"
# 供电所, 护理部, 节水办: a body is known by how its name ends; 场所, 干部 and 督办 are none
_BODY_END = "[" + "".join(words("body_end")) + "](?<!" + "|".join(words("no_body")) + ")"
BODY = (
    rf"(?![（(])(?:(?!在)[\p{{Han}}（）()·、“”]){{0,40}}?(?:{_BODY_NOUN}|{_BODY_END}){_NO_BODY}"
    r"(?:[(（](?!盖章|公章|印章|报告|请示|通知|公?函|批复|草案|讨论稿|送审稿|代章)\p{Han}{1,12}[)）])?"
)
_ONE_POST = (
    r"(?:党组|党委|党工委|党支部|党总支|党支委|纪委)?(?:代理?|常务副|副|第一|执行)?"
    r"(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席|局长|厅长|部长|主任|院长|检察长|书记|会长|理事长|校长|园长"
    r"|所长|处长|科长|庭长|股长|秘书长|董事长|总经理|经理|总裁|厂长|总工程师|支队长|大队长|中队长|队长|政委|政治委员"
    r"|关长|行长|社长|馆长|站长|台长|组长|负责人|委员(?!会)|专员|监事长|总编辑|团长|段长|场长|总干事|成员"
    r"|总(?:统计|经济|会计|审计|规划|农艺|畜牧|兽医|建筑|地质)师|督察长|审判员|检察员|(?:[一二三四]级)?(?:调研员|巡视员))"
)
_POST = rf"(?:{_ONE_POST}(?:[、兼，,]{_ONE_POST}){{0,3}})"
# 李  望, 叶尔兰·哈山, 欧阳 望山
_PERSON = r"(?:\p{Han}[\s\u3000]{0,4}+){1,3}\p{Han}|\p{Han}{1,8}·[\p{Han}·]{1,8}"
WHEN = r"(?:19|20)\d\d(?:年\s?\d{1,2}月(?:\s?\d{1,2}日)?|[-./]\d{1,2}[-./]\d{1,2})"
# what ends the name of the body that a title opens with
_BEHIND = (
    r"(?=\s|关于|[“”《]|(?:19|20)\d\d|[上下]半年|第?[一二三四]季度|前[一二三四五六七八九十\d]{1,2}(?:季度|个月)"
    r"|\d{1,2}[-—–至月]|[五三二两十]年|[一二]年来|今年|本年|本学|近[\p{Han}\d]{1,2}年|半?年终|半?年度"
    rf"|(?<![大中小])学年|学期|阶段|领导班子|班子|{_POST}(?=[\p{{Han}}·\s]{{0,5}}(?:19|20)\d\d|述)|工作|政府工作"
    r"|人民政府工作|全[省市县区州院局校]|述职|部门|整体支出|单位|(?:政府)?信息公开|政务公开|法治政府建设|依法行政|重点|月度|季度|年年|统计"
    r"|[（(]|$)"
)
ISSUER_IN_TITLE = regex.compile(
    rf"^(?P<issuer>(?!关于|在)(?:{BODY}|[\p{{Han}}（）()]{{1,20}}?(?P<place>{PLACE_NOUN}))){_BEHIND}"
)
# 中共某乡委员会|某乡人民政府: a committee of the Party and the government of its place speak together
JOINT = regex.compile(
    r"(?P<first>中[共国][\p{Han}]{2,16}?(?:委员会|[省市县区州旗镇乡]委(?!员会)|党工?委)(?:办公室)?)[\s、]{0,2}"
    r"(?=[\p{Han}]{2,16}(?:人民政府|办事处|管委会|管理委员会)(?:办公室)?$)"
)
# 护理部, 机关党支部, 驻村工作队: a part of some body, which is named elsewhere
PART_OF_BODY = regex.compile(
    r"第[\p{Han}\d]{1,4}届\p{Han}{0,4}(?:理事会|监事会|执?委员?会|主席团)|办事处"
    r"|(?:行署|[省市县区州旗]?政府)(?:党组)?(?<!政府)"
    r"|(?:董事|监事|理事|居委|村委|业委|居民委员|村民委员|业主委员|管委|执委)会"
    r"|(?:(?![省市县区州盟旗镇乡村国])\p{Han}){0,5}(?:党支部|党总支|团支部|办公室|工作队|领导小组|年级|年级组|教研组|车间|[科室处部组办])"
)
# 全市|法院: many bodies
OF_MANY = regex.compile(r"全[省市县区州盟旗镇乡校院](?=\p{Han})")
OF_AN_ISSUE = regex.compile(
    r"(?:签发|审核|主编|编辑|责编|校对|联系人|电话)\s?[:：]|第\s?[\d一二三四五六七八九十]{1,4}\s?期|总第|[（(]?(?:19|20)\d\d[-年./]"
)
# 集团公司, 全院: a kind of body without a name
NAMELESS = regex.compile(
    r"(?:[我本该全]|集团|分|总)?(?:公司|集团|厂|银行|[支分]行|学校|大学|学院|中学|小学|幼儿园|医院|卫生院|[分总]?局|厅"
    r"|署|[局院校厅]?党[委组]|委员会|办公室|办事处|[总支大中]队|中心|研究[院所]|社区|[协学商]会|党支部|工委|机关|单位|院|所)"
    r"(?:党[委组]|董事会|工会|(?:领导)?班子)?"
)
SPEAKER = r"(?:(?:报告|汇报|述职|发言|主讲|(?:主|新闻)?发布|介绍)人|单位)\s?[:：]\s?"
# 某县人民政府党组成员、|县审计局局长: what else the speaker is
_ALSO = rf"(?:\p{{Han}}{{1,20}}?(?:成员|常委|{_ONE_POST})、)"
# 某行调查统计|科: who wrote it inside the body
_DIVISION = (
    r"(?:(?!(?<=中)学)(?:(?![局院厅署]|学校|公司|中心|集团|政府)\p{Han}){1,8}(?:科|股|(?<!管理|办事|海事|公证)处)"
    r"|(?<=院)\p{Han}{1,6}办"
    r"|(?<=公司|集团|[支分]行|医院|厂)(?:(?!公司)\p{Han}){2,8}部)"
)
# 单位：某县供销社　|　报送时间：2023年12月28日: a field behind the one that names who speaks
SPEAKER_FIELD = regex.compile(
    rf"(?P<field>{SPEAKER}[\p{{Han}}（）()·]{{2,40}})[\s\u3000|]{{1,20}}\p{{Han}}{{2,8}}[:：].{{0,40}}"
)
# a body on a line of its own, with the post and the name of who speaks for it, or a date
BODY_LINE = regex.compile(
    rf"[\s（(*#]*+(?:{SPEAKER})?(?:{_ALSO}){{0,2}}(?P<body>{BODY})"
    rf"(?:(?P<post>{_POST})|{_DIVISION})?(?:[\s\u3000：:]{{1,8}}(?:{_PERSON}))?"
    rf"(?:文件|编印?|编制|主办|供稿|[(（](?:盖章|公章|报告|请示|通知|公?函|批复)[)）])?"
    rf"(?:[，,\s\u3000]{{0,60}}+[（(]?{WHEN}[)）]?)?"
    r"[\s）)*]*+"
)
# 某县医疗保障局  2023年1月6日: a signature; 某局办公室 2023年1月6日印发 is an imprint
SIGNED_ON_ONE_LINE = regex.compile(
    rf"[\s\u3000]*+(?P<body>{BODY})[\s\u3000]{{1,12}}{WHEN}[\s\u3000]*+"
)
BODY_NAME = regex.compile(BODY)
GOVERNMENT_POST = regex.compile(
    rf"[\s（(*#]*+(?P<place>[\p{{Han}}]{{2,16}}?(?:{PLACE_NOUN}))(?:人民政府)?(?:代理?)?"
    r"(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席)[\s\u3000：:*]{1,8}[\p{Han}·\s\u3000]{2,14}"
    r"[\s）)*]*+"
)
# 县长  李 望 山: a post and a name that is set apart
IN_OFFICE = regex.compile(rf"(?:\p{{Han}}{{0,12}}?)?{_POST}[\s\u3000：:]{{1,8}}(?:{_PERSON})")
# 某市2023年法治政府建设情况报告: of a place it is its government's
RULE_OF_LAW = regex.compile(
    r"^\p{Han}{2,16}?(?:(?:19|20)\d\d年?度?)?(?:推进|加强)?(?:依法行政)?[、和与及]?"
    r"(?:法治政府建设|建设法治政府|依法行政)(?:工作)?(?:年度)?"
    r"(?:工作|情况|总结|报告|自查|及|和|的)"
)
# kinds of a title of which a place alone can be the body: 某镇2023年工作总结, not 某市2022年统计公报
OF_THE_PLACE = regex.compile(
    r"工作(?:总结|计划|要点|思路|打算|安排|报告|汇报)"
    r"|(?<=(?:[镇乡]|街道).{0,24})工作(?:开展|完成|推进|进展)?情况的?(?:汇报|报告)$"
)
# where one of these stands, somebody may say for whom he speaks
SPEAKS_FOR = (re.compile("代表"), re.compile("受"))
SPOKEN = regex.compile(
    r"(?<!人民|职工|会员|妇女|党员)(?:代表|受)(?!大会|们)(?P<name>[\p{Han}]{0,16}?"
    r"(?:人民政府|政府|国务院|人民法院|人民检察院|(?:人民代表大会|人大)常务?委员?会|政协常务?委员?会|政协常务委员会))"
)
# 我代表中国共产党某县第十二届委员会向大会作报告, 受县总工会委托
SPOKEN_FOR = regex.compile(
    rf"(?:我(?:谨|现)?代表|我?受)(?P<name>{BODY})(?=的?[，,]?(?:向|作|委托|就|报告))"
)
# 受行署党组委托，我代表|某地区行政公署|报告工作
ASKED_TO_SPEAK_FOR = regex.compile(
    rf"受[^。；，]{{2,24}}委托[，,]\p{{Han}}{{0,2}}我?(?:谨|现)?代表(?P<name>{BODY})"
    r"(?=的?[，,]?(?:向|作|就|报告))"
)
# 2021西塘县教育局…, 2022年某市…: the year before the name of a body
YEAR_FIRST = regex.compile(r"^(?:19|20)\d\d(?:年度?)?(?=\p{Han})")
# not 2023年|《政府工作报告》重点任务, which tells of one
GOVERNMENT_REPORT = regex.compile(r"(?<!《[^《》]*)政府工作报告")
# 石坪村第一书记  龙青
VILLAGE_POST = regex.compile(
    rf"[\s（(]*+(?:{SPEAKER})?(?P<body>\p{{Han}}{{2,20}}?(?:村|社区)){_POST}[\s\u3000：:]{{1,8}}"
    rf"(?:{_PERSON})[\s）)]*+"
)
# 柳荫社区|党总支书记、|居委会主任  方明: both offices are of one village
VILLAGE_COUNCIL = regex.compile(
    rf"[\s（(]*+(?:{SPEAKER})?(?P<village>\p{{Han}}{{2,20}}?(?:村|社区)){_POST}[、，兼\s]{{1,3}}"
    rf"(?P<council>[村居](?:民委员|委)会){_POST}[\s\u3000：:]{{1,8}}(?:{_PERSON})[\s）)]*+"
)
PLACE_LINE = regex.compile(rf"(?:中华人民共和国|[\p{{Han}}]{{2,12}}(?:{PLACE_NOUN}))")
# 某县总工会|第十五届委员会|第三次全体会议: where the name of a body may end
TERM_NAMED = regex.compile(
    r"(?:第[\p{Han}\d]{1,4}|[一二三四五六七八九十\d]{1,3})届"
    r"(?:常务委员会|常委会|委员会|执行?委员会|执委会|常务理事会|理事会|监事会|主席团)$"
    # 某县妇女联合会|执行委员会; the standing committee of a congress is a body of its own
    r"|(?<=总工会|联合会|妇联|残联|文联|科协)(?:常务委员会|常委会|执行委员会|执委会|主席团)$"
)
OF_A_TERM = regex.compile(r"第[\p{Han}\d]{1,4}届")
# 一届三次职工代表大会, 第三次全体会议, 2023年度股东大会
_SITTING = (
    r"[一二三四五六七八九十\d]{1,3}届[一二三四五六七八九十\d]{1,3}次"
    r"|第[\p{Han}\d]{1,4}次(?:会议|全会|大会|全体|代表|会员|职工|团员|妇女|党员|股东)"
)
MEETING = regex.compile(_SITTING)
SESSION_NAMED = regex.compile(
    rf"{_SITTING}|第[\p{{Han}}\d]{{1,4}}届(?=\p{{Han}})"
    r"|(?<=公司|银行|集团|联社)(?:19|20)\d\d年?度?(?=\p{Han}{0,8}(?:会议|大会|例会|年会))"
)
# 某公司2024年上半年经济活动分析会|上的讲话
AT_A_MEETING = regex.compile(r"^在(?=.{4,60}会(?:议)?上)")
# 国网某县供电公司|月度工作例会材料（一）: a line that opens with the name of a body
LETTERHEAD = regex.compile(
    rf"(?P<body>(?!关于){BODY})"
    r"(?=月度|季度|年度|半年|工作|会议|例会|文件|材料|第|[\s　]*[〔\[（(]?(?:19|20)\d\d)"
)
# 某县第十七届人大常委会 | 第四十二次会议材料: the first of two lines of a session
SESSION_BELOW = regex.compile(r"第\s?[\d一二三四五六七八九十]{1,4}\s?次")
# 县委, 区政府: of which place is not said
OF_NO_PLACE = regex.compile(
    r"(?:[省市县区州盟旗镇乡]|自治[区州县旗])(?:[党工]?委|政府|人民政府|人大|政协)"
    r"|(?:[我本该全]|集团|分|总)?(?:公司|集团|厂|银行|[支分]行|学校|学院|医院|局|协会|商会)"
)
# 某|市统计局: where the level stands in a name
LEVEL_IN_NAME = regex.compile(
    r"(?<=\p{Han}{2})[省市县区州盟旗](?=\p{Han}{2}(?!.*[市县区旗](?=\p{Han}{2})))"
)
# who published, counted or wrote it, by the words of a clause
TOLD_HINT = re.compile(
    r"发布|公布|披露|据(?<![^。；，：、！？\s].)|报告由|公报由|年报由|评估由|简称|统称|请(?:直接)?(?:与|联系|致电)"
)
_SAID_BY = rf"(?:近日|日前|今天|昨日|今日)?(?P<body>{BODY})"
TOLD = (
    regex.compile(
        rf"{_SAID_BY}(?:今[日天]|正式|对外|联合)?(?:发布|公布|披露|发布了|公布了)"
        r"[^，。；]{0,24}(?:报告|公报|情况|数据|年报|白皮书|成绩单)"
    ),
    regex.compile(rf"据(?P<body>{BODY})(?:初步)?(?:统计|核算|数据|介绍|消息|反馈)"),
    regex.compile(
        rf"本(?:年度)?(?:报告|公报|年报|评估)由(?P<body>{BODY})"
        r"(?:组织)?(?:编制|编写|撰写|发布|完成|依据|根据|按照|负责)"
    ),
    regex.compile(rf"{_SAID_BY}[（(]以下(?:简|统)称"),
    # 如有疑问，请与某县民政局|办公室联系
    regex.compile(
        rf"请(?:直接)?(?:与|联系|致电)(?P<body>{BODY})(?:(?:办公室|党政办|综合[科股处])?(?:联系|咨询)|[（(]|$)"
    ),
)
CLAUSES = re.compile(r"[。，；：、！？\s]")
# 某省水利厅厅长 李望同志|在全省水利工作会议上的讲话
COMRADE = regex.compile(r"(?:同志)?$")
# 某市邮政分行|乡村振兴金融服务报告: a title that opens with a body and goes on with its business
BODY_FIRST = regex.compile(
    rf"(?P<body>(?!关于|在|全)\p{{Han}}{{2,16}}?[省市县区州盟旗]{BODY})(?=\p{{Han}}{{4}})"
)
# 2023年，某县人民法院|在县委领导下…: a body that a clause says something of
_NO_NAME = (
    "深入|学习|贯彻|推动|坚持|认真|全力|扎实|持续|切实|围绕|聚焦|紧扣|紧紧|着力|积极|加强|强化|深化|加快|大力|充分|始终|牢牢"
    "|主动|不断|努力|经|按|根|对|把|将|与|和|由|向|从|受|使|让|为|以|通过|随着"
)
ACTS = regex.compile(
    rf"(?P<body>(?![我本全该各]|{_NO_NAME}|{any_of(words('action'))})(?:{BODY}))"
    r"(?=[在坚认深紧以全始按严积共累领立聚切扎持牢高着主不依根把充将于围党班干现自]|通过|成立|位于|承担|负责|是|有"
    rf"|下设|设有|贯彻|落实|学习|上下|各项|现有|{any_of(words('action'))})"
)
# 某县中医医院|办公室: the part of a body that signs for it
SIGNS_FOR = regex.compile(
    r"(?<=[局院学校厅]|公司|集团|银行|[支分]行|中心|幼儿园)(?:办公室|(?:党政)?办|综合[处部]"
    r"|(?:(?![局院校厅]|公司|中心)\p{Han}){2,6}[科股])$"
)
SCHOOL = regex.compile(r"(?:[中小大]学|学[院校]|[党职技电]校|职高|[高初一二三四五六七八九附]中|附小)$")
# 大理州|农村人居环境整治: the first line of a name that was broken opens with a place,
# and is all Chinese
OPENS_NAME = regex.compile(
    rf"(?:中共|中国共产党)?(?!特此|此致|以上)\p{{Han}}{{1,8}}?(?:{PLACE_NOUN})\p{{Han}}++$"
)
# 某县安委会办公室　某县应急管理局|　2024年6月5日
DATE_BESIDE = regex.compile(rf"[\s\u3000]{{1,12}}[（(]?{WHEN}[)）]?$")
