"""A unit by itself, with the magnitude before it; what a note of a unit says beside it."""

from __future__ import annotations

import regex

# 万|吨|/年, 亿|千瓦时; 千 and 百 before what they belong to are no magnitude (千克, 百分点)
UNIT = regex.compile(
    r"(?P<magnitude>(?:[十万亿]|百(?!分)|[千兆](?!瓦|克|米|卡|比特|字节|伏|赫|焦))*+)"
    r"(?P<base>(?:[\p{Han}\p{Latin}%‰℃°²³㍱-㏟μµ（）()·]|(?<=\p{Latin})\d){1,12})"
    r"(?P<per>[/／][（(]?(?:\d{0,4}[\p{Han}\p{Latin}]{1,4}[²³23]?|[㍱-㏟])"
    r"(?:[/／·•.][\p{Han}\p{Latin}]{1,3}[）)]?)?)?"
)
# 1/10万, /万: so many of so many
PER_SO_MANY = regex.compile(r"[1一]?[/／](?:1?0{0,6}[十百千万]{1,2}|1?0{2,6})")

_SAID = r"(?:注明|说明|标明|标注|标示|指明|列明|规定|列示)"
# 除另有注明外，; 如无特别说明，
SAVE_BEFORE = (
    r"(?:除(?!外)[^，,。；;：:（）()\n|]{1,16}?外[）)]?[，,：:]?\s?"
    rf"|(?:除非|[如若][无未])[^，,。；;：:（）()\n|]{{0,8}}?{_SAID}[的者]?[）)]?[，,：:]?\s?)"
)
_SAVE_BEHIND = r"[（(，,；;、\s]\s?[^，,。；;：:（）()\n\s|]{1,14}除外[）)]?"
# what a note leaves out: （另有说明的除外）, ，百分比除外
SAVE_FOR = regex.compile(rf"[（(，,；;、\s]?{SAVE_BEFORE}|{_SAVE_BEHIND}")
# over the names of rows: 指标|（万元、%）|
BEHIND_NAMES = regex.compile(r"[（(](?P<unit>[^（()）\n]{1,40})[)）]$")
BEHIND_TITLE = regex.compile(r"[（(][^（()）\n]{2,40}[)）]$")
# all that a note of a unit says: （除另有标明外，金额单位为人民币百万元）, （以人民币千元列示）, （亿元）
UNIT_STATED = regex.compile(
    rf"(?P<open>[（(【])?+\s?{SAVE_BEFORE}?"
    r"(?P<lead>(?:\p{Han}{0,4}(?:数据|金额|计量|货币)?单位(?:[:：]|(?:均|都|统一)?[为是以])"
    r"|(?:(?:数据|金额|表[中内]|[本下上]表){0,2}(?:均|都)?[以按]))\s?)?"
    r"(?P<currency>人民币)?(?P<unit>[^\s，,；;：:。（()）|]{1,14}?)\s?"
    r"(?:列示|列报|呈列|填列|表示|计[算量]?|为(?:计量|货币|金额|记账)?单位)?"
    rf"(?P<save>{_SAVE_BEHIND}|[，,]?{SAVE_BEFORE})?[）)】]?[\s。]*"
)
