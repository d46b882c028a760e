"""A unit by itself, with the magnitude before it."""

from __future__ import annotations

import regex

# 万|吨|/年, 亿|千瓦时; 千 and 百 before what they belong to are no magnitude (千克, 百分点)
UNIT = regex.compile(
    r"(?P<magnitude>(?:[十万亿]|百(?!分)|[千兆](?!瓦|克|米|卡|比特|字节|伏|赫|焦))*+)"
    r"(?P<base>(?:[\p{Han}\p{Latin}%‰℃°²³㎡μµ（）()·]|(?<=\p{Latin})\d){1,12})"
    r"(?P<per>[/／][（(]?(?:\d{0,4}[\p{Han}\p{Latin}]{1,4}[²³23]?|㎡)"
    r"(?:[/／·•.][\p{Han}\p{Latin}]{1,3}[）)]?)?)?"
)
# 1/10万, /万: so many of so many
PER_SO_MANY = regex.compile(r"[1一]?[/／](?:1?0{0,6}[十百千万]{1,2}|1?0{2,6})")
