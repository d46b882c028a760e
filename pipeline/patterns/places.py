"""Places inside the area of a report, that have figures of their own: parks, counties, towns."""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import words
from pipeline.patterns.wordlist import any_of

# a theme that is a place limits the row: 成渝地区双城经济圈|建设
HINT = re.compile(r"[区圈群域港]")
THEME = regex.compile(
    r"(?P<place>[^，。；、的·]{1,14}?(?:地区|新区|开发区|园区|经济圈|经济区|试验区|示范区|经开区|高新区|综保区|城区|片区|城市群|流域|自贸港))"
    r"(?:建设|发展|改革|开发|协同发展|一体化|一体化发展)?"
)

_NO_NAME = "的了为与和及在对向从由以将把被、各每等该此本全我两三四五六七八九十个"
# 金山高新区, 高新区, 和林格尔开发区, 清江镇, 西城街道; not 各园区, 景区, 城镇
NAMED = regex.compile(
    rf"(?!\L<no>)和?(?:(?![{_NO_NAME}])\p{{Han}}){{0,8}}?(?:\L<park>)(?!域)"
    rf"|(?:(?!\L<no>)(?![{_NO_NAME}])\p{{Han}}){{2,3}}(?:县|区|镇|乡|街道)(?![县区域镇乡级长委村])",
    park=words("park"),
    no=words("of_no_place"),
)
# 每个县（区）|建设粮油加工厂, 各县（市）|分别改造步行街: of each place what is told
EACH = regex.compile(
    r"(?P<which>(?:每个?|各)(?:县（[市区、]{1,4}）|市（[州县区、]{1,4}）|乡镇（街道）|县市区|县区|区县|乡镇|镇街|街道|社区|行政村"
    r"|村|县|市|区|镇|乡))(?:都|均|至少|分别|要|将)*(?=\p{Han}{2}|[在于]?\d{1,2}月)"
)
# 各乡镇要|在3月底前|完成清淤: by when
_BY = r"[在于]?(?:\d{1,2}月[底末]?|年[底末]|汛|国庆节?|春节|入冬)[之以]?前"
# 67个|县（市）|规上工业增加值1001亿元: so many of them, whose figures these are
COUNTED = regex.compile(
    r"(?:山区|沿海|贫困|重点|平原|[东西南北]部|民族)[县市](?![级内域城政直场民])"
    r"|(?:县（[市区、]{1,4}）|市（[州县区、]{1,4}）|县市区|区县|县区|市州|地市|设区市|开发区|高新区|经开区|园区|乡镇|镇街|街道)"
)
# what may be a city, county or district of the table
LISTED = regex.compile(r"\p{Han}{2,8}?[市县区旗州盟]")
# most clauses hold none of what it ends in
NAMED_HINT = re.compile(r"[市县区旗州盟镇乡园城道]")
_DOES = (
    *words("theme_adverb"), *words("theme_verb"), *words("action"), *words("light"),
    *words("goes_about"),
)  # fmt: skip
# 大力, 狠抓, 在…, 围绕…: what a place that does something is followed by
DOES = re.compile(
    r"(?:(?:(?:19|20)\d\d|[今去本全上])年(?:度|以来)?|[上下]半年|前三季度|累计|共|已)*"
    rf"(?:{_BY})?(?:{any_of(_DOES)})(?=[\u4e00-\u9fff“])"
)
# what is developed as a place of its own: not 奇瑞汽车产业园|二期, 乡村振兴示范区
DEVELOPED = regex.compile(r"(?:新区|高新区|开发区|经开区|保税区|综保区|自贸区|合作区)$")
# 提高|园区发展效益, 力争|高新区获批: a verb, and no name of a place
_VERBS = ("rise", "fall", "theme_verb", "theme_adverb", "light", "aim")
LEADS = re.compile(any_of([*words("leads_to_place"), *(w for kind in _VERBS for w in words(kind))]))
# 大力开发建设|兰州新区, 推进|宣城经开区|招商提标
_DEVELOPS = words("develops")
DEVELOPS = re.compile(
    rf"(?:{any_of(words('theme_adverb'))})*(?:{any_of(_DEVELOPS)})+"
    rf"(?:{any_of(words('theme_adverb'))})*"
)
