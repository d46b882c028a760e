"""Cells, heads, titles and notes of tables."""

from __future__ import annotations

import re

import regex

from pipeline.patterns.units import SAVE_BEFORE

# 1,234.5  1 234.5  1234
_NUMBER = (
    r"\d{1,3}(?:[,，]\d{3})++(?:\.\d++)?+|\d{1,3}(?:[ \u2009\u202f]\d{3})++(?:\.\d++)?+"
    r"|\d++(?:\.\d++)?+"
)
_FOOTNOTE = r"(?:\s?(?:[\[［【]\s?(?:注?\d{1,3}|注|[a-z])\s?[\]］】]|[①-⑳]|\*{1,3}|＊))"
_MINUS = "-－−﹣–"
_TRIANGLES = "△▲▽▼"  # of what is negative in accounts: △2.3

# what a table shows where there is no number
NO_NUMBER = regex.compile(
    r"(?:[-－−﹣–—―_/／\\…·.×xX#＃*＊]{1,8}|无|无数据|不适用|暂无|略|[nN]/?[aA]|n\.a\.)?"
)
# a cell that is a number: (123.4), 增长5.2%, 6%左右, ≥90, 5.5—6, 28650.4万元, 12.5①
FIGURE = regex.compile(
    rf"""
    (?P<open>[(（])?+ \s?
    (?P<lead>(?:同比|比上年|较上年|预计|预期|约|近|超过|超|突破|达到|达|完成|力争|全年
        |不低于|不少于|不高于|不超过|不突破|控制在|保持在|稳定在
        |≥|≤|≧|≦|>|<|＞|＜|大于|小于|低于|高于){{0,3}}+)
    (?P<verb>增长|上升|提高|增加|上涨|下降|减少|降低|下跌|回落|↑|↓)?+ \s?
    (?P<sign>[{_MINUS}+＋±{_TRIANGLES}]|—(?=[\d.,]{{1,12}}+(?:[%％‰]|个?百分点)?[)）]?$))?+ \s?
    (?P<low>{_NUMBER})
    (?: \s?(?P<same>%|％|‰)?+ \s?(?:[{_MINUS}—~～]{{1,2}}+|至|到) \s?(?P<high>{_NUMBER}) )?+
    \s? (?P<unit>(?:个百分点|百分点|[%％‰]
        |(?!左右|以[上下内]|之内|上下|余|多)
            [^\d\s()（）\[\]［］【】①-⑳*＊.,，、。；;：:+-]){{0,8}}+)
    (?P<bound>左右|以上|及以上|以下|以内|之内|上下|余|多)?+ \s?
    (?P<close>[)）])?+
    {_FOOTNOTE}{{0,3}}+
    """,
    regex.VERBOSE,
)
# [13], 〔5.3〕: of several years together
SUMMED = regex.compile(r"[\[［〔【](?P<inside>[^\[\]［］〔〕【】\s]{1,12}+)[\]］〕】]")
# 第3位, 3/13, 并列第5
PLACE = regex.compile(r"(?:并列)?第?\s?(?P<place>\d{1,4})\s?(?:位|名)?(?:\s?/\s?\d{1,4})?")
# a class that numbers bound: 31—40岁, 60岁及以上, 未满18岁, 90—144平方米, 500人以下
CLASS = regex.compile(
    r"(?:未满|不满|小于|大于|低于|高于|[<>＜＞≤≥≦≧])?\s?"
    rf"(?:{_NUMBER})\s?(?P<unit>\p{{Han}}{{0,4}}?)\s?"
    rf"(?:[{_MINUS}—~～至到]{{1,2}}\s?(?:{_NUMBER})\s?(?P<unit>\p{{Han}}{{0,4}}?)"
    r"(?:组|段|（不?含）)?"
    r"|(?:\s?[（(]?不?含[)）]?)?(?:及其?|或)?以[上下内]"
    r"|(?<=[满于<>＜＞≤≥≦≧]\s?[\d.,]+\s?\p{Han}{0,4}))(?:的|组)?"
)
CLASS_HEAD = regex.compile(
    r"年\s*龄|[分档]\s*[组段档]|组\s*别|[规]\s*模|区\s*间|级\s*距|面积段|价格段|阶\s*梯|档\s*次"
    r"|类\s*[别型]"
)
# months by their numbers, and what heads them
MONTHS = regex.compile(r"月[份度]?|[分各]月")
MONTH = regex.compile(r"(?:1[0-2]|0?[1-9])|.*[季年计均].*")
# 53.3：1, a number to one
TO_ONE = regex.compile(rf"(?P<number>{_NUMBER})\s?[:：∶]\s?1(?:\.0+)?")
HELD = regex.compile(r"(?:基本|总体|大体|大致)?持平")
# triangles that point down, beside which those that point up are no minus
FALLING = regex.compile(r"[▽▼]\s?\d")
RISING = regex.compile(r"[△▲](?=\s?\d)")
# a time that may head a row: 2023年, 2021—2025, 3月, 1—9月
YEAR = regex.compile(
    r"(?:19|20)\d\d\s?年?度?(?:\s?[-—–~至]{1,2}\s?(?:19|20)\d\d\s?年?)?"
    r"|(?:(?:19|20)\d\d年)?(?:[1一][-—–~至]{1,2})?(?:1[0-2]|[1-9])月份?"
)
# 一 | 1 | 2=3+4 | 甲: a row that numbers the columns
COLUMN_NUMBER = regex.compile(
    r"(?:栏\s*次|行\s*次|公\s*式|栏次关系|关系|甲|乙|丙|丁"
    r"|[A-Z](?:\s?=[A-Z\d+\-*/×÷()（）%\s]{1,24})?"
    r"|[(（]?\d{1,2}[)）]?(?:\s?=[\d+\-*/×÷()（）%栏\s]{1,24})?|[①-⑳])"
)

