"""What a check must see in the text: how exactly a number is written, what is part of what, and which growth is real."""

from __future__ import annotations

import regex

# 2.76万亿元: digits and decimals say how finely it is written; 1,050,000 and 39.8 万亿元 too
WRITTEN = regex.compile(r"(?P<whole>\d++(?:,\d{3})*+)(?:\.(?P<decimals>\d++))?+")
# 一半, 三分之一, 翻一番: no decimal place at all
ROUGH = regex.compile(r"半|分之|番|倍")
# growth of value added is measured at constant prices
REAL_NAME = regex.compile(r"增加值|生产总值")
# 8.9亿元，其中：税收5.5亿元
PARTS = regex.compile(r"其中")
# 刑事案件60件|、民事案件|40件: between two items of one list of parts
LISTED_PART = regex.compile(r"(?:余|多|以上|左右)?(?:、|和|及|与|，)[^，。；;！!\n\d]*+")
# where the parts end: the next sentence, or a new clause chain
SENTENCE = regex.compile(r"[。；;！？!?\n]")
# 税收|占|一般公共预算收入|比重; 税收|占比
SHARE_NAME = regex.compile(r"(?P<part>.{2,}?)(?:占(?P<whole>.{2,}?)(?:的)?(?:比重|比例|份额)|占比)")
# 土地征收|完成率, 完成年度目标|比率; what it is measured against says 计划, 任务 or 目标
COMPLETION_NAME = regex.compile(r"完成率$|^完成.{0,8}(?:目标|任务|计划).{0,4}(?:率|比重|比例)$|目标完成率$")
PLANNED_NAME = regex.compile(r"计划|任务|目标")
# 总装机9157万千瓦: the whole of a bare share
TOTAL_NAME = regex.compile(r"总(?!产|理)|合计|共")
CLOSED = regex.compile(r"[^（(]*[）)]")
