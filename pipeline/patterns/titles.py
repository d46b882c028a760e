"""What a line of the head says by its form: a title, the rest of one, or none."""

from __future__ import annotations

import re

import regex

from pipeline.patterns.issuers import BODY, PLACE_NOUN
from pipeline.patterns.rule import Rule

# ## 某县2023年工作总结[1]: the marks of Markdown and of a note round a title
MARKDOWN = regex.compile(r"^[#*>\s]++|[#*\s]++$")
NOTE_MARK = regex.compile(r"(?:\[\d{1,2}\]|[①-⑳])$")
LETTER_SPACED = regex.compile(
    r"(?<=[\p{Han}\d])[ \u3000\u00a0]{1,3}(?=[\p{Han}\d](?:[ \u3000\u00a0]|$))"
)
# a line that opens so is a heading, a salutation, a sentence, or dress; none is a title
NO_TITLE = regex.compile(
    r"^\W{0,3}(?:第?[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,3}部分"
    r"|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．.](?!\d)|根据|按照|现将|为|各位|附件|根?据《|主任|尊敬"
    r"|(?:标\s{0,4}题|名\s{0,4}称)[ \u3000\t]|\p{Han}{0,4}名称\s?[:：]"
    r"|(?:标\s{0,4}题|名\s{0,4}称|发件人|收件人|抄\s?送|主\s?题|附\s?件|发送时间|转发?|[答回]复)\s?[:：]"
    r"|(?i:from|to|cc|subject|re|fwd?)\s?[:：])"
    r"|[。；，：:;]$|如下|>|》的(?!(?:通知|请示|报告|函|通报|公告|决定|意见|批复)$)|发布时间"
    r"|https?:|^[-—–―─]{1,2}(?!\d)|[？?]++|\t++|[\s\p{Han}]/\s"
    r"|(?:…|\.{3}|·{3}|．{3}|⋯)[\s\S]*\d{1,4}[）)]?$"
)
# 网站首页 个人文档 工作总结 述职报告: several things of which each would be a title
MENU = regex.compile(r"(?:\S{2,8}[ \u3000|]+){3,}\S{2,8}$")
_TAIL = (
    r"(?:的)?"
    r"(?:[（(【\[][^）)】\]]{0,30}[）)】\]]|[\s—–-]*\d{4}年?|范文|范本|全文|文字版|（摘要）|（摘编）|\(摘编\)){0,3}$"
)
TITLES = (
    Rule("government_report", "the report of a government to a session", "title",
         regex.compile(
             r"(?:政府|法院|检察院|常务委员会|委员会|常委会|代表大会|会议)?(?:上的)?工作\s?报告.{0,24}$"
             rf"|(?:会议|大会|全会)(?:上)?的?(?:报告|讲话){_TAIL}"
             rf"|在.{{4,80}}上的(?:\p{{Han}}{{0,4}}报告|讲话|发言|致辞|汇报|说明){_TAIL}"),
         ("2026年政府工作报告", "某县人民法院工作报告", "在2022年交通运输工作会议上的报告",
          "在县总工会第十五届委员会第三次全体会议上的工作报告", "在四届三次职代会上的发言",
          "政府工作报告（五年回顾与2021年安排）", "云溪县水务局2024年度工作报告"), ("工作情况",)),
    Rule("summary", "a summary of work, with a plan or without", "title",
         regex.compile(
             r"(?:工作|活动|行动|全年|年度|年终|半年|学期|学年|个人|教学|思想|阶段性?|年|月份?|季度)(?:总结|小结).{0,30}$"),
         ("某局2023年工作总结及2024年工作计划", "某校2022—2023学年度工作总结", "某会2024年5月份工作小结"),
         ("总结经验",)),
    Rule("statement_of_duty", "a person's statement of duty", "title",
         regex.compile(rf"述(?:职|廉|学)[述职廉学德法和、]{{0,6}}报告{_TAIL}"), ("2023年度述职述廉报告",), ("述职",)),
    Rule("communique", "a statistical communiqué, an annual report, final accounts", "title",
         regex.compile(
             r"(?:公报|年报|年度报告|[白蓝]皮书[）)]?|报告书|说明书|报表|决算(?:公开)?(?:情况)?(?:报告|说明)?"
             rf"|预算(?:公开|编制|安排)?(?:情况)?(?:报告|说明)?){_TAIL}"),
         ("某县2022年国民经济和社会发展统计公报", "某局2022年度部门决算公开说明"), ("决算数",)),
    Rule("report_on",
         "a report on something: budget, plan, audit, evaluation, a matter of business", "title",
         regex.compile(
             r"(?:(?:^|\p{Han})关于.{4,60}(?:报告|通报|汇报|总结|小结|说明|公告)"
             r"|(?:审计|评价|自评|自查|评估|调研|总结|执行情况|工作情况|经营情况|运行情况|进展情况|完成情况|情况|年度|专项"
             rf"|阶段性工作|工作)(?:结果)?(?:的)?(?:报告|汇报|通报)){_TAIL}"),
         ("关于2022年度本级预算执行的审计报告", "某市2019-2021年重点项目绩效评价报告", "某局整体支出绩效自评报告"),
         ("检察情况",)),
    Rule("digest", "the digest of a report that firms must give", "title",
         regex.compile(r"(?:[月季年]度|半年度?|信息披露|[季年]|管理|能力|责任)报告摘要$"),
         ("偿付能力季度报告摘要", "2023年年度报告摘要"), ("摘要",)),
    Rule("official", "an official document: a notice, a reply, a decision", "title",
         regex.compile(
             r"(?:^|\p{Han})关于.{2,60}的(?:通知|批复|答复|决定|意见|函|请示|公告|通告|命令|议案|建议|复函)$"),
         ("青禾县人民政府关于放假的通知", "某局关于印发《2024年重点项目计划》的通知", "关于同意修路的批复"),
         ("根据通知",)),
    Rule("plan", "key points and plans of work", "title",
         regex.compile(
             r"(?:工作|行动|实施|专项|提升|攻坚|年度|年|半年|季度|学期|月份?)(?:重点)?(?:工作)?"
             rf"(?:思路|计划|要点|打算|安排|部署|谋划|方案|任务|目标)(?:分工|分解|落实)?(?:清单|方案|表)?{_TAIL}"
             rf"|\d年.{{0,20}}(?:发展|建设|投资|财政|项目|实施|行动|培训)计划{_TAIL}"),
         ("某局2023年工作要点", "某镇2024年重点工作计划", "某局下半年工作安排", "某县2024年国民经济和社会发展计划"),
         ("工作安排部署会",)),
    Rule("note_and_plan", "what was done in a period, and what comes next", "note",
         regex.compile(
             r"(?:情况|[总小]结|成效|成果|进展|回顾|亮点|问题)(?:以?及|和|与|暨|、)"
             r"(?:下一?步|下一?阶段|今后|明年|来年|后续|整改)(?:的)?(?:重点|主要)?(?:工作)?"
             rf"(?:思路|计划|要点|打算|安排|部署|谋划|建议|举措|措施|重点|设想){_TAIL}"),
         ("某局前三季度工作情况和下步打算", "某镇上半年工作成效及下阶段举措"), ("落实下一步安排",)),
    Rule("note", "a note on a period: a month's economy, a season's fires", "note",
         regex.compile(
             r"(?:情况|分析|简析|简报|快报|专报|[旬周日月季]报|综述|通报|简讯|形势|报告|监测|主要\p{Han}{0,4}(?:指标|数据)"
             r"|(?:办案|统计|业务|运行)数据|评价|评估|概况|状况|态势|特点|展望|预测|动态|进展|成绩单|统计|要情|信息"
             r"|工作(?:亮点|成效|成果|纪实|动态|台账)|大事记|回顾|回眸|侧记|掠影|速览|述评|公示|公开|清单|巡礼|盘点|工作重点|年终总结"
             rf"|发布[词稿会]|通稿|新闻稿|倡议书|一封信|(?:汇报|总结|交流|发言|述职|典型|经验|自评|考核)材料){_TAIL}"),
         ("1-10月云溪县固定资产投资情况", "二季度火灾形势分析", "2023年1至11月统计监测简报",
          "2024年1至6月全县检察机关主要办案数据", "某局2023年工作亮点"), ("情况属实",)),
)  # fmt: skip
# one of these is in every title
TITLE_HINT = re.compile(
    "报告|讲话|发言|致辞|汇报|说明|总结|小结|公报|年报|皮书|决算|预算|通报|公告|通知|批复|答复|决定|意见|函|请示|通告"
    "|命令|议案|建议|思路|计划|要点|打算|安排|部署|谋划|方案|任务"
    "|情况|分析|简析|简报|快报|专报|旬报|周报|日报|月报|季报|综述|简讯|形势|监测|指标|数据|评价|评估|概况|状况|态势"
    "|特点|展望|预测|动态|进展|成绩单|统计|要情|信息|亮点|成效|成果|纪实|台账|大事记|材料|报表|皮书|公示|公开|清单"
    "|摘要|举措|措施|设想|目标|重点|回顾|回眸|侧记|掠影|速览|述评|巡礼|盘点|书|表|词|稿|信"
)
# what a second line of a title opens with, below the name of its body
OPENS_WITH_PERIOD = regex.compile(
    r"(?:关于)?(?:(?:19|20)\d\d|[上下]半年|第?[一二三四]季度|前\p{Han}{1,2}(?:季度|个月)|\d{1,2}\s?[-—–至月]|年度"
    r"|年终|“[一二三四五六七八九十]{1,3}五”|[一二三四五两]年|[二一][〇○零九Oo0]\p{Han}{2}(?:[-—–~至]|学?年))"
    r"|关于|(?:常务委员会)?工作(?:总结|报告|计划)"
)
TEMPLATE = regex.compile(r"(?:范文|范本|模板|样本)$")
# ——在2022年某县交通运输工作会议上的报告: a title in two lines of which the second says what it is
SUBTITLE = regex.compile(
    r"^[-—–―─－]{1,3}\s?(?=在\D|\p{Han}{2,4}同志在|\D.{3,80}(?:报告|讲话|发言|致辞|汇报|总结|说明|计划|要点|打算|安排|思路|公报"
    r"|情况|分析|侧记|纪实|综述|回眸)$)"
)
# where the speech begins, the head has ended
SPEECH = regex.compile(r"[\s*]*+(?:各位|同志们|尊敬的|主席|主任|大会主席团|现在，?我)")
# 某队2023年工作总结|一、2023年工作完成情况: a heading that was run on to the title
RUN_ON = regex.compile(r"(?<=总结|报告|计划|要点|情况|思路|打算|安排)(?:一、|（一）|第一部分).++$")
# 《某县2023年工作总结》: all of the line in marks of a book
QUOTED_WHOLE = regex.compile(r"《(?P<title>[^《》]{4,90})》")
# lines of one title: the first breaks off, or the next can open none
BREAKS_OFF = regex.compile(
    r"[和及与暨的、并—–~至-]$|关于$|工作$|以来$|^《[^》]++》$|[（(《“][^（()）《》“”]*+$"
)
# 某县贯彻落实省督察|反馈意见整改情况的报告
OPENS_WITH_PLACE = regex.compile(rf"[\p{{Han}}]{{2,10}}?(?:{PLACE_NOUN})(?=\p{{Han}}{{4}})")
# 中国人民政治协商会议某县|第十四届委员会常务委员会工作报告: no title opens with the number of a term
TERM_FIRST = regex.compile(r"第[\p{Han}\d]{1,4}[届次]")
_YEARS = (
    r"(?:19|20)\d\d年?度?(?:[-—–~至](?:19|20)?\d\d年?)?"
    r"(?:[上下]半年|(?:前|第)?[一二三四]个?季度|\d{1,2}月?[-—–~至]\d{1,2}月)?"
)
GOES_ON = regex.compile(
    r"(?:[和及与暨的、]|[（(]\p{Han}{1,6}[）)](?=(?:19|20)\d\d)"
    rf"|[（(](?:草案|[白蓝]皮书|第[一二三四五六七八九十\d]{{1,3}}[号期]|{_YEARS}"
    r"|(?:19|20)\d\d(?:年?[-—–~至](?:19|20)?\d\d)?"
    r"(?:学年度?|年(?:第?[一二三四]季度|[上下]半年|\d{1,2}月?[-—–~至]\d{1,2}月|\d{1,2}月份)))[)）]"
    r"|(?:执行|实施|完成|落实|工作)?情况|草案|执行(?=和|及|与)|公开(?=说明|报告|情况)|年度?(?!终|中|度|来))"
)
# …工作总结及2024年|工作计划, …开展情况的|报告: a title that is not yet whole
UNFINISHED = regex.compile(
    r"^关于[^。]*(?:预算|决算|计划)$"
    r"|(?:[总小]结|报告|情况|回顾)[及和与暨、]"
    r"(?:(?!计划|要点|打算|思路|安排|谋划|部署|报告|总结|建议|说明|重点|任务|目标|公报|情况|问题|展望|设想|规划|举措).){0,24}$"
    r"|[的及和与暨、]$"
)
BARE_TITLE = regex.compile(
    r"\p{Han}{0,6}(?:报告|公报|通报|汇报|总结|说明|[简快专]报|公开|发布[稿词])(?:[（(][^（()）]{1,12}[）)])?$"
)
ENDS_A_TITLE = regex.compile(r"(?:报告|公报|通报|汇报|总结|说明)(?:[（(][^（()）]{1,12}[）)])?$")
# 全县今冬明春火灾|防控工作阶段性总结
OPENS_WITH_WHOLE = regex.compile(r"第\d{1,3}[周批季]|[全我][国省市县区州盟旗镇乡校院]\p{Han}{4}")
# a body that has its own place: 岳麓区教育局, 县残联
PLACE_OF_BODY = regex.compile(rf"[\p{{Han}}]{{0,8}}?(?:{PLACE_NOUN})|中[共国]")
# 某市公安局交通警察|大队2023年工作总结: no title opens with a kind of body alone
REST_OF_BODY = regex.compile(
    r"[总支大中]队|[协学商工]会|(?:联合|促进|研究|理事|监事|董事|基金|委员)会|公司|集团|工作部|[支分]行|学院|所"
    r"|(?:(?![省市县区州盟旗镇乡村])\p{Han}){0,2}局|人民(?:检察院|法院)|委员会|办公室|管理处|(?:管理|服务)?中心"
)
# 第6期（总第128期）, 安水字〔2024〕3号, 签发人：, 2024年3月8日: lines of a masthead or a letterhead
OF_A_MASTHEAD = regex.compile(
    r"第\s?[\d一二三四五六七八九十]{1,4}\s?期|[〔\[【（(](?:19|20)?\d\d[〕\]】）)]\s?第?\s?\d{1,5}\s?号|签发人|文件$"
    r"|(?:[局厅院校会部委]|办公室|中心|公司|政府)(?:编制|编印|印制|主办|编)$"
    r"|(?:会议?|大会|全会|[代党团]会)\s?(?:材料|文件|资料)\s?"
    r"(?:之?[一二三四五六七八九十\d]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[)）])?$"
    r"|(?:门户网|网站|公众号|客户端|政府网|信息网)$|^会议(?:材料|文件|资料)|^(?:内部(?:资料|文件)|[机秘绝]密)"
    r"|^[（(]?(?:19|20)\d\d[-年./]\d{1,2}(?:月|[-月./]\d{1,2}日?)[)）]?$"
)
SENTENCE_MARK = regex.compile(r"[。；！？：]|^[，、]|[，、]$")
# 全县, 我市, 某县: whom a headline speaks of
OF_THE_WHOLE = regex.compile(r"[全我][国省市县区州盟旗镇乡校院](?!面)")
# 某县教育局编  2023年11月16日, 主编：某某: lines of a masthead that name people and days
SPEAKER_LINE = regex.compile(
    r"(?:19|20)\d\d[-年./]\d{1,2}[-月./]|[:：]|(?:主编|编印|主办|签发)|\s{2}"
)
# 县城管执法局|扎实推进市容环境整治
OPENS_WITH_BODY = regex.compile(rf"{BODY}(?=\p{{Han}}{{4}})")
# 【工会之窗】某校工会工作总结, 述职报告｜某村: the column of a site in which a title stands
COLUMN = regex.compile(
    r"^[【\[](?!\d{1,4}年?[】\]]|重要|转载)[\p{Han}·“”\d]{2,12}[】\]]\s?(?=[^【\[（(\s].{5,})"
    r"|^[（(]\p{Han}{0,6}(?:发布|特稿|播报|聚焦|要闻)[）)]\s?(?=\p{Han}{5})"
    r"|^[\p{Han}·]{2,8}\s?[丨｜|]\s?(?=[^丨｜|]{8,90}$)"
)
# 2024年|工作安排: a blank left where a title was broken
TORN = regex.compile(
    r"(?<=\d年度?|月份|季度|半年)[ \u3000]{1,4}"
    r"(?=(?:重点)?工作(?!总结)|总结|计划|安排|要点|打算|思路)"
    r"|(?<=[和及与暨])[ \u3000]{1,4}(?=\p{Han})"
)
# 某县工作简报|第6期: the name of a serial stands above the number of its issue
SERIAL = regex.compile(
    r"(?:公报|[简快专通]报|[旬周日月季]报|信息|动态|通讯|要情|参阅|专刊|内参|参考|工作交流|情况反映|资料|材料|分析|研究|动向|观察|调研|专题"
    r"|之窗|(?:统计|调研|研究|监测|调查)报告)$"
)
ISSUE = regex.compile(
    r"[（(〔\[]?\s?(?:(?:19|20)\d\d年?|[一二][〇○零九Oo0]\p{Han}{2}年)?\s?[，,·]?\s?"
    r"(?:第\s?[\d一二三四五六七八九十]{1,4}\s?[期辑]|总第)"
)
# parties whose name alone stands above the place: 中国人民政治协商会议|某市第四届委员会
PARTY_LINE = regex.compile(
    r"中国人民政治协商会议|中国共产党|中国共产主义青年团|中国民主(?:同盟|建国会|促进会)"
    r"|中国国民党革命委员会|中国农工民主党|中国致公党|九三学社|台湾民主自治同盟"
)
# 前三季度|某市经济运行平稳: a headline that names its place itself
PLACE_NAMED = regex.compile(rf"[\p{{Han}}]{{2,8}}(?:{PLACE_NOUN})(?=\p{{Han}}{{3}})")
# 区委统战部：, 县政府办公室: to whom a letter goes
ADDRESSED = regex.compile(rf"(?:{BODY}[、，,\s]{{0,2}}){{1,4}}[:：]")
# 三、不足之处: a heading with its number
NUMBERED = regex.compile(
    r"\W{0,3}(?:第?[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,3}[部章]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．.])"
)
# JIANGYUAN BANK CO., LTD.: a name in Latin letters between the lines of a head
IN_LATIN = regex.compile(r"[\p{Latin}\p{M}\d\s\p{P}&+|©®™]{4,120}")
FOUR_LETTERS = regex.compile(r"(?:[A-Za-z]\P{L}{0,4}+){4}")
# what a headline has at least, and a rule of signs has not
FOUR_WORDS = regex.compile(r"(?:\p{Han}\P{Han}{0,8}+){4}")
# 【编者按】2月23日，…现予印发: a paragraph above the title of what is printed
EDITOR = regex.compile(r"[\s【\[]*(?:编者)?按(?:语)?[】\]:：]|[\s【\[]*编者按")
# 2023年工作总结|-某县人民政府: the name of a site, behind a title as the window of a browser shows it;
# 工作总结|.docx: the kind of a file
OF_A_SITE = regex.compile(
    r"\.(?i:docx?|wps|pdf|ofd|txt|html?)$"
    r"|(?<=\p{Han}[）)]?)\s?[-_－|｜]{1,2}\s?\p{Han}{2,16}"
    r"(?:政府|[局委厅办院校]|[中小]学|大学|网|网站|平台)$"
)
# 工作报告, 统计公报: the column of a site, where a title that says of what stands below
OF_A_COLUMN = regex.compile(
    r"(?:工作|年度|年终|财政|统计|述职|审计|绩效|信息公开)?(?:报告|总结|公报|计划|要点|[预决]算|年报|简报|公告|通报|动态|数据|信息)"
)
# what may stand round a title, and signs of which it holds one
DRESSES = (
    (frozenset("#*> \t\u3000\xa0"), MARKDOWN),
    (frozenset("-—–―─－"), SUBTITLE),
    (frozenset("]①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"), NOTE_MARK),
    (frozenset("、）部"), RUN_ON),
    (frozenset(".-_－|｜"), OF_A_SITE),
    (frozenset("】]）)丨｜|"), COLUMN),
    (frozenset(" \u3000"), TORN),
)
_SIGNS = frozenset[str]().union(*(signs for signs, _ in DRESSES))
DRESS_SIGN = re.compile(f"[{re.escape(''.join(sorted(_SIGNS)))}]")