FOOTNOTES = regex.compile(rf"(?<=\S\s?){_FOOTNOTE}{{1,8}}+$|(?<=\S)(?:\[\d{{1,3}}\]|［\d{{1,3}}］)")
# dress of Markdown and HTML in a cell
DRESS = regex.compile(r"<br\s?/?>|&nbsp;|&emsp;|&ensp;|\*\*|__|\\(?=[|*_])")
CELL_EDGE = regex.compile(r"(?:\s|<br\s?/?>|&nbsp;|&emsp;|&ensp;|\*\*|__|\u200b|\ufeff)++")
BLANKS = regex.compile(r"\s++")
PIPE = regex.compile(r"(?<!\\)\|")
RULE_LINE = regex.compile(r"[\s|:*+＋=—─-]++")
QUOTED_VALUE = re.compile(r'(?:^|[,;])"', re.MULTILINE)  # 指标,|"|2023年
GAP = regex.compile(r"[ \u3000\u00a0]{2,}")
TAB = re.compile("\t")
# one inside a line: each begins with a sign that a search finds at once
GAPS_INSIDE = tuple(re.compile(rf"{blank}(?<=\S.)[ \u3000\u00a0]") for blank in " \u3000\u00a0")

# 单位：亿元, （单位：万元、%）, 计量单位 亿元
UNIT_NOTE = regex.compile(
    rf"[\s（(]*+{SAVE_BEFORE}?"
    r"(?:(?:数据|金额|计量|货币)?单\s*位)\s?[:：]\s?"
    r"(?P<unit>[^）)\n\t|]{1,40}?)[\s）)。]*+"
)
_NO_BODY = r"(?<![制报送管任设工属办]|[制填]表)"  # 编制单位, 制表单位, 主管单位 are bodies
UNIT_NOTE_INSIDE = regex.compile(
    rf"{_NO_BODY}(?:(?:金额|计量|货币)?单\s*位)\s?[:：]\s?"
    r"(?P<unit>[^\s）)\n\t|，；;]{1,24})"
)
# the same beside other words of its line; several units go on behind a comma
UNIT_NOTE_BESIDE = regex.compile(
    rf"[（(【]?{SAVE_BEFORE}?{_NO_BODY}(?:(?:数据|金额|计量|货币)?单\s*位)\s?[:：]\s?"
    r"(?P<unit>[^\s）)】\n\t|；;。]{1,24}(?:\s?(?:币种|币别)[:：]\s?\p{Han}{2,6}"
    r"|\s?[、，,/]\s?[^\s）)】\n\t|；;。]{1,12}){0,4}+)[）)】]?"
)
# what wide gaps part in a line above a table
CAPTION_PIECE = regex.compile(
    r"[^\s|](?:[^\n\t|\s\u3000]|[ \u3000\u00a0](?![ \u3000\u00a0]|$))*+", regex.MULTILINE
)
# 审计类型：未经审计, 证券代码：600000: what is said of a table, and is no title
SAID_OF = regex.compile(r"(?!附|续|表|专栏|图)[\p{Han}]{2,8}\s?[:：]\s?\S.{0,40}")
# a line in brackets below a title: （人民币值）, （按现行价格计算）
ASIDE = regex.compile(r"[（(][^（）()]{1,40}[)）]")
# in a note below: 注：本表金额单位为万元
UNIT_IN_NOTE = regex.compile(
    rf"{_NO_BODY}(?<![数量率额值])(?:数据|金额|计量|货币)?单位(?:均|都)?(?:为|是|[:：])\s?"
    r"[“\"]?(?P<unit>(?:(?![（(][^（()）]{1,14}除外)[^\s，。；;）)”\"]){1,12})"
)
# of one of the things that a table measures: 死亡数单位为人, （奖牌：枚）, 单位：毫克/升（|pH值无量纲|，|粪大肠菌群为个/升|）
UNIT_OF_ONE = regex.compile(
    r"(?P<what>\p{Han}{1,10}[数量率额值])的?(?:计量)?单位(?:均|都)?(?:为|是|[:：])\s?"
    r"[“\"]?(?P<unit>[^\s，。；;）)”\"]{1,12})"
    r"|(?P<what>[\p{Han}A-Za-z]{1,10}?)(?P<unit>)无量纲"
    r"|(?<=[（(，、；][^（()）]{0,40}?)(?P<what>(?!其[余他]|除|单位)[\p{Han}A-Za-z]{2,10}?)(?:单位)?为"
    r"(?P<unit>[^\s，。；;、）)为]{1,8})(?=[，、；）)])"
    r"|(?<=[（(，、；])(?P<what>(?!其[余他]|单位|币[种别])\p{Han}{2,8}?)[:：]"
    r"(?P<alone>[^\s，。；;、）)：:]{1,6})(?=[，、；）)])"
)
# a note that stands in brackets
IN_BRACKETS = regex.compile(r"[（(](?P<inside>[^（()）]*(?:[（(][^（()）]*[)）][^（()）]*)?)[)）]")
# brackets in a note that say what has another unit
EXCEPTED = regex.compile(r"[（(][^（()）]*(?:为|无量纲)[^（()）]*[)）]")
# which table of many: 附件3, 表二, 附表2-1, 社预01表
TABLE_NUMBER = regex.compile(
    r"\s*+[（(]?(?:附|续)?\s?[表件]\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})?"
    r"(?:[-—－.．之]\d{1,3}){0,3}+[:：）)]?\s*+"
    r"|\s*+[\p{Han}]{0,4}\d{1,3}(?:[-—－]\d{1,3}){0,2}+表\s*+|\s*+专栏\s?\d{0,3}\s*+"
)
# what a sheet is called before anyone names it
SHEET_NAME = regex.compile(r"(?i:sheet|工作表|表格?)\s?\d{0,3}")
# a time alone: （2024年1—6月）, 截至2023年12月31日, 2024年度
TIME_NOTE = regex.compile(
    r"\s*+[（(]?(?:截[至止]到?|报告期[:：]?|填报日期[:：])?(?:19|20)\d\d\s?年?度?\s?"
    r"(?:[-—–~～至到]{1,2}(?:19|20)\d\d\s?年?度?|(?:第?[一二三四1-4]|前[二三])季度(?:末)?"
    r"|[上下]半年|\d{1,2}\s?月?(?:\s?[-—–~～至到]{1,2}\s?\d{1,2})?\s?月?"
    r"(?:\d{1,2}\s?日|份|末|底)?)?[）)]?\s*+"
)
# 编制单位：某局, 填报日期：…
FORM_NOTE = regex.compile(
    r"\s*(?:编制|填报|填表|制表|报送|编报)?(?:单位|部门|机关|日期|时间|人|负责人|审核人)"
    r"(?:名称)?\s?[:：].{0,40}"
    r"|\s*\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?"
    r"|\s*(?:公开|预算|决算|财决|附件?)?\s?\d{0,3}\s?表"
)
# a line below a title that is the body which made the table: 禾川县公安局交通警察大队
MAKER = regex.compile(
    r"(?![^表册]*+[表册])(?:\p{Han}(?!情况|统计(?!局)|分布)){3,24}+(?<=局|厅|委员会|办公室|[大支总]队|中心|公司|银行|[院处站所])"
)
# the same beside a title
MADE_BESIDE = regex.compile(
    r"(?<=\p{Han}{4}|[)）])\s?(?:编制|填报|填表|制表|报送|编报)(?:单位|部门|机关)\s?[:：].{1,40}$"
)
# 某镇, 某街道办事处: who made a table, too
TOWN = regex.compile(r"\p{Han}{2,}(?:[镇乡村县市区]|街道|办事处|社区)")
# 人民币千元, 千元（人民币）, 单位：千元 币种：人民币
CURRENCY = regex.compile(
    r"^(?:人民币|RMB|CNY)[:：]?(?=\p{Han})|[（(](?:人民币|RMB|CNY)[)）]?$"
    r"|(?<=元)[/／]?(?:人民币|RMB|CNY)$"
    r"|[,，;；、]?(?:货币)?(?:币种|币别|种类)[:：].*$"
)
UNIT_SPLIT = regex.compile(r"[、，,；;和及]|\s+")
UNIT_OR_SLASH = regex.compile(r"[、，,；;/／和及]|\s+")
# ±%, +-百分点
UNIT_SIGN = regex.compile(r"^(?:±|[+＋][/／、]?[-－])(?=\S)")
# another word for what is counted: 所（个）, 万件（套）
UNIT_ALIKE = regex.compile(r"(?<=\p{Han})[（(]\p{Han}{1,2}[)）]$")
TABLE_TITLE = regex.compile(
    r"[*#\s\u3000_]*+(?:(?:附|续)?\s?表\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})?"
    r"(?:[-—－.．]\d{1,3})*+\s?"
    r"[:：.．、]?\s?\S.{0,60}"
    r"|.{2,60}(?:表|一览|速度|构成|情况|指标|统计|汇总|比重|完成|数据|清单|明细))"
    r"(?:[（(].{1,30}[）)])?"
    r"\s?(?:\[\d{1,3}\])?[*\s]*+"
)
DAY = regex.compile(r"(?:\d{1,2}\s?月)?\s?\d{1,2}\s?[日月]")  # the rest of a head: 2023年12月⏎31日
# 单位：万元。本表反映…: a line behind a table that opens with its unit
UNIT_FIRST = regex.compile(r"[\s（(]*+(?:数据|金额|计量|货币)?单\s*位\s?[:：]")
TABLE_NOTE = regex.compile(
    r"[*\s\u3000]*+(?:注|说明|备注|附注|资料来源|数据来源|来源)\s?\d?\s?[:：].*+"
)
NOTE_GOES_ON = regex.compile(r"[*\s\u3000]*+(?:[（(]?\d{1,2}[)）.．、]|[①-⑳])(?!\d)")
# all that stands above the rest of a table: 续表, （续表一）, 续上表
GOES_ON = regex.compile(
    r"[\s（(]*+(?:续\s?上?\s?表|接上表|上接[\p{Han}\d]{0,6}表"
    r"|续)\s?[\d一二三四五六七八九十]{0,3}(?:[-—－]\d{1,3})?[\s:：）)]*+"
)
SENTENCE_MARK = regex.compile(r"[。；！？]|，.*，.*，")

