"""By what the place of a body is known that does not open with it."""

from __future__ import annotations

import regex

# 中国人寿保险股份有限公司|长沙市分公司: behind which the place of a branch may stand
BRANCH = regex.compile(r"(?:公司|集团|银行|总局|保险)(?=\p{Han}{4})")
# 锦州|经济技术开发区, 靖江|农村商业银行: bodies whose place goes without its kind
OF_A_CITY = regex.compile(
    r"(?:农村商业银行|农商银?行|农村信用|农村合作银行|村镇银行"
    r"|(?:国家级?)?(?:经济技术|高新技术产业|经济|高新|临港|临空|工业|产业|旅游|边境经济)(?:开发|合作|示范)?区"
    r"|经开区|高新区|综合保税区|保税[港物]?区|工业园区|供电(?:分)?公司|[分支]公司|中心支(?:行|公司)|[支分]行|海关|海事局|机场"
    r"|火车站|港务|调查队)"
)
# 我村|地处某县某乡, and the words of which it holds one
LIES_HINTS = ("地处", "位于", "位处", "坐落", "隶属", "所在地为")
LIES_IN = regex.compile(
    r"[我本该](?:乡|镇|村|社区|街道|校|院|园|厂|所|站|公司|单位|开发区|林场|农场)\p{Han}{0,4}?"
    r"(?:地处|位于|位处|坐落[于在]|隶属于?|所在地为)"
)
BELOW_COUNTY = regex.compile(
    r"[乡镇村]|街道|社区|学校|[中小]学|幼儿园|卫生院|医院|[林农牧]场|公司|厂"
)
# 正|文县文联: a character that runs on to a name, and is no preposition
WORD_RUNS_ON = regex.compile(r"(?![由据受对在为与和及向请到从给经让使省市州盟])\p{Han}")
# 某县人民政府|门户网站: the name of a site
SITE = regex.compile(r"\p{Han}{2,12}(?:政府|委员会|[局委办])(?:政务|信息|门户)?(?:公开)?网站?")
