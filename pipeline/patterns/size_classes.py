"""What stands round a number that says which are counted: 产值超10亿元的企业4家, 90平方米以下住宅."""

from __future__ import annotations

import regex

from pipeline.lexicon import words

_COUNTED = r"[个家户座处所名条只栋幢宗部台套辆起件人村镇]"
# how many of them there are, behind words that only lead to it: |仅5家, |由6家增加到, |不少于8个
_HOW_MANY = rf"(?:\L<leads>)*\s?(?:\d[\d.]*[余多]?|[一二两三四五六七八九十]+){_COUNTED}"
_LEADS = words("leads_to_count")

ATTRIBUTE_AFTER = regex.compile(
    r"(?:以上|以下|以内)(?=\d)|(?:以上|以下)?级(?!别)"
    r"|(?:以上|以下)?[元吨斤亩人]?(?:以上|以下)的?(?:[\p{Han}]{0,6}?)(?:\L<noun>)",
    noun=words("sized"),
)
# 30亩|以上现代农业产业园60个, 50张床位|以上养老机构12家: which of those counted right behind it
CLASS_OF_COUNTED = regex.compile(
    r"(?:及?以上|以下|以内)的?(?!\L<act>)\p{Han}{2,12}?(?<![和与及并])(?:已|共|约|近)*(?:增加到|达到?|超过?|突破|增至|有)?"
    rf"\d[\d.]*[余多]?(?:{_COUNTED}|公里)",
    act=words("action"),
)
# 百万元|村|4个, 5亿元|企业达|8家, 千万元|税收楼宇|7幢: an amount that says which of those counted
SIZED_BY_MONEY = regex.compile(
    r"级?(?:税收|纳税|产值|营收|销售)?(?:\L<noun>)(?:集群|集团|强?镇|平台|大户|大县|强县)?(?:总?数)?(?:已|共|约|近)*(?:增加到|达到?|超过?"
    r"|突破|增至|有)?\d",
    noun=words("sized"),
)
# 1000万元与2000万元之间|的企业
BETWEEN_NOUN = regex.compile(r"的\p{Han}{0,4}?(?:\L<noun>)", noun=words("sized"))
# 产值|超|10亿元的企业4家; 3人|以上的仅|5个: which ones, of those counted behind it
EXCEEDING = regex.compile(
    r"(?:超过?|逾|突破|达到?|不足|低于|高于|少于|多于|(?<=收入|产值|销售|规模|税收)上|(?<![经通透])过)$"
)
CLASS_SAID = regex.compile(
    r"(?:以上|以下|以内)的(?:仅|只|占|有|就|共|达到?|为)*(?:\d|[一二两三四五六七八九十]+成)"
)
# 产值|超|百亿元企业由1家增加到4家: over how much, before what is of that size
OVER = regex.compile(r"(?:超过?|逾|突破|(?<![经通透])过)$")
OF_THAT_SIZE = regex.compile(r"(?:的\p{Han}{0,4}?)?(?:\L<noun>)", noun=words("sized"))
# 超千万元|的11家, 过亿元|的仅5家, 超10亿元|的6家企业: those of that size, and how many they are
SO_MANY = regex.compile(rf"的{_HOW_MANY}", leads=_LEADS)
# 10亿元|以上不少于8个, 20万元|以上的达6户
SO_MANY_FROM = regex.compile(rf"(?:及?以上|以下|以内)的?{_HOW_MANY}", leads=_LEADS)
# 利用率在80%|以上的企业占46.2%, 降幅超过20%|的有3家: a rate that says which are counted
RATED_FROM = regex.compile(
    rf"(?:及?以上|以下|以内)的(?:(?:\p{{Han}}{{0,4}}?(?:\L<noun>))(?:数量?|占比)?(?:\L<leads>)*\d|{_HOW_MANY})",
    noun=words("sized"),
    leads=_LEADS,
)
RATED_OVER = regex.compile(
    rf"的(?:(?:\p{{Han}}{{0,4}}?(?:\L<noun>))(?:数量?|占比)?(?:\L<leads>)*\d|{_HOW_MANY})",
    noun=words("sized"),
    leads=_LEADS,
)
# 税收|占|80%以上的企业: a share that is told
SHARE_BEFORE = regex.compile(r"占[^，。；、\d]{0,16}$")
# 90平方米|及以下、90—144平方米、144平方米以上新建住宅价格: of which size what is measured is
OF_HOMES = regex.compile(
    r"(?:及?以[上下])?(?:[、和及]\d+(?:[—\-–~至]\d+)?平方米(?:及?以[上下])?){0,5}(?:的)?\p{Han}{0,6}?"
    r"(?:住宅|住房|户型|商品房|房屋|房源)(?:销售|成交|环比|同比)?(?:价格|均价|面积|套数|占比|指数|占|成交量|销量)"
)
# 产值排名前20|位的企业|完成产值: those of a rank, of whom something is told
RANKED_SO = regex.compile(
    r"[位名]?的\p{Han}{0,4}?(?:\L<noun>)(?=\p{Han})", noun=words("sized") + words("countable")
)
# 400毫升|献血者比例由66%上升: what is measured is those of that size
CLASS_MEASURED = regex.compile(
    r"(?:以上|以下|以内)?\p{Han}{1,8}?(?:比例|占比|比重|比率)(?:[由从为达约超在占是提上下较比]|\d)"
)
CLASS_OF_SIZE = regex.compile(r"(?:以上|以下|以内)的?\p{Han}{2,8}?\d")
# 大要案（罚没50万元|以上）16件: what a bracket says of those counted behind it
CLOSED = regex.compile(rf"(?:及?以上|以下|以内)?\s?[）)]{_HOW_MANY}", leads=_LEADS)
OPENED = regex.compile(r"[（(][^（）()，。；、\d]{0,10}$")