# what heads a column that names the rows
ROW_HEAD = regex.compile(
    r"指\s*标|项\s*目|科\s*目|名\s*称|行\s*业|产\s*品|商\s*品|品\s*种|地\s*区|国\s*家|区\s*域"
    r"|县|市|区|乡|镇|单\s*位|企\s*业|部\s*门|类\s*[别型]|分\s*类|内\s*容"
    r"|年\s*份|年\s*度|月\s*份|时\s*[间期]|门\s*类|学\s*[校段]|园\s*区|街\s*道|城\s*市|省\s*份"
    r"|功\s*能|事\s*项|工\s*程|任\s*务|收\s*入|支\s*出|资\s*产|负\s*债"
)
UNIT_HEAD = regex.compile(r"(?:计量|数量)?单\s*位|度量")
SERIAL_HEAD = regex.compile(
    r"序\s*号|编\s*号|行\s*次|代\s*码|编\s*码|科目(?:编码|代码)|项目代码|NO\.?|No\.?|排\s*序"
    r"|(?:计算)?公\s*式|栏\s*次|(?:勾稽|逻辑|计算|平衡)关系(?:式)?"
)
# ranks stand also before the names
RANK_HEAD = regex.compile(r"(?:全[省市县区]|本[期月]|综合|总)?(?:排\s*名|位\s*次|名\s*次|排\s*位)")
# how a row is reckoned, or what it is called there: A=B+C | B
RECKONED = regex.compile(r"[A-Z]\d?(?:\s?[=＝][A-Z\d+\-－＋*/×÷()（）%\s]{1,40})?")
NOTE_HEAD = regex.compile(
    r"备\s*注|说\s*明|注(?!册)|责任|牵头|联系|电话|手机|邮编|传真|地\s*[点址]"
    r"|身份证|账号|日期|时间安排"
    r"|建设(?:地点|内容|规模|性质|年限|周期|期限|起止|单位)|起止"
    r"|内容及规模|规模及内容|业主|依据|进展|形象进度|措施"
    r"|性质|属性|原因|签[字名]|指标(?:性质|属性|类型)|坐标|经度|纬度|批次|文号|得分|评分|分值|权重"
    r"|规格|等级|型号|品牌|产地"
)
CONTACT = regex.compile(
    r"(?:准考证|考|学|工|警|学籍|证件|证书|档案|合同|发票|凭证|订单|票|账|卡|车牌|门牌|房|箱|单)号(?:码)?$"
    r"|年限|起止|期限|(?<![与同比较])时间(?!进度)|电话|手机|邮编|传真|身份证|账号|日期|编码|代码"
    r"|坐标|经度|纬度|权\s?重|(?<![按均])年龄(?!分|段|组|结构|构成)"
    r"|出生(?:年月|日期|时间|年份|地)"
)
# the cells of a table and what parts them
CELL_EDGES = regex.compile(r"[^\t\n|]++|[\t\n|]++")
NUMBERED_TITLE = regex.compile(r"\s*(?:附|续)?\s?表\s?(?:\d|[一二三四五六七八九十])")
# the title of a box: 专栏2　主要指标
BOX_TITLE = regex.compile(r"\s*专栏\s?(?:\d|[一二三四五六七八九十])")
